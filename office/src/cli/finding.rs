//! The verbs that find: lists with filters, searches, tables, duplicates. Their arguments stand here too.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde_json::{Value, json};

use super::arguments::Arguments;
use super::verbs::{file_failed, only, say, say_row};
use crate::error::OfficeError;
use crate::exports::TableFormat;
use crate::open::Office;
use crate::view::{DueWhen, Filter, Period, SelectionForm, TwinView};

type Result<T> = std::result::Result<T, OfficeError>;

/// How many rows a list asks for at once.
const PAGE: u32 = 200;

/// Which complaints.
#[derive(Debug, Default, Args)]
pub(super) struct FilterArguments {
    /// all, waiting, news, due, conflicts, overdue, due_today, owed or to_tell.
    #[arg(long, value_name = "LIST", default_value = "all", value_parser = list_named)]
    list: Listed,
    /// Only those in which each of these words begins a word.
    #[arg(long, value_name = "WORDS", default_value = "")]
    words: String,
    /// Only those with this status (received, in_progress, answered, …); may be repeated.
    #[arg(long = "status", value_name = "STATUS")]
    statuses: Vec<String>,
    /// Only those of this category (its code); may be repeated.
    #[arg(long = "category", value_name = "CODE")]
    categories: Vec<String>,
    /// Only those that this institution holds (its code); may be repeated.
    #[arg(long = "institution", value_name = "CODE")]
    institutions: Vec<String>,
    /// Only those that this clerk registered.
    #[arg(long, value_name = "NAME", default_value = "")]
    clerk: String,
    /// Registered on this day or later.
    #[arg(long, value_name = "2026-11-24", default_value = "")]
    from: String,
    /// Registered on this day or earlier.
    #[arg(long, value_name = "2026-11-30", default_value = "")]
    until: String,
    /// Only those that are due: over, today or week.
    #[arg(long, value_name = "WHEN", value_parser = due_named)]
    due: Option<DueWhen>,
}

/// `--list`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Listed(Filter);

impl Default for Listed {
    fn default() -> Self {
        Self(Filter::All)
    }
}

/// Where a table is written.
#[derive(Debug, Args)]
pub(super) struct ExportArguments {
    /// The file; it ends in .csv, .xlsx or .pdf.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// The language of the headings: en, fr, mfe or ar-MA.
    #[arg(long, default_value = "en")]
    language: String,
    /// The name under which it is noted.
    #[arg(long = "as", value_name = "NAME", default_value = "administrator")]
    author: String,
    #[command(flatten)]
    filters: FilterArguments,
}

fn list_named(word: &str) -> std::result::Result<Listed, String> {
    named(word, "all, waiting, news, due, conflicts, overdue, due_today, owed, to_tell").map(Listed)
}

fn due_named(word: &str) -> std::result::Result<DueWhen, String> {
    named(word, "over, today, week")
}

/// The same words as in the desk's JSON.
fn named<T: serde::de::DeserializeOwned>(word: &str, all: &str) -> std::result::Result<T, String> {
    serde_json::from_value(Value::String(word.to_owned())).map_err(|_| format!("“{word}” is none of {all}"))
}

impl FilterArguments {
    fn selection(&self) -> SelectionForm {
        let between = !self.from.is_empty() || !self.until.is_empty();
        SelectionForm {
            list: self.list.0,
            words: self.words.clone(),
            statuses: self.statuses.clone(),
            categories: self.categories.clone(),
            institutions: self.institutions.clone(),
            clerk: self.clerk.clone(),
            period: if between { Period::Days } else { Period::Any },
            from: self.from.clone(),
            until: self.until.clone(),
            due: self.due.unwrap_or_default(),
        }
    }
}

pub(super) fn list(arguments: &Arguments, office: &Office, filters: &FilterArguments) -> Result<ExitCode> {
    let selection = filters.selection();
    let mut after = None;
    loop {
        let page = office.find(&selection, after.as_deref(), PAGE)?;
        for found in &page.rows {
            say_row(arguments, &found.row)?;
        }
        if page.next.is_none() {
            return Ok(ExitCode::SUCCESS);
        }
        after = page.next;
    }
}

pub(super) fn search(arguments: &Arguments, office: &Office, words: &str, limit: u32) -> Result<ExitCode> {
    for row in office.search(words, limit)? {
        say_row(arguments, &row)?;
    }
    Ok(ExitCode::SUCCESS)
}

pub(super) fn export(arguments: &Arguments, office: &Office, export: &ExportArguments) -> Result<ExitCode> {
    let ending = export.out.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let (ending, selection) = (ending.unwrap_or_default(), export.filters.selection());
    let author = Office::administrator(&export.author);
    if ending == "pdf" {
        let (pdf, lines) = office.list_paper_pdf(Some(&selection), &author, &export.language, "pdf")?;
        std::fs::write(&export.out, pdf).map_err(|error| file_failed(&export.out, &error))?;
        let file = export.out.display().to_string();
        return say(arguments, json!({"file": file, "complaints": lines}), || {
            format!("{lines} complaints are in {file}.")
        });
    }
    let format: TableFormat = ending.parse().map_err(OfficeError::Kind)?;
    let complaints = office.export(&selection, format, &export.language, &export.out, &author)?;
    let file = export.out.display().to_string();
    let told = json!({"file": file, "complaints": complaints});
    say(arguments, told, || format!("{complaints} complaints are in {file}."))
}

pub(super) fn exports(arguments: &Arguments, office: &Office) -> Result<ExitCode> {
    for export in office.exports()? {
        let selection: Value = serde_json::from_str(&export.selection).unwrap_or(Value::Null);
        let told = json!({
            "at": export.at.to_string(), "by": export.by, "format": export.format,
            "complaints": export.complaints, "selection": selection,
        });
        say(arguments, told, || {
            format!(
                "{}  {}  {} complaints as {}: {}",
                export.at, export.by, export.complaints, export.format, export.selection
            )
        })?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The twins of one complaint or, without a reference, of everything that was registered in the last 30 days.
pub(super) fn duplicates(
    arguments: &Arguments,
    office: &Office,
    reference: Option<&str>,
) -> Result<ExitCode> {
    if let Some(reference) = reference {
        let id = only(office, reference)?.complaint.id;
        for twin in office.twins_of(id)? {
            say_twin(arguments, reference, &twin)?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    let lately = SelectionForm { period: Period::Month, ..SelectionForm::default() };
    let mut after = None;
    loop {
        let page = office.find(&lately, after.as_deref(), PAGE)?;
        for found in &page.rows {
            let id = found.row.id.parse().map_err(|_| OfficeError::NotFound)?;
            // Of two of them each is the other's twin: the pair is told once, with the later one.
            let earlier = |twin: &&TwinView| twin.row.reference < found.row.reference;
            for twin in office.twins_of(id)?.iter().filter(earlier) {
                say_twin(arguments, &found.row.reference, twin)?;
            }
        }
        if page.next.is_none() {
            return Ok(ExitCode::SUCCESS);
        }
        after = page.next;
    }
}

fn say_twin(arguments: &Arguments, reference: &str, twin: &TwinView) -> Result<()> {
    let told = json!({"reference": reference, "twin": twin});
    let reason = serde_json::to_value(twin.reason).unwrap_or(Value::Null);
    let reason = reason.as_str().unwrap_or_default().to_owned();
    say(arguments, told, || {
        let shared =
            if twin.shared_percent > 0 { format!(" {} %", twin.shared_percent) } else { String::new() };
        format!("{reference}  {}  {reason}{shared}  {}", twin.row.reference, twin.row.subject)
    })
    .map(drop)
}
