//! What is printed: JSON for programs, short lines for people.

use std::io::{self, Write};

use serde_json::Value;

use crate::error::OfficeError;

/// Prints one JSON object on a line of its own.
pub(super) fn json(value: &Value) -> Result<(), OfficeError> {
    line(&value.to_string())
}

/// Prints a line and hands it on at once: a line that was printed is a promise. A reader that has gone away is an
/// error like any other.
pub(super) fn line(text: &str) -> Result<(), OfficeError> {
    let mut out = io::stdout().lock();
    writeln!(out, "{text}")
        .and_then(|()| out.flush())
        .map_err(|error| OfficeError::File { path: "standard output".to_owned(), reason: error.to_string() })
}
