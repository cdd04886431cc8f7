//! What a citizen does with a complaint: judged as it stands at that moment, written as operations in the citizen's own
//! capacity, together with the contents of documents, all in one transaction.

use ::complaints::{
    Author, Body, Capacity, ChangeStatus, Complaint, ComplaintId, Discretion, DocumentId, Escalate, Moment,
    Note, Operation, Rate, Refusal, Status, Verdict, Withdraw,
};

use super::forms::SentFile;
use super::possible::Possible;
use super::session::{PortalSession, may_see};
use crate::casework::DeedOutcome;
use crate::centre::Centre;
use crate::documents::take;
use crate::error::CentreError;
use crate::store::{Session, complaints, offices, retrying};

/// A remark that comes a second time within this while is the same one, sent twice.
const SAME_REMARK_MS: i64 = 10 * 60_000;

/// What a citizen does.
#[derive(Debug, Clone)]
pub enum CitizenDeed {
    /// Writes a remark.
    Remark(String),
    /// Adds documents; whether they are all that was asked for, so that the clock runs again.
    Documents(Vec<SentFile>, bool),
    /// Withdraws it, perhaps with the reason.
    Withdraw(Option<String>),
    /// Says how content one is.
    Rate(Rate),
    /// Has it taken up once more, and says why.
    Reopen(String),
    /// Has it taken up once more and brought before the unit at the centre, and says why.
    Appeal(String),
}

impl Centre {
    /// Does something with a complaint that this browser may see. `unnamed` stands in the history for somebody who gave
    /// no name, or not to everybody.
    ///
    /// # Errors
    /// [`CentreError::NotFound`] when the browser may not see it, [`CentreError::Invalid`], or the store's.
    pub async fn citizen_deed(
        &self,
        portal: &PortalSession,
        complaint: ComplaintId,
        deed: &CitizenDeed,
        unnamed: &str,
    ) -> Result<DeedOutcome, CentreError> {
        retrying(|| self.try_citizen_deed(portal, complaint, deed, unnamed)).await
    }

    async fn try_citizen_deed(
        &self,
        portal: &PortalSession,
        id: ComplaintId,
        deed: &CitizenDeed,
        unnamed: &str,
    ) -> Result<DeedOutcome, CentreError> {
        let mut session = self.store.write().await?;
        if !may_see(&mut session, portal, id).await? {
            return Err(CentreError::NotFound("there is no such complaint".to_owned()));
        }
        let complaint = self.locked(&mut session, id).await?;
        let now = self.now();
        if is_the_same_again(&complaint, deed, now.timestamp().as_millisecond()) {
            return Ok(DeedOutcome::Done(complaint));
        }
        let possible = Possible::of(&complaint, self.profile.portal, now.date());
        if !allows(&possible, deed) {
            return Ok(DeedOutcome::Refused(Refusal::NotPossible));
        }
        let author = citizen_author(&complaint, unnamed);
        let bodies = bodies(&complaint, deed);
        if bodies.is_empty() {
            return Ok(DeedOutcome::Done(complaint));
        }
        if let Some(refusal) = refused(&complaint, &author, Moment::from_zoned(&now), &bodies)? {
            return Ok(DeedOutcome::Refused(refusal));
        }
        self.append_in(&mut session, &complaint, &author, bodies).await?;
        if let CitizenDeed::Documents(files, _) = deed {
            for file in files {
                let content = &file.file.content;
                let document = DocumentId::of(content);
                take(self, &mut session, complaint.office, &document, &[(0, content)]).await?;
            }
        }
        let changed = complaints::get(&mut session, id).await?.ok_or_else(gone)?;
        session.commit().await?;
        Ok(DeedOutcome::Done(changed))
    }

    /// A complaint under the lock of the office that holds it.
    pub(super) async fn locked(
        &self,
        session: &mut Session,
        id: ComplaintId,
    ) -> Result<Complaint, CentreError> {
        let found = complaints::get(session, id).await?.ok_or_else(gone)?;
        let office = offices::lock(session, found.office).await?;
        let complaint = complaints::get(session, id).await?.ok_or_else(gone)?;
        // It was handed over until the lock was ours: once more, under the lock of the other office.
        if complaint.office == office.code { Ok(complaint) } else { Err(CentreError::Conflict) }
    }
}

