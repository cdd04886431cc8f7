//! What may be done only so often within a while: signing in with a wrong password, having codes sent, filing. Counted in
//! the store, so that it counts for all servers of a centre together; what was done is known by its keyed hash alone.

use std::net::IpAddr;
use std::time::Duration;

use ::complaints::Reference;

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
    /// Wrong pairs of reference and access code from one line.
    FollowFrom,
    /// The same on one reference. More than one line has, so that one stranger cannot lock a citizen out alone.
    FollowReference,
    /// Wrong sign-ins of agents from one line.
    AgentFrom,
    /// Wrong passwords for one agent.
    AgentPassword,
    /// Saving forms from one line, to go on later.
    SavedForm,
    /// Wrong codes of saved forms from one line.
    SavedFormCode,
    /// Taking the data of one account along as a whole.
    OwnData,
    /// Wrong keys of programs from one line.
    ApiKeyFrom,
    /// Wrong one-time codes of computers, from all lines together.
    Enrolment,
}

/// A try that was counted before its outcome was known; a right one is given back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Try {
    key: [u8; 32],
    /// None: it could not be counted.
    at_ms: Option<i64>,
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
            Self::FollowFrom => (10, 10),
            Self::FollowReference => (20, 60),
            Self::AgentFrom => (20, 10),
            Self::AgentPassword => (5, 15),
            Self::SavedForm => (20, 60),
            Self::SavedFormCode => (10, 10),
            Self::OwnData => (10, 60),
            Self::ApiKeyFrom => (20, 10),
            Self::Enrolment => (10, 1),
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
            Self::FollowFrom => "follow from",
            Self::FollowReference => "follow reference",
            Self::AgentFrom => "agent from",
            Self::AgentPassword => "agent password",
            Self::SavedForm => "saved form",
            Self::SavedFormCode => "saved form code",
            Self::OwnData => "own data",
            Self::ApiKeyFrom => "api key from",
            Self::Enrolment => "enrolment",
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
        Ok(self.begin_try(what, with).await?.is_ok())
    }

    /// Counts a try before its outcome is known, so that many at once are not let through. The inner error: it was tried
    /// too often, and for how long to wait; this try is then not counted.
    ///
    /// # Errors
    /// [`CentreError`] of the store. A store that takes nothing keeps nobody from reading: the try is then not counted.
    pub async fn begin_try(&self, what: Limited, with: &str) -> Result<Result<Try, Duration>, CentreError> {
        let (most, minutes) = what.limit();
        let (key, now_ms) = (self.try_key(what, with), self.clock.now_ms());
        let since_ms = now_ms - minutes * MINUTE_MS;
        let counted = retrying(|| async {
            let mut session = self.store.write().await?;
            if portal_tries::since(&mut session, &key, since_ms).await? >= most {
                let first = portal_tries::first_since(&mut session, &key, since_ms).await?.unwrap_or(now_ms);
                let wait_ms = (first + minutes * MINUTE_MS - now_ms).max(0);
                return Ok(Err(Duration::from_millis(wait_ms.unsigned_abs())));
            }
            // Each try of a key has a moment of its own, by which it can be taken back.
            let last = portal_tries::last(&mut session, &key).await?;
            let at_ms = last.map_or(now_ms, |last| now_ms.max(last + 1));
            portal_tries::remove_old(&mut session, now_ms - LONGEST_MS).await?;
            portal_tries::add(&mut session, key, at_ms).await?;
            session.commit().await?;
            Ok(Ok(Try { key, at_ms: Some(at_ms) }))
        });
        match counted.await {
            Err(CentreError::Full | CentreError::ReadOnly(_)) => Ok(Ok(Try { key, at_ms: None })),
            counted => counted,
        }
    }

    /// Gives a try back: it was a right one. Those before it stay counted.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn give_back(&self, tried: &Try) -> Result<(), CentreError> {
        let Some(at_ms) = tried.at_ms else { return Ok(()) };
        let mut session = self.store.write().await?;
        portal_tries::take_back(&mut session, &tried.key, at_ms).await?;
        session.commit().await
    }

    /// Counts a try at a reference and its access code, by line and by reference. The inner error as with
    /// [`Self::begin_try`].
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn begin_following(
        &self,
        line: IpAddr,
        reference: &Reference,
    ) -> Result<Result<[Try; 2], Duration>, CentreError> {
        let by_line = match self.begin_try(Limited::FollowFrom, &line.to_string()).await? {
            Ok(tried) => tried,
            Err(wait) => return Ok(Err(wait)),
        };
        match self.begin_try(Limited::FollowReference, &reference.to_string()).await? {
            Ok(by_reference) => Ok(Ok([by_line, by_reference])),
            Err(wait) => {
                self.give_back(&by_line).await?;
                Ok(Err(wait))
            }
        }
    }

    /// Whether it was tried too often; this is no try.
    pub(crate) async fn tries_are_used_up(&self, what: Limited, with: &str) -> Result<bool, CentreError> {
        let (most, minutes) = what.limit();
        let since_ms = self.clock.now_ms() - minutes * MINUTE_MS;
        let mut session = self.store.read().await?;
        Ok(portal_tries::since(&mut session, &self.try_key(what, with), since_ms).await? >= most)
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
