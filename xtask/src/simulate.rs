//! `cargo xtask simulate` and `mutants`: builds the simulation optimised, in a folder of its own, and runs it. What the
//! options mean is the business of the programs in `tests/simulation`, which are handed them as they are.

use std::process::Command;

use crate::places::Places;
use crate::run::{self, Failure, Outcome};

/// The profile in the workspace's Cargo.toml, and the folder that cargo puts it in.
const PROFILE: &str = "simulation";

/// The verb that runs this program of the simulation.
pub(crate) fn run(program: &str, arguments: &[String]) -> Outcome<()> {
    let places = Places::find()?;
    // With the features of the whole workspace, so that it is the same code as everywhere else.
    run::run(places.cargo().args(["build", "--workspace", "--profile", PROFILE, "--bin", program]))?;
    let program = places.target.join(PROFILE).join(program);
    let status = Command::new(&program)
        .args(arguments)
        .status()
        .map_err(|error| Failure::system(format!("cannot run {}", program.display()), &error))?;
    match status.code() {
        Some(0) => Ok(()),
        // The program has said why itself.
        Some(code) => Err(Failure::Passed(u8::try_from(code).unwrap_or(1))),
        None => Err(Failure::broken("the simulation was ended from outside")),
    }
}
