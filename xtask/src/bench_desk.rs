//! `cargo xtask bench-desk`: builds window and programs with optimisation, makes the complaints, and lets the
//! `benchmarks` crate measure what a clerk waits for, in a virtual desktop session. What is measured, and how, is that
//! crate's business.

use std::fs;
use std::process::Command;

use crate::arguments::Arguments;
use crate::page;
use crate::places::Places;
use crate::run::{self, Failure, Outcome};
use crate::samples;
use crate::session;
use crate::setup;

/// As many as an office has after years.
const COMPLAINTS: u64 = 100_000;
/// Of the samples, so that two runs have the same ones.
const UNTIL: &str = "2026-11-21";
/// Optimised, but still to be driven by automation, which the window of a release refuses.
const PROFILE: &str = "simulation";

/// The verb.
pub(crate) fn run(arguments: &[String]) -> Outcome<()> {
    let arguments = Arguments::read(arguments, &[], &["complaints", "out"])?;
    let count = arguments.number("complaints", COMPLAINTS)?;
    let places = Places::find()?;
    let folder = places.target.join("bench-desk");
    fs::create_dir_all(&folder).map_err(|error| Failure::system(folder.display(), &error))?;
    let out = match arguments.value("out") {
        Some(out) => std::path::absolute(out).map_err(|error| Failure::system(out, &error))?,
        None => folder.join("results"),
    };
    setup::prepare(&places)?;
    page::build(&places)?;
    run::progress("programs: building with optimisation");
    run::run(places.cargo().args(["build", "--workspace", "--bins", "--profile", PROFILE]))?;
    let complaints = folder.join("complaints.jsonl");
    samples::write_many(&complaints, count, UNTIL)?;

    let programs = places.target.join(PROFILE);
    let mut command = Command::new(programs.join("benchmarks"));
    command.current_dir(&places.root).env("GUICHET_BIN_DIR", &programs).arg("clerk");
    command.arg("--complaints").arg(&complaints).arg("--folder").arg(&folder).arg("--out").arg(&out);
    session::inside(&command)?;
    let table = out.join("desk.md");
    let text = fs::read_to_string(&table).map_err(|error| Failure::system(table.display(), &error))?;
    run::result(text);
    Ok(())
}
