//! The table `complaints` by the time at which each came in: what lists for the public ask.

use ::complaints::{Complaint, ComplaintId, Status};

use super::{Session, Value};
use crate::error::CentreError;

/// What narrows such a list. All conditions hold together.
#[derive(Debug, Clone)]
pub(crate) struct Arrivals {
    /// Not before, in milliseconds since 1970.
    pub(crate) from_ms: i64,
    /// Not after.
    pub(crate) up_to_ms: i64,
    /// Of one of these categories; empty: of any.
    pub(crate) categories: Vec<String>,
    /// In one of these statuses; empty: in any.
    pub(crate) statuses: Vec<Status>,
}

/// The complaints that fit, the latest first, behind that one, at most that many.
pub(crate) async fn latest(
    session: &mut Session,
    wanted: &Arrivals,
    behind: Option<&Complaint>,
    most: usize,
) -> Result<Vec<Complaint>, CentreError> {
    let (sql, values) = statement(wanted, behind.map(|last| (last.recorded_at().unix_ms, last.id)), most);
    let read = |bytes: Vec<u8>| {
        Complaint::from_bytes(&bytes)
            .map_err(|why| CentreError::Damaged(format!("a complaint cannot be read: {why}")))
    };
    session.query(&sql, values).await?.into_iter().map(|mut row| read(row.bytes()?)).collect()
}

fn statement(wanted: &Arrivals, behind: Option<(i64, ComplaintId)>, most: usize) -> (String, Vec<Value>) {
    let mut values: Vec<Value> = Vec::new();
    let mut place = |value: Value| {
        values.push(value);
        format!("${}", values.len())
    };
    let mut all = vec![
        format!("recorded_at >= {}", place(wanted.from_ms.into())),
        format!("recorded_at <= {}", place(wanted.up_to_ms.into())),
    ];
    if !wanted.categories.is_empty() {
        let codes: Vec<String> = wanted.categories.iter().map(|code| place(code.as_str().into())).collect();
        all.push(format!("category IN ({})", codes.join(", ")));
    }
    if !wanted.statuses.is_empty() {
        let words: Vec<String> = wanted.statuses.iter().map(|status| place(status.word().into())).collect();
        all.push(format!("status IN ({})", words.join(", ")));
    }
    if let Some((at, id)) = behind {
        let (at, id) = (place(at.into()), place((*id.as_bytes()).into()));
        all.push(format!("(recorded_at < {at} OR (recorded_at = {at} AND id < {id}))"));
    }
    let most = place((most as u64).into());
    let sql = format!(
        "SELECT state FROM complaints WHERE {} ORDER BY recorded_at DESC, id DESC LIMIT {most}",
        all.join(" AND ")
    );
    (sql, values)
}
