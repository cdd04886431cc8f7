//! Tables `tasks_settled` and `former_devices`, and the operations of this computer that the centre refused: each is a
//! task until somebody has dealt with it, whichever device this computer was. The operation itself stays in the log
//! for ever.

use rusqlite::Connection;

use complaints::{ComplaintId, Moment, Operation, Refusal};
use sync_protocol::{DeviceId, Hash, OperationId};

use crate::error::StoreError;
use crate::fixed;
use crate::writing::read_verdict;

/// An operation that the centre refused.
#[derive(Debug, Clone)]
pub struct RefusedOperation {
    /// Its id.
    pub id: OperationId,
    /// The complaint that it is about.
    pub complaint: Option<ComplaintId>,
    /// As what that complaint is listed here; none: it is not.
    pub listed: Option<Listed>,
    /// What was done.
    pub operation: Operation,
    /// Why it does not count.
    pub refusal: Refusal,
}

/// As what a complaint is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its reference, as it is shown.
    pub reference: String,
    /// Its few words.
    pub subject: String,
}

const OPEN: &str = "verdict IS NOT NULL AND verdict <> x'8100' AND device IN (SELECT device FROM identity UNION ALL SELECT device FROM former_devices)
     AND operations.id NOT IN (SELECT operation FROM tasks_settled)";

/// This computer is about to begin anew as another device: what was refused until now stays its task.
pub(crate) fn keep_device(connection: &Connection) -> Result<(), StoreError> {
    connection.execute("INSERT OR IGNORE INTO former_devices (device) SELECT device FROM identity", [])?;
    Ok(())
}

/// Whether this computer was that device before it began anew.
pub(crate) fn was_this_computer(connection: &Connection, device: DeviceId) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM former_devices WHERE device = ?1)";
    Ok(connection.prepare_cached(sql)?.query_row([device.0], |row| row.get(0))?)
}

/// Those that nobody has dealt with, oldest first.
pub(crate) fn open(connection: &Connection) -> Result<Vec<RefusedOperation>, StoreError> {
    let sql = format!(
        "SELECT operations.id, complaint, payload, verdict, reference, subject
         FROM operations LEFT JOIN complaints ON complaints.id = complaint
         WHERE {OPEN} ORDER BY feed_number"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([])?;
    let mut tasks = Vec::new();
    while let Some(row) = rows.next()? {
        let complaint: Option<Vec<u8>> = row.get(1)?;
        let complaint = complaint.map(fixed).transpose()?.map(ComplaintId::from_bytes);
        let operation = Operation::from_bytes(&row.get::<_, Vec<u8>>(2)?)
            .map_err(|error| StoreError::Inconsistent(error.to_string()))?;
        let verdict = read_verdict(&row.get::<_, Vec<u8>>(3)?);
        let Some(refusal) = Refusal::of(&verdict).cloned() else { continue };
        let listed = match (row.get(4)?, row.get(5)?) {
            (Some(reference), Some(subject)) => Some(Listed { reference, subject }),
            _ => None,
        };
        tasks.push(RefusedOperation { id: Hash(fixed(row.get(0)?)?), complaint, listed, operation, refusal });
    }
    Ok(tasks)
}

pub(crate) fn count(connection: &Connection) -> Result<u32, StoreError> {
    let sql = format!("SELECT count(*) FROM operations WHERE {OPEN}");
    Ok(connection.prepare_cached(&sql)?.query_row([], |row| row.get(0))?)
}

/// Notes who has dealt with it; the first one stands.
pub(crate) fn settle(
    connection: &Connection,
    operation: &OperationId,
    by: &str,
    at: Moment,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO tasks_settled (operation, settled_by, settled_at) VALUES (?1, ?2, ?3)
             ON CONFLICT (operation) DO NOTHING",
        )?
        .execute((operation.0, by, at.to_string()))?;
    Ok(())
}
