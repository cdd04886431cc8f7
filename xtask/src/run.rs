//! Running other programs: what is run is named in every error, and a missing program says how to get it.
//! Which programs are run, and why, belongs to the verbs.

use std::ffi::OsStr;
use std::fmt::Display;
use std::io::{self, Write};
use std::process::{Command, ExitStatus, Stdio};

/// What every step returns.
pub(crate) type Outcome<T> = Result<T, Failure>;

/// Why a verb stops.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command line is not understood; exit code 2.
    Usage(String),
    /// Something went wrong; exit code 1.
    Broken(String),
    /// A command that was run on somebody's behalf ended with this exit code, and has said why itself.
    Passed(u8),
}

impl Failure {
    /// The command line is not understood.
    pub(crate) fn usage(message: impl Into<String>) -> Failure {
        Failure::Usage(message.into())
    }

    /// Something went wrong.
    pub(crate) fn broken(message: impl Into<String>) -> Failure {
        Failure::Broken(message.into())
    }

    /// A failure of the operating system, with what was being done: "cannot read FILE".
    pub(crate) fn system(doing: impl Display, error: &io::Error) -> Failure {
        Failure::Broken(format!("{doing}: {error}"))
    }

    /// The exit code of this program.
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Failure::Usage(_) => 2,
            Failure::Broken(_) => 1,
            Failure::Passed(code) => *code,
        }
    }

    /// The last line that the user reads.
    pub(crate) fn told(&self) -> String {
        match self {
            Failure::Usage(message) => format!("error: {message}; `cargo xtask help` shows what there is"),
            Failure::Broken(message) => format!("error: {message}"),
            Failure::Passed(code) => format!("error: the command ended with exit code {code}"),
        }
    }
}

/// Tells the user how far things are. Progress goes to the error stream, results to the standard output.
pub(crate) fn progress(line: impl Display) {
    eprintln!("{line}");
}

/// Prints a line of the result.
pub(crate) fn result(line: impl Display) {
    // Nobody reading any more is no reason to stop half-way.
    let _ = writeln!(io::stdout(), "{line}");
}

/// Runs the command with its output shown, and waits for it. The input is closed.
pub(crate) fn run(command: &mut Command) -> Outcome<()> {
    let shown = shown(command);
    let status = command.stdin(Stdio::null()).status().map_err(|error| not_started(command, &error))?;
    succeeded(&shown, status)
}

/// Runs the command and returns what it printed on its standard output; errors are shown as they come.
pub(crate) fn capture(command: &mut Command) -> Outcome<String> {
    capture_with_input(command, "")
}

/// Like [`capture`], with `input` on the command's standard input.
pub(crate) fn capture_with_input(command: &mut Command, input: &str) -> Outcome<String> {
    let shown = shown(command);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| not_started(command, &error))?;
    if let Some(mut stdin) = child.stdin.take() {
        // A program that does not read its input may have closed it already.
        let _ = stdin.write_all(input.as_bytes());
    }
    let output = child.wait_with_output().map_err(|error| Failure::system(format!("`{shown}`"), &error))?;
    succeeded(&shown, output.status)?;
    String::from_utf8(output.stdout).map_err(|_| Failure::broken(format!("`{shown}` did not print text")))
}

/// Whether the command can be run here and succeeds; its output is thrown away.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

/// `Ok` when the status is a success; otherwise an error that names the command and how it ended.
pub(crate) fn succeeded(shown: &str, status: ExitStatus) -> Outcome<()> {
    match status.code() {
        Some(0) => Ok(()),
        Some(code) => Err(Failure::broken(format!("`{shown}` failed with exit code {code}"))),
        None => Err(Failure::broken(format!("`{shown}` was stopped ({status})"))),
    }
}

/// The command as one would type it.
pub(crate) fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(quoted).collect::<Vec<_>>().join(" ")
}

/// The error for a command that could not even be started.
pub(crate) fn not_started(command: &Command, error: &io::Error) -> Failure {
    let program = command.get_program().to_string_lossy();
    if error.kind() != io::ErrorKind::NotFound {
        return Failure::broken(format!("`{program}` cannot be started: {error}"));
    }
    let how = match &*program {
        "npm" | "node" => "install Node.js 20 or newer (https://nodejs.org)",
        "cargo" => "install Rust (https://rustup.rs)",
        _ => "`cargo xtask setup` installs what is missing",
    };
    Failure::broken(format!("`{program}` is not on this computer: {how}"))
}

fn quoted(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    let plain = |c: char| c.is_alphanumeric() || "-_./:=@%+,".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        return word.into_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_one_would_type_it() {
        let mut command = Command::new("xvfb-run");
        command.args(["-s", "-screen 0", "it's", ""]);
        assert_eq!(shown(&command), r"xvfb-run -s '-screen 0' 'it'\''s' ''");
    }

    #[test]
    fn a_failed_command_is_named_with_its_exit_code() {
        let failure = run(Command::new("sh").args(["-c", "exit 3"])).unwrap_err();
        assert_eq!(failure.told(), "error: `sh -c 'exit 3'` failed with exit code 3");
        assert_eq!(failure.exit_code(), 1);
    }

    #[test]
    fn a_missing_program_says_how_to_get_it() {
        let missing = io::Error::from(io::ErrorKind::NotFound);
        assert!(not_started(&Command::new("npm"), &missing).told().contains("nodejs.org"));
        assert!(not_started(&Command::new("xvfb-run"), &missing).told().contains("cargo xtask setup"));
    }

    #[test]
    fn input_reaches_the_command_and_its_output_comes_back() {
        assert_eq!(capture_with_input(&mut Command::new("cat"), "1234").unwrap(), "1234");
    }
}
