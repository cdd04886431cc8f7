//! What is printed for citizens and for the office, as PDF and as SVG pages, one file a letter, in the citizen's language. What a
//! letter is about comes in as plain values: stores, states of a complaint and the choice of when a letter is
//! due do not belong here.

mod admission;
mod cleaning;
mod error;
mod head;
mod letter;
mod list;
mod notice;
mod overview;
mod paper;
mod receipt;
mod register;
mod report;
mod seal;
mod tables;
mod typesetting;
mod words;

pub use admission::{Admission, admission_pdf};
pub use error::LettersError;
pub use head::{Letterhead, Logo};
pub use letter::{Addressee, Ending, Letter, LetterContent, letter_pdf, letter_svg};
pub use list::{ListCell, ListColumn, ListPaper, list_pdf, list_svg};
pub use notice::{PrivacySheet, privacy_pdf, privacy_svg};
pub use overview::{Overview, OverviewTable, overview_pdf};
pub use paper::Paper;
pub use receipt::{Emergency, Kind, NeededPaper, Receipt, receipt_pdf, receipt_svg};
pub use register::{DayRegister, RegisterRow, register_pdf, register_svg};
pub use report::{MonthReport, ReportRow, ReportTable, Tally, report_pdf, report_svg};
