//! A program with everything that it starts, as one process group that ends as a whole. A browser that outlives its
//! driver holds the test's pipes open and hangs the runner.

use std::fs;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::trouble::{Outcome, Trouble};

/// How long killed processes may take to be gone.
const CERTAINTY: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_millis(20);

/// A running group; killed when dropped.
#[derive(Debug)]
pub(crate) struct Group {
    name: String,
    leader: Child,
}

impl Group {
    /// Starts the program as the leader of a new group; what it says goes to the file.
    pub(crate) fn start(command: &mut Command, log: &Path) -> Outcome<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        let failed = |error: std::io::Error| Trouble::while_doing(format!("cannot start {name}"), error);
        let file = fs::OpenOptions::new().create(true).append(true).open(log).map_err(failed)?;
        let errors = file.try_clone().map_err(failed)?;
        let leader = command.stdout(file).stderr(errors).process_group(0).spawn().map_err(failed)?;
        Ok(Self { name, leader })
    }

    /// How the leader has ended, if it has.
    pub(crate) fn ended(&mut self) -> Outcome<Option<ExitStatus>> {
        self.leader.try_wait().map_err(|error| Trouble::while_doing(&self.name, error))
    }

    /// Asks the leader to end, and waits until it has.
    pub(crate) fn stop(&mut self) -> Outcome<ExitStatus> {
        signal("TERM", &self.leader.id().to_string())?;
        let deadline = Instant::now() + CERTAINTY;
        loop {
            if let Some(status) = self.ended()? {
                return Ok(status);
            }
            if Instant::now() > deadline {
                return Err(Trouble::new(format!("{} does not end when asked to", self.name)));
            }
            thread::sleep(PAUSE);
        }
    }

    /// The first process of the group that runs this program.
    pub(crate) fn member(&self, program: &Path) -> Outcome<u32> {
        let found = self
            .members()
            .into_iter()
            .filter(|process| executable_of(*process).is_some_and(|path| path == program));
        found.min().ok_or_else(|| Trouble::new(format!("{} is not running", program.display())))
    }

    /// Kills (SIGKILL) the members of the group that run this program, and waits until they are gone.
    pub(crate) fn kill_members(&self, program: &Path) -> Outcome<()> {
        let is_it = |process: u32| executable_of(process).is_some_and(|path| path == program);
        let members: Vec<u32> = self.members().into_iter().filter(|process| is_it(*process)).collect();
        if members.is_empty() {
            return Err(Trouble::new(format!("{} is not running", program.display())));
        }
        for process in &members {
            signal("KILL", &process.to_string())?;
        }
        self.wait_until(|group| !group.members().iter().any(|process| members.contains(process)))
    }

    /// Kills (SIGKILL) the members of the group that were started with this word, if there are any.
    pub(crate) fn kill_started_with(&self, word: &str) -> Outcome<bool> {
        let started = self.started_with(word);
        for process in &started {
            signal("KILL", &process.to_string())?;
        }
        Ok(!started.is_empty())
    }

    fn started_with(&self, word: &str) -> Vec<u32> {
        let was = |process: &u32| words_of(*process).iter().any(|said| said == word);
        self.members().into_iter().filter(was).collect()
    }

    /// Kills the whole group and waits until it is gone.
    pub(crate) fn kill(&mut self) -> Outcome<()> {
        // The group may have ended by itself.
        let _ = signal("KILL", &format!("-{}", self.leader.id()));
        let _ = self.leader.wait();
        self.wait_until(|group| group.members().is_empty())
    }

    fn wait_until(&self, gone: impl Fn(&Self) -> bool) -> Outcome<()> {
        let deadline = Instant::now() + CERTAINTY;
        while !gone(self) {
            if Instant::now() > deadline {
                return Err(Trouble::new(format!("processes of {} cannot be ended", self.name)));
            }
            thread::sleep(PAUSE);
        }
        Ok(())
    }

    /// The living processes of the group.
    fn members(&self) -> Vec<u32> {
        let numbers = fs::read_dir("/proc").into_iter().flatten().flatten();
        let numbers = numbers.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
        numbers.filter(|process| group_of(*process) == Some(self.leader.id())).collect()
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        if let Err(trouble) = self.kill() {
            eprintln!("{trouble}");
        }
    }
}

