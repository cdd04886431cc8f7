//! One run of a program that may be killed on its way: what it printed until then counts.

use std::io::Read;
use std::process::{Child, ExitStatus, Stdio};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use desktop::{Outcome, Program, Trouble};
use serde_json::Value;

const PAUSE: Duration = Duration::from_millis(2);

/// A program that runs.
#[derive(Debug)]
pub(crate) struct Run {
    child: Child,
    printed: JoinHandle<String>,
    said: JoinHandle<String>,
}

/// How a run has ended.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) status: ExitStatus,
    /// What stood on its standard output, whole lines only.
    pub(crate) printed: String,
    /// What stood on its error stream.
    pub(crate) said: String,
}

impl Run {
    /// Starts the program; there is nothing for it to read.
    pub(crate) fn start(program: Program) -> Outcome<Self> {
        let mut command = program.into_command();
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child =
            command.spawn().map_err(|error| Trouble::while_doing("a program cannot be started", error))?;
        let (printed, said) = (collect(child.stdout.take()), collect(child.stderr.take()));
        Ok(Self { child, printed, said })
    }

    /// Kills it (SIGKILL), if it lives.
    pub(crate) fn kill(&mut self) {
        // One that has ended already cannot be killed, and that is what was to be found out.
        let _ = self.child.kill();
    }

    /// Waits for its end; kills it when the time is over, and then returns nothing.
    pub(crate) fn end_within(mut self, limit: Duration) -> Outcome<Option<Ended>> {
        let deadline = Instant::now() + limit;
        let failed = |error| Trouble::while_doing("a program cannot be waited for", error);
        let status = loop {
            if let Some(status) = self.child.try_wait().map_err(failed)? {
                break Some(status);
            }
            if Instant::now() >= deadline {
                self.kill();
                self.child.wait().map_err(failed)?;
                break None;
            }
            std::thread::sleep(PAUSE);
        };
        let lost = |_| Trouble::new("what a program said was lost");
        let (mut printed, said) = (self.printed.join().map_err(lost)?, self.said.join().map_err(lost)?);
        // A killed program may leave half a line, which nobody can have read as a confirmation.
        printed.truncate(printed.rfind('\n').map_or(0, |end| end + 1));
        Ok(status.map(|status| Ended { status, printed, said }))
    }
}

impl Ended {
    pub(crate) fn is_success(&self) -> bool {
        self.status.success()
    }

    /// Whether the kill was its end.
    pub(crate) fn was_killed(&self) -> bool {
        use std::os::unix::process::ExitStatusExt;
        self.status.signal() == Some(9)
    }

    /// The code of the error that it ended with.
    pub(crate) fn code(&self) -> Option<String> {
        let read = |line: &str| serde_json::from_str::<Value>(line).ok();
        let last = self.said.lines().rev().find_map(read)?;
        last["code"].as_str().map(str::to_owned)
    }

    /// The objects that it printed, one a line.
    pub(crate) fn objects(&self) -> Outcome<Vec<Value>> {
        let read = |line: &str| serde_json::from_str(line).map_err(|error| Trouble::while_doing(line, error));
        self.printed.lines().map(read).collect()
    }
}

fn collect(stream: Option<impl Read + Send + 'static>) -> JoinHandle<String> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut stream) = stream {
            // What came before a failure is what there is.
            let _ = stream.read_to_end(&mut bytes);
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Run {
        let mut command = std::process::Command::new("sh");
        command.args(["-c", script]).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let (printed, said) = (collect(child.stdout.take()), collect(child.stderr.take()));
        Run { child, printed, said }
    }

    #[test]
    fn what_was_printed_before_the_kill_counts_and_half_a_line_does_not() {
        let ended = shell("printf '{\"line\":1}\\n{\"li'; kill -9 $$").end_within(Duration::from_secs(60));
        let ended = ended.unwrap().unwrap();
        assert!(ended.was_killed() && !ended.is_success());
        assert_eq!(ended.objects().unwrap().len(), 1);
    }

    #[test]
    fn the_code_of_an_error_is_read_from_its_last_line() {
        let said = r#"echo 'WARN no json' >&2; echo '{"code":"unreachable","message":"x"}' >&2; exit 1"#;
        let ended = shell(said).end_within(Duration::from_secs(60)).unwrap().unwrap();
        assert_eq!(ended.code().as_deref(), Some("unreachable"));
        assert!(!ended.was_killed());
    }

    #[test]
    fn a_run_that_takes_too_long_is_ended_and_says_nothing() {
        assert!(shell("exec sleep 600").end_within(Duration::ZERO).unwrap().is_none());
    }
}
