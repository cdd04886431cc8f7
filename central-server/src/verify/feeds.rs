//! The feed of an office: every hash follows from the entries, its end is signed, and folding it once more gives the
//! complaints that are stored.

use std::collections::{BTreeMap, BTreeSet};

use ::complaints::{ClerkId, Complaint, ComplaintId, Operation, People, Verdict, fold_digest};
use sync_protocol::{
    ChainHead, DeviceId, FeedEntry, FeedHead, Hash, OperationEntry, PublicKey, Sequence, SignedHead,
    TreeRoot, Witness,
};

use super::{Fault, OfficeAudit, documents, figures};
use crate::centre::Centre;
use crate::error::CentreError;
use crate::fold::Fold;
use crate::founding::columns_are_current;
use crate::keys::hex;
use crate::store::devices::DeviceRow;
use crate::store::feed::{FeedRow, FeedWhat};
use crate::store::offices::OfficeRow;
use crate::store::{Session, clerks, complaints, devices, feed, operations, profiles, witness};
use crate::witness::day_text;

const STEP: usize = 1_000;

/// A walk along a feed.
struct Walk<'a> {
    office: &'a OfficeRow,
    registered: BTreeMap<DeviceId, DeviceRow>,
    head: FeedHead,
    fold: Fold,
    /// How far the feed holds the logs of the devices that it has named so far.
    devices: BTreeMap<DeviceId, Sequence>,
    operations: u64,
    profiles: Vec<Hash>,
    /// The entries that shut devices out.
    revoked: BTreeMap<DeviceId, u64>,
    centre: PublicKey,
    /// The roots that it brought.
    witnessed: Vec<TreeRoot>,
}

/// Checks the feed and the complaints of an office.
pub(super) async fn check(
    centre: &Centre,
    session: &mut Session,
    office: &OfficeRow,
    faults: &mut Vec<Fault>,
) -> Result<OfficeAudit, CentreError> {
    let registered = devices::of_office(session, office.code).await?;
    let mut walk = Walk {
        office,
        registered: registered.into_iter().map(|device| (device.id, device)).collect(),
        head: FeedHead::beginning(&centre.key.public(), office.office()),
        fold: Fold::new(office.code, Vec::new(), People::default()),
        devices: BTreeMap::new(),
        operations: 0,
        profiles: Vec::new(),
        revoked: BTreeMap::new(),
        centre: centre.key.public(),
        witnessed: Vec::new(),
    };
    match walk.along(session).await? {
        Some(fault) => faults.push(fault),
        None => {
            faults.extend(walk.check_end(centre, session).await?);
            check_complaints(centre, session, (office, &walk.fold), faults).await?;
            figures::check(centre, session, office.code, &walk.fold, faults).await?;
            documents::check(&centre.shelves, session, office.code, &walk.fold, faults).await?;
        }
    }
    let states: Vec<(ComplaintId, Vec<u8>)> =
        walk.fold.complaints().map(|complaint| (complaint.id, complaint.to_bytes())).collect();
    let digest =
        fold_digest(states.iter().map(|(id, state)| (*id, state.as_slice())), &walk.fold.people().to_bytes());
    Ok(OfficeAudit {
        office: office.code,
        complaints: states.len() as u64,
        entries: walk.head.number,
        head: walk.head.hash.to_string(),
        fold: hex(&digest),
    })
}

