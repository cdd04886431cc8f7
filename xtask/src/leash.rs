//! Nothing that a verb starts in the background outlives the verb, however the verb ends: done, failed,
//! Ctrl+C or killed outright.
//!
//! ```text
//!   xtask ──pipe──▶ watcher (this program again, in a session of its own)
//!     └─▶ setsid centre, setsid window, …   each leads a session whose number the watcher knows
//! ```
//! When xtask ends, the kernel closes the pipe; the watcher then ends every process of those sessions, their
//! descendants, and what has left both (a daemon) but carries the mark in its environment; politely first. A
//! signal to the parent alone would leave grandchildren behind, such as the browser that a WebDriver started.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, BufRead, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::run::{self, Failure, Outcome};

/// The verb under which this program runs as the watcher; of no use to people, hence not in the help.
pub(crate) const WATCHER_VERB: &str = "watch-and-clear-up";

/// The variable by which processes are recognised that have left session and parents.
const MARK: &str = "GUICHET_LEASH";

/// How long processes may take to end by themselves after they were asked.
const POLITENESS: Duration = Duration::from_secs(4);
/// How long to wait after they were killed.
const CERTAINTY: Duration = Duration::from_secs(4);
/// How often to look.
const PAUSE: Duration = Duration::from_millis(40);

/// Holds the processes that end together with this value.
#[derive(Debug)]
pub(crate) struct Leash {
    watcher: Child,
    pipe: Option<ChildStdin>,
    mark: String,
}

impl Leash {
    /// Starts the watcher.
    pub(crate) fn new() -> Outcome<Leash> {
        // Through /proc, because another build may have replaced the file that this program came from.
        let mut command = Command::new("setsid");
        command.arg(format!("/proc/{}/exe", std::process::id())).arg(WATCHER_VERB).stdin(Stdio::piped());
        // A leash inside another one: its watcher must live until it has done its work.
        command.env_remove(MARK);
        let mut watcher = command.spawn().map_err(|error| run::not_started(&command, &error))?;
        let pipe = watcher.stdin.take();
        // The watcher's number belongs to nobody else for as long as the mark is of use.
        let mark = watcher.id().to_string();
        let order = format!("mark {mark}");
        let mut leash = Leash { watcher, pipe, mark };
        leash.tell(format_args!("{order}"))?;
        Ok(leash)
    }

    /// A command that can be given to [`Leash::start`].
    pub(crate) fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new("setsid");
        command.arg(program).env(MARK, &self.mark);
        command
    }

    /// Starts a command made by [`Leash::command`].
    pub(crate) fn start(&mut self, command: &mut Command) -> Outcome<Child> {
        let child = command.spawn().map_err(|error| run::not_started(command, &error))?;
        self.tell(format_args!("session {}", child.id()))?;
        Ok(child)
    }

    /// The folder is removed once the processes have ended.
    pub(crate) fn remove_at_the_end(&mut self, folder: &Path) -> Outcome<()> {
        self.tell(format_args!("folder {}", folder.display()))
    }

    fn tell(&mut self, line: std::fmt::Arguments<'_>) -> Outcome<()> {
        let pipe = self.pipe.as_mut().expect("the pipe is closed by drop alone");
        writeln!(pipe, "{line}")
            .map_err(|error| Failure::system("the watcher of background processes", &error))
    }
}

impl Drop for Leash {
    fn drop(&mut self) {
        let _ = self.tell(format_args!("in order"));
        self.pipe = None;
        let _ = self.watcher.wait();
    }
}

/// What the watcher was told.
#[derive(Debug, Default, PartialEq, Eq)]
struct Orders {
    sessions: BTreeSet<u32>,
    folders: BTreeSet<String>,
    mark: Option<String>,
    in_order: bool,
}

