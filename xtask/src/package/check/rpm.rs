//! The .rpm: no Fedora runs here, so it is unpacked, its programs are those of the .deb, and what it asks for and does is
//! read.

use std::path::Path;
use std::process::Command;

use super::super::workshop::Workshop;
use super::{Report, holds, same};
use crate::places::on_path;
use crate::run::{self, Outcome};

/// Reads it.
pub(crate) fn run(workshop: &Workshop) -> Outcome<Report> {
    let mut report = Report::default();
    if !on_path("rpm") {
        report.note("not read, for want of rpm");
        return Ok(report);
    }
    let package = workshop.out.join(format!("guichet-{}-1.x86_64.rpm", workshop.version));
    let ask =
        |what: &str| run::capture(Command::new("rpm").args(["--query", "--package", what]).arg(&package));
    let requires = ask("--requires")?;
    for library in ["libwebkit2gtk-4.1.so.0()(64bit)", "libgtk-3.so.0()(64bit)", "shared-mime-info"] {
        holds("what it requires", &requires, library)?;
    }
    holds("what it recommends", &ask("--recommends")?, "gnome-keyring")?;
    let scripts = ask("--scripts")?;
    holds("its scripts", &scripts, "~/.local/share/org.guichet.desk")?;
    same("its scripts remove nothing", ["rm ", "rm\t"].map(|word| scripts.contains(word)), [false; 2])?;
    let files = ask("--list")?;
    for file in ["/usr/bin/guichet", "/usr/bin/guichet-office", "/usr/share/applications/guichet.desktop"] {
        holds("its files", &files, file)?;
    }
    let unpacked = workshop.empty("rpm-unpacked")?;
    let script = "rpm2archive - <\"$0\" | tar --extract --gzip";
    run::run(Command::new("sh").current_dir(&unpacked).args(["-euc", script]).arg(&package))?;
    let version = run::capture(Command::new(unpacked.join("usr/bin/guichet-office")).arg("--version"))?;
    holds("the program", &version, &workshop.version)?;
    let tree = workshop.work.join("desk-deb");
    if tree.is_dir() {
        for program in ["usr/bin/guichet", "usr/bin/guichet-office"] {
            let read = |folder: &Path| std::fs::read(folder.join(program)).unwrap_or_default();
            same(&format!("{program} is that of the .deb"), read(&unpacked) == read(&tree), true)?;
        }
    }
    report.note(
        "unpacked and read: programs, what it requires, scripts; not installed, since no Fedora runs here",
    );
    Ok(report)
}
