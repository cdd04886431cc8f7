//! The copy of a store in a file that is made before a newer version changes its form. The newest few are kept.

use std::path::Path;

use super::{Store, copies};
use crate::error::CentreError;

/// What the names of these copies begin with.
const BEGINNING: &str = "before-upgrade-";

/// How many are kept.
const KEPT: usize = 3;

/// Copies the store as it is, and lets go of the oldest of such copies.
pub(super) async fn keep(store: &Store, step: i64) -> Result<(), CentreError> {
    let Some(pool) = store.file() else { return Ok(()) };
    let folder = pool.path().and_then(Path::parent).map(copies::folder_beside).unwrap_or_default();
    let name =
        format!("{BEGINNING}{}-step-{step}-to-{}.db", copies::time_in_a_name(), env!("CARGO_PKG_VERSION"));
    let written = copies::write(pool, &folder, &name).await?;
    tracing::info!(copy = %written.display(), "the store is upgraded; it was copied first");
    copies::keep_newest(&folder, BEGINNING, KEPT);
    Ok(())
}
