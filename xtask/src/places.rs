//! Where things are: the repository and cargo's target folder. Nothing here creates or changes a folder.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{self, Failure, Outcome};

/// The places that the verbs work with.
#[derive(Debug, Clone)]
pub(crate) struct Places {
    /// The root of the repository.
    pub(crate) root: PathBuf,
    /// Cargo's target folder, wherever CARGO_TARGET_DIR or a configuration file puts it.
    pub(crate) target: PathBuf,
    /// What `cargo metadata` says about the workspace.
    pub(crate) metadata: serde_json::Value,
}

impl Places {
    /// Asks cargo.
    pub(crate) fn find() -> Outcome<Places> {
        let root = root()?;
        let mut command = cargo(&root);
        let text = run::capture(command.args(["metadata", "--format-version", "1", "--no-deps"]))?;
        let metadata: serde_json::Value = serde_json::from_str(&text)
            .map_err(|error| Failure::broken(format!("`cargo metadata` printed no JSON: {error}")))?;
        let target = metadata["target_directory"]
            .as_str()
            .ok_or_else(|| Failure::broken("`cargo metadata` names no target folder"))?;
        Ok(Places { root, target: PathBuf::from(target), metadata: metadata.clone() })
    }

    /// The folder with the programs that `cargo xtask build` made.
    pub(crate) fn programs(&self) -> PathBuf {
        self.target.join("debug")
    }

    /// The folder of the pages.
    pub(crate) fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// Cargo, run in the root of the repository.
    pub(crate) fn cargo(&self) -> Command {
        cargo(&self.root)
    }

    /// Npm, run in the folder of the pages.
    pub(crate) fn npm(&self) -> Command {
        let mut command = Command::new("npm");
        command.current_dir(self.ui());
        command
    }
}

/// The root of the repository: the parent of this crate.
pub(crate) fn root() -> Outcome<PathBuf> {
    // Cargo sets the variable when it runs this program, so that a target folder shared by two clones does no
    // harm; a program started by hand goes by the place that it was built from.
    let crate_folder =
        std::env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").into());
    let root = Path::new(&crate_folder).parent().map(Path::to_path_buf);
    root.filter(|root| root.join("xtask/Cargo.toml").is_file())
        .ok_or_else(|| Failure::broken("the repository is not where it was when this program was built"))
}

fn cargo(root: &Path) -> Command {
    let program =
        if on_path("cargo") { "cargo".into() } else { std::env::var_os("CARGO").unwrap_or("cargo".into()) };
    let mut command = Command::new(program);
    command.current_dir(root);
    // What the outer cargo says about this crate would reach build scripts as if it were about theirs.
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") || text == "CARGO_BIN_NAME" {
            command.env_remove(&name);
        }
    }
    command
}

/// Whether a program of this name can be found.
pub(crate) fn on_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_is_found() {
        assert!(root().unwrap().join("Cargo.toml").is_file());
    }

    #[test]
    fn a_program_is_found_on_the_path_or_not() {
        assert!(on_path("sh"));
        assert!(!on_path("no-program-has-this-name"));
    }
}
