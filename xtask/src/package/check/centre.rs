//! The centre's package: installed, started as its unit starts it, asked, upgraded, removed, purged. No systemd runs in a
//! root, so the line ExecStart is run as the user that the unit names, with its file of settings.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::Child;
use std::thread;
use std::time::{Duration, Instant};

use super::super::deb;
use super::super::listing::megabytes;
use super::super::programs::Programs;
use super::super::workshop::Workshop;
use super::root::{self, Root};
use super::{OLDER, Report, holds, processes, same, seconds};
use crate::leash::Leash;
use crate::run::{Failure, Outcome};

const PATIENCE: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_millis(20);

/// Tries it.
pub(crate) fn run(workshop: &Workshop) -> Outcome<Report> {
    let mut report = Report::default();
    if let Some(why) = root::lacking() {
        report.note(why);
        return Ok(report);
    }
    let before = workshop.of_version(OLDER, &workshop.work.join("older"))?;
    let older = deb::centre_of(&before, &Programs::placed(workshop))?;
    let newer = workshop.out.join(format!("guichet-server_{}_amd64.deb", workshop.version));
    let root = Root::fresh(workshop, "centre")?;
    let mut leash = Leash::new()?;

    holds("the installation", &root.install(&older)?, "is installed and not started yet")?;
    same("the rights of the settings", rights(&root, "etc/guichet/server.conf")?, 0o600)?;
    same("the rights of the folder", rights(&root, "var/lib/guichet-server")?, 0o700)?;
    report.note(format!("takes {} installed", installed(&root, "guichet-server")?));

    let port = free_port()?;
    settle_port(&root, port)?;
    let mut service = Service::start(&root, &mut leash, port)?;
    report.note(format!(
        "first start, which makes the centre and its offices: {}; memory afterwards {}",
        seconds(service.took),
        megabytes(processes::memory(&service.numbers(&root)))
    ));
    let out = "/var/lib/guichet-server/stick";
    let url = format!("http://127.0.0.1:{port}");
    root.ask(&["guichet-centre", "office", "provision", "12", "--server", &url, "--out", out])?;
    let owner = root.ask(&["stat", "--format=%U", out])?;
    same("whose files the centre's are", owner.trim(), "guichet-server")?;
    let offices = root.ask(&["guichet-centre", "office", "list", "--json"])?;
    same("there is an office a line", offices.lines().count() > 30, true)?;
    copied(&root)?;
    report.note("the nightly copy is made while the centre serves");
    service.stop(&root)?;

    let key = fs::read(root.path("var/lib/guichet-server/centre.key")).unwrap_or_default();
    root.install(&newer)?;
    same("the version", version(&root, "guichet-server")?, workshop.version.clone())?;
    let settings = fs::read_to_string(root.path("etc/guichet/server.conf")).unwrap_or_default();
    holds("the settings after an upgrade", &settings, &format!("127.0.0.1:{port}"))?;
    let mut service = Service::start(&root, &mut leash, port)?;
    report.note(format!("upgraded from {OLDER}; start with a store: {}", seconds(service.took)));
    let still = root.ask(&["guichet-centre", "office", "list", "--json"])?;
    same("the offices are as they were", still == offices, true)?;
    service.stop(&root)?;
    root.ask(&["guichet-centre", "verify"])?;
    report
        .note("after the upgrade its settings, its key and its offices are the same, and its store is whole");

    holds("the removal", &root.ask(&["apt-get", "remove", "--yes", "guichet-server"])?, "stay in /var/lib")?;
    let kept = fs::read(root.path("var/lib/guichet-server/centre.key")).unwrap_or_default();
    same("the key is kept", (kept.is_empty(), kept == key), (false, true))?;
    root.ask(&["apt-get", "purge", "--yes", "guichet-server"])?;
    let left = ["var/lib/guichet-server", "etc/guichet", "usr/bin/guichet-server"];
    same("nothing is left", left.map(|place| root.path(place).exists()), [false; 3])?;
    report.note("removing keeps the register and its key; purging takes them");
    Ok(report)
}

/// The service as its unit describes it.
struct Service {
    process: Child,
    took: Duration,
}

