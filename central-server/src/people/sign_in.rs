//! Signing in and staying signed in. A session ends after twelve hours, or one hour without use.

use super::{Agent, PasswordVerifier, SessionToken, login_as_kept};
use crate::centre::Centre;
use crate::error::CentreError;
use crate::keys::{hex, random};
use crate::portal::Limited;
use crate::store::{agents, retrying, sessions};

const MINUTE_MS: i64 = 60_000;
const LONGEST_MS: i64 = 12 * 60 * MINUTE_MS;
const IDLE_MS: i64 = 60 * MINUTE_MS;

impl Centre {
    /// Signs in. `None`: login and password do not fit; which of them is wrong is not said, and takes as long.
    ///
    /// # Errors
    /// [`CentreError::TooManyTries`] after five wrong passwords for one login within fifteen minutes.
    pub async fn sign_in(
        &self,
        login: &str,
        password: &str,
    ) -> Result<Option<(Agent, SessionToken)>, CentreError> {
        let login = login_as_kept(login);
        let now_ms = self.clock.now_ms();
        if !self.count_try(Limited::AgentPassword, &login).await? {
            return Err(CentreError::TooManyTries);
        }
        let found = agents::of_login(&mut self.store.read().await?, &login).await?;
        let (agent, verifier) = match found {
            Some((agent, verifier)) => (Some(agent), verifier),
            None => (None, PasswordVerifier::of_nobody()),
        };
        let fits = verifier.fits(password).await?;
        let Some(agent) = agent.filter(|agent| fits && !agent.disabled) else {
            return Ok(None);
        };
        self.forget_tries(Limited::AgentPassword, &login).await?;
        let token = SessionToken(hex(&random::<32>()?));
        retrying(|| async {
            let mut session = self.store.write().await?;
            sessions::remove_old(&mut session, now_ms - LONGEST_MS, now_ms - IDLE_MS).await?;
            sessions::add(&mut session, hash(&token), agent.id, now_ms).await?;
            session.commit().await
        })
        .await?;
        Ok(Some((agent, token)))
    }

    /// Who is signed in with that token; `None` when nobody is, or no more.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn agent_of_session(&self, token: &SessionToken) -> Result<Option<Agent>, CentreError> {
        let (hash, now_ms) = (hash(token), self.clock.now_ms());
        let found = agents::of_session(&mut self.store.read().await?, &hash).await?;
        let Some((agent, begun_at, seen_at)) = found else { return Ok(None) };
        if agent.disabled || now_ms - begun_at >= LONGEST_MS || now_ms - seen_at >= IDLE_MS {
            return Ok(None);
        }
        // Noted once a minute at most: not every look at a page is worth a write.
        if now_ms - seen_at >= MINUTE_MS {
            let mut session = self.store.write().await?;
            sessions::seen(&mut session, &hash, now_ms).await?;
            session.commit().await?;
        }
        Ok(Some(agent))
    }

    /// Signs out. A token that is none is no error.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn sign_out(&self, token: &SessionToken) -> Result<(), CentreError> {
        let mut session = self.store.write().await?;
        sessions::remove(&mut session, &hash(token)).await?;
        session.commit().await
    }
}

pub(super) fn hash(token: &SessionToken) -> [u8; 32] {
    *blake3::hash(token.as_str().as_bytes()).as_bytes()
}
