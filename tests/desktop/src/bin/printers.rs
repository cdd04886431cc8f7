//! `printers`: papers from the desk's window through a real CUPS. What came out is looked at as a printer gets it: size,
//! copies, what others may read in the queue, and that of each receipt there is one original, whatever happens between.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use clap::Parser;
use desktop::{
    Bus, Centre, Computer, KeyStore, Outcome, PATIENCE, Page, Trouble, Window, keys, steps, until,
};
use serde_json::json;

const HEAD: &str = "Anousha Ramdin";
const PIN: &str = "480213";
/// Millimetres in points of PDF.
const POINTS: f64 = 72.0 / 25.4;

/// Prints receipts, a list and a roll from the window through CUPS.
#[derive(Debug, Parser)]
struct Arguments {
    /// Where the queues keep what they get.
    #[arg(long, value_name = "DIR")]
    caught: PathBuf,
    /// The folder whose `bin` and `sbin` hold the commands of CUPS.
    #[arg(long, value_name = "DIR")]
    commands: PathBuf,
}

/// What a printer got.
#[derive(Debug)]
struct Caught {
    title: String,
    copies: String,
    options: String,
    /// Of the first page, in whole millimetres.
    size: (i64, i64),
    text: String,
}

/// The queues as their administrator sees them.
struct Queues {
    caught: PathBuf,
    commands: PathBuf,
    looked_at: BTreeSet<PathBuf>,
}

#[tokio::main]
async fn main() -> ExitCode {
    match print(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("printers: {trouble}");
            ExitCode::FAILURE
        }
    }
}

async fn print(arguments: Arguments) -> Outcome<()> {
    let folder = tempfile::tempdir().map_err(|error| Trouble::while_doing("no scratch folder", error))?;
    let mut centre = Centre::start(folder.path()).await?;
    let here = Computer::new(folder.path(), "pc1", KeyStore::File(folder.path().join("pc1.key")))
        .with_commands(&arguments.commands.join("bin"));
    here.enrol(&centre, "12", (HEAD, PIN))?;
    let line = |surname: &str| {
        json!({
            "category": "Water/No water / low pressure", "text": "Pena dilo depi trwa zour.", "language": "en",
            "consent": {"notice": "1"}, "citizen": {"surname": surname, "phone": "5700 0265"},
        })
        .to_string()
    };
    let lines = ["Zephir", "Pentiah", "Joomun", "Sookia"].map(line).join("\n");
    let references: Vec<String> =
        here.register(&lines)?.into_iter().map(|(reference, _)| reference).collect();
    centre.line_down()?;
    let chosen = ["settings", "set", "--sheet-printer", "Office_A4", "--roll-printer", "Counter_80"];
    here.ask()?.words(chosen).run()?;
    let mut queues =
        Queues { caught: arguments.caught, commands: arguments.commands, looked_at: BTreeSet::new() };
    let window = Window::open(&here, Bus::Nowhere).await?;
    let page = &window.page;
    steps::sign_in_as(page, HEAD, PIN).await?;
    sheets_and_rolls(page, &mut queues, &references[0]).await?;
    a_list(page, &mut queues).await?;
    a_queue_that_takes_nothing(page, &mut queues, &references[1]).await?;
    a_stopped_printer(page, &mut queues, &references[2]).await?;
    a_printer_that_is_away(page, &mut queues, &references[3]).await?;
    window.close().await?;
    say("Everything came out as it was meant to.")
}

