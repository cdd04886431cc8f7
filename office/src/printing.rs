//! The printers of this computer, through the commands of CUPS: handing a PDF to the one that was chosen, and looking
//! whether it really goes out. Where there are no such commands, or nobody has chosen, the window asks with the system's
//! own dialogue.

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError, mpsc};
use std::time::{Duration, Instant};

use letters::Paper;

use crate::error::OfficeError;
use crate::open::Office;

/// The setting with the printer of receipts on a roll.
pub(crate) const ROLL_PRINTER: &str = "roll_printer";
/// The setting with the printer of sheets.
pub(crate) const SHEET_PRINTER: &str = "sheet_printer";
/// How long the system may take to answer a question: somebody waits for it.
const NAMING: Duration = Duration::from_secs(3);
/// How long it may take to accept a paper.
const ACCEPTING: Duration = Duration::from_secs(20);
/// How long one looks at a paper that waits or is being printed and of whose printer nothing bad is said.
const SETTLED: Duration = Duration::from_secs(2);
/// How long a printer may take to answer.
const ANSWERING: Duration = Duration::from_secs(8);
/// How often one looks.
const PAUSE: Duration = Duration::from_millis(250);
/// The most that is read of what a command says, in bytes.
const MOST_SAID: u64 = 64 * 1024;

/// What CUPS says while a printer does not answer: reasons of RFC 8011, and the messages of its programs, which it has in
/// English alone.
const SILENT: &[&str] = &[
    "connecting-to-device",
    "offline",
    "timed-out",
    "unreachable",
    "not responding",
    "not connected",
    "may not exist",
    "Unable to locate",
    "become available",
];

/// One paper after the other: whether the next one is a duplicate is known when the first was handed out.
static ONE_AFTER_THE_OTHER: Mutex<()> = Mutex::new(());

/// Waits until nobody else hands a paper out.
pub(crate) fn my_turn() -> MutexGuard<'static, ()> {
    ONE_AFTER_THE_OTHER.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The commands `lpstat`, `lp` and `cancel`.
#[derive(Debug, Clone)]
pub(crate) struct Printing {
    list: PathBuf,
    send: PathBuf,
    cancel: PathBuf,
    settled: Duration,
    answering: Duration,
}

/// What is seen of a paper in a queue.
#[derive(Debug, PartialEq, Eq)]
enum Seen {
    /// It has left the queue.
    Gone,
    /// It waits or is being printed.
    OnItsWay,
    /// The printer has not answered so far.
    Calling,
    /// Somebody, or the system after a failure, has stopped the printer.
    Stopped,
}

impl Printing {
    /// Those that the system finds by name.
    pub(crate) fn of_the_system() -> Self {
        Self {
            list: "lpstat".into(),
            send: "lp".into(),
            cancel: "cancel".into(),
            settled: SETTLED,
            answering: ANSWERING,
        }
    }

    /// The names of the printers; none: this system does not tell.
    pub(crate) fn printers(&self) -> Option<Vec<String>> {
        let (is_well, said) = self.asked(&["-e"])?;
        let names: Vec<String> =
            said.lines().map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
        // Without any printer some versions fail and say so, which is an answer too. What else goes wrong there (nobody
        // answers in the background) leaves the choice to the dialogue.
        match is_well {
            true => Some(names),
            false => said.contains("No destinations").then(Vec::new),
        }
    }

    /// Hands a PDF to a printer, and looks after it until it is on its way. A paper that does not get out of a queue is
    /// taken back: nobody wants it hours later, when it was printed once more.
    ///
    /// # Errors
    /// `printer_failed`, `printer_stopped`, `printer_silent`. Then nothing comes out.
    pub(crate) fn send(&self, printer: &str, paper: Paper, pdf: &[u8]) -> Result<(), OfficeError> {
        let failed = || OfficeError::Printer(printer.to_owned());
        let mut command = Command::new(&self.send);
        // The queue of a printer can be read by others: no name and no reference stands in it. One copy, whatever a person
        // has set for other papers.
        command.args(["-d", printer, "-t", "Guichet", "-n", "1"]);
        let media = match paper {
            Paper::A5 => Some("media=A5"),
            Paper::A4 | Paper::A4Landscape => Some("media=A4"),
            // The printer knows how wide its roll is.
            Paper::Roll80 => None,
        };
        command.args(media.iter().flat_map(|media| ["-o", media]));
        command.arg("-");
        match run(command, pdf, ACCEPTING) {
            Some((true, said)) => match request(&said) {
                Some(request) => self.look_after(printer, request),
                None => Ok(()),
            },
            Some((false, said)) => {
                tracing::warn!(said = said.trim(), "the printer did not take a paper");
                Err(failed())
            }
            None => Err(failed()),
        }
    }

