//! The tables `figures`, `figure_facts` and `figure_calendars`: what is counted of each complaint, the sums of it, and with
//! which working days it was counted.

use std::collections::BTreeMap;

use ::complaints::{ComplaintId, OfficeCode};

use super::{Row, Session, Value};
use crate::error::CentreError;
use crate::figures::{Axis, Cell, Facts, Month};

/// Where a sum stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    /// By what is counted.
    pub(crate) axis: &'static str,
    /// In which month they came in.
    pub(crate) month: Month,
    /// Whose, or which.
    pub(crate) value: String,
}

/// The facts of these complaints that an office holds, as far as there are any, in the order of the ids.
pub(crate) async fn facts(
    session: &mut Session,
    office: OfficeCode,
    ids: &[ComplaintId],
) -> Result<Vec<Option<Facts>>, CentreError> {
    let sql = "SELECT facts FROM figure_facts WHERE complaint = $1 AND office = $2";
    let sets = ids.iter().map(|id| vec![(*id.as_bytes()).into(), office.number().into()]).collect();
    let rows = session.query_each(sql, sets).await?;
    let first = |rows: Vec<Row>| rows.into_iter().next().map(|mut row| read_facts(&row.bytes()?)).transpose();
    rows.into_iter().map(first).collect()
}

/// Writes down what is counted of complaints that an office holds.
pub(crate) async fn put_facts(
    session: &mut Session,
    office: OfficeCode,
    all: Vec<(ComplaintId, Facts)>,
) -> Result<(), CentreError> {
    let sql = "INSERT INTO figure_facts (complaint, office, institution, due_on, facts)
               VALUES ($1, $2, $3, $4, $5)
               ON CONFLICT (complaint) DO UPDATE SET office = excluded.office,
                   institution = excluded.institution, due_on = excluded.due_on, facts = excluded.facts";
    let values = |(id, facts): (ComplaintId, Facts)| {
        let institution = facts.institution.replace('\0', " ");
        vec![
            (*id.as_bytes()).into(),
            office.number().into(),
            institution.into(),
            facts.due_on.map(i64::from).into(),
            to_bytes(&facts).into(),
        ]
    };
    session.execute_each(sql, all.into_iter().map(values).collect()).await.map(drop)
}

/// Takes away what was counted of complaints that an office holds no longer.
pub(crate) async fn remove_facts(
    session: &mut Session,
    office: OfficeCode,
    ids: &[ComplaintId],
) -> Result<(), CentreError> {
    let sql = "DELETE FROM figure_facts WHERE complaint = $1 AND office = $2";
    let sets = ids.iter().map(|id| vec![(*id.as_bytes()).into(), office.number().into()]).collect();
    session.execute_each(sql, sets).await.map(drop)
}

/// The sums of an office at these places; empty ones where there are none.
pub(crate) async fn cells(
    session: &mut Session,
    office: OfficeCode,
    places: &[Place],
) -> Result<Vec<Cell>, CentreError> {
    let sql = "SELECT counts FROM figures WHERE axis = $1 AND month = $2 AND office = $3 AND value = $4";
    let sets = places.iter().map(|place| at(place, office)).collect();
    let rows = session.query_each(sql, sets).await?;
    let first = |rows: Vec<Row>| {
        let found = rows.into_iter().next().map(|mut row| read_cell(&row.bytes()?)).transpose();
        found.map(Option::unwrap_or_default)
    };
    rows.into_iter().map(first).collect()
}

/// Writes sums of an office down; those of nothing are taken away.
pub(crate) async fn put_cells(
    session: &mut Session,
    office: OfficeCode,
    cells: Vec<(Place, Cell)>,
) -> Result<(), CentreError> {
    let (empty, full): (Vec<_>, Vec<_>) = cells.into_iter().partition(|(_, cell)| cell.received == 0);
    let sql = "INSERT INTO figures (axis, month, office, value, counts) VALUES ($1, $2, $3, $4, $5)
               ON CONFLICT (axis, month, office, value) DO UPDATE SET counts = excluded.counts";
    let values = |(place, cell): (Place, Cell)| {
        let mut values = at(&place, office);
        values.push(to_bytes(&cell).into());
        values
    };
    session.execute_each(sql, full.into_iter().map(values).collect()).await?;
    let sql = "DELETE FROM figures WHERE axis = $1 AND month = $2 AND office = $3 AND value = $4";
    let sets = empty.iter().map(|(place, _)| at(place, office)).collect();
    session.execute_each(sql, sets).await.map(drop)
}

