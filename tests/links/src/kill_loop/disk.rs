//! A disk of a few megabytes in memory, which can be full or read-only while a program uses it.

use std::path::{Path, PathBuf};
use std::process::Command;

use desktop::{Outcome, Trouble};

/// Room enough for everything, in bytes.
const ROOM_BYTES: u64 = 1024 * 1024 * 1024;

/// Whether this process may make disks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disks {
    /// It may: it has a mount namespace of its own (`unshare --map-root-user --mount`).
    OfTheirOwn,
    /// It may not; nothing is ever full or read-only.
    None,
}

impl Disks {
    /// A disk at this folder, which is made.
    pub(super) fn mount(self, at: &Path) -> Outcome<Option<Disk>> {
        if self == Self::None {
            return Ok(None);
        }
        std::fs::create_dir_all(at).map_err(|error| Trouble::while_doing(at.display(), error))?;
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &format!("size={ROOM_BYTES}"), "tmpfs"]).arg(at);
        run(&mut mount)?;
        Ok(Some(Disk(at.to_owned())))
    }
}

/// A disk; it goes with the namespace that it was made in.
#[derive(Debug)]
pub(super) struct Disk(PathBuf);

impl Disk {
    /// Leaves that much room, in bytes.
    pub(super) fn leave(&self, bytes: u64) -> Outcome<()> {
        let mut df = Command::new("df");
        let printed = run(df.args(["--output=used", "--block-size=1"]).arg(&self.0))?;
        let used = printed.lines().last().and_then(|line| line.trim().parse::<u64>().ok());
        let used = used.ok_or_else(|| Trouble::new(format!("df says nothing of use: {printed}")))?;
        self.remount(&format!("size={}", used + bytes))
    }

    /// Lets nobody write.
    pub(super) fn protect(&self) -> Outcome<()> {
        self.remount("ro")
    }

    /// Gives it room and lets everybody write.
    pub(super) fn heal(&self) -> Outcome<()> {
        self.remount(&format!("rw,size={ROOM_BYTES}"))
    }

    fn remount(&self, how: &str) -> Outcome<()> {
        let mut mount = Command::new("mount");
        run(mount.args(["-o", &format!("remount,{how}")]).arg(&self.0)).map(drop)
    }
}

fn run(command: &mut Command) -> Outcome<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| Trouble::while_doing(&name, error))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(Trouble::while_doing(name, String::from_utf8_lossy(&output.stderr).trim()))
}
