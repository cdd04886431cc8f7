//! Handing a complaint over to another office: its whole story is issued again in the centre's own log of that office,
//! with the verdicts that it got, so that the fold there is the same byte for byte. What that office knows from an
//! earlier time is not repeated.
//!
//! ```text
//! feed of 12   register  route  answer  hand over to 15
//! feed of 15                                             register  route  answer  hand over   (by the centre)
//! ```

use ::complaints::profile::Profile;
use ::complaints::{Body, Complaint, OfficeCode, Operation, Refusal, Verdict};
use sync_protocol::SignedHead;

use crate::error::CentreError;
use crate::feed_end::FeedEnd;
use crate::figures::keeping::keep;
use crate::keys::CentreKey;
use crate::store::operations::OperationRow;
use crate::store::{Session, devices, documents, feed, offices, operations};

/// The offices that these operations hand complaints over to, as far as they exist.
pub(crate) async fn known_offices(
    session: &mut Session,
    operations: impl IntoIterator<Item = &Operation>,
) -> Result<Vec<OfficeCode>, CentreError> {
    let mut named: Vec<OfficeCode> = operations
        .into_iter()
        .filter_map(|operation| match &operation.body {
            Body::HandOver(over) => Some(over.to),
            _ => None,
        })
        .collect();
    named.sort_unstable();
    named.dedup();
    let mut known = Vec::new();
    for office in named {
        if offices::exists(session, office).await? {
            known.push(office);
        }
    }
    Ok(known)
}

/// Tells the office that holds a complaint now its story, in the transaction in which it was handed over.
pub(crate) async fn deliver(
    session: &mut Session,
    key: &CentreKey,
    profile: &Profile,
    from: OfficeCode,
    complaint: &Complaint,
    now_ms: i64,
) -> Result<(), CentreError> {
    // Two offices that hand over to each other at once wait for each other here: one of them is tried again.
    let mut office = offices::lock(session, complaint.office).await?;
    let missing = || CentreError::Damaged(format!("office {} has no log of the centre", office.code));
    let log = devices::get(session, office.log_device).await?.ok_or_else(missing)?;
    let last_in_feed = feed::device_in(session, office.code, log.id).await?;
    let mut last_in_feed = last_in_feed.ok_or_else(missing)?;
    let mut head = log.head;
    let mut end = FeedEnd::new(office.office(), office.feed);
    let mut rows = Vec::new();
    for (payload, verdict) in story(session, complaint).await? {
        let operation = head.then(log.id, &log.salts, payload);
        head = operation.head();
        end.put_operation(&operation, &verdict, last_in_feed);
        last_in_feed = operation.sequence;
        rows.push(OperationRow { operation, complaint: Some(complaint.id) });
    }
    let (feed_head, entries) = end.finish();
    office.feed = feed_head;
    office.feed_signed = SignedHead::sign(office.office(), &office.feed, key.signing()).as_bytes().to_vec();
    operations::add(session, office.code, rows, now_ms).await?;
    feed::add(session, office.code, entries).await?;
    feed::set_device_in(session, office.code, log.id, head.sequence).await?;
    devices::advance(session, log.id, &head).await?;
    offices::save(session, &office).await?;
    keep(session, profile, office.code, &[complaint]).await?;
    documents::announce(session, office.code, &[complaint]).await?;
    for document in &complaint.documents {
        documents::copy_whole(session, &document.attached.document, from, office.code).await?;
    }
    Ok(())
}

/// The steps that the office which holds the complaint does not know yet, as they were signed, with their verdicts.
async fn story(session: &mut Session, complaint: &Complaint) -> Result<Vec<(Vec<u8>, Verdict)>, CentreError> {
    let known = known_steps(complaint);
    let mut story = Vec::with_capacity(complaint.steps.len() - known);
    for step in complaint.steps.iter().skip(known) {
        let payload = match step.operation() {
            Some(operation) => operation.to_bytes(),
            None => registration(session, complaint).await?,
        };
        let verdict = match &step.verdict {
            // It counted when it was done; that it was taken back is told by a step behind it.
            Verdict::Refused(Refusal::Retracted) => Verdict::Accepted,
            verdict => verdict.clone(),
        };
        story.push((payload, verdict));
    }
    Ok(story)
}

