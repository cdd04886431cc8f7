//! The table `enrolment_codes`: one-time codes, by their hash.

use ::complaints::OfficeCode;
use sync_protocol::DeviceId;

use super::{Session, offices};
use crate::error::CentreError;

/// A code.
#[derive(Debug, Clone)]
pub(crate) struct CodeRow {
    /// Its keyed hash; the code itself is shown once and kept nowhere.
    pub(crate) hash: [u8; 32],
    /// The office that it admits to.
    pub(crate) office: OfficeCode,
    /// When it was made.
    pub(crate) created_at: i64,
    /// When its time is over.
    pub(crate) expires_at: i64,
    /// The device that used it.
    pub(crate) device: Option<DeviceId>,
}

/// Adds a code.
pub(crate) async fn add(session: &mut Session, row: &CodeRow) -> Result<(), CentreError> {
    let sql = "INSERT INTO enrolment_codes (code_hash, office, created_at, expires_at, device)
               VALUES ($1, $2, $3, $4, $5)";
    let values = vec![
        row.hash.into(),
        row.office.number().into(),
        row.created_at.into(),
        row.expires_at.into(),
        row.device.map(|device| device.0).into(),
    ];
    session.execute(sql, values).await.map(drop)
}

/// The code of that hash, which no other transaction uses until this one ends.
pub(crate) async fn lock(session: &mut Session, hash: &[u8; 32]) -> Result<Option<CodeRow>, CentreError> {
    let lock = "UPDATE enrolment_codes SET office = office WHERE code_hash = $1";
    if session.execute(lock, vec![(*hash).into()]).await? == 0 {
        return Ok(None);
    }
    let sql = "SELECT office, created_at, expires_at, device FROM enrolment_codes WHERE code_hash = $1";
    let Some(mut row) = session.query_one(sql, vec![(*hash).into()]).await? else { return Ok(None) };
    Ok(Some(CodeRow {
        hash: *hash,
        office: offices::code(&mut row)?,
        created_at: row.number()?,
        expires_at: row.number()?,
        device: row.maybe_number()?.map(DeviceId),
    }))
}

/// Writes down which device used a code.
pub(crate) async fn use_up(
    session: &mut Session,
    hash: &[u8; 32],
    device: DeviceId,
) -> Result<(), CentreError> {
    let sql = "UPDATE enrolment_codes SET device = $1 WHERE code_hash = $2";
    session.execute(sql, vec![device.0.into(), (*hash).into()]).await.map(drop)
}
