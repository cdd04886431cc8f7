//! The contract between a desk and the centre: device logs, batches, feeds, signatures, acknowledgements.
//!
//! Payloads and verdicts are opaque bytes: this crate does not know what a complaint is. It does no I/O but for the
//! file of an exchange on a stick, which both ends write alike; the trait [`Exchange`] is implemented by the HTTP client
//! and by the centre itself. The authority is
//! `docs/sync-protocol.md` with `docs/sync-protocol.cddl`.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod base45;
mod block;
mod carry;
mod chain;
mod codec;
mod cose;
mod documents;
mod drawn;
mod enrol;
mod exchange;
mod feed;
mod frames;
mod ids;
mod introduction;
mod keys;
pub mod merkle;
pub mod mutant;
mod primer;
mod provision;
mod receipt;
mod salt;
mod short_form;
mod snapshot;
mod sync;
mod text_model;
mod witness;

pub use block::{Block, MAX_FRAME_BLOCK_BYTES, Packer, Unpacker};
pub use carry::{
    Answered, CarryError, CarryFile, CarryKind, SealedReader, SealedWriter, SealingKey, SealingRecipient,
};
pub use chain::{ChainHead, LogOperation, operation_digest, operation_id};
pub use codec::{Codec, CodecError, MAX_BLOCK_BYTES, pack, unpack};
pub use documents::{DocumentHeld, DocumentHint, DocumentSlice, DocumentWanted, SLICE_BYTES};
pub use drawn::draw;
pub use enrol::{Admitted, EnrolOutcome, EnrolRequest, EnrolResponse, Renewal};
pub use exchange::{Exchange, LineError};
pub use feed::{DeviceEntry, FeedEntry, FeedHead, OperationEntry, SignedHead};
pub use frames::{FRAME_BYTES, FrameBuffer, MAX_FRAME_BYTES, MAX_FRAME_ITEMS};
pub use ids::{DeviceId, Epoch, Hash, Office, OperationId, Sequence};
pub use introduction::{Introduction, Link};
pub use keys::{DeviceKey, KeyMark, PublicKey};
pub use primer::{Primer, PrimerPlace, WarmPrimers, primer_start};
pub use provision::{
    CODE_ALPHABET, MAX_PROVISION_BYTES, PROVISION_FIRST_LINE, Provision, ProvisionError, normalised_code,
};
pub use receipt::{ReceiptSeal, ReceiptSealError};
pub use salt::SaltTree;
pub use short_form::{ShortForm, ShortFormError};
pub use snapshot::{
    MAX_SNAPSHOT_BYTES, SNAPSHOT_PART_BYTES, Snapshot, SnapshotPart, SnapshotReader, SnapshotWish,
    SnapshotWriter,
};
pub use sync::{
    DownFrame, EntriesFrame, Evidence, Hashes, Hello, LadderStep, MAX_BATCH_BYTES, MAX_OPERATION_BYTES,
    Outcome, Protocol, Reply, RequestWriter, SealedBatch, SealedHello, UpFrame,
};
pub use text_model::{Damaged, TextModel};
pub use witness::{Leaf, LeafKind, SignedRoot, TreeRoot, WITNESS, Witness, WitnessFault};

/// Bytes that do not follow the protocol, or whose signature does not fit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProtocolError {
    /// Not the CBOR that was expected.
    #[error("these bytes do not follow the protocol: {0}")]
    Malformed(String),
    /// The signature was not made by that key over these bytes.
    #[error("the signature does not fit")]
    Signature,
    /// The operations do not lead from the stated base to the stated head.
    #[error("the chain of operations is broken at sequence {0}")]
    Chain(u64),
    /// A compressed block is damaged, too large, or in a codec that this version does not have.
    #[error(transparent)]
    Codec(#[from] CodecError),
}

impl From<minicbor::decode::Error> for ProtocolError {
    fn from(error: minicbor::decode::Error) -> Self {
        Self::Malformed(error.to_string())
    }
}

/// Decodes bytes that must be one whole CBOR item and nothing more.
fn decode_all<'b, T: minicbor::Decode<'b, ()>>(bytes: &'b [u8]) -> Result<T, ProtocolError> {
    let mut decoder = minicbor::Decoder::new(bytes);
    let value = decoder.decode()?;
    if decoder.position() == bytes.len() {
        Ok(value)
    } else {
        Err(ProtocolError::Malformed("bytes are left over".to_owned()))
    }
}

fn encode<T: minicbor::Encode<()>>(value: &T) -> Vec<u8> {
    minicbor::to_vec(value).expect("a vector takes every byte")
}
