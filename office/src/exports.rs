//! Lists as tables for a spreadsheet. They leave the encrypted store, so each is noted with who took it, and some
//! things stay behind: identity numbers, the name where the citizen asked for discretion, and what was told in a matter
//! that few people may see.

use std::path::Path;

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use complaints::profile::{Deed, Profile};
use complaints::{Author, Complaint, Discretion, shown_phone};
use locales::{Language, Texts, texts, without_isolation};
use office_store::StoredExport;

use crate::error::OfficeError;
use crate::open::Office;
use crate::papers;
use crate::view::SelectionForm;

/// How many rows are read at once.
const TOGETHER: u32 = 500;

/// The columns, by the keys of their headings.
const COLUMNS: [&str; 13] = [
    "column-reference",
    "export-recorded",
    "export-kind",
    "column-status",
    "column-due",
    "matter",
    "column-with",
    "register-subject",
    "register-text",
    "register-place",
    "column-citizen",
    "citizen-phone",
    "export-clerk",
];

/// What a table is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableFormat {
    /// Comma-separated values, UTF-8 with the mark that spreadsheets look for.
    Csv,
    /// A workbook with one sheet.
    Xlsx,
}

impl TableFormat {
    /// As the end of a file's name.
    pub fn word(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }
}

impl std::str::FromStr for TableFormat {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "csv" => Ok(Self::Csv),
            "xlsx" => Ok(Self::Xlsx),
            _ => Err(format!("“{text}” is none of csv, xlsx, pdf")),
        }
    }
}

impl Office {
    /// Writes what was selected to a file and notes who took it. How many complaints there are in it.
    ///
    /// # Errors
    /// `not_for_trainees`, `field_wrong`, `file_failed`, or the store's; nothing is noted then.
    pub fn export(
        &self,
        form: &SelectionForm,
        format: TableFormat,
        language: &str,
        path: &Path,
        by: &Author,
    ) -> Result<u32, OfficeError> {
        self.must_be_allowed(Deed::Export, by)?;
        let selection = self.selection(form)?;
        let profile = self.profile();
        let language: Language = language.parse().unwrap_or(Language::En);
        let words = texts(language);
        let mut table = vec![COLUMNS.iter().map(|key| without_isolation(&words.text(key))).collect()];
        let mut after = None;
        loop {
            let page = self.store.select(&selection, after.as_deref(), TOGETHER)?.page;
            table.extend(page.records.iter().map(|record| row(&record.complaint, &profile, words)));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        let complaints = u32::try_from(table.len() - 1).unwrap_or(u32::MAX);
        let bytes = match format {
            TableFormat::Csv => csv(&table),
            TableFormat::Xlsx => {
                xlsx(&table, language).map_err(|error| OfficeError::Internal(error.to_string()))?
            }
        };
        let failed = |error: std::io::Error| OfficeError::File {
            path: path.display().to_string(),
            reason: error.to_string(),
        };
        std::fs::write(path, bytes).map_err(failed)?;
        let selection =
            serde_json::to_string(form).map_err(|error| OfficeError::Internal(error.to_string()))?;
        let format = format.word().to_owned();
        let noted = StoredExport { at: self.moment(), by: by.name.clone(), format, selection, complaints };
        // A table of which nobody would know stays no longer than this.
        if let Err(error) = self.store.write(|writing| writing.note_export(&noted)) {
            let _ = std::fs::remove_file(path);
            return Err(error.into());
        }
        Ok(complaints)
    }

    /// Who took which list along, the latest first.
    ///
    /// # Errors
    /// When the store fails.
    pub fn exports(&self) -> Result<Vec<StoredExport>, OfficeError> {
        Ok(self.store.exports()?)
    }
}

fn row(complaint: &Complaint, profile: &Profile, words: &Texts) -> Vec<String> {
    let register = &complaint.register;
    let citizen = &register.citizen;
    let is_restricted = profile.category(&register.category).is_some_and(|category| category.restricted);
    let is_named = register.discretion.is_none_or(|discretion| discretion == Discretion::Open);
    let named = |text: Option<String>| text.filter(|_| is_named).unwrap_or_default();
    let told = |text: &str| if is_restricted { words.text("export-restricted") } else { text.to_owned() };
    let institution = profile.institutions.get(&complaint.institution);
    vec![
        register.reference.to_string(),
        complaint.recorded_at().date().to_string(),
        words.text(&format!("kind-{}", register.kind.word())),
        words.text(&format!("state-{}", complaint.status.word())),
        complaint.due_on().map(|day| day.to_string()).unwrap_or_default(),
        papers::matter(profile, &register.category, words.language()),
        institution.map_or_else(|| complaint.institution.clone(), |known| known.name.clone()),
        told(&register.subject),
        told(&register.text),
        register.place.clone().or_else(|| citizen.locality.clone().filter(|_| is_named)).unwrap_or_default(),
        named(Some(citizen.full_name())),
        named(citizen.phone.as_deref().map(shown_phone)),
        complaint.steps.first().map_or(String::new(), |step| step.author.name.clone()),
    ]
}

/// Whether a spreadsheet would read a cell as a formula or as something else than text.
fn begins_a_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

/// RFC 4180, with every cell in quotes. An apostrophe before what a spreadsheet would run makes it text.
fn csv(table: &[Vec<String>]) -> Vec<u8> {
    let mut text = String::from("\u{feff}");
    for row in table {
        let cells: Vec<String> = row
            .iter()
            .map(|cell| {
                let guard = if begins_a_formula(cell) { "'" } else { "" };
                format!("\"{guard}{}\"", cell.replace('"', "\"\""))
            })
            .collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text.into_bytes()
}

/// Every cell is a text and nothing else; what looks like a formula is marked as text for those who edit it.
fn xlsx(table: &[Vec<String>], language: Language) -> Result<Vec<u8>, XlsxError> {
    /// The longest text of a cell that the format allows, in characters.
    const LONGEST_CELL: usize = 32_767;
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_right_to_left(language == Language::ArMa);
    let (head, plain) = (Format::new().set_bold(), Format::new());
    let guarded = Format::new().set_quote_prefix();
    for (at, row) in (0..).zip(table) {
        for (column, cell) in (0..).zip(row) {
            let format = match at {
                0 => &head,
                _ if begins_a_formula(cell) => &guarded,
                _ => &plain,
            };
            let cell: String = cell.chars().take(LONGEST_CELL).collect();
            sheet.write_string_with_format(at, column, cell, format)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    for (column, width) in (0..).zip([16, 11, 11, 14, 11, 34, 30, 34, 60, 22, 24, 13, 20]) {
        sheet.set_column_width(column, width)?;
    }
    workbook.save_to_buffer()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_table_runs_when_it_is_opened() {
        let cells = ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "plain", "a \"b\", c\r\nd"];
        let table = vec![cells.map(str::to_owned).to_vec()];
        let text = String::from_utf8(csv(&table)).unwrap();
        assert_eq!(
            text,
            "\u{feff}\"'=cmd|' /C calc'!A0\",\"'+1\",\"'-1\",\"'@SUM(A1)\",\"'\tx\",\"'\rx\",\"plain\",\"a \"\"b\"\", c\r\nd\"\r\n"
        );
        let book = xlsx(&table, Language::En).unwrap();
        assert!(book.starts_with(b"PK"));
    }
}
