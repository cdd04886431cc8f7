//! Looking after the agents: who leaves, who becomes something else, who has lost a password. Nobody is removed, because
//! histories name them.

use ::complaints::OfficeCode;

use super::{Agent, AgentId, Role, SessionToken, passwords};
use crate::access::Right;
use crate::centre::Centre;
use crate::error::CentreError;
use crate::portal::Limited;
use crate::store::{agents, retrying, sessions};

/// What becomes of an agent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AgentChange {
    /// May no longer sign in, from this moment on.
    Disable,
    /// May sign in again.
    Enable,
    /// Is something else from now on.
    Become {
        /// What.
        role: Role,
        /// Code of the institution, for its roles.
        institution: Option<String>,
        /// The office, for its role.
        office: Option<OfficeCode>,
    },
}

impl Centre {
    /// Changes what an agent is. Whoever is disabled or becomes something else is signed out.
    ///
    /// # Errors
    /// [`CentreError::NotAllowed`] for whoever does not look after agents, and for one's own role;
    /// [`CentreError::NotFound`], [`CentreError::Invalid`], or the store's.
    pub async fn change_agent(
        &self,
        by: &Agent,
        id: AgentId,
        change: &AgentChange,
    ) -> Result<Agent, CentreError> {
        if !by.role.may(Right::KeepAgents) {
            return Err(CentreError::NotAllowed("only an administrator looks after agents".to_owned()));
        }
        if by.id == id {
            return Err(CentreError::NotAllowed("nobody changes or disables themselves".to_owned()));
        }
        if let AgentChange::Become { role, institution, office } = change {
            self.check_place(*role, institution.as_deref(), *office)?;
        }
        retrying(|| async {
            let mut session = self.store.write().await?;
            let mut agent = agents::of_id(&mut session, id).await?.ok_or_else(nobody)?;
            match change.clone() {
                AgentChange::Disable => agent.disabled = true,
                AgentChange::Enable => agent.disabled = false,
                AgentChange::Become { role, institution, office } => {
                    agent.role = role;
                    agent.institution = institution;
                    agent.office = office;
                }
            }
            agents::change(&mut session, &agent, self.clock.now_ms()).await?;
            sessions::remove_of(&mut session, id).await?;
            session.commit().await?;
            Ok(agent)
        })
        .await
    }

    /// Draws a new password for an agent and hands it back, this once. The agent is signed out, and chooses an own
    /// password when next signing in.
    ///
    /// # Errors
    /// As [`Self::change_agent`].
    pub async fn reset_password(&self, by: &Agent, id: AgentId) -> Result<(Agent, String), CentreError> {
        if !by.role.may(Right::KeepAgents) {
            return Err(CentreError::NotAllowed("only an administrator looks after agents".to_owned()));
        }
        let drawn = passwords::draw()?;
        let verifier = passwords::verifier(drawn.clone()).await?;
        let agent = retrying(|| async {
            let mut session = self.store.write().await?;
            let agent = agents::of_id(&mut session, id).await?.ok_or_else(nobody)?;
            agents::set_password(&mut session, id, &verifier, Some(self.clock.now_ms())).await?;
            sessions::remove_of(&mut session, id).await?;
            session.commit().await?;
            Ok(agent)
        });
        let agent = agent.await?;
        self.forget_tries(Limited::AgentPassword, &agent.login).await?;
        Ok((agent, drawn))
    }

    /// Lets somebody who is signed in choose a password of their own; every other sign-in of theirs ends. `false`: the
    /// old one is not right.
    ///
    /// # Errors
    /// [`CentreError::Invalid`] when the new one is too short, [`CentreError::TooManyTries`], or the store's.
    pub async fn choose_password(
        &self,
        token: &SessionToken,
        agent: &Agent,
        old: &str,
        new: String,
    ) -> Result<bool, CentreError> {
        if !self.count_try(Limited::AgentPassword, &agent.login).await? {
            return Err(CentreError::TooManyTries);
        }
        let found = agents::of_login(&mut self.store.read().await?, &agent.login).await?;
        let (_, verifier) = found.ok_or_else(nobody)?;
        if !verifier.fits(old).await? {
            return Ok(false);
        }
        self.forget_tries(Limited::AgentPassword, &agent.login).await?;
        let verifier = passwords::verifier(new).await?;
        retrying(|| async {
            let mut session = self.store.write().await?;
            agents::set_password(&mut session, agent.id, &verifier, None).await?;
            sessions::remove_others(&mut session, agent.id, &super::sign_in::hash(token)).await?;
            session.commit().await
        })
        .await?;
        Ok(true)
    }
}

fn nobody() -> CentreError {
    CentreError::NotFound("there is no such agent".to_owned())
}
