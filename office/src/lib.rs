//! What a clerk can do, one file a deed, without a window: enrol, sign in, register, search, note, correct,
//! attach, print, exchange.
//!
//! [`Office`] is an open store with its keys and its profile; [`Desk`] adds who sits there and what the screen
//! shows. The window (`src-tauri`) and the headless program (`guichet-office`) are thin faces over the two.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod apart;
mod backup;
mod capture;
mod carrying;
mod casework;
mod citizens;
pub mod cli;
mod clock;
mod corrections;
mod day_lists;
mod deeds;
mod desk;
mod diagnostics;
mod documents;
mod done;
mod drafts;
mod enrolment;
mod error;
mod exchanging;
mod exports;
mod finding;
mod hands;
mod import;
mod key_store;
mod last_errors;
mod letters;
mod list_papers;
mod lists;
mod morning;
mod offers;
mod open;
mod papers;
mod people;
mod pin;
mod policy;
mod printing;
mod profile_view;
mod receipt;
mod receipt_check;
mod register;
mod registers;
mod sample;
mod scanner;
mod setting_aside;
mod settings;
mod show;
mod tasks;
mod telling;
mod twins;
pub mod view;

pub use self::letters::LetterName;
pub use apart::reads_for_another;
pub use backup::{BackupMade, check_backup, restore_backup};
pub use capture::{
    Adjustment, CaptureError, Captured, Cut, Looked, capture, capture_adjusted, draw_page, look, pages,
    preview,
};
pub use carrying::forward;
pub use casework::CaseworkError;
pub use clock::Clock;
pub use desk::Desk;
pub use enrolment::{EnrolmentRequest, enrol};
pub use error::OfficeError;
pub use exchanging::{Exchanger, Happening};
pub use exports::TableFormat;
pub use import::{ImportedLine, LineOutcome};
pub use key_store::{KeyStore, KeyStoreError, Passphrase};
pub use last_errors::note as note_error;
pub use open::Office;
pub use people::NewClerkAccount;
pub use policy::{Policy, PolicyMistake};
pub use register::Registration;
pub use tasks::DoneAgain;
