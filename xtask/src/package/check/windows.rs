//! The installer for Windows under Wine: silent installation with a policy beside it, the headless desk enrolled and
//! exchanging, an upgrade, an older installer that is refused, silent removal; then the same for all users. WebView2 is
//! not there under Wine, which is what the installer and the window have to say.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use super::super::listing::megabytes;
use super::super::windows as packaging;
use super::super::workshop::{Workshop, make};
use super::root::{self, Root};
use super::{OLDER, Report, holds, office, same, seconds};
use crate::demo::centre::Centre;
use crate::demo::folder::Folder;
use crate::leash::Leash;
use crate::run::{Failure, Outcome};

/// What the installer ends with when everything is there but WebView2.
const WITHOUT_WEBVIEW2: i32 = 4;
const REFUSED: i32 = 2;

/// Where Wine keeps its Windows, inside.
const PREFIX: &str = "/mnt/check/prefix";
const PROGRAMS: &str = r"C:\users\root\AppData\Local\Programs\Guichet";

/// Tries it.
pub(crate) fn run(workshop: &Workshop) -> Outcome<Report> {
    let mut report = Report::default();
    if let Some(why) = root::lacking() {
        report.note(why);
        return Ok(report);
    }
    let release = workshop.places.target.join("release");
    if !release.join("guichet-server").is_file() {
        report.note("not tried: there is no centre to exchange with; `cargo xtask package` builds it");
        return Ok(report);
    }
    let older = workshop.of_version(OLDER, &workshop.work.join("older"))?;
    let older = packaging::installer(&older, &packaging::payload(workshop)?)?;
    let newer = workshop.out.join(format!("guichet-setup-{}-x64.exe", workshop.version));
    let pc = Pc { root: Root::with_wine(workshop, "windows")? };
    let mut leash = Leash::new()?;
    let folder = Folder::take(&workshop.work.join("centre-of-windows"), false)?;
    let centre = Centre::start(&release, &workshop.places.root, &folder, "127.0.0.1:0", &mut leash)?;
    pc.root.ask(&pc.words(&["wineboot", "--init"]))?;

    Workshop::write(&pc.root.work.join("policy.toml"), "# beside the installer\n")?;
    let begun = Instant::now();
    same("the installation", pc.install(&older)?, WITHOUT_WEBVIEW2)?;
    let size = pc.programs().iter().filter_map(|file| Some(fs::metadata(file).ok()?.len())).sum();
    report.note(format!(
        "silent installation for one user in {}, takes {}; it says that WebView2 is missing (exit status 4)",
        seconds(begun.elapsed()),
        megabytes(size)
    ));
    same("the policy is taken", pc.path("users/root/AppData/Local/Guichet/policy.toml").is_file(), true)?;

    let stick = pc.root.work.join("stick");
    make(&stick)?;
    let made = office::provision(&centre, "13", &stick)?;
    let name = Path::new(&made.file).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let office = format!(r"{PROGRAMS}\guichet-office.exe");
    let ask = |words: &[&str], input: &str| {
        let head = ["wine", &office, "--data", r"C:\desk", "--key-store", r"file:C:\desk.key"];
        pc.root.ask_with(&pc.words(&[&head, words].concat()), input)
    };
    let reference = office::first_day(&ask, &format!(r"Z:\mnt\check\stick\{name}"), &made.code)?;
    office::arrived(&centre, &reference)?;
    report.note(format!(
        "guichet-office.exe: enrolled from a file, {reference} registered, exchanged with a centre"
    ));

    same("the upgrade", pc.install(&newer)?, WITHOUT_WEBVIEW2)?;
    holds("the registry", &pc.uninstall_entry()?, &workshop.version)?;
    office::is_whole(&ask, &reference)?;
    office::exchange(&ask)?;
    report.note(format!("upgraded from {OLDER}: the store is whole and exchanges"));
    same("an older installer", pc.install(&older)?, REFUSED)?;
    report.note("an older installer over a newer desk is refused (exit status 2)");

    let store = fs::read(pc.path("desk/office.db")).unwrap_or_default();
    let remove = format!(r"{PROGRAMS}\uninstall.exe");
    same("the removal", pc.root.exit_code(&pc.words(&["wine", &remove, "/S", "/CurrentUser"]))?, 0)?;
    same("the programs are gone", pc.programs().iter().any(|file| file.is_file()), false)?;
    let kept = fs::read(pc.path("desk/office.db")).unwrap_or_default();
    same("the store is kept", (kept.is_empty(), kept == store), (false, true))?;
    report.note("silent removal takes the programs and keeps the store");
    for_all_users(&pc, &newer, &mut report)?;
    Ok(report)
}

