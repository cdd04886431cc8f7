//! The logs of the devices: every id follows from the payloads, and every operation of a desk is covered by a
//! signature of that desk.

use ::complaints::{OfficeCode, Operation};
use sync_protocol::{ChainHead, Evidence, Hash, Sequence, SignedHead};

use super::Fault;
use crate::centre::Centre;
use crate::error::CentreError;
use crate::store::devices::DeviceRow;
use crate::store::{Session, adopted, batches, devices, operations};

const STEP: usize = 1_000;

/// Checks the logs of an office's devices.
pub(super) async fn check(
    centre: &Centre,
    session: &mut Session,
    office: OfficeCode,
    faults: &mut Vec<Fault>,
) -> Result<(), CentreError> {
    for device in devices::of_office(session, office).await? {
        let sound = match check_chain(session, &device).await? {
            None if device.number == 0 => None,
            None => check_signatures(centre, session, &device).await?,
            fault => fault,
        };
        faults.extend(sound);
    }
    Ok(())
}

fn fault(device: &DeviceRow, sequence: Sequence, what: &str) -> Fault {
    let whose = match device.number {
        0 => "log of the centre".to_owned(),
        number => format!("computer {number}"),
    };
    Fault::new(
        format!("office {}, {whose} (device {}), operation {sequence}", device.office, device.id),
        what,
    )
}

async fn check_chain(session: &mut Session, device: &DeviceRow) -> Result<Option<Fault>, CentreError> {
    let mut head = ChainHead::beginning(&device.key);
    loop {
        let rows = operations::of_device(session, device.id, head.sequence.next(), STEP).await?;
        let last = rows.len() < STEP;
        for row in rows {
            let stored = row.operation;
            if stored.sequence != head.sequence.next() {
                return Ok(Some(fault(device, head.sequence.next(), "it is missing")));
            }
            let subject = Operation::from_bytes(&stored.payload).ok().and_then(|operation| operation.subject);
            let computed = head.then(device.id, &device.salts, stored.payload.clone());
            if computed != stored {
                return Ok(Some(fault(device, stored.sequence, "it is not what its id was made from")));
            }
            if row.complaint != subject {
                return Ok(Some(fault(device, stored.sequence, "it is filed under another complaint")));
            }
            head = stored.head();
        }
        if last {
            break;
        }
    }
    if head == device.head {
        return Ok(None);
    }
    let what = format!("the log ends here, and should end at operation {}", device.head.sequence);
    Ok(Some(fault(device, head.sequence, &what)))
}

/// Every operation of a desk is covered by a signature of the desk, or was taken back with the centre's own.
async fn check_signatures(
    centre: &Centre,
    session: &mut Session,
    device: &DeviceRow,
) -> Result<Option<Fault>, CentreError> {
    let office = sync_protocol::Office(device.office.number());
    let adopted = adopted::of_device(session, device.id).await?;
    let mut batches = batches::of_device(session, device.id).await?.into_iter().peekable();
    let mut covered = ChainHead::beginning(&device.key);
    loop {
        let next = covered.sequence.next();
        if let Some(signed) = adopted.get(&next) {
            if SignedHead::from_bytes(signed.clone()).open(office, &centre.key.public()).is_err() {
                return Ok(Some(fault(device, next, "the head with which it was taken back is not signed")));
            }
            covered = head_at(session, device, next).await?;
            continue;
        }
        let Some(batch) = batches.next_if(|batch| batch.first <= next) else { break };
        let evidence = Evidence::open(&batch.signed, &device.key).ok();
        let fits = match evidence {
            Some(Evidence { from, to }) => {
                from.sequence.next() == batch.first
                    && to.sequence == batch.last
                    && from == head_at(session, device, from.sequence).await?
                    && to == head_at(session, device, to.sequence).await?
            }
            None => false,
        };
        if !fits {
            let what = "the device’s signature does not fit the operations before it";
            return Ok(Some(fault(device, batch.last, what)));
        }
        if batch.last > covered.sequence {
            covered = head_at(session, device, batch.last).await?;
        }
    }
    if covered == device.head {
        return Ok(None);
    }
    Ok(Some(fault(device, covered.sequence.next(), "no signature of the device covers it")))
}

/// The head of a device's log at a sequence, as it is stored; the chain was checked before.
async fn head_at(
    session: &mut Session,
    device: &DeviceRow,
    sequence: Sequence,
) -> Result<ChainHead, CentreError> {
    if sequence == Sequence(0) {
        return Ok(ChainHead::beginning(&device.key));
    }
    let id = operations::ids(session, device.id, sequence, 1).await?.remove(&sequence);
    Ok(ChainHead { sequence, hash: id.unwrap_or(Hash([0; 32])) })
}