impl Walk<'_> {
    /// From the beginning to the end, or to the first fault.
    async fn along(&mut self, session: &mut Session) -> Result<Option<Fault>, CentreError> {
        loop {
            let rows = feed::with_operations(session, self.office.code, self.head.number, STEP).await?;
            let last = rows.len() < STEP;
            for (row, operation) in rows {
                let number = self.head.number + 1;
                let step = if row.number == number {
                    self.step(row, operation)
                } else {
                    Err("it is missing".to_owned())
                };
                if let Err(what) = step {
                    return Ok(Some(self.fault(number, what)));
                }
            }
            if last {
                return Ok(None);
            }
        }
    }

    fn fault(&self, number: u64, what: impl Into<String>) -> Fault {
        Fault::new(format!("office {}, entry {number}", self.office.code), what)
    }

    fn step(&mut self, row: FeedRow, operation: Option<(Hash, Vec<u8>)>) -> Result<(), String> {
        let (entry, id) = match (row.what, operation) {
            (FeedWhat::Body { kind, body }, _) => (self.step_body(kind, &body)?, None),
            (FeedWhat::Operation { .. }, None) => return Err("its operation is missing".to_owned()),
            (
                FeedWhat::Operation { device, sequence, verdict, previous, payload_bytes },
                Some((id, payload)),
            ) => {
                if payload.len() as u64 != payload_bytes {
                    return Err("its operation has another length".to_owned());
                }
                let entry = OperationEntry { device, sequence, verdict, payload: None, before: previous };
                (self.step_operation(entry, &payload)?, Some(id))
            }
        };
        let head = self.head.after_entry(self.office.office(), &entry, id.as_ref());
        if head.hash != row.hash {
            return Err("its hash does not follow from what it says and from the entry before it".to_owned());
        }
        self.head = head;
        Ok(())
    }

    fn step_body(&mut self, kind: u8, body: &[u8]) -> Result<FeedEntry, String> {
        let entry: FeedEntry =
            minicbor::decode(body).map_err(|error| format!("it cannot be read: {error}"))?;
        if entry.kind() != kind {
            return Err("it is filed as another kind than it is of".to_owned());
        }
        match &entry {
            FeedEntry::Device(device) => {
                if self.registered.get(&device.device).map(DeviceRow::entry).as_ref() != Some(device) {
                    return Err(format!(
                        "it names device {} otherwise than the list of devices",
                        device.device
                    ));
                }
                self.devices.insert(device.device, Sequence(0));
            }
            FeedEntry::Profile(digest) => self.profiles.push(*digest),
            FeedEntry::Epoch(epoch) if *epoch <= self.head.epoch => {
                return Err("it begins an epoch that the feed has been in".to_owned());
            }
            FeedEntry::Epoch(_) => {}
            FeedEntry::Revocation(device) => drop(self.revoked.insert(*device, self.head.number + 1)),
            FeedEntry::Operation(_) | FeedEntry::Unknown { .. } => match Witness::of(&entry) {
                Some(witness) => {
                    let office = self.office.office();
                    let root = witness.and_then(|witness| {
                        witness.check(office, &self.head, self.witnessed.last(), &self.centre)
                    });
                    self.witnessed.push(root.map_err(|fault| fault.to_string())?);
                }
                None => return Err("it is of a kind that does not stand there".to_owned()),
            },
        }
        Ok(entry)
    }

    fn step_operation(&mut self, entry: OperationEntry, payload: &[u8]) -> Result<FeedEntry, String> {
        let Some(last) = self.devices.get_mut(&entry.device) else {
            return Err(format!("the feed has not named device {} before it", entry.device));
        };
        if last.next() != entry.sequence || entry.before.is_some() != (*last == Sequence(0)) {
            return Err(format!(
                "operation {} of device {} does not stand in its place",
                entry.sequence, entry.device
            ));
        }
        let beginning =
            self.registered.get(&entry.device).map(|device| ChainHead::beginning(&device.key).hash);
        if entry.before.is_some() && entry.before != beginning {
            return Err("it names another beginning of its device’s log".to_owned());
        }
        *last = entry.sequence;
        self.operations += 1;
        let verdict: Verdict =
            minicbor::decode(&entry.verdict).map_err(|error| format!("its verdict: {error}"))?;
        if let Ok(operation) = Operation::from_bytes(payload) {
            self.fold.take(&operation, verdict).map_err(|error| error.to_string())?;
        }
        Ok(FeedEntry::Operation(entry))
    }

    /// Every root that was made since the office was founded stands in its feed, and no other.
    async fn check_roots(&self, session: &mut Session) -> Result<Vec<Fault>, CentreError> {
        let from = witness::first_feed_leaf(session, self.office.code, 0).await?.map(|(leaf, _)| leaf);
        let mut made = witness::roots(session).await?;
        made.retain(|row| from.is_some_and(|from| row.root.size > from));
        let made: Vec<TreeRoot> = made.into_iter().map(|row| row.root).collect();
        let fault = |root: &TreeRoot, what: &str| {
            let place = format!("witness, root of {} ({} leaves)", day_text(root.day), root.size);
            Fault::new(place, format!("{what} office {}", self.office.code))
        };
        let untold = made.iter().filter(|root| !self.witnessed.contains(root));
        let unmade = self.witnessed.iter().filter(|root| !made.contains(root));
        let untold = untold.map(|root| fault(root, "it does not stand in the feed of"));
        let unmade = unmade.map(|root| fault(root, "it is missing, and stands in the feed of"));
        Ok(untold.chain(unmade).collect())
    }

    /// What is known only at the end.
    async fn check_end(&self, centre: &Centre, session: &mut Session) -> Result<Vec<Fault>, CentreError> {
        let mut faults = Vec::new();
        if self.head != self.office.feed {
            let what = format!("the feed ends here, and should end at entry {}", self.office.feed.number);
            faults.push(self.fault(self.head.number, what));
        }
        let signed = SignedHead::from_bytes(self.office.feed_signed.clone());
        if signed.open(self.office.office(), &centre.key.public()).ok() != Some(self.head) {
            faults.push(self.fault(self.head.number, "the centre has not signed that the feed ends here"));
        }
        let place = format!("office {}", self.office.code);
        faults.extend(self.check_roots(session).await?);
        let log = self.registered.values().find(|device| device.number == 0);
        if log.map(|log| log.id) != Some(self.office.log_device) {
            faults.push(Fault::new(&place, "its log of the centre is not the one that it names"));
        }
        if operations::count(session, self.office.code).await? != self.operations {
            faults.push(Fault::new(&place, "operations are stored that stand in no feed"));
        }
        if feed::devices_in(session, self.office.code).await? != self.devices {
            faults.push(Fault::new(
                &place,
                "it is not written down rightly how far the feed holds each device’s log",
            ));
        }
        let disabled: BTreeSet<ClerkId> = self.fold.people().disabled().copied().collect();
        if clerks::disabled(session, self.office.code).await? != disabled {
            faults.push(Fault::new(&place, "it is not written down rightly which clerks are disabled"));
        }
        for device in self.registered.values().filter(|device| !self.devices.contains_key(&device.id)) {
            faults.push(Fault::new(
                &place,
                format!("device {} is admitted and the feed does not name it", device.id),
            ));
        }
        for device in self.registered.values() {
            // 0: its signatures count no more from the moment that an administrator said so.
            let listed = device.revoked_number;
            let told = self.revoked.get(&device.id).copied();
            if listed.is_some() != told.is_some() || (listed != told && listed != Some(0)) {
                let what = format!("device {} is shut out otherwise than the feed says", device.id);
                faults.push(Fault::new(&place, what));
            }
        }
        for digest in &self.profiles {
            let bundle = profiles::get(session, &digest.0).await?;
            if bundle.map(|bundle| *blake3::hash(&bundle).as_bytes()) != Some(digest.0) {
                faults.push(Fault::new(
                    &place,
                    format!("the profile {} is missing or changed", digest.short()),
                ));
            }
        }
        Ok(faults)
    }
}