/// As an administrator does it. Wine's only user is one.
fn for_all_users(pc: &Pc, installer: &Path, report: &mut Report) -> Outcome<()> {
    same("the installation for all", pc.install_for(installer, "/AllUsers")?, WITHOUT_WEBVIEW2)?;
    let program = pc.path("Program Files/Guichet/guichet-office.exe");
    same("the programs for all", program.is_file(), true)?;
    same("the policy for all", pc.path("ProgramData/Guichet/policy.toml").is_file(), true)?;
    let office = r"C:\Program Files\Guichet\guichet-office.exe";
    holds("its version", &pc.root.ask(&pc.words(&["wine", office, "--version"]))?, "guichet-office")?;
    let remove = r"C:\Program Files\Guichet\uninstall.exe";
    same("the removal for all", pc.root.exit_code(&pc.words(&["wine", remove, "/S", "/AllUsers"]))?, 0)?;
    same("the programs are gone", program.is_file(), false)?;
    report.note(
        "silent installation for all users, with the policy for all; its program starts; removed again",
    );
    Ok(())
}

/// A Windows of Wine's.
struct Pc {
    root: Root,
}

impl Pc {
    /// A command in it. Wine writes its registry when its last program has ended, so that is waited for.
    fn words<'a>(&self, words: &[&'a str]) -> Vec<&'a str> {
        const HEAD: [&str; 8] = [
            "env",
            "WINEPREFIX=/mnt/check/prefix",
            "WINEDEBUG=-all",
            "WINEDLLOVERRIDES=mscoree,mshtml=",
            "sh",
            "-uc",
            "\"$@\"; code=$?; wineserver --wait; exit $code",
            "sh",
        ];
        HEAD.into_iter().chain(words.iter().copied()).collect()
    }

    /// Runs an installer as software distribution does, and returns its exit status.
    fn install(&self, installer: &Path) -> Outcome<i32> {
        self.install_for(installer, "/CurrentUser")
    }

    fn install_for(&self, installer: &Path, whom: &str) -> Outcome<i32> {
        let name = installer.file_name().unwrap_or_default().to_string_lossy().into_owned();
        fs::copy(installer, self.root.work.join(&name))
            .map_err(|error| Failure::system(installer.display(), &error))?;
        let file = format!("/mnt/check/{name}");
        self.root.exit_code(&self.words(&["wine", &file, "/S", whom]))
    }

    fn uninstall_entry(&self) -> Outcome<String> {
        const KEY: &str = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Guichet";
        self.root.ask(&self.words(&["wine", "reg", "query", KEY, "/v", "DisplayVersion"]))
    }

    /// A file of the disk C, seen from outside.
    fn path(&self, place: &str) -> PathBuf {
        self.root.work.join(PREFIX.trim_start_matches("/mnt/check/")).join("drive_c").join(place)
    }

    /// What the installer puts on the disk.
    fn programs(&self) -> Vec<PathBuf> {
        ["guichet.exe", "guichet-office.exe", "WebView2Loader.dll", "LICENSE.txt", "uninstall.exe"]
            .map(|name| self.path("users/root/AppData/Local/Programs/Guichet").join(name))
            .into()
    }
}
