//! Reading one CSV file of a profile, row by row, with the line of each row at hand. Texts must be there in the
//! languages of the deployment; further languages may be.

use std::collections::BTreeMap;

use super::{Bundle, LanguageTexts, ProfileError};

/// The languages that a profile may speak, and how the names of their columns end.
pub(super) const LANGUAGES: [(&str, &str); 4] = [("en", "en"), ("fr", "fr"), ("mfe", "mfe"), ("ar", "ar-MA")];

/// A row: its line and its cells by column name.
pub(super) struct Row<'a> {
    /// The languages that no text may lack.
    languages: &'a [String],
    file: &'static str,
    line: u64,
    cells: BTreeMap<&'a str, &'a str>,
}

/// The rows of a file. A file without header or with ragged rows leaves its mistake in `mistakes`.
pub(super) fn for_each_row(
    bundle: &Bundle,
    file: &'static str,
    languages: &[String],
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
                each(Row { languages, file, line, cells }, mistakes);
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

    /// The columns `name_en`, `name_fr`, `name_mfe`, `name_ar` as one text. Those of the deployment's languages may not
    /// be empty.
    pub(super) fn texts(&self, column: &str, mistakes: &mut Vec<ProfileError>) -> LanguageTexts {
        let mut texts = LanguageTexts::new();
        for (suffix, tag) in LANGUAGES {
            let name = format!("{column}_{suffix}");
            let is_needed = self.languages.iter().any(|language| language == tag);
            let text = if is_needed { self.required(&name, mistakes) } else { self.optional(&name) };
            if !text.is_empty() {
                texts.insert(tag.to_owned(), text.to_owned());
            }
        }
        texts
    }

    /// The same where all of them may be empty together.
    pub(super) fn maybe_texts(
        &self,
        column: &str,
        mistakes: &mut Vec<ProfileError>,
    ) -> Option<LanguageTexts> {
        let is_empty =
            LANGUAGES.iter().all(|(suffix, _)| self.optional(&format!("{column}_{suffix}")).is_empty());
        (!is_empty).then(|| self.texts(column, mistakes))
    }

    /// The line, from 1.
    pub(super) fn line(&self) -> u64 {
        self.line
    }

    /// Notes a mistake of this row.
    pub(super) fn mistake(&self, message: String, mistakes: &mut Vec<ProfileError>) {
        mistakes.push(mistake(self.file, self.line, message));
    }
}

pub(super) fn mistake(file: &str, line: u64, message: String) -> ProfileError {
    ProfileError { file: file.to_owned(), line, message }
}