    fn look_after(&self, printer: &str, request: &str) -> Result<(), OfficeError> {
        let begun = Instant::now();
        loop {
            let trouble = match self.seen(printer, request) {
                Seen::Gone => return Ok(()),
                Seen::OnItsWay if begun.elapsed() >= self.settled => return Ok(()),
                Seen::Calling if begun.elapsed() >= self.answering => {
                    OfficeError::PrinterSilent(printer.to_owned())
                }
                Seen::Stopped => OfficeError::PrinterStopped(printer.to_owned()),
                Seen::OnItsWay | Seen::Calling => {
                    std::thread::sleep(PAUSE);
                    continue;
                }
            };
            return if self.taken_back(request) { Err(trouble) } else { Ok(()) };
        }
    }

    /// What the system does not say counts as good: the paper was accepted.
    fn seen(&self, printer: &str, request: &str) -> Seen {
        let is_it = |line: &str| line.split_whitespace().next() == Some(request);
        let queue = self.asked(&["-o", printer]);
        if queue.is_none_or(|(is_well, said)| !is_well || !said.lines().any(is_it)) {
            return Seen::Gone;
        }
        let Some((true, said)) = self.asked(&["-l", "-p", printer]) else { return Seen::OnItsWay };
        if said.lines().next().is_some_and(|line| line.contains(" disabled since")) {
            return Seen::Stopped;
        }
        // Below the first line stands what the printer's own program said last.
        let said_last = said.lines().nth(1).unwrap_or_default();
        let alerts = said.lines().find_map(|line| line.trim().strip_prefix("Alerts:")).unwrap_or_default();
        if SILENT.iter().any(|words| said_last.contains(words) || alerts.contains(words)) {
            Seen::Calling
        } else {
            Seen::OnItsWay
        }
    }

    /// Whether it will not come out any more.
    fn taken_back(&self, request: &str) -> bool {
        let mut command = Command::new(&self.cancel);
        command.arg(request);
        let outcome = run(command, &[], NAMING);
        tracing::warn!(taken_back = ?outcome, "a paper did not get out of its queue");
        outcome.is_some_and(|(is_well, _)| is_well)
    }

    fn asked(&self, words: &[&str]) -> Option<(bool, String)> {
        let mut command = Command::new(&self.list);
        command.args(words);
        run(command, &[], NAMING)
    }
}

/// The name of a request in `request id is Office_A4-12 (0 file(s))`.
fn request(said: &str) -> Option<&str> {
    said.lines().find_map(|line| line.strip_prefix("request id is ")?.split_whitespace().next())
}

impl Office {
    /// The printer that was chosen for that paper; empty: the system's dialogue asks each time.
    ///
    /// # Errors
    /// When the store fails.
    pub(crate) fn printer(&self, paper: Paper) -> Result<String, OfficeError> {
        self.kept(if paper == Paper::Roll80 { ROLL_PRINTER } else { SHEET_PRINTER })
    }
}

/// Runs a command to its end: whether it went well, and what it said. None: it is not there, or took too long.
fn run(mut command: Command, input: &[u8], patience: Duration) -> Option<(bool, String)> {
    command.env("LC_ALL", "C").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().ok()?;
    let said = said(&mut child, input, patience);
    if said.is_none() {
        tracing::warn!("a command of the printing system took too long");
        // It may have ended by itself.
        let _ = child.kill();
    }
    let ended = child.wait().ok()?;
    said.map(|said| (ended.success(), said))
}

