//! The commands that end on paper: receipts, letters, registers and reports; and checking a receipt.

use office::view::{LetterOffer, PaperView, PrintJob, PrintOutcome, ReceiptCheckView, SelectionForm};
use tauri::{AppHandle, command};
use tauri_plugin_dialog::DialogExt;

use super::{Answer, DeskState};

#[command(async)]
pub(crate) fn receipt(
    desk: DeskState<'_>,
    id: &str,
    language: Option<&str>,
    paper: Option<&str>,
) -> Answer<PaperView> {
    Ok(desk.receipt(id, (language, paper))?)
}

#[command(async)]
pub(crate) fn receipt_printed(desk: DeskState<'_>, id: &str) -> Answer<()> {
    Ok(desk.receipt_printed(id)?)
}

/// Asks where, and writes the receipt there. None: the clerk gave up.
#[command(async)]
pub(crate) fn save_receipt(
    app: AppHandle,
    desk: DeskState<'_>,
    id: &str,
    language: Option<&str>,
    paper: Option<&str>,
) -> Answer<Option<String>> {
    let Some(path) = ask(&app, &desk.receipt_file_name(id)?) else { return Ok(None) };
    desk.save_receipt(id, (language, paper), &path)?;
    Ok(Some(path.display().to_string()))
}

#[command(async)]
pub(crate) fn check_receipt(desk: DeskState<'_>, text: &str) -> Answer<ReceiptCheckView> {
    Ok(desk.check_receipt(text)?)
}

#[command(async)]
pub(crate) fn letters(desk: DeskState<'_>, id: &str) -> Answer<Vec<LetterOffer>> {
    Ok(desk.letters(id)?)
}

#[command(async)]
pub(crate) fn letter(
    desk: DeskState<'_>,
    id: &str,
    kind: &str,
    step: &str,
    language: Option<&str>,
    paper: Option<&str>,
) -> Answer<PaperView> {
    Ok(desk.letter(id, kind, step, (language, paper))?)
}

#[command(async)]
pub(crate) fn letter_printed(
    desk: DeskState<'_>,
    id: &str,
    kind: &str,
    step: &str,
    paper: Option<&str>,
) -> Answer<()> {
    Ok(desk.letter_printed(id, kind, step, paper)?)
}

/// Asks where, and writes the letter there. None: the clerk gave up.
#[command(async)]
pub(crate) fn save_letter(
    app: AppHandle,
    desk: DeskState<'_>,
    id: &str,
    kind: &str,
    step: &str,
    language: Option<&str>,
    paper: Option<&str>,
) -> Answer<Option<String>> {
    let Some(path) = ask(&app, &desk.letter_file_name(id, kind)?) else { return Ok(None) };
    desk.save_letter(id, kind, step, (language, paper), &path)?;
    Ok(Some(path.display().to_string()))
}

/// The register of a day or the report of a month.
#[command(async)]
pub(crate) fn register_paper(desk: DeskState<'_>, of: &str, language: &str) -> Answer<PaperView> {
    Ok(desk.register_paper(of, language)?)
}

/// Asks where, and writes the register or report there. None: the clerk gave up.
#[command(async)]
pub(crate) fn save_register_paper(
    app: AppHandle,
    desk: DeskState<'_>,
    of: &str,
    language: &str,
) -> Answer<Option<String>> {
    let Some(path) = ask(&app, &format!("{of}.pdf")) else { return Ok(None) };
    desk.save_register_paper(of, language, &path)?;
    Ok(Some(path.display().to_string()))
}

/// A list; none: what waits for a decision.
#[command(async)]
pub(crate) fn list_paper(
    desk: DeskState<'_>,
    of: Option<SelectionForm>,
    language: &str,
) -> Answer<PaperView> {
    Ok(desk.list_paper(of.as_ref(), language)?)
}

#[command(async)]
pub(crate) fn list_printed(desk: DeskState<'_>, of: Option<SelectionForm>) -> Answer<()> {
    Ok(desk.list_printed(of.as_ref())?)
}

/// Asks where, and writes the list there. None: the clerk gave up.
#[command(async)]
pub(crate) fn save_list_paper(
    app: AppHandle,
    desk: DeskState<'_>,
    of: Option<SelectionForm>,
    language: &str,
) -> Answer<Option<String>> {
    let Some(path) = ask(&app, &desk.list_file_name()?) else { return Ok(None) };
    desk.save_list_paper(of.as_ref(), language, &path)?;
    Ok(Some(path.display().to_string()))
}

/// Prints on the printer that was chosen, where one was.
#[command(async)]
pub(crate) fn print_paper(desk: DeskState<'_>, job: PrintJob) -> Answer<PrintOutcome> {
    Ok(desk.print_paper(&job)?)
}

fn ask(app: &AppHandle, name: &str) -> Option<std::path::PathBuf> {
    let chosen = app.dialog().file().set_file_name(name).add_filter("PDF", &["pdf"]).blocking_save_file();
    chosen.and_then(|path| path.into_path().ok())
}
