//! Packages for Debian: a tree of files, what `installers/` says about it, and `dpkg-deb`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::Made;
use super::programs::Programs;
use super::tree::{self, Tree};
use super::workshop::Workshop;
use crate::places::on_path;
use crate::run::{self, Failure, Outcome};

/// What goes into the control folder of a package.
struct Control<'a> {
    package: &'a str,
    /// Below `installers/`.
    folder: &'a str,
    /// The programs whose libraries become dependencies, below the tree.
    programs: &'a [&'a str],
}

/// The desk.
pub(crate) fn desk(workshop: &Workshop) -> Outcome<Made> {
    if let Some(why) = lacking() {
        return Ok(Made::LeftOut(why));
    }
    desk_of(workshop, &Programs::built(workshop)?).map(Made::Built)
}

/// The centre.
pub(crate) fn centre(workshop: &Workshop) -> Outcome<Made> {
    if let Some(why) = lacking() {
        return Ok(Made::LeftOut(why));
    }
    centre_of(workshop, &Programs::built(workshop)?).map(Made::Built)
}

/// The desk of programs that are built.
pub(crate) fn desk_of(workshop: &Workshop, programs: &Programs) -> Outcome<PathBuf> {
    let tree = tree::desk(workshop, programs, "desk-deb")?;
    let copyright = workshop.installer("desk/debian/copyright");
    tree.put(&copyright, "usr/share/doc/guichet/copyright", 0o644)?;
    let programs = ["usr/bin/guichet", "usr/bin/guichet-office"];
    pack(workshop, &tree, &Control { package: "guichet", folder: "desk/debian", programs: &programs })
}

/// The centre of a program that is built.
pub(crate) fn centre_of(workshop: &Workshop, programs: &Programs) -> Outcome<PathBuf> {
    let tree = Tree::new(workshop, "centre-deb")?;
    tree.put_program(&programs.server)?;
    tree.put(&workshop.installer("centre/guichet-centre"), "usr/sbin/guichet-centre", 0o755)?;
    for unit in ["guichet-server.service", "guichet-server-backup.service", "guichet-server-backup.timer"] {
        let file = workshop.installer("centre").join(unit);
        tree.put(&file, &format!("lib/systemd/system/{unit}"), 0o644)?;
    }
    // What stands in it may be a password.
    tree.put(&workshop.installer("centre/server.conf"), "etc/guichet/server.conf", 0o600)?;
    let doc = "usr/share/doc/guichet-server";
    tree.put(&workshop.installer("desk/debian/copyright"), &format!("{doc}/copyright"), 0o644)?;
    tree.put(&workshop.installer("centre/Containerfile"), &format!("{doc}/examples/Containerfile"), 0o644)?;
    tree::papers(workshop, &tree, "guichet-server")?;
    let notices = workshop.places.root.join("docs/notices.md");
    tree.put(&notices, &format!("{doc}/notices.md"), 0o644)?;
    let programs = ["usr/bin/guichet-server"];
    let control = Control { package: "guichet-server", folder: "centre/debian", programs: &programs };
    pack(workshop, &tree, &control)
}

/// What this computer lacks for a Debian package.
fn lacking() -> Option<String> {
    let missing: Vec<&str> =
        ["dpkg-deb", "dpkg-shlibdeps", "strip"].into_iter().filter(|program| !on_path(program)).collect();
    (!missing.is_empty())
        .then(|| format!("{} is not here; on Debian: apt-get install dpkg-dev binutils", missing.join(", ")))
}

fn pack(workshop: &Workshop, tree: &Tree, control: &Control<'_>) -> Outcome<PathBuf> {
    let depends = libraries(workshop, tree, control)?;
    let size = tree.installed_kib()?.to_string();
    let values = [("DEPENDS", depends.as_str()), ("INSTALLED_SIZE", size.as_str())];
    let text = workshop.filled(&format!("{}/control", control.folder), &values)?;
    tree.write("DEBIAN/control", &text, 0o644)?;
    for script in ["preinst", "postinst", "prerm", "postrm"] {
        let file = workshop.installer(&format!("{}/{script}", control.folder));
        if file.is_file() {
            tree.put(&file, &format!("DEBIAN/{script}"), 0o755)?;
        }
    }
    let conffiles = workshop.installer(&format!("{}/conffiles", control.folder));
    if conffiles.is_file() {
        tree.put(&conffiles, "DEBIAN/conffiles", 0o644)?;
    }
    sums(tree)?;
    folders_are_open(&tree.root)?;
    let out = workshop.out.join(format!("{}_{}_amd64.deb", control.package, workshop.version));
    let mut command = Command::new("dpkg-deb");
    command.args(["--root-owner-group", workshop.packing, "--build"]).arg(&tree.root).arg(&out);
    run::run(command.env("SOURCE_DATE_EPOCH", &workshop.epoch))?;
    Ok(out)
}

/// Which packages hold the libraries that the programs ask for, with the versions that they need.
fn libraries(workshop: &Workshop, tree: &Tree, control: &Control<'_>) -> Outcome<String> {
    // dpkg-shlibdeps wants to stand in a source package.
    let folder = workshop.empty("shlibdeps")?;
    let source = format!("Source: {0}\n\nPackage: {0}\nArchitecture: amd64\n", control.package);
    Workshop::write(&folder.join("debian/control"), &source)?;
    let mut command = Command::new("dpkg-shlibdeps");
    command.current_dir(&folder).arg("-O");
    for program in control.programs {
        command.arg(tree.root.join(program));
    }
    let said = run::capture(&mut command)?;
    let depends = said.lines().find_map(|line| line.strip_prefix("shlibs:Depends="));
    let depends = depends.ok_or_else(|| Failure::broken("dpkg-shlibdeps named no libraries"))?;
    Ok(depends.trim().to_owned())
}

/// The sums by which `dpkg --verify` finds what was changed.
fn sums(tree: &Tree) -> Outcome<()> {
    let script = "find . -path ./DEBIAN -prune -o -path ./etc -prune -o -type f -print0 | LC_ALL=C sort -z \
                  | xargs -0 md5sum | sed 's|  [.]/|  |'";
    let said = run::capture(Command::new("sh").current_dir(&tree.root).args(["-c", script]))?;
    tree.write("DEBIAN/md5sums", &said, 0o644)
}

/// Folders that everybody may enter, whatever the mask of whoever makes the package.
fn folders_are_open(root: &Path) -> Outcome<()> {
    use std::os::unix::fs::PermissionsExt;
    let failed = |error: std::io::Error| Failure::system(root.display(), &error);
    fs::set_permissions(root, fs::Permissions::from_mode(0o755)).map_err(failed)?;
    for entry in fs::read_dir(root).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        if entry.file_type().map_err(failed)?.is_dir() {
            folders_are_open(&entry.path())?;
        }
    }
    Ok(())
}
