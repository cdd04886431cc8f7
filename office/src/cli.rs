//! The command line of `guichet-office`: parse, one call inward, print.
//!
//! With `--json` one JSON object stands on standard output (a list: one a line) and nothing else; errors go to
//! standard error, as a sentence or as {"code","message"}. Exit status 0: done, 1: refused or failed, 2: wrong
//! usage.

mod arguments;
mod carry;
mod casework;
mod finding;
mod keeping;
mod matters;
mod papers;
mod policy;
mod print;
mod verbs;
mod witness;

use std::io::IsTerminal;
use std::process::ExitCode;

use clap::Parser;

use crate::error::OfficeError;
use arguments::Arguments;

/// Runs the program.
pub fn main() -> ExitCode {
    let filter = tracing_subscriber::EnvFilter::try_from_env("GUICHET_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .init();
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are no mistakes; clap prints each where it belongs.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let json = arguments.json;
    match verbs::run(&arguments) {
        Ok(done) => done,
        Err(error) => fail(&error, json),
    }
}

fn fail(error: &OfficeError, json: bool) -> ExitCode {
    if json {
        eprintln!("{}", serde_json::json!({ "code": error.code(), "message": error.to_string() }));
    } else {
        eprintln!("guichet-office: {error}");
    }
    ExitCode::from(1)
}
