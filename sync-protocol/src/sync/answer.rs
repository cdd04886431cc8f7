//! The frames of an answer: the reply first, then what the feed brings, then documents.

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Decoder, Encode};

use super::{Outcome, Protocol};
use crate::block::{Block, Packer, Unpacker};
use crate::carry::SealingRecipient;
use crate::chain::ChainHead;
use crate::documents::{DocumentHeld, DocumentSlice};
use crate::feed::{FeedEntry, FeedHead, SignedHead};
use crate::frames::few_enough;
use crate::ids::Hash;
use crate::{ProtocolError, decode_all, encode};

const REPLY: u8 = 0;
const ENTRIES: u8 = 1;
const DOCUMENT: u8 = 2;

/// The first frame of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Reply {
    /// What came of it.
    #[n(0)]
    pub outcome: Outcome,
    /// What the centre has of the device's log, durably; left out when it is the request's base.
    #[n(1)]
    pub acknowledged: Option<ChainHead>,
    /// The number of the feed's last entry; left out when the device has it.
    #[n(2)]
    pub end: Option<u64>,
    /// The centre's clock, milliseconds since 1970. It decides nothing.
    #[n(3)]
    pub centre_time_ms: i64,
    /// The versions that the centre speaks; only with [`Outcome::ProtocolVersion`].
    #[n(4)]
    pub protocol: Option<Protocol>,
    /// The profile that was wanted, packed with Zstandard.
    #[n(5)]
    pub profile: Option<ByteVec>,
    /// How much the centre has of documents: of those that the request asked after or brought a part of, and of some
    /// that are on their way.
    #[n(6)]
    pub documents: Option<Vec<DocumentHeld>>,
    /// With [`Outcome::FeedDiverged`]: heads of the centre's feed, from the last one back.
    #[n(7)]
    pub ladder: Option<Vec<LadderStep>>,
    /// The testimony was taken, and the feed that the device has is to be rolled back to where it began.
    #[n(8)]
    pub testimony_taken: Option<bool>,
    /// What a request on a stick is sealed to; only for a device that asks.
    #[n(9)]
    pub recipient: Option<SealingRecipient>,
    /// In an answer that goes by stick: an [`Answered`](crate::Answered), signed by the centre.
    #[n(10)]
    pub answered: Option<ByteVec>,
    /// A [`Snapshot`](crate::Snapshot), signed by the centre: parts of its content follow in place of entries.
    #[n(11)]
    pub snapshot: Option<ByteVec>,
    /// With [`Outcome::FeedDiverged`]: the head up to which the centre has taken testimony of this device.
    #[n(12)]
    pub testified: Option<LadderStep>,
}

/// A head of the centre's feed, among others so that the device finds where the two feeds part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct LadderStep {
    /// The number of the entry.
    #[n(0)]
    pub number: u64,
    /// The hash after it.
    #[n(1)]
    pub hash: Hash,
}

impl Reply {
    /// A reply that says only what came of it.
    pub fn only(outcome: Outcome, centre_time_ms: i64) -> Self {
        Self {
            outcome,
            acknowledged: None,
            end: None,
            centre_time_ms,
            protocol: None,
            profile: None,
            documents: None,
            ladder: None,
            testimony_taken: None,
            recipient: None,
            answered: None,
            snapshot: None,
            testified: None,
        }
    }

    /// The frame.
    pub fn to_frame(&self) -> Vec<u8> {
        encode(&(REPLY, self))
    }
}

/// Entries of the feed as they travel, with the centre's signature on the head after them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntriesFrame {
    pub(super) block: Block,
    pub(super) signature: Vec<u8>,
}

impl EntriesFrame {
    /// Packs entries.
    ///
    /// # Errors
    /// [`ProtocolError::Malformed`] when the head is not signed.
    pub fn pack(
        packer: &mut Packer,
        entries: &[FeedEntry],
        head: &SignedHead,
    ) -> Result<Self, ProtocolError> {
        Ok(Self { block: packer.pack(&encode(&entries)), signature: head.signature()? })
    }

    /// The entries and the signature on the head after them; whether they lead there is not checked yet.
    ///
    /// # Errors
    /// [`ProtocolError`] when they cannot be unpacked or read.
    pub fn open(&self, unpacker: &mut Unpacker) -> Result<Vec<FeedEntry>, ProtocolError> {
        let block = unpacker.unpack(&self.block)?;
        few_enough(&block)?;
        decode_all(&block)
    }

    /// The signed head, put together from the head that the entries lead to.
    pub fn head(&self, office: crate::Office, head: &FeedHead) -> SignedHead {
        SignedHead::attach(office, head, self.signature.clone())
    }

    /// How many packed bytes the entries take, and how many once unpacked.
    pub fn sizes(&self) -> (usize, usize) {
        (self.block.packed_len(), self.block.unpacked_len())
    }
}

/// A frame of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DownFrame {
    /// Always the first.
    Reply(Box<Reply>),
    /// The next entries of the feed.
    Entries(EntriesFrame),
    /// A slice of a document.
    Document(DocumentSlice),
    /// A kind of a newer version: passed over.
    Unknown(u8),
}

impl DownFrame {
    /// The bytes for the wire.
    pub fn to_bytes(&self) -> Vec<u8> {
        match self {
            Self::Reply(reply) => reply.to_frame(),
            Self::Entries(entries) => {
                encode(&(ENTRIES, &entries.block, ByteVec::from(entries.signature.clone())))
            }
            Self::Document(slice) => {
                encode(&(DOCUMENT, slice.document, slice.offset, ByteVec::from(slice.bytes.clone())))
            }
            Self::Unknown(kind) => encode(&(*kind,)),
        }
    }

    /// Reads a frame.
    ///
    /// # Errors
    /// [`ProtocolError::Malformed`].
    pub fn from_bytes(frame: &[u8]) -> Result<Self, ProtocolError> {
        let mut d = Decoder::new(frame);
        let length = d.array()?;
        match (d.u8()?, length) {
            (REPLY, Some(2)) => Ok(Self::Reply(Box::new(d.decode()?))),
            (ENTRIES, Some(3)) => {
                Ok(Self::Entries(EntriesFrame { block: d.decode()?, signature: d.bytes()?.to_vec() }))
            }
            (DOCUMENT, Some(4)) => {
                let (document, offset) = (d.decode()?, d.u64()?);
                Ok(Self::Document(DocumentSlice { document, offset, bytes: d.bytes()?.to_vec() }))
            }
            (REPLY | ENTRIES | DOCUMENT, _) => {
                Err(ProtocolError::Malformed("a frame of this kind has another length".to_owned()))
            }
            (kind, _) => Ok(Self::Unknown(kind)),
        }
    }
}
