//! The pictures side by side: a page with a row for each screen and a column for each way of reading.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use desktop::{Outcome, Trouble};

/// Writes `index.html` beside the folders with the pictures.
pub(crate) fn write(folder: &Path) -> Outcome<()> {
    let failed = |error| Trouble::while_doing(folder.display(), error);
    let ways: BTreeSet<String> = names(folder).map_err(failed)?;
    let mut screens = BTreeSet::new();
    for way in &ways {
        let pictures = names(&folder.join(way)).map_err(failed)?;
        screens.extend(pictures.into_iter().filter(|name| name.ends_with(".png")));
    }
    let mut page = "<!doctype html><meta charset=utf-8><title>The desk, screen by screen</title>\
                    <style>body{font:14px sans-serif}img{width:420px;border:1px solid #888}td{vertical-align:top}</style>\n<table>\n"
        .to_owned();
    for screen in &screens {
        let _ = writeln!(page, "<tr><th>{}", screen.trim_end_matches(".png"));
        for way in ways.iter().filter(|way| folder.join(way).join(screen).is_file()) {
            let _ = writeln!(
                page,
                "<td>{way}<br><a href=\"{way}/{screen}\"><img loading=lazy src=\"{way}/{screen}\" alt=\"{screen}, {way}\"></a>"
            );
        }
    }
    std::fs::write(folder.join("index.html"), page).map_err(failed)
}

fn names(folder: &Path) -> std::io::Result<BTreeSet<String>> {
    if !folder.is_dir() {
        return Ok(BTreeSet::new());
    }
    let entries = std::fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    Ok(entries.into_iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect())
}
