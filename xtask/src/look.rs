//! `cargo xtask look`: pictures of every screen of the desk in all languages, sizes and colours, and what can be found
//! without eyes. The looking itself is the program `look` of tests/desktop.

use std::fs;
use std::process::Command;

use crate::arguments::Arguments;
use crate::build;
use crate::places::Places;
use crate::run::{Failure, Outcome};
use crate::session;

/// The verb.
pub(crate) fn run(arguments: &[String]) -> Outcome<()> {
    let arguments = Arguments::read(arguments, &["built"], &["screens", "ways", "out"])?;
    let places = Places::find()?;
    if !arguments.has("built") {
        build::everything(&places)?;
    }
    let out = match arguments.value("out") {
        Some(out) => std::path::absolute(out).map_err(|error| Failure::system(out, &error))?,
        None => places.target.join("look"),
    };
    fs::create_dir_all(&out).map_err(|error| Failure::system(out.display(), &error))?;
    let mut command = Command::new(places.programs().join("look"));
    command.current_dir(&places.root).arg("--out").arg(&out).arg("--page").arg(places.ui().join("dist"));
    for option in ["screens", "ways"] {
        if let Some(value) = arguments.value(option) {
            command.args([&format!("--{option}"), value]);
        }
    }
    command.env("GUICHET_BIN_DIR", places.programs());
    command.env("GUICHET_UI_AXE", places.ui().join("node_modules/axe-core/axe.min.js"));
    session::inside(&command)
}
