//! Every way in which it goes wrong says so, says what to do, and loses nothing.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::io::{Read, Write};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use desktop::{Centre, Computer, KeyStore, Outcome, program};
use offices::lines;
use sync_protocol::{EnrolOutcome, EnrolResponse, Protocol};

fn computer(folder: &Path, name: &str) -> Computer {
    Computer::new(folder, name, KeyStore::File(folder.join(format!("{name}.key"))))
}

/// The code of the error that a run ends with.
fn code_of(run: Outcome<String>) -> String {
    let said = run.expect_err("it should have failed").to_string();
    let start =
        said.find("{\"code\":\"").unwrap_or_else(|| panic!("no code in: {said}")) + "{\"code\":\"".len();
    said[start..].split('"').next().unwrap_or_default().to_owned()
}

fn enrol(computer: &Computer, server: &str, code: &str) -> Outcome<String> {
    computer.ask()?.words(["enrol", "--server", server, "--code", code, "--json"]).run()
}

#[tokio::test]
async fn a_wrong_and_a_used_code_are_told_apart() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let centre = Centre::start(folder.path()).await?;
    let (one, two) = (computer(folder.path(), "pc1"), computer(folder.path(), "pc2"));
    assert_eq!(code_of(enrol(&one, &centre.url(), "AAAAA-AAAAA")), "code_wrong");
    assert!(!one.data().join("office.db").exists());

    let code = centre.enrolment_code("12")?;
    enrol(&one, &centre.url(), &code.to_lowercase().replace('-', " "))?;
    assert_eq!(code_of(enrol(&two, &centre.url(), &code)), "code_used");
    assert_eq!(code_of(enrol(&one, &centre.url(), &code)), "already_enrolled");
    Ok(())
}

#[tokio::test]
async fn an_answer_that_was_lost_is_asked_for_again_with_the_same_code() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let centre = Centre::start(folder.path()).await?;
    let one = computer(folder.path(), "pc1");
    let code = centre.enrolment_code("12")?;
    enrol(&one, &centre.url(), &code)?;
    // As if the plug had been pulled between the centre's answer and the making of the store.
    std::fs::remove_file(one.data().join("office.db")).unwrap();
    let again = enrol(&one, &centre.url(), &code)?;
    assert!(again.contains("\"device\":1"), "the same computer again: {again}");
    Ok(())
}

#[tokio::test]
async fn what_is_not_a_centre_or_not_there_is_told_apart() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let one = computer(folder.path(), "pc1");
    assert_eq!(code_of(enrol(&one, "http://csu.example.mu", "AAAAA-AAAAA")), "address_wrong");
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    assert_eq!(code_of(enrol(&one, &format!("http://{nobody}"), "AAAAA-AAAAA")), "unreachable");
    let page =
        answering("HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 7\r\n\r\nWelcome".into());
    assert_eq!(code_of(enrol(&one, &page, "AAAAA-AAAAA")), "not_a_centre");
    let portal = answering(
        "HTTP/1.1 302 Found\r\nlocation: http://login.example/\r\ncontent-length: 0\r\n\r\n".into(),
    );
    assert_eq!(code_of(enrol(&one, &portal, "AAAAA-AAAAA")), "not_a_centre");
    Ok(())
}

#[tokio::test]
async fn a_centre_of_another_version_is_named_as_such() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let one = computer(folder.path(), "pc1");
    let newer = answering(enrol_answer(EnrolOutcome::ProtocolVersion));
    let refused = enrol(&one, &newer, "AAAAA-AAAAA");
    assert!(refused.as_ref().unwrap_err().to_string().contains("the centre 9"));
    assert_eq!(code_of(refused), "protocol_version");
    Ok(())
}

/// The centre's own tests let codes run out; here is what the office makes of its answer.
#[tokio::test]
async fn an_expired_code_and_too_many_tries_are_named_as_such() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let one = computer(folder.path(), "pc1");
    for (outcome, code) in
        [(EnrolOutcome::ExpiredCode, "code_expired"), (EnrolOutcome::TooManyTries, "too_many_tries")]
    {
        assert_eq!(code_of(enrol(&one, &answering(enrol_answer(outcome)), "AAAAA-AAAAA")), code);
    }
    Ok(())
}

