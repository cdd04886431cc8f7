//! The codes of what went wrong last while this program runs, for the diagnostics file. A code says nothing about a
//! citizen; the sentences that go with it are not kept.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;

/// More than these tell nobody more.
const MOST: usize = 50;

static LAST: Mutex<VecDeque<(Timestamp, &'static str)>> = Mutex::new(VecDeque::new());

/// Something went wrong.
pub fn note(code: &'static str) {
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    if last.len() == MOST {
        last.pop_front();
    }
    last.push_back((Timestamp::now(), code));
}

/// What went wrong, the oldest first.
pub(crate) fn last() -> Vec<(Timestamp, &'static str)> {
    LAST.lock().unwrap_or_else(PoisonError::into_inner).iter().copied().collect()
}
