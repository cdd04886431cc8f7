//! The tables `adopted` and `reissued`: what a centre that was restored has got back from the desks.

use std::collections::BTreeMap;

use sync_protocol::{DeviceId, Hash, Sequence};

use super::Session;
use crate::error::CentreError;

/// Notes that an operation was taken back: the signed head covers it.
pub(crate) async fn add(
    session: &mut Session,
    device: DeviceId,
    sequence: Sequence,
    signed: &[u8],
) -> Result<(), CentreError> {
    let sql = "INSERT INTO adopted (device, sequence, signed) VALUES ($1, $2, $3)";
    session.execute(sql, vec![device.0.into(), sequence.0.into(), signed.into()]).await.map(drop)
}

/// The operations of a device that were taken back, each with the signed head that covers it.
pub(crate) async fn of_device(
    session: &mut Session,
    device: DeviceId,
) -> Result<BTreeMap<Sequence, Vec<u8>>, CentreError> {
    let sql = "SELECT sequence, signed FROM adopted WHERE device = $1 ORDER BY sequence";
    let rows = session.query(sql, vec![device.0.into()]).await?;
    rows.into_iter().map(|mut row| Ok((Sequence(row.number()?), row.bytes()?))).collect()
}

/// Whether a lost operation was issued again.
pub(crate) async fn is_reissued(session: &mut Session, lost: &Hash) -> Result<bool, CentreError> {
    let sql = "SELECT sequence FROM reissued WHERE lost_id = $1";
    Ok(session.query_one(sql, vec![lost.0.into()]).await?.is_some())
}

/// Notes where a lost operation stands now.
pub(crate) async fn add_reissued(
    session: &mut Session,
    lost: &Hash,
    device: DeviceId,
    sequence: Sequence,
) -> Result<(), CentreError> {
    let sql = "INSERT INTO reissued (lost_id, device, sequence) VALUES ($1, $2, $3)";
    session.execute(sql, vec![lost.0.into(), device.0.into(), sequence.0.into()]).await.map(drop)
}
