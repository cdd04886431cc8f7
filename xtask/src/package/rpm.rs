//! The desk for Fedora and others that take .rpm: the same tree as Debian's, and `rpmbuild`.

use std::path::PathBuf;
use std::process::Command;

use super::Made;
use super::programs::Programs;
use super::tree;
use super::workshop::Workshop;
use crate::places::on_path;
use crate::run::{self, Failure, Outcome};

/// Makes it, where there is `rpmbuild`.
pub(crate) fn desk(workshop: &Workshop) -> Outcome<Made> {
    if !on_path("rpmbuild") {
        return Ok(Made::LeftOut("rpmbuild is not here; on Debian: apt-get install rpm".to_owned()));
    }
    desk_of(workshop, &Programs::built(workshop)?).map(Made::Built)
}

/// The desk of programs that are built.
pub(crate) fn desk_of(workshop: &Workshop, programs: &Programs) -> Outcome<PathBuf> {
    let tree = tree::desk(workshop, programs, "desk-rpm")?;
    tree.put(&workshop.places.root.join("LICENSE"), "usr/share/doc/guichet/LICENSE", 0o644)?;
    let folder = workshop.empty("rpmbuild")?;
    let spec = folder.join("guichet.spec");
    let root = tree.root.display().to_string();
    Workshop::write(&spec, &workshop.filled("desk/fedora/guichet.spec", &[("TREE", &root)])?)?;
    let mut command = Command::new("rpmbuild");
    let top = format!("_topdir {}", folder.display());
    let settings = [
        top.as_str(),
        // Nothing is compiled or rewritten here.
        "debug_package %{nil}",
        "__os_install_post %{nil}",
        "_build_id_links none",
        // Nothing of this computer or this moment goes into the package.
        "_buildhost guichet",
        "use_source_date_epoch_as_buildtime 1",
        "clamp_mtime_to_source_date_epoch 1",
        "_binary_payload w9.xzdio",
    ];
    for setting in settings {
        command.args(["--define", setting]);
    }
    command
        .args(["--quiet", "--target", "x86_64", "-bb"])
        .arg(&spec)
        .env("SOURCE_DATE_EPOCH", &workshop.epoch);
    run::run(&mut command)?;
    let name = format!("guichet-{}-1.x86_64.rpm", workshop.version);
    let (made, out) = (folder.join("RPMS/x86_64").join(&name), workshop.out.join(&name));
    std::fs::copy(&made, &out).map_err(|error| Failure::system(made.display(), &error))?;
    Ok(out)
}
