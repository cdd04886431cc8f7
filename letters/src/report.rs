//! The report of a month: how many complaints an office registered and what became of them, on A4.

use jiff::civil::{Date, DateTime};
use locales::{Args, Language, dates};

use crate::tables::{Column, Figure, Frame, Holds, Table};
use crate::typesetting::{self, PagedDocument};
use crate::words::Words;
use crate::{Letterhead, LettersError, Paper};

/// The figures of a month.
#[derive(Clone)]
pub struct MonthReport {
    /// The language that it is written in.
    pub language: Language,
    /// Whose report it is.
    pub head: Letterhead,
    /// A day of the month.
    pub month: Date,
    /// When it was printed. Also the date of the PDF.
    pub printed_at: DateTime,
    /// Who printed it.
    pub printed_by: String,
    /// All that was registered in the month.
    pub all: Tally,
    /// The same by category, institution, status.
    pub tables: Vec<ReportTable>,
}

/// What became of a number of complaints. `registered` is the sum of the others but `due_over`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many were registered.
    pub registered: u32,
    /// Answered definitively, by the day that was promised, or without one.
    pub in_time: u32,
    /// Answered definitively, later.
    pub late: u32,
    /// Withdrawn or closed without a definitive answer.
    pub ended: u32,
    /// Without a definitive answer yet.
    pub open: u32,
    /// Of these: the promised day is over.
    pub due_over: u32,
}

/// A table of a report.
#[derive(Clone)]
pub struct ReportTable {
    /// What its lines are: `category`, `institution` or `status`.
    pub by: &'static str,
    /// Its lines.
    pub rows: Vec<ReportRow>,
}

/// A line of a report.
#[derive(Clone)]
pub struct ReportRow {
    /// What it counts, in the report's language; of a status its word.
    pub label: String,
    /// The figures.
    pub tally: Tally,
}

/// The report as PDF.
///
/// # Errors
/// Only if a template of this crate is wrong.
pub fn report_pdf(report: &MonthReport) -> Result<Vec<u8>, LettersError> {
    typesetting::pdf(&pages(report)?)
}

/// The report's pages as SVG.
///
/// # Errors
/// As [`report_pdf`].
pub fn report_svg(report: &MonthReport) -> Result<Vec<String>, LettersError> {
    Ok(typesetting::svg(&pages(report)?))
}

const COUNTS: [&str; 6] = [
    "letters-report-registered",
    "letters-report-in-time",
    "letters-report-late",
    "letters-report-ended",
    "letters-report-open",
    "letters-report-due-over",
];

fn pages(report: &MonthReport) -> Result<PagedDocument, LettersError> {
    let words = Words::of(report.language);
    let month = dates::of_month_and_year(report.language, report.month);
    let title = words.text_with("letters-report-title", &Args::new().with("month", month));
    let figures = COUNTS
        .iter()
        .zip(counts(&report.all))
        .map(|(key, count)| Figure { label: words.text(key), value: count.to_string() })
        .collect();
    let as_of = dates::in_sentence(report.language, report.printed_at.date());
    let note = words.text_with("letters-report-note", &Args::new().with("date", as_of));
    let tables = report.tables.iter().map(|table| worded(&words, table)).collect();
    let frame = Frame {
        language: report.language,
        paper: Paper::A4,
        head: &report.head,
        printed_at: report.printed_at,
        printed_by: &report.printed_by,
    };
    frame.pages(title, (figures, tables, Some(note)), Some("letters-register-seen"))
}

fn counts(tally: &Tally) -> [u32; 6] {
    [tally.registered, tally.in_time, tally.late, tally.ended, tally.open, tally.due_over]
}

fn worded(words: &Words, table: &ReportTable) -> Table {
    // Where a table is by status, that alone says what became of its complaints.
    let by_status = table.by == "status";
    let shown = if by_status { 1 } else { COUNTS.len() };
    let mut columns = vec![Column {
        title: words.text(&format!("letters-report-by-{}", table.by)),
        share: 1,
        holds: Holds::Words,
    }];
    columns.extend(COUNTS[..shown].iter().map(|key| Column {
        title: words.text(key),
        share: 0,
        holds: Holds::Count,
    }));
    let row = |row: &ReportRow| {
        let label = if by_status {
            words.text(&format!("state-{}", row.label))
        } else {
            words.typed(&row.label).unwrap_or_default()
        };
        let mut cells = vec![label];
        cells.extend(counts(&row.tally)[..shown].iter().map(ToString::to_string));
        cells
    };
    Table { columns, rows: table.rows.iter().map(row).collect(), empty: words.text("letters-report-empty") }
}
