//! What an agent may do with a complaint, and what a citizen may see of it. Pages and commands call this; no SQL
//! and no HTML belongs here.

mod checks;
mod deeds;
mod lists;
mod looks;
mod others;
mod overview;
mod splitting;
mod templates;
mod together;
mod twins;

use ::complaints::{AccessCode, Complaint, ComplaintId, Reference, Refusal};

pub use crate::store::complaints::lists::Length;
pub use lists::{Due, Group, Page, QueueFilter, QueuePage, QueueRow};
pub use looks::Look;
pub use overview::{Count, Overview};
pub use splitting::Split;
pub use templates::{NewTemplate, Template, TemplateDeed, TemplateId};
pub use together::Putting;
pub use twins::Twin;

use crate::centre::Centre;
use crate::error::CentreError;
use crate::store::complaints;

/// What came of a deed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeedOutcome {
    /// It counts; the complaint as it stands now.
    Done(Complaint),
    /// The rules forbid it as the complaint stands; nothing was written.
    Refused(Refusal),
    /// It would reach the citizens of other complaints and names this one's, or is of a matter that few people may see;
    /// nothing was written. Those need a text of their own.
    ForOneAlone,
    /// Somebody changed the complaint after the agent looked; nothing was written. The complaint as it stands now.
    Overtaken(Complaint),
}

impl Centre {
    /// The complaints of that reference: none, one, or more when a restored computer issued it twice. How much of one
    /// an agent may see says [`Agent::sight`](crate::people::Agent::sight).
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
}
