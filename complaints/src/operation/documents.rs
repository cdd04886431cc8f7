//! Documents of a complaint: that one was added, and that one is asked for. Their contents are no part of an
//! operation and travel on their own. Keys are for ever, as in `bodies`.

use minicbor::{Decode, Encode};

/// BLAKE3 over a document's content, which is its name everywhere. Shown as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct DocumentId(#[cbor(n(0), with = "minicbor::bytes")] [u8; 32]);

crate::identity::hex_id!(DocumentId, 32);

impl DocumentId {
    /// The id of that content.
    pub fn of(content: &[u8]) -> Self {
        Self(*blake3::hash(content).as_bytes())
    }
}

/// A document was added.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct AttachDocument {
    /// Its content's hash.
    #[n(0)]
    pub document: DocumentId,
    /// How many bytes it has.
    #[n(1)]
    pub size: u64,
    /// `image/jpeg`, `image/png`, `application/pdf`.
    #[n(2)]
    pub media_type: String,
    /// Its name as the clerk knows it.
    #[n(3)]
    pub name: String,
    /// How many pages it has, if known.
    #[n(4)]
    pub pages: Option<u32>,
    /// Width of an image in pixels.
    #[n(5)]
    pub width: Option<u32>,
    /// Height of an image in pixels.
    #[n(6)]
    pub height: Option<u32>,
}

/// The citizen is asked for a document. That the complaint waits for it is a change of status of its own.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct RequestDocument {
    /// Which one.
    #[n(0)]
    pub what: String,
    /// The day by which it is to be brought, as days since 1970-01-01.
    #[n(1)]
    pub until: Option<i32>,
}
