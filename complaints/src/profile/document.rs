//! From the files to a [`Profile`]: reads each file, then checks that what they say to each other fits.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Weekday};
use serde::Deserialize;

use super::choices;
use super::closing::closed_from;
use super::escalation::{self, EscalationText};
use super::policy::{self, PolicyText};
use super::portal::{self, PortalText};
use super::publication::{self, PublicationText};
use super::routing;
use super::sign_in::{self, SignInText};
use super::table::{LANGUAGES, Row, for_each_row, mistake};
use super::{Bundle, Category, Institution, LanguageTexts, NeededDocument, Office, Profile, ProfileError};
use super::{logo, numbers};
use crate::calendar::Calendar;
use crate::identity::OfficeCode;
use crate::text::fold_for_search;

/// `profile.toml`.
#[derive(Deserialize)]
pub(super) struct Head {
    name: String,
    languages: Vec<String>,
    time_zone: String,
    identity_number: Option<String>,
    telephone: Option<String>,
    paper: String,
    red_after_days: u32,
    working_days: Vec<String>,
    title: LanguageTexts,
    office_title: LanguageTexts,
    follow: Follow,
    emergency: BTreeMap<String, String>,
    privacy: Privacy,
    #[serde(default)]
    letterhead: BTreeMap<String, Vec<String>>,
    logo: Option<LanguageTexts>,
    #[serde(default)]
    documents: PolicyText,
    #[serde(default)]
    sign_in: SignInText,
    portal: Option<PortalText>,
    escalation: Option<EscalationText>,
    unit: Option<String>,
    #[serde(default)]
    publication: PublicationText,
}

#[derive(Deserialize)]
struct Follow {
    url: String,
    phone: String,
}

#[derive(Deserialize)]
struct Privacy {
    version: String,
    #[serde(flatten)]
    text: LanguageTexts,
}

type Mistakes = Vec<ProfileError>;

pub(super) fn read(bundle: &Bundle, mistakes: &mut Mistakes) -> Option<Profile> {
    let head = read_head(bundle, mistakes)?;
    let working = working_days(&head.working_days, bundle.file("profile.toml"), mistakes);
    check_head(&head, bundle.file("profile.toml"), mistakes);
    let languages = head.languages.as_slice();
    let holidays = holidays(bundle, languages, mistakes);
    let institutions = institutions(bundle, mistakes);
    let mut categories = categories(bundle, languages, &institutions, mistakes);
    documents(bundle, languages, &mut categories, mistakes);
    let offices = offices(bundle, mistakes);
    let widget_on = portal::widget_on(head.portal.as_ref(), bundle.file("profile.toml"), mistakes);
    let localities = localities(bundle, mistakes);
    let districts: BTreeMap<String, String> = localities
        .iter()
        .map(|(name, district)| (fold_for_search(name), fold_for_search(district)))
        .collect();
    let district_names = localities
        .iter()
        .filter(|(_, district)| !district.is_empty())
        .map(|(_, district)| (fold_for_search(district), district.clone()))
        .collect();
    Some(Profile {
        widget_on,
        escalation: escalation::read(head.escalation, bundle.file("profile.toml"), &institutions, mistakes),
        portal: portal::read(head.portal, bundle.file("profile.toml"), &offices, mistakes),
        publication: publication::read(
            head.publication,
            &head.follow.url,
            bundle.file("profile.toml"),
            mistakes,
        ),
        calendar: Calendar::new(working, holidays.keys().copied().collect()),
        offices,
        logo: logo::read(head.logo, bundle, languages, mistakes),
        numbers: numbers::read(
            head.identity_number.as_deref(),
            head.telephone.as_deref(),
            bundle.file("profile.toml"),
            mistakes,
        ),
        routing: routing::read(bundle, &categories, &institutions, &districts, mistakes),
        unit: routing::unit(head.unit, &institutions, mistakes),
        localities: localities.into_iter().map(|(name, _)| name).collect(),
        districts,
        district_names,
        documents: policy::read(head.documents, bundle.file("profile.toml"), mistakes),
        sign_in: sign_in::read(head.sign_in, bundle.file("profile.toml"), mistakes),
        name: head.name,
        languages: head.languages,
        time_zone: head.time_zone,
        paper: head.paper,
        red_after_days: head.red_after_days,
        title: head.title,
        office_title: head.office_title,
        letterhead: head.letterhead,
        follow_url: head.follow.url,
        follow_phone: head.follow.phone,
        emergency: head.emergency,
        privacy_version: head.privacy.version,
        privacy: head.privacy.text,
        institutions,
        categories,
        holidays,
    })
}

