//! The programs that go into packages, built with optimisation. All of a system come out of one run of cargo, since a
//! choice of packages would compile half of what they share a second time; what is measured beside others is the same.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::workshop::Workshop;
use crate::page;
use crate::places::Places;
use crate::run::{self, Outcome};
use crate::setup;

/// The finished programs of Linux.
#[derive(Debug)]
pub(crate) struct Programs {
    pub(crate) window: PathBuf,
    pub(crate) office: PathBuf,
    pub(crate) server: PathBuf,
}

impl Programs {
    /// Where they lie once they are built.
    pub(crate) fn placed(workshop: &Workshop) -> Programs {
        let folder = workshop.places.target.join("release");
        Programs {
            window: folder.join("guichet"),
            office: folder.join("guichet-office"),
            server: folder.join("guichet-server"),
        }
    }

    /// Builds what has changed since the last time, unless they are to be taken as they are.
    pub(crate) fn built(workshop: &Workshop) -> Outcome<Programs> {
        if workshop.built {
            return Ok(Programs::placed(workshop));
        }
        released(&workshop.places, &[])?;
        Ok(Programs::placed(workshop))
    }
}

/// Builds the programs as they are handed out, and these packages beside them, and says where they lie. One command line for
/// all who want them: with another choice of packages or flags cargo would build everything once more. The features that
/// are left out are those of `benchmarks`, the only package that has any.
pub(crate) fn released(places: &Places, beside: &[&str]) -> Outcome<PathBuf> {
    setup::prepare(places)?;
    page::build(places)?;
    run::progress("programs: building with optimisation (a quarter of an hour the first time)");
    let mut cargo = places.cargo();
    cargo.args(["build", "--release", "--locked", "--bins", "--no-default-features"]);
    for package in ["guichet", "office", "central-server"].iter().chain(beside) {
        cargo.args(["--package", package]);
    }
    without_machine_paths(&mut cargo, places);
    run::run(&mut cargo)?;
    Ok(places.target.join("release"))
}

/// The names of this computer's folders stay out of the programs: they are nobody's business, and would make the same
/// source another program elsewhere.
pub(crate) fn without_machine_paths(cargo: &mut Command, places: &Places) {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| {
        let home = std::env::var_os("HOME")?;
        Some(Path::new(&home).join(".cargo"))
    });
    let mut flags = vec![format!("--remap-path-prefix={}=/guichet", places.root.display())];
    flags.extend(home.map(|home| format!("--remap-path-prefix={}=/cargo", home.display())));
    // Flags that somebody has set are theirs; those of a configuration file would be lost, and there are none.
    let set = std::env::var("CARGO_ENCODED_RUSTFLAGS").ok();
    flags.extend(set.iter().flat_map(|set| set.split('\u{1f}').map(str::to_owned)));
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
}
