//! What is printed for citizens, as PDF and as SVG pages, one file a letter, in the citizen's language. What a
//! letter is about comes in as plain values: stores, states of a complaint and the choice of when a letter is
//! due do not belong here.

mod cleaning;
mod error;
mod paper;
mod receipt;
mod typesetting;

pub use error::LettersError;
pub use paper::Paper;
pub use receipt::{Emergency, Kind, NeededPaper, Receipt, receipt_pdf, receipt_svg};
