//! Complaints as lists and pages show them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::form::{CitizenForm, ContactWay};

/// The mark that each complaint carries about its own way to the centre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Mark {
    /// Something of it waits to be sent.
    Waiting,
    /// The centre confirmed everything.
    Sent,
    /// Something of it was not accepted.
    Refused,
}

/// One line in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ComplaintRow {
    /// The complaint's id.
    pub id: String,
    /// Reference.
    pub reference: String,
    /// `complaint`, `request` or `suggestion`.
    pub kind: String,
    /// `received`, `checked`, `passed_on`, `waiting_documents`, `in_progress`, `answered`, `resolved`, `closed`,
    /// `reopened`, `withdrawn`.
    pub status: String,
    /// Category code.
    pub category: String,
    /// Code of the institution that holds it.
    pub institution: String,
    /// A few words.
    pub subject: String,
    /// Name of the citizen, or empty.
    pub citizen: String,
    /// When it was registered.
    pub recorded_at: String,
    /// When something last happened.
    pub changed_at: String,
    /// Due day, while the clock runs.
    pub due_on: Option<String>,
    /// Its way to the centre.
    pub mark: Mark,
    /// Something came in from the centre that nobody has looked at on this computer.
    pub news: bool,
}

/// Which complaints to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Filter {
    /// All, newest first.
    All,
    /// Those with something that waits to be sent.
    Waiting,
    /// Those with news, newest news first.
    News,
    /// Open ones with a due day, the most urgent first.
    Due,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ComplaintPage {
    /// At most as many as asked for.
    pub rows: Vec<ComplaintRow>,
    /// Hand this in to get the next page; none at the end.
    pub next: Option<String>,
    /// How many there are in all.
    pub total: u32,
}

/// One step of the story, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct HistoryStep {
    /// What happened.
    pub step: Step,
    /// When, by the clock of whoever did it.
    pub at: String,
    /// Who: a clerk or an agent.
    pub by: String,
    /// Where: `office`, `centre` or an institution's code.
    pub place: String,
    /// Not yet confirmed by the centre.
    pub waiting: bool,
    /// Why the centre did not accept it; the text is kept all the same.
    pub refused: Option<String>,
}

/// The kinds of steps, with what each needs to be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "what", rename_all = "snake_case")]
#[ts(export)]
pub enum Step {
    /// Registered at the counter.
    Registered,
    /// Passed on to an institution.
    Routed {
        /// The institution's code.
        to: String,
        /// A remark, or empty.
        text: String,
    },
    /// The status changed.
    StatusChanged {
        /// From.
        from: String,
        /// To.
        to: String,
        /// A remark, or empty.
        text: String,
    },
    /// An answer for the citizen.
    Answered {
        /// The answer.
        text: String,
        /// It is the last word, not an interim reply.
        definitive: bool,
    },
    /// A note.
    Noted {
        /// The note.
        text: String,
        /// For the citizen too, not only for colleagues.
        for_citizen: bool,
    },
    /// Withdrawn at the citizen's wish.
    Withdrawn {
        /// The reason given, or empty.
        text: String,
    },
    /// An operation that this version of the desk does not know. It is kept, and told after the upgrade.
    Unknown,
}

/// A complaint, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ComplaintView {
    /// What a list shows of it.
    pub row: ComplaintRow,
    /// For following it; shown on the receipt.
    pub access_code: String,
    /// What happened, exactly as it was typed.
    pub text: String,
    /// Where, or empty.
    pub place: String,
    /// The citizen's language.
    pub language: String,
    /// The person.
    pub citizen: CitizenForm,
    /// How the citizen agreed to be told.
    pub contact_by: Vec<ContactWay>,
    /// The office that registered it.
    pub office: String,
    /// The clerk who registered it.
    pub recorded_by: String,
    /// The story.
    pub history: Vec<HistoryStep>,
}

/// A receipt, ready for the page to show and print.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ReceiptView {
    /// One SVG document a page.
    pub pages: Vec<String>,
    /// Paper: `a5` or `a4`.
    pub paper: String,
    /// It has been printed or saved before, and says so.
    pub duplicate: bool,
}
