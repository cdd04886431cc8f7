//! Taking an older register over: each of its lines becomes a complaint as if it had been filed then, with what became of it.
//! How its columns are to be read stands in a [`Mapping`]; a line that does not fit is left out and told why.
//!
//! ```text
//! line ──mapping──▶ Entry ──one transaction for many, an office at a time──▶ registration, answer, statuses; `imported`
//! ```

mod mapping;

use std::collections::{BTreeMap, BTreeSet};

use ::complaints::{
    Answer, Author, Body, Capacity, ChangeStatus, Complaint, ComplaintId, Moment, OfficeCode, Operation,
    Status, Verdict,
};

use crate::centre::Centre;
use crate::error::CentreError;
use crate::filing::Filing;
use crate::record::record_quietly;
use crate::store::{Session, complaints, counters, devices, imported, offices, retrying};

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
        let (mut by_office, mut seen) = (BTreeMap::<_, Vec<usize>>::new(), BTreeSet::new());
        for (at, (entry, known)) in entries.iter().zip(known).enumerate() {
            if known || !seen.insert(&entry.number) {
                done.known += 1;
                continue;
            }
            match self.checked_entry(entry) {
                Ok(office) => by_office.entry(office).or_default().push(at),
                Err(why) => drop(done.refused.insert(at, why)),
            }
        }
        if !really {
            done.taken = by_office.values().map(|lines| lines.len() as u64).sum();
            return Ok(done);
        }
        let mut session = self.store.write().await?;
        for (office, lines) in by_office {
            let lines = lines.into_iter().map(|at| (at, &entries[at])).collect();
            self.take_over(&mut session, source, office, lines, &mut done).await?;
        }
        session.commit().await?;
        Ok(done)
    }

    /// The office that it goes to, or everything that would keep it from being filed.
    fn checked_entry(&self, entry: &Entry) -> Result<OfficeCode, String> {
        let told = |error: CentreError| error.to_string();
        let office = self.office_for(&entry.filing).map_err(told)?;
        self.checked_category(&entry.filing).map_err(told)?;
        let longest = entry.outcome.as_ref().and_then(|outcome| outcome.answer.as_ref());
        if longest.is_some_and(|answer| answer.chars().count() > ::complaints::LONGEST_TEXT) {
            return Err(format!("the answer has more than {} characters", ::complaints::LONGEST_TEXT));
        }
        Ok(office)
    }

    /// Takes lines of one office over: all of their operations are judged, folded and written together.
    async fn take_over(
        &self,
        session: &mut Session,
        source: &str,
        code: OfficeCode,
        lines: Vec<(usize, &Entry)>,
        done: &mut Imported,
    ) -> Result<(), CentreError> {
        // Two who import at once wait for each other here, and the second one finds what the first one has written.
        let office = offices::lock(session, code).await?;
        let numbers: Vec<&str> = lines.iter().map(|(_, entry)| entry.number.as_str()).collect();
        let known = imported::known(session, source, &numbers).await?;
        let (known, new): (Vec<_>, Vec<_>) = lines.into_iter().zip(known).partition(|(_, known)| *known);
        done.known += known.len() as u64;
        let many = u32::try_from(new.len()).unwrap_or(u32::MAX);
        let first = counters::next_references(session, code, many).await?;
        let missing = || CentreError::Damaged(format!("office {code} has no log of the centre"));
        let log = devices::get(session, office.log_device).await?.ok_or_else(missing)?;
        let author = Author {
            name: source.to_owned(),
            clerk: None,
            institution: None,
            capacity: Some(Capacity::Automatic),
        };
        let (mut head, mut operations) = (log.head, Vec::new());
        let (mut taken, mut expected) = (Vec::new(), Vec::new());
        for (counter, ((at, entry), _)) in (first..).zip(new) {
            let payloads = match self.operations(code, counter, entry, &author) {
                Ok((id, payloads)) => {
                    taken.push((entry.number.as_str(), id));
                    let status = entry.outcome.as_ref().map_or(Status::Received, |outcome| outcome.status);
                    expected.push((id, status));
                    payloads
                }
                Err(CentreError::Invalid(why)) => {
                    done.refused.insert(at, why);
                    continue;
                }
                Err(other) => return Err(other),
            };
            for payload in payloads {
                let operation = head.then(log.id, &log.salts, payload);
                head = operation.head();
                operations.push(operation);
            }
        }
        done.taken += taken.len() as u64;
        // Nobody is told by a notice what was done years ago.
        record_quietly(self, session, office, &log, operations).await?;
        imported::note(session, source, taken, self.clock.now_ms()).await?;
        came_out_right(session, &expected).await
    }

    /// What a line becomes: its registration, and what leads from there to where it stands.
    fn operations(
        &self,
        office: OfficeCode,
        counter: u32,
        entry: &Entry,
        author: &Author,
    ) -> Result<(ComplaintId, Vec<Vec<u8>>), CentreError> {
        let category = self.checked_category(&entry.filing)?;
        let (id, registration) = self.registering(office, counter, &entry.filing, category, author)?;
        let read =
            Operation::from_bytes(&registration).map_err(|error| CentreError::Damaged(error.to_string()))?;
        let filed = Complaint::apply(None, &read, Verdict::Accepted)
            .map_err(|error| CentreError::Damaged(error.to_string()))?;
        let mut payloads = vec![registration];
        if let Some(outcome) = &entry.outcome {
            payloads.extend(story(&filed, outcome, author)?.iter().map(Operation::to_bytes));
        }
        Ok((id, payloads))
    }
}

/// Fails when a complaint does not stand where its line said.
async fn came_out_right(
    session: &mut Session,
    expected: &[(ComplaintId, Status)],
) -> Result<(), CentreError> {
    let ids: Vec<ComplaintId> = expected.iter().map(|(id, _)| *id).collect();
    let now = complaints::of_ids(session, &ids).await?;
    let stands: BTreeMap<ComplaintId, Status> = now.iter().map(|it| (it.id, it.status)).collect();
    match expected.iter().find(|(id, status)| stands.get(id) != Some(status)) {
        None => Ok(()),
        Some((id, _)) => Err(CentreError::Damaged(format!("complaint {id} did not take what became of it"))),
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
