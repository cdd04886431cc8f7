//! The folder in which a scanner leaves its pages: what is new in it, and whether it is written to its end. Nothing is ever
//! taken, moved or deleted here by itself; a clerk says so file by file.
//!
//! A page counts as written when its size and its time have stayed the same for a while and its end is there; or, where a
//! kind has no end that one could see, when nothing has happened to it for long.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::capture::might_be_a_document;

/// As long as this a file must have stayed the same.
pub(crate) const SETTLES: Duration = Duration::from_millis(1_500);
/// After this a file counts as written although its end was not seen.
const RESTS: Duration = Duration::from_secs(30);
/// How much of a file is read to see what it is, and to see its end, in bytes.
const LOOK: u64 = 4_096;
/// The folder is looked at so often.
const POLL: Duration = Duration::from_secs(2);
/// More files than this are not told of; the newest are.
const MOST: usize = 100;

/// A file that a scanner left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Scan {
    /// Its name in the folder.
    pub(crate) name: String,
    /// Its size in bytes.
    pub(crate) bytes: u64,
    /// When it was last written, in milliseconds since 1970.
    pub(crate) written_ms: i64,
    /// It is written to its end.
    pub(crate) ready: bool,
}

impl Scan {
    /// Tells this file from a later one of the same name.
    pub(crate) fn mark(&self) -> String {
        format!("{}:{}", self.bytes, self.written_ms)
    }
}

/// What was seen of a folder, from one look to the next.
#[derive(Debug, Default)]
pub(crate) struct Scanner {
    folder: PathBuf,
    /// Name → size and time, and since when they have been so.
    seen: BTreeMap<String, (u64, i64, Instant)>,
}

impl Scanner {
    /// Looks into the folder; the newest file first. None: the folder cannot be read.
    pub(crate) fn look(&mut self, folder: &Path, now: Instant) -> Option<Vec<Scan>> {
        if self.folder != folder {
            *self = Self { folder: folder.to_owned(), seen: BTreeMap::new() };
        }
        let mut files = files(folder).ok()?;
        files.sort_by(|one, other| (other.2, &one.0).cmp(&(one.2, &other.0)));
        files.truncate(MOST);
        self.seen.retain(|name, _| files.iter().any(|(known, ..)| known == name));
        let mut scans = Vec::new();
        for (name, bytes, written_ms) in files {
            let (size, time, since) = self.seen.entry(name.clone()).or_insert((bytes, written_ms, now));
            if (*size, *time) != (bytes, written_ms) {
                (*size, *time, *since) = (bytes, written_ms, now);
            }
            let path = folder.join(&name);
            let rested = now.saturating_duration_since(*since);
            let ready = bytes > 0 && rested >= SETTLES && (rested >= RESTS || has_its_end(&path));
            if bytes == 0 || is_worth_telling(&path) {
                scans.push(Scan { name, bytes, written_ms, ready });
            }
        }
        Some(scans)
    }
}

/// A file of the folder, whole. The name comes from the page: it must name a file in the folder and nothing else.
///
/// # Errors
/// What the system says; also for what is no plain file, and for more bytes than `most`, of which one more is returned.
pub(crate) fn read(folder: &Path, name: &str, most: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(plain_file(folder, name)?)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Deletes a file of the folder, at the clerk's word.
///
/// # Errors
/// What the system says.
pub(crate) fn delete(folder: &Path, name: &str) -> std::io::Result<()> {
    std::fs::remove_file(plain_file(folder, name)?)
}

fn plain_file(folder: &Path, name: &str) -> std::io::Result<PathBuf> {
    let is_name = Path::new(name).file_name().is_some_and(|own| own == name) && !name.contains(['/', '\\']);
    let path = folder.join(name);
    if !is_name || !std::fs::symlink_metadata(&path)?.is_file() {
        return Err(std::io::ErrorKind::NotFound.into());
    }
    Ok(path)
}

/// Looks at once and every two seconds, until the look says that it is enough. Folders on another computer, where scanners
/// often write, tell nothing by themselves; and a page has to rest for a while anyway.
pub(crate) fn watch(mut look: impl FnMut() -> bool) {
    while look() {
        std::thread::sleep(POLL);
    }
}

/// Names, sizes and times of the plain files that are no leftovers of a program at work.
fn files(folder: &Path) -> std::io::Result<Vec<(String, u64, i64)>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)?.flatten() {
        let Some(name) = entry.file_name().to_str().map(str::to_owned) else { continue };
        let unfinished = [".tmp", ".part", ".crdownload"].iter().any(|end| name.ends_with(end));
        if name.starts_with(['.', '~']) || unfinished {
            continue;
        }
        // It may have gone meanwhile.
        let Ok(about) = std::fs::symlink_metadata(entry.path()) else { continue };
        if about.is_file() {
            found.push((name, about.len(), about.modified().map_or(0, milliseconds)));
        }
    }
    Ok(found)
}

