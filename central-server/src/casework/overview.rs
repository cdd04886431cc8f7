//! How matters stand in figures, for heads, the unit, the task force and auditors: what came in within a month and what
//! became of it, and what is open now. No citizen is named here.

use std::collections::BTreeMap;

use ::complaints::{Status, days_since_1970};
use jiff::civil::Date;

use crate::access::Right;
use crate::centre::Centre;
use crate::error::CentreError;
use crate::people::{Agent, Role};
use crate::store::complaints::lists::{self, GroupBy, Restricted};
use crate::store::standing::{self, Counted};

use super::lists::{Group, QueueFilter};

/// The figures of one institution, or of one person there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Count {
    /// Came in within the month.
    pub came_in: u32,
    /// Of those, answered for good, resolved or closed by now.
    pub dealt_with: u32,
    /// Of those, withdrawn.
    pub withdrawn: u32,
    /// Open now, whenever it came in.
    pub open: u32,
    /// Of those that are open, overdue.
    pub overdue: u32,
    /// Of those that are open, waiting for a document.
    pub waiting: u32,
}

/// Figures of a month, and of now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// The first day of the month.
    pub month: Date,
    /// Whether the lines are people of one institution; else they are institutions, by code.
    pub by_person: bool,
    /// The lines, by code or name; an empty name: nobody in particular.
    pub lines: Vec<(String, Count)>,
    /// All together.
    pub total: Count,
}

impl Centre {
    /// The figures of what the agent may see; `day`: some day of the month that is asked for.
    ///
    /// # Errors
    /// [`CentreError::NotAllowed`], or the store's.
    pub async fn overview(&self, agent: &Agent, day: Date) -> Result<Overview, CentreError> {
        if !agent.role.may(Right::Overview) {
            return Err(CentreError::NotAllowed("this agent sees no figures".to_owned()));
        }
        let by_person = agent.role == Role::Head;
        let by = if by_person { GroupBy::Assignee } else { GroupBy::Institution };
        let month = day.first_of_month();
        let all = QueueFilter { group: Group::All, ..QueueFilter::default() };
        let mut came_in = self.search_for(agent, &all);
        came_in.recorded = Some(self.bounds(month));
        let unrestricted = came_in.restricted != Restricted::All;
        let open = Counted { institution: came_in.institution.clone(), unrestricted, due_before: None };
        let overdue =
            Counted { due_before: Some(i64::from(days_since_1970(self.now().date()))), ..open.clone() };
        let mut lines: BTreeMap<String, Count> = BTreeMap::new();
        let mut session = self.store.read().await?;
        type Add = fn(&mut Count, Status, u32);
        let parts: [(_, Add); 3] = [
            (lists::counted(&mut session, &came_in, by).await?, add_came_in),
            (standing::counted(&mut session, &open, by).await?, add_open),
            (standing::counted(&mut session, &overdue, by).await?, add_overdue),
        ];
        for (counts, add) in parts {
            for (name, status, number) in counts {
                add(lines.entry(name).or_default(), status, number);
            }
        }
        let total = lines.values().fold(Count::default(), |total, line| total.with(line));
        Ok(Overview { month, by_person, lines: lines.into_iter().collect(), total })
    }

    /// The milliseconds at which a month begins and the next one does, by the deployment's clock.
    fn bounds(&self, month: Date) -> (i64, i64) {
        let begin = |day: Date| {
            day.to_zoned(self.time_zone.clone()).map_or(i64::MAX, |begin| begin.timestamp().as_millisecond())
        };
        (begin(month), month.last_of_month().tomorrow().map_or(i64::MAX, begin))
    }
}

fn add_came_in(count: &mut Count, status: Status, number: u32) {
    count.came_in += number;
    match status {
        Status::Answered | Status::Resolved | Status::Closed => count.dealt_with += number,
        Status::Withdrawn => count.withdrawn += number,
        _ => {}
    }
}

fn add_open(count: &mut Count, status: Status, number: u32) {
    count.open += number;
    if status == Status::WaitingDocuments {
        count.waiting += number;
    }
}

fn add_overdue(count: &mut Count, _: Status, number: u32) {
    count.overdue += number;
}

impl Count {
    fn with(mut self, other: &Self) -> Self {
        self.came_in += other.came_in;
        self.dealt_with += other.dealt_with;
        self.withdrawn += other.withdrawn;
        self.open += other.open;
        self.overdue += other.overdue;
        self.waiting += other.waiting;
        self
    }
}
