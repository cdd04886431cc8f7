//! The way up: what a device did is taken in, once. What the centre has already is passed over; a log that does not
//! continue the one that it has is not taken, and the device is told where it stands.
//!
//! ```text
//! stored   1 2 3 4 5          base 3, operations 4 5 6 7: 4 and 5 are known, 6 and 7 are new
//! request        └─4 5 6 7    base 7: behind; another 4 or 5, or another hash at 3: forked
//! ```

use std::collections::BTreeMap;

use sync_protocol::mutant::{self, Mutant};
use sync_protocol::{ChainHead, LogOperation, OperationId, Outcome, Sequence};

use super::intake::{Open, office_of};
use crate::centre::Centre;
use crate::error::CentreError;
use crate::record::record;
use crate::store::devices::DeviceRow;
use crate::store::{Session, batches, devices, operations, quarantine};

/// What came of the way up.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pushed {
    pub(super) outcome: Outcome,
    /// Where the device's log ends at the centre now.
    pub(super) head: ChainHead,
}

/// Takes in what is new.
pub(super) async fn push(centre: &Centre, session: &mut Session, open: &Open) -> Result<Pushed, CentreError> {
    // Without operations or testimony nothing will be written, and the session only reads.
    let office = office_of(session, &open.device, !open.operations.is_empty()).await?;
    let gone = || CentreError::Damaged(format!("device {} is gone", open.device.id));
    let device = devices::get(session, open.device.id).await?.ok_or_else(gone)?;
    let known = if device.head == open.from {
        BTreeMap::new()
    } else {
        operations::ids(session, device.id, open.from.sequence, open.operations.len() + 1).await?
    };
    let beginning = ChainHead::beginning(&device.key);
    let new = match place(&open.from, &open.operations, &device.head, &beginning, &known) {
        Place::Continues(_) if mutant::is(Mutant::NoDedupe) => open.operations.clone(),
        Place::Continues(known) => open.operations[known..].to_vec(),
        Place::Behind => return Ok(Pushed { outcome: Outcome::Behind, head: device.head }),
        Place::Forked => return Ok(Pushed { outcome: Outcome::Forked, head: device.head }),
    };
    if knows_that_it_is_shut_out(&device, open) {
        quarantine_all(centre, session, open, new).await?;
        return Ok(Pushed { outcome: Outcome::NotAdmitted, head: device.head });
    }
    if new.is_empty() {
        return Ok(Pushed { outcome: Outcome::Done, head: device.head });
    }
    let now_ms = centre.clock.now_ms();
    if mutant::is(Mutant::SkewRefused) && is_skewed(&new, now_ms) {
        return Ok(Pushed { outcome: Outcome::NotAdmitted, head: device.head });
    }
    let first_new = device.head.sequence;
    let head = record(centre, session, office, &device, new).await?;
    for batch in open.batches.iter().filter(|batch| batch.last > first_new) {
        batches::add(session, device.id, batch.clone(), now_ms).await?;
    }
    Ok(Pushed { outcome: Outcome::Done, head })
}

/// For the deliberate mistake alone: whether a clerk's clock was not within a day of the centre's.
fn is_skewed(new: &[LogOperation], now_ms: i64) -> bool {
    let times = new.iter().filter_map(|one| ::complaints::Operation::from_bytes(&one.payload).ok());
    times.map(|operation| operation.at.unix_ms).any(|at_ms| (at_ms - now_ms).abs() > 86_400_000)
}

/// Whether a device that is shut out has read so, or does not count at all any more.
fn knows_that_it_is_shut_out(device: &DeviceRow, open: &Open) -> bool {
    device.revoked_number.is_some_and(|number| open.hello.feed.number >= number)
}

/// Keeps what a device signed after it was shut out.
async fn quarantine_all(
    centre: &Centre,
    session: &mut Session,
    open: &Open,
    new: Vec<LogOperation>,
) -> Result<(), CentreError> {
    for operation in new {
        let batch = open.batches.iter().find(|batch| batch.last >= operation.sequence);
        let signed = batch.map(|batch| batch.signed.clone()).unwrap_or_default();
        quarantine::add(session, &operation, signed, centre.clock.now_ms()).await?;
    }
    Ok(())
}

