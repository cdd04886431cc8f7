//! Lists of complaints, from their columns alone.

mod counts;
#[cfg(test)]
mod plans;

use ::complaints::{Channel, ComplaintId, Kind, Moment, OfficeCode, Reference, Status};
use jiff::civil::Date;

use super::{STOPPED, damaged, days};
use crate::error::CentreError;
use crate::people::AgentId;
use crate::store::{Row, Session, Value, offices, searched};

pub(crate) use counts::{GroupBy, counted};

/// What narrows a list of complaints. All conditions hold together.
#[derive(Debug, Clone, Default)]
pub(crate) struct Search {
    /// In one of these statuses; empty: in any.
    pub(crate) statuses: Vec<Status>,
    /// Not finished, or finished.
    pub(crate) open: Option<bool>,
    /// Those that wait for the unit to pass them on.
    pub(crate) unfiltered: bool,
    /// Due so.
    pub(crate) due: Option<DueIn>,
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

/// When something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DueIn {
    /// Before that day.
    Before(Date),
    /// From the first day on, and before the second one.
    Days(Date, Date),
    /// Not for now, because the clock stands.
    Stopped,
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

/// A list is no longer than this: whoever looks for something behind it narrows the list. It keeps a page from reading a
/// million lines only to say how many there are.
pub(crate) const LONGEST_LIST: u32 = 10_000;

/// How long a list is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Length {
    /// So many, at most ten thousand.
    pub number: u32,
    /// There are more than that.
    pub more: bool,
}

/// A part of a list, and how long the list is.
pub(crate) async fn search(
    session: &mut Session,
    search: &Search,
    order: Order,
    offset: u32,
    limit: u32,
) -> Result<(Vec<Line>, Length), CentreError> {
    let length = count(session, search).await?;
    let (offset, limit) = (offset.min(LONGEST_LIST), limit.min(LONGEST_LIST.saturating_sub(offset)));
    Ok((lines(session, search, order, offset, limit).await?, length))
}

/// A part of a list. Urgent ones come first in a list of their own, so that each of the two is a stretch of an index.
pub(crate) async fn lines(
    session: &mut Session,
    search: &Search,
    order: Order,
    mut offset: u32,
    limit: u32,
) -> Result<Vec<Line>, CentreError> {
    let parts: &[Option<bool>] = match order {
        Order::Latest => &[None],
        Order::Due | Order::Oldest if search.urgent || !search.words.is_empty() => &[None],
        Order::Due | Order::Oldest => &[Some(true), Some(false)],
    };
    let mut found: Vec<Line> = Vec::new();
    for (at, urgent) in parts.iter().enumerate() {
        let left = limit - u32::try_from(found.len()).unwrap_or(limit);
        let some = part(session, search, (order, *urgent), offset, left).await?;
        if at + 1 < parts.len() {
            let passed =
                if some.is_empty() { count_of(session, search, *urgent, offset).await? } else { offset };
            offset -= passed.min(offset);
        }
        found.extend(some);
    }
    Ok(found)
}

async fn part(
    session: &mut Session,
    search: &Search,
    (order, urgent): (Order, Option<bool>),
    offset: u32,
    limit: u32,
) -> Result<Vec<Line>, CentreError> {
    let (sql, mut values) = lines_of(session, search, (order, urgent));
    values.extend([limit.into(), offset.into()]);
    session.query(&sql, values).await?.into_iter().map(line).collect()
}

/// The statement for lines; how many and how many to leave out are its last two values.
fn lines_of(
    session: &Session,
    search: &Search,
    (order, urgent): (Order, Option<bool>),
) -> (String, Vec<Value>) {
    let Statement { from, conditions, values } = statement(session, search, urgent);
    let order = match (order, urgent) {
        (Order::Due, Some(_)) => "due_rank, recorded_at, complaints.id",
        (Order::Due, None) => "urgent DESC, due_rank, recorded_at, complaints.id",
        (Order::Oldest, Some(_)) => "recorded_at, complaints.id",
        (Order::Oldest, None) => "urgent DESC, recorded_at, complaints.id",
        (Order::Latest, _) => "changed_at DESC, complaints.id DESC",
    };
    let (limit_at, offset_at) = (values.len() + 1, values.len() + 2);
    let sql = format!(
        "SELECT {LINE} FROM {from}{conditions} ORDER BY {order} LIMIT ${limit_at} OFFSET ${offset_at}"
    );
    (sql, values)
}

/// How long a list is.
pub(crate) async fn count(session: &mut Session, search: &Search) -> Result<Length, CentreError> {
    let number = count_of(session, search, None, LONGEST_LIST + 1).await?;
    let more = number > LONGEST_LIST || has_more_words(session, search).await?;
    Ok(Length { number: number.min(LONGEST_LIST), more })
}

/// How many there are, at most that many.
async fn count_of(
    session: &mut Session,
    search: &Search,
    urgent: Option<bool>,
    most: u32,
) -> Result<u32, CentreError> {
    let (sql, mut values) = counting(session, search, urgent);
    values.push(most.into());
    session.query_one(&sql, values).await?.map_or(Ok(0), |mut row| row.number())
}

