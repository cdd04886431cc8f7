//! Which complaints may be about the same: candidates out of the search index, judged by `complaints`. And table
//! `other_matters`: what somebody has said about a pair.

use rusqlite::{Connection, OptionalExtension};

use complaints::{Alike, ComplaintId, Moment, Sketch, alike, search_words};

use crate::complaint_rows::{self, ComplaintRecord};
use crate::search::{matter_word, one_run};
use crate::{Result, Store, Writing};

/// How many candidates of each kind are looked at, those that came here last first.
const CANDIDATES: u32 = 200;
/// How many words of a text are asked for at least one of which the other must have: the longest ones.
const ASKED_WORDS: usize = 24;
/// So many of the longest words find a copy of the text wherever it comes from.
const COPIED_WORDS: usize = 3;

/// A complaint that may be about the same.
#[derive(Debug, Clone)]
pub struct Twin {
    /// The complaint.
    pub record: ComplaintRecord,
    /// Why it is thought so.
    pub alike: Alike,
}

impl Store {
    /// Complaints that may be about the same as a sketch, the likeliest first, at most `limit`. `group`: the codes of
    /// the categories that stand under the same heading, its own included.
    ///
    /// # Errors
    /// When the store fails.
    pub fn twins(&self, sketch: &Sketch, group: &[String], limit: usize) -> Result<Vec<Twin>> {
        twins(&self.reader(), sketch, group, None, limit)
    }

    /// The same for a complaint that is registered. Those of which somebody said that they are other matters, and
    /// those that are linked with it already, are left out. None: it is not here.
    ///
    /// # Errors
    /// When the store fails.
    pub fn twins_of(&self, id: ComplaintId, group: &[String], limit: usize) -> Result<Vec<Twin>> {
        let connection = self.reader();
        let Some(record) = complaint_rows::get(&connection, id)? else { return Ok(Vec::new()) };
        let sketch = Sketch::of(&record.complaint);
        let row = connection
            .prepare_cached("SELECT row FROM complaints WHERE id = ?1")?
            .query_row([id.as_bytes()], |row| row.get(0))?;
        let mut found = twins(&connection, &sketch, group, Some((id, row)), usize::MAX)?;
        let mut kept = Vec::new();
        for twin in found.drain(..) {
            let other = &twin.record.complaint;
            let is_linked = record.complaint.is_linked_with(other.id) || other.is_linked_with(id);
            if !is_linked && !are_other_matters(&connection, id, other.id)? {
                kept.push(twin);
            }
        }
        kept.truncate(limit);
        Ok(kept)
    }
}

impl Writing<'_> {
    /// Somebody said that two complaints are different matters.
    ///
    /// # Errors
    /// When the store fails.
    pub fn put_other_matter(
        &mut self,
        one: ComplaintId,
        other: ComplaintId,
        by: &str,
        at: Moment,
    ) -> Result<()> {
        let (lesser, greater) = (one.min(other), one.max(other));
        self.connection
            .prepare_cached(
                "INSERT INTO other_matters (complaint, other, said_by, said_at) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (complaint, other) DO NOTHING",
            )?
            .execute((lesser.as_bytes(), greater.as_bytes(), by, at.to_string()))?;
        Ok(())
    }
}

fn are_other_matters(connection: &Connection, one: ComplaintId, other: ComplaintId) -> Result<bool> {
    let (lesser, greater) = (one.min(other), one.max(other));
    let found = connection
        .prepare_cached("SELECT 1 FROM other_matters WHERE complaint = ?1 AND other = ?2")?
        .query_row((lesser.as_bytes(), greater.as_bytes()), |_| Ok(()))
        .optional()?;
    Ok(found.is_some())
}

fn twins(
    connection: &Connection,
    sketch: &Sketch,
    group: &[String],
    own: Option<(ComplaintId, i64)>,
    limit: usize,
) -> Result<Vec<Twin>> {
    let mut rows = Vec::new();
    for expression in expressions(sketch, group) {
        rows.extend(candidates(connection, &expression, own.map(|(_, row)| row))?);
    }
    rows.sort_unstable_by(|one, other| other.cmp(one));
    rows.dedup();
    let mut twins = Vec::new();
    for record in complaint_rows::by_rows(connection, &rows)? {
        let other = &record.complaint;
        if own.is_some_and(|(id, _)| id == other.id) {
            continue;
        }
        let is_in_group = group.contains(&other.register.category);
        if let Some(alike) = alike(sketch, other, is_in_group) {
            twins.push(Twin { record, alike });
        }
    }
    twins.sort_by_key(|twin| std::cmp::Reverse(twin.alike));
    twins.truncate(limit);
    Ok(twins)
}

/// The rows that the index gives: the newest ones or, around a row, those nearest to it on both sides.
fn candidates(connection: &Connection, expression: &str, around: Option<i64>) -> Result<Vec<i64>> {
    let ask = |condition: &str, row: i64| -> Result<Vec<i64>> {
        let sql = format!("SELECT rowid FROM search WHERE search MATCH ?1 AND rowid {condition} LIMIT ?3");
        let mut statement = connection.prepare_cached(&sql)?;
        let rows = statement.query_map((expression, row, CANDIDATES), |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    };
    let mut rows = ask("<= ?2 ORDER BY rowid DESC", around.unwrap_or(i64::MAX))?;
    if let Some(row) = around {
        rows.extend(ask("> ?2 ORDER BY rowid", row)?);
    }
    Ok(rows)
}

/// What the index is asked for: the same person; a word in common at the same place under the same heading; a copy.
fn expressions(sketch: &Sketch, group: &[String]) -> Vec<String> {
    let mut expressions = Vec::new();
    let people = people(sketch);
    if !people.is_empty() {
        expressions.push(format!("who : ({})", people.join(" OR ")));
    }
    let mut words: Vec<&str> = sketch.words().iter().map(String::as_str).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    let places: Vec<String> = sketch.places().iter().map(|word| quoted(word)).collect();
    let matters: Vec<String> = group.iter().map(|code| quoted(&matter_word(code))).collect();
    if !places.is_empty() && !matters.is_empty() && !words.is_empty() {
        let asked: Vec<String> = words.iter().take(ASKED_WORDS).map(|word| quoted(word)).collect();
        expressions.push(format!(
            "about : (({}) AND ({})) AND words : ({})",
            matters.join(" OR "),
            places.join(" OR "),
            asked.join(" OR ")
        ));
    }
    if words.len() >= COPIED_WORDS {
        let copied: Vec<String> = words.iter().take(COPIED_WORDS).map(|word| quoted(word)).collect();
        expressions.push(format!("words : ({})", copied.join(" AND ")));
    }
    expressions
}

/// The ways in which the same person may stand in the index.
fn people(sketch: &Sketch) -> Vec<String> {
    let citizen = sketch.citizen();
    let mut people = Vec::new();
    let nic = citizen.nic.as_deref().map(one_run).unwrap_or_default();
    let phone = citizen.phone.as_deref().map(|phone| one_run(phone.trim_start_matches("+230")));
    for number in [nic, phone.unwrap_or_default()] {
        people.extend(search_words(&number).first().map(|word| quoted(word)));
    }
    let name = search_words(&citizen.full_name());
    if name.len() > 1 {
        let all: Vec<String> = name.iter().map(|word| quoted(word)).collect();
        people.push(format!("({})", all.join(" AND ")));
    }
    people
}

fn quoted(word: &str) -> String {
    format!("\"{word}\"")
}
