//! Table `casework`: what of the complaints is somebody's work today, and the lists made of it. Which working days
//! those are is said by the caller: no calendar lives here.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};

use complaints::{Complaint, ComplaintId, ContactWay, Operation, Status, StepMark};

use crate::complaint_rows::{self, ComplaintRecord, ListingPage};
use crate::error::StoreError;
use crate::lines::{self, ComplaintLine};
use crate::{Store, WaitingOperation, identity, log, settings};

/// The setting that says by which rules the table was derived.
const RULES: &str = "casework_rules";
/// Changes whenever [`Work::of`] comes to other answers for the same complaint.
const RULES_NOW: &str = "1";

/// A pile of work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pile {
    /// What was promised for a day within these bounds, both as `YYYY-MM-DD`, and whose clock never stood; and the
    /// complaints of these rows besides. The earliest first.
    Due {
        /// Days after this one; empty: all.
        after: String,
        /// Days up to this one.
        up_to: String,
        /// Rows that [`Store::paused_until`](crate::Store::paused_until) named and that fall into it.
        also: Vec<i64>,
    },
    /// Those whose citizen owes a document, the longest first.
    Owed,
    /// Those whose citizen is to be told, the longest first.
    ToTell,
}

/// Which of a pile. What is empty does not narrow.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrowed {
    /// Codes of categories.
    pub categories: Vec<String>,
    /// Codes of institutions that hold it.
    pub institutions: Vec<String>,
}

/// A part of the complaints that a citizen is to be told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TellCount {
    /// How.
    pub way: ContactWay,
    /// How many.
    pub count: u32,
}

/// What the table says of a complaint.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Work {
    paused: u32,
    owed_ms: Option<i64>,
    tell: Option<(ContactWay, i64)>,
    elsewhere: bool,
}

type Result<T> = std::result::Result<T, StoreError>;

impl Store {
    /// A page of a pile of work.
    pub fn pile(
        &self,
        pile: &Pile,
        narrowed: &Narrowed,
        after: Option<&str>,
        limit: u32,
    ) -> Result<ListingPage<ComplaintLine>> {
        let connection = self.reader();
        let page = page(&connection, (pile, narrowed), after, limit)?;
        page.read(|rows| lines::by_rows(&connection, rows))
    }

    /// The first complaints of a pile of work, with their whole stories.
    pub fn pile_stories(&self, pile: &Pile, limit: u32) -> Result<Vec<ComplaintRecord>> {
        let connection = self.reader();
        let page = page(&connection, (pile, &Narrowed::default()), None, limit)?;
        complaint_rows::by_rows(&connection, &page.records)
    }

    /// How many complaints are in a pile of work.
    pub fn pile_count(&self, pile: &Pile) -> Result<u32> {
        count(&self.reader(), pile, &Narrowed::default())
    }

    /// Complaints whose clock stood at least once and which were promised for that day (`YYYY-MM-DD`) or before, with
    /// the rows by which [`Pile::Due`] names them.
    pub fn paused_until(&self, up_to: &str) -> Result<Vec<(i64, ComplaintRecord)>> {
        paused_until(&self.reader(), up_to)
    }

    /// Whether the citizen of a complaint of this office is still to be told something.
    ///
    /// # Errors
    /// When the store fails.
    pub fn is_to_tell(&self, id: ComplaintId) -> Result<bool> {
        let connection = self.reader();
        let sql = "SELECT 1 FROM complaints JOIN casework ON casework.complaint = complaints.row
                   WHERE id = ?1 AND tell_ms IS NOT NULL AND elsewhere = 0";
        let found = connection.prepare_cached(sql)?.query_row([id.as_bytes()], |_| Ok(())).optional()?;
        Ok(found.is_some())
    }

    /// How many citizens are to be told in each way.
    pub fn tell_counts(&self) -> Result<Vec<TellCount>> {
        tell_counts(&self.reader())
    }

    /// Since when the document is owed that is owed for the longest time, in milliseconds since 1970.
    pub fn owed_since(&self) -> Result<Option<i64>> {
        owed_since(&self.reader())
    }

    /// The marks of the operations on a complaint that wait, in the order in which they were done.
    pub fn waiting_of(&self, id: ComplaintId) -> Result<Vec<StepMark>> {
        waiting_of(&self.reader(), id)
    }

    /// The operations of this computer that were made at that moment (milliseconds since 1970) or later and that the
    /// centre has confirmed, the latest first, at most that many.
    pub fn sent_since(&self, unix_ms: i64, most: u32) -> Result<Vec<WaitingOperation>> {
        log::sent_since(&self.reader(), unix_ms, most)
    }

    /// How many those are, counted up to that many.
    pub fn count_sent_since(&self, unix_ms: i64, most: u32) -> Result<u32> {
        log::count_sent_since(&self.reader(), unix_ms, most)
    }
}

