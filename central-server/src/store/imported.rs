//! The table `imported`: what was taken over from older registers.

use ::complaints::ComplaintId;

use super::Session;
use crate::error::CentreError;

/// Notes that a number of a register was taken over; `false`: it was before.
pub(crate) async fn note(
    session: &mut Session,
    source: &str,
    number: &str,
    complaint: ComplaintId,
    now_ms: i64,
) -> Result<bool, CentreError> {
    let sql = "INSERT INTO imported (source, number, complaint, imported_at) VALUES ($1, $2, $3, $4)
               ON CONFLICT (source, number) DO NOTHING";
    let values = vec![source.into(), number.into(), (*complaint.as_bytes()).into(), now_ms.into()];
    Ok(session.execute(sql, values).await? == 1)
}

/// Which of these numbers of a register were taken over, in their order.
pub(crate) async fn known(
    session: &mut Session,
    source: &str,
    numbers: &[&str],
) -> Result<Vec<bool>, CentreError> {
    let sql = "SELECT complaint FROM imported WHERE source = $1 AND number = $2";
    let sets = numbers.iter().map(|number| vec![source.into(), (*number).into()]).collect();
    let rows = session.query_each(sql, sets).await?;
    Ok(rows.into_iter().map(|rows| !rows.is_empty()).collect())
}
