//! From the entries of an answer to a plan that is only applied: pure, and the one place where what the centre says
//! is checked against the chains.

use std::collections::BTreeMap;

use office_store::{PlannedEntry, PlannedOperation};
use sync_protocol::{
    ChainHead, DeviceEntry, DeviceId, FeedEntry, FeedHead, Hash, LogOperation, Office, OperationEntry,
    SaltTree, Sequence, operation_digest, operation_id,
};

/// A device as planning needs it.
#[derive(Debug, Clone)]
pub struct PlanningDevice {
    /// What its digests are salted with.
    pub salts: SaltTree,
    /// The operation of it that the feed brought last.
    pub last: ChainHead,
}

/// Entries that follow from what is here, in order, with the feed's head after each.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// The entries.
    pub entries: Vec<PlannedEntry>,
    /// As many heads.
    pub heads: Vec<FeedHead>,
}

/// Why entries do not follow from what is here.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// An operation of a device that the feed has not named.
    #[error("entry {0} is of a device that the feed has not named")]
    UnknownDevice(u64),
    /// An operation of this computer that is not in its log: the computer was restored from a backup.
    #[error("entry {0} is an operation of this computer that its log does not have")]
    UnknownOwn(u64),
    /// It does not say what came before it, and that is not here.
    #[error("entry {0} leaves out what came before it")]
    Gap(u64),
    /// Somebody else's operation without its content.
    #[error("entry {0} has no content")]
    NoPayload(u64),
}

/// Lays out the entries of one answer, frame by frame.
#[derive(Debug)]
pub struct Planner {
    office: Office,
    device: DeviceId,
    head: FeedHead,
    devices: BTreeMap<DeviceId, PlanningDevice>,
}

impl Planner {
    /// A planner for that device, which has the feed up to that head and knows those devices from it.
    pub fn new(
        office: Office,
        device: DeviceId,
        head: FeedHead,
        devices: BTreeMap<DeviceId, PlanningDevice>,
    ) -> Self {
        Self { office, device, head, devices }
    }

    /// Where the feed goes that was planned so far.
    pub fn head(&self) -> FeedHead {
        self.head
    }

    /// Checks the next entries against the feed's head, the devices known so far and the own log, and lays them out.
    ///
    /// `own` gives the id of this device's operation at a sequence.
    ///
    /// # Errors
    /// [`PlanError`]; then nothing of these entries may be applied.
    pub fn frame<E: From<PlanError>>(
        &mut self,
        entries: Vec<FeedEntry>,
        own: impl Fn(Sequence) -> Result<Option<Hash>, E>,
    ) -> Result<Plan, E> {
        let mut plan = Plan::default();
        for entry in entries {
            let number = self.head.number + 1;
            let (planned, entry, id) = match entry {
                FeedEntry::Operation(entry) => {
                    let planned = self.operation(&entry, number, &own)?;
                    let id = planned.operation.id;
                    (PlannedEntry::Operation(planned), FeedEntry::Operation(entry), Some(id))
                }
                other => {
                    if let FeedEntry::Device(entry) = &other {
                        self.name_device(entry);
                    }
                    (PlannedEntry::Other(other.clone()), other, None)
                }
            };
            self.head = self.head.after_entry(self.office, &entry, id.as_ref());
            plan.entries.push(planned);
            plan.heads.push(self.head);
        }
        Ok(plan)
    }

    fn operation<E: From<PlanError>>(
        &mut self,
        entry: &OperationEntry,
        number: u64,
        own: impl Fn(Sequence) -> Result<Option<Hash>, E>,
    ) -> Result<PlannedOperation, E> {
        let known = self.devices.get_mut(&entry.device).ok_or(PlanError::UnknownDevice(number))?;
        let planned = if entry.device == self.device && entry.payload.is_none() {
            own_operation(entry, own(entry.sequence)?.ok_or(PlanError::UnknownOwn(number))?)
        } else {
            others_operation(entry, known, number)?
        };
        known.last = planned.operation.head();
        Ok(planned)
    }

    /// A centre that was restored may have given the id of a device that it lost to another one.
    fn name_device(&mut self, entry: &DeviceEntry) {
        let named = planning_device(entry);
        let known = self.devices.entry(entry.device).or_insert_with(|| named.clone());
        if known.salts != named.salts {
            *known = named;
        }
    }
}

