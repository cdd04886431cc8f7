//! Putting two complaints together that are about the same: the younger one is dealt with together with the older one.
//! Both keep their stories, and what the older one is answered from then on the younger one is answered too.

use ::complaints::{Body, Complaint, ComplaintId, Link, Merge, Relation};

use super::DeedOutcome;
use super::deeds::not_found;
use crate::access::Right;
use crate::centre::Centre;
use crate::error::CentreError;
use crate::people::Agent;
use crate::store::{complaints, told_apart};

/// What is done with two complaints that look alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Putting {
    /// The younger one is dealt with together with the older one.
    Together,
    /// They stay two, and each names the other.
    Linked(Relation),
    /// They have nothing to do with each other, and are not shown as alike again.
    Apart,
}

impl Centre {
    /// Says how two complaints belong together. `seen_version` is that of the first one. What comes back is the younger
    /// one for [`Putting::Together`], else the first one.
    ///
    /// # Errors
    /// [`CentreError::NotAllowed`], [`CentreError::Invalid`] when the older one is finished or there is no such other,
    /// [`CentreError::NotFound`], or the store's.
    pub async fn put(
        &self,
        agent: &Agent,
        (one, seen_version): (ComplaintId, u32),
        other: ComplaintId,
        putting: Putting,
    ) -> Result<DeedOutcome, CentreError> {
        if !agent.role.may(Right::Merge) {
            return Err(CentreError::NotAllowed("only the unit puts complaints together".to_owned()));
        }
        if one == other {
            return Err(CentreError::Invalid("these are not two complaints".to_owned()));
        }
        let both = complaints::of_ids(&mut self.store.read().await?, &[one, other]).await?;
        let [first, second] = both.as_slice() else { return Err(not_found()) };
        match putting {
            Putting::Together => {
                let (older, younger) = by_age(first, second);
                let older = self.root(older).await?;
                if older.id == younger.id {
                    return Err(CentreError::Invalid("they are together already".to_owned()));
                }
                let merge = Merge { into: older.id, reference: older.register.reference };
                let seen = if younger.id == one { seen_version } else { younger.version };
                self.deed(agent, younger.id, Some(seen), Body::Merge(merge)).await
            }
            Putting::Linked(relation) => {
                let link = |other: &Complaint| {
                    Body::Link(Link { other: other.id, reference: other.register.reference, relation })
                };
                let outcome = self.deed(agent, one, Some(seen_version), link(second)).await?;
                // That the other one names this one is a courtesy to its reader, done where it is not done yet.
                if matches!(outcome, DeedOutcome::Done(_))
                    && relation != Relation::Continues
                    && !second.is_linked_with(one)
                {
                    self.deed(agent, other, None, link(first)).await?;
                }
                Ok(outcome)
            }
            Putting::Apart => {
                let mut session = self.store.write().await?;
                told_apart::add(&mut session, (one, other), agent.id, self.clock.now_ms()).await?;
                session.commit().await?;
                Ok(DeedOutcome::Done(first.clone()))
            }
        }
    }

    /// The complaints that are dealt with together with one.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn dealt_with_together(&self, id: ComplaintId) -> Result<Vec<ComplaintId>, CentreError> {
        let found = complaints::kin::merged_into(&mut self.store.read().await?, id).await?;
        Ok(found.into_iter().map(|(id, _)| id).collect())
    }

    /// The complaint with which one is dealt with: itself, or the one at the end of its merges.
    async fn root(&self, complaint: &Complaint) -> Result<Complaint, CentreError> {
        let mut session = self.store.read().await?;
        let mut root = complaint.clone();
        let mut seen = vec![root.id];
        while let Some(merge) = &root.merged_into {
            let next = complaints::get(&mut session, merge.into).await?.ok_or_else(not_found)?;
            if seen.contains(&next.id) {
                break;
            }
            seen.push(next.id);
            root = next;
        }
        Ok(root)
    }
}

/// The older one first; of one moment the one with the smaller id.
fn by_age<'a>(one: &'a Complaint, other: &'a Complaint) -> (&'a Complaint, &'a Complaint) {
    let age = |complaint: &Complaint| (complaint.recorded_at().unix_ms, complaint.id);
    if age(one) <= age(other) { (one, other) } else { (other, one) }
}
