//! The table `looks`: who looked at complaints that few people may see.

use ::complaints::{ComplaintId, Reference};

use super::{Row, Session, Value};
use crate::error::CentreError;
use crate::people::{Agent, Role};

/// A look, with the reference of the complaint as it is now.
pub(crate) struct LookRow {
    pub(crate) complaint: ComplaintId,
    pub(crate) reference: Option<Reference>,
    pub(crate) at_ms: i64,
    pub(crate) name: String,
    pub(crate) role: Role,
    pub(crate) place: String,
    pub(crate) what: String,
}

/// Writes a look down; the same one within one millisecond is one.
pub(crate) async fn add(
    session: &mut Session,
    agent: &Agent,
    complaint: ComplaintId,
    what: &str,
    now_ms: i64,
) -> Result<(), CentreError> {
    let sql = "INSERT INTO looks (complaint, at, agent, name, role, place, what)
               VALUES ($1, $2, $3, $4, $5, $6, $7)
               ON CONFLICT (complaint, at, agent, what) DO NOTHING";
    let office = agent.office.map(|office| office.to_string());
    let values = vec![
        (*complaint.as_bytes()).into(),
        now_ms.into(),
        agent.id.0.into(),
        agent.name.as_str().into(),
        agent.role.word().into(),
        agent.institution.clone().or(office).unwrap_or_default().into(),
        what.into(),
    ];
    session.execute(sql, values).await.map(drop)
}

/// The latest looks, of these complaints only where some are named, and how many there are.
pub(crate) async fn latest(
    session: &mut Session,
    only: Option<&[ComplaintId]>,
    offset: u32,
    limit: u32,
) -> Result<(Vec<LookRow>, u32), CentreError> {
    let mut values: Vec<Value> = only.into_iter().flatten().map(|id| (*id.as_bytes()).into()).collect();
    let places: Vec<String> = (1..=values.len()).map(|place| format!("${place}")).collect();
    let condition = match only {
        None => String::new(),
        // Nothing is among none.
        Some([]) => return Ok((Vec::new(), 0)),
        Some(_) => format!(" WHERE looks.complaint IN ({})", places.join(", ")),
    };
    let total = session.query_one(&format!("SELECT count(*) FROM looks{condition}"), values.clone()).await?;
    let total = total.map_or(Ok(0), |mut row| row.number())?;
    let (limit_at, offset_at) = (values.len() + 1, values.len() + 2);
    let sql = format!(
        "SELECT looks.complaint, complaints.reference, looks.at, looks.name, looks.role, looks.place, looks.what
         FROM looks LEFT JOIN complaints ON complaints.id = looks.complaint{condition}
         ORDER BY looks.at DESC, looks.complaint, looks.what LIMIT ${limit_at} OFFSET ${offset_at}"
    );
    values.extend([limit.into(), offset.into()]);
    let rows = session.query(&sql, values).await?.into_iter().map(read).collect::<Result<_, _>>()?;
    Ok((rows, total))
}

fn read(mut row: Row) -> Result<LookRow, CentreError> {
    Ok(LookRow {
        complaint: ComplaintId::from_bytes(row.array()?),
        reference: row.maybe_text()?.and_then(|text| text.parse().ok()),
        at_ms: row.number()?,
        name: row.text()?,
        role: row.text()?.parse().map_err(CentreError::Damaged)?,
        place: row.text()?,
        what: row.text()?,
    })
}
