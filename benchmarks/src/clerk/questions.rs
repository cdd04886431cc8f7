//! What clerks type into the search field, taken from complaints that lie evenly over the whole file.

use serde_json::Value;

use crate::trouble::{Outcome, Trouble};

/// How many of each kind.
const EACH: usize = 12;

/// Something that a clerk looks for; it is typed key by key, and each key is a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Question {
    pub(crate) kind: &'static str,
    pub(crate) text: String,
}

impl Question {
    /// What stands in the field after each key.
    pub(crate) fn typed(&self) -> impl Iterator<Item = &str> {
        let ends = self.text.char_indices().map(|(at, letter)| at + letter.len_utf8());
        ends.map(|end| &self.text[..end])
    }
}

/// The questions, of all kinds in turn.
pub(crate) fn questions(complaints: &str, references: &[String]) -> Outcome<Vec<Question>> {
    let lines: Vec<(Value, &String)> = complaints
        .lines()
        .zip(references)
        .map(|(line, reference)| Ok((serde_json::from_str(line)?, reference)))
        .collect::<serde_json::Result<_>>()
        .map_err(Trouble::doing("the complaints"))?;
    let arabic: Vec<&(Value, &String)> =
        lines.iter().filter(|(line, _)| line["language"] == "ar-MA").collect();
    let others: Vec<&(Value, &String)> =
        lines.iter().filter(|(line, _)| line["language"] != "ar-MA").collect();
    let mut found = Vec::new();
    for at in 0..EACH {
        if let Some((line, reference)) = evenly(&others, at) {
            found.extend(of(line, reference));
        }
        if let Some((line, _)) = evenly(&arabic, at) {
            found.extend(longest(line, 1).map(|text| Question { kind: ARABIC, text }));
        }
    }
    Ok(found)
}

/// The kinds, in the order of the report.
pub(crate) const KINDS: [&str; 8] =
    ["reference", "name", "two names", "identity number", "telephone", "word", "two words", ARABIC];
const ARABIC: &str = "Arabic word";

fn evenly<'a, T>(all: &[&'a T], at: usize) -> Option<&'a T> {
    all.get(all.len() * (2 * at + 1) / (2 * EACH)).copied()
}

fn of(line: &Value, reference: &str) -> Vec<Question> {
    let citizen = |field: &str| line["citizen"][field].as_str().unwrap_or_default().to_lowercase();
    let question = |kind, text: String| (!text.is_empty()).then_some(Question { kind, text });
    let two_names = format!("{} {}", citizen("other_names"), citizen("surname"));
    [
        question("reference", reference.to_lowercase()),
        question("name", citizen("surname")),
        question("two names", two_names.trim().to_owned()),
        question("identity number", citizen("nic").chars().take(8).collect()),
        question("telephone", citizen("phone").trim_start_matches("+230").trim().to_owned()),
        longest(line, 1).map(|text| Question { kind: "word", text }),
        longest(line, 2).map(|text| Question { kind: "two words", text }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The longest words of what happened, as a clerk remembers them.
fn longest(line: &Value, count: usize) -> Option<String> {
    let text = line["text"].as_str()?.to_lowercase();
    let mut words: Vec<&str> =
        text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    words.dedup();
    (words.len() >= count).then(|| words[..count].join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_asked_for_and_every_key_is_a_question() {
        let line = |language: &str, text: &str| {
            format!(
                r#"{{"language": "{language}", "text": "{text}",
                    "citizen": {{"surname": "Pentiah", "other_names": "Lata", "nic": "P0101000000047",
                    "phone": "57000265"}}}}"#
            )
            .replace('\n', "")
        };
        let file = format!("{}\n{}\n", line("mfe", "Pena dilo"), line("ar-MA", "لا ماء منذ"));
        let references = ["12-1-00001-A", "12-1-00002-B"].map(str::to_owned);
        let questions = questions(&file, &references).unwrap();
        for kind in KINDS {
            assert!(questions.iter().any(|question| question.kind == kind), "{kind}");
        }
        let name = questions.iter().find(|question| question.kind == "name").unwrap();
        assert_eq!(name.typed().take(3).collect::<Vec<_>>(), ["p", "pe", "pen"]);
        let arabic = questions.iter().find(|question| question.kind == ARABIC).unwrap();
        assert_eq!(arabic.typed().next().unwrap().chars().count(), 1);
    }
}