/// Who stands in the history: by name only where everybody may know it.
pub(crate) fn citizen_author(complaint: &Complaint, unnamed: &str) -> Author {
    let register = &complaint.register;
    let is_open = matches!(register.discretion, None | Some(Discretion::Open));
    let name = register.citizen.full_name();
    author(if is_open { &name } else { "" }, unnamed)
}

/// The same for somebody of that name, or of none.
pub(crate) fn author(name: &str, unnamed: &str) -> Author {
    let name = if name.trim().is_empty() { unnamed } else { name };
    Author { name: name.to_owned(), clerk: None, institution: None, capacity: Some(Capacity::Citizen) }
}

fn allows(possible: &Possible, deed: &CitizenDeed) -> bool {
    match deed {
        CitizenDeed::Remark(_) => possible.remark,
        CitizenDeed::Documents(..) => possible.documents,
        CitizenDeed::Withdraw(_) => possible.withdraw,
        CitizenDeed::Rate(_) => possible.rate.is_some(),
        CitizenDeed::Reopen(_) => possible.reopen.is_some(),
        CitizenDeed::Appeal(_) => possible.appeal.is_some(),
    }
}

/// What is written for a deed, in this order. Documents that the complaint has already are not added again.
fn bodies(complaint: &Complaint, deed: &CitizenDeed) -> Vec<Body> {
    let change = |to: Status, text: Option<&str>| {
        Body::ChangeStatus(ChangeStatus { from: complaint.status, to, text: text.map(str::to_owned) })
    };
    match deed {
        CitizenDeed::Remark(text) => vec![Body::Note(Note { text: text.clone(), for_citizen: true })],
        CitizenDeed::Documents(files, are_all) => {
            let is_new =
                |id: DocumentId| complaint.documents.iter().all(|known| known.attached.document != id);
            let files = files.iter().map(SentFile::kept).filter(|file| is_new(file.id));
            let mut bodies: Vec<Body> = files.map(|file| Body::AttachDocument(file.attached())).collect();
            if *are_all && complaint.status == Status::WaitingDocuments {
                bodies.push(change(Status::InProgress, None));
            }
            bodies
        }
        CitizenDeed::Withdraw(text) => vec![Body::Withdraw(Withdraw { text: text.clone() })],
        CitizenDeed::Rate(rate) => vec![Body::Rate(rate.clone())],
        CitizenDeed::Reopen(text) => vec![change(Status::Reopened, Some(text))],
        // Escalating alone would leave it among those that have their answer.
        CitizenDeed::Appeal(text) => {
            vec![change(Status::Reopened, None), Body::Escalate(Escalate { to: None, text: text.clone() })]
        }
    }
}

/// Why the rules forbid one of these deeds after those before it.
fn refused(
    complaint: &Complaint,
    author: &Author,
    at: Moment,
    bodies: &[Body],
) -> Result<Option<Refusal>, CentreError> {
    let mut complaint = complaint.clone();
    for body in bodies {
        let operation =
            Operation { subject: Some(complaint.id), author: author.clone(), at, body: body.clone() };
        match Complaint::judge(Some(&complaint), &operation) {
            Verdict::Refused(refusal) => return Ok(Some(refusal)),
            accepted @ Verdict::Accepted => {
                complaint = Complaint::apply(Some(complaint), &operation, accepted)
                    .map_err(|error| CentreError::Damaged(error.to_string()))?;
            }
        }
    }
    Ok(None)
}

fn is_the_same_again(complaint: &Complaint, deed: &CitizenDeed, now_ms: i64) -> bool {
    let CitizenDeed::Remark(text) = deed else { return false };
    complaint.steps.iter().rev().take_while(|step| now_ms - step.at.unix_ms < SAME_REMARK_MS).any(|step| {
        let same = |body: &Body| matches!(body, Body::Note(note) if note.for_citizen && note.text == *text);
        step.author.capacity == Some(Capacity::Citizen)
            && step.operation().is_some_and(|operation| same(&operation.body))
    })
}

fn gone() -> CentreError {
    CentreError::NotFound("there is no such complaint".to_owned())
}
