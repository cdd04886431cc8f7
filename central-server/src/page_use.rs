//! How the citizens' pages are used: how often, how long, at which hours. Nothing of a person is kept. To tell a visit from a
//! look at one more page, this process remembers for half an hour a digest of line and browser under a key that it drew when it
//! started and that is written nowhere.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::centre::Centre;
use crate::error::CentreError;
use crate::store::page_uses::{self, Use};
use crate::store::retrying;

const HOUR_MS: i64 = 3_600_000;

/// After so long without a look at a page the next one begins another visit.
const VISIT_MS: i64 = 30 * 60_000;

/// From so many visitors on, those whose visit is over are cleared away.
const CROWDED: usize = 10_000;

/// How often what was counted is written down.
const WRITE: Duration = Duration::from_secs(60);

/// What was counted and not written down yet.
#[derive(Default)]
pub(crate) struct PageUse {
    seen: Mutex<HashMap<[u8; 16], i64>>,
    waiting: Mutex<BTreeMap<(i64, String), Use>>,
}

impl PageUse {
    /// Somebody looks at a page.
    pub(crate) fn note(&self, visitor: [u8; 16], page: &str, now_ms: i64) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.len() >= CROWDED {
            seen.retain(|_, last| now_ms - *last < VISIT_MS);
        }
        let before = seen.insert(visitor, now_ms).filter(|last| (0..VISIT_MS).contains(&(now_ms - last)));
        drop(seen);
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let used = waiting.entry((now_ms.div_euclid(HOUR_MS), page.to_owned())).or_default();
        used.views += 1;
        match before {
            None => used.visits += 1,
            Some(before) => used.seconds += u64::try_from((now_ms - before) / 1_000).unwrap_or(0),
        }
    }

    fn take(&self) -> Vec<(i64, String, Use)> {
        let taken = std::mem::take(&mut *self.waiting.lock().unwrap_or_else(PoisonError::into_inner));
        taken.into_iter().map(|((hour, page), used)| (hour, page, used)).collect()
    }
}

impl Centre {
    /// Writes down how pages were used since the last time.
    ///
    /// # Errors
    /// [`CentreError`] of the store; what was counted since is then lost, which no page depends on.
    pub async fn write_page_uses(&self) -> Result<(), CentreError> {
        let uses = self.page_use.take();
        if uses.is_empty() {
            return Ok(());
        }
        retrying(|| async {
            let mut session = self.store.write().await?;
            page_uses::add(&mut session, uses.clone()).await?;
            session.commit().await
        })
        .await
    }

    /// Writes it down once a minute, as long as it is waited for.
    pub(crate) async fn write_page_uses_always(self: Arc<Self>) {
        while !self.is_past() {
            tokio::time::sleep(WRITE).await;
            if let Err(error) = self.write_page_uses().await {
                tracing::warn!(code = error.code(), "how pages are used could not be written down");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_visit_is_one_until_half_an_hour_passes_without_a_look() {
        let uses = PageUse::default();
        let at = |minute: i64| minute * 60_000;
        for (visitor, page, minute) in [(1, "home", 0), (1, "follow", 2), (2, "home", 3), (1, "follow", 40)] {
            uses.note([visitor; 16], page, at(minute));
        }
        let taken: BTreeMap<String, Use> =
            uses.take().into_iter().map(|(_, page, used)| (page, used)).collect();
        assert_eq!(taken["home"], Use { visits: 2, views: 2, seconds: 0 });
        assert_eq!(taken["follow"], Use { visits: 1, views: 2, seconds: 120 });
        assert!(uses.take().is_empty());
    }
}
