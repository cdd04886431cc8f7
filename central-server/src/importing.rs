//! Taking an older register over: each of its lines becomes a complaint as if it had been filed then, with what became of it.
//! How its columns are to be read stands in a [`Mapping`]; a line that does not fit is left out and told why.
//!
//! ```text
//! line ──mapping──▶ Entry ──one transaction for many──▶ registration, answer, statuses; `imported`
//! ```

mod mapping;

use std::collections::BTreeMap;

use ::complaints::{
    Answer, Author, Body, Capacity, ChangeStatus, Complaint, Moment, Operation, Status, Verdict,
};

use crate::centre::Centre;
use crate::error::CentreError;
use crate::filing::Filing;
use crate::record::record_quietly;
use crate::store::{Session, complaints, devices, imported, offices, retrying};

pub(crate) use mapping::{Mapping, Register};

/// A line of a register, as it is to be filed.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// Its own number there.
    pub(crate) number: String,
    /// What is filed.
    pub(crate) filing: Filing,
    /// What became of it.
    pub(crate) outcome: Option<Outcome>,
}

/// What became of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Outcome {
    /// Where it stands.
    pub(crate) status: Status,
    /// What the citizen was answered.
    pub(crate) answer: Option<String>,
    /// When.
    pub(crate) at: Moment,
}

/// What came of lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Imported {
    /// Taken over now.
    pub(crate) taken: u64,
    /// Taken over before.
    pub(crate) known: u64,
    /// Left out: number of the line in the list that was handed in, and why.
    pub(crate) refused: BTreeMap<usize, String>,
}

impl Centre {
    /// Takes lines of a register over, all in one transaction. Those that were taken over before are left alone.
    /// `really`: else everything is checked and nothing written.
    ///
    /// # Errors
    /// [`CentreError`] of the store; nothing was written then.
    pub(crate) async fn import(
        &self,
        source: &str,
        entries: &[Entry],
        really: bool,
    ) -> Result<Imported, CentreError> {
        retrying(|| self.try_to_import(source, entries, really)).await
    }

    async fn try_to_import(
        &self,
        source: &str,
        entries: &[Entry],
        really: bool,
    ) -> Result<Imported, CentreError> {
        let numbers: Vec<&str> = entries.iter().map(|entry| entry.number.as_str()).collect();
        let known = imported::known(&mut self.store.read().await?, source, &numbers).await?;
        let mut done = Imported::default();
        let mut session = if really { Some(self.store.write().await?) } else { None };
        for (at, (entry, known)) in entries.iter().zip(known).enumerate() {
            if known {
                done.known += 1;
                continue;
            }
            if let Err(why) = self.checked_entry(entry) {
                done.refused.insert(at, why);
                continue;
            }
            let Some(session) = &mut session else {
                done.taken += 1;
                continue;
            };
            if self.take_over(session, source, entry).await? {
                done.taken += 1;
            } else {
                done.known += 1;
            }
        }
        if let Some(session) = session {
            session.commit().await?;
        }
        Ok(done)
    }

    /// Everything that would keep an entry from being filed.
    fn checked_entry(&self, entry: &Entry) -> Result<(), String> {
        let told = |error: CentreError| error.to_string();
        self.office_for(&entry.filing).map_err(told)?;
        self.checked_category(&entry.filing).map_err(told)?;
        let longest = entry.outcome.as_ref().and_then(|outcome| outcome.answer.as_ref());
        if longest.is_some_and(|answer| answer.chars().count() > ::complaints::LONGEST_TEXT) {
            return Err(format!("the answer has more than {} characters", ::complaints::LONGEST_TEXT));
        }
        Ok(())
    }

    /// Whether it is new.
    async fn take_over(
        &self,
        session: &mut Session,
        source: &str,
        entry: &Entry,
    ) -> Result<bool, CentreError> {
        let author = Author {
            name: source.to_owned(),
            clerk: None,
            institution: None,
            capacity: Some(Capacity::Automatic),
        };
        let office = self.office_for(&entry.filing)?;
        let category = self.checked_category(&entry.filing)?;
        // Two who import at once wait for each other here, and the second one finds what the first one has written.
        offices::lock(session, office).await?;
        if imported::known(session, source, &[&entry.number]).await? == [true] {
            return Ok(false);
        }
        let filed = self.file_in(session, office, &entry.filing, category, &author).await?;
        imported::note(session, source, &entry.number, filed.id, self.clock.now_ms()).await?;
        if let Some(outcome) = &entry.outcome {
            self.bring_to(session, &filed, outcome, &author).await?;
        }
        Ok(true)
    }

    /// Writes down what became of a complaint, at the time at which it did.
    async fn bring_to(
        &self,
        session: &mut Session,
        filed: &Complaint,
        outcome: &Outcome,
        author: &Author,
    ) -> Result<(), CentreError> {
        let operations = story(filed, outcome, author)?;
        if operations.is_empty() {
            return Ok(());
        }
        let office = offices::lock(session, filed.office).await?;
        let missing = || CentreError::Damaged(format!("office {} has no log of the centre", office.code));
        let log = devices::get(session, office.log_device).await?.ok_or_else(missing)?;
        let mut head = log.head;
        let mut entries = Vec::with_capacity(operations.len());
        for operation in operations {
            let entry = head.then(log.id, &log.salts, operation.to_bytes());
            head = entry.head();
            entries.push(entry);
        }
        // Nobody is told by a notice what was done years ago.
        record_quietly(self, session, office, &log, entries).await?;
        match complaints::get(session, filed.id).await? {
            Some(complaint) if complaint.status == outcome.status => Ok(()),
            _ => Err(CentreError::Damaged(format!(
                "{} did not take what became of it",
                filed.register.reference
            ))),
        }
    }
}

/// The operations that lead from a registration to where it stands.
fn story(filed: &Complaint, outcome: &Outcome, author: &Author) -> Result<Vec<Operation>, CentreError> {
    let mut complaint = filed.clone();
    let mut operations = Vec::new();
    let mut bodies = Vec::new();
    if let Some(text) = &outcome.answer {
        let definitive = outcome.status.is_dealt_with();
        bodies.push(Body::Answer(Answer { text: text.clone(), definitive }));
    }
    loop {
        let body = match bodies.pop() {
            Some(body) => body,
            None if complaint.status == outcome.status => return Ok(operations),
            None => match step(complaint.status, outcome.status) {
                Some(to) => Body::ChangeStatus(ChangeStatus { from: complaint.status, to, text: None }),
                None => {
                    let what = format!("no way leads from {} to {}", complaint.status, outcome.status);
                    return Err(CentreError::Invalid(what));
                }
            },
        };
        let operation =
            Operation { subject: Some(complaint.id), author: author.clone(), at: outcome.at, body };
        let verdict = Complaint::judge(Some(&complaint), &operation);
        if verdict != Verdict::Accepted {
            return Err(CentreError::Invalid(format!("{} cannot be reached", outcome.status)));
        }
        complaint = Complaint::apply(Some(complaint), &operation, verdict)
            .map_err(|error| CentreError::Damaged(error.to_string()))?;
        operations.push(operation);
    }
}

/// The next status on the way.
fn step(from: Status, to: Status) -> Option<Status> {
    if from.next().contains(&to) {
        return Some(to);
    }
    // What is closed was settled before.
    from.next().contains(&Status::Resolved).then_some(Status::Resolved).filter(|_| to == Status::Closed)
}
