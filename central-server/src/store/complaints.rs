//! The table `complaints`: the fold of each complaint, and columns that follow from it and exist to be searched.

use ::complaints::{Complaint, ComplaintId, Kind, Moment, OfficeCode, Reference, Status, fold_for_search};
use jiff::civil::Date;

use super::{Row, Session, Value, identities, offices};
use crate::error::CentreError;

/// What narrows a list of complaints. All conditions hold together.
#[derive(Debug, Clone, Default)]
pub(crate) struct Search {
    /// In one of these statuses; empty: in any.
    pub(crate) statuses: Vec<Status>,
    /// Due before that day.
    pub(crate) due_before: Option<Date>,
    /// Held by that institution.
    pub(crate) institution: Option<String>,
    /// Held by that office.
    pub(crate) office: Option<OfficeCode>,
    /// In which all of these folded words stand.
    pub(crate) words: Vec<String>,
}

/// In which order a list comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// The earliest due day first, then the oldest.
    Due,
    /// The latest change first.
    Latest,
}

/// A line of a list.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) id: ComplaintId,
    pub(crate) reference: Reference,
    pub(crate) office: OfficeCode,
    pub(crate) status: Status,
    pub(crate) kind: Kind,
    pub(crate) category: String,
    pub(crate) institution: String,
    pub(crate) subject: String,
    pub(crate) citizen: String,
    pub(crate) locality: String,
    pub(crate) recorded_at: Moment,
    pub(crate) due_on: Option<Date>,
    pub(crate) changed_at: Moment,
    pub(crate) version: u32,
}

/// The columns before `state`, in the order of [`columns`].
const COLUMNS: &str =
    "id, reference, office, status, kind, category, institution, subject, citizen, locality,
    recorded_at, recorded_offset, due_on, changed_at, changed_offset, version, words";

const LINE: &str = "id, reference, office, status, kind, category, institution, subject, citizen, locality,
    recorded_at, recorded_offset, due_on, changed_at, changed_offset, version";

/// Writes complaints down as they stand now, which that office has held until now.
pub(crate) async fn save(
    session: &mut Session,
    holder: OfficeCode,
    complaints: &[&Complaint],
) -> Result<(), CentreError> {
    let sql = format!(
        "INSERT INTO complaints ({COLUMNS}, state)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
         ON CONFLICT (id) DO UPDATE SET office = excluded.office, status = excluded.status, category = excluded.category,
             institution = excluded.institution, subject = excluded.subject, citizen = excluded.citizen,
             locality = excluded.locality, words = excluded.words, due_on = excluded.due_on, changed_at = excluded.changed_at, changed_offset = excluded.changed_offset,
             version = excluded.version, state = excluded.state
         WHERE complaints.office = $19"
    );
    let values = |complaint: &&Complaint| {
        let mut values = columns(complaint);
        values.extend([complaint.to_bytes().into(), holder.number().into()]);
        values
    };
    let sets: Vec<_> = complaints.iter().map(values).collect();
    let wanted = sets.len() as u64;
    // Another office registered the same complaint in the meantime: to be judged again.
    if session.execute_each(&sql, sets).await? != wanted {
        return Err(CentreError::Conflict);
    }
    identities::note(session, complaints).await
}

/// What stands in the columns of a complaint.
pub(crate) fn columns(complaint: &Complaint) -> Vec<Value> {
    let register = &complaint.register;
    let (recorded_at, changed_at) = (complaint.recorded_at(), complaint.changed_at());
    vec![
        (*complaint.id.as_bytes()).into(),
        register.reference.to_string().into(),
        complaint.office.number().into(),
        complaint.status.word().into(),
        register.kind.word().into(),
        plain(&register.category),
        plain(&complaint.institution),
        plain(&register.subject),
        plain(&register.citizen.full_name()),
        plain(register.citizen.locality.as_deref().unwrap_or_default()),
        recorded_at.unix_ms.into(),
        Value::Int(recorded_at.offset_min.into()),
        complaint.due_on().map(days).into(),
        changed_at.unix_ms.into(),
        Value::Int(changed_at.offset_min.into()),
        complaint.version.into(),
        plain(&words(complaint)),
    ]
}

/// The texts in which a search looks, folded.
fn words(complaint: &Complaint) -> String {
    let register = &complaint.register;
    let citizen = &register.citizen;
    let reference = register.reference.to_string();
    let name = citizen.full_name();
    let texts = [
        Some(&reference),
        Some(&register.subject),
        Some(&name),
        Some(&register.text),
        register.place.as_ref(),
    ];
    let person = [&citizen.locality, &citizen.address, &citizen.phone, &citizen.nic, &citizen.email];
    let all: Vec<String> = texts
        .into_iter()
        .flatten()
        .chain(person.into_iter().flatten())
        .map(|text| fold_for_search(text))
        .collect();
    all.join("\n")
}

