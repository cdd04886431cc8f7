//! The encrypted store of one office PC: a SQLCipher file, all SQL of the desk, migrations, search.
//!
//! One program has it open at a time. Every deed is one transaction, durable when it returns (write-ahead log with
//! `synchronous=FULL`). What a complaint means is the business of `complaints`; nothing here speaks to a network.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod aside;
mod backup;
mod casework;
mod clerks;
mod complaint_rows;
mod days;
mod devices;
mod documents;
mod drafts;
mod error;
mod feed;
mod files;
mod identity;
mod imports;
mod integrity;
mod issuers;
mod key;
mod letters;
mod lines;
mod listed;
mod log;
mod memory;
#[cfg(test)]
mod plans;
mod profiles;
mod proof;
mod quarantine;
mod readers;
mod refolding;
mod restoring;
mod schema;
mod search;
mod selecting;
mod settings;
mod snapshots;
mod tasks;
mod twins;
mod views;
mod witness;
mod writing;

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use rusqlite::{Connection, TransactionBehavior};

pub use backup::{Copied, look_into, salt_of};
pub use casework::{Narrowed, Pile, TellCount};
pub use complaint_rows::{ComplaintRecord, Listing, ListingPage, Mark};
pub use devices::KnownDevice;
pub use documents::{DocumentsDue, LARGEST_DOCUMENT_BYTES, StoredDocument, TakenSlice};
pub use drafts::StoredDraft;
pub use error::StoreError;
pub use feed::{FeedRow, PlannedEntry, PlannedOperation};
pub use identity::Identity;
pub use integrity::Verified;
pub use issuers::ReceiptIssuer;
pub use key::StoreKey;
pub use letters::WrittenLetter;
pub use lines::ComplaintLine;
pub use log::{OwnLog, WaitingOperation};
pub use memory::HeldOperation;
pub use proof::{Proof, ProvenRoot, Registration};
pub use selecting::{COUNTED, SelectedPage, Selection};
pub use snapshots::{ComingSnapshot, PlannedPart};
pub use tasks::{Listed, RefusedOperation};
pub use twins::Twin;
pub use views::{StoredExport, StoredView};
pub use witness::TakenRoot;
pub use writing::{Applied, Writing};

use complaints::{Clerk, ClerkId, ComplaintId, DocumentId};
use sync_protocol::{
    ChainHead, DeviceKey, FeedEntry, FeedHead, Hash, LogOperation, SaltTree, Sequence, SignedHead,
};

use crate::files::{FILE, lock, open_connection, remove_store_files, sync_folder};

/// An open store.
pub struct Store {
    /// Read what is committed while a deed is being written; in memory it is the writer itself. There are two, so that a
    /// question that takes long, as for twins, keeps no other waiting. They are closed first: only whoever can write
    /// brings the log into the file when it is closed last.
    readers: [Arc<Mutex<Connection>>; 2],
    writer: Arc<Mutex<Connection>>,
    path: PathBuf,
    /// For connections that a copy is made with.
    key: StoreKey,
    _lock: Option<File>,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("path", &self.path).finish_non_exhaustive()
    }
}

type Result<T> = std::result::Result<T, StoreError>;

impl Store {
    /// Whether there is a store in that folder, readable or not.
    pub fn exists(folder: &Path) -> bool {
        folder.join(FILE).exists()
    }

    /// Makes the store of a device that the centre has just admitted.
    ///
    /// # Errors
    /// [`StoreError::Exists`] when there is one: it is never replaced.
    pub fn create(folder: &Path, key: &StoreKey, identity: &Identity, bundle: &[u8]) -> Result<Self> {
        std::fs::create_dir_all(folder)?;
        let lock = lock(folder)?;
        let path = folder.join(FILE);
        if path.exists() {
            return Err(StoreError::Exists(path));
        }
        // Made beside its place and renamed once it is whole: a half-made store is never taken for one.
        let draft = folder.join("office.db.new");
        remove_store_files(&draft)?;
        let mut connection = open_connection(&draft, key, false)?;
        begin(&mut connection, identity, bundle)?;
        connection.close().map_err(|(_, error)| error)?;
        // The log of a file that is gone would be read as this one's.
        remove_store_files(&path)?;
        std::fs::rename(&draft, &path)?;
        sync_folder(folder)?;
        Self::open_locked(path, key, lock)
    }

