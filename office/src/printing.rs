//! The printers of this computer, through the two commands of CUPS, and handing a PDF to the one that was chosen. Where
//! there are no such commands, or nobody has chosen, the window asks with the system's own dialogue.

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use letters::Paper;

use crate::error::OfficeError;
use crate::open::Office;

/// The setting with the printer of receipts on a roll.
pub(crate) const ROLL_PRINTER: &str = "roll_printer";
/// The setting with the printer of sheets.
pub(crate) const SHEET_PRINTER: &str = "sheet_printer";
/// How long the system may take to name its printers: somebody waits for it.
const NAMING: Duration = Duration::from_secs(3);
/// How long it may take to accept a paper.
const ACCEPTING: Duration = Duration::from_secs(20);
/// The most that is read of what a command says, in bytes.
const MOST_SAID: u64 = 64 * 1024;

/// The commands `lpstat` and `lp`.
#[derive(Debug, Clone)]
pub(crate) struct Printing {
    list: PathBuf,
    send: PathBuf,
}

impl Printing {
    /// Those that the system finds by name.
    pub(crate) fn of_the_system() -> Self {
        Self { list: "lpstat".into(), send: "lp".into() }
    }

    /// The names of the printers; none: this system does not tell.
    pub(crate) fn printers(&self) -> Option<Vec<String>> {
        let mut command = Command::new(&self.list);
        command.arg("-e");
        let (is_well, said) = run(command, &[], NAMING)?;
        let names: Vec<String> =
            said.lines().map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
        // Without any printer some versions fail and say so, which is an answer too. What else goes wrong there (nobody
        // answers in the background) leaves the choice to the dialogue.
        match is_well {
            true => Some(names),
            false => said.contains("No destinations").then(Vec::new),
        }
    }

    /// Hands a PDF to a printer.
    ///
    /// # Errors
    /// `printer_failed`.
    pub(crate) fn send(&self, printer: &str, paper: Paper, pdf: &[u8]) -> Result<(), OfficeError> {
        let failed = || OfficeError::Printer(printer.to_owned());
        let mut command = Command::new(&self.send);
        // The queue of a printer can be read by others: no name and no reference stands in it.
        command.args(["-d", printer, "-t", "Guichet"]);
        let media = match paper {
            Paper::A5 => Some("media=A5"),
            Paper::A4 | Paper::A4Landscape => Some("media=A4"),
            // The printer knows how wide its roll is.
            Paper::Roll80 => None,
        };
        command.args(media.iter().flat_map(|media| ["-o", media]));
        command.arg("-");
        match run(command, pdf, ACCEPTING) {
            Some((true, _)) => Ok(()),
            Some((false, said)) => {
                tracing::warn!(said = said.trim(), "the printer did not take a paper");
                Err(failed())
            }
            None => Err(failed()),
        }
    }
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
        Printing { list: command(folder, "lpstat", list), send: command(folder, "lp", send) }
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
        let none = Printing { list: folder.path().join("none"), send: folder.path().join("none") };
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
                "-d Counter -t Guichet -o media=A5 -",
                "-d Counter -t Guichet -o media=A4 -",
                "-d Counter -t Guichet -",
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
}
