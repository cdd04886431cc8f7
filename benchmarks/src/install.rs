//! Installs the peers below the target folder, with the versions that their lock files and requirements name, through
//! npm and pip. What cannot be installed is told in the report and not measured.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::peers::{Language, Peer};
use crate::processes;
use crate::trouble::{Outcome, Trouble};

/// The installed sources of the peers.
#[derive(Debug)]
pub(crate) struct Installation {
    folder: PathBuf,
}

/// A peer that can be run.
#[derive(Debug)]
pub(crate) struct Installed {
    /// `node`, or the Python of its environment.
    interpreter: PathBuf,
    folder: PathBuf,
    ending: &'static str,
    /// `name version`, of its packages.
    pub(crate) versions: Vec<String>,
}

impl Installation {
    /// Copies the sources, so that nothing is ever installed into the repository.
    pub(crate) fn prepare(sources: &Path, folder: PathBuf) -> Outcome<Self> {
        copy(sources, &folder)?;
        Ok(Self { folder })
    }

    /// Installs what the peer needs, unless it is there.
    pub(crate) fn install(&self, peer: &Peer) -> Outcome<Installed> {
        let folder = self.folder.join(peer.folder);
        let (interpreter, ending, pins) = match peer.language {
            Language::JavaScript => (PathBuf::from("node"), "js", "package-lock.json"),
            Language::Python => (folder.join("environment/bin/python"), "py", "requirements.txt"),
        };
        let wanted = std::fs::read_to_string(folder.join(pins)).map_err(Trouble::doing(pins))?;
        let done = folder.join("installed");
        if std::fs::read_to_string(&done).unwrap_or_default() != wanted {
            eprintln!("{}: installing", peer.title);
            match peer.language {
                Language::JavaScript => npm(&folder)?,
                Language::Python => pip(&folder)?,
            }
            std::fs::write(&done, &wanted).map_err(Trouble::doing(done.display()))?;
        }
        let versions = peer.packages.iter().map(|package| version(peer.language, &wanted, package)).collect();
        Ok(Installed { interpreter, folder, ending, versions })
    }
}

impl Installed {
    /// Its server, at that address, with that folder for its store.
    pub(crate) fn server(&self, address: &str, store: &Path) -> Command {
        let port = address.rsplit(':').next().unwrap_or_default();
        let mut command = self.program("server");
        command.arg(port).arg(store);
        command
    }

    /// Its driver, with that folder for its store, at a server that it reaches at that address.
    pub(crate) fn driver(&self, address: &str, store: &Path, records: &Path, option: &str) -> Command {
        let mut command = self.program("driver");
        command.arg(store).arg(address).arg(records).arg(option);
        command
    }

    fn program(&self, name: &str) -> Command {
        let mut command = Command::new(&self.interpreter);
        command.arg(self.folder.join(format!("{name}.{}", self.ending)));
        command
    }
}

fn npm(folder: &Path) -> Outcome<()> {
    let mut command = Command::new("npm");
    command.args(["ci", "--no-audit", "--no-fund"]).current_dir(folder);
    processes::run(&mut command, &folder.join("install.log")).map(drop)
}

fn pip(folder: &Path) -> Outcome<()> {
    let (environment, log) = (folder.join("environment"), folder.join("install.log"));
    processes::run(Command::new("python3").args(["-m", "venv"]).arg(&environment), &log)?;
    let mut command = Command::new(environment.join("bin/python"));
    command.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"]);
    processes::run(command.arg(folder.join("requirements.txt")), &log).map(drop)
}

fn version(language: Language, pins: &str, package: &str) -> String {
    let found = match language {
        Language::JavaScript => serde_json::from_str::<Value>(pins).ok().and_then(|lock| {
            lock["packages"][format!("node_modules/{package}")]["version"].as_str().map(str::to_owned)
        }),
        Language::Python => pins.lines().find_map(|line| {
            let (name, version) = line.split_once("==")?;
            // `kinto[postgresql]` is kinto.
            (name.split('[').next() == Some(package)).then(|| version.trim().to_owned())
        }),
    };
    format!("{package} {}", found.unwrap_or_else(|| "of unknown version".to_owned()))
}

fn copy(from: &Path, to: &Path) -> Outcome<()> {
    std::fs::create_dir_all(to).map_err(Trouble::doing(to.display()))?;
    for entry in std::fs::read_dir(from).map_err(Trouble::doing(from.display()))? {
        let entry = entry.map_err(Trouble::doing(from.display()))?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        // Nothing is installed in the sources; where somebody did all the same, it is not ours.
        if entry.file_name() == "node_modules" {
            continue;
        }
        if source.is_dir() {
            copy(&source, &target)?;
        } else {
            std::fs::copy(&source, &target).map_err(Trouble::doing(source.display()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_what_pins_them() {
        let lock = r#"{"packages": {"node_modules/rxdb": {"version": "17.6.0"}}}"#;
        assert_eq!(version(Language::JavaScript, lock, "rxdb"), "rxdb 17.6.0");
        let pins = "kinto-http==11.11.0\nkinto[postgresql]==26.5.0\n";
        assert_eq!(version(Language::Python, pins, "kinto"), "kinto 26.5.0");
        assert_eq!(version(Language::Python, pins, "flask"), "flask of unknown version");
    }

    #[test]
    fn sources_are_copied_without_what_was_installed_beside_them() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("a"), folder.path().join("b"));
        std::fs::create_dir_all(from.join("x/node_modules/y")).unwrap();
        std::fs::write(from.join("x/driver.js"), "1").unwrap();
        copy(&from, &to).unwrap();
        assert!(to.join("x/driver.js").is_file() && !to.join("x/node_modules").exists());
    }
}
