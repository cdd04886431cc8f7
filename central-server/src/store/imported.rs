//! The table `imported`: what was taken over from older registers.

use ::complaints::ComplaintId;

use super::Session;
use crate::error::CentreError;

/// Notes that numbers of a register were taken over, none of which was before.
pub(crate) async fn note(
    session: &mut Session,
    source: &str,
    taken: Vec<(&str, ComplaintId)>,
    now_ms: i64,
) -> Result<(), CentreError> {
    let sql = "INSERT INTO imported (source, number, complaint, imported_at) VALUES ($1, $2, $3, $4)";
    let values = |(number, complaint): (&str, ComplaintId)| {
        vec![source.into(), number.into(), (*complaint.as_bytes()).into(), now_ms.into()]
    };
    session.execute_each(sql, taken.into_iter().map(values).collect()).await.map(drop)
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
