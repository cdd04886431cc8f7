//! Simulates many seeds and says how much was done in them, or why one does not hold. `cargo xtask simulate` runs it.

use std::io::Write;
use std::process::ExitCode;
use std::time::Instant;

use clap::Parser;

use simulation::{Fault, Figures, Options, simulate, simulate_many};

/// Simulates offices, centre and everything that may befall them.
#[derive(Debug, Parser)]
#[command(name = "simulate")]
struct Arguments {
    /// How many seeds.
    #[arg(long, default_value_t = 1_000)]
    seeds: u64,
    /// The first seed.
    #[arg(long, default_value_t = 0)]
    from: u64,
    /// Print the whole story of each seed; for one seed or a few.
    #[arg(long)]
    trace: bool,
    /// How many seeds at once; without it, as many as the computer has processors.
    #[arg(long)]
    threads: Option<usize>,
    /// Only these faults.
    #[arg(long, value_delimiter = ',')]
    only: Vec<Fault>,
    /// These faults not.
    #[arg(long, value_delimiter = ',')]
    without: Vec<Fault>,
    /// Go on until so many seeds do not hold.
    #[arg(long, default_value_t = 1)]
    most_broken: usize,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut faults = arguments.only.clone();
    if faults.is_empty() {
        faults.extend(Fault::ALL);
    }
    faults.retain(|fault| !arguments.without.contains(fault));
    let options = Options { faults, whole_trace: arguments.trace, mutant: None };
    // What panics within a seed is told with the seed.
    std::panic::set_hook(Box::new(|_| {}));
    if arguments.trace { tell_stories(&arguments, &options) } else { count(&arguments, &options) }
}

fn tell_stories(arguments: &Arguments, options: &Options) -> ExitCode {
    for seed in (arguments.from..).take(usize::try_from(arguments.seeds).unwrap_or(usize::MAX)) {
        match simulate(seed, options) {
            Ok(held) => say(&format!("{}\nseed {seed} holds", held.trace.join("\n"))),
            Err(broken) => {
                say(&broken.to_string());
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}

fn count(arguments: &Arguments, options: &Options) -> ExitCode {
    let threads = arguments.threads.or_else(|| std::thread::available_parallelism().ok().map(usize::from));
    let begun = Instant::now();
    let (figures, broken) =
        simulate_many(arguments.from, arguments.seeds, threads.unwrap_or(1), arguments.most_broken, options);
    let seconds = begun.elapsed().as_secs_f64();
    for broken in &broken {
        say(&broken.to_string());
    }
    say(&told(&figures, seconds));
    if broken.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn told(figures: &Figures, seconds: f64) -> String {
    let faults: u64 = figures.faults.values().sum();
    let mut lines = vec![format!(
        "{} seeds hold: {} operations, {} requests, {} commits, {} crashes, {} snapshots taken, \
         {faults} faults, in {seconds:.1} s \
         ({:.1} seeds a second)",
        figures.seeds,
        figures.operations,
        figures.requests,
        figures.commits,
        figures.crashes,
        figures.snapshots,
        figures.seeds as f64 / seconds.max(0.001),
    )];
    lines.extend(figures.faults.iter().map(|(fault, times)| format!("  {times:>9} {fault}")));
    if figures.excused > 0 {
        lines.push(format!("  {:>9} operations whose only copy was destroyed", figures.excused));
    }
    lines.join("\n")
}

fn say(text: &str) {
    // Nobody reading any more is no reason to stop half-way.
    let _ = writeln!(std::io::stdout(), "{text}");
}
