//! What the outside is told when a deed does not succeed: a code that somebody branches on, and a sentence.

use office_store::StoreError;
use sync_engine::{EnrolError, ExchangeError};
use sync_protocol::{LineError, ProvisionError};

use crate::capture::CaptureError;
use crate::casework::CaseworkError;
use crate::key_store::KeyStoreError;

/// A deed that did not succeed. Nothing that was saved before is lost by any of these.
#[derive(Debug, thiserror::Error)]
pub enum OfficeError {
    /// Something about the keys.
    #[error(transparent)]
    Keys(#[from] KeyStoreError),
    /// Something about the store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The store cannot be read although its key is the right one.
    #[error(
        "the store's file is damaged; it was left as it is. Restore it from the last backup, or enrol this computer anew"
    )]
    StoreDamaged,
    /// Admission was refused, or no answer came.
    #[error(transparent)]
    Enrol(#[from] EnrolError),
    /// The file of an office cannot be opened.
    #[error(transparent)]
    Provision(#[from] ProvisionError),
    /// An exchange did not end well.
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
    /// The address cannot be used.
    #[error("{0}")]
    Address(String),
    /// A deed on a complaint cannot be done as it was asked for.
    #[error(transparent)]
    Casework(#[from] CaseworkError),
    /// The profile that the centre sent cannot be used.
    #[error("the profile that came from the centre has mistakes: {0}")]
    Profile(String),
    /// This computer is enrolled already.
    #[error("this computer is enrolled already; its store was left as it is")]
    AlreadyEnrolled,
    /// This computer is not enrolled yet.
    #[error("this computer is not enrolled yet; begin with `enrol`")]
    NotEnrolled,
    /// Nobody is signed in.
    #[error("nobody is signed in")]
    NotSignedIn,
    /// The administrator has set this for the computer.
    #[error("“{0}” is set by your administrator in the policy file and cannot be changed here")]
    SetByPolicy(&'static str),
    /// The code or file is of another office than the administrator has set.
    #[error("your administrator has set another office for this computer; ask for a code of that office")]
    OfficeOfPolicy,
    /// The clerk's role does not allow it.
    #[error("only the head of the office may do this")]
    NotAllowed,
    /// Name or PIN is not right.
    #[error("name or PIN is not right")]
    PinWrong,
    /// The profile keeps this from trainees.
    #[error("somebody who learns may not do this; ask a clerk or the head of the office")]
    NotForTrainees,
    /// The PIN is too short.
    #[error("a PIN has at least {0} digits")]
    PinShort(u32),
    /// The profile takes no passphrases from clerks.
    #[error("a PIN is made of digits alone here")]
    PinNotDigits,
    /// A clerk's passphrase is too short.
    #[error("a passphrase has at least {0} characters")]
    SignInPassphraseShort(u32),
    /// The sample office exchanges with nobody and is not backed up.
    #[error("this is the sample office; nothing is sent from it")]
    SampleOffice,
    /// No backup was set up.
    #[error("no backup is set up: choose a place and a passphrase first")]
    BackupNotSetUp,
    /// The place for backups is not there.
    #[error("the place for backups is not there: {0}. Put the stick in, or choose another place")]
    BackupPlaceAway(String),
    /// A backup is being made already.
    #[error("a backup is being made already")]
    BackupRunning,
    /// The passphrase does not open a backup.
    #[error("the passphrase does not open this backup, or its file is damaged")]
    BackupUnreadable,
    /// The file is no backup.
    #[error("there is no backup at {0}")]
    NoBackup(String),
    /// What was written is not what is read again.
    #[error("the backup does not hold together: {0}")]
    BackupDamaged(String),
    /// Too many wrong PINs.
    #[error("too many tries; try again in {0} seconds")]
    LockedOut(u64),
    /// A clerk without name.
    #[error("enter the clerk's name")]
    NameMissing,
    /// A clerk of that name is there already.
    #[error("a clerk of that name is there already")]
    NameTaken,
    /// The name of a view is too long.
    #[error("the name is too long: at most {0} characters")]
    NameTooLong(usize),
    /// The matter cannot be brought in that way.
    #[error("the profile does not offer “{0}” for this category")]
    Discretion(String),
    /// The complaint says nothing.
    #[error("write down what happened")]
    TextMissing,
    /// The text is longer than one operation may be.
    #[error("the text is too long: at most {} characters", crate::register::LONGEST_TEXT)]
    TextTooLong,
    /// No category, or one that the profile does not have.
    #[error("the profile has no category “{0}”")]
    Category(String),
    /// No kind, or one that does not exist.
    #[error("{0}")]
    Kind(String),
    /// The privacy notice was not read.
    #[error("read the privacy notice to the citizen and say so")]
    NoticeMissing,
    /// What was typed is no reference.
    #[error(transparent)]
    Reference(#[from] complaints::ReferenceError),
    /// What was typed is not the register's line of a receipt.
    #[error(transparent)]
    ShortForm(#[from] sync_protocol::ShortFormError),
    /// The receipt is of another registration than the one that stands in the register.
    #[error("the receipt names another operation than the one that registered this complaint")]
    OtherOperation,
    /// There is no such complaint.
    #[error("there is no such complaint on this computer")]
    NotFound,
    /// The complaint has no such letter as it stands.
    #[error("there is no such letter as the complaint stands; `letters` lists those that there are")]
    NoSuchLetter,
    /// What was typed is no day or no month.
    #[error("“{0}” is no day; write 2026-11-24, or 2026-11 for a month")]
    PeriodWrong(String),
    /// The complaint does not take this now.
    #[error("the complaint does not take this now: {0}")]
    Refused(&'static str),
    /// Somebody has to head the office.
    #[error(
        "the last head of an office cannot be disabled or get another task; make somebody else head first"
    )]
    LastHead,
    /// There is no such clerk.
    #[error("there is no such clerk")]
    NoSuchClerk,
    /// No such paper.
    #[error("“{0}” is no paper for receipts; it is a4 or a5")]
    Paper(String),
    /// The printing system did not take a paper for this printer.
    #[error("the printer {0} did not take it; choose another one in the settings, or save it as a PDF")]
    Printer(String),
    /// The printer of this name is stopped on this computer.
    #[error(
        "the printer {0} is stopped; have it started again, choose another one, or save the paper as a PDF"
    )]
    PrinterStopped(String),
    /// The printer of this name does not answer.
    #[error("the printer {0} does not answer; see whether it is switched on and connected, then print again")]
    PrinterSilent(String),
    /// A folder that is not there.
    #[error("there is no folder {0}")]
    FolderMissing(String),
    /// The proxy cannot be used.
    #[error("{0}")]
    Proxy(String),
    /// What was typed is no day.
    #[error("“{0}” is no day; write it as 2026-11-24")]
    Day(String),
    /// There is no such field.
    #[error("{0}")]
    Field(String),
    /// Two values stand in this field.
    #[error("two people wrote different values into this field; choose one, or a third")]
    InConflict,
    /// There is nothing to choose.
    #[error("there is nothing to choose in this field; correct it instead")]
    NoConflict,
    /// This cannot be done again here.
    #[error("this cannot be done again here; note it as settled")]
    NotAgain,
    /// A file was not taken as a document.
    #[error(transparent)]
    Capture(#[from] CaptureError),
    /// The clerk has chosen more than can be looked at.
    #[error("too much is chosen and not kept yet; keep it or put it down first")]
    HandsFull,
    /// What was chosen has been kept or put down meanwhile.
    #[error("this is not in hand any more; choose the file again")]
    NotInHand,
    /// A file of the scanner's folder has gone.
    #[error("the file is not in the scanner's folder any more; scan the page again")]
    ScanGone,
    /// Some of the document is missing.
    #[error("the document is on its way; some of it is still missing here")]
    DocumentOnItsWay,
    /// The receipt could not be made.
    #[error("the receipt could not be made: {0}")]
    Letters(#[from] letters::LettersError),
    /// A file could not be read or written.
    #[error("{path}: {reason}")]
    File {
        /// The file.
        path: String,
        /// What the system says.
        reason: String,
    },
    /// What is kept here cannot be read; never the clerk's fault.
    #[error("something here cannot be read: {0}")]
    Internal(String),
}

impl OfficeError {
    /// The code that pages and scripts branch on. Codes are stable.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Keys(error) => error.code(),
            Self::Store(error) => store_code(error),
            Self::StoreDamaged => "store_damaged",
            Self::Enrol(error) => enrol_code(error),
            Self::Provision(error) => provision_code(error),
            Self::Exchange(error) => exchange_code(error),
            Self::Casework(error) => error.code(),
            Self::Address(_) => "address_wrong",
            Self::Profile(_) => "profile_wrong",
            Self::AlreadyEnrolled => "already_enrolled",
            Self::NotEnrolled => "not_enrolled",
            Self::SetByPolicy(_) => "set_by_policy",
            Self::OfficeOfPolicy => "office_of_policy",
            Self::NotSignedIn => "not_signed_in",
            Self::NotAllowed => "not_allowed",
            Self::PinWrong => "pin_wrong",
            Self::NotForTrainees => "not_for_trainees",
            Self::PinShort(_) => "pin_short",
            Self::PinNotDigits => "pin_not_digits",
            Self::SignInPassphraseShort(_) => "sign_in_passphrase_short",
            Self::SampleOffice => "sample_office",
            Self::BackupNotSetUp => "backup_not_set_up",
            Self::BackupPlaceAway(_) => "backup_place_away",
            Self::BackupRunning => "backup_running",
            Self::BackupUnreadable => "backup_unreadable",
            Self::NoBackup(_) => "backup_none",
            Self::BackupDamaged(_) => "backup_damaged",
            Self::LockedOut(_) => "locked_out",
            Self::NameMissing => "name_missing",
            Self::NameTaken => "name_taken",
            Self::NameTooLong(_) => "name_too_long",
            Self::Discretion(_) => "discretion_not_offered",
            Self::TextMissing => "text_missing",
            Self::TextTooLong => "text_too_long",
            Self::Category(_) => "category_missing",
            Self::Kind(_) => "kind_missing",
            Self::NoticeMissing => "notice_missing",
            Self::Reference(_) => "reference_wrong",
            Self::ShortForm(_) => "receipt_line_wrong",
            Self::OtherOperation => "other_operation",
            Self::NotFound => "not_found",
            Self::NoSuchLetter => "no_such_letter",
            Self::PeriodWrong(_) => "period_wrong",
            Self::Refused(_) => "refused",
            Self::LastHead => "last_head",
            Self::NoSuchClerk => "no_such_clerk",
            Self::Day(_) => "day_wrong",
            Self::Paper(_) => "paper_wrong",
            Self::Printer(_) => "printer_failed",
            Self::PrinterStopped(_) => "printer_stopped",
            Self::PrinterSilent(_) => "printer_silent",
            Self::FolderMissing(_) => "folder_missing",
            Self::Proxy(_) => "proxy_wrong",
            Self::Field(_) => "field_wrong",
            Self::InConflict => "in_conflict",
            Self::NoConflict => "no_conflict",
            Self::NotAgain => "not_again",
            Self::Capture(error) => error.code(),
            Self::HandsFull => "hands_full",
            Self::NotInHand => "not_in_hand",
            Self::ScanGone => "scan_gone",
            Self::DocumentOnItsWay => "document_on_its_way",
            Self::File { .. } => "file_failed",
            Self::Letters(_) | Self::Internal(_) => "internal",
        }
    }
}

fn store_code(error: &StoreError) -> &'static str {
    match error {
        StoreError::Missing(_) => "not_enrolled",
        StoreError::Exists(_) => "already_enrolled",
        StoreError::Busy => "store_busy",
        StoreError::Unreadable => "key_wrong",
        StoreError::DiskFull => "disk_full",
        StoreError::ReadOnly(_) => "store_read_only",
        StoreError::Newer(_) | StoreError::NewerEdition(_) => "program_old",
        StoreError::Inconsistent(_) => "store_damaged",
        StoreError::Sqlite(_) | StoreError::Io(_) => "store_failed",
    }
}

fn line_code(error: &LineError) -> &'static str {
    match error {
        LineError::Unreachable(_) => "unreachable",
        LineError::NotACentre(_) => "not_a_centre",
        LineError::Busy(_) => "centre_busy",
    }
}

