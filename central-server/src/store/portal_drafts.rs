//! The tables `portal_drafts` and `portal_draft_pieces`: forms that somebody saved to go on later, encrypted.

use ::complaints::ComplaintId;

use super::{Row, Session};
use crate::error::CentreError;

/// The keyed hash of the code that opens a saved form.
pub(crate) type DraftHash = [u8; 32];

/// A saved form.
#[derive(Debug, Clone)]
pub(crate) struct DraftRow {
    /// What its nonces begin with.
    pub(crate) salt: [u8; 16],
    /// What was typed and the list of the documents.
    pub(crate) sealed: Vec<u8>,
    /// What came of it.
    pub(crate) complaint: Option<ComplaintId>,
    /// Until when it is kept, in milliseconds since 1970.
    pub(crate) expires_at: i64,
}

/// Adds one; `bytes` of documents follow in pieces.
pub(crate) async fn add(
    session: &mut Session,
    hash: &DraftHash,
    row: &DraftRow,
    bytes: u64,
    now_ms: i64,
) -> Result<(), CentreError> {
    let sql = "INSERT INTO portal_drafts (code_hash, salt, sealed, bytes, saved_at, expires_at)
               VALUES ($1, $2, $3, $4, $5, $6)";
    let values = vec![
        (*hash).into(),
        row.salt.into(),
        row.sealed.as_slice().into(),
        bytes.into(),
        now_ms.into(),
        row.expires_at.into(),
    ];
    session.execute(sql, values).await.map(drop)
}

/// The one of that hash.
pub(crate) async fn get(session: &mut Session, hash: &DraftHash) -> Result<Option<DraftRow>, CentreError> {
    let sql = "SELECT salt, sealed, complaint, expires_at FROM portal_drafts WHERE code_hash = $1";
    session.query_one(sql, vec![(*hash).into()]).await?.map(read).transpose()
}

/// The same, which no other transaction changes until this one ends.
pub(crate) async fn lock(session: &mut Session, hash: &DraftHash) -> Result<Option<DraftRow>, CentreError> {
    let sql = "UPDATE portal_drafts SET saved_at = saved_at WHERE code_hash = $1";
    session.execute(sql, vec![(*hash).into()]).await?;
    get(session, hash).await
}

fn read(mut row: Row) -> Result<DraftRow, CentreError> {
    Ok(DraftRow {
        salt: row.array()?,
        sealed: row.bytes()?,
        complaint: row.maybe_array()?.map(ComplaintId::from_bytes),
        expires_at: row.number()?,
    })
}

/// Adds pieces of a document: their numbers and what is in them.
pub(crate) async fn add_pieces(
    session: &mut Session,
    hash: &DraftHash,
    file: u32,
    pieces: Vec<(u32, Vec<u8>)>,
) -> Result<(), CentreError> {
    let sql = "INSERT INTO portal_draft_pieces (code_hash, file, piece, sealed) VALUES ($1, $2, $3, $4)";
    let values =
        |(piece, sealed): (u32, Vec<u8>)| vec![(*hash).into(), file.into(), piece.into(), sealed.into()];
    session.execute_each(sql, pieces.into_iter().map(values).collect()).await.map(drop)
}

/// Some pieces of a document, from that number on.
pub(crate) async fn pieces(
    session: &mut Session,
    hash: &DraftHash,
    file: u32,
    (from, many): (u32, u32),
) -> Result<Vec<(u32, Vec<u8>)>, CentreError> {
    let sql = "SELECT piece, sealed FROM portal_draft_pieces
               WHERE code_hash = $1 AND file = $2 AND piece >= $3 AND piece < $4 ORDER BY piece";
    let values = vec![(*hash).into(), file.into(), from.into(), from.saturating_add(many).into()];
    let rows = session.query(sql, values).await?;
    rows.into_iter().map(|mut row| Ok((row.number()?, row.bytes()?))).collect()
}

/// Writes down what came of it; what was typed and added is kept no longer.
pub(crate) async fn set_complaint(
    session: &mut Session,
    hash: &DraftHash,
    complaint: ComplaintId,
) -> Result<(), CentreError> {
    let sql = "UPDATE portal_drafts SET complaint = $1, sealed = $2, bytes = $3 WHERE code_hash = $4";
    let nothing: &[u8] = &[];
    let values = vec![(*complaint.as_bytes()).into(), nothing.into(), 0_u64.into(), (*hash).into()];
    session.execute(sql, values).await?;
    let sql = "DELETE FROM portal_draft_pieces WHERE code_hash = $1";
    session.execute(sql, vec![(*hash).into()]).await.map(drop)
}

/// Forgets one.
pub(crate) async fn remove(session: &mut Session, hash: &DraftHash) -> Result<(), CentreError> {
    let sql = "DELETE FROM portal_drafts WHERE code_hash = $1";
    session.execute(sql, vec![(*hash).into()]).await.map(drop)
}

/// Forgets those whose time is over.
pub(crate) async fn remove_over(session: &mut Session, now_ms: i64) -> Result<(), CentreError> {
    let sql = "DELETE FROM portal_drafts WHERE expires_at <= $1";
    session.execute(sql, vec![now_ms.into()]).await.map(drop)
}

/// How many bytes of documents all of them hold.
pub(crate) async fn bytes_of_all(session: &mut Session) -> Result<u64, CentreError> {
    let sql = "SELECT CAST(sum(bytes) AS BIGINT) FROM portal_drafts";
    let row = session.query_one(sql, Vec::new()).await?;
    Ok(row.map_or(Ok(None), |mut row| row.maybe_number())?.unwrap_or(0))
}
