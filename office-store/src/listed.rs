//! Tables `listed` and `unlisted`: what lists are filtered by, as it follows from each complaint's state.

use rusqlite::types::Value;
use rusqlite::{Connection, TransactionBehavior};

use complaints::Complaint;

use crate::error::StoreError;
use crate::search::{Before, Unindexed};

/// How many complaints of an older store are taken into the lists in one transaction.
const TOGETHER: u32 = 2000;

/// Writes what lists need of a complaint.
pub(crate) fn put(connection: &Connection, row: i64, shown: &Complaint) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO listed (complaint, recorded_ms, status, category, institution, clerk, due_on)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (complaint) DO UPDATE SET status = excluded.status, category = excluded.category,
                 institution = excluded.institution, due_on = excluded.due_on, recorded_ms = excluded.recorded_ms,
                 clerk = excluded.clerk",
        )?
        .execute(rusqlite::params![
            row,
            shown.recorded_at().unix_ms,
            shown.status.word(),
            shown.register.category,
            shown.institution,
            clerk(shown),
            shown.due_on().map(|day| day.to_string()),
        ])?;
    Ok(())
}

/// Takes the complaints of a store of an earlier version into lists and index. What stops halfway goes on next time.
pub(crate) fn catch_up(connection: &mut Connection) -> Result<(), StoreError> {
    loop {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let found = transaction
            .prepare(
                "SELECT row, coalesce(shown, confirmed) FROM unlisted
                 JOIN complaints ON complaints.row = unlisted.complaint ORDER BY row LIMIT ?1",
            )?
            .query_map([TOGETHER], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<Vec<(i64, Vec<u8>)>>>()?;
        if found.is_empty() {
            return Ok(());
        }
        let mut unindexed = Unindexed::default();
        for (row, state) in found {
            // A state that cannot be read is told by the check of the store, and hinders nobody here.
            if let Ok(complaint) = Complaint::from_bytes(&state) {
                put(&transaction, row, &complaint)?;
                unindexed.add(row, Before::Nothing, &complaint);
            }
            transaction.prepare_cached("DELETE FROM unlisted WHERE complaint = ?1")?.execute([row])?;
        }
        unindexed.write(&transaction)?;
        transaction.commit()?;
    }
}

/// Everybody who registered something that is listed, in no order that means anything.
pub(crate) fn clerks(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT DISTINCT clerk FROM listed ORDER BY clerk")?;
    let names = statement.query_map([], |row| row.get(0))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

/// The columns of a complaint's row say what its state says.
pub(crate) fn check(connection: &Connection, problems: &mut Vec<String>) -> Result<(), StoreError> {
    let mut statement = connection.prepare(
        "SELECT coalesce(shown, confirmed), reference, complaint, listed.recorded_ms, listed.status, listed.category,
                listed.institution, clerk, listed.due_on
         FROM complaints LEFT JOIN listed ON complaint = row ORDER BY row",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        // What cannot be read is told where states are checked.
        let Ok(complaint) = Complaint::from_bytes(&row.get::<_, Vec<u8>>(0)?) else { continue };
        let told: Vec<Value> = (3..9).map(|at| row.get(at)).collect::<Result<_, _>>()?;
        if told != derived(&complaint) {
            let reference: String = row.get(1)?;
            problems.push(format!("complaint {reference}: lists filter it by what its state does not say"));
        }
    }
    Ok(())
}

fn derived(complaint: &Complaint) -> Vec<Value> {
    vec![
        Value::Integer(complaint.recorded_at().unix_ms),
        Value::Text(complaint.status.word().to_owned()),
        Value::Text(complaint.register.category.clone()),
        Value::Text(complaint.institution.clone()),
        Value::Text(clerk(complaint).to_owned()),
        complaint.due_on().map_or(Value::Null, |day| Value::Text(day.to_string())),
    ]
}

/// Who registered it.
fn clerk(complaint: &Complaint) -> &str {
    complaint.steps.first().map_or("", |step| step.author.name.as_str())
}
