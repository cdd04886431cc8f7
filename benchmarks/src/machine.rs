//! On which computer, when and with which programs it was measured. Names of computers and places do not belong here.

use std::process::Command;

use serde_json::{Value, json};

use crate::trouble::{Outcome, Trouble};

/// The computer and the day.
#[derive(Debug)]
pub(crate) struct Machine {
    processor: String,
    cores: usize,
    memory_gib: u64,
    kernel: String,
    /// Minutes are enough: `2026-11-22T00:16Z`.
    pub(crate) date: String,
    /// How many processes wanted to run in the last minute before it began.
    load: String,
    /// Name and what it says of its version.
    programs: Vec<(&'static str, String)>,
}

impl Machine {
    /// Looks around.
    pub(crate) fn look() -> Outcome<Self> {
        let read = |file: &str| std::fs::read_to_string(file).map_err(Trouble::doing(file));
        let after = |text: &str, name: &str| {
            let line = text.lines().find_map(|line| line.strip_prefix(name));
            line.map(|line| line.trim_start_matches([':', ' ', '\t']).trim().to_owned()).unwrap_or_default()
        };
        let memory = after(&read("/proc/meminfo")?, "MemTotal");
        let kib: u64 = memory.split(' ').next().and_then(|kib| kib.parse().ok()).unwrap_or_default();
        let release = read("/proc/sys/kernel/osrelease")?;
        Ok(Self {
            processor: after(&read("/proc/cpuinfo")?, "model name"),
            cores: std::thread::available_parallelism().map_or(1, std::num::NonZero::get),
            memory_gib: (kib + 512 * 1024) / (1024 * 1024),
            // What a provider appends to the version says nothing about it.
            kernel: release.trim().split('-').next().unwrap_or_default().to_owned(),
            date: jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%MZ").to_string(),
            load: read("/proc/loadavg")?.split(' ').next().unwrap_or_default().to_owned(),
            programs: [
                ("rustc", "-V"),
                ("node", "--version"),
                ("python3", "--version"),
                ("postgres", "--version"),
            ]
            .into_iter()
            .filter_map(|(name, option)| Some((name, version(name, option)?)))
            .collect(),
        })
    }

    /// One paragraph.
    pub(crate) fn told(&self) -> String {
        let programs: Vec<String> =
            self.programs.iter().map(|(name, version)| format!("{name} {version}")).collect();
        format!(
            "{}: {}, {} cores, {} GiB, Linux {}; load before the run {}; {}.",
            self.date,
            self.processor,
            self.cores,
            self.memory_gib,
            self.kernel,
            self.load,
            programs.join(", ")
        )
    }

    pub(crate) fn to_json(&self) -> Value {
        let programs: serde_json::Map<String, Value> =
            self.programs.iter().map(|(name, version)| ((*name).to_owned(), json!(version))).collect();
        json!({
            "date": self.date, "processor": self.processor, "cores": self.cores, "memory_gib": self.memory_gib,
            "kernel": self.kernel, "load_before": self.load, "programs": programs,
        })
    }
}

/// ` at COMMIT` of the repository in the current folder; nothing when there is none.
pub(crate) fn commit() -> String {
    let output = Command::new("git").args(["describe", "--always", "--dirty", "--exclude=*"]).output();
    let told =
        output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default();
    if told.is_empty() { told } else { format!(" at {told}") }
}

/// The first word of what a program says that is a version; none when it is not installed.
fn version(program: &str, option: &str) -> Option<String> {
    let output = Command::new(program).arg(option).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let is_version = |word: &&str| word.trim_start_matches('v').starts_with(|c: char| c.is_ascii_digit());
    text.split_whitespace().find(is_version).map(|word| word.trim_start_matches('v').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_computer_can_be_described() {
        let machine = Machine::look().unwrap();
        assert!(machine.cores > 0 && machine.memory_gib > 0);
        assert!(machine.told().contains("rustc 1."), "{}", machine.told());
        assert_eq!(version("no-such-program", "-V"), None);
    }
}