/// The sums by one axis, of these months, the last one included: value, month, sums of one office.
pub(crate) async fn by(
    session: &mut Session,
    axis: Axis,
    from: Month,
    up_to: Month,
) -> Result<Vec<(String, Month, Cell)>, CentreError> {
    let sql = "SELECT value, month, counts FROM figures WHERE axis = $1 AND month >= $2 AND month <= $3";
    let values = vec![axis.word().into(), Value::Int(from.0.into()), Value::Int(up_to.0.into())];
    let rows = session.query(sql, values).await?;
    let read = |mut row: Row| Ok((row.text()?, Month(row.number()?), read_cell(&row.bytes()?)?));
    rows.into_iter().map(read).collect()
}

/// The first and the last month in which something came in.
pub(crate) async fn span(session: &mut Session) -> Result<Option<(Month, Month)>, CentreError> {
    let sql = "SELECT min(month), max(month) FROM figures WHERE axis = $1";
    let Some(mut row) = session.query_one(sql, vec![Axis::All.word().into()]).await? else { return Ok(None) };
    Ok(row.maybe_number()?.map(Month).zip(row.maybe_number()?.map(Month)))
}

/// Every sum of an office, for the audit.
pub(crate) async fn of_office(
    session: &mut Session,
    office: OfficeCode,
) -> Result<BTreeMap<(String, i32, String), Vec<u8>>, CentreError> {
    let sql = "SELECT axis, month, value, counts FROM figures WHERE office = $1";
    let rows = session.query(sql, vec![office.number().into()]).await?;
    rows.into_iter().map(|mut row| Ok(((row.text()?, row.number()?, row.text()?), row.bytes()?))).collect()
}

/// What is counted of an office's complaints, for the audit, as it stands in the store.
pub(crate) async fn facts_of_office(
    session: &mut Session,
    office: OfficeCode,
) -> Result<BTreeMap<ComplaintId, Vec<u8>>, CentreError> {
    let sql = "SELECT complaint, facts FROM figure_facts WHERE office = $1";
    let rows = session.query(sql, vec![office.number().into()]).await?;
    rows.into_iter().map(|mut row| Ok((ComplaintId::from_bytes(row.array()?), row.bytes()?))).collect()
}

/// Takes all figures of an office away, to be counted anew.
pub(crate) async fn clear(session: &mut Session, office: OfficeCode) -> Result<(), CentreError> {
    for sql in ["DELETE FROM figures WHERE office = $1", "DELETE FROM figure_facts WHERE office = $1"] {
        session.execute(sql, vec![office.number().into()]).await?;
    }
    Ok(())
}

/// With which working days an office was counted; none: with those in force since it was founded.
pub(crate) async fn calendar(
    session: &mut Session,
    office: OfficeCode,
) -> Result<Option<String>, CentreError> {
    let sql = "SELECT calendar FROM figure_calendars WHERE office = $1";
    session.query_one(sql, vec![office.number().into()]).await?.map(|mut row| row.text()).transpose()
}

/// Writes down with which working days an office was counted. `anew`: whatever stood there.
pub(crate) async fn set_calendar(
    session: &mut Session,
    office: OfficeCode,
    calendar: &str,
    anew: bool,
) -> Result<(), CentreError> {
    let end = if anew { "UPDATE SET calendar = excluded.calendar" } else { "NOTHING" };
    let sql = format!(
        "INSERT INTO figure_calendars (office, calendar) VALUES ($1, $2) ON CONFLICT (office) DO {end}"
    );
    session.execute(&sql, vec![office.number().into(), calendar.into()]).await.map(drop)
}

fn at(place: &Place, office: OfficeCode) -> Vec<Value> {
    vec![
        place.axis.into(),
        Value::Int(place.month.0.into()),
        office.number().into(),
        place.value.as_str().into(),
    ]
}

pub(crate) fn to_bytes<T: minicbor::Encode<()>>(value: &T) -> Vec<u8> {
    minicbor::to_vec(value).expect("a vector takes every byte")
}

pub(crate) fn read_facts(bytes: &[u8]) -> Result<Facts, CentreError> {
    minicbor::decode(bytes).map_err(|error| CentreError::Damaged(format!("what is counted: {error}")))
}

fn read_cell(bytes: &[u8]) -> Result<Cell, CentreError> {
    minicbor::decode(bytes).map_err(|error| CentreError::Damaged(format!("a figure: {error}")))
}
