//! The centre's own deeds as time passes: who holds a complaint is reminded, what nobody answers goes up, who owes a
//! document is reminded of it, who was left alone by a withdrawal goes on alone. What is due when stands in `complaints`; each is done once, also with two servers: a notice
//! has an id, and what stands in a story is asked about under the lock on its office.

use std::sync::Arc;
use std::time::Duration;

use ::complaints::{
    Body, ChangeStatus, Complaint, Due, Escalate, Note, Operation, Retract, Status, StepMark, Verdict,
};
use jiff::civil::{Date, time};
use locales::{Args, Language, dates, texts, without_isolation};

use crate::casework::DeedOutcome;
use crate::centre::Centre;
use crate::error::CentreError;
use crate::notices::{self, AgentAddress, CitizenNews, HolderNews, NoticeKind};
use crate::people::AgentId;
use crate::store::{Session, agent_addresses, complaints, retrying};

/// How many complaints are looked at in one transaction.
const AT_ONCE: usize = 200;

/// How often a centre that serves looks.
const LOOK_AGAIN: Duration = Duration::from_secs(10 * 60);

/// What one look did. Reminders count as often as they are due, also when they were sent before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reminded {
    /// Complaints about which somebody is to be reminded.
    pub reminded: u32,
    /// Steps up.
    pub escalated: u32,
    /// Complaints that were closed for want of a document.
    pub closed: u32,
    /// Complaints that stand on their own again, because the one that they were dealt with together with was withdrawn.
    pub parted: u32,
}

