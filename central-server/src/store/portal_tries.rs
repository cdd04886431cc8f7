//! The table `portal_tries`: what may be done only so often within a while, counted for all servers of a centre together.

use super::Session;
use crate::error::CentreError;

/// How often it was done since then.
pub(crate) async fn since(session: &mut Session, key: &[u8; 32], since_ms: i64) -> Result<u64, CentreError> {
    let sql = "SELECT count(*) FROM portal_tries WHERE key_hash = $1 AND tried_at > $2";
    let row = session.query_one(sql, vec![(*key).into(), since_ms.into()]).await?;
    row.map_or(Ok(0), |mut row| row.number())
}

/// When it was done first since then; none: it was not.
pub(crate) async fn first_since(
    session: &mut Session,
    key: &[u8; 32],
    since_ms: i64,
) -> Result<Option<i64>, CentreError> {
    let sql = "SELECT min(tried_at) FROM portal_tries WHERE key_hash = $1 AND tried_at > $2";
    let row = session.query_one(sql, vec![(*key).into(), since_ms.into()]).await?;
    row.map_or(Ok(None), |mut row| row.maybe_number())
}

/// When it was done last; none: it was not.
pub(crate) async fn last(session: &mut Session, key: &[u8; 32]) -> Result<Option<i64>, CentreError> {
    let sql = "SELECT max(tried_at) FROM portal_tries WHERE key_hash = $1";
    let row = session.query_one(sql, vec![(*key).into()]).await?;
    row.map_or(Ok(None), |mut row| row.maybe_number())
}

/// Takes back what was done at that moment.
pub(crate) async fn take_back(
    session: &mut Session,
    key: &[u8; 32],
    tried_at: i64,
) -> Result<(), CentreError> {
    let sql = "DELETE FROM portal_tries WHERE key_hash = $1 AND tried_at = $2";
    session.execute(sql, vec![(*key).into(), tried_at.into()]).await.map(drop)
}

/// It was done once more.
pub(crate) async fn add(session: &mut Session, key: [u8; 32], now_ms: i64) -> Result<(), CentreError> {
    let sql = "INSERT INTO portal_tries (key_hash, tried_at) VALUES ($1, $2)";
    session.execute(sql, vec![key.into(), now_ms.into()]).await.map(drop)
}

/// Begins to count anew.
pub(crate) async fn forget(session: &mut Session, key: &[u8; 32]) -> Result<(), CentreError> {
    let sql = "DELETE FROM portal_tries WHERE key_hash = $1";
    session.execute(sql, vec![(*key).into()]).await.map(drop)
}

/// Forgets what nobody counts any more.
pub(crate) async fn remove_old(session: &mut Session, before_ms: i64) -> Result<(), CentreError> {
    let sql = "DELETE FROM portal_tries WHERE tried_at <= $1";
    session.execute(sql, vec![before_ms.into()]).await.map(drop)
}
