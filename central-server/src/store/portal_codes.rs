//! The table `portal_codes`: one-time codes that were sent to an address, by their keyed hash.

use super::Session;
use crate::error::CentreError;

/// A code.
#[derive(Debug, Clone)]
pub(crate) struct CodeRow {
    /// Its keyed hash.
    pub(crate) code_hash: [u8; 32],
    /// What happens once it is entered, as JSON.
    pub(crate) content: String,
    /// When its time is over.
    pub(crate) expires_at: i64,
    /// How often one may still try.
    pub(crate) tries_left: u8,
}

/// Puts a code in the place of the one before it.
pub(crate) async fn put(
    session: &mut Session,
    owner: &[u8; 32],
    purpose: &str,
    row: &CodeRow,
) -> Result<(), CentreError> {
    let sql = "INSERT INTO portal_codes (session, purpose, code_hash, content, expires_at, tries_left)
               VALUES ($1, $2, $3, $4, $5, $6)
               ON CONFLICT (session, purpose) DO UPDATE SET code_hash = excluded.code_hash,
                   content = excluded.content, expires_at = excluded.expires_at, tries_left = excluded.tries_left";
    let values = vec![
        (*owner).into(),
        purpose.into(),
        row.code_hash.into(),
        row.content.as_str().into(),
        row.expires_at.into(),
        row.tries_left.into(),
    ];
    session.execute(sql, values).await.map(drop)
}

/// The code for a purpose, which no other transaction tries until this one ends.
pub(crate) async fn lock(
    session: &mut Session,
    owner: &[u8; 32],
    purpose: &str,
) -> Result<Option<CodeRow>, CentreError> {
    let sql = "UPDATE portal_codes SET tries_left = tries_left WHERE session = $1 AND purpose = $2";
    session.execute(sql, vec![(*owner).into(), purpose.into()]).await?;
    let sql = "SELECT code_hash, content, expires_at, tries_left FROM portal_codes
               WHERE session = $1 AND purpose = $2";
    let row = session.query_one(sql, vec![(*owner).into(), purpose.into()]).await?;
    row.map(|mut row| {
        Ok(CodeRow {
            code_hash: row.array()?,
            content: row.text()?,
            expires_at: row.number()?,
            tries_left: row.number()?,
        })
    })
    .transpose()
}

/// A wrong one was entered.
pub(crate) async fn tried(session: &mut Session, owner: &[u8; 32], purpose: &str) -> Result<(), CentreError> {
    let sql = "UPDATE portal_codes SET tries_left = tries_left - 1 WHERE session = $1 AND purpose = $2";
    session.execute(sql, vec![(*owner).into(), purpose.into()]).await.map(drop)
}

/// It is used up.
pub(crate) async fn remove(
    session: &mut Session,
    owner: &[u8; 32],
    purpose: &str,
) -> Result<(), CentreError> {
    let sql = "DELETE FROM portal_codes WHERE session = $1 AND purpose = $2";
    session.execute(sql, vec![(*owner).into(), purpose.into()]).await.map(drop)
}
