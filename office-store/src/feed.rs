//! Tables `feed` and `feed_head`: what the centre has told this office, in its order.

use rusqlite::{Connection, OptionalExtension};

use sync_protocol::{
    DeviceId, Epoch, FeedEntry, FeedHead, Hash, LogOperation, OperationEntry, OperationId, PublicKey,
    Sequence, SignedHead,
};

use crate::error::StoreError;

/// An entry of the feed, checked against its chain and ready to be applied.
#[derive(Debug, Clone)]
pub enum PlannedEntry {
    /// An operation.
    Operation(PlannedOperation),
    /// Anything else, as it came.
    Other(FeedEntry),
}

/// An operation of the feed, ready to be applied.
#[derive(Debug, Clone)]
pub struct PlannedOperation {
    /// The operation; its payload is empty when it is this device's own and stands in the store already.
    pub operation: LogOperation,
    /// Whether the payload is to be taken from the own log.
    pub own: bool,
    /// What the centre said.
    pub verdict: Vec<u8>,
}

/// An entry as it is stored.
#[derive(Debug, Clone)]
pub struct FeedRow {
    /// Its number.
    pub number: u64,
    /// The operation, when it is one.
    pub operation: Option<OperationId>,
    /// The entry's bytes, when it is none.
    pub body: Option<Vec<u8>>,
    /// Its hash in the chain.
    pub hash: Hash,
}

pub(crate) fn begin(connection: &Connection, beginning: &FeedHead) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO feed_head (only_row, epoch, number, hash, signed) VALUES (1, ?1, ?2, ?3, NULL)",
        (beginning.epoch.0, beginning.number, beginning.hash.0),
    )?;
    Ok(())
}

pub(crate) fn head(connection: &Connection) -> Result<FeedHead, StoreError> {
    let head =
        connection.prepare_cached("SELECT epoch, number, hash FROM feed_head")?.query_row([], |row| {
            Ok(FeedHead { epoch: Epoch(row.get(0)?), number: row.get(1)?, hash: Hash(row.get(2)?) })
        })?;
    Ok(head)
}

pub(crate) fn set_head(
    connection: &Connection,
    head: &FeedHead,
    signed: Option<&SignedHead>,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "UPDATE feed_head SET epoch = ?1, number = ?2, hash = ?3, signed = coalesce(?4, signed)",
        )?
        .execute((head.epoch.0, head.number, head.hash.0, signed.map(SignedHead::as_bytes)))?;
    Ok(())
}

pub(crate) fn signed_head(connection: &Connection) -> Result<Option<SignedHead>, StoreError> {
    let signed: Option<Vec<u8>> =
        connection.query_row("SELECT signed FROM feed_head", [], |row| row.get(0))?;
    Ok(signed.map(SignedHead::from_bytes))
}

/// Keeps the centre's signature on the head after an entry.
pub(crate) fn sign(connection: &Connection, number: u64, signed: &SignedHead) -> Result<(), StoreError> {
    connection
        .prepare_cached("UPDATE feed SET signed = ?2 WHERE number = ?1")?
        .execute((number, signed.as_bytes()))?;
    Ok(())
}

/// The hash after an entry; none when the feed does not go that far.
pub(crate) fn hash_at(connection: &Connection, number: u64) -> Result<Option<Hash>, StoreError> {
    let hash: Option<[u8; 32]> = connection
        .prepare_cached("SELECT hash FROM feed WHERE number = ?1")?
        .query_row([number], |row| row.get(0))
        .optional()?;
    Ok(hash.map(Hash))
}

/// The last head up to an entry that the centre has signed; none when it has signed none.
pub(crate) fn signed_up_to(
    connection: &Connection,
    number: u64,
) -> Result<Option<(u64, SignedHead)>, StoreError> {
    let found = connection
        .prepare_cached(
            "SELECT number, signed FROM feed WHERE number <= ?1 AND signed IS NOT NULL
             ORDER BY number DESC LIMIT 1",
        )?
        .query_row([number], |row| Ok((row.get(0)?, SignedHead::from_bytes(row.get(1)?))))
        .optional()?;
    Ok(found)
}

