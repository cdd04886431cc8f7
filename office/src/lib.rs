//! What a clerk can do, one file a deed, without a window: enrol, sign in, register, search, note, correct,
//! attach, print, exchange.
//!
//! [`Office`] is an open store with its keys and its profile; [`Desk`] adds who sits there and what the screen
//! shows. The window (`src-tauri`) and the headless program (`guichet-office`) are thin faces over the two.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod capture;
mod carrying;
mod citizens;
pub mod cli;
mod clock;
mod corrections;
mod deeds;
mod desk;
mod documents;
mod drafts;
mod enrolment;
mod error;
mod exchanging;
mod exports;
mod finding;
mod import;
mod key_store;
mod lists;
mod open;
mod people;
mod point;
mod profile_view;
mod receipt;
mod register;
mod show;
mod tasks;
mod twins;
pub mod view;

pub use capture::{CaptureError, Captured, capture};
pub use carrying::forward;
pub use clock::Clock;
pub use desk::Desk;
pub use enrolment::{EnrolmentRequest, enrol};
pub use error::OfficeError;
pub use exchanging::{Exchanger, Happening};
pub use exports::TableFormat;
pub use import::{ImportedLine, LineOutcome};
pub use key_store::{KeyStore, KeyStoreError, Passphrase};
pub use open::Office;
pub use people::NewClerkAccount;
pub use register::Registration;
pub use tasks::DoneAgain;
