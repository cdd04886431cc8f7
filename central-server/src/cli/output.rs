//! What a command says: the answer on stdout, what went wrong on stderr, both for people or for programs.

use std::io::Write;
use std::process::ExitCode;

use serde::Serialize;

use crate::error::CentreError;

/// Where and how a command answers.
pub(super) struct Output {
    json: bool,
}

/// Why a command did not do it.
pub(super) struct Failure {
    code: String,
    message: String,
    exit: u8,
}

impl Output {
    pub(super) fn new(json: bool) -> Self {
        Self { json }
    }

    /// Says one thing: the object for programs, the text for people. A list says one after the other.
    pub(super) fn answer(&self, object: &impl Serialize, text: &str) -> Result<(), Failure> {
        let line = if self.json { to_json(object)? } else { text.to_owned() };
        let mut stdout = std::io::stdout().lock();
        let written = writeln!(stdout, "{line}").and_then(|()| stdout.flush());
        written.map_err(|error| Failure::new("output", format!("the answer cannot be written: {error}")))
    }

    /// Says what went wrong.
    pub(super) fn failed(&self, failure: &Failure) -> ExitCode {
        let object = FailureObject { code: &failure.code, message: &failure.message };
        let line = if self.json { to_json(&object).ok() } else { None };
        // Where stderr cannot be written, the exit code is what is left.
        drop(writeln!(std::io::stderr(), "{}", line.as_ref().unwrap_or(&failure.message)));
        ExitCode::from(failure.exit)
    }
}

#[derive(Serialize)]
struct FailureObject<'a> {
    code: &'a str,
    message: &'a str,
}

impl Failure {
    /// Refused or failed.
    pub(super) fn new(code: &str, message: impl Into<String>) -> Self {
        Self { code: code.to_owned(), message: message.into(), exit: 1 }
    }

    /// The same, with whom it is about before it.
    pub(super) fn about(self, whom: &str) -> Self {
        Self { message: format!("{whom}: {}", self.message), ..self }
    }

    /// Not what the command takes.
    pub(super) fn usage(message: impl Into<String>) -> Self {
        Self { code: "usage".to_owned(), message: message.into(), exit: 2 }
    }
}

impl From<CentreError> for Failure {
    fn from(error: CentreError) -> Self {
        Self::new(error.code(), error.to_string())
    }
}

fn to_json(object: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string(object).map_err(|error| Failure::new("output", error.to_string()))
}
