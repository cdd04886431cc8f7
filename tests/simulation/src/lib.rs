//! The deterministic simulator: the real engine, the real fold, the real centre and real SQLite, in memory, under one
//! seeded clock, network and disk. One seed is one story: a few offices work for some weeks while whatever a [`Fault`]
//! names befalls them; then the network heals, everybody exchanges until all is quiet, and the invariants are
//! checked. The same seed tells the same story every time.
//!
//! ```text
//! clerk ── deeds ──▶ Store ◀── Engine ── SimulatedLine ── network ── Centre ◀── agents' deeds
//!            │                                                          │
//!            └──────────────▶ ledger: what people saved ◀───────────────┘
//! ```
//!
//! | Module | What it is |
//! |---|---|
//! | `world` | the parties, the queue of events, the loop |
//! | `computers`, `centre` | the two kinds of parties: start, crash, restart, images |
//! | `clerk`, `agents` | what people do |
//! | `line`, `network` | a call, and what becomes of it on its way |
//! | `sticks` | exchanges by files that somebody carries |
//! | `mischief`, `readmission`, `upgrades` | what happens to whole parties: restores, clones, revocations, new profiles and versions |
//! | `ledger`, `invariants`, `promises`, `transitions` | what was saved, and what must hold |
//! | `mutants` | whether deliberate mistakes are noticed |
//! | `faults`, `random`, `trace`, `disk`, `profile` | tools |
//!
//! **A new fault** is one line in `faults.rs` and one `if self.mix.strikes(Fault::…)` where its occasion arises: on the
//! way in `network.rs`, to a party in `mischief.rs`, at a commit through `Disk::arm`. Tell the trace about it. A fault
//! that changes bytes marks the call as tampered with, since after an honest call a stop is a failure at once. One
//! that destroys the only copy of something calls `World::excuse_what_is_lost`, so that the ledger knows.
//!
//! **A deliberate mistake** (a mutant) has no place here: it is made in the crate where it would be made, where that
//! asks `sync_protocol::mutant`, and [`hunt`] must then find a seed that does not hold.
//!
//! What is drawn in one seed must not depend on addresses, on maps without order, on the machine's clock or on
//! threads: everything is drawn from [`Random`], and a test compares the traces of two runs.

mod agents;
mod centre;
mod clerk;
mod computers;
mod deeds;
mod disk;
mod faults;
mod invariants;
mod ledger;
mod line;
mod mischief;
mod mutants;
mod network;
mod profile;
mod promises;
mod random;
mod readmission;
mod settling;
mod sticks;
pub mod stories;
mod trace;
mod transitions;
mod upgrades;
mod world;

use std::collections::BTreeMap;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

pub use faults::Fault;
pub use mutants::{Hunted, hunt};
pub use random::Random;

use sync_protocol::mutant::{self, Mutant};

use world::World;

/// What is simulated.
#[derive(Debug, Clone)]
pub struct Options {
    /// What may go wrong; how often, each seed draws.
    pub faults: Vec<Fault>,
    /// Keep every line of the trace, and not only the last ones.
    pub whole_trace: bool,
    /// A deliberate mistake that is made in every seed.
    pub mutant: Option<Mutant>,
}

impl Default for Options {
    fn default() -> Self {
        Self { faults: Fault::ALL.to_vec(), whole_trace: false, mutant: None }
    }
}

/// A seed that held.
#[derive(Debug, Clone)]
pub struct Held {
    /// The seed.
    pub seed: u64,
    /// What was done in it.
    pub figures: Figures,
    /// The digest over its trace.
    pub digest: [u8; 32],
    /// The trace, as much of it as was kept.
    pub trace: Vec<String>,
}

/// How much was done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// Seeds that held.
    pub seeds: u64,
    /// Operations that people saved.
    pub operations: u64,
    /// Of them those whose only copy was destroyed.
    pub excused: u64,
    /// Requests that computers sent.
    pub requests: u64,
    /// Commits of all stores.
    pub commits: u64,
    /// Crashes of computers and of the centre.
    pub crashes: u64,
    /// Snapshots that computers took.
    pub snapshots: u64,
    /// How often each fault happened.
    pub faults: BTreeMap<Fault, u64>,
}

/// A seed that did not hold.
#[derive(Debug, Clone)]
pub struct Broken {
    /// The seed.
    pub seed: u64,
    /// What does not hold.
    pub what: String,
    /// The last lines of its trace.
    pub trace: Vec<String>,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.trace {
            writeln!(f, "{line}")?;
        }
        writeln!(f, "seed {} does not hold: {}", self.seed, self.what)?;
        write!(f, "the whole story: cargo xtask simulate --from {} --seeds 1 --trace", self.seed)
    }
}

/// Simulates one seed.
///
/// # Errors
/// [`Broken`] when an invariant does not hold, or something panics.
pub fn simulate(seed: u64, options: &Options) -> Result<Held, Box<Broken>> {
    let mut world = World::new(seed, options);
    let _on = options.mutant.map(mutant::switch_on);
    let ended = catch_unwind(AssertUnwindSafe(|| world.run()));
    let ended = ended.unwrap_or_else(|panic| {
        let words = panic.downcast_ref::<String>().cloned();
        let words = words.or_else(|| panic.downcast_ref::<&str>().map(|&words| words.to_owned()));
        Err(format!("panic: {}", words.unwrap_or_default()))
    });
    let figures = world.figures();
    let (digest, trace) = (world.trace.digest(), world.trace.into_lines());
    match ended {
        Ok(()) => Ok(Held { seed, figures, digest, trace }),
        Err(what) => Err(Box::new(Broken { seed, what, trace })),
    }
}

/// Simulates the seeds `from`, `from + 1`, … on so many threads; what was done in those that held, and those that did
/// not, the first ones first. It stops early after `most_broken` of them.
pub fn simulate_many(
    from: u64,
    seeds: u64,
    threads: usize,
    most_broken: usize,
    options: &Options,
) -> (Figures, Vec<Broken>) {
    let next = AtomicU64::new(0);
    let results = Mutex::new((Figures::default(), Vec::new()));
    let enough = || lock(&results).1.len() >= most_broken;
    std::thread::scope(|scope| {
        for _ in 0..threads.max(1) {
            scope.spawn(|| {
                while !enough() {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    if place >= seeds {
                        break;
                    }
                    match simulate(from.wrapping_add(place), options) {
                        Ok(held) => lock(&results).0.add(&held.figures),
                        Err(broken) => lock(&results).1.push(*broken),
                    }
                }
            });
        }
    });
    let (figures, mut broken) = results.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    broken.sort_by_key(|broken| broken.seed);
    (figures, broken)
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

impl Figures {
    fn add(&mut self, more: &Self) {
        self.seeds += more.seeds;
        self.operations += more.operations;
        self.excused += more.excused;
        self.requests += more.requests;
        self.commits += more.commits;
        self.crashes += more.crashes;
        self.snapshots += more.snapshots;
        for (fault, times) in &more.faults {
            *self.faults.entry(*fault).or_default() += times;
        }
    }
}
