//! Copies of the store for the worst day, and the way back from one. A copy is one file, encrypted like the store under a
//! key of its own, and counts only once it was read again from where it lies. Nothing here replaces a store.
//!
//! Who may read a copy, and when one is made, is the business of `office`.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use sync_protocol::{ChainHead, FeedHead};
use zeroize::Zeroizing;

use crate::error::StoreError;
use crate::files::{FILE, lock, open_connection, open_copy, remove_store_files, sync_folder};
use crate::integrity::{self, Verified};
use crate::key::StoreKey;
use crate::restoring::RESTORED;
use crate::{Identity, Store, feed, identity, log, schema, settings};

/// The setting that only a copy has: the seed of the key that the computer signs with, in hexadecimal digits. The store
/// itself has none, since the key store keeps it.
const CARRIED_SEED: &str = "carried_seed";

type Result<T> = std::result::Result<T, StoreError>;

/// What a copy holds, as it was read from the copy itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// Whose it is.
    pub identity: Identity,
    /// The end of the computer's own log.
    pub log: ChainHead,
    /// What checking it found.
    pub verified: Verified,
}

/// By which a copy is told to be the store as it was: both chains and the digest over all states.
#[derive(Debug, PartialEq, Eq)]
struct Marks {
    log: ChainHead,
    feed: FeedHead,
    fold: [u8; 32],
}

impl Marks {
    fn of(connection: &Connection) -> Result<Self> {
        Ok(Self {
            log: log::own(connection)?.head,
            feed: feed::head(connection)?,
            fold: integrity::stored_fold(connection)?,
        })
    }
}

impl Store {
    /// Writes a copy of the whole store to a file that does not exist yet, reads it again, and compares. Other deeds go
    /// on meanwhile; the copy is the store as it was when this began. `seed` is that of the computer's signing key.
    ///
    /// # Errors
    /// [`StoreError::Exists`]; [`StoreError::Inconsistent`] when what was read again is not what was written. Then there
    /// is no such file.
    pub fn back_up(&self, to: &Path, key: &StoreKey, seed: &[u8; 32]) -> Result<Copied> {
        if to.exists() {
            return Err(StoreError::Exists(to.to_owned()));
        }
        let draft = beside(to, ".part");
        remove_store_files(&draft)?;
        let done = self.write_copy(&draft, key, seed).and_then(|marks| {
            let copied = look_into(&draft, key)?;
            let found = Marks { log: copied.log, feed: copied.verified.head, fold: copied.verified.fold };
            match copied.verified.problems.first() {
                Some(problem) => Err(StoreError::Inconsistent(format!("the backup: {problem}"))),
                None if found != marks => {
                    Err(StoreError::Inconsistent("the backup is not what the store was".to_owned()))
                }
                None => Ok(copied),
            }
        });
        match done {
            Ok(copied) => {
                std::fs::rename(&draft, to)?;
                to.parent().map_or(Ok(()), sync_folder)?;
                Ok(copied)
            }
            Err(error) => {
                // A stick that was pulled takes the draft along; the next backup removes what is left of it.
                let _ = remove_store_files(&draft);
                Err(error)
            }
        }
    }

    fn write_copy(&self, draft: &Path, key: &StoreKey, seed: &[u8; 32]) -> Result<Marks> {
        // A connection of its own: whoever looks something up meanwhile does not wait.
        let from = open_connection(&self.path, &self.key, true)?;
        from.execute_batch("BEGIN")?;
        let marks = Marks::of(&from)?;
        let mut copy = open_copy(draft, key)?;
        copy_pages(&from, &mut copy)?;
        from.execute_batch("COMMIT")?;
        let hex: Zeroizing<String> = Zeroizing::new(seed.iter().map(|byte| format!("{byte:02x}")).collect());
        settings::put(&copy, CARRIED_SEED, &hex)?;
        copy.close().map_err(|(_, error)| error)?;
        // Reading it again would be answered from memory otherwise, as far as the system can be asked.
        File::open(draft)?.sync_all()?;
        Ok(marks)
    }

