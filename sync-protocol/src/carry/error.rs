//! What can be wrong with a file on a stick, told apart as far as somebody can do something about it.

use std::io::{self, ErrorKind};
use std::path::PathBuf;

/// A carry file that cannot be read or written. What was read of it before is right and counts.
#[derive(Debug, thiserror::Error)]
pub enum CarryError {
    /// Some other file.
    #[error("this is not a file that Guichet wrote to be carried")]
    NotACarryFile,
    /// Written by a newer version.
    #[error("this file was written by a newer version of Guichet; upgrade this program")]
    Newer,
    /// A request where a reply is expected.
    #[error("this file goes to the centre; the desk reads the reply that the centre writes")]
    IsRequest,
    /// A reply where a request is expected.
    #[error("this file is the centre's reply; it is read at the desk that asked")]
    IsReply,
    /// Sealed to somebody else.
    #[error("this file is meant for somebody else and cannot be opened here")]
    SealedToAnother,
    /// Changed on the way.
    #[error("the file is damaged; copy it again, or have it written again")]
    Damaged,
    /// The file ends too early: the stick was pulled, or the copy was not finished.
    #[error("the file ends too early; copy it again, or have it written again")]
    TooShort,
    /// What it is to be sealed to is no key.
    #[error("what the file is to be sealed to is not a key")]
    NoKey,
    /// A file of that name is there already, and it is none of these.
    #[error("{0} is there already and is no file that Guichet wrote to be carried; choose another name")]
    WouldOverwrite(PathBuf),
    /// No room.
    #[error(
        "there is no room left where the file is to be written; nothing was lost, make room or take another stick"
    )]
    Full,
    /// It may not be written there.
    #[error("nothing can be written there: {0}")]
    ReadOnly(String),
    /// The stick's file system takes no file of that size.
    #[error("the stick takes no file of that size; format it as exFAT, or carry more often")]
    TooLarge,
    /// The stick, or the disk, failed.
    #[error("the file cannot be read or written: {0}")]
    Io(io::Error),
}

impl CarryError {
    /// The code for programs. Codes are stable.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotACarryFile => "carry_not_a_carry_file",
            Self::Newer => "carry_newer",
            Self::IsRequest => "carry_is_request",
            Self::IsReply => "carry_is_reply",
            Self::SealedToAnother => "carry_sealed_to_another",
            Self::Damaged => "carry_damaged",
            Self::TooShort => "carry_too_short",
            Self::NoKey => "carry_no_key",
            Self::WouldOverwrite(_) => "carry_would_overwrite",
            Self::Full => "carry_full",
            Self::ReadOnly(_) => "carry_read_only",
            Self::TooLarge => "carry_too_large",
            Self::Io(_) => "carry_failed",
        }
    }

    /// Whether the file may be whole where it was copied from.
    pub fn is_of_the_copy(&self) -> bool {
        matches!(self, Self::Damaged | Self::TooShort | Self::Io(_))
    }
}

impl From<io::Error> for CarryError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full,
            ErrorKind::FileTooLarge => Self::TooLarge,
            ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => Self::ReadOnly(error.to_string()),
            _ => Self::Io(error),
        }
    }
}
