//! `cargo xtask printers`: the desk prints through a real CUPS of its own, which runs out of the target folder at a socket
//! of its own, so that no printer of this machine is touched. What is printed and looked at is the program `printers` of
//! tests/desktop; here the queues are made.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::arguments::Arguments;
use crate::build;
use crate::leash::Leash;
use crate::places::Places;
use crate::run::{self, Failure, Outcome};
use crate::session;

/// What CUPS is made of on Debian 12. They are unpacked, not installed: a printing system on this machine would change
/// what other tests find.
const PACKAGES: [&str; 8] = [
    "cups-daemon",
    "cups-client",
    "cups-core-drivers",
    "cups-server-common",
    "libcups2",
    "libavahi-client3",
    "libavahi-common3",
    "libpaper1",
];

/// A backend as CUPS calls it (backend(7): job, user, title, copies, options, perhaps a file): keeps what a printer would get.
const CAUGHT: &str = r#"#!/bin/sh
[ $# -eq 0 ] && { echo 'direct caught "Caught" "Caught"'; exit 0; }
printf '%s\n' "$3" "$4" "$5" > FOLDER/$1.told
if [ -n "$6" ]; then cat "$6"; else cat; fi > FOLDER/$1.part && mv FOLDER/$1.part FOLDER/$1.pdf
"#;

/// How long CUPS may take to listen.
const PATIENCE: Duration = Duration::from_secs(20);

/// The verb.
pub(crate) fn run(arguments: &[String]) -> Outcome<()> {
    let arguments = Arguments::read(arguments, &["built"], &[])?;
    let places = Places::find()?;
    if !arguments.has("built") {
        build::everything(&places)?;
    }
    let unpacked = unpacked(&places.target.join("printers"))?;
    let mut leash = Leash::new()?;
    let cups = Cups::start(&unpacked, &mut leash)?;
    for (name, at) in [("Office_A4", "caught:/office"), ("Counter_80", "caught:/roll")] {
        run::run(cups.command("sbin/lpadmin").args(["-p", name, "-E", "-v", at, "-m", "raw"]))?;
    }
    let mut command = Command::new(places.programs().join("printers"));
    command.arg("--caught").arg(cups.folder.join("caught")).arg("--commands").arg(unpacked.join("usr"));
    command.env("GUICHET_BIN_DIR", places.programs()).env("CUPS_SERVER", cups.socket());
    command.env("GUICHET_ARTEFACTS", places.target.join("artefacts"));
    session::inside(&command)
}

/// Downloads and unpacks what is not there yet.
fn unpacked(folder: &Path) -> Outcome<PathBuf> {
    let root = folder.join("root");
    if root.join("usr/sbin/cupsd").is_file() && root.join("unpacked").is_file() {
        return Ok(root);
    }
    let packages = folder.join("packages");
    let failed = |error| Failure::system(folder.display(), &error);
    fs::create_dir_all(&packages).map_err(failed)?;
    run::progress(format!("CUPS: {}", PACKAGES.join(" ")));
    run::run(Command::new("apt-get").arg("download").args(PACKAGES).current_dir(&packages))?;
    for package in fs::read_dir(&packages).map_err(failed)?.flatten() {
        run::run(Command::new("dpkg-deb").arg("--extract").arg(package.path()).arg(&root))?;
    }
    fs::write(root.join("unpacked"), "").map_err(failed)?;
    Ok(root)
}

/// A running CUPS.
struct Cups {
    unpacked: PathBuf,
    folder: PathBuf,
}

impl Cups {
    fn start(unpacked: &Path, leash: &mut Leash) -> Outcome<Self> {
        // Short on purpose: the path of a socket may have 107 bytes at most.
        let folder = std::env::temp_dir().join(format!("guichet-cups-{}", std::process::id()));
        let cups = Self { unpacked: unpacked.to_owned(), folder };
        cups.furnish().map_err(|error| Failure::system(cups.folder.display(), &error))?;
        leash.remove_at_the_end(&cups.folder)?;
        let mut command = leash.command(unpacked.join("usr/sbin/cupsd"));
        command.arg("-f").arg("-c").arg(cups.folder.join("etc/cupsd.conf"));
        command.arg("-s").arg(cups.folder.join("etc/cups-files.conf"));
        command.env("LD_LIBRARY_PATH", cups.libraries()).stdin(Stdio::null());
        leash.start(&mut command)?;
        let begun = Instant::now();
        while UnixStream::connect(cups.socket()).is_err() {
            if begun.elapsed() > PATIENCE {
                let log = fs::read_to_string(cups.folder.join("log/error")).unwrap_or_default();
                return Err(Failure::broken(format!("CUPS does not listen; it said:\n{log}")));
            }
            thread::sleep(Duration::from_millis(100));
        }
        Ok(cups)
    }

    /// Its folders, its own copy of the programs that it starts, which must belong to whoever runs it, and its rules.
    fn furnish(&self) -> std::io::Result<()> {
        for below in ["etc", "spool", "tmp", "state", "cache", "log", "caught", "bin/filter", "bin/notifier"]
        {
            fs::create_dir_all(self.folder.join(below))?;
        }
        for kind in ["backend", "daemon"] {
            let own = self.folder.join("bin").join(kind);
            fs::create_dir_all(&own)?;
            for program in fs::read_dir(self.unpacked.join("usr/lib/cups").join(kind))?.flatten() {
                fs::copy(program.path(), own.join(program.file_name()))?;
                only_mine(&own.join(program.file_name()))?;
            }
        }
        let caught = self.folder.join("bin/backend/caught");
        let script = CAUGHT.replace("FOLDER", &self.folder.join("caught").to_string_lossy());
        fs::write(&caught, script)?;
        only_mine(&caught)?;
        let (own, shared) = (self.folder.display(), self.unpacked.join("usr/share/cups"));
        let shared = shared.display();
        let files = format!(
            "ServerRoot {own}/etc\nServerBin {own}/bin\nDataDir {shared}\nDocumentRoot {shared}/doc-root\nStateDir {own}/state\n\
             CacheDir {own}/cache\nRequestRoot {own}/spool\nTempDir {own}/tmp\nAccessLog {own}/log/access\n\
             ErrorLog {own}/log/error\nPageLog {own}/log/page\nPrintcap {own}/state/printcap\n"
        );
        fs::write(self.folder.join("etc/cups-files.conf"), files)?;
        let rules = format!(
            "LogLevel info\nListen {}\nBrowsing No\nWebInterface No\nDefaultAuthType None\nErrorPolicy retry-job\n\
             <Location />\nOrder allow,deny\nAllow all\n</Location>\n\
             <Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n",
            self.socket().display()
        );
        fs::write(self.folder.join("etc/cupsd.conf"), rules)
    }

    fn socket(&self) -> PathBuf {
        self.folder.join("socket")
    }

    fn libraries(&self) -> PathBuf {
        let below = self.unpacked.join("usr/lib");
        let mut machine = fs::read_dir(&below).into_iter().flatten().flatten().map(|entry| entry.path());
        machine.find(|path| path.join("libcups.so.2").is_file()).unwrap_or(below)
    }

    /// A command of CUPS that speaks to this one.
    fn command(&self, below: &str) -> Command {
        let mut command = Command::new(self.unpacked.join("usr").join(below));
        command.env("CUPS_SERVER", self.socket()).env("LC_ALL", "C");
        command
    }
}

fn only_mine(program: &Path) -> std::io::Result<()> {
    fs::set_permissions(program, fs::Permissions::from_mode(0o700))
}
