//! Table `search`: full-text search over folded words. What is indexed and what is asked are folded by the same
//! function; each word of a query is taken as the beginning of a word.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use rusqlite::Connection;

use complaints::{Body, Complaint, Register, fold_for_search, search_words, shown_phone};

use crate::error::StoreError;
use crate::lines::{self, ComplaintLine};

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

/// The words of a complaint, by column, not folded.
#[derive(PartialEq, Eq)]
struct Words {
    who: String,
    about: String,
    words: String,
}

/// Words that a deed has still to index. They are written at its end in one go: each row of another table that is
/// written in between would make the index write down what it has gathered.
#[derive(Default)]
pub(crate) struct Unindexed {
    /// By row: whether something is indexed there already, and the words.
    rows: BTreeMap<i64, (bool, Words)>,
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

    /// Takes a row out of the index, and what was still to be written of it.
    pub(crate) fn forget(&mut self, row: i64, connection: &Connection) -> Result<(), StoreError> {
        self.rows.remove(&row);
        connection.prepare_cached("DELETE FROM search WHERE rowid = ?1")?.execute([row])?;
        Ok(())
    }

    /// Writes them into the index.
    pub(crate) fn write(&mut self, connection: &Connection) -> Result<(), StoreError> {
        for (row, (is_indexed, words)) in std::mem::take(&mut self.rows) {
            if is_indexed {
                connection.prepare_cached("DELETE FROM search WHERE rowid = ?1")?.execute([row])?;
            }
            let [who, about, words] =
                [&words.who, &words.about, &words.words].map(|text| fold_for_search(text));
            connection
                .prepare_cached("INSERT INTO search (rowid, who, about, words) VALUES (?1, ?2, ?3, ?4)")?
                .execute((row, who, about, words))?;
        }
        Ok(())
    }
}

/// What the index is asked for so that each word of the query begins a word of the complaint; none: no word.
/// Each word is quoted, so nothing that a clerk types is read as FTS5's own syntax.
pub(crate) fn expression(query: &str) -> Option<String> {
    // Numbers stand in the index as people in the country tell them: without its code.
    let national =
        query.trim_start().strip_prefix("+230").filter(|rest| rest.contains(|c: char| c.is_ascii_digit()));
    let words = search_words(national.unwrap_or(query));
    let begins: Vec<String> = words.iter().map(|word| format!("\"{word}\"*")).collect();
    (!begins.is_empty()).then(|| begins.join(" "))
}

/// The same expression for these matters alone, whose words stand in the index: it then need not give what the filter
/// would throw away.
pub(crate) fn about(expression: String, categories: &[String]) -> String {
    if categories.is_empty() {
        return expression;
    }
    let matters: Vec<String> = categories.iter().map(|code| format!("\"{}\"", matter_word(code))).collect();
    format!("({expression}) AND about : ({})", matters.join(" OR "))
}

/// The complaints of an expression, those that came here last first.
fn matching(connection: &Connection, expression: &str, limit: u32) -> Result<Vec<ComplaintLine>, StoreError> {
    let rows = connection
        .prepare_cached("SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rowid DESC LIMIT ?2")?
        .query_map((expression, limit), |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<i64>>>()?;
    lines::by_rows(connection, &rows)
}

pub(crate) fn find(
    connection: &Connection,
    query: &str,
    limit: u32,
) -> Result<Vec<ComplaintLine>, StoreError> {
    expression(query).map_or(Ok(Vec::new()), |expression| matching(connection, &expression, limit))
}

/// Those of whose people each word is a name, a number or a reference, or the beginning of one.
pub(crate) fn of_people(
    connection: &Connection,
    query: &str,
    limit: u32,
) -> Result<Vec<ComplaintLine>, StoreError> {
    let expression = expression(query).map(|expression| format!("who : ({expression})"));
    expression.map_or(Ok(Vec::new()), |expression| matching(connection, &expression, limit))
}

/// The matter as one word. It begins with a letter that no language of an office has, so that nobody finds it by
/// typing.
pub(crate) fn matter_word(category: &str) -> String {
    let code: String = category.chars().filter(|c| c.is_alphanumeric()).collect();
    format!("ə{}", fold_for_search(&code))
}

/// Everything by which a complaint may be looked for. Numbers stand in as people see them and in one run.
fn words_of(complaint: &Complaint) -> Words {
    let register = &complaint.register;
    let mut words = vec![register.subject.clone(), register.text.clone()];
    // A value that somebody else wrote into the same field is looked for as well.
    words.extend(
        complaint.conflicts().flat_map(|conflict| &conflict.values).filter_map(|kept| kept.value.clone()),
    );
    words.extend(register.citizen.email.iter().chain(&register.citizen.address).cloned());
    for step in &complaint.steps {
        match step.operation().map(|operation| operation.body) {
            Some(Body::Answer(answer)) => words.push(answer.text),
            Some(Body::Note(note)) => words.push(note.text),
            _ => {}
        }
    }
    let about = register.citizen.locality.iter().chain(&register.place).cloned();
    let about: Vec<String> = std::iter::once(matter_word(&register.category)).chain(about).collect();
    Words { who: who(register), about: about.join(" \n "), words: words.join(" \n ") }
}

fn who(register: &Register) -> String {
    let citizen = &register.citizen;
    let reference = register.reference.to_string();
    let mut who = vec![reference.replace('-', ""), reference];
    who.extend([&citizen.surname, &citizen.other_names].into_iter().flatten().cloned());
    if let Some(nic) = &citizen.nic {
        who.push(nic.clone());
        who.push(one_run(nic));
    }
    let representative = register.representative.as_ref();
    who.extend(representative.map(|representative| representative.name.clone()));
    let phones = citizen.phone.iter().chain(representative.and_then(|someone| someone.phone.as_ref()));
    for phone in phones {
        who.push(shown_phone(phone));
        who.push(one_run(phone.trim_start_matches("+230")));
    }
    who.join(" \n ")
}

/// A number without what people put between its parts.
pub(crate) fn one_run(number: &str) -> String {
    number.chars().filter(|c| c.is_alphanumeric()).collect()
}
