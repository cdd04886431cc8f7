//! What may be done only so often within a while: signing in with a wrong password, having codes sent, filing. Counted in
//! the store, so that it counts for all servers of a centre together; what was done is known by its keyed hash alone.

use crate::centre::Centre;
use crate::error::CentreError;
use crate::store::{portal_tries, retrying};

const MINUTE_MS: i64 = 60_000;

/// The longest while in which anything is counted.
const LONGEST_MS: i64 = 24 * 60 * MINUTE_MS;

/// What is limited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limited {
    /// Wrong passwords for one account.
    Password,
    /// Signing in from one line.
    SignIn,
    /// Codes sent to one address.
    CodeTo,
    /// Codes asked for from one line.
    CodeFrom,
    /// Complaints filed from one line.
    Filing,
    /// Documents sent from one line.
    Documents,
}

impl Limited {
    /// How often, and within how many minutes.
    fn limit(self) -> (u64, i64) {
        match self {
            Self::Password => (5, 15),
            Self::SignIn => (30, 15),
            Self::CodeTo => (4, 60),
            Self::CodeFrom => (20, 60),
            // A whole village may share one line; a machine files more.
            Self::Filing => (60, 60),
            Self::Documents => (200, 60),
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::SignIn => "sign in",
            Self::CodeTo => "code to",
            Self::CodeFrom => "code from",
            Self::Filing => "filing",
            Self::Documents => "documents",
        }
    }

    /// How many minutes one waits at most.
    pub fn minutes(self) -> i64 {
        self.limit().1
    }
}

impl Centre {
    /// Counts that something is done; `false`: it was done too often, and this time does not count.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn count_try(&self, what: Limited, with: &str) -> Result<bool, CentreError> {
        let (most, minutes) = what.limit();
        let (key, now_ms) = (self.try_key(what, with), self.clock.now_ms());
        retrying(|| async {
            let mut session = self.store.write().await?;
            if portal_tries::since(&mut session, &key, now_ms - minutes * MINUTE_MS).await? >= most {
                return Ok(false);
            }
            portal_tries::remove_old(&mut session, now_ms - LONGEST_MS).await?;
            portal_tries::add(&mut session, key, now_ms).await?;
            session.commit().await?;
            Ok(true)
        })
        .await
    }

    /// Forgets what was counted, after a right one.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn forget_tries(&self, what: Limited, with: &str) -> Result<(), CentreError> {
        let mut session = self.store.write().await?;
        portal_tries::forget(&mut session, &self.try_key(what, with)).await?;
        session.commit().await
    }

    fn try_key(&self, what: Limited, with: &str) -> [u8; 32] {
        self.key.hash_code(&format!("try {} {with}", what.word()))
    }
}
