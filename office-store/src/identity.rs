//! Table `identity`: who this computer is, and the counter of its references.

use rusqlite::{Connection, OptionalExtension};

use complaints::{OfficeCode, Reference};
use sync_protocol::{ChainHead, DeviceEntry, DeviceId, FeedHead, Office, PublicKey, SaltTree};

use crate::error::StoreError;
use crate::{devices, feed, fixed, log};

/// Who this computer is: what the centre said at its admission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Its id.
    pub device: DeviceId,
    /// Its number in its office.
    pub number: u16,
    /// Its office.
    pub office: OfficeCode,
    /// Its public key.
    pub key: PublicKey,
    /// The salts of its log.
    pub salts: SaltTree,
    /// The centre's key.
    pub centre: PublicKey,
    /// The centre's address.
    pub server: String,
}

impl Identity {
    /// The office, as the protocol numbers it.
    pub fn feed(&self) -> Office {
        Office(self.office.number())
    }
}

pub(crate) fn insert(connection: &Connection, identity: &Identity) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO identity (only_row, device, number, office, device_key, centre_key, server, counter)
         VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, 0)",
        (
            identity.device.0,
            identity.number,
            identity.office.number(),
            identity.key.0,
            identity.centre.0,
            &identity.server,
        ),
    )?;
    // A device knows its own salts from the start; the feed will say the same.
    devices::insert(
        connection,
        &DeviceEntry {
            device: identity.device,
            number: identity.number,
            key: identity.key,
            salts: identity.salts.clone(),
        },
    )?;
    log::begin(connection, &ChainHead::beginning(&identity.key))?;
    feed::begin(connection, &FeedHead::beginning(&identity.centre, identity.feed()))
}

/// The office alone.
pub(crate) fn office(connection: &Connection) -> Result<OfficeCode, StoreError> {
    let number: u8 =
        connection.prepare_cached("SELECT office FROM identity")?.query_row([], |row| row.get(0))?;
    OfficeCode::new(number).map_err(|error| StoreError::Inconsistent(error.to_string()))
}

pub(crate) fn get(connection: &Connection) -> Result<Identity, StoreError> {
    let row = connection
        .prepare_cached(
            "SELECT identity.device, identity.number, office, identity.device_key, salts, centre_key, server
             FROM identity JOIN devices ON devices.device = identity.device",
        )?
        .query_row([], |row| {
            Ok((
                DeviceId(row.get(0)?),
                row.get::<_, u16>(1)?,
                row.get::<_, u8>(2)?,
                PublicKey(row.get(3)?),
                SaltTree::from_root(fixed(row.get(4)?)?),
                PublicKey(row.get(5)?),
                row.get::<_, String>(6)?,
            ))
        })
        .optional()?
        .ok_or_else(|| StoreError::Inconsistent("it does not say whose it is".to_owned()))?;
    let (device, number, office, key, salts, centre, server) = row;
    let office = OfficeCode::new(office).map_err(|error| StoreError::Inconsistent(error.to_string()))?;
    Ok(Identity { device, number, office, key, salts, centre, server })
}

/// The seed of the key that this computer signs with since it began anew; none: the one of its enrolment.
pub(crate) fn seed(connection: &Connection) -> Result<Option<[u8; 32]>, StoreError> {
    Ok(connection.prepare_cached("SELECT seed FROM identity")?.query_row([], |row| row.get(0))?)
}

/// The seed and the salts with which this computer is to begin anew, if it has drawn some.
pub(crate) fn next_secrets(connection: &Connection) -> Result<Option<([u8; 32], SaltTree)>, StoreError> {
    let next: (Option<[u8; 32]>, Option<[u8; 32]>) =
        connection.query_row("SELECT next_seed, next_salts FROM identity", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    Ok(next.0.zip(next.1).map(|(seed, salts)| (seed, SaltTree::from_root(salts))))
}

/// Keeps the seed and the salts with which this computer is to begin anew.
pub(crate) fn set_next_secrets(
    connection: &Connection,
    seed: &[u8; 32],
    salts: &SaltTree,
) -> Result<(), StoreError> {
    connection.execute("UPDATE identity SET next_seed = ?1, next_salts = ?2", (seed, salts.root()))?;
    Ok(())
}

/// This computer is another device from now on: its log begins anew, and its references do, unless it has the number
/// that it had.
pub(crate) fn renew(connection: &Connection, entry: &DeviceEntry) -> Result<(), StoreError> {
    devices::insert(connection, entry)?;
    connection.execute(
        "UPDATE identity SET device = ?1, number = ?2, device_key = ?3,
             counter = CASE number WHEN ?2 THEN counter ELSE 0 END, seed = next_seed, next_seed = NULL, next_salts = NULL",
        (entry.device.0, entry.number, entry.key.0),
    )?;
    let beginning = ChainHead::beginning(&entry.key);
    log::set_head(connection, &beginning)?;
    log::set_acknowledged(connection, &beginning)
}

/// The references that are issued from now on come behind this one.
pub(crate) fn skip_references(connection: &Connection, last: u32) -> Result<(), StoreError> {
    connection.execute("UPDATE identity SET counter = max(counter, ?1)", [last])?;
    Ok(())
}

/// The centre has moved.
pub(crate) fn set_server(connection: &Connection, server: &str) -> Result<(), StoreError> {
    connection.execute("UPDATE identity SET server = ?1", [server])?;
    Ok(())
}

/// Issues the next reference of this device.
pub(crate) fn next_reference(connection: &Connection) -> Result<Reference, StoreError> {
    let (office, device, last): (u8, u16, u32) = connection
        .prepare_cached("SELECT office, number, counter FROM identity")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let counter = complaints::next_counter(last);
    connection.prepare_cached("UPDATE identity SET counter = ?1")?.execute([counter])?;
    let office = OfficeCode::new(office).map_err(|error| StoreError::Inconsistent(error.to_string()))?;
    Ok(Reference { office, device, counter })
}
