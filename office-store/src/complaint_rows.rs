//! Table `complaints`: states as folded, and the columns that lists are made of.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row};

use complaints::{Complaint, ComplaintId, Moment};

use crate::error::StoreError;
use crate::search::{Before, Unindexed};
use crate::{Store, casework, fixed, lines, listed};

/// A complaint's own way to the centre.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Something of it waits.
    Waiting,
    /// Everything is confirmed.
    Sent,
    /// Something of it was not accepted.
    Refused,
}

impl Mark {
    /// What was not accepted weighs more than what waits.
    pub(crate) fn of(refused: u32, waiting: u32) -> Self {
        match (refused, waiting) {
            (0, 0) => Self::Sent,
            (0, _) => Self::Waiting,
            _ => Self::Refused,
        }
    }
}

/// A complaint with what this computer knows about it.
#[derive(Debug, Clone)]
pub struct ComplaintRecord {
    /// With its own unsent operations on top.
    pub complaint: Complaint,
    /// How many of its operations wait.
    pub waiting: u32,
    /// How many of its operations, made here, were not accepted.
    pub refused: u32,
    /// Something came in that nobody has looked at.
    pub news: bool,
    /// Its receipt has been printed or saved.
    pub printed: bool,
}

impl ComplaintRecord {
    /// Its mark.
    pub fn mark(&self) -> Mark {
        Mark::of(self.refused, self.waiting)
    }
}

/// Which complaints, in which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Listing {
    /// All, newest first.
    #[default]
    All,
    /// Those of which something waits, newest first.
    Waiting,
    /// Those with news, newest news first.
    News,
    /// Those with a due day, the earliest first.
    Due,
    /// Those in which two values of a field stand side by side, newest first.
    Conflicts,
}

/// A page of a list: of complaints with their stories, of lines, or of the numbers of rows.
#[derive(Debug, Clone)]
pub struct ListingPage<R = ComplaintRecord> {
    /// The complaints.
    pub records: Vec<R>,
    /// Where the next page begins.
    pub next: Option<String>,
    /// How many there are in all.
    pub total: u32,
}

impl ListingPage<i64> {
    /// The page of what is read of these rows.
    pub(crate) fn read<R>(
        self,
        read: impl FnOnce(&[i64]) -> Result<Vec<R>, StoreError>,
    ) -> Result<ListingPage<R>, StoreError> {
        Ok(ListingPage { records: read(&self.records)?, next: self.next, total: self.total })
    }
}

const COLUMNS: &str = "coalesce(shown, confirmed), waiting, refused, news_number IS NOT NULL, printed";

/// A row whose state has not been decoded yet.
type RawRecord = (Vec<u8>, u32, u32, bool, bool);

fn raw(row: &Row<'_>) -> rusqlite::Result<RawRecord> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
}

fn record((state, waiting, refused, news, printed): RawRecord) -> Result<ComplaintRecord, StoreError> {
    let complaint = Complaint::from_bytes(&state).map_err(StoreError::Inconsistent)?;
    Ok(ComplaintRecord { complaint, waiting, refused, news, printed })
}

pub(crate) fn get(connection: &Connection, id: ComplaintId) -> Result<Option<ComplaintRecord>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM complaints WHERE id = ?1");
    let found = connection.prepare_cached(&sql)?.query_row([id.as_bytes()], raw).optional()?;
    found.map(record).transpose()
}

pub(crate) fn by_reference(
    connection: &Connection,
    reference: &str,
) -> Result<Vec<ComplaintRecord>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM complaints WHERE reference = ?1 ORDER BY row");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([reference], raw)?;
    rows.map(|row| record(row?)).collect()
}

pub(crate) fn by_rows(connection: &Connection, rows: &[i64]) -> Result<Vec<ComplaintRecord>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM complaints WHERE row = ?1");
    let mut statement = connection.prepare_cached(&sql)?;
    rows.iter().map(|number| record(statement.query_row([number], raw)?)).collect()
}

impl Store {
    /// The complaints that came in from that moment on and before the other, in the order in which they did;
    /// both in milliseconds since 1970.
    ///
    /// # Errors
    /// When the store fails.
    pub fn recorded_between(&self, from_ms: i64, before_ms: i64) -> Result<Vec<ComplaintRecord>, StoreError> {
        let connection = self.reader();
        let sql = format!(
            "SELECT {COLUMNS} FROM complaints WHERE recorded_ms >= ?1 AND recorded_ms < ?2 ORDER BY recorded_ms, row"
        );
        let mut statement = connection.prepare_cached(&sql)?;
        let rows = statement.query_map([from_ms, before_ms], raw)?;
        rows.map(|row| record(row?)).collect()
    }
}

