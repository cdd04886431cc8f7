//! The centre's pages in a real browser: an agent deals with a complaint, the citizen follows it, and every page is
//! read in every language at the width of a telephone and of a desk.

mod account;
mod agents;
mod every_page;
mod filing;
mod following;
mod keys;
mod profile;
mod unit;

use desktop::{Outcome, Trouble};
use tempfile::TempDir;

fn scratch() -> Outcome<TempDir> {
    tempfile::tempdir().map_err(|error| Trouble::while_doing("no scratch folder", error))
}

/// Fails with both sides when what is read is not what was expected.
fn same<T: PartialEq + std::fmt::Debug>(what: &str, read: T, expected: T) -> Outcome<()> {
    if read == expected {
        return Ok(());
    }
    Err(Trouble::new(format!("{what}: {read:?} instead of {expected:?}")))
}
