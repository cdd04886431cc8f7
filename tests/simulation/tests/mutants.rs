//! Every deliberate mistake shows within a few seeds; `cargo xtask mutants` tells by which.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use simulation::{Options, hunt};
use sync_protocol::mutant::Mutant;

/// From this seed on the rarest is noticed by the twelfth; from 0 on by the forty-sixth, which takes longer.
const FROM: u64 = 40;
const SEEDS: u64 = 40;

#[test]
fn the_simulation_notices_each_deliberate_mistake() {
    let (next, unnoticed) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(mutant) = Mutant::ALL.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if hunt(*mutant, FROM, SEEDS, &Options::default()).killed.is_none() {
                        unnoticed.lock().expect("nobody panics here").push(mutant.name());
                    }
                }
            });
        }
    });
    let unnoticed = unnoticed.into_inner().expect("nobody panics here");
    assert_eq!(unnoticed, Vec::<&str>::new());
}
