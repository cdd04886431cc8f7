//! The tables `feed` and `feed_devices`: the entries of each office's feed, and which devices it knows.

use std::collections::{BTreeMap, HashMap};

use ::complaints::OfficeCode;
use sync_protocol::{DeviceId, Epoch, FeedEntry, Hash, Sequence};

use super::{Row, Session, Value};
use crate::error::CentreError;

/// The kind of an entry that is an operation; all other kinds carry their body.
pub(crate) const OPERATION: u8 = 1;

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FeedRow {
    /// Its number in the feed.
    pub(crate) number: u64,
    /// What it is.
    pub(crate) what: FeedWhat,
    /// The hash of the feed up to and with this entry.
    pub(crate) hash: Hash,
}

/// What an entry is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FeedWhat {
    /// An operation, which stands in the table of operations.
    Operation {
        /// The device in whose log it stands.
        device: DeviceId,
        /// Its place there.
        sequence: Sequence,
        /// What the centre said.
        verdict: Vec<u8>,
        /// The id of the operation before it, where the feed does not tell it.
        previous: Option<Hash>,
        /// How many bytes its payload has.
        payload_bytes: u64,
    },
    /// Anything else, as it travels.
    Body {
        /// Its kind.
        kind: u8,
        /// The whole entry, encoded.
        body: Vec<u8>,
    },
}

/// Adds entries.
pub(crate) async fn add(
    session: &mut Session,
    office: OfficeCode,
    rows: Vec<FeedRow>,
) -> Result<(), CentreError> {
    let sql = "INSERT INTO feed
                   (office, number, kind, device, sequence, verdict, previous, payload_bytes, body, hash)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let values = |row: FeedRow| -> Vec<Value> {
        let mut values = vec![office.number().into(), row.number.into()];
        match row.what {
            FeedWhat::Operation { device, sequence, verdict, previous, payload_bytes } => values.extend([
                OPERATION.into(),
                device.0.into(),
                sequence.0.into(),
                verdict.into(),
                previous.map(|hash| hash.0).into(),
                payload_bytes.into(),
                Value::Null,
            ]),
            FeedWhat::Body { kind, body } => {
                values.extend([
                    kind.into(),
                    Value::Null,
                    Value::Null,
                    Value::Null,
                    Value::Null,
                    0_i64.into(),
                    body.into(),
                ]);
            }
        }
        values.push(row.hash.0.into());
        values
    };
    session.execute_each(sql, rows.into_iter().map(values).collect()).await.map(drop)
}

/// Entries after a number, at most that many.
pub(crate) async fn after(
    session: &mut Session,
    office: OfficeCode,
    number: u64,
    most: usize,
) -> Result<Vec<FeedRow>, CentreError> {
    let sql = "SELECT number, kind, device, sequence, verdict, previous, payload_bytes, body, hash FROM feed
               WHERE office = $1 AND number > $2 ORDER BY number LIMIT $3";
    let rows = session.query(sql, vec![office.number().into(), number.into(), (most as u64).into()]).await?;
    rows.into_iter().map(|row| read(office, row)).collect()
}

/// The payloads of the operations among entries `first..=last`, by entry, without those of one device.
pub(crate) async fn payloads(
    session: &mut Session,
    office: OfficeCode,
    first: u64,
    last: u64,
    without: DeviceId,
) -> Result<HashMap<u64, Vec<u8>>, CentreError> {
    let sql = "SELECT feed.number, operations.payload FROM feed
               JOIN operations ON operations.device = feed.device AND operations.sequence = feed.sequence
               WHERE feed.office = $1 AND feed.number >= $2 AND feed.number <= $3 AND feed.device <> $4";
    let values = vec![office.number().into(), first.into(), last.into(), without.0.into()];
    session.query(sql, values).await?.into_iter().map(|mut row| Ok((row.number()?, row.bytes()?))).collect()
}

/// Entries after a number with the ids and payloads of their operations, at most that many, for an audit.
pub(crate) async fn with_operations(
    session: &mut Session,
    office: OfficeCode,
    number: u64,
    most: usize,
) -> Result<Vec<(FeedRow, Option<(Hash, Vec<u8>)>)>, CentreError> {
    let sql = "SELECT operations.id, operations.payload,
                   feed.number, feed.kind, feed.device, feed.sequence, feed.verdict, feed.previous,
                   feed.payload_bytes, feed.body, feed.hash
               FROM feed
               LEFT JOIN operations ON operations.device = feed.device AND operations.sequence = feed.sequence
               WHERE feed.office = $1 AND feed.number > $2 ORDER BY feed.number LIMIT $3";
    let rows = session.query(sql, vec![office.number().into(), number.into(), (most as u64).into()]).await?;
    rows.into_iter()
        .map(|mut row| {
            let (id, payload) = (row.maybe_array()?.map(Hash), row.maybe_bytes()?);
            Ok((read(office, row)?, id.zip(payload)))
        })
        .collect()
}

/// An operation of a feed with the verdict that it got.
pub(crate) struct JudgedRow {
    /// The number of its entry.
    pub(crate) number: u64,
    /// What it is about; none when it is about the office, or could not be read when it came.
    pub(crate) complaint: Option<[u8; 16]>,
    pub(crate) payload: Vec<u8>,
    pub(crate) verdict: Vec<u8>,
}

