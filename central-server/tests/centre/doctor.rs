//! The doctor, on centres that are well and on centres in which one thing is broken for real.

use std::fs::{self, File};
use std::process::{Command, Output};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use rcgen::{CertificateParams, KeyPair};
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivatePkcs8KeyDer;

use crate::commands::{command, json};
use crate::desk::Desk;
use crate::engine::{Place, office};
use crate::on_both_engines;
use crate::post::MailServer;

on_both_engines!(
    a_centre_that_is_well_is_said_to_be_well,
    a_store_of_another_version_is_told_and_left_alone,
    a_clock_that_was_set_back_and_a_silent_computer_are_named,
    notices_that_do_not_leave_are_counted,
    a_key_that_is_missing_is_told,
);

/// What the doctor said.
struct Told {
    exit: Option<i32>,
    report: Value,
}

impl Told {
    fn of(output: &Output) -> Self {
        let said = String::from_utf8_lossy(&output.stdout);
        let report = serde_json::from_str(&said)
            .unwrap_or_else(|_| panic!("{said}{}", String::from_utf8_lossy(&output.stderr)));
        Self { exit: output.status.code(), report }
    }

    /// How a thing is, and what was found; none: nothing was said of it.
    fn about(&self, check: &str) -> Option<(&str, &str)> {
        let findings = self.report["findings"].as_array().unwrap();
        let finding = findings.iter().find(|finding| finding["check"] == check)?;
        let is_ok = finding["state"] == "ok";
        assert_eq!(finding["to_do"].as_str().unwrap().is_empty(), is_ok, "what is not well has a way out");
        Some((finding["state"].as_str().unwrap(), finding["found"].as_str().unwrap()))
    }

    fn state(&self, check: &str) -> &str {
        self.about(check).map_or("nothing", |(state, _)| state)
    }
}

fn ask(place: &Place, words: &[&str]) -> Told {
    let words = [&["doctor", "--json", "--language", "en"], words].concat();
    Told::of(&command(place, &words).env_remove("SSL_CERT_FILE").output().unwrap())
}

async fn a_centre_that_is_well_is_said_to_be_well(place: &Place) {
    drop(place.centre().await);
    assert_eq!(ask(place, &[]).about("backup").unwrap().0, "look", "nobody has made one");
    let copy = json(place, &["backup"]).remove(0);
    assert!(copy["bytes"].as_u64().unwrap() > 1000);
    let mail = MailServer::start().await;
    let told = ask(place, &["--smtp-url", &mail.url(), "--mail-from", "CSU <no-reply@csu.example.mu>"]);
    for check in ["store", "clock", "backup", "address", "mail", "sms", "notices", "computers"] {
        assert_eq!(told.state(check), "ok", "{check}: {:?}", told.about(check));
    }
    assert!(told.exit < Some(2), "{}", told.report);
    assert_eq!(told.state("postgres") == "ok", place.database_url.is_some());
    assert!(mail.taken().is_empty(), "greeting sends nothing");
    // A copy that is older than one is content with.
    let aged = SystemTime::now() - Duration::from_secs(3 * 24 * 60 * 60);
    File::options().append(true).open(copy["file"].as_str().unwrap()).unwrap().set_modified(aged).unwrap();
    assert_eq!(ask(place, &[]).state("backup"), "look");
    assert_eq!(ask(place, &["--backup-days", "9"]).state("backup"), "ok");
}

async fn a_store_of_another_version_is_told_and_left_alone(place: &Place) {
    drop(place.centre().await);
    place.tamper("DELETE FROM migrations WHERE number = 18; DROP TABLE imported; DROP TABLE page_uses;");
    let steps = place.count("SELECT count(*) FROM migrations");
    let told = ask(place, &[]);
    assert_eq!((told.exit, told.state("store")), (Some(1), "look"), "{}", told.report);
    assert_eq!(told.state("computers"), "nothing", "what lies behind is left out");
    assert_eq!(place.count("SELECT count(*) FROM migrations"), steps);
    place.tamper("INSERT INTO migrations (number, name) VALUES (99, 'from the future')");
    let told = ask(place, &[]);
    let (state, found) = told.about("store").unwrap();
    assert!((told.exit, state) == (Some(2), "broken") && found.contains("newer version"), "{found}");
}

