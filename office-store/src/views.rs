//! Tables `views` and `exports`: filters that a clerk keeps, and who took which list out of the store.

use rusqlite::Connection;

use complaints::Moment;

use crate::error::StoreError;
use crate::{Result, Store, Writing};

/// Filters that a clerk keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredView {
    /// Empty: those that were used last.
    pub name: String,
    /// The filters as JSON; what they mean is the business of the desk.
    pub selection: String,
}

/// A list that was taken out of the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredExport {
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: String,
    /// `csv` or `xlsx`.
    pub format: String,
    /// The filters as JSON.
    pub selection: String,
    /// How many complaints.
    pub complaints: u32,
}

impl Store {
    /// The views of a clerk, by name.
    ///
    /// # Errors
    /// When the store fails.
    pub fn views(&self, clerk: &str) -> Result<Vec<StoredView>> {
        views(&self.reader(), clerk)
    }

    /// What was taken out of the store, the latest first.
    ///
    /// # Errors
    /// When the store fails.
    pub fn exports(&self) -> Result<Vec<StoredExport>> {
        exports(&self.reader())
    }
}

impl Writing<'_> {
    /// Keeps a view; one of that name is replaced.
    ///
    /// # Errors
    /// When the store fails.
    pub fn put_view(&mut self, clerk: &str, view: &StoredView, at: Moment) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO views (clerk, name, selection, saved_at) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (clerk, name) DO UPDATE SET selection = excluded.selection, saved_at = excluded.saved_at",
            )?
            .execute((clerk, &view.name, &view.selection, at.to_string()))?;
        Ok(())
    }

    /// Throws a view away.
    ///
    /// # Errors
    /// When the store fails.
    pub fn delete_view(&mut self, clerk: &str, name: &str) -> Result<()> {
        self.connection.execute("DELETE FROM views WHERE clerk = ?1 AND name = ?2", (clerk, name))?;
        Ok(())
    }

    /// Notes that a list is taken out of the store.
    ///
    /// # Errors
    /// When the store fails.
    pub fn note_export(&mut self, export: &StoredExport) -> Result<()> {
        self.connection.execute(
            "INSERT INTO exports (exported_at, exported_by, format, selection, complaints) VALUES (?1, ?2, ?3, ?4, ?5)",
            (export.at.to_string(), &export.by, &export.format, &export.selection, export.complaints),
        )?;
        Ok(())
    }
}

fn views(connection: &Connection, clerk: &str) -> Result<Vec<StoredView>> {
    let mut statement =
        connection.prepare_cached("SELECT name, selection FROM views WHERE clerk = ?1 ORDER BY name")?;
    let rows =
        statement.query_map([clerk], |row| Ok(StoredView { name: row.get(0)?, selection: row.get(1)? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn exports(connection: &Connection) -> Result<Vec<StoredExport>> {
    let mut statement = connection.prepare_cached(
        "SELECT exported_at, exported_by, format, selection, complaints FROM exports ORDER BY row DESC",
    )?;
    let mut rows = statement.query([])?;
    let mut exports = Vec::new();
    while let Some(row) = rows.next()? {
        let at: String = row.get(0)?;
        exports.push(StoredExport {
            at: at.parse().map_err(|_| StoreError::Inconsistent(format!("“{at}” is no moment")))?,
            by: row.get(1)?,
            format: row.get(2)?,
            selection: row.get(3)?,
            complaints: row.get(4)?,
        });
    }
    Ok(exports)
}
