//! The table `posted_requests`: what programs have filed lately, by a keyed hash of who filed what.

use ::complaints::ComplaintId;

use super::Session;
use crate::error::CentreError;

/// The complaint that a request became; none: it has not come before.
pub(crate) async fn complaint(
    session: &mut Session,
    request_hash: &[u8; 32],
) -> Result<Option<ComplaintId>, CentreError> {
    let sql = "SELECT complaint FROM posted_requests WHERE request_hash = $1";
    let row = session.query_one(sql, vec![(*request_hash).into()]).await?;
    row.map(|mut row| row.array().map(ComplaintId::from_bytes)).transpose()
}

/// Writes down what a request became.
pub(crate) async fn add(
    session: &mut Session,
    request_hash: &[u8; 32],
    complaint: ComplaintId,
    now_ms: i64,
) -> Result<(), CentreError> {
    let sql = "INSERT INTO posted_requests (request_hash, complaint, filed_at) VALUES ($1, $2, $3)";
    let values = vec![(*request_hash).into(), (*complaint.as_bytes()).into(), now_ms.into()];
    session.execute(sql, values).await.map(drop)
}

/// Forgets what was filed up to then.
pub(crate) async fn remove_old(session: &mut Session, up_to_ms: i64) -> Result<(), CentreError> {
    let sql = "DELETE FROM posted_requests WHERE filed_at <= $1";
    session.execute(sql, vec![up_to_ms.into()]).await.map(drop)
}
