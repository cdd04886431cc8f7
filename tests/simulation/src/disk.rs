//! The disk of one party: it counts commits and makes its party crash before or after one of them.
//!
//! ```text
//! … commit   commit   ✗ commit      armed with 2, before: the third fails and nothing of it is kept
//! … commit   commit   commit ✗      armed with 2, after: the third is kept, and nobody hears of it
//! ```
//! From the crash on every commit fails, and whoever runs the party throws away whatever else it says.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// On which side of the commit the crash comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// Nothing of the commit is kept.
    Before,
    /// The commit is kept.
    After,
}

#[derive(Debug, Default)]
struct State {
    armed: Option<(u32, Side)>,
    crashed: bool,
    commits: u64,
}

/// The switch between a party and its store.
#[derive(Debug, Clone, Default)]
pub(crate) struct Disk(Arc<Mutex<State>>);

impl Disk {
    /// What a store asks before each commit.
    pub(crate) fn may_commit(&self) -> impl FnMut() -> bool + Send + 'static {
        let disk = self.clone();
        move || disk.commit()
    }

    /// The crash comes at the commit after so many more.
    pub(crate) fn arm(&self, commits: u32, side: Side) {
        self.state().armed = Some((commits, side));
    }

    /// No crash is wanted any more.
    pub(crate) fn disarm(&self) {
        self.state().armed = None;
    }

    /// Whether the party has crashed.
    pub(crate) fn has_crashed(&self) -> bool {
        self.state().crashed
    }

    /// How many commits were kept.
    pub(crate) fn commits(&self) -> u64 {
        self.state().commits
    }

    /// The party runs again.
    pub(crate) fn restart(&self) {
        let mut state = self.state();
        state.crashed = false;
        state.armed = None;
    }

    fn commit(&self) -> bool {
        let mut state = self.state();
        if state.crashed {
            return false;
        }
        match state.armed {
            Some((0, side)) => {
                state.crashed = true;
                state.commits += u64::from(side == Side::After);
                side == Side::After
            }
            armed => {
                state.armed = armed.map(|(left, side)| (left - 1, side));
                state.commits += 1;
                true
            }
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
