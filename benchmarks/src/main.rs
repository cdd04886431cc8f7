//! Does the same work with Guichet and with its peers, in one run on one computer, each through a proxy that counts
//! what crosses it, and writes tables, figures and a plot. `cargo xtask bench` builds everything and calls it.
//!
//! ```text
//!   driver of a peer ──▶ proxy (counts, delays) ──▶ server of the peer       works.rs: which work, in which order
//!   guichet-office   ──▶ proxy                  ──▶ guichet-server           report.rs, plot.rs: what is written
//! ```
//! Nothing here passes or fails by a figure: what was measured is told beside what was aimed at.

mod arguments;
mod bare_insert;
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

use arguments::Arguments;

fn main() -> ExitCode {
    match works::run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("error: {trouble}");
            ExitCode::FAILURE
        }
    }
}
