//! Lists of complaints: which group, narrowed by what, and only what whoever asks may see of it.

use ::complaints::{Channel, ComplaintId, Kind, Moment, OfficeCode, Reference, Status, search_words};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::access::Sight;
use crate::centre::Centre;
use crate::error::CentreError;
use crate::people::{Agent, Role};
use crate::store::complaints::lists::{self, DueIn, Length, Line, Names, Order, Restricted, Search};

/// Which complaints a list shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Group {
    /// Not finished.
    #[default]
    Open,
    /// Waiting for the agent's own side: for the unit, what nobody has passed on yet and what was given back to it;
    /// for an institution, what it holds and has not answered.
    Mine,
    /// Not finished, and this agent deals with it.
    Assigned,
    /// The due day is over and the clock still runs.
    Overdue,
    /// Closed or withdrawn.
    Finished,
    /// All.
    All,
}

/// By when something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// The day is over.
    Overdue,
    /// Today.
    Today,
    /// From today to the end of this week.
    Week,
    /// The clock stands, because the citizen owes a document.
    Stopped,
}

/// What narrows a list. Nobody sees more than [`Agent::sight`] shows, whatever stands here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QueueFilter {
    /// Which group.
    pub group: Group,
    /// Only those that this institution holds.
    pub institution: Option<String>,
    /// Only those of this office.
    pub office: Option<OfficeCode>,
    /// Only those of this category.
    pub category: Option<String>,
    /// Only those that are due so.
    pub due: Option<Due>,
    /// Only those that go before all others.
    pub urgent: bool,
    /// Only those that came in on one of these ways; empty: on any.
    pub channels: Vec<Channel>,
    /// Only those in which all these words stand: subject, text, citizen, place, reference.
    pub words: Option<String>,
}

/// A part of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// How many to leave out.
    pub offset: u32,
    /// How many to give at most.
    pub limit: u32,
}

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueRow {
    /// The complaint's id.
    pub id: ComplaintId,
    /// Its reference.
    pub reference: Reference,
    /// Where it stands.
    pub status: Status,
    /// What it is.
    pub kind: Kind,
    /// Code of its category.
    pub category: String,
    /// Code of the institution that holds it.
    pub institution: String,
    /// The office that holds it.
    pub office: OfficeCode,
    /// A few words.
    pub subject: String,
    /// The citizen's name, or empty; empty too for whoever may not know it.
    pub citizen: String,
    /// The citizen's town, village or quarter, or empty; empty too for whoever may not know it.
    pub locality: String,
    /// When it came in.
    pub recorded_at: Moment,
    /// The day by which an answer is due, with the days that the citizen took, while the clock runs.
    pub due_on: Option<Date>,
    /// When something last happened.
    pub changed_at: Moment,
    /// Its version.
    pub version: u32,
    /// It goes before all others.
    pub urgent: bool,
    /// Few people may see it.
    pub restricted: bool,
    /// The way on which it came in.
    pub channel: Channel,
    /// Who deals with it; empty: nobody in particular.
    pub assignee: String,
    /// It is dealt with together with another one.
    pub merged: bool,
}

/// A part of a list, and how long the list is. Open ones: urgent ones, then the earliest due day first, then the oldest.
/// Finished and all: the latest change first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueuePage {
    /// At most as many as asked for.
    pub rows: Vec<QueueRow>,
    /// How many there are in all, at most ten thousand.
    pub total: u32,
    /// There are more, which this list does not show.
    pub more: bool,
}

