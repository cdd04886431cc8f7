//! The store's files: their names, who may have them open, and how a connection to them begins.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use rusqlite::{Connection, OpenFlags};

use crate::error::StoreError;
use crate::key::StoreKey;

type Result<T> = std::result::Result<T, StoreError>;

/// The store's file in its folder.
pub(crate) const FILE: &str = "office.db";
/// Locked by the program that has the store open.
pub(crate) const LOCK: &str = "office.lock";

/// Pages that a connection keeps at hand, in KiB (SQLite's sign for that is a minus): each page that is read or written
/// anew is decrypted or encrypted anew.
const CACHE_KIB: i64 = -32 * 1024;

pub(crate) fn lock(folder: &Path) -> Result<File> {
    let options = OpenOptions::new().create(true).truncate(false).write(true).open(folder.join(LOCK));
    let file = options.map_err(|error| match error.kind() {
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
            StoreError::ReadOnly(error.to_string())
        }
        std::io::ErrorKind::StorageFull => StoreError::DiskFull,
        _ => StoreError::Io(error),
    })?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::Busy),
        Err(TryLockError::Error(error)) => Err(StoreError::Io(error)),
    }
}

/// SQLCipher sets up its cryptography with the first key that it is given: two threads that open their stores at once
/// could find it half done.
static OPENING: Mutex<()> = Mutex::new(());

pub(crate) fn open_connection(path: &Path, key: &StoreKey, read_only: bool) -> Result<Connection> {
    let access = if read_only {
        OpenFlags::SQLITE_OPEN_READ_ONLY
    } else {
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE
    };
    let connection = begin_connection(path, key, access)?;
    if !read_only {
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
    }
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "cache_size", CACHE_KIB)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

/// Opens a copy to be written: one file without a log beside it, which a stick of any format takes.
pub(crate) fn open_copy(path: &Path, key: &StoreKey) -> Result<Connection> {
    let access = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let connection = begin_connection(path, key, access)?;
    connection.pragma_update(None, "journal_mode", "DELETE")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    Ok(connection)
}

/// The first words with a file: its key, and whether that opens it.
fn begin_connection(path: &Path, key: &StoreKey, access: OpenFlags) -> Result<Connection> {
    let _one_at_a_time = OPENING.lock().unwrap_or_else(PoisonError::into_inner);
    let connection = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // SQLCipher would otherwise print its complaints about a wrong key to standard error.
    connection.pragma_update(None, "cipher_log_level", "NONE")?;
    connection.pragma_update(None, "key", key.pragma().as_str())?;
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(connection)
}

pub(crate) fn remove_store_files(path: &Path) -> Result<()> {
    for suffix in ["", "-wal", "-shm", "-journal"] {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        match std::fs::remove_file(&name) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}

/// Makes a rename durable. Windows has no such call and needs none.
pub(crate) fn sync_folder(folder: &Path) -> Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}
