//! The profile of a deployment: institutions, categories, deadlines, offices, languages, notices. Data that an
//! administrator edits; this module reads it and explains every mistake by file and line.
//!
//! A [`Bundle`] is the files as they are; a [`Profile`] is what they say.

mod bundle;
mod check;
mod choices;
mod closing;
mod difference;
mod document;
mod escalation;
mod lenient;
mod logo;
mod numbers;
mod policy;
mod portal;
mod publication;
mod routing;
mod sheet;
mod sign_in;
mod table;

use std::collections::BTreeMap;

use jiff::civil::Date;

use bundle::FILES;
pub use bundle::{Bundle, BundleError};
pub use difference::{Cell, Change, Difference, differences};
pub use escalation::{EscalationPolicy, Level, LevelTarget};
pub use logo::{Logo, LogoFormat};
pub use numbers::NumberRules;
pub use policy::DocumentPolicy;
pub use portal::PortalPolicy;
pub use publication::PublicationPolicy;
pub use routing::{Proposal, RoutingRule};
pub use sheet::{Sheet, SheetError};
pub use sign_in::{Deed, SignInPolicy};

use crate::calendar::Calendar;
use crate::identity::OfficeCode;
use crate::operation::Discretion;

/// A text in several languages: language tag → text; the deployment's languages are always there.
pub type LanguageTexts = BTreeMap<String, String>;

/// A profile that hangs together: every code that it mentions exists.
#[derive(Debug, Clone)]
pub struct Profile {
    /// `mauritius`.
    pub name: String,
    /// Language tags that a citizen may choose, in order.
    pub languages: Vec<String>,
    /// IANA name of the time zone.
    pub time_zone: String,
    /// What receipts are printed on, unless somebody chose otherwise on a computer: `a5`, `a4` or `roll80`.
    pub paper: String,
    /// Days without an exchange after which a desk's status line turns red.
    pub red_after_days: u32,
    /// Title of the service.
    pub title: LanguageTexts,
    /// What an office is called in general.
    pub office_title: LanguageTexts,
    /// Lines at the head of letters, above the office: language tag → lines.
    pub letterhead: BTreeMap<String, Vec<String>>,
    /// The mark at the head of letters; none: the product's own.
    pub logo: Option<Logo>,
    /// Where a complaint is followed with internet.
    pub follow_url: String,
    /// Which number to call to follow it without; empty where there is none.
    pub follow_phone: String,
    /// Emergency numbers: service → number.
    pub emergency: BTreeMap<String, String>,
    /// Version of the privacy notice.
    pub privacy_version: String,
    /// The privacy notice.
    pub privacy: LanguageTexts,
    /// Working days.
    pub calendar: Calendar,
    /// Offices by code.
    pub offices: BTreeMap<OfficeCode, Office>,
    /// Institutions by code.
    pub institutions: BTreeMap<String, Institution>,
    /// Categories in the order of their file.
    pub categories: Vec<Category>,
    /// By which rules identity numbers and telephone numbers are looked at.
    pub numbers: NumberRules,
    /// Localities in the order of their file.
    pub localities: Vec<String>,
    /// The district of each locality, both folded as [`crate::fold_for_search`] does.
    pub districts: BTreeMap<String, String>,
    /// The names of the districts as they are written, by their folded ones.
    pub district_names: BTreeMap<String, String>,
    /// Where complaints of a category from a place go, in the order of their file.
    pub routing: Vec<RoutingRule>,
    /// Code of the institution that the unit at the centre itself is among the others; none: it is none of them.
    pub unit: Option<String>,
    /// How documents are taken.
    pub documents: DocumentPolicy,
    /// How clerks sign in, and what those who learn may not do.
    pub sign_in: SignInPolicy,
    /// How citizens file without an office; none: they do not.
    pub portal: Option<PortalPolicy>,
    /// Sites that may show the small page for following within their own.
    pub widget_on: Vec<String>,
    /// What happens by itself while time passes; none: nothing.
    pub escalation: Option<EscalationPolicy>,
    /// What is public of single matters and of figures.
    pub publication: PublicationPolicy,
    /// Public holidays.
    pub holidays: BTreeMap<Date, LanguageTexts>,
}

/// An office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// `CAB 12, Mahébourg`.
    pub name: String,
    /// Street and place, or empty.
    pub address: String,
    /// Opening hours, or empty.
    pub hours: String,
    /// Telephone, or empty.
    pub phone: String,
    /// From which day on nobody takes complaints there.
    pub closed_from: Option<Date>,
}