/// Compares the fold with the complaints that are stored. Both come in the order of their ids.
async fn check_complaints(
    centre: &Centre,
    session: &mut Session,
    (office, fold): (&OfficeRow, &Fold),
    faults: &mut Vec<Fault>,
) -> Result<(), CentreError> {
    let mut folded: BTreeMap<ComplaintId, &Complaint> =
        fold.complaints().map(|complaint| (complaint.id, complaint)).collect();
    // An older version of the program wrote other columns; they are written anew when the centre serves.
    let columns_count = columns_are_current(centre, session).await?;
    let mut after = None;
    loop {
        let rows = complaints::stored(session, office.code, after, STEP).await?;
        let last = rows.len() < STEP;
        for (id, stored) in rows {
            after = Some(id);
            let place = || format!("office {}, complaint {id}", office.code);
            match folded.remove(&id) {
                None => faults.push(Fault::new(place(), "it is stored and no operation registered it")),
                Some(complaint) if complaint.to_bytes() != stored.state => {
                    faults.push(Fault::new(place(), "its state is not what its operations amount to"));
                }
                Some(complaint)
                    if columns_count && complaints::columns(complaint, &centre.profile) != stored.columns =>
                {
                    faults.push(Fault::new(place(), "its columns do not say what its state says"));
                }
                Some(_) => {}
            }
        }
        if last {
            break;
        }
    }
    for id in folded.keys() {
        faults.push(Fault::new(
            format!("office {}, complaint {id}", office.code),
            "it was registered and is not stored",
        ));
    }
    Ok(())
}