/// Every row's number.
pub(crate) fn all_rows(connection: &Connection) -> Result<Vec<i64>, StoreError> {
    let mut statement = connection.prepare("SELECT row FROM complaints ORDER BY row")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn refused_count(connection: &Connection) -> Result<u32, StoreError> {
    let sql = "SELECT count(*) FROM complaints WHERE refused > 0";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

pub(crate) fn conflict_count(connection: &Connection) -> Result<u32, StoreError> {
    let sql = "SELECT count(*) FROM complaints WHERE conflicts > 0";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

impl Listing {
    /// Key column, condition, and whether the greatest key comes first.
    fn order(self) -> (&'static str, &'static str, bool) {
        match self {
            Self::All => ("recorded_ms", "1", true),
            Self::Waiting => ("recorded_ms", "waiting > 0", true),
            Self::News => ("news_number", "news_number IS NOT NULL", true),
            Self::Due => ("due_on", "due_on IS NOT NULL", false),
            Self::Conflicts => ("recorded_ms", "conflicts > 0", true),
        }
    }
}

/// The rows of a page with their keys: at most ?1, after the key ?2 and the row ?3 where one has begun. Each list
/// has an index in its order.
fn page_sql(listing: Listing, is_begun: bool) -> String {
    let (key, condition, descending) = listing.order();
    let (sign, direction) = if descending { ("<", "DESC") } else { (">", "ASC") };
    let bounded = match (is_begun, listing) {
        (false, _) => "?2 IS ?2 AND ?3 IS ?3".to_owned(),
        (true, Listing::Due) => format!("({key}, row) {sign} (?2, ?3)"),
        (true, _) => format!("({key}, row) {sign} (CAST(?2 AS INTEGER), ?3)"),
    };
    format!(
        "SELECT row, {key} FROM complaints WHERE {condition} AND {bounded}
         ORDER BY {key} {direction}, row {direction} LIMIT ?1"
    )
}

/// Pages by key, not by offset: what comes in meanwhile does not shift the next page.
pub(crate) fn list(
    connection: &Connection,
    listing: Listing,
    after: Option<&str>,
    limit: u32,
) -> Result<ListingPage<i64>, StoreError> {
    let cursor = after.and_then(|cursor| cursor.split_once('|'));
    let (position, at_row) = cursor.map_or((None, 0), |(key, row)| (Some(key), row.parse().unwrap_or(0)));
    let sql = page_sql(listing, position.is_some());
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement
        .query_map((i64::from(limit) + 1, position, at_row), |row| Ok((row.get(0)?, row.get(1)?)))?;
    let found = rows.collect::<rusqlite::Result<Vec<(i64, Value)>>>()?;
    let total_sql = format!("SELECT count(*) FROM complaints WHERE {}", listing.order().1);
    let total = connection.prepare_cached(&total_sql)?.query_row([], |row| row.get(0))?;
    Ok(cut_by_key(found, limit, total))
}

/// Cuts rows with their keys to a page; the key of the last one is where the next page begins.
pub(crate) fn cut_by_key(mut found: Vec<(i64, Value)>, limit: u32, total: u32) -> ListingPage<i64> {
    let more = found.len() > limit as usize;
    found.truncate(limit as usize);
    let next = found.last().filter(|_| more).map(|(row, key)| format!("{}|{row}", shown_key(key)));
    ListingPage { records: found.into_iter().map(|(row, _)| row).collect(), next, total }
}

fn shown_key(key: &Value) -> String {
    match key {
        Value::Integer(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        _ => String::new(),
    }
}

/// The state from the feed alone.
pub(crate) fn confirmed(connection: &Connection, id: ComplaintId) -> Result<Option<Complaint>, StoreError> {
    let state: Option<Option<Vec<u8>>> = connection
        .prepare_cached("SELECT confirmed FROM complaints WHERE id = ?1")?
        .query_row([id.as_bytes()], |row| row.get(0))
        .optional()?;
    state.flatten().map(|state| Complaint::from_bytes(&state).map_err(StoreError::Inconsistent)).transpose()
}

/// What is written about a complaint after one of its operations.
pub(crate) struct Refold<'a> {
    /// From the feed alone.
    pub(crate) confirmed: Option<&'a Complaint>,
    /// With what waits on top.
    pub(crate) shown: &'a Complaint,
    /// How many operations wait.
    pub(crate) waiting: u32,
    /// How many more of this computer's operations were not accepted.
    pub(crate) newly_refused: u32,
    /// The number of the entry that brought news.
    pub(crate) news: Option<u64>,
}

/// Writes a complaint's row, and notes its words for the search.
pub(crate) fn put(
    connection: &Connection,
    refold: &Refold<'_>,
    unindexed: &mut Unindexed,
) -> Result<(), StoreError> {
    let shown = refold.shown;
    let known: Option<(i64, Option<Vec<u8>>)> = connection
        .prepare_cached("SELECT row, coalesce(shown, confirmed) FROM complaints WHERE id = ?1")?
        .query_row([shown.id.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    // No upsert that tells the row: SQLite would open a savepoint for each, and the search index write itself down.
    let Some((row, state)) = known else {
        let row = insert(connection, refold)?;
        unindexed.add(row, Before::Nothing, shown);
        return derive(connection, row, shown);
    };
    change(connection, row, refold)?;
    let before = state.and_then(|state| Complaint::from_bytes(&state).ok());
    unindexed.add(row, before.as_ref().map_or(Before::Unknown, Before::Complaint), shown);
    derive(connection, row, shown)
}

/// Writes what other tables say of a complaint, as it follows from its state.
fn derive(connection: &Connection, row: i64, shown: &Complaint) -> Result<(), StoreError> {
    listed::put(connection, row, shown)?;
    lines::put(connection, row, shown)?;
    casework::put(connection, row, shown)
}

/// What both ways of writing a row write: confirmed, shown, and the columns that follow from what is shown.
fn states(refold: &Refold<'_>) -> (Option<Vec<u8>>, Option<Vec<u8>>) {
    let confirmed = refold.confirmed.map(Complaint::to_bytes);
    let is_shown_alone = refold.waiting == 0 && confirmed.is_some();
    (confirmed, (!is_shown_alone).then(|| refold.shown.to_bytes()))
}

fn insert(connection: &Connection, refold: &Refold<'_>) -> Result<i64, StoreError> {
    let shown = refold.shown;
    let (confirmed, shown_bytes) = states(refold);
    let recorded_at: Moment = shown.recorded_at();
    connection
        .prepare_cached(
            "INSERT INTO complaints (id, reference, confirmed, shown, waiting, refused, news_number, status, finished,
                 kind, category, institution, subject, citizen, recorded_at, recorded_ms, changed_at, due_on, conflicts, printed)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, 0)",
        )?
        .execute(rusqlite::params![
            shown.id.as_bytes(),
            shown.register.reference.to_string(),
            confirmed,
            shown_bytes,
            refold.waiting,
            refold.newly_refused,
            refold.news,
            shown.status.word(),
            shown.status.is_finished(),
            shown.register.kind.word(),
            shown.register.category,
            shown.institution,
            shown.register.subject,
            shown.register.citizen.full_name(),
            recorded_at.to_string(),
            recorded_at.unix_ms,
            shown.changed_at().to_string(),
            shown.due_on().map(|day| day.to_string()),
            conflicts_of(shown),
        ])?;
    Ok(connection.last_insert_rowid())
}

fn change(connection: &Connection, row: i64, refold: &Refold<'_>) -> Result<(), StoreError> {
    let shown = refold.shown;
    let (confirmed, shown_bytes) = states(refold);
    connection
        .prepare_cached(
            "UPDATE complaints SET confirmed = ?2, shown = ?3, waiting = ?4, refused = refused + ?5,
                 news_number = coalesce(?6, news_number), status = ?7, finished = ?8, institution = ?9,
                 category = ?10, subject = ?11, citizen = ?12, changed_at = ?13, due_on = ?14, conflicts = ?15
             WHERE row = ?1",
        )?
        .execute(rusqlite::params![
            row,
            confirmed,
            shown_bytes,
            refold.waiting,
            refold.newly_refused,
            refold.news,
            shown.status.word(),
            shown.status.is_finished(),
            shown.institution,
            shown.register.category,
            shown.register.subject,
            shown.register.citizen.full_name(),
            shown.changed_at().to_string(),
            shown.due_on().map(|day| day.to_string()),
            conflicts_of(shown),
        ])?;
    Ok(())
}

fn conflicts_of(shown: &Complaint) -> u32 {
    u32::try_from(shown.conflicts().count()).unwrap_or(u32::MAX)
}

/// The centre has refused the very registration. What was shown stays, so that its text is not lost, and is marked.
pub(crate) fn set_unregistered(
    connection: &Connection,
    id: ComplaintId,
    waiting: u32,
    newly_refused: u32,
    news: Option<u64>,
) -> Result<(), StoreError> {
    connection.execute(
        "UPDATE complaints SET waiting = ?2, refused = refused + ?3, news_number = coalesce(?4, news_number)
         WHERE id = ?1",
        (id.as_bytes(), waiting, newly_refused, news),
    )?;
    lines::mark(connection, id)
}

/// Forgets a complaint of which nothing is left here: its row, which is told, and what lists say of it. The index is
/// the caller's.
pub(crate) fn delete(connection: &Connection, id: ComplaintId) -> Result<Option<i64>, StoreError> {
    let mut statement = connection.prepare_cached("DELETE FROM complaints WHERE id = ?1 RETURNING row")?;
    let row: Option<i64> = statement.query_row([id.as_bytes()], |row| row.get(0)).optional()?;
    if let Some(row) = row {
        for table in ["listed", "unlisted", "lines", "unlined", "casework"] {
            connection.execute(&format!("DELETE FROM {table} WHERE complaint = ?1"), [row])?;
        }
    }
    Ok(row)
}

/// The feed was cut back: what it said of a complaint no longer counts.
pub(crate) fn forget_confirmed(connection: &Connection, id: ComplaintId) -> Result<(), StoreError> {
    connection.execute(
        "UPDATE complaints SET shown = coalesce(shown, confirmed), confirmed = NULL WHERE id = ?1",
        [id.as_bytes()],
    )?;
    Ok(())
}

pub(crate) fn set_seen(connection: &Connection, id: ComplaintId) -> Result<(), StoreError> {
    connection.execute("UPDATE complaints SET news_number = NULL WHERE id = ?1", [id.as_bytes()])?;
    lines::mark(connection, id)
}

pub(crate) fn set_refused_seen(connection: &Connection, id: ComplaintId) -> Result<(), StoreError> {
    connection.execute("UPDATE complaints SET refused = 0 WHERE id = ?1", [id.as_bytes()])?;
    lines::mark(connection, id)
}

pub(crate) fn set_printed(connection: &Connection, id: ComplaintId) -> Result<(), StoreError> {
    connection.execute("UPDATE complaints SET printed = 1 WHERE id = ?1", [id.as_bytes()])?;
    Ok(())
}

/// Walks all confirmed states.
pub(crate) fn for_each_confirmed(
    connection: &Connection,
    mut each: impl FnMut(ComplaintId, Vec<u8>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut statement =
        connection.prepare("SELECT id, confirmed FROM complaints WHERE confirmed IS NOT NULL ORDER BY id")?;
    let rows = statement.query_map([], |row| Ok((fixed(row.get(0)?)?, row.get(1)?)))?;
    for row in rows {
        let (id, state) = row?;
        each(ComplaintId::from_bytes(id), state)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_each_list_is_read_from_an_index_in_its_order() {
        let mut connection = Connection::open_in_memory().unwrap();
        crate::schema::migrate(&mut connection).unwrap();
        for listing in [Listing::All, Listing::Waiting, Listing::News, Listing::Due, Listing::Conflicts] {
            for is_begun in [false, true] {
                let sql = format!("EXPLAIN QUERY PLAN {}", page_sql(listing, is_begun));
                let mut statement = connection.prepare(&sql).unwrap();
                let plan = statement.query_map((26, "2026", 0), |row| row.get(3)).unwrap();
                let plan = plan.collect::<rusqlite::Result<Vec<String>>>().unwrap().join("; ");
                assert!(plan.contains("INDEX complaints_"), "{listing:?}: {plan}");
                assert!(!plan.contains("TEMP B-TREE"), "{listing:?}: {plan}");
            }
        }
    }
}
