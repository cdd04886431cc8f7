//! Whatever is changed in a store behind the centre's back, the audit notices it and says where: every table that
//! carries evidence, row by row and column by column. What is no evidence is listed here, with the reason.

use rusqlite::Connection;
use rusqlite::types::Value;

use central_server::Centre;
use complaints::{Answer, Body};

use crate::desk::Desk;
use crate::documents;
use crate::engine::{Place, office, officer};

/// Table, key columns, and where a fault is said to be: `{column}` stands for the row's value; `|` parts what suffices.
const EVIDENCE: [(&str, &str, &str); 13] = [
    ("offices", "code", "office {code}"),
    ("devices", "id", "device {id}"),
    ("operations", "device, sequence", "operation {sequence}|device {device}"),
    ("batches", "device, last_sequence", "device {device}"),
    ("feed", "office, number", "office {office}"),
    ("feed_devices", "office, device", "office {office}"),
    ("complaints", "reference", "office {office}, complaint"),
    ("profiles", "digest", "profile"),
    ("witness_leaves", "number", "witness, |leaf|entry"),
    ("witness_roots", "size", "witness, |root"),
    ("counters", "name", "counter"),
    ("documents", "office, hash", "document"),
    ("document_slices", "office, hash, start", "document"),
];

/// Columns that carry no evidence: nothing else in the store, and nobody's signature, says what they should be.
const NO_EVIDENCE: [(&str, &str); 9] = [
    // When the centre received or did something, by its own clock, which decides nothing.
    ("operations", "received_at"),
    ("batches", "received_at"),
    ("devices", "enrolled_at"),
    ("profiles", "since"),
    // Who is shut out is the administrator's word, and so is what an office is called.
    ("devices", "revoked_at"),
    ("offices", "name"),
    // How many computers were admitted: more than there are would only leave out a number.
    ("offices", "last_device_number"),
    ("counters", "value"),
    ("counters", "name"),
];

/// A centre with two computers in office 12 and one in office 13, an agent's answer, and two daily roots.
async fn filled(place: &Place) -> Centre {
    let centre = place.centre().await;
    let officer = officer(&centre).await;
    let mut one = Desk::enrol(&centre, office(12), 1).await;
    let mut two = Desk::enrol(&centre, office(12), 2).await;
    let first = one.register("one");
    one.register("two");
    one.sync(&centre).await;
    centre.witness_now().await.unwrap();
    one.note(first, "a note");
    one.sync(&centre).await;
    two.register("three");
    two.sync(&centre).await;
    let answer = Body::Answer(Answer { text: "On Friday.".to_owned(), definitive: true });
    centre.deed(&officer, first, None, answer).await.unwrap();
    centre.witness_now().await.unwrap();
    one.note(first, "after the last root");
    documents::attach_whole(&mut one, &centre, first, 20_000).await;
    documents::attach_whole(&mut one, &centre, first, 9_000).await;
    one.sync_all(&centre).await;
    centre
}

