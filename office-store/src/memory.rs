//! A store that lives in memory, and what may befall it: for simulations of many computers in one process. The SQL,
//! the migrations and the transactions are those of the file; encryption and the folder's lock have nothing to
//! protect there. No program of an office opens one.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use rusqlite::{Connection, MAIN_DB};

use sync_protocol::{DeviceId, Sequence};

use crate::error::StoreError;
use crate::identity::Identity;
use crate::{Result, Store, begin, guard, refolding, schema};

/// An operation as a store holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldOperation {
    /// Whose it is.
    pub device: DeviceId,
    /// Its place in that device's log.
    pub sequence: Sequence,
    /// What was done, as it is hashed.
    pub payload: Vec<u8>,
    /// The number of the entry that brought it; none while the feed has not.
    pub feed_number: Option<u64>,
}

impl Store {
    /// A new store in memory, of a device that the centre has just admitted.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn in_memory(identity: &Identity, bundle: &[u8]) -> Result<Self> {
        let mut connection = connect()?;
        begin(&mut connection, identity, bundle)?;
        Ok(Self::over(connection))
    }

    /// A store in memory as it was when [`Self::image`] was taken: after a restart, from a backup, or as a copy that
    /// runs on beside the first.
    ///
    /// # Errors
    /// [`StoreError`] when the bytes are not the image of a store.
    pub fn from_image(image: &[u8]) -> Result<Self> {
        let mut connection = connect()?;
        connection.deserialize_read_exact(MAIN_DB, image, image.len(), false)?;
        schema::migrate(&mut connection)?;
        refolding::catch_up(&mut connection)?;
        Ok(Self::over(connection))
    }

    /// All that is committed, as bytes; of a store in memory only.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn image(&self) -> Result<Vec<u8>> {
        Ok(guard(&self.writer).serialize(MAIN_DB)?.to_vec())
    }

    /// Asks before each commit from now on. On `false` the commit fails and nothing of its deed is kept: the computer
    /// crashed at that moment.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn before_each_commit(&self, mut may_commit: impl FnMut() -> bool + Send + 'static) -> Result<()> {
        Ok(guard(&self.writer).commit_hook(Some(move || !may_commit()))?)
    }

    /// Leaves room for so many more pages of 4 KiB, or for as many as one likes. Beyond them the disk is full.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn limit_room(&self, pages: Option<u32>) -> Result<()> {
        let connection = guard(&self.writer);
        let used: u32 = connection.query_row("PRAGMA page_count", [], |row| row.get(0))?;
        let most = pages.map_or(u32::MAX - 1, |pages| used + pages);
        connection.query_row(&format!("PRAGMA max_page_count = {most}"), [], |_| Ok(()))?;
        Ok(())
    }

    /// Every operation that is here, by device and sequence.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn held_operations(&self) -> Result<Vec<HeldOperation>> {
        let connection = self.reader();
        let mut statement = connection.prepare_cached(
            "SELECT device, sequence, payload, feed_number FROM operations ORDER BY device, sequence",
        )?;
        let rows = statement.query_map([], |row| {
            Ok(HeldOperation {
                device: DeviceId(row.get(0)?),
                sequence: Sequence(row.get(1)?),
                payload: row.get(2)?,
                feed_number: row.get(3)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn over(connection: Connection) -> Self {
        let connection = Arc::new(Mutex::new(connection));
        Self {
            readers: [Arc::clone(&connection), Arc::clone(&connection)],
            writer: connection,
            path: PathBuf::from(":memory:"),
            key: crate::StoreKey::from_bytes([0; 32]),
            _lock: None,
        }
    }
}

fn connect() -> std::result::Result<Connection, StoreError> {
    let connection = Connection::open_in_memory()?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

#[cfg(test)]
mod tests {
    use complaints::{Author, Body, ClerkId, OfficeCode, Operation};
    use sync_protocol::{DeviceKey, SaltTree};

    use super::*;

    fn store() -> Store {
        let key = DeviceKey::from_seed(&[1; 32]).public();
        let identity = Identity {
            device: DeviceId(40),
            number: 2,
            office: OfficeCode::new(12).unwrap(),
            key,
            salts: SaltTree::from_root([2; 32]),
            centre: DeviceKey::from_seed(&[3; 32]).public(),
            server: "simulation".to_owned(),
        };
        Store::in_memory(&identity, b"bundle").unwrap()
    }

    fn append(store: &Store, bytes: usize) -> Result<()> {
        let author = Author {
            name: "A".to_owned(),
            clerk: Some(ClerkId::from_bytes([0; 8])),
            institution: None,
            capacity: None,
        };
        let at = "2026-11-24T10:52:00+04:00".parse().unwrap();
        let body = Body::Unknown { kind: 900, raw: minicbor::to_vec("x".repeat(bytes)).unwrap() };
        store.write(|writing| writing.append(&Operation { subject: None, author, at, body }).map(drop))
    }

    #[test]
    fn an_image_holds_what_was_committed_and_lives_on_by_itself() {
        let store = store();
        append(&store, 10).unwrap();
        let copy = Store::from_image(&store.image().unwrap()).unwrap();
        append(&copy, 10).unwrap();
        assert_eq!((store.held_operations().unwrap().len(), copy.held_operations().unwrap().len()), (1, 2));
        assert_eq!(copy.verify().unwrap().problems, Vec::<String>::new());
    }

    #[test]
    fn a_crash_before_the_commit_keeps_nothing_of_the_deed() {
        let store = store();
        let mut left = 1;
        store
            .before_each_commit(move || {
                left -= 1;
                left >= 0
            })
            .unwrap();
        append(&store, 10).unwrap();
        append(&store, 10).unwrap_err();
        assert_eq!(store.held_operations().unwrap().len(), 1);
        assert_eq!(store.own_log().unwrap().head.sequence, Sequence(1));
    }

    #[test]
    fn a_full_disk_keeps_nothing_of_the_deed_and_room_helps() {
        let store = store();
        store.limit_room(Some(2)).unwrap();
        assert!(matches!(append(&store, 50_000), Err(StoreError::DiskFull)));
        assert_eq!(store.held_operations().unwrap().len(), 0);
        store.limit_room(None).unwrap();
        append(&store, 50_000).unwrap();
        let again = Store::from_image(&store.image().unwrap()).unwrap();
        assert_eq!(again.held_operations().unwrap().len(), 1);
    }
}
