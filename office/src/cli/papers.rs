//! `guichet-office receipt`, `letters`, `letter`, `register-of-day`, `report-of-month`: papers as PDF, and checking a
//! receipt.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Subcommand};
use serde_json::json;

use super::arguments::Arguments;
use super::verbs::{file_failed, only, say};
use crate::error::OfficeError;
use crate::letters::LetterName;
use crate::open::Office;
use crate::papers::paper;
use crate::view::{LetterKind, ReceiptCheckView, ReceiptOutcome};

type Result<T> = std::result::Result<T, OfficeError>;

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(super) struct ReceiptArguments {
    #[command(subcommand)]
    verb: Option<ReceiptVerb>,
    /// The complaint's reference.
    #[arg(required = true)]
    reference: Option<String>,
    /// The file.
    #[arg(long, value_name = "FILE.pdf", required = true)]
    out: Option<PathBuf>,
    #[command(flatten)]
    chosen: Chosen,
}

#[derive(Debug, Subcommand)]
pub(super) enum ReceiptVerb {
    /// Check the square code of a receipt; exit status 1 unless it is genuine.
    Verify {
        /// What a scanner reads from it: GC1:…
        #[arg(value_name = "QR-TEXT")]
        text: String,
        /// The access code on the receipt, to compare with.
        #[arg(long, value_name = "CODE")]
        code: Option<String>,
    },
}

