//! The memory of a program with everything that it started: PSS, in which a page that several processes share counts
//! once among them (proc_pid_smaps_rollup(5)).

use crate::processes;
use crate::trouble::{Outcome, Trouble};

/// Of a process and all its descendants, MiB.
pub(crate) fn pss_mib(process: u32) -> Outcome<f64> {
    let mut kib = 0.0;
    for member in processes::tree(process) {
        let file = format!("/proc/{member}/smaps_rollup");
        // Whatever has ended since takes nothing any more.
        let Ok(text) = std::fs::read_to_string(&file) else { continue };
        kib += pss_kib(&text).ok_or_else(|| Trouble::new(format!("{file} tells no PSS")))?;
    }
    Ok(kib / 1024.0)
}

fn pss_kib(rollup: &str) -> Option<f64> {
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    line.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_process_takes_some_memory() {
        assert!(pss_mib(std::process::id()).unwrap() > 0.5);
        assert_eq!(pss_kib("Rss: 9 kB\nPss:  1234 kB\nPss_Dirty: 5 kB\n"), Some(1234.0));
    }
}
