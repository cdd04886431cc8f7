//! The exchange itself: one request up, one answer down, both directions in one round trip.
//!
//! ```text
//! request  = [ COSE_Sign1 over the header, codec, block of payloads ]
//! header   = who, what I know you have (base), where my operations lead (head), what I have of the feed
//! answer   = outcome, acknowledgement, entries, signed head
//! ```
//! The operations themselves stand outside the signature and inside the chain: the signed head covers each of
//! them through its digest, so one that is erased later does not break the signature.

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use crate::chain::{ChainHead, LogOperation};
use crate::codec::{Codec, pack, unpack};
use crate::feed::{FeedEntry, FeedHead, SignedHead};
use crate::ids::{DeviceId, Hash};
use crate::keys::{DeviceKey, PublicKey};
use crate::salt::SaltTree;
use crate::{ProtocolError, cose, decode_all, encode};

/// The most that the payloads of one batch may hold, in bytes. A batch always holds one operation, however large.
pub const MAX_BATCH_BYTES: usize = 1024 * 1024;

/// The most that one payload may hold, in bytes.
pub const MAX_OPERATION_BYTES: usize = 256 * 1024;

const CONTEXT: &str = "guichet sync 1";

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

/// The signed part of a request.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
struct Header {
    #[n(0)]
    protocol: Protocol,
    #[n(1)]
    device: DeviceId,
    #[n(2)]
    base: ChainHead,
    #[n(3)]
    head: Option<ChainHead>,
    #[n(4)]
    feed: FeedHead,
    #[cbor(n(5), with = "minicbor::bytes")]
    codecs: Vec<u8>,
    #[n(6)]
    wanted_profile: Option<Hash>,
}

/// What a device says in an exchange.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyncRequest {
    /// The versions that it speaks.
    pub protocol: Protocol,
    /// Who speaks.
    pub device: DeviceId,
    /// What it knows the centre to have of its log: the last acknowledgement.
    pub base: ChainHead,
    /// Its operations after the base, in order, without a gap.
    pub operations: Vec<LogOperation>,
    /// What it has of its office's feed.
    pub feed: FeedHead,
    /// The codecs that it takes, by number.
    pub codecs: Vec<u8>,
    /// The profile that it has heard of and does not have.
    pub wanted_profile: Option<Hash>,
}

impl SyncRequest {
    /// The signed bytes.
    pub fn seal(&self, key: &DeviceKey, codec: Codec) -> Vec<u8> {
        let header = Header {
            protocol: self.protocol,
            device: self.device,
            base: self.base,
            head: self.operations.last().map(LogOperation::head),
            feed: self.feed,
            codecs: self.codecs.clone(),
            wanted_profile: self.wanted_profile,
        };
        let signed = cose::sign(CONTEXT, encode(&header), key);
        if self.operations.is_empty() {
            return encode(&(ByteVec::from(signed),));
        }
        let payloads: Vec<ByteVec> = self.operations.iter().map(|op| op.payload.clone().into()).collect();
        let block = pack(codec, &encode(&payloads));
        encode(&(ByteVec::from(signed), codec.number(), ByteVec::from(block)))
    }
}

/// A request as it came: who claims to speak is known, nothing is verified.
#[derive(Debug, Clone)]
pub struct SealedRequest {
    signed: Vec<u8>,
    codec: u8,
    block: Option<Vec<u8>>,
    claimed: Header,
}

