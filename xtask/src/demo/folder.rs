//! The folder of a demonstration: taken by one demonstration at a time, and emptied only if an earlier one made
//! it. Somebody's documents must never vanish because of a mistyped `--folder`.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use crate::run::{Failure, Outcome};

/// The file that says that the folder was made here. It is locked while a demonstration runs.
const MARK: &str = ".guichet-demo";

/// A folder that belongs to the running demonstration.
#[derive(Debug)]
pub(crate) struct Folder {
    path: PathBuf,
    _lock: File,
}

impl Folder {
    /// Takes the folder: makes it, or empties it unless `keep` says otherwise.
    pub(crate) fn take(path: &Path, keep: bool) -> Outcome<Folder> {
        let failed = |error: std::io::Error| Failure::system(path.display(), &error);
        let is_ours = path.join(MARK).is_file();
        let is_empty = !path.exists() || fs::read_dir(path).map_err(failed)?.next().is_none();
        if !is_ours && !is_empty {
            return Err(Failure::broken(format!(
                "{} holds something that no demo has made: choose another folder or empty it yourself",
                path.display()
            )));
        }
        fs::create_dir_all(path).map_err(failed)?;
        let lock = File::create(path.join(MARK)).map_err(failed)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(Failure::broken(format!("another demo is running in {}", path.display())));
            }
            Err(TryLockError::Error(error)) => return Err(failed(error)),
        }
        if !keep {
            empty(path).map_err(failed)?;
        }
        fs::create_dir_all(path.join("logs")).map_err(failed)?;
        Ok(Folder { path: path.to_path_buf(), _lock: lock })
    }

    /// Its absolute path.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// A new file for what a program says.
    pub(crate) fn log(&self, name: &str) -> Outcome<(PathBuf, File)> {
        let path = self.path.join("logs").join(name);
        let file = File::create(&path).map_err(|error| Failure::system(path.display(), &error))?;
        Ok((path, file))
    }

    /// What lies in the folder for people to look at, by name.
    pub(crate) fn contents(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.path).into_iter().flatten().flatten();
        let mut names: Vec<String> = entries
            .map(|entry| {
                let slash = if entry.path().is_dir() { "/" } else { "" };
                format!("{}{slash}", entry.file_name().to_string_lossy())
            })
            .filter(|name| name != MARK)
            .collect();
        names.sort();
        names
    }
}

fn empty(path: &Path) -> std::io::Result<()> {
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        if entry.file_name() == MARK {
            continue;
        }
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        } else {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// The last lines of a log, for an error message.
pub(crate) fn last_lines(log: &Path) -> String {
    let text = fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    let last = &lines[lines.len().saturating_sub(8)..];
    if last.is_empty() { "(it said nothing)".to_owned() } else { last.join("\n") }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Scratch(PathBuf);

    impl Scratch {
        fn new(name: &str) -> Scratch {
            let path = std::env::temp_dir().join(format!("guichet-folder-{name}-{}", std::process::id()));
            fs::create_dir_all(&path).unwrap();
            Scratch(path)
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn a_folder_with_other_things_is_left_alone() {
        let scratch = Scratch::new("other");
        fs::write(scratch.0.join("thesis.odt"), "years of work").unwrap();
        assert!(Folder::take(&scratch.0, false).unwrap_err().told().contains("no demo has made"));
        assert!(scratch.0.join("thesis.odt").is_file());
    }

    #[test]
    fn a_folder_of_an_earlier_demo_is_emptied_unless_it_is_to_be_kept() {
        let scratch = Scratch::new("earlier");
        drop(Folder::take(&scratch.0, false).unwrap());
        fs::create_dir(scratch.0.join("centre")).unwrap();
        drop(Folder::take(&scratch.0, true).unwrap());
        assert!(scratch.0.join("centre").is_dir());
        let folder = Folder::take(&scratch.0, false).unwrap();
        assert_eq!(folder.contents(), ["logs/"]);
    }

    #[test]
    fn two_demos_do_not_share_a_folder() {
        let scratch = Scratch::new("two");
        let first = Folder::take(&scratch.0, false).unwrap();
        assert!(Folder::take(&scratch.0, false).unwrap_err().told().contains("another demo"));
        drop(first);
        assert!(Folder::take(&scratch.0, false).is_ok());
    }
}
