//! The command line of this program. `cargo xtask bench` fills in the places.

use std::path::PathBuf;

use clap::Parser;

#[cfg(feature = "window")]
use crate::clerk;

/// What this program is asked for: the work of `cargo xtask bench`, unless another one is named.
#[derive(Debug, Parser)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct CommandLine {
    #[cfg(feature = "window")]
    #[command(subcommand)]
    pub(crate) other: Option<Other>,
    #[command(flatten)]
    pub(crate) exchanges: Option<Arguments>,
}

/// Other work.
#[cfg(feature = "window")]
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Other {
    /// What a clerk waits for at the desk.
    Clerk(clerk::Arguments),
}

/// The same work done by Guichet and by its peers, side by side.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Repeat everything three times, tell medians, and measure the slow peers too.
    #[arg(long)]
    pub(crate) full: bool,

    /// Only these, separated by commas: guichet and names of peers.
    #[arg(long, value_name = "NAME,…", value_delimiter = ',')]
    pub(crate) only: Vec<String>,

    /// How many complaints are pushed and pulled.
    #[arg(long, default_value_t = 10_000)]
    pub(crate) count: usize,

    /// The complaints: one JSON object a line, at least 10,000 or all that --count asks for.
    #[arg(long, value_name = "FILE")]
    pub(crate) complaints: PathBuf,

    /// What the complaints are, for the report.
    #[arg(long, value_name = "TEXT")]
    pub(crate) input: String,

    /// The folder of guichet-office and guichet-server.
    #[arg(long, value_name = "DIR")]
    pub(crate) programs: PathBuf,

    /// The sources of the peers' drivers.
    #[arg(long, value_name = "DIR")]
    pub(crate) peers: PathBuf,

    /// Where peers are installed and stores are made.
    #[arg(long, value_name = "DIR")]
    pub(crate) folder: PathBuf,

    /// Where results.md, results.json and plot.svg are written.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::{CommandLine, Parser};

    #[test]
    fn the_arguments_hang_together() {
        CommandLine::command().debug_assert();
        assert!(CommandLine::try_parse_from(["benchmarks", "--full"]).is_err());
    }
    #[cfg(feature = "window")]
    #[test]
    fn what_a_clerk_waits_for_is_asked_for_by_its_name() {
        let clerk = ["benchmarks", "clerk", "--complaints", "a", "--folder", "b", "--out", "c"];
        assert!(matches!(CommandLine::try_parse_from(clerk).unwrap().other, Some(super::Other::Clerk(_))));
    }
}
