//! Table `quarantine`: operations of the feed that could not be folded here. They are kept and shown, and what is
//! behind them flows on.

use rusqlite::Connection;

use sync_protocol::{Hash, OperationId};

use crate::error::StoreError;

pub(crate) fn put(connection: &Connection, id: &OperationId, reason: &str) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO quarantine (operation, reason) VALUES (?1, ?2)
             ON CONFLICT (operation) DO UPDATE SET reason = excluded.reason",
        )?
        .execute((id.0, reason))?;
    Ok(())
}

pub(crate) fn all(connection: &Connection) -> Result<Vec<(OperationId, String)>, StoreError> {
    let mut statement = connection.prepare("SELECT operation, reason FROM quarantine ORDER BY operation")?;
    let rows = statement.query_map([], |row| Ok((Hash(row.get(0)?), row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
