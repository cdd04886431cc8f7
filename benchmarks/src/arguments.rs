//! The command line of this program. `cargo xtask bench` fills in the places.

use std::path::PathBuf;

use clap::Parser;

/// The same work done by Guichet and by its peers, side by side.
#[derive(Debug, Parser)]
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

    use super::Arguments;

    #[test]
    fn the_arguments_hang_together() {
        Arguments::command().debug_assert();
    }
}
