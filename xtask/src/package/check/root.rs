//! Fresh Debian systems in folders: made once by debootstrap and kept in the user's cache, copied for each check, entered
//! with a table of mounts and processes of their own, so that nothing is left when the command ends. Only the
//! administrator may do that.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::super::workshop::{Workshop, make};
use crate::leash::Leash;
use crate::places::on_path;
use crate::run::{self, Failure, Outcome};

/// Mounts what programs expect, then becomes the command. The loopback and the screens are those of this computer.
const ENTER: &str = r#"
root=$1 archives=$2 work=$3; shift 3
mkdir -p "$root/tmp/.X11-unix" "$root/mnt/check" "$root/var/cache/apt/archives/partial"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount --rbind /sys "$root/sys"
[ ! -d /tmp/.X11-unix ] || mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
mount --bind "$archives" "$root/var/cache/apt/archives"
mount --bind "$work" "$root/mnt/check"
cat /etc/resolv.conf >"$root/etc/resolv.conf"
exec chroot "$root" /usr/bin/env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    HOME=/root LANG=C.UTF-8 TZ=Indian/Mauritius DEBIAN_FRONTEND=noninteractive "$@"
"#;

/// What wine is taken from: the Wine of Debian 12 lacks what Rust's programs ask of Windows.
const WINE: &[&str] = &["wine", "wine64", "ca-certificates"];

/// A Debian system in a folder.
#[derive(Debug)]
pub(crate) struct Root {
    path: PathBuf,
    archives: PathBuf,
    /// Is `/mnt/check` inside.
    pub(crate) work: PathBuf,
}

impl Root {
    /// A Debian 12 as it is on the first day, with nothing but its smallest set of packages.
    pub(crate) fn fresh(workshop: &Workshop, name: &str) -> Outcome<Root> {
        let base = base("bookworm", "bookworm", &[])?;
        let path = workshop.empty(&format!("root-{name}"))?;
        run::run(Command::new("cp").args(["-a", "--reflink=auto"]).arg(base.join(".")).arg(&path))?;
        let root = Root::at(workshop, path, name)?;
        root.ask(&["apt-get", "update", "--quiet"])?;
        Ok(root)
    }

    /// A Debian 13 with Wine. It is not copied, since everything that Windows programs do stays in the work folder.
    pub(crate) fn with_wine(workshop: &Workshop, name: &str) -> Outcome<Root> {
        Root::at(workshop, base("trixie", "trixie-wine", WINE)?, name)
    }

    fn at(workshop: &Workshop, path: PathBuf, name: &str) -> Outcome<Root> {
        let archives = cache()?.join("archives");
        make(&archives.join("partial"))?;
        Ok(Root { path, archives, work: workshop.empty(&format!("work-{name}"))? })
    }

    /// Where a file of the system lies on this computer.
    pub(crate) fn path(&self, place: &str) -> PathBuf {
        self.path.join(place.trim_start_matches('/'))
    }

