//! The desk's window out of its package: opened with the file of an office as a double click does, enrolled, a complaint
//! registered by the keyboard alone, and exchanged.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::super::listing::megabytes;
use super::root::Root;
use super::screen::Screen;
use super::{Report, office, processes, same, seconds};
use crate::demo::centre::Centre;
use crate::leash::Leash;
use crate::run::{Failure, Outcome};

/// Where the window keeps its store when it is told nothing.
const STORE: &str = "/home/clerk/.local/share/org.guichet.desk/store";
const KEY: &str = "file:/home/clerk/window.key";
const PIN: &str = "480213";
const PATIENCE: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_millis(100);

/// A bare Tauri app on the same kind of machine: start to second frame, and memory of its three processes (PSS).
const BARE: &str = "a bare Tauri app: 5.3 MB to download, 0.53–0.67 s, 214–283 MB";

/// Tries it.
pub(crate) fn try_it(
    root: &Root,
    leash: &mut Leash,
    centre: &Centre,
    made: &office::Provisioned,
    report: &mut Report,
) -> Outcome<()> {
    if let Some(program) = Screen::lacking() {
        report.note(format!("the window was not opened, for want of {program}"));
        return Ok(());
    }
    let screen = Screen::start(leash, &root.work)?;
    no_caret(root)?;
    let dark = screen.seen()?;
    let asked = Instant::now();
    let display = format!("DISPLAY={}", screen.display);
    let words = ["runuser", "-u", "clerk", "--", "env", "HOME=/home/clerk", &display, "GDK_BACKEND=x11"];
    let program = ["guichet", "--key-store", KEY, &made.file];
    let log = root.work.join("window.log");
    let mut process = root.start(leash, &[&words[..], &program].concat(), &log)?;
    screen.window("Guichet").map_err(|_| {
        let said = fs::read_to_string(&log).unwrap_or_default();
        Failure::broken(format!("the window does not open; it said:\n{said}"))
    })?;
    let opened = asked.elapsed();
    screen.settles(&dark)?;
    keep(&screen, root, "1-opened-with-a-file")?;
    let numbers = processes::inside(&root.path(""), &["guichet", "WebKit"]);
    report.note(format!(
        "the window opens with the file of an office: {}; memory of its {} processes {} ({BARE})",
        seconds(opened),
        numbers.len(),
        megabytes(processes::memory(&numbers))
    ));

    enrols(&screen, root, &made.code)?;
    registers(&screen, root)?;
    let numbers = processes::inside(&root.path(""), &["guichet", "WebKit"]);
    let memory = megabytes(processes::memory(&numbers));
    report.note(format!("a complaint was registered in it by the keyboard alone; memory then {memory}"));
    processes::end(&processes::inside(&root.path(""), &["guichet"]))?;
    process.wait().map_err(|error| Failure::system("the window", &error))?;

    let ask = |words: &[&str], input: &str| {
        let head = ["runuser", "-u", "clerk", "--", "guichet-office", "--data", STORE, "--key-store", KEY];
        root.ask_with(&[&head, words].concat(), input)
    };
    office::exchange(&ask)?;
    let listed = ask(&["list", "--json"], "")?;
    let first = listed.lines().next().unwrap_or_default();
    let reference = office::json(first)?["reference"].as_str().unwrap_or_default().to_owned();
    same("there is one complaint", (listed.lines().count(), reference.is_empty()), (1, false))?;
    office::arrived(centre, &reference)?;
    report.note(format!("the centre has it: {reference}"));
    Ok(())
}

/// The code of the letter, then name and PIN of the head of the office.
fn enrols(screen: &Screen, root: &Root, code: &str) -> Outcome<()> {
    screen.types(code)?;
    screen.presses(&["Return"])?;
    let store = root.path(STORE).join("office.db");
    let begun = Instant::now();
    while !store.is_file() {
        if begun.elapsed() > PATIENCE {
            keep(screen, root, "not-enrolled")?;
            return Err(Failure::broken("the window did not enrol the computer"));
        }
        thread::sleep(PAUSE);
    }
    // The page of the first clerk takes the place of the other one; the keyboard is at its top.
    thread::sleep(Duration::from_secs(1));
    keep(screen, root, "2-first-clerk")?;
    screen.presses(&["Tab"])?;
    screen.types("Anousha Ramdin")?;
    for _ in 0..2 {
        screen.presses(&["Tab"])?;
        screen.types(PIN)?;
    }
    screen.presses(&["Return"])?;
    keep(screen, root, "3-signed-in")
}

/// Saving an empty form lists what is missing, each with a way to its field: so this goes on working when the form
/// gets another order.
fn registers(screen: &Screen, root: &Root) -> Outcome<()> {
    screen.presses(&["ctrl+n"])?;
    for (index, (text, then)) in
        [("no water", "Return"), ("Pena dilo depi trwa zour.", ""), ("", "space")].into_iter().enumerate()
    {
        screen.presses(&["ctrl+Return"])?;
        screen.presses(&["Tab", "Return"])?;
        if !text.is_empty() {
            screen.types(text)?;
        }
        if !then.is_empty() {
            screen.presses(&[then])?;
        }
        keep(screen, root, &format!("{}-form", index + 4))?;
    }
    screen.presses(&["ctrl+Return"])?;
    keep(screen, root, "7-saved")
}

/// A caret that blinks would keep the picture from standing still.
fn no_caret(root: &Root) -> Outcome<()> {
    let script = "mkdir -p /home/clerk/.config/gtk-3.0
        printf '[Settings]\\ngtk-cursor-blink=0\\n' >/home/clerk/.config/gtk-3.0/settings.ini
        chown -R clerk:clerk /home/clerk/.config";
    root.ask(&["sh", "-euc", script]).map(drop)
}

fn keep(screen: &Screen, root: &Root, name: &str) -> Outcome<()> {
    screen.keeps(&Path::new(&root.work).join(format!("{name}.png")))
}