/// Hands it its input and reads what it says until it closes both its outputs.
fn said(child: &mut Child, input: &[u8], patience: Duration) -> Option<String> {
    let (mut to, out, err) = (child.stdin.take()?, child.stdout.take()?, child.stderr.take()?);
    let (tell, told) = mpsc::channel();
    let input = input.to_vec();
    // A command that fails at once reads nothing more: whoever hands it the rest finds nobody there.
    std::thread::spawn(move || to.write_all(&input));
    std::thread::spawn(move || {
        let mut said = String::new();
        let read = out.take(MOST_SAID).read_to_string(&mut said);
        let read = read.and_then(|_| err.take(MOST_SAID).read_to_string(&mut said));
        tell.send(read.map(|_| said))
    });
    told.recv_timeout(patience).ok()?.ok()
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;
    use std::path::Path;

    use super::*;

    fn command(folder: &Path, name: &str, script: &str) -> PathBuf {
        let path = folder.join(name);
        std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
        path
    }

    fn printing(folder: &Path, list: &str, send: &str) -> Printing {
        Printing {
            list: command(folder, "lpstat", list),
            send: command(folder, "lp", send),
            cancel: command(folder, "cancel", &format!("echo $1 >> {}/cancelled", folder.display())),
            settled: Duration::ZERO,
            answering: Duration::ZERO,
        }
    }

    #[test]
    fn printers_are_named_and_none_is_an_answer_and_no_such_command_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let named = |list: &str| printing(folder.path(), list, "").printers();
        assert_eq!(
            named("echo Counter; echo Office_A4"),
            Some(vec!["Counter".to_owned(), "Office_A4".to_owned()])
        );
        assert_eq!(named("echo 'lpstat: No destinations added.' >&2; exit 1"), Some(Vec::new()));
        assert_eq!(named("true"), Some(Vec::new()));
        let none = folder.path().join("none");
        let none = Printing { list: none.clone(), send: none, ..Printing::of_the_system() };
        assert_eq!(none.printers(), None);
        assert!(none.send("Counter", Paper::A4, b"%PDF-").is_err());
    }

    #[test]
    fn a_paper_goes_to_the_printer_that_is_named_with_its_size_and_without_a_name() {
        let folder = tempfile::tempdir().unwrap();
        let (told, got) = (folder.path().join("told"), folder.path().join("got"));
        let script = format!("echo \"$@\" >> {}; cat > {}", told.display(), got.display());
        let printing = printing(folder.path(), "true", &script);
        let pdf = vec![b'x'; 300_000];
        for paper in [Paper::A5, Paper::A4Landscape, Paper::Roll80] {
            printing.send("Counter", paper, &pdf).unwrap();
            assert_eq!(std::fs::read(&got).unwrap(), pdf);
        }
        let told = std::fs::read_to_string(&told).unwrap();
        assert_eq!(
            told.lines().collect::<Vec<_>>(),
            [
                "-d Counter -t Guichet -n 1 -o media=A5 -",
                "-d Counter -t Guichet -n 1 -o media=A4 -",
                "-d Counter -t Guichet -n 1 -",
            ]
        );
    }

    #[test]
    fn a_printer_that_is_gone_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let printing =
            printing(folder.path(), "true", "echo 'lp: The printer or class does not exist.' >&2; exit 1");
        let error = printing.send("Gone", Paper::A4, &vec![b'x'; 300_000]).unwrap_err();
        assert_eq!(error.code(), "printer_failed");
    }

    /// What comes of a paper when the system says that of its printer.
    fn handed_out(printer: &str, queue: &str) -> (Option<String>, bool) {
        let folder = tempfile::tempdir().unwrap();
        let list = format!("case $1 in -o) printf '{queue}';; -l) printf '{printer}';; esac");
        let printing =
            printing(folder.path(), &list, "cat > /dev/null; echo 'request id is Office-12 (0 file(s))'");
        let outcome = printing.send("Office", Paper::A5, b"%PDF-");
        (outcome.err().map(|error| error.code().to_owned()), folder.path().join("cancelled").exists())
    }

    #[test]
    fn a_paper_that_gets_out_of_its_queue_or_is_on_its_way_is_handed_out() {
        let idle = "printer Office is idle.  enabled since today\\n\\tAlerts: none\\n";
        let busy =
            "printer Office now printing Office-12.  enabled since today\\n\\tAlerts: toner-low-warning\\n";
        let queue = "Office-12  clerk  1024  today\\n";
        assert_eq!(handed_out(idle, ""), (None, false));
        assert_eq!(handed_out(idle, "Office-1  clerk  1024  today\\n"), (None, false));
        assert_eq!(handed_out(busy, queue), (None, false));
    }

    #[test]
    fn a_paper_in_the_queue_of_a_stopped_or_silent_printer_is_taken_back_and_told() {
        let stopped = "printer Office disabled since today -\\n\\tPaused\\n";
        let silent = "printer Office now printing Office-12.  enabled since today\\n\\tAlerts: connecting-to-device\\n";
        let gone = "printer Office now printing Office-12.  enabled since today\\n\\tThe printer may not exist or is \
                    unavailable at this time.\\n\\tAlerts: none\\n";
        let queue = "Office-12  clerk  1024  today\\n";
        assert_eq!(handed_out(gone, queue), (Some("printer_silent".to_owned()), true));
        assert_eq!(handed_out(stopped, queue), (Some("printer_stopped".to_owned()), true));
        assert_eq!(handed_out(silent, queue), (Some("printer_silent".to_owned()), true));
    }
}
