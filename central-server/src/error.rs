//! What can go wrong at the centre, with a code for whoever branches on it. Expected outcomes of an exchange or a
//! deed are values, not errors. No error carries a citizen's data.

use std::path::PathBuf;

use sync_protocol::CarryError;

/// Why the centre could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum CentreError {
    /// Somebody else holds the store for longer than is worth waiting. Trying again helps.
    #[error("the store is busy; try again in a moment")]
    Busy,
    /// No room on the disk. Nothing was taken.
    #[error("the disk of the centre is full; nothing was taken")]
    Full,
    /// The store may not be written. Nothing was taken.
    #[error("the store cannot be written: {0}")]
    ReadOnly(String),
    /// The database answered with something that no retry will mend.
    #[error("the database reports: {0}")]
    Database(String),
    /// What stands in the store does not fit together.
    #[error("the store is damaged: {0}")]
    Damaged(String),
    /// There is a store and its key is missing.
    #[error(
        "the key of this centre is missing: {0}. Put it back from the backup; a new key would cut off every desk"
    )]
    MissingKey(PathBuf),
    /// The key in the folder is not the one that the store was made with.
    #[error("{0} is not the key that this store was made with")]
    OtherKey(PathBuf),
    /// There is a key and its store is missing.
    #[error(
        "{0} holds the key of a centre and no store. Put the store back from the backup, or name the database with \
         --database-url"
    )]
    MissingStore(PathBuf),
    /// There is no centre in that folder.
    #[error("there is no centre in {0}; `guichet-server serve` makes one")]
    NoCentre(PathBuf),
    /// A newer version of the program has written the store.
    #[error(
        "this store was written by a newer version of Guichet (step {0}) and this one, {version}, must not touch it. \
         Install that version or a later one; nothing was changed",
        version = env!("CARGO_PKG_VERSION")
    )]
    NewerStore(i64),
    /// An older version has written the database, which others may be using.
    #[error(
        "this database was written by an older version of Guichet (step {step}; this one, {version}, works with step \
         {ours}). Stop the servers of the older version, back the database up (`guichet-server backup` or the \
         database's own means), and give the command once more with --migrate; nothing was changed",
        version = env!("CARGO_PKG_VERSION")
    )]
    OlderStore {
        /// The last step that was run on it.
        step: i64,
        /// The last step of this version.
        ours: i64,
    },
    /// What is to be done needs a copy of the store first, and none could be made.
    #[error("the store was not copied to {folder}, so nothing was changed: {why}")]
    NoCopy {
        /// Where it should go.
        folder: PathBuf,
        /// Why it did not.
        why: String,
    },
    /// A newer version of the program, which could read more, has folded the complaints.
    #[error("this store was written by a newer version (edition {0}); install that version")]
    NewerEdition(u32),
    /// A file or folder could not be read or written.
    #[error("{path}: {source}")]
    File {
        /// Which one.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The profile does not hang together; every mistake with its file and line.
    #[error("the profile cannot be used:\n{0}")]
    Profile(String),
    /// What was asked for does not exist.
    #[error("{0}")]
    NotFound(String),
    /// The agent may not do that.
    #[error("{0}")]
    NotAllowed(String),
    /// What was handed in cannot be used.
    #[error("{0}")]
    Invalid(String),
    /// Bytes that do not follow the protocol.
    #[error("the request does not follow the protocol: {0}")]
    Malformed(String),
    /// The documents that lie outside of the store cannot be had now.
    #[error("the store of the documents cannot be used: {0}")]
    ShelfAway(String),
    /// Too many wrong tries; later again.
    #[error("too many wrong tries; wait a few minutes and try again")]
    TooManyTries,
    /// A file on a stick that cannot be read, or a reply that cannot be written.
    #[error(transparent)]
    Carry(#[from] CarryError),
    /// A file on a stick from somebody whom the centre does not admit.
    #[error("the centre does not know the computer that wrote this file, or has shut it out")]
    CarriedByStranger,
    /// The database gave the transaction up in favour of another; the same again will do.
    #[error("the store is busy; try again in a moment")]
    Conflict,
}

impl CentreError {
    /// The code for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Busy | Self::Conflict => "busy",
            Self::Full => "disk_full",
            Self::ReadOnly(_) => "read_only",
            Self::Database(_) => "database",
            Self::Damaged(_) => "damaged",
            Self::MissingKey(_) => "missing_key",
            Self::OtherKey(_) => "other_key",
            Self::MissingStore(_) => "missing_store",
            Self::NoCentre(_) => "no_centre",
            Self::OlderStore { .. } => "older_store",
            Self::NoCopy { .. } => "no_copy",
            Self::NewerStore(_) | Self::NewerEdition(_) => "newer_store",
            Self::File { .. } => "file",
            Self::Profile(_) => "profile",
            Self::NotFound(_) => "not_found",
            Self::NotAllowed(_) => "not_allowed",
            Self::Invalid(_) => "invalid",
            Self::Malformed(_) => "malformed",
            Self::ShelfAway(_) => "documents_away",
            Self::TooManyTries => "too_many_tries",
            Self::Carry(error) => error.code(),
            Self::CarriedByStranger => "not_admitted",
        }
    }

    /// Whether the same again may work later without anybody's doing.
    pub fn is_temporary(&self) -> bool {
        matches!(self, Self::Busy | Self::Conflict | Self::Full | Self::ReadOnly(_) | Self::ShelfAway(_))
    }
}
