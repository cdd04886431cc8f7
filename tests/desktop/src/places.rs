//! Where programs, the accessibility checker and pictures are: as the caller says in the environment, else in the
//! repository's own target folder.

use std::env;
use std::path::{Path, PathBuf};

use crate::trouble::{Outcome, Trouble};

/// The path of one of our programs.
///
/// # Errors
/// When it was not built.
pub fn program(name: &str) -> Outcome<PathBuf> {
    let folder = from_environment("GUICHET_BIN_DIR").unwrap_or_else(|| root().join("target/debug"));
    let path = folder.join(name);
    if path.is_file() {
        return Ok(path);
    }
    Err(Trouble::new(format!(
        "{} is not there: build the programs with `cargo build --workspace --bins`, or say in GUICHET_BIN_DIR where \
         they are",
        path.display()
    )))
}

/// The path of a program that the machine must have.
///
/// # Errors
/// When it is not installed.
pub(crate) fn tool(name: &str, package: &str) -> Outcome<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let found = env::split_paths(&path).map(|folder| folder.join(name)).find(|path| path.is_file());
    found.ok_or_else(|| Trouble::new(format!("{name} is not installed (Debian package {package})")))
}

/// The source of the accessibility checker.
///
/// # Errors
/// When the modules of the pages are not installed.
pub(crate) fn axe() -> Outcome<String> {
    let path = from_environment("GUICHET_UI_AXE")
        .unwrap_or_else(|| root().join("ui/node_modules/axe-core/axe.min.js"));
    std::fs::read_to_string(&path).map_err(|error| {
        Trouble::new(format!(
            "{}: {error}; run `npm ci` in ui/, or name the file in GUICHET_UI_AXE",
            path.display()
        ))
    })
}

/// The folder for pictures that people look at; it is made when it is not there.
///
/// # Errors
/// When it cannot be made.
pub fn artefacts() -> Outcome<PathBuf> {
    let folder = from_environment("GUICHET_ARTEFACTS").unwrap_or_else(|| root().join("target/artefacts"));
    std::fs::create_dir_all(&folder).map_err(|error| Trouble::while_doing(folder.display(), error))?;
    Ok(folder)
}

fn from_environment(name: &str) -> Option<PathBuf> {
    env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn root() -> PathBuf {
    let crate_folder =
        env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    crate_folder
        .ancestors()
        .find(|folder| folder.join("Cargo.lock").is_file())
        .map_or(crate_folder.clone(), Path::to_path_buf)
}
