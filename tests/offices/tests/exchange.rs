//! A complaint filed with the line down reaches the centre, and the answer comes back: the programs as they are,
//! without a window.

use desktop::{Centre, Computer, KeyStore, Outcome, Trouble};
use offices::{line, lines};
use serde_json::Value;

fn computer(folder: &std::path::Path, name: &str) -> Computer {
    Computer::new(folder, name, KeyStore::File(folder.join(format!("{name}.key"))))
}

fn sync(computer: &Computer) -> Outcome<Value> {
    computer.ask()?.word("sync").json()
}

fn status(computer: &Computer) -> Outcome<Value> {
    computer.ask()?.word("status").json()
}

fn show(computer: &Computer, reference: &str) -> Outcome<Value> {
    computer.ask()?.words(["show", reference]).json()
}

/// Both verify, and hold the same state byte for byte.
fn must_agree(centre: &Centre, computers: &[&Computer]) -> Outcome<()> {
    let offices = centre.ask()?.word("verify").json()?;
    let fold = offices["offices"]
        .as_array()
        .and_then(|offices| offices.iter().find(|office| office["office"] == "12"))
        .map(|office| office["fold"].clone())
        .ok_or_else(|| Trouble::new(format!("the centre says nothing of office 12: {offices}")))?;
    for computer in computers {
        let verified = computer.ask()?.word("verify").json()?;
        assert_eq!(verified["ok"], true, "{verified}");
        assert_eq!(verified["fold"], fold, "{verified}");
    }
    Ok(())
}

#[tokio::test]
async fn a_complaint_filed_with_the_line_down_is_answered() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let mut centre = Centre::start(folder.path()).await?;
    centre.add_agent("Unit", "unit", "a good password", None)?;
    let computer = computer(folder.path(), "pc1");
    computer.enrol(&centre, "12", ("Anousha Ramdin", "246810"))?;
    sync(&computer)?;

    centre.line_down()?;
    let registered = computer.register(&lines([1]))?;
    let reference = registered[0].0.clone();
    assert!(reference.starts_with("12-1-00001-"), "{reference}");
    assert!(sync(&computer).is_err(), "there is nothing to exchange with");
    let waiting = status(&computer)?;
    assert_eq!(waiting["waiting"], 1);
    assert!(waiting["oldest_waiting_at"].is_string());

    centre.line_up().await?;
    let report = sync(&computer)?;
    assert_eq!(
        (&report["pushed"], &report["waiting"], &report["round_trips"]),
        (&1.into(), &0.into(), &1.into())
    );
    let there = centre.show(&reference)?;
    let here = show(&computer, &reference)?;
    assert_eq!(there["text"], line(1)["text"], "the text is exactly as it came in");
    assert_eq!(there, here, "both show the same");

    centre.agent("unit", &["route", &reference, "--to", "CWA", "--text", "Main pipe"])?;
    centre.agent("unit", &["answer", &reference, "--text", "Dilo pou revini vandredi.", "--definitive"])?;
    let report = sync(&computer)?;
    assert_eq!((&report["pulled"], &report["refused"]), (&2.into(), &0.into()));
    let here = show(&computer, &reference)?;
    assert_eq!(here["status"], "answered");
    assert_eq!(here["answers"][0]["text"], "Dilo pou revini vandredi.");
    let story: Vec<_> = here["history"].as_array().unwrap().iter().map(|step| step["what"].clone()).collect();
    assert_eq!(story, ["registered", "routed", "answered"]);
    assert_eq!(sync(&computer)?["pulled"], 0);
    must_agree(&centre, &[&computer])
}

#[tokio::test]
async fn two_computers_of_an_office_see_each_others_work() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let centre = Centre::start(folder.path()).await?;
    let (one, two) = (computer(folder.path(), "pc1"), computer(folder.path(), "pc2"));
    one.enrol(&centre, "12", ("Anousha Ramdin", "246810"))?;
    two.enrol(&centre, "12", ("Kavi Bundhoo", "135790"))?;
    let first = one.register(&lines(1..4))?;
    let second = two.register(&lines(4..6))?;
    assert!(second[0].0.starts_with("12-2-00001-"));
    for computer in [&one, &two, &one] {
        sync(computer)?;
    }
    must_agree(&centre, &[&one, &two])?;
    assert_eq!(show(&two, &first[2].0)?["text"], line(3)["text"]);
    assert_eq!(show(&one, &second[1].0)?["text"], line(5)["text"]);
    let clerks: Vec<_> = one.ask()?.words(["clerk", "list"]).json_lines()?;
    assert_eq!(clerks.len(), 2, "who may sign in at one may sign in at the other");

    // A note on the other's complaint, in both directions.
    two.ask()?.words(["note", &first[0].0, "--text", "He called again."]).run()?;
    one.ask()?.words(["note", &first[0].0, "--text", "The pipe is old."]).run()?;
    for computer in [&two, &one, &two] {
        sync(computer)?;
    }
    must_agree(&centre, &[&one, &two])?;
    let told = show(&one, &first[0].0)?;
    assert_eq!(told["history"].as_array().unwrap().len(), 3);
    assert_eq!(told, show(&two, &first[0].0)?);
    Ok(())
}