fn milliseconds(time: SystemTime) -> i64 {
    time.duration_since(UNIX_EPOCH).map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

fn is_worth_telling(path: &Path) -> bool {
    let mut start = Vec::new();
    let read = File::open(path).and_then(|file| file.take(LOOK).read_to_end(&mut start));
    read.is_ok() && might_be_a_document(&start)
}

/// Whether the end is there that a file of its kind has.
fn has_its_end(path: &Path) -> bool {
    let ends = || -> std::io::Result<bool> {
        let mut file = File::open(path)?;
        let mut start = [0; 8];
        file.read_exact(&mut start)?;
        let length = file.metadata()?.len();
        file.seek(SeekFrom::Start(length.saturating_sub(LOOK)))?;
        let mut tail = Vec::new();
        file.take(LOOK).read_to_end(&mut tail)?;
        let holds = |mark: &[u8]| tail.windows(mark.len()).any(|window| window == mark);
        Ok(match start {
            [b'%', b'P', b'D', b'F', ..] => holds(b"%%EOF"),
            [0x89, b'P', b'N', b'G', ..] => holds(b"IEND"),
            [0xff, 0xd8, ..] => holds(&[0xff, 0xd9]),
            [b'R', b'I', b'F', b'F', size @ ..] => u64::from(u32::from_le_bytes(size)) + 8 <= length,
            _ => false,
        })
    };
    ends().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n....IEND\xaeB`\x82";

    fn names(scans: &[Scan]) -> Vec<(&str, bool)> {
        scans.iter().map(|scan| (scan.name.as_str(), scan.ready)).collect()
    }

    #[test]
    fn a_page_is_ready_when_it_has_stayed_the_same_and_its_end_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let page = folder.path().join("page.png");
        std::fs::write(&page, &PNG[..12]).unwrap();
        let (mut scanner, start) = (Scanner::default(), Instant::now());
        let mut look = |after: Duration| scanner.look(folder.path(), start + after).unwrap();
        assert_eq!(names(&look(Duration::ZERO)), [("page.png", false)]);
        assert_eq!(names(&look(SETTLES * 2)), [("page.png", false)], "its end is missing");
        std::fs::write(&page, PNG).unwrap();
        assert_eq!(names(&look(SETTLES * 3)), [("page.png", false)], "it has just grown");
        assert_eq!(names(&look(SETTLES * 4)), [("page.png", true)]);
        std::fs::write(&page, &PNG[..12]).unwrap();
        assert_eq!(names(&look(SETTLES * 5)), [("page.png", false)]);
        assert_eq!(names(&look(SETTLES * 5 + RESTS)), [("page.png", true)], "nobody writes it any more");
    }

    #[test]
    fn only_pages_are_told_of_and_a_folder_that_has_gone_is_said() {
        let folder = tempfile::tempdir().unwrap();
        for (name, content) in [
            ("page.png", PNG),
            ("named-wrongly.txt", PNG),
            ("notes.txt", b"not a page"),
            (".hidden.png", PNG),
            ("half.png.part", PNG),
            ("program.pdf", b"MZ\x90"),
        ] {
            std::fs::write(folder.path().join(name), content).unwrap();
        }
        std::fs::create_dir(folder.path().join("older")).unwrap();
        let mut scanner = Scanner::default();
        let scans = scanner.look(folder.path(), Instant::now()).unwrap();
        let mut told = names(&scans);
        told.sort_unstable();
        assert_eq!(told, [("named-wrongly.txt", false), ("page.png", false)]);
        assert_eq!(scanner.look(&folder.path().join("gone"), Instant::now()), None);
    }

    #[test]
    fn a_name_leads_out_of_the_folder_nowhere() {
        let outside = tempfile::tempdir().unwrap();
        let folder = outside.path().join("scans");
        std::fs::create_dir(&folder).unwrap();
        std::fs::write(outside.path().join("secret"), b"secret").unwrap();
        std::fs::write(folder.join("page"), b"page").unwrap();
        for name in ["../secret", "..", ".", "", "scans/../../secret", "..\\secret"] {
            assert!(read(&folder, name, 10).is_err(), "{name}");
            assert!(delete(&folder, name).is_err(), "{name}");
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(outside.path().join("secret"), folder.join("link")).unwrap();
            assert!(read(&folder, "link", 10).is_err(), "a link may lead anywhere");
        }
        assert_eq!(
            read(&folder, "page", 3).unwrap(),
            b"page",
            "one more than asked for says that it is too long"
        );
        delete(&folder, "page").unwrap();
        assert!(outside.path().join("secret").exists());
    }
}
