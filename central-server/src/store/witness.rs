//! The tables `witness_leaves` and `witness_roots`: the tree over all days, and what was told of it.

use ::complaints::OfficeCode;
use sync_protocol::{Hash, Leaf, LeafKind, SignedRoot, TreeRoot};

use super::{Row, Session};
use crate::error::CentreError;

/// A root that was told to the offices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RootRow {
    /// What it says.
    pub(crate) root: TreeRoot,
    /// The same, signed.
    pub(crate) signed: SignedRoot,
}

/// Leaves from a number on, at most that many, each with its number.
pub(crate) async fn leaves(
    session: &mut Session,
    from: u64,
    most: usize,
) -> Result<Vec<(u64, Leaf)>, CentreError> {
    let sql = "SELECT number, day, kind, whose, position, hash FROM witness_leaves
               WHERE number >= $1 ORDER BY number LIMIT $2";
    let rows = session.query(sql, vec![from.into(), (most as u64).into()]).await?;
    rows.into_iter().map(leaf).collect()
}

/// Adds leaves, the first of which gets that number.
pub(crate) async fn add_leaves(
    session: &mut Session,
    first: u64,
    leaves: &[Leaf],
) -> Result<(), CentreError> {
    let sql = "INSERT INTO witness_leaves (number, day, kind, whose, position, hash)
               VALUES ($1, $2, $3, $4, $5, $6)";
    let values = (first..).zip(leaves).map(|(number, leaf)| {
        vec![
            number.into(),
            i64::from(leaf.day).into(),
            kind_number(leaf.kind).into(),
            leaf.whose.into(),
            leaf.number.into(),
            leaf.hash.0.into(),
        ]
    });
    session.execute_each(sql, values.collect()).await.map(drop)
}

/// The first leaf of an office's feed that reaches an entry, with its number.
pub(crate) async fn first_feed_leaf(
    session: &mut Session,
    office: OfficeCode,
    entry: u64,
) -> Result<Option<(u64, Leaf)>, CentreError> {
    let sql = "SELECT number, day, kind, whose, position, hash FROM witness_leaves
               WHERE kind = $1 AND whose = $2 AND position >= $3 ORDER BY number LIMIT 1";
    let values = vec![kind_number(LeafKind::Feed).into(), office.number().into(), entry.into()];
    session.query_one(sql, values).await?.map(leaf).transpose()
}

/// What stands now in feeds and logs where each of these leaves says that something stood; the beginnings, at 0,
/// stand nowhere.
pub(crate) async fn hashes_there(
    session: &mut Session,
    leaves: &[(u64, Leaf)],
) -> Result<Vec<Option<Hash>>, CentreError> {
    let sql = "SELECT hash FROM feed WHERE CAST($1 AS BIGINT) = 1 AND office = $2 AND number = $3
               UNION ALL SELECT id FROM operations WHERE CAST($1 AS BIGINT) = 2 AND device = $2 AND sequence = $3";
    let sets = leaves
        .iter()
        .map(|(_, leaf)| vec![kind_number(leaf.kind).into(), leaf.whose.into(), leaf.number.into()]);
    let found = session.query_each(sql, sets.collect()).await?;
    let first = |rows: Vec<Row>| rows.into_iter().next().map(|mut row| row.array().map(Hash)).transpose();
    found.into_iter().map(first).collect()
}

/// All roots, the smallest tree first.
pub(crate) async fn roots(session: &mut Session) -> Result<Vec<RootRow>, CentreError> {
    let sql = "SELECT size, day, root, signed FROM witness_roots ORDER BY size";
    session.query(sql, Vec::new()).await?.into_iter().map(root).collect()
}

/// The root that was told last.
pub(crate) async fn last_root(session: &mut Session) -> Result<Option<RootRow>, CentreError> {
    let sql = "SELECT size, day, root, signed FROM witness_roots ORDER BY size DESC LIMIT 1";
    session.query_one(sql, Vec::new()).await?.map(root).transpose()
}

/// Keeps a root.
pub(crate) async fn add_root(session: &mut Session, row: &RootRow) -> Result<(), CentreError> {
    let sql = "INSERT INTO witness_roots (size, day, root, signed) VALUES ($1, $2, $3, $4)";
    let values = vec![
        row.root.size.into(),
        i64::from(row.root.day).into(),
        row.root.root.0.into(),
        row.signed.as_bytes().to_vec().into(),
    ];
    session.execute(sql, values).await.map(drop)
}

fn leaf(mut row: Row) -> Result<(u64, Leaf), CentreError> {
    let number = row.number()?;
    let day = row.number()?;
    let kind = match row.number::<u8>()? {
        1 => LeafKind::Feed,
        2 => LeafKind::Log,
        other => {
            return Err(CentreError::Damaged(format!("leaf {number} of the witness is of kind {other}")));
        }
    };
    Ok((number, Leaf { kind, day, whose: row.number()?, number: row.number()?, hash: Hash(row.array()?) }))
}

fn root(mut row: Row) -> Result<RootRow, CentreError> {
    let size = row.number()?;
    let day = row.number()?;
    let root = TreeRoot { day, size, root: Hash(row.array()?) };
    Ok(RootRow { root, signed: SignedRoot::from_bytes(row.bytes()?) })
}

fn kind_number(kind: LeafKind) -> u8 {
    match kind {
        LeafKind::Feed => 1,
        LeafKind::Log => 2,
    }
}
