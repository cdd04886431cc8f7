//! What the outside is told when a deed does not succeed: a code that somebody branches on, and a sentence.

use office_store::StoreError;
use sync_engine::{EnrolError, ExchangeError};
use sync_protocol::LineError;

use crate::capture::CaptureError;
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
    /// An exchange did not end well.
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
    /// The address cannot be used.
    #[error("{0}")]
    Address(String),
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
    /// The clerk's role does not allow it.
    #[error("only the head of the office may do this")]
    NotAllowed,
    /// Name or PIN is not right.
    #[error("name or PIN is not right")]
    PinWrong,
    /// The PIN is too short.
    #[error("a PIN has at least {} characters", crate::people::SHORTEST_PIN)]
    PinShort,
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
    /// The complaint does not take this now.
    #[error("the complaint does not take this now: {0}")]
    Refused(&'static str),
    /// Somebody has to head the office.
    #[error("the last head of an office cannot be disabled; make somebody else head first")]
    LastHead,
    /// There is no such clerk.
    #[error("there is no such clerk")]
    NoSuchClerk,
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
            Self::Exchange(error) => exchange_code(error),
            Self::Address(_) => "address_wrong",
            Self::Profile(_) => "profile_wrong",
            Self::AlreadyEnrolled => "already_enrolled",
            Self::NotEnrolled => "not_enrolled",
            Self::NotSignedIn => "not_signed_in",
            Self::NotAllowed => "not_allowed",
            Self::PinWrong => "pin_wrong",
            Self::PinShort => "pin_short",
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
            Self::Refused(_) => "refused",
            Self::LastHead => "last_head",
            Self::NoSuchClerk => "no_such_clerk",
            Self::Field(_) => "field_wrong",
            Self::InConflict => "in_conflict",
            Self::NoConflict => "no_conflict",
            Self::NotAgain => "not_again",
            Self::Capture(error) => error.code(),
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
        StoreError::Newer(_) => "program_old",
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
