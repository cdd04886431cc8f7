//! What an agent does with a complaint: it is checked, judged as the complaint stands at that moment, and written into
//! the centre's own log and the feed of the office that holds the complaint. What answers, asks or closes is given also
//! to the complaints that are dealt with together with it.

use std::collections::{BTreeMap, BTreeSet};

use ::complaints::{
    Author, Body, Complaint, ComplaintId, Moment, OfficeCode, Operation, Refusal, StepRecord, Verdict,
};
use sync_protocol::MAX_OPERATION_BYTES;

use super::DeedOutcome;
use super::others::{is_for_one_alone, is_shared, shared, standing_answer};
use crate::centre::Centre;
use crate::error::CentreError;
use crate::people::Agent;
use crate::record::record;
use crate::store::offices::OfficeRow;
use crate::store::{Session, complaints, devices, offices, retrying};

impl Centre {
    /// Does what an agent may do. `seen_version` is the version on the agent's page: when somebody has changed the
    /// complaint since, nothing is written. A note is no change, and goes through always.
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
        let bodies = std::slice::from_ref(&body);
        let targets = self.checked_targets(agent, bodies).await?;
        let allowed = |complaint: &Complaint| self.allowed(agent, complaint, bodies, &targets);
        self.act(&agent.author(), complaint, seen_version, bodies, allowed).await
    }

    /// The same with several deeds, one after the other: all of them count, or none is written.
    ///
    /// # Errors
    /// As [`Self::deed`].
    pub async fn deeds(
        &self,
        agent: &Agent,
        complaint: ComplaintId,
        seen_version: Option<u32>,
        bodies: &[Body],
    ) -> Result<DeedOutcome, CentreError> {
        self.deeds_with(agent, (complaint, seen_version), bodies, None).await
    }

    /// The same, with what the citizens of the complaints that are dealt with together with it are told in other words.
    ///
    /// # Errors
    /// As [`Self::deed`].
    pub async fn deeds_with(
        &self,
        agent: &Agent,
        (complaint, seen_version): (ComplaintId, Option<u32>),
        bodies: &[Body],
        to_others: Option<&str>,
    ) -> Result<DeedOutcome, CentreError> {
        let targets = self.checked_targets(agent, bodies).await?;
        let author = agent.author();
        let allowed = |complaint: &Complaint| self.allowed(agent, complaint, bodies, &targets);
        let said = Said { bodies, to_others };
        retrying(|| self.try_to_act(&author, complaint, seen_version, said, &allowed)).await
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
        bodies: &[Body],
        allowed: impl Fn(&Complaint) -> Result<(), CentreError>,
    ) -> Result<DeedOutcome, CentreError> {
        let said = Said { bodies, to_others: None };
        retrying(|| self.try_to_act(author, complaint, seen_version, said, &allowed)).await
    }

    async fn try_to_act(
        &self,
        author: &Author,
        id: ComplaintId,
        seen_version: Option<u32>,
        said: Said<'_>,
        allowed: &impl Fn(&Complaint) -> Result<(), CentreError>,
    ) -> Result<DeedOutcome, CentreError> {
        let bodies = said.bodies;
        let mut session = self.store.write().await?;
        let Held { complaint, mut followers, root, mut offices } = hold(&mut session, id, bodies).await?;
        allowed(&complaint)?;
        if seen_version.is_some_and(|seen| is_overtaken(&complaint, seen, bodies)) {
            return Ok(DeedOutcome::Overtaken(complaint));
        }
        if said.to_others.is_none() && is_for_one_alone(&complaint, bodies, &followers, &self.profile) {
            return Ok(DeedOutcome::ForOneAlone);
        }
        // Whoever comes to a matter that has been answered is given that answer too.
        let standing = root.as_ref().and_then(standing_answer);
        let mut written = Written { author, at: Moment::from_zoned(&self.now()), payloads: BTreeMap::new() };
        let done = match written.all(complaint.clone(), bodies)? {
            Ok(done) => done,
            Err(Refusal::Overtaken) => return Ok(DeedOutcome::Overtaken(complaint)),
            Err(refusal) => return Ok(DeedOutcome::Refused(refusal)),
        };
        for follower in &mut followers {
            let shared: Vec<Body> = bodies
                .iter()
                .filter_map(|body| shared(body, &complaint, author, follower, said.to_others))
                .collect();
            // One that is finished meanwhile, or that waits already, stays as it is.
            *follower = written.each_that_fits(follower.clone(), &shared)?;
        }
        if let (Some(root), Some((answerer, answer))) = (&root, &standing) {
            let answer = std::slice::from_ref(answer);
            followers.push(done);
            if is_for_one_alone(root, answer, &followers, &self.profile) {
                return Ok(DeedOutcome::ForOneAlone);
            }
            written.author = answerer;
            for follower in followers {
                written.each_that_fits(follower, answer)?;
            }
        }
        for (code, payloads) in written.payloads {
            let office = offices.remove(&code).ok_or(CentreError::Conflict)?;
            self.write_down(&mut session, office, payloads).await?;
        }
        let changed = complaints::get(&mut session, id).await?.ok_or_else(not_found)?;
        session.commit().await?;
        Ok(DeedOutcome::Done(changed))
    }

    /// Writes operations into the centre's own log of an office, whose lock this transaction holds.
    pub(super) async fn write_down(
        &self,
        session: &mut Session,
        office: OfficeRow,
        payloads: Vec<Vec<u8>>,
    ) -> Result<(), CentreError> {
        let missing = || CentreError::Damaged(format!("office {} has no log of the centre", office.code));
        let log = devices::get(session, office.log_device).await?.ok_or_else(missing)?;
        let mut head = log.head;
        let mut entries = Vec::with_capacity(payloads.len());
        for payload in payloads {
            let entry = head.then(log.id, &log.salts, payload);
            head = entry.head();
            entries.push(entry);
        }
        record(self, session, office, &log, entries).await.map(drop)
    }
}

