//! The table `page_uses`: how often, how long and at which hours the citizens' pages are used.

use super::Session;
use crate::error::CentreError;

/// How a page was used.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Use {
    /// Visits that began there.
    pub(crate) visits: u64,
    /// How often it was looked at.
    pub(crate) views: u64,
    /// Seconds between looking at it and at the page before it.
    pub(crate) seconds: u64,
}

/// Adds uses: hour since 1970, page, how.
pub(crate) async fn add(session: &mut Session, uses: Vec<(i64, String, Use)>) -> Result<(), CentreError> {
    let sql = "INSERT INTO page_uses (hour, page, visits, views, seconds) VALUES ($1, $2, $3, $4, $5)
               ON CONFLICT (hour, page) DO UPDATE SET visits = page_uses.visits + excluded.visits,
                   views = page_uses.views + excluded.views, seconds = page_uses.seconds + excluded.seconds";
    let values = |(hour, page, used): (i64, String, Use)| {
        vec![hour.into(), page.into(), used.visits.into(), used.views.into(), used.seconds.into()]
    };
    session.execute_each(sql, uses.into_iter().map(values).collect()).await.map(drop)
}

/// The uses of a time: from an hour, before an hour.
pub(crate) async fn between(
    session: &mut Session,
    from: i64,
    before: i64,
) -> Result<Vec<(i64, String, Use)>, CentreError> {
    let sql = "SELECT hour, page, visits, views, seconds FROM page_uses WHERE hour >= $1 AND hour < $2";
    let rows = session.query(sql, vec![from.into(), before.into()]).await?;
    rows.into_iter()
        .map(|mut row| {
            let (hour, page) = (row.number()?, row.text()?);
            Ok((hour, page, Use { visits: row.number()?, views: row.number()?, seconds: row.number()? }))
        })
        .collect()
}
