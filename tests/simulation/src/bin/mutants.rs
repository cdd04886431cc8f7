//! Makes one deliberate mistake after the other in the simulated offices and says which seed notices each.
//! `cargo xtask mutants` runs it. It fails when one goes unnoticed.

use std::io::Write;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use clap::Parser;

use simulation::{Hunted, Options, hunt};
use sync_protocol::mutant::Mutant;

/// Makes deliberate mistakes and looks whether the simulation notices them.
#[derive(Debug, Parser)]
#[command(name = "mutants")]
struct Arguments {
    /// After how many seeds a mistake counts as unnoticed.
    #[arg(long, default_value_t = 2_000)]
    seeds: u64,
    /// The first seed.
    #[arg(long, default_value_t = 0)]
    from: u64,
    /// Only these mistakes, by name.
    #[arg(long, value_delimiter = ',', value_parser = named)]
    only: Vec<Mutant>,
    /// How many at once; without it, as many as the computer has processors.
    #[arg(long)]
    threads: Option<usize>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    if !cfg!(debug_assertions) {
        say("this program was built without debug assertions, so that no mistake can be made in it");
        return ExitCode::FAILURE;
    }
    // What panics within a seed is told with the seed.
    std::panic::set_hook(Box::new(|_| {}));
    let mutants = if arguments.only.is_empty() { Mutant::ALL } else { &arguments.only[..] };
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let (next, unnoticed) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    say(&format!("{:<28} {:>7} {:>6} {:>8}  noticed by", "mistake", "row", "seeds", "seconds"));
    std::thread::scope(|scope| {
        for _ in 0..arguments.threads.unwrap_or(processors).max(1) {
            scope.spawn(|| {
                while let Some(mutant) = mutants.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let hunted = hunt(*mutant, arguments.from, arguments.seeds, &Options::default());
                    say(&told(&hunted));
                    if hunted.killed.is_none() {
                        unnoticed.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(*mutant);
                    }
                }
            });
        }
    });
    let unnoticed = unnoticed.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    say(&format!("{} of {} are noticed", mutants.len() - unnoticed.len(), mutants.len()));
    if unnoticed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn told(hunted: &Hunted) -> String {
    let Hunted { mutant, seeds, killed, time } = hunted;
    let by = match killed {
        Some(broken) => {
            format!("seed {}: {}", broken.seed, broken.what.split(';').next().unwrap_or_default())
        }
        None => "NOBODY".to_owned(),
    };
    format!("{:<28} {:>7} {seeds:>6} {:>8.1}  {by}", mutant.name(), mutant.mistake(), time.as_secs_f64())
}

fn named(name: &str) -> Result<Mutant, String> {
    let names = || Mutant::ALL.iter().map(|mutant| mutant.name()).collect::<Vec<_>>().join(", ");
    let found = Mutant::ALL.iter().copied().find(|mutant| mutant.name() == name);
    found.ok_or_else(|| format!("“{name}” is none of {}", names()))
}

fn say(text: &str) {
    // Nobody reading any more is no reason to stop half-way.
    let _ = writeln!(std::io::stdout(), "{text}");
}
