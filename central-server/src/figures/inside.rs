//! Figures for those who steer: why complaints have found no solution, how institutions and offices stand, when work comes in,
//! how the service is used. Nothing is hidden here; no person is told of either.

use std::collections::BTreeMap;

use ::complaints::days_since_1970;
use jiff::tz::TimeZone;

use super::facts::{AND, Cause};
use super::sums::{self, Period};
use super::{Axis, Cell, Month};
use crate::access::Right;
use crate::centre::Centre;
use crate::error::CentreError;
use crate::people::Agent;
use crate::store::page_uses::Use;
use crate::store::{page_uses, standing};

/// How far somebody sees figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reach {
    /// Those of one institution; none: all of them.
    pub(crate) institution: Option<String>,
}

/// How far an agent sees figures; none: not at all. The one place where that is decided.
pub(crate) fn reach(agent: &Agent) -> Option<Reach> {
    // An office's own people have their lists: these figures compare offices with each other.
    let sees = agent.role.may(Right::Overview) && agent.office.is_none();
    sees.then(|| Reach { institution: agent.institution.clone() })
}

/// How somebody stands.
#[derive(Debug, Clone)]
pub(crate) struct Score {
    /// Whose.
    pub(crate) code: String,
    /// What came in during the time, and what became of it.
    pub(crate) sums: Cell,
    /// Answers whose day is over today.
    pub(crate) overdue: u64,
}

/// Why complaints have found no solution: whose, and how many by cause.
pub(crate) type Causes = Vec<(String, [u64; Cause::ALL.len()])>;

/// The figures.
#[derive(Debug, Clone)]
pub(crate) struct Inside {
    /// Everything within reach.
    pub(crate) all: Score,
    /// By institution, the most first.
    pub(crate) institutions: Vec<Score>,
    /// By the office that took it, the most first; empty for an institution.
    pub(crate) offices: Vec<Score>,
    /// By locality, the most first; empty for an institution. What is overdue is not counted by place.
    pub(crate) places: Vec<Score>,
    /// By category; empty for an institution.
    pub(crate) causes_of_categories: Causes,
    /// By institution.
    pub(crate) causes_of_institutions: Causes,
    /// How many came in, by hour of the week from Monday at midnight; empty for an institution.
    pub(crate) hours: Vec<u64>,
    /// How the citizens' pages were used, by page; empty for an institution.
    pub(crate) uses: BTreeMap<String, Use>,
    /// Visits by hour of the day.
    pub(crate) visits: Vec<u64>,
}

impl Centre {
    /// The figures of a time within reach.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub(crate) async fn inside_figures(&self, period: Period, reach: &Reach) -> Result<Inside, CentreError> {
        let mut session = self.store.read().await?;
        let today = i64::from(days_since_1970(self.now().date()));
        let mut late: BTreeMap<String, u64> = BTreeMap::new();
        let mut late_at: BTreeMap<String, u64> = BTreeMap::new();
        for (institution, office, many) in standing::overdue(&mut session, today).await? {
            *late.entry(institution).or_default() += many;
            *late_at.entry(office.to_string()).or_default() += many;
        }
        let sums = sums::by(&mut session, Axis::Institution, period).await?;
        let mut institutions = scores(sums, &late);
        let causes = sums::by(&mut session, Axis::CauseOfInstitution, period).await?;
        let mut causes_of_institutions = causes_of(causes);
        let (mut offices, mut causes_of_categories, mut hours) = (Vec::new(), Vec::new(), Vec::new());
        let (mut uses, mut visits, mut places) = (BTreeMap::new(), Vec::new(), Vec::new());
        if let Some(own) = &reach.institution {
            institutions.retain(|score| score.code == *own);
            causes_of_institutions.retain(|(code, _)| code == own);
        } else {
            offices = scores(sums::by(&mut session, Axis::Office, period).await?, &late_at);
            places = scores(sums::by(&mut session, Axis::Place, period).await?, &BTreeMap::new());
            causes_of_categories = causes_of(sums::by(&mut session, Axis::CauseOfCategory, period).await?);
            hours = vec![0; 168];
            for (hour, sums) in sums::by(&mut session, Axis::Hour, period).await? {
                if let Some(count) = hour.parse().ok().and_then(|hour: usize| hours.get_mut(hour)) {
                    *count += sums.received;
                }
            }
            (uses, visits) = self.uses(&mut session, period).await?;
        }
        let mut all = Score { code: String::new(), sums: Cell::default(), overdue: 0 };
        for score in &institutions {
            all.sums.join(&score.sums);
            all.overdue += score.overdue;
        }
        Ok(Inside {
            all,
            institutions,
            offices,
            places,
            causes_of_categories,
            causes_of_institutions,
            hours,
            uses,
            visits,
        })
    }

    async fn uses(
        &self,
        session: &mut crate::store::Session,
        period: Period,
    ) -> Result<(BTreeMap<String, Use>, Vec<u64>), CentreError> {
        let hour = |month: Month| {
            let begun = month.first_day().to_zoned(self.time_zone.clone());
            begun.map_or(0, |begun| begun.timestamp().as_second().div_euclid(3_600))
        };
        let (mut uses, mut visits) = (BTreeMap::<String, Use>::new(), vec![0; 24]);
        let (from, before) = (hour(period.from), hour(Month(period.up_to.0 + 1)));
        for (hour, page, used) in page_uses::between(session, from, before).await? {
            let sum = uses.entry(page).or_default();
            sum.visits += used.visits;
            sum.views += used.views;
            sum.seconds += used.seconds;
            if let Some(count) = visits.get_mut(hour_of_day(hour, &self.time_zone)) {
                *count += used.visits;
            }
        }
        Ok((uses, visits))
    }
}

fn hour_of_day(hour: i64, zone: &TimeZone) -> usize {
    let at = jiff::Timestamp::from_second(hour.saturating_mul(3_600)).unwrap_or_default();
    usize::try_from(at.to_zoned(zone.clone()).hour()).unwrap_or(0)
}

/// The most first. Who has nothing in this time and something overdue from before is there too.
fn scores(sums: BTreeMap<String, Cell>, late: &BTreeMap<String, u64>) -> Vec<Score> {
    let mut sums = sums;
    for code in late.keys() {
        sums.entry(code.clone()).or_default();
    }
    let score = |(code, sums): (String, Cell)| {
        let overdue = late.get(&code).copied().unwrap_or(0);
        Score { code, sums, overdue }
    };
    let mut scores: Vec<Score> = sums.into_iter().map(score).collect();
    scores.sort_by(|one, other| {
        other.sums.received.cmp(&one.sums.received).then_with(|| one.code.cmp(&other.code))
    });
    scores
}

/// Whose complaints have found no solution, the most first.
fn causes_of(sums: BTreeMap<String, Cell>) -> Causes {
    let mut whose: BTreeMap<String, [u64; Cause::ALL.len()]> = BTreeMap::new();
    for (value, cell) in sums {
        let Some((cause, code)) = value.split_once(AND) else { continue };
        if let Some(at) = Cause::ALL.iter().position(|known| known.word() == cause) {
            whose.entry(code.to_owned()).or_default()[at] += cell.received;
        }
    }
    let mut causes: Causes = whose.into_iter().collect();
    causes.sort_by_key(|(_, counts)| std::cmp::Reverse(counts.iter().sum::<u64>()));
    causes
}

/// The words of the causes, in their order.
pub(crate) fn cause_words() -> [&'static str; Cause::ALL.len()] {
    Cause::ALL.map(Cause::word)
}