/// The statement that counts; the most to be counted is its last value.
fn counting(session: &Session, search: &Search, urgent: Option<bool>) -> (String, Vec<Value>) {
    let Statement { from, conditions, values } = statement(session, search, urgent);
    let most = values.len() + 1;
    let sql = format!(
        "SELECT count(*) FROM (SELECT complaints.id FROM {from}{conditions} LIMIT ${most}) AS counted"
    );
    (sql, values)
}

/// Whether more complaints have these words than are looked at.
async fn has_more_words(session: &mut Session, search: &Search) -> Result<bool, CentreError> {
    if search.words.is_empty() {
        return Ok(false);
    }
    let (table, values) = searched::found(session, &search.words, searched::MOST_FOUND + 1);
    let found = session.query_one(&format!("SELECT count(*) FROM {table}"), values).await?;
    Ok(found.map_or(Ok(0), |mut row| row.number::<u32>())? > searched::MOST_FOUND)
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

/// Where to look and for what, and the values for both.
struct Statement {
    from: String,
    conditions: String,
    values: Vec<Value>,
}

/// Words lead to complaints first: written as a cross join, because SQLite would else walk through all of a list.
fn statement(session: &Session, search: &Search, urgent: Option<bool>) -> Statement {
    if search.words.is_empty() {
        return complete("complaints".to_owned(), Vec::new(), search, urgent);
    }
    let (table, values) = searched::found(session, &search.words, searched::MOST_FOUND);
    complete(format!("{table} CROSS JOIN complaints"), values, search, urgent)
}

fn complete(from: String, values: Vec<Value>, search: &Search, urgent: Option<bool>) -> Statement {
    let mut to = Conditions { all: Vec::new(), values };
    if !search.words.is_empty() {
        to.add("complaints.id = found.complaint".to_owned());
    }
    stands(search, urgent, &mut to);
    belongs(search, &mut to);
    let words = match search.names {
        Names::All => "complaints.words",
        Names::Open => "(CASE WHEN discreet = 0 THEN complaints.words ELSE matter END)",
        Names::None => "matter",
    };
    // Folded words are letters and digits, so that none of them is a pattern.
    for word in &search.words {
        let place = to.place(format!("%{word}%"));
        to.add(format!("{words} LIKE {place}"));
    }
    let Conditions { all, values } = to;
    let conditions = if all.is_empty() { String::new() } else { format!(" WHERE {}", all.join(" AND ")) };
    Statement { from, conditions, values }
}

/// How it stands, and when. What indexes are made of stands here as they have it.
fn stands(search: &Search, urgent: Option<bool>, to: &mut Conditions) {
    if search.unfiltered {
        to.add("is_unfiltered = 1".to_owned());
    }
    // What is unfiltered is open: said twice, it would lead to the larger index.
    if let Some(open) = search.open.filter(|_| !search.unfiltered || search.due.is_some()) {
        to.add(format!("is_open = {}", u8::from(open)));
    }
    match urgent.or(search.urgent.then_some(true)) {
        Some(true) => to.add("urgent = 1".to_owned()),
        Some(false) => to.add("urgent = 0".to_owned()),
        None => {}
    }
    if !search.statuses.is_empty() {
        let places = to.among(search.statuses.iter().map(|status| status.word()));
        to.add(format!("status IN ({places})"));
    }
    if let Some(due) = search.due {
        let (from, before) = match due {
            DueIn::Before(day) => (i64::MIN, days(day)),
            DueIn::Days(from, before) => (days(from), days(before)),
            DueIn::Stopped => (STOPPED, STOPPED + 1),
        };
        let (from, before) = (to.place(from), to.place(before));
        to.add(format!("due_rank >= {from} AND due_rank < {before}"));
    }
    if let Some((from, before)) = search.recorded {
        let (from, before) = (to.place(from), to.place(before));
        to.add(format!("recorded_at >= {from} AND recorded_at < {before}"));
    }
}

/// Whose it is.
fn belongs(search: &Search, to: &mut Conditions) {
    if let Some(institution) = &search.institution {
        let place = to.place(institution.as_str());
        // Nobody deals with as many as an institution has, and in a month few of them come in: no index by institutions is to
        // be taken for that.
        let is_fewer = search.assignee.is_some() || search.recorded.is_some();
        let column = if is_fewer { "(institution || '')" } else { "institution" };
        to.add(format!("{column} = {place}"));
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
            open: Some(true),
            due: Some(DueIn::Before(jiff::civil::date(2026, 1, 1))),
            institution: Some("CWA".to_owned()),
            office: OfficeCode::new(12).ok(),
            restricted: Restricted::OnlyOf(AgentId([1; 8])),
            names: Names::Open,
            words: vec!["dilo".to_owned()],
            ..Search::default()
        };
        let Statement { conditions, values, .. } =
            complete("complaints".to_owned(), Vec::new(), &search, Some(false));
        let expected = " WHERE complaints.id = found.complaint AND is_open = 1 AND urgent = 0 \
                        AND status IN ($1, $2) AND due_rank >= $3 AND due_rank < $4 \
                        AND institution = $5 AND office = $6 AND (restricted = 0 OR assignee = $7) \
                        AND (CASE WHEN discreet = 0 THEN complaints.words ELSE matter END) LIKE $8";
        assert_eq!((conditions.as_str(), values.len()), (expected, 8));
    }
}
