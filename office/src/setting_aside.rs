//! A backup in the place of a store that does not open: its key is missing, or its file is damaged. The backup is read
//! from end to end first, and the store that does not open is kept with its keys in a folder of its own.

use std::path::{Path, PathBuf};

use jiff::Zoned;
use office_store::Store;

use crate::backup::{check_backup, restore_backup};
use crate::error::OfficeError;
use crate::key_store::{KeyStore, Passphrase, record_file};

/// Puts the store of the folder aside and makes a computer of a backup there. Where the store lies now.
///
/// # Errors
/// Those of [`check_backup`], with which nothing is touched, and of [`restore_backup`], after which the store is back
/// in its place.
pub(crate) fn restore_in_place_of(
    file: &Path,
    passphrase: &Passphrase,
    folder: &Path,
    key_store: &KeyStore,
    now: &Zoned,
) -> Result<PathBuf, OfficeError> {
    check_backup(file, passphrase)?;
    let aside = free_folder(folder, &now.strftime("%Y%m%d-%H%M%S").to_string());
    Store::set_aside(folder, &aside)?;
    let keys = Keys::set_aside(folder, key_store, &aside);
    let restored = match &keys {
        Ok(_) => restore_backup(file, passphrase, folder, key_store),
        Err(error) => Err(failed(folder, error)),
    };
    let Err(error) = restored else { return Ok(aside) };
    if let Ok(keys) = keys {
        // What cannot be put back lies aside, and the store with it.
        let _ = keys.bring_back();
    }
    Store::bring_back(&aside, folder)?;
    Err(error)
}

fn free_folder(folder: &Path, stamp: &str) -> PathBuf {
    let names = std::iter::once(format!("set-aside-{stamp}"))
        .chain((2..).map(|number| format!("set-aside-{stamp}-{number}")));
    let mut free = names.map(|name| folder.join(name)).filter(|path| !path.exists());
    free.next().expect("some number is free")
}

fn failed(path: &Path, error: &std::io::Error) -> OfficeError {
    OfficeError::File { path: path.display().to_string(), reason: error.to_string() }
}

/// The record of the keys, and the file of keys where a computer keeps them so; an entry of a keyring stays there.
struct Keys(Vec<(PathBuf, PathBuf)>);

impl Keys {
    fn set_aside(folder: &Path, key_store: &KeyStore, aside: &Path) -> std::io::Result<Self> {
        let mut files = vec![record_file(folder)];
        if let KeyStore::File(path) = key_store {
            files.push(path.clone());
        }
        let mut moved = Self(Vec::new());
        for from in files.into_iter().filter(|file| file.exists()) {
            let Some(name) = from.file_name() else { continue };
            let to = aside.join(name);
            if let Err(error) = move_file(&from, &to) {
                let _ = moved.bring_back();
                return Err(error);
            }
            moved.0.push((from, to));
        }
        Ok(moved)
    }

    fn bring_back(&self) -> std::io::Result<()> {
        self.0.iter().try_for_each(|(from, to)| move_file(to, from))
    }
}

/// A file of keys may lie on another disk than the store.
fn move_file(from: &Path, to: &Path) -> std::io::Result<()> {
    if std::fs::rename(from, to).is_err() {
        std::fs::copy(from, to)?;
        std::fs::remove_file(from)?;
    }
    Ok(())
}
