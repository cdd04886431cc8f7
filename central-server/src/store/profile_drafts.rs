//! The table `profile_drafts`: the version of the profile that is being written. There is one or none.

use super::Session;
use crate::error::CentreError;

/// The row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DraftRow {
    /// Counts the changes, from 1.
    pub(crate) revision: u32,
    /// The digest of the profile that it was begun from.
    pub(crate) base: [u8; 32],
    /// What it says.
    pub(crate) bundle: Vec<u8>,
    /// Who changed it last.
    pub(crate) author: String,
    /// When, in milliseconds since 1970.
    pub(crate) at_ms: i64,
}

/// The draft.
pub(crate) async fn get(session: &mut Session) -> Result<Option<DraftRow>, CentreError> {
    let sql = "SELECT revision, base, bundle, author, at FROM profile_drafts";
    let Some(mut row) = session.query_one(sql, Vec::new()).await? else { return Ok(None) };
    Ok(Some(DraftRow {
        revision: row.number()?,
        base: row.array()?,
        bundle: row.bytes()?,
        author: row.text()?,
        at_ms: row.number()?,
    }))
}

/// Writes a revision in place of the one before. `false`: somebody else was faster.
pub(crate) async fn put(session: &mut Session, draft: &DraftRow) -> Result<bool, CentreError> {
    let values = vec![
        draft.revision.into(),
        draft.base.into(),
        draft.bundle.clone().into(),
        draft.author.as_str().into(),
        draft.at_ms.into(),
    ];
    let changed = if draft.revision == 1 {
        let sql = "INSERT INTO profile_drafts (revision, base, bundle, author, at, slot)
                   VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (slot) DO NOTHING";
        session.execute(sql, values.into_iter().chain([1_u32.into()]).collect()).await?
    } else {
        let sql = "UPDATE profile_drafts SET revision = $1, base = $2, bundle = $3, author = $4, at = $5
                   WHERE revision = $6";
        session.execute(sql, values.into_iter().chain([(draft.revision - 1).into()]).collect()).await?
    };
    Ok(changed == 1)
}

/// Removes it as it was read. `false`: it is another one by now, or gone.
pub(crate) async fn remove(session: &mut Session, revision: u32) -> Result<bool, CentreError> {
    let sql = "DELETE FROM profile_drafts WHERE revision = $1";
    Ok(session.execute(sql, vec![revision.into()]).await? == 1)
}
