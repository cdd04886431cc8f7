//! The privacy notice as a sheet to take home, on A5: in type as large as one page allows. Its words are the profile's.

use jiff::civil::DateTime;
use locales::{Args, Language, dates};
use serde::Serialize;

use crate::cleaning::paragraphs;
use crate::head::Head;
use crate::typesetting::{self, PagedDocument, Setting};
use crate::words::Words;
use crate::{Letterhead, LettersError, Paper};

/// Sizes of type, in tenths of a point, the largest first. The last one is the smallest that is read with ease.
const SIZES: [u32; 6] = [110, 105, 100, 95, 90, 85];

/// The notice.
#[derive(Clone)]
pub struct PrivacySheet {
    /// The language that it is written in.
    pub language: Language,
    /// Whose it is.
    pub head: Letterhead,
    /// When it was printed. Also the date of the PDF.
    pub printed_at: DateTime,
    /// Which version of the notice.
    pub version: String,
    /// The notice; lines that end make paragraphs.
    pub text: String,
}

/// What the template reads.
#[derive(Serialize)]
struct Sheet {
    setting: Setting,
    head: Head,
    title: String,
    paragraphs: Vec<String>,
    version: String,
    /// Tenths of a point.
    size: u32,
}

/// The notice as PDF.
///
/// # Errors
/// Only if a template of this crate is wrong.
pub fn privacy_pdf(sheet: &PrivacySheet) -> Result<Vec<u8>, LettersError> {
    typesetting::pdf(&pages(sheet)?)
}

/// The notice's pages as SVG: one, unless it is longer than an A5 sheet takes in the smallest type.
///
/// # Errors
/// As [`privacy_pdf`].
pub fn privacy_svg(sheet: &PrivacySheet) -> Result<Vec<String>, LettersError> {
    Ok(typesetting::svg(&pages(sheet)?))
}

fn pages(sheet: &PrivacySheet) -> Result<PagedDocument, LettersError> {
    let mut last = None;
    for size in SIZES {
        let pages = typesetting::typeset("notice.typ", &worded(sheet, size))?;
        let fits = pages.pages().len() == 1;
        last = Some(pages);
        if fits {
            break;
        }
    }
    last.ok_or_else(|| LettersError::Pdf("there is no size of type".to_owned()))
}

fn worded(sheet: &PrivacySheet, size: u32) -> Sheet {
    let words = Words::of(sheet.language);
    let title = words.text("letters-notice-title");
    let setting = Setting::new(sheet.language, Paper::A5, sheet.printed_at).named(
        title.clone(),
        crate::cleaning::line(&sheet.head.service_title),
        words.in_own_direction(&title),
    );
    let date = dates::long(sheet.language, sheet.printed_at.date());
    let version = Args::new().with("version", crate::cleaning::line(&sheet.version)).with("date", date);
    Sheet {
        setting,
        head: sheet.head.worded(&words),
        title,
        paragraphs: paragraphs(&sheet.text).into_iter().map(|text| words.settled(text)).collect(),
        version: words.text_with("letters-notice-version", &version),
        size,
    }
}
