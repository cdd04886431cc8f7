//! The table `devices`: the computers of the offices and the centre's own logs, and where the log of each ends.

use ::complaints::OfficeCode;
use sync_protocol::{ChainHead, DeviceEntry, DeviceId, Hash, PublicKey, SaltTree, Sequence};

use super::{Row, Session, offices};
use crate::error::CentreError;

/// A device.
#[derive(Debug, Clone)]
pub(crate) struct DeviceRow {
    /// Its id.
    pub(crate) id: DeviceId,
    /// Its office.
    pub(crate) office: OfficeCode,
    /// Its number in its office; 0: the centre's own log.
    pub(crate) number: u16,
    /// What its signatures are checked with.
    pub(crate) key: PublicKey,
    /// What its digests are salted with.
    pub(crate) salts: SaltTree,
    /// Where its log ends here.
    pub(crate) head: ChainHead,
    /// When it was admitted.
    pub(crate) enrolled_at: i64,
    /// When it was shut out; none: it is admitted.
    pub(crate) revoked_at: Option<i64>,
    /// The entry of the feed that says so; 0: nothing that it signs counts any more.
    pub(crate) revoked_number: Option<u64>,
}

impl DeviceRow {
    /// A device whose log holds nothing yet.
    pub(crate) fn new(office: OfficeCode, entry: &DeviceEntry, now_ms: i64) -> Self {
        Self {
            id: entry.device,
            office,
            number: entry.number,
            key: entry.key,
            salts: entry.salts.clone(),
            head: ChainHead::beginning(&entry.key),
            enrolled_at: now_ms,
            revoked_at: None,
            revoked_number: None,
        }
    }

    /// The device as it stands in a feed.
    pub(crate) fn entry(&self) -> DeviceEntry {
        DeviceEntry { device: self.id, number: self.number, key: self.key, salts: self.salts.clone() }
    }
}

const COLUMNS: &str =
    "id, office, number, key, salts, head_sequence, head_hash, enrolled_at, revoked_at, revoked_number";

/// A device; none when there is none of that id.
pub(crate) async fn get(session: &mut Session, id: DeviceId) -> Result<Option<DeviceRow>, CentreError> {
    let sql = format!("SELECT {COLUMNS} FROM devices WHERE id = $1");
    session.query_one(&sql, vec![id.0.into()]).await?.map(read).transpose()
}

/// All devices of an office, the centre's own log first.
pub(crate) async fn of_office(
    session: &mut Session,
    office: OfficeCode,
) -> Result<Vec<DeviceRow>, CentreError> {
    let sql = format!("SELECT {COLUMNS} FROM devices WHERE office = $1 ORDER BY number");
    session.query(&sql, vec![office.number().into()]).await?.into_iter().map(read).collect()
}

/// When a device was last heard of.
#[derive(Debug, Clone)]
pub(crate) struct LastHeard {
    pub(crate) office: OfficeCode,
    pub(crate) number: u16,
    pub(crate) enrolled_at: i64,
    /// When the last operation of its log came in; none: none has come.
    pub(crate) last_at: Option<i64>,
}

/// All devices that are admitted, the centre's own logs among them.
pub(crate) async fn last_heard(session: &mut Session) -> Result<Vec<LastHeard>, CentreError> {
    let sql =
        "SELECT devices.office, devices.number, devices.enrolled_at, operations.received_at FROM devices
               LEFT JOIN operations
                   ON operations.device = devices.id AND operations.sequence = devices.head_sequence
               WHERE devices.revoked_at IS NULL ORDER BY devices.office, devices.number";
    let read = |mut row: Row| {
        Ok(LastHeard {
            office: offices::code(&mut row)?,
            number: row.number()?,
            enrolled_at: row.number()?,
            last_at: row.maybe_number()?,
        })
    };
    session.query(sql, Vec::new()).await?.into_iter().map(read).collect()
}

/// Whether no device of an office has that number.
pub(crate) async fn number_is_free(
    session: &mut Session,
    office: OfficeCode,
    number: u16,
) -> Result<bool, CentreError> {
    let sql = "SELECT id FROM devices WHERE office = $1 AND number = $2";
    Ok(session.query_one(sql, vec![office.number().into(), number.into()]).await?.is_none())
}

/// Adds a device.
pub(crate) async fn add(session: &mut Session, row: &DeviceRow) -> Result<(), CentreError> {
    let sql = format!("INSERT INTO devices ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)");
    let values = vec![
        row.id.0.into(),
        row.office.number().into(),
        row.number.into(),
        row.key.0.into(),
        (*row.salts.root()).into(),
        row.head.sequence.0.into(),
        row.head.hash.0.into(),
        row.enrolled_at.into(),
        row.revoked_at.into(),
        row.revoked_number.into(),
    ];
    session.execute(&sql, values).await.map(drop)
}

/// Writes down where a device's log ends now.
pub(crate) async fn advance(
    session: &mut Session,
    id: DeviceId,
    head: &ChainHead,
) -> Result<(), CentreError> {
    let sql = "UPDATE devices SET head_sequence = $1, head_hash = $2 WHERE id = $3";
    session.execute(sql, vec![head.sequence.0.into(), head.hash.0.into(), id.0.into()]).await.map(drop)
}

/// Shuts a device out, from that entry of the feed on.
pub(crate) async fn revoke(
    session: &mut Session,
    id: DeviceId,
    number: u64,
    now_ms: i64,
) -> Result<(), CentreError> {
    let sql = "UPDATE devices SET revoked_at = $1, revoked_number = $2 WHERE id = $3";
    session.execute(sql, vec![now_ms.into(), number.into(), id.0.into()]).await.map(drop)
}

/// The greatest id of all devices; 0 when there is none.
pub(crate) async fn greatest_id(session: &mut Session) -> Result<u64, CentreError> {
    let row = session.query_one("SELECT max(id) FROM devices", Vec::new()).await?;
    Ok(row.map_or(Ok(None), |mut row| row.maybe_number())?.unwrap_or(0))
}

fn read(mut row: Row) -> Result<DeviceRow, CentreError> {
    Ok(DeviceRow {
        id: DeviceId(row.number()?),
        office: offices::code(&mut row)?,
        number: row.number()?,
        key: PublicKey(row.array()?),
        salts: SaltTree::from_root(row.array()?),
        head: ChainHead { sequence: Sequence(row.number()?), hash: Hash(row.array()?) },
        enrolled_at: row.number()?,
        revoked_at: row.maybe_number()?,
        revoked_number: row.maybe_number()?,
    })
}
