//! The table `complaints`: the fold of each complaint, and columns that follow from it and from the profile in force and
//! exist to be searched. Lists are in `lists`, what belongs together in `kin`.

pub(crate) mod kin;
pub(crate) mod lists;

use ::complaints::profile::Profile;
use ::complaints::{
    Channel, Complaint, ComplaintId, Discretion, OfficeCode, Reference, Status, fold_for_search,
};
use jiff::civil::Date;

use super::{Row, Session, Value, identities, searched, standing};
use crate::access::{is_restricted, is_urgent};
use crate::error::CentreError;

/// The columns before `state`, in the order of [`columns`].
const COLUMNS: &str =
    "id, reference, office, status, kind, category, institution, subject, citizen, locality,
    recorded_at, recorded_offset, due_on, changed_at, changed_offset, version, words,
    urgent, restricted, discreet, channel, assignee, assignee_name, merged_into, matter,
    is_open, is_unfiltered, due_rank";

/// Where those stand in the order of due days for which no answer is due, and behind them those whose clock stands.
pub(crate) const UNDUE: i64 = 100_000_000;
pub(crate) const STOPPED: i64 = UNDUE + 1;

/// Writes complaints down as they stand now, which that office has held until now.
pub(crate) async fn save(
    session: &mut Session,
    holder: OfficeCode,
    complaints: &[&Complaint],
    profile: &Profile,
) -> Result<(), CentreError> {
    let sql = format!(
        "INSERT INTO complaints ({COLUMNS}, state)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
             $23, $24, $25, $26, $27, $28, $29)
         ON CONFLICT (id) DO UPDATE SET office = excluded.office, status = excluded.status,
             category = excluded.category, institution = excluded.institution, subject = excluded.subject,
             citizen = excluded.citizen, locality = excluded.locality, words = excluded.words,
             due_on = excluded.due_on, changed_at = excluded.changed_at, changed_offset = excluded.changed_offset,
             version = excluded.version, urgent = excluded.urgent, restricted = excluded.restricted,
             discreet = excluded.discreet, channel = excluded.channel, assignee = excluded.assignee,
             assignee_name = excluded.assignee_name, merged_into = excluded.merged_into, matter = excluded.matter,
             is_open = excluded.is_open, is_unfiltered = excluded.is_unfiltered, due_rank = excluded.due_rank,
             state = excluded.state
         WHERE complaints.office = $30"
    );
    let found_by = complaints.iter().map(|complaint| (complaint.id, unbroken(&words(complaint, true))));
    searched::note(session, found_by.collect()).await?;
    let values = |complaint: &&Complaint| {
        let mut values = columns(complaint, profile);
        values.extend([complaint.to_bytes().into(), holder.number().into()]);
        values
    };
    let sets: Vec<_> = complaints.iter().map(values).collect();
    let ids: Vec<ComplaintId> = complaints.iter().map(|complaint| complaint.id).collect();
    let stood = standing::of(session, &ids).await?;
    let wanted = sets.len() as u64;
    // Another office registered the same complaint in the meantime: to be judged again.
    if session.execute_each(&sql, sets).await? != wanted {
        return Err(CentreError::Conflict);
    }
    let stand = standing::of(session, &ids).await?;
    standing::moved(session, stood, stand).await?;
    identities::note(session, complaints).await
}