fn planning_device(entry: &DeviceEntry) -> PlanningDevice {
    PlanningDevice { salts: entry.salts.clone(), last: ChainHead::beginning(&entry.key) }
}

fn own_operation(entry: &OperationEntry, id: Hash) -> PlannedOperation {
    let operation = LogOperation {
        device: entry.device,
        sequence: entry.sequence,
        before: entry.before.unwrap_or(id),
        id,
        payload: Vec::new(),
    };
    PlannedOperation { operation, own: true, verdict: entry.verdict.clone() }
}

fn others_operation(
    entry: &OperationEntry,
    known: &PlanningDevice,
    number: u64,
) -> Result<PlannedOperation, PlanError> {
    let payload = entry.payload.clone().ok_or(PlanError::NoPayload(number))?;
    let before = match entry.before {
        Some(before) => before,
        None if known.last.sequence.next() == entry.sequence => known.last.hash,
        None => return Err(PlanError::Gap(number)),
    };
    let digest = operation_digest(&known.salts, entry.sequence, &payload);
    let id = operation_id(entry.device, entry.sequence, &before, &digest);
    let operation = LogOperation { device: entry.device, sequence: entry.sequence, before, id, payload };
    Ok(PlannedOperation { operation, own: false, verdict: entry.verdict.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use sync_protocol::DeviceKey;

    const OFFICE: Office = Office(12);
    const ME: DeviceId = DeviceId(1);
    const OTHER: DeviceId = DeviceId(2);

    fn device_entry(device: DeviceId) -> DeviceEntry {
        let seed = [u8::try_from(device.0).unwrap(); 32];
        DeviceEntry {
            device,
            number: 1,
            key: DeviceKey::from_seed(&seed).public(),
            salts: SaltTree::from_root(seed),
        }
    }

    fn entry(device: DeviceId, sequence: u64, payload: Option<&[u8]>) -> FeedEntry {
        FeedEntry::Operation(OperationEntry {
            device,
            sequence: Sequence(sequence),
            verdict: vec![0x81, 0],
            payload: payload.map(<[u8]>::to_vec),
            before: None,
        })
    }

    fn planned(entries: Vec<FeedEntry>) -> Result<Plan, PlanError> {
        let beginning = FeedHead::beginning(&device_entry(ME).key, OFFICE);
        let own = |sequence: Sequence| Ok((sequence.0 <= 2).then_some(Hash([9; 32])));
        let known = BTreeMap::from([(ME, planning_device(&device_entry(ME)))]);
        Planner::new(OFFICE, ME, beginning, known).frame(entries, own)
    }

    #[test]
    fn anothers_operations_are_chained_from_the_device_that_the_feed_named() {
        let named = FeedEntry::Device(device_entry(OTHER));
        let plan = planned(vec![named, entry(OTHER, 1, Some(b"a")), entry(OTHER, 2, Some(b"b"))]).unwrap();
        let first = ChainHead::beginning(&device_entry(OTHER).key).then(
            OTHER,
            &device_entry(OTHER).salts,
            b"a".to_vec(),
        );
        let PlannedEntry::Operation(second) = &plan.entries[2] else { panic!("not an operation") };
        assert_eq!(second.operation, first.head().then(OTHER, &device_entry(OTHER).salts, b"b".to_vec()));
        assert_eq!(plan.heads.iter().map(|head| head.number).collect::<Vec<_>>(), [1, 2, 3]);
    }

    #[test]
    fn what_does_not_follow_is_refused() {
        let named = || FeedEntry::Device(device_entry(OTHER));
        let failure = |entries| planned(entries).unwrap_err();
        assert_eq!(failure(vec![entry(OTHER, 1, Some(b"a"))]), PlanError::UnknownDevice(1));
        assert_eq!(failure(vec![named(), entry(OTHER, 2, Some(b"a"))]), PlanError::Gap(2));
        assert_eq!(failure(vec![named(), entry(OTHER, 1, None)]), PlanError::NoPayload(2));
        assert_eq!(failure(vec![entry(ME, 3, None)]), PlanError::UnknownOwn(1));
    }

    #[test]
    fn own_operations_come_back_without_their_content() {
        let plan = planned(vec![entry(ME, 1, None)]).unwrap();
        assert!(matches!(&plan.entries[0], PlannedEntry::Operation(planned) if planned.own));
    }
}
