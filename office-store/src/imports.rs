//! Table `imports`: which lines of files were registered, by their digest.

use rusqlite::{Connection, OptionalExtension};

use complaints::ComplaintId;

use crate::error::StoreError;
use crate::fixed;

pub(crate) fn get(connection: &Connection, digest: &[u8; 32]) -> Result<Option<ComplaintId>, StoreError> {
    let found = connection
        .prepare_cached("SELECT complaint FROM imports WHERE digest = ?1")?
        .query_row([digest], |row| fixed(row.get(0)?))
        .optional()?;
    Ok(found.map(ComplaintId::from_bytes))
}

pub(crate) fn put(connection: &Connection, digest: &[u8; 32], id: ComplaintId) -> Result<(), StoreError> {
    connection
        .prepare_cached("INSERT INTO imports (digest, complaint) VALUES (?1, ?2)")?
        .execute((digest, id.as_bytes()))?;
    Ok(())
}
