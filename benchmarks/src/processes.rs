//! Programs that run beside this one: started with a log, watched through /proc, ended with this process. How a
//! program is asked to do something does not belong here.

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::trouble::{Outcome, Trouble};

/// How long a program may take to start, and to end once its input has ended.
const PATIENCE: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_millis(20);
/// The kernel counts processor time in hundredths of a second on every Linux of today (proc(5), clock ticks).
const TICKS_PER_S: f64 = 100.0;

/// A program that runs in the background. Its standard input ends with this value, which tells it to end too.
#[derive(Debug)]
pub(crate) struct Running {
    child: Child,
    input: Option<ChildStdin>,
    log: PathBuf,
    /// It takes the end of its input as a request to end.
    is_polite: bool,
}

impl Running {
    /// Starts a server that ends with its input.
    pub(crate) fn polite(command: &mut Command, log: &Path) -> Outcome<Self> {
        Self::start(command, log, true)
    }

    /// Starts a server that does not look at its input and is simply stopped.
    pub(crate) fn plain(command: &mut Command, log: &Path) -> Outcome<Self> {
        Self::start(command, log, false)
    }

    fn start(command: &mut Command, log: &Path, is_polite: bool) -> Outcome<Self> {
        let file = log_file(log)?;
        let output = file.try_clone().map_err(Trouble::doing(log.display()))?;
        let child = command.stdin(Stdio::piped()).stdout(output).stderr(file).spawn();
        let mut child = child.map_err(Trouble::doing(command.get_program().to_string_lossy()))?;
        let input = child.stdin.take();
        Ok(Self { child, input, log: log.to_owned(), is_polite })
    }

    /// Waits until `ready` gives something.
    pub(crate) fn until<R>(&mut self, mut ready: impl FnMut() -> Option<R>) -> Outcome<R> {
        let begun = Instant::now();
        loop {
            if let Some(found) = ready() {
                return Ok(found);
            }
            let ended = self.child.try_wait().map_err(Trouble::doing("a server"))?.is_some();
            if ended || begun.elapsed() > PATIENCE {
                let how = if ended { "has ended" } else { "does not listen" };
                return Err(Trouble::new(format!("the server {how}; it said: {}", last_words(&self.log))));
            }
            thread::sleep(PAUSE);
        }
    }

    /// Waits until it takes connections there.
    pub(crate) fn listens(&mut self, address: &str) -> Outcome<()> {
        self.until(|| TcpStream::connect(address).is_ok().then_some(()))
    }

