//! The receipt that a clerk hands to the citizen: what it holds and how to make it. The text of the complaint
//! itself is never on it. How its lines are worded is in `wording`, how they are placed in `templates/receipt.typ`.

pub(crate) mod wording;

use jiff::civil::{Date, DateTime};
use locales::Language;

use crate::typesetting::{self, PagedDocument};
use crate::{LettersError, Paper};

/// Everything that a receipt can say. A text that is empty or absent takes its whole line away; any text may be
/// as long as it likes and hold any sign. What people typed is printed as typed, without signs that steer the
/// direction of the text. It has no `Debug`: what it says must not end in a log.
#[derive(Clone)]
pub struct Receipt {
    /// The citizen's language: everything on the receipt is in it, except names and the notice.
    pub language: Language,
    /// The service whose receipt this is, such as the profile's name of it: the author of the PDF.
    pub service_title: String,
    /// What kind of office it is: `Citizens Advice Bureau`.
    pub office_title: String,
    /// Which office: `CAB 12, Mahébourg`.
    pub office_name: String,
    /// Where it is.
    pub office_address: String,
    /// When it is open.
    pub office_hours: String,
    /// Its telephone number.
    pub office_phone: String,
    /// What the citizen brought.
    pub kind: Kind,
    /// The reference: `12-2-00417-D`.
    pub reference: String,
    /// The code that opens the file on the portal: `KM4 7TX`.
    pub access_code: String,
    /// When it was recorded, in the office's time zone. Also the date of the PDF.
    pub recorded_at: DateTime,
    /// The citizen's name.
    pub citizen_name: String,
    /// The last characters of the number of the identity card; of a longer text only the last four are printed.
    pub identity_ends_with: Option<String>,
    /// Where the citizen wants to be called.
    pub phone: Option<String>,
    /// What it is about: the category, in the citizen's language.
    pub matter: String,
    /// Where it is about.
    pub place: String,
    /// Who deals with it.
    pub institution: String,
    /// The last day on which an answer is expected.
    pub due_on: Option<Date>,
    /// What the citizen still has to bring.
    pub documents: Vec<NeededPaper>,
    /// The portal's address, without which the receipt does not speak of the internet.
    pub follow_url: String,
    /// Where to ask by telephone, without which the receipt speaks of the offices only.
    pub follow_phone: String,
    /// The notice on personal data; lines that end make paragraphs.
    pub privacy: String,
    /// The notice's version: `3`.
    pub notice_version: String,
    /// In which language the notice was read out.
    pub notice_language: Language,
    /// Who took it in.
    pub clerk: String,
    /// The number of the office's PC; 0: the citizen filed it on the portal.
    pub device: u32,
    /// The state of the register at the registration, in its short form: `417-K7PM-3XQT-9AB2-51`.
    pub register_state: String,
    /// Whom to call in danger.
    pub emergency: Vec<Emergency>,
    /// The text of the square code with which the receipt can be checked; empty: there is none.
    pub seal: String,
    /// Whether this receipt was printed before.
    pub duplicate: bool,
}

/// What a citizen brings to an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Something is wrong.
    Complaint,
    /// Something is wanted.
    Request,
    /// Something could be better.
    Suggestion,
}

/// A paper that the citizen still has to bring, in the citizen's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeededPaper {
    /// `Title deed`
    pub name: String,
    /// `original and 1 copy`; may be empty.
    pub copies: String,
}

/// A number for emergencies, in the citizen's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Emergency {
    /// `police`
    pub what: String,
    /// `999`
    pub number: String,
}

/// The receipt as PDF: tagged, its text selectable, and the same bytes for the same receipt.
///
/// # Errors
/// Only if a template of this crate is wrong; nothing in `receipt` can be the cause.
pub fn receipt_pdf(receipt: &Receipt, paper: Paper) -> Result<Vec<u8>, LettersError> {
    typesetting::pdf(&pages(receipt, paper)?)
}

/// The receipt's pages as SVG, for the preview and the printing of the desk's window. Letters are shapes, so the
/// pages need no font and refer to nothing outside themselves.
///
/// # Errors
/// As [`receipt_pdf`].
pub fn receipt_svg(receipt: &Receipt, paper: Paper) -> Result<Vec<String>, LettersError> {
    Ok(typesetting::svg(&pages(receipt, paper)?))
}

fn pages(receipt: &Receipt, paper: Paper) -> Result<PagedDocument, LettersError> {
    typesetting::typeset_close("receipt.typ", wording::sheet(receipt, paper), wording::Sheet::closer)
}
