//! The table `templates`: texts that answers start from, every version of each.

use super::{Row, Session};
use crate::casework::{Template, TemplateId};
use crate::error::CentreError;
use crate::people::AgentId;

const COLUMNS: &str = "id, version, institution, deed, language, title, body, retired, name, at";

/// Writes a version down.
pub(crate) async fn add(
    session: &mut Session,
    template: &Template,
    agent: AgentId,
) -> Result<(), CentreError> {
    let sql = format!(
        "INSERT INTO templates ({COLUMNS}, agent) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (id, version) DO NOTHING"
    );
    let values = vec![
        template.id.0.into(),
        template.version.into(),
        template.institution.clone().unwrap_or_default().into(),
        template.deed.word().into(),
        template.language.as_str().into(),
        template.title.as_str().into(),
        template.body.as_str().into(),
        u8::from(template.retired).into(),
        template.author.as_str().into(),
        template.at_ms.into(),
        agent.0.into(),
    ];
    // Somebody else wrote that version at the same moment: to be looked at again.
    if session.execute(&sql, values).await? == 1 { Ok(()) } else { Err(CentreError::Conflict) }
}

/// Every template as it is now, by what it is for, language and title.
pub(crate) async fn latest(session: &mut Session) -> Result<Vec<Template>, CentreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM templates
         WHERE version = (SELECT max(others.version) FROM templates AS others WHERE others.id = templates.id)
         ORDER BY deed, language, title, id"
    );
    session.query(&sql, Vec::new()).await?.into_iter().map(read).collect()
}

/// Every version of a template, the latest first.
pub(crate) async fn versions(session: &mut Session, id: TemplateId) -> Result<Vec<Template>, CentreError> {
    let sql = format!("SELECT {COLUMNS} FROM templates WHERE id = $1 ORDER BY version DESC");
    session.query(&sql, vec![id.0.into()]).await?.into_iter().map(read).collect()
}

fn read(mut row: Row) -> Result<Template, CentreError> {
    Ok(Template {
        id: TemplateId(row.array()?),
        version: row.number()?,
        institution: Some(row.text()?).filter(|code| !code.is_empty()),
        deed: row.text()?.parse().map_err(CentreError::Damaged)?,
        language: row.text()?,
        title: row.text()?,
        body: row.text()?,
        retired: row.number::<u8>()? != 0,
        author: row.text()?,
        at_ms: row.number()?,
    })
}
