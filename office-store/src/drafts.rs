//! Table `drafts`: what a clerk has typed and not registered yet. The form itself is the page's business.

use rusqlite::Connection;

use crate::error::StoreError;

/// A draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredDraft {
    /// Opaque.
    pub id: String,
    /// RFC 3339.
    pub saved_at: String,
    /// The clerk who typed it.
    pub author: String,
    /// The form as JSON.
    pub form: String,
}

pub(crate) fn put(connection: &Connection, draft: &StoredDraft) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO drafts (id, saved_at, author, form) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (id) DO UPDATE SET saved_at = excluded.saved_at, author = excluded.author, form = excluded.form",
        )?
        .execute((&draft.id, &draft.saved_at, &draft.author, &draft.form))?;
    Ok(())
}

pub(crate) fn delete(connection: &Connection, id: &str) -> Result<(), StoreError> {
    connection.execute("DELETE FROM drafts WHERE id = ?1", [id])?;
    Ok(())
}

pub(crate) fn all(connection: &Connection) -> Result<Vec<StoredDraft>, StoreError> {
    let mut statement = connection
        .prepare_cached("SELECT id, saved_at, author, form FROM drafts ORDER BY saved_at DESC, id")?;
    let rows = statement.query_map([], |row| {
        Ok(StoredDraft { id: row.get(0)?, saved_at: row.get(1)?, author: row.get(2)?, form: row.get(3)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
