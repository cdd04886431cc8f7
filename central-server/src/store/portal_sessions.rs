//! The tables `portal_sessions` and `portal_opened`: browsers on the portal, whose account is signed in there, and the
//! complaints that were opened there.

use ::complaints::ComplaintId;

use super::{Row, Session};
use crate::error::CentreError;
use crate::portal::CitizenId;

/// A browser on the portal.
#[derive(Debug, Clone)]
pub(crate) struct SessionRow {
    /// Whose account is signed in.
    pub(crate) citizen: Option<CitizenId>,
    /// When it began.
    pub(crate) begun_at: i64,
    /// When it was last used, give or take a minute.
    pub(crate) seen_at: i64,
}

/// Begins one.
pub(crate) async fn add(session: &mut Session, hash: [u8; 32], now_ms: i64) -> Result<(), CentreError> {
    let sql = "INSERT INTO portal_sessions (token_hash, begun_at, seen_at) VALUES ($1, $2, $3)";
    session.execute(sql, vec![hash.into(), now_ms.into(), now_ms.into()]).await.map(drop)
}

/// The one of that token.
pub(crate) async fn get(session: &mut Session, hash: &[u8; 32]) -> Result<Option<SessionRow>, CentreError> {
    let sql = "SELECT citizen, begun_at, seen_at FROM portal_sessions WHERE token_hash = $1";
    session.query_one(sql, vec![(*hash).into()]).await?.map(read).transpose()
}

fn read(mut row: Row) -> Result<SessionRow, CentreError> {
    let citizen = row.maybe_array()?.map(CitizenId::from_bytes);
    Ok(SessionRow { citizen, begun_at: row.number()?, seen_at: row.number()? })
}

/// Writes down that it was used.
pub(crate) async fn seen(session: &mut Session, hash: &[u8; 32], now_ms: i64) -> Result<(), CentreError> {
    let sql = "UPDATE portal_sessions SET seen_at = $1 WHERE token_hash = $2";
    session.execute(sql, vec![now_ms.into(), (*hash).into()]).await.map(drop)
}

/// Gives it another token and says who is signed in from now on: whoever knew the old one is out.
pub(crate) async fn sign_in(
    session: &mut Session,
    (old, new): (&[u8; 32], [u8; 32]),
    citizen: CitizenId,
    now_ms: i64,
) -> Result<(), CentreError> {
    let sql = "UPDATE portal_sessions SET token_hash = $1, citizen = $2, begun_at = $3, seen_at = $4
               WHERE token_hash = $5";
    let values = vec![new.into(), citizen.as_bytes().into(), now_ms.into(), now_ms.into(), (*old).into()];
    session.execute(sql, values).await.map(drop)
}

/// Ends it with everything that hangs on it.
pub(crate) async fn remove(session: &mut Session, hash: &[u8; 32]) -> Result<(), CentreError> {
    let sql = "DELETE FROM portal_sessions WHERE token_hash = $1";
    session.execute(sql, vec![(*hash).into()]).await.map(drop)
}

/// Ends all of an account but one.
pub(crate) async fn remove_others(
    session: &mut Session,
    citizen: CitizenId,
    but: &[u8; 32],
) -> Result<(), CentreError> {
    let sql = "DELETE FROM portal_sessions WHERE citizen = $1 AND token_hash <> $2";
    session.execute(sql, vec![citizen.as_bytes().into(), (*but).into()]).await.map(drop)
}

/// Forgets those that are over.
pub(crate) async fn remove_old(
    session: &mut Session,
    begun_before: i64,
    seen_before: i64,
) -> Result<(), CentreError> {
    let sql = "DELETE FROM portal_sessions WHERE begun_at <= $1 OR seen_at <= $2";
    session.execute(sql, vec![begun_before.into(), seen_before.into()]).await.map(drop)
}

/// A complaint was opened there.
pub(crate) async fn open(
    session: &mut Session,
    hash: &[u8; 32],
    complaint: ComplaintId,
) -> Result<(), CentreError> {
    let sql = "INSERT INTO portal_opened (session, complaint) VALUES ($1, $2)
               ON CONFLICT (session, complaint) DO NOTHING";
    session.execute(sql, vec![(*hash).into(), (*complaint.as_bytes()).into()]).await.map(drop)
}

/// Whether it was.
pub(crate) async fn has_opened(
    session: &mut Session,
    hash: &[u8; 32],
    complaint: ComplaintId,
) -> Result<bool, CentreError> {
    let sql = "SELECT complaint FROM portal_opened WHERE session = $1 AND complaint = $2";
    let found = session.query_one(sql, vec![(*hash).into(), (*complaint.as_bytes()).into()]).await?;
    Ok(found.is_some())
}

/// The complaints that were opened there.
pub(crate) async fn opened(session: &mut Session, hash: &[u8; 32]) -> Result<Vec<ComplaintId>, CentreError> {
    let sql = "SELECT complaint FROM portal_opened WHERE session = $1 ORDER BY complaint";
    let rows = session.query(sql, vec![(*hash).into()]).await?;
    rows.into_iter().map(|mut row| row.array().map(ComplaintId::from_bytes)).collect()
}

/// Forgets what was opened there.
pub(crate) async fn close_all(session: &mut Session, hash: &[u8; 32]) -> Result<(), CentreError> {
    let sql = "DELETE FROM portal_opened WHERE session = $1";
    session.execute(sql, vec![(*hash).into()]).await.map(drop)
}
