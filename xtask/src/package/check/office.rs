//! The headless desk in a check: enrolled from a provisioning file, with one complaint, exchanging with a centre. Which
//! command runs it, in Debian or under Wine, is the caller's business.

use std::path::Path;

use serde_json::Value;

use super::{holds, same};
use crate::demo::centre::Centre;
use crate::run::{Failure, Outcome};

/// A complaint as a line of a file.
pub(crate) const COMPLAINT: &str = r#"{"kind":"complaint","category":"Water/No water / low pressure","subject":"No water","text":"Pena dilo depi trwa zour.","language":"mfe","citizen":{"surname":"Zephir","other_names":"Lata"},"consent":{"notice":"1"}}"#;

/// What the centre made for a computer without a line.
#[derive(Debug)]
pub(crate) struct Provisioned {
    pub(crate) file: String,
    pub(crate) code: String,
}

/// Has the centre make the file of an office.
pub(crate) fn provision(centre: &Centre, office: &str, out: &Path) -> Outcome<Provisioned> {
    let out = out.to_string_lossy();
    let words = ["office", "provision", office, "--server", &centre.url(), "--out", &out, "--json"];
    let answer = json(&centre.ask(&words, "")?)?;
    Ok(Provisioned { file: text(&answer, "file")?, code: text(&answer, "code")? })
}

/// Runs `guichet-office` with the words and the input, and returns what it printed.
pub(crate) type Asked<'a> = dyn Fn(&[&str], &str) -> Outcome<String> + 'a;

/// Enrols from the file, adds a clerk, registers a complaint and exchanges; returns its reference.
pub(crate) fn first_day(ask: &Asked<'_>, file: &str, code: &str) -> Outcome<String> {
    ask(&["enrol", "--from", file, "--code", code], "")?;
    ask(&["clerk", "add", "--name", "Anousha Ramdin", "--role", "head", "--pin-stdin"], "480213\n")?;
    let registered = json(&ask(&["register", "--from", "-", "--json"], &format!("{COMPLAINT}\n"))?)?;
    let reference = text(&registered, "reference")?;
    exchange(ask)?;
    is_whole(ask, &reference)?;
    Ok(reference)
}

/// Exchanges until nothing waits.
pub(crate) fn exchange(ask: &Asked<'_>) -> Outcome<()> {
    let exchanged = json(&ask(&["sync", "--json"], "")?)?;
    same("what waits after an exchange", exchanged["waiting"].as_u64(), Some(0))
}

/// The store holds together, and the complaint is in it.
pub(crate) fn is_whole(ask: &Asked<'_>, reference: &str) -> Outcome<()> {
    let verified = json(&ask(&["verify", "--json"], "")?)?;
    same("the store is whole", verified["ok"].as_bool(), Some(true))?;
    holds("the list", &ask(&["list", "--json"], "")?, reference)
}

/// The centre has the complaint.
pub(crate) fn arrived(centre: &Centre, reference: &str) -> Outcome<()> {
    holds("the centre", &centre.ask(&["show", reference, "--json"], "")?, reference)
}

/// The one JSON object that was printed.
pub(crate) fn json(printed: &str) -> Outcome<Value> {
    serde_json::from_str(printed.trim())
        .map_err(|error| Failure::broken(format!("“{}” is no JSON: {error}", printed.trim())))
}

fn text(answer: &Value, name: &str) -> Outcome<String> {
    let value = answer[name].as_str();
    value.map(str::to_owned).ok_or_else(|| Failure::broken(format!("{answer} names no {name}")))
}
