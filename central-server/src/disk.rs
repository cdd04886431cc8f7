//! What the centre asks of its disk beside its store: how much is free, whether a folder takes a file, and that what is
//! written there is for its owner only.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

const BYTES_IN_A_MEGABYTE: u64 = 1024 * 1024;

/// How many bytes this program may still write where that folder is. None: this system does not say.
#[cfg(unix)]
pub(crate) fn free_bytes(folder: &Path) -> Option<u64> {
    let told = rustix::fs::statvfs(folder).ok()?;
    Some(told.f_bavail.saturating_mul(told.f_frsize))
}

/// How many bytes this program may still write where that folder is. None: this system does not say.
#[cfg(not(unix))]
pub(crate) fn free_bytes(_: &Path) -> Option<u64> {
    None
}

/// Whole megabytes, as people read them.
pub(crate) fn megabytes(bytes: u64) -> i64 {
    i64::try_from(bytes / BYTES_IN_A_MEGABYTE).unwrap_or(i64::MAX)
}

/// Makes a folder that its owner alone may open, unless it is there.
pub(crate) fn make_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(folder)
}

/// A new file that its owner alone may open.
pub(crate) fn create_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

/// Puts the name of a file on the disk. Only Unix has folders that are written by themselves.
pub(crate) fn sync_folder(file: &Path) -> io::Result<()> {
    match file.parent() {
        Some(folder) if cfg!(unix) => File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}

/// Whether a file of that many bytes can be written into a folder; it is gone again afterwards.
pub(crate) fn try_to_write(folder: &Path, bytes: usize) -> io::Result<()> {
    let path = folder.join(format!(".try-{}", std::process::id()));
    let written = create_private(&path).and_then(|mut file| {
        file.write_all(&vec![0; bytes])?;
        file.sync_all()
    });
    drop(fs::remove_file(&path));
    written
}