/// The operations of a feed after a number, at most that many.
pub(crate) async fn judged_after(
    session: &mut Session,
    office: OfficeCode,
    number: u64,
    most: usize,
) -> Result<Vec<JudgedRow>, CentreError> {
    let sql = "SELECT feed.number, operations.complaint, operations.payload, feed.verdict FROM feed
               JOIN operations ON operations.device = feed.device AND operations.sequence = feed.sequence
               WHERE feed.office = $1 AND feed.number > $2 ORDER BY feed.number LIMIT $3";
    let rows = session.query(sql, vec![office.number().into(), number.into(), (most as u64).into()]).await?;
    rows.into_iter()
        .map(|mut row| {
            Ok(JudgedRow {
                number: row.number()?,
                complaint: row.maybe_array()?,
                payload: row.bytes()?,
                verdict: row.bytes()?,
            })
        })
        .collect()
}

/// The hash at a number; none when there is no such entry.
pub(crate) async fn hash_at(
    session: &mut Session,
    office: OfficeCode,
    number: u64,
) -> Result<Option<Hash>, CentreError> {
    let sql = "SELECT hash FROM feed WHERE office = $1 AND number = $2";
    let row = session.query_one(sql, vec![office.number().into(), number.into()]).await?;
    row.map(|mut row| row.array().map(Hash)).transpose()
}

/// The number of an operation's entry; none when the feed does not hold it.
pub(crate) async fn number_of(
    session: &mut Session,
    office: OfficeCode,
    device: DeviceId,
    sequence: Sequence,
) -> Result<Option<u64>, CentreError> {
    let sql = "SELECT number FROM feed WHERE office = $1 AND device = $2 AND sequence = $3";
    let values = vec![office.number().into(), device.0.into(), sequence.0.into()];
    session.query_one(sql, values).await?.map(|mut row| row.number()).transpose()
}

/// The epoch in which an entry of a feed stands.
pub(crate) async fn epoch_at(
    session: &mut Session,
    office: OfficeCode,
    number: u64,
) -> Result<Epoch, CentreError> {
    let sql = "SELECT body FROM feed WHERE office = $1 AND number <= $2 AND kind = $3
               ORDER BY number DESC LIMIT 1";
    let kind = FeedEntry::Epoch(Epoch(0)).kind();
    let values = vec![office.number().into(), number.into(), kind.into()];
    let Some(mut row) = session.query_one(sql, values).await? else { return Ok(Epoch(0)) };
    let body = row.maybe_bytes()?.unwrap_or_default();
    match minicbor::decode(&body) {
        Ok(FeedEntry::Epoch(epoch)) => Ok(epoch),
        _ => Err(CentreError::Damaged(format!("office {office}: the beginning of an epoch cannot be read"))),
    }
}

/// The payloads of all operations behind an entry up to another one, in the feed's order.
pub(crate) async fn payloads_between(
    session: &mut Session,
    office: OfficeCode,
    after: u64,
    up_to: u64,
) -> Result<Vec<Vec<u8>>, CentreError> {
    let sql = "SELECT operations.payload FROM feed
               JOIN operations ON operations.device = feed.device AND operations.sequence = feed.sequence
               WHERE feed.office = $1 AND feed.number > $2 AND feed.number <= $3 ORDER BY feed.number";
    let values = vec![office.number().into(), after.into(), up_to.into()];
    session.query(sql, values).await?.into_iter().map(|mut row| row.bytes()).collect()
}

/// How far the feed of an office holds the log of a device; none when it does not know the device.
pub(crate) async fn device_in(
    session: &mut Session,
    office: OfficeCode,
    device: DeviceId,
) -> Result<Option<Sequence>, CentreError> {
    let sql = "SELECT last_sequence FROM feed_devices WHERE office = $1 AND device = $2";
    let row = session.query_one(sql, vec![office.number().into(), device.0.into()]).await?;
    row.map(|mut row| row.number().map(Sequence)).transpose()
}

/// How far the feed of an office holds the logs of all devices that it knows.
pub(crate) async fn devices_in(
    session: &mut Session,
    office: OfficeCode,
) -> Result<BTreeMap<DeviceId, Sequence>, CentreError> {
    let sql = "SELECT device, last_sequence FROM feed_devices WHERE office = $1";
    let rows = session.query(sql, vec![office.number().into()]).await?;
    rows.into_iter().map(|mut row| Ok((DeviceId(row.number()?), Sequence(row.number()?)))).collect()
}

/// Writes down how far the feed of an office holds the log of a device.
pub(crate) async fn set_device_in(
    session: &mut Session,
    office: OfficeCode,
    device: DeviceId,
    last: Sequence,
) -> Result<(), CentreError> {
    let sql = "INSERT INTO feed_devices (office, device, last_sequence) VALUES ($1, $2, $3)
               ON CONFLICT (office, device) DO UPDATE SET last_sequence = excluded.last_sequence";
    session.execute(sql, vec![office.number().into(), device.0.into(), last.0.into()]).await.map(drop)
}

fn read(office: OfficeCode, mut row: Row) -> Result<FeedRow, CentreError> {
    let number = row.number()?;
    let kind: u8 = row.number()?;
    let (device, sequence) = (row.maybe_number()?.map(DeviceId), row.maybe_number()?.map(Sequence));
    let (verdict, previous) = (row.maybe_bytes()?, row.maybe_array()?.map(Hash));
    let payload_bytes = row.number()?;
    let body = row.maybe_bytes()?;
    let hash = Hash(row.array()?);
    let what = match (kind, device, sequence, verdict, body) {
        (OPERATION, Some(device), Some(sequence), Some(verdict), None) => {
            FeedWhat::Operation { device, sequence, verdict, previous, payload_bytes }
        }
        (kind, None, None, None, Some(body))
            if kind != OPERATION && previous.is_none() && payload_bytes == 0 =>
        {
            FeedWhat::Body { kind, body }
        }
        _ => {
            let what = format!("office {office}, entry {number}: it is of no known form");
            return Err(CentreError::Damaged(what));
        }
    };
    Ok(FeedRow { number, what, hash })
}