impl SealedRequest {
    /// Takes a request apart.
    ///
    /// # Errors
    /// [`ProtocolError::Malformed`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ProtocolError> {
        let mut decoder = minicbor::Decoder::new(bytes);
        let length = decoder.array()?;
        let signed = decoder.bytes()?.to_vec();
        let (codec, block) = match length {
            Some(1) => (0, None),
            Some(3) => (decoder.u8()?, Some(decoder.bytes()?.to_vec())),
            _ => return Err(ProtocolError::Malformed("a request has one part or three".to_owned())),
        };
        if decoder.position() != bytes.len() {
            return Err(ProtocolError::Malformed("bytes are left over".to_owned()));
        }
        let claimed = decode_all(&cose::peek(&signed)?)?;
        Ok(Self { signed, codec, block, claimed })
    }

    /// The device that claims to speak.
    pub fn device(&self) -> DeviceId {
        self.claimed.device
    }

    /// The versions that it speaks.
    pub fn protocol(&self) -> Protocol {
        self.claimed.protocol
    }

    /// The signed part, which the centre keeps as evidence.
    pub fn signed_part(&self) -> &[u8] {
        &self.signed
    }

    /// The request, verified: signed by that device, and its operations lead from base to head.
    ///
    /// # Errors
    /// [`ProtocolError`] when anything does not fit.
    pub fn open(&self, key: &PublicKey, salts: &SaltTree) -> Result<SyncRequest, ProtocolError> {
        let header: Header = decode_all(&cose::open(CONTEXT, &self.signed, key)?)?;
        let operations = match &self.block {
            Some(block) => chain(&header, &unpack(Codec::from_number(self.codec)?, block)?, salts)?,
            None => Vec::new(),
        };
        if operations.last().map(LogOperation::head) != header.head {
            return Err(ProtocolError::Chain(header.base.sequence.0 + operations.len() as u64));
        }
        Ok(SyncRequest {
            protocol: header.protocol,
            device: header.device,
            base: header.base,
            operations,
            feed: header.feed,
            codecs: header.codecs,
            wanted_profile: header.wanted_profile,
        })
    }
}

fn chain(header: &Header, block: &[u8], salts: &SaltTree) -> Result<Vec<LogOperation>, ProtocolError> {
    let payloads: Vec<ByteVec> = decode_all(block)?;
    let mut head = header.base;
    let mut operations = Vec::with_capacity(payloads.len());
    for payload in payloads {
        if payload.len() > MAX_OPERATION_BYTES {
            return Err(ProtocolError::Malformed("an operation is too large".to_owned()));
        }
        let operation = head.then(header.device, salts, payload.into());
        head = operation.head();
        operations.push(operation);
    }
    Ok(operations)
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
}

/// The centre's answer.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct SyncResponse {
    /// What came of it.
    #[n(0)]
    pub outcome: Outcome,
    /// What the centre has of the device's log, durably; left out when it is the request's base.
    #[n(1)]
    pub acknowledged: Option<ChainHead>,
    /// How the entries are packed.
    #[n(2)]
    codec: Option<u8>,
    /// The next entries of the feed, packed; left out when there are none.
    #[n(3)]
    entries: Option<ByteVec>,
    /// The feed's head after these entries; left out when nothing changed.
    #[n(4)]
    pub head: Option<SignedHead>,
    /// There is more: ask again.
    #[n(5)]
    pub more: Option<bool>,
    /// The centre's clock, milliseconds since 1970. It decides nothing.
    #[n(6)]
    pub centre_time_ms: i64,
    /// The versions that the centre speaks; only with [`Outcome::ProtocolVersion`].
    #[n(7)]
    pub protocol: Option<Protocol>,
    /// The profile that was wanted, packed with Zstandard.
    #[n(8)]
    pub profile: Option<ByteVec>,
}

impl SyncResponse {
    /// An answer that says only what came of it.
    pub fn only(outcome: Outcome, centre_time_ms: i64) -> Self {
        Self {
            outcome,
            acknowledged: None,
            codec: None,
            entries: None,
            head: None,
            more: None,
            centre_time_ms,
            protocol: None,
            profile: None,
        }
    }

    /// Puts entries into the answer.
    #[must_use]
    pub fn with_entries(mut self, codec: Codec, entries: &[FeedEntry]) -> Self {
        if !entries.is_empty() {
            self.codec = Some(codec.number());
            self.entries = Some(pack(codec, &encode(&entries)).into());
        }
        self
    }

    /// The entries of the answer.
    ///
    /// # Errors
    /// [`ProtocolError`] when they cannot be unpacked or read.
    pub fn entries(&self) -> Result<Vec<FeedEntry>, ProtocolError> {
        match (&self.entries, self.codec) {
            (None, _) => Ok(Vec::new()),
            (Some(packed), codec) => decode_all(&unpack(Codec::from_number(codec.unwrap_or(0))?, packed)?),
        }
    }

    /// The bytes for the wire.
    pub fn to_bytes(&self) -> Vec<u8> {
        encode(self)
    }

    /// Reads an answer.
    ///
    /// # Errors
    /// [`ProtocolError::Malformed`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ProtocolError> {
        decode_all(bytes)
    }
}

#[cfg(test)]
mod tests;
