//! Running one of our programs without a face: its words in, its JSON out, its error as a sentence.

use std::ffi::OsStr;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::places;
use crate::trouble::{Outcome, Trouble};

/// One run of a program.
#[derive(Debug)]
pub struct Program {
    command: Command,
    input: String,
}

impl Program {
    /// One of ours, on this data folder.
    ///
    /// # Errors
    /// When it was not built.
    pub fn new(name: &str, data: &Path) -> Outcome<Self> {
        let mut command = Command::new(places::program(name)?);
        command.arg("--data").arg(data);
        Ok(Self { command, input: String::new() })
    }

    /// With one more word.
    pub fn word(mut self, word: impl AsRef<OsStr>) -> Self {
        self.command.arg(word);
        self
    }

    /// With more words.
    pub fn words<W: AsRef<OsStr>>(mut self, words: impl IntoIterator<Item = W>) -> Self {
        self.command.args(words);
        self
    }

    /// With a variable of the environment.
    pub fn variable(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// With something on its standard input.
    pub fn input(mut self, text: impl Into<String>) -> Self {
        self.input = text.into();
        self
    }

    /// As a command, for a caller that does not wait for its end. What it was to read is left to the caller.
    pub fn into_command(self) -> Command {
        self.command
    }

    /// Runs it and returns what it printed.
    ///
    /// # Errors
    /// What it said, when it failed.
    pub fn run(mut self) -> Outcome<String> {
        let name = self.command.get_program().to_string_lossy().into_owned();
        let failed = |error: std::io::Error| Trouble::while_doing(&name, error);
        let piped = self.command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = piped.spawn().map_err(failed)?;
        if let Some(mut stdin) = child.stdin.take() {
            // A program that does not read its input has a reason, and says it.
            let _ = stdin.write_all(self.input.as_bytes());
        }
        let output = child.wait_with_output().map_err(failed)?;
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
        }
        let words: Vec<_> = self.command.get_args().map(OsStr::to_string_lossy).collect();
        let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        Err(Trouble::new(format!("`{name} {}` failed ({}): {said}", words.join(" "), output.status)))
    }

    /// Runs it with `--json` and returns the one object that it printed.
    ///
    /// # Errors
    /// As [`Self::run`]; when it printed something else.
    pub fn json(self) -> Outcome<Value> {
        let mut lines = self.json_lines()?;
        match (lines.pop(), lines.pop()) {
            (Some(only), None) => Ok(only),
            _ => Err(Trouble::new("one JSON object was expected")),
        }
    }

    /// Runs it with `--json` and returns the objects that it printed, one a line.
    ///
    /// # Errors
    /// As [`Self::run`]; when it printed something else.
    pub fn json_lines(self) -> Outcome<Vec<Value>> {
        let printed = self.word("--json").run()?;
        let read = |line: &str| {
            serde_json::from_str(line)
                .map_err(|error| Trouble::while_doing(format!("“{line}” is no JSON"), error))
        };
        printed.lines().map(read).collect()
    }
}