    /// Opens a store, and brings an older one up to this version.
    ///
    /// # Errors
    /// [`StoreError`]; whatever it is, the file is as it was.
    pub fn open(folder: &Path, key: &StoreKey) -> Result<Self> {
        let path = folder.join(FILE);
        if !path.exists() {
            return Err(StoreError::Missing(path));
        }
        let lock = lock(folder)?;
        Self::open_locked(path, key, lock)
    }

    fn open_locked(path: PathBuf, key: &StoreKey, lock: File) -> Result<Self> {
        // A look that cannot write comes first: with a wrong key or a damaged file, closing a connection that can
        // write would carry the log's pages into the file.
        drop(open_connection(&path, key, true)?);
        let mut writer = open_connection(&path, key, false)?;
        schema::migrate(&mut writer)?;
        refolding::catch_up(&mut writer)?;
        casework::catch_up(&mut writer)?;
        let reader = || open_connection(&path, key, true).map(|reader| Arc::new(Mutex::new(reader)));
        let (readers, writer) = ([reader()?, reader()?], Arc::new(Mutex::new(writer)));
        Ok(Self { writer, readers, path, key: key.clone(), _lock: Some(lock) })
    }

    /// One deed: everything that `deed` writes becomes durable together, or nothing does.
    ///
    /// # Errors
    /// Those of `deed`, and [`StoreError`] when it cannot be made durable.
    pub fn write<R, E: From<StoreError>>(
        &self,
        deed: impl FnOnce(&mut Writing<'_>) -> std::result::Result<R, E>,
    ) -> std::result::Result<R, E> {
        let mut connection = guard(&self.writer);
        let transaction =
            connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
        let mut writing = Writing::new(&transaction);
        let done = deed(&mut writing)?;
        writing.finish()?;
        transaction.commit().map_err(StoreError::from)?;
        Ok(done)
    }

    /// The bytes that its files take on the disk.
    pub fn size_bytes(&self) -> u64 {
        let size = |path: &Path| std::fs::metadata(path).map_or(0, |file| file.len());
        size(&self.path) + size(&self.path.with_extension("db-wal"))
    }

    /// The number of the last step of its schema.
    pub fn schema(&self) -> Result<u32> {
        Ok(self.reader().query_row("PRAGMA user_version", [], |row| row.get(0))?)
    }

    /// Who this computer is.
    pub fn identity(&self) -> Result<Identity> {
        identity::get(&self.reader())
    }

    /// The own log: its head, and how far it is acknowledged.
    pub fn own_log(&self) -> Result<OwnLog> {
        log::own(&self.reader())
    }

    /// Operations of this device after that sequence, as many as fit into `bytes` of payload, at least one.
    pub fn own_operations_after(&self, after: Sequence, bytes: usize) -> Result<Vec<LogOperation>> {
        log::own_after(&self.reader(), after, bytes)
    }

    /// The own log's head at that sequence, if the log goes that far.
    pub fn own_head_at(&self, sequence: Sequence) -> Result<Option<ChainHead>> {
        log::own_head_at(&self.reader(), sequence)
    }

    /// The ids of this device's operations, by their place in its log.
    pub fn own_ids(&self) -> Result<BTreeMap<Sequence, Hash>> {
        log::own_ids(&self.reader())
    }

    /// How many operations wait, and when the oldest of them was made.
    pub fn waiting_count(&self) -> Result<(u32, Option<complaints::Moment>)> {
        log::waiting_count(&self.reader())
    }

    /// The operations that wait, oldest first, at most `limit`.
    pub fn waiting(&self, limit: u32) -> Result<Vec<WaitingOperation>> {
        log::waiting(&self.reader(), limit)
    }

    /// How far the feed goes.
    pub fn feed_head(&self) -> Result<FeedHead> {
        feed::head(&self.reader())
    }

    /// The hash of the feed after an entry; none when it does not go that far.
    pub fn feed_hash_at(&self, number: u64) -> Result<Option<Hash>> {
        feed::hash_at(&self.reader(), number)
    }

    /// The last head up to an entry that the centre has signed, with the number of its entry.
    pub fn signed_head_up_to(&self, number: u64) -> Result<Option<(u64, SignedHead)>> {
        feed::signed_up_to(&self.reader(), number)
    }

    /// The entries after a number up to the next head that the centre has signed, that head's number, and the head.
    pub fn signed_part_after(&self, number: u64) -> Result<Option<(Vec<FeedEntry>, u64, SignedHead)>> {
        feed::signed_part(&self.reader(), number)
    }

    /// Walks the payloads of the operations behind an entry of the feed up to another one, in the feed's order.
    pub fn for_each_payload_in_feed(&self, after: u64, up_to: u64, each: impl FnMut(&[u8])) -> Result<()> {
        feed::for_each_payload(&self.reader(), (after, up_to), each)
    }

    /// What came and could not be folded: operations, each with the reason.
    pub fn quarantine(&self) -> Result<Vec<(sync_protocol::OperationId, String)>> {
        quarantine::all(&self.reader())
    }

    /// The key that this computer signs with since it began anew; none: the one of its enrolment.
    pub fn renewed_key(&self) -> Result<Option<DeviceKey>> {
        Ok(identity::seed(&self.reader())?.map(|seed| DeviceKey::from_seed(&seed)))
    }

    /// The seed and the salts with which this computer is to begin anew, if it has drawn some.
    pub fn next_secrets(&self) -> Result<Option<([u8; 32], SaltTree)>> {
        identity::next_secrets(&self.reader())
    }

    /// Operations of this computer that the feed has not brought yet, in order.
    pub fn own_unseen(&self) -> Result<Vec<LogOperation>> {
        log::own_unseen(&self.reader())
    }

    /// The devices that the feed has named.
    pub fn devices(&self) -> Result<Vec<KnownDevice>> {
        devices::all(&self.reader())
    }

    /// A complaint, with its own unsent operations on top.
    pub fn complaint(&self, id: ComplaintId) -> Result<Option<ComplaintRecord>> {
        complaint_rows::get(&self.reader(), id)
    }

    /// The complaints of that reference: one, unless a computer was restored from a backup.
    pub fn complaints_by_reference(&self, reference: &str) -> Result<Vec<ComplaintRecord>> {
        complaint_rows::by_reference(&self.reader(), reference)
    }

    /// A page of a list, with the whole stories.
    pub fn list(&self, listing: Listing, after: Option<&str>, limit: u32) -> Result<ListingPage> {
        let connection = self.reader();
        let page = complaint_rows::list(&connection, listing, after, limit)?;
        page.read(|rows| complaint_rows::by_rows(&connection, rows))
    }

    /// Complaints in which every word of the query occurs, newest first, at most `limit`.
    pub fn search(&self, query: &str, limit: u32) -> Result<Vec<ComplaintLine>> {
        search::find(&self.reader(), query, limit)
    }

    /// Complaints of which each word of the query is a name, a number or a reference of a person, or begins one, newest
    /// first, at most `limit`.
    pub fn search_people(&self, query: &str, limit: u32) -> Result<Vec<ComplaintLine>> {
        search::of_people(&self.reader(), query, limit)
    }

    /// How many complaints have something that the centre did not accept and nobody has looked at.
    pub fn refused_count(&self) -> Result<u32> {
        complaint_rows::refused_count(&self.reader())
    }

    /// In how many complaints two values of a field stand side by side.
    pub fn conflict_count(&self) -> Result<u32> {
        complaint_rows::conflict_count(&self.reader())
    }

    /// This computer's operations that the centre refused and nobody has dealt with, oldest first.
    pub fn tasks(&self) -> Result<Vec<RefusedOperation>> {
        tasks::open(&self.reader())
    }

    /// How many of them there are.
    pub fn task_count(&self) -> Result<u32> {
        tasks::count(&self.reader())
    }

    /// A document, as far as it is here.
    pub fn document(&self, id: &DocumentId) -> Result<Option<StoredDocument>> {
        documents::get(&self.reader(), id)
    }

    /// The documents that are whole here and not at the centre, the oldest first.
    pub fn documents_to_send(&self) -> Result<Vec<StoredDocument>> {
        documents::to_send(&self.reader())
    }

    /// The documents that are whole here and of which the centre has to say how much it has, the oldest first.
    pub fn documents_unsure(&self) -> Result<Vec<StoredDocument>> {
        documents::unsure(&self.reader())
    }

    /// What is left to carry of documents.
    pub fn documents_due(&self) -> Result<DocumentsDue> {
        documents::due(&self.reader())
    }

    /// The documents that somebody here waits for, the oldest first.
    pub fn documents_wanted(&self) -> Result<Vec<StoredDocument>> {
        documents::wanted(&self.reader())
    }

    /// At most `most` bytes of a document from that offset on, as far as they are here; empty at the end.
    pub fn document_slice(&self, id: &DocumentId, offset: u64, most: usize) -> Result<Vec<u8>> {
        documents::slice(&self.reader(), id, offset, most)
    }

    /// Takes a piece of a document that came from the centre, as a deed of its own.
    pub fn take_document_slice(&self, id: &DocumentId, offset: u64, bytes: &[u8]) -> Result<TakenSlice> {
        self.write(|writing| documents::take(writing.connection, id, offset, bytes))
    }

    /// Everyone who may sign in.
    pub fn clerks(&self) -> Result<Vec<(ClerkId, Clerk)>> {
        clerks::all(&self.reader())
    }

    /// Drafts, the latest first.
    pub fn drafts(&self) -> Result<Vec<StoredDraft>> {
        drafts::all(&self.reader())
    }

    /// The complaint that was registered from a line of that digest.
    pub fn imported(&self, digest: &[u8; 32]) -> Result<Option<ComplaintId>> {
        imports::get(&self.reader(), digest)
    }

    /// The profile in force, as the bytes of its bundle.
    pub fn profile(&self) -> Result<Vec<u8>> {
        profiles::in_force(&self.reader())
    }

    /// The digest of a profile that the feed has named and that is not here yet.
    pub fn wanted_profile(&self) -> Result<Option<Hash>> {
        profiles::wanted(&self.reader())
    }

    /// A setting.
    pub fn setting(&self, name: &str) -> Result<Option<String>> {
        settings::get(&self.reader(), name)
    }

    /// Where the registration of a complaint stands.
    pub fn registration(&self, id: ComplaintId) -> Result<Option<Registration>> {
        proof::registration(&self.reader(), id)
    }

    /// What proves the registration of a complaint; none when this computer does not know it.
    pub fn proof(&self, id: ComplaintId) -> Result<Option<Proof>> {
        proof::proof(&self.reader(), id)
    }

    /// The daily roots that the feed has brought, in the order in which they came.
    pub fn witnessed(&self) -> Result<Vec<TakenRoot>> {
        witness::all(&self.reader())
    }

    /// How many of them were not believed and no administrator has said to know of.
    pub fn witness_problems(&self) -> Result<u32> {
        witness::unseen_problems(&self.reader())
    }

    /// Checks everything that can be checked: file, chains, signatures, fold.
    pub fn verify(&self) -> Result<Verified> {
        integrity::verify(&self.reader())
    }
}

/// Makes the tables of a new store, and writes down whose it is.
fn begin(connection: &mut Connection, identity: &Identity, bundle: &[u8]) -> Result<()> {
    schema::migrate(connection)?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    identity::insert(&transaction, identity)?;
    profiles::insert(&transaction, bundle)?;
    refolding::note(&transaction)?;
    Ok(transaction.commit()?)
}

/// A poisoned lock means that a deed panicked; its transaction was rolled back, so the connection is sound.
fn guard(connection: &Mutex<Connection>) -> MutexGuard<'_, Connection> {
    connection.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// A blob of a fixed length as it comes out of a column.
fn fixed<const N: usize>(bytes: Vec<u8>) -> rusqlite::Result<[u8; N]> {
    bytes.try_into().map_err(|bytes: Vec<u8>| {
        rusqlite::Error::FromSqlConversionFailure(
            bytes.len(),
            rusqlite::types::Type::Blob,
            format!("{} bytes where {N} were expected", bytes.len()).into(),
        )
    })
}
