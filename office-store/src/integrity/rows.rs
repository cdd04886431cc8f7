//! The check of table `complaints`: each row shows what its operations amount to, and its columns follow from its state.

use rusqlite::Connection;
use rusqlite::types::Value;

use complaints::{Body, Complaint, ComplaintId, Operation};

use super::derived;
use crate::error::StoreError;
use crate::{casework, fixed, lines, log};

/// Every row shows what its operations amount to, those that wait on top, and its columns say what its state says.
/// What is of this computer alone (printed, news, refused and not looked at) follows from nothing.
pub(super) fn check(connection: &Connection, problems: &mut Vec<String>) -> Result<(), StoreError> {
    let mut statement = connection.prepare(&format!(
        "SELECT id, confirmed, shown, waiting, {DERIVED}, row FROM complaints ORDER BY row"
    ))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id = ComplaintId::from_bytes(fixed(row.get(0)?)?);
        let read = |bytes: Option<Vec<u8>>| bytes.map(|bytes| Complaint::from_bytes(&bytes)).transpose();
        let (Ok(confirmed), Ok(shown)) = (read(row.get(1)?), read(row.get(2)?)) else {
            problems.push(format!("complaint {id}: its state cannot be read"));
            continue;
        };
        let place = match shown.as_ref().or(confirmed.as_ref()) {
            Some(complaint) => format!("complaint {}", complaint.register.reference),
            None => format!("complaint {id}"),
        };
        let waiting = log::unseen_of(connection, id)?;
        if waiting.len() as u64 != row.get::<_, u64>(3)? {
            problems.push(format!("{place}: as many of its operations wait as it does not say"));
        }
        if !shows_rightly(connection, id, confirmed.as_ref(), shown.as_ref(), &waiting)? {
            problems.push(format!("{place}: it does not show what its operations amount to"));
        }
        let columns: Vec<Value> = (0..DERIVED_COUNT).map(|at| row.get(4 + at)).collect::<Result<_, _>>()?;
        let Some(complaint) = shown.or(confirmed) else {
            problems.push(format!("{place}: its columns do not say what its state says"));
            continue;
        };
        let row: i64 = row.get(4 + DERIVED_COUNT)?;
        if derived(&complaint) != columns || !casework::says_rightly(connection, row, &complaint)? {
            problems.push(format!("{place}: its columns do not say what its state says"));
        }
        if !lines::says_rightly(connection, row, &complaint)? {
            problems.push(format!("{place}: its line in lists does not say what its state says"));
        }
    }
    let mut unlisted = connection.prepare(
        "SELECT DISTINCT complaint FROM operations
         WHERE feed_number IS NULL AND complaint IS NOT NULL AND complaint NOT IN (SELECT id FROM complaints)",
    )?;
    let unlisted = unlisted.query_map([], |row| fixed(row.get(0)?))?;
    for id in unlisted {
        let id = ComplaintId::from_bytes(id?);
        problems.push(format!("complaint {id}: its operations wait and it is missing"));
    }
    Ok(())
}

fn shows_rightly(
    connection: &Connection,
    id: ComplaintId,
    confirmed: Option<&Complaint>,
    shown: Option<&Complaint>,
    waiting: &[Vec<u8>],
) -> Result<bool, StoreError> {
    if waiting.is_empty() && confirmed.is_some() {
        return Ok(shown.is_none());
    }
    if let Some(derived) = derived::shown_of(confirmed.cloned(), waiting) {
        return Ok(shown == Some(&derived));
    }
    // The registration was refused, or another office's hand-over was lost with a restored centre and something was done
    // here meanwhile: what was shown stays, so that its text is not lost.
    let mut statement = connection.prepare_cached("SELECT payload FROM operations WHERE complaint = ?1")?;
    let payloads = statement.query_map([id.as_bytes()], |row| row.get::<_, Vec<u8>>(0))?;
    let mut is_ours = false;
    for payload in payloads {
        is_ours = true;
        if let Ok(Operation { body: Body::Register(register), .. }) = Operation::from_bytes(&payload?) {
            return Ok(shown.is_some_and(|shown| shown.register == *register));
        }
    }
    Ok(is_ours && shown.is_some())
}

const DERIVED: &str =
    "reference, status, finished, kind, category, institution, subject, citizen, recorded_at,
     recorded_ms, changed_at, due_on, conflicts";
const DERIVED_COUNT: usize = 13;

/// The columns of [`DERIVED`] as they follow from a state.
fn derived(complaint: &Complaint) -> Vec<Value> {
    let register = &complaint.register;
    vec![
        Value::Text(register.reference.to_string()),
        Value::Text(complaint.status.word().to_owned()),
        Value::Integer(complaint.status.is_finished().into()),
        Value::Text(register.kind.word().to_owned()),
        Value::Text(register.category.clone()),
        Value::Text(complaint.institution.clone()),
        Value::Text(register.subject.clone()),
        Value::Text(register.citizen.full_name()),
        Value::Text(complaint.recorded_at().to_string()),
        Value::Integer(complaint.recorded_at().unix_ms),
        Value::Text(complaint.changed_at().to_string()),
        complaint.due_on().map_or(Value::Null, |day| Value::Text(day.to_string())),
        Value::Integer(i64::try_from(complaint.conflicts().count()).unwrap_or(i64::MAX)),
    ]
}