    /// A command inside. It ends with whoever waits for it.
    pub(crate) fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new("unshare");
        self.fill(&mut command, words);
        command
    }

    fn fill(&self, command: &mut Command, words: &[&str]) {
        command.args(["--mount", "--pid", "--fork", "--kill-child", "--", "sh", "-euc", ENTER, "enter"]);
        command.arg(&self.path).arg(&self.archives).arg(&self.work).args(words);
    }

    /// Runs it and returns what it printed.
    pub(crate) fn ask(&self, words: &[&str]) -> Outcome<String> {
        self.ask_with(words, "")
    }

    /// The same, with something on its standard input. What it says otherwise is told when it fails.
    pub(crate) fn ask_with(&self, words: &[&str], input: &str) -> Outcome<String> {
        let mut command = self.command(words);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|error| run::not_started(&command, &error))?;
        if let Some(mut stdin) = child.stdin.take() {
            // A program that does not read its input may have closed it already.
            let _ = stdin.write_all(input.as_bytes());
        }
        let output = child.wait_with_output().map_err(|error| Failure::system(words.join(" "), &error))?;
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
        }
        let said = String::from_utf8_lossy(&output.stderr);
        Err(Failure::broken(format!("`{}` ended with {}: {}", words.join(" "), output.status, said.trim())))
    }

    /// Runs it and returns its exit code.
    pub(crate) fn exit_code(&self, words: &[&str]) -> Outcome<i32> {
        let mut command = self.command(words);
        let status = command.stdin(Stdio::null()).stdout(Stdio::null()).status();
        let status = status.map_err(|error| run::not_started(&command, &error))?;
        status.code().ok_or_else(|| Failure::broken(format!("`{}` was stopped ({status})", words.join(" "))))
    }

    /// Starts it; what it says goes to the file.
    pub(crate) fn start(&self, leash: &mut Leash, words: &[&str], log: &Path) -> Outcome<Child> {
        let failed = |error: std::io::Error| Failure::system(log.display(), &error);
        let file = fs::File::create(log).map_err(failed)?;
        let errors = file.try_clone().map_err(failed)?;
        let mut command = leash.command("unshare");
        self.fill(&mut command, words);
        leash.start(command.stdin(Stdio::null()).stdout(file).stderr(errors))
    }

    /// Puts a copy of a file there.
    pub(crate) fn put(&self, file: &Path, place: &str) -> Outcome<()> {
        let target = self.path(place);
        if let Some(parent) = target.parent() {
            make(parent)?;
        }
        fs::copy(file, &target).map(drop).map_err(|error| Failure::system(file.display(), &error))
    }

    /// Installs packages that lie in the work folder, with what they depend on from Debian.
    pub(crate) fn install(&self, package: &Path) -> Outcome<String> {
        let name = package.file_name().unwrap_or_default().to_string_lossy().into_owned();
        fs::copy(package, self.work.join(&name))
            .map_err(|error| Failure::system(package.display(), &error))?;
        self.ask(&["apt-get", "install", "--yes", "--no-install-recommends", &format!("/mnt/check/{name}")])
    }
}

/// Why packages cannot be tried on this computer.
pub(crate) fn lacking() -> Option<String> {
    let user = run::capture(Command::new("id").arg("-u")).unwrap_or_default();
    if user.trim() != "0" {
        return Some(
            "not tried: only the administrator may enter a root of its own; run this as root".to_owned(),
        );
    }
    let missing: Vec<&str> =
        ["debootstrap", "unshare", "chroot"].into_iter().filter(|program| !on_path(program)).collect();
    (!missing.is_empty()).then(|| format!("not tried, for want of {}", missing.join(", ")))
}

/// Where the systems are kept between checks, outside of the clone.
fn cache() -> Outcome<PathBuf> {
    let home = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = home("XDG_CACHE_HOME").or_else(|| Some(home("HOME")?.join(".cache")));
    let roots = cache.ok_or_else(|| Failure::broken("neither XDG_CACHE_HOME nor HOME is set"))?;
    let roots = roots.join("guichet/roots");
    make(&roots)?;
    Ok(roots)
}

/// A system that is kept: made the first time, with these packages.
fn base(suite: &str, name: &str, packages: &[&str]) -> Outcome<PathBuf> {
    let roots = cache()?;
    let (folder, done) = (roots.join(name), roots.join(format!("{name}.done")));
    if done.is_file() {
        return Ok(folder);
    }
    if folder.exists() {
        // One that was cut off half-way.
        fs::remove_dir_all(&folder).map_err(|error| Failure::system(folder.display(), &error))?;
    }
    run::progress(format!("a fresh Debian ({suite}) is fetched; it is kept in {}", roots.display()));
    let mut command = Command::new("debootstrap");
    command.args(["--variant=minbase", suite]).arg(&folder);
    // Of one's own, where the usual one is far away.
    command.args(std::env::var_os("GUICHET_DEBIAN_MIRROR"));
    run::capture(&mut command)?;
    if !packages.is_empty() {
        let work = roots.join("empty");
        make(&work)?;
        let root = Root { path: folder.clone(), archives: roots.join("archives"), work };
        make(&root.archives.join("partial"))?;
        root.ask(&["apt-get", "update", "--quiet"])?;
        let install = ["apt-get", "install", "--yes", "--no-install-recommends"];
        root.ask(&[&install, packages].concat())?;
    }
    fs::write(&done, "").map_err(|error| Failure::system(done.display(), &error))?;
    Ok(folder)
}
