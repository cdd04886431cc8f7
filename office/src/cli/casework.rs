//! The verbs of a complaint's way from the counter to its end, and the lists of a day: the morning, who is to be told.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::arguments::Arguments;
use super::verbs::{only, say, show};
use crate::error::OfficeError;
use crate::open::Office;
use crate::view::{ContactWay, Deed};

type Result<T> = std::result::Result<T, OfficeError>;

/// Which complaint, in whose name.
#[derive(Debug, Args)]
pub(super) struct On {
    /// The complaint's reference.
    reference: String,
    /// The name under which it is done.
    #[arg(long = "as", value_name = "NAME", default_value = "administrator")]
    author: String,
}

#[derive(Debug, Subcommand)]
pub(super) enum CaseVerb {
    /// What is overdue, due today, to decide, to tell and new.
    Morning,
    /// List what was done on this computer today and is confirmed by the centre.
    Sent,
    /// List the citizens to tell, those who have waited longest first.
    ToTell,
    /// Note that a citizen was told everything that is to be told, or that nobody answered.
    Tell {
        #[command(flatten)]
        on: On,
        /// phone, sms, letter, email or visit.
        #[arg(long, default_value = "phone")]
        way: String,
        /// Nobody answered.
        #[arg(long)]
        not_reached: bool,
        /// What the citizen said.
        #[arg(long, default_value = "")]
        text: String,
    },
    /// Ask the citizen for a document; the clock stands from then on.
    AskForDocument {
        #[command(flatten)]
        on: On,
        /// Which one.
        what: String,
        /// The day by which it is to be brought, as 2026-12-08.
        #[arg(long, default_value = "")]
        until: String,
        #[command(flatten)]
        told: Told,
    },
    /// The citizen has brought what was asked for; the clock goes on.
    DocumentBrought {
        #[command(flatten)]
        on: On,
        /// A remark.
        #[arg(long, default_value = "")]
        text: String,
    },
    /// Settle what the office may settle by itself.
    Resolve {
        #[command(flatten)]
        on: On,
        /// What was done.
        #[arg(long)]
        text: String,
        #[command(flatten)]
        told: Told,
    },
    /// Thank for a suggestion.
    Thank {
        #[command(flatten)]
        on: On,
        /// The thanks.
        #[arg(long)]
        text: String,
        #[command(flatten)]
        told: Told,
    },
    /// Pass it on to an institution.
    PassOn {
        #[command(flatten)]
        on: On,
        /// The institution's code.
        to: String,
        /// A remark.
        #[arg(long, default_value = "")]
        text: String,
    },
    /// Hand it over to another office.
    HandOver {
        #[command(flatten)]
        on: On,
        /// The office's code.
        to: String,
        /// A remark.
        #[arg(long, default_value = "")]
        text: String,
    },
    /// Bring it before somebody above.
    Escalate {
        #[command(flatten)]
        on: On,
        /// Why.
        #[arg(long)]
        text: String,
        /// An institution's code; otherwise the unit at the centre.
        #[arg(long, default_value = "")]
        to: String,
    },
    /// Take it up once more.
    Reopen {
        #[command(flatten)]
        on: On,
        /// Why.
        #[arg(long)]
        text: String,
    },
    /// Close it, with what the citizen thinks of it.
    Close {
        #[command(flatten)]
        on: On,
        /// A remark.
        #[arg(long, default_value = "")]
        text: String,
        /// 1 (not at all content) to 5 (entirely).
        #[arg(long, default_value_t = 0)]
        stars: u8,
        /// What the citizen said of it.
        #[arg(long, default_value = "")]
        opinion: String,
        #[command(flatten)]
        told: Told,
    },
    /// Write down what the citizen thinks of it.
    Rate {
        #[command(flatten)]
        on: On,
        /// 1 (not at all content) to 5 (entirely).
        stars: u8,
        /// In the citizen's words.
        #[arg(long, default_value = "")]
        text: String,
    },
    /// Say that two complaints belong together.
    Link {
        #[command(flatten)]
        on: On,
        /// The other one's reference.
        other: String,
        /// same, related or continues.
        #[arg(long, default_value = "related")]
        relation: String,
    },
    /// Withdraw it at the citizen's wish.
    Withdraw {
        #[command(flatten)]
        on: On,
        /// The reason.
        #[arg(long, default_value = "")]
        text: String,
    },
    /// Take back what was done last under this name and has not left this computer.
    Undo {
        #[command(flatten)]
        on: On,
    },
}

/// Whether the citizen heard of it on the spot.
#[derive(Debug, Clone, Copy, Args)]
pub(super) struct Told {
    /// The citizen stands at the counter and has been told just now.
    #[arg(long)]
    told: bool,
}

pub(super) fn run(arguments: &Arguments, office: &Office, verb: &CaseVerb) -> Result<ExitCode> {
    match verb {
        CaseVerb::Morning => morning(arguments, office),
        CaseVerb::Sent => sent(arguments, office),
        CaseVerb::ToTell => to_tell(arguments, office),
        CaseVerb::Withdraw { on, text } => {
            let author = Office::administrator(&on.author);
            office.withdraw(only(office, &on.reference)?.complaint.id, text, &author)?;
            show(arguments, office, &on.reference)
        }
        CaseVerb::Undo { on } => undo(arguments, office, on),
        CaseVerb::Tell { on, way, not_reached, text } => {
            let record = only(office, &on.reference)?;
            let waiting = record.complaint.to_tell().map(|tell| tell.steps).unwrap_or_default();
            let steps = waiting.iter().map(ToString::to_string).collect();
            let deed =
                Deed::Tell { steps, way: contact_way(way)?, reached: !not_reached, text: text.clone() };
            do_deed(arguments, office, on, &deed)
        }
        other => match deed(other) {
            Some((on, deed)) => do_deed(arguments, office, on, &deed),
            None => Ok(ExitCode::SUCCESS),
        },
    }
}