/// The watcher: waits for the end of its input, then ends the processes.
pub(crate) fn watch() -> Outcome<()> {
    let orders = Orders::read(io::stdin().lock());
    let left = end_processes(&orders);
    for folder in &orders.folders {
        let _ = fs::remove_dir_all(folder);
    }
    if !left.is_empty() {
        return Err(Failure::broken(format!("these processes could not be ended: {left:?}")));
    }
    if !orders.in_order && !orders.sessions.is_empty() {
        run::progress("\nStopped; nothing is left running.");
    }
    Ok(())
}

impl Orders {
    fn read(input: impl BufRead) -> Orders {
        let mut orders = Orders::default();
        for line in input.lines().map_while(Result::ok) {
            match line.split_once(' ') {
                Some(("session", number)) => orders.sessions.extend(number.parse::<u32>().ok()),
                Some(("mark", mark)) => orders.mark = Some(format!("{MARK}={mark}")),
                Some(("folder", path)) => drop(orders.folders.insert(path.to_owned())),
                _ => orders.in_order |= line == "in order",
            }
        }
        orders
    }
}

/// Ends all processes that the orders speak of; returns those that are still there.
fn end_processes(orders: &Orders) -> BTreeSet<Process> {
    // Nobody else's environment is looked at: what is older than the watcher cannot be ours.
    let own = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let since = parse_stat(0, &own).map_or(0, |(process, _)| process.started_ticks);
    let mut known = BTreeSet::new();
    for (signal, patience) in [("TERM", POLITENESS), ("KILL", CERTAINTY)] {
        let mut asked = BTreeSet::new();
        let started = Instant::now();
        loop {
            let table = processes(since, orders.mark.as_deref());
            known = belonging(&table, &orders.sessions, &known);
            if known.is_empty() {
                return known;
            }
            // Processes that appeared meanwhile are asked as well, the others not twice.
            send(signal, known.difference(&asked));
            asked.extend(known.iter().copied());
            if started.elapsed() > patience {
                break;
            }
            thread::sleep(PAUSE);
        }
    }
    known
}

fn send<'a>(signal: &str, to: impl Iterator<Item = &'a Process>) {
    let numbers: Vec<String> = to.map(|process| process.number.to_string()).collect();
    if numbers.is_empty() {
        return;
    }
    // The shell's own `kill`: the standard library has none, and not every system has the program.
    let mut command = Command::new("sh");
    run::succeeds(command.args(["-c", "kill -s \"$0\" \"$@\"", signal]).args(numbers));
}

/// One process; with its start time, because numbers are used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Process {
    number: u32,
    started_ticks: u64,
}

#[derive(Debug, Clone, Copy)]
struct Kinship {
    parent: u32,
    session: u32,
    is_marked: bool,
}

/// All processes that have not ended, from /proc; those started before `since` count as unmarked.
fn processes(since: u64, mark: Option<&str>) -> BTreeMap<Process, Kinship> {
    let numbers = fs::read_dir("/proc").into_iter().flatten().flatten();
    let numbers = numbers.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    let read = |number: u32| {
        let (process, mut kinship) =
            parse_stat(number, &fs::read_to_string(format!("/proc/{number}/stat")).ok()?)?;
        if let Some(mark) = mark.filter(|_| process.started_ticks >= since && number != std::process::id()) {
            let environment = fs::read(format!("/proc/{number}/environ")).unwrap_or_default();
            kinship.is_marked = environment.split(|byte| *byte == 0).any(|entry| entry == mark.as_bytes());
        }
        Some((process, kinship))
    };
    numbers.filter_map(read).collect()
}

/// Reads a line such as `42 (name) S 1 42 40 …` (proc_pid_stat(5)); a process that only waits to be buried
/// counts as ended. The name may hold spaces and brackets, so the fields are counted from its last bracket.
fn parse_stat(number: u32, stat: &str) -> Option<(Process, Kinship)> {
    let fields: Vec<&str> = stat.get(stat.rfind(')')? + 1..)?.split_whitespace().collect();
    if matches!(*fields.first()?, "Z" | "X") {
        return None;
    }
    let process = Process { number, started_ticks: fields.get(19)?.parse().ok()? };
    let (parent, session) = (fields.get(1)?.parse().ok()?, fields.get(3)?.parse().ok()?);
    let kinship = Kinship { parent, session, is_marked: false };
    Some((process, kinship))
}

