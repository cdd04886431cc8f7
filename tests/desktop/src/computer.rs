//! A computer of an office: the folder of its store, the way it keeps its keys, and home folders of its own, so that
//! neither the user's desktop nor another computer of the same test shares its settings.

use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::centre::Centre;
use crate::places;
use crate::processes::Group;
use crate::program::Program;
use crate::trouble::{Outcome, Trouble};
use crate::until::{PATIENCE, until};

/// Where a computer keeps the keys that it makes at its enrolment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyStore {
    /// The keyring of the desktop session.
    Keyring,
    /// A file in the clear.
    File(PathBuf),
}

impl KeyStore {
    /// Reads what `--key-store` takes.
    ///
    /// # Errors
    /// A sentence that names the two.
    pub fn named(option: &str) -> Outcome<Self> {
        match (option, option.strip_prefix("file:")) {
            ("keyring", _) => Ok(Self::Keyring),
            (_, Some(path)) if !path.is_empty() => Ok(Self::File(path.into())),
            _ => Err(Trouble::new("a key store is keyring or file:PATH")),
        }
    }

    fn option(&self) -> String {
        match self {
            Self::Keyring => "keyring".to_owned(),
            Self::File(path) => format!("file:{}", path.display()),
        }
    }
}

/// A computer. Its programs run only while somebody uses them.
#[derive(Debug)]
pub struct Computer {
    data: PathBuf,
    home: PathBuf,
    log: PathBuf,
    key_store: KeyStore,
    commands: Option<PathBuf>,
    camera: bool,
}

impl Computer {
    /// A computer that has everything in the folder, under its name.
    pub fn new(folder: &Path, name: &str, key_store: KeyStore) -> Self {
        Self::at(folder.join(name), folder, name, key_store)
    }

    /// A computer whose store is in `data`, and whose home folders and log are elsewhere.
    pub fn at(data: PathBuf, folder: &Path, name: &str, key_store: KeyStore) -> Self {
        let (home, log) = (folder.join(format!("{name}-home")), folder.join(format!("{name}.log")));
        Self { data, home, log, key_store, commands: None, camera: false }
    }

    /// The same with commands of its own: its window finds those of that folder before the system's.
    #[must_use]
    pub fn with_commands(self, folder: &Path) -> Self {
        Self { commands: Some(folder.to_owned()), ..self }
    }

    /// The same with a camera, which its web view pretends: pictures with a clock and moving shapes.
    #[must_use]
    pub fn with_camera(self) -> Self {
        Self { camera: true, ..self }
    }

    /// Where its window looks for commands; none: as this process does.
    pub(crate) fn search_path(&self) -> Option<std::ffi::OsString> {
        let own = self.commands.clone()?;
        let system = std::env::var_os("PATH").unwrap_or_default();
        std::env::join_paths(std::iter::once(own).chain(std::env::split_paths(&system))).ok()
    }

    /// The folder of its store.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// Where its administrator's policy is, if there is one.
    pub fn policy(&self) -> PathBuf {
        self.data.with_extension("policy.toml")
    }

    /// What its window has said.
    pub(crate) fn log(&self) -> &Path {
        &self.log
    }

    /// The options with which each of its programs is started.
    pub(crate) fn options(&self) -> Vec<String> {
        let data = self.data.to_string_lossy().into_owned();
        ["--data".to_owned(), data, "--key-store".to_owned(), self.key_store.option()].into()
    }

    /// Its home folders and what else is its own, as variables of the environment.
    ///
    /// # Errors
    /// When they cannot be made.
    pub(crate) fn homes(&self) -> Outcome<Vec<(&'static str, PathBuf)>> {
        let homes = [("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config"), ("XDG_CACHE_HOME", "cache")];
        let homes = homes.map(|(variable, below)| (variable, self.home.join(below)));
        for (_, path) in &homes {
            std::fs::create_dir_all(path).map_err(|error| Trouble::while_doing(path.display(), error))?;
        }
        let mut homes = Vec::from(homes);
        // A computer of its own: what is set for this machine is not set for it.
        homes.push(("GUICHET_POLICY", self.policy()));
        if self.camera {
            homes.push(("GUICHET_PRETENDED_CAMERA", "yes".into()));
        }
        Ok(homes)
    }

    /// The same store used without a window. The window must be closed: one program at a time holds a store.
    ///
    /// # Errors
    /// When the program was not built.
    pub fn ask(&self) -> Outcome<Program> {
        let program = Program::new("guichet-office", &self.data)?.variable("GUICHET_POLICY", self.policy());
        Ok(program.words(["--key-store", &self.key_store.option()]))
    }

    /// Makes it a computer of the office, with a head who may sign in.
    ///
    /// # Errors
    /// What the programs said, when they refuse.
    pub fn enrol(&self, centre: &Centre, office: &str, head: (&str, &str)) -> Outcome<()> {
        let code = centre.enrolment_code(office)?;
        self.ask()?.words(["enrol", "--server", &centre.url(), "--code", &code]).run()?;
        let adding = self.ask()?.words(["clerk", "add", "--name", head.0, "--role", "head", "--pin-stdin"]);
        adding.input(format!("{}\n", head.1)).run().map(drop)
    }

    /// Registers complaints, one JSON object a line, and returns reference and access code of each.
    ///
    /// # Errors
    /// What the program said, when it refuses.
    pub fn register(&self, lines: &str) -> Outcome<Vec<(String, String)>> {
        let answers = self.ask()?.words(["register", "--from", "-"]).input(lines).json_lines()?;
        let field = |answer: &Value, name: &str| answer[name].as_str().unwrap_or_default().to_owned();
        Ok(answers.iter().map(|answer| (field(answer, "reference"), field(answer, "access_code"))).collect())
    }

    /// Another program that holds the store until the value is dropped.
    ///
    /// # Errors
    /// When it does not open the store.
    pub async fn held_by_another_program(&self) -> Outcome<OtherProgram> {
        let mut command = Command::new(places::program("guichet-office")?);
        // It waits for lines that never come, with the store open.
        command.args(self.options()).args(["register", "--from", "-"]).stdin(Stdio::piped());
        let running = Group::start(&mut command, &self.log)?;
        let lock = self.data.join("office.lock");
        until("the other program has the store open", PATIENCE, async || Ok(is_locked(&lock)?.then_some(())))
            .await?;
        Ok(OtherProgram { _running: running })
    }
}

/// A program that has the store open; it ends when this is dropped.
#[derive(Debug)]
pub struct OtherProgram {
    _running: Group,
}

/// Whether some process has locked the file (proc(5), /proc/locks: the inode is the last part of the sixth word).
/// Trying to lock it would get in that process's way.
fn is_locked(file: &Path) -> Outcome<bool> {
    let failed = |error| Trouble::while_doing(file.display(), error);
    let inode = std::fs::metadata(file).map_err(failed)?.ino().to_string();
    let locks = std::fs::read_to_string("/proc/locks").map_err(failed)?;
    let of = |line: &str| line.split_whitespace().nth(5)?.rsplit(':').next().map(str::to_owned);
    Ok(locks.lines().filter_map(of).any(|locked| locked == inode))
}
