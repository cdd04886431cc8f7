//! Who else may stand on the line: a proxy, which leads on, and a sign-in page, which is told nothing.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::net::SocketAddr;
use std::path::Path;

use desktop::{Centre, Computer, KeyStore, Outcome, Program};
use links::{Far, Proxy, Shape, TlsFront};

const NAME: &str = "csu.example.mu";

/// The environment of a desk: which proxies it uses, and whom it trusts besides the system's authorities.
#[derive(Default)]
struct Surroundings {
    proxy: Option<String>,
    trusted: Option<std::path::PathBuf>,
}

impl Surroundings {
    fn of(&self, program: Program) -> Program {
        // What the tests themselves run in shall not matter.
        let mut program = program.variable("no_proxy", "").variable("NO_PROXY", "");
        for name in ["http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"] {
            program = program.variable(name, self.proxy.as_deref().unwrap_or_default());
        }
        match &self.trusted {
            Some(path) => program.variable("SSL_CERT_FILE", path),
            None => program,
        }
    }

    fn ask(&self, computer: &Computer) -> Program {
        self.of(computer.ask().unwrap())
    }
}

fn computer(folder: &Path) -> Computer {
    Computer::new(folder, "pc", KeyStore::File(folder.join("pc.key")))
}

fn address(centre: &Centre) -> SocketAddr {
    centre.url().trim_start_matches("http://").parse().unwrap()
}

/// A computer of a centre on this machine, with one complaint that waits.
async fn one_waits(folder: &Path) -> Outcome<(Centre, Computer)> {
    let centre = Centre::start(folder).await?;
    let computer = computer(folder);
    computer.enrol(&centre, "12", ("Anousha Ramdin", "246810"))?;
    computer.ask()?.word("sync").run()?;
    computer.register(&offices::lines([1]))?;
    Ok((centre, computer))
}

fn waiting(computer: &Computer) -> u64 {
    computer.ask().unwrap().word("status").json().unwrap()["waiting"].as_u64().unwrap()
}

/// The code of the error that a run ends with.
fn code_of(run: Outcome<String>) -> String {
    let said = run.expect_err("it should have failed").to_string();
    let rest = said.split_once("{\"code\":\"").unwrap_or_else(|| panic!("no code in: {said}")).1;
    rest.split('"').next().unwrap_or_default().to_owned()
}

fn contains(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

/// What a stranger may hear: the centre's name, and that somebody wants to speak TLS with it.
fn must_be_no_exchange(heard: &[u8]) {
    for word in ["POST", "v1/sync", "application/cbor", "Zephir", "vwazin", "complaint"] {
        assert!(!contains(heard, word), "a stranger heard “{word}”");
    }
    assert!(heard.len() < 4096, "{} bytes are more than a greeting", heard.len());
}

#[tokio::test]
async fn a_desk_behind_a_proxy_reaches_its_centre() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let centre = Centre::start(folder.path()).await?;
    let tls = TlsFront::start(NAME, address(&centre)).unwrap();
    let proxy = Proxy::start(Far::ForwardProxy { to: Some(tls.address()) }, Shape::default()).unwrap();
    let trusted = folder.path().join("certificate.pem");
    std::fs::write(&trusted, tls.certificate()).unwrap();
    let behind = Surroundings { proxy: Some(proxy.url()), trusted: Some(trusted) };

    let computer = computer(folder.path());
    let code = centre.enrolment_code("12")?;
    behind.ask(&computer).words(["enrol", "--server", NAME, "--code", &code]).run()?;
    let reference = computer.register(&offices::lines([1]))?[0].0.clone();
    behind.ask(&computer).word("sync").run()?;
    assert_eq!(centre.show(&reference)?["text"], offices::line(1)["text"]);
    let counts = proxy.counts();
    assert!(counts.requests >= 2 && counts.requests == counts.connections, "{counts:?}");
    Ok(())
}

#[tokio::test]
async fn what_is_for_this_very_computer_is_given_to_no_proxy() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let (centre, computer) = one_waits(folder.path()).await?;
    let proxy = Proxy::start(Far::ForwardProxy { to: Some(address(&centre)) }, Shape::default()).unwrap();
    let behind = Surroundings { proxy: Some(proxy.url()), trusted: None };
    behind.ask(&computer).word("sync").run()?;
    assert_eq!(waiting(&computer), 0);
    assert_eq!(proxy.counts().connections, 0, "a proxy would read what goes over plain HTTP");
    Ok(())
}

#[tokio::test]
async fn a_sign_in_page_in_place_of_the_centre_is_told_nothing() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let (centre, computer) = one_waits(folder.path()).await?;
    for far in [Far::SignInPage, Far::SignInRedirect] {
        let portal = Proxy::start(far, Shape::default()).unwrap();
        let url = format!("https://{}", portal.address());
        computer.ask()?.words(["server", "--url", &url]).run()?;
        let sync = Surroundings::default().ask(&computer).words(["sync", "--json"]).run();
        assert_eq!(code_of(sync), "not_a_centre");
        assert!(!portal.heard().is_empty());
        must_be_no_exchange(&portal.heard());
        assert_eq!(waiting(&computer), 1);
    }
    computer.ask()?.words(["server", "--url", &centre.url()]).run()?;
    computer.ask()?.word("sync").run()?;
    assert_eq!(waiting(&computer), 0);
    Ok(())
}

#[tokio::test]
async fn a_sign_in_page_with_a_certificate_of_its_own_is_told_nothing() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let (_centre, computer) = one_waits(folder.path()).await?;
    let portal = Proxy::start(Far::SignInPage, Shape::default()).unwrap();
    let tls = TlsFront::start(NAME, portal.address()).unwrap();
    let url = format!("https://{}", tls.address());
    computer.ask()?.words(["server", "--url", &url]).run()?;
    let sync = Surroundings::default().ask(&computer).words(["sync", "--json"]).run();
    assert_eq!(code_of(sync), "not_a_centre");
    assert!(portal.heard().is_empty());
    assert_eq!(waiting(&computer), 1);
    Ok(())
}

#[tokio::test]
async fn a_sign_in_page_in_place_of_the_proxy_is_told_where_to_and_no_more() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let (_centre, computer) = one_waits(folder.path()).await?;
    computer.ask()?.words(["server", "--url", NAME]).run()?;
    for (far, code) in [(Far::SignInPage, "not_a_centre"), (Far::SignInRedirect, "unreachable")] {
        let portal = Proxy::start(far, Shape::default()).unwrap();
        let behind = Surroundings { proxy: Some(portal.url()), trusted: None };
        assert_eq!(code_of(behind.ask(&computer).words(["sync", "--json"]).run()), code);
        assert!(contains(&portal.heard(), "CONNECT csu.example.mu:443"));
        must_be_no_exchange(&portal.heard());
        assert_eq!(waiting(&computer), 1);
    }
    Ok(())
}

/// Only on this very computer, where nobody else listens, is anything said without TLS.
#[tokio::test]
async fn a_page_that_answers_on_this_very_computer_is_told_apart() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let (_centre, computer) = one_waits(folder.path()).await?;
    for far in [Far::SignInPage, Far::SignInRedirect] {
        let portal = Proxy::start(far, Shape::default()).unwrap();
        computer.ask()?.words(["server", "--url", &portal.url()]).run()?;
        let sync = Surroundings::default().ask(&computer).words(["sync", "--json"]).run();
        assert_eq!(code_of(sync), "not_a_centre");
        assert_eq!(portal.counts().requests, 1, "one answer is enough to know");
        assert_eq!(waiting(&computer), 1);
    }
    Ok(())
}
