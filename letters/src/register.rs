//! The register of a day: what an office registered, a line a complaint, on A4 lying.

use jiff::civil::{Date, DateTime, Time};
use locales::{Language, dates};

use crate::tables::{Column, Figure, Frame, Holds, Table};
use crate::typesetting::{self, PagedDocument};
use crate::words::Words;
use crate::{Letterhead, LettersError, Paper};

/// What an office registered on a day. It has no `Debug`: what it says must not end in a log.
#[derive(Clone)]
pub struct DayRegister {
    /// The language that it is written in.
    pub language: Language,
    /// Whose register it is.
    pub head: Letterhead,
    /// The day.
    pub day: Date,
    /// When it was printed. Also the date of the PDF.
    pub printed_at: DateTime,
    /// Who printed it.
    pub printed_by: String,
    /// What was registered, in order.
    pub rows: Vec<RegisterRow>,
}

/// A line of the register.
#[derive(Clone)]
pub struct RegisterRow {
    /// When it came in.
    pub time: Time,
    /// `12-2-00417-51`
    pub reference: String,
    /// Who came.
    pub citizen: String,
    /// The category, in the register's language.
    pub matter: String,
    /// The few words that stand for it in lists.
    pub subject: String,
    /// Who deals with it.
    pub institution: String,
    /// The last day on which an answer is expected.
    pub due_on: Option<Date>,
    /// The word of its status: `passed_on`.
    pub status: String,
    /// Who took it in.
    pub clerk: String,
}

/// The register as PDF.
///
/// # Errors
/// Only if a template of this crate is wrong.
pub fn register_pdf(register: &DayRegister) -> Result<Vec<u8>, LettersError> {
    typesetting::pdf(&pages(register)?)
}

/// The register's pages as SVG.
///
/// # Errors
/// As [`register_pdf`].
pub fn register_svg(register: &DayRegister) -> Result<Vec<String>, LettersError> {
    Ok(typesetting::svg(&pages(register)?))
}

fn pages(register: &DayRegister) -> Result<PagedDocument, LettersError> {
    let words = Words::of(register.language);
    let day = dates::long(register.language, register.day);
    let title = words.text_with("letters-register-title", &locales::Args::new().with("date", day));
    let count =
        Figure { label: words.text("letters-report-registered"), value: register.rows.len().to_string() };
    let column = |key: &str, share, holds| Column { title: words.text(key), share, holds };
    let table = Table {
        columns: vec![
            column("letters-register-time", 0, Holds::Exact),
            column("letters-letter-reference", 0, Holds::Exact),
            column("letters-receipt-citizen", 4, Holds::Words),
            column("letters-letter-matter", 7, Holds::Words),
            column("letters-receipt-institution", 4, Holds::Words),
            column("letters-receipt-due", 2, Holds::Words),
            column("letters-register-state", 3, Holds::Words),
            column("letters-register-clerk", 3, Holds::Words),
        ],
        rows: register.rows.iter().map(|row| cells(&words, row)).collect(),
        empty: words.text("letters-register-empty"),
    };
    let frame = Frame {
        language: register.language,
        paper: Paper::A4Landscape,
        head: &register.head,
        printed_at: register.printed_at,
        printed_by: &register.printed_by,
    };
    frame.pages(title, (vec![count], vec![table], None), Some("letters-register-seen"))
}

fn cells(words: &Words, row: &RegisterRow) -> Vec<String> {
    let typed = |text: &str| words.typed(text).unwrap_or_default();
    let matter = [&row.matter, &row.subject].into_iter().filter_map(|text| words.typed(text));
    vec![
        dates::time(words.language, row.time, false),
        words.number(&row.reference).unwrap_or_default(),
        typed(&row.citizen),
        matter.collect::<Vec<_>>().join(" – "),
        typed(&row.institution),
        row.due_on.map(|due| dates::in_list(words.language, due)).unwrap_or_default(),
        words.text(&format!("state-{}", row.status)),
        typed(&row.clerk),
    ]
}
