//! What the morning page, the deeds on a complaint and the citizens to tell hand over and take.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::file::{ComplaintRow, HistoryStep};
use super::form::{CitizenForm, ContactWay, Draft};

/// A deed on a complaint that a clerk may do, with its words.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "deed", rename_all = "snake_case")]
#[ts(export)]
pub enum Deed {
    /// The citizen is asked for a document; the clock stands from then on.
    AskForDocument {
        /// Which one.
        what: String,
        /// The day by which it is to be brought, `YYYY-MM-DD`, or empty.
        until: String,
        /// The citizen stands at the counter and has been told just now.
        told: bool,
    },
    /// The citizen has brought what was asked for; the clock goes on.
    DocumentBrought {
        /// A remark, or empty.
        text: String,
    },
    /// The office itself settles it.
    Resolve {
        /// What was done.
        text: String,
        /// As in [`Self::AskForDocument`].
        told: bool,
    },
    /// A suggestion is thanked for; this is its final answer.
    Thank {
        /// The thanks.
        text: String,
        /// As in [`Self::AskForDocument`].
        told: bool,
    },
    /// It is passed on to an institution.
    PassOn {
        /// The institution's code.
        to: String,
        /// A remark, or empty.
        text: String,
    },
    /// It is handed over to another office, which holds it from then on.
    HandOver {
        /// The office's code.
        to: String,
        /// A remark, or empty.
        text: String,
    },
    /// It is brought before somebody above.
    Escalate {
        /// The institution's code; empty: the unit at the centre.
        to: String,
        /// Why.
        text: String,
    },
    /// It is taken up once more.
    Reopen {
        /// Why.
        text: String,
    },
    /// Nothing more is to be done.
    Close {
        /// A remark, or empty.
        text: String,
        /// What the citizen thinks of it, 1 to 5; 0: not asked.
        stars: u8,
        /// In the citizen's words, or empty.
        opinion: String,
        /// As in [`Self::AskForDocument`].
        told: bool,
    },
    /// What the citizen thinks of it, said after it was closed.
    Rate {
        /// 1 to 5.
        stars: u8,
        /// In the citizen's words, or empty.
        text: String,
    },
    /// It belongs together with another complaint of this computer.
    Link {
        /// The other one's reference.
        reference: String,
        /// `same`, `related` or `continues`.
        relation: String,
    },
    /// The citizen was told, or nobody answered.
    Tell {
        /// What the citizen was told of: the marks of [`TellingView`].
        steps: Vec<String>,
        /// How.
        way: ContactWay,
        /// False: nobody answered.
        reached: bool,
        /// What the citizen said, or empty.
        text: String,
    },
}

/// What a citizen is still to be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct TellingView {
    /// Names the steps; handed in when the citizen was told, so that what comes in meanwhile is still to be told.
    pub steps: Vec<String>,
    /// The steps, oldest first.
    pub moved: Vec<HistoryStep>,
    /// Since when.
    pub since: String,
    /// How.
    pub way: ContactWay,
    /// How many calls nobody answered.
    pub calls_in_vain: u32,
    /// It settles or closes the matter, which counts for the citizen only when this was told.
    pub closing: bool,
}

/// A citizen to tell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ToTellView {
    /// The complaint.
    pub row: ComplaintRow,
    /// The person.
    pub citizen: CitizenForm,
    /// The citizen's language.
    pub language: String,
    /// How the citizen agreed to be told.
    pub contact_by: Vec<ContactWay>,
    /// What is to be told.
    pub telling: TellingView,
}

/// A working day of a deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ClockDay {
    /// What became of it.
    pub usage: ClockUse,
    /// Days that do not count lie before it: a week end, a holiday.
    pub gap: bool,
}

/// What became of a working day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum ClockUse {
    /// It has been used.
    Used,
    /// The clock stood.
    Stopped,
    /// It is today.
    Today,
    /// It is left.
    Left,
}

/// How the deadline of a complaint stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ClockView {
    /// Due day; while the clock stands, as it would be if it went on today.
    pub due_on: String,
    /// Since which day the clock stands.
    pub stopped_since: Option<String>,
    /// Working days from today to the due day; negative: so many are over.
    pub days_left: i32,
    /// Every working day from the registration to the due day.
    pub days: Vec<ClockDay>,
}

/// What can be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct UndoView {
    /// Names the deed; handed in.
    pub at: String,
    /// Its first step.
    pub step: HistoryStep,
}

/// The morning page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct MorningView {
    /// Today, by the deployment's calendar.
    pub today: String,
    /// Today's public holiday in each language; empty on every other day.
    pub holiday: super::LanguageTexts,
    /// How many are overdue.
    pub overdue: u32,
    /// How many are due today.
    pub due_today: u32,
    /// How many decisions wait: two values side by side, and deeds that the centre did not accept.
    pub to_decide: u32,
    /// How many citizens are to be told.
    pub to_tell: u32,
    /// How many complaints have news that nobody has looked at.
    pub came_in: u32,
    /// The first of those that are overdue or due today, the most urgent first.
    pub due: Vec<ComplaintRow>,
    /// The latest news.
    pub news: Vec<NewsView>,
    /// The first complaints in which two values stand side by side.
    pub differing: Vec<DifferingView>,
    /// How many there are.
    pub conflicts: u32,
    /// How many deeds of this computer the centre did not accept.
    pub tasks: u32,
    /// The latest drafts of whoever is signed in.
    pub drafts: Vec<Draft>,
    /// How many citizens owe a document.
    pub owed: u32,
    /// The day since when the one is owed that is owed for the longest time.
    pub owed_since: Option<String>,
    /// How many citizens are to be told, way by way.
    pub tell: Vec<WayCount>,
}

/// What came in of a complaint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct NewsView {
    /// The complaint.
    pub row: ComplaintRow,
    /// The last step that somebody else did.
    pub step: HistoryStep,
}

/// A complaint in which two values stand side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct DifferingView {
    /// The complaint.
    pub row: ComplaintRow,
    /// The fields, as in the step `corrected`; at least one.
    pub fields: Vec<String>,
}

/// How many citizens are to be told in a way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct WayCount {
    /// The way.
    pub way: ContactWay,
    /// How many.
    pub count: u32,
}

/// An office that a complaint can be handed over to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct OfficeChoice {
    /// Two digits.
    pub code: String,
    /// Its name.
    pub name: String,
}
