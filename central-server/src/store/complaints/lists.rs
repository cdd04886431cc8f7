//! Lists of complaints, from their columns alone.

use ::complaints::{Channel, ComplaintId, Kind, Moment, OfficeCode, Reference, Status};
use jiff::civil::Date;

use super::{damaged, days};
use crate::error::CentreError;
use crate::people::AgentId;
use crate::store::{Row, Session, Value, offices};

/// What narrows a list of complaints. All conditions hold together.
#[derive(Debug, Clone, Default)]
pub(crate) struct Search {
    /// In one of these statuses; empty: in any.
    pub(crate) statuses: Vec<Status>,
    /// In one of these statuses, or passed on to this institution, and not dealt with together with another one.
    pub(crate) unfiltered: Option<(Vec<Status>, Option<String>)>,
    /// Due before that day.
    pub(crate) due_before: Option<Date>,
    /// Due on that day or later.
    pub(crate) due_from: Option<Date>,
    /// Held by that institution.
    pub(crate) institution: Option<String>,
    /// Held by that office.
    pub(crate) office: Option<OfficeCode>,
    /// Somebody in particular deals with it.
    pub(crate) assignee: Option<AgentId>,
    /// Those that go before all others.
    pub(crate) urgent: bool,
    /// Came in on one of these ways; empty: on any.
    pub(crate) channels: Vec<Channel>,
    /// Of this category.
    pub(crate) category: Option<String>,
    /// Which of those that few people see.
    pub(crate) restricted: Restricted,
    /// Whether the citizen is among the words.
    pub(crate) names: Names,
    /// In which all of these folded words stand.
    pub(crate) words: Vec<String>,
    /// Recorded from that millisecond on, and before that one.
    pub(crate) recorded: Option<(i64, i64)>,
}

/// Which restricted complaints are in a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Restricted {
    /// All.
    #[default]
    All,
    /// Those that this agent deals with.
    OnlyOf(AgentId),
    /// None.
    None,
}

/// In which complaints words are looked for in what names the citizen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Names {
    /// In all.
    #[default]
    All,
    /// In those that were taken openly.
    Open,
    /// In none.
    None,
}

/// In which order a list comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// Urgent ones first, then the earliest due day, then the oldest.
    Due,
    /// Urgent ones first, then the oldest.
    Oldest,
    /// The latest change first.
    Latest,
}

/// A line of a list.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) id: ComplaintId,
    pub(crate) reference: Reference,
    pub(crate) office: OfficeCode,
    pub(crate) status: Status,
    pub(crate) kind: Kind,
    pub(crate) category: String,
    pub(crate) institution: String,
    pub(crate) subject: String,
    pub(crate) citizen: String,
    pub(crate) locality: String,
    pub(crate) recorded_at: Moment,
    pub(crate) due_on: Option<Date>,
    pub(crate) changed_at: Moment,
    pub(crate) version: u32,
    pub(crate) urgent: bool,
    pub(crate) restricted: bool,
    pub(crate) discreet: bool,
    pub(crate) channel: Channel,
    pub(crate) assignee: String,
    pub(crate) merged: bool,
}

const LINE: &str = "id, reference, office, status, kind, category, institution, subject, citizen, locality,
    recorded_at, recorded_offset, due_on, changed_at, changed_offset, version, urgent, restricted, discreet, channel,
    assignee_name, merged_into";

/// A part of a list, and how long the list is.
pub(crate) async fn search(
    session: &mut Session,
    search: &Search,
    order: Order,
    offset: u32,
    limit: u32,
) -> Result<(Vec<Line>, u32), CentreError> {
    let total = count(session, search).await?;
    let (conditions, mut values) = conditions(search);
    let order = match order {
        Order::Due => {
            "urgent DESC, CASE WHEN due_on IS NULL THEN 1 ELSE 0 END, due_on, recorded_at, complaints.id"
        }
        Order::Oldest => "urgent DESC, recorded_at, complaints.id",
        Order::Latest => "changed_at DESC, complaints.id",
    };
    let (limit_at, offset_at) = (values.len() + 1, values.len() + 2);
    let sql = format!(
        "SELECT {LINE} FROM complaints{conditions} ORDER BY {order} LIMIT ${limit_at} OFFSET ${offset_at}"
    );
    values.extend([limit.into(), offset.into()]);
    let lines = session.query(&sql, values).await?.into_iter().map(line).collect::<Result<_, _>>()?;
    Ok((lines, total))
}