#[tokio::test]
async fn a_change_at_the_centre_reaches_the_desk_beside_an_unsent_note() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let centre = Centre::start(folder.path()).await?;
    centre.add_agent("Unit", "unit", "a good password", None)?;
    let computer = computer(folder.path(), "pc1");
    computer.enrol(&centre, "12", ("Anousha Ramdin", "246810"))?;
    let reference = computer.register(&lines([1]))?[0].0.clone();
    sync(&computer)?;
    centre.agent("unit", &["answer", &reference, "--text", "On Friday.", "--definitive"])?;
    computer.ask()?.words(["note", &reference, "--text", "She came by."]).run()?;
    sync(&computer)?;
    let told = show(&computer, &reference)?;
    let story: Vec<_> = told["history"].as_array().unwrap().iter().map(|step| step["what"].clone()).collect();
    assert_eq!(story, ["registered", "answered", "noted"], "the centre's order, then what was on top");
    must_agree(&centre, &[&computer])
}

#[tokio::test]
async fn the_same_file_registers_nothing_twice_and_a_bad_line_stops_nothing() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let centre = Centre::start(folder.path()).await?;
    let computer = computer(folder.path(), "pc1");
    computer.enrol(&centre, "12", ("Anousha Ramdin", "246810"))?;
    let mut file = lines([1]);
    file.push_str("{\"kind\":\"complaint\", broken\n");
    let mut no_text = line(2);
    no_text["text"] = "  ".into();
    file.push_str(&format!("{no_text}\n"));
    let mut no_category = line(3);
    no_category["category"] = "Moon/Craters".into();
    file.push_str(&format!("{no_category}\n\n"));
    file.push_str(&lines([4]));
    let path = folder.path().join("file.jsonl");
    std::fs::write(&path, &file).unwrap();
    let run = || computer.ask()?.words(["register", "--from", path.to_str().unwrap(), "--json"]).run();
    let said = run().unwrap_err().to_string();
    for (number, reason) in
        [(2, "key must be a string"), (3, "write down what happened"), (4, "no category “Moon/Craters”")]
    {
        let told = said.lines().find(|told| told.contains(&format!("\"line\":{number}"))).unwrap_or_default();
        assert!(told.contains(reason), "line {number}: {said}");
    }
    run().unwrap_err();
    let listed = computer.ask()?.word("list").json_lines()?;
    assert_eq!(listed.len(), 2, "the good lines, once");
    let first = computer.register(&lines([4]))?;
    assert_eq!(listed[0]["reference"], first[0].0.as_str(), "a line that was registered keeps its reference");
    Ok(())
}

#[tokio::test]
async fn a_receipt_and_a_search_need_no_line() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let mut centre = Centre::start(folder.path()).await?;
    let computer = computer(folder.path(), "pc1");
    computer.enrol(&centre, "12", ("Anousha Ramdin", "246810"))?;
    centre.line_down()?;
    let (reference, code) = computer.register(&lines(1..4))?[1].clone();
    for words in [
        "zephir lata",
        "CASE 2",
        "5700 0265",
        "57000265",
        &reference,
        "mahebourg shivananda",
        "Z0101000000047",
    ] {
        let found = computer.ask()?.words(["search", words]).json_lines()?;
        assert!(found.iter().any(|row| row["reference"] == reference.as_str()), "{words}");
    }
    assert!(computer.ask()?.words(["search", "\"*) OR 1"]).json_lines()?.is_empty());
    for (language, word) in [("en", "Receipt"), ("fr", "Récépissé"), ("mfe", "Resi"), ("ar-MA", "وصل")]
    {
        let pdf = folder.path().join(format!("{language}.pdf"));
        computer
            .ask()?
            .words(["receipt", &reference, "--language", language, "--out", pdf.to_str().unwrap()])
            .run()?;
        let text =
            std::process::Command::new("pdftotext").arg(&pdf).arg("-").output().expect("pdftotext runs");
        let text = String::from_utf8_lossy(&text.stdout).into_owned();
        assert!(text.contains(&reference) && text.contains(&code), "{language}: {text}");
        assert!(language == "ar-MA" || text.contains(word), "{language}: {text}");
    }
    Ok(())
}
