//! The table `settings`: what there is one of in a centre.

use super::Session;
use crate::error::CentreError;

/// The public key that the store was made with, in hexadecimal digits; empty in a new store.
pub(crate) const CENTRE_KEY: &str = "centre_key";

/// The digest of the profile in force, in hexadecimal digits; empty in a new store.
pub(crate) const PROFILE: &str = "profile";

/// The digest of the profile by which the columns of the complaints were written, in hexadecimal digits; empty: by none.
pub(crate) const COLUMNS: &str = "columns";

/// Where whole documents lie outside of the store, `s3://bucket/prefix`; empty: nowhere.
pub(crate) const DOCUMENTS: &str = "documents";

/// The edition of the rules by which the states of the complaints were folded; empty: by that of a version that did not
/// say so.
pub(crate) const EDITION: &str = "edition";
/// The digest of the folder that came into force last, in hexadecimal digits; empty: none since versions are kept.
pub(crate) const PROFILE_BASE: &str = "profile_base";

/// The digest of a folder that somebody has to decide about, in hexadecimal digits; empty: none.
pub(crate) const PROFILE_OFFERED: &str = "profile_offered";

/// A setting.
pub(crate) async fn get(session: &mut Session, key: &str) -> Result<String, CentreError> {
    let row = session.query_one("SELECT value FROM settings WHERE key = $1", vec![key.into()]).await?;
    row.ok_or_else(|| CentreError::Damaged(format!("the setting {key} is missing")))?.text()
}

/// Changes a setting; its row stays locked until the transaction ends.
pub(crate) async fn set(session: &mut Session, key: &str, value: &str) -> Result<(), CentreError> {
    let sql = "UPDATE settings SET value = $1 WHERE key = $2";
    session.execute(sql, vec![value.into(), key.into()]).await.map(drop)
}

/// Keeps others from changing a setting until the transaction ends, and reads it.
pub(crate) async fn lock(session: &mut Session, key: &str) -> Result<String, CentreError> {
    session.execute("UPDATE settings SET value = value WHERE key = $1", vec![key.into()]).await?;
    get(session, key).await
}
