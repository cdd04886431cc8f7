//! An office in which every screen has something to show: complaints of all ages and fates, people, a draft, two versions,
//! a deed that was refused, documents, and a line that is down.

use std::path::{Path, PathBuf};

use desktop::{Centre, Computer, KeyStore, Outcome, Trouble};
use serde_json::{Value, json};

pub(crate) const OFFICE: &str = "12";
pub(crate) const HEAD: &str = "Anousha Ramdin";
pub(crate) const PIN: &str = "480213";
const AGENT: &str = "unit";

/// The office.
#[derive(Debug)]
pub(crate) struct Scene {
    /// Its computer.
    pub(crate) here: Computer,
    /// One that waits for the clerk, with all that can be done.
    pub(crate) open: String,
    /// One that is answered, resolved and to be told.
    pub(crate) answered: String,
    /// One with two versions and a refused deed.
    pub(crate) differs: String,
    _centre: Centre,
}

/// Sets it up; the line is down afterwards.
pub(crate) async fn set_up(folder: &Path) -> Outcome<Scene> {
    let mut centre = Centre::start(folder).await?;
    centre.add_agent("Deepa Seechurnah", AGENT, "a good password", None)?;
    let computer =
        |name: &str| Computer::new(folder, name, KeyStore::File(folder.join(format!("{name}.key"))));
    let (here, there) = (computer("pc1"), computer("pc2"));
    here.enrol(&centre, OFFICE, (HEAD, PIN))?;
    there.enrol(&centre, OFFICE, ("Kavi Bundhoo", PIN))?;
    for (name, role) in [("Marie Christelle Ng Cheong Tin", "clerk"), ("Yusuf Joomun", "trainee")] {
        let adding = here.ask()?.words(["clerk", "add", "--name", name, "--role", role, "--pin-stdin"]);
        adding.input(format!("{PIN}\n")).run()?;
    }
    let references: Vec<String> =
        here.register(&registered())?.into_iter().map(|(reference, _)| reference).collect();
    let [answered, open, differs] = [0, 1, 2].map(|at: usize| references[at].clone());
    here.ask()?.words(["attach", &open]).word(document(folder)?).words(["--as", HEAD]).run()?;
    sync(&here)?;
    sync(&there)?;
    fates(&centre, &here, &there, (&answered, &differs))?;
    centre.line_down()?;
    here.register(&waiting())?;
    Ok(Scene { here, open, answered, differs, _centre: centre })
}

fn sync(computer: &Computer) -> Outcome<()> {
    computer.ask()?.word("sync").run().map(drop)
}

/// One is answered and resolved; another is corrected at two places and after it was closed.
fn fates(
    centre: &Centre,
    here: &Computer,
    there: &Computer,
    (answered, differs): (&str, &str),
) -> Outcome<()> {
    let answer =
        "Le tuyau de la rue Pasteur a été réparé le 12. L’eau est revenue.\nMerci d’avoir signalé la fuite.";
    centre.agent(AGENT, &["answer", answered, "--text", answer, "--definitive"])?;
    sync(here)?;
    let correct = |computer: &Computer, field: &str, value: &str, name: &str| -> Outcome<()> {
        computer.ask()?.words(["correct", differs, field, value, "--as", name]).run().map(drop)
    };
    correct(there, "surname", "Zephyr", "Kavi Bundhoo")?;
    sync(there)?;
    for to in ["resolved", "closed"] {
        centre.agent(AGENT, &["status", differs, "--to", to])?;
    }
    correct(here, "surname", "Zéphir", HEAD)?;
    correct(here, "subject", "No water, and the pipe is open", HEAD)?;
    sync(here)
}

fn line(category: &str, text: &str, (surname, other): (&str, &str), more: &Value) -> String {
    let mut line = json!({
        "category": category, "text": text, "language": "mfe", "consent": {"notice": "1", "contact_by": ["phone"]},
        "citizen": {"surname": surname, "other_names": other, "phone": "5700 0265", "locality": "Mahébourg"},
    });
    if let (Some(fields), Some(more)) = (line.as_object_mut(), more.as_object()) {
        fields.extend(more.clone());
    }
    line.to_string()
}

const WATER: &str = "Water/No water / low pressure";
const LEAK: &str = "Water/Leak / burst pipe";

/// What has reached the centre.
fn registered() -> String {
    let nothing = json!({});
    let mut lines = vec![
        line(
            LEAK,
            "Tiyo finn pete divan lakaz «Ti Lakaz», Rue Pasteur.\nDilo pe koule depi 3 zour & personn pa'nn vini; 2 fwa.\n\nÀ l’aide ! 100 % sérieux",
            ("Dookhun-Lafleur", "Jean-Noël Désiré"),
            &nothing,
        ),
        line(
            "Water/Bill or meter dispute",
            "Konter nef, bill ankor pa bon.",
            ("Sookia", "Lata"),
            &json!({"citizen": {"surname": "Sookia", "other_names": "Lata Devi", "nic": "S240358412345Z", "phone": "5700 0265", "locality": "Goodlands"}}),
        ),
        line(WATER, "Pena dilo depi trwa zour.", ("Zephir", "Lata"), &nothing),
        line(
            WATER,
            "انقطاع الماء منذ يومين في حي الزيتون، والأطفال مرضى.",
            ("العلوي", "فاطمة الزهراء"),
            &json!({"language": "ar-MA"}),
        ),
        line(
            "Roads/Sign, hump, crossing, bus stop",
            "Pano «stop» finn tonbe kot lekol; loto pase vit, enn zanfan ti pre pou gagn aksidan, paran pe gagn per.",
            ("Ramgoolam-Beeharry", "Marie Christelle Anoushka"),
            &nothing,
        ),
        line(
            "Social/Elderly person at risk",
            "Enn vie dimounn tousel dan lakaz, li pa manze.",
            ("Appadoo", "Soondaree"),
            &nothing,
        ),
    ];
    for (at, name) in ["Joomun", "Pentiah", "Ng", "Bissessur"].into_iter().enumerate() {
        let recorded = json!({"recorded_at": format!("2026-0{}-12T09:00:00+04:00", at + 1)});
        lines.push(line(WATER, "Pena dilo gramatin ziska aswar.", (name, "Priya"), &recorded));
    }
    lines.join("\n")
}

/// What has not.
fn waiting() -> String {
    let nothing = json!({});
    [
        line(
            "Street lighting/Lamp not working",
            "Lalimier lor poto 4471 pa alime depi enn semenn.",
            ("Labonté", "Ginette"),
            &nothing,
        ),
        line("Roads/Pothole / resurfacing", "Enn gro trou lor sime.", ("Pentiah", "Sheela"), &nothing),
    ]
    .join("\n")
}

/// One page that any reader takes.
fn document(folder: &Path) -> Outcome<PathBuf> {
    let content = "BT /F 48 Tf 60 700 Td (Water bill) Tj ET";
    let text = format!(
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\n\
         endobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 4 0 R >> >> \
         /Contents 5 0 R >>\nendobj\n4 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n5 0 obj\n\
         << /Length {} >>\nstream\n{content}\nendstream\nendobj\ntrailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n",
        content.len()
    );
    let path = folder.join("Water bill of November, CWA, page 1.pdf");
    std::fs::write(&path, text).map_err(|error| Trouble::while_doing(path.display(), error))?;
    Ok(path)
}