/// A text for a column. PostgreSQL holds no NUL in one; the state holds the text as it came.
fn plain(text: &str) -> Value {
    Value::Text(text.replace('\0', " "))
}

/// Whose complaint it is, and how it stands; none when there is none of that id.
pub(crate) async fn get(session: &mut Session, id: ComplaintId) -> Result<Option<Complaint>, CentreError> {
    let sql = "SELECT state FROM complaints WHERE id = $1";
    session.query_one(sql, vec![(*id.as_bytes()).into()]).await?.map(|mut row| state(&mut row)).transpose()
}

/// The complaints of these ids, as far as there are any.
pub(crate) async fn of_ids(
    session: &mut Session,
    ids: &[ComplaintId],
) -> Result<Vec<Complaint>, CentreError> {
    let sql = "SELECT state FROM complaints WHERE id = $1";
    let sets = ids.iter().map(|id| vec![(*id.as_bytes()).into()]).collect();
    session.query_each(sql, sets).await?.into_iter().flatten().map(|mut row| state(&mut row)).collect()
}

/// The complaints of that reference.
pub(crate) async fn of_reference(
    session: &mut Session,
    reference: &Reference,
) -> Result<Vec<Complaint>, CentreError> {
    let sql = "SELECT state FROM complaints WHERE reference = $1 ORDER BY recorded_at, id";
    let rows = session.query(sql, vec![reference.to_string().into()]).await?;
    rows.into_iter().map(|mut row| state(&mut row)).collect()
}

/// What is stored of a complaint: the columns in the order of [`columns`], and the state's bytes.
pub(crate) struct Stored {
    pub(crate) columns: Vec<Value>,
    pub(crate) state: Vec<u8>,
}

/// What is stored of an office's complaints after an id, in the order of their ids, at most that many.
pub(crate) async fn stored(
    session: &mut Session,
    office: OfficeCode,
    after: Option<ComplaintId>,
    most: usize,
) -> Result<Vec<(ComplaintId, Stored)>, CentreError> {
    let sql =
        format!("SELECT {COLUMNS}, state FROM complaints WHERE office = $1 AND id > $2 ORDER BY id LIMIT $3");
    let after = after.map_or_else(Vec::new, |id| id.as_bytes().to_vec());
    let rows = session.query(&sql, vec![office.number().into(), after.into(), (most as u64).into()]).await?;
    rows.into_iter()
        .map(|row| {
            let mut columns = row.into_values();
            match (columns.pop(), columns.first()) {
                (Some(Value::Bytes(state)), Some(Value::Bytes(id))) => {
                    let id = id
                        .as_slice()
                        .try_into()
                        .map_err(|_| damaged("an id of another length".to_owned()))?;
                    Ok((ComplaintId::from_bytes(id), Stored { columns, state }))
                }
                _ => Err(damaged("a row without id or state".to_owned())),
            }
        })
        .collect()
}

/// The complaints that an office holds and another one registered.
pub(crate) async fn taken_over(
    session: &mut Session,
    office: OfficeCode,
) -> Result<Vec<Complaint>, CentreError> {
    let sql = "SELECT state FROM complaints WHERE office = $1 AND reference NOT LIKE $2";
    let values = vec![office.number().into(), format!("{office}-%").into()];
    session.query(sql, values).await?.into_iter().map(|mut row| state(&mut row)).collect()
}

/// Complaints that wait for somebody, after an id, in the order of their ids, at most that many.
pub(crate) async fn waiting(
    session: &mut Session,
    after: Option<ComplaintId>,
    most: usize,
) -> Result<Vec<Complaint>, CentreError> {
    let mut values: Vec<Value> = vec![after.map_or_else(Vec::new, |id| id.as_bytes().to_vec()).into()];
    let waits = |status: &&Status| status.clock_runs() || **status == Status::WaitingDocuments;
    values.extend(Status::ALL.iter().filter(waits).map(|status| Value::from(status.word())));
    let places: Vec<String> = (2..=values.len()).map(|place| format!("${place}")).collect();
    values.push((most as u64).into());
    let sql = format!(
        "SELECT state FROM complaints WHERE id > $1 AND status IN ({}) ORDER BY id LIMIT ${}",
        places.join(", "),
        values.len()
    );
    session.query(&sql, values).await?.into_iter().map(|mut row| state(&mut row)).collect()
}

