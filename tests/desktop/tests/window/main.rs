//! The desk's real window, from the first start to the answer that comes back. The stories share one screen and one
//! message bus, on which a second window would only wake the first, so they run one after the other.

mod a_shared_desk;
mod day;
mod documents;
mod from_the_counter_and_back;
mod keeping;
mod languages;
mod lists;
mod office_file;
mod opened;
mod paper_lists;
mod papers;
mod policy;
mod practice;
mod reader;
mod registering;
mod settling;
mod when_it_does_not_open;

use std::path::Path;

use desktop::{Outcome, Page, Trouble};
use tempfile::TempDir;
use tokio::sync::{Mutex, MutexGuard};

/// The office of all stories.
const OFFICE: &str = "12";
/// Who heads it.
const HEAD: &str = "Anousha Ramdin";
const PIN: &str = "480213";

static SCREEN: Mutex<()> = Mutex::const_new(());

/// The only screen, for the time of one story.
async fn screen() -> MutexGuard<'static, ()> {
    SCREEN.lock().await
}

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

fn bytes(file: &Path) -> Outcome<Vec<u8>> {
    std::fs::read(file).map_err(|error| Trouble::while_doing(file.display(), error))
}

/// The status line says that, and is of that kind.
async fn status(page: &Page, kind: &str, words: &str) -> Outcome<()> {
    page.has("status-line", "data-kind", kind).await?;
    page.reads("status-bold", words).await
}
