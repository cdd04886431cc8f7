//! `cargo xtask api`: schemathesis asks a real server whatever the description of its API allows, and much that it does not, and
//! compares the answers with the description.
//!
//! A verb of its own and no step of `cargo xtask test`: the tester and its thirty packages come from a registry, and tests
//! need no network. What it found once stands as a test where it was mended; the tests send bad input to every form and to
//! Open311 themselves (`pages/tests/bad_input.rs`, `tests/centre/open311.rs`).

use std::process::Command;

use crate::arguments::Arguments;
use crate::build;
use crate::demo::centre::Centre;
use crate::demo::folder::Folder;
use crate::leash::Leash;
use crate::open311::python_with;
use crate::places::Places;
use crate::run::{self, Outcome};

/// The tester, and the version that was tried.
const TESTER: &str = "schemathesis==4.32.5";

/// The verb.
pub(crate) fn run(arguments: &[String]) -> Outcome<()> {
    let arguments = Arguments::read(arguments, &["built"], &["seed"])?;
    let places = Places::find()?;
    if !arguments.has("built") {
        build::programs(&places)?;
    }
    let folder = places.target.join("api");
    let python = python_with(&folder, TESTER)?;
    let mut leash = Leash::new()?;
    let place = Folder::take(&folder.join("centre"), false)?;
    let centre = Centre::start(&places.programs(), &places.root, &place, "127.0.0.1:0", &mut leash)?;
    let url = centre.url();
    let mut command = Command::new(python.with_file_name("schemathesis"));
    command.arg("run").arg(format!("{url}/api/openapi.json")).args(["--url", &url]);
    // The limit of tries is an answer like all others and described as such.
    command.args(["--seed", arguments.value("seed").unwrap_or("1"), "--max-examples", "60"]);
    command.args([
        "--checks",
        "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance",
    ]);
    command.current_dir(&folder);
    run::run(&mut command)?;
    run::result("The API answers as its description says.\n");
    Ok(())
}
