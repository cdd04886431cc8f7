//! Tables `own_log` and `operations`: the device's own log, what waits in it, and all operations ever seen.
//!
//! An operation waits until it is acknowledged AND was seen again in the feed; only then has it left the outbox.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row};

use complaints::{ComplaintId, Moment, Operation};
use sync_protocol::mutant::{self, Mutant};
use sync_protocol::{ChainHead, DeviceId, Hash, LogOperation, OperationId, Sequence};

use crate::error::StoreError;
use crate::fixed;

/// How far the own log goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnLog {
    /// Its head.
    pub head: ChainHead,
    /// What the centre has acknowledged.
    pub acknowledged: ChainHead,
}

/// An operation that waits.
#[derive(Debug, Clone)]
pub struct WaitingOperation {
    /// Its place in the own log.
    pub sequence: Sequence,
    /// The complaint that it is about, and its reference.
    pub complaint: Option<(ComplaintId, String)>,
    /// The complaint's few words; empty where there is none.
    pub subject: String,
    /// What was done.
    pub operation: Operation,
}

pub(crate) fn begin(connection: &Connection, beginning: &ChainHead) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO own_log (only_row, head_sequence, head_hash, acked_sequence, acked_hash) VALUES (1, ?1, ?2, ?1, ?2)",
        (beginning.sequence.0, beginning.hash.0),
    )?;
    Ok(())
}

pub(crate) fn own(connection: &Connection) -> Result<OwnLog, StoreError> {
    let log = connection
        .prepare_cached("SELECT head_sequence, head_hash, acked_sequence, acked_hash FROM own_log")?
        .query_row([], |row| {
            let head = |at: usize| {
                Ok::<_, rusqlite::Error>(ChainHead {
                    sequence: Sequence(row.get(at)?),
                    hash: Hash(row.get(at + 1)?),
                })
            };
            Ok(OwnLog { head: head(0)?, acknowledged: head(2)? })
        })?;
    Ok(log)
}

pub(crate) fn set_head(connection: &Connection, head: &ChainHead) -> Result<(), StoreError> {
    connection
        .prepare_cached("UPDATE own_log SET head_sequence = ?1, head_hash = ?2")?
        .execute((head.sequence.0, head.hash.0))?;
    Ok(())
}

pub(crate) fn set_acknowledged(connection: &Connection, head: &ChainHead) -> Result<(), StoreError> {
    connection
        .prepare_cached("UPDATE own_log SET acked_sequence = ?1, acked_hash = ?2")?
        .execute((head.sequence.0, head.hash.0))?;
    Ok(())
}

pub(crate) fn insert(
    connection: &Connection,
    operation: &LogOperation,
    complaint: Option<ComplaintId>,
    feed: Option<(u64, &[u8])>,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO operations (id, device, sequence, before, payload, complaint, feed_number, verdict)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute((
            operation.id.0,
            operation.device.0,
            operation.sequence.0,
            operation.before.0,
            &operation.payload,
            complaint.map(|id| *id.as_bytes()),
            feed.map(|(number, _)| number),
            feed.map(|(_, verdict)| verdict),
        ))?;
    Ok(())
}

/// What stands, unseen, in the place where the feed brings another operation: a centre that was restored has lost the one
/// and given its place to the other. True: this computer did it, as the device that it was before.
pub(crate) fn displaced(
    connection: &Connection,
    by: &LogOperation,
) -> Result<Option<(LogOperation, bool)>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS}, device IN (SELECT device FROM former_devices) FROM operations
         WHERE device = ?1 AND sequence = ?2 AND id <> ?3 AND feed_number IS NULL
           AND device <> (SELECT device FROM identity)"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let found = statement
        .query_row((by.device.0, by.sequence.0, by.id.0), |row| Ok((operation(row)?, row.get(5)?)))
        .optional()?;
    Ok(found)
}

/// Notes that the feed has brought an operation that is here already. False: it is not here.
pub(crate) fn set_seen(
    connection: &Connection,
    id: &OperationId,
    number: u64,
    verdict: &[u8],
) -> Result<bool, StoreError> {
    let changed = connection
        .prepare_cached("UPDATE operations SET feed_number = ?2, verdict = ?3 WHERE id = ?1")?
        .execute((id.0, number, verdict))?;
    Ok(changed == 1)
}

const COLUMNS: &str = "device, sequence, before, id, payload";

fn operation(row: &Row<'_>) -> rusqlite::Result<LogOperation> {
    Ok(LogOperation {
        device: DeviceId(row.get(0)?),
        sequence: Sequence(row.get(1)?),
        before: Hash(row.get(2)?),
        id: Hash(row.get(3)?),
        payload: row.get(4)?,
    })
}

pub(crate) fn get(connection: &Connection, id: &OperationId) -> Result<Option<LogOperation>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM operations WHERE id = ?1");
    Ok(connection.prepare_cached(&sql)?.query_row([id.0], operation).optional()?)
}

