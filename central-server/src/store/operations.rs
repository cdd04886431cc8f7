//! The table `operations`: everything that anybody did, as it came. Rows are added and never changed.

use std::collections::BTreeMap;

use ::complaints::{ComplaintId, OfficeCode};
use sync_protocol::{DeviceId, Hash, LogOperation, OperationId, Sequence};

use super::{Session, Value};
use crate::error::CentreError;

/// An operation.
#[derive(Debug, Clone)]
pub(crate) struct OperationRow {
    /// The operation in its device's log.
    pub(crate) operation: LogOperation,
    /// What it is about; none when it is about the office, or cannot be read.
    pub(crate) complaint: Option<ComplaintId>,
}

/// Adds operations to the feed of an office.
pub(crate) async fn add(
    session: &mut Session,
    office: OfficeCode,
    rows: Vec<OperationRow>,
    received_at: i64,
) -> Result<(), CentreError> {
    let sql =
        "INSERT INTO operations (id, device, sequence, previous, payload, complaint, office, received_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let values = |row: OperationRow| -> Vec<Value> {
        vec![
            row.operation.id.0.into(),
            row.operation.device.0.into(),
            row.operation.sequence.0.into(),
            row.operation.before.0.into(),
            row.operation.payload.into(),
            row.complaint.map(|id| *id.as_bytes()).into(),
            office.number().into(),
            received_at.into(),
        ]
    };
    session.execute_each(sql, rows.into_iter().map(values).collect()).await.map(drop)
}

/// The ids of a device's operations from one sequence on, at most that many.
pub(crate) async fn ids(
    session: &mut Session,
    device: DeviceId,
    from: Sequence,
    most: usize,
) -> Result<BTreeMap<Sequence, OperationId>, CentreError> {
    let sql =
        "SELECT sequence, id FROM operations WHERE device = $1 AND sequence >= $2 ORDER BY sequence LIMIT $3";
    let rows = session.query(sql, vec![device.0.into(), from.0.into(), (most as u64).into()]).await?;
    rows.into_iter().map(|mut row| Ok((Sequence(row.number()?), Hash(row.array()?)))).collect()
}

/// A device's operations from one sequence on, at most that many.
pub(crate) async fn of_device(
    session: &mut Session,
    device: DeviceId,
    from: Sequence,
    most: usize,
) -> Result<Vec<OperationRow>, CentreError> {
    let sql = "SELECT sequence, id, previous, payload, complaint FROM operations
               WHERE device = $1 AND sequence >= $2 ORDER BY sequence LIMIT $3";
    let rows = session.query(sql, vec![device.0.into(), from.0.into(), (most as u64).into()]).await?;
    rows.into_iter()
        .map(|mut row| {
            let operation = LogOperation {
                device,
                sequence: Sequence(row.number()?),
                id: Hash(row.array()?),
                before: Hash(row.array()?),
                payload: row.bytes()?,
            };
            Ok(OperationRow { operation, complaint: row.maybe_array()?.map(ComplaintId::from_bytes) })
        })
        .collect()
}

/// The operations about a complaint, in the order of the feed that holds them.
pub(crate) async fn of_complaint(
    session: &mut Session,
    complaint: ComplaintId,
) -> Result<Vec<LogOperation>, CentreError> {
    let sql = "SELECT operations.device, operations.sequence, operations.id, operations.previous, operations.payload
               FROM operations
               LEFT JOIN feed ON feed.office = operations.office AND feed.device = operations.device
                   AND feed.sequence = operations.sequence
               WHERE operations.complaint = $1 ORDER BY feed.number, operations.received_at";
    let rows = session.query(sql, vec![(*complaint.as_bytes()).into()]).await?;
    rows.into_iter()
        .map(|mut row| {
            Ok(LogOperation {
                device: DeviceId(row.number()?),
                sequence: Sequence(row.number()?),
                id: Hash(row.array()?),
                before: Hash(row.array()?),
                payload: row.bytes()?,
            })
        })
        .collect()
}

/// Operations that are filed under another office than their device belongs to.
pub(crate) async fn astray(session: &mut Session) -> Result<Vec<(DeviceId, Sequence)>, CentreError> {
    let sql = "SELECT operations.device, operations.sequence FROM operations
               JOIN devices ON devices.id = operations.device
               WHERE devices.office <> operations.office ORDER BY operations.device, operations.sequence";
    let rows = session.query(sql, Vec::new()).await?;
    rows.into_iter().map(|mut row| Ok((DeviceId(row.number()?), Sequence(row.number()?)))).collect()
}

/// How many operations stand in the feed of an office.
pub(crate) async fn count(session: &mut Session, office: OfficeCode) -> Result<u64, CentreError> {
    let sql = "SELECT count(*) FROM operations WHERE office = $1";
    session.query_one(sql, vec![office.number().into()]).await?.map_or(Ok(0), |mut row| row.number())
}
