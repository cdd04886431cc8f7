//! The table `batches`: the signed part of each request that brought something, as evidence.

use sync_protocol::{DeviceId, Sequence};

use super::Session;
use crate::error::CentreError;

/// What a device signed once.
#[derive(Debug, Clone)]
pub(crate) struct BatchRow {
    /// The first operation that it covers.
    pub(crate) first: Sequence,
    /// The last one.
    pub(crate) last: Sequence,
    /// The signed part, as it came.
    pub(crate) signed: Vec<u8>,
}

/// Keeps a batch.
pub(crate) async fn add(
    session: &mut Session,
    device: DeviceId,
    row: BatchRow,
    received_at: i64,
) -> Result<(), CentreError> {
    let sql = "INSERT INTO batches (device, last_sequence, first_sequence, signed, received_at)
               VALUES ($1, $2, $3, $4, $5)";
    let values =
        vec![device.0.into(), row.last.0.into(), row.first.0.into(), row.signed.into(), received_at.into()];
    session.execute(sql, values).await.map(drop)
}

/// All batches of a device, in the order of its log.
pub(crate) async fn of_device(session: &mut Session, device: DeviceId) -> Result<Vec<BatchRow>, CentreError> {
    let sql =
        "SELECT first_sequence, last_sequence, signed FROM batches WHERE device = $1 ORDER BY last_sequence";
    let rows = session.query(sql, vec![device.0.into()]).await?;
    rows.into_iter()
        .map(|mut row| {
            Ok(BatchRow {
                first: Sequence(row.number()?),
                last: Sequence(row.number()?),
                signed: row.bytes()?,
            })
        })
        .collect()
}
