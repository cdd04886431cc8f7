//! Copies of a store in a file: whole or not there, read again before they count, for their owner only.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use super::sqlite::Pool;
use crate::disk;
use crate::error::CentreError;

/// So much stays free on the disk beside a copy, in bytes.
const SPARE_BYTES: u64 = 16 * 1024 * 1024;

/// Where copies go when nobody names a place: a folder in the centre's own.
pub(crate) fn folder_beside(data: &Path) -> PathBuf {
    data.join("backups")
}

/// The time as names carry it, so that their order is that of time: `20261124T065200Z`.
pub(crate) fn time_in_a_name() -> String {
    jiff::Timestamp::now().strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// Writes a copy under that name. It gets the name when it was read again and found whole.
pub(crate) async fn write(pool: &Pool, folder: &Path, name: &str) -> Result<PathBuf, CentreError> {
    let no_copy = |why: String| CentreError::NoCopy { folder: folder.to_owned(), why };
    disk::make_private_folder(folder).map_err(|error| no_copy(error.to_string()))?;
    let needed = pool.path().map_or(0, size_with_log) + SPARE_BYTES;
    if let Some(free) = disk::free_bytes(folder).filter(|free| *free < needed) {
        let (free, needed) = (disk::megabytes(free), disk::megabytes(needed));
        return Err(no_copy(format!("{needed} MB must be free there and {free} MB are")));
    }
    let (unfinished, finished) = (folder.join(format!("{name}.part")), folder.join(name));
    drop(fs::remove_file(&unfinished));
    let copied = match pool.copy_into(&unfinished).await {
        Ok(()) => finish(&unfinished, &finished).map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    copied.map_err(|why| {
        drop(fs::remove_file(&unfinished));
        no_copy(why)
    })?;
    Ok(finished)
}

/// Gives a file that is on the disk its name.
pub(crate) fn finish(unfinished: &Path, finished: &Path) -> std::io::Result<()> {
    File::open(unfinished)?.sync_all()?;
    fs::rename(unfinished, finished)?;
    disk::sync_folder(finished)
}

/// Removes all but the newest of the files whose names begin like that. Their names carry the time.
pub(crate) fn keep_newest(folder: &Path, beginning: &str, kept: usize) {
    let mut names = names(folder, beginning);
    names.sort_unstable();
    for name in names.iter().rev().skip(kept) {
        if let Err(error) = fs::remove_file(folder.join(name)) {
            tracing::warn!(file = name, %error, "an old copy cannot be removed");
        }
    }
}

fn names(folder: &Path, beginning: &str) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    names.filter(|name| name.starts_with(beginning) && !name.ends_with(".part")).collect()
}

fn size_with_log(path: &Path) -> u64 {
    let log = PathBuf::from(format!("{}-wal", path.display()));
    [path, &log].into_iter().filter_map(|path| fs::metadata(path).ok()).map(|meta| meta.len()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_copies_stay_and_others_are_not_touched() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a-3", "a-1", "b-0", "a-2", "a-0.part"] {
            fs::write(folder.path().join(name), name).unwrap();
        }
        keep_newest(folder.path(), "a-", 2);
        let mut left: Vec<_> =
            fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort_unstable();
        assert_eq!(left, ["a-0.part", "a-2", "a-3", "b-0"]);
    }
}