/// An institution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Institution {
    /// Official name.
    pub name: String,
    /// The name in languages beside it, where it has others: language tag → name.
    pub names: LanguageTexts,
    /// Ministry, parastatal body, local authority, …
    pub kind: String,
    /// Code of the institution above it, or empty.
    pub parent: String,
    /// Telephone, or empty.
    pub hotline: String,
    /// From which day on nothing is passed on to it.
    pub closed_from: Option<Date>,
}

/// A category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Stable code.
    pub code: String,
    /// `Water/No water / low pressure`: how registers made elsewhere name it.
    pub path: String,
    /// Heading.
    pub group: LanguageTexts,
    /// Name.
    pub name: LanguageTexts,
    /// Code of the institution that it goes to.
    pub institution: String,
    /// Codes of others that it may go to.
    pub alternatives: Vec<String>,
    /// How to decide between them, in English, or empty.
    pub rule: String,
    /// `urgent`, `high`, `normal`, `low`.
    pub priority: String,
    /// Handled by few people.
    pub restricted: bool,
    /// Working days to the acknowledgement; none: no clock.
    pub ack_days: Option<u32>,
    /// Working days to the answer; none: no clock.
    pub resolve_days: Option<u32>,
    /// What the citizen may ask for: to be named to the office and the centre alone, or to nobody.
    pub discretion: Vec<Discretion>,
    /// What is said about a charge before the complaint is saved, where there is one.
    pub fee: Option<LanguageTexts>,
    /// The office that took it may settle it by itself, without an institution.
    pub office_resolves: bool,
    /// Documents usually needed.
    pub documents: Vec<NeededDocument>,
    /// From which day on nothing is brought under it.
    pub closed_from: Option<Date>,
}

/// A document that a category usually needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeededDocument {
    /// Its name.
    pub name: LanguageTexts,
    /// How: shown, original, copies.
    pub copies: LanguageTexts,
}

impl Profile {
    /// Reads a profile that somebody hands in. What the centre gave is read by [`Self::read_from_centre`].
    ///
    /// # Errors
    /// Every mistake found, each with its file and line.
    pub fn read(bundle: &Bundle) -> Result<Self, ProfileErrors> {
        let mut mistakes = Vec::new();
        match document::read(bundle, &mut mistakes) {
            Some(profile) if mistakes.is_empty() => Ok(profile),
            _ => Err(ProfileErrors(mistakes)),
        }
    }

    /// The lines at the head of letters in a language: its own, else those of [`Self::own_language`].
    pub fn letterhead_in(&self, language: &str) -> &[String] {
        let lines = self.letterhead.get(language).or_else(|| self.letterhead.get(self.own_language()));
        lines.map_or(&[], Vec::as_slice)
    }

    /// Every office that has a feed, the portal's among them, with the name that stands in histories.
    pub fn feeds(&self) -> impl Iterator<Item = (OfficeCode, &str)> {
        let portal = self.portal.map(|portal| (portal.office, text_in(&self.title, self.own_language())));
        self.offices.iter().map(|(code, office)| (*code, office.name.as_str())).chain(portal)
    }

    /// The language in which the deployment writes what has one only: English where it is spoken, else the first.
    pub fn own_language(&self) -> &str {
        let english = self.languages.iter().find(|tag| *tag == "en");
        english.or_else(|| self.languages.first()).map_or("en", String::as_str)
    }

    /// The category of that code.
    pub fn category(&self, code: &str) -> Option<&Category> {
        self.categories.iter().find(|category| category.code == code)
    }

    /// The category that another register calls by that path, or that has it as its code.
    pub fn category_by_path(&self, path: &str) -> Option<&Category> {
        self.categories.iter().find(|category| category.path == path).or_else(|| self.category(path))
    }

    /// The day by which an answer is due for a complaint of that category registered on that day.
    pub fn due_on(&self, category: &Category, registered_on: Date) -> Option<Date> {
        category.resolve_days.map(|days| self.calendar.after_working_days(registered_on, days))
    }
}

/// The text in a language: its own, else English, else whatever there is.
pub fn text_in<'a>(texts: &'a LanguageTexts, language: &str) -> &'a str {
    texts
        .get(language)
        .or_else(|| texts.get("en"))
        .or_else(|| texts.values().next())
        .map_or("", String::as_str)
}

/// One mistake in a profile.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}: {message}")]
pub struct ProfileError {
    /// File within the profile's folder.
    pub file: String,
    /// Line, from 1.
    pub line: u64,
    /// What is wrong and what to write instead.
    pub message: String,
}

/// All mistakes of a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileErrors(pub Vec<ProfileError>);

impl std::fmt::Display for ProfileErrors {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (place, mistake) in self.0.iter().enumerate() {
            if place > 0 {
                writeln!(f)?;
            }
            write!(f, "{mistake}")?;
        }
        Ok(())
    }
}

impl std::error::Error for ProfileErrors {}

#[cfg(test)]
mod tests;
