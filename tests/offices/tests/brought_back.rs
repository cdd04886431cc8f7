//! A computer dies, and its last backup becomes a computer: with the next exchange it goes on as another one of its
//! office, and nothing that anybody saved is lost.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::path::{Path, PathBuf};

use desktop::{Centre, Computer, KeyStore, Outcome};
use offices::{line, lines};

const PASSPHRASE: &str = "kat pie koko dibor lamer";

fn computer(folder: &Path, name: &str) -> Computer {
    Computer::new(folder, name, KeyStore::File(folder.join(format!("{name}.key"))))
}

/// Sets up backups, makes one, and says where it lies.
fn backed_up(computer: &Computer, stick: &Path) -> Outcome<PathBuf> {
    std::fs::create_dir(stick).unwrap();
    let set_up = computer.ask()?.words(["backup", "set-up", "--place"]).word(stick);
    set_up.variable("GUICHET_BACKUP_PASSPHRASE", PASSPHRASE).run()?;
    let made = computer.ask()?.words(["backup", "now"]).json()?;
    let listed = computer.ask()?.words(["backup", "list"]).json_lines()?;
    assert_eq!(listed.len(), 1, "{listed:?}");
    Ok(made["file"].as_str().unwrap().into())
}

#[tokio::test]
async fn a_computer_that_is_brought_back_from_its_backup_begins_anew_and_loses_nothing() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let centre = Centre::start(folder.path()).await?;
    let dead = computer(folder.path(), "pc1");
    dead.enrol(&centre, "12", ("Anousha Ramdin", "246810"))?;
    let mut registered = dead.register(&lines([1]))?;
    dead.ask()?.word("sync").run()?;
    // In the backup, and not yet sent when it is made.
    registered.extend(dead.register(&lines([2]))?);
    let file = backed_up(&dead, &folder.path().join("stick"))?;
    // Sent, and not in the backup.
    registered.extend(dead.register(&lines([3]))?);
    dead.ask()?.word("sync").run()?;

    let again = computer(folder.path(), "pc1-again");
    let restore = |passphrase: &str| {
        let words = again.ask()?.words(["backup", "restore"]).word(&file).word("--into").word(again.data());
        words.variable("GUICHET_BACKUP_PASSPHRASE", passphrase).run()
    };
    let refused = restore("kat pie koko dibor later").unwrap_err().to_string();
    assert!(refused.contains("does not open this backup"), "{refused}");
    restore(PASSPHRASE)?;
    let refused = restore(PASSPHRASE).unwrap_err().to_string();
    assert!(refused.contains("already"), "a store is never replaced: {refused}");

    registered.extend(again.register(&lines([4]))?);
    let report = again.ask()?.word("sync").json()?;
    assert_eq!((&report["waiting"], &report["refused"]), (&0.into(), &0.into()), "{report}");
    let later = again.register(&lines([5]))?;
    again.ask()?.word("sync").run()?;
    assert_ne!(later[0].0[..5], registered[0].0[..5], "it goes on as another computer of its office");
    registered.extend(later);
    for (number, (reference, _)) in (1..).zip(&registered) {
        let found = again.ask()?.words(["show", reference]).json_lines()?;
        assert!(found.iter().any(|found| found["text"] == line(number)["text"]), "{reference} is here");
    }
    let (there, here) = (centre.ask()?.word("verify").json()?, again.ask()?.word("verify").json()?);
    assert_eq!((&there["ok"], &here["ok"]), (&true.into(), &true.into()), "{there} {here}");
    let offices = there["offices"].as_array().unwrap();
    let office = offices.iter().find(|office| office["office"] == "12").unwrap();
    assert_eq!((&office["fold"], &office["complaints"]), (&here["fold"], &here["complaints"]));
    assert_eq!(here["complaints"], 5, "all five, and each once");
    Ok(())
}
