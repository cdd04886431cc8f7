//! Waiting for a condition, with a deadline. A look that fails counts as "not yet": commands to a page that is being
//! replaced fail now and then.

use std::time::{Duration, Instant};

use crate::trouble::{Outcome, Trouble};

/// How long a person would wait at most before calling it broken. Generous, because a test machine may be busy.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// How often to look.
const PAUSE: Duration = Duration::from_millis(50);

/// Looks until there is something, and returns it.
///
/// # Errors
/// After `patience`: what was waited for, and what the last look said.
pub async fn until<T>(
    what: &str,
    patience: Duration,
    mut look: impl AsyncFnMut() -> Outcome<Option<T>>,
) -> Outcome<T> {
    let deadline = Instant::now() + patience;
    loop {
        let seen = look().await;
        if let Ok(Some(found)) = seen {
            return Ok(found);
        }
        if Instant::now() >= deadline {
            let last = seen.err().map_or(String::new(), |trouble| format!("; last: {trouble}"));
            return Err(Trouble::new(format!("waited {} s in vain: {what}{last}", patience.as_secs())));
        }
        tokio::time::sleep(PAUSE).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_look_that_fails_is_tried_again() {
        let mut looks = 0;
        let found = until("the third look", PATIENCE, async || {
            looks += 1;
            match looks {
                1 => Err(Trouble::new("not there")),
                2 => Ok(None),
                _ => Ok(Some(looks)),
            }
        });
        assert_eq!(found.await.unwrap(), 3);
    }

    #[tokio::test]
    async fn the_last_failure_is_told_when_the_time_is_over() {
        let nothing: Outcome<()> =
            until("a miracle", Duration::ZERO, async || Err(Trouble::new("none today"))).await;
        assert_eq!(nothing.unwrap_err().to_string(), "waited 0 s in vain: a miracle; last: none today");
    }
}