impl Centre {
    /// A part of the list of complaints that the agent may see.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn queue(
        &self,
        agent: &Agent,
        filter: &QueueFilter,
        page: Page,
    ) -> Result<QueuePage, CentreError> {
        let search = self.search_for(agent, filter);
        let mut session = self.store.read().await?;
        let order = order(agent, filter);
        let (lines, length) = lists::search(&mut session, &search, order, page.offset, page.limit).await?;
        let rows = lines.into_iter().map(|line| QueueRow::new(line, search.names)).collect();
        Ok(QueuePage { rows, total: length.number, more: length.more })
    }

    /// The lines of such a list alone, however long it is: for tables that are handed out.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub(crate) async fn queue_rows(
        &self,
        agent: &Agent,
        filter: &QueueFilter,
        page: Page,
    ) -> Result<Vec<QueueRow>, CentreError> {
        let search = self.search_for(agent, filter);
        let mut session = self.store.read().await?;
        let order = order(agent, filter);
        let lines = lists::lines(&mut session, &search, order, page.offset, page.limit).await?;
        Ok(lines.into_iter().map(|line| QueueRow::new(line, search.names)).collect())
    }

    /// How long a list is that the agent may see.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn queue_length(&self, agent: &Agent, filter: &QueueFilter) -> Result<Length, CentreError> {
        lists::count(&mut self.store.read().await?, &self.search_for(agent, filter)).await
    }

    /// What an agent may see of what a filter asks for, as the store looks for it.
    pub(crate) fn search_for(&self, agent: &Agent, filter: &QueueFilter) -> Search {
        let mut search = Search { words: words(filter), ..Search::default() };
        search.channels.clone_from(&filter.channels);
        search.category.clone_from(&filter.category);
        search.urgent = filter.urgent;
        search.institution.clone_from(&filter.institution);
        search.office = filter.office;
        self.narrow_to_sight(agent, &mut search);
        search.open = match filter.group {
            Group::All => None,
            Group::Finished => Some(false),
            Group::Open | Group::Mine | Group::Assigned | Group::Overdue => Some(true),
        };
        match filter.group {
            Group::Mine if agent.role.is_of_the_unit() => search.unfiltered = true,
            Group::Mine => search.statuses.extend(Status::ALL.iter().filter(|it| is_to_answer(**it))),
            Group::Assigned => search.assignee = Some(agent.id),
            Group::Open | Group::Overdue | Group::Finished | Group::All => {}
        }
        let due = filter.due.or((filter.group == Group::Overdue).then_some(Due::Overdue));
        if let Some(due) = due.filter(|_| filter.group != Group::Finished) {
            // Nothing of what is finished is due.
            search.open = Some(true);
            search.due = Some(self.due_in(due));
        }
        search
    }

    /// Mirrors [`Agent::sight`].
    fn narrow_to_sight(&self, agent: &Agent, search: &mut Search) {
        match agent.role {
            Role::Csu | Role::Admin | Role::Auditor => {}
            Role::Agent | Role::Head => {
                // Without an institution an agent sees what nobody holds: nothing.
                search.institution = Some(agent.institution.clone().unwrap_or_default());
                search.names = Names::Open;
                if agent.role == Role::Agent {
                    search.restricted = Restricted::OnlyOf(agent.id);
                }
            }
            Role::Cab => match agent.office {
                Some(office) => search.office = Some(office),
                None => search.institution = Some(String::new()),
            },
            Role::TaskForce => {
                search.names = Names::None;
                search.restricted = Restricted::None;
            }
        }
    }

    fn due_in(&self, due: Due) -> DueIn {
        let today = self.now().date();
        let day_after = |day: Date, days: i64| day.saturating_add(days.days());
        match due {
            Due::Overdue => DueIn::Before(today),
            Due::Today => DueIn::Days(today, day_after(today, 1)),
            Due::Week => {
                let left = i64::from(Weekday::Sunday.since(today.weekday()));
                DueIn::Days(today, day_after(today, left + 1))
            }
            Due::Stopped => DueIn::Stopped,
        }
    }
}

/// What is due so comes in the order in which it is due, whichever list it is narrowed from.
fn order(agent: &Agent, filter: &QueueFilter) -> Order {
    match filter.group {
        Group::Finished => Order::Latest,
        _ if filter.due.is_some() => Order::Due,
        Group::All => Order::Latest,
        Group::Mine if agent.role.is_of_the_unit() => Order::Oldest,
        Group::Open | Group::Mine | Group::Assigned | Group::Overdue => Order::Due,
    }
}

fn words(filter: &QueueFilter) -> Vec<String> {
    filter.words.as_deref().map(search_words).unwrap_or_default()
}

/// Whether an institution that holds it has still to answer.
fn is_to_answer(status: Status) -> bool {
    !status.is_finished() && !matches!(status, Status::Answered | Status::Resolved)
}

impl QueueRow {
    fn new(line: Line, names: Names) -> Self {
        let sight = match names {
            Names::All => Sight::Whole,
            Names::Open if !line.discreet => Sight::Discreet,
            Names::Open | Names::None => Sight::Nameless,
        };
        let named = |text: String| if sight == Sight::Nameless { String::new() } else { text };
        Self {
            id: line.id,
            reference: line.reference,
            status: line.status,
            kind: line.kind,
            category: line.category,
            institution: line.institution,
            office: line.office,
            subject: line.subject,
            citizen: named(line.citizen),
            locality: named(line.locality),
            recorded_at: line.recorded_at,
            due_on: line.due_on,
            changed_at: line.changed_at,
            version: line.version,
            urgent: line.urgent,
            restricted: line.restricted,
            channel: line.channel,
            assignee: line.assignee,
            merged: line.merged,
        }
    }
}
