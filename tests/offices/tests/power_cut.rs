//! The plug is pulled in the middle of the work: what was printed is kept, and nothing is doubled.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use desktop::{Centre, Computer, KeyStore, Outcome, program};
use offices::lines;
use serde_json::Value;

const COUNT: u32 = 1_500;

#[tokio::test]
async fn what_was_printed_survives_and_the_rest_is_registered_once() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let centre = Centre::start(folder.path()).await?;
    let key = folder.path().join("pc1.key");
    let computer = Computer::new(folder.path(), "pc1", KeyStore::File(key.clone()));
    computer.enrol(&centre, "12", ("Anousha Ramdin", "246810"))?;
    let file = folder.path().join("complaints.jsonl");
    std::fs::write(&file, lines(0..COUNT)).unwrap();

    let mut printed = BTreeSet::new();
    // Later and later, so that each run first meets what the ones before it have registered.
    for stop_after in [1, 130, 300, 520, 900] {
        let mut running = Command::new(program("guichet-office")?)
            .arg("--data")
            .arg(computer.data())
            .arg("--key-store")
            .arg(format!("file:{}", key.display()))
            .args(["register", "--json", "--from"])
            .arg(&file)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let told = BufReader::new(running.stdout.take().unwrap()).lines().take(stop_after);
        let told: Vec<Value> = told.map(|line| serde_json::from_str(&line.unwrap()).unwrap()).collect();
        running.kill().unwrap();
        running.wait().unwrap();
        printed.extend(told.iter().map(|line| line["reference"].as_str().unwrap().to_owned()));

        let listed = computer.ask()?.word("list").json_lines()?;
        let listed: BTreeSet<_> =
            listed.iter().map(|row| row["reference"].as_str().unwrap().to_owned()).collect();
        assert!(printed.is_subset(&listed), "something that was printed is gone");
        assert_eq!(computer.ask()?.word("verify").json()?["ok"], true);
    }

    let all = computer.ask()?.words(["register", "--from", file.to_str().unwrap()]).json_lines()?;
    let references: BTreeSet<_> =
        all.iter().map(|line| line["reference"].as_str().unwrap().to_owned()).collect();
    assert_eq!(references.len(), COUNT as usize, "each line has one reference of its own");
    assert!(printed.is_subset(&references), "a line keeps its reference");
    assert_eq!(computer.ask()?.word("list").json_lines()?.len(), COUNT as usize, "nothing is doubled");

    computer.ask()?.word("sync").run()?;
    let offices = centre.ask()?.word("verify").json()?;
    let office =
        offices["offices"].as_array().unwrap().iter().find(|office| office["office"] == "12").unwrap();
    assert_eq!(office["complaints"], COUNT);
    assert_eq!(office["fold"], computer.ask()?.word("verify").json()?["fold"]);
    Ok(())
}

#[tokio::test]
async fn a_centre_that_is_killed_in_the_middle_of_an_exchange_has_all_or_nothing_of_a_batch() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let mut centre = Centre::start(folder.path()).await?;
    let computer = Computer::new(folder.path(), "pc1", KeyStore::File(folder.path().join("pc1.key")));
    computer.enrol(&centre, "12", ("Anousha Ramdin", "246810"))?;
    let file = folder.path().join("complaints.jsonl");
    std::fs::write(&file, lines(0..COUNT)).unwrap();
    computer.ask()?.words(["register", "--from", file.to_str().unwrap()]).run()?;
    let exchange = computer.ask()?.word("sync");
    let exchanging = std::thread::spawn(move || exchange.run());
    // Somewhere in the exchange, or before or after it: whichever it is must hold.
    while !exchanging.is_finished() && is_at_rest(&folder.path().join("centre")) {
        std::thread::yield_now();
    }
    centre.kill()?;
    let _ = exchanging.join();
    centre.line_up().await?;
    computer.ask()?.word("sync").run()?;
    let status = computer.ask()?.word("status").json()?;
    assert_eq!(status["waiting"], 0, "{status}");
    let offices = centre.ask()?.word("verify").json()?;
    assert_eq!(offices["ok"], true);
    let office =
        offices["offices"].as_array().unwrap().iter().find(|office| office["office"] == "12").unwrap();
    assert_eq!(
        (&office["complaints"], &office["fold"]),
        (&COUNT.into(), &computer.ask()?.word("verify").json()?["fold"])
    );
    Ok(())
}

/// Whether the centre's write-ahead log is still as it was at rest: it grows when a batch is being written.
fn is_at_rest(centre: &std::path::Path) -> bool {
    std::fs::metadata(centre.join("centre.db-wal")).is_ok_and(|log| log.len() < 1024 * 1024)
}
