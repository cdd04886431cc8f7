//! What all packages are made with: the version, the time that all their files bear, the folders, and the templates of
//! `installers/` filled in.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::places::Places;
use crate::run::{self, Failure, Outcome};

/// Who answers for a package, unless GUICHET_MAINTAINER names whoever hands it out.
const MAINTAINER: &str = "Guichet <guichet@localhost.localdomain>";

/// The place where packages are made.
#[derive(Debug, Clone)]
pub(crate) struct Workshop {
    pub(crate) places: Places,
    /// `0.1.0`.
    pub(crate) version: String,
    /// Where finished packages lie: `packages` in the target folder.
    pub(crate) out: PathBuf,
    /// Where they are put together.
    pub(crate) work: PathBuf,
    /// The time that all files bear, so that the same source makes the same package: that of the last commit.
    pub(crate) epoch: String,
    /// How `dpkg-deb` packs. What is only made to begin an upgrade with is not packed at all.
    pub(crate) packing: &'static str,
    /// Whether the programs are taken as they are.
    pub(crate) built: bool,
}

impl Workshop {
    /// Reads the version and makes the folders.
    pub(crate) fn open(places: &Places, built: bool) -> Outcome<Workshop> {
        let packages = places.metadata["packages"].as_array().into_iter().flatten();
        let version = packages
            .filter(|package| package["name"] == "guichet")
            .find_map(|package| package["version"].as_str())
            .ok_or_else(|| Failure::broken("`cargo metadata` names no version of the desk"))?
            .to_owned();
        let workshop = Workshop {
            version,
            out: places.target.join("packages"),
            work: places.target.join("package-work"),
            epoch: epoch(&places.root),
            places: places.clone(),
            packing: "-Zxz",
            built,
        };
        for folder in [&workshop.out, &workshop.work] {
            make(folder)?;
        }
        Ok(workshop)
    }

    /// The same, for packages of another version that lie elsewhere: an upgrade begins with them.
    pub(crate) fn of_version(&self, version: &str, out: &Path) -> Outcome<Workshop> {
        make(out)?;
        let (version, out) = (version.to_owned(), out.to_path_buf());
        Ok(Workshop { version, out, packing: "-Znone", ..self.clone() })
    }

    /// An empty folder below the work folder.
    pub(crate) fn empty(&self, name: &str) -> Outcome<PathBuf> {
        let folder = self.work.join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).map_err(|error| Failure::system(folder.display(), &error))?;
        }
        make(&folder)?;
        Ok(folder)
    }

    /// A file of `installers/`.
    pub(crate) fn installer(&self, path: &str) -> PathBuf {
        self.places.root.join("installers").join(path)
    }

    /// A template of `installers/` with each `@NAME@` replaced. A name that is left over is a mistake.
    pub(crate) fn filled(&self, path: &str, values: &[(&str, &str)]) -> Outcome<String> {
        let file = self.installer(path);
        let mut text = fs::read_to_string(&file).map_err(|error| Failure::system(file.display(), &error))?;
        let maintainer = std::env::var("GUICHET_MAINTAINER").unwrap_or_else(|_| MAINTAINER.to_owned());
        let own = [("VERSION", self.version.as_str()), ("MAINTAINER", maintainer.as_str())];
        for (name, value) in own.iter().chain(values) {
            text = text.replace(&format!("@{name}@"), value);
        }
        match left_over(&text) {
            Some(name) => Err(Failure::broken(format!("{}: nothing is known for {name}", file.display()))),
            None => Ok(text),
        }
    }

    /// Writes a file below the work folder or a tree, with the folders that it needs.
    pub(crate) fn write(path: &Path, text: &str) -> Outcome<()> {
        if let Some(parent) = path.parent() {
            make(parent)?;
        }
        fs::write(path, text).map_err(|error| Failure::system(path.display(), &error))
    }
}

/// Makes a folder and what is above it.
pub(crate) fn make(folder: &Path) -> Outcome<()> {
    fs::create_dir_all(folder).map_err(|error| Failure::system(folder.display(), &error))
}

/// SOURCE_DATE_EPOCH if it is set, else the time of the last commit; the year 1970 where there is no history.
fn epoch(root: &Path) -> String {
    if let Ok(epoch) = std::env::var("SOURCE_DATE_EPOCH") {
        return epoch;
    }
    let mut git = Command::new("git");
    let time = run::capture(git.current_dir(root).args(["log", "-1", "--format=%ct"]));
    time.map_or_else(|_| "0".to_owned(), |time| time.trim().to_owned())
}

/// The first `@NAME@` in the text.
fn left_over(text: &str) -> Option<String> {
    let mut parts = text.split('@').skip(1).peekable();
    while let Some(part) = parts.next() {
        let is_name = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_');
        if is_name && parts.peek().is_some() {
            return Some(format!("@{part}@"));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_nothing_was_put_for_is_noticed_and_an_address_is_none() {
        assert_eq!(left_over("Version: @VERSION@\n"), Some("@VERSION@".to_owned()));
        assert_eq!(left_over("Maintainer: A <a@b.example>, C <c@d.example>"), None);
        assert_eq!(left_over("nothing"), None);
    }
}