/// The verbs that are deeds, word for word.
fn deed(verb: &CaseVerb) -> Option<(&On, Deed)> {
    let words = String::clone;
    Some(match verb {
        CaseVerb::AskForDocument { on, what, until, told } => {
            (on, Deed::AskForDocument { what: words(what), until: words(until), told: told.told })
        }
        CaseVerb::DocumentBrought { on, text } => (on, Deed::DocumentBrought { text: words(text) }),
        CaseVerb::Resolve { on, text, told } => (on, Deed::Resolve { text: words(text), told: told.told }),
        CaseVerb::Thank { on, text, told } => (on, Deed::Thank { text: words(text), told: told.told }),
        CaseVerb::PassOn { on, to, text } => (on, Deed::PassOn { to: words(to), text: words(text) }),
        CaseVerb::HandOver { on, to, text } => (on, Deed::HandOver { to: words(to), text: words(text) }),
        CaseVerb::Escalate { on, text, to } => (on, Deed::Escalate { to: words(to), text: words(text) }),
        CaseVerb::Reopen { on, text } => (on, Deed::Reopen { text: words(text) }),
        CaseVerb::Close { on, text, stars, opinion, told } => {
            let (text, opinion) = (words(text), words(opinion));
            (on, Deed::Close { text, stars: *stars, opinion, told: told.told })
        }
        CaseVerb::Rate { on, stars, text } => (on, Deed::Rate { stars: *stars, text: words(text) }),
        CaseVerb::Link { on, other, relation } => {
            (on, Deed::Link { reference: words(other), relation: words(relation) })
        }
        CaseVerb::Morning
        | CaseVerb::Sent
        | CaseVerb::ToTell
        | CaseVerb::Tell { .. }
        | CaseVerb::Withdraw { .. }
        | CaseVerb::Undo { .. } => return None,
    })
}

fn do_deed(arguments: &Arguments, office: &Office, on: &On, deed: &Deed) -> Result<ExitCode> {
    let record = only(office, &on.reference)?;
    office.do_deed(record.complaint.id, deed, &Office::administrator(&on.author))?;
    show(arguments, office, &on.reference)
}

fn undo(arguments: &Arguments, office: &Office, on: &On) -> Result<ExitCode> {
    let author = Office::administrator(&on.author);
    let id = only(office, &on.reference)?.complaint.id;
    let undo = office.complaint_for(id, &author)?.undo.ok_or(crate::casework::CaseworkError::CannotUndo)?;
    office.undo(id, &undo.at, &author)?;
    show(arguments, office, &on.reference)
}

fn contact_way(word: &str) -> Result<ContactWay> {
    match word.parse() {
        Ok(way) => Ok(crate::show::contact_way(way)),
        Err(_) => Err(crate::casework::CaseworkError::WayMissing.into()),
    }
}

fn morning(arguments: &Arguments, office: &Office) -> Result<ExitCode> {
    let morning = office.morning("")?;
    let told = serde_json::to_value(&morning).unwrap_or(Value::Null);
    say(arguments, told, || {
        let figures = [
            (morning.overdue, "overdue"),
            (morning.due_today, "due today"),
            (morning.to_decide, "to decide"),
            (morning.to_tell, "citizens to tell"),
            (morning.owed, "citizens who owe a document"),
            (morning.came_in, "with news"),
        ];
        let mut lines = vec![morning.today.clone()];
        lines.extend(figures.map(|(figure, what)| format!("{figure:>6}  {what}")));
        lines.join("\n")
    })
}

fn sent(arguments: &Arguments, office: &Office) -> Result<ExitCode> {
    for sent in office.sent_today()? {
        let told = serde_json::to_value(&sent).unwrap_or(Value::Null);
        say(arguments, told, || {
            let reference = sent.reference.as_deref().unwrap_or("-");
            format!("{}  {reference}  {}  {}", sent.saved_at, sent.what, sent.by)
        })?;
    }
    Ok(ExitCode::SUCCESS)
}

fn to_tell(arguments: &Arguments, office: &Office) -> Result<ExitCode> {
    for one in office.to_tell()? {
        let told = json!({
            "reference": one.row.reference, "citizen": one.row.citizen, "phone": one.citizen.phone,
            "language": one.language, "way": one.telling.way, "calls_in_vain": one.telling.calls_in_vain,
            "since": one.telling.since, "closing": one.telling.closing, "moved": one.telling.moved,
        });
        say(arguments, told, || {
            let way = serde_json::to_value(one.telling.way).unwrap_or(Value::Null);
            let way = way.as_str().unwrap_or_default();
            let (citizen, phone) = (&one.row.citizen, &one.citizen.phone);
            let calls = one.telling.calls_in_vain;
            format!(
                "{}  {way}  {citizen}  {phone}  since {}, {calls} calls in vain",
                one.row.reference, one.telling.since
            )
        })?;
    }
    Ok(ExitCode::SUCCESS)
}