/// How the log of a request lies to the one that is stored.
#[derive(Debug, PartialEq, Eq)]
enum Place {
    /// It continues it; so many of its operations are stored already.
    Continues(usize),
    /// The stored one is shorter than the device knows it to be.
    Behind,
    /// They are two different logs.
    Forked,
}

/// `known`: the ids of the stored operations from the base on, as many as the request could hold.
fn place(
    base: &ChainHead,
    sent: &[LogOperation],
    stored: &ChainHead,
    beginning: &ChainHead,
    known: &BTreeMap<Sequence, OperationId>,
) -> Place {
    if base.sequence > stored.sequence {
        return Place::Behind;
    }
    let at_base = match base.sequence {
        sequence if sequence == stored.sequence => Some(&stored.hash),
        Sequence(0) => Some(&beginning.hash),
        sequence => known.get(&sequence),
    };
    let bare = mutant::is(Mutant::NoForkCheck) || mutant::is(Mutant::BareAcknowledgement);
    if at_base != Some(&base.hash) && !bare {
        return Place::Forked;
    }
    let is_stored = |operation: &&LogOperation| operation.sequence <= stored.sequence;
    let overlap = sent.iter().take_while(is_stored);
    let is_another = |operation: &LogOperation| known.get(&operation.sequence) != Some(&operation.id);
    if overlap.clone().any(is_another) && !bare && !mutant::is(Mutant::DedupeBySequence) {
        return Place::Forked;
    }
    Place::Continues(overlap.count())
}

#[cfg(test)]
mod tests {
    use sync_protocol::{DeviceId, DeviceKey, Hash, SaltTree};

    use super::*;

    fn key() -> DeviceKey {
        DeviceKey::from_seed(&[1; 32])
    }

    fn log(words: &[&str]) -> Vec<LogOperation> {
        let salts = SaltTree::from_root([2; 32]);
        let mut head = ChainHead::beginning(&key().public());
        let operation = |word: &&str| {
            let operation = head.then(DeviceId(7), &salts, word.as_bytes().to_vec());
            head = operation.head();
            operation
        };
        words.iter().map(operation).collect()
    }

    /// What a device says that knows the centre to have so many of its operations.
    type Said<'a> = (ChainHead, &'a [LogOperation]);

    fn said(base: usize, log: &[LogOperation]) -> Said<'_> {
        let beginning = ChainHead::beginning(&key().public());
        (base.checked_sub(1).map_or(beginning, |at| log[at].head()), &log[base..])
    }

    fn place_of((base, sent): Said<'_>, stored: &[LogOperation]) -> Place {
        let beginning = ChainHead::beginning(&key().public());
        let head = stored.last().map_or(beginning, LogOperation::head);
        let known = stored.iter().map(|operation| (operation.sequence, operation.id)).collect();
        place(&base, sent, &head, &beginning, &known)
    }

    #[test]
    fn a_log_continues_the_stored_one_wherever_they_overlap() {
        let all = log(&["a", "b", "c", "d"]);
        for stored in 0..=4 {
            for base in 0..=stored {
                let place = place_of(said(base, &all), &all[..stored]);
                assert_eq!(place, Place::Continues(stored - base), "stored {stored}, base {base}");
            }
        }
    }

    #[test]
    fn a_base_beyond_what_is_stored_is_behind() {
        let all = log(&["a", "b", "c"]);
        assert_eq!(place_of(said(2, &all), &all[..1]), Place::Behind);
        assert_eq!(place_of(said(3, &all), &[]), Place::Behind);
    }

    #[test]
    fn another_operation_anywhere_is_a_fork() {
        let (ours, theirs) = (log(&["a", "b", "c", "d"]), log(&["a", "x", "c", "d"]));
        for stored in 2..=4 {
            assert_eq!(place_of(said(0, &theirs), &ours[..stored]), Place::Forked);
            assert_eq!(place_of(said(2, &theirs), &ours[..stored]), Place::Forked);
            assert_eq!(place_of(said(1, &theirs), &ours[..stored]), Place::Forked);
        }
        assert_eq!(place_of(said(1, &theirs), &ours[..1]), Place::Continues(0));
    }

    #[test]
    fn a_log_of_another_key_is_a_fork_from_its_beginning() {
        let log = log(&["a"]);
        let (mut base, sent) = said(0, &log);
        base.hash = Hash([9; 32]);
        assert_eq!(place_of((base, sent), &[]), Place::Forked);
    }
}
