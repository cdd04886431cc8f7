//! A snapshot of the office's feed, for a computer that is new or was long absent: what it says of snapshots in its
//! hello, and how one that has come whole is taken. Everything that it brings is checked as if it had come entry by
//! entry, and becomes durable in one transaction, or none of it does.
//!
//! ```text
//! header ──signature──▶ slices, kept as they come ──hash──▶ entries ──chain, signed heads──▶ fold ──digest──▶ taken
//! ```

use std::collections::BTreeMap;

use office_store::{Applied, ComingSnapshot, Identity, Store, StoreError, Writing};
use sync_protocol::{
    DocumentWanted, FeedEntry, Hash, MAX_SNAPSHOT_BYTES, ProtocolError, Sequence, SignedHead, Snapshot,
    SnapshotPart, SnapshotReader, SnapshotWish,
};

use crate::answer::planner;
use crate::error::{ExchangeError, diverged};
use crate::link::LinkMemory;
use crate::plan::{Plan, Planner};

/// How much is laid out before it is written, in unpacked bytes.
const GROUP_BYTES: usize = 4 * 1024 * 1024;

/// What became of a snapshot.
#[derive(Debug)]
pub(crate) enum Taking {
    /// There is none, or not all of it.
    Nothing,
    /// It is taken.
    Taken(Applied),
    /// It does not hold: the feed is read entry by entry.
    Refused(String),
}

/// What the hello says of snapshots. On a slow line entries take fewer bytes, because the text model packs them.
pub(crate) fn wish(store: &Store, link: &LinkMemory) -> Result<Option<SnapshotWish>, StoreError> {
    let fast = link.takes_snapshots();
    Ok(match store.coming_snapshot()? {
        Some(ComingSnapshot { snapshot, have }) if fast || have >= snapshot.size / 2 => {
            Some(SnapshotWish::Rest(DocumentWanted { document: snapshot.content, offset: have }))
        }
        None if fast && !store.refuses_snapshots()? => Some(SnapshotWish::Any),
        _ => None,
    })
}

/// The header of a snapshot that an answer offers; none: it is not to be taken.
pub(crate) fn read_header(signed: &[u8], identity: &Identity) -> Option<Snapshot> {
    let snapshot = Snapshot::open(signed, &identity.centre).ok()?;
    let is_ours = snapshot.office == identity.feed() && snapshot.size <= MAX_SNAPSHOT_BYTES;
    is_ours.then_some(snapshot)
}

/// Takes the snapshot that is here, if it is whole.
///
/// # Errors
/// [`ExchangeError::AnotherLog`] when it holds operations of this computer that its log does not have, or the store's;
/// the snapshot is still here then, and nothing of it was taken.
pub(crate) fn take(store: &Store) -> Result<Taking, ExchangeError> {
    let Some(coming) = store.coming_snapshot()?.filter(ComingSnapshot::is_whole) else {
        return Ok(Taking::Nothing);
    };
    if coming.snapshot.head.number <= store.feed_head()?.number {
        store.write(|writing| writing.drop_snapshot())?;
        return Ok(Taking::Nothing);
    }
    let refused = match try_take(store, &coming) {
        Ok(applied) => return Ok(Taking::Taken(applied)),
        Err(
            error @ (ExchangeError::Protocol(_)
            | ExchangeError::Diverged(_)
            | ExchangeError::Store(StoreError::Inconsistent(_))),
        ) => error.to_string(),
        Err(error) => return Err(error),
    };
    store.write(|writing| writing.refuse_snapshot())?;
    Ok(Taking::Refused(refused))
}

fn try_take(store: &Store, coming: &ComingSnapshot) -> Result<Applied, ExchangeError> {
    let snapshot = &coming.snapshot;
    if store.snapshot_hash()? != snapshot.content {
        return Err(diverged("the content of the snapshot is not what its hash says"));
    }
    let mut taking = Unpacking::begin(store)?;
    store.write(|writing| {
        let mut offset = 0;
        loop {
            let piece = writing.snapshot_piece(offset)?;
            if piece.is_empty() {
                break;
            }
            offset += piece.len() as u64;
            taking.reader.push(&piece);
            while let Some(part) = taking.reader.next_part()? {
                taking.part(part)?;
                if taking.waiting_bytes >= GROUP_BYTES {
                    taking.apply(writing)?;
                }
            }
        }
        taking.apply(writing)?;
        if taking.reader.is_within_a_part() || taking.planner.head() != snapshot.head {
            return Err(diverged(
                "the entries of the snapshot do not lead to the head that its header names",
            ));
        }
        if writing.confirmed_fold(snapshot.edition)?.is_some_and(|fold| fold != snapshot.fold) {
            return Err(diverged("the snapshot does not fold to the state that its header names"));
        }
        writing.note_snapshot_taken()?;
        Ok(taking.applied)
    })
}

/// A snapshot while it is unpacked.
struct Unpacking {
    identity: Identity,
    /// The ids of this computer's operations: their payloads stand in its own log.
    own: BTreeMap<Sequence, Hash>,
    reader: SnapshotReader,
    planner: Planner,
    /// How many entries of the feed lie before the next part.
    position: u64,
    waiting: Vec<(Plan, SignedHead)>,
    waiting_bytes: usize,
    applied: Applied,
}

impl Unpacking {
    fn begin(store: &Store) -> Result<Self, StoreError> {
        Ok(Self {
            identity: store.identity()?,
            own: store.own_ids()?,
            reader: SnapshotReader::new(),
            planner: planner(store)?,
            position: 0,
            waiting: Vec::new(),
            waiting_bytes: 0,
            applied: Applied::default(),
        })
    }

    /// Lays out the entries of a part that are not here yet, and checks that they lead to the head that is signed.
    fn part(&mut self, mut part: SnapshotPart) -> Result<(), ExchangeError> {
        let mut entries = std::mem::take(&mut part.entries);
        let known = self.planner.head().number.saturating_sub(self.position);
        self.position += entries.len() as u64;
        entries.drain(..usize::try_from(known).unwrap_or(usize::MAX).min(entries.len()));
        if entries.is_empty() {
            return Ok(());
        }
        for entry in &mut entries {
            if let FeedEntry::Operation(operation) = entry
                && operation.device == self.identity.device
            {
                operation.payload = None;
            }
        }
        let own = |sequence| -> Result<_, ExchangeError> { Ok(self.own.get(&sequence).copied()) };
        let plan = self.planner.frame(entries, own)?;
        let (office, centre) = (self.identity.feed(), &self.identity.centre);
        let signed = part.head(office, &self.planner.head());
        signed.open(office, centre).map_err(|_: ProtocolError| {
            diverged("a part of the snapshot does not lead to a head that the centre has signed")
        })?;
        self.waiting_bytes += part.unpacked_bytes;
        self.waiting.push((plan, signed));
        Ok(())
    }

    fn apply(&mut self, writing: &mut Writing<'_>) -> Result<(), StoreError> {
        let parts = std::mem::take(&mut self.waiting);
        self.waiting_bytes = 0;
        let parts = parts.iter().map(|(plan, signed)| (&plan.entries[..], &plan.heads[..], Some(signed)));
        self.applied.add(writing.apply_parts(parts)?);
        Ok(())
    }
}
