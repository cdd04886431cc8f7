//! The table `profiles`: every profile that was ever in force, by its digest.

use super::Session;
use crate::error::CentreError;

/// Keeps a profile; one that is known stays as it is.
pub(crate) async fn keep(
    session: &mut Session,
    digest: [u8; 32],
    bundle: Vec<u8>,
    now_ms: i64,
) -> Result<(), CentreError> {
    let sql =
        "INSERT INTO profiles (digest, bundle, since) VALUES ($1, $2, $3) ON CONFLICT (digest) DO NOTHING";
    session.execute(sql, vec![digest.into(), bundle.into(), now_ms.into()]).await.map(drop)
}

/// The bytes of a profile.
pub(crate) async fn get(session: &mut Session, digest: &[u8; 32]) -> Result<Option<Vec<u8>>, CentreError> {
    let sql = "SELECT bundle FROM profiles WHERE digest = $1";
    session.query_one(sql, vec![(*digest).into()]).await?.map(|mut row| row.bytes()).transpose()
}

/// When the first profile came into force: when the centre was made. None in a new store.
pub(crate) async fn first_since(session: &mut Session) -> Result<Option<i64>, CentreError> {
    let row = session.query_one("SELECT min(since) FROM profiles", Vec::new()).await?;
    row.map_or(Ok(None), |mut row| row.maybe_number())
}

/// Since when a profile is known here.
pub(crate) async fn since(session: &mut Session, digest: &[u8; 32]) -> Result<Option<i64>, CentreError> {
    let sql = "SELECT since FROM profiles WHERE digest = $1";
    session.query_one(sql, vec![(*digest).into()]).await?.map(|mut row| row.number()).transpose()
}
