//! `look`: opens every screen of the desk once in every way in which people read it (languages, sizes, colours, large
//! text), takes a picture of each, and says where one is wider than the window, keeps somebody out, cuts words or has two
//! main deeds. What a picture should look like is for people to judge: `index.html` shows them side by side.

mod checks;
mod forced;
mod gate;
mod scene;
mod screens;
mod sheet;
mod ways;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use desktop::{Outcome, Trouble};

use crate::checks::Findings;

/// Takes pictures of every screen of the desk's window.
#[derive(Debug, Parser)]
pub(crate) struct Arguments {
    /// Folder for the pictures.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Folder of the page as it was built, for its style sheets.
    #[arg(long, value_name = "DIR")]
    page: PathBuf,
    /// Only screens whose names hold one of these words.
    #[arg(long, value_name = "WORD,…", value_delimiter = ',')]
    screens: Vec<String>,
    /// Only these ways of reading.
    #[arg(long, value_name = "WAY,…", value_delimiter = ',')]
    ways: Vec<String>,
}

impl Arguments {
    /// Whether somebody wants that screen.
    pub(crate) fn wants(&self, screen: &str) -> bool {
        self.screens.is_empty() || self.screens.iter().any(|word| screen.contains(word.as_str()))
    }

    /// The ways of reading that somebody wants.
    pub(crate) fn ways(&self) -> Vec<&'static ways::Way> {
        let all = ways::WAYS.iter();
        all.filter(|way| self.ways.is_empty() || self.ways.iter().any(|name| name == way.name)).collect()
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    match whole(Arguments::parse()).await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(trouble) => {
            eprintln!("look: {trouble}");
            ExitCode::FAILURE
        }
    }
}

/// Whether nothing was found. The browser wants whole paths, and a page without its style sheets shows nothing.
async fn whole(mut arguments: Arguments) -> Outcome<bool> {
    std::fs::create_dir_all(&arguments.out)
        .map_err(|error| Trouble::while_doing(arguments.out.display(), error))?;
    for path in [&mut arguments.out, &mut arguments.page] {
        *path = path.canonicalize().map_err(|error| Trouble::while_doing(path.display(), error))?;
    }
    look(&arguments).await
}

/// Whether nothing was found.
async fn look(arguments: &Arguments) -> Outcome<bool> {
    for way in arguments.ways() {
        let folder = arguments.out.join(way.name);
        std::fs::create_dir_all(&folder).map_err(|error| Trouble::while_doing(folder.display(), error))?;
    }
    let mut findings = Findings::default();
    gate::look(arguments, &mut findings).await?;
    screens::look(arguments, &mut findings).await?;
    forced::look(arguments).await?;
    sheet::write(&arguments.out)?;
    for finding in findings.all() {
        say(finding)?;
    }
    say(format!("The pictures are in {}", arguments.out.join("index.html").display()))?;
    Ok(findings.all().is_empty())
}

pub(crate) fn say(line: impl std::fmt::Display) -> Outcome<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")
        .and_then(|()| out.flush())
        .map_err(|error| Trouble::while_doing("standard output", error))
}