#[derive(Debug, Args)]
pub(super) struct Chosen {
    /// en, fr, mfe or ar-MA; otherwise the citizen's.
    #[arg(long)]
    language: Option<String>,
    /// a5, a4 or, for receipts, roll80; otherwise as this computer is set.
    #[arg(long, value_parser = sheet)]
    paper: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct LetterArguments {
    /// acknowledgement, documents, answer, closing or hand_over.
    #[arg(value_parser = kind)]
    kind: LetterKind,
    /// The complaint's reference.
    reference: String,
    /// The file.
    #[arg(long, value_name = "FILE.pdf")]
    out: PathBuf,
    /// Which of several, by the mark that `letters` shows; otherwise the last one.
    #[arg(long, value_name = "MARK")]
    step: Option<String>,
    /// The name that stands below it.
    #[arg(long = "as", value_name = "NAME", default_value = "administrator")]
    author: String,
    #[command(flatten)]
    chosen: Chosen,
}

#[derive(Debug, Args)]
pub(super) struct ListArguments {
    /// The day, 2026-11-24, or the month, 2026-11.
    #[arg(value_name = "WHEN")]
    of: String,
    /// The file.
    #[arg(long, value_name = "FILE.pdf")]
    out: PathBuf,
    /// en, fr, mfe or ar-MA.
    #[arg(long, default_value = "en")]
    language: String,
    /// The name of whoever prints it.
    #[arg(long = "as", value_name = "NAME", default_value = "administrator")]
    author: String,
}

fn sheet(word: &str) -> std::result::Result<String, String> {
    paper(word).map(|_| word.to_owned()).ok_or_else(|| "write a5, a4 or roll80".to_owned())
}

fn kind(word: &str) -> std::result::Result<LetterKind, String> {
    LetterKind::of_word(word).ok_or_else(|| {
        let words: Vec<&str> = LetterKind::ALL.into_iter().map(LetterKind::word).collect();
        format!("write one of {}", words.join(", "))
    })
}

impl Chosen {
    fn both(&self) -> (Option<&str>, Option<&str>) {
        (self.language.as_deref(), self.paper.as_deref())
    }
}

pub(super) fn receipt(arguments: &Arguments, office: &Office, asked: &ReceiptArguments) -> Result<ExitCode> {
    if let Some(ReceiptVerb::Verify { text, code }) = &asked.verb {
        return verify(arguments, &office.check_receipt(text, code.as_deref())?);
    }
    // clap asks for both unless a verb stands there.
    let (Some(reference), Some(out)) = (&asked.reference, &asked.out) else { return Ok(ExitCode::from(2)) };
    let record = only(office, reference)?;
    let pdf = office.receipt_pdf(record.complaint.id, asked.chosen.both())?;
    write(out, &pdf)?;
    office.mark_printed(record.complaint.id)?;
    let told = json!({"file": out.display().to_string(), "bytes": pdf.len(), "duplicate": record.printed});
    say(arguments, told, || format!("The receipt is in {}.", out.display()))
}

fn verify(arguments: &Arguments, told: &ReceiptCheckView) -> Result<ExitCode> {
    let genuine = told.outcome == ReceiptOutcome::Genuine && told.code_fits != Some(false);
    say(arguments, serde_json::to_value(told).unwrap_or_default(), || sentence(told))?;
    Ok(ExitCode::from(u8::from(!genuine)))
}

fn sentence(told: &ReceiptCheckView) -> String {
    let mut text = match told.outcome {
        ReceiptOutcome::Genuine => "Genuine: this office made it, and the complaint is here.",
        ReceiptOutcome::OtherRegistration => {
            "Genuine, but the register here names another registration than the receipt does; `proof` says more."
        }
        ReceiptOutcome::NotHere => "Genuine: this office made it. The complaint is not on this computer (yet).",
        ReceiptOutcome::ShutOut => {
            "Signed by a computer that was shut out, and the complaint is not here. Ask the centre."
        }
        ReceiptOutcome::IssuerUnknown => "Signed by a computer that is not known here. Ask the centre.",
        ReceiptOutcome::NotGenuine => "Not genuine: what it says is not what was signed.",
        ReceiptOutcome::NotAReceipt => "This is not the square code of a receipt; its text begins with GC1:",
        ReceiptOutcome::Damaged => "The code was not read whole. Scan it again.",
    }
    .to_owned();
    if let Some(claims) = &told.claims {
        let due = claims.due_on.as_deref().map(|day| format!(", answer due by {day}")).unwrap_or_default();
        text.push_str(&format!(
            "\n{}  {}, {}, {}, received {}{due}",
            claims.reference, claims.office, claims.kind, claims.category, claims.recorded_at
        ));
    }
    match told.code_fits {
        Some(true) => text.push_str("\nThe access code stood on it."),
        Some(false) => text.push_str("\nAnother access code stood on it."),
        None => {}
    }
    text
}

pub(super) fn letters(arguments: &Arguments, office: &Office, reference: &str) -> Result<ExitCode> {
    for offer in office.letters(only(office, reference)?.complaint.id)? {
        let told = serde_json::to_value(&offer).unwrap_or_default();
        say(arguments, told, || {
            let (mark, written) = match (offer.step.as_str(), &offer.written_at) {
                (mark, Some(at)) => (mark, format!("  written {at} by {}", offer.written_by)),
                (mark, None) => (mark, String::new()),
            };
            format!("{:16} {}  {:16}  {}{written}", offer.kind.word(), offer.at, mark, offer.with)
        })?;
    }
    Ok(ExitCode::SUCCESS)
}

pub(super) fn letter(arguments: &Arguments, office: &Office, asked: &LetterArguments) -> Result<ExitCode> {
    let id = only(office, &asked.reference)?.complaint.id;
    let name = LetterName { kind: asked.kind, step: asked.step.clone() };
    let (pdf, duplicate) = office.letter_pdf(id, &name, &asked.author, asked.chosen.both())?;
    write(&asked.out, &pdf)?;
    office.mark_letter(id, &name, &asked.author, asked.chosen.paper.as_deref())?;
    let told = json!({"file": asked.out.display().to_string(), "bytes": pdf.len(), "duplicate": duplicate});
    say(arguments, told, || format!("The letter is in {}.", asked.out.display()))
}

pub(super) fn day_register(
    arguments: &Arguments,
    office: &Office,
    asked: &ListArguments,
) -> Result<ExitCode> {
    let (pdf, registered) = office.day_register_pdf(&asked.of, &asked.author, &asked.language)?;
    write(&asked.out, &pdf)?;
    let told = json!({"file": asked.out.display().to_string(), "bytes": pdf.len(), "registered": registered});
    say(arguments, told, || format!("{registered} registered. The register is in {}.", asked.out.display()))
}

pub(super) fn month_report(
    arguments: &Arguments,
    office: &Office,
    asked: &ListArguments,
) -> Result<ExitCode> {
    let (pdf, all) = office.month_report_pdf(&asked.of, &asked.author, &asked.language)?;
    write(&asked.out, &pdf)?;
    let told = json!({
        "file": asked.out.display().to_string(), "bytes": pdf.len(), "registered": all.registered,
        "in_time": all.in_time, "late": all.late, "ended": all.ended, "open": all.open, "due_over": all.due_over,
    });
    say(arguments, told, || {
        format!("{} registered. The report is in {}.", all.registered, asked.out.display())
    })
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(path, bytes).map_err(|error| file_failed(path, &error))
}