async fn a_clock_that_was_set_back_and_a_silent_computer_are_named(place: &Place) {
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    desk.register("one");
    desk.sync(&centre).await;
    // The year 2100, and the first second of 1970.
    place.tamper("UPDATE operations SET received_at = 4102444800000");
    let told = ask(place, &[]);
    let (state, found) = told.about("clock").unwrap();
    assert!((told.exit, state) == (Some(2), "broken") && found.contains("2100-01-01"), "{found}");
    place.tamper("UPDATE operations SET received_at = 1000");
    let told = ask(place, &[]);
    assert_eq!(told.state("clock"), "ok");
    let (state, found) = told.about("computers").unwrap();
    assert!(state == "look" && found.contains("12-1"), "{found}");
}

async fn notices_that_do_not_leave_are_counted(place: &Place) {
    drop(place.centre().await);
    json(place, &["notice", "test", "marie@example.mu"]);
    place.tamper("UPDATE outbox SET queued_at = 1000");
    let told = ask(place, &[]);
    let (state, found) = told.about("notices").unwrap();
    assert!(state == "look" && found.contains("hour: 1."), "{found}");
}

async fn a_key_that_is_missing_is_told(place: &Place) {
    drop(place.centre().await);
    fs::rename(place.file("centre.key"), place.file("elsewhere")).unwrap();
    let told = ask(place, &[]);
    assert_eq!((told.exit, told.state("store")), (Some(2), "broken"));
    assert!(told.about("store").unwrap().1.contains("centre.key"));
    assert!(!place.file("centre.key").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_that_is_gone_or_is_none_is_told() {
    let place = Place::sqlite();
    assert!(ask(&place, &[]).about("store").unwrap().1.starts_with("There is no centre"));
    assert!(fs::read_dir(place.data()).unwrap().next().is_none(), "asking makes nothing");
    drop(place.centre().await);
    for name in ["centre.db-wal", "centre.db-shm"] {
        drop(fs::remove_file(place.file(name)));
    }
    fs::write(
        place.file("centre.db"),
        "this is a letter to the minister, and no database at all. ".repeat(200),
    )
    .unwrap();
    let told = ask(&place, &[]);
    assert!((told.exit, told.state("store")) == (Some(2), "broken"), "{}", told.report);
    fs::remove_file(place.file("centre.db")).unwrap();
    assert!(ask(&place, &[]).about("store").unwrap().1.contains("and no store"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_was_overwritten_is_found() {
    let place = Place::sqlite();
    drop(place.centre().await);
    place.tamper("PRAGMA wal_checkpoint(TRUNCATE)");
    let mut bytes = fs::read(place.file("centre.db")).unwrap();
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 4096].fill(0xA5);
    fs::write(place.file("centre.db"), bytes).unwrap();
    let told = ask(&place, &[]);
    assert!((told.exit, told.state("store")) == (Some(2), "broken"), "{}", told.report);
}

/// No file of this process may grow: what a full disk answers, without filling one.
#[tokio::test(flavor = "multi_thread")]
async fn a_disk_that_takes_nothing_is_told() {
    let place = Place::sqlite();
    drop(place.centre().await);
    let output = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$@\"", "sh", env!("CARGO_BIN_EXE_guichet-server")])
        .args(["doctor", "--json", "--language", "en", "--data", place.data().to_str().unwrap()])
        .output()
        .unwrap();
    let told = Told::of(&output);
    assert_eq!((told.exit, told.state("disk")), (Some(2), "broken"), "{}", told.report);
}

/// A commune is looked at with the ways out that its own part of the file names, not with those of the command line.
#[tokio::test(flavor = "multi_thread")]
async fn the_ways_out_of_a_commune_are_its_own() {
    let place = Place::sqlite();
    drop(place.centre().await);
    let mail = MailServer::start().await;
    let (data, own) = (place.data(), mail.url());
    let tenants = place.file("tenants.toml");
    let commune = |ways: &str| {
        format!("[[tenant]]\nname = \"safi\"\nhosts = [\"safi.example\"]\ndata = {data:?}\n{ways}\n")
    };
    let named = format!("smtp_url = \"{own}\"\nmail_from = \"Safi <no-reply@safi.example>\"");
    for (ways, expected) in [(named.as_str(), "ok"), ("", "broken")] {
        fs::write(&tenants, commune(ways)).unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_guichet-server"))
            .args(["--tenants", tenants.to_str().unwrap(), "--tenant", "safi", "doctor", "--json"])
            .args(["--language", "en", "--smtp-url", "smtp://127.0.0.1:1", "--mail-from", "A <a@b.example>"])
            .output()
            .unwrap();
        let told = Told::of(&output);
        assert_eq!(told.state("mail"), expected, "{:?}", told.about("mail"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_way_out_that_leads_nowhere_is_told() {
    let mut place = Place::sqlite();
    drop(place.centre().await);
    let gateway = place.file("gateway.toml");
    fs::write(&gateway, "url = \"http://127.0.0.1:1/{to}/{text}\"\n").unwrap();
    let mail = ["--smtp-url", "smtp://127.0.0.1:1", "--mail-from", "CSU <no-reply@csu.example.mu>"];
    let sms = ["--sms-gateway", gateway.to_str().unwrap()];
    let told = ask(&place, &[&mail[..], &sms, &["--url", "https://127.0.0.1:1"]].concat());
    for check in ["mail", "sms", "address"] {
        assert_eq!(told.state(check), "broken", "{check}: {:?}", told.about(check));
    }
    fs::write(&gateway, "url = \"http://sms.example/{to}/{text}\"\n").unwrap();
    let told = ask(&place, &[&sms[..], &["--url", "http://centre.example"]].concat());
    assert!(told.about("sms").unwrap().1.contains("https://"), "{:?}", told.about("sms"));
    assert_eq!(told.state("address"), "broken", "desks refuse it");
    place.database_url = Some("postgres://guichet@localhost:1/nothing".to_owned());
    let told = ask(&place, &[]);
    assert_eq!((told.exit, told.state("store")), (Some(2), "broken"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_is_looked_at_before_it_ends() {
    let place = Place::sqlite();
    drop(place.centre().await);
    for (days, state) in [(90, "ok"), (5, "look")] {
        let (url, authority) = serve_with_a_certificate(days).await;
        let file = place.file("authority.pem");
        fs::write(&file, authority).unwrap();
        let words = ["doctor", "--json", "--language", "en", "--url", &url];
        let output = command(&place, &words).env("SSL_CERT_FILE", &file).output().unwrap();
        let told = Told::of(&output);
        assert_eq!(told.state("address"), state, "{:?}", told.about("address"));
        assert_eq!(ask(&place, &["--url", &url]).state("address"), "broken", "nobody vouches for it");
    }
}

/// A proxy with a certificate that ends in so many days; its address, and who vouches for it.
async fn serve_with_a_certificate(days: u64) -> (String, String) {
    let (authority_key, key) = (KeyPair::generate().unwrap(), KeyPair::generate().unwrap());
    let mut authority = CertificateParams::new(Vec::new()).unwrap();
    authority.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    let vouching = authority.self_signed(&authority_key).unwrap();
    let mut params = CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
    let now = SystemTime::now();
    params.not_before = (now - Duration::from_secs(60)).into();
    params.not_after = (now + Duration::from_secs(days * 24 * 60 * 60)).into();
    let issuer = rcgen::Issuer::new(authority, authority_key);
    let certificate = params.signed_by(&key, &issuer).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(
            vec![certificate.der().clone()],
            PrivatePkcs8KeyDer::from(key.serialize_der()).into(),
        )
        .unwrap();
    let (acceptor, listener) =
        (TlsAcceptor::from(Arc::new(config)), TcpListener::bind("127.0.0.1:0").await.unwrap());
    let url = format!("https://localhost:{}", listener.local_addr().unwrap().port());
    tokio::spawn(async move {
        while let Ok((line, _)) = listener.accept().await {
            let acceptor = acceptor.clone();
            tokio::spawn(async move {
                let mut line = acceptor.accept(line).await.ok()?;
                let mut asked = [0; 1024];
                line.read(&mut asked).await.ok().filter(|&bytes| bytes > 0)?;
                line.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nok\n").await.ok()?;
                line.shutdown().await.ok()
            });
        }
    });
    (url, vouching.pem())
}

#[test]
fn it_speaks_the_language_of_the_system() {
    let place = Place::sqlite();
    let said = |locale: &str| {
        let output = command(&place, &["doctor"]).env("LC_ALL", locale).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(said("fr_FR.UTF-8").contains("Que faire"));
    assert!(said("ar_MA.UTF-8").contains("ما العمل"));
    assert!(said("C").contains("[broken] There is no centre in"), "{}", said("C"));
}
