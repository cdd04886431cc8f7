//! Table `search`: full-text search over folded words. What is indexed and what is asked are folded by the same
//! function; each word of a query is taken as the beginning of a word.

use rusqlite::Connection;

use complaints::{Body, Complaint, fold_for_search, search_words};

use crate::complaint_rows::{self, ComplaintRecord};
use crate::error::StoreError;

/// Indexes a complaint anew.
pub(crate) fn put(connection: &Connection, row: i64, complaint: &Complaint) -> Result<(), StoreError> {
    connection.prepare_cached("DELETE FROM search WHERE rowid = ?1")?.execute([row])?;
    connection
        .prepare_cached("INSERT INTO search (rowid, words) VALUES (?1, ?2)")?
        .execute((row, words_of(complaint)))?;
    Ok(())
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

/// Everything by which a complaint may be looked for. Numbers stand in as people see them and in one run.
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
    fold_for_search(&words.join(" \n "))
}
