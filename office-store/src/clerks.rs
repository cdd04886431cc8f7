//! Table `clerks`: who may sign in, folded from the operations about the office.

use rusqlite::Connection;

use complaints::{Clerk, ClerkId, Operation, People};

use crate::error::StoreError;
use crate::fixed;

/// Takes one more operation about the office into account.
pub(crate) fn apply(connection: &Connection, operation: &Operation) -> Result<(), StoreError> {
    let mut people = People::default();
    people.apply(operation);
    for (id, clerk) in people.iter() {
        let account = minicbor::to_vec(clerk).expect("a vector takes every byte");
        connection.execute(
            "INSERT INTO clerks (id, account) VALUES (?1, ?2) ON CONFLICT (id) DO NOTHING",
            (id.as_bytes(), account),
        )?;
    }
    Ok(())
}

/// Forgets all of them, before they are folded anew.
pub(crate) fn clear(connection: &Connection) -> Result<(), StoreError> {
    connection.execute("DELETE FROM clerks", [])?;
    Ok(())
}

pub(crate) fn all(connection: &Connection) -> Result<Vec<(ClerkId, Clerk)>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT id, account FROM clerks ORDER BY id")?;
    let rows = statement
        .query_map([], |row| Ok((ClerkId::from_bytes(fixed(row.get(0)?)?), row.get::<_, Vec<u8>>(1)?)))?;
    rows.map(|row| {
        let (id, account) = row?;
        let clerk =
            minicbor::decode(&account).map_err(|error| StoreError::Inconsistent(error.to_string()))?;
        Ok((id, clerk))
    })
    .collect()
}
