//! Does the same work with Guichet and with its peers, in one run on one computer, each through a proxy that counts
//! what crosses it, and writes tables, figures and a plot. `cargo xtask bench` builds everything and calls it. What a
//! clerk waits for at the desk is measured by another command of the same program, `clerk`.
//!
//! ```text
//!   driver of a peer ──▶ proxy (counts, delays) ──▶ server of the peer       works.rs: which work, in which order
//!   guichet-office   ──▶ proxy                  ──▶ guichet-server           report.rs, plot.rs: what is written
//! ```
//! Nothing here passes or fails by a figure: what was measured is told beside what was aimed at.

mod arguments;
mod bare_insert;
#[cfg(feature = "window")]
mod clerk;
mod desk;
mod driven;
mod figures;
mod goals;
mod guichet;
mod install;
mod machine;
mod peers;
mod plot;
mod processes;
mod proxy;
mod records;
mod report;
mod trouble;
mod works;

use std::process::ExitCode;

use clap::Parser;

use arguments::CommandLine;
use trouble::{Outcome, Trouble};

fn main() -> ExitCode {
    match run(CommandLine::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("error: {trouble}");
            ExitCode::FAILURE
        }
    }
}

fn run(line: CommandLine) -> Outcome<()> {
    #[cfg(feature = "window")]
    if let Some(arguments::Other::Clerk(arguments)) = line.other {
        return clerk::run(&arguments);
    }
    match line.exchanges {
        Some(arguments) => works::run(&arguments),
        None => Err(Trouble::new("nothing was asked for")),
    }
}
