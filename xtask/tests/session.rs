//! The virtual desktop session as its users see it: a keyring that keeps secrets, the command's exit code handed
//! on, and nothing left running, even when the verb is killed outright.

#![allow(clippy::unwrap_used)] // a helper of a test may fail as a test does

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(20);

fn session(script: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.args(["session", "--", "sh", "-c", script]).stdin(Stdio::null());
    command
}

fn output_of(script: &str) -> (Option<i32>, String) {
    let output = session(script).output().unwrap();
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

fn wait_until_gone(path: &Path) {
    let started = Instant::now();
    while path.exists() {
        assert!(started.elapsed() < PATIENCE, "{} is still there", path.display());
        thread::yield_now();
    }
}

#[test]
fn a_secret_is_kept_in_the_keyring_of_the_session_and_in_no_other() {
    let (code, said) = output_of(
        "printf s3cret | secret-tool store --label=test service guichet-test && secret-tool lookup service guichet-test",
    );
    assert_eq!((code, said.as_str()), (Some(0), "s3cret"));
    let (code, said) = output_of("secret-tool lookup service guichet-test");
    assert_eq!((code, said.as_str()), (Some(1), ""));
}

#[test]
fn the_exit_code_of_the_command_is_handed_on() {
    assert_eq!(output_of("exit 7").0, Some(7));
}

#[test]
fn a_process_left_in_the_background_ends_with_the_session() {
    let (code, said) = output_of("setsid sleep 600 >/dev/null 2>&1 & echo $!");
    assert_eq!(code, Some(0));
    wait_until_gone(&Path::new("/proc").join(said.trim()));
}

#[test]
fn killing_the_verb_leaves_neither_process_nor_folder() {
    let script = "sleep 600 & echo $! $XDG_RUNTIME_DIR; wait";
    let mut verb = session(script).stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(verb.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let (number, runtime) = line.trim().split_once(' ').unwrap();
    verb.kill().unwrap();
    verb.wait().unwrap();
    wait_until_gone(&Path::new("/proc").join(number));
    wait_until_gone(Path::new(runtime).parent().unwrap());
}

#[test]
fn a_command_that_does_not_exist_is_a_failure() {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["session", "--", "no-program-has-this-name"])
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(127));
}
