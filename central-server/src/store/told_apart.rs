//! The table `told_apart`: pairs of complaints that look alike and are two matters.

use std::collections::BTreeSet;

use ::complaints::ComplaintId;

use super::Session;
use crate::error::CentreError;
use crate::people::AgentId;

/// Writes a pair down; one that is known stays as it is.
pub(crate) async fn add(
    session: &mut Session,
    (one, other): (ComplaintId, ComplaintId),
    agent: AgentId,
    now_ms: i64,
) -> Result<(), CentreError> {
    let sql = "INSERT INTO told_apart (one, other, agent, at) VALUES ($1, $2, $3, $4)
               ON CONFLICT (one, other) DO NOTHING";
    let pair = |one: ComplaintId, other: ComplaintId| {
        vec![(*one.as_bytes()).into(), (*other.as_bytes()).into(), agent.0.into(), now_ms.into()]
    };
    session.execute_each(sql, vec![pair(one, other), pair(other, one)]).await.map(drop)
}

/// The complaints that are known to be another matter than one.
pub(crate) async fn of(
    session: &mut Session,
    complaint: ComplaintId,
) -> Result<BTreeSet<ComplaintId>, CentreError> {
    let sql = "SELECT other FROM told_apart WHERE one = $1";
    let rows = session.query(sql, vec![(*complaint.as_bytes()).into()]).await?;
    rows.into_iter().map(|mut row| Ok(ComplaintId::from_bytes(row.array()?))).collect()
}
