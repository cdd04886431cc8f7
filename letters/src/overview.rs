//! A sheet of figures over many offices: great numbers, tables, who made it, on A4. What is counted says whoever hands it in.

use jiff::civil::DateTime;
use locales::Language;

use crate::tables::{Column, Figure, Frame, Holds, Table};
use crate::typesetting;
use crate::words::Words;
use crate::{Letterhead, LettersError, Paper};

/// The sheet.
#[derive(Clone)]
pub struct Overview {
    /// The language that it is written in.
    pub language: Language,
    /// Whose sheet it is.
    pub head: Letterhead,
    /// What it is about.
    pub title: String,
    /// When it was made. Also the date of the PDF.
    pub made_at: DateTime,
    /// Who made it.
    pub made_by: String,
    /// What is counted, and the number.
    pub figures: Vec<(String, String)>,
    /// The tables, in their order.
    pub tables: Vec<OverviewTable>,
    /// What the numbers mean.
    pub note: String,
}

/// A table of an overview.
#[derive(Clone)]
pub struct OverviewTable {
    /// The titles of its columns: the first one holds words, all others numbers.
    pub columns: Vec<String>,
    /// Its lines, as long as `columns`.
    pub rows: Vec<Vec<String>>,
    /// Said in place of a table without lines.
    pub empty: String,
}

/// The sheet as PDF.
///
/// # Errors
/// Only if a template of this crate is wrong.
pub fn overview_pdf(overview: &Overview) -> Result<Vec<u8>, LettersError> {
    let words = Words::of(overview.language);
    let table = |table: &OverviewTable| Table {
        columns: columns(&table.columns),
        rows: table.rows.iter().map(|row| row.iter().map(|cell| plain(&words, cell)).collect()).collect(),
        empty: table.empty.clone(),
    };
    let figure = |(label, value): &(String, String)| Figure { label: label.clone(), value: value.clone() };
    let frame = Frame {
        language: overview.language,
        paper: Paper::A4,
        head: &overview.head,
        printed_at: overview.made_at,
        printed_by: &overview.made_by,
    };
    let figures = overview.figures.iter().map(figure).collect();
    let tables = overview.tables.iter().map(table).collect();
    let note = Some(overview.note.clone()).filter(|note| !note.is_empty());
    typesetting::pdf(&frame.pages(
        overview.title.clone(),
        (figures, tables, note),
        Some("letters-register-seen"),
    )?)
}

fn columns(titles: &[String]) -> Vec<Column> {
    let column = |(at, title): (usize, &String)| {
        let (share, holds) = if at == 0 { (1, Holds::Words) } else { (0, Holds::Count) };
        Column { title: title.clone(), share, holds }
    };
    titles.iter().enumerate().map(column).collect()
}

fn plain(words: &Words, cell: &str) -> String {
    words.typed(cell).unwrap_or_default()
}
