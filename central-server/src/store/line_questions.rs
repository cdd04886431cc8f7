//! The table `line_questions`: how often programs of one line asked within a span of time, counted for all servers of a
//! centre together.

use super::Session;
use crate::error::CentreError;

/// How often they asked in that span.
pub(crate) async fn asked(session: &mut Session, line: &[u8; 32], span: i64) -> Result<u64, CentreError> {
    let sql = "SELECT asked FROM line_questions WHERE line_hash = $1 AND span = $2";
    let row = session.query_one(sql, vec![(*line).into(), span.into()]).await?;
    row.map_or(Ok(0), |mut row| row.number())
}

/// Counts one more question in that span, and says how many there are now.
pub(crate) async fn count(session: &mut Session, line: &[u8; 32], span: i64) -> Result<u64, CentreError> {
    let sql = "INSERT INTO line_questions (line_hash, span, asked) VALUES ($1, $2, 1)
               ON CONFLICT (line_hash, span) DO UPDATE SET asked = line_questions.asked + 1";
    session.execute(sql, vec![(*line).into(), span.into()]).await?;
    asked(session, line, span).await
}

/// Forgets the spans before that one.
pub(crate) async fn remove_before(session: &mut Session, span: i64) -> Result<(), CentreError> {
    let sql = "DELETE FROM line_questions WHERE span < $1";
    session.execute(sql, vec![span.into()]).await.map(drop)
}