/// How many complaints an office holds.
pub(crate) async fn count(session: &mut Session, office: OfficeCode) -> Result<u64, CentreError> {
    let sql = "SELECT count(*) FROM complaints WHERE office = $1";
    session.query_one(sql, vec![office.number().into()]).await?.map_or(Ok(0), |mut row| row.number())
}

/// A part of a list, and how long the list is.
pub(crate) async fn search(
    session: &mut Session,
    search: &Search,
    order: Order,
    offset: u32,
    limit: u32,
) -> Result<(Vec<Line>, u32), CentreError> {
    let (conditions, mut values) = conditions(search);
    let count = format!("SELECT count(*) FROM complaints{conditions}");
    let total = session.query_one(&count, values.clone()).await?.map_or(Ok(0), |mut row| row.number())?;
    let order = match order {
        Order::Due => "CASE WHEN due_on IS NULL THEN 1 ELSE 0 END, due_on, recorded_at, id",
        Order::Latest => "changed_at DESC, id",
    };
    let (limit_at, offset_at) = (values.len() + 1, values.len() + 2);
    let sql = format!(
        "SELECT {LINE} FROM complaints{conditions} ORDER BY {order} LIMIT ${limit_at} OFFSET ${offset_at}"
    );
    values.extend([limit.into(), offset.into()]);
    let lines = session.query(&sql, values).await?.into_iter().map(line).collect::<Result<_, _>>()?;
    Ok((lines, total))
}

fn conditions(search: &Search) -> (String, Vec<Value>) {
    let mut values: Vec<Value> = Vec::new();
    let mut all = Vec::new();
    let mut place = |value: Value| {
        values.push(value);
        format!("${}", values.len())
    };
    if !search.statuses.is_empty() {
        let places: Vec<String> = search.statuses.iter().map(|status| place(status.word().into())).collect();
        all.push(format!("status IN ({})", places.join(", ")));
    }
    if let Some(day) = search.due_before {
        all.push(format!("due_on < {}", place(days(day).into())));
    }
    if let Some(institution) = &search.institution {
        all.push(format!("institution = {}", place(institution.as_str().into())));
    }
    if let Some(office) = search.office {
        all.push(format!("office = {}", place(office.number().into())));
    }
    // Folded words are letters and digits, so that none of them is a pattern.
    for word in &search.words {
        all.push(format!("words LIKE {}", place(format!("%{word}%").into())));
    }
    let conditions = if all.is_empty() { String::new() } else { format!(" WHERE {}", all.join(" AND ")) };
    (conditions, values)
}

fn line(mut row: Row) -> Result<Line, CentreError> {
    Ok(Line {
        id: ComplaintId::from_bytes(row.array()?),
        reference: row.text()?.parse().map_err(|error| damaged(format!("{error}")))?,
        office: offices::code(&mut row)?,
        status: row.text()?.parse().map_err(damaged)?,
        kind: row.text()?.parse().map_err(damaged)?,
        category: row.text()?,
        institution: row.text()?,
        subject: row.text()?,
        citizen: row.text()?,
        locality: row.text()?,
        recorded_at: Moment { unix_ms: row.number()?, offset_min: row.number()? },
        due_on: row.maybe_number()?.and_then(date),
        changed_at: Moment { unix_ms: row.number()?, offset_min: row.number()? },
        version: row.number()?,
    })
}

fn state(row: &mut Row) -> Result<Complaint, CentreError> {
    Complaint::from_bytes(&row.bytes()?).map_err(damaged)
}

fn damaged(why: String) -> CentreError {
    CentreError::Damaged(format!("a complaint cannot be read: {why}"))
}

fn days(day: Date) -> i64 {
    let epoch = jiff::civil::date(1970, 1, 1);
    (day - epoch).get_days().into()
}

fn date(days: i64) -> Option<Date> {
    jiff::civil::date(1970, 1, 1).checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_reads_back_as_it_was_written() {
        for day in [
            jiff::civil::date(1969, 12, 31),
            jiff::civil::date(2026, 11, 24),
            jiff::civil::date(9999, 12, 31),
        ] {
            assert_eq!(date(days(day)), Some(day));
        }
    }

    #[test]
    fn placeholders_are_numbered_in_the_order_in_which_they_appear() {
        let search = Search {
            statuses: vec![Status::Received, Status::Checked],
            due_before: Some(jiff::civil::date(2026, 1, 1)),
            institution: Some("CWA".to_owned()),
            office: OfficeCode::new(12).ok(),
            words: vec!["dilo".to_owned()],
        };
        let (conditions, values) = conditions(&search);
        let expected = " WHERE status IN ($1, $2) AND due_on < $3 AND institution = $4 AND office = $5 \
                        AND words LIKE $6";
        assert_eq!((conditions.as_str(), values.len()), (expected, 6));
    }
}
