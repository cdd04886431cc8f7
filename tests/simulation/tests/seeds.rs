//! A slice of seeds for every change; `cargo xtask simulate` runs as many as one likes.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use simulation::{Fault, Options, simulate, simulate_many};

/// How many seeds the slice has.
const SEEDS: u64 = 120;

fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

#[test]
fn what_was_saved_is_there_exactly_once_whatever_goes_wrong() {
    let (figures, broken) = simulate_many(0, SEEDS, threads(), 1, &Options::default());
    if let Some(broken) = broken.first() {
        panic!("{broken}");
    }
    assert_eq!(figures.seeds, SEEDS);
    for fault in Fault::ALL {
        assert!(figures.faults.contains_key(fault), "{fault} never happened in {SEEDS} seeds");
    }
    assert!(figures.snapshots > SEEDS / 4, "{figures:?}");
    assert!(figures.crashes > SEEDS && figures.operations > 10 * SEEDS, "{figures:?}");
}

#[test]
fn a_seed_tells_the_same_story_every_time() {
    let digest = |seed| simulate(seed, &Options::default()).unwrap().digest;
    for seed in 1_000..1_010 {
        assert_eq!(digest(seed), digest(seed), "seed {seed}");
        assert_ne!(digest(seed), digest(seed + 1), "seeds {seed} and the next");
    }
}
