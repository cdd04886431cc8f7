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
    };
    let answer = EnrolResponse::from_bytes(&line.enrol(request.seal(key)).await?)?;
    let versions =
        EnrolError::ProtocolVersion { ours: Protocol::OURS.newest, theirs: answer.protocol.newest };
    match answer.outcome {
        EnrolOutcome::Admitted => answer
            .admitted
            .ok_or_else(|| ProtocolError::Malformed("admitted, and nothing said".to_owned()).into()),
        EnrolOutcome::WrongCode => Err(EnrolError::WrongCode),
        EnrolOutcome::UsedCode => Err(EnrolError::UsedCode),
        EnrolOutcome::ExpiredCode => Err(EnrolError::ExpiredCode),
        EnrolOutcome::TooManyTries => Err(EnrolError::TooManyTries),
        EnrolOutcome::ProtocolVersion => Err(versions),
    }
}
