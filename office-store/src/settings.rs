//! Table `settings`: small facts by name that belong to no other table.

use rusqlite::{Connection, OptionalExtension};

use crate::error::StoreError;

pub(crate) fn get(connection: &Connection, name: &str) -> Result<Option<String>, StoreError> {
    let value = connection
        .prepare_cached("SELECT value FROM settings WHERE name = ?1")?
        .query_row([name], |row| row.get(0))
        .optional()?;
    Ok(value)
}

pub(crate) fn delete(connection: &Connection, name: &str) -> Result<(), StoreError> {
    connection.execute("DELETE FROM settings WHERE name = ?1", [name])?;
    Ok(())
}

pub(crate) fn put(connection: &Connection, name: &str, value: &str) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        )?
        .execute([name, value])?;
    Ok(())
}
