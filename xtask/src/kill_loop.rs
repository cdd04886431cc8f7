//! `cargo xtask kill-loop`: office and centre are killed again and again, and nothing may be lost. The killing itself
//! is the program `kill-loop` of tests/links.

use std::process::Command;

use crate::arguments::Arguments;
use crate::build;
use crate::places::Places;
use crate::run::{self, Outcome};

/// The verb.
pub(crate) fn run(arguments: &[String]) -> Outcome<()> {
    let arguments = Arguments::read(arguments, &[], &["kills", "from"])?;
    let kills = arguments.number("kills", 500)?.to_string();
    let seed = arguments.number("from", 1)?.to_string();
    let places = Places::find()?;
    build::programs(&places)?;
    let mut command = Command::new(places.programs().join("kill-loop"));
    command.args(["--kills", &kills, "--from", &seed, "--out"]).arg(places.target.join("kill-loop.json"));
    run::run(command.env("GUICHET_BIN_DIR", places.programs()))
}
