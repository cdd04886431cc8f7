//! The deeds of the window that end on paper: receipts, letters, registers and reports; and checking a receipt.

use std::path::Path;

use letters::Paper;

use super::{Desk, Result, complaint_id};
use crate::error::OfficeError;
use crate::letters::LetterName;
use crate::printing::{Printing, my_turn};
use crate::view::{
    LetterKind, LetterOffer, PaperView, PrintJob, PrintOutcome, ReceiptCheckView, SelectionForm,
};

/// Language and sheet, where somebody chose them.
pub(super) type Chosen<'a> = (Option<&'a str>, Option<&'a str>);

impl Desk {
    /// A receipt as pages.
    ///
    /// # Errors
    /// `not_signed_in`, `not_found`.
    pub fn receipt(&self, id: &str, chosen: Chosen<'_>) -> Result<PaperView> {
        self.signed_in()?;
        self.office()?.receipt(complaint_id(id)?, chosen)
    }

    /// A receipt goes to the printer.
    ///
    /// # Errors
    /// `not_signed_in`, or the store's.
    pub fn receipt_printed(&self, id: &str) -> Result<()> {
        self.signed_in()?;
        self.office()?.mark_printed(complaint_id(id)?)
    }

    /// Writes a receipt as PDF to a file that the clerk has chosen.
    ///
    /// # Errors
    /// `not_signed_in`, `not_found`, `file_failed`.
    pub fn save_receipt(&self, id: &str, chosen: Chosen<'_>, path: &Path) -> Result<()> {
        self.signed_in()?;
        let (office, id) = (self.office()?, complaint_id(id)?);
        write(path, &office.receipt_pdf(id, chosen)?)?;
        office.mark_printed(id)
    }

    /// A name for the file of a receipt.
    ///
    /// # Errors
    /// `not_found`.
    pub fn receipt_file_name(&self, id: &str) -> Result<String> {
        self.signed_in()?;
        let view = self.office()?.complaint(complaint_id(id)?)?;
        Ok(format!("{}.pdf", view.row.reference))
    }

    /// Checks what a scanner read from a receipt.
    ///
    /// # Errors
    /// `not_signed_in`, or the store's.
    pub fn check_receipt(&self, typed: &str) -> Result<ReceiptCheckView> {
        self.signed_in()?;
        self.office()?.check_receipt(typed, None)
    }

    /// The letters that make sense as a complaint stands.
    ///
    /// # Errors
    /// `not_signed_in`, `not_found`.
    pub fn letters(&self, id: &str) -> Result<Vec<LetterOffer>> {
        self.signed_in()?;
        self.office()?.letters(complaint_id(id)?)
    }

    /// A letter as pages.
    ///
    /// # Errors
    /// `not_signed_in`, `not_found`, `no_such_letter`.
    pub fn letter(&self, id: &str, kind: &str, step: &str, chosen: Chosen<'_>) -> Result<PaperView> {
        let (author, _) = self.signed_in()?;
        self.office()?.letter(complaint_id(id)?, &name(kind, step)?, &author.name, chosen)
    }

    /// A letter goes to the printer.
    ///
    /// # Errors
    /// As [`Self::letter`].
    pub fn letter_printed(&self, id: &str, kind: &str, step: &str, paper: Option<&str>) -> Result<()> {
        let (author, _) = self.signed_in()?;
        self.office()?.mark_letter(complaint_id(id)?, &name(kind, step)?, &author.name, paper)
    }

    /// Writes a letter as PDF to a file that the clerk has chosen.
    ///
    /// # Errors
    /// As [`Self::letter`]; `file_failed`.
    pub fn save_letter(
        &self,
        id: &str,
        kind: &str,
        step: &str,
        chosen: Chosen<'_>,
        path: &Path,
    ) -> Result<()> {
        let (author, _) = self.signed_in()?;
        let (office, id, name) = (self.office()?, complaint_id(id)?, name(kind, step)?);
        let (pdf, _) = office.letter_pdf(id, &name, &author.name, chosen)?;
        write(path, &pdf)?;
        office.mark_letter(id, &name, &author.name, chosen.1)
    }

    /// A name for the file of a letter.
    ///
    /// # Errors
    /// `not_found`, `no_such_letter`.
    pub fn letter_file_name(&self, id: &str, kind: &str) -> Result<String> {
        self.signed_in()?;
        let view = self.office()?.complaint(complaint_id(id)?)?;
        Ok(format!("{} {}.pdf", view.row.reference, name(kind, "")?.kind.word().replace('_', "-")))
    }

    /// The register of a day (`2026-11-24`), the report of a month (`2026-11`) or the privacy notice (`privacy`) as pages.
    ///
    /// # Errors
    /// `not_signed_in`, `period_wrong`.
    pub fn register_paper(&self, of: &str, language: &str) -> Result<PaperView> {
        let (author, _) = self.signed_in()?;
        let office = self.office()?;
        if of == PRIVACY {
            office.privacy_paper(language)
        } else if is_month(of) {
            office.month_report(of, &author.name, language)
        } else {
            office.day_register(of, &author.name, language)
        }
    }

