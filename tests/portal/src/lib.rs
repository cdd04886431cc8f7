//! A centre with a few complaints in it, for the tests of its pages. The browser itself is driven by the crate
//! `desktop`, whose `Page` looks the same whether a window or a browser shows it.

mod mail;

use std::path::Path;

use desktop::{Centre, Computer, KeyStore, Outcome, Trouble};
use serde_json::json;

pub use mail::Mailbox;

/// A complaint as its receipt names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The reference.
    pub reference: String,
    /// The access code.
    pub access_code: String,
}

/// A centre that has work to do.
#[derive(Debug)]
pub struct Seeded {
    /// The centre, serving.
    pub centre: Centre,
    /// About a burst pipe, in Kreol; with the unit.
    pub pipe: Receipt,
    /// About a pension, in Arabic; with the unit.
    pub pension: Receipt,
    /// About violence, which few people may see; with the unit.
    pub violent: Receipt,
}

/// The agent of the unit, and that agent's password.
pub const UNIT: (&str, &str, &str) = ("Deepa Seechurnah", "deepa", "lagon-filao-2026");
/// The agent of the water authority, and that agent's password.
pub const WATER: (&str, &str, &str) = ("Cédric Rosalbert", "cedric", "dilo-larivier-2026");

/// The head of the water authority.
pub const HEAD: (&str, &str, &str) = ("Yusuf Peerally", "yusuf", "dilo-rezervwar-2026");
/// The administrator.
pub const ADMIN: (&str, &str, &str) = ("Amina Joomun", "amina", "kle-lakaz-laba-2026");
/// The auditor.
pub const AUDITOR: (&str, &str, &str) = ("Odile Lagesse", "odile", "liv-kont-ble-2026");
/// Somebody of the task force.
pub const TASK_FORCE: (&str, &str, &str) = ("Tara Gopaul", "tara", "renion-lindi-2026");
/// Somebody of the office, on the centre's pages.
pub const OFFICE: (&str, &str, &str) = ("Kavi Bundhoo", "kavi", "biro-maebour-2026");

/// What the citizen of [`Seeded::pipe`] said. It holds what a page must not take for its own.
pub const PIPE: &str = "Tiyo finn pete divan lakaz, Rue Pasteur, Goodlands. <b>Dilo</b> pe koule depi 3 zour & personn \
                        pa’nn vini; mo'nn telefone \"de\" fwa.";
/// What the citizen of [`Seeded::pension`] said.
pub const PENSION: &str = "لم أتوصل بمعاش الشيخوخة منذ شهرين، رغم أني قدمت كل الوثائق إلى المكتب.";

/// Starts a centre in the folder and lets an office register and send its complaints.
///
/// # Errors
/// What is missing, or what a program said.
pub async fn seeded(folder: &Path) -> Outcome<Seeded> {
    let centre = Centre::start(folder).await?;
    centre.add_agent(UNIT.0, UNIT.1, UNIT.2, None)?;
    centre.add_agent(WATER.0, WATER.1, WATER.2, Some("CWA"))?;
    for (who, role, place) in [
        (HEAD, "head", &["--institution", "CWA"][..]),
        (ADMIN, "admin", &[]),
        (AUDITOR, "auditor", &[]),
        (TASK_FORCE, "task_force", &[]),
        (OFFICE, "cab", &["--office", "12"]),
    ] {
        centre.add_agent_as(who, role, place)?;
    }
    let office = Computer::new(folder, "office", KeyStore::File(folder.join("office.key")));
    office.enrol(&centre, "12", ("Anousha Ramdin", "480213"))?;
    let receipts = office.register(&lines())?;
    office.ask()?.word("sync").run()?;
    let mut receipts =
        receipts.into_iter().map(|(reference, access_code)| Receipt { reference, access_code });
    match (receipts.next(), receipts.next(), receipts.next()) {
        (Some(pipe), Some(pension), Some(violent)) => Ok(Seeded { centre, pipe, pension, violent }),
        _ => Err(Trouble::new("the office registered less than three complaints")),
    }
}

/// What the office registers: the two complaints of the tests, and others around them.
fn lines() -> String {
    let pipe = json!({
        "kind": "complaint", "category": "Water/Leak / burst pipe", "text": PIPE, "language": "mfe",
        "subject": "Tiyo pete Rue Pasteur", "place": "Rue Pasteur, Goodlands",
        "citizen": {"surname": "Lafleur", "other_names": "Jean-Noël", "phone": "5251 2345", "locality": "Goodlands"},
        "consent": {"notice": "1", "contact_by": ["phone", "visit"]},
    });
    let pension = json!({
        "kind": "complaint", "category": "Social/Pension or allowance stopped/late", "text": PENSION,
        "language": "ar-MA", "citizen": {"surname": "العلوي", "other_names": "فاطمة"},
        "consent": {"notice": "1", "contact_by": ["letter"]},
    });
    let lamp = json!({
        "kind": "request", "category": "Refuse/Bulky / cyclone waste", "language": "fr",
        "text": "Des branches du cyclone bloquent encore l’entrée de la ruelle Mangue depuis plus d’une semaine.",
        "citizen": {"surname": "Ah-Kee", "other_names": "Marie Claire"}, "consent": {"notice": "1"},
    });
    let noise = json!({
        "kind": "complaint", "category": "Environment/Noise", "language": "en",
        "text": "A workshop next door grinds metal every night until two in the morning.",
        "consent": {"notice": "1"},
    });
    let violent = json!({
        "kind": "complaint", "category": "Family/Child or domestic violence", "language": "mfe",
        "text": "Mo tann enn zanfan plore tou le swar dan lakaz vwazin.",
        "citizen": {"surname": "Perrine"}, "consent": {"notice": "1"},
    });
    let again = json!({
        "kind": "complaint", "category": "Water/Leak / burst pipe", "language": "mfe", "subject": "Dilo pe koule",
        "text": "Dilo pe koule depi 3 zour Rue Pasteur, tiyo finn pete divan lakaz, personn pa’nn vini.",
        "place": "Rue Pasteur, Goodlands", "citizen": {"surname": "Ramgoolam", "other_names": "Devi"},
        "consent": {"notice": "1"},
    });
    [pipe, pension, violent, lamp, noise, again].map(|line| format!("{line}\n")).concat()
}
