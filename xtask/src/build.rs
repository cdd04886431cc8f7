//! `cargo xtask build`: the pages and all programs, in the one profile that demo and tests share.

use std::path::PathBuf;

use crate::arguments::Arguments;
use crate::page;
use crate::places::Places;
use crate::run::{self, Outcome};
use crate::setup;

/// The verb.
pub(crate) fn run(arguments: &[String]) -> Outcome<()> {
    Arguments::read(arguments, &[], &[])?;
    let places = Places::find()?;
    let programs = everything(&places)?;
    run::result(format!("The programs are in {}", programs.display()));
    Ok(())
}

/// Makes the computer ready, builds pages and programs; returns the folder with the programs.
pub(crate) fn everything(places: &Places) -> Outcome<PathBuf> {
    setup::prepare(places)?;
    page::build(places)?;
    programs(places)?;
    Ok(places.programs())
}

/// Builds all programs. Always the whole workspace: the features of the shared dependencies follow from the
/// packages that are built together, so a choice of packages would compile half of them a second time.
pub(crate) fn programs(places: &Places) -> Outcome<()> {
    run::progress("programs: building");
    run::run(places.cargo().args(["build", "--workspace", "--bins"]))
}
