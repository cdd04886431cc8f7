//! Table `letters`: which letters were handed out from this computer.

use rusqlite::Connection;

use complaints::{ComplaintId, Moment};

use crate::error::StoreError;
use crate::{Store, Writing};

/// A letter that was handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenLetter {
    /// What letter it is, by the word of the program's kinds.
    pub kind: String,
    /// The mark of the step that it is about; empty: the registration.
    pub step: String,
    /// When it was handed out first.
    pub written_at: Moment,
    /// Who did.
    pub author: String,
}

impl Store {
    /// The letters of a complaint that were handed out here.
    ///
    /// # Errors
    /// When the store fails.
    pub fn written_letters(&self, id: ComplaintId) -> Result<Vec<WrittenLetter>, StoreError> {
        of_complaint(&self.reader(), id)
    }
}

impl Writing<'_> {
    /// A letter was handed out. The first time stands.
    ///
    /// # Errors
    /// When the store fails.
    pub fn mark_letter_written(&mut self, id: ComplaintId, letter: &WrittenLetter) -> Result<(), StoreError> {
        self.connection
            .prepare_cached(
                "INSERT INTO letters (complaint, kind, step, written_at, author) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (complaint, kind, step) DO NOTHING",
            )?
            .execute((
                id.as_bytes(),
                &letter.kind,
                &letter.step,
                letter.written_at.to_string(),
                &letter.author,
            ))?;
        Ok(())
    }
}

fn of_complaint(connection: &Connection, id: ComplaintId) -> Result<Vec<WrittenLetter>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT kind, step, written_at, author FROM letters WHERE complaint = ?1 ORDER BY written_at, kind, step",
    )?;
    let mut rows = statement.query([id.as_bytes()])?;
    let mut letters = Vec::new();
    while let Some(row) = rows.next()? {
        let at: String = row.get(2)?;
        let written_at =
            at.parse().map_err(|_| StoreError::Inconsistent(format!("a letter was written at “{at}”")))?;
        letters.push(WrittenLetter { kind: row.get(0)?, step: row.get(1)?, written_at, author: row.get(3)? });
    }
    Ok(letters)
}
