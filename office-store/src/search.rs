//! Table `search`: full-text search over folded words. What is indexed and what is asked are folded by the same
//! function; each word of a query is taken as the beginning of a word.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use rusqlite::Connection;

use complaints::{Body, Complaint, fold_for_search, search_words};

use crate::complaint_rows::{self, ComplaintRecord};
use crate::error::StoreError;

/// What stood in a row before it was written.
#[derive(Clone, Copy)]
pub(crate) enum Before<'a> {
    /// The row is new.
    Nothing,
    /// This complaint.
    Complaint(&'a Complaint),
    /// Something that cannot be read.
    Unknown,
}

/// Words that a deed has still to index. They are written at its end in one go: each row of another table that is
/// written in between would make the index write down what it has gathered.
#[derive(Default)]
pub(crate) struct Unindexed {
    /// By row: whether something is indexed there already, and the words.
    rows: BTreeMap<i64, (bool, String)>,
}

impl Unindexed {
    /// A row was written; `before`: the complaint that stood there, as far as it can be read.
    pub(crate) fn add(&mut self, row: i64, before: Before<'_>, now: &Complaint) {
        let words = words_of(now);
        match (self.rows.entry(row), before) {
            (Entry::Occupied(mut known), _) => known.get_mut().1 = words,
            (Entry::Vacant(_), Before::Complaint(before)) if words_of(before) == words => {}
            (Entry::Vacant(unknown), before) => {
                unknown.insert((!matches!(before, Before::Nothing), words));
            }
        }
    }

    /// Writes them into the index.
    pub(crate) fn write(&mut self, connection: &Connection) -> Result<(), StoreError> {
        for (row, (is_indexed, words)) in std::mem::take(&mut self.rows) {
            if is_indexed {
                connection.prepare_cached("DELETE FROM search WHERE rowid = ?1")?.execute([row])?;
            }
            connection
                .prepare_cached("INSERT INTO search (rowid, words) VALUES (?1, ?2)")?
                .execute((row, fold_for_search(&words)))?;
        }
        Ok(())
    }
}

pub(crate) fn find(
    connection: &Connection,
    query: &str,
    limit: u32,
) -> Result<Vec<ComplaintRecord>, StoreError> {
    let words = search_words(query);
    if words.is_empty() {
        return Ok(Vec::new());
    }
    // Each word is quoted, so nothing that a clerk types is read as FTS5's own syntax.
    let matches = words.iter().map(|word| format!("\"{word}\"*")).collect::<Vec<_>>().join(" ");
    let rows = connection
        .prepare_cached("SELECT rowid FROM search WHERE words MATCH ?1 ORDER BY rowid DESC LIMIT ?2")?
        .query_map((matches, limit), |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<i64>>>()?;
    complaint_rows::by_rows(connection, &rows)
}

/// Everything by which a complaint may be looked for, not folded. Numbers stand in as people see them and in one run.
fn words_of(complaint: &Complaint) -> String {
    let register = &complaint.register;
    let citizen = &register.citizen;
    let reference = register.reference.to_string();
    let mut words =
        vec![reference.replace('-', ""), reference, register.subject.clone(), register.text.clone()];
    // A value that somebody else wrote into the same field is looked for as well.
    words.extend(
        complaint.conflicts().flat_map(|conflict| &conflict.values).filter_map(|kept| kept.value.clone()),
    );
    let known = [
        &citizen.surname,
        &citizen.other_names,
        &citizen.nic,
        &citizen.email,
        &citizen.address,
        &citizen.locality,
        &register.place,
    ];
    words.extend(known.into_iter().flatten().cloned());
    if let Some(phone) = &citizen.phone {
        words.push(complaints::shown_phone(phone));
        words.push(phone.trim_start_matches("+230").to_owned());
    }
    for step in &complaint.steps {
        match step.operation().map(|operation| operation.body) {
            Some(Body::Answer(answer)) => words.push(answer.text),
            Some(Body::Note(note)) => words.push(note.text),
            _ => {}
        }
    }
    words.join(" \n ")
}
