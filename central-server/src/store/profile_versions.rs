//! The table `profile_versions`: who put which profile in force, when and why.

use super::{Row, Session};
use crate::error::CentreError;
use crate::profile_versions::{Origin, ProfileVersion};

const COLUMNS: &str = "number, digest, at, author, note, origin";

/// Writes the next version down; its number.
pub(crate) async fn add(session: &mut Session, version: &ProfileVersion) -> Result<(), CentreError> {
    let sql = format!(
        "INSERT INTO profile_versions ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (number) DO NOTHING"
    );
    let values = vec![
        version.number.into(),
        version.digest.into(),
        version.at_ms.into(),
        version.author.as_str().into(),
        version.note.as_str().into(),
        version.origin.word().into(),
    ];
    // Somebody else wrote that version at the same moment.
    if session.execute(&sql, values).await? == 1 { Ok(()) } else { Err(CentreError::Conflict) }
}

/// All of them, the latest first.
pub(crate) async fn all(session: &mut Session) -> Result<Vec<ProfileVersion>, CentreError> {
    let sql = format!("SELECT {COLUMNS} FROM profile_versions ORDER BY number DESC");
    session.query(&sql, Vec::new()).await?.into_iter().map(read).collect()
}

/// The latest one.
pub(crate) async fn last(session: &mut Session) -> Result<Option<ProfileVersion>, CentreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM profile_versions
         WHERE number = (SELECT max(others.number) FROM profile_versions AS others)"
    );
    session.query_one(&sql, Vec::new()).await?.map(read).transpose()
}

fn read(mut row: Row) -> Result<ProfileVersion, CentreError> {
    Ok(ProfileVersion {
        number: row.number()?,
        digest: row.array()?,
        at_ms: row.number()?,
        author: row.text()?,
        note: row.text()?,
        origin: Origin::of(&row.text()?),
    })
}
