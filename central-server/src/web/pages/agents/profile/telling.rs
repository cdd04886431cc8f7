//! The difference of two versions in words: a line a row, with what changes in it.

use complaints::profile::{Cell, Change, Difference, Profile};
use jiff::civil::Date;
use locales::{Args, Language};

use super::fields::{column_name, row_name, suffix};
use super::subject::Subject;
use crate::web::pages::frame::{Frame, institution_name};

/// The changes of one table.
pub(super) struct Part {
    pub(super) title: String,
    pub(super) lines: Vec<Line>,
}

/// What becomes of one row.
pub(super) struct Line {
    pub(super) name: String,
    /// Its code, where the name does not say it.
    pub(super) key: String,
    /// `new`, `gone`; none: it is changed.
    pub(super) mark: Option<String>,
    pub(super) cells: Vec<Told>,
}

/// What becomes of one cell.
pub(super) struct Told {
    pub(super) what: String,
    pub(super) before: String,
    pub(super) after: String,
}

/// Differences in words, by table.
pub(super) fn parts(frame: &Frame, profile: &Profile, differences: &[Difference]) -> Vec<Part> {
    let mut parts: Vec<(String, Part)> = Vec::new();
    for difference in differences {
        let line = line(frame, profile, difference);
        match parts.iter_mut().find(|(file, _)| *file == difference.file) {
            Some((_, part)) => part.lines.push(line),
            None => {
                let title = match Subject::of_file(&difference.file) {
                    Some(subject) => frame.t(&format!("profile-{}", subject.word())),
                    None if difference.file == "localities.csv" => frame.t("profile-localities"),
                    None => frame.t("profile-head"),
                };
                parts.push((difference.file.clone(), Part { title, lines: vec![line] }));
            }
        }
    }
    parts.into_iter().map(|(_, part)| part).collect()
}

fn line(frame: &Frame, profile: &Profile, difference: &Difference) -> Line {
    let subject = Subject::of_file(&difference.file);
    let cell = |column: &str| difference.row.get(column).cloned().unwrap_or_default();
    let name = match subject {
        Some(subject) => row_name(frame, profile, subject, cell),
        None => difference.key.clone(),
    };
    let has_code = subject.is_some_and(|subject| subject.is_closed());
    let (mark, cells) = match &difference.what {
        Change::Added => (Some(frame.t("profile-mark-new")), added(frame, profile, subject, difference)),
        Change::Removed => (Some(frame.t("profile-mark-gone")), Vec::new()),
        Change::Changed(cells) => {
            (None, cells.iter().map(|cell| told(frame, profile, subject, cell)).collect())
        }
    };
    Line { key: if has_code { difference.key.clone() } else { String::new() }, name, mark, cells }
}

/// What a new row says, as far as people decide about it.
fn added(frame: &Frame, profile: &Profile, subject: Option<Subject>, difference: &Difference) -> Vec<Told> {
    let shown = ["institution", "ack_days", "resolve_days", "priority", "parent", "closed_from"];
    let cells = shown.iter().filter_map(|column| {
        let after = difference.row.get(*column).filter(|cell| !cell.is_empty())?.clone();
        Some(Cell { column: (*column).to_owned(), before: String::new(), after })
    });
    cells.map(|cell| told(frame, profile, subject, &cell)).collect()
}

fn told(frame: &Frame, profile: &Profile, subject: Option<Subject>, cell: &Cell) -> Told {
    let said = |text: &str| said(frame, profile, &cell.column, text);
    Told {
        what: what(frame, profile, subject, &cell.column),
        before: said(&cell.before),
        after: said(&cell.after),
    }
}

/// What a column is about, with the language where it is of one.
fn what(frame: &Frame, profile: &Profile, subject: Option<Subject>, column: &str) -> String {
    let Some(subject) = subject.filter(|_| !column.is_empty()) else { return String::new() };
    let of = profile.languages.iter().find_map(|tag| {
        let stem = column.strip_suffix(suffix(tag))?.strip_suffix('_')?;
        let language: Option<Language> = tag.parse().ok();
        Some((stem, language.map_or_else(|| tag.clone(), |language| language.own_name().to_owned())))
    });
    match of {
        Some((stem, language)) => {
            let args = Args::new().with("what", column_name(frame, subject, stem)).with("language", language);
            frame.with("profile-in-language", &args)
        }
        None => column_name(frame, subject, column),
    }
}

/// What a cell says for people: names in place of codes, days and yes or no in words.
fn said(frame: &Frame, profile: &Profile, column: &str, text: &str) -> String {
    if text.is_empty() {
        return frame.t("profile-nothing");
    }
    match column {
        "institution" | "parent" => institution_name(profile, text, frame).to_owned(),
        "restricted" | "office_resolves" => frame.t(if text == "1" { "profile-yes" } else { "profile-no" }),
        "priority" => frame.t(&format!("profile-priority-{text}")),
        "closed_from" | "date" => text.parse::<Date>().map_or_else(|_| text.to_owned(), |day| frame.day(day)),
        "discretion" => {
            let words = text.split_whitespace().map(|word| frame.t(&format!("agents-discretion-{word}")));
            words.collect::<Vec<_>>().join(frame.comma())
        }
        _ => text.to_owned(),
    }
}
