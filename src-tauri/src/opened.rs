//! A file that the window was opened with, by a double click for example: the centre's reply on a stick, or the file of
//! an office. Kept until the page asks for it. What the file is worth is judged when it is read.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tauri::{AppHandle, Emitter, Manager};

/// The file that waits for the page.
#[derive(Default)]
pub(crate) struct Opened(Mutex<Option<PathBuf>>);

impl Opened {
    /// The file that this start was given, if it was given one. A later one takes its place.
    pub(crate) fn keep(&self, file: Option<PathBuf>) {
        if file.is_some() {
            *self.0.lock().unwrap_or_else(PoisonError::into_inner) = file;
        }
    }

    /// Hands the file over, once.
    pub(crate) fn take(&self) -> Option<PathBuf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// What an opened file is by its name: `carry` or `office`; nothing that this window opens otherwise.
pub(crate) fn kind(file: &Path) -> Option<&'static str> {
    match file.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "carry" => Some("carry"),
        "guichet" => Some("office"),
        _ => None,
    }
}

/// The program was started once more, in that folder: its file is for the window that is open already.
pub(crate) fn hand_on(app: &AppHandle, file: &Path, folder: &str) {
    app.state::<Opened>().keep(Some(Path::new(folder).join(file)));
    // No page to tell: it asks when it comes.
    let _ = app.emit("opened", ());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_files_of_a_stick_are_known_by_their_names() {
        for (name, expected) in [
            ("/media/stick/guichet-12-1-reply.carry", Some("carry")),
            ("E:\\OFFICE-12.GUICHET", Some("office")),
            ("letter.pdf", None),
            ("carry", None),
        ] {
            assert_eq!(kind(Path::new(name)), expected, "{name}");
        }
    }

    #[test]
    fn a_file_is_handed_over_once_and_a_start_without_one_takes_none_away() {
        let opened = Opened::default();
        opened.keep(Some("a.carry".into()));
        opened.keep(None);
        assert_eq!(opened.take(), Some(PathBuf::from("a.carry")));
        assert_eq!(opened.take(), None);
    }
}
