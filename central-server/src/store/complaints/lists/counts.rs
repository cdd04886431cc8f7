//! How many complaints a search finds, by group and status.

use ::complaints::Status;

use super::{Search, Statement, statement};
use crate::error::CentreError;
use crate::store::complaints::damaged;
use crate::store::{Row, Session, Value};

/// How many complaints there are in each status for each of the groups: institutions, or the people who deal with them.
pub(crate) async fn counted(
    session: &mut Session,
    search: &Search,
    by: GroupBy,
) -> Result<Vec<(String, Status, u32)>, CentreError> {
    let (sql, values) = counted_by(session, search, by);
    let read = |mut row: Row| Ok((row.text()?, row.text()?.parse().map_err(damaged)?, row.number()?));
    session.query(&sql, values).await?.into_iter().map(read).collect()
}

pub(super) fn counted_by(session: &Session, search: &Search, by: GroupBy) -> (String, Vec<Value>) {
    let Statement { from, conditions, values } = statement(session, search, None);
    let column = by.column();
    let sql = format!(
        "SELECT {column}, status, count(*) FROM {from}{conditions} GROUP BY {column}, status
         ORDER BY {column}, status"
    );
    (sql, values)
}

/// By what complaints are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GroupBy {
    /// The institution that holds them.
    Institution,
    /// Whoever deals with them.
    Assignee,
}

impl GroupBy {
    /// Where it stands.
    pub(crate) fn column(self) -> &'static str {
        match self {
            Self::Institution => "institution",
            Self::Assignee => "assignee_name",
        }
    }
}