async fn sheets_and_rolls(page: &Page, queues: &mut Queues, reference: &str) -> Outcome<()> {
    receipt_of(page, reference).await?;
    // Pressed twice in a hurry, it is one paper.
    page.press(&[keys::CONTROL, 'p']).await?;
    page.press(&[keys::CONTROL, 'p']).await?;
    page.contains("print-sent", "Office_A4").await?;
    let paper = queues.next().await?;
    is_quiet(&paper, &[reference, "Zephir"])?;
    same("the sheet", paper.size, (148, 210))?;
    same("the sheet is asked for", paper.options.contains("media=A5"), true)?;
    same("the first is the original", is_duplicate(&paper), false)?;
    queues.nothing_more().await?;
    say("A receipt on an A5 sheet, one original")?;

    page.click("print").await?;
    same("the second is a duplicate", is_duplicate(&queues.next().await?), true)?;
    page.contains("print-sent", "Office_A4").await?;
    choose_size(page, "a4").await?;
    page.click("print").await?;
    let paper = queues.next().await?;
    same("the larger sheet", (paper.size, paper.options.contains("media=A4")), ((210, 297), true))?;
    page.contains("print-sent", "Office_A4").await?;
    choose_size(page, "roll80").await?;
    page.click("print").await?;
    let paper = queues.next().await?;
    page.contains("print-sent", "Counter_80").await?;
    is_quiet(&paper, &[reference, "Zephir"])?;
    same("the width of the roll", paper.size.0, 80)?;
    same("the sheet of a roll is the printer’s business", paper.options.contains("media="), false)?;
    say("Its duplicates on A5, A4 and an 80 mm roll")
}

async fn a_list(page: &Page, queues: &mut Queues) -> Outcome<()> {
    page.click("go-complaints").await?;
    page.click("print-list").await?;
    page.see("receipt-pages").await?;
    page.click("print").await?;
    let paper = queues.next().await?;
    is_quiet(&paper, &["Zephir", "Pentiah"])?;
    same("the list", (paper.size, paper.options.contains("media=A4")), ((297, 210), true))?;
    same("who is on it", paper.text.contains("Zephir") && paper.text.contains("Sookia"), true)?;
    page.contains("print-sent", "Office_A4").await?;
    say("A list on A4, across")
}

async fn a_queue_that_takes_nothing(page: &Page, queues: &mut Queues, reference: &str) -> Outcome<()> {
    queues.administer("cupsreject", &["Office_A4"])?;
    receipt_of(page, reference).await?;
    page.click("print").await?;
    page.contains("print-failed", "did not take it").await?;
    page.must_be_accessible("a printer that takes nothing").await?;
    queues.administer("cupsaccept", &["Office_A4"])?;
    the_original_still_comes(page, queues).await?;
    say("A queue that takes nothing: told, and the original came afterwards")
}

async fn a_stopped_printer(page: &Page, queues: &mut Queues, reference: &str) -> Outcome<()> {
    queues.administer("cupsdisable", &["Office_A4"])?;
    receipt_of(page, reference).await?;
    page.click("print").await?;
    page.contains("print-failed", "This printer is stopped").await?;
    page.picture("printer-stopped").await?;
    queues.administer("cupsenable", &["Office_A4"])?;
    // What was taken back does not come out when the printer starts again.
    queues.nothing_more().await?;
    the_original_still_comes(page, queues).await?;
    say("A stopped printer: told, the paper taken back, and the original came afterwards")
}

async fn a_printer_that_is_away(page: &Page, queues: &mut Queues, reference: &str) -> Outcome<()> {
    // Nobody listens at the port of discarding.
    queues.administer("lpadmin", &["-p", "Office_A4", "-v", "ipp://127.0.0.1:9/ipp/print"])?;
    receipt_of(page, reference).await?;
    page.click("print").await?;
    page.see("print-sending").await?;
    page.contains("print-failed", "does not answer").await?;
    page.picture("printer-silent").await?;
    queues.administer("lpadmin", &["-p", "Office_A4", "-v", "caught:/office"])?;
    queues.nothing_more().await?;
    the_original_still_comes(page, queues).await?;
    say("A printer that is away: told, the paper taken back, and the original came afterwards")
}

async fn the_original_still_comes(page: &Page, queues: &mut Queues) -> Outcome<()> {
    page.click("print").await?;
    let paper = queues.next().await?;
    page.contains("print-sent", "Office_A4").await?;
    page.gone("print-failed").await?;
    same("it is the original", is_duplicate(&paper), false)?;
    page.click("print").await?;
    same("the next is a duplicate", is_duplicate(&queues.next().await?), true)?;
    page.gone("print-sending").await
}

async fn receipt_of(page: &Page, reference: &str) -> Outcome<()> {
    page.press(&[keys::CONTROL, 'f']).await?;
    page.fill("search", reference).await?;
    page.has("search-count", "data-words", reference).await?;
    let script = "location.hash = document.querySelector('[data-row]').getAttribute('href').replace('complaint', 'receipt')";
    page.script(script, vec![]).await?;
    page.see("receipt-pages").await?;
    page.rests().await
}

