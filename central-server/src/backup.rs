//! A copy of a whole centre: its store and its key, in a folder that should lie on another machine. It is made while the
//! centre serves. What stands in documents kept elsewhere is no part of it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::disk;
use crate::error::CentreError;
use crate::store::{Store, copies, dump};

/// What the names of these copies begin with.
const BEGINNING: &str = "centre-";

/// The name of the key, in the centre's folder and beside a copy.
const KEY: &str = "centre.key";

/// A copy that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackedUp {
    /// The copy of the store.
    pub file: PathBuf,
    /// Its size in bytes.
    pub bytes: u64,
    /// The copy of the key.
    pub key: PathBuf,
}

/// Where copies go when nobody names a place.
pub(crate) fn usual_folder(data: &Path) -> PathBuf {
    copies::folder_beside(data)
}

/// Copies the centre of a folder, and lets go of all but the newest copies. The store stays as whichever version wrote it.
///
/// # Errors
/// [`CentreError::NoCentre`], [`CentreError::MissingKey`], or [`CentreError::NoCopy`]; what was there stays then.
pub async fn back_up(
    data: &Path,
    database_url: Option<&str>,
    folder: &Path,
    kept: usize,
) -> Result<BackedUp, CentreError> {
    let no_copy = |why: String| CentreError::NoCopy { folder: folder.to_owned(), why };
    let key = data.join(KEY);
    if !key.exists() {
        let store = data.join("centre.db").exists() || database_url.is_some();
        return Err(if store {
            CentreError::MissingKey(key)
        } else {
            CentreError::NoCentre(data.to_owned())
        });
    }
    disk::make_private_folder(folder).map_err(|error| no_copy(error.to_string()))?;
    let key = copy_key(&key, &folder.join(KEY)).map_err(no_copy)?;
    let time = copies::time_in_a_name();
    let file = match database_url {
        Some(url) => dumped(url, &folder.join(format!("{BEGINNING}{time}.dump"))).await.map_err(no_copy)?,
        None => {
            let path = data.join("centre.db");
            if !path.exists() {
                return Err(CentreError::MissingStore(data.to_owned()));
            }
            let store = Store::as_it_is_in_file(&path).await?;
            let pool = store.file().ok_or(CentreError::Busy)?;
            copies::write(pool, folder, &format!("{BEGINNING}{time}.db")).await?
        }
    };
    copies::keep_newest(folder, BEGINNING, kept.max(1));
    let bytes = fs::metadata(&file).map_or(0, |meta| meta.len());
    Ok(BackedUp { file, bytes, key })
}

async fn dumped(url: &str, finished: &Path) -> Result<PathBuf, String> {
    let unfinished = finished.with_extension("dump.part");
    drop(fs::remove_file(&unfinished));
    disk::create_private(&unfinished).map_err(|error| error.to_string())?;
    let written = match dump::write(url, &unfinished).await {
        Ok(()) => copies::finish(&unfinished, finished).map_err(|error| error.to_string()),
        Err(why) => Err(why),
    };
    if written.is_err() {
        drop(fs::remove_file(&unfinished));
    }
    written.map(|()| finished.to_owned())
}

/// The key goes along once. A folder that holds another one holds the copies of another centre.
fn copy_key(key: &Path, target: &Path) -> Result<PathBuf, String> {
    let bytes = fs::read(key).map_err(|error| format!("{}: {error}", key.display()))?;
    match fs::read(target) {
        Ok(there) if there == bytes => {}
        Ok(_) => return Err("it holds the key of another centre; name another folder".to_owned()),
        Err(_) => {
            let written = disk::create_private(target).and_then(|mut file| {
                std::io::Write::write_all(&mut file, &bytes)?;
                file.sync_all()
            });
            written.map_err(|error| format!("{}: {error}", target.display()))?;
        }
    }
    Ok(target.to_owned())
}

/// The newest copy of a folder that is a backup, and when it was written; none: there is none.
pub(crate) fn newest(folder: &Path) -> Option<(PathBuf, jiff::Timestamp)> {
    let entries = fs::read_dir(folder).ok()?.flatten();
    let copies = entries.filter_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        let is_copy = name.starts_with(BEGINNING) && (name.ends_with(".db") || name.ends_with(".dump"));
        let written = entry.metadata().ok()?.modified().ok()?;
        is_copy.then_some(())?;
        Some((entry.path(), jiff::Timestamp::try_from(written).ok()?))
    });
    copies.max_by_key(|(_, written)| *written)
}
