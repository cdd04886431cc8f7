//! What happens by itself while time passes: the part `[escalation]` of `profile.toml`. Where it is missing, nobody is
//! reminded and nothing goes up by itself.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::policy::line_at;
use super::table::mistake;
use super::{Institution, ProfileError};

/// Who is reminded when, and before whom a matter is brought when nobody answers. All days are working days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EscalationPolicy {
    /// So many days before the due day those who hold it are reminded; the most first.
    pub remind_days_before: Vec<u32>,
    /// The way up after the due day, the lowest first.
    pub levels: Vec<Level>,
    /// So many days after the registration those who hold it owe a first reply.
    pub interim_after_days: Option<u32>,
    /// So many days after a document was asked for the citizen is reminded of it.
    pub document_remind_after_days: Option<u32>,
    /// So many days after a document was asked for a complaint is closed without it; none: never.
    pub close_without_document_after_days: Option<u32>,
}

/// One step of the way up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// So many days after the due day.
    pub after_days: u32,
    /// Before whom it is brought.
    pub to: LevelTarget,
}

/// Before whom a matter is brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LevelTarget {
    /// The head of the institution that holds it.
    Holder,
    /// The institution above that one.
    Parent,
    /// The unit at the centre.
    Unit,
    /// The institution of that code: a task force, a ministry.
    Institution(String),
}

/// As it stands in the file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EscalationText {
    remind_days_before: Option<Vec<Spanned<u32>>>,
    levels: Option<Vec<Spanned<LevelText>>>,
    interim_after_days: Option<Spanned<u32>>,
    document_remind_after_days: Option<Spanned<u32>>,
    close_without_document_after_days: Option<Spanned<u32>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LevelText {
    after_days: u32,
    to: String,
}

/// Reads it; what is wrong goes to `mistakes`.
pub(super) fn read(
    given: Option<EscalationText>,
    text: &str,
    institutions: &BTreeMap<String, Institution>,
    mistakes: &mut Vec<ProfileError>,
) -> Option<EscalationPolicy> {
    let given = given?;
    let mut wrong = |at: usize, message: String| {
        mistakes.push(mistake("profile.toml", line_at(text, at), message));
    };
    let mut days = |given: Spanned<u32>, name: &str| {
        if !(1..=365).contains(given.get_ref()) {
            wrong(given.span().start, format!("{name} is between 1 and 365, not {}", given.get_ref()));
        }
        given.into_inner().clamp(1, 365)
    };
    let interim_after_days = given.interim_after_days.map(|given| days(given, "interim_after_days"));
    let document_remind_after_days =
        given.document_remind_after_days.map(|given| days(given, "document_remind_after_days"));
    let close = given.close_without_document_after_days;
    let close_at = close.as_ref().map_or(0, |close| close.span().start);
    let close = close.map(|given| days(given, "close_without_document_after_days"));
    let mut remind_days_before: Vec<u32> = given
        .remind_days_before
        .unwrap_or_default()
        .into_iter()
        .map(|given| days(given, "remind_days_before"))
        .collect();
    remind_days_before.sort_unstable_by(|one, other| other.cmp(one));
    remind_days_before.dedup();
    if close.is_some_and(|close| document_remind_after_days.is_none_or(|remind| remind >= close)) {
        let message = "nothing is closed before the citizen was reminded: set document_remind_after_days, and to \
                       fewer days than close_without_document_after_days";
        wrong(close_at, message.to_owned());
    }
    let mut levels: Vec<Level> = Vec::new();
    for level in given.levels.unwrap_or_default() {
        let at = level.span().start;
        let LevelText { after_days, to } = level.into_inner();
        if !(1..=365).contains(&after_days) {
            wrong(at, format!("after_days is between 1 and 365, not {after_days}"));
        }
        if levels.last().is_some_and(|before| before.after_days >= after_days) {
            wrong(at, "each level comes later than the one before it".to_owned());
        }
        let to = match to.as_str() {
            "institution" => LevelTarget::Holder,
            "parent" => LevelTarget::Parent,
            "unit" => LevelTarget::Unit,
            code if institutions.contains_key(code) => LevelTarget::Institution(code.to_owned()),
            other => {
                let message =
                    format!("“{other}” is none of institution, parent, unit, and no institution’s code");
                wrong(at, message);
                continue;
            }
        };
        levels.push(Level { after_days, to });
    }
    Some(EscalationPolicy {
        remind_days_before,
        levels,
        interim_after_days,
        document_remind_after_days,
        close_without_document_after_days: close,
    })
}