    /// Makes a store of a copy, in a folder that has none. `prepare` is given the seed of the computer's signing key and
    /// answers with the key of the new store, which it must have kept.
    ///
    /// # Errors
    /// [`StoreError::Exists`], [`StoreError::Unreadable`] when the key does not open the copy, [`StoreError::Newer`],
    /// [`StoreError::Inconsistent`] when what the copy holds does not fit.
    pub fn restore<E: From<StoreError>>(
        backup: &Path,
        key: &StoreKey,
        into: &Path,
        prepare: impl FnOnce(Zeroizing<[u8; 32]>) -> std::result::Result<StoreKey, E>,
    ) -> std::result::Result<Self, E> {
        let from = open_to_read(backup, key)?;
        std::fs::create_dir_all(into).map_err(StoreError::from)?;
        let lock = lock(into)?;
        let path = into.join(FILE);
        if path.exists() {
            return Err(StoreError::Exists(path).into());
        }
        let new = prepare(carried_seed(&from)?)?;
        put_in_place(&from, &path, &new)?;
        Ok(Self::open_locked(path, &new, lock)?)
    }
}

/// Copies, checks and renames: a half-made store is never taken for one.
fn put_in_place(from: &Connection, path: &Path, key: &StoreKey) -> Result<()> {
    let draft = beside(path, ".new");
    remove_store_files(&draft)?;
    let mut copy = open_copy(&draft, key)?;
    copy_pages(from, &mut copy)?;
    settings::delete(&copy, CARRIED_SEED)?;
    settings::put(&copy, RESTORED, "1")?;
    schema::migrate(&mut copy)?;
    let problems = integrity::verify(&copy)?.problems;
    copy.close().map_err(|(_, error)| error)?;
    if let Some(problem) = problems.first() {
        remove_store_files(&draft)?;
        return Err(StoreError::Inconsistent(format!("the backup: {problem}")));
    }
    remove_store_files(path)?;
    std::fs::rename(&draft, path)?;
    path.parent().map_or(Ok(()), sync_folder)
}

fn copy_pages(from: &Connection, to: &mut Connection) -> Result<()> {
    {
        let copying = Backup::new(from, to)?;
        if copying.step(-1)? != StepResult::Done {
            return Err(StoreError::Busy);
        }
    }
    // The copy took over that the store has a log beside it. A single file is easier to carry.
    Ok(to.pragma_update(None, "journal_mode", "DELETE")?)
}

/// Opens a copy and checks everything in it.
///
/// # Errors
/// As [`Store::restore`]; what is found wrong is in [`Verified::problems`].
pub fn look_into(backup: &Path, key: &StoreKey) -> Result<Copied> {
    let connection = open_to_read(backup, key)?;
    Ok(Copied {
        identity: identity::get(&connection)?,
        log: log::own(&connection)?.head,
        verified: integrity::verify(&connection)?,
    })
}

/// The salt that a copy's key was derived with: its first bytes.
///
/// # Errors
/// When the file cannot be read, or is too short for a copy.
pub fn salt_of(backup: &Path) -> Result<[u8; 16]> {
    let mut salt = [0; 16];
    let mut file = File::open(backup).map_err(|_| StoreError::Missing(backup.to_owned()))?;
    match file.read_exact(&mut salt) {
        Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => Err(StoreError::Unreadable),
        Err(error) => Err(error.into()),
        Ok(()) => Ok(salt),
    }
}

fn open_to_read(backup: &Path, key: &StoreKey) -> Result<Connection> {
    if !backup.is_file() {
        return Err(StoreError::Missing(backup.to_owned()));
    }
    open_connection(backup, key, true)
}

fn carried_seed(copy: &Connection) -> Result<Zeroizing<[u8; 32]>> {
    let none = || StoreError::Inconsistent("the backup carries no signing key".to_owned());
    let hex = Zeroizing::new(settings::get(copy, CARRIED_SEED)?.ok_or_else(none)?);
    let mut seed = Zeroizing::new([0; 32]);
    if hex.len() != 64 || !hex.is_ascii() {
        return Err(none());
    }
    for (at, byte) in seed.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&hex[at * 2..at * 2 + 2], 16).map_err(|_| none())?;
    }
    Ok(seed)
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}
