//! The table `webhooks`: which systems of institutions are told what happens.

use super::{Row, Session};
use crate::error::CentreError;
use crate::notices::{Webhook, WebhookId};

const COLUMNS: &str = "id, institution, url, secret";

/// Adds a subscription.
pub(crate) async fn add(session: &mut Session, webhook: &Webhook, now_ms: i64) -> Result<(), CentreError> {
    let sql = "INSERT INTO webhooks (id, institution, url, secret, added_at) VALUES ($1, $2, $3, $4, $5)";
    let values = vec![
        webhook.id.0.into(),
        webhook.institution.clone().unwrap_or_default().into(),
        webhook.url.as_str().into(),
        webhook.secret.0.into(),
        now_ms.into(),
    ];
    session.execute(sql, values).await.map(drop)
}

/// All subscriptions, the oldest first.
pub(crate) async fn all(session: &mut Session) -> Result<Vec<Webhook>, CentreError> {
    let sql = format!("SELECT {COLUMNS} FROM webhooks ORDER BY added_at, id");
    session.query(&sql, Vec::new()).await?.into_iter().map(read).collect()
}

/// The subscription of that id.
pub(crate) async fn get(session: &mut Session, id: WebhookId) -> Result<Option<Webhook>, CentreError> {
    let sql = format!("SELECT {COLUMNS} FROM webhooks WHERE id = $1");
    session.query_one(&sql, vec![id.0.into()]).await?.map(read).transpose()
}

/// Ends a subscription; `false`: there was none.
pub(crate) async fn remove(session: &mut Session, id: WebhookId) -> Result<bool, CentreError> {
    let sql = "DELETE FROM webhooks WHERE id = $1";
    Ok(session.execute(sql, vec![id.0.into()]).await? == 1)
}

fn read(mut row: Row) -> Result<Webhook, CentreError> {
    Ok(Webhook {
        id: WebhookId(row.array()?),
        institution: Some(row.text()?).filter(|code| !code.is_empty()),
        url: row.text()?,
        secret: crate::notices::WebhookSecret(row.array()?),
    })
}
