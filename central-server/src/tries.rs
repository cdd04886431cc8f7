//! Slows down whoever guesses: counts wrong tries for each key within a sliding window, in this process's memory.
//! What a try is, and what is said when there were too many, belongs to whoever asks.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};

/// More keys than this are never remembered; beyond it, those are dropped whose last try is longest ago.
const MOST_KEYS: usize = 10_000;

/// Wrong tries, by whom or what they were made on.
pub(crate) struct Tries<K> {
    allowed: usize,
    window_ms: i64,
    made: Mutex<HashMap<K, VecDeque<i64>>>,
}

impl<K: Eq + Hash + Clone> Tries<K> {
    /// Allows that many wrong tries within the window.
    pub(crate) fn new(allowed: usize, window_ms: i64) -> Self {
        Self { allowed, window_ms, made: Mutex::new(HashMap::new()) }
    }

    /// Whether there were too many on that key.
    pub(crate) fn too_many(&self, key: &K, now_ms: i64) -> bool {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(times) = made.get_mut(key) else { return false };
        drop_old(times, now_ms - self.window_ms);
        if times.is_empty() {
            made.remove(key);
            return false;
        }
        times.len() >= self.allowed
    }

    /// Notes a wrong try.
    pub(crate) fn wrong(&self, key: K, now_ms: i64) {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if made.len() >= MOST_KEYS && !made.contains_key(&key) {
            make_room(&mut made, now_ms - self.window_ms);
        }
        let times = made.entry(key).or_default();
        times.push_back(now_ms);
        if times.len() > self.allowed {
            times.pop_front();
        }
    }

    /// Forgets the tries on that key, after a right one.
    pub(crate) fn right(&self, key: &K) {
        self.made.lock().unwrap_or_else(PoisonError::into_inner).remove(key);
    }
}

fn drop_old(times: &mut VecDeque<i64>, before_ms: i64) {
    while times.front().is_some_and(|&time| time <= before_ms) {
        times.pop_front();
    }
}

fn make_room<K: Eq + Hash + Clone>(made: &mut HashMap<K, VecDeque<i64>>, before_ms: i64) {
    made.retain(|_, times| times.back().is_some_and(|&time| time > before_ms));
    if made.len() >= MOST_KEYS {
        let oldest = made.iter().min_by_key(|(_, times)| times.back().copied()).map(|(key, _)| key.clone());
        if let Some(key) = oldest {
            made.remove(&key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_the_allowed_tries_one_waits_until_the_window_has_passed() {
        let tries = Tries::new(2, 1_000);
        tries.wrong("a", 0);
        assert!(!tries.too_many(&"a", 1));
        tries.wrong("a", 500);
        assert!(tries.too_many(&"a", 999));
        assert!(!tries.too_many(&"b", 999));
        assert!(!tries.too_many(&"a", 1_000));
    }

    #[test]
    fn a_right_try_wipes_the_slate() {
        let tries = Tries::new(1, 1_000);
        tries.wrong("a", 0);
        tries.right(&"a");
        assert!(!tries.too_many(&"a", 1));
    }

    #[test]
    fn whoever_invents_keys_does_not_fill_the_memory() {
        let tries = Tries::new(1, 1_000_000);
        for key in 0..(MOST_KEYS + 50) {
            tries.wrong(key, i64::try_from(key).unwrap());
        }
        assert_eq!(tries.made.lock().unwrap().len(), MOST_KEYS);
        assert!(tries.too_many(&(MOST_KEYS + 49), 20_000));
    }
}
