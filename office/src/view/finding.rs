//! Searching, filtering, saved views, people who are known here, and what may be the same matter.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::file::{ComplaintRow, Filter};
use super::form::CitizenForm;

/// Registered within which time, counted from today.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Period {
    /// Whenever.
    #[default]
    Any,
    /// Today.
    Today,
    /// Today or in the six days before.
    Week,
    /// Today or in the 29 days before.
    Month,
    /// In this calendar year.
    Year,
    /// Between two days.
    Days,
}

/// Due when, counted from today.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum DueWhen {
    /// Whenever, or never.
    #[default]
    Any,
    /// Before today.
    Over,
    /// Today.
    Today,
    /// Today or within the six days after.
    Week,
}

/// Which complaints. What is empty does not narrow. A saved view is one of these with a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export)]
pub struct SelectionForm {
    /// Which of the lists; it gives the order, unless there are words.
    pub list: Filter,
    /// Each is the beginning of a word of the complaint.
    pub words: String,
    /// Words of the status, as in [`ComplaintRow`].
    pub statuses: Vec<String>,
    /// Codes of categories.
    pub categories: Vec<String>,
    /// Codes of institutions that hold it.
    pub institutions: Vec<String>,
    /// The name of the clerk who registered it, or empty.
    pub clerk: String,
    /// When it was registered.
    pub period: Period,
    /// With [`Period::Days`]: from this day on, or empty.
    pub from: String,
    /// With [`Period::Days`]: up to this day, or empty.
    pub until: String,
    /// When it is due.
    pub due: DueWhen,
}

impl Default for SelectionForm {
    fn default() -> Self {
        Self {
            list: Filter::All,
            words: String::new(),
            statuses: Vec::new(),
            categories: Vec::new(),
            institutions: Vec::new(),
            clerk: String::new(),
            period: Period::Any,
            from: String::new(),
            until: String::new(),
            due: DueWhen::Any,
        }
    }
}

/// A line that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct FoundRow {
    /// The complaint.
    pub row: ComplaintRow,
    /// Words of the text around the first that was looked for; empty where the subject says as much.
    pub excerpt: String,
}

/// A page of what was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct FoundPage {
    /// At most as many as asked for.
    pub rows: Vec<FoundRow>,
    /// Hand this in to get the next page; none at the end.
    pub next: Option<String>,
    /// How many there are.
    pub total: u32,
    /// There are more than `total`: counting stopped there.
    pub more: bool,
}

/// A view that a clerk has saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct SavedView {
    /// Its name.
    pub name: String,
    /// What it shows.
    pub selection: SelectionForm,
    /// How many complaints it shows at present.
    pub total: u32,
    /// There are more.
    pub more: bool,
}

/// What a clerk chooses lists with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ListChoices {
    /// The clerk's own views, by name.
    pub views: Vec<SavedView>,
    /// The filters that the clerk used last.
    pub last: Option<SelectionForm>,
    /// Everybody who registered something that is here.
    pub clerks: Vec<String>,
    /// The clerk may save a list as a table.
    pub may_export: bool,
}

/// A person who is known at this office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct KnownCitizen {
    /// What is known, the latest word on each field.
    pub citizen: CitizenForm,
    /// The person's language.
    pub language: String,
    /// How many complaints of theirs were found.
    pub complaints: u32,
    /// When the latest was registered.
    pub last_at: String,
    /// What it was about.
    pub last_subject: String,
    /// The latest complaint of theirs of which they are still to be told something; none: they have heard all.
    pub to_tell: Option<String>,
}

/// Why two complaints may be about the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum TwinReason {
    /// The same person and kind of matter, still open.
    Person,
    /// The same person and kind of matter, dealt with not long ago.
    PersonFinished,
    /// The same words.
    Text,
    /// Similar words, nearby in place and time.
    Nearby,
}

/// A complaint that may be about the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct TwinView {
    /// The complaint.
    pub row: ComplaintRow,
    /// Why it is shown.
    pub reason: TwinReason,
    /// How much of their words the two share, in percent; 0 where words were not compared.
    pub shared_percent: u8,
    /// What happened, as it was typed.
    pub text: String,
    /// Where, or empty.
    pub place: String,
    /// Who registered it.
    pub recorded_by: String,
}

/// A point on the map that was read out of what somebody typed or pasted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct PointView {
    /// As `-20.408330, 57.700000`.
    pub shown: String,
    /// It lies on land or water near this country; otherwise the two numbers may be the wrong way round.
    pub likely: bool,
}
