//! Taking operations in, whoever did them: they are judged and folded, and stand in their device's log, in the
//! office's feed and in the complaints, all in the caller's transaction and under the lock on the office.

use std::collections::BTreeSet;

use ::complaints::{ComplaintId, Operation, People, Verdict};
use sync_protocol::mutant::{self, Mutant};
use sync_protocol::{ChainHead, LogOperation, Sequence, SignedHead};

use crate::centre::Centre;
use crate::error::CentreError;
use crate::feed_end::FeedEnd;
use crate::figures::keeping::keep;
use crate::fold::Fold;
use crate::handing_over;
use crate::heavy::heavy;
use crate::notices::{self, News};
use crate::store::devices::DeviceRow;
use crate::store::feed::FeedRow;
use crate::store::offices::OfficeRow;
use crate::store::operations::OperationRow;
use crate::store::{Session, clerks, complaints, devices, documents, feed, offices, operations};

/// What is to be written, decided without touching the store.
struct Plan {
    operations: Vec<OperationRow>,
    entries: Vec<FeedRow>,
    fold: Fold,
    office: OfficeRow,
    news: News,
}

/// Takes in the operations that follow the device's head, queues the notices that follow from them, and says where its
/// log ends now. The office is locked by this transaction.
pub(crate) async fn record(
    centre: &Centre,
    session: &mut Session,
    office: OfficeRow,
    device: &DeviceRow,
    log: Vec<LogOperation>,
) -> Result<ChainHead, CentreError> {
    let Some(plan) = take_in(centre, session, office, device, log).await? else {
        return Ok(device.head);
    };
    notices::queue_all(centre, session, &plan.news, &plan.fold.changed()).await?;
    Ok(plan.head)
}

/// The same for what was taken in before and is given back after a restore: nobody is told of it a second time.
pub(crate) async fn record_quietly(
    centre: &Centre,
    session: &mut Session,
    office: OfficeRow,
    device: &DeviceRow,
    log: Vec<LogOperation>,
) -> Result<ChainHead, CentreError> {
    let plan = take_in(centre, session, office, device, log).await?;
    Ok(plan.map_or(device.head, |plan| plan.head))
}

/// What was written.
struct TakenIn {
    head: ChainHead,
    fold: Fold,
    news: News,
}

/// None: there was nothing to take in.
async fn take_in(
    centre: &Centre,
    session: &mut Session,
    office: OfficeRow,
    device: &DeviceRow,
    log: Vec<LogOperation>,
) -> Result<Option<TakenIn>, CentreError> {
    let Some(head) = log.last().map(LogOperation::head) else { return Ok(None) };
    let (key, now_ms) = (&centre.key, centre.clock.now_ms());
    let read = heavy(move || read_all(log)).await?;
    let subjects: BTreeSet<ComplaintId> =
        read.iter().filter_map(|(_, read)| read.as_ref()?.subject).collect();
    let subjects: Vec<ComplaintId> = subjects.into_iter().collect();
    let known = complaints::of_ids(session, &subjects).await?;
    let last_in_feed = feed::device_in(session, office.code, device.id).await?;
    let last_in_feed = last_in_feed
        .ok_or_else(|| CentreError::Damaged(format!("device {} is not in its office's feed", device.id)))?;
    let disabled = clerks::disabled(session, office.code).await?;
    let people = People::with_disabled(disabled.iter().copied());
    let others =
        handing_over::known_offices(session, read.iter().filter_map(|(_, read)| read.as_ref())).await?;
    let fold = Fold::new(office.code, known, people).with_offices(others);
    let mut plan = heavy(move || plan(office, read, fold, last_in_feed)).await??;
    plan.office.feed_signed =
        SignedHead::sign(plan.office.office(), &plan.office.feed, key.signing()).as_bytes().to_vec();

    operations::add(session, plan.office.code, plan.operations, now_ms).await?;
    feed::add(session, plan.office.code, plan.entries).await?;
    feed::set_device_in(session, plan.office.code, device.id, head.sequence).await?;
    complaints::save(session, plan.office.code, &plan.fold.changed(), &centre.profile).await?;
    keep(session, &centre.profile, plan.office.code, &plan.fold.changed()).await?;
    documents::announce(session, plan.office.code, &plan.fold.changed()).await?;
    let newly = plan.fold.people().disabled().filter(|clerk| !disabled.contains(clerk)).copied();
    clerks::disable(session, plan.office.code, newly).await?;
    devices::advance(session, device.id, &head).await?;
    offices::save(session, &plan.office).await?;
    for given in plan.fold.changed().into_iter().filter(|changed| changed.office != plan.office.code) {
        handing_over::deliver(session, key, &centre.profile, plan.office.code, given, now_ms).await?;
    }
    Ok(Some(TakenIn { head, fold: plan.fold, news: plan.news }))
}

fn read_all(log: Vec<LogOperation>) -> Vec<(LogOperation, Option<Operation>)> {
    let read = |operation: LogOperation| {
        let read = Operation::from_bytes(&operation.payload).ok();
        (operation, read)
    };
    log.into_iter().map(read).collect()
}

fn plan(
    mut office: OfficeRow,
    read: Vec<(LogOperation, Option<Operation>)>,
    mut fold: Fold,
    mut last_in_feed: Sequence,
) -> Result<Plan, CentreError> {
    let mut end = FeedEnd::new(office.office(), office.feed);
    let mut operations = Vec::with_capacity(read.len());
    let mut news = News::default();
    for (operation, read) in read {
        let verdict = fold.decide(read.as_ref())?;
        match verdict {
            Verdict::Refused(_) if mutant::is(Mutant::RefusedSkipped) => continue,
            Verdict::Refused(_) if mutant::is(Mutant::PoisonBlocks) => return Err(CentreError::Busy),
            _ => {}
        }
        end.put_operation(&operation, &verdict, last_in_feed);
        last_in_feed = operation.sequence;
        operations.push(OperationRow { operation, complaint: read.as_ref().and_then(|read| read.subject) });
        if let (Some(read), Verdict::Accepted) = (read, verdict) {
            news.note(read);
        }
    }
    let (head, entries) = end.finish();
    office.feed = head;
    Ok(Plan { operations, entries, fold, office, news })
}
