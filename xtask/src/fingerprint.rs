//! Fingerprints of files, to notice that something changed since it was last built. Content counts, not times:
//! a fresh clone has new times on old files. They protect against nothing, so no cryptographic hash is needed.

use std::fs;
use std::path::{Path, PathBuf};

use crate::run::{Failure, Outcome};

/// FNV-1a, 64 bits: short to write down, and the same on every computer and with every compiler.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fingerprint(u64);

impl Fingerprint {
    /// The fingerprint of nothing.
    pub(crate) fn new() -> Fingerprint {
        Fingerprint(0xcbf2_9ce4_8422_2325)
    }

    /// Adds bytes, with their number, so that the border between two parts counts.
    pub(crate) fn add(&mut self, bytes: &[u8]) {
        for byte in (bytes.len() as u64).to_le_bytes().iter().chain(bytes) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    /// Adds a file, or every file below a folder by name and content, except in folders named in `skipped`.
    /// What does not exist counts as nothing.
    pub(crate) fn add_path(&mut self, path: &Path, skipped: &[&str]) -> Outcome<()> {
        for file in files_below(path, skipped)? {
            let name = file.strip_prefix(path).unwrap_or(&file);
            self.add(name.to_string_lossy().as_bytes());
            let content = fs::read(&file)
                .map_err(|error| Failure::system(format!("cannot read {}", file.display()), &error))?;
            self.add(&content);
        }
        Ok(())
    }

    /// Sixteen hexadecimal digits.
    pub(crate) fn text(&self) -> String {
        format!("{:016x}", self.0)
    }

    /// Whether the stamp file holds this very fingerprint.
    pub(crate) fn is_stamped(&self, stamp: &Path) -> bool {
        fs::read_to_string(stamp).is_ok_and(|text| text.trim() == self.text())
    }

    /// Writes the fingerprint into the stamp file.
    pub(crate) fn stamp(&self, stamp: &Path) -> Outcome<()> {
        fs::write(stamp, self.text() + "\n")
            .map_err(|error| Failure::system(format!("cannot write {}", stamp.display()), &error))
    }
}

/// All files below a folder in order of their names (or the file itself), without the folders named in `skipped`.
pub(crate) fn files_below(path: &Path, skipped: &[&str]) -> Outcome<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_path_buf()]);
    }
    if !path.is_dir() {
        return Ok(Vec::new());
    }
    let unreadable = |error| Failure::system(format!("cannot read {}", path.display()), &error);
    let mut inside = Vec::new();
    for entry in fs::read_dir(path).map_err(unreadable)? {
        inside.push(entry.map_err(unreadable)?.path());
    }
    inside.sort();
    let mut files = Vec::new();
    for entry in inside {
        let is_skipped = entry.file_name().is_some_and(|name| skipped.iter().any(|skipped| name == *skipped));
        if entry.is_dir() && is_skipped {
            continue;
        }
        files.extend(files_below(&entry, skipped)?);
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Folder {
            let path = std::env::temp_dir().join(format!("guichet-{name}-{}", std::process::id()));
            fs::create_dir_all(path.join("src")).unwrap();
            fs::write(path.join("src/a.ts"), "one").unwrap();
            Folder(path)
        }

        fn fingerprint(&self) -> Fingerprint {
            let mut fingerprint = Fingerprint::new();
            fingerprint.add_path(&self.0, &["node_modules"]).unwrap();
            fingerprint
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn the_fingerprint_is_that_of_the_published_algorithm() {
        // The length (eight bytes, all zero here) is part of what is hashed, so compare the raw steps.
        let mut fingerprint = Fingerprint::new();
        fingerprint.add(b"");
        assert_eq!(fingerprint.text(), "a8c7f832281a39c5");
    }

    #[test]
    fn content_names_and_new_files_count() {
        let folder = Folder::new("content");
        let first = folder.fingerprint();
        assert_eq!(first, folder.fingerprint());
        fs::write(folder.0.join("src/a.ts"), "two").unwrap();
        let second = folder.fingerprint();
        assert_ne!(first, second);
        fs::rename(folder.0.join("src/a.ts"), folder.0.join("src/b.ts")).unwrap();
        assert_ne!(second, folder.fingerprint());
    }

    #[test]
    fn skipped_folders_do_not_count() {
        let folder = Folder::new("skipped");
        let before = folder.fingerprint();
        fs::create_dir_all(folder.0.join("node_modules/x")).unwrap();
        fs::write(folder.0.join("node_modules/x/index.js"), "x").unwrap();
        assert_eq!(before, folder.fingerprint());
    }

    #[test]
    fn a_stamp_is_recognised_until_something_changes() {
        let folder = Folder::new("stamp");
        let stamp = folder.0.join("stamp");
        let first = folder.fingerprint();
        assert!(!first.is_stamped(&stamp));
        first.stamp(&stamp).unwrap();
        assert!(first.is_stamped(&stamp));
        fs::write(folder.0.join("src/a.ts"), "two").unwrap();
        assert!(!folder.fingerprint().is_stamped(&stamp));
    }
}
