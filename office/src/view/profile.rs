//! The deployment's profile as the page needs it.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

/// A text in several languages: language tag → text. `en` is always there.
pub type LanguageTexts = BTreeMap<String, String>;

/// The profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ProfileView {
    /// Its name, `mauritius`.
    pub name: String,
    /// The title of the service.
    pub title: LanguageTexts,
    /// Languages that a citizen may choose, in order.
    pub languages: Vec<String>,
    /// Categories in the order of the profile.
    pub categories: Vec<CategoryView>,
    /// Institutions sorted by code.
    pub institutions: Vec<InstitutionView>,
    /// Localities to choose from, sorted.
    pub localities: Vec<String>,
    /// The notice that is read to the citizen.
    pub privacy: PrivacyNotice,
    /// Telephone numbers in an emergency: what for → number.
    pub emergency: LanguageTexts,
    /// Days without an exchange after which the status line turns red.
    pub red_after_days: u32,
}

/// A category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct CategoryView {
    /// Stable.
    pub code: String,
    /// The heading that it stands under.
    pub group: LanguageTexts,
    /// Its name.
    pub name: LanguageTexts,
    /// Code of the institution that it goes to.
    pub institution: String,
    /// Usual number of working days to the answer; none: no clock.
    pub due_working_days: Option<u32>,
    /// The day that this makes, counted from today.
    pub due_on: Option<String>,
    /// `urgent`, `high`, `normal`, `low`.
    pub priority: String,
    /// Handled by few people (health, violence).
    pub restricted: bool,
    /// Codes of other institutions that it may go to.
    pub alternatives: Vec<String>,
    /// How the clerk decides between them, in English, or empty.
    pub rule: String,
    /// What the citizen may ask for: `confidential`, `anonymous`.
    pub discretion: Vec<String>,
    /// What is said about a charge; empty: nothing.
    pub fee: LanguageTexts,
    /// Documents that will be needed.
    pub documents: Vec<NeededDocument>,
    /// Nothing is brought under it any more.
    pub closed: bool,
}

/// A document that a category usually needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct NeededDocument {
    /// Its name.
    pub name: LanguageTexts,
    /// How: "shown", "original and 1 copy".
    pub copies: LanguageTexts,
}

/// An institution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct InstitutionView {
    /// Stable.
    pub code: String,
    /// Its name on paper.
    pub name: String,
    /// Its telephone, or empty.
    pub hotline: String,
    /// Nothing is passed on to it any more.
    pub closed: bool,
}

/// The notice on personal data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct PrivacyNotice {
    /// Kept with each complaint.
    pub version: String,
    /// What is read out.
    pub text: LanguageTexts,
}
