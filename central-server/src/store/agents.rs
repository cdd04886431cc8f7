//! The table `agents`: who may sign in at the centre.

use ::complaints::OfficeCode;

use super::{Row, Session};
use crate::error::CentreError;
use crate::people::{Agent, AgentId, PasswordVerifier, Role};

const COLUMNS: &str = "agents.id, agents.login, agents.name, agents.role, agents.institution, agents.office,
    agents.disabled_at, agents.one_time_since";

/// Adds an agent; `false`: the login is taken.
pub(crate) async fn add(
    session: &mut Session,
    agent: &Agent,
    verifier: &PasswordVerifier,
    now_ms: i64,
) -> Result<bool, CentreError> {
    let sql = "INSERT INTO agents (id, login, name, role, institution, password_salt, password_memory_kib,
                   password_passes, password_hash, added_at, office, one_time_since)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
               ON CONFLICT (login) DO NOTHING";
    let values = vec![
        agent.id.0.into(),
        agent.login.as_str().into(),
        agent.name.as_str().into(),
        agent.role.word().into(),
        agent.institution.clone().unwrap_or_default().into(),
        verifier.salt.into(),
        verifier.memory_kib.into(),
        verifier.passes.into(),
        verifier.hash.into(),
        now_ms.into(),
        agent.office.map(OfficeCode::number).into(),
        agent.one_time_password.then_some(now_ms).into(),
    ];
    Ok(session.execute(sql, values).await? == 1)
}

/// All agents, by login.
pub(crate) async fn all(session: &mut Session) -> Result<Vec<Agent>, CentreError> {
    let rows =
        session.query(&format!("SELECT {COLUMNS} FROM agents ORDER BY agents.login"), Vec::new()).await?;
    rows.into_iter().map(|mut row| read(&mut row)).collect()
}

/// The agent of that id.
pub(crate) async fn of_id(session: &mut Session, id: AgentId) -> Result<Option<Agent>, CentreError> {
    let sql = format!("SELECT {COLUMNS} FROM agents WHERE id = $1");
    session.query_one(&sql, vec![id.0.into()]).await?.map(|mut row| read(&mut row)).transpose()
}

/// Writes down what an agent is now, and whether the agent may sign in.
pub(crate) async fn change(session: &mut Session, agent: &Agent, now_ms: i64) -> Result<(), CentreError> {
    let sql = "UPDATE agents SET role = $1, institution = $2, office = $3, disabled_at = $4 WHERE id = $5";
    let values = vec![
        agent.role.word().into(),
        agent.institution.clone().unwrap_or_default().into(),
        agent.office.map(OfficeCode::number).into(),
        agent.disabled.then_some(now_ms).into(),
        agent.id.0.into(),
    ];
    session.execute(sql, values).await.map(drop)
}

/// Writes down what an agent's password is checked with from now on. `one_time_since`: it was drawn for the agent.
pub(crate) async fn set_password(
    session: &mut Session,
    id: AgentId,
    verifier: &PasswordVerifier,
    one_time_since: Option<i64>,
) -> Result<(), CentreError> {
    let sql = "UPDATE agents SET password_salt = $1, password_memory_kib = $2, password_passes = $3,
                   password_hash = $4, one_time_since = $5
               WHERE id = $6";
    let values = vec![
        verifier.salt.into(),
        verifier.memory_kib.into(),
        verifier.passes.into(),
        verifier.hash.into(),
        one_time_since.into(),
        id.0.into(),
    ];
    session.execute(sql, values).await.map(drop)
}

/// The agent of that login, and what the password is checked with.
pub(crate) async fn of_login(
    session: &mut Session,
    login: &str,
) -> Result<Option<(Agent, PasswordVerifier)>, CentreError> {
    let sql = format!(
        "SELECT {COLUMNS}, password_salt, password_memory_kib, password_passes, password_hash
         FROM agents WHERE login = $1"
    );
    let Some(mut row) = session.query_one(&sql, vec![login.into()]).await? else { return Ok(None) };
    let agent = read(&mut row)?;
    let verifier = PasswordVerifier {
        salt: row.array()?,
        memory_kib: row.number()?,
        passes: row.number()?,
        hash: row.array()?,
    };
    Ok(Some((agent, verifier)))
}

/// The agent whose session has that token, with the time when the session began and was last seen.
pub(crate) async fn of_session(
    session: &mut Session,
    token_hash: &[u8; 32],
) -> Result<Option<(Agent, i64, i64)>, CentreError> {
    let sql = format!(
        "SELECT {COLUMNS}, sessions.begun_at, sessions.seen_at FROM sessions
         JOIN agents ON agents.id = sessions.agent WHERE sessions.token_hash = $1"
    );
    let row = session.query_one(&sql, vec![(*token_hash).into()]).await?;
    row.map(|mut row| Ok((read(&mut row)?, row.number()?, row.number()?))).transpose()
}

fn read(row: &mut Row) -> Result<Agent, CentreError> {
    let (id, login, name) = (AgentId(row.array()?), row.text()?, row.text()?);
    let role = row.text()?.parse::<Role>().map_err(CentreError::Damaged)?;
    let institution = Some(row.text()?).filter(|code| !code.is_empty());
    let office = row.maybe_number()?.map(OfficeCode::new).transpose();
    let office = office.map_err(|error| CentreError::Damaged(error.to_string()))?;
    let disabled = row.maybe_number::<i64>()?.is_some();
    let one_time_password = row.maybe_number::<i64>()?.is_some();
    Ok(Agent { id, name, login, role, institution, office, disabled, one_time_password })
}
