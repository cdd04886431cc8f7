//! The table `sessions`: who is signed in, by the hash of the token.

use super::Session;
use crate::error::CentreError;
use crate::people::AgentId;

/// Begins a session.
pub(crate) async fn add(
    session: &mut Session,
    token_hash: [u8; 32],
    agent: AgentId,
    now_ms: i64,
) -> Result<(), CentreError> {
    let sql = "INSERT INTO sessions (token_hash, agent, begun_at, seen_at) VALUES ($1, $2, $3, $4)";
    session
        .execute(sql, vec![token_hash.into(), agent.0.into(), now_ms.into(), now_ms.into()])
        .await
        .map(drop)
}

/// Writes down that a session was used.
pub(crate) async fn seen(
    session: &mut Session,
    token_hash: &[u8; 32],
    now_ms: i64,
) -> Result<(), CentreError> {
    let sql = "UPDATE sessions SET seen_at = $1 WHERE token_hash = $2";
    session.execute(sql, vec![now_ms.into(), (*token_hash).into()]).await.map(drop)
}

/// Ends a session.
pub(crate) async fn remove(session: &mut Session, token_hash: &[u8; 32]) -> Result<(), CentreError> {
    let sql = "DELETE FROM sessions WHERE token_hash = $1";
    session.execute(sql, vec![(*token_hash).into()]).await.map(drop)
}

/// Forgets the sessions that are over.
pub(crate) async fn remove_old(
    session: &mut Session,
    begun_before: i64,
    seen_before: i64,
) -> Result<(), CentreError> {
    let sql = "DELETE FROM sessions WHERE begun_at <= $1 OR seen_at <= $2";
    session.execute(sql, vec![begun_before.into(), seen_before.into()]).await.map(drop)
}

/// Ends every session of an agent.
pub(crate) async fn remove_of(session: &mut Session, agent: AgentId) -> Result<(), CentreError> {
    let sql = "DELETE FROM sessions WHERE agent = $1";
    session.execute(sql, vec![agent.0.into()]).await.map(drop)
}

/// Ends every session of an agent but one.
pub(crate) async fn remove_others(
    session: &mut Session,
    agent: AgentId,
    token_hash: &[u8; 32],
) -> Result<(), CentreError> {
    let sql = "DELETE FROM sessions WHERE agent = $1 AND token_hash <> $2";
    session.execute(sql, vec![agent.0.into(), (*token_hash).into()]).await.map(drop)
}
