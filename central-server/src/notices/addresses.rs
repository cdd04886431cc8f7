//! Where agents are written to, and who answers for an institution.

use locales::Language;

use crate::centre::Centre;
use crate::error::CentreError;
use crate::people::Agent;
use crate::store::{Session, agent_addresses, retrying};

/// Where an agent is written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgentAddress {
    /// The e-mail address.
    pub email: String,
    /// In which language.
    pub language: Language,
    /// The one who answers for the institution, or for the unit: reminders and what is overdue go there.
    pub is_head: bool,
}

impl Centre {
    /// Sets where an agent is written to; none: no longer at all.
    ///
    /// # Errors
    /// [`CentreError::Invalid`] when that is no e-mail address.
    pub async fn set_agent_address(
        &self,
        agent: &Agent,
        address: Option<AgentAddress>,
    ) -> Result<(), CentreError> {
        if let Some(address) = &address
            && !is_email(&address.email)
        {
            return Err(CentreError::Invalid(format!("“{}” is no e-mail address", address.email)));
        }
        retrying(|| async {
            let mut session = self.store.write().await?;
            match &address {
                Some(address) => agent_addresses::set(&mut session, agent.id, address).await?,
                None => agent_addresses::remove(&mut session, agent.id).await.map(drop)?,
            }
            session.commit().await
        })
        .await
    }

    /// Where an agent is written to.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn agent_address(&self, agent: &Agent) -> Result<Option<AgentAddress>, CentreError> {
        agent_addresses::of_agent(&mut self.store.read().await?, agent.id).await
    }
}

/// Whether mail can be sent there, as far as the text tells.
pub(super) fn is_email(text: &str) -> bool {
    text.parse::<lettre::Address>().is_ok()
}

/// Who answers for an institution: its heads, and where nobody is named head all its agents. An empty code: the unit.
pub(crate) async fn heads(
    session: &mut Session,
    institution: &str,
) -> Result<Vec<AgentAddress>, CentreError> {
    let all = agent_addresses::of_institution(session, institution).await?;
    let heads: Vec<AgentAddress> = all.iter().filter(|address| address.is_head).cloned().collect();
    Ok(if heads.is_empty() { all } else { heads })
}
