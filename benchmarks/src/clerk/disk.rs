//! The disk: what it takes to make so many bytes durable there, and how often a program has asked for that, as strace
//! saw it.

use std::fs::OpenOptions;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::trouble::{Outcome, Trouble};

/// The file of the yardstick; it is written before, so that it does not grow while time is taken, as a write-ahead log
/// does not that has been through once.
const LENGTH: u64 = 4 * 1024 * 1024;
const PATIENCE: Duration = Duration::from_secs(10);

/// Writes to a file of its own on the same disk.
#[derive(Debug)]
pub(crate) struct Disk {
    file: std::fs::File,
    at: u64,
}

impl Disk {
    /// In that folder.
    pub(crate) fn open(folder: &Path) -> Outcome<Self> {
        let path = folder.join("fsync-yardstick");
        let file = OpenOptions::new().create(true).truncate(true).write(true).open(&path);
        let file = file.map_err(Trouble::doing(path.display()))?;
        file.write_all_at(&vec![0x5A; LENGTH as usize], 0).map_err(Trouble::doing(path.display()))?;
        file.sync_all().map_err(Trouble::doing(path.display()))?;
        Ok(Self { file, at: 0 })
    }

    /// Writes so many bytes and makes them durable: milliseconds.
    pub(crate) fn fsync_ms(&mut self, bytes: u64) -> Outcome<f64> {
        if self.at + bytes > LENGTH {
            self.at = 0;
        }
        let content = vec![0xA5; usize::try_from(bytes.min(LENGTH)).unwrap_or_default()];
        let begun = Instant::now();
        self.file.write_all_at(&content, self.at).map_err(Trouble::doing("the yardstick"))?;
        self.file.sync_data().map_err(Trouble::doing("the yardstick"))?;
        self.at += bytes;
        Ok(begun.elapsed().as_secs_f64() * 1000.0)
    }
}

/// What a program asked of the disk within some time.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Asked {
    /// How often it waited for the disk.
    pub(crate) fsyncs: usize,
    /// What it wrote to its store.
    pub(crate) bytes: u64,
}

/// strace, watching a program.
#[derive(Debug)]
pub(crate) struct Watching {
    strace: Child,
    told: PathBuf,
}

impl Watching {
    /// Watches a process and its threads; none where that cannot be done here.
    pub(crate) fn begin(process: u32, folder: &Path) -> Option<Self> {
        let told = folder.join("strace.txt");
        let mut command = Command::new("strace");
        command.args(["-f", "-y", "-ttt", "-e", "trace=fsync,fdatasync,pwrite64", "-o"]).arg(&told);
        command.args(["-p", &process.to_string()]).stdin(Stdio::null()).stderr(Stdio::null());
        let strace = command.spawn().ok()?;
        let mut watching = Self { strace, told };
        let begun = Instant::now();
        while !is_watched(process) {
            if begun.elapsed() > PATIENCE || !matches!(watching.strace.try_wait(), Ok(None)) {
                return None;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Some(watching)
    }

    /// Ends it. What the program asked for between these moments, each pair in milliseconds since 1970.
    pub(crate) fn end(mut self, between: &[(f64, f64)]) -> Outcome<Vec<Asked>> {
        // It lets go of the program and writes down what it still holds when it is asked to end.
        let asked = Command::new("kill").args(["-TERM", &self.strace.id().to_string()]).status();
        asked.map_err(Trouble::doing("kill"))?;
        self.strace.wait().map_err(Trouble::doing("strace"))?;
        let text = std::fs::read_to_string(&self.told).map_err(Trouble::doing(self.told.display()))?;
        Ok(between.iter().map(|(from, until)| asked_between(&text, *from, *until)).collect())
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.strace.kill();
        let _ = self.strace.wait();
    }
}

fn is_watched(process: u32) -> bool {
    let text = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let tracer = text.lines().find_map(|line| line.strip_prefix("TracerPid:"));
    tracer.is_some_and(|tracer| tracer.trim() != "0")
}

/// Lines such as `4711 1763805600.123456 fdatasync(9</home/office/office.db-wal>) = 0`; of a call that another one
/// overtook there is a second line, `<... fdatasync resumed>`, which is not counted.
fn asked_between(told: &str, from_ms: f64, until_ms: f64) -> Asked {
    let mut asked = Asked::default();
    for line in told.lines() {
        let mut words = line.split_whitespace();
        let (Some(_), Some(at), Some(call)) = (words.next(), words.next(), words.next()) else { continue };
        let at_ms = at.parse::<f64>().unwrap_or_default() * 1000.0;
        if !(from_ms..=until_ms).contains(&at_ms) || !line.contains("office.db") {
            continue;
        }
        if call.starts_with("fsync(") || call.starts_with("fdatasync(") {
            asked.fsyncs += 1;
        } else if call.starts_with("pwrite64(") {
            asked.bytes += written(line).unwrap_or_default();
        }
    }
    asked
}

/// How many bytes a line of `pwrite64(FILE, "…"..., COUNT, OFFSET` was to write.
fn written(line: &str) -> Option<u64> {
    let (_, after) = line.rsplit_once("\"..., ").or_else(|| line.rsplit_once("\", "))?;
    after.split(',').next()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_strace_tells_is_counted_within_the_time() {
        let told = "\
            7 1000.000100 fdatasync(9</x/office.db-wal>) = 0\n\
            7 1001.000000 pwrite64(9</x/office.db-wal>, \"\\1\\2, 3\"..., 4096, 32) = 4096\n\
            8 1001.000100 pwrite64(9</x/office.db-wal>, \"\\7\", 24, 4152) = 24\n\
            7 1001.000200 fdatasync(9</x/office.db-wal> <unfinished ...>\n\
            8 1001.000300 fsync(11</x/other>) = 0\n\
            7 1001.000900 <... fdatasync resumed>) = 0\n";
        let asked = asked_between(told, 1_000_900.0, 1_001_500.0);
        assert_eq!(asked, Asked { fsyncs: 1, bytes: 4120 });
    }

    #[test]
    fn bytes_are_made_durable_again_and_again() {
        let folder = tempfile::tempdir().unwrap();
        let mut disk = Disk::open(folder.path()).unwrap();
        for _ in 0..3 {
            assert!(disk.fsync_ms(LENGTH / 2 + 1).unwrap() > 0.0);
        }
    }
}