/// How long a list is.
pub(crate) async fn count(session: &mut Session, search: &Search) -> Result<u32, CentreError> {
    let (conditions, values) = conditions(search);
    let count = format!("SELECT count(*) FROM complaints{conditions}");
    session.query_one(&count, values).await?.map_or(Ok(0), |mut row| row.number())
}

/// How many complaints there are in each status for each of the groups: institutions, or the people who deal with them.
pub(crate) async fn counted(
    session: &mut Session,
    search: &Search,
    by: GroupBy,
) -> Result<Vec<(String, Status, u32)>, CentreError> {
    let (conditions, values) = conditions(search);
    let column = match by {
        GroupBy::Institution => "institution",
        GroupBy::Assignee => "assignee_name",
    };
    let sql = format!(
        "SELECT {column}, status, count(*) FROM complaints{conditions} GROUP BY {column}, status
         ORDER BY {column}, status"
    );
    let read = |mut row: Row| Ok((row.text()?, row.text()?.parse().map_err(damaged)?, row.number()?));
    session.query(&sql, values).await?.into_iter().map(read).collect()
}

/// By what complaints are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GroupBy {
    /// The institution that holds them.
    Institution,
    /// Whoever deals with them.
    Assignee,
}

/// The conditions of a search as they are written, with their values in the order of their placeholders.
struct Conditions {
    all: Vec<String>,
    values: Vec<Value>,
}

impl Conditions {
    fn place(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("${}", self.values.len())
    }

    fn among<'a>(&mut self, words: impl Iterator<Item = &'a str>) -> String {
        let places: Vec<String> = words.map(|word| self.place(word)).collect();
        places.join(", ")
    }

    fn add(&mut self, condition: String) {
        self.all.push(condition);
    }
}

fn conditions(search: &Search) -> (String, Vec<Value>) {
    let mut to = Conditions { all: Vec::new(), values: Vec::new() };
    stands(search, &mut to);
    belongs(search, &mut to);
    let words = match search.names {
        Names::All => "words",
        Names::Open => "(CASE WHEN discreet = 0 THEN words ELSE matter END)",
        Names::None => "matter",
    };
    // Folded words are letters and digits, so that none of them is a pattern.
    for word in &search.words {
        let place = to.place(format!("%{word}%"));
        to.add(format!("{words} LIKE {place}"));
    }
    let Conditions { all, values } = to;
    let conditions = if all.is_empty() { String::new() } else { format!(" WHERE {}", all.join(" AND ")) };
    (conditions, values)
}

/// How it stands, and when.
fn stands(search: &Search, to: &mut Conditions) {
    if !search.statuses.is_empty() {
        let places = to.among(search.statuses.iter().map(|status| status.word()));
        to.add(format!("status IN ({places})"));
    }
    if let Some((statuses, unit)) = &search.unfiltered {
        let places = to.among(statuses.iter().map(|status| status.word()));
        let mut either = format!("status IN ({places})");
        if let Some(unit) = unit {
            let (status, unit) = (to.place(Status::PassedOn.word()), to.place(unit.as_str()));
            either = format!("({either} OR (status = {status} AND institution = {unit}))");
        }
        to.add(format!("{either} AND merged_into IS NULL"));
    }
    if let Some(day) = search.due_before {
        let place = to.place(days(day));
        to.add(format!("due_on < {place}"));
    }
    if let Some(day) = search.due_from {
        let place = to.place(days(day));
        to.add(format!("due_on >= {place}"));
    }
    if let Some((from, before)) = search.recorded {
        let (from, before) = (to.place(from), to.place(before));
        to.add(format!("recorded_at >= {from} AND recorded_at < {before}"));
    }
    if search.urgent {
        to.add("urgent = 1".to_owned());
    }
}

