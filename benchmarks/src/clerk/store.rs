//! The questions put to the store as the window puts them, without a window: the whole of what stands behind a page of
//! results, from the words to rows that could be shown.

use std::time::Instant;

use office::view::{ComplaintForm, SelectionForm};
use office::{Clock, Office};
use serde_json::{Map, Value};

use super::Timed;
use super::filled::Filled;
use super::questions::Question;
use crate::trouble::{Outcome, Trouble};

/// How many rows a page of results has in the window.
const ROWS: u32 = 25;
/// How many forms are compared with what is here already.
const FORMS: usize = 60;

/// What was measured.
#[derive(Debug)]
pub(crate) struct StoreTimes {
    /// Opening the store, milliseconds.
    pub(crate) open_ms: f64,
    /// A page of results.
    pub(crate) searches: Vec<Timed>,
    /// The same, narrowed to one institution.
    pub(crate) narrowed: Vec<Timed>,
    /// People who are known, as the form of a new complaint looks for them.
    pub(crate) people: Vec<Timed>,
    /// What may be here already of what a form holds.
    pub(crate) twins: Vec<Timed>,
}

/// Asks everything once, in turn, as it comes at a counter.
pub(crate) fn measure(filled: &Filled, questions: &[Question], complaints: &str) -> Outcome<StoreTimes> {
    let (office, open_ms) = timed(|| {
        Office::open(filled.many.data(), None, Some(&filled.many_key), Clock::system())
            .map_err(Trouble::doing("the store"))
    })?;
    let institutions = vec!["CWA".to_owned()];
    let searched = |words: &str, institutions: &[String]| {
        let form = SelectionForm {
            words: words.to_owned(),
            institutions: institutions.to_vec(),
            ..SelectionForm::default()
        };
        office.find(&form, None, ROWS).map_err(Trouble::doing("searching"))
    };
    let mut times = StoreTimes {
        open_ms,
        searches: Vec::new(),
        narrowed: Vec::new(),
        people: Vec::new(),
        twins: Vec::new(),
    };
    for question in questions {
        let mut found = 0;
        for typed in question.typed().filter(|typed| !typed.ends_with(' ')) {
            let of = |ms| Timed { kind: question.kind, letters: typed.chars().count(), ms };
            let (page, ms) = timed(|| searched(typed, &[]))?;
            found = page.total;
            times.searches.push(of(ms));
            times.narrowed.push(of(timed(|| searched(typed, &institutions))?.1));
            let people = || office.find_citizens(typed).map_err(Trouble::doing("people"));
            times.people.push(of(timed(people)?.1));
        }
        if found == 0 {
            return Err(Trouble::new(format!("“{}” ({}) finds nothing", question.text, question.kind)));
        }
    }
    let count = complaints.lines().count();
    for line in complaints.lines().step_by((count / FORMS).max(1)) {
        let form = form(line, &office)?;
        let twins = || office.twins_of_form(&form).map_err(Trouble::doing("twins"));
        times.twins.push(Timed { kind: "twins", letters: form.text.chars().count(), ms: timed(twins)?.1 });
    }
    Ok(times)
}

/// A complaint of the file as it stands in the form before it is saved.
fn form(line: &str, office: &Office) -> Outcome<ComplaintForm> {
    let read: Value = serde_json::from_str(line).map_err(Trouble::doing("a complaint"))?;
    let path = read["category"].as_str().unwrap_or_default();
    let profile = office.profile();
    let category =
        profile.category_by_path(path).ok_or_else(|| Trouble::new(format!("there is no category {path}")))?;
    let known = read["citizen"].as_object().into_iter().flatten().filter(|(_, value)| !value.is_null());
    let known: Map<String, Value> = known.map(|(name, value)| (name.clone(), value.clone())).collect();
    let citizen = serde_json::from_value(Value::Object(known)).map_err(Trouble::doing("a citizen"))?;
    let text = read["text"].as_str().unwrap_or_default().to_owned();
    Ok(ComplaintForm { category: category.code.clone(), text, citizen, ..ComplaintForm::default() })
}

fn timed<R>(deed: impl FnOnce() -> Outcome<R>) -> Outcome<(R, f64)> {
    let begun = Instant::now();
    let done = deed()?;
    Ok((done, begun.elapsed().as_secs_f64() * 1000.0))
}