/// What is done, and what the citizens of others are told in other words.
#[derive(Clone, Copy)]
struct Said<'a> {
    bodies: &'a [Body],
    to_others: Option<&'a str>,
}

/// A complaint with those that get the same, the one with which it is dealt with from now on, and the offices that hold
/// them, each locked by this transaction.
struct Held {
    complaint: Complaint,
    followers: Vec<Complaint>,
    root: Option<Complaint>,
    offices: BTreeMap<OfficeCode, OfficeRow>,
}

/// Locks the offices in the order of their codes, so that two who do so at once wait for each other in one order.
async fn hold(session: &mut Session, id: ComplaintId, bodies: &[Body]) -> Result<Held, CentreError> {
    let found = complaints::get(session, id).await?.ok_or_else(not_found)?;
    let mut places = vec![(id, found.office)];
    let root = bodies.iter().find_map(|body| match body {
        Body::Merge(merge) => Some(merge.into),
        _ => None,
    });
    if root.is_some() || bodies.iter().any(|body| is_shared(body, &found)) {
        places.extend(complaints::kin::merged_into(session, id).await?);
    }
    if let Some(root) = root {
        let root = complaints::get(session, root).await?.ok_or_else(not_found)?;
        places.push((root.id, root.office));
    }
    let mut locked = BTreeMap::new();
    for code in places.iter().map(|(_, office)| *office).collect::<BTreeSet<_>>() {
        locked.insert(code, offices::lock(session, code).await?);
    }
    // Read once more: until the locks were ours, somebody else may have changed them.
    let ids: Vec<ComplaintId> = places.iter().map(|(id, _)| *id).collect();
    let mut all = complaints::of_ids(session, &ids).await?;
    if all.iter().any(|held| !locked.contains_key(&held.office)) {
        // One was handed over until the locks were ours: once more, under the lock of the other office.
        return Err(CentreError::Conflict);
    }
    let complaint =
        all.iter().position(|held| held.id == id).map(|at| all.remove(at)).ok_or_else(not_found)?;
    let root = root.and_then(|root| all.iter().position(|held| held.id == root)).map(|at| all.remove(at));
    Ok(Held { complaint, followers: all, root, offices: locked })
}

/// Operations that are to be written, by the office that holds their complaint.
struct Written<'a> {
    author: &'a Author,
    at: Moment,
    payloads: BTreeMap<OfficeCode, Vec<Vec<u8>>>,
}

impl Written<'_> {
    /// All of them, one after the other; the inner error: why not, when one of them does not count.
    fn all(
        &mut self,
        mut complaint: Complaint,
        bodies: &[Body],
    ) -> Result<Result<Complaint, Refusal>, CentreError> {
        for body in bodies {
            match self.next(complaint, body)? {
                (now, None) => complaint = now,
                (_, Some(refusal)) => return Ok(Err(refusal)),
            }
        }
        Ok(Ok(complaint))
    }

    /// Those of them that count; the complaint as it stands then.
    fn each_that_fits(
        &mut self,
        mut complaint: Complaint,
        bodies: &[Body],
    ) -> Result<Complaint, CentreError> {
        for body in bodies {
            complaint = self.next(complaint, body)?.0;
        }
        Ok(complaint)
    }

    fn next(
        &mut self,
        complaint: Complaint,
        body: &Body,
    ) -> Result<(Complaint, Option<Refusal>), CentreError> {
        let (id, office) = (complaint.id, complaint.office);
        let operation =
            Operation { subject: Some(id), author: self.author.clone(), at: self.at, body: body.clone() };
        if let Verdict::Refused(refusal) = Complaint::judge(Some(&complaint), &operation) {
            return Ok((complaint, Some(refusal)));
        }
        let payload = operation.to_bytes();
        if payload.len() > MAX_OPERATION_BYTES {
            return Err(CentreError::Invalid("this text is too long".to_owned()));
        }
        self.payloads.entry(office).or_default().push(payload);
        let now = Complaint::apply(Some(complaint), &operation, Verdict::Accepted)
            .map_err(|error| CentreError::Damaged(format!("complaint {id}: {error}")))?;
        Ok((now, None))
    }
}

/// Whether somebody changed the complaint after that version in a way that the author of these deeds must know of.
pub(super) fn is_overtaken(complaint: &Complaint, seen: u32, bodies: &[Body]) -> bool {
    let is_change = |step: &StepRecord| {
        let aside = step.operation().is_some_and(|operation| {
            matches!(
                operation.body,
                Body::Note(_)
                    | Body::AttachDocument(_)
                    | Body::Tell(_)
                    | Body::Rate(_)
                    | Body::Link(_)
                    | Body::Triage(_)
            )
        });
        step.verdict == Verdict::Accepted && !aside
    };
    let unseen = complaint.steps.iter().skip(usize::try_from(seen).unwrap_or(usize::MAX));
    let only_notes = bodies.iter().all(|body| matches!(body, Body::Note(_)));
    !only_notes && unseen.into_iter().any(is_change)
}

pub(super) fn not_found() -> CentreError {
    CentreError::NotFound("there is no such complaint".to_owned())
}
