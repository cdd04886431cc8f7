//! The logs of the devices: every id follows from the payloads, and every operation of a desk is covered by a
//! signature of that desk.

use ::complaints::{OfficeCode, Operation};
use minicbor::bytes::ByteVec;
use sync_protocol::{ChainHead, LogOperation, SealedRequest, Sequence};

use super::Fault;
use crate::error::CentreError;
use crate::store::batches::BatchRow;
use crate::store::devices::DeviceRow;
use crate::store::{Session, batches, devices, operations};

const STEP: usize = 1_000;

/// Checks the logs of an office's devices.
pub(super) async fn check(
    session: &mut Session,
    office: OfficeCode,
    faults: &mut Vec<Fault>,
) -> Result<(), CentreError> {
    for device in devices::of_office(session, office).await? {
        let sound = match check_chain(session, &device).await? {
            None if device.number == 0 => None,
            None => check_signatures(session, &device).await?,
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

async fn check_signatures(session: &mut Session, device: &DeviceRow) -> Result<Option<Fault>, CentreError> {
    let mut covered = Sequence(0);
    for batch in batches::of_device(session, device.id).await? {
        if batch.first > covered.next() || batch.last < batch.first {
            break;
        }
        let most = usize::try_from(batch.last.0 - batch.first.0 + 1).unwrap_or(usize::MAX);
        let rows = operations::of_device(session, device.id, batch.first, most).await?;
        let log: Vec<LogOperation> = rows.into_iter().map(|row| row.operation).collect();
        if !has_signed(device, &batch, &log) {
            return Ok(Some(fault(
                device,
                batch.last,
                "the device’s signature does not fit the operations before it",
            )));
        }
        covered = batch.last;
    }
    if covered == device.head.sequence {
        return Ok(None);
    }
    Ok(Some(fault(device, covered.next(), "no signature of the device covers it")))
}

/// Puts the request together as it came and has it opened as it was then.
fn has_signed(device: &DeviceRow, batch: &BatchRow, log: &[LogOperation]) -> bool {
    let payloads: Vec<ByteVec> = log.iter().map(|operation| operation.payload.clone().into()).collect();
    let plain = |block: Vec<u8>| (ByteVec::from(batch.signed.clone()), 0_u8, ByteVec::from(block));
    let request = minicbor::to_vec(&payloads).and_then(|block| minicbor::to_vec(plain(block)));
    let Ok(request) = request else { return false };
    let opened =
        SealedRequest::from_bytes(&request).and_then(|sealed| sealed.open(&device.key, &device.salts));
    opened.is_ok_and(|request| request.device == device.id && request.operations == log)
}
