//! A store that does not open, put aside so that a backup can take its place. Nothing is deleted by it: its files lie
//! complete in the other folder before the first of them leaves its own.

use std::fs::File;
use std::path::{Path, PathBuf};

use crate::error::StoreError;
use crate::files::{FILE, lock, sync_folder};
use crate::{Result, Store};

/// The store with the log that belongs to it; the first one decides whether there is a store.
const FILES: [&str; 3] = ["", "-wal", "-shm"];

impl Store {
    /// Puts the files of the store in a folder aside into another folder, which is made, on the same disk.
    ///
    /// # Errors
    /// [`StoreError::Busy`] while a program has it open; otherwise the store is where it was, whatever else failed.
    pub fn set_aside(folder: &Path, aside: &Path) -> Result<()> {
        let _lock = lock(folder)?;
        std::fs::create_dir_all(aside)?;
        let pairs = pairs(folder, aside);
        for (from, to) in &pairs {
            keep_also(from, to)?;
        }
        sync_folder(aside)?;
        remove(pairs.iter().map(|(from, _)| from))?;
        sync_folder(folder)
    }

    /// Brings back what was put aside, where no store has taken its place.
    ///
    /// # Errors
    /// [`StoreError::Exists`] when one has; otherwise it stays aside.
    pub fn bring_back(aside: &Path, folder: &Path) -> Result<()> {
        let _lock = lock(folder)?;
        if folder.join(FILE).exists() {
            return Err(StoreError::Exists(folder.join(FILE)));
        }
        let pairs = pairs(aside, folder);
        // What makes it a store comes last: until then there is none.
        for (from, to) in pairs.iter().rev() {
            keep_also(from, to)?;
        }
        sync_folder(folder)?;
        remove(pairs.iter().map(|(from, _)| from))
    }
}

/// The files that are there, from the one folder to the other.
fn pairs(from: &Path, to: &Path) -> Vec<(PathBuf, PathBuf)> {
    let names = FILES.map(|suffix| format!("{FILE}{suffix}"));
    let pairs = names.iter().map(|name| (from.join(name), to.join(name)));
    pairs.filter(|(from, _)| from.exists()).collect()
}

/// The same content under a second name. Some disks of sticks know no second names: there it is copied.
fn keep_also(from: &Path, to: &Path) -> Result<()> {
    if std::fs::hard_link(from, to).is_err() {
        std::fs::copy(from, to)?;
        File::open(to)?.sync_all()?;
    }
    Ok(())
}

fn remove<'a>(files: impl Iterator<Item = &'a PathBuf>) -> Result<()> {
    for file in files {
        std::fs::remove_file(file)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(folder: &Path) -> Vec<(String, Vec<u8>)> {
        let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let files = files.filter(|path| path.is_file() && !path.ends_with(crate::files::LOCK));
        let mut files: Vec<_> = files
            .map(|path| {
                (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(&path).unwrap())
            })
            .collect();
        files.sort();
        files
    }

    #[test]
    fn a_store_that_is_put_aside_is_whole_there_and_comes_back_whole() {
        let folder = tempfile::tempdir().unwrap();
        let (home, aside) = (folder.path().join("home"), folder.path().join("home/aside"));
        std::fs::create_dir(&home).unwrap();
        for (name, bytes) in
            [("office.db", b"store".as_slice()), ("office.db-wal", b"log"), ("keys.json", b"{}")]
        {
            std::fs::write(home.join(name), bytes).unwrap();
        }
        let before = written(&home);
        Store::set_aside(&home, &aside).unwrap();
        assert!(!Store::exists(&home));
        assert_eq!(written(&home), [("keys.json".to_owned(), b"{}".to_vec())]);
        assert_eq!(written(&aside).len(), 2);
        Store::bring_back(&aside, &home).unwrap();
        assert_eq!(written(&home), before);
        assert!(written(&aside).is_empty());
    }

    #[test]
    fn what_a_program_has_open_is_not_put_aside_and_what_took_its_place_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let (home, aside) = (folder.path().join("home"), folder.path().join("aside"));
        std::fs::create_dir(&home).unwrap();
        std::fs::write(home.join(FILE), b"store").unwrap();
        let held = lock(&home).unwrap();
        assert!(matches!(Store::set_aside(&home, &aside), Err(StoreError::Busy)));
        drop(held);
        Store::set_aside(&home, &aside).unwrap();
        std::fs::write(home.join(FILE), b"another").unwrap();
        assert!(matches!(Store::bring_back(&aside, &home), Err(StoreError::Exists(_))));
        assert_eq!(std::fs::read(aside.join(FILE)).unwrap(), b"store");
    }
}