impl Centre {
    /// Does what is due by itself now.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn remind(&self) -> Result<Reminded, CentreError> {
        let mut reminded = Reminded { parted: self.part_from_withdrawn().await?, ..Reminded::default() };
        if self.profile.escalation.is_none() {
            return Ok(reminded);
        }
        let today = self.now().date();
        let mut after = None;
        loop {
            let waiting = complaints::waiting(&mut self.store.read().await?, after, AT_ONCE).await?;
            let is_last = waiting.len() < AT_ONCE;
            after = waiting.last().map(|complaint| complaint.id);
            let due: Vec<(Complaint, Vec<Due>)> = waiting
                .into_iter()
                .map(|complaint| {
                    let due = complaint.due_by_itself(&self.profile, today);
                    (complaint, due)
                })
                .filter(|(_, due)| !due.is_empty())
                .collect();
            retrying(|| self.queue_reminders(&due)).await?;
            for (complaint, due) in &due {
                self.act_by_itself(complaint, due, today, &mut reminded).await?;
            }
            if is_last {
                return Ok(reminded);
            }
        }
    }

    /// Does so for ever, on working days by day: nobody's telephone rings at night.
    pub(crate) async fn remind_always(self: Arc<Self>) {
        while !self.is_past() {
            let now = self.now();
            let is_day = (time(8, 0, 0, 0)..time(18, 0, 0, 0)).contains(&now.time());
            if is_day && self.profile.calendar.is_working_day(now.date()) {
                match self.remind().await {
                    Ok(Reminded { escalated: 0, closed: 0, parted: 0, .. }) => {}
                    Ok(Reminded { escalated, closed, parted, .. }) => {
                        tracing::info!(escalated, closed, parted, "what was due by itself");
                    }
                    Err(error) => tracing::error!(%error, "what is due by itself was not done"),
                }
            }
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    }

    /// Queues the notices that belong to no operation.
    async fn queue_reminders(&self, due: &[(Complaint, Vec<Due>)]) -> Result<(), CentreError> {
        if due.is_empty() {
            return Ok(());
        }
        let mut session = self.store.write().await?;
        for (complaint, dues) in due {
            for due in dues {
                let news = match due {
                    Due::RemindHolder { due, days_before } => {
                        HolderNews::DueSoon { due: *due, days_before: *days_before }
                    }
                    Due::TellOverdue { due } => HolderNews::Overdue { due: *due },
                    Due::DemandInterim => HolderNews::InterimDemanded,
                    Due::RemindCitizen { .. } => {
                        self.remind_citizen(&mut session, complaint).await?;
                        continue;
                    }
                    Due::Escalate { .. } | Due::CloseWithoutDocument => continue,
                };
                let to = holders(&mut session, complaint).await?;
                notices::tell_holders(self, &mut session, complaint, &news, &to, &[]).await?;
            }
        }
        session.commit().await
    }

    async fn remind_citizen(&self, session: &mut Session, complaint: &Complaint) -> Result<(), CentreError> {
        let news = CitizenNews::DocumentReminder;
        let kind = NoticeKind::ForCitizen { reference: complaint.register.reference, news };
        let asked: Vec<StepMark> = asked_last(complaint).into_iter().collect();
        notices::tell(self, session, complaint, &kind, &asked).await
    }

    /// Whose complaint was put together with another one is not left behind when that one's citizen withdraws it: the deed
    /// that put them together is taken back, with a remark why, and the unit has it in its queue again.
    async fn part_from_withdrawn(&self) -> Result<u32, CentreError> {
        let left_alone = complaints::kin::left_alone(&mut self.store.read().await?).await?;
        let mut parted = 0;
        for complaint in left_alone {
            let Some(step) = complaint.merging_step() else { continue };
            let text = self.in_the_agents_language("notice-parting-reason", None);
            let bodies = [Body::Retract(Retract { step }), Body::Note(Note { text, for_citizen: false })];
            let still = |now: &Complaint| match now.merged_into == complaint.merged_into {
                true => Ok(()),
                false => Err(CentreError::NotAllowed("it is on its own already".to_owned())),
            };
            match self.act(&self.by_itself(), complaint.id, None, &bodies, still).await {
                Ok(DeedOutcome::Done(_)) => parted += 1,
                Ok(_) | Err(CentreError::NotAllowed(_)) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(parted)
    }

    async fn act_by_itself(
        &self,
        complaint: &Complaint,
        dues: &[Due],
        today: Date,
        reminded: &mut Reminded,
    ) -> Result<(), CentreError> {
        let is_reminder = |due: &Due| !matches!(due, Due::Escalate { .. } | Due::CloseWithoutDocument);
        reminded.reminded += u32::from(dues.iter().any(is_reminder));
        for due in dues {
            let (body, count) = match due {
                Due::Escalate { to, due } => {
                    let text = self.in_the_agents_language("notice-escalation-reason", Some(*due));
                    (Body::Escalate(Escalate { to: to.clone(), text }), &mut reminded.escalated)
                }
                Due::CloseWithoutDocument => {
                    let text = Some(self.in_the_agents_language("notice-closing-reason", None));
                    let (from, to) = (Status::WaitingDocuments, Status::Closed);
                    (Body::ChangeStatus(ChangeStatus { from, to, text }), &mut reminded.closed)
                }
                _ => continue,
            };
            // Asked once more under the lock: another server may have done it, or somebody has answered meanwhile.
            let still = |now: &Complaint| match now.due_by_itself(&self.profile, today).contains(due) {
                true => Ok(()),
                false => Err(CentreError::NotAllowed("it is not due any more".to_owned())),
            };
            match self.act(&self.by_itself(), complaint.id, None, std::slice::from_ref(&body), still).await {
                Ok(DeedOutcome::Done(_)) => *count += 1,
                Ok(_) | Err(CentreError::NotAllowed(_)) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// A sentence for the story, which has one language: English where the deployment has it, else its first.
    fn in_the_agents_language(&self, key: &str, day: Option<Date>) -> String {
        let language = self.profile.own_language().parse().unwrap_or(Language::En);
        let begun = Args::new();
        let args =
            day.into_iter().fold(begun, |args, day| args.with("day", dates::in_sentence(language, day)));
        without_isolation(&texts(language).text_with(key, &args))
    }
}

/// Who is reminded of a complaint: whoever deals with it in particular, else who answers for the institution.
async fn holders(session: &mut Session, complaint: &Complaint) -> Result<Vec<AgentAddress>, CentreError> {
    if let Some(assignee) = &complaint.assignee {
        let address = agent_addresses::of_agent(session, AgentId::from_bytes(assignee.agent)).await?;
        if let Some(address) = address {
            return Ok(vec![address]);
        }
    }
    notices::heads(session, &complaint.institution).await
}

/// The step by which the citizen was asked last. It names the reminder, so that each time of waiting has its own.
fn asked_last(complaint: &Complaint) -> Option<StepMark> {
    let asked = complaint.steps.iter().rev().find(|step| {
        let waits = matches!(
            step.operation(),
            Some(Operation { body: Body::ChangeStatus(change), .. }) if change.to == Status::WaitingDocuments
        );
        waits && step.verdict == Verdict::Accepted
    });
    asked.and_then(|step| step.mark())
}
