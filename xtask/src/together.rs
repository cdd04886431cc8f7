//! Running the executables of many tests, two at a time: alone, each leaves a processor idle while its last test ends. What
//! each prints is shown in one piece when it has ended, as `cargo test` would have shown it.

use std::collections::VecDeque;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::run::{self, Failure, Outcome};

/// How many run at once. More would keep those waiting that look at a clock.
const AT_ONCE: usize = 2;

/// An executable that cargo has built from tests.
#[derive(Debug, PartialEq, Eq)]
struct Tests {
    /// What is tested: `tests/store.rs of office-store`.
    name: String,
    executable: PathBuf,
    /// The folder of its package, where cargo runs it.
    folder: PathBuf,
}

/// Builds what that `cargo test` command chooses, and runs it two executables at a time.
///
/// # Errors
/// When something does not compile, or a test fails: those that run meanwhile still end, no further one begins.
pub(crate) fn run(cargo_test: &mut Command) -> Outcome<()> {
    let built = run::capture(cargo_test.args(["--no-run", "--message-format", "json-render-diagnostics"]))?;
    let tests: Vec<Tests> = built.lines().filter_map(read).collect();
    if tests.is_empty() {
        return Err(Failure::broken("cargo has built no tests"));
    }
    let environment: Vec<_> = cargo_test
        .get_envs()
        .filter_map(|(name, value)| Some((name.to_owned(), value?.to_owned())))
        .collect();
    let (waiting, failed) = (Mutex::new(VecDeque::from(tests)), Mutex::new(Vec::new()));
    let printing = Mutex::new(());
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some(tests) = next(&waiting, &failed) {
                    let mut command = command(&tests);
                    command.envs(environment.iter().map(|(name, value)| (name, value)));
                    let ended = printed(&mut command);
                    let _one_at_a_time = lock(&printing);
                    run::progress(format!("     Running {} ({})", tests.name, tests.executable.display()));
                    if let Err(failure) = ended.and_then(|output| show(&tests.name, &output)) {
                        lock(&failed).push(failure.told());
                    }
                }
            });
        }
    });
    let failed = failed.into_inner().unwrap_or_else(PoisonError::into_inner);
    if failed.is_empty() { Ok(()) } else { Err(Failure::broken(failed.join("; "))) }
}

/// A line of what cargo has built; none: it is about something else.
fn read(line: &str) -> Option<Tests> {
    let message: serde_json::Value = serde_json::from_str(line).ok()?;
    if message["reason"] != "compiler-artifact" || message["profile"]["test"] != true {
        return None;
    }
    let folder = Path::new(message["manifest_path"].as_str()?).parent()?;
    let source = Path::new(message["target"]["src_path"].as_str()?);
    let source = source.strip_prefix(folder).unwrap_or(source);
    let package = folder.file_name()?.to_string_lossy();
    Some(Tests {
        name: format!("{} of {package}", source.display()),
        executable: PathBuf::from(message["executable"].as_str()?),
        folder: folder.to_owned(),
    })
}

fn command(tests: &Tests) -> Command {
    let mut command = Command::new(&tests.executable);
    command.current_dir(&tests.folder).env("CARGO_MANIFEST_DIR", &tests.folder);
    command
}

/// The next one, unless something has failed already.
fn next(waiting: &Mutex<VecDeque<Tests>>, failed: &Mutex<Vec<String>>) -> Option<Tests> {
    if lock(failed).is_empty() { lock(waiting).pop_front() } else { None }
}

/// Runs it, and keeps what it prints.
///
/// # Errors
/// When it cannot be started.
pub(crate) fn printed(command: &mut Command) -> Outcome<Output> {
    command.stdin(Stdio::null()).output().map_err(|error| run::not_started(command, &error))
}

/// Shows what tests have printed.
///
/// # Errors
/// When one of them failed.
pub(crate) fn show(name: &str, output: &Output) -> Outcome<()> {
    // Nobody reading any more is no reason to stop half-way.
    let _ = io::stderr().write_all(&output.stderr);
    let _ = io::stdout().write_all(&output.stdout);
    let _ = io::stdout().flush();
    run::succeeded(name, output.status)
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;

    use super::*;

    fn tests(name: &str) -> Tests {
        Tests { name: name.to_owned(), executable: PathBuf::from("/bin/sh"), folder: PathBuf::from("/") }
    }

    #[test]
    fn only_executables_of_tests_are_run_in_the_folder_of_their_package() {
        let line = r#"{"reason":"compiler-artifact","manifest_path":"/house/office-store/Cargo.toml",
            "target":{"src_path":"/house/office-store/tests/store.rs"},"profile":{"test":true},"executable":"/t/store-1"}"#;
        let read_it = read(line).unwrap();
        assert_eq!(read_it.name, "tests/store.rs of office-store");
        assert_eq!(read_it.folder, Path::new("/house/office-store"));
        assert_eq!(read(&line.replace("\"test\":true", "\"test\":false")), None);
        assert_eq!(read(&line.replace("\"/t/store-1\"", "null")), None);
        assert_eq!(read(r#"{"reason":"build-finished","success":true}"#), None);
    }

    #[test]
    fn what_fails_is_named_and_nothing_begins_after_it() {
        let ended = printed(Command::new("sh").args(["-c", "exit 101"])).unwrap();
        let failure = show("tests/store.rs of office-store", &ended).unwrap_err();
        assert!(failure.told().contains("tests/store.rs of office-store"), "{}", failure.told());
        let waiting = Mutex::new(VecDeque::from([tests("another")]));
        assert!(next(&waiting, &Mutex::new(vec![failure.told()])).is_none());
        assert!(next(&waiting, &Mutex::new(Vec::new())).is_some());
    }
}
