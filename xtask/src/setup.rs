//! `cargo xtask setup`: makes a computer with Rust and Node ready to build and test. Run it as often as you
//! like: what is there is left alone.

use std::process::Command;

use crate::arguments::Arguments;
use crate::packages;
use crate::page;
use crate::places::Places;
use crate::run::{self, Failure, Outcome};

/// The oldest Node that the page's tools take.
const OLDEST_NODE: u32 = 20;

/// The verb.
pub(crate) fn run(arguments: &[String]) -> Outcome<()> {
    Arguments::read(arguments, &[], &[])?;
    prepare(&Places::find()?)
}

/// Installs what is missing.
pub(crate) fn prepare(places: &Places) -> Outcome<()> {
    packages::install_missing()?;
    check_node()?;
    page::install_modules(places)
}

fn check_node() -> Outcome<()> {
    let version = run::capture(Command::new("node").arg("--version"))?;
    match major(&version) {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        _ => Err(Failure::broken(format!(
            "Node.js {OLDEST_NODE} or newer is needed, this is {} (https://nodejs.org)",
            version.trim()
        ))),
    }
}

/// The first number of `v20.20.2`.
fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_number_of_a_version_counts() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("v9.1.0"), Some(9));
        assert_eq!(major("20.1.0"), None);
    }
}