fn read_head(bundle: &Bundle, mistakes: &mut Mistakes) -> Option<Head> {
    let text = bundle.file("profile.toml");
    match toml::from_str(text) {
        Ok(head) => Some(head),
        Err(error) => {
            let start = error.span().map_or(0, |span| span.start.min(text.len()));
            mistakes.push(mistake("profile.toml", policy::line_at(text, start), error.message().to_owned()));
            None
        }
    }
}

/// What the parts of the head say to each other.
fn check_head(head: &Head, text: &str, mistakes: &mut Mistakes) {
    let mut wrong = |key: &str, message: String| {
        mistakes.push(mistake("profile.toml", line_of(text, key), message));
    };
    if head.languages.is_empty() {
        wrong("languages", "languages names none; write one at least".to_owned());
    }
    for tag in &head.languages {
        if LANGUAGES.iter().all(|(_, known)| known != tag) {
            let known = LANGUAGES.map(|(_, known)| known).join(", ");
            wrong("languages", format!("“{tag}” is none of the languages {known}"));
        }
    }
    if jiff::tz::TimeZone::get(&head.time_zone).is_err() {
        wrong("time_zone", format!("“{}” is no time zone", head.time_zone));
    }
    if !matches!(head.paper.as_str(), "a4" | "a5" | "roll80") {
        wrong("paper", format!("paper is “a4”, “a5” or “roll80”, not “{}”", head.paper));
    }
    if !head.letterhead.is_empty() {
        for language in head.languages.iter().filter(|tag| !head.letterhead.contains_key(*tag)) {
            wrong("[letterhead]", format!("letterhead has no lines in “{language}”"));
        }
    }
    let parts =
        [("title", &head.title), ("office_title", &head.office_title), ("privacy", &head.privacy.text)];
    for (what, texts) in parts {
        for language in head.languages.iter().filter(|language| !texts.contains_key(*language)) {
            wrong(&format!("[{what}]"), format!("{what} has no text in “{language}”"));
        }
    }
}

/// The line on which a key or a part begins; 1 where it cannot be found.
pub(super) fn line_of(text: &str, key: &str) -> u64 {
    let is_it = |line: &str| {
        let rest = line.trim_start().strip_prefix(key);
        rest.is_some_and(|rest| key.starts_with('[') || rest.trim_start().starts_with('='))
    };
    text.lines().position(is_it).map_or(1, |at| at as u64 + 1)
}

fn working_days(words: &[String], text: &str, mistakes: &mut Mistakes) -> Vec<Weekday> {
    let line = line_of(text, "working_days");
    if words.is_empty() {
        mistakes.push(mistake("profile.toml", line, "there is no working day".to_owned()));
    }
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let mut days = Vec::new();
    for word in words {
        let number = names.iter().position(|name| name == word).and_then(|at| i8::try_from(at).ok());
        match number.and_then(|at| Weekday::from_monday_zero_offset(at).ok()) {
            Some(day) => days.push(day),
            None => {
                let message = format!("“{word}” is no day; write one of {}", names.join(", "));
                mistakes.push(mistake("profile.toml", line, message));
            }
        }
    }
    days
}

fn holidays(bundle: &Bundle, languages: &[String], mistakes: &mut Mistakes) -> BTreeMap<Date, LanguageTexts> {
    let mut holidays = BTreeMap::new();
    for_each_row(bundle, "holidays.csv", languages, mistakes, |row, mistakes| {
        let cell = row.required("date", mistakes);
        match cell.parse::<Date>() {
            Ok(date) => {
                holidays.insert(date, row.texts("name", mistakes));
            }
            Err(_) => row.mistake(format!("“{cell}” is no day; write it as 2026-12-25"), mistakes),
        }
    });
    holidays
}

fn offices(bundle: &Bundle, mistakes: &mut Mistakes) -> BTreeMap<OfficeCode, Office> {
    let mut offices = BTreeMap::new();
    for_each_row(bundle, "offices.csv", &[], mistakes, |row, mistakes| {
        let Ok(code) = row.required("code", mistakes).parse::<OfficeCode>() else {
            return row.mistake("an office code is two digits between 01 and 99".to_owned(), mistakes);
        };
        let office = Office {
            name: row.required("name", mistakes).to_owned(),
            address: row.optional("address").to_owned(),
            hours: row.optional("hours").to_owned(),
            phone: row.optional("phone").to_owned(),
            closed_from: closed_from(&row, mistakes),
        };
        if offices.insert(code, office).is_some() {
            row.mistake(format!("the office {code} stands here twice"), mistakes);
        }
    });
    if offices.is_empty() {
        mistakes.push(mistake("offices.csv", 1, "there is no office".to_owned()));
    }
    offices
}

