//! The table `offices`: the offices, and where the feed of each ends.

use ::complaints::OfficeCode;
use sync_protocol::{DeviceId, Epoch, FeedHead, Hash, Office};

use super::{Row, Session, Value};
use crate::error::CentreError;

/// An office.
#[derive(Debug, Clone)]
pub(crate) struct OfficeRow {
    /// Its code.
    pub(crate) code: OfficeCode,
    /// Its name.
    pub(crate) name: String,
    /// Where its feed ends.
    pub(crate) feed: FeedHead,
    /// That end, signed.
    pub(crate) feed_signed: Vec<u8>,
    /// The centre's own log for it.
    pub(crate) log_device: DeviceId,
    /// The number that its last computer got.
    pub(crate) last_device_number: u16,
}

impl OfficeRow {
    /// The office as the protocol names it.
    pub(crate) fn office(&self) -> Office {
        Office(self.code.number())
    }
}

const COLUMNS: &str =
    "code, name, feed_epoch, feed_number, feed_hash, feed_signed, log_device, last_device_number";

/// All offices, by code.
pub(crate) async fn all(session: &mut Session) -> Result<Vec<OfficeRow>, CentreError> {
    let rows = session.query(&format!("SELECT {COLUMNS} FROM offices ORDER BY code"), Vec::new()).await?;
    rows.into_iter().map(read).collect()
}

/// The codes of offices that have a feed and are not in the list.
pub(crate) async fn unlisted(session: &mut Session) -> Result<Vec<u64>, CentreError> {
    let sql =
        "SELECT DISTINCT office FROM feed WHERE office NOT IN (SELECT code FROM offices) ORDER BY office";
    session.query(sql, Vec::new()).await?.into_iter().map(|mut row| row.number()).collect()
}

/// An office.
pub(crate) async fn get(session: &mut Session, code: OfficeCode) -> Result<OfficeRow, CentreError> {
    let sql = format!("SELECT {COLUMNS} FROM offices WHERE code = $1");
    let row = session.query_one(&sql, vec![code.number().into()]).await?;
    row.map(read).transpose()?.ok_or_else(|| CentreError::NotFound(format!("there is no office {code}")))
}

/// Whether there is such an office.
pub(crate) async fn exists(session: &mut Session, code: OfficeCode) -> Result<bool, CentreError> {
    let sql = "SELECT code FROM offices WHERE code = $1";
    Ok(session.query_one(sql, vec![code.number().into()]).await?.is_some())
}

/// An office, which no other transaction changes until this one ends. Everything of an office, its feed, its logs
/// and its complaints, is written under this lock.
pub(crate) async fn lock(session: &mut Session, code: OfficeCode) -> Result<OfficeRow, CentreError> {
    session.execute("UPDATE offices SET name = name WHERE code = $1", vec![code.number().into()]).await?;
    get(session, code).await
}

/// Adds an office.
pub(crate) async fn add(session: &mut Session, row: &OfficeRow) -> Result<(), CentreError> {
    let sql = format!("INSERT INTO offices ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
    session.execute(&sql, values(row)).await.map(drop)
}

/// Writes down where the feed of an office ends now, and what else changed.
pub(crate) async fn save(session: &mut Session, row: &OfficeRow) -> Result<(), CentreError> {
    let sql =
        "UPDATE offices SET name = $1, feed_epoch = $2, feed_number = $3, feed_hash = $4, feed_signed = $5,
                   log_device = $6, last_device_number = $7
               WHERE code = $8";
    let mut values = values(row);
    values.rotate_left(1);
    session.execute(sql, values).await.map(drop)
}

fn values(row: &OfficeRow) -> Vec<Value> {
    vec![
        row.code.number().into(),
        row.name.as_str().into(),
        row.feed.epoch.0.into(),
        row.feed.number.into(),
        row.feed.hash.0.into(),
        row.feed_signed.as_slice().into(),
        row.log_device.0.into(),
        row.last_device_number.into(),
    ]
}

fn read(mut row: Row) -> Result<OfficeRow, CentreError> {
    Ok(OfficeRow {
        code: code(&mut row)?,
        name: row.text()?,
        feed: FeedHead { epoch: Epoch(row.number()?), number: row.number()?, hash: Hash(row.array()?) },
        feed_signed: row.bytes()?,
        log_device: DeviceId(row.number()?),
        last_device_number: row.number()?,
    })
}

/// The next column, the code of an office.
pub(crate) fn code(row: &mut Row) -> Result<OfficeCode, CentreError> {
    OfficeCode::new(row.number()?).map_err(|error| CentreError::Damaged(error.to_string()))
}
