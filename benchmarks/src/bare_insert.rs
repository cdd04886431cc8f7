//! The least that storing can cost: the rows that a computer has after its first pull, inserted straight into a new
//! store of the same kind (same schema and indexes, same encryption, synchronous=FULL) in one transaction. No chain,
//! no signature, no fold; with and without the search index.

use std::path::Path;
use std::time::Instant;

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use crate::records::Records;
use crate::trouble::{Outcome, Trouble};

/// The table of the search index. What it holds cannot be read back from it, so complaints' words are made anew.
const SEARCH: &str = "search";

/// The contents of a table.
struct Table {
    name: String,
    columns: usize,
    rows: Vec<Vec<Value>>,
}

/// What a store consists of.
struct Contents {
    /// In the order in which they must be run.
    schema: Vec<String>,
    tables: Vec<Table>,
}

/// Milliseconds of the rows alone, and of the rows with the search index.
pub(crate) fn measure(data: &Path, key: &Path, folder: &Path, records: &Records) -> Outcome<(f64, f64)> {
    let key = store_key(key)?;
    let contents = open(&data.join("office.db"), &key)
        .and_then(|store| read(&store))
        .map_err(Trouble::doing("the store of the benchmark"))?;
    let complaints = contents.tables.iter().find(|table| table.name == "complaints");
    let complaints = complaints.map_or(0, |table| table.rows.len()).min(records.count());
    let words: Vec<String> = (0..complaints).map(|number| records.lines(number, 1).to_lowercase()).collect();
    let timed = |name: &str, words: &[String]| {
        let file = folder.join(name);
        insert(&file, &key, &contents, words).map_err(Trouble::doing("the bare insert"))
    };
    Ok((timed("bare-rows.db", &[])?, timed("bare-rows-and-words.db", &words)?))
}

/// The first half of the key file, in the form that SQLCipher takes raw.
fn store_key(file: &Path) -> Outcome<String> {
    let text = std::fs::read_to_string(file).map_err(Trouble::doing(file.display()))?;
    let half = text.get(..64).ok_or_else(|| Trouble::new("the key file is too short"))?;
    Ok(format!("x'{half}'"))
}

/// As the `office-store` crate opens a store.
fn open(file: &Path, key: &str) -> rusqlite::Result<Connection> {
    let connection = Connection::open(file)?;
    connection.pragma_update(None, "cipher_log_level", "NONE")?;
    connection.pragma_update(None, "key", key)?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    Ok(connection)
}

fn read(store: &Connection) -> rusqlite::Result<Contents> {
    let mut statement =
        store.prepare("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")?;
    let found = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<rusqlite::Result<Vec<(String, String, String)>>>()?;
    // The tables behind the search index and SQLite's own come by themselves.
    let shadow = format!("{SEARCH}_");
    let by_itself = |name: &str| name.starts_with(&shadow) || name.starts_with("sqlite_");
    let mut contents = Contents { schema: Vec::new(), tables: Vec::new() };
    for (kind, name, sql) in found.into_iter().filter(|(_, name, _)| !by_itself(name)) {
        contents.schema.push(sql);
        if kind == "table" && name != SEARCH {
            contents.tables.push(table(store, name)?);
        }
    }
    Ok(contents)
}

fn table(store: &Connection, name: String) -> rusqlite::Result<Table> {
    let mut statement = store.prepare(&format!("SELECT * FROM \"{name}\""))?;
    let columns = statement.column_count();
    let rows = statement
        .query_map([], |row| (0..columns).map(|column| row.get(column)).collect())?
        .collect::<rusqlite::Result<Vec<Vec<Value>>>>()?;
    Ok(Table { name, columns, rows })
}

/// Makes a new store, and times the one transaction that fills it.
fn insert(file: &Path, key: &str, contents: &Contents, words: &[String]) -> rusqlite::Result<f64> {
    let mut store = open(file, key)?;
    for sql in &contents.schema {
        store.execute_batch(sql)?;
    }
    let begun = Instant::now();
    let transaction = store.transaction()?;
    for table in &contents.tables {
        let places = vec!["?"; table.columns].join(", ");
        let mut statement =
            transaction.prepare(&format!("INSERT INTO \"{}\" VALUES ({places})", table.name))?;
        for row in &table.rows {
            statement.execute(params_from_iter(row))?;
        }
    }
    if !words.is_empty() {
        let mut statement =
            transaction.prepare(&format!("INSERT INTO {SEARCH} (rowid, words) VALUES (?, ?)"))?;
        for (number, words) in words.iter().enumerate() {
            statement.execute((number, words))?;
        }
    }
    transaction.commit()?;
    Ok(begun.elapsed().as_secs_f64() * 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_has_the_same_rows_and_another_key_opens_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let key = format!("x'{}'", "5a".repeat(32));
        let first = open(&folder.path().join("a.db"), &key).unwrap();
        first
            .execute_batch(
                "CREATE TABLE complaints (row INTEGER PRIMARY KEY, subject TEXT NOT NULL) STRICT;
                 CREATE INDEX by_subject ON complaints (subject);
                 CREATE VIRTUAL TABLE search USING fts5 (words, content = '', contentless_delete = 1);
                 INSERT INTO complaints VALUES (1, 'water'), (2, 'noise');
                 INSERT INTO search (rowid, words) VALUES (1, 'water');",
            )
            .unwrap();
        let copy = folder.path().join("b.db");
        let words = ["water".to_owned(), "noise".to_owned()];
        assert!(insert(&copy, &key, &read(&first).unwrap(), &words).unwrap() > 0.0);
        let second = open(&copy, &key).unwrap();
        let count = |sql: &str| second.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!(count("SELECT count(*) FROM complaints"), 2);
        assert_eq!(count("SELECT count(*) FROM search WHERE words MATCH 'noise'"), 1);
        assert!(open(&copy, &format!("x'{}'", "a5".repeat(32))).is_err());
    }
}
