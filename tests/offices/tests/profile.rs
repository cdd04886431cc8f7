//! A change of the profile on its way from the centre to a desk, with the real programs: what was registered before keeps its
//! name and its day, and what was registered offline in between is taken.

use std::path::Path;

use desktop::{Centre, Computer, KeyStore, Outcome};
use serde_json::{Value, json};

/// How registers name the two categories.
const OLD: &str = "Rues et éclairage/Éclairage public";
const NEW: &str = "Rues et éclairage/Lampadaires";

fn complaint(category: &str) -> String {
    let complaint = json!({
        "kind": "complaint", "category": category, "subject": "Lampadaire éteint", "text": "Le lampadaire est éteint.",
        "language": "fr",
        "citizen": {
            "surname": "Alaoui", "other_names": "Ahmed", "nic": null, "phone": "06 61 23 45 67", "email": null,
            "address": null, "locality": "Bab Merba",
        },
        "consent": {"notice": "1", "contact_by": ["phone"]}, "recorded_at": null, "documents": [],
    });
    format!("{complaint}\n")
}

/// Lets the centre use a folder that was exported and changed.
fn change(centre: &Centre, folder: &Path, change: impl FnOnce(String) -> String) -> Outcome<Value> {
    let place = folder.to_str().expect("the path is text");
    centre.ask()?.words(["profile", "export", place]).json()?;
    let file = folder.join("categories.csv");
    let text = std::fs::read_to_string(&file).expect("it was exported");
    std::fs::write(&file, change(text)).expect("the folder can be written");
    centre.ask()?.words(["profile", "check", place]).json()?;
    centre.ask()?.words(["profile", "use", place, "--note", "Un service de plus"]).json()
}

#[tokio::test]
async fn a_category_that_is_added_at_the_centre_can_be_chosen_at_the_desk_and_a_closed_one_is_still_shown()
-> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let profile = concat!(env!("CARGO_MANIFEST_DIR"), "/../../profiles/sefrou");
    let centre = Centre::start_with(folder.path(), profile).await?;
    let computer = Computer::new(folder.path(), "pc1", KeyStore::File(folder.path().join("pc1.key")));
    computer.enrol(&centre, "01", ("Fatima Alaoui", "246810"))?;
    let (before, _) = computer.register(&complaint("eclairage-public"))?.remove(0);
    computer.ask()?.word("sync").json()?;
    let promised = centre.show(&before)?["due_at"].clone();
    assert!(promised.is_string());

    // The old lights are closed, the new ones take a day longer.
    let changed = change(&centre, &folder.path().join("changed"), |text| {
        let mut lines: Vec<String> = text.lines().map(|line| format!("{line},")).collect();
        lines[0].push_str("closed_from");
        let old = lines.iter().position(|line| line.starts_with("eclairage-public,")).expect("it is there");
        let new = lines[old].replacen("eclairage-public", "lampadaires", 1).replace(",36,", ",9,");
        let new = new.replacen(OLD, NEW, 1);
        lines[old].push_str("2026-01-01");
        lines.insert(old + 1, new);
        lines.join("\n") + "\n"
    })?;
    assert_eq!(changed["version"], 2);

    // The desk has not heard of it: it registers by the version that it has.
    let (offline, _) = computer.register(&complaint("eclairage-public"))?.remove(0);
    assert!(computer.register(&complaint("lampadaires")).is_err());
    computer.ask()?.word("sync").json()?;
    assert_eq!(centre.show(&offline)?["category"], OLD);
    let (after, _) = computer.register(&complaint("lampadaires"))?.remove(0);
    computer.ask()?.word("sync").json()?;
    assert_eq!(centre.show(&after)?["category"], NEW);
    assert_ne!(centre.show(&after)?["due_at"], promised);
    for reference in [&before, &offline] {
        let here = computer.ask()?.words(["show", reference]).json()?;
        assert_eq!((&here["category"], &here["due_at"]), (&json!(OLD), &promised));
        assert_eq!(centre.show(reference)?["due_at"], promised);
    }
    assert_eq!(computer.ask()?.word("verify").json()?["ok"], true);
    let audit = centre.ask()?.word("verify").json()?;
    assert_eq!(audit["ok"], true, "{audit}");
    Ok(())
}
