//! What stands in the folder of packages: sizes, sums, and what is not there.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::Kind;
use super::workshop::Workshop;
use crate::run::{self, Failure, Outcome};

/// Prints a line for each package.
pub(crate) fn show(workshop: &Workshop, kinds: &[&Kind]) -> Outcome<()> {
    for kind in kinds {
        let place = kind.place(workshop);
        let name = place.file_name().unwrap_or_default().to_string_lossy().into_owned();
        match fs::metadata(&place) {
            Ok(file) => run::result(format!(
                "{:<13} {name}  {}  SHA-256 {}",
                kind.name,
                megabytes(file.len()),
                sum(&place)?
            )),
            Err(_) => {
                run::result(format!("{:<13} {name}  not there; `cargo xtask package` makes it", kind.name))
            }
        }
    }
    run::result(format!("in {}", workshop.out.display()));
    Ok(())
}

/// Writes SHA256SUMS for whoever hands the packages out.
pub(crate) fn write_sums(workshop: &Workshop) -> Outcome<()> {
    let mut lines = String::new();
    for kind in super::KINDS {
        let place = kind.place(workshop);
        if place.is_file() {
            let name = place.file_name().unwrap_or_default().to_string_lossy().into_owned();
            lines.push_str(&format!("{}  {name}\n", sum(&place)?));
        }
    }
    Workshop::write(&workshop.out.join("SHA256SUMS"), &lines)
}

fn sum(path: &Path) -> Outcome<String> {
    let said = run::capture(Command::new("sha256sum").arg("--binary").arg(path))?;
    let sum = said.split_whitespace().next().unwrap_or_default().trim_start_matches('\\');
    if sum.len() == 64 { Ok(sum.to_owned()) } else { Err(Failure::broken("sha256sum printed no sum")) }
}

/// `21.4 MB`.
pub(crate) fn megabytes(bytes: u64) -> String {
    let tenths = (bytes + 50_000) / 100_000;
    format!("{}.{} MB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_told_in_megabytes() {
        assert_eq!(megabytes(21_440_000), "21.4 MB");
        assert_eq!(megabytes(49_999), "0.0 MB");
    }
}
