//! Secrets in a file in the clear, readable by its owner alone: for machines without keyring that nobody sits at,
//! and only by an explicit option.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;

use zeroize::Zeroizing;

use super::{KeyStoreError, Record, Secrets};

pub(super) fn keep(secrets: &Secrets, path: &Path) -> Result<Record, KeyStoreError> {
    let path = std::path::absolute(path).map_err(|error| KeyStoreError::file(path, &error))?;
    let mut options = OpenOptions::new();
    // An existing file may be another computer's key: it is never overwritten.
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let write = || {
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        let mut file = options.open(&path)?;
        file.write_all(secrets.to_hex().as_bytes())?;
        file.write_all(b"\n")?;
        file.sync_all()
    };
    write().map_err(|error: std::io::Error| KeyStoreError::file(&path, &error))?;
    Ok(Record::File { path, fingerprint: secrets.fingerprint() })
}

pub(super) fn load(path: &Path) -> Result<Secrets, KeyStoreError> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => Zeroizing::new(text),
        Err(error) if error.kind() == ErrorKind::NotFound => return Err(KeyStoreError::Missing),
        Err(error) => return Err(KeyStoreError::file(path, &error)),
    };
    Secrets::from_hex(&text).ok_or(KeyStoreError::Wrong)
}
