//! The pages of the window: npm's modules and the built pages, each made anew only when what they are made
//! from has changed.

use crate::fingerprint::Fingerprint;
use crate::places::Places;
use crate::run::{self, Failure, Outcome};

/// Folders below ui/ that are made, not written.
const MADE: &[&str] = &["node_modules", "dist", ".svelte-kit", "coverage", "test-results"];

/// `npm ci`, when package-lock.json is not the one that the modules were installed from.
pub(crate) fn install_modules(places: &Places) -> Outcome<()> {
    let lock = places.ui().join("package-lock.json");
    if !lock.is_file() {
        return Err(Failure::broken(format!("{} is missing", lock.display())));
    }
    let mut fingerprint = Fingerprint::new();
    fingerprint.add_path(&lock, &[])?;
    let stamp = places.ui().join("node_modules/.installed-from");
    if fingerprint.is_stamped(&stamp) {
        run::progress("npm modules: up to date");
        return Ok(());
    }
    run::progress("npm modules: installing what package-lock.json names");
    run::run(places.npm().args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    fingerprint.stamp(&stamp)
}

/// `npm run build`, when the sources, the messages or package-lock.json changed since the last time.
pub(crate) fn build(places: &Places) -> Outcome<()> {
    let fingerprint = sources(places)?;
    let built = places.ui().join("dist");
    // Vite empties the folder when it builds, so a stamp in it can never outlive what it speaks of.
    let stamp = built.join(".built-from");
    if built.join("index.html").is_file() && fingerprint.is_stamped(&stamp) {
        run::progress("pages: up to date");
        return Ok(());
    }
    run::progress("pages: building");
    run::run(places.npm().args(["run", "build"]))?;
    fingerprint.stamp(&stamp)
}

/// Like [`build`], but content with pages of any age: for what cannot be compiled without some pages.
pub(crate) fn build_if_absent(places: &Places) -> Outcome<()> {
    if places.ui().join("dist/index.html").is_file() {
        return Ok(());
    }
    install_modules(places)?;
    build(places)
}

/// The types and the tests of the pages.
pub(crate) fn check(places: &Places) -> Outcome<()> {
    run::run(places.npm().args(["run", "check"]))?;
    run::run(places.npm().arg("test"))
}

fn sources(places: &Places) -> Outcome<Fingerprint> {
    let mut fingerprint = Fingerprint::new();
    fingerprint.add_path(&places.ui(), MADE)?;
    fingerprint.add_path(&places.root.join("locales"), &["src", "tests"])?;
    fingerprint.add_path(&places.root.join("look"), &[])?;
    Ok(fingerprint)
}
