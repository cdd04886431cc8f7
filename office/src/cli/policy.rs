//! `guichet-office policy …`: what the administrator has set for this computer, and whether the file is right.

use std::path::Path;
use std::process::ExitCode;

use serde_json::{Map, Value, json};

use super::arguments::Arguments;
use super::verbs::say;
use crate::error::OfficeError;
use crate::policy::Policy;

/// Says what is set, and every mistake. Exit status 1 when there is one, or when the file that was named is none.
pub(super) fn check(arguments: &Arguments, file: Option<&Path>) -> Result<ExitCode, OfficeError> {
    let policy = file.map_or_else(Policy::of_this_computer, Policy::of);
    let shown = policy.file().map(|file| file.display().to_string());
    let mistakes: Vec<String> = policy.mistakes().iter().map(ToString::to_string).collect();
    let set = policy.set();
    let values: Map<String, Value> =
        set.iter().map(|(key, value)| ((*key).to_owned(), value.as_str().into())).collect();
    say(arguments, json!({"file": shown, "set": values, "mistakes": mistakes}), || {
        let Some(file) = &shown else {
            let places = Policy::places().iter().map(|place| place.display().to_string()).collect::<Vec<_>>();
            return format!("No policy: nothing at {}.", places.join(", "));
        };
        let lines = set.iter().map(|(key, value)| format!("\n{key}: {value}")).collect::<String>();
        let wrong = mistakes.iter().map(|mistake| format!("\n{mistake}")).collect::<String>();
        format!("{file}{lines}{wrong}")
    })?;
    Ok(if mistakes.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// What is wrong in the policy of this computer goes to the log, whatever is being done.
pub(super) fn warn() {
    for mistake in Policy::of_this_computer().mistakes() {
        tracing::warn!("{mistake}");
    }
}
