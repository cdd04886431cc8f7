//! What citizens do by themselves: file, follow, come back to what was answered, and look after their own account. Pages
//! call this; what an agent may do stands in `casework`, what a registration is in `filing`.

mod accounts;
mod confirming;
mod deeds;
mod drafts;
mod files;
mod forms;
mod own_data;
mod packing;
mod possible;
mod receipt;
mod session;
mod tries;

use std::fmt;
use std::str::FromStr;

pub use accounts::{CitizenAccount, NewAccount};
pub(crate) use confirming::VALID_MINUTES;
pub use confirming::{CodeOutcome, Purpose};
pub use deeds::CitizenDeed;
pub(crate) use deeds::author;
pub use drafts::{DraftCode, DraftOutcome, SavedForm};
pub use files::{CheckedFile, FileFault, checked_file};
pub use forms::{FormId, KeptFile, PortalForm, SentFile};
pub use own_data::{AccountChange, IdentityOutcome, TakenAlong};
pub(crate) use packing::{Content, FileNames, Packed};
pub use possible::Possible;
pub use session::PortalSession;
pub use tries::{Limited, Try};

/// The id of a citizen's account, drawn at random. Shown as 16 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CitizenId([u8; 8]);

impl CitizenId {
    /// Wraps bytes that come from a store or a random source.
    pub(crate) fn from_bytes(bytes: [u8; 8]) -> Self {
        Self(bytes)
    }

    /// The bytes themselves.
    pub(crate) fn as_bytes(self) -> [u8; 8] {
        self.0
    }
}

impl fmt::Display for FormId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_bytes().iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for FormId {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut bytes = [0; 8];
        if text.len() != 16 || !text.is_ascii() {
            return Err(());
        }
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[at * 2..at * 2 + 2], 16).map_err(|_| ())?;
        }
        Ok(Self::from_bytes(bytes))
    }
}
