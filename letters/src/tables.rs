//! The data of `templates/tables.typ`, which registers and reports share. What stands in the cells is theirs.

use jiff::civil::DateTime;
use locales::Language;
use serde::Serialize;

use crate::head::Head;
use crate::typesetting::{self, PagedDocument, Setting};
use crate::words::Words;
use crate::{Letterhead, LettersError, Paper};

/// What registers and reports share.
pub(crate) struct Frame<'a> {
    pub(crate) language: Language,
    pub(crate) paper: Paper,
    pub(crate) head: &'a Letterhead,
    pub(crate) printed_at: DateTime,
    pub(crate) printed_by: &'a str,
}

/// The sheet; what is `None` or empty is not on it.
#[derive(Serialize)]
pub(crate) struct Sheet {
    setting: Setting,
    head: Head,
    title: String,
    figures: Vec<Figure>,
    tables: Vec<Table>,
    note: Option<String>,
    printed: String,
    signature: Option<String>,
}

/// A number and what it counts.
#[derive(Serialize)]
pub(crate) struct Figure {
    pub(crate) label: String,
    pub(crate) value: String,
}

#[derive(Serialize)]
pub(crate) struct Table {
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Vec<String>>,
    /// Said in place of a table without rows.
    pub(crate) empty: String,
}

/// A column: its title, its share of the width (0: as wide as its widest cell), and what stands in it.
#[derive(Serialize)]
pub(crate) struct Column {
    pub(crate) title: String,
    pub(crate) share: u32,
    pub(crate) holds: Holds,
}

/// What stands in a column.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Holds {
    /// Words.
    Words,
    /// A reference or a time: from left to right, never broken.
    Exact,
    /// A count, under its column's end.
    Count,
}

impl Frame<'_> {
    pub(crate) fn pages(
        &self,
        title: String,
        (figures, tables, note): (Vec<Figure>, Vec<Table>, Option<String>),
        signature: Option<&str>,
    ) -> Result<PagedDocument, LettersError> {
        let words = Words::of(self.language);
        let printed = words.moment(self.printed_at).with("clerk", crate::cleaning::line(self.printed_by));
        let setting = Setting::new(self.language, self.paper, self.printed_at).named(
            title.clone(),
            crate::cleaning::line(&self.head.service_title),
            words.in_own_direction(&title),
        );
        let sheet = Sheet {
            setting,
            head: self.head.worded(&words),
            title,
            figures,
            tables,
            note,
            printed: words.text_with("letters-tables-printed", &printed),
            signature: signature.map(|key| words.text(key)),
        };
        typesetting::typeset("tables.typ", &sheet)
    }
}
