//! Every table that carries evidence, row by row and column by column: whatever is changed, removed, exchanged or cut
//! off is noticed, and the check says where. What is no evidence is listed here, with the reason.

use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use crate::filled::{Feeding, KEY, filled};

/// Table, key columns, and what a problem says of its place; `|` parts what suffices.
const EVIDENCE: [(&str, &str, &str); 11] = [
    ("identity", "only_row", "identity|own|device|whose|feed|reference"),
    ("own_log", "only_row", "own log"),
    ("operations", "device, sequence", "operation {sequence} of device {device}|entry {feed_number} "),
    ("feed", "number", "entry {number} |ends at"),
    ("feed_head", "only_row", "feed"),
    ("devices", "device", "device {device}|whose it is"),
    ("complaints", "row", "complaint"),
    ("casework", "complaint", "complaint"),
    ("clerks", "id", "people"),
    ("profiles", "digest", "profile"),
    ("witness", "row", "witness: "),
];

/// Columns that carry no evidence: nothing else in the store, and nobody's signature, says what they should be.
const NO_EVIDENCE: [(&str, &str); 11] = [
    // What it has drawn for the next time that it must begin anew.
    ("identity", "next_seed"),
    ("identity", "next_salts"),
    // Where the centre is, and which reference comes next: one that goes back is noticed, one that goes on is not.
    ("identity", "server"),
    ("identity", "counter"),
    // What this computer's clerks have looked at and printed.
    ("complaints", "refused"),
    ("complaints", "news_number"),
    ("complaints", "printed"),
    ("complaints", "row"),
    // What an administrator has said to know of.
    ("witness", "seen"),
    ("witness", "row"),
    // One row each: the mark that there is no second one.
    ("identity", "only_row"),
];

struct Table<'a> {
    store: &'a Connection,
    name: &'a str,
    keys: Vec<&'a str>,
    place: &'a str,
    columns: Vec<String>,
}

impl<'a> Table<'a> {
    fn new(store: &'a Connection, (name, keys, place): (&'a str, &'a str, &'a str)) -> Self {
        store.execute_batch(&format!("CREATE TEMP TABLE kept_{name} AS SELECT * FROM {name}")).unwrap();
        let statement = store.prepare(&format!("SELECT * FROM {name}")).unwrap();
        let columns = statement.column_names().map(ToString::to_string).collect();
        Self { store, name, keys: keys.split(", ").collect(), place, columns }
    }

    fn put_back(&self) {
        let name = self.name;
        let sql = format!("DELETE FROM {name}; INSERT INTO {name} SELECT * FROM kept_{name};");
        self.store.execute_batch(&sql).unwrap();
    }

    fn rows(&self) -> Vec<Vec<Value>> {
        let sql = format!("SELECT * FROM {} ORDER BY {}", self.name, self.keys.join(", "));
        let mut statement = self.store.prepare(&sql).unwrap();
        let rows = statement.query_map([], |row| (0..self.columns.len()).map(|at| row.get(at)).collect());
        rows.unwrap().collect::<Result<_, _>>().unwrap()
    }

    fn value<'r>(&self, row: &'r [Value], column: &str) -> &'r Value {
        &row[self.columns.iter().position(|name| name == column).unwrap()]
    }

    fn key(&self, row: &[Value]) -> Vec<Value> {
        self.keys.iter().map(|key| self.value(row, key).clone()).collect()
    }

    fn with(&self, row: &[Value], column: &str, value: Value) -> Vec<Value> {
        let mut row = row.to_vec();
        row[self.columns.iter().position(|name| name == column).unwrap()] = value;
        row
    }

    fn condition(&self) -> String {
        let parts = (1..).zip(&self.keys).map(|(at, key)| format!("{key} = ?{at}"));
        parts.collect::<Vec<_>>().join(" AND ")
    }

    fn remove(&self, row: &[Value]) {
        let sql = format!("DELETE FROM {} WHERE {}", self.name, self.condition());
        self.store.execute(&sql, params_from_iter(self.key(row))).unwrap();
    }

    fn is_evidence(&self, column: &str) -> bool {
        !NO_EVIDENCE.contains(&(self.name, column))
    }

    /// Whether a problem says where the row stood.
    fn is_named(&self, row: &[Value], told: &[String]) -> bool {
        let shown = |value: &Value| match value {
            Value::Integer(number) => number.to_string(),
            Value::Text(text) => text.clone(),
            _ => "nowhere".to_owned(),
        };
        told.iter().any(|problem| {
            self.place.split('|').any(|place| {
                let filled = self.columns.iter().fold(place.to_owned(), |place, column| {
                    place.replace(&format!("{{{column}}}"), &shown(self.value(row, column)))
                });
                problem.contains(&filled)
            })
        })
    }
}

fn changed(value: &Value) -> Value {
    match value {
        Value::Null => Value::Integer(1),
        Value::Integer(number) => Value::Integer(number + 1),
        Value::Real(number) => Value::Real(number + 1.0),
        Value::Text(text) => Value::Text(format!("{text}x")),
        Value::Blob(bytes) => {
            let mut bytes = bytes.clone();
            let middle = bytes.len() / 2;
            match bytes.get_mut(middle) {
                Some(byte) => *byte ^= 1,
                None => bytes.push(1),
            }
            Value::Blob(bytes)
        }
    }
}

