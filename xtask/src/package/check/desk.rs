//! The desk's Debian package in a fresh Debian 12: installed with what it depends on, enrolled from a provisioning file,
//! used without a window and with one, upgraded, removed, purged.

use std::fs;
use std::path::Path;
use std::time::Instant;

use super::super::deb;
use super::super::programs::Programs;
use super::super::workshop::{Workshop, make};
use super::centre::{installed, version};
use super::root::{self, Root};
use super::{OLDER, Report, holds, office, same, seconds, window};
use crate::demo::centre::Centre;
use crate::demo::folder::Folder;
use crate::leash::Leash;
use crate::run::{Failure, Outcome};

/// The store of the computer that is used without a window.
const STORE: &str = "/home/clerk/headless";
const KEY: &str = "file:/home/clerk/headless.key";

/// Tries it.
pub(crate) fn run(workshop: &Workshop) -> Outcome<Report> {
    let mut report = Report::default();
    if let Some(why) = root::lacking() {
        report.note(why);
        return Ok(report);
    }
    let programs = Programs::placed(workshop);
    let older = deb::desk_of(&workshop.of_version(OLDER, &workshop.work.join("older"))?, &programs)?;
    let newer = workshop.out.join(format!("guichet_{}_amd64.deb", workshop.version));
    let root = Root::fresh(workshop, "desk")?;
    let mut leash = Leash::new()?;
    let folder = Folder::take(&workshop.work.join("centre-of-the-desk"), false)?;
    let release = programs.server.parent().unwrap_or(Path::new("")).to_path_buf();
    let centre = Centre::start(&release, &workshop.places.root, &folder, "127.0.0.1:0", &mut leash)?;

    let begun = Instant::now();
    root.install(&older)?;
    report.note(format!(
        "installed with what it depends on in {}; takes {}",
        seconds(begun.elapsed()),
        installed(&root, "guichet")?
    ));
    lies_where_desktops_look(&root)?;
    root.ask(&["useradd", "--create-home", "clerk"])?;

    let first = on_the_stick(&root, &centre, "12", "first")?;
    let ask = |words: &[&str], input: &str| {
        let head = ["runuser", "-u", "clerk", "--", "guichet-office", "--data", STORE, "--key-store", KEY];
        root.ask_with(&[&head, words].concat(), input)
    };
    let reference = office::first_day(&ask, &first.file, &first.code)?;
    office::arrived(&centre, &reference)?;
    report.note(format!(
        "guichet-office: enrolled from a file, {reference} registered, exchanged with a centre"
    ));

    // Another office: in the first one a head is there already, and the window would ask who signs in.
    let second = on_the_stick(&root, &centre, "13", "second")?;
    window::try_it(&root, &mut leash, &centre, &second, &mut report)?;

    root.install(&newer)?;
    same("the version", version(&root, "guichet")?, workshop.version.clone())?;
    office::is_whole(&ask, &reference)?;
    office::exchange(&ask)?;
    report.note(format!("upgraded from {OLDER}: the store is whole and exchanges"));

    let store = fs::read(root.path(STORE).join("office.db")).unwrap_or_default();
    for deed in ["remove", "purge"] {
        let said = root.ask(&["apt-get", deed, "--yes", "guichet"])?;
        holds(&format!("to {deed}"), &said, "~/.local/share/org.guichet.desk")?;
        let kept = fs::read(root.path(STORE).join("office.db")).unwrap_or_default();
        same("the store is kept", (kept.is_empty(), kept == store), (false, true))?;
    }
    same("the program is gone", root.path("usr/bin/guichet").exists(), false)?;
    root.install(&newer)?;
    office::is_whole(&ask, &reference)?;
    report.note("removing and purging keep the store; installed again, the desk finds it");
    Ok(report)
}

/// Has the centre write the file of an office where the clerk finds it.
fn on_the_stick(root: &Root, centre: &Centre, office: &str, name: &str) -> Outcome<office::Provisioned> {
    let stick = root.work.join(name);
    make(&stick)?;
    let made = office::provision(centre, office, &stick)?;
    let file = format!("/home/clerk/{name}.guichet");
    root.put(Path::new(&made.file), &file)?;
    root.ask(&["chown", "clerk:clerk", &file])?;
    Ok(office::Provisioned { file, code: made.code })
}

/// Menu, file types and icons are found by the tools of the desktops.
fn lies_where_desktops_look(root: &Root) -> Outcome<()> {
    let globs = fs::read_to_string(root.path("usr/share/mime/globs2"))
        .map_err(|error| Failure::system("the file types", &error))?;
    for line in ["application/vnd.guichet.carry:*.carry", "application/vnd.guichet.office-file:*.guichet"] {
        holds("the file types", &globs, line)?;
    }
    for place in ["applications/guichet.desktop", "icons/hicolor/scalable/apps/guichet.svg"] {
        same(place, root.path("usr/share").join(place).is_file(), true)?;
    }
    Ok(())
}
