//! One end is restored from a backup: nothing that anybody saved is lost, and it is said that the two do not agree.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::path::Path;

use desktop::{Centre, Computer, KeyStore, Outcome};
use offices::{line, lines};

fn computer(folder: &Path) -> Computer {
    Computer::new(folder, "pc1", KeyStore::File(folder.join("pc1.key")))
}

/// Copies the files of a folder, as a backup or to bring one back.
fn copy(from: &Path, to: &Path) {
    let _ = std::fs::remove_dir_all(to);
    std::fs::create_dir_all(to).unwrap();
    for file in std::fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), to.join(file.file_name())).unwrap();
    }
}

/// A centre that is put back to how it was before `today`; returns the references that were registered since.
async fn restored_centre(
    folder: &Path,
    computer: &Computer,
    today: impl AsyncFnOnce(&Centre, &[(String, String)]) -> Outcome<()>,
) -> Outcome<(Centre, Vec<(String, String)>)> {
    let mut centre = Centre::start(folder).await?;
    centre.add_agent("Unit", "unit", "a good password", None)?;
    computer.enrol(&centre, "12", ("Anousha Ramdin", "246810"))?;
    computer.register(&lines([1]))?;
    computer.ask()?.word("sync").run()?;
    let (data, backup) = (folder.join("centre"), folder.join("backup"));
    centre.line_down()?;
    copy(&data, &backup);
    centre.line_up().await?;

    let mut registered = computer.register(&lines([2, 3]))?;
    computer.ask()?.word("sync").run()?;
    today(&centre, &registered).await?;
    centre.line_down()?;
    copy(&backup, &data);
    centre.line_up().await?;
    assert!(centre.show(&registered[0].0).is_err(), "the centre has forgotten today");
    // What is registered meanwhile goes up as well.
    registered.extend(computer.register(&lines([4]))?);
    Ok((centre, registered))
}

fn must_have_all_again(centre: &Centre, registered: &[(String, String)]) -> Outcome<()> {
    for (number, (reference, _)) in (2..).zip(registered) {
        assert_eq!(centre.show(reference)?["text"], line(number)["text"], "the centre has {reference} again");
    }
    assert_eq!(centre.ask()?.word("verify").json()?["ok"], true);
    Ok(())
}

#[tokio::test]
async fn a_centre_restored_from_yesterday_gets_back_from_the_desks_log_what_it_lost() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let computer = computer(folder.path());
    let (centre, registered) = restored_centre(folder.path(), &computer, async |_, _| Ok(())).await?;
    let report = computer.ask()?.word("sync").json()?;
    assert_eq!((&report["waiting"], &report["refused"]), (&0.into(), &0.into()), "{report}");
    must_have_all_again(&centre, &registered)?;
    must_be_equal(&centre, &computer)
}

/// Both ends verify and fold to the same.
fn must_be_equal(centre: &Centre, computer: &Computer) -> Outcome<()> {
    let (there, here) = (centre.ask()?.word("verify").json()?, computer.ask()?.word("verify").json()?);
    assert_eq!((&there["ok"], &here["ok"]), (&true.into(), &true.into()), "{there} {here}");
    let offices = there["offices"].as_array().unwrap();
    let office = offices.iter().find(|office| office["office"] == "12").unwrap();
    assert_eq!(office["fold"], here["fold"], "both are equal again");
    Ok(())
}

#[tokio::test]
async fn a_centre_that_lost_an_answer_gets_it_back_from_the_desk_that_has_read_it() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let computer = computer(folder.path());
    let answered = async |centre: &Centre, registered: &[(String, String)]| {
        centre.agent("unit", &["answer", &registered[0].0, "--text", "On Friday.", "--definitive"])?;
        computer.ask()?.word("sync").run().map(drop)
    };
    let (centre, registered) = restored_centre(folder.path(), &computer, answered).await?;
    let report = computer.ask()?.word("sync").json()?;
    assert_eq!(report["waiting"], 0, "{report}");
    must_have_all_again(&centre, &registered)?;
    for answers in [centre.show(&registered[0].0)?, computer.ask()?.words(["show", &registered[0].0]).json()?]
    {
        let texts: Vec<_> =
            answers["answers"].as_array().unwrap().iter().map(|answer| &answer["text"]).collect();
        assert_eq!(texts, ["On Friday."], "the answer is there once");
    }
    must_be_equal(&centre, &computer)
}

#[tokio::test]
async fn what_the_restored_centre_did_meanwhile_and_what_it_lost_both_count() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let computer = computer(folder.path());
    let noted = async |centre: &Centre, _: &[(String, String)]| {
        let first = computer.ask()?.words(["list", "--json"]).run()?;
        let reference = first.split("\"reference\":\"").last().unwrap().split('"').next().unwrap().to_owned();
        centre.agent("unit", &["note", &reference, "--text", "lost and found"])?;
        computer.ask()?.word("sync").run().map(drop)
    };
    let (centre, registered) = restored_centre(folder.path(), &computer, noted).await?;
    let yesterday = computer.ask()?.words(["list", "--json"]).run()?;
    let oldest = yesterday.split("\"reference\":\"").last().unwrap().split('"').next().unwrap().to_owned();
    centre.agent("unit", &["note", &oldest, "--text", "written after the restore"])?;
    computer.ask()?.word("sync").run()?;
    let told = centre.show(&oldest)?.to_string();
    assert!(told.contains("lost and found") && told.contains("written after the restore"), "{told}");
    must_have_all_again(&centre, &registered)?;
    must_be_equal(&centre, &computer)
}

