//! Lists by words and filters together, a page at a time, by key and not by offset: what comes in meanwhile does not
//! shift the next page.

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use crate::complaint_rows::{self, ComplaintRecord, Listing, ListingPage, cut_by_key};
use crate::lines::{self, ComplaintLine};
use crate::{Result, Store, listed, search};

/// With words, complaints are counted up to this many: nobody reads on beyond it, and one letter finds nearly all.
pub const COUNTED: u32 = 1000;

/// Which complaints. What is empty does not narrow.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Which of the lists; it gives the order, unless there are words.
    pub listing: Listing,
    /// Each is the beginning of a word of the complaint. With words, those that came here last come first.
    pub words: String,
    /// Words of the status.
    pub statuses: Vec<String>,
    /// Codes of categories.
    pub categories: Vec<String>,
    /// Codes of institutions that hold it.
    pub institutions: Vec<String>,
    /// Who registered it.
    pub clerk: Option<String>,
    /// Registered at this moment or later, in milliseconds since 1970.
    pub from_ms: Option<i64>,
    /// Registered before this moment.
    pub before_ms: Option<i64>,
    /// Due on this day or later, as `2026-11-24`.
    pub due_from: Option<String>,
    /// Due before this day.
    pub due_before: Option<String>,
}

/// A page of a selection.
#[derive(Debug, Clone)]
pub struct SelectedPage<R = ComplaintRecord> {
    /// The complaints, where the next page begins, and how many there are.
    pub page: ListingPage<R>,
    /// There are more than were counted.
    pub more_than_counted: bool,
}

impl Store {
    /// A page of a selection, with the whole stories.
    ///
    /// # Errors
    /// When the store fails.
    pub fn select(&self, selection: &Selection, after: Option<&str>, limit: u32) -> Result<SelectedPage> {
        let connection = self.reader();
        let SelectedPage { page, more_than_counted } = rows(&connection, selection, after, limit)?;
        let page = page.read(|rows| complaint_rows::by_rows(&connection, rows))?;
        Ok(SelectedPage { page, more_than_counted })
    }

    /// A page of a selection as lists show it.
    ///
    /// # Errors
    /// When the store fails.
    pub fn select_lines(
        &self,
        selection: &Selection,
        after: Option<&str>,
        limit: u32,
    ) -> Result<SelectedPage<ComplaintLine>> {
        let connection = self.reader();
        let SelectedPage { page, more_than_counted } = rows(&connection, selection, after, limit)?;
        let page = page.read(|rows| lines::by_rows(&connection, rows))?;
        Ok(SelectedPage { page, more_than_counted })
    }

    /// Everybody who registered a complaint that is here, by name.
    ///
    /// # Errors
    /// When the store fails.
    pub fn registering_clerks(&self) -> Result<Vec<String>> {
        listed::clerks(&self.reader())
    }
}

impl Selection {
    fn narrows(&self) -> bool {
        !self.conditions().sql.is_empty()
    }

    /// Conditions on the table `listed`, each with a leading AND.
    fn conditions(&self) -> Conditions {
        let mut conditions = Conditions::default();
        for (column, values) in
            [("status", &self.statuses), ("category", &self.categories), ("institution", &self.institutions)]
        {
            conditions.one_of(column, values);
        }
        conditions.compare("clerk =", self.clerk.clone().map(Value::Text));
        conditions.compare("recorded_ms >=", self.from_ms.map(Value::Integer));
        conditions.compare("recorded_ms <", self.before_ms.map(Value::Integer));
        conditions.compare("due_on >=", self.due_from.clone().map(Value::Text));
        conditions.compare("due_on <", self.due_before.clone().map(Value::Text));
        conditions
    }
}

#[derive(Default)]
struct Conditions {
    sql: String,
    values: Vec<Value>,
}

impl Conditions {
    fn one_of(&mut self, column: &str, values: &[String]) {
        if values.is_empty() {
            return;
        }
        let marks = vec!["?"; values.len()].join(", ");
        self.sql.push_str(&format!(" AND listed.{column} IN ({marks})"));
        self.values.extend(values.iter().cloned().map(Value::Text));
    }

    fn compare(&mut self, column_and_sign: &str, value: Option<Value>) {
        if let Some(value) = value {
            self.sql.push_str(&format!(" AND listed.{column_and_sign} ?"));
            self.values.push(value);
        }
    }

