//! Once a notice has left, the citizen has been told: the story of the complaint says so, and the office's list of
//! citizens to tell is shorter. What never left stays on that list.

use ::complaints::profile::text_in;
use ::complaints::{
    Author, Body, Capacity, Complaint, ContactWay, Moment, Operation, Reach, Status, StepMark, Tell, Verdict,
};

use crate::centre::Centre;
use crate::error::CentreError;
use crate::notices::NoticeChannel;
use crate::record::record;
use crate::store::outbox::{self, OutboxRow};
use crate::store::{complaints, devices, offices, retrying};

const AT_ONCE: u32 = 100;

impl Centre {
    /// Who stands in histories where nobody did it: the centre, by a rule.
    pub(crate) fn by_itself(&self) -> Author {
        Author {
            name: text_in(&self.profile.title, self.profile.own_language()).to_owned(),
            clerk: None,
            institution: None,
            capacity: Some(Capacity::Automatic),
        }
    }

    /// Writes into the stories who was told by notices that have left.
    pub(super) async fn write_down_who_was_told(&self) -> Result<(), CentreError> {
        loop {
            let untold = outbox::untold(&mut self.store.read().await?, AT_ONCE).await?;
            for sent in &untold {
                retrying(|| self.write_down_told(&sent.row)).await?;
            }
            if untold.len() < AT_ONCE as usize {
                return Ok(());
            }
        }
    }

    async fn write_down_told(&self, row: &OutboxRow) -> Result<(), CentreError> {
        let mut session = self.store.write().await?;
        let found = match row.complaint {
            Some(id) => complaints::get(&mut session, id).await?,
            None => None,
        };
        let is_first = match found {
            None => outbox::told(&mut session, row.id).await?,
            Some(found) => {
                let office = offices::lock(&mut session, found.office).await?;
                // Read under the lock: another server may have written it down, or somebody handed it over.
                let complaint = complaints::get(&mut session, found.id).await?.unwrap_or(found);
                if complaint.office != office.code {
                    return Err(CentreError::Conflict);
                }
                let is_first = outbox::told(&mut session, row.id).await?;
                if let Some(tell) = tell(row, &complaint).filter(|_| is_first) {
                    let at = Moment::from_zoned(&self.now());
                    let (subject, author) = (Some(complaint.id), self.by_itself());
                    let operation = Operation { subject, author, at, body: Body::Tell(tell) };
                    if Complaint::judge(Some(&complaint), &operation) == Verdict::Accepted {
                        let missing = || {
                            CentreError::Damaged(format!("office {} has no log of the centre", office.code))
                        };
                        let log = devices::get(&mut session, office.log_device).await?.ok_or_else(missing)?;
                        let entry = log.head.then(log.id, &log.salts, operation.to_bytes());
                        record(self, &mut session, office, &log, vec![entry]).await?;
                    }
                }
                is_first
            }
        };
        if is_first { session.commit().await } else { Ok(()) }
    }
}

/// What the story says of a notice that has left; none: nothing in it was still to be told.
fn tell(row: &OutboxRow, complaint: &Complaint) -> Option<Tell> {
    let way = match row.channel {
        NoticeChannel::Email => ContactWay::Email,
        NoticeChannel::Sms => ContactWay::Sms,
        NoticeChannel::Webhook => return None,
    };
    let is_said = |mark: &StepMark| {
        row.steps.contains(mark) || (row.kind == "document-asked" && waits_for_documents(complaint, mark))
    };
    let mut steps: Vec<StepMark> = complaint.to_tell()?.steps.into_iter().filter(is_said).collect();
    steps.sort_unstable();
    let is_news = steps.iter().any(|mark| row.steps.contains(mark));
    is_news.then_some(Tell { steps, way, reach: Reach::Reached, text: None })
}

/// Whether that step says that the matter waits for a document: whoever was asked for one knows it.
fn waits_for_documents(complaint: &Complaint, mark: &StepMark) -> bool {
    let step = complaint.steps.iter().find(|step| step.mark().as_ref() == Some(mark));
    let body = step.and_then(|step| step.operation()).map(|operation| operation.body);
    matches!(body, Some(Body::ChangeStatus(change)) if change.to == Status::WaitingDocuments)
}