impl Work {
    /// None where there is nothing to be said.
    fn of(complaint: &Complaint, office: complaints::OfficeCode) -> Option<Self> {
        let stops = complaint.stops();
        let owes = complaint.status == Status::WaitingDocuments;
        let work = Self {
            paused: u32::try_from(stops.len()).unwrap_or(u32::MAX),
            owed_ms: stops.last().filter(|_| owes).map(|stop| stop.since.unix_ms),
            tell: complaint.to_tell().map(|tell| (tell.way, tell.since.unix_ms)),
            elsewhere: complaint.office != office,
        };
        let nothing = Self { paused: 0, owed_ms: None, tell: None, elsewhere: false };
        (work != nothing).then_some(work)
    }

    fn values(&self) -> [Value; 5] {
        let number = |number: Option<i64>| number.map_or(Value::Null, Value::Integer);
        let way = self.tell.map_or(Value::Null, |(way, _)| Value::Text(way.word().to_owned()));
        let since = number(self.tell.map(|(_, since)| since));
        [
            Value::Integer(self.paused.into()),
            number(self.owed_ms),
            way,
            since,
            Value::Integer(self.elsewhere.into()),
        ]
    }
}

/// Writes what is to be said of a complaint that has just been written.
pub(crate) fn put(connection: &Connection, row: i64, shown: &Complaint) -> Result<()> {
    let office = identity::office(connection)?;
    let Some(work) = Work::of(shown, office) else {
        connection.prepare_cached("DELETE FROM casework WHERE complaint = ?1")?.execute([row])?;
        return Ok(());
    };
    let values = std::iter::once(Value::Integer(row)).chain(work.values());
    connection
        .prepare_cached(
            "INSERT INTO casework (complaint, paused, owed_ms, tell_way, tell_ms, elsewhere)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (complaint) DO UPDATE SET paused = excluded.paused, owed_ms = excluded.owed_ms,
                 tell_way = excluded.tell_way, tell_ms = excluded.tell_ms, elsewhere = excluded.elsewhere",
        )?
        .execute(params_from_iter(values))?;
    Ok(())
}

/// Derives the whole table where an older version of the program has written the store.
pub(crate) fn catch_up(connection: &mut Connection) -> Result<()> {
    if settings::get(connection, RULES)?.as_deref() == Some(RULES_NOW) {
        return Ok(());
    }
    let transaction = connection.transaction()?;
    transaction.execute("DELETE FROM casework", [])?;
    for row in complaint_rows::all_rows(&transaction)? {
        let shown = complaint_rows::by_rows(&transaction, &[row])?.remove(0).complaint;
        put(&transaction, row, &shown)?;
    }
    settings::put(&transaction, RULES, RULES_NOW)?;
    Ok(transaction.commit()?)
}

/// Whether the table says of a complaint what its state says.
pub(crate) fn says_rightly(connection: &Connection, row: i64, shown: &Complaint) -> Result<bool> {
    let office = identity::office(connection)?;
    let stored = connection
        .prepare_cached(
            "SELECT paused, owed_ms, tell_way, tell_ms, elsewhere FROM casework WHERE complaint = ?1",
        )?
        .query_row([row], |row| (0..5).map(|at| row.get(at)).collect::<rusqlite::Result<Vec<Value>>>())
        .optional()?;
    Ok(stored == Work::of(shown, office).map(|work| work.values().to_vec()))
}

/// Complaints whose clock stood at least once and which were promised for that day or before, with their rows.
pub(crate) fn paused_until(connection: &Connection, up_to: &str) -> Result<Vec<(i64, ComplaintRecord)>> {
    let mut statement = connection.prepare_cached(
        "SELECT row FROM complaints JOIN casework ON casework.complaint = complaints.row
         WHERE due_on <= ?1 AND paused > 0 AND elsewhere = 0 ORDER BY due_on, row",
    )?;
    let rows = statement.query_map([up_to], |row| row.get(0))?;
    let rows = rows.collect::<rusqlite::Result<Vec<i64>>>()?;
    let records = complaint_rows::by_rows(connection, &rows)?;
    Ok(rows.into_iter().zip(records).collect())
}

const FROM: &str = "FROM complaints LEFT JOIN casework ON casework.complaint = complaints.row";