    /// The lists that are small by nature are asked for their rows.
    fn within(&mut self, listing: Listing) {
        let rows = match listing {
            Listing::All | Listing::Due => return,
            Listing::Waiting => "waiting > 0",
            Listing::News => "news_number IS NOT NULL",
            Listing::Conflicts => "conflicts > 0",
        };
        self.sql.push_str(&format!(" AND listed.complaint IN (SELECT row FROM complaints WHERE {rows})"));
    }
}

fn rows(
    connection: &Connection,
    selection: &Selection,
    after: Option<&str>,
    limit: u32,
) -> Result<SelectedPage<i64>> {
    match search::expression(&selection.words) {
        Some(expression) => by_words(connection, selection, expression, after, limit),
        None if selection.narrows() => by_filters(connection, selection, after, limit),
        None => {
            let page = complaint_rows::list(connection, selection.listing, after, limit)?;
            Ok(SelectedPage { page, more_than_counted: false })
        }
    }
}

fn by_words(
    connection: &Connection,
    selection: &Selection,
    expression: String,
    after: Option<&str>,
    limit: u32,
) -> Result<SelectedPage<i64>> {
    let mut conditions = selection.conditions();
    conditions.within(selection.listing);
    if selection.listing == Listing::Due {
        conditions.sql.push_str(" AND listed.due_on IS NOT NULL");
    }
    // The index gives the order; the narrow table is asked for each row that it finds, and only where it must.
    let from = if conditions.sql.is_empty() {
        "FROM search WHERE search MATCH ?".to_owned()
    } else {
        let sql = &conditions.sql;
        format!("FROM search CROSS JOIN listed ON listed.complaint = search.rowid WHERE search MATCH ?{sql}")
    };
    let mut values = vec![Value::Text(search::about(expression, &selection.categories))];
    values.append(&mut conditions.values);
    let ask = |values: &[Value], narrower: &str, most: u32| -> Result<Vec<i64>> {
        let sql = format!("SELECT search.rowid {from}{narrower} ORDER BY search.rowid DESC LIMIT {most}");
        let mut statement = connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params_from_iter(values), |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    };
    // What is counted begins with the first page: the index, which gathers all that fits before it gives the first row,
    // is asked once for both.
    let mut rows = ask(&values, "", COUNTED.max(limit) + 1)?;
    let counted = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    if let Some(position) = after.and_then(|cursor| cursor.parse().ok()) {
        values.push(Value::Integer(position));
        rows = ask(&values, " AND search.rowid < ?", limit.saturating_add(1))?;
    }
    let more = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    let next = rows.last().filter(|_| more).map(i64::to_string);
    let page = ListingPage { records: rows, next, total: counted.min(COUNTED) };
    Ok(SelectedPage { page, more_than_counted: counted > COUNTED })
}

fn by_filters(
    connection: &Connection,
    selection: &Selection,
    after: Option<&str>,
    limit: u32,
) -> Result<SelectedPage<i64>> {
    let mut conditions = selection.conditions();
    conditions.within(selection.listing);
    let (key, condition, sign, direction) = match selection.listing {
        Listing::Due => ("due_on", "listed.due_on IS NOT NULL", ">", "ASC"),
        _ => ("recorded_ms", "1", "<", "DESC"),
    };
    let from = format!("FROM listed WHERE {condition}{}", conditions.sql);
    let mut values = conditions.values;
    let total = connection
        .prepare_cached(&format!("SELECT count(*) {from}"))?
        .query_row(params_from_iter(&values), |row| row.get(0))?;
    let mut bounded = String::new();
    if let Some((position, row)) = after.and_then(|cursor| cursor.split_once('|')) {
        bounded = format!(" AND (listed.{key}, listed.complaint) {sign} (?, ?)");
        let number = position.parse().ok().filter(|_| key == "recorded_ms");
        values.push(number.map_or_else(|| Value::Text(position.to_owned()), Value::Integer));
        values.push(Value::Integer(row.parse().unwrap_or(0)));
    }
    let sql = format!(
        "SELECT complaint, {key} {from}{bounded} ORDER BY {key} {direction}, complaint {direction} LIMIT {}",
        u64::from(limit) + 1
    );
    let found = connection
        .prepare_cached(&sql)?
        .query_map(params_from_iter(&values), |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<Vec<(i64, Value)>>>()?;
    Ok(SelectedPage { page: cut_by_key(found, limit, total), more_than_counted: false })
}
