//! The table `disabled_clerks`: whose operations are refused. It follows from the feeds.

use std::collections::BTreeSet;

use ::complaints::{ClerkId, OfficeCode};

use super::{Session, Value};
use crate::error::CentreError;

/// The clerks of an office of whom nothing counts any more.
pub(crate) async fn disabled(
    session: &mut Session,
    office: OfficeCode,
) -> Result<BTreeSet<ClerkId>, CentreError> {
    let sql = "SELECT clerk FROM disabled_clerks WHERE office = $1";
    let rows = session.query(sql, vec![office.number().into()]).await?;
    rows.into_iter().map(|mut row| Ok(ClerkId::from_bytes(row.array()?))).collect()
}

/// Adds clerks to them; who is there already stays.
pub(crate) async fn disable(
    session: &mut Session,
    office: OfficeCode,
    clerks: impl IntoIterator<Item = ClerkId>,
) -> Result<(), CentreError> {
    let sql =
        "INSERT INTO disabled_clerks (office, clerk) VALUES ($1, $2) ON CONFLICT (office, clerk) DO NOTHING";
    let values = |clerk: ClerkId| -> Vec<Value> { vec![office.number().into(), (*clerk.as_bytes()).into()] };
    session.execute_each(sql, clerks.into_iter().map(values).collect()).await.map(drop)
}
