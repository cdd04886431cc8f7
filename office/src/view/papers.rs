//! Papers as the page shows and prints them, which letters there are, and what a receipt's square code says.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::finding::SelectionForm;

/// A paper, ready for the page to show and print.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct PaperView {
    /// One SVG document a page.
    pub pages: Vec<String>,
    /// `a5`, `a4`, `a4landscape` or `roll80`.
    pub paper: String,
    /// It has been printed or saved before, and says so.
    pub duplicate: bool,
}

/// A paper that is to be printed, as the commands that show it name it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "what", rename_all = "snake_case")]
#[ts(export)]
pub enum PrintJob {
    /// A receipt.
    Receipt {
        /// The complaint.
        id: String,
        /// As for showing it.
        language: Option<String>,
        /// As for showing it.
        paper: Option<String>,
    },
    /// A letter.
    Letter {
        /// The complaint.
        id: String,
        /// The word of its kind.
        kind: String,
        /// The mark of the step that it is about.
        step: String,
        /// As for showing it.
        language: Option<String>,
        /// As for showing it.
        paper: Option<String>,
    },
    /// The register of a day, the report of a month, or the privacy notice.
    Register {
        /// Which.
        of: String,
        /// In which language.
        language: String,
    },
    /// A list.
    List {
        /// Which; none: what waits for a decision.
        of: Option<SelectionForm>,
        /// In which language.
        language: String,
    },
}

/// Where a paper went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "how", rename_all = "snake_case")]
#[ts(export)]
pub enum PrintOutcome {
    /// To the printer that was chosen.
    Sent {
        /// Its name.
        printer: String,
    },
    /// Nowhere yet: nobody has chosen a printer, and the system's dialogue asks.
    Ask,
    /// Nowhere: this computer knows no printer.
    NoPrinter,
}

/// Which letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum LetterKind {
    /// The complaint has arrived.
    Acknowledgement,
    /// A document is needed.
    Documents,
    /// Somebody has answered.
    Answer,
    /// Nothing more will be done.
    Closing,
    /// The paper that goes along when a complaint is handed over.
    HandOver,
}

/// A letter that makes sense as the complaint stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct LetterOffer {
    /// Which letter.
    pub kind: LetterKind,
    /// The mark of the step that it is about; empty: the registration.
    pub step: String,
    /// When that step was done.
    pub at: String,
    /// Who answered, asked, or takes over; may be empty.
    pub with: String,
    /// When it was printed or saved first on this computer.
    pub written_at: Option<String>,
    /// Who did.
    pub written_by: String,
}

/// What came of checking a receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum ReceiptOutcome {
    /// A computer of this office has made it, and the complaint is here.
    Genuine,
    /// The same, but the register here names another registration than the receipt does.
    OtherRegistration,
    /// A computer of this office has made it, and the complaint is not here (yet).
    NotHere,
    /// The computer that made it was shut out, and its complaint is not here.
    ShutOut,
    /// Whose computer made it is not known here; the centre knows.
    IssuerUnknown,
    /// The signature does not fit what it says: it was changed.
    NotGenuine,
    /// It is not the square code of a receipt.
    NotAReceipt,
    /// Some of it was misread.
    Damaged,
}

/// What a receipt's square code says. What it claims is proven only where the outcome says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ReceiptCheckView {
    /// What came of it.
    pub outcome: ReceiptOutcome,
    /// What it claims, as far as it can be read.
    pub claims: Option<ReceiptClaimsView>,
    /// The complaint, when it is here.
    pub complaint: Option<String>,
    /// The number of the computer that signed it.
    pub computer: Option<u32>,
    /// Whether the access code that was typed stood on it; none: no code was typed.
    pub code_fits: Option<bool>,
}

/// What a receipt claims.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ReceiptClaimsView {
    /// The reference.
    pub reference: String,
    /// The office that registered the complaint: its name, where it is known here.
    pub office: String,
    /// When it came in.
    pub recorded_at: String,
    /// `complaint`, `request` or `suggestion`.
    pub kind: String,
    /// Code of the category.
    pub category: String,
    /// The day by which an answer was promised.
    pub due_on: Option<String>,
}
