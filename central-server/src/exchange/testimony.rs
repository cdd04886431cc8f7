//! A centre that was restored from a backup gets back what it lost: the desks give it the entries of their feed with
//! the heads that this very centre had signed. What it does not know is taken in again; what it knows is passed over.
//!
//! - A device that it lost is admitted again, unless its id was given to another one since.
//! - An operation takes its old place in its device's log when that is free and the log leads there. Otherwise it is
//!   issued again in the centre's own log, once.
//! - What the centre had issued again when it handed a complaint over is given back to the office that held it then.
//! - The first testimony begins a new epoch of the feed.
//! - How far it was taken is noted in the same deed: where the line was cut, the device goes on from there.

use ::complaints::{Body, OfficeCode, Operation};
use sync_protocol::{
    DeviceEntry, DeviceId, EntriesFrame, Epoch, FeedEntry, FeedHead, Hash, LadderStep, LogOperation,
    OperationEntry, Unpacker, operation_digest, operation_id,
};

use crate::centre::Centre;
use crate::error::CentreError;
use crate::feed_end::FeedEnd;
use crate::founding::extend;
use crate::record::record_quietly;
use crate::store::devices::DeviceRow;
use crate::store::offices::OfficeRow;
use crate::store::testimonies::{self, Testimony};
use crate::store::{Session, adopted, complaints, devices, feed, offices, operations};

/// Takes a testimony in, and says whether it holds: whether its entries lead to heads that this centre has signed.
pub(super) async fn take(
    centre: &Centre,
    session: &mut Session,
    witness: &DeviceRow,
    begin: FeedHead,
    parts: &[EntriesFrame],
) -> Result<bool, CentreError> {
    let mut unpacker = Unpacker::new();
    let mut head = begin;
    let step = |head: FeedHead| LadderStep { number: head.number, hash: head.hash };
    let known = testimonies::get(session, witness.id).await?.filter(|known| known.end == step(begin));
    let mut named = known.map_or_else(Vec::new, |known| known.named);
    let mut holds = true;
    for part in parts {
        let Ok(entries) = part.open(&mut unpacker) else {
            holds = false;
            break;
        };
        let Some((after, signed)) =
            verify(centre, session, witness, head, part, (&entries, &mut named)).await?
        else {
            holds = false;
            break;
        };
        begin_epoch(centre, session, witness, &begin).await?;
        for entry in entries {
            take_entry(centre, session, witness, entry, (&signed, &named)).await?;
        }
        head = after;
    }
    if head.number > begin.number {
        testimonies::put(session, witness.id, &Testimony { end: step(head), named }).await?;
    }
    Ok(holds)
}

/// Follows the entries to the head that is said to be signed. `named`: the devices that the testimony has named so far.
async fn verify(
    centre: &Centre,
    session: &mut Session,
    witness: &DeviceRow,
    mut head: FeedHead,
    part: &EntriesFrame,
    (entries, named): (&[FeedEntry], &mut Vec<DeviceEntry>),
) -> Result<Option<(FeedHead, Vec<u8>)>, CentreError> {
    let office = sync_protocol::Office(witness.office.number());
    for entry in entries {
        let id = match entry {
            FeedEntry::Operation(operation) => {
                let device = match named.iter().rev().find(|device| device.device == operation.device) {
                    Some(device) => Some(device.clone()),
                    None => devices::get(session, operation.device).await?.map(|device| device.entry()),
                };
                let Some(id) = device.and_then(|device| id_of(&device, operation)) else { return Ok(None) };
                Some(id)
            }
            FeedEntry::Device(device) => {
                named.push(device.clone());
                None
            }
            _ => None,
        };
        head = head.after_entry(office, entry, id.as_ref());
    }
    let signed = part.head(office, &head);
    let holds = signed.open(office, &centre.key.public()).is_ok();
    Ok(holds.then(|| (head, signed.as_bytes().to_vec())))
}

fn id_of(device: &DeviceEntry, operation: &OperationEntry) -> Option<Hash> {
    let (payload, before) = (operation.payload.as_ref()?, operation.before?);
    let digest = operation_digest(&device.salts, operation.sequence, payload);
    Some(operation_id(operation.device, operation.sequence, &before, &digest))
}

/// The first testimony of an epoch ends it.
async fn begin_epoch(
    centre: &Centre,
    session: &mut Session,
    witness: &DeviceRow,
    begin: &FeedHead,
) -> Result<(), CentreError> {
    let office = offices::lock(session, witness.office).await?;
    if begin.epoch < office.feed.epoch {
        return Ok(());
    }
    let mut end = FeedEnd::new(office.office(), office.feed);
    end.put(&FeedEntry::Epoch(Epoch(begin.epoch.0 + 1)));
    extend(centre, session, office, end).await
}

async fn take_entry(
    centre: &Centre,
    session: &mut Session,
    witness: &DeviceRow,
    entry: FeedEntry,
    (signed, named): (&[u8], &[DeviceEntry]),
) -> Result<(), CentreError> {
    match entry {
        FeedEntry::Device(device) => take_device(centre, session, witness.office, device).await,
        FeedEntry::Operation(operation) => take_operation(centre, session, witness, operation, signed).await,
        FeedEntry::Revocation(device) => take_revocation(centre, session, device, named).await,
        FeedEntry::Profile(_) | FeedEntry::Epoch(_) | FeedEntry::Unknown { .. } => Ok(()),
    }
}

