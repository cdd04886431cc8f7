//! A slice of the kill loop: `cargo xtask kill-loop` runs it at length.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::process::Command;

#[test]
fn what_was_confirmed_survives_kills_cuts_and_full_disks_and_is_there_once() {
    let folder = tempfile::tempdir().unwrap();
    let report = folder.path().join("report.json");
    let ran = Command::new(env!("CARGO_BIN_EXE_kill-loop"))
        .args(["--kills", "10", "--from", "1", "--out"])
        .arg(&report)
        .output()
        .unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let told: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&report).unwrap()).unwrap();
    let at_least = |name: &str, count: u64| {
        assert!(told[name].as_u64().unwrap() >= count, "{name}: {told}");
    };
    at_least("office_kills", 10);
    at_least("centre_kills", 10);
    at_least("complaints", 100);
    if told["disks"] == true {
        at_least("full_disks", 2);
        at_least("read_only_disks", 2);
    }
}
