//! What can go wrong in an exchange, told apart as far as somebody can do something about it.

use office_store::StoreError;
use sync_protocol::{CarryError, LineError, ProtocolError};

use crate::admission::EnrolError;
use crate::plan::PlanError;

/// Why an exchange did not end well.
#[derive(Debug, thiserror::Error)]
pub enum ExchangeError {
    /// No answer came, or not all of it. What came is kept.
    #[error(transparent)]
    Line(#[from] LineError),
    /// The store failed; nothing of the group that was being applied was kept.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The two speak no common version.
    #[error(
        "this program and the centre speak no common version of the protocol; upgrade the older of the two"
    )]
    ProtocolVersion,
    /// The centre does not know this computer, or has revoked it.
    #[error("the centre does not admit this computer")]
    NotAdmitted,
    /// What the centre has and what is here do not fit together, and no way leads on from there.
    #[error("the centre and this computer do not agree on the past: {0}")]
    Diverged(String),
    /// The centre has a log of this device that is not the one here: this computer was restored or cloned.
    #[error("the centre has another log of this computer: it was restored from a backup, or copied")]
    AnotherLog,
    /// This computer was to begin anew and the centre did not admit it.
    #[error("this computer has to begin anew, and the centre does not let it: {0}")]
    Renewal(#[from] EnrolError),
    /// The centre could not read the request.
    #[error("the centre could not read what this computer sent")]
    Rejected,
    /// A file on a stick cannot be read or written. What was whole of it is kept.
    #[error(transparent)]
    Carry(#[from] CarryError),
    /// What a stick carries to the centre cannot be sealed yet.
    #[error("this computer does not know yet how to seal for the centre; let it exchange over the line once")]
    NoRecipient,
    /// The answer on a stick goes on from where this computer is not.
    #[error(
        "this reply belongs to another state of this computer; write a new file for the centre and carry that"
    )]
    OtherState,
    /// The centre, or the office that a file was handed to, does not take it; in the centre's words.
    #[error("the centre does not take the file: {0}")]
    NotTaken(String),
    /// An answer came that does not follow the protocol.
    #[error("the centre's answer cannot be read: {0}")]
    Protocol(#[from] ProtocolError),
}

impl From<PlanError> for ExchangeError {
    fn from(error: PlanError) -> Self {
        match error {
            PlanError::UnknownOwn(_) => Self::AnotherLog,
            other => Self::Diverged(other.to_string()),
        }
    }
}

pub(crate) fn diverged(reason: &str) -> ExchangeError {
    ExchangeError::Diverged(reason.to_owned())
}
