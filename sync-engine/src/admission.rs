//! Admission of this computer at the centre.

use sync_protocol::{
    Admitted, DeviceKey, EnrolOutcome, EnrolRequest, EnrolResponse, Exchange, LineError, Protocol,
    ProtocolError, SaltTree,
};

/// Why this computer was not admitted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EnrolError {
    /// There is no such code.
    #[error("the centre does not know this code; read it again, or ask for a new one")]
    WrongCode,
    /// Another computer has used the code.
    #[error("this code has been used by another computer; ask for a new one")]
    UsedCode,
    /// Its time is over.
    #[error("the time of this code is over; ask for a new one")]
    ExpiredCode,
    /// The device that wants to begin anew is not known, or shut out.
    #[error("the centre does not admit this computer; ask for a new code")]
    NotAdmitted,
    /// The code admits to another office than the one that this computer belongs to.
    #[error("this code is for another office; ask for one of this computer's office")]
    OtherOffice,
    /// The operating system gave no random bytes.
    #[error("the operating system gave no random numbers; start the computer again")]
    NoRandomness,
    /// Too many tries.
    #[error("too many tries; wait a minute and try again")]
    TooManyTries,
    /// The two speak no common version.
    #[error(
        "this program speaks version {ours} of the protocol and the centre {theirs}; upgrade the older of the two"
    )]
    ProtocolVersion {
        /// The newest that this program speaks.
        ours: u8,
        /// The newest that the centre speaks.
        theirs: u8,
    },
    /// No answer came.
    #[error(transparent)]
    Line(#[from] LineError),
    /// An answer came that does not follow the protocol.
    #[error("the centre's answer cannot be read: {0}")]
    Protocol(#[from] ProtocolError),
}

/// Asks for admission. Asking again with the same code and key is harmless and gets the same answer.
///
/// # Errors
/// [`EnrolError`].
pub async fn enrol<L: Exchange>(
    line: &L,
    code: &str,
    key: &DeviceKey,
    salts: &SaltTree,
) -> Result<Admitted, EnrolError> {
    let request = EnrolRequest {
        protocol: Protocol::OURS,
        code: code.to_owned(),
        key: key.public(),
        salts: salts.clone(),
        renewal: None,
    };
    let answer = EnrolResponse::from_bytes(&line.enrol(request.seal(key)).await?)?;
    if answer.outcome != EnrolOutcome::Admitted {
        return Err(refusal(&answer));
    }
    answer.admitted.ok_or_else(|| ProtocolError::Malformed("admitted, and nothing said".to_owned()).into())
}

/// Why an answer does not admit.
pub(crate) fn refusal(answer: &EnrolResponse) -> EnrolError {
    match answer.outcome {
        EnrolOutcome::Admitted => ProtocolError::Malformed("admitted after all".to_owned()).into(),
        EnrolOutcome::WrongCode => EnrolError::WrongCode,
        EnrolOutcome::UsedCode => EnrolError::UsedCode,
        EnrolOutcome::ExpiredCode => EnrolError::ExpiredCode,
        EnrolOutcome::TooManyTries => EnrolError::TooManyTries,
        EnrolOutcome::NotAdmitted => EnrolError::NotAdmitted,
        EnrolOutcome::ProtocolVersion => {
            EnrolError::ProtocolVersion { ours: Protocol::OURS.newest, theirs: answer.protocol.newest }
        }
    }
}
