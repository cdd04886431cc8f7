//! A list of the desk on A4 lying: what was selected, in words, and a line each. Which lines those are, and in which order,
//! says whoever hands it in.

use jiff::civil::{Date, DateTime};
use locales::{Args, Language, dates};

use crate::tables::{Column, Frame, Holds, Table};
use crate::typesetting::{self, PagedDocument};
use crate::words::Words;
use crate::{Letterhead, LettersError, Paper};

/// A list. It has no `Debug`: what it says must not end in a log.
#[derive(Clone)]
pub struct ListPaper {
    /// The language that it is written in.
    pub language: Language,
    /// Whose list it is.
    pub head: Letterhead,
    /// What it lists, in that language.
    pub title: String,
    /// What it was narrowed by: each filter's name and what was chosen, in that language.
    pub filters: Vec<(String, String)>,
    /// How many lines there would be; more than `rows` where it was cut.
    pub total: u32,
    /// When it was printed. Also the date of the PDF.
    pub printed_at: DateTime,
    /// Who printed it.
    pub printed_by: String,
    /// Its columns.
    pub columns: Vec<ListColumn>,
    /// Its lines, each as long as `columns`.
    pub rows: Vec<Vec<ListCell>>,
    /// Said in place of a list without lines, in that language.
    pub empty: String,
}

/// A column: its title, and its share of the width; 0: as wide as its widest cell.
#[derive(Clone)]
pub struct ListColumn {
    /// In the list's language.
    pub title: String,
    /// Beside the others.
    pub share: u32,
}

/// What stands in a cell.
#[derive(Clone)]
pub enum ListCell {
    /// What somebody typed, or a name, in any language.
    Typed(String),
    /// The same with the few words that say more about it.
    Pair(String, String),
    /// A word of the list's language.
    Word(String),
    /// A reference or a telephone number.
    Number(String),
    /// A day; none: the cell is empty.
    Day(Option<Date>),
}

/// The list as PDF.
///
/// # Errors
/// Only if a template of this crate is wrong.
pub fn list_pdf(list: &ListPaper) -> Result<Vec<u8>, LettersError> {
    typesetting::pdf(&pages(list)?)
}

/// The list's pages as SVG.
///
/// # Errors
/// As [`list_pdf`].
pub fn list_svg(list: &ListPaper) -> Result<Vec<String>, LettersError> {
    Ok(typesetting::svg(&pages(list)?))
}

fn pages(list: &ListPaper) -> Result<PagedDocument, LettersError> {
    let words = Words::of(list.language);
    let is_exact = |at: usize| {
        let cells = list.rows.iter().filter_map(|row| row.get(at));
        cells.into_iter().any(|cell| matches!(cell, ListCell::Number(_)))
    };
    let column = |(at, column): (usize, &ListColumn)| Column {
        title: column.title.clone(),
        share: column.share,
        holds: if is_exact(at) { Holds::Exact } else { Holds::Words },
    };
    let this_year = list.printed_at.year();
    let table = Table {
        columns: list.columns.iter().enumerate().map(column).collect(),
        rows: list
            .rows
            .iter()
            .map(|row| row.iter().map(|cell| worded(&words, cell, this_year)).collect())
            .collect(),
        empty: list.empty.clone(),
    };
    let frame = Frame {
        language: list.language,
        paper: Paper::A4Landscape,
        head: &list.head,
        printed_at: list.printed_at,
        printed_by: &list.printed_by,
    };
    frame.pages(list.title.clone(), (Vec::new(), vec![table], Some(note(&words, list))), None)
}

/// The filters, and how many lines there are.
fn note(words: &Words, list: &ListPaper) -> String {
    let mut parts: Vec<String> = list
        .filters
        .iter()
        .map(|(name, value)| {
            let value = words.typed(value).unwrap_or_default();
            words.text_with(
                "letters-list-filter",
                &Args::new().with("filter", name.as_str()).with("value", value),
            )
        })
        .collect();
    let shown = u32::try_from(list.rows.len()).unwrap_or(u32::MAX);
    let count = Args::new().with("count", list.total).with("shown", shown);
    let key = if shown < list.total { "letters-list-cut" } else { "letters-list-count" };
    parts.push(words.text_with(key, &count));
    parts.join(" · ")
}

fn worded(words: &Words, cell: &ListCell, this_year: i16) -> String {
    let typed = |text: &str| words.typed(text).unwrap_or_default();
    match cell {
        ListCell::Typed(text) => typed(text),
        ListCell::Pair(one, more) => {
            let both = [typed(one), typed(more)];
            both.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" – ")
        }
        ListCell::Word(word) => word.clone(),
        ListCell::Number(number) => words.number(number).unwrap_or_default(),
        ListCell::Day(None) => String::new(),
        ListCell::Day(Some(day)) if day.year() == this_year => dates::in_list(words.language, *day),
        ListCell::Day(Some(day)) => format!("{} {}", dates::in_list(words.language, *day), day.year()),
    }
}
