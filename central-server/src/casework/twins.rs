//! Complaints that may be about the same as one that came in: a hint for the unit, found among the recent ones of the
//! same heading and of the same person.

use ::complaints::profile::text_in;
use ::complaints::{Alike, Complaint, Sketch, alike};

use crate::access::Right;
use crate::centre::Centre;
use crate::error::CentreError;
use crate::people::Agent;
use crate::store::{Session, complaints, told_apart};

/// How far back is looked: as far as the rules of [`alike`] reach.
const DAYS_BACK: i64 = 200;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// More than these say nothing more.
const MOST_TWINS: usize = 3;

/// A complaint that may be about the same.
#[derive(Debug, Clone)]
pub struct Twin {
    /// It.
    pub complaint: Complaint,
    /// Why.
    pub why: Alike,
}

impl Centre {
    /// What may be the same as a complaint, the likeliest first, at most three. What was told apart or is linked or
    /// dealt with together already is not among them.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn twins(&self, agent: &Agent, complaint: &Complaint) -> Result<Vec<Twin>, CentreError> {
        if !agent.role.may(Right::Merge) {
            return Ok(Vec::new());
        }
        self.twins_in(&mut self.store.read().await?, complaint).await
    }

    /// For each of these complaints whether there is one that may be the same.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn perhaps_twice(
        &self,
        agent: &Agent,
        ids: &[::complaints::ComplaintId],
    ) -> Result<Vec<::complaints::ComplaintId>, CentreError> {
        if !agent.role.may(Right::Merge) {
            return Ok(Vec::new());
        }
        let mut session = self.store.read().await?;
        let mut twice = Vec::new();
        for complaint in complaints::of_ids(&mut session, ids).await? {
            if !self.twins_in(&mut session, &complaint).await?.is_empty() {
                twice.push(complaint.id);
            }
        }
        Ok(twice)
    }

    async fn twins_in(&self, session: &mut Session, complaint: &Complaint) -> Result<Vec<Twin>, CentreError> {
        let group = |code: &str| self.profile.category(code).map(|it| text_in(&it.group, "en"));
        let ours = group(&complaint.register.category);
        let same_group = self.profile.categories.iter().filter(|it| Some(text_in(&it.group, "en")) == ours);
        let mut categories: Vec<String> = same_group.map(|it| it.code.clone()).collect();
        if categories.is_empty() {
            categories.push(complaint.register.category.clone());
        }
        let from_ms = complaint.recorded_at().unix_ms - DAYS_BACK * DAY_MS;
        let others = complaints::kin::candidates(session, complaint, &categories, from_ms).await?;
        let apart = told_apart::of(session, complaint.id).await?;
        let sketch = Sketch::of(complaint);
        let known = |other: &Complaint| {
            apart.contains(&other.id)
                || complaint.is_linked_with(other.id)
                || other.is_linked_with(complaint.id)
        };
        let mut twins: Vec<Twin> = others
            .into_iter()
            .filter(|other| !known(other))
            .filter_map(|other| {
                let why = alike(&sketch, &other, categories.contains(&other.register.category))?;
                Some(Twin { complaint: other, why })
            })
            .collect();
        twins.sort_by_key(|twin| std::cmp::Reverse((twin.why, twin.complaint.recorded_at().unix_ms)));
        twins.truncate(MOST_TWINS);
        Ok(twins)
    }
}