/// Admits a device again that this centre had admitted, unless its id or its number was given to another one since.
pub(super) async fn take_device(
    centre: &Centre,
    session: &mut Session,
    office: OfficeCode,
    device: DeviceEntry,
) -> Result<(), CentreError> {
    if devices::get(session, device.device).await?.is_some() {
        return Ok(());
    }
    let mut office = offices::lock(session, office).await?;
    office.last_device_number = office.last_device_number.max(device.number);
    let row = DeviceRow::new(office.code, &device, centre.clock.now_ms());
    if !devices::number_is_free(session, office.code, device.number).await? {
        return Ok(());
    }
    devices::add(session, &row).await?;
    crate::store::counters::raise_device(session, device.device).await?;
    feed::set_device_in(session, office.code, device.device, sync_protocol::Sequence(0)).await?;
    let mut end = FeedEnd::new(office.office(), office.feed);
    end.put(&FeedEntry::Device(device));
    extend(centre, session, office, end).await
}

async fn take_revocation(
    centre: &Centre,
    session: &mut Session,
    device: DeviceId,
    named: &[DeviceEntry],
) -> Result<(), CentreError> {
    // The id may be another computer's by now, which nobody has shut out.
    let meant = named.iter().rev().find(|entry| entry.device == device);
    let is_meant =
        |known: &DeviceRow| known.revoked_at.is_none() && meant.is_none_or(|entry| entry.key == known.key);
    let Some(known) = devices::get(session, device).await?.filter(is_meant) else { return Ok(()) };
    let office = offices::lock(session, known.office).await?;
    let mut end = FeedEnd::new(office.office(), office.feed);
    end.put(&FeedEntry::Revocation(device));
    devices::revoke(session, device, end.number(), centre.clock.now_ms()).await?;
    extend(centre, session, office, end).await
}

async fn take_operation(
    centre: &Centre,
    session: &mut Session,
    witness: &DeviceRow,
    entry: OperationEntry,
    signed: &[u8],
) -> Result<(), CentreError> {
    let known = devices::get(session, entry.device).await?.filter(|known| known.office == witness.office);
    let (Some(payload), Some(before)) = (entry.payload.clone(), entry.before) else { return Ok(()) };
    if let (Some(DeviceRow { number: 0, .. }), Some(elsewhere)) =
        (&known, held_elsewhere(session, witness.office, &payload).await?)
    {
        let office = offices::lock(session, elsewhere).await?;
        return reissue(centre, session, &entry, office, payload).await;
    }
    let in_its_place = match &known {
        Some(device) => {
            let digest = operation_digest(&device.salts, entry.sequence, &payload);
            let id = operation_id(entry.device, entry.sequence, &before, &digest);
            let stored = operations::ids(session, entry.device, entry.sequence, 1).await?;
            if stored.get(&entry.sequence) == Some(&id) {
                return Ok(());
            }
            let follows = device.head.sequence.next() == entry.sequence && device.head.hash == before;
            let (device, sequence) = (entry.device, entry.sequence);
            follows.then(|| LogOperation { device, sequence, before, id, payload: payload.clone() })
        }
        None => None,
    };
    let office = offices::lock(session, witness.office).await?;
    match (known, in_its_place) {
        (Some(device), Some(operation)) => {
            if device.number != 0 {
                adopted::add(session, device.id, operation.sequence, signed).await?;
            }
            record_quietly(centre, session, office, &device, vec![operation]).await.map(drop)
        }
        _ => reissue(centre, session, &entry, office, payload).await,
    }
}

/// The office in whose feed belongs what the centre had issued again when it handed a complaint over, as the complaint
/// stands now: the story goes its way once more, and the hand-over at its end brings it back here.
async fn held_elsewhere(
    session: &mut Session,
    here: OfficeCode,
    payload: &[u8],
) -> Result<Option<OfficeCode>, CentreError> {
    let Ok(operation) = Operation::from_bytes(payload) else { return Ok(None) };
    let Some(id) = operation.subject else { return Ok(None) };
    let holder = match (complaints::get(session, id).await?, &operation.body) {
        (Some(complaint), _) => complaint.office,
        (None, Body::Register(register)) => register.reference.office,
        (None, _) => here,
    };
    let exists = holder != here && offices::exists(session, holder).await?;
    Ok(exists.then_some(holder))
}

/// Another operation has the place of this one: it stands in the centre's own log from now on, once.
async fn reissue(
    centre: &Centre,
    session: &mut Session,
    entry: &OperationEntry,
    office: OfficeRow,
    payload: Vec<u8>,
) -> Result<(), CentreError> {
    let lost = lost_id(entry, &payload);
    if adopted::is_reissued(session, &lost).await? {
        return Ok(());
    }
    let missing = || CentreError::Damaged(format!("office {} has no log of the centre", office.code));
    let log = devices::get(session, office.log_device).await?.ok_or_else(missing)?;
    let again = log.head.then(log.id, &log.salts, payload);
    adopted::add_reissued(session, &lost, log.id, again.sequence).await?;
    record_quietly(centre, session, office, &log, vec![again]).await.map(drop)
}

/// Names a lost operation whose id cannot be computed any more, when its device's id was given to another one.
fn lost_id(entry: &OperationEntry, payload: &[u8]) -> Hash {
    let mut hasher = blake3::Hasher::new_derive_key("guichet 2026 lost operation");
    hasher.update(&entry.device.0.to_be_bytes());
    hasher.update(&entry.sequence.0.to_be_bytes());
    hasher.update(&entry.before.unwrap_or(Hash([0; 32])).0);
    hasher.update(payload);
    Hash(*hasher.finalize().as_bytes())
}