/// The group of a process that lives (proc_pid_stat(5): state and group stand second and fourth after the name).
fn group_of(process: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let (_, after_name) = stat.rsplit_once(')')?;
    let mut fields = after_name.split_whitespace();
    let is_alive = !matches!(fields.next()?, "Z" | "X");
    let group = fields.nth(1)?.parse().ok()?;
    is_alive.then_some(group)
}

/// What a process runs. A program that was built anew meanwhile is still the same one.
fn executable_of(process: u32) -> Option<PathBuf> {
    let path = fs::read_link(format!("/proc/{process}/exe")).ok()?;
    let path = path.to_str()?;
    Some(path.strip_suffix(" (deleted)").unwrap_or(path).into())
}

/// The words that a process was started with.
fn words_of(process: u32) -> Vec<String> {
    let line = fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
    line.split(|byte| *byte == 0).map(|word| String::from_utf8_lossy(word).into_owned()).collect()
}

/// The shell's own `kill` knows groups, and is there on every system.
fn signal(name: &str, whom: &str) -> Outcome<()> {
    let mut command = Command::new("sh");
    command.args(["-c", "kill -s \"$1\" -- \"$2\"", "kill", name, whom]).stderr(Stdio::null());
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(Trouble::new(format!("process {whom} cannot be sent {name}"))),
        Err(error) => Err(Trouble::while_doing("sh", error)),
    }
}

/// The end of what a program has said, for an error message.
pub(crate) fn last_words(log: &Path) -> String {
    let bytes = fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(12)..].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_ends_with_the_children_of_its_children() {
        let folder = tempfile::tempdir().unwrap();
        let mut command = Command::new("sh");
        command.args(["-c", "sh -c 'sleep 600; :' & wait"]);
        let mut group = Group::start(&mut command, &folder.path().join("log")).unwrap();
        group.wait_until(|group| group.members().len() == 3).unwrap();
        assert_eq!(group.ended().unwrap(), None);
        group.kill().unwrap();
        assert!(group.members().is_empty());
    }

    #[test]
    fn one_program_of_a_group_is_killed_and_the_others_go_on() {
        let folder = tempfile::tempdir().unwrap();
        let mut command = Command::new("sh");
        command.args(["-c", "sleep 600; sleep 600"]);
        let group = Group::start(&mut command, &folder.path().join("log")).unwrap();
        let sleep = fs::canonicalize(crate::places::tool("sleep", "coreutils").unwrap()).unwrap();
        // A child is a member as soon as the shell has forked, and still runs the shell then.
        group.wait_until(|group| group.member(&sleep).is_ok()).unwrap();
        group.kill_members(&sleep).unwrap();
        group.wait_until(|group| group.member(&sleep).is_ok()).unwrap();
        assert_eq!(group.members().len(), 2);
        assert!(group.kill_members(Path::new("/no/such/program")).is_err());
    }

    #[test]
    fn what_was_started_with_a_word_is_killed_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let mut command = Command::new("sh");
        command.args(["-c", "sleep 601 & sleep 602 & wait"]);
        let group = Group::start(&mut command, &folder.path().join("log")).unwrap();
        group.wait_until(|group| !group.started_with("601").is_empty()).unwrap();
        group.wait_until(|group| !group.started_with("602").is_empty()).unwrap();
        assert!(!group.kill_started_with("603").unwrap());
        assert!(group.kill_started_with("601").unwrap());
        group.wait_until(|group| group.members().len() == 2).unwrap();
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let started = Group::start(&mut Command::new("no-such-program"), &folder.path().join("log"));
        assert!(started.unwrap_err().to_string().contains("no-such-program"));
    }
}