pub(crate) fn own_after(
    connection: &Connection,
    after: Sequence,
    bytes: usize,
) -> Result<Vec<LogOperation>, StoreError> {
    let waits = if mutant::is(Mutant::SeenIsEnough) { "AND feed_number IS NULL" } else { "" };
    let sql = format!(
        "SELECT {COLUMNS} FROM operations
         WHERE device = (SELECT device FROM identity) AND sequence > ?1 {waits} ORDER BY sequence"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut taken = Vec::new();
    let mut total = 0;
    for found in statement.query_map([after.0], operation)? {
        let found = found?;
        total += found.payload.len();
        if total > bytes && !taken.is_empty() {
            break;
        }
        taken.push(found);
    }
    Ok(taken)
}

pub(crate) fn own_ids(connection: &Connection) -> Result<BTreeMap<Sequence, Hash>, StoreError> {
    let mut statement = connection.prepare(
        "SELECT sequence, id FROM operations WHERE device = (SELECT device FROM identity) ORDER BY sequence",
    )?;
    let rows = statement.query_map([], |row| Ok((Sequence(row.get(0)?), Hash(row.get(1)?))))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn own_head_at(
    connection: &Connection,
    sequence: Sequence,
) -> Result<Option<ChainHead>, StoreError> {
    let hash: Option<[u8; 32]> = connection
        .prepare_cached(
            "SELECT id FROM operations WHERE device = (SELECT device FROM identity) AND sequence = ?1",
        )?
        .query_row([sequence.0], |row| row.get(0))
        .optional()?;
    Ok(hash.map(|hash| ChainHead { sequence, hash: Hash(hash) }))
}

/// What waits, by its place in the own log: unseen in the feed, or not acknowledged. Two questions, each answered by an index:
/// asked at once, SQLite would go through the whole log after every deed.
const WAITING: &str = "WITH waits (sequence) AS (
         SELECT sequence FROM operations WHERE device = (SELECT device FROM identity) AND feed_number IS NULL
         UNION
         SELECT sequence FROM operations WHERE device = (SELECT device FROM identity)
             AND sequence > (SELECT acked_sequence FROM own_log))";

pub(crate) fn waiting_count(connection: &Connection) -> Result<(u32, Option<Moment>), StoreError> {
    let sql = format!("{WAITING} SELECT count(*), min(sequence) FROM waits");
    let (count, oldest): (u32, Option<u64>) =
        connection.prepare_cached(&sql)?.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let oldest = match oldest {
        Some(_) => waiting(connection, 1)?.first().map(|waiting| waiting.operation.at),
        None => None,
    };
    Ok((count, oldest))
}

pub(crate) fn waiting(connection: &Connection, limit: u32) -> Result<Vec<WaitingOperation>, StoreError> {
    let sql = format!(
        "{WAITING} SELECT operations.sequence, complaint, payload,
                (SELECT reference FROM complaints WHERE complaints.id = operations.complaint),
                (SELECT subject FROM complaints WHERE complaints.id = operations.complaint)
         FROM (SELECT sequence FROM waits ORDER BY sequence LIMIT ?1) AS oldest
         CROSS JOIN operations ON device = (SELECT device FROM identity) AND operations.sequence = oldest.sequence
         ORDER BY oldest.sequence"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([limit], |row| {
        let complaint: Option<Vec<u8>> = row.get(1)?;
        let complaint = complaint.map(fixed).transpose()?.map(ComplaintId::from_bytes);
        let about = (row.get::<_, Option<String>>(3)?, row.get::<_, Option<String>>(4)?);
        Ok((Sequence(row.get(0)?), complaint, row.get::<_, Vec<u8>>(2)?, about))
    })?;
    rows.map(|row| {
        let (sequence, complaint, payload, (reference, subject)) = row?;
        let operation =
            Operation::from_bytes(&payload).map_err(|error| StoreError::Inconsistent(error.to_string()))?;
        let (complaint, subject) = (complaint.zip(reference), subject.unwrap_or_default());
        Ok(WaitingOperation { sequence, complaint, subject, operation })
    })
    .collect()
}

/// The operations of this device made at that moment or later that are confirmed, the latest first, at most that many.
pub(crate) fn sent_since(
    connection: &Connection,
    unix_ms: i64,
    most: u32,
) -> Result<Vec<WaitingOperation>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT sequence, complaint, payload,
                (SELECT reference FROM complaints WHERE complaints.id = operations.complaint),
                feed_number IS NOT NULL AND sequence <= (SELECT acked_sequence FROM own_log),
                (SELECT subject FROM complaints WHERE complaints.id = operations.complaint)
         FROM operations WHERE device = (SELECT device FROM identity) ORDER BY sequence DESC",
    )?;
    let mut rows = statement.query([])?;
    let mut sent = Vec::new();
    while sent.len() < most as usize
        && let Some(row) = rows.next()?
    {
        let operation = Operation::from_bytes(&row.get::<_, Vec<u8>>(2)?)
            .map_err(|error| StoreError::Inconsistent(error.to_string()))?;
        // The log is in the order in which things were done: before these there is nothing of today.
        if operation.at.unix_ms < unix_ms {
            break;
        }
        if row.get(4)? {
            let complaint: Option<Vec<u8>> = row.get(1)?;
            let complaint = complaint.map(fixed).transpose()?.map(ComplaintId::from_bytes);
            let reference: Option<String> = row.get(3)?;
            let complaint = complaint.zip(reference);
            let subject = row.get::<_, Option<String>>(5)?.unwrap_or_default();
            sent.push(WaitingOperation { sequence: Sequence(row.get(0)?), complaint, subject, operation });
        }
    }
    Ok(sent)
}

