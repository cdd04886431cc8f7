//! Documents: content that travels beside the operations, in a lane of its own with the lowest priority. A document
//! is named by the BLAKE3 hash of its content, so whoever has all of it can tell that it is right.

use minicbor::{Decode, Encode};

use crate::ids::Hash;

/// The most that one slice of a document carries, in bytes: a cut costs no more, and a line that is cut each few
/// kilobytes still brings it further.
pub const SLICE_BYTES: usize = 4 * 1024;

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentSlice {
    /// The hash of the whole content.
    pub document: Hash,
    /// Where the part begins, in bytes.
    pub offset: u64,
    /// The part.
    pub bytes: Vec<u8>,
}

/// A document that a device wants the centre to send, and from where on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct DocumentWanted {
    /// The hash of the whole content.
    #[n(0)]
    pub document: Hash,
    /// How many bytes are there already.
    #[n(1)]
    pub offset: u64,
}

/// The first eight bytes of a document's hash. They name one of an office's documents to whoever has its whole hash;
/// what is right decides the whole hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct DocumentHint(#[cbor(n(0), with = "minicbor::bytes")] pub [u8; 8]);

impl DocumentHint {
    /// Of that hash.
    pub fn of(document: &[u8; 32]) -> Self {
        let mut hint = [0; 8];
        hint.copy_from_slice(&document[..8]);
        Self(hint)
    }

    /// The least and the greatest hash that begin like this.
    pub fn range(&self) -> ([u8; 32], [u8; 32]) {
        let (mut least, mut greatest) = ([0; 32], [0xff; 32]);
        least[..8].copy_from_slice(&self.0);
        greatest[..8].copy_from_slice(&self.0);
        (least, greatest)
    }
}

/// How much of a document the centre has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct DocumentHeld {
    /// Which one.
    #[n(0)]
    pub document: DocumentHint,
    /// So many bytes from its beginning, durably; all of them only once its whole hash was found right. None: nothing
    /// on the record names it, or it is larger than the centre takes.
    #[n(1)]
    pub bytes: Option<u64>,
}
