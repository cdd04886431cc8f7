//! Table `devices`: the devices whose operations the feed may hold.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row};

use sync_protocol::{ChainHead, DeviceEntry, DeviceId, FeedEntry, Hash, PublicKey, SaltTree, Sequence};

use crate::error::StoreError;
use crate::{feed, fixed};

/// A device, and the operation of it that the feed brought last.
#[derive(Debug, Clone)]
pub struct KnownDevice {
    /// Its id.
    pub device: DeviceId,
    /// Its number in its office; 0: the centre.
    pub number: u16,
    /// What its signatures are checked with.
    pub key: PublicKey,
    /// What its digests are salted with.
    pub salts: SaltTree,
    /// The operation that the feed brought last; the beginning of its log when none came yet.
    pub last: ChainHead,
}

pub(crate) fn insert(connection: &Connection, entry: &DeviceEntry) -> Result<(), StoreError> {
    let beginning = ChainHead::beginning(&entry.key);
    connection.execute(
        "INSERT INTO devices (device, number, device_key, salts, last_sequence, last_hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (device) DO UPDATE SET
             number = excluded.number, device_key = excluded.device_key, salts = excluded.salts,
             last_sequence = excluded.last_sequence, last_hash = excluded.last_hash
         WHERE device_key <> excluded.device_key OR number <> excluded.number",
        (
            entry.device.0,
            entry.number,
            entry.key.0,
            entry.salts.root(),
            beginning.sequence.0,
            beginning.hash.0,
        ),
    )?;
    Ok(())
}

/// A device that this computer was, and of which neither the feed nor an operation says anything, is forgotten.
pub(crate) fn forget_unused(
    connection: &Connection,
    device: DeviceId,
    key: &PublicKey,
) -> Result<(), StoreError> {
    if feed::admission(connection, device, key)?.is_none() {
        connection.execute(
            "DELETE FROM devices WHERE device = ?1 AND device_key = ?2
             AND NOT EXISTS (SELECT 1 FROM operations WHERE operations.device = devices.device)",
            (device.0, key.0),
        )?;
    }
    Ok(())
}

/// After the feed was cut: each device as the feed still names it, and the operation that it still brings last, or the
/// beginning.
pub(crate) fn rewind(connection: &Connection) -> Result<(), StoreError> {
    // Behind the cut an id may have been given to another computer.
    for entry in named(connection)?.values() {
        connection.execute(
            "UPDATE devices SET number = ?2, device_key = ?3, salts = ?4
             WHERE device = ?1 AND device <> (SELECT device FROM identity)",
            (entry.device.0, entry.number, entry.key.0, entry.salts.root()),
        )?;
    }
    for known in all(connection)? {
        let last: Option<(u64, [u8; 32])> = connection
            .prepare_cached(
                "SELECT sequence, id FROM operations WHERE device = ?1 AND feed_number IS NOT NULL
                 ORDER BY feed_number DESC LIMIT 1",
            )?
            .query_row([known.device.0], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let last = last.map_or(ChainHead::beginning(&known.key), |(sequence, hash)| ChainHead {
            sequence: Sequence(sequence),
            hash: Hash(hash),
        });
        set_last(connection, known.device, &last)?;
    }
    Ok(())
}

/// After the feed was cut and read to its end again: devices that it does not name any more, because the centre has lost
/// them and given their numbers away.
pub(crate) fn forget_unnamed(connection: &Connection) -> Result<(), StoreError> {
    let named = named(connection)?;
    for known in all(connection)?.into_iter().filter(|known| !named.contains_key(&known.device)) {
        connection.execute(
            "DELETE FROM devices WHERE device = ?1 AND device <> (SELECT device FROM identity)",
            [known.device.0],
        )?;
    }
    Ok(())
}

/// The devices as the feed names them; the last word counts.
fn named(connection: &Connection) -> Result<BTreeMap<DeviceId, DeviceEntry>, StoreError> {
    let mut named = BTreeMap::new();
    feed::for_each(connection, |row| {
        if let Some(Ok(FeedEntry::Device(entry))) = row.body.as_deref().map(minicbor::decode) {
            named.insert(entry.device, entry);
        }
        Ok(())
    })?;
    Ok(named)
}

pub(crate) fn set_last(
    connection: &Connection,
    device: DeviceId,
    last: &ChainHead,
) -> Result<(), StoreError> {
    connection
        .prepare_cached("UPDATE devices SET last_sequence = ?2, last_hash = ?3 WHERE device = ?1")?
        .execute((device.0, last.sequence.0, last.hash.0))?;
    Ok(())
}

const COLUMNS: &str = "device, number, device_key, salts, last_sequence, last_hash";

fn known(row: &Row<'_>) -> rusqlite::Result<KnownDevice> {
    Ok(KnownDevice {
        device: DeviceId(row.get(0)?),
        number: row.get(1)?,
        key: PublicKey(row.get(2)?),
        salts: SaltTree::from_root(fixed(row.get(3)?)?),
        last: ChainHead { sequence: Sequence(row.get(4)?), hash: Hash(row.get(5)?) },
    })
}

pub(crate) fn all(connection: &Connection) -> Result<Vec<KnownDevice>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM devices ORDER BY device");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([], known)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
