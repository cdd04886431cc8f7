//! `cargo xtask bad-link`: an office's work over a slow line that is cut, beside the same line uncut. The measuring
//! itself is the program `bad-link` of tests/links.

use std::process::Command;

use crate::arguments::Arguments;
use crate::build;
use crate::places::Places;
use crate::run::{self, Outcome};

/// The verb.
pub(crate) fn run(arguments: &[String]) -> Outcome<()> {
    let arguments = Arguments::read(arguments, &[], &["link", "complaints", "limit"])?;
    let link = arguments.value("link").unwrap_or("all");
    let complaints = arguments.number("complaints", 200)?.to_string();
    let limit = arguments.number("limit", 480)?.to_string();
    let places = Places::find()?;
    build::programs(&places)?;
    let mut command = Command::new(places.programs().join("bad-link"));
    command.args(["--link", link, "--complaints", &complaints, "--limit", &limit, "--out"]);
    command.arg(places.target.join("bad-link.json")).env("GUICHET_BIN_DIR", places.programs());
    run::run(&mut command)
}
