//! A file that is being written to a stick: beside its place until it is whole and on the medium, so that a stick that
//! is pulled never leaves half a file under the name of a whole one.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::{CarryError, CarryKind};

/// A file that is being written. Dropped before [`Self::keep`], it is taken away again.
#[derive(Debug)]
pub struct CarryFile {
    file: File,
    place: PathBuf,
    /// Where it is written until then: `NAME.part`.
    part: Option<PathBuf>,
    bytes: u64,
}

impl CarryFile {
    /// Begins a file. One of an earlier time gives way when this one is whole.
    ///
    /// # Errors
    /// [`CarryError::WouldOverwrite`] when a file of another kind has that name; all of writing.
    pub fn create(place: &Path) -> Result<Self, CarryError> {
        match File::open(place) {
            Ok(found) => match CarryKind::read(found) {
                // A carry file of whatever version, or what a full stick left of one.
                Ok(_) | Err(CarryError::Newer | CarryError::TooShort) => {}
                Err(_) => return Err(CarryError::WouldOverwrite(place.to_owned())),
            },
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error.into()),
        }
        let mut name = place.file_name().map_or_else(OsString::new, OsString::from);
        name.push(".part");
        let part = place.with_file_name(name);
        let file = OpenOptions::new().write(true).create(true).truncate(true).open(&part)?;
        Ok(Self { file, place: place.to_owned(), part: Some(part), bytes: 0 })
    }

    /// It is whole: makes it durable and gives it its name. How many bytes it has.
    ///
    /// # Errors
    /// [`CarryError`] of the medium; the file of an earlier time is as it was.
    pub fn keep(mut self) -> Result<u64, CarryError> {
        self.file.sync_all()?;
        if let Some(part) = &self.part {
            fs::rename(part, &self.place)?;
        }
        self.part = None;
        sync_folder(&self.place)?;
        Ok(self.bytes)
    }
}

impl Write for CarryFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for CarryFile {
    fn drop(&mut self) {
        if let Some(part) = &self.part {
            // A stick that was pulled keeps it; the next file of that name takes its place.
            drop(fs::remove_file(part));
        }
    }
}

/// Makes the rename durable. Windows has no such call and needs none; some file systems of sticks refuse it.
fn sync_folder(place: &Path) -> Result<(), CarryError> {
    if cfg!(unix) {
        let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty());
        match File::open(folder.unwrap_or(Path::new("."))).and_then(|folder| folder.sync_all()) {
            Err(error) if !matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => {
                return Err(error.into());
            }
            _ => {}
        }
    }
    Ok(())
}
