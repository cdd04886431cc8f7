//! An office that gets its computer before it gets a line: the centre's file on a stick, the code on a letter, and a
//! desk that registers at once.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::path::Path;

use desktop::{Centre, Computer, KeyStore, Outcome};
use offices::lines;
use serde_json::Value;

fn computer(folder: &Path, name: &str) -> Computer {
    Computer::new(folder, name, KeyStore::File(folder.join(format!("{name}.key"))))
}

/// The centre's answer for each office: `office`, `computer`, `file`, `code`.
fn provision(centre: &Centre, offices: &[&str], out: &Path) -> Outcome<Vec<Value>> {
    let asked = centre.ask()?.words(["office", "provision"]).words(offices.iter().copied());
    asked.words(["--server", &centre.url(), "--out"]).word(out).json_lines()
}

fn enrol(computer: &Computer, file: &str, code: &str) -> Outcome<String> {
    computer.ask()?.words(["enrol", "--from", file, "--code", code, "--json"]).run()
}

#[tokio::test]
async fn a_computer_without_a_line_is_enrolled_from_a_file_registers_at_once_and_exchanges_later()
-> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let mut centre = Centre::start(folder.path()).await?;
    let made = provision(&centre, &["12"], &folder.path().join("stick"))?.remove(0);
    let (file, code) = (made["file"].as_str().unwrap(), made["code"].as_str().unwrap());
    centre.line_down()?;

    let pc = computer(folder.path(), "pc1");
    let told: Value =
        serde_json::from_str(&enrol(&pc, file, &code.to_lowercase().replace('-', " "))?).unwrap();
    assert_eq!((&told["office"], &told["device"]), (&"12".into(), &1.into()), "{told}");
    let adding =
        pc.ask()?.words(["clerk", "add", "--name", "Anousha Ramdin", "--role", "head", "--pin-stdin"]);
    adding.input("246810\n").run()?;
    let registered = pc.register(&lines([1, 2]))?;
    assert!(registered[0].0.starts_with("12-1-00001-"), "{registered:?}");
    assert_eq!(pc.ask()?.word("status").json()?["waiting"], 3);

    centre.line_up().await?;
    let exchanged = pc.ask()?.word("sync").json()?;
    assert_eq!((&exchanged["pushed"], &exchanged["waiting"]), (&3.into(), &0.into()), "{exchanged}");
    assert_eq!(centre.show(&registered[1].0)?["text"], offices::line(2)["text"]);
    assert_eq!(pc.ask()?.word("verify").json()?["ok"], true);
    Ok(())
}

#[tokio::test]
async fn a_wrong_code_another_file_and_a_damaged_one_are_told_and_the_computer_stays_as_it_was() -> Outcome<()>
{
    let folder = tempfile::tempdir().unwrap();
    let centre = Centre::start(folder.path()).await?;
    let out = folder.path().join("stick");
    let made = provision(&centre, &["12", "13"], &out)?;
    let file = |place: usize| made[place]["file"].as_str().unwrap().to_owned();
    let code = |place: usize| made[place]["code"].as_str().unwrap().to_owned();
    let cut = folder.path().join("cut.guichet");
    let whole = std::fs::read(file(0)).unwrap();
    std::fs::write(&cut, &whole[..whole.len() - 20]).unwrap();
    let other = folder.path().join("letter.pdf");
    std::fs::write(&other, b"%PDF-1.7").unwrap();

    let pc = computer(folder.path(), "pc1");
    let tries = [
        (file(0), code(1), "office_file_code_wrong"),
        (cut.display().to_string(), code(0), "office_file_damaged"),
        (other.display().to_string(), code(0), "office_file_other"),
        (folder.path().join("none").display().to_string(), code(0), "file_failed"),
    ];
    for (file, code, expected) in tries {
        let said = enrol(&pc, &file, &code).expect_err("it should have failed").to_string();
        assert!(said.contains(&format!("\"code\":\"{expected}\"")), "{expected}: {said}");
        assert!(!pc.data().join("office.db").exists());
    }
    enrol(&pc, &file(1), &code(1))?;
    assert_eq!(pc.ask()?.word("sync").json()?["waiting"], 0);
    // What is there is not written over: its computer waits for whoever holds the code.
    let again = provision(&centre, &["12"], &out).expect_err("the file is there").to_string();
    assert!(again.contains("office-12.guichet"), "{again}");
    assert_eq!(std::fs::read(file(0)).unwrap(), whole);
    Ok(())
}
