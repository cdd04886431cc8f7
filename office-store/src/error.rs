//! What can go wrong with a store, told apart as far as somebody can do something about it.

use std::path::PathBuf;

/// A surprise in the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no store at that place.
    #[error("there is no store at {0}")]
    Missing(PathBuf),
    /// There is a store already, and it is not replaced.
    #[error("there is a store at {0} already")]
    Exists(PathBuf),
    /// Another program has the store open.
    #[error("another program has the store open; close it and try again")]
    Busy,
    /// The key does not open the file, or the file is damaged: the two cannot be told apart from here.
    #[error("the key does not open the store, or its file is damaged")]
    Unreadable,
    /// The disk is full; nothing of the last deed was kept, everything before it is.
    #[error("the disk is full; make room and try again")]
    DiskFull,
    /// The disk or the folder cannot be written.
    #[error("the store's folder cannot be written: {0}")]
    ReadOnly(String),
    /// The store was written by a newer version.
    #[error("the store was written by a newer version of the program (schema {0}); upgrade the program")]
    Newer(u32),
    /// Its states were folded by a newer version, which could read more.
    #[error("the store was written by a newer version of the program (edition {0}); upgrade the program")]
    NewerEdition(u32),
    /// What the store holds contradicts itself.
    #[error("the store holds something that does not fit: {0}")]
    Inconsistent(String),
    /// Anything else that SQLite says.
    #[error("the store failed: {0}")]
    Sqlite(rusqlite::Error),
    /// Anything else that the file system says.
    #[error("the store's file failed: {0}")]
    Io(#[from] std::io::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Self::Unreadable,
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Self::ReadOnly(error.to_string())
            }
            _ => Self::Sqlite(error),
        }
    }
}
