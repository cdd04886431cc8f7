//! The centre that the sample office has never heard of: what was invented comes in as if one had confirmed it, so that
//! lists, marks and news look as they do at work.

use std::cell::RefCell;

use complaints::{Operation, Verdict};
use office_store::{Identity, PlannedEntry, PlannedOperation, Store};
use sync_protocol::{
    ChainHead, DeviceEntry, DeviceId, DeviceKey, FeedEntry, FeedHead, Hash, LogOperation, OperationEntry,
    SaltTree, SignedHead,
};

use crate::error::OfficeError;

/// The device under which the centre's own log runs.
const CENTRES_LOG: DeviceId = DeviceId(2);
/// As many operations as are taken up at once.
const BATCH_BYTES: usize = 1 << 20;

pub(super) struct Feeding {
    identity: Identity,
    centre: DeviceKey,
    log: DeviceEntry,
    bundle: Hash,
    told: RefCell<ChainHead>,
}

impl Feeding {
    pub(super) fn new(identity: Identity, centre: DeviceKey, bundle: &[u8]) -> Self {
        let key = centre.public();
        let salts = SaltTree::from_root(blake3::derive_key("guichet 2026 sample salts", &key.0));
        Self {
            log: DeviceEntry { device: CENTRES_LOG, number: 0, key, salts },
            told: RefCell::new(ChainHead::beginning(&key)),
            bundle: Hash(*blake3::hash(bundle).as_bytes()),
            identity,
            centre,
        }
    }

    /// Everything that was done at the sample office is confirmed; what comes from now on is news.
    pub(super) fn take_up(&self, store: &Store) -> Result<(), OfficeError> {
        let own = DeviceEntry {
            device: self.identity.device,
            number: self.identity.number,
            key: self.identity.key,
            salts: self.identity.salts.clone(),
        };
        let mut entries: Vec<PlannedEntry> =
            [FeedEntry::Device(self.log.clone()), FeedEntry::Profile(self.bundle), FeedEntry::Device(own)]
                .map(PlannedEntry::Other)
                .into();
        let known = store.own_log()?.acknowledged.sequence;
        let done = store.own_operations_after(known, BATCH_BYTES)?;
        entries.extend(done.into_iter().map(|operation| accepted(operation, true)));
        let head = store.own_log()?.head;
        self.apply(store, &entries)?;
        store.write(|writing| {
            writing.acknowledge(&head)?;
            writing.mark_caught_up()
        })?;
        Ok(())
    }

    /// The centre tells something.
    pub(super) fn tell(&self, store: &Store, operation: &Operation) -> Result<(), OfficeError> {
        let told = self.told.borrow().then(CENTRES_LOG, &self.log.salts, operation.to_bytes());
        *self.told.borrow_mut() = told.head();
        self.apply(store, &[accepted(told, false)])
    }

    fn apply(&self, store: &Store, entries: &[PlannedEntry]) -> Result<(), OfficeError> {
        let office = self.identity.feed();
        let mut head: FeedHead = store.feed_head()?;
        let mut heads = Vec::with_capacity(entries.len());
        for entry in entries {
            head = match entry {
                PlannedEntry::Other(entry) => head.after_entry(office, entry, None),
                PlannedEntry::Operation(planned) => {
                    let entry = FeedEntry::Operation(OperationEntry {
                        device: planned.operation.device,
                        sequence: planned.operation.sequence,
                        verdict: planned.verdict.clone(),
                        payload: None,
                        before: None,
                    });
                    head.after_entry(office, &entry, Some(&planned.operation.id))
                }
            };
            heads.push(head);
        }
        let signed = SignedHead::sign(office, &head, &self.centre);
        store.write(|writing| writing.apply(entries, &heads, Some(&signed)).map(drop))?;
        Ok(())
    }
}

fn accepted(operation: LogOperation, own: bool) -> PlannedEntry {
    let verdict = minicbor::to_vec(Verdict::Accepted).expect("a vector takes every byte");
    PlannedEntry::Operation(PlannedOperation { operation, own, verdict })
}
