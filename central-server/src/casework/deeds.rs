//! What an agent does with a complaint: it is checked, judged as the complaint stands at that moment, and written
//! into the centre's own log and the feed of the office that holds the complaint.

use ::complaints::{Author, Body, Complaint, ComplaintId, Moment, Operation, Refusal, StepRecord, Verdict};
use sync_protocol::MAX_OPERATION_BYTES;

use super::DeedOutcome;
use crate::centre::Centre;
use crate::error::CentreError;
use crate::people::Agent;
use crate::record::record;
use crate::store::{complaints, devices, offices, retrying};

impl Centre {
    /// Passes on, answers, changes the status or notes. `seen_version` is the version on the agent's page: when
    /// somebody has changed the complaint since, nothing is written. A note is no change, and goes through always.
    ///
    /// # Errors
    /// [`CentreError::NotAllowed`], [`CentreError::Invalid`] (an empty text, an unknown institution, a kind of
    /// operation that is not an agent's), [`CentreError::NotFound`], or the store's.
    pub async fn deed(
        &self,
        agent: &Agent,
        complaint: ComplaintId,
        seen_version: Option<u32>,
        body: Body,
    ) -> Result<DeedOutcome, CentreError> {
        let body = self.checked_body(agent, body)?;
        let author = Author {
            name: agent.name.clone(),
            clerk: None,
            institution: agent.institution.clone(),
            capacity: None,
        };
        let allowed = |complaint: &Complaint| {
            let elsewhere =
                || CentreError::NotAllowed("this complaint is with another institution".to_owned());
            if agent.may_see(complaint) { Ok(()) } else { Err(elsewhere()) }
        };
        self.act(&author, complaint, seen_version, &body, allowed).await
    }

    /// Does something with a complaint in somebody's name: once more after a conflict, under the lock of the office
    /// that holds it. `allowed` is asked about the complaint as it stands under that lock.
    ///
    /// # Errors
    /// Those of `allowed`, [`CentreError::Invalid`], [`CentreError::NotFound`], or the store's.
    pub(crate) async fn act(
        &self,
        author: &Author,
        complaint: ComplaintId,
        seen_version: Option<u32>,
        body: &Body,
        allowed: impl Fn(&Complaint) -> Result<(), CentreError>,
    ) -> Result<DeedOutcome, CentreError> {
        retrying(|| self.try_to_act(author, complaint, seen_version, body, &allowed)).await
    }

    async fn try_to_act(
        &self,
        author: &Author,
        id: ComplaintId,
        seen_version: Option<u32>,
        body: &Body,
        allowed: &impl Fn(&Complaint) -> Result<(), CentreError>,
    ) -> Result<DeedOutcome, CentreError> {
        let mut session = self.store.write().await?;
        let found = complaints::get(&mut session, id).await?.ok_or_else(not_found)?;
        let office = offices::lock(&mut session, found.office).await?;
        // Read once more: until the lock was ours, somebody else may have changed it.
        let complaint = complaints::get(&mut session, id).await?.ok_or_else(not_found)?;
        if complaint.office != office.code {
            // It was handed over until the lock was ours: once more, under the lock of the other office.
            return Err(CentreError::Conflict);
        }
        allowed(&complaint)?;
        if seen_version.is_some_and(|seen| is_overtaken(&complaint, seen, body)) {
            return Ok(DeedOutcome::Overtaken(complaint));
        }
        let at = Moment::from_zoned(&self.now());
        let operation = Operation { subject: Some(id), author: author.clone(), at, body: body.clone() };
        match Complaint::judge(Some(&complaint), &operation) {
            Verdict::Accepted => {}
            Verdict::Refused(Refusal::Overtaken) => return Ok(DeedOutcome::Overtaken(complaint)),
            Verdict::Refused(refusal) => return Ok(DeedOutcome::Refused(refusal)),
        }
        let payload = operation.to_bytes();
        if payload.len() > MAX_OPERATION_BYTES {
            return Err(CentreError::Invalid("this text is too long".to_owned()));
        }
        let missing = || CentreError::Damaged(format!("office {} has no log of the centre", office.code));
        let log = devices::get(&mut session, office.log_device).await?.ok_or_else(missing)?;
        let entry = log.head.then(log.id, &log.salts, payload);
        record(self, &mut session, office, &log, vec![entry]).await?;
        let changed = complaints::get(&mut session, id).await?.ok_or_else(not_found)?;
        session.commit().await?;
        Ok(DeedOutcome::Done(changed))
    }

    /// What does not depend on how the complaint stands.
    fn checked_body(&self, agent: &Agent, body: Body) -> Result<Body, CentreError> {
        let empty = |text: &str| text.trim().is_empty();
        let invalid = |why: &str| Err(CentreError::Invalid(why.to_owned()));
        match &body {
            Body::Route(_) if !agent.may_route() => {
                Err(CentreError::NotAllowed("only the unit at the centre passes complaints on".to_owned()))
            }
            Body::Route(route) if !self.profile.institutions.contains_key(&route.to) => {
                Err(CentreError::Invalid(format!("there is no institution “{}” in the profile", route.to)))
            }
            Body::Answer(answer) if empty(&answer.text) => invalid("an answer needs a text"),
            Body::Note(note) if empty(&note.text) => invalid("a note needs a text"),
            Body::RequestDocument(request) if empty(&request.what) => {
                invalid("say which document is asked for")
            }
            Body::Route(_)
            | Body::Answer(_)
            | Body::Note(_)
            | Body::ChangeStatus(_)
            | Body::RequestDocument(_)
            | Body::Tell(_) => Ok(body),
            Body::Register(_)
            | Body::Withdraw(_)
            | Body::CorrectField(_)
            | Body::ChooseValue(_)
            | Body::AttachDocument(_)
            | Body::Rate(_)
            | Body::HandOver(_)
            | Body::Escalate(_)
            | Body::Link(_)
            | Body::Retract(_)
            | Body::Assign(_)
            | Body::Triage(_)
            | Body::Merge(_)
            | Body::ClerkAdded(_)
            | Body::ClerkDisabled(_)
            | Body::ClerkChanged(_)
            | Body::Unknown { .. } => invalid(
                "an agent passes on, answers, asks for a document, tells the citizen, changes the status or notes; nothing else",
            ),
        }
    }
}

/// Whether somebody changed the complaint after that version in a way that the author of the deed must know of.
fn is_overtaken(complaint: &Complaint, seen: u32, body: &Body) -> bool {
    let is_change = |step: &StepRecord| {
        let operation = step.operation();
        let aside = matches!(
            operation,
            Some(Operation { body: Body::Note(_) | Body::AttachDocument(_) | Body::Tell(_), .. })
        );
        step.verdict == Verdict::Accepted && !aside
    };
    let unseen = complaint.steps.iter().skip(usize::try_from(seen).unwrap_or(usize::MAX));
    !matches!(body, Body::Note(_)) && unseen.into_iter().any(is_change)
}

fn not_found() -> CentreError {
    CentreError::NotFound("there is no such complaint".to_owned())
}