fn enrol_answer(outcome: EnrolOutcome) -> Vec<u8> {
    let answer = EnrolResponse { outcome, protocol: Protocol { oldest: 7, newest: 9 }, admitted: None };
    let body = answer.to_bytes();
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/cbor\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    [head.into_bytes(), body].concat()
}

#[tokio::test]
async fn the_stores_file_shows_nothing_and_a_wrong_key_opens_nothing() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let centre = Centre::start(folder.path()).await?;
    let one = computer(folder.path(), "pc1");
    one.enrol(&centre, "12", ("Anousha Ramdin", "246810"))?;
    one.register(&lines(1..50))?;
    for entry in std::fs::read_dir(one.data()).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        for word in ["Zephir", "vwazin", "Mahébourg", "Ramdin", "SQLite", "57000265", "CREATE TABLE"] {
            let found = bytes.windows(word.len()).any(|window| window == word.as_bytes());
            assert!(!found, "{} shows “{word}”", path.display());
        }
    }
    let before = std::fs::read(one.data().join("office.db")).unwrap();
    let other = folder.path().join("other.key");
    std::fs::write(&other, "ab".repeat(64)).unwrap();
    let key = folder.path().join("pc1.key");
    let kept = folder.path().join("kept.key");
    std::fs::rename(&key, &kept).unwrap();
    std::fs::copy(&other, &key).unwrap();
    assert_eq!(code_of(one.ask()?.words(["list", "--json"]).run()), "key_wrong");
    std::fs::remove_file(&key).unwrap();
    assert_eq!(code_of(one.ask()?.words(["list", "--json"]).run()), "key_missing");
    assert_eq!(code_of(enrol(&one, &centre.url(), "AAAAA-AAAAA")), "already_enrolled");
    assert!(!key.exists(), "no key is made anew");
    assert!(std::fs::read(one.data().join("office.db")).unwrap() == before, "the store was changed");
    std::fs::rename(&kept, &key).unwrap();
    assert_eq!(one.ask()?.word("list").json_lines()?.len(), 49);
    Ok(())
}

#[tokio::test]
async fn a_damaged_file_is_told_apart_from_a_wrong_key_and_left_alone() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let centre = Centre::start(folder.path()).await?;
    let one = computer(folder.path(), "pc1");
    one.enrol(&centre, "12", ("Anousha Ramdin", "246810"))?;
    one.register(&lines(1..20))?;
    let path = one.data().join("office.db");
    let whole = std::fs::read(&path).unwrap();
    let mut damaged = whole.clone();
    damaged[..4096].fill(0x55);
    std::fs::write(&path, &damaged).unwrap();
    assert_eq!(code_of(one.ask()?.words(["list", "--json"]).run()), "store_damaged");
    assert!(std::fs::read(&path).unwrap() == damaged, "the file was changed");

    // One bit in the middle: whatever reads that page fails, and verify says so.
    let mut flipped = whole;
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    std::fs::write(&path, &flipped).unwrap();
    assert!(one.ask()?.words(["verify", "--json"]).run().is_err());
    Ok(())
}

#[tokio::test]
async fn two_programs_on_one_store_do_not_meet() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let centre = Centre::start(folder.path()).await?;
    let one = computer(folder.path(), "pc1");
    one.enrol(&centre, "12", ("Anousha Ramdin", "246810"))?;
    let other = one.held_by_another_program().await?;
    assert_eq!(code_of(one.ask()?.words(["list", "--json"]).run()), "store_busy");
    drop(other);
    one.ask()?.word("list").run()?;
    Ok(())
}

