//! The PCs of the office, used without a window: `guichet-office` on a data folder of its own.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::OFFICE;
use super::centre::Centre;
use crate::places::on_path;
use crate::run::{self, Failure, Outcome};

/// Where a PC keeps the key of its store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum KeyStore {
    /// The keyring of the user's desktop.
    Keyring,
    /// A file in the demonstration's folder.
    File(PathBuf),
}

impl KeyStore {
    /// The keyring, if a screen means that there is somebody to unlock it and it works; else a file.
    pub(crate) fn for_the_desk(has_screen: bool, folder: &Path) -> KeyStore {
        if has_screen && keyring_works() {
            return KeyStore::Keyring;
        }
        if has_screen {
            run::progress("(no unlocked keyring here: the desk's key goes into a file of the demo folder)");
        }
        KeyStore::File(folder.join("desk.key"))
    }

    /// Reads what [`KeyStore::option`] wrote.
    pub(crate) fn named(option: &str) -> KeyStore {
        match option.strip_prefix("file:") {
            Some(path) => KeyStore::File(PathBuf::from(path)),
            None => KeyStore::Keyring,
        }
    }

    /// The value of `--key-store`.
    pub(crate) fn option(&self) -> String {
        match self {
            KeyStore::Keyring => "keyring".to_owned(),
            KeyStore::File(path) => format!("file:{}", path.display()),
        }
    }
}

/// Whether a secret can be kept and read back. A locked keyring asks on the screen and lets us wait, hence the
/// limits of time.
fn keyring_works() -> bool {
    let secret_tool = |words: &[&str], input: &str| {
        let mut command = Command::new("timeout");
        command.args(["5", "secret-tool"]).args(words).args(["guichet-demo", "probe"]);
        run::capture_with_input(command.stderr(std::process::Stdio::null()), input)
    };
    if !on_path("secret-tool") || !on_path("timeout") {
        return false;
    }
    let is_kept = secret_tool(&["store", "--label=Guichet demo"], "probe").is_ok()
        && secret_tool(&["lookup"], "").is_ok_and(|secret| secret == "probe");
    let _ = secret_tool(&["clear"], "");
    is_kept
}

/// A PC of the office.
#[derive(Debug)]
pub(crate) struct Pc {
    /// The folder with all programs.
    pub(crate) programs: PathBuf,
    /// Its data folder.
    pub(crate) data: PathBuf,
    /// Where its key is.
    pub(crate) key_store: KeyStore,
}

impl Pc {
    /// A PC that may not be enrolled yet.
    pub(crate) fn new(programs: &Path, data: PathBuf, key_store: KeyStore) -> Pc {
        Pc { programs: programs.to_path_buf(), data, key_store }
    }

    /// Makes it a PC of the office.
    pub(crate) fn enrol(&self, centre: &Centre) -> Outcome<()> {
        let code = centre.enrolment_code(OFFICE)?;
        self.do_it(&["enrol", "--server", &centre.url(), "--code", &code], "").map(drop)
    }

    /// Adds a clerk who may do everything in the office.
    pub(crate) fn add_clerk(&self, name: &str, pin: &str) -> Outcome<()> {
        self.do_it(&["clerk", "add", "--name", name, "--role", "head", "--pin-stdin"], &format!("{pin}\n"))
            .map(drop)
    }

    /// Registers the complaints of a JSON Lines file and returns their references in the same order.
    pub(crate) fn register(&self, file: &Path) -> Outcome<Vec<String>> {
        let answer = self.do_it(&["register", "--from", &file.to_string_lossy(), "--json"], "")?;
        let references = references(&answer);
        if references.is_empty() {
            return Err(Failure::broken("the office registered the samples and named no reference"));
        }
        Ok(references)
    }

    /// Exchanges with the centre.
    pub(crate) fn exchange(&self) -> Outcome<()> {
        self.do_it(&["sync"], "").map(drop)
    }

    /// The options with which every program of this PC is started.
    pub(crate) fn options(&self) -> Vec<String> {
        let data = self.data.to_string_lossy().into_owned();
        ["--data".to_owned(), data, "--key-store".to_owned(), self.key_store.option()].into()
    }

    fn do_it(&self, deed: &[&str], input: &str) -> Outcome<String> {
        let mut command = Command::new(self.programs.join("guichet-office"));
        run::capture_with_input(command.args(self.options()).args(deed), input)
    }
}

/// The references in what `register --json` printed: one JSON value, or one a line.
fn references(answer: &str) -> Vec<String> {
    let mut found = Vec::new();
    for value in serde_json::Deserializer::from_str(answer).into_iter::<Value>().map_while(Result::ok) {
        collect(&value, &mut found);
    }
    found
}

fn collect(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => match fields.get("reference") {
            Some(Value::String(reference)) => found.push(reference.clone()),
            _ => fields.values().for_each(|field| collect(field, found)),
        },
        Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_found_in_a_list_and_in_lines() {
        let list = r#"{"registered": [{"reference": "12-A"}, {"reference": "12-B"}]}"#;
        assert_eq!(references(list), ["12-A", "12-B"]);
        let lines = "{\"reference\": \"12-A\"}\n{\"reference\": \"12-B\", \"of\": {\"reference\": \"x\"}}\n";
        assert_eq!(references(lines), ["12-A", "12-B"]);
        assert!(references("registered 2").is_empty());
    }

    #[test]
    fn a_key_store_is_named_as_the_programs_read_it() {
        for store in [KeyStore::Keyring, KeyStore::File("/tmp/a b/desk.key".into())] {
            assert_eq!(KeyStore::named(&store.option()), store);
        }
    }
}
