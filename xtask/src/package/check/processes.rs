//! The processes inside a root, seen from outside of it.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::run::{self, Outcome};

/// The numbers of those whose names begin so.
pub(crate) fn inside(root: &Path, names: &[&str]) -> Vec<u32> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let numbers = entries.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    let is_inside = |number: &u32| {
        let at = fs::read_link(format!("/proc/{number}/root"));
        let name = fs::read_to_string(format!("/proc/{number}/comm")).unwrap_or_default();
        at.is_ok_and(|at| at == root) && names.iter().any(|wanted| name.starts_with(wanted))
    };
    numbers.filter(is_inside).collect()
}

/// Their share of all memory (PSS in /proc/PID/smaps_rollup, proc(5)), in bytes: what several of them share counts once.
pub(crate) fn memory(numbers: &[u32]) -> u64 {
    let rollups = numbers.iter().map(|number| fs::read_to_string(format!("/proc/{number}/smaps_rollup")));
    rollups.filter_map(|rollup| pss(&rollup.ok()?)).sum()
}

/// Asks them to end.
pub(crate) fn end(numbers: &[u32]) -> Outcome<()> {
    let numbers = numbers.iter().map(u32::to_string);
    run::run(Command::new("kill").args(["-s", "TERM"]).args(numbers))
}

fn pss(rollup: &str) -> Option<u64> {
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    Some(line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok()? * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_of_memory_is_read() {
        let rollup =
            "55d0-7ffe ---p 00000000 00:00 0 [rollup]\nRss:  9000 kB\nPss:    2048 kB\nPss_Dirty: 1 kB\n";
        assert_eq!(pss(rollup), Some(2 * 1024 * 1024));
        assert_eq!(pss(""), None);
    }
}
