//! The machine: room on its disk, its clock, and the copies of the store that lie on it.

use std::path::Path;
use std::process::Command;

use locales::Args;

use super::{Doctor, Finding, because, moment};
use crate::backup;
use crate::disk;

/// Below this the disk fills up soon.
const LOW_MEGABYTES: i64 = 2_048;

/// What the folder must take at the least: one large document on its way.
const TRIED_BYTES: usize = 1024 * 1024;

/// A clock that differs by so much from another one is right.
const TOLERANCE_MS: i64 = 5 * 60_000;

const DAY_MS: i64 = 24 * 60 * 60_000;

/// Room on the disk, and whether the folder takes a file.
pub(super) fn disk(data: &Path) -> Finding {
    const CHECK: &str = "disk";
    let folder = data.display().to_string();
    if !data.is_dir() {
        return Finding::broken(CHECK, "disk-none", Args::new().with("folder", folder));
    }
    if let Err(error) = disk::try_to_write(data, TRIED_BYTES) {
        return Finding::broken(CHECK, "disk-full", because(error).with("folder", folder));
    }
    match disk::free_bytes(data).map(disk::megabytes) {
        Some(free) if free < LOW_MEGABYTES => {
            Finding::look(CHECK, "disk-low", Args::new().with("free", free).with("folder", folder))
        }
        Some(free) => Finding::ok(CHECK, "disk-ok", Args::new().with("free", free)),
        None => Finding::ok(CHECK, "disk-writes", Args::new().with("folder", folder)),
    }
}

/// The clock beside the moment at which the last operation came.
pub(super) fn clock(now_ms: i64, last_came: Option<i64>) -> Finding {
    const CHECK: &str = "clock";
    let args = Args::new().with("now", moment(now_ms));
    match last_came {
        Some(last) if now_ms + TOLERANCE_MS < last => {
            Finding::broken(CHECK, "clock-behind", args.with("last", moment(last)))
        }
        Some(last) => Finding::ok(CHECK, "clock-ok", args.with("last", moment(last))),
        None => Finding::ok(CHECK, "clock-alone", args),
    }
}

/// Whether the machine's clock follows a time server, where the system says so.
pub(super) async fn time_service() -> Option<Finding> {
    let mut command = Command::new("timedatectl");
    command.args(["show", "--property=NTPSynchronized", "--value"]);
    let told = tokio::task::spawn_blocking(move || command.output()).await.ok()?.ok()?;
    match String::from_utf8_lossy(&told.stdout).trim() {
        "yes" => Some(Finding::ok("time_service", "time-ok", Args::new())),
        "no" => Some(Finding::look("time_service", "time-alone", Args::new())),
        _ => None,
    }
}

/// The newest copy of the store.
pub(super) fn backups(doctor: &Doctor) -> Finding {
    const CHECK: &str = "backup";
    let args = Args::new().with("folder", doctor.backups.display().to_string());
    if doctor.backup_days == 0 {
        return Finding::ok(CHECK, "backup-elsewhere", args);
    }
    let Some((file, written)) = backup::newest(&doctor.backups) else {
        return Finding::look(CHECK, "backup-none", args);
    };
    let written = written.as_millisecond();
    let args = args.with("file", file.display().to_string()).with("day", moment(written));
    if doctor.clock.now_ms() - written > i64::from(doctor.backup_days) * DAY_MS {
        Finding::look(CHECK, "backup-old", args)
    } else {
        Finding::ok(CHECK, "backup-ok", args)
    }
}
