//! The table `open_counts`: how many complaints are open, by all that an overview counts them by. Each complaint that is written
//! moves from the place where it stood to the one where it stands, in the same transaction: nobody counts a million to say how
//! many there are.

use std::collections::BTreeMap;

use ::complaints::{ComplaintId, OfficeCode, Status};

use super::complaints::lists::GroupBy;
use super::{Row, Session, Value, offices};
use crate::error::CentreError;

const PLACE: &str = "office, institution, assignee_name, status, restricted, due_rank";

/// Where an open complaint is counted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    office: u8,
    institution: String,
    assignee: String,
    status: String,
    restricted: i64,
    due_rank: i64,
}

impl Place {
    fn read(row: &mut Row) -> Result<Self, CentreError> {
        Ok(Self {
            office: row.number()?,
            institution: row.text()?,
            assignee: row.text()?,
            status: row.text()?,
            restricted: row.number()?,
            due_rank: row.number()?,
        })
    }

    fn values(&self) -> Vec<Value> {
        vec![
            self.office.into(),
            self.institution.as_str().into(),
            self.assignee.as_str().into(),
            self.status.as_str().into(),
            self.restricted.into(),
            self.due_rank.into(),
        ]
    }
}

/// Where these complaints stand in the table of complaints, as far as they are there and open.
pub(crate) async fn of(session: &mut Session, ids: &[ComplaintId]) -> Result<Vec<Place>, CentreError> {
    let sql = format!("SELECT {PLACE} FROM complaints WHERE id = $1 AND is_open = 1");
    let sets = ids.iter().map(|id| vec![(*id.as_bytes()).into()]).collect();
    let rows = session.query_each(&sql, sets).await?;
    rows.into_iter().flatten().map(|mut row| Place::read(&mut row)).collect()
}

/// Counts complaints where they stand now and no longer where they stood.
pub(crate) async fn moved(
    session: &mut Session,
    before: Vec<Place>,
    now: Vec<Place>,
) -> Result<(), CentreError> {
    let mut changes: BTreeMap<Place, i64> = BTreeMap::new();
    now.into_iter().for_each(|place| *changes.entry(place).or_default() += 1);
    before.into_iter().for_each(|place| *changes.entry(place).or_default() -= 1);
    changes.retain(|_, change| *change != 0);
    let sql = format!(
        "INSERT INTO open_counts ({PLACE}, number) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT ({PLACE}) DO UPDATE SET number = open_counts.number + excluded.number"
    );
    let set = |(place, change): (&Place, &i64)| {
        let mut values = place.values();
        values.push((*change).into());
        values
    };
    session.execute_each(&sql, changes.iter().map(set).collect()).await?;
    let sql = "DELETE FROM open_counts WHERE office = $1 AND institution = $2 AND assignee_name = $3
                   AND status = $4 AND restricted = $5 AND due_rank = $6 AND number = 0";
    let left = changes.iter().filter(|(_, change)| **change < 0).map(|(place, _)| place.values());
    session.execute_each(sql, left.collect()).await.map(drop)
}

/// Which open complaints are counted.
#[derive(Debug, Clone, Default)]
pub(crate) struct Counted {
    /// Those that this institution holds; none: all.
    pub(crate) institution: Option<String>,
    /// Without those that few people see.
    pub(crate) unrestricted: bool,
    /// Those that were due before that day, as days since 1970-01-01; none: whenever they are due.
    pub(crate) due_before: Option<i64>,
}

/// How many open complaints there are in each status for each of the groups.
pub(crate) async fn counted(
    session: &mut Session,
    counted: &Counted,
    by: GroupBy,
) -> Result<Vec<(String, Status, u32)>, CentreError> {
    let column = by.column();
    let mut values = vec![counted.due_before.unwrap_or(i64::MAX).into()];
    let mut conditions = "due_rank < $1".to_owned();
    if counted.unrestricted {
        conditions.push_str(" AND restricted = 0");
    }
    if let Some(institution) = &counted.institution {
        values.push(institution.as_str().into());
        conditions.push_str(" AND institution = $2");
    }
    let sql = format!(
        "SELECT {column}, status, CAST(sum(number) AS BIGINT) FROM open_counts WHERE {conditions}
         GROUP BY {column}, status ORDER BY {column}, status"
    );
    let read = |mut row: Row| {
        let (name, status) = (row.text()?, row.text()?);
        let status = status.parse().map_err(|why| CentreError::Damaged(format!("a count: {why}")))?;
        Ok((name, status, row.number()?))
    };
    session.query(&sql, values).await?.into_iter().map(read).collect()
}

/// How many answers are over their day: institution, office, how many.
pub(crate) async fn overdue(
    session: &mut Session,
    today: i64,
) -> Result<Vec<(String, OfficeCode, u64)>, CentreError> {
    let sql = "SELECT institution, office, CAST(sum(number) AS BIGINT) FROM open_counts WHERE due_rank < $1
               GROUP BY institution, office";
    let rows = session.query(sql, vec![today.into()]).await?;
    rows.into_iter().map(|mut row| Ok((row.text()?, offices::code(&mut row)?, row.number()?))).collect()
}

/// The offices where something is counted otherwise than it stands.
pub(crate) async fn wrong(session: &mut Session) -> Result<Vec<u8>, CentreError> {
    let sql = format!(
        "SELECT DISTINCT office FROM (
             SELECT {PLACE}, sum(number) AS number FROM (
                 SELECT {PLACE}, number FROM open_counts
                 UNION ALL SELECT {PLACE}, -1 FROM complaints WHERE is_open = 1
             ) AS both_sides GROUP BY {PLACE}
         ) AS differences WHERE number <> 0 ORDER BY office"
    );
    session.query(&sql, Vec::new()).await?.into_iter().map(|mut row| row.number()).collect()
}
