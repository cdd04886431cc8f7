//! The words of the complaints, to be found in a store of millions: FTS5 in a file, a `tsvector` on a server. Both find
//! what a word begins with; neither knows more than whether a word stands in a complaint.
//!
//! It narrows and decides nothing: whoever asks compares the columns too, and looks there who may find a complaint by its
//! citizen.

use std::collections::BTreeSet;

use ::complaints::{ComplaintId, search_words};

use super::{Session, Value};
use crate::error::CentreError;

/// So many complaints at most are looked at for words that many have: the last that came.
pub(crate) const MOST_FOUND: u32 = 5_000;

/// Signs of a word that are kept. PostgreSQL takes no more than two thousand bytes.
const LONGEST: usize = 60;

/// A number is found by so many of its last digits too, whatever code of a country stands before them.
const ENDINGS: std::ops::RangeInclusive<usize> = 7..=9;

/// Writes down which words stand in complaints whose words are new or others than before. Their rows come after this.
pub(crate) async fn note(session: &mut Session, all: Vec<(ComplaintId, String)>) -> Result<(), CentreError> {
    let known = "SELECT complaints.words FROM searched JOIN complaints ON complaints.id = searched.complaint
                 WHERE searched.complaint = $1";
    let ids = all.iter().map(|(id, _)| vec![(*id.as_bytes()).into()]).collect();
    let before = session.query_each(known, ids).await?;
    let mut changed: Vec<Vec<Value>> = Vec::new();
    for ((id, words), before) in all.into_iter().zip(before) {
        let before = before.into_iter().next().map(|mut row| row.text()).transpose()?;
        if before.as_ref() != Some(&words) {
            changed.push(vec![indexed(&words).into(), (*id.as_bytes()).into()]);
        }
    }
    match session {
        Session::Sqlite(_) => {
            let places = changed.iter().map(|values| vec![values[1].clone()]).collect();
            let place = "INSERT INTO searched (complaint) VALUES ($1) ON CONFLICT (complaint) DO NOTHING";
            session.execute_each(place, places).await?;
            let sql = "INSERT OR REPLACE INTO searched_words (rowid, words)
                       SELECT number, $1 FROM searched WHERE complaint = $2";
            session.execute_each(sql, changed).await.map(drop)
        }
        Session::Postgres(_) => {
            let sql = "INSERT INTO searched (words, complaint)
                       VALUES (array_to_tsvector(string_to_array($1, ' ')), $2)
                       ON CONFLICT (complaint) DO UPDATE SET words = excluded.words";
            session.execute_each(sql, changed).await.map(drop)
        }
    }
}

/// A table `found` with the column `complaint`, and its two values: the last complaints that came in which each of these
/// folded words begins a word. Its placeholders are the first ones of the statement.
pub(crate) fn found(session: &Session, words: &[String], most: u32) -> (&'static str, Vec<Value>) {
    let cut = words.iter().map(|word| shortened(word));
    match session {
        Session::Sqlite(_) => {
            let expression: Vec<String> = cut.map(|word| format!("\"{word}\"*")).collect();
            let table = "(SELECT searched.complaint FROM searched_words
                              CROSS JOIN searched ON searched.number = searched_words.rowid
                          WHERE searched_words MATCH $1 ORDER BY searched_words.rowid DESC LIMIT $2) AS found";
            (table, vec![expression.join(" ").into(), most.into()])
        }
        Session::Postgres(_) => {
            let expression: Vec<String> = cut.map(|word| format!("'{word}':*")).collect();
            let table = "(SELECT complaint FROM searched
                          WHERE words @@ CAST(CAST($1 AS text) AS tsquery) ORDER BY number DESC LIMIT $2) AS found";
            (table, vec![expression.join(" & ").into(), most.into()])
        }
    }
}

/// The words of folded texts, each once, as they stand in the index.
fn indexed(words: &str) -> String {
    let mut all: BTreeSet<String> = BTreeSet::new();
    for word in search_words(words) {
        if word.bytes().all(|byte| byte.is_ascii_digit()) {
            let endings = ENDINGS.filter(|digits| *digits < word.len());
            all.extend(endings.map(|digits| word[word.len() - digits..].to_owned()));
        }
        all.insert(shortened(&word));
    }
    all.into_iter().collect::<Vec<_>>().join(" ")
}

fn shortened(word: &str) -> String {
    word.chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_stands_in_the_index_once_and_a_number_by_its_last_digits_too() {
        assert_eq!(indexed("dilo, dilo\npa vini"), "dilo pa vini");
        assert_eq!(indexed("+23052512345"), "052512345 23052512345 2512345 52512345");
        assert_eq!(indexed(&"a".repeat(3_000)), "a".repeat(LONGEST));
        assert_eq!(indexed(" .. "), "");
    }
}