/// How many steps stand in the feed of the office that holds the complaint now: those up to the last time that it gave
/// the complaint away, and none when it has never had it.
fn known_steps(complaint: &Complaint) -> usize {
    let mut holder = complaint.register.reference.office;
    let mut known = 0;
    for (at, step) in complaint.steps.iter().enumerate() {
        let Some(Operation { body: Body::HandOver(over), .. }) = step.operation() else { continue };
        if step.verdict != Verdict::Accepted {
            continue;
        }
        if holder == complaint.office {
            known = at + 1;
        }
        holder = over.to;
    }
    known
}

/// The registration as it was signed: the state holds it as it was corrected since.
async fn registration(session: &mut Session, complaint: &Complaint) -> Result<Vec<u8>, CentreError> {
    let at = complaint.steps[0].at;
    let is_it = |payload: &[u8]| {
        Operation::from_bytes(payload)
            .is_ok_and(|operation| matches!(operation.body, Body::Register(_)) && operation.at == at)
    };
    let all = operations::of_complaint(session, complaint.id).await?;
    let found = all.into_iter().map(|operation| operation.payload).find(|payload| is_it(payload));
    found.ok_or_else(|| {
        let reference = complaint.register.reference;
        CentreError::Damaged(format!("complaint {reference}: the operation that registered it is missing"))
    })
}

#[cfg(test)]
mod tests {
    use ::complaints::{Author, ComplaintSeed, HandOver, Kind, Reference, Register};

    use super::*;

    fn office(number: u8) -> OfficeCode {
        OfficeCode::new(number).unwrap()
    }

    /// A complaint of office 12 that was handed on along these offices.
    fn handed_along(offices: &[u8]) -> Complaint {
        let seed = ComplaintSeed::from_random([1; 16]);
        let author = Author { name: "Somebody".to_owned(), clerk: None, institution: None, capacity: None };
        let operation = |minute: i64, body: Body| Operation {
            subject: Some(seed.complaint_id()),
            author: author.clone(),
            at: ::complaints::Moment { unix_ms: minute * 60_000, offset_min: 240 },
            body,
        };
        let register = Register {
            seed: ComplaintSeed::from_random([1; 16]),
            reference: Reference { office: office(12), device: 1, counter: 1 },
            kind: Kind::Complaint,
            category: "water-none".to_owned(),
            institution: "CWA".to_owned(),
            subject: "No water".to_owned(),
            text: "Pena dilo.".to_owned(),
            place: None,
            language: "mfe".to_owned(),
            citizen: ::complaints::Citizen::default(),
            contact_by: Vec::new(),
            notice: "1".to_owned(),
            notice_language: None,
            due_on: None,
            recorded_at: None,
            representative: None,
            discretion: None,
            point: None,
            channel: None,
        };
        let first = operation(0, Body::Register(Box::new(register)));
        let mut complaint = Complaint::apply(None, &first, Verdict::Accepted).unwrap();
        for (minute, to) in (1..).zip(offices) {
            let over = operation(minute, Body::HandOver(HandOver { to: office(*to), text: None }));
            complaint = Complaint::apply(Some(complaint), &over, Verdict::Accepted).unwrap();
        }
        complaint
    }

    #[test]
    fn an_office_is_told_what_happened_since_it_gave_a_complaint_away() {
        assert_eq!(known_steps(&handed_along(&[15])), 0);
        assert_eq!(known_steps(&handed_along(&[15, 7])), 0);
        assert_eq!(known_steps(&handed_along(&[15, 12])), 2, "the registration and its own hand-over");
        assert_eq!(known_steps(&handed_along(&[15, 7, 12, 15])), 3, "up to the hand-over to 7");
        assert_eq!(known_steps(&handed_along(&[15, 12, 7, 12])), 4);
    }
}