fn enrol_code(error: &EnrolError) -> &'static str {
    match error {
        EnrolError::WrongCode => "code_wrong",
        EnrolError::UsedCode => "code_used",
        EnrolError::ExpiredCode => "code_expired",
        EnrolError::NotAdmitted => "not_admitted",
        EnrolError::OtherOffice => "code_of_another_office",
        EnrolError::NoRandomness => "internal",
        EnrolError::TooManyTries => "too_many_tries",
        EnrolError::ProtocolVersion { .. } => "protocol_version",
        EnrolError::Line(error) => line_code(error),
        EnrolError::Protocol(_) => "not_a_centre",
    }
}

fn provision_code(error: &ProvisionError) -> &'static str {
    match error {
        ProvisionError::NotAnOffice => "office_file_other",
        ProvisionError::WrongCode => "office_file_code_wrong",
        ProvisionError::Damaged => "office_file_damaged",
        ProvisionError::Failed(_) => "internal",
    }
}

fn exchange_code(error: &ExchangeError) -> &'static str {
    match error {
        ExchangeError::Line(error) => line_code(error),
        ExchangeError::Store(error) => store_code(error),
        ExchangeError::ProtocolVersion => "protocol_version",
        ExchangeError::NotAdmitted => "not_admitted",
        ExchangeError::Diverged(_) | ExchangeError::AnotherLog => "diverged",
        ExchangeError::Renewal(error) => enrol_code(error),
        ExchangeError::Rejected => "rejected",
        ExchangeError::Carry(error) => error.code(),
        ExchangeError::NoRecipient => "carry_no_recipient",
        ExchangeError::OtherState => "carry_other_state",
        ExchangeError::NotTaken(_) => "carry_not_taken",
        ExchangeError::Protocol(_) => "not_a_centre",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    /// The sources that hold codes: each is a string after an arrow of a match.
    const SOURCES: [&str; 4] = [
        include_str!("error.rs"),
        include_str!("capture.rs"),
        include_str!("key_store.rs"),
        include_str!("../../sync-protocol/src/carry/error.rs"),
    ];

    fn codes() -> BTreeSet<&'static str> {
        let quoted = |line: &'static str| line.split_once("=> \"")?.1.split('"').next();
        let is_code =
            |text: &&str| !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        let shown = SOURCES.map(|source| source.split("#[cfg(test)]").next().unwrap_or_default());
        shown.into_iter().flat_map(str::lines).filter_map(quoted).filter(is_code).collect()
    }

    #[test]
    fn every_code_has_a_text_that_says_what_to_do_in_each_language() {
        let codes = codes();
        assert!(codes.len() > 80 && codes.contains("pin_wrong") && codes.contains("carry_full"), "{codes:?}");
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../locales");
        let mut missing = Vec::new();
        for language in ["en", "fr", "mfe", "ar-MA"] {
            let texts = std::fs::read_to_string(folder.join(language).join("desk.ftl")).unwrap();
            let has = |code: &&&str| texts.lines().any(|line| line.starts_with(&format!("error-{code} = ")));
            missing.extend(codes.iter().filter(|code| !has(code)).map(|code| format!("{language}: {code}")));
        }
        assert!(missing.is_empty(), "no text for {}", missing.join(", "));
    }
}