    /// Processor time of it and of all that it has started, seconds.
    pub(crate) fn cpu_s(&self) -> f64 {
        tree(self.child.id()).into_iter().filter_map(cpu_s_of).sum()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.input = None;
        let begun = Instant::now();
        while self.is_polite && begun.elapsed() < PATIENCE && matches!(self.child.try_wait(), Ok(None)) {
            thread::sleep(PAUSE);
        }
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A program that is told one command a line and answers each with a line of JSON.
#[derive(Debug)]
pub(crate) struct Answering {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    log: PathBuf,
}

impl Answering {
    /// Starts it.
    pub(crate) fn start(command: &mut Command, log: &Path) -> Outcome<Self> {
        let errors = log_file(log)?;
        let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(errors).spawn();
        let mut child = child.map_err(Trouble::doing(command.get_program().to_string_lossy()))?;
        let (Some(input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(Trouble::new("a driver has no pipes"));
        };
        Ok(Self { child, input, output: BufReader::new(output), log: log.to_owned() })
    }

    /// Gives it a command and waits for its answer.
    pub(crate) fn ask(&mut self, command: &Value) -> Outcome<Value> {
        let mut line = String::new();
        let asked = writeln!(self.input, "{command}").and_then(|()| self.output.read_line(&mut line));
        let deed = command["do"].as_str().unwrap_or_default();
        match serde_json::from_str::<Value>(&line) {
            Ok(answer) if asked.is_ok() => match answer["error"].as_str() {
                None => Ok(answer),
                Some(error) => Err(Trouble::new(format!("{deed}: {}", first_lines(error)))),
            },
            _ => Err(Trouble::new(format!("{deed}: the driver ended; it said: {}", last_words(&self.log)))),
        }
    }

    /// Processor time so far, seconds.
    pub(crate) fn cpu_s(&self) -> f64 {
        cpu_s_of(self.child.id()).unwrap_or_default()
    }

    /// The most memory that it ever had, MiB.
    pub(crate) fn peak_mib(&self) -> f64 {
        peak_mib_of(self.child.id()).unwrap_or_default()
    }
}

impl Drop for Answering {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What a program used that has ended.
#[derive(Debug)]
pub(crate) struct Ended {
    /// What it printed.
    pub(crate) output: String,
    /// From its start to its end, milliseconds.
    pub(crate) ms: f64,
    /// Processor time, seconds.
    pub(crate) cpu_s: f64,
    /// The most memory that it had when last looked at, MiB.
    pub(crate) peak_mib: f64,
}

/// Runs a program to its end. A status other than 0 is trouble.
pub(crate) fn run(command: &mut Command, log: &Path) -> Outcome<Ended> {
    let name = command.get_program().to_string_lossy().into_owned();
    let file = log_file(log)?;
    let output = log.with_extension("out");
    let printed = File::create(&output).map_err(Trouble::doing(output.display()))?;
    let before = children_cpu_s();
    let begun = Instant::now();
    let child = command.stdin(Stdio::null()).stdout(printed).stderr(file).spawn();
    let mut child = child.map_err(Trouble::doing(&name))?;
    let mut peak_mib = 0_f64;
    let status = loop {
        peak_mib = peak_mib_of(child.id()).unwrap_or_default().max(peak_mib);
        if let Some(status) = child.try_wait().map_err(Trouble::doing(&name))? {
            break status;
        }
        thread::sleep(Duration::from_millis(1));
    };
    let ms = begun.elapsed().as_secs_f64() * 1000.0;
    if !status.success() {
        return Err(Trouble::new(format!("{name} ended with {status}; it said: {}", last_words(log))));
    }
    let output = std::fs::read_to_string(&output).map_err(Trouble::doing(output.display()))?;
    Ok(Ended { output, ms, cpu_s: children_cpu_s() - before, peak_mib })
}

/// An address that nobody listens at. Another program could take it before the server does; the server then says so.
pub(crate) fn free_address() -> Outcome<String> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(Trouble::doing("no free port"))?;
    Ok(listener.local_addr().map_err(Trouble::doing("no free port"))?.to_string())
}

/// The end of what a program said.
pub(crate) fn last_words(log: &Path) -> String {
    let text = std::fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    lines[lines.len().saturating_sub(4)..].join(" / ")
}

fn first_lines(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).take(3).collect::<Vec<_>>().join(" / ")
}

fn log_file(path: &Path) -> Outcome<File> {
    File::create(path).map_err(Trouble::doing(path.display()))
}

/// A process and all that it has started and not left to others.
pub(crate) fn tree(process: u32) -> Vec<u32> {
    let mut found = vec![process];
    let threads = std::fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    for thread in threads {
        let children = std::fs::read_to_string(thread.path().join("children")).unwrap_or_default();
        found.extend(children.split_whitespace().filter_map(|child| child.parse().ok()).flat_map(tree));
    }
    found
}

/// Words of /proc/PID/stat after the name, which may hold anything: the first is field 3 (proc(5)).
fn stat(process: &str) -> Option<Vec<f64>> {
    let text = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let (_, fields) = text.rsplit_once(')')?;
    Some(fields.split_whitespace().map(|field| field.parse().unwrap_or_default()).collect())
}

fn cpu_s_of(process: u32) -> Option<f64> {
    stat(&process.to_string()).map(|fields| (fields[11] + fields[12]) / TICKS_PER_S)
}

/// Of all children of this process that have ended.
fn children_cpu_s() -> f64 {
    stat("self").map_or(0.0, |fields| (fields[13] + fields[14]) / TICKS_PER_S)
}

fn peak_mib_of(process: u32) -> Option<f64> {
    let text = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse::<f64>().ok().map(|kib| kib / 1024.0)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_program_that_ends_well_gives_its_output_and_its_cost() {
        let folder = tempfile::tempdir().unwrap();
        let ended = run(Command::new("sh").args(["-c", "echo done"]), &folder.path().join("log")).unwrap();
        assert_eq!(ended.output, "done\n");
        assert!(ended.ms > 0.0);
    }

    #[test]
    fn a_program_that_fails_is_quoted() {
        let folder = tempfile::tempdir().unwrap();
        let command = &mut Command::new("sh");
        let trouble = run(command.args(["-c", "echo no such thing >&2; exit 3"]), &folder.path().join("log"));
        let told = trouble.unwrap_err().to_string();
        assert!(told.contains('3') && told.contains("no such thing"), "{told}");
    }

    #[test]
    fn a_drivers_error_is_trouble_and_its_answer_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let script = r#"read a; printf '%s\n' '{"ms": 1}'; read b; printf '%s\n' '{"error": "it broke\n  at line 3"}'"#;
        let mut command = Command::new("sh");
        let mut driver = Answering::start(command.args(["-c", script]), &folder.path().join("log")).unwrap();
        assert_eq!(driver.ask(&json!({"do": "push"})).unwrap()["ms"], 1);
        assert_eq!(driver.ask(&json!({"do": "pull"})).unwrap_err().to_string(), "pull: it broke / at line 3");
        assert!(driver.ask(&json!({"do": "pull"})).unwrap_err().to_string().contains("ended"));
    }
}
