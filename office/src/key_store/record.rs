//! `keys.json` in the data folder: how the secrets are kept, and a fingerprint that tells them from others. No
//! secret stands in it in the clear.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::KeyStoreError;
use super::passphrase::Wrapped;

pub(super) const FILE: &str = "keys.json";

/// How the secrets of a computer are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kept_in", rename_all = "snake_case")]
pub(crate) enum Record {
    /// In the keyring, under that name.
    Keyring {
        /// The entry's user name.
        name: String,
        /// See [`super::Secrets::fingerprint`].
        fingerprint: String,
    },
    /// Here, wrapped.
    Passphrase(Wrapped),
    /// In a file.
    File {
        /// Where.
        path: PathBuf,
        /// See [`super::Secrets::fingerprint`].
        fingerprint: String,
    },
}

impl Record {
    /// The record of a data folder, if there is one.
    pub(crate) fn read(folder: &Path) -> Result<Option<Self>, KeyStoreError> {
        let path = folder.join(FILE);
        match std::fs::read_to_string(&path) {
            Ok(text) => serde_json::from_str(&text)
                .map(Some)
                .map_err(|error| KeyStoreError::File(path.display().to_string(), error.to_string())),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(KeyStoreError::file(&path, &error)),
        }
    }

    /// Writes it durably, whole or not at all.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), KeyStoreError> {
        let path = folder.join(FILE);
        let draft = folder.join("keys.json.new");
        let text = serde_json::to_string_pretty(self).expect("a record is plain data");
        let write = || {
            use std::io::Write;
            std::fs::create_dir_all(folder)?;
            let mut file = std::fs::File::create(&draft)?;
            file.write_all(text.as_bytes())?;
            file.sync_all()?;
            std::fs::rename(&draft, &path)
        };
        write().map_err(|error: std::io::Error| KeyStoreError::file(&path, &error))
    }

    /// Gives the record another name, so that a new one can be written and the old one is not lost.
    pub(crate) fn set_aside(folder: &Path) -> Result<(), KeyStoreError> {
        let path = folder.join(FILE);
        let free = (1..).map(|n| folder.join(format!("keys.before-{n}.json"))).find(|path| !path.exists());
        let free = free.expect("some number is free");
        std::fs::rename(&path, &free).map_err(|error| KeyStoreError::file(&path, &error))
    }

    pub(crate) fn fingerprint(&self) -> &str {
        match self {
            Self::Keyring { fingerprint, .. } | Self::File { fingerprint, .. } => fingerprint,
            Self::Passphrase(wrapped) => &wrapped.fingerprint,
        }
    }

    pub(crate) fn word(&self) -> &'static str {
        match self {
            Self::Keyring { .. } => "keyring",
            Self::Passphrase(_) => "passphrase",
            Self::File { .. } => "file",
        }
    }
}
