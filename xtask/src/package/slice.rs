//! What of the packages every test run looks at, in a few seconds and without building a program: what they are made of
//! is valid where the tools for looking are there, and the Windows installer compiles with stand-ins for the programs.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::windows;
use super::workshop::Workshop;
use crate::places::{Places, on_path};
use crate::run::{self, Failure, Outcome};

/// What the unit may be exposed at most, as `systemd-analyze security` counts it: 10 is everything, 0 nothing.
const MOST_EXPOSED_TENTHS: u32 = 15;

type Check = fn(&Workshop) -> Outcome<()>;

/// The step of `cargo xtask test`.
pub(crate) fn check_what_packages_are_made_of(places: &Places) -> Outcome<()> {
    let workshop = Workshop::open(places, true)?;
    let steps: [(&str, Check); 4] = [
        ("desktop-file-validate", desktop_entry),
        ("dpkg-deb", control_files),
        ("systemd-analyze", units),
        ("makensis", installer),
    ];
    scripts(&workshop)?;
    oldest_webview2_is_one(&workshop)?;
    for (tool, check) in steps {
        if on_path(tool) {
            check(&workshop)?;
        } else {
            run::progress(format!("not looked at, for want of {tool}"));
        }
    }
    Ok(())
}

fn desktop_entry(workshop: &Workshop) -> Outcome<()> {
    let file = workshop.installer("desk/guichet.desktop");
    run::run(Command::new("desktop-file-validate").arg(&file))?;
    let text = read(&file)?;
    for language in ["fr", "mfe", "ar"] {
        for key in ["GenericName", "Comment", "Keywords"] {
            if !text.contains(&format!("\n{key}[{language}]=")) {
                return Err(Failure::broken(format!("{}: no {key} in {language}", file.display())));
            }
        }
    }
    Ok(())
}

/// A package without programs, whose control file and scripts dpkg reads.
fn control_files(workshop: &Workshop) -> Outcome<()> {
    for folder in ["desk/debian", "centre/debian"] {
        let tree = workshop.empty("slice-deb")?;
        let values = [("DEPENDS", "libc6"), ("INSTALLED_SIZE", "1")];
        let control = workshop.filled(&format!("{folder}/control"), &values)?;
        Workshop::write(&tree.join("DEBIAN/control"), &control)?;
        let package = workshop.work.join("slice.deb");
        let mut build = Command::new("dpkg-deb");
        run::capture(build.args(["--root-owner-group", "-Znone", "--build"]).arg(&tree).arg(&package))?;
        let version = run::capture(Command::new("dpkg-deb").arg("--field").arg(&package).arg("Version"))?;
        if version.trim() != workshop.version {
            return Err(Failure::broken(format!("{folder}: the version is {}", version.trim())));
        }
    }
    workshop.filled("desk/fedora/guichet.spec", &[("TREE", "/")]).map(drop)
}

/// The scripts of the packages are read by the shell, and none of them stands without the rights to run.
fn scripts(workshop: &Workshop) -> Outcome<()> {
    let mut scripts = vec![workshop.installer("centre/guichet-centre")];
    for folder in ["desk/debian", "centre/debian"] {
        for script in ["preinst", "postinst", "prerm", "postrm"] {
            scripts.push(workshop.installer(folder).join(script));
        }
    }
    for script in scripts.iter().filter(|script| script.is_file()) {
        run::run(Command::new("sh").arg("-n").arg(script))?;
    }
    Ok(())
}

/// The units are understood, and do not let their services do more than they were found to need.
fn units(workshop: &Workshop) -> Outcome<()> {
    ["guichet-server", "guichet-server-backup"].into_iter().try_for_each(|name| unit(workshop, name))
}

fn unit(workshop: &Workshop, name: &str) -> Outcome<()> {
    let unit = workshop.installer("centre").join(format!("{name}.service"));
    // That the program is not installed here is no mistake of the unit's; a program that is there stands in for it.
    let text = read(&unit)?.replace("ExecStart=/usr/bin/guichet-server ", "ExecStart=/bin/true ");
    let copy = workshop.work.join(format!("{name}.service"));
    Workshop::write(&copy, &text)?;
    run::run(Command::new("systemd-analyze").args(["verify", "--man=no"]).arg(&copy))?;
    let mut security = Command::new("systemd-analyze");
    security.args(["security", "--offline=true", "--no-pager"]).arg(&copy);
    let said = run::capture(&mut security)?;
    let exposed = exposure_tenths(&said)
        .ok_or_else(|| Failure::broken("systemd-analyze security printed no level of exposure"))?;
    run::progress(format!("exposure of {name}: {}.{} of 10", exposed / 10, exposed % 10));
    if exposed > MOST_EXPOSED_TENTHS {
        return Err(Failure::broken("the unit lets the service do more than before"));
    }
    Ok(())
}

/// The tenths in `→ Overall exposure level for guichet-server.service: 1.2 OK`.
fn exposure_tenths(said: &str) -> Option<u32> {
    let line = said.lines().find(|line| line.contains("Overall exposure level"))?;
    let number = line.rsplit_once(": ")?.1.split_whitespace().next()?;
    let (whole, tenths) = number.split_once('.')?;
    Some(whole.parse::<u32>().ok()? * 10 + tenths.parse::<u32>().ok()?)
}

fn installer(workshop: &Workshop) -> Outcome<()> {
    let payload = workshop.empty("slice-windows")?;
    for name in ["guichet.exe", "guichet-office.exe", "WebView2Loader.dll", "LICENSE.txt"] {
        Workshop::write(&payload.join(name), "a stand-in")?;
    }
    let aside = workshop.of_version(&workshop.version, &workshop.work.join("slice"))?;
    windows::installer(&aside, &payload).map(drop)
}

/// Page, window and installer speak of the same oldest WebView2.
fn oldest_webview2_is_one(workshop: &Workshop) -> Outcome<()> {
    let oldest = windows::oldest_webview2(workshop)?;
    let file = workshop.places.root.join("src-tauri/src/webview2.rs");
    if read(&file)?.contains(&format!("const OLDEST: u32 = {oldest};")) {
        return Ok(());
    }
    Err(Failure::broken(format!("{} has another oldest version than ui/vite.config.ts", file.display())))
}

fn read(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|error| Failure::system(file.display(), &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_level_of_exposure_is_read_from_what_systemd_prints() {
        let said = "✓ UMask=  …\n\n→ Overall exposure level for guichet-server.service: 1.2 OK 🙂\n";
        assert_eq!(exposure_tenths(said), Some(12));
        assert_eq!(exposure_tenths("nothing"), None);
    }
}
