//! Tables `clerks` and `disabled_clerks`: who may sign in, folded from the operations about the office.

use std::collections::BTreeSet;

use rusqlite::Connection;

use complaints::{Body, Clerk, ClerkId, Operation, People, Refusal};

use crate::error::StoreError;
use crate::fixed;
use crate::writing::read_verdict;

/// Takes one more operation about the office into account, which counts and stands in the store.
pub(crate) fn apply(connection: &Connection, operation: &Operation) -> Result<(), StoreError> {
    if !matches!(operation.body, Body::ClerkDisabled(_)) {
        // What a change amounts to depends on those before it, and on what waits behind it.
        return refold(connection);
    }
    let mut people = People::default();
    people.apply(operation);
    put(connection, &people)
}

/// All operations about the office, folded anew: those that the feed has accepted, and those that wait.
pub(crate) fn folded(connection: &Connection) -> Result<People, StoreError> {
    fold(connection, "complaint IS NULL")
}

/// The same without those that wait.
pub(crate) fn confirmed(connection: &Connection) -> Result<People, StoreError> {
    fold(connection, "complaint IS NULL AND feed_number IS NOT NULL")
}

fn fold(connection: &Connection, condition: &str) -> Result<People, StoreError> {
    let mut people = People::default();
    let mut statement = connection.prepare(&format!(
        "SELECT payload, verdict FROM operations WHERE {condition}
         ORDER BY feed_number IS NULL, feed_number, rowid"
    ))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let verdict: Option<Vec<u8>> = row.get(1)?;
        let refused = verdict.is_some_and(|verdict| Refusal::of(&read_verdict(&verdict)).is_some());
        let operation = Operation::from_bytes(&row.get::<_, Vec<u8>>(0)?).ok();
        if let Some(operation) = operation.filter(|operation| !refused && operation.subject.is_none()) {
            people.apply(&operation);
        }
    }
    Ok(people)
}

/// Writes down anew what the operations amount to.
pub(crate) fn refold(connection: &Connection) -> Result<(), StoreError> {
    let people = folded(connection)?;
    connection.execute_batch("DELETE FROM clerks; DELETE FROM disabled_clerks;")?;
    put(connection, &people)
}

fn put(connection: &Connection, people: &People) -> Result<(), StoreError> {
    for (id, clerk) in people.iter() {
        let account = minicbor::to_vec(clerk).expect("a vector takes every byte");
        connection.execute(
            "INSERT INTO clerks (id, account) VALUES (?1, ?2) ON CONFLICT (id) DO NOTHING",
            (id.as_bytes(), account),
        )?;
    }
    for id in people.disabled() {
        connection.execute(
            "INSERT INTO disabled_clerks (id) VALUES (?1) ON CONFLICT (id) DO NOTHING",
            [id.as_bytes()],
        )?;
    }
    Ok(())
}

/// Everyone who may sign in.
pub(crate) fn all(connection: &Connection) -> Result<Vec<(ClerkId, Clerk)>, StoreError> {
    let disabled = disabled(connection)?;
    let mut clerks = accounts(connection)?;
    clerks.retain(|(id, _)| !disabled.contains(id));
    Ok(clerks)
}

/// Everyone who ever could.
pub(crate) fn accounts(connection: &Connection) -> Result<Vec<(ClerkId, Clerk)>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT id, account FROM clerks ORDER BY id")?;
    let rows = statement
        .query_map([], |row| Ok((ClerkId::from_bytes(fixed(row.get(0)?)?), row.get::<_, Vec<u8>>(1)?)))?;
    rows.map(|row| {
        let (id, account) = row?;
        let unreadable =
            |error| StoreError::Inconsistent(format!("people: the account of clerk {id}: {error}"));
        let clerk = minicbor::decode(&account).map_err(unreadable)?;
        Ok((id, clerk))
    })
    .collect()
}

/// Of whom nothing counts any more.
pub(crate) fn disabled(connection: &Connection) -> Result<BTreeSet<ClerkId>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT id FROM disabled_clerks")?;
    let rows = statement.query_map([], |row| Ok(ClerkId::from_bytes(fixed(row.get(0)?)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