/// Whose it is.
fn belongs(search: &Search, to: &mut Conditions) {
    if let Some(institution) = &search.institution {
        let place = to.place(institution.as_str());
        to.add(format!("institution = {place}"));
    }
    if let Some(office) = search.office {
        let place = to.place(office.number());
        to.add(format!("office = {place}"));
    }
    if let Some(category) = &search.category {
        let place = to.place(category.as_str());
        to.add(format!("category = {place}"));
    }
    if let Some(assignee) = search.assignee {
        let place = to.place(assignee.0);
        to.add(format!("assignee = {place}"));
    }
    if !search.channels.is_empty() {
        let places = to.among(search.channels.iter().map(|channel| channel.word()));
        to.add(format!("channel IN ({places})"));
    }
    match search.restricted {
        Restricted::All => {}
        Restricted::None => to.add("restricted = 0".to_owned()),
        Restricted::OnlyOf(agent) => {
            let place = to.place(agent.0);
            to.add(format!("(restricted = 0 OR assignee = {place})"));
        }
    }
}

fn line(mut row: Row) -> Result<Line, CentreError> {
    Ok(Line {
        id: ComplaintId::from_bytes(row.array()?),
        reference: row.text()?.parse().map_err(|error| damaged(format!("{error}")))?,
        office: offices::code(&mut row)?,
        status: row.text()?.parse().map_err(damaged)?,
        kind: row.text()?.parse().map_err(damaged)?,
        category: row.text()?,
        institution: row.text()?,
        subject: row.text()?,
        citizen: row.text()?,
        locality: row.text()?,
        recorded_at: Moment { unix_ms: row.number()?, offset_min: row.number()? },
        due_on: row.maybe_number()?.and_then(date),
        changed_at: Moment { unix_ms: row.number()?, offset_min: row.number()? },
        version: row.number()?,
        urgent: row.number::<u8>()? != 0,
        restricted: row.number::<u8>()? != 0,
        discreet: row.number::<u8>()? != 0,
        channel: row.text()?.parse().map_err(damaged)?,
        assignee: row.text()?,
        merged: row.maybe_bytes()?.is_some(),
    })
}

fn date(days: i64) -> Option<Date> {
    jiff::civil::date(1970, 1, 1).checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_reads_back_as_it_was_written() {
        for day in [
            jiff::civil::date(1969, 12, 31),
            jiff::civil::date(2026, 11, 24),
            jiff::civil::date(9999, 12, 31),
        ] {
            assert_eq!(date(days(day)), Some(day));
        }
    }

    #[test]
    fn placeholders_are_numbered_in_the_order_in_which_they_appear() {
        let search = Search {
            statuses: vec![Status::Received, Status::Checked],
            unfiltered: Some((vec![Status::Reopened], Some("CSU".to_owned()))),
            due_before: Some(jiff::civil::date(2026, 1, 1)),
            institution: Some("CWA".to_owned()),
            office: OfficeCode::new(12).ok(),
            restricted: Restricted::OnlyOf(AgentId([1; 8])),
            names: Names::Open,
            words: vec!["dilo".to_owned()],
            ..Search::default()
        };
        let (conditions, values) = conditions(&search);
        let expected = " WHERE status IN ($1, $2) AND (status IN ($3) OR (status = $4 AND institution = $5)) \
                        AND merged_into IS NULL AND due_on < $6 AND institution = $7 AND office = $8 \
                        AND (restricted = 0 OR assignee = $9) \
                        AND (CASE WHEN discreet = 0 THEN words ELSE matter END) LIKE $10";
        assert_eq!((conditions.as_str(), values.len()), (expected, 10));
    }
}