/// The entries after a number up to the next signed head, whole as they were given, with that head.
pub(crate) fn signed_part(
    connection: &Connection,
    after: u64,
) -> Result<Option<(Vec<FeedEntry>, u64, SignedHead)>, StoreError> {
    let next: Option<(u64, Vec<u8>)> = connection
        .prepare_cached(
            "SELECT number, signed FROM feed WHERE number > ?1 AND signed IS NOT NULL ORDER BY number LIMIT 1",
        )?
        .query_row([after], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((last, signed)) = next else { return Ok(None) };
    let mut statement = connection.prepare_cached(
        "SELECT feed.body, device, sequence, verdict, payload, before FROM feed
         LEFT JOIN operations ON operations.id = feed.operation
         WHERE feed.number > ?1 AND feed.number <= ?2 ORDER BY feed.number",
    )?;
    let mut rows = statement.query((after, last))?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        entries.push(match row.get::<_, Option<Vec<u8>>>(0)? {
            Some(body) => {
                minicbor::decode(&body).map_err(|error| StoreError::Inconsistent(error.to_string()))?
            }
            None => FeedEntry::Operation(OperationEntry {
                device: DeviceId(row.get(1)?),
                sequence: Sequence(row.get(2)?),
                verdict: row.get(3)?,
                payload: Some(row.get(4)?),
                before: Some(Hash(row.get(5)?)),
            }),
        });
    }
    Ok(Some((entries, last, SignedHead::from_bytes(signed))))
}

/// The number of the entry that admitted a device with that key; none when the feed has not brought it.
pub(crate) fn admission(
    connection: &Connection,
    device: DeviceId,
    key: &PublicKey,
) -> Result<Option<u64>, StoreError> {
    let mut statement =
        connection.prepare("SELECT number, body FROM feed WHERE body IS NOT NULL ORDER BY number DESC")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let entry = minicbor::decode::<FeedEntry>(&row.get::<_, Vec<u8>>(1)?);
        if matches!(entry, Ok(FeedEntry::Device(entry)) if entry.device == device && entry.key == *key) {
            return Ok(Some(row.get(0)?));
        }
    }
    Ok(None)
}

/// The operation that an entry brought; none when it is another entry.
pub(crate) fn operation_at(connection: &Connection, number: u64) -> Result<Option<OperationId>, StoreError> {
    let id: Option<[u8; 32]> = connection
        .prepare_cached("SELECT operation FROM feed WHERE number = ?1")?
        .query_row([number], |row| row.get(0))?;
    Ok(id.map(Hash))
}

/// What primes the text model: the last payloads of the feed.
pub(crate) fn primer(connection: &Connection) -> Result<Vec<u8>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT payload FROM operations WHERE feed_number IS NOT NULL ORDER BY feed_number DESC",
    )?;
    let payloads = statement.query_map([], |row| row.get(0))?;
    Ok(sync_protocol::primer(payloads)?)
}

/// Forgets the entries after a number; the operations among them are kept, as not seen.
pub(crate) fn cut(connection: &Connection, number: u64) -> Result<(), StoreError> {
    connection.execute(
        "INSERT OR IGNORE INTO replaced_heads (number, signed)
         SELECT number, signed FROM feed WHERE number > ?1 AND signed IS NOT NULL
         ORDER BY number DESC LIMIT 1",
        [number],
    )?;
    connection.execute(
        "UPDATE operations SET feed_number = NULL, verdict = NULL WHERE feed_number > ?1",
        [number],
    )?;
    connection.execute("DELETE FROM feed WHERE number > ?1", [number])?;
    Ok(())
}

/// Sets the head to one that the centre has signed.
pub(crate) fn reset_head(
    connection: &Connection,
    head: &FeedHead,
    signed: Option<&SignedHead>,
) -> Result<(), StoreError> {
    connection.execute(
        "UPDATE feed_head SET epoch = ?1, number = ?2, hash = ?3, signed = ?4",
        (head.epoch.0, head.number, head.hash.0, signed.map(SignedHead::as_bytes)),
    )?;
    Ok(())
}

pub(crate) fn insert(connection: &Connection, row: &FeedRow) -> Result<(), StoreError> {
    connection
        .prepare_cached("INSERT INTO feed (number, operation, body, hash) VALUES (?1, ?2, ?3, ?4)")?
        .execute((row.number, row.operation.map(|id| id.0), row.body.as_deref(), row.hash.0))?;
    Ok(())
}

/// Walks the whole feed in order.
pub(crate) fn for_each(
    connection: &Connection,
    mut each: impl FnMut(FeedRow) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut statement =
        connection.prepare("SELECT number, operation, body, hash FROM feed ORDER BY number")?;
    let rows = statement.query_map([], |row| {
        Ok(FeedRow {
            number: row.get(0)?,
            operation: row.get::<_, Option<[u8; 32]>>(1)?.map(Hash),
            body: row.get(2)?,
            hash: Hash(row.get(3)?),
        })
    })?;
    for row in rows {
        each(row?)?;
    }
    Ok(())
}
