//! The table `quarantine`: what a device signed after it was shut out. It is kept and stands in no log.

use sync_protocol::{DeviceId, Hash, LogOperation, Sequence};

use super::{Row, Session};
use crate::error::CentreError;

/// An operation in quarantine.
#[derive(Debug, Clone)]
pub(crate) struct QuarantinedRow {
    /// The operation as it came.
    pub(crate) operation: LogOperation,
    /// When it came, milliseconds since 1970.
    pub(crate) received_at: i64,
}

/// Keeps an operation. One that is kept already stays as it is.
pub(crate) async fn add(
    session: &mut Session,
    operation: &LogOperation,
    signed: Vec<u8>,
    received_at: i64,
) -> Result<(), CentreError> {
    let sql = "INSERT INTO quarantine (id, device, sequence, previous, payload, signed, received_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING";
    let values = vec![
        operation.id.0.into(),
        operation.device.0.into(),
        operation.sequence.0.into(),
        operation.before.0.into(),
        operation.payload.as_slice().into(),
        signed.into(),
        received_at.into(),
    ];
    session.execute(sql, values).await.map(drop)
}

/// Everything in quarantine, by device and sequence.
pub(crate) async fn all(session: &mut Session) -> Result<Vec<QuarantinedRow>, CentreError> {
    let sql = "SELECT id, device, sequence, previous, payload, received_at FROM quarantine
               ORDER BY device, sequence, id";
    session.query(sql, Vec::new()).await?.into_iter().map(read).collect()
}

fn read(mut row: Row) -> Result<QuarantinedRow, CentreError> {
    let id = Hash(row.array()?);
    let operation = LogOperation {
        device: DeviceId(row.number()?),
        sequence: Sequence(row.number()?),
        before: Hash(row.array()?),
        id,
        payload: row.bytes()?,
    };
    Ok(QuarantinedRow { operation, received_at: row.number()? })
}
