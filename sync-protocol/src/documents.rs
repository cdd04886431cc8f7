//! Documents: content that travels beside the operations, in a lane of its own with the lowest priority. A document
//! is named by the BLAKE3 hash of its content, so whoever has all of it can tell that it is right.

use minicbor::{Decode, Encode};

use crate::ids::Hash;

/// The most that one slice of a document carries, in bytes: a cut costs no more.
pub const SLICE_BYTES: usize = 8 * 1024;

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

/// A document that one side wants the other to send, and from where on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct DocumentWanted {
    /// The hash of the whole content.
    #[n(0)]
    pub document: Hash,
    /// How many bytes are there already.
    #[n(1)]
    pub offset: u64,
}
