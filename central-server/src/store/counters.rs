//! The table `counters`: numbers that are given out once in the whole centre.

use complaints::OfficeCode;
use sync_protocol::DeviceId;

use super::Session;
use crate::error::CentreError;

/// The id for one more device. It is given in the order in which transactions commit, and never twice.
pub(crate) async fn next_device(session: &mut Session) -> Result<DeviceId, CentreError> {
    let sql = "UPDATE counters SET value = value + 1 WHERE name = 'device' RETURNING value";
    let row = session.query_one(sql, Vec::new()).await?;
    let mut row = row.ok_or_else(|| CentreError::Damaged("the counter of devices is missing".to_owned()))?;
    row.number().map(DeviceId)
}

/// The next number of the references that the centre itself gives out for an office. Under the lock on that office.
pub(crate) async fn next_reference(session: &mut Session, office: OfficeCode) -> Result<u32, CentreError> {
    next_references(session, office, 1).await
}

/// The first of so many next numbers, all of which are given out by this.
pub(crate) async fn next_references(
    session: &mut Session,
    office: OfficeCode,
    many: u32,
) -> Result<u32, CentreError> {
    let name = format!("references of {office}");
    let begin = "INSERT INTO counters (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING";
    session.execute(begin, vec![name.as_str().into(), 0u64.into()]).await?;
    let sql = "UPDATE counters SET value = value + $1 WHERE name = $2 RETURNING value";
    let row = session.query_one(sql, vec![many.into(), name.as_str().into()]).await?;
    let missing = || CentreError::Damaged("a counter of references is missing".to_owned());
    let last: u32 = row.ok_or_else(missing)?.number()?;
    Ok(last - many + 1)
}

/// The number that was given out last; none when the counter is missing.
pub(crate) async fn last_device(session: &mut Session) -> Result<Option<u64>, CentreError> {
    let row = session.query_one("SELECT value FROM counters WHERE name = 'device'", Vec::new()).await?;
    row.map(|mut row| row.number()).transpose()
}

/// Lifts the counter to an id that was given before the centre was restored.
pub(crate) async fn raise_device(session: &mut Session, id: DeviceId) -> Result<(), CentreError> {
    let sql = "UPDATE counters SET value = $1 WHERE name = 'device' AND value < $2";
    session.execute(sql, vec![id.0.into(), id.0.into()]).await.map(drop)
}