    /// Writes the same as PDF to a file that the clerk has chosen.
    ///
    /// # Errors
    /// As [`Self::register_paper`]; `file_failed`.
    pub fn save_register_paper(&self, of: &str, language: &str, path: &Path) -> Result<()> {
        write(path, &self.register_pdf(of, language)?)
    }

    fn register_pdf(&self, of: &str, language: &str) -> Result<Vec<u8>> {
        let (author, _) = self.signed_in()?;
        let office = self.office()?;
        Ok(if of == PRIVACY {
            office.privacy_paper_pdf(language)?.0
        } else if is_month(of) {
            office.month_report_pdf(of, &author.name, language)?.0
        } else {
            office.day_register_pdf(of, &author.name, language)?.0
        })
    }

    /// A list as pages; none: what waits for a decision.
    ///
    /// # Errors
    /// Those of [`crate::Office::list_paper`]; `not_signed_in`.
    pub fn list_paper(&self, of: Option<&SelectionForm>, language: &str) -> Result<PaperView> {
        let (author, _) = self.signed_in()?;
        self.office()?.list_paper(of, &author, language)
    }

    /// A list goes to the printer.
    ///
    /// # Errors
    /// As [`Self::list_paper`].
    pub fn list_printed(&self, of: Option<&SelectionForm>) -> Result<()> {
        let (author, _) = self.signed_in()?;
        self.office()?.list_printed(of, &author)
    }

    /// Writes a list as PDF to a file that the clerk has chosen.
    ///
    /// # Errors
    /// As [`Self::list_paper`]; `file_failed`.
    pub fn save_list_paper(&self, of: Option<&SelectionForm>, language: &str, path: &Path) -> Result<()> {
        let (author, _) = self.signed_in()?;
        write(path, &self.office()?.list_paper_pdf(of, &author, language, "pdf")?.0)
    }

    /// Prints a paper on the printer that was chosen for it, and notes that it was handed out.
    ///
    /// # Errors
    /// `printer_failed`, `printer_stopped`, `printer_silent`; those of showing it.
    pub fn print_paper(&self, job: &PrintJob) -> Result<PrintOutcome> {
        let (author, _) = self.signed_in()?;
        let _turn = my_turn();
        let (office, printing) = (self.office()?, Printing::of_the_system());
        let paper = match job {
            PrintJob::Receipt { paper, .. } => office.receipt_paper(paper.as_deref()),
            PrintJob::Letter { paper, .. } => office.letter_paper(paper.as_deref())?,
            PrintJob::Register { of, .. } if of == PRIVACY => Paper::A5,
            PrintJob::Register { of, .. } if is_month(of) => Paper::A4,
            PrintJob::Register { .. } | PrintJob::List { .. } => Paper::A4Landscape,
        };
        let printer = office.printer(paper)?;
        if printer.is_empty() {
            let is_none = printing.printers().is_some_and(|printers| printers.is_empty());
            return Ok(if is_none { PrintOutcome::NoPrinter } else { PrintOutcome::Ask });
        }
        let send = |pdf: &[u8]| printing.send(&printer, paper, pdf);
        match job {
            PrintJob::Receipt { id, language, paper } => {
                let id = complaint_id(id)?;
                send(&office.receipt_pdf(id, (language.as_deref(), paper.as_deref()))?)?;
                office.mark_printed(id)?;
            }
            PrintJob::Letter { id, kind, step, language, paper } => {
                let (id, name) = (complaint_id(id)?, name(kind, step)?);
                let chosen = (language.as_deref(), paper.as_deref());
                send(&office.letter_pdf(id, &name, &author.name, chosen)?.0)?;
                office.mark_letter(id, &name, &author.name, chosen.1)?;
            }
            PrintJob::Register { of, language } => send(&self.register_pdf(of, language)?)?,
            PrintJob::List { of, language } => {
                send(&office.list_paper_pdf(of.as_ref(), &author, language, "print")?.0)?;
            }
        }
        Ok(PrintOutcome::Sent { printer })
    }

    /// A name for the file of a list.
    ///
    /// # Errors
    /// `not_signed_in`.
    pub fn list_file_name(&self) -> Result<String> {
        self.signed_in()?;
        Ok(format!("list-{}.pdf", self.office()?.now().date()))
    }
}

/// What stands for the privacy notice where a day or a month could stand.
const PRIVACY: &str = "privacy";

/// A month has a year and a month; a day has a day too.
fn is_month(of: &str) -> bool {
    of.split('-').count() == 2
}

fn name(kind: &str, step: &str) -> Result<LetterName> {
    let kind = LetterKind::of_word(kind).ok_or(OfficeError::NoSuchLetter)?;
    Ok(LetterName { kind, step: Some(step.to_owned()) })
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(path, bytes)
        .map_err(|error| OfficeError::File { path: path.display().to_string(), reason: error.to_string() })
}
