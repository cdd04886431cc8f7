//! `cargo xtask package`: the desk and the centre as packages that install with no compiler and no internet. What goes
//! into them, and what their scripts do, lies in `installers/`; here it is only put together, told and tried.

mod check;
mod deb;
mod listing;
pub(crate) mod programs;
mod rpm;
mod slice;
mod tree;
mod windows;
mod workshop;

pub(crate) use slice::check_what_packages_are_made_of;

use std::path::PathBuf;

use crate::arguments::Arguments;
use crate::places::Places;
use crate::run::{self, Failure, Outcome};
use workshop::Workshop;

/// What became of one package.
pub(crate) enum Made {
    /// It lies there.
    Built(PathBuf),
    /// It could not be made on this computer: why, and what to do.
    LeftOut(String),
}

/// One of the packages.
pub(crate) struct Kind {
    /// As `--only` names it.
    pub(crate) name: &'static str,
    what: &'static str,
    /// The name of its file, from the version.
    file: fn(&str) -> String,
    make: fn(&Workshop) -> Outcome<Made>,
    check: fn(&Workshop) -> Outcome<check::Report>,
}

/// In the order in which they are made.
pub(crate) const KINDS: &[Kind] = &[
    Kind {
        name: "centre-deb",
        what: "the centre, for Debian 12 and newer",
        file: |version| format!("guichet-server_{version}_amd64.deb"),
        make: |workshop| deb::centre(workshop),
        check: check::centre::run,
    },
    Kind {
        name: "desk-deb",
        what: "the desk, for Debian 12 and newer",
        file: |version| format!("guichet_{version}_amd64.deb"),
        make: |workshop| deb::desk(workshop),
        check: check::desk::run,
    },
    Kind {
        name: "desk-rpm",
        what: "the desk, for Fedora and others with .rpm",
        file: |version| format!("guichet-{version}-1.x86_64.rpm"),
        make: rpm::desk,
        check: check::rpm::run,
    },
    Kind {
        name: "desk-windows",
        what: "the desk, for Windows 10 and 11",
        file: |version| format!("guichet-setup-{version}-x64.exe"),
        make: windows::desk,
        check: check::windows::run,
    },
];

impl Kind {
    /// Where it lies when it was made.
    pub(crate) fn place(&self, workshop: &Workshop) -> PathBuf {
        workshop.out.join((self.file)(&workshop.version))
    }
}

/// The verb.
pub(crate) fn run(arguments: &[String]) -> Outcome<()> {
    let arguments = Arguments::read(arguments, &["built", "list", "check"], &["only"])?;
    let kinds = chosen(arguments.value("only"))?;
    let workshop = Workshop::open(&Places::find()?, arguments.has("built"))?;
    if arguments.has("list") {
        return listing::show(&workshop, &kinds);
    }
    if arguments.has("check") {
        return check::run(&workshop, &kinds);
    }
    let mut left_out = Vec::new();
    for kind in &kinds {
        run::progress(format!("\n== {}: {}", kind.name, kind.what));
        match (kind.make)(&workshop)? {
            Made::Built(path) => run::progress(format!("made: {}", path.display())),
            Made::LeftOut(why) => {
                run::progress(format!("left out: {why}"));
                left_out.push((kind.name, why));
            }
        }
    }
    listing::write_sums(&workshop)?;
    run::progress("");
    listing::show(&workshop, &kinds)?;
    for (name, why) in left_out {
        run::result(format!("left out: {name}: {why}"));
    }
    Ok(())
}

/// The packages that `--only` names, separated by commas; all without it.
fn chosen(only: Option<&str>) -> Outcome<Vec<&'static Kind>> {
    let Some(only) = only else { return Ok(KINDS.iter().collect()) };
    let find = |name: &str| {
        KINDS.iter().find(|kind| kind.name == name).ok_or_else(|| {
            let names: Vec<&str> = KINDS.iter().map(|kind| kind.name).collect();
            Failure::usage(format!("there is no package `{name}`, only {}", names.join(", ")))
        })
    };
    only.split(',').map(find).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_chosen_by_name_and_an_unknown_one_is_a_usage_error() {
        assert_eq!(chosen(None).unwrap().len(), KINDS.len());
        let two: Vec<&str> =
            chosen(Some("desk-rpm,centre-deb")).unwrap().iter().map(|kind| kind.name).collect();
        assert_eq!(two, ["desk-rpm", "centre-deb"]);
        assert_eq!(chosen(Some("desk-snap")).err().map(|failure| failure.exit_code()), Some(2));
    }
}
