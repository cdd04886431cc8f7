//! `cargo xtask package --check`: each package where it will be used, from its installation to its end. Linux packages go
//! into fresh Debian roots, the Windows installer into Wine; a centre on this computer's loopback answers them.

pub(crate) mod centre;
pub(crate) mod desk;
mod office;
mod processes;
mod root;
pub(crate) mod rpm;
mod screen;
mod window;
pub(crate) mod windows;

use std::time::Duration;

use super::Kind;
use super::listing;
use super::workshop::Workshop;
use crate::run::{self, Failure, Outcome};

/// The version that an upgrade begins with: the same programs under a lower number.
const OLDER: &str = "0.0.9";

/// What a check has found, line by line.
#[derive(Debug, Default)]
pub(crate) struct Report(Vec<String>);

impl Report {
    /// Notes something that was seen to be so.
    pub(crate) fn note(&mut self, line: impl Into<String>) {
        let line = line.into();
        run::progress(format!("  {line}"));
        self.0.push(line);
    }
}

/// The part of the verb.
pub(crate) fn run(workshop: &Workshop, kinds: &[&Kind]) -> Outcome<()> {
    let mut told = format!("# Packages of version {}, tried\n", workshop.version);
    let mut failed = Vec::new();
    for kind in kinds {
        run::progress(format!("\n== {}: {}", kind.name, kind.what));
        told.push_str(&format!("\n## {}: {}\n\n", kind.name, kind.what));
        let place = kind.place(workshop);
        let Ok(file) = std::fs::metadata(&place) else {
            let line = "not there; `cargo xtask package` makes it, or says why it cannot";
            run::progress(format!("  {line}"));
            told.push_str(&format!("* {line}\n"));
            continue;
        };
        told.push_str(&format!("* to download: {}\n", listing::megabytes(file.len())));
        match (kind.check)(workshop) {
            Ok(Report(lines)) => lines.iter().for_each(|line| told.push_str(&format!("* {line}\n"))),
            Err(failure) => {
                told.push_str(&format!("* FAILED: {}\n", failure.told()));
                run::progress(format!("  {}", failure.told()));
                failed.push(kind.name);
            }
        }
    }
    let report = workshop.out.join("checked.md");
    Workshop::write(&report, &told)?;
    run::result(told);
    run::result(format!("(in {})", report.display()));
    if failed.is_empty() {
        return Ok(());
    }
    Err(Failure::broken(format!("{} did not do what it should", failed.join(", "))))
}

/// Fails with both sides when something is not as it should be.
fn same<T: PartialEq + std::fmt::Debug>(what: &str, is: T, should_be: T) -> Outcome<()> {
    if is == should_be {
        return Ok(());
    }
    Err(Failure::broken(format!("{what}: {is:?} instead of {should_be:?}")))
}

/// Fails unless the text holds the words.
fn holds(what: &str, text: &str, words: &str) -> Outcome<()> {
    if text.contains(words) {
        return Ok(());
    }
    Err(Failure::broken(format!("{what} does not say “{words}”: {}", text.trim())))
}

/// `1.23 s`.
fn seconds(time: Duration) -> String {
    format!("{:.2} s", time.as_secs_f64())
}
