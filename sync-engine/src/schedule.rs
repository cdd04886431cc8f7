//! When to try next: on a timer, further apart after each failure, never at the same second as the other offices.

use sync_protocol::mutant::{self, Mutant};

/// Seconds between exchanges while the line is up and nothing waits.
const IDLE_INTERVAL_S: u32 = 300;

/// The first and the longest pause after failures, in seconds.
const FIRST_S: u32 = 15;
const LONGEST_S: u32 = 900;

/// The pause before the next attempt, in seconds, after that many failures in a row. `jitter` is between 0 and 1
/// and spreads the attempts over the second half of the pause, so that thirty-five offices do not return as one
/// when the line does.
pub fn next_delay_s(failures: u32, jitter: f64) -> u32 {
    let pause = match failures {
        0 => IDLE_INTERVAL_S,
        _ if mutant::is(Mutant::NoRetry) => return u32::MAX,
        _ => FIRST_S.saturating_mul(1 << (failures - 1).min(10)).min(LONGEST_S),
    };
    let half = f64::from(pause) / 2.0;
    // Both are below a thousand, so nothing is lost.
    (half + half * jitter.clamp(0.0, 1.0)).round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_up_to_a_quarter_of_an_hour() {
        let pauses: Vec<u32> = (1..10).map(|failures| next_delay_s(failures, 1.0)).collect();
        assert_eq!(pauses, [15, 30, 60, 120, 240, 480, 900, 900, 900]);
        assert_eq!(next_delay_s(u32::MAX, 1.0), 900);
    }

    #[test]
    fn the_jitter_spreads_over_the_second_half() {
        assert_eq!((next_delay_s(3, 0.0), next_delay_s(3, 0.5), next_delay_s(3, 7.0)), (30, 45, 60));
        assert_eq!(next_delay_s(0, 1.0), IDLE_INTERVAL_S);
    }
}