#[tokio::test]
async fn a_computer_restored_from_an_image_begins_anew_and_loses_nothing() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let centre = Centre::start(folder.path()).await?;
    let computer = computer(folder.path());
    computer.enrol(&centre, "12", ("Anousha Ramdin", "246810"))?;
    computer.ask()?.word("sync").run()?;
    let image = folder.path().join("image");
    copy(computer.data(), &image);

    let lost = computer.register(&lines([1]))?[0].clone();
    computer.ask()?.word("sync").run()?;
    copy(&image, computer.data());
    let after = computer.register(&lines([2]))?[0].clone();
    assert_eq!(after.0, lost.0, "the restored counter issues the reference once more");
    assert_ne!(after.1, lost.1, "and another access code tells the two apart");

    let report = computer.ask()?.word("sync").json()?;
    assert_eq!(report["waiting"], 0, "{report}");
    let references = computer.register(&lines([3]))?;
    assert!(references[0].0.starts_with("12-2-"), "it is another computer now: {references:?}");
    computer.ask()?.word("sync").run()?;
    let kept = computer.ask()?.words(["list", "--json"]).run()?;
    for number in [1, 2, 3] {
        let subject = line(number)["subject"].as_str().unwrap().to_owned();
        assert!(kept.contains(&subject), "{subject}: {kept}");
    }
    must_be_equal(&centre, &computer)
}

/// A centre that is put back to how it was before the computer was admitted, after `before` was done.
async fn centre_before_admission(
    folder: &Path,
    computer: &Computer,
    before: impl FnOnce() -> Outcome<()>,
) -> Outcome<Centre> {
    let mut centre = Centre::start(folder).await?;
    let (data, backup) = (folder.join("centre"), folder.join("backup"));
    centre.line_down()?;
    copy(&data, &backup);
    centre.line_up().await?;
    computer.enrol(&centre, "12", ("Anousha Ramdin", "246810"))?;
    before()?;
    centre.line_down()?;
    copy(&backup, &data);
    centre.line_up().await?;
    Ok(centre)
}

#[tokio::test]
async fn a_centre_that_has_lost_the_admission_itself_takes_the_computer_back() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let computer = computer(folder.path());
    let mut registered = Vec::new();
    let synced = || {
        registered = computer.register(&lines([2, 3]))?;
        computer.ask()?.word("sync").run().map(drop)
    };
    let centre = centre_before_admission(folder.path(), &computer, synced).await?;
    registered.extend(computer.register(&lines([4]))?);
    let report = computer.ask()?.word("sync").json()?;
    assert_eq!(report["waiting"], 0, "{report}");
    assert!(registered[2].0.starts_with("12-1-"), "it is the computer that it was: {registered:?}");
    must_have_all_again(&centre, &registered)?;
    must_be_equal(&centre, &computer)
}

#[tokio::test]
async fn where_another_computer_was_admitted_in_its_place_the_lost_one_begins_anew() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let lost = computer(folder.path());
    let mut registered = Vec::new();
    let synced = || {
        registered = lost.register(&lines([2, 3]))?;
        lost.ask()?.word("sync").run().map(drop)
    };
    let centre = centre_before_admission(folder.path(), &lost, synced).await?;
    let other = Computer::new(folder.path(), "pc2", KeyStore::File(folder.path().join("pc2.key")));
    other.enrol(&centre, "12", ("Devi Appadoo", "135790"))?;
    other.ask()?.word("sync").run()?;
    let report = lost.ask()?.word("sync").json()?;
    assert_eq!(report["waiting"], 0, "{report}");
    assert!(lost.register(&lines([4]))?[0].0.starts_with("12-2-"), "it is another computer now");
    lost.ask()?.word("sync").run()?;
    other.ask()?.word("sync").run()?;
    must_have_all_again(&centre, &registered)?;
    must_be_equal(&centre, &lost)?;
    must_be_equal(&centre, &other)
}

#[tokio::test]
async fn a_computer_with_nothing_to_show_is_admitted_once_more_with_a_new_code() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let computer = computer(folder.path());
    let mut registered = Vec::new();
    let kept_here = || computer.register(&lines([2, 3])).map(|all| registered = all);
    let centre = centre_before_admission(folder.path(), &computer, kept_here).await?;
    let refused = computer.ask()?.word("sync").run().unwrap_err().to_string();
    assert!(refused.contains("the centre does not admit this computer"), "{refused}");
    let wrong = centre.enrolment_code("07")?;
    let refused = computer.ask()?.words(["readmit", "--code", &wrong]).run().unwrap_err().to_string();
    assert!(refused.contains("this code is for another office"), "{refused}");
    let code = centre.enrolment_code("12")?;
    computer.ask()?.words(["readmit", "--code", &code]).json()?;
    let report = computer.ask()?.word("sync").json()?;
    assert_eq!(report["waiting"], 0, "{report}");
    registered.extend(computer.register(&lines([4]))?);
    computer.ask()?.word("sync").run()?;
    let references: std::collections::BTreeSet<_> =
        registered.iter().map(|(reference, _)| reference).collect();
    assert_eq!(references.len(), 3, "no reference is given twice: {registered:?}");
    must_have_all_again(&centre, &registered)?;
    must_be_equal(&centre, &computer)
}
