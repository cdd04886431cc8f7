//! `cargo xtask bench`: builds the programs as they are shipped, makes the complaints, and lets the `benchmarks` crate
//! do the same work with Guichet and with its peers. What is measured, and how, is that crate's business.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::arguments::Arguments;
use crate::leash::Leash;
use crate::package::programs::released;
use crate::places::Places;
use crate::run::{self, Failure, Outcome};
use crate::samples;

/// Pushed and pulled.
const COMPLAINTS: u64 = 10_000;
/// Of the samples, so that two runs have the same ones.
const UNTIL: &str = "2026-11-21";
/// Complaints of real prose, where they lie beside the repository.
const REAL_PROSE: &str = "../shared/data/make_complaints.py";

/// The verb.
pub(crate) fn run(arguments: &[String]) -> Outcome<()> {
    let arguments = Arguments::read(arguments, &["full"], &["only", "out"])?;
    let places = Places::find()?;
    let folder = places.target.join("bench");
    fs::create_dir_all(&folder).map_err(|error| Failure::system(folder.display(), &error))?;
    let programs = released(&places, &["benchmarks"])?;
    let (complaints, input) = complaints(&places.root, &folder)?;
    let out = match arguments.value("out") {
        Some(out) => std::path::absolute(out).map_err(|error| Failure::system(out, &error))?,
        None => folder.join("results"),
    };

    let mut leash = Leash::new()?;
    let mut command = leash.command(programs.join("benchmarks"));
    command.current_dir(&places.root).stdin(Stdio::null());
    command.arg("--complaints").arg(complaints).args(["--input", &input, "--count", &COMPLAINTS.to_string()]);
    command.arg("--programs").arg(&programs).arg("--peers").arg(places.root.join("benchmarks/peers"));
    command.arg("--folder").arg(&folder).arg("--out").arg(&out);
    if arguments.has("full") {
        command.arg("--full");
    }
    if let Some(only) = arguments.value("only") {
        command.args(["--only", only]);
    }
    let status =
        leash.start(&mut command)?.wait().map_err(|error| Failure::system("the benchmarks", &error))?;
    run::succeeded("the benchmarks", status)?;
    let table = out.join("results.md");
    let text = fs::read_to_string(&table).map_err(|error| Failure::system(table.display(), &error))?;
    run::result(text);
    Ok(())
}

/// The file of complaints, and what they are.
fn complaints(root: &Path, folder: &Path) -> Outcome<(PathBuf, String)> {
    let file = folder.join("complaints.jsonl");
    let script = root.join(REAL_PROSE);
    if script.is_file() {
        let mut command = Command::new("python3");
        command.arg(script).args(["--count", &COMPLAINTS.to_string(), "--seed", "1", "--out"]).arg(&file);
        run::run(&mut command)?;
        return Ok((
            file,
            "10,000 complaints of real prose in three languages, about invented people".to_owned(),
        ));
    }
    samples::write_many(&file, COMPLAINTS, UNTIL)?;
    Ok((file, "10,000 sample complaints of `cargo xtask samples`, whose prose repeats".to_owned()))
}
