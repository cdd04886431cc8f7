//! The letter that brings an office the code for its new computer. The file that the code opens travels apart from it,
//! and the letter says so.

use jiff::civil::DateTime;
use locales::{Args, Language, dates};
use serde::Serialize;

use crate::cleaning::{left_to_right, line};
use crate::head::Head;
use crate::seal::{Seal, seal};
use crate::typesetting::{self, Setting};
use crate::words::{Words, web_address};
use crate::{Letterhead, LettersError, Paper};

/// The letter. It has no `Debug`: its code must not end in a log.
#[derive(Clone)]
pub struct Admission {
    /// The language that it is written in.
    pub language: Language,
    /// Who writes.
    pub head: Letterhead,
    /// When it was written. Also the date of the PDF.
    pub written_at: DateTime,
    /// The name of the office that gets the computer.
    pub office: String,
    /// Where that office is; empty lines are left out.
    pub address: Vec<String>,
    /// The number of the computer in its office, as it stands in references.
    pub computer: String,
    /// The name of the file on the stick.
    pub file: String,
    /// What opens it.
    pub code: String,
    /// Where the computer will find the centre.
    pub server: String,
    /// Where to ask by telephone; empty: the letter names none.
    pub phone: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Sheet {
    setting: Setting,
    head: Head,
    addressee: Vec<String>,
    date: String,
    title: String,
    intro: String,
    apart: String,
    code: Labelled,
    facts: Vec<Labelled>,
    seal: Option<Seal>,
    steps_title: String,
    steps: Vec<String>,
    trouble: String,
}

#[derive(Serialize)]
struct Labelled {
    label: String,
    value: String,
}

/// The letter as PDF on A4: tagged, its text selectable, and the same bytes for the same letter.
///
/// # Errors
/// Only if a template of this crate is wrong.
pub fn admission_pdf(letter: &Admission) -> Result<Vec<u8>, LettersError> {
    typesetting::pdf(&typesetting::typeset_close("admission.typ", sheet(letter), |sheet| Sheet {
        setting: sheet.setting.closer(),
        ..sheet
    })?)
}

fn sheet(letter: &Admission) -> Sheet {
    let words = Words::of(letter.language);
    let title = words.text("letters-admission-title");
    let file = || Args::new().with("file", left_to_right(&line(&letter.file)));
    let facts = [
        ("letters-admission-file", words.number(&letter.file)),
        ("letters-admission-computer", words.number(&letter.computer)),
        ("letters-admission-server", words.number(web_address(&letter.server))),
    ];
    let fact =
        |(key, value): (&str, Option<String>)| Some(Labelled { label: words.text(key), value: value? });
    let trouble = match words.number(&letter.phone) {
        Some(phone) => words.text_with("letters-admission-trouble-phone", &Args::new().with("phone", phone)),
        None => words.text("letters-admission-trouble"),
    };
    Sheet {
        setting: Setting::new(letter.language, Paper::A4, letter.written_at).named(
            format!("{title} {}", line(&letter.office)),
            line(&letter.head.service_title),
            line(&letter.office),
        ),
        head: letter.head.worded(&words),
        addressee: std::iter::once(&letter.office)
            .chain(&letter.address)
            .filter_map(|line| words.typed(line))
            .collect(),
        date: dates::long(letter.language, letter.written_at.date()),
        title,
        intro: words.text("letters-admission-intro"),
        apart: words.text("letters-admission-apart"),
        code: Labelled { label: words.text("letters-admission-code"), value: line(&letter.code) },
        facts: facts.into_iter().filter_map(fact).collect(),
        seal: seal(&letter.code, words.text("letters-admission-seal")),
        steps_title: words.text("letters-admission-steps"),
        steps: vec![
            words.text("letters-admission-step-stick"),
            words.text_with("letters-admission-step-file", &file()),
            words.text("letters-admission-step-code"),
            words.text("letters-admission-step-head"),
            words.text("letters-admission-step-destroy"),
        ],
        trouble,
    }
}
