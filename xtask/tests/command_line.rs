//! The verbs as they are typed: help, usage errors and the samples.

#![allow(clippy::unwrap_used)] // a helper of a test may fail as a test does

use std::path::PathBuf;
use std::process::{Command, Output};

fn xtask(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask")).args(words).output().unwrap()
}

#[test]
fn help_names_every_verb() {
    let output = xtask(&["help"]);
    let help = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success());
    for verb in [
        "setup", "build", "demo", "test", "simulate", "mutants", "session", "bindings", "samples", "package",
        "help",
    ] {
        assert!(help.contains(&format!("cargo xtask {verb}")), "{verb}");
    }
}

#[test]
fn what_is_not_understood_ends_with_exit_code_two() {
    for words in [
        &["tset"][..],
        &["test", "--onyl", "lint"],
        &["test", "--only", "everything"],
        &["demo", "folder"],
        &["package", "--only", "desk-snap"],
        &["session", "--"],
        &["samples", "--count", "3"],
        &["samples", "--count", "0", "--out", "/dev/null"],
        &["samples", "--count", "3", "--out", "/dev/null", "--until", "tomorrow"],
    ] {
        let output = xtask(words);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("cargo xtask help"), "{words:?}");
    }
}

#[test]
fn samples_are_written_the_same_each_time() {
    let paths = ["a", "b"]
        .map(|name| std::env::temp_dir().join(format!("guichet-samples-{name}-{}", std::process::id())));
    let contents = paths.each_ref().map(|path: &PathBuf| {
        let out = path.to_str().unwrap();
        let output =
            xtask(&["samples", "--count", "25", "--seed", "3", "--until", "2026-11-21", "--out", out]);
        assert!(output.status.success(), "{output:?}");
        let content = std::fs::read_to_string(path).unwrap();
        std::fs::remove_file(path).unwrap();
        content
    });
    assert_eq!(contents[0], contents[1]);
    assert_eq!(contents[0].lines().count(), 25);
}