/// What stands in the columns of a complaint.
pub(crate) fn columns(complaint: &Complaint, profile: &Profile) -> Vec<Value> {
    let register = &complaint.register;
    let (recorded_at, changed_at) = (complaint.recorded_at(), complaint.changed_at());
    let assignee = complaint.assignee.as_ref();
    let discreet = !matches!(register.discretion, None | Some(Discretion::Open));
    let due_on = due_day(complaint, profile).map(days);
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
        due_on.into(),
        changed_at.unix_ms.into(),
        Value::Int(changed_at.offset_min.into()),
        complaint.version.into(),
        plain(&words(complaint, true)),
        flag(is_urgent(complaint, profile)),
        flag(is_restricted(complaint, profile)),
        flag(discreet),
        register.channel.unwrap_or(Channel::Counter).word().into(),
        assignee.map(|assignee| assignee.agent).into(),
        plain(assignee.map_or("", |assignee| assignee.name.as_str())),
        complaint.merged_into.as_ref().map(|merge| *merge.into.as_bytes()).into(),
        plain(&words(complaint, false)),
        flag(!complaint.status.is_finished()),
        flag(is_unfiltered(complaint, profile)),
        due_on.unwrap_or(if complaint.status == Status::WaitingDocuments { STOPPED } else { UNDUE }).into(),
    ]
}

/// Whether it waits for the unit to pass it on: what nobody has passed on yet, and what was given back to the unit.
fn is_unfiltered(complaint: &Complaint, profile: &Profile) -> bool {
    let is_new = matches!(complaint.status, Status::Received | Status::Checked | Status::Reopened);
    let is_back =
        complaint.status == Status::PassedOn && Some(&complaint.institution) == profile.unit.as_ref();
    complaint.merged_into.is_none() && (is_new || is_back)
}

fn flag(set: bool) -> Value {
    Value::Int(set.into())
}

/// The day by which an answer is due, with the days that the citizen took; none while the clock stands or nothing is
/// due. It depends on no clock: what was stopped and runs again is over.
fn due_day(complaint: &Complaint, profile: &Profile) -> Option<Date> {
    if complaint.status == Status::WaitingDocuments {
        return None;
    }
    let ends = complaint.stops().into_iter().filter_map(|stop| stop.up_to);
    let last = ends.chain([complaint.changed_at().date()]).max()?;
    complaint.deadline(&profile.calendar, last).map(|deadline| deadline.due)
}

/// The texts in which a search looks, folded, with the citizen or without.
fn words(complaint: &Complaint, with_the_citizen: bool) -> String {
    let register = &complaint.register;
    let citizen = &register.citizen;
    let (reference, name) = (register.reference.to_string(), citizen.full_name());
    let mut texts =
        vec![Some(&reference), Some(&register.subject), Some(&register.text), register.place.as_ref()];
    if with_the_citizen {
        texts.extend([Some(&name), citizen.locality.as_ref(), citizen.address.as_ref()]);
        texts.extend([citizen.phone.as_ref(), citizen.nic.as_ref(), citizen.email.as_ref()]);
    }
    let all: Vec<String> = texts.into_iter().flatten().map(|text| fold_for_search(text)).collect();
    all.join("\n")
}

/// A text for a column. PostgreSQL holds no NUL in one; the state holds the text as it came.
fn plain(text: &str) -> Value {
    Value::Text(unbroken(text))
}

fn unbroken(text: &str) -> String {
    text.replace('\0', " ")
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

/// The complaints of an office after an id, in the order of their ids, at most that many.
pub(crate) async fn of_office(
    session: &mut Session,
    office: OfficeCode,
    after: Option<ComplaintId>,
    most: usize,
) -> Result<Vec<Complaint>, CentreError> {
    let sql = "SELECT state FROM complaints WHERE office = $1 AND id > $2 ORDER BY id LIMIT $3";
    let after = after.map_or_else(Vec::new, |id| id.as_bytes().to_vec());
    let rows = session.query(sql, vec![office.number().into(), after.into(), (most as u64).into()]).await?;
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

/// The complaints that an office holds and that another one has worked on: it has handed them over, or back.
pub(crate) async fn taken_over(
    session: &mut Session,
    office: OfficeCode,
    from: OfficeCode,
) -> Result<Vec<Complaint>, CentreError> {
    let sql = "SELECT state FROM complaints WHERE office = $1 AND EXISTS (
        SELECT 1 FROM operations WHERE operations.complaint = complaints.id AND operations.office = $2)";
    let values = vec![office.number().into(), from.number().into()];
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
