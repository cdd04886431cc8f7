//! Documents between the programs of an office and the centre: up when nothing else waits, down to whoever asks, over
//! the line and on a stick.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::path::Path;

use desktop::{Centre, Computer, KeyStore, Outcome};
use offices::{lines, scan};
use serde_json::Value;

fn computer(folder: &Path, name: &str) -> Computer {
    Computer::new(folder, name, KeyStore::File(folder.join(format!("{name}.key"))))
}

/// Adds a scan of that many bytes; its hash.
fn attach(computer: &Computer, folder: &Path, reference: &str, bytes: usize) -> Outcome<String> {
    let file = folder.join(format!("{bytes}.pdf"));
    std::fs::write(&file, scan(bytes, 7)).unwrap();
    let told = computer.ask()?.words(["attach", reference]).word(&file).json()?;
    Ok(told["document"].as_str().unwrap().to_owned())
}

/// What `show` says of the document.
fn document(shown: &Value, hash: &str) -> Value {
    let documents = shown["documents"].as_array().unwrap();
    documents.iter().find(|document| document["document"] == hash).unwrap().clone()
}

fn show(computer: &Computer, reference: &str) -> Outcome<Value> {
    computer.ask()?.words(["show", reference]).json()
}

fn saved(computer: &Computer, folder: &Path, hash: &str) -> Outcome<Vec<u8>> {
    let file = folder.join("saved.pdf");
    computer.ask()?.words(["document", "save", hash]).word(&file).run()?;
    Ok(std::fs::read(file).unwrap())
}

fn must_verify(centre: &Centre, computers: &[&Computer]) -> Outcome<()> {
    let audit = centre.ask()?.word("verify").json()?;
    assert_eq!(audit["ok"], true, "{audit}");
    for computer in computers {
        let verified = computer.ask()?.word("verify").json()?;
        assert_eq!(verified["ok"], true, "{verified}");
    }
    Ok(())
}

#[tokio::test]
async fn a_document_goes_to_the_centre_by_itself_and_to_another_computer_when_somebody_asks() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let centre = Centre::start(folder.path()).await?;
    let (one, two) = (computer(folder.path(), "pc1"), computer(folder.path(), "pc2"));
    one.enrol(&centre, "12", ("Anousha Ramdin", "246810"))?;
    two.enrol(&centre, "12", ("Kavi Bundhoo", "135790"))?;
    let reference = one.register(&lines([1]))?[0].0.clone();
    let hash = attach(&one, folder.path(), &reference, 150_000)?;
    let here = document(&show(&one, &reference)?, &hash);
    assert_eq!((&here["here"], &here["sent"], &here["at_centre"]), (&true.into(), &false.into(), &0.into()));
    assert_eq!(one.ask()?.word("status").json()?["documents_left_bytes"], 150_000);

    let report = one.ask()?.word("sync").json()?;
    assert_eq!((&report["waiting"], &report["documents_waiting"]), (&0.into(), &0.into()), "{report}");
    assert_eq!(document(&show(&one, &reference)?, &hash)["sent"], true);
    assert_eq!(document(&centre.show(&reference)?, &hash)["whole"], true);

    two.ask()?.word("sync").run()?;
    let elsewhere = document(&show(&two, &reference)?, &hash);
    assert_eq!((&elsewhere["here"], &elsewhere["have"]), (&false.into(), &0.into()));
    let early = two
        .ask()?
        .words(["document", "save", &hash])
        .word(folder.path().join("early.pdf"))
        .word("--json")
        .run();
    assert!(early.unwrap_err().to_string().contains("document_on_its_way"));
    two.ask()?.words(["document", "fetch", &hash]).run()?;
    assert_eq!(document(&show(&two, &reference)?, &hash)["asked"], true);
    two.ask()?.word("sync").run()?;
    assert!(saved(&two, folder.path(), &hash)? == scan(150_000, 7));
    must_verify(&centre, &[&one, &two])
}

#[tokio::test]
async fn documents_travel_on_a_stick_both_ways() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let mut centre = Centre::start(folder.path()).await?;
    let (one, two) = (computer(folder.path(), "pc1"), computer(folder.path(), "pc2"));
    one.enrol(&centre, "12", ("Anousha Ramdin", "246810"))?;
    two.enrol(&centre, "12", ("Kavi Bundhoo", "135790"))?;
    centre.line_down()?;
    let stick = |name: &str| folder.path().join(name);
    let carry = |centre: &Centre, computer: &Computer| -> Outcome<(Value, Value)> {
        let out = computer.ask()?.words(["carry", "out"]).word(stick("request")).json()?;
        let taking = centre.ask()?.words(["carry", "in"]).word(stick("request"));
        taking.word("--reply").word(stick("reply")).run()?;
        Ok((out, computer.ask()?.words(["carry", "in"]).word(stick("reply")).json()?))
    };
    let reference = one.register(&lines([1]))?[0].0.clone();
    let first = attach(&one, folder.path(), &reference, 300_000)?;
    let second = attach(&one, folder.path(), &reference, 5_000)?;
    let (out, back) = carry(&centre, &one)?;
    assert_eq!((&out["documents"], &back["documents_waiting"]), (&2.into(), &0.into()), "{out} {back}");
    assert_eq!(carry(&centre, &one)?.0["documents"], 0, "what has arrived is not carried twice");
    assert_eq!(document(&centre.show(&reference)?, &first)["whole"], true);

    carry(&centre, &two)?;
    for hash in [&first, &second] {
        two.ask()?.words(["document", "fetch", hash]).run()?;
    }
    carry(&centre, &two)?;
    assert!(saved(&two, folder.path(), &first)? == scan(300_000, 7));
    assert!(saved(&two, folder.path(), &second)? == scan(5_000, 7));
    must_verify(&centre, &[&one, &two])
}

#[tokio::test]
async fn of_a_stick_that_was_pulled_the_whole_slices_count() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let mut centre = Centre::start(folder.path()).await?;
    let one = computer(folder.path(), "pc1");
    one.enrol(&centre, "12", ("Anousha Ramdin", "246810"))?;
    centre.line_down()?;
    let reference = one.register(&lines([1]))?[0].0.clone();
    let hash = attach(&one, folder.path(), &reference, 400_000)?;
    let request = folder.path().join("request");
    one.ask()?.words(["carry", "out"]).word(&request).run()?;
    let whole = std::fs::read(&request).unwrap();
    std::fs::write(&request, &whole[..250_000]).unwrap();
    let reply = folder.path().join("reply");
    let taking = centre.ask()?.words(["carry", "in"]).word(&request);
    let _ = taking.word("--reply").word(&reply).run();
    let have = document(&centre.show(&reference)?, &hash)["have"].as_u64().unwrap();
    assert!((100_000..250_000).contains(&have), "{have}");
    centre.line_up().await?;
    let report = one.ask()?.word("sync").json()?;
    assert_eq!(report["documents_waiting"], 0);
    let up = report["bytes_up"].as_u64().unwrap();
    assert!(
        up < 400_000 - have + 70_000,
        "what had crossed on the stick is not sent again: {up} after {have}"
    );
    must_verify(&centre, &[&one])
}