fn institutions(bundle: &Bundle, mistakes: &mut Mistakes) -> BTreeMap<String, Institution> {
    let mut institutions = BTreeMap::new();
    let mut parents = Vec::new();
    for_each_row(bundle, "institutions.csv", &[], mistakes, |row, mistakes| {
        let code = row.required("code", mistakes).to_owned();
        let parent = row.optional("parent").to_owned();
        if !parent.is_empty() {
            parents.push((row.line(), code.clone(), parent.clone()));
        }
        let institution = Institution {
            name: row.required("name", mistakes).to_owned(),
            kind: row.optional("kind").to_owned(),
            parent,
            hotline: row.optional("hotline").to_owned(),
            names: Institution::names(&row, mistakes),
            closed_from: closed_from(&row, mistakes),
        };
        if institutions.insert(code.clone(), institution).is_some() {
            row.mistake(format!("the institution “{code}” stands here twice"), mistakes);
        }
    });
    let mut lost = Vec::new();
    for (line, code, parent) in parents {
        if !institutions.contains_key(&parent) {
            let message = format!("“{code}” stands below “{parent}”, which does not exist");
            mistakes.push(mistake("institutions.csv", line, message));
        } else if stands_below_itself(&institutions, &code) {
            mistakes.push(mistake("institutions.csv", line, format!("“{code}” stands below itself")));
        } else {
            continue;
        }
        lost.push(code);
    }
    // Whoever reads on all the same meets no way up that leads nowhere.
    for code in lost {
        if let Some(institution) = institutions.get_mut(&code) {
            institution.parent.clear();
        }
    }
    institutions
}

/// Whether the way up from an institution comes back to it.
fn stands_below_itself(institutions: &BTreeMap<String, Institution>, code: &str) -> bool {
    let above = |code: &&str| institutions.get(*code).map(|institution| institution.parent.as_str());
    let way = std::iter::successors(above(&code), above).take(institutions.len());
    way.into_iter().any(|parent| parent == code)
}

fn categories(
    bundle: &Bundle,
    languages: &[String],
    known: &BTreeMap<String, Institution>,
    mistakes: &mut Mistakes,
) -> Vec<Category> {
    let mut categories: Vec<Category> = Vec::new();
    let mut codes = BTreeSet::new();
    for_each_row(bundle, "categories.csv", languages, mistakes, |row, mistakes| {
        let category = category(&row, mistakes);
        if !codes.insert(category.code.clone()) {
            row.mistake(format!("the category “{}” stands here twice", category.code), mistakes);
        }
        for institution in std::iter::once(&category.institution).chain(&category.alternatives) {
            if !known.contains_key(institution) {
                row.mistake(format!("there is no institution “{institution}”"), mistakes);
            }
        }
        categories.push(category);
    });
    if categories.is_empty() {
        mistakes.push(mistake("categories.csv", 1, "there is no category".to_owned()));
    }
    categories
}

fn category(row: &Row<'_>, mistakes: &mut Mistakes) -> Category {
    let priority = row.required("priority", mistakes);
    if !matches!(priority, "urgent" | "high" | "normal" | "low") {
        row.mistake(format!("priority is urgent, high, normal or low, not “{priority}”"), mistakes);
    }
    Category {
        code: row.required("code", mistakes).to_owned(),
        path: row.required("path", mistakes).to_owned(),
        group: row.texts("group", mistakes),
        name: row.texts("name", mistakes),
        institution: row.required("institution", mistakes).to_owned(),
        alternatives: row.optional("alternatives").split_whitespace().map(str::to_owned).collect(),
        rule: row.optional("rule").to_owned(),
        priority: priority.to_owned(),
        restricted: row.optional("restricted") == "1",
        ack_days: row.number("ack_days", mistakes),
        resolve_days: row.number("resolve_days", mistakes),
        discretion: choices::discretion(row, mistakes),
        fee: choices::fee(row, mistakes),
        office_resolves: row.flag("office_resolves", mistakes),
        documents: Vec::new(),
        closed_from: closed_from(row, mistakes),
    }
}

fn documents(bundle: &Bundle, languages: &[String], categories: &mut [Category], mistakes: &mut Mistakes) {
    for_each_row(bundle, "documents.csv", languages, mistakes, |row, mistakes| {
        let code = row.required("category", mistakes);
        let document =
            NeededDocument { name: row.texts("name", mistakes), copies: row.texts("copies", mistakes) };
        match categories.iter_mut().find(|category| category.code == code) {
            Some(category) => category.documents.push(document),
            None => row.mistake(format!("there is no category “{code}”"), mistakes),
        }
    });
}

/// Each with its district.
fn localities(bundle: &Bundle, mistakes: &mut Mistakes) -> Vec<(String, String)> {
    let mut localities = Vec::new();
    for_each_row(bundle, "localities.csv", &[], mistakes, |row, mistakes| {
        let district = row.optional("district").to_owned();
        localities.push((row.required("name", mistakes).to_owned(), district));
    });
    localities
}
