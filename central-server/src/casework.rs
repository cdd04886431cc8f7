//! What an agent may do with a complaint, and what a citizen may see of it. Pages and commands call this; no SQL
//! and no HTML belongs here.

mod deeds;

use ::complaints::{
    AccessCode, Complaint, ComplaintId, Kind, Moment, OfficeCode, Reference, Refusal, Status, search_words,
};
use jiff::civil::Date;

use crate::centre::Centre;
use crate::error::CentreError;
use crate::people::{Agent, Role};
use crate::store::complaints::{self, Line, Order, Search};

/// Which complaints a list shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Group {
    /// Not finished.
    #[default]
    Open,
    /// Waiting for the agent's own side: for the unit, what nobody has passed on yet (received, checked, reopened);
    /// for an institution, what it holds and has not answered.
    Mine,
    /// The due day is over and the clock still runs.
    Overdue,
    /// Closed or withdrawn.
    Finished,
    /// All.
    All,
}

/// What narrows a list. An institution's agent sees its institution's complaints whatever stands here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QueueFilter {
    /// Which group.
    pub group: Group,
    /// Only those that this institution holds.
    pub institution: Option<String>,
    /// Only those of this office.
    pub office: Option<OfficeCode>,
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
    /// The citizen's name, or empty.
    pub citizen: String,
    /// The citizen's town, village or quarter, or empty.
    pub locality: String,
    /// When it came in.
    pub recorded_at: Moment,
    /// The day by which an answer is due, while the clock runs.
    pub due_on: Option<Date>,
    /// When something last happened.
    pub changed_at: Moment,
    /// Its version.
    pub version: u32,
}

/// A part of a list, and how long the list is. Open ones: the earliest due day first, then the oldest. Finished
/// and all: the latest change first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueuePage {
    /// At most as many as asked for.
    pub rows: Vec<QueueRow>,
    /// How many there are in all.
    pub total: u32,
}

/// What came of a deed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeedOutcome {
    /// It counts; the complaint as it stands now.
    Done(Complaint),
    /// The rules forbid it as the complaint stands; nothing was written.
    Refused(Refusal),
    /// Somebody changed the complaint after the agent looked; nothing was written. The complaint as it stands now.
    Overtaken(Complaint),
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
        let order = match filter.group {
            Group::Open | Group::Mine | Group::Overdue => Order::Due,
            Group::Finished | Group::All => Order::Latest,
        };
        let mut session = self.store.read().await?;
        let (lines, total) =
            complaints::search(&mut session, &search, order, page.offset, page.limit).await?;
        Ok(QueuePage { rows: lines.into_iter().map(QueueRow::from).collect(), total })
    }

    /// The complaints of that reference: none, one, or more when a restored computer issued it twice. Whether the
    /// agent may see one says [`Agent::may_see`].
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn case(&self, reference: &Reference) -> Result<Vec<Complaint>, CentreError> {
        complaints::of_reference(&mut self.store.read().await?, reference).await
    }

    /// The complaint of that id.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn complaint(&self, id: ComplaintId) -> Result<Option<Complaint>, CentreError> {
        complaints::get(&mut self.store.read().await?, id).await
    }

    /// The complaint of that reference and that access code. Only both together show anything, and a wrong code
    /// takes as long as a right one. The tries are to be limited by whoever calls this for strangers.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn follow(
        &self,
        reference: &Reference,
        code: &AccessCode,
    ) -> Result<Option<Complaint>, CentreError> {
        let candidates = self.case(reference).await?;
        // Every candidate is compared, so that the time does not tell which one fitted.
        let mut fitting = None;
        for complaint in candidates {
            if complaint.access_code().matches(code) {
                fitting = Some(complaint);
            }
        }
        Ok(fitting)
    }

    fn search_for(&self, agent: &Agent, filter: &QueueFilter) -> Search {
        let institution = match agent.role {
            // Without an institution an agent sees what nobody holds: nothing.
            Role::Agent => Some(agent.institution.clone().unwrap_or_default()),
            Role::Csu | Role::Admin => filter.institution.clone(),
        };
        let statuses = Status::ALL.iter().copied().filter(|status| is_in(*status, filter.group, agent.role));
        Search {
            statuses: if filter.group == Group::All { Vec::new() } else { statuses.collect() },
            due_before: (filter.group == Group::Overdue).then(|| self.now().date()),
            institution,
            office: filter.office,
            words: filter.words.as_deref().map(search_words).unwrap_or_default(),
        }
    }
}

fn is_in(status: Status, group: Group, role: Role) -> bool {
    match group {
        Group::All => true,
        Group::Open => !status.is_finished(),
        Group::Overdue => status.clock_runs(),
        Group::Finished => status.is_finished(),
        Group::Mine if role == Role::Agent => {
            !status.is_finished() && !matches!(status, Status::Answered | Status::Resolved)
        }
        Group::Mine => matches!(status, Status::Received | Status::Checked | Status::Reopened),
    }
}

impl From<Line> for QueueRow {
    fn from(line: Line) -> Self {
        Self {
            id: line.id,
            reference: line.reference,
            status: line.status,
            kind: line.kind,
            category: line.category,
            institution: line.institution,
            office: line.office,
            subject: line.subject,
            citizen: line.citizen,
            locality: line.locality,
            recorded_at: line.recorded_at,
            due_on: line.due_on,
            changed_at: line.changed_at,
            version: line.version,
        }
    }
}