/// The marked processes, those of the sessions, those of `known` that are still there, and all descendants of both.
fn belonging(
    table: &BTreeMap<Process, Kinship>,
    sessions: &BTreeSet<u32>,
    known: &BTreeSet<Process>,
) -> BTreeSet<Process> {
    let is_root = |process: &Process, kin: &Kinship| {
        kin.is_marked || sessions.contains(&kin.session) || known.contains(process)
    };
    let mut found: BTreeSet<Process> =
        table.iter().filter(|(process, kin)| is_root(process, kin)).map(|(process, _)| *process).collect();
    loop {
        let numbers: BTreeSet<u32> = found.iter().map(|process| process.number).collect();
        let before = found.len();
        found.extend(table.iter().filter(|(_, kin)| numbers.contains(&kin.parent)).map(|(child, _)| *child));
        if found.len() == before {
            return found;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[(u32, u32, u32)]) -> BTreeMap<Process, Kinship> {
        let row = |(number, parent, session): &(u32, u32, u32)| {
            let kinship = Kinship { parent: *parent, session: *session, is_marked: false };
            (Process { number: *number, started_ticks: 1 }, kinship)
        };
        rows.iter().map(row).collect()
    }

    fn numbers(found: &BTreeSet<Process>) -> Vec<u32> {
        found.iter().map(|process| process.number).collect()
    }

    #[test]
    fn a_stat_line_is_read_whatever_the_name_of_the_process() {
        let stat = "7 (a) b (c)) S 5 7 6 0 -1 4194304 1 0 0 0 0 0 0 0 20 0 1 0 4242 1 1";
        let (process, kin) = parse_stat(7, stat).unwrap();
        assert_eq!((process.started_ticks, kin.parent, kin.session), (4242, 5, 6));
        assert!(parse_stat(7, &stat.replace(") S", ") Z")).is_none());
        assert!(parse_stat(7, "").is_none());
    }

    #[test]
    fn sessions_and_all_their_descendants_belong() {
        // 11 has left the session but is a child; 12 is a grandchild; 20 has nothing to do with it.
        let table = table(&[(10, 1, 10), (11, 10, 11), (12, 11, 12), (13, 1, 10), (20, 1, 20)]);
        let found = belonging(&table, &BTreeSet::from([10]), &BTreeSet::new());
        assert_eq!(numbers(&found), [10, 11, 12, 13]);
    }

    #[test]
    fn a_marked_process_belongs_wherever_it_went() {
        let mut table = table(&[(10, 1, 10), (30, 1, 30)]);
        table.entry(Process { number: 30, started_ticks: 1 }).and_modify(|kin| kin.is_marked = true);
        assert_eq!(numbers(&belonging(&table, &BTreeSet::new(), &BTreeSet::new())), [30]);
    }

    #[test]
    fn a_process_that_was_seen_once_is_not_lost_when_its_parent_ends() {
        let seen = belonging(&table(&[(10, 1, 10), (11, 10, 11)]), &BTreeSet::from([10]), &BTreeSet::new());
        let found = belonging(&table(&[(11, 1, 11), (20, 1, 20)]), &BTreeSet::from([10]), &seen);
        assert_eq!(numbers(&found), [11]);
    }

    #[test]
    fn the_watcher_understands_what_it_is_told() {
        let orders =
            Orders::read(&b"mark 7\nsession 12\nfolder /tmp/a b\nnonsense\nsession x\nin order\n"[..]);
        let folders = BTreeSet::from(["/tmp/a b".to_owned()]);
        let mark = Some("GUICHET_LEASH=7".to_owned());
        assert_eq!(orders, Orders { sessions: BTreeSet::from([12]), folders, mark, in_order: true });
    }
}
