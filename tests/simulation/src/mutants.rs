//! Whether the simulator notices deliberate mistakes: each is made in every seed until one does not hold.

use std::time::{Duration, Instant};

use sync_protocol::mutant::Mutant;

use crate::{Broken, Options, simulate};

/// What came of hunting one mistake.
#[derive(Debug)]
pub struct Hunted {
    /// The mistake.
    pub mutant: Mutant,
    /// How many seeds were simulated with it.
    pub seeds: u64,
    /// The seed that did not hold; none: nobody noticed the mistake.
    pub killed: Option<Box<Broken>>,
    /// How long that took.
    pub time: Duration,
}

/// Makes a mistake in the seeds `from`, `from + 1`, … until one of at most so many does not hold.
pub fn hunt(mutant: Mutant, from: u64, seeds: u64, options: &Options) -> Hunted {
    let begun = Instant::now();
    let options = Options { mutant: Some(mutant), ..options.clone() };
    let broken = (0..seeds).find_map(|place| {
        let broken = simulate(from.wrapping_add(place), &options).err()?;
        Some((place + 1, broken))
    });
    let (tried, killed) = broken.map_or((seeds, None), |(tried, broken)| (tried, Some(broken)));
    Hunted { mutant, seeds: tried, killed, time: begun.elapsed() }
}