async fn choose_size(page: &Page, size: &str) -> Outcome<()> {
    let script = "
        const select = document.querySelector('[data-testid=paper-size]');
        select.value = arguments[0];
        select.dispatchEvent(new Event('change', { bubbles: true }));";
    page.script(script, vec![size.into()]).await?;
    page.has("receipt-pages", "class", &format!("paper paper--{size}")).await
}

impl Queues {
    /// The next paper that comes out.
    async fn next(&mut self) -> Outcome<Caught> {
        let file = until("a paper comes out", PATIENCE, async || {
            Ok(papers(&self.caught)?.difference(&self.looked_at).next().cloned())
        })
        .await?;
        self.looked_at.insert(file.clone());
        let told = file.with_extension("told");
        let told =
            std::fs::read_to_string(&told).map_err(|error| Trouble::while_doing(told.display(), error))?;
        let mut told = told.lines().map(str::to_owned);
        let mut line = || told.next().unwrap_or_default();
        let (title, copies, options) = (line(), line(), line());
        let text = said_by(Command::new("pdftotext").arg(&file).arg("-"))?;
        Ok(Caught { title, copies, options, size: size(&said_by(Command::new("pdfinfo").arg(&file))?), text })
    }

    /// No queue holds anything, and nothing came out beside what was looked at.
    async fn nothing_more(&self) -> Outcome<()> {
        let lpstat = self.commands.join("bin/lpstat");
        until("the queues are empty", PATIENCE, async || {
            Ok(said_by(Command::new(&lpstat).arg("-o"))?.trim().is_empty().then_some(()))
        })
        .await?;
        same("papers nobody waited for", papers(&self.caught)?.difference(&self.looked_at).count(), 0)
    }

    fn administer(&self, command: &str, words: &[&str]) -> Outcome<()> {
        said_by(Command::new(self.commands.join("sbin").join(command)).args(words)).map(drop)
    }
}

fn papers(folder: &Path) -> Outcome<BTreeSet<PathBuf>> {
    let entries = std::fs::read_dir(folder).map_err(|error| Trouble::while_doing(folder.display(), error))?;
    let files = entries.flatten().map(|entry| entry.path());
    Ok(files.filter(|path| path.extension().is_some_and(|extension| extension == "pdf")).collect())
}

/// What stands in the queue for others to read says nothing of anybody.
fn is_quiet(paper: &Caught, secrets: &[&str]) -> Outcome<()> {
    same("title and copies", (paper.title.as_str(), paper.copies.as_str()), ("Guichet", "1"))?;
    let told = secrets.iter().any(|secret| paper.options.contains(secret));
    same("what the options tell", told, false)
}

fn is_duplicate(paper: &Caught) -> bool {
    paper.text.to_lowercase().contains("duplicat")
}

/// `Page size:       419.528 x 595.276 pts (A5)`, in millimetres.
fn size(info: &str) -> (i64, i64) {
    let line = info.lines().find_map(|line| line.strip_prefix("Page size:")).unwrap_or_default();
    let mut numbers = line.split_whitespace().filter_map(|word| word.parse::<f64>().ok());
    let mut millimetres = || (numbers.next().unwrap_or_default() / POINTS).round() as i64;
    (millimetres(), millimetres())
}

fn said_by(command: &mut Command) -> Outcome<String> {
    let shown = format!("{command:?}");
    let output = command.output().map_err(|error| Trouble::while_doing(&shown, error))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(Trouble::new(format!("{shown}: {}", String::from_utf8_lossy(&output.stderr))))
}

fn same<T: PartialEq + std::fmt::Debug>(what: &str, read: T, expected: T) -> Outcome<()> {
    if read == expected {
        return Ok(());
    }
    Err(Trouble::new(format!("{what}: {read:?} instead of {expected:?}")))
}

fn say(line: &str) -> Outcome<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")
        .and_then(|()| out.flush())
        .map_err(|error| Trouble::while_doing("standard output", error))
}
