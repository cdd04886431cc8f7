//! The end of an office's feed while entries are put behind it. It decides what each entry says and its hash;
//! writing them down is the store's.

use ::complaints::Verdict;
use sync_protocol::{FeedEntry, FeedHead, LogOperation, Office, OperationEntry, Sequence};

use crate::store::feed::{FeedRow, FeedWhat};

/// The end of a feed.
pub(crate) struct FeedEnd {
    office: Office,
    head: FeedHead,
    rows: Vec<FeedRow>,
}

impl FeedEnd {
    /// The end of that office's feed.
    pub(crate) fn new(office: Office, head: FeedHead) -> Self {
        Self { office, head, rows: Vec::new() }
    }

    /// Puts an operation behind. `last_in_feed`: how far the feed holds its device's log, the beginning being 0.
    pub(crate) fn put_operation(
        &mut self,
        operation: &LogOperation,
        verdict: &Verdict,
        last_in_feed: Sequence,
    ) {
        let told = last_in_feed != Sequence(0) && last_in_feed.next() == operation.sequence;
        let entry = OperationEntry {
            device: operation.device,
            sequence: operation.sequence,
            verdict: verdict_bytes(verdict),
            payload: None,
            before: (!told).then_some(operation.before),
        };
        let what = FeedWhat::Operation {
            device: entry.device,
            sequence: entry.sequence,
            verdict: entry.verdict.clone(),
            previous: entry.before,
            payload_bytes: operation.payload.len() as u64,
        };
        let digest = FeedEntry::Operation(entry).digest(Some(&operation.id));
        self.head = self.head.after(self.office, &digest);
        self.rows.push(FeedRow { number: self.head.number, what, hash: self.head.hash });
    }

    /// Puts anything else behind.
    pub(crate) fn put(&mut self, entry: &FeedEntry) {
        let body = minicbor::to_vec(entry).expect("a vector takes every byte");
        self.head = self.head.after_entry(self.office, entry, None);
        self.rows.push(FeedRow {
            number: self.head.number,
            what: FeedWhat::Body { kind: entry.kind(), body },
            hash: self.head.hash,
        });
    }

    /// The number of the last entry.
    pub(crate) fn number(&self) -> u64 {
        self.head.number
    }

    /// Where the feed ends now, and the entries that were put behind.
    pub(crate) fn finish(self) -> (FeedHead, Vec<FeedRow>) {
        (self.head, self.rows)
    }
}

/// A verdict as the bytes that travel with an entry.
pub(crate) fn verdict_bytes(verdict: &Verdict) -> Vec<u8> {
    minicbor::to_vec(verdict).expect("a vector takes every byte")
}