impl Service {
    /// Starts what stands behind ExecStart=, and waits until it takes connections.
    fn start(root: &Root, leash: &mut Leash, port: u16) -> Outcome<Service> {
        let file = root.path("lib/systemd/system/guichet-server.service");
        let unit = fs::read_to_string(&file).map_err(|error| Failure::system(file.display(), &error))?;
        let (user, line) = (setting(&unit, "User=")?, setting(&unit, "ExecStart=")?);
        let settings = setting(&unit, "EnvironmentFile=")?;
        // systemd splits the variable into words as a shell does.
        let script = format!("set -a; . {settings}; set +a; exec runuser -u {user} -- {line}");
        let asked = Instant::now();
        let log = root.work.join("centre.log");
        let mut process = root.start(leash, &["sh", "-euc", &script], &log)?;
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let has_ended = process.try_wait().is_ok_and(|status| status.is_some());
            if has_ended || asked.elapsed() > PATIENCE {
                let said = fs::read_to_string(&log).unwrap_or_default();
                return Err(Failure::broken(format!("the centre does not listen; it said:\n{said}")));
            }
            thread::sleep(PAUSE);
        }
        Ok(Service { process, took: asked.elapsed() })
    }

    fn numbers(&self, root: &Root) -> Vec<u32> {
        processes::inside(&root.path(""), &["guichet-server"])
    }

    /// Asks it to end, as systemd does, and waits until it has.
    fn stop(&mut self, root: &Root) -> Outcome<()> {
        processes::end(&self.numbers(root))?;
        let status = self.process.wait().map_err(|error| Failure::system("the centre", &error))?;
        same("how the centre ends when it is asked to", status.code(), Some(0))
    }
}

/// What the nightly timer starts makes a copy, which the service's user owns.
fn copied(root: &Root) -> Outcome<()> {
    let file = root.path("lib/systemd/system/guichet-server-backup.service");
    let unit = fs::read_to_string(&file).map_err(|error| Failure::system(file.display(), &error))?;
    let line = setting(&unit, "ExecStart=")?.replace(" $GUICHET_BACKUP_OPTIONS", "");
    let words = ["runuser", "-u", setting(&unit, "User=")?, "--"];
    root.ask(&[&words[..], &line.split(' ').collect::<Vec<_>>()].concat())?;
    let copies = fs::read_dir(root.path("var/lib/guichet-server/backups"));
    let copies = copies.map_err(|error| Failure::system("the copies", &error))?.flatten().count();
    same("there are copies of register and key", copies >= 2, true)
}

/// What stands behind the name in a unit.
fn setting<'a>(unit: &'a str, name: &str) -> Outcome<&'a str> {
    unit.lines()
        .find_map(|line| line.strip_prefix(name))
        .ok_or_else(|| Failure::broken(format!("the unit says nothing of {name}")))
}

/// A port that nobody listens at, written into the settings as an administrator would.
fn settle_port(root: &Root, port: u16) -> Outcome<()> {
    let file = root.path("etc/guichet/server.conf");
    let failed = |error: std::io::Error| Failure::system(file.display(), &error);
    let settings = fs::read_to_string(&file).map_err(failed)?;
    let settings = settings.replace("127.0.0.1:8080", &format!("127.0.0.1:{port}"));
    fs::write(&file, settings).map_err(failed)
}

fn free_port() -> Outcome<u16> {
    let address = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
    address.map(|address| address.port()).map_err(|error| Failure::system("no free port", &error))
}

/// What dpkg says a package takes on the disk.
pub(crate) fn installed(root: &Root, package: &str) -> Outcome<String> {
    let kib = root.ask(&["dpkg-query", "--show", "--showformat=${Installed-Size}", package])?;
    Ok(megabytes(kib.trim().parse::<u64>().unwrap_or_default() * 1024))
}

/// The version that is installed.
pub(crate) fn version(root: &Root, package: &str) -> Outcome<String> {
    root.ask(&["dpkg-query", "--show", "--showformat=${Version}", package])
}

fn rights(root: &Root, place: &str) -> Outcome<u32> {
    use std::os::unix::fs::PermissionsExt;
    let path: &Path = &root.path(place);
    let of = fs::metadata(path).map_err(|error| Failure::system(path.display(), &error))?;
    Ok(of.permissions().mode() & 0o7777)
}
