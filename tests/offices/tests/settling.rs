//! What exchanges bring that somebody has to settle: two people corrected one field, or the centre did not accept what
//! was done. Nothing of it is lost, nothing of it holds anything else up.

use desktop::{Centre, Computer, KeyStore, Outcome};
use offices::{lines, scan};
use serde_json::Value;

fn computer(folder: &std::path::Path, name: &str) -> Computer {
    Computer::new(folder, name, KeyStore::File(folder.join(format!("{name}.key"))))
}

fn sync(computers: &[&Computer]) -> Outcome<()> {
    for computer in computers {
        let report = computer.ask()?.word("sync").json()?;
        assert_eq!(report["waiting"], 0, "{report}");
    }
    Ok(())
}

fn show(computer: &Computer, reference: &str) -> Outcome<Value> {
    computer.ask()?.words(["show", reference]).json()
}

fn fold(computer: &Computer) -> Outcome<Value> {
    let verified = computer.ask()?.word("verify").json()?;
    assert_eq!(verified["ok"], true, "{verified}");
    Ok(verified["fold"].clone())
}

/// Two computers of office 12 that both have one complaint, and its reference.
async fn two_computers(folder: &std::path::Path) -> Outcome<(Centre, Computer, Computer, String)> {
    let centre = Centre::start(folder).await?;
    centre.add_agent("Unit", "unit", "a good password", None)?;
    let (one, two) = (computer(folder, "pc1"), computer(folder, "pc2"));
    one.enrol(&centre, "12", ("Anousha Ramdin", "246810"))?;
    two.enrol(&centre, "12", ("Kavi Bundhoo", "135790"))?;
    let reference = one.register(&lines([1]))?[0].0.clone();
    sync(&[&one, &two])?;
    Ok((centre, one, two, reference))
}

#[tokio::test]
async fn two_who_correct_one_field_at_once_keep_both_values_and_somebody_chooses() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let (centre, one, two, reference) = two_computers(folder.path()).await?;
    let correct = |computer: &Computer, field: &str, value: &str, by: &str| {
        computer.ask()?.words(["correct", &reference, field, value, "--as", by]).run()
    };
    correct(&one, "surname", "Zéphir", "Asha")?;
    correct(&two, "surname", "Zephyr", "Kavi")?;
    // Another field is nobody's concern.
    correct(&two, "place", "Rue Shivananda", "Kavi")?;
    sync(&[&one, &two, &one])?;

    for computer in [&one, &two] {
        let conflicts = computer.ask()?.word("conflicts").json_lines()?;
        let values = &conflicts[0]["conflicts"][0]["values"];
        let told: Vec<_> =
            values.as_array().unwrap().iter().map(|kept| (&kept["value"], &kept["by"])).collect();
        assert_eq!(told, [(&"Zéphir".into(), &"Asha".into()), (&"Zephyr".into(), &"Kavi".into())]);
        assert_eq!(computer.ask()?.word("status").json()?["conflicts"], 1);
        assert_eq!(show(computer, &reference)?["place"], "Rue Shivananda");
        for word in ["zephir", "zephyr"] {
            assert_eq!(computer.ask()?.words(["search", word]).json_lines()?.len(), 1, "{word}");
        }
    }
    assert_eq!(centre.show(&reference)?, show(&one, &reference)?);

    two.ask()?.words(["choose", &reference, "surname", "Zephyr", "--as", "Lata"]).run()?;
    sync(&[&two, &one])?;
    assert_eq!(fold(&one)?, fold(&two)?);
    for computer in [&one, &two] {
        assert!(computer.ask()?.word("conflicts").json_lines()?.is_empty());
        let told = show(computer, &reference)?;
        assert_eq!(told["citizen"]["surname"], "Zephyr");
        assert_eq!(told["conflicts"].as_array().unwrap().len(), 0);
    }
    assert_eq!(centre.ask()?.word("verify").json()?["ok"], true);
    Ok(())
}

#[tokio::test]
async fn what_was_not_accepted_is_a_task_with_its_text_until_it_is_done_again_or_settled() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let (centre, one, _, reference) = two_computers(folder.path()).await?;
    for to in ["resolved", "closed"] {
        centre.agent("unit", &["status", &reference, "--to", to])?;
    }
    one.ask()?.words(["correct", &reference, "subject", "No water for three days", "--as", "Asha"]).run()?;
    // What stands behind it is not held up.
    one.ask()?.words(["note", &reference, "--text", "He called.", "--as", "Asha"]).run()?;
    sync(&[&one])?;

    let tasks = one.ask()?.word("tasks").json_lines()?;
    assert_eq!(tasks.len(), 1, "{tasks:?}");
    let task = &tasks[0];
    assert_eq!(
        (&task["what"], &task["text"], &task["refused"], &task["by"], &task["reference"]),
        (
            &"corrected".into(),
            &"No water for three days".into(),
            &"finished".into(),
            &"Asha".into(),
            &reference.as_str().into()
        )
    );
    let id = task["id"].as_str().unwrap();
    let refused = one.ask()?.words(["task", "again", id]).run().expect_err("it is still closed");
    assert!(refused.to_string().contains("finished"), "{refused}");
    assert_eq!(one.ask()?.word("status").json()?["tasks"], 1);

    centre.agent("unit", &["status", &reference, "--to", "reopened"])?;
    sync(&[&one])?;
    one.ask()?.words(["task", "again", &id[..12], "--as", "Lata"]).run()?;
    sync(&[&one])?;
    assert_eq!(show(&one, &reference)?["subject"], "No water for three days");
    assert!(one.ask()?.word("tasks").json_lines()?.is_empty());
    assert_eq!(show(&one, &reference)?, centre.show(&reference)?);
    Ok(())
}

#[tokio::test]
async fn a_document_is_named_everywhere_and_only_what_is_one_is_taken() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let (centre, one, two, reference) = two_computers(folder.path()).await?;
    let pdf = folder.path().join("bill.pdf");
    std::fs::write(&pdf, scan(2_000, 1)).unwrap();
    let attach = |file: &std::path::Path| {
        one.ask()?.words(["attach", &reference, file.to_str().unwrap(), "--name", "Water bill"]).json()
    };
    let told = attach(&pdf)?;
    let hash = told["document"].as_str().unwrap().to_owned();
    let program = folder.path().join("program.pdf");
    std::fs::write(&program, b"MZ\x90\x00").unwrap();
    let refused = attach(&program).expect_err("that is no document");
    assert!(refused.to_string().contains("document_kind"), "{refused}");

    sync(&[&one, &two])?;
    for told in [show(&two, &reference)?, centre.show(&reference)?] {
        let document = &told["documents"][0];
        assert_eq!((&document["document"], &document["name"]), (&hash.as_str().into(), &"Water bill".into()));
    }
    let out = folder.path().join("out.pdf");
    one.ask()?.words(["document", "save", &hash, out.to_str().unwrap()]).run()?;
    assert_eq!(std::fs::read(&out).unwrap(), std::fs::read(&pdf).unwrap());
    Ok(())
}
