//! `cargo xtask open311`: a program that others wrote for this standard files and finds requests at a real server.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::arguments::Arguments;
use crate::build;
use crate::demo::centre::Centre;
use crate::demo::folder::Folder;
use crate::leash::Leash;
use crate::places::Places;
use crate::run::{self, Failure, Outcome};

/// What the client is asked to do.
const SCRIPT: &str = "tests/open311/client.py";
/// The client, and the version that was tried.
const CLIENT: &str = "three==0.8.0";

/// The verb.
pub(crate) fn run(arguments: &[String]) -> Outcome<()> {
    let arguments = Arguments::read(arguments, &["built"], &[])?;
    let places = Places::find()?;
    if !arguments.has("built") {
        build::programs(&places)?;
    }
    let folder = places.target.join("open311");
    let python = python_with(&folder, CLIENT)?;
    let mut leash = Leash::new()?;
    let place = Folder::take(&folder.join("centre"), false)?;
    let centre = Centre::start(&places.programs(), &places.root, &place, "127.0.0.1:0", &mut leash)?;
    let added = centre.ask(&["api-key", "add", "three", "--json"], "")?;
    let added: serde_json::Value = serde_json::from_str(&added)
        .map_err(|error| Failure::broken(format!("`api-key add` printed no JSON: {error}")))?;
    let key = added["key"].as_str().unwrap_or_default();
    let endpoint = format!("{}/open311/v2/", centre.url());
    run::run(Command::new(python).arg(places.root.join(SCRIPT)).args([&endpoint, key]))?;
    run::result("The client discovered, listed, filed and found.\n");
    Ok(())
}

/// A Python with a package in it, in a folder of its own.
pub(crate) fn python_with(folder: &Path, package: &str) -> Outcome<PathBuf> {
    let python = folder.join("python/bin/python");
    if !folder.join("python/installed").exists() {
        run::progress(format!("{package}: installing"));
        run::run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(folder.join("python")))?;
        run::run(Command::new(&python).args(["-m", "pip", "install", "--quiet", package]))?;
        fs::write(folder.join("python/installed"), package)
            .map_err(|error| Failure::system(folder.display(), &error))?;
    }
    Ok(python)
}
