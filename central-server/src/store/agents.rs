//! The table `agents`: who may sign in at the centre.

use super::{Row, Session};
use crate::error::CentreError;
use crate::people::{Agent, AgentId, PasswordVerifier, Role};

const COLUMNS: &str = "agents.id, agents.login, agents.name, agents.role, agents.institution";

/// Adds an agent; `false`: the login is taken.
pub(crate) async fn add(
    session: &mut Session,
    agent: &Agent,
    verifier: &PasswordVerifier,
    now_ms: i64,
) -> Result<bool, CentreError> {
    let sql = "INSERT INTO agents (id, login, name, role, institution, password_salt, password_memory_kib,
                   password_passes, password_hash, added_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
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
    ];
    Ok(session.execute(sql, values).await? == 1)
}

/// All agents, by login.
pub(crate) async fn all(session: &mut Session) -> Result<Vec<Agent>, CentreError> {
    let rows =
        session.query(&format!("SELECT {COLUMNS} FROM agents ORDER BY agents.login"), Vec::new()).await?;
    rows.into_iter().map(|mut row| read(&mut row)).collect()
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
    Ok(Agent { id, name, login, role, institution })
}
