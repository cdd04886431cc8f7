//! Making two complaints of one that tells of two matters: the new one is registered at the same office, names the same
//! citizen, and each says that the other was a part of it.

use ::complaints::{
    Body, Channel, Complaint, ComplaintId, DocumentId, Kind, Link, Moment, Operation, Refusal, Relation,
};

use super::DeedOutcome;
use super::deeds::{is_overtaken, not_found};
use crate::access::Right;
use crate::centre::Centre;
use crate::error::CentreError;
use crate::filing::Filing;
use crate::people::Agent;
use crate::store::{complaints, offices, retrying};

/// What becomes a complaint of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// What it is.
    pub kind: Kind,
    /// Code of its category.
    pub category: String,
    /// Code of the institution that it goes to; none: the category's.
    pub institution: Option<String>,
    /// A few words; empty: the first words of the text.
    pub subject: String,
    /// What happened, in that matter.
    pub text: String,
    /// Which documents go along. They stay with the first one too.
    pub documents: Vec<DocumentId>,
}

impl Centre {
    /// Splits a complaint; the new one, when it was done. All of it is written at once, or nothing.
    ///
    /// # Errors
    /// [`CentreError::NotAllowed`], [`CentreError::Invalid`], [`CentreError::NotFound`], or the store's.
    pub async fn split(
        &self,
        agent: &Agent,
        id: ComplaintId,
        seen_version: u32,
        split: &Split,
    ) -> Result<DeedOutcome, CentreError> {
        if !agent.role.may(Right::Split) {
            return Err(CentreError::NotAllowed("only the unit at the centre splits complaints".to_owned()));
        }
        retrying(|| self.try_to_split(agent, id, seen_version, split)).await
    }

    async fn try_to_split(
        &self,
        agent: &Agent,
        id: ComplaintId,
        seen_version: u32,
        split: &Split,
    ) -> Result<DeedOutcome, CentreError> {
        let mut session = self.store.write().await?;
        let found = complaints::get(&mut session, id).await?.ok_or_else(not_found)?;
        offices::lock(&mut session, found.office).await?;
        let first = complaints::get(&mut session, id).await?.ok_or_else(not_found)?;
        if first.office != found.office {
            return Err(CentreError::Conflict);
        }
        let of_it = |document: &&DocumentId| {
            first.documents.iter().all(|known| known.attached.document != **document)
        };
        if split.documents.iter().find(of_it).is_some() {
            return Err(CentreError::Invalid("this document is none of the complaint’s".to_owned()));
        }
        // What splitting adds to the first one.
        let link = |other: &Complaint| Link {
            other: other.id,
            reference: other.register.reference,
            relation: Relation::Part,
        };
        if is_overtaken(&first, seen_version, &[Body::Link(link(&first))]) {
            return Ok(DeedOutcome::Overtaken(first));
        }
        if first.status.is_finished() {
            return Ok(DeedOutcome::Refused(Refusal::Finished));
        }
        let filing = filing(&first, split);
        // What the citizen asked for goes along, whatever the other category offers.
        let category = self.checked_category(&Filing { discretion: None, ..filing.clone() })?;
        let author = agent.author();
        let new = self.file_in(&mut session, first.office, &filing, category, &author).await?;
        let at = Moment::from_zoned(&self.now());
        let operation = |subject: &Complaint, body: Body| {
            Operation { subject: Some(subject.id), author: author.clone(), at, body }.to_bytes()
        };
        let mut payloads =
            vec![operation(&first, Body::Link(link(&new))), operation(&new, Body::Link(link(&first)))];
        let attached = first.documents.iter().map(|known| &known.attached);
        let chosen = attached.filter(|attached| split.documents.contains(&attached.document));
        payloads.extend(chosen.map(|attached| operation(&new, Body::AttachDocument(attached.clone()))));
        let office = offices::lock(&mut session, first.office).await?;
        self.write_down(&mut session, office, payloads).await?;
        let new = complaints::get(&mut session, new.id).await?.ok_or_else(not_found)?;
        session.commit().await?;
        Ok(DeedOutcome::Done(new))
    }
}

/// The new complaint. It counts from the day of the first one: the citizen has waited since then.
fn filing(first: &Complaint, split: &Split) -> Filing {
    let register = &first.register;
    Filing {
        channel: Channel::Split,
        office: Some(first.office),
        kind: split.kind,
        category: split.category.clone(),
        institution: split.institution.clone(),
        subject: split.subject.clone(),
        text: split.text.clone(),
        place: register.place.clone(),
        language: register.language.clone(),
        citizen: register.citizen.clone(),
        contact_by: register.contact_by.clone(),
        notice_language: register.notice_language.clone(),
        representative: register.representative.clone(),
        discretion: register.discretion,
        point: register.point,
        recorded_at: Some(first.recorded_at()),
    }
}
