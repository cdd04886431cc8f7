//! The table `agent_addresses`: where agents are written to.

use super::{Row, Session};
use crate::error::CentreError;
use crate::notices::AgentAddress;
use crate::people::AgentId;

/// Sets an agent's address.
pub(crate) async fn set(
    session: &mut Session,
    agent: AgentId,
    address: &AgentAddress,
) -> Result<(), CentreError> {
    let sql = "INSERT INTO agent_addresses (agent, email, language, is_head) VALUES ($1, $2, $3, $4)
               ON CONFLICT (agent) DO UPDATE SET email = excluded.email, language = excluded.language,
                   is_head = excluded.is_head";
    let is_head = i64::from(address.is_head);
    let values =
        vec![agent.0.into(), address.email.as_str().into(), address.language.tag().into(), is_head.into()];
    session.execute(sql, values).await.map(drop)
}

/// Takes an agent's address away; `false`: there was none.
pub(crate) async fn remove(session: &mut Session, agent: AgentId) -> Result<bool, CentreError> {
    let sql = "DELETE FROM agent_addresses WHERE agent = $1";
    Ok(session.execute(sql, vec![agent.0.into()]).await? == 1)
}

/// The address of an agent.
pub(crate) async fn of_agent(
    session: &mut Session,
    agent: AgentId,
) -> Result<Option<AgentAddress>, CentreError> {
    let sql = "SELECT email, language, is_head FROM agent_addresses WHERE agent = $1";
    session.query_one(sql, vec![agent.0.into()]).await?.map(read).transpose()
}

/// The addresses of an institution's agents; with an empty code those of the unit at the centre.
pub(crate) async fn of_institution(
    session: &mut Session,
    institution: &str,
) -> Result<Vec<AgentAddress>, CentreError> {
    let sql = "SELECT agent_addresses.email, agent_addresses.language, agent_addresses.is_head
               FROM agent_addresses JOIN agents ON agents.id = agent_addresses.agent
               WHERE agents.institution = $1 ORDER BY agents.login";
    session.query(sql, vec![institution.into()]).await?.into_iter().map(read).collect()
}

fn read(mut row: Row) -> Result<AgentAddress, CentreError> {
    let email = row.text()?;
    let language = row.text()?;
    let language =
        language.parse().map_err(|_| CentreError::Damaged(format!("“{language}” is no language")))?;
    Ok(AgentAddress { email, language, is_head: row.number::<i64>()? == 1 })
}
