//! A commune in Morocco works from its own profile: two languages, its own services, days and telephone numbers, with the
//! same programs.

use desktop::{Centre, Computer, KeyStore, Outcome};
use serde_json::json;

#[tokio::test]
async fn the_complaints_cell_of_sefrou_registers_prints_in_arabic_and_gets_the_services_answer() -> Outcome<()>
{
    let folder = tempfile::tempdir().unwrap();
    let profile = concat!(env!("CARGO_MANIFEST_DIR"), "/../../profiles/sefrou");
    let centre = Centre::start_with(folder.path(), profile).await?;
    centre.add_agent("خلية الشكايات", "cellule", "a good password", None)?;
    centre.add_agent("Service technique", "eclairage", "a good password", Some("ECL"))?;
    let key = KeyStore::File(folder.path().join("pc1.key"));
    let computer = Computer::new(folder.path(), "pc1", key);
    computer.enrol(&centre, "01", ("Fatima Alaoui", "246810"))?;
    let text = "المصباح أمام المدرسة لا يشتغل منذ أسبوع. Le lampadaire de la rue 12 est éteint.";
    let complaint = json!({
        "kind": "complaint", "category": "eclairage-public", "subject": "مصباح معطل", "text": text, "language": "ar-MA",
        "citizen": {
            "surname": "العلمي", "other_names": "أحمد", "nic": "CD123456", "phone": "06 61 23 45 67", "email": null,
            "address": "12, Derb Jdid", "locality": "Bab Merba",
        },
        "consent": {"notice": "1", "contact_by": ["phone"]}, "recorded_at": "2026-11-20T10:44:00+01:00", "documents": [],
    });
    let (reference, code) = computer.register(&format!("{complaint}\n"))?.remove(0);
    assert!(reference.starts_with("01-1-00001-"), "{reference}");

    let pdf = folder.path().join("receipt.pdf");
    let out = pdf.to_str().unwrap();
    computer.ask()?.words(["receipt", &reference, "--language", "ar-MA", "--out", out]).run()?;
    let read = std::process::Command::new("pdftotext").arg(&pdf).arg("-").output().expect("pdftotext runs");
    let printed = String::from_utf8_lossy(&read.stdout).into_owned();
    assert!(printed.contains(&reference) && printed.contains(&code), "{printed}");
    assert!(
        printed.chars().any(|letter| ('\u{600}'..='\u{6ff}').contains(&letter)),
        "it is in Arabic: {printed}"
    );

    computer.ask()?.word("sync").json()?;
    let there = centre.show(&reference)?;
    assert_eq!((&there["text"], &there["institution"]), (&json!(text), &json!("ECL")));
    assert_eq!(there["citizen"]["nic"], "CD123456", "any text is a number of the national card");
    assert_eq!(there["citizen"]["phone"], "+212661234567");
    assert!(there["due_at"].as_str().is_some_and(|due| due.starts_with("2027-01-1")), "{}", there["due_at"]);
    centre.agent("cellule", &["route", &reference, "--to", "ECL"])?;
    centre.agent("eclairage", &["answer", &reference, "--text", "تم إصلاح المصباح.", "--definitive"])?;
    computer.ask()?.word("sync").json()?;
    let here = computer.ask()?.words(["show", &reference]).json()?;
    assert_eq!(
        (&here["status"], &here["answers"][0]["text"]),
        (&json!("answered"), &json!("تم إصلاح المصباح."))
    );
    assert_eq!(computer.ask()?.word("verify").json()?["ok"], true);
    Ok(())
}
