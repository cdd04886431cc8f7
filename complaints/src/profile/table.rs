//! Reading one CSV file of a profile, row by row, with the line of each row at hand.

use std::collections::BTreeMap;

use super::{Bundle, LanguageTexts, ProfileError};

/// A row: its line and its cells by column name.
pub(super) struct Row<'a> {
    file: &'static str,
    line: u64,
    cells: BTreeMap<&'a str, &'a str>,
}

/// The rows of a file. A file without header or with ragged rows leaves its mistake in `mistakes`.
pub(super) fn for_each_row(
    bundle: &Bundle,
    file: &'static str,
    mistakes: &mut Vec<ProfileError>,
    mut each: impl FnMut(Row<'_>, &mut Vec<ProfileError>),
) {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(bundle.file(file).as_bytes());
    let headers = match reader.headers() {
        Ok(headers) => headers.clone(),
        Err(error) => return mistakes.push(mistake(file, 1, error.to_string())),
    };
    for record in reader.records() {
        match record {
            Ok(record) => {
                let line = record.position().map_or(0, csv::Position::line);
                let cells = headers.iter().zip(record.iter()).collect();
                each(Row { file, line, cells }, mistakes);
            }
            Err(error) => {
                let line = error.position().map_or(1, csv::Position::line);
                mistakes.push(mistake(
                    file,
                    line,
                    "this row has more or fewer cells than the first line".to_owned(),
                ));
            }
        }
    }
}

impl<'a> Row<'a> {
    /// A cell that may be empty.
    pub(super) fn optional(&self, column: &str) -> &'a str {
        self.cells.get(column).copied().unwrap_or("")
    }

    /// A cell that may not.
    pub(super) fn required(&self, column: &str, mistakes: &mut Vec<ProfileError>) -> &'a str {
        let cell = self.optional(column);
        if cell.is_empty() {
            self.mistake(format!("the column “{column}” is empty"), mistakes);
        }
        cell
    }

    /// A number, or nothing.
    pub(super) fn number(&self, column: &str, mistakes: &mut Vec<ProfileError>) -> Option<u32> {
        let cell = self.optional(column);
        if cell.is_empty() {
            return None;
        }
        let number = cell.parse().ok();
        if number.is_none() {
            self.mistake(format!("“{cell}” in the column “{column}” is no whole number"), mistakes);
        }
        number
    }

    /// `1` or `0`; an empty cell and a column that is not there are `0`.
    pub(super) fn flag(&self, column: &str, mistakes: &mut Vec<ProfileError>) -> bool {
        match self.optional(column) {
            "1" => true,
            "" | "0" => false,
            other => {
                self.mistake(format!("“{other}” in the column “{column}” is neither 0 nor 1"), mistakes);
                false
            }
        }
    }

    /// The columns `name_en`, `name_fr`, `name_mfe`, `name_ar` as one text.
    pub(super) fn texts(&self, column: &str, mistakes: &mut Vec<ProfileError>) -> LanguageTexts {
        let languages = [("en", "en"), ("fr", "fr"), ("mfe", "mfe"), ("ar", "ar-MA")];
        languages
            .into_iter()
            .map(|(suffix, tag)| {
                (tag.to_owned(), self.required(&format!("{column}_{suffix}"), mistakes).to_owned())
            })
            .collect()
    }

    /// Notes a mistake of this row.
    pub(super) fn mistake(&self, message: String, mistakes: &mut Vec<ProfileError>) {
        mistakes.push(mistake(self.file, self.line, message));
    }
}

pub(super) fn mistake(file: &str, line: u64, message: String) -> ProfileError {
    ProfileError { file: file.to_owned(), line, message }
}
