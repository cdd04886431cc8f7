//! The Debian packages that building and testing need: which of them are missing, and installing those.
//! Rust and Node are not among them: they are asked for in README.md.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use crate::places::on_path;
use crate::run::{self, Failure, Outcome};

/// What is needed on Debian 12.
pub(crate) const NEEDED: &[&str] = &[
    "libwebkit2gtk-4.1-dev",
    "webkit2gtk-driver",
    "xdotool",
    "xvfb",
    "xauth",
    "dbus",
    "dbus-x11",
    "gnome-keyring",
    "librsvg2-dev",
    "libsecret-tools",
    "fonts-noto-core",
    "chromium",
    "chromium-driver",
    "poppler-utils",
    "python3",
    "cmake",
    "pkg-config",
    "perl",
    "make",
    "gcc",
    "g++",
    "libc6-dev",
    "postgresql",
];

/// Installs what is missing on Debian; elsewhere says what is needed and goes on.
pub(crate) fn install_missing() -> Outcome<()> {
    if !is_debian() {
        run::progress(format!(
            "This is not Debian, so nothing is installed. What Debian calls these packages is needed: {}",
            NEEDED.join(" ")
        ));
        return Ok(());
    }
    let missing = missing_of(&installed(), NEEDED);
    if missing.is_empty() {
        run::progress("packages: all there");
        return Ok(());
    }
    install(&missing)
}

/// Installs the package of a program that one verb alone needs; `false`: it is not there and cannot be installed.
pub(crate) fn has(program: &str) -> bool {
    on_path(program) || (is_debian() && install(&[program]).is_ok() && on_path(program))
}

fn install(missing: &[&str]) -> Outcome<()> {
    run::progress(format!("packages: installing {}", missing.join(" ")));
    let Some(prefix) = how_to_be_root() else {
        return Err(Failure::broken(format!(
            "packages are missing, and only the administrator may install them. Run this, then try again:\n  \
             sudo apt-get update && sudo apt-get install -y --no-install-recommends {}",
            missing.join(" ")
        )));
    };
    let apt = |arguments: &[&str]| {
        let words = [prefix, &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"], arguments].concat();
        let (program, rest) = words.split_first().expect("the words are never empty");
        run::run(Command::new(program).args(rest))
    };
    apt(&["update"])?;
    let options: &[&str] = &["install", "-y", "--no-install-recommends"];
    apt(&[options, missing].concat())?;
    let still = missing_of(&installed(), NEEDED);
    if still.is_empty() {
        Ok(())
    } else {
        Err(Failure::broken(format!("still missing: {}", still.join(" "))))
    }
}

/// What to put before a command that only the administrator may run; `None` when there is no way.
fn how_to_be_root() -> Option<&'static [&'static str]> {
    let user = run::capture(Command::new("id").arg("-u")).unwrap_or_default();
    if user.trim() == "0" {
        return Some(&[]);
    }
    run::succeeds(Command::new("sudo").args(["-n", "true"])).then_some(&["sudo", "-n"])
}

fn is_debian() -> bool {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    names_debian(&release) && on_path("dpkg-query") && on_path("apt-get")
}

/// Whether `/etc/os-release` is Debian's own. Derivatives name some of the packages differently.
fn names_debian(release: &str) -> bool {
    release.lines().any(|line| matches!(line.trim(), "ID=debian" | "ID=\"debian\""))
}

fn installed() -> String {
    // dpkg-query fails when one of the packages is unknown to it, and lists the others all the same.
    let mut query = Command::new("dpkg-query");
    query.args(["-W", "-f", "${Package} ${db:Status-Status}\\n"]).args(NEEDED);
    query.output().map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default()
}

/// The packages of `needed` that the lines `PACKAGE STATUS` do not show as installed, in the order of `needed`.
fn missing_of<'a>(listed: &str, needed: &[&'a str]) -> Vec<&'a str> {
    let there: BTreeSet<&str> =
        listed.lines().filter_map(|line| line.trim().strip_suffix(" installed")).collect();
    needed.iter().copied().filter(|package| !there.contains(package)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_not_installed_is_missing() {
        let listed = "xvfb installed\nchromium config-files\ng++ installed\n";
        assert_eq!(missing_of(listed, &["g++", "xvfb", "chromium", "perl"]), ["chromium", "perl"]);
    }

    #[test]
    fn without_any_answer_everything_is_missing() {
        assert_eq!(missing_of("", &["xvfb", "perl"]), ["xvfb", "perl"]);
    }

    #[test]
    fn debian_is_recognised_and_a_derivative_is_not() {
        assert!(names_debian("NAME=\"Debian GNU/Linux\"\nVERSION_ID=\"12\"\nID=debian\n"));
        assert!(!names_debian("ID=ubuntu\nID_LIKE=debian\n"));
        assert!(!names_debian(""));
    }
}