/// One table, with a copy of what it held.
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
        self.store
            .execute_batch(&format!("DELETE FROM {name}; INSERT INTO {name} SELECT * FROM kept_{name};"))
            .unwrap();
    }

    /// The rows of offices 12 and 13 and of the whole centre: those of the other offices are like them.
    fn rows(&self) -> Vec<Vec<Value>> {
        let wanted = match self.name {
            "offices" => "code IN (12, 13)",
            "devices" | "feed" | "feed_devices" | "operations" => "office = 12",
            "witness_leaves" => "whose IN (12, 13) OR number IN (SELECT max(number) FROM witness_leaves)",
            _ => "1",
        };
        let sql = format!("SELECT * FROM {} WHERE {wanted} ORDER BY {}", self.name, self.keys.join(", "));
        let mut statement = self.store.prepare(&sql).unwrap();
        let rows = statement.query_map([], |row| (0..self.columns.len()).map(|at| row.get(at)).collect());
        rows.unwrap().collect::<Result<_, _>>().unwrap()
    }

    fn value<'r>(&self, row: &'r [Value], column: &str) -> &'r Value {
        &row[self.columns.iter().position(|name| name == column).unwrap()]
    }

    fn condition(&self) -> String {
        let parts = (1..).zip(&self.keys).map(|(at, key)| format!("{key} = ?{at}"));
        parts.collect::<Vec<_>>().join(" AND ")
    }

    fn key(&self, row: &[Value]) -> Vec<Value> {
        self.keys.iter().map(|key| self.value(row, key).clone()).collect()
    }

    /// Whether a fault says where the row stood.
    fn names(&self, row: &[Value], fault: &str) -> bool {
        let shown = |value: &Value| match value {
            Value::Integer(number) if ["code", "office"].contains(&self.place_column().as_str()) => {
                format!("{number:02}")
            }
            Value::Integer(number) => number.to_string(),
            Value::Text(text) => text.clone(),
            _ => String::new(),
        };
        self.place.split('|').any(|place| {
            let mut place = place.to_owned();
            for column in &self.columns {
                place = place.replace(&format!("{{{column}}}"), &shown(self.value(row, column)));
            }
            fault.contains(&place)
        })
    }

    fn place_column(&self) -> String {
        self.place.split('{').nth(1).and_then(|rest| rest.split('}').next()).unwrap_or_default().to_owned()
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

/// Audits, and says what was not noticed or not told where.
async fn audit(centre: &Centre, table: &Table<'_>, row: &[Value], what: &str, missed: &mut Vec<String>) {
    let told: Vec<String> = match centre.verify().await {
        Ok(audit) => audit.faults.iter().map(ToString::to_string).collect(),
        Err(error) => vec![error.to_string()],
    };
    if !told.iter().any(|fault| table.names(row, fault)) {
        missed.push(format!("{} {:?}: {what}: told {told:?}", table.name, table.key(row)));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_changed_in_a_table_of_evidence_is_noticed_and_named() {
    let place = Place::sqlite();
    let centre = filled(&place).await;
    let store = Connection::open(place.file("centre.db")).unwrap();
    store.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    assert_eq!(centre.verify().await.unwrap().faults, []);
    let mut missed = Vec::new();
    for evidence in EVIDENCE {
        let table = Table::new(&store, evidence);
        let rows = table.rows();
        for row in &rows {
            change_each_column(&centre, &table, row, &mut missed).await;
            let sql = format!("DELETE FROM {} WHERE {}", table.name, table.condition());
            store.execute(&sql, rusqlite::params_from_iter(table.key(row))).unwrap();
            audit(&centre, &table, row, "removed", &mut missed).await;
            table.put_back();
        }
        swap_neighbours(&centre, &table, &rows, &mut missed).await;
        if let [.., last] = rows.as_slice() {
            truncate(&centre, &table, &rows, last, &mut missed).await;
        }
    }
    assert_eq!(centre.verify().await.unwrap().faults, [], "everything was put back");
    assert!(missed.is_empty(), "{} were missed:\n{}", missed.len(), missed.join("\n"));
}

async fn change_each_column(centre: &Centre, table: &Table<'_>, row: &[Value], missed: &mut Vec<String>) {
    for (column, value) in table.columns.iter().zip(row) {
        if NO_EVIDENCE.contains(&(table.name, column.as_str())) {
            continue;
        }
        let keys = table.keys.len();
        let sql = format!("UPDATE {} SET {column} = ?{} WHERE {}", table.name, keys + 1, table.condition());
        let values = table.key(row).into_iter().chain([changed(value)]);
        // What the store itself refuses (two rows of one key) cannot be done to it in this way either.
        if table.store.execute(&sql, rusqlite::params_from_iter(values)).is_ok() {
            audit(centre, table, row, column, missed).await;
        }
        table.put_back();
    }
}

/// Two rows exchange what they say and keep their places.
async fn swap_neighbours(centre: &Centre, table: &Table<'_>, rows: &[Vec<Value>], missed: &mut Vec<String>) {
    let free: Vec<&String> =
        table.columns.iter().filter(|name| !table.keys.contains(&name.as_str())).collect();
    for pair in rows.windows(2) {
        let [one, two] = pair else { continue };
        let said = |row: &[Value]| -> Vec<Value> {
            free.iter().map(|name| table.value(row, name).clone()).collect()
        };
        let kept = |name: &String| NO_EVIDENCE.contains(&(table.name, name.as_str()));
        if free.iter().all(|name| kept(name) || table.value(one, name) == table.value(two, name)) {
            continue;
        }
        // Removed first, so that what must be unique is at no moment there twice.
        for row in [one, two] {
            let sql = format!("DELETE FROM {} WHERE {}", table.name, table.condition());
            table.store.execute(&sql, rusqlite::params_from_iter(table.key(row))).unwrap();
        }
        for (row, other) in [(one, two), (two, one)] {
            let names: Vec<&str> =
                table.keys.iter().copied().chain(free.iter().map(|name| name.as_str())).collect();
            let marks: Vec<String> = (1..=names.len()).map(|at| format!("?{at}")).collect();
            let sql =
                format!("INSERT INTO {} ({}) VALUES ({})", table.name, names.join(", "), marks.join(", "));
            let values = table.key(row).into_iter().chain(said(other));
            table.store.execute(&sql, rusqlite::params_from_iter(values)).unwrap();
        }
        let mut told = Vec::new();
        audit(centre, table, one, "swapped", &mut told).await;
        if !told.is_empty() {
            audit(centre, table, two, "swapped with the one before it", missed).await;
        }
        table.put_back();
    }
}

/// The second half of the rows goes.
async fn truncate(
    centre: &Centre,
    table: &Table<'_>,
    rows: &[Vec<Value>],
    last: &[Value],
    missed: &mut Vec<String>,
) {
    for row in &rows[rows.len() / 2..] {
        let sql = format!("DELETE FROM {} WHERE {}", table.name, table.condition());
        table.store.execute(&sql, rusqlite::params_from_iter(table.key(row))).unwrap();
    }
    audit(centre, table, last, "cut short", missed).await;
    table.put_back();
}
