//! Slowing down programs that ask very often: so many questions within a while, then wait. Kept in memory of this process:
//! it shields this server from work. What shields people from being guessed at is counted for all servers of a centre
//! together (`crate::Limited`).

use std::collections::HashMap;
use std::hash::Hash;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// From so many keys on, those that are over are cleared away.
const CROWDED: usize = 20_000;

/// Counts tries by a key: an address, a reference.
pub(in crate::web) struct Tries<K> {
    most: usize,
    within: Duration,
    seen: Mutex<HashMap<K, Vec<Instant>>>,
}

impl<K: Eq + Hash> Tries<K> {
    /// At most so many wrong tries of one key within that time.
    pub(in crate::web) fn new(most: usize, within: Duration) -> Self {
        Self { most, within, seen: Mutex::new(HashMap::new()) }
    }

    /// Counts a try before its outcome is known, so that many at once are not let through.
    ///
    /// # Errors
    /// How long to wait, when there were too many; this try is then not counted.
    pub(in crate::web) fn count(&self, key: K, now: Instant) -> Result<(), Duration> {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.len() >= CROWDED {
            seen.retain(|_, tries| tries.last().is_some_and(|&last| now < last + self.within));
        }
        let tries = seen.entry(key).or_default();
        tries.retain(|&at| now < at + self.within);
        match tries.first() {
            Some(&oldest) if tries.len() >= self.most => {
                Err((oldest + self.within).saturating_duration_since(now))
            }
            _ => {
                tries.push(now);
                Ok(())
            }
        }
    }

    /// Takes the last try back: it was a right one.
    pub(in crate::web) fn forgive(&self, key: &K) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(tries) = seen.get_mut(key) {
            tries.pop();
        }
    }
}

/// The address under which tries are counted: a whole /64 of IPv6 belongs to one line.
pub(in crate::web) fn line_of(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(six) => match six.to_ipv4_mapped() {
            Some(four) => IpAddr::V4(four),
            None => {
                let [a, b, c, d, ..] = six.segments();
                IpAddr::from([a, b, c, d, 0, 0, 0, 0])
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Duration = Duration::from_secs(60);

    #[test]
    fn after_the_last_wrong_try_one_waits_until_the_oldest_is_over() {
        let tries = Tries::new(2, MINUTE);
        let start = Instant::now();
        assert_eq!(tries.count("a", start), Ok(()));
        assert_eq!(tries.count("a", start + MINUTE / 2), Ok(()));
        assert_eq!(tries.count("a", start + MINUTE / 2), Err(MINUTE / 2));
        assert_eq!(tries.count("b", start + MINUTE / 2), Ok(()));
        assert_eq!(tries.count("a", start + MINUTE), Ok(()));
    }

    #[test]
    fn a_right_try_does_not_count() {
        let tries = Tries::new(1, MINUTE);
        let now = Instant::now();
        for _ in 0..5 {
            assert_eq!(tries.count(1, now), Ok(()));
            tries.forgive(&1);
        }
    }

    #[test]
    fn those_that_are_over_are_cleared_away() {
        let tries = Tries::new(1, MINUTE);
        let start = Instant::now();
        for key in 0..CROWDED {
            assert_eq!(tries.count(key, start), Ok(()));
        }
        assert_eq!(tries.count(CROWDED, start + MINUTE), Ok(()));
        assert_eq!(tries.seen.lock().unwrap().len(), 1);
    }

    #[test]
    fn a_line_is_one_address_of_ipv4_and_a_network_of_ipv6() {
        let line = |text: &str| line_of(text.parse().unwrap()).to_string();
        assert_eq!(line("192.0.2.7"), "192.0.2.7");
        assert_eq!(line("::ffff:192.0.2.7"), "192.0.2.7");
        assert_eq!(line("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
    }
}
