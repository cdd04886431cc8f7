//! The exchange itself: frames up, frames down, both directions in one round trip.
//!
//! ```text
//! up    hello [operations] · further batches of operations · testimony · slices of documents
//! down  reply · entries with the signature on the head after them · slices of documents
//! ```
//! Each batch is signed and chained by itself, so that the centre can keep every batch that crossed before a cut.

mod answer;
mod evidence;
mod hello;
mod request;

pub use answer::{DownFrame, EntriesFrame, LadderStep, Reply};
pub use evidence::Evidence;
pub use hello::{Hashes, Hello, SealedHello};
pub use request::{RequestWriter, SealedBatch, UpFrame};

use minicbor::{Decode, Encode};

/// The most payload that the operations of one request hold, in bytes. One operation always fits.
pub const MAX_BATCH_BYTES: usize = 2 * 1024 * 1024;

/// The most that one payload may hold, in bytes.
pub const MAX_OPERATION_BYTES: usize = 256 * 1024;

/// A range of protocol versions, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct Protocol {
    /// The oldest.
    #[n(0)]
    pub oldest: u8,
    /// The newest.
    #[n(1)]
    pub newest: u8,
}

impl Protocol {
    /// What this version of the software speaks.
    pub const OURS: Self = Self { oldest: 1, newest: 1 };

    /// The newest version that both speak.
    pub fn common(self, other: Self) -> Option<u8> {
        let newest = self.newest.min(other.newest);
        (newest >= self.oldest.max(other.oldest)).then_some(newest)
    }
}

/// What came of an exchange. Numbers are for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Outcome {
    /// Done.
    #[n(0)]
    Done,
    /// The centre has less of the device's log than the device knows: send again from the acknowledgement.
    #[n(1)]
    Behind,
    /// The centre has another operation at that sequence: the device was restored or cloned.
    #[n(2)]
    Forked,
    /// The centre's feed is not the one that the device has: the centre was restored.
    #[n(3)]
    FeedDiverged,
    /// The centre does not know the device, or has revoked it.
    #[n(4)]
    NotAdmitted,
    /// The two speak no common version.
    #[n(5)]
    ProtocolVersion,
    /// The bytes do not follow the protocol, or the signature does not fit. Nothing was taken.
    #[n(6)]
    Malformed,
    /// A hash was only hinted at, and the centre has another one: say it in full. Nothing was taken.
    #[n(7)]
    InFull,
    /// The centre's history does not prime the text model in the same way: use another codec. Nothing was taken.
    #[n(8)]
    Primer,
}

#[cfg(test)]
mod tests;
