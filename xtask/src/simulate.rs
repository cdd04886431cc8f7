//! `cargo xtask simulate`, `mutants` and `fuzz`: builds such a program of the tests optimised, in a folder of its own, and
//! runs it. What its options mean is the business of the program, which is handed them as they are.

use std::process::Command;

use crate::places::Places;
use crate::run::{self, Failure, Outcome};

/// The profile in the workspace's Cargo.toml, and the folder that cargo puts it in.
const PROFILE: &str = "simulation";

/// Builds that program and runs it.
pub(crate) fn run(name: &str, arguments: &[String]) -> Outcome<()> {
    let places = Places::find()?;
    // With the features of the whole workspace, so that it is the same code as everywhere else.
    run::run(places.cargo().args(["build", "--workspace", "--profile", PROFILE, "--bin", name]))?;
    let program = places.target.join(PROFILE).join(name);
    let status = Command::new(&program)
        .args(arguments)
        .status()
        .map_err(|error| Failure::system(format!("cannot run {}", program.display()), &error))?;
    match status.code() {
        Some(0) => Ok(()),
        // The program has said why itself.
        Some(code) => Err(Failure::Passed(u8::try_from(code).unwrap_or(1))),
        None => Err(Failure::broken(format!("{name} was ended from outside"))),
    }
}
