//! The tables `snapshots` and `snapshot_pieces`: what was packed of the offices' feeds for computers that are far
//! behind. Nothing here is the only copy of anything.

use ::complaints::OfficeCode;
use sync_protocol::Hash;

use super::{Row, Session, Value};
use crate::error::CentreError;

/// How many snapshots of an office are kept: whoever is fetching the one before the newest gets it whole.
const KEPT: u64 = 2;

/// The most bytes in one row.
const PIECE_BYTES: usize = 64 * 1024;

/// A snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SnapshotRow {
    /// The hash of its content.
    pub(crate) content: Hash,
    /// The number of the last entry that it holds.
    pub(crate) number: u64,
    /// The feed's hash there.
    pub(crate) hash: Hash,
    /// How many bytes the content has.
    pub(crate) size: u64,
    /// Its header, signed.
    pub(crate) signed: Vec<u8>,
}

const COLUMNS: &str = "content, number, hash, size, signed";

/// Adds a snapshot with its content, and forgets older ones of the office.
pub(crate) async fn add(
    session: &mut Session,
    office: OfficeCode,
    row: &SnapshotRow,
    content: &[u8],
) -> Result<(), CentreError> {
    let place = || -> Vec<Value> { vec![office.number().into(), row.content.0.into()] };
    let sql = format!("INSERT INTO snapshots (office, {COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6)");
    let mut values = place();
    values.extend([row.number.into(), row.hash.0.into(), row.size.into(), row.signed.as_slice().into()]);
    session.execute(&sql, values).await?;
    let sql = "INSERT INTO snapshot_pieces (office, content, start, bytes) VALUES ($1, $2, $3, $4)";
    let pieces = content.chunks(PIECE_BYTES).zip((0_u64..).step_by(PIECE_BYTES)).map(|(bytes, start)| {
        let mut values = place();
        values.extend([start.into(), bytes.into()]);
        values
    });
    session.execute_each(sql, pieces.collect()).await?;
    forget_older(session, office).await
}

async fn forget_older(session: &mut Session, office: OfficeCode) -> Result<(), CentreError> {
    let sql = "SELECT content FROM snapshots WHERE office = $1 ORDER BY number DESC, content LIMIT $2";
    let kept = session.query(sql, vec![office.number().into(), KEPT.into()]).await?;
    let kept = kept.into_iter().map(|mut row| row.array()).collect::<Result<Vec<[u8; 32]>, _>>()?;
    for row in all(session, office).await?.into_iter().filter(|row| !kept.contains(&row.content.0)) {
        forget(session, office, &row.content).await?;
    }
    Ok(())
}

/// Forgets a snapshot.
pub(crate) async fn forget(
    session: &mut Session,
    office: OfficeCode,
    content: &Hash,
) -> Result<(), CentreError> {
    for table in ["snapshot_pieces", "snapshots"] {
        let sql = format!("DELETE FROM {table} WHERE office = $1 AND content = $2");
        session.execute(&sql, vec![office.number().into(), content.0.into()]).await?;
    }
    Ok(())
}

/// The snapshots of an office, the one that holds most first.
pub(crate) async fn all(session: &mut Session, office: OfficeCode) -> Result<Vec<SnapshotRow>, CentreError> {
    let sql = format!("SELECT {COLUMNS} FROM snapshots WHERE office = $1 ORDER BY number DESC, content");
    session.query(&sql, vec![office.number().into()]).await?.into_iter().map(read).collect()
}

/// The pieces of a content from the one that holds an offset on, with where each begins, at most that many.
pub(crate) async fn pieces(
    session: &mut Session,
    office: OfficeCode,
    content: &Hash,
    offset: u64,
    most: usize,
) -> Result<Vec<(u64, Vec<u8>)>, CentreError> {
    let sql = "SELECT start, bytes FROM snapshot_pieces
               WHERE office = $1 AND content = $2 AND start > $3 ORDER BY start LIMIT $4";
    // A piece that begins that far before the offset ends at or before it.
    let before = i64::try_from(offset).unwrap_or(i64::MAX) - PIECE_BYTES as i64;
    let values = vec![office.number().into(), content.0.into(), Value::Int(before), (most as u64).into()];
    let rows = session.query(sql, values).await?;
    rows.into_iter().map(|mut row| Ok((row.number()?, row.bytes()?))).collect()
}

fn read(mut row: Row) -> Result<SnapshotRow, CentreError> {
    Ok(SnapshotRow {
        content: Hash(row.array()?),
        number: row.number()?,
        hash: Hash(row.array()?),
        size: row.number()?,
        signed: row.bytes()?,
    })
}