impl Pile {
    /// The key column and the condition, its parameters from the fourth on.
    fn condition(&self) -> (&'static str, String, Vec<Value>) {
        match self {
            Self::Due { after, up_to, also } => {
                let also: Vec<String> = also.iter().map(ToString::to_string).collect();
                let condition = format!(
                    "due_on IS NOT NULL AND coalesce(elsewhere, 0) = 0
                     AND ((due_on > ?4 AND due_on <= ?5 AND coalesce(paused, 0) = 0) OR row IN ({}))",
                    also.join(", ")
                );
                let bounds = vec![Value::Text(after.clone()), Value::Text(up_to.clone())];
                ("due_on", condition, bounds)
            }
            Self::Owed => ("owed_ms", "owed_ms IS NOT NULL AND elsewhere = 0".to_owned(), Vec::new()),
            Self::ToTell => ("tell_ms", "tell_ms IS NOT NULL AND elsewhere = 0".to_owned(), Vec::new()),
        }
    }
}

impl Narrowed {
    /// A condition with a leading AND, asked row by row of the narrow table, and its parameters.
    fn condition(&self) -> (String, Vec<Value>) {
        let (mut sql, mut values) = (String::new(), Vec::new());
        for (column, codes) in [("category", &self.categories), ("institution", &self.institutions)] {
            if !codes.is_empty() {
                sql.push_str(&format!(" AND listed.{column} IN ({})", vec!["?"; codes.len()].join(", ")));
                values.extend(codes.iter().cloned().map(Value::Text));
            }
        }
        if !sql.is_empty() {
            sql = format!(" AND EXISTS (SELECT 1 FROM listed WHERE listed.complaint = row{sql})");
        }
        (sql, values)
    }
}

fn count(connection: &Connection, pile: &Pile, narrowed: &Narrowed) -> Result<u32> {
    let (_, condition, values) = pile.condition();
    let (narrowing, more) = narrowed.condition();
    // The first three parameters belong to pages.
    let sql = format!("SELECT count(*) {FROM} WHERE ?1 IS ?2 AND ?3 IS NULL AND {condition}{narrowing}");
    let values = std::iter::repeat_n(Value::Null, 3).chain(values).chain(more);
    Ok(connection.prepare_cached(&sql)?.query_row(params_from_iter(values), |row| row.get(0))?)
}

/// A page of a pile. Pages go by key, not by offset: what comes in meanwhile does not shift the next page.
fn page(
    connection: &Connection,
    (pile, narrowed): (&Pile, &Narrowed),
    after: Option<&str>,
    limit: u32,
) -> Result<ListingPage<i64>> {
    let (key, condition, values) = pile.condition();
    let (narrowing, more) = narrowed.condition();
    let (position, at_row) = match after.and_then(|cursor| cursor.split_once('|')) {
        Some((position, row)) => (Value::Text(position.to_owned()), row.parse().unwrap_or(0)),
        None => (Value::Null, 0_i64),
    };
    // The cursor is a text; a key that is a number is compared as one.
    let position_sql = if key == "due_on" { "?2" } else { "CAST(?2 AS INTEGER)" };
    let sql = format!(
        "SELECT row, {key} {FROM}
         WHERE (?2 IS NULL OR ({key}, row) > ({position_sql}, ?3)) AND {condition}{narrowing}
         ORDER BY {key}, row LIMIT ?1"
    );
    let first = [Value::Integer(i64::from(limit) + 1), position, Value::Integer(at_row)];
    let mut statement = connection.prepare_cached(&sql)?;
    let values = first.into_iter().chain(values).chain(more);
    let rows = statement.query_map(params_from_iter(values), |row| Ok((row.get(0)?, row.get(1)?)))?;
    let found = rows.collect::<rusqlite::Result<Vec<(i64, Value)>>>()?;
    Ok(complaint_rows::cut_by_key(found, limit, count(connection, pile, narrowed)?))
}

/// How many citizens are to be told in each way, in the order of the ways' numbers.
pub(crate) fn tell_counts(connection: &Connection) -> Result<Vec<TellCount>> {
    let mut statement = connection.prepare_cached(
        "SELECT tell_way, count(*) FROM casework WHERE tell_ms IS NOT NULL AND elsewhere = 0 GROUP BY tell_way",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
    let mut counts = Vec::new();
    for row in rows {
        let (way, count) = row?;
        counts.extend(way.parse().ok().map(|way| TellCount { way, count }));
    }
    counts.sort_by_key(|count| count.way);
    Ok(counts)
}

/// The marks of the operations on a complaint that the feed has not brought yet.
pub(crate) fn waiting_of(connection: &Connection, id: ComplaintId) -> Result<Vec<StepMark>> {
    let payloads = log::unseen_of(connection, id)?;
    let operations = payloads.iter().filter_map(|payload| Operation::from_bytes(payload).ok());
    Ok(operations.map(|operation| StepMark::of(&operation)).collect())
}

/// Since when the document is owed that is owed for the longest time, in milliseconds since 1970.
pub(crate) fn owed_since(connection: &Connection) -> Result<Option<i64>> {
    let sql = "SELECT min(owed_ms) FROM casework WHERE owed_ms IS NOT NULL AND elsewhere = 0";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}