#[tokio::test]
async fn a_full_disk_keeps_what_was_printed_and_nothing_half() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let centre = Centre::start(folder.path()).await?;
    let one = computer(folder.path(), "pc1");
    one.enrol(&centre, "12", ("Anousha Ramdin", "246810"))?;
    let input = folder.path().join("many.jsonl");
    std::fs::write(&input, lines(0..20_000)).unwrap();
    let script = folder.path().join("full.sh");
    // A disk of 3 MB of our own: the store is copied onto it, filled to the brim, checked, and copied back.
    let text = format!(
        "set -u\nmount -t tmpfs -o size=3m tmpfs {disk} || exit 9\ncp {data}/* {disk}/ && cp {disk}/keys.json {disk}/keys.copy\n\
         {office} --data {disk} --key-store file:{key} register --from {input} --json >{folder}/printed 2>{folder}/said\n\
         echo $? >{folder}/ended\n\
         rm {disk}/keys.copy\nmount -o remount,size=40m {disk}\n\
         {office} --data {disk} --key-store file:{key} list --json >{folder}/listed || exit 8\n\
         {office} --data {disk} --key-store file:{key} verify --json >{folder}/verified\n",
        disk = folder.path().join("disk").display(),
        data = one.data().display(),
        office = program("guichet-office")?.display(),
        key = folder.path().join("pc1.key").display(),
        input = input.display(),
        folder = folder.path().display(),
    );
    std::fs::create_dir(folder.path().join("disk")).unwrap();
    std::fs::write(&script, text).unwrap();
    std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o755)).unwrap();
    let ran =
        Command::new("unshare").args(["--map-root-user", "--mount", "bash"]).arg(&script).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    assert_eq!(read("ended").trim(), "1");
    assert!(read("said").contains("\"code\":\"disk_full\""), "{}", read("said"));
    let printed = read("printed").lines().count();
    assert!(printed > 100, "only {printed} were registered");
    assert_eq!(read("listed").lines().count(), printed, "what was printed is there, and nothing else");
    assert!(read("verified").contains("\"ok\":true"));
    Ok(())
}

#[tokio::test]
async fn a_clock_that_is_one_year_off_is_pointed_out_and_stops_nothing() -> Outcome<()> {
    use office::{Clock, EnrolmentRequest, Exchanger, Office};
    let folder = tempfile::tempdir().unwrap();
    let centre = Centre::start(folder.path()).await?;
    for (name, months) in [("behind", -12_i32), ("ahead", 12)] {
        use jiff::ToSpan;
        let clock = Clock::from_fn(move || jiff::Zoned::now().checked_add(months.months()).unwrap());
        let request = EnrolmentRequest {
            server: centre.url(),
            code: centre.enrolment_code("12")?,
            key_store: office::KeyStore::File(folder.path().join(format!("{name}.key"))),
        };
        let office = office::enrol(&folder.path().join(name), &request, clock).await.unwrap();
        let author = Office::administrator("Anousha Ramdin");
        let mut told = Vec::new();
        office
            .import(&mut lines([7]).as_bytes(), &author, |line| {
                told.push(line);
                Ok(())
            })
            .unwrap();
        let office = std::sync::Arc::new(office);
        let exchanger = Exchanger::new(office.clone()).unwrap();
        exchanger.exchange().await.unwrap();
        let status = exchanger.status().borrow().clone();
        assert_eq!(status.waiting, 0);
        let ahead_days = status.clock_ahead_s.expect("it is pointed out") / 86_400;
        assert!((360..=370).contains(&(ahead_days * months.signum())), "{ahead_days} days");
        assert!(office.verify().unwrap().problems.is_empty());
    }
    Ok(())
}

#[tokio::test]
async fn wrong_usage_ends_with_two_and_a_refusal_with_one() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let run = |words: &[&str]| Command::new(program("guichet-office").unwrap()).args(words).output().unwrap();
    let data = folder.path().to_str().unwrap();
    for words in [
        &["frobnicate"][..],
        &["--data", data, "sync", "--fast"],
        &["list"],
        &["--data", data, "--key-store", "clear", "list"],
    ] {
        assert_eq!(run(words).status.code(), Some(2), "{words:?}");
    }
    let refused = run(&["list", "--data", data, "--json"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(refused.stdout.is_empty());
    let said: serde_json::Value = serde_json::from_slice(&refused.stderr).unwrap();
    assert_eq!(said["code"], "not_enrolled");
    assert_eq!(run(&["--help"]).status.code(), Some(0));
    Ok(())
}

/// Something that gives every caller the same answer.
fn answering(answer: Vec<u8>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let mut request = [0; 64 * 1024];
            let _ = stream.read(&mut request);
            let _ = stream.write_all(&answer);
        }
    });
    format!("http://{address}")
}
