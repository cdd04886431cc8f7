//! Tables `feed` and `feed_head`: what the centre has told this office, in its order.

use rusqlite::Connection;

use sync_protocol::{Epoch, FeedEntry, FeedHead, Hash, LogOperation, OperationId, SignedHead};

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
