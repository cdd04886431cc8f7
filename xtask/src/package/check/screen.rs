//! A screen that nobody sees, and a keyboard for it. A finished desk refuses automation, so it is used as a clerk without
//! a mouse uses it, and what shows that it has got on is the picture: it changes, and then stands still.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::fingerprint::Fingerprint;
use crate::leash::Leash;
use crate::places::on_path;
use crate::run::{self, Failure, Outcome};

const PATIENCE: Duration = Duration::from_secs(60);
/// Between two looks at the picture.
const PAUSE: Duration = Duration::from_millis(150);
/// So many looks alike mean that the picture stands still.
const STILL: u32 = 4;

/// A running Xvfb.
#[derive(Debug)]
pub(crate) struct Screen {
    /// `:99`.
    pub(crate) display: String,
    picture: PathBuf,
}

impl Screen {
    /// Starts one of an office's size. `folder` takes its picture.
    pub(crate) fn start(leash: &mut Leash, folder: &Path) -> Outcome<Screen> {
        let mut command = leash.command("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-ac"]);
        command.arg("-fbdir").arg(folder).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = leash.start(&mut command)?;
        let mut number = String::new();
        if let Some(said) = process.stdout.take() {
            BufReader::new(said)
                .read_line(&mut number)
                .map_err(|error| Failure::system("the screen", &error))?;
        }
        if number.trim().is_empty() {
            return Err(Failure::broken("Xvfb opened no screen"));
        }
        let display = format!(":{}", number.trim());
        Ok(Screen { display, picture: folder.join("Xvfb_screen0") })
    }

    /// What this computer lacks for it.
    pub(crate) fn lacking() -> Option<&'static str> {
        ["Xvfb", "xdotool"].into_iter().find(|program| !on_path(program))
    }

    /// Waits until a window of that title is shown, and gives it the keyboard.
    pub(crate) fn window(&self, title: &str) -> Outcome<()> {
        let pattern = format!("^{title}$");
        let search = ["search", "--sync", "--onlyvisible", "--name", pattern.as_str()];
        let mut command = Command::new("timeout");
        command.arg(PATIENCE.as_secs().to_string()).arg("xdotool").args(search);
        let found = run::capture(command.env("DISPLAY", &self.display))?;
        let number = found.lines().last().unwrap_or_default().to_owned();
        self.keyboard(&["windowfocus", "--sync", &number])
    }

    /// Types a text, and waits until it shows.
    pub(crate) fn types(&self, text: &str) -> Outcome<()> {
        let before = self.seen()?;
        self.keyboard(&["type", "--delay", "15", "--", text])?;
        self.settles(&before)
    }

    /// Presses keys, one after the other, and waits until they have an effect.
    pub(crate) fn presses(&self, keys: &[&str]) -> Outcome<()> {
        let before = self.seen()?;
        self.keyboard(&[&["key", "--delay", "60"], keys].concat())?;
        self.settles(&before)
    }

    /// Waits until the picture is another one and stands still.
    pub(crate) fn settles(&self, before: &Fingerprint) -> Outcome<()> {
        let begun = Instant::now();
        let (mut last, mut still) = (self.seen()?, 0);
        while begun.elapsed() < PATIENCE {
            thread::sleep(PAUSE);
            let now = self.seen()?;
            still = if now == last { still + 1 } else { 0 };
            if still >= STILL && &now != before {
                return Ok(());
            }
            last = now;
        }
        Err(Failure::broken("the window does not get on"))
    }

    /// The picture as it is.
    pub(crate) fn seen(&self) -> Outcome<Fingerprint> {
        let mut seen = Fingerprint::new();
        seen.add(&self.raw()?);
        Ok(seen)
    }

    /// Keeps the picture for people to look at: as PNG where ImageMagick is there, else as the screen has it.
    pub(crate) fn keeps(&self, place: &Path) -> Outcome<()> {
        let raw = place.with_extension("xwd");
        fs::write(&raw, self.raw()?).map_err(|error| Failure::system(raw.display(), &error))?;
        if on_path("convert") && run::succeeds(Command::new("convert").arg(&raw).arg(place)) {
            let _ = fs::remove_file(raw);
        }
        Ok(())
    }

    fn raw(&self) -> Outcome<Vec<u8>> {
        fs::read(&self.picture).map_err(|error| Failure::system(self.picture.display(), &error))
    }

    fn keyboard(&self, words: &[&str]) -> Outcome<()> {
        run::run(Command::new("xdotool").args(words).env("DISPLAY", &self.display))
    }
}