fn told(feeding: &Feeding) -> Vec<String> {
    match feeding.store.verify() {
        Ok(verified) => verified.problems,
        Err(error) => vec![error.to_string()],
    }
}

fn open(folder: &Path) -> Connection {
    let store = Connection::open(folder.join("office.db")).unwrap();
    let digits: String = KEY.iter().map(|byte| format!("{byte:02x}")).collect();
    store.pragma_update(None, "key", format!("x'{digits}'")).unwrap();
    store
}

#[test]
fn whatever_is_changed_in_a_table_of_evidence_is_noticed_and_named() {
    let folder = tempfile::tempdir().unwrap();
    let feeding = filled(folder.path());
    let store = open(folder.path());
    assert_eq!(told(&feeding), Vec::<String>::new());
    let mut missed = Vec::new();
    for evidence in EVIDENCE {
        let table = Table::new(&store, evidence);
        let rows = table.rows();
        let mut look = |row: &[Value], moved: Option<&[Value]>, what: &str| {
            let told = told(&feeding);
            table.put_back();
            if !table.is_named(row, &told) && !moved.is_some_and(|moved| table.is_named(moved, &told)) {
                missed.push(format!("{} {:?}: {what}: told {told:?}", table.name, table.key(row)));
            }
        };
        for row in &rows {
            for (column, value) in table.columns.iter().zip(row).filter(|(name, _)| table.is_evidence(name)) {
                if change(&table, row, column, value) {
                    // What stands elsewhere now may be named where it stands now.
                    let moved = table
                        .keys
                        .contains(&column.as_str())
                        .then(|| table.with(row, column, changed(value)));
                    look(row, moved.as_deref(), column);
                }
            }
            table.remove(row);
            look(row, None, "removed");
        }
        // The number of a complaint's row is what the search index calls it, and says nothing of the past.
        for pair in rows.windows(2).filter(|_| table.name != "complaints") {
            if swap(&table, &pair[0], &pair[1]) {
                look(&pair[0], Some(&pair[1]), "exchanged with the one after it");
            }
        }
        rows[rows.len() / 2..].iter().for_each(|row| table.remove(row));
        look(&rows[rows.len() / 2], None, "cut short");
    }
    assert_eq!(told(&feeding), Vec::<String>::new(), "everything was put back");
    assert!(missed.is_empty(), "{} were missed:\n{}", missed.len(), missed.join("\n"));
}

/// Changes one value; false where the store itself refuses that.
fn change(table: &Table<'_>, row: &[Value], column: &str, value: &Value) -> bool {
    let mark = table.keys.len() + 1;
    let sql = format!("UPDATE {} SET {column} = ?{mark} WHERE {}", table.name, table.condition());
    let values = table.key(row).into_iter().chain([changed(value)]);
    table.store.execute(&sql, params_from_iter(values)).is_ok()
}

/// Two rows exchange what they say and keep their places; false where they say the same.
fn swap(table: &Table<'_>, one: &[Value], two: &[Value]) -> bool {
    let free: Vec<&str> =
        table.columns.iter().map(String::as_str).filter(|name| !table.keys.contains(name)).collect();
    let said =
        |row: &[Value]| -> Vec<Value> { free.iter().map(|name| table.value(row, name).clone()).collect() };
    if free.iter().all(|name| !table.is_evidence(name) || table.value(one, name) == table.value(two, name)) {
        return false;
    }
    // Removed first, so that what must be unique is at no moment there twice.
    table.remove(one);
    table.remove(two);
    let names: Vec<&str> = table.keys.iter().copied().chain(free.iter().copied()).collect();
    let marks: Vec<String> = (1..=names.len()).map(|at| format!("?{at}")).collect();
    let sql = format!("INSERT INTO {} ({}) VALUES ({})", table.name, names.join(", "), marks.join(", "));
    for (row, other) in [(one, two), (two, one)] {
        let values = table.key(row).into_iter().chain(said(other));
        table.store.execute(&sql, params_from_iter(values)).unwrap();
    }
    true
}

#[test]
fn a_counter_that_goes_back_would_issue_a_reference_twice_and_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let feeding = filled(folder.path());
    open(folder.path()).execute("UPDATE identity SET counter = 2", []).unwrap();
    assert_eq!(told(&feeding), ["identity: its counter stands at 2, and reference 3 was issued"]);
}

#[test]
fn a_feed_that_is_cut_short_with_all_its_traces_lacks_the_centres_signature() {
    let folder = tempfile::tempdir().unwrap();
    let feeding = filled(folder.path());
    open(folder.path())
        .execute_batch(
            "DELETE FROM feed WHERE number > 10;
             UPDATE feed_head SET number = 10, hash = (SELECT hash FROM feed WHERE number = 10);
             DELETE FROM witness WHERE number > 10;",
        )
        .unwrap();
    assert!(told(&feeding).contains(&"feed: the centre's signature does not fit its head".to_owned()));
}