/// How many those are, counted up to that many.
pub(crate) fn count_sent_since(connection: &Connection, unix_ms: i64, most: u32) -> Result<u32, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT payload, feed_number IS NOT NULL AND sequence <= (SELECT acked_sequence FROM own_log)
         FROM operations WHERE device = (SELECT device FROM identity) ORDER BY sequence DESC",
    )?;
    let mut rows = statement.query([])?;
    let mut sent = 0;
    while sent < most
        && let Some(row) = rows.next()?
    {
        let operation = Operation::from_bytes(row.get_ref(0)?.as_blob().unwrap_or_default())
            .map_err(|error| StoreError::Inconsistent(error.to_string()))?;
        if operation.at.unix_ms < unix_ms {
            break;
        }
        sent += u32::from(row.get::<_, bool>(1)?);
    }
    Ok(sent)
}

/// The operations on a complaint that the feed has not brought yet, in the order in which they came here: a computer
/// that began anew has some in two logs.
pub(crate) fn unseen_of(connection: &Connection, complaint: ComplaintId) -> Result<Vec<Vec<u8>>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT payload FROM operations WHERE complaint = ?1 AND feed_number IS NULL ORDER BY rowid",
    )?;
    let rows = statement.query_map([complaint.as_bytes()], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The operations of this device that the feed has not brought yet, in order.
pub(crate) fn own_unseen(connection: &Connection) -> Result<Vec<LogOperation>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM operations
         WHERE device = (SELECT device FROM identity) AND feed_number IS NULL ORDER BY sequence"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([], operation)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What this computer did as another device and the feed has not brought, in the order in which it was done.
pub(crate) fn lost_of_former_devices(connection: &Connection) -> Result<Vec<LogOperation>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM operations
         WHERE device IN (SELECT device FROM former_devices EXCEPT SELECT device FROM identity)
           AND feed_number IS NULL ORDER BY rowid"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([], operation)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The complaints that operations after an entry of the feed are about, or that nobody has seen in it.
pub(crate) fn complaints_after(connection: &Connection, number: u64) -> Result<Vec<ComplaintId>, StoreError> {
    let mut statement = connection.prepare(
        "SELECT DISTINCT complaint FROM operations
         WHERE complaint IS NOT NULL AND (feed_number > ?1 OR feed_number IS NULL)",
    )?;
    let rows = statement.query_map([number], |row| Ok(ComplaintId::from_bytes(fixed(row.get(0)?)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A payload, and what the centre said of it.
pub(crate) type Judged = (Vec<u8>, Vec<u8>);

/// The operations of the feed on a complaint, in its order, with what the centre said.
pub(crate) fn seen_of(connection: &Connection, complaint: ComplaintId) -> Result<Vec<Judged>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT payload, verdict FROM operations WHERE complaint = ?1 AND feed_number IS NOT NULL
         ORDER BY feed_number",
    )?;
    let rows = statement.query_map([complaint.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// For a deliberate mistake alone: forgets own operations that are acknowledged and that the feed has not brought.
pub(crate) fn drop_unseen(connection: &Connection, acknowledged: Sequence) -> Result<(), StoreError> {
    let sql = "DELETE FROM operations WHERE device = (SELECT device FROM identity)
               AND sequence <= ?1 AND feed_number IS NULL";
    connection.execute(sql, [acknowledged.0])?;
    Ok(())
}

/// Forgets an operation that stands in the log under another id from now on.
pub(crate) fn delete(connection: &Connection, id: &OperationId) -> Result<(), StoreError> {
    connection.prepare_cached("DELETE FROM operations WHERE id = ?1")?.execute([id.0])?;
    Ok(())
}

/// Whether anything is here that was done on a complaint.
pub(crate) fn has_any_of(connection: &Connection, complaint: ComplaintId) -> Result<bool, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT id FROM operations WHERE complaint = ?1 LIMIT 1")?;
    Ok(statement.exists([complaint.as_bytes()])?)
}

/// Forgets what others did and the feed has not brought, although it has been read to its end: the centre has taken
/// it up under other ids. The complaints concerned.
pub(crate) fn delete_orphans(connection: &Connection) -> Result<Vec<ComplaintId>, StoreError> {
    const ORPHANS: &str = "feed_number IS NULL AND device <> (SELECT device FROM identity)";
    let mut statement = connection.prepare(&format!(
        "SELECT DISTINCT complaint FROM operations WHERE complaint IS NOT NULL AND {ORPHANS}"
    ))?;
    let rows = statement.query_map([], |row| Ok(ComplaintId::from_bytes(fixed(row.get(0)?)?)))?;
    let concerned = rows.collect::<rusqlite::Result<_>>()?;
    connection.execute(&format!("DELETE FROM operations WHERE {ORPHANS}"), [])?;
    Ok(concerned)
}
