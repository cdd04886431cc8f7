//! Numbered migrations. A file never changes once it was released; a change of the schema is the next file.

use rusqlite::{Connection, TransactionBehavior};

use crate::error::StoreError;
use crate::{lines, listed};

const MIGRATIONS: [&str; 13] = [
    include_str!("schema/001_first.sql"),
    include_str!("schema/002_exchange.sql"),
    include_str!("schema/003_documents.sql"),
    include_str!("schema/004_tasks.sql"),
    include_str!("schema/005_witness.sql"),
    include_str!("schema/006_former_devices.sql"),
    include_str!("schema/007_document_lane.sql"),
    include_str!("schema/008_snapshots.sql"),
    include_str!("schema/009_letters.sql"),
    include_str!("schema/010_casework.sql"),
    include_str!("schema/011_finding.sql"),
    include_str!("schema/012_lines.sql"),
    include_str!("schema/013_status.sql"),
];

/// Brings a store up to this version, each step in a transaction of its own.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    let current: u32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let newest = u32::try_from(MIGRATIONS.len()).expect("few migrations");
    if current > newest {
        return Err(StoreError::Newer(current));
    }
    for (number, sql) in (1..).zip(MIGRATIONS).skip(current as usize) {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute_batch(sql)?;
        transaction.pragma_update(None, "user_version", number)?;
        transaction.commit()?;
    }
    listed::catch_up(connection)?;
    lines::catch_up(connection)
}
