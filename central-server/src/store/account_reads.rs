//! The table `account_reads`: when the data of an account were taken along.

use super::Session;
use crate::error::CentreError;
use crate::portal::CitizenId;

/// How many are told.
const MOST: u32 = 10;

/// Writes down that they are.
pub(crate) async fn add(
    session: &mut Session,
    citizen: CitizenId,
    what: &str,
    now_ms: i64,
) -> Result<(), CentreError> {
    let sql = "INSERT INTO account_reads (citizen, at, what) VALUES ($1, $2, $3)
               ON CONFLICT (citizen, at, what) DO NOTHING";
    session.execute(sql, vec![citizen.as_bytes().into(), now_ms.into(), what.into()]).await.map(drop)
}

/// The latest first: when, and as what.
pub(crate) async fn latest(
    session: &mut Session,
    citizen: CitizenId,
) -> Result<Vec<(i64, String)>, CentreError> {
    let sql =
        format!("SELECT at, what FROM account_reads WHERE citizen = $1 ORDER BY at DESC, what LIMIT {MOST}");
    let rows = session.query(&sql, vec![citizen.as_bytes().into()]).await?;
    rows.into_iter().map(|mut row| Ok((row.number()?, row.text()?))).collect()
}
