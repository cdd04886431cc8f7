//! Real messages, changed at random, for every decoder that reads what the network, a stick or a store brings. None may
//! panic, and none may take more memory than it says.
//!
//! ```text
//! vectors ──change──▶ bytes ──decode──▶ a value or an error, within so many bytes of memory
//! ```
//! The C library of Zstandard takes its memory past the allocator that counts here: its window, at most 8 MiB, comes on
//! top of the bounds.

mod change;
mod decoders;
mod documents;
mod samples;

use std::panic::{AssertUnwindSafe, catch_unwind};

use peak_alloc::PeakAlloc;

pub use decoders::{DECODERS, Decoder};
pub use documents::documents;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// What came of a number of runs.
#[derive(Debug)]
pub struct Report {
    /// Runs done.
    pub runs: u64,
    /// How many of them gave a value, not an error.
    pub read: u64,
    /// For each decoder the most memory that one run took, in bytes, and for how many bytes of input.
    pub most: Vec<(&'static str, usize, usize)>,
    /// What went wrong: which run of which decoder, and how; empty when all is well.
    pub faults: Vec<String>,
}

/// Runs each decoder on changed messages. The same numbers give the same bytes.
pub fn run(from: u64, runs: u64) -> Report {
    let samples = samples::all();
    let mut report = Report::over(&DECODERS, runs);
    for number in from..from + runs {
        let mut random = fastrand::Rng::with_seed(number);
        let which = random.usize(..DECODERS.len());
        let bytes = change::changed(&mut random, &samples, DECODERS[which].samples);
        judged(number, &DECODERS, which, &bytes, &mut report);
    }
    report
}

impl Report {
    fn over(decoders: &[Decoder], runs: u64) -> Self {
        let most = decoders.iter().map(|decoder| (decoder.name, 0, 0)).collect();
        Self { runs, read: 0, most, faults: Vec::new() }
    }
}

/// One run of one decoder.
fn judged(number: u64, decoders: &[Decoder], which: usize, bytes: &[u8], report: &mut Report) {
    let decoder = &decoders[which];
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let outcome = catch_unwind(AssertUnwindSafe(|| (decoder.decode)(bytes)));
    let taken = MEMORY.peak_usage().saturating_sub(before);
    let most = &mut report.most[which];
    if taken > most.1 {
        (most.1, most.2) = (taken, bytes.len());
    }
    let fault = match outcome {
        Err(_) => Some("it panicked".to_owned()),
        Ok(_) if taken > decoder.bound(bytes.len()) => Some(format!("it took {taken} bytes of memory")),
        Ok(read) => {
            report.read += u64::from(read);
            None
        }
    };
    if let Some(fault) = fault {
        report.faults.push(format!("run {number}, {}, {} bytes: {fault}", decoder.name, bytes.len()));
    }
}
