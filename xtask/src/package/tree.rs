//! The files of a package, laid out as they will lie on the computer that it is installed on.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::programs::Programs;
use super::workshop::{Workshop, make};
use crate::places::on_path;
use crate::run::{self, Failure, Outcome};

/// A tree of files.
#[derive(Debug)]
pub(crate) struct Tree {
    pub(crate) root: PathBuf,
}

impl Tree {
    /// An empty one.
    pub(crate) fn new(workshop: &Workshop, name: &str) -> Outcome<Tree> {
        Ok(Tree { root: workshop.empty(name)? })
    }

    /// Puts a copy of a file at `place`, below the root, with these rights.
    pub(crate) fn put(&self, file: &Path, place: &str, mode: u32) -> Outcome<()> {
        let target = self.root.join(place);
        if let Some(parent) = target.parent() {
            make(parent)?;
        }
        let failed = |error: std::io::Error| {
            Failure::system(format!("{} → {}", file.display(), target.display()), &error)
        };
        fs::copy(file, &target).map_err(failed)?;
        fs::set_permissions(&target, fs::Permissions::from_mode(mode)).map_err(failed)
    }

    /// Puts a program there, without the names that only a debugger reads.
    pub(crate) fn put_program(&self, program: &Path) -> Outcome<()> {
        let name = program.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let place = format!("usr/bin/{name}");
        self.put(program, &place, 0o755)?;
        if on_path("strip") {
            run::run(Command::new("strip").arg("--strip-unneeded").arg(self.root.join(place)))?;
        }
        Ok(())
    }

    /// Writes a text there.
    pub(crate) fn write(&self, place: &str, text: &str, mode: u32) -> Outcome<()> {
        let target = self.root.join(place);
        Workshop::write(&target, text)?;
        let set = fs::set_permissions(&target, fs::Permissions::from_mode(mode));
        set.map_err(|error| Failure::system(target.display(), &error))
    }

    /// All files below the root, and how many KiB they take, rounded up for each as dpkg does (deb-control(5)).
    pub(crate) fn installed_kib(&self) -> Outcome<u64> {
        fn add(folder: &Path, sum: &mut u64) -> std::io::Result<()> {
            for entry in fs::read_dir(folder)? {
                let entry = entry?;
                if entry.file_type()?.is_dir() {
                    *sum += 1;
                    add(&entry.path(), sum)?;
                } else {
                    *sum += entry.metadata()?.len().div_ceil(1024);
                }
            }
            Ok(())
        }
        let mut sum = 0;
        add(&self.root, &mut sum).map_err(|error| Failure::system(self.root.display(), &error))?;
        Ok(sum)
    }
}

/// Lays out the desk as Linux has it: programs, desktop entry, icons, file types, papers.
pub(crate) fn desk(workshop: &Workshop, programs: &Programs, name: &str) -> Outcome<Tree> {
    let tree = Tree::new(workshop, name)?;
    tree.put_program(&programs.window)?;
    tree.put_program(&programs.office)?;
    tree.put(&workshop.installer("desk/guichet.desktop"), "usr/share/applications/guichet.desktop", 0o644)?;
    tree.put(&workshop.installer("desk/guichet.xml"), "usr/share/mime/packages/guichet.xml", 0o644)?;
    let icons = workshop.places.root.join("src-tauri/icons");
    for (file, size) in [("32x32.png", "32x32"), ("128x128.png", "128x128"), ("128x128@2x.png", "256x256")] {
        tree.put(&icons.join(file), &format!("usr/share/icons/hicolor/{size}/apps/guichet.png"), 0o644)?;
    }
    tree.put(&icons.join("app.svg"), "usr/share/icons/hicolor/scalable/apps/guichet.svg", 0o644)?;
    papers(workshop, &tree, "guichet")?;
    Ok(tree)
}

/// Changelog and the administrators' page.
pub(crate) fn papers(workshop: &Workshop, tree: &Tree, package: &str) -> Outcome<()> {
    let root = &workshop.places.root;
    tree.put(&root.join("CHANGELOG.md"), &format!("usr/share/doc/{package}/CHANGELOG.md"), 0o644)?;
    tree.put(&root.join("docs/operations.md"), &format!("usr/share/doc/{package}/operations.md"), 0o644)
}
