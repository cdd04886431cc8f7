//! The tables `api_keys` and `api_key_uses`: programs that may file, and how often they did in each hour.

use super::{Row, Session};
use crate::error::CentreError;

/// A key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ApiKeyRow {
    /// Drawn at random.
    pub(crate) id: [u8; 8],
    /// Whose it is.
    pub(crate) name: String,
    /// How many requests it may file in an hour.
    pub(crate) per_hour: u32,
    /// When it was added.
    pub(crate) added_at: i64,
}

const COLUMNS: &str = "id, name, per_hour, added_at";

/// Adds a key; `false`: the name is taken.
pub(crate) async fn add(
    session: &mut Session,
    row: &ApiKeyRow,
    key_hash: &[u8; 32],
) -> Result<bool, CentreError> {
    let sql = "INSERT INTO api_keys (id, name, key_hash, per_hour, added_at) VALUES ($1, $2, $3, $4, $5)
               ON CONFLICT (name) DO NOTHING";
    let values = vec![
        row.id.into(),
        row.name.as_str().into(),
        (*key_hash).into(),
        row.per_hour.into(),
        row.added_at.into(),
    ];
    Ok(session.execute(sql, values).await? == 1)
}

/// All keys that are valid, by name.
pub(crate) async fn all(session: &mut Session) -> Result<Vec<ApiKeyRow>, CentreError> {
    let sql = format!("SELECT {COLUMNS} FROM api_keys WHERE removed_at IS NULL ORDER BY name");
    session.query(&sql, Vec::new()).await?.into_iter().map(|mut row| read(&mut row)).collect()
}

/// The valid key of that hash.
pub(crate) async fn of_hash(
    session: &mut Session,
    key_hash: &[u8; 32],
) -> Result<Option<ApiKeyRow>, CentreError> {
    let sql = format!("SELECT {COLUMNS} FROM api_keys WHERE key_hash = $1 AND removed_at IS NULL");
    session.query_one(&sql, vec![(*key_hash).into()]).await?.map(|mut row| read(&mut row)).transpose()
}

/// Takes a key away; `false`: there is none of that name.
pub(crate) async fn remove(session: &mut Session, name: &str, now_ms: i64) -> Result<bool, CentreError> {
    let sql = "UPDATE api_keys SET removed_at = $1 WHERE name = $2 AND removed_at IS NULL";
    Ok(session.execute(sql, vec![now_ms.into(), name.into()]).await? == 1)
}

/// Counts one more use in that hour, and says how many there are now.
pub(crate) async fn count_use(session: &mut Session, id: &[u8; 8], hour: i64) -> Result<u32, CentreError> {
    let sql = "INSERT INTO api_key_uses (key, hour, requests) VALUES ($1, $2, 1)
               ON CONFLICT (key, hour) DO UPDATE SET requests = api_key_uses.requests + 1";
    session.execute(sql, vec![(*id).into(), hour.into()]).await?;
    let sql = "SELECT requests FROM api_key_uses WHERE key = $1 AND hour = $2";
    let row = session.query_one(sql, vec![(*id).into(), hour.into()]).await?;
    row.map_or(Ok(0), |mut row| row.number())
}

fn read(row: &mut Row) -> Result<ApiKeyRow, CentreError> {
    Ok(ApiKeyRow { id: row.array()?, name: row.text()?, per_hour: row.number()?, added_at: row.number()? })
}
