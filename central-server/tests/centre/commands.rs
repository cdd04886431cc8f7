//! The program, as an administrator uses it.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;
use sync_protocol::ShortForm;

use crate::desk::Desk;
use crate::engine::{Place, office};
use crate::on_both_engines;
use crate::post::MailServer;

on_both_engines!(
    the_commands_work_beside_a_centre_that_is_open,
    an_agent_deals_with_a_complaint_on_the_command_line,
    tampering_is_named_and_ends_with_one,
    a_receipt_is_proven_under_a_root_that_was_made_by_hand,
    subscriptions_and_addresses_are_kept_on_the_command_line,
);

pub(crate) fn command(place: &Place, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_guichet-server"));
    command.arg("--data").arg(place.data()).args(words).env_remove("GUICHET_DATABASE_URL");
    if let Some(url) = &place.database_url {
        command.args(["--database-url", url]);
    }
    command
}

pub(crate) fn run(place: &Place, words: &[&str]) -> Output {
    command(place, words).stdin(Stdio::null()).output().unwrap()
}

/// Runs with `--json` and expects success; the objects on stdout, one a line.
pub(crate) fn json(place: &Place, words: &[&str]) -> Vec<Value> {
    let output = command(place, words).arg("--json").stdin(Stdio::null()).output().unwrap();
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    let stdout = String::from_utf8(output.stdout).unwrap();
    stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Runs with `--json` and expects a failure; its exit code, and its code.
pub(crate) fn failure(place: &Place, words: &[&str]) -> (Option<i32>, String) {
    let output = command(place, words).arg("--json").stdin(Stdio::null()).output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    let object: Value = serde_json::from_str(stderr.trim()).unwrap_or_else(|_| panic!("{words:?}: {stderr}"));
    assert!(object["message"].as_str().is_some_and(|message| !message.is_empty()));
    (output.status.code(), object["code"].as_str().unwrap().to_owned())
}

async fn the_commands_work_beside_a_centre_that_is_open(place: &Place) {
    let centre = place.centre().await;
    let offices = json(place, &["office", "list"]);
    assert_eq!(offices.len(), centre.profile().feeds().count());
    assert_eq!(offices[11]["code"], "12");
    let code = json(place, &["office", "code", "12", "--valid-days", "2"]).remove(0);
    assert_eq!((code["office"].as_str(), code["code"].as_str().unwrap().len()), (Some("12"), 11));
    assert!(code["expires_at"].as_str().unwrap().ends_with("+04:00"));
    json(place, &["office", "add", "--code", "77", "--name", "CAB 77, Souillac"]);
    assert_eq!(centre.offices().await.unwrap().len(), offices.len() + 1);
    let login =
        json(place, &["agent", "add", "--name", "Nadine Appasamy", "--login", "nadine", "--role", "csu"])
            .remove(0);
    assert!(centre.sign_in("nadine", login["password"].as_str().unwrap()).await.unwrap().is_some());
    let mut adding = command(place, &["agent", "add", "--name", "A", "--login", "a", "--role", "agent"])
        .args(["--institution", "CWA", "--password-stdin", "--json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    adding.stdin.take().unwrap().write_all("from the standard input\n".as_bytes()).unwrap();
    assert_eq!(adding.wait_with_output().unwrap().stdout, b"{\"login\":\"a\"}\n");
    assert!(centre.sign_in("a", "from the standard input").await.unwrap().is_some());
    let agents = json(place, &["agent", "list"]);
    assert_eq!(
        (agents.len(), &agents[0]["institution"], &agents[1]["institution"]),
        (2, &Value::from("CWA"), &Value::Null)
    );
    assert_eq!(json(place, &["verify"]).last().unwrap()["ok"], true);
}

async fn an_agent_deals_with_a_complaint_on_the_command_line(place: &Place) {
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let text = "Pena dilo…\r\n\tdepi trwa zour. « Mem zafer » 🙂 ";
    let id = desk.register(text);
    desk.sync(&centre).await;
    json(place, &["agent", "add", "--name", "Nadine", "--login", "nadine", "--role", "csu"]);
    let reference = desk.complaints[&id].register.reference.to_string();
    let by = ["--login", "nadine"];
    json(place, &[&["agent", "status", &reference, "--to", "checked"], &by[..]].concat());
    json(place, &[&["agent", "route", &reference, "--to", "WMA", "--text", "yours"], &by[..]].concat());
    json(place, &[&["agent", "note", &reference, "--text", "urgent", "--for-citizen"], &by[..]].concat());
    let answered = json(
        place,
        &[&["agent", "answer", &reference, "--text", "On Friday.", "--definitive"], &by[..]].concat(),
    );
    let shown = json(place, &["show", &reference]);
    assert_eq!(shown, answered);
    let case = &shown[0];
    assert_eq!((case["text"].as_str(), case["status"].as_str()), (Some(text), Some("answered")));
    assert_eq!(
        (&case["category"], &case["category_code"]),
        (&"Water/No water / low pressure".into(), &"water-none".into())
    );
    assert_eq!((&case["citizen"]["surname"], &case["citizen"]["nic"]), (&"Zéphir".into(), &Value::Null));
    assert_eq!((&case["due_at"], &case["documents"]), (&Value::Null, &Value::Array(Vec::new())));
    assert_eq!((&case["institution"], &case["office"]), (&"WMA".into(), &"12".into()));
    assert_eq!(case["answers"][0]["text"], "On Friday.");
    let steps: Vec<&str> =
        case["history"].as_array().unwrap().iter().map(|step| step["what"].as_str().unwrap()).collect();
    assert_eq!(steps, ["registered", "status_changed", "routed", "noted", "answered"]);
    assert_eq!(
        (&case["history"][0]["place"], &case["history"][4]["place"]),
        (&"office".into(), &"centre".into())
    );
    assert_eq!(json(place, &["show", &id.to_string()]), shown);

    let (close, route) = (["--to", "withdrawn"], ["--to", "NOBODY"]);
    assert_eq!(
        failure(place, &[&["agent", "status", &reference], &close[..], &by].concat()),
        (Some(1), "not_possible".to_owned())
    );
    assert_eq!(
        failure(place, &[&["agent", "route", &reference], &route[..], &by].concat()),
        (Some(1), "invalid".to_owned())
    );
    assert_eq!(
        failure(place, &["agent", "note", &reference, "--text", "x", "--login", "nobody"]),
        (Some(1), "not_found".to_owned())
    );
    assert_eq!(failure(place, &["show", "12-1-99999-12"]).0, Some(1));
    let people = String::from_utf8(run(place, &["show", &reference]).stdout).unwrap();
    assert!(people.contains("Marie-Claire Zéphir") && people.contains("On Friday."), "{people}");
    desk.sync_all(&centre).await;
    assert_eq!(desk.complaints[&id].version, 5);
}

async fn tampering_is_named_and_ends_with_one(place: &Place) {
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    desk.register("one");
    desk.sync(&centre).await;
    let sums = json(place, &["verify"]);
    let offices = sums[0]["offices"].as_array().unwrap();
    let ours = offices.iter().find(|office| office["office"] == "12").unwrap();
    assert_eq!((ours["fold"].as_str(), ours["complaints"].as_u64()), (Some(desk.digest().as_str()), Some(1)));
    place.tamper("DELETE FROM feed WHERE office = 12 AND number = 2");
    assert_eq!(failure(place, &["verify"]), (Some(1), "tampered".to_owned()));
    let output = run(place, &["verify"]);
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(stderr.contains("office 12, entry 2: it is missing"), "{stderr}");
}

async fn a_receipt_is_proven_under_a_root_that_was_made_by_hand(place: &Place) {
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let id = desk.register("one");
    desk.register("two");
    desk.sync(&centre).await;
    let reference = desk.complaints[&id].register.reference.to_string();
    let lines: Vec<String> = desk
        .log
        .iter()
        .map(|operation| ShortForm::of(operation.sequence, &operation.id).to_string())
        .collect();
    assert!(json(place, &["proof", &reference])[0]["root"].is_null());
    let made = json(place, &["witness", "now"]).remove(0);
    assert_eq!(json(place, &["witness", "list"]), std::slice::from_ref(&made));
    let typed = lines[0].to_lowercase().replace('-', " ");
    let proof = json(place, &["proof", &reference, "--receipt", &typed]).remove(0);
    assert_eq!(
        (proof["short_form"].as_str(), &proof["root"]["root"]),
        (Some(lines[0].as_str()), &made["root"])
    );
    assert_eq!(
        failure(place, &["proof", &reference, "--receipt", &lines[1]]),
        (Some(1), "other_operation".to_owned())
    );
    let (most, last) = lines[0].split_at(lines[0].len() - 1);
    let misread = format!("{most}{}", if last == "0" { "1" } else { "0" });
    assert_eq!(failure(place, &["proof", &reference, "--receipt", &misread]).1, "invalid");
    place.tamper("UPDATE witness_leaves SET position = position + 1 WHERE kind = 1 AND whose = 12");
    assert_eq!(failure(place, &["proof", &reference]), (Some(1), "tampered".to_owned()));
    assert_eq!(failure(place, &["witness", "now"]).0, Some(1));
}

#[test]
fn wrong_usage_ends_with_two_and_a_missing_centre_with_one() {
    let place = Place::sqlite();
    assert_eq!(failure(&place, &["office", "code", "123"]), (Some(2), "usage".to_owned()));
    assert_eq!(failure(&place, &["nonsense"]), (Some(2), "usage".to_owned()));
    assert_eq!(failure(&place, &["verify"]), (Some(1), "no_centre".to_owned()));
    assert!(std::fs::read_dir(place.data()).unwrap().next().is_none(), "asking makes nothing");
    let without = Command::new(env!("CARGO_BIN_EXE_guichet-server")).arg("verify").output().unwrap();
    assert_eq!(without.status.code(), Some(2));
    let help = Command::new(env!("CARGO_BIN_EXE_guichet-server")).arg("--help").output().unwrap();
    assert!(help.status.success() && help.stderr.is_empty());
}

#[test]
fn a_profile_is_checked_without_a_centre() {
    let place = Place::sqlite();
    let profile = concat!(env!("CARGO_MANIFEST_DIR"), "/../profiles/mauritius");
    assert_eq!(json(&place, &["profile", "check", profile])[0]["profile"], "mauritius");
    let folder = place.data().to_str().unwrap().to_owned();
    assert_eq!(failure(&place, &["profile", "check", &folder]), (Some(1), "profile".to_owned()));
    assert_eq!(failure(&place, &["profile", "check", "/nowhere"]), (Some(1), "not_found".to_owned()));
}

struct Serving(Child);

impl Drop for Serving {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

#[test]
fn the_server_says_where_it_is_and_stops_on_a_signal() {
    let place = Place::sqlite();
    let mut child =
        command(&place, &["serve", "--listen", "127.0.0.1:0"]).stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    let stdout = child.stdout.take().unwrap();
    let mut serving = Serving(child);
    BufReader::new(stdout).read_line(&mut line).unwrap();
    let address = line.trim().strip_prefix("Guichet centre: http://").unwrap().to_owned();
    assert_eq!(std::fs::read_to_string(place.file("address")).unwrap().trim(), address);
    assert!(std::net::TcpStream::connect(address).is_ok());
    // The commands work while the server serves.
    assert_eq!(json(&place, &["office", "code", "12"])[0]["office"], "12");
    assert_eq!(json(&place, &["verify"]).last().unwrap()["ok"], true);
    let told = Command::new("kill").args(["-TERM", &serving.0.id().to_string()]).status().unwrap();
    assert!(told.success());
    assert!(serving.0.wait().unwrap().success());
    assert!(!place.file("address").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_server_sends_what_is_queued_without_being_asked() {
    let (place, mail) = (Place::sqlite(), MailServer::start().await);
    let options = ["serve", "--listen", "127.0.0.1:0", "--mail-from", "CSU <no-reply@csu.example.mu>"];
    let mut child =
        command(&place, &options).args(["--smtp-url", &mail.url()]).stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let _serving = Serving(child);
    assert_eq!(json(&place, &["notice", "test", "marie@example.mu", "--language", "mfe"])[0]["queued"], true);
    mail.came().await;
    assert!(mail.taken()[0].contains("Subject: Mesaz tes"), "{}", mail.taken()[0]);
    assert_eq!(failure(&place, &["notice", "send", "--smtp-url", "smtp://localhost"]).0, Some(2));
    assert_eq!(
        failure(&place, &["notice", "send", "--sms-gateway", "/nowhere"]),
        (Some(1), "file".to_owned())
    );
    assert!(json(&place, &["notice", "list"]).is_empty());
    assert_eq!(json(&place, &["remind", "--now"])[0]["escalated"], 0);
}

async fn subscriptions_and_addresses_are_kept_on_the_command_line(place: &Place) {
    let centre = place.centre().await;
    let added =
        json(place, &["webhook", "add", "--institution", "CWA", "--url", "https://cwa.example.org/hook"]);
    let id = added[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(added[0]["secret"].as_str().unwrap().len(), 64);
    let listed = json(place, &["webhook", "list"]);
    assert_eq!((&listed[0]["institution"], &listed[0]["id"]), (&"CWA".into(), &id.as_str().into()));
    assert!(listed[0].get("secret").is_none(), "the secret was shown once");
    assert_eq!(json(place, &["webhook", "test", &id])[0]["id"], id.as_str());
    json(place, &["webhook", "remove", &id]);
    assert_eq!(failure(place, &["webhook", "remove", &id]), (Some(1), "not_found".to_owned()));
    assert_eq!(failure(place, &["webhook", "add", "--url", "https://127.0.0.1/"]).1, "invalid");
    json(place, &["agent", "add", "--name", "Nadine", "--login", "nadine", "--role", "csu"]);
    json(
        place,
        &["agent", "address", "nadine", "--email", "nadine@example.mu", "--language", "fr", "--head"],
    );
    let agent = centre.agent("nadine").await.unwrap();
    let address = centre.agent_address(&agent).await.unwrap().unwrap();
    assert_eq!((address.email.as_str(), address.is_head), ("nadine@example.mu", true));
    json(place, &["agent", "address", "nadine"]);
    assert_eq!(centre.agent_address(&agent).await.unwrap(), None);
}

#[test]
fn a_profile_is_explained_by_file_and_line() {
    let place = Place::sqlite();
    let sefrou = concat!(env!("CARGO_MANIFEST_DIR"), "/../profiles/sefrou");
    let sound = json(&place, &["profile", "check", sefrou, "--year", "2026", "--strict"]).remove(0);
    assert_eq!((&sound["profile"], &sound["warnings"]), (&"sefrou".into(), &Value::Array(Vec::new())));
    let later = json(&place, &["profile", "check", sefrou, "--year", "2028"]).remove(0);
    let warning = &later["warnings"][0];
    assert_eq!(warning["file"], "holidays.csv");
    assert!(warning["message"].as_str().unwrap().contains("2029"), "{warning}");
    let strict = run(&place, &["profile", "check", sefrou, "--year", "2028", "--strict"]);
    assert_eq!(strict.status.code(), Some(1));

    for entry in std::fs::read_dir(sefrou).unwrap() {
        let file = entry.unwrap();
        std::fs::copy(file.path(), place.file(file.file_name().to_str().unwrap())).unwrap();
    }
    let spoilt = std::fs::read_to_string(place.file("offices.csv")).unwrap() + "1,Twice,,,\n777,Wrong,,,\n";
    std::fs::write(place.file("offices.csv"), spoilt).unwrap();
    let output = run(&place, &["profile", "check", place.data().to_str().unwrap()]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("offices.csv, line 4: an office code is two digits"), "{said}");
    assert!(said.contains("to correct"), "{said}");
}
