//! Letters about one complaint: what each holds and how to make it. How its lines are worded is in `wording`, how they
//! are placed in `templates/letter.typ`.

mod wording;

use jiff::civil::{Date, DateTime};
use locales::Language;

use crate::receipt::{Kind, NeededPaper};
use crate::typesetting::{self, PagedDocument};
use crate::{Letterhead, LettersError, Paper};

/// A letter. A text that is empty or absent takes its whole line away; any text may be as long as it likes and hold any
/// sign. It has no `Debug`: what it says must not end in a log.
#[derive(Clone)]
pub struct Letter {
    /// The language that it is written in, but for names and what people wrote.
    pub language: Language,
    /// Who writes.
    pub head: Letterhead,
    /// When it was written. Also the date of the PDF.
    pub written_at: DateTime,
    /// What the citizen brought.
    pub kind: Kind,
    /// The reference: `12-2-00417-51`.
    pub reference: String,
    /// The day on which the complaint came in.
    pub received_on: Date,
    /// What it is about: the category, in the letter's language.
    pub matter: String,
    /// The few words that stand for it in lists.
    pub subject: String,
    /// To whom it goes.
    pub addressee: Addressee,
    /// What it says.
    pub content: LetterContent,
    /// Who signs it.
    pub clerk: String,
    /// Whether it was printed before.
    pub duplicate: bool,
}

/// To whom a letter goes.
#[derive(Clone, Default)]
pub struct Addressee {
    /// The name.
    pub name: String,
    /// Street, locality.
    pub lines: Vec<String>,
}

/// What a letter says.
#[derive(Clone)]
pub enum LetterContent {
    /// The complaint has arrived.
    Acknowledgement {
        /// Who deals with it.
        institution: String,
        /// The last day on which an answer is expected.
        due_on: Option<Date>,
        /// What the citizen still has to bring.
        documents: Vec<NeededPaper>,
        /// The portal's address; empty: the letter does not speak of the internet.
        follow_url: String,
        /// Where to ask by telephone; empty: the letter speaks of the offices only.
        follow_phone: String,
    },
    /// A document is needed.
    DocumentsRequest {
        /// Who needs it.
        by: String,
        /// What is needed; lines that end make items.
        what: String,
        /// The last day for bringing it.
        until: Option<Date>,
    },
    /// Somebody has answered.
    Answer {
        /// Who.
        by: String,
        /// When.
        on: Date,
        /// The answer, word for word; lines that end make paragraphs.
        text: String,
        /// It is the last word.
        definitive: bool,
    },
    /// Nothing more will be done.
    Closing {
        /// How it ended.
        ending: Ending,
        /// When.
        on: Date,
        /// What was noted at its end; may be empty.
        text: String,
    },
    /// The paper that goes along when a complaint is handed over.
    HandOver {
        /// To whom.
        to: String,
        /// Where the matter is.
        place: String,
        /// The citizen's telephone, where the citizen agreed to be called.
        phone: String,
        /// The complaint, word for word.
        text: String,
        /// The names of the documents that were added.
        documents: Vec<String>,
        /// The last day on which an answer is expected.
        due_on: Option<Date>,
    },
}

/// How a complaint ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The matter is settled.
    Settled,
    /// It was closed.
    Closed,
    /// The citizen withdrew it.
    Withdrawn,
}

/// The letter as PDF: tagged, its text selectable, and the same bytes for the same letter.
///
/// # Errors
/// Only if a template of this crate is wrong; nothing in `letter` can be the cause.
pub fn letter_pdf(letter: &Letter, paper: Paper) -> Result<Vec<u8>, LettersError> {
    typesetting::pdf(&pages(letter, paper)?)
}

/// The letter's pages as SVG that refer to nothing outside themselves.
///
/// # Errors
/// As [`letter_pdf`].
pub fn letter_svg(letter: &Letter, paper: Paper) -> Result<Vec<String>, LettersError> {
    Ok(typesetting::svg(&pages(letter, paper)?))
}

fn pages(letter: &Letter, paper: Paper) -> Result<PagedDocument, LettersError> {
    typesetting::typeset_close("letter.typ", wording::sheet(letter, paper), wording::Sheet::closer)
}
