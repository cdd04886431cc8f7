//! The first frame of a request: who speaks, what it knows the centre to have of its log, and what it has of the
//! feed. Its signature covers every hash in full; on the wire four bytes of a hash do where the centre has the rest.

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use super::Protocol;
use super::evidence::Statement;
use crate::block::{Block, Unpacker};
use crate::carry::SealingRecipient;
use crate::chain::{ChainHead, LogOperation};
use crate::documents::{DocumentHint, DocumentWanted};
use crate::feed::FeedHead;
use crate::ids::{DeviceId, Epoch, Hash, Sequence};
use crate::keys::{DeviceKey, PublicKey};
use crate::salt::SaltTree;
use crate::snapshot::SnapshotWish;
use crate::{ProtocolError, decode_all, encode};

/// How many bytes of a hash are enough for whoever has it.
const HINT: usize = 4;

/// How the hashes of a hello travel. What is signed is the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hashes {
    /// Their first four bytes: the centre is expected to have the rest.
    Hinted,
    /// In full: the centre was found not to have them.
    InFull,
}

/// What a device says of itself at the beginning of an exchange.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hello {
    /// The versions that it speaks.
    pub protocol: Protocol,
    /// Who speaks.
    pub device: DeviceId,
    /// What it knows the centre to have of its log: the last acknowledgement.
    pub base: ChainHead,
    /// What it has of its office's feed.
    pub feed: FeedHead,
    /// The codecs that it takes, by number, the one that it likes best first.
    pub codecs: Vec<u8>,
    /// The profile that it has heard of and does not have.
    pub wanted_profile: Option<Hash>,
    /// Documents that it wants to have.
    pub wanted_documents: Vec<DocumentWanted>,
    /// Frames of testimony follow: they begin after this head of the feed.
    pub testimony: Option<FeedHead>,
    /// The exchange goes by stick: the answer is sealed to this.
    pub seal_answer_to: Option<SealingRecipient>,
    /// It does not know yet what to seal a request on a stick to.
    pub wants_recipient: bool,
    /// Documents of which it wants to know how much the centre has.
    pub asked_documents: Vec<DocumentHint>,
    /// How many bytes of documents the answer may carry; none: as many as there are.
    pub document_bytes: Option<u64>,
    /// How many packed bytes of entries the answer may carry; none: as many as the centre sends at once.
    pub entry_bytes: Option<u64>,
    /// Whether it takes a snapshot of its office's feed, or the rest of one; none: it reads the entries.
    pub snapshot: Option<SnapshotWish>,
}

#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
struct HintedChain {
    #[n(0)]
    sequence: Sequence,
    #[n(1)]
    hash: ByteVec,
}

#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
struct HintedFeed {
    #[n(0)]
    epoch: Epoch,
    #[n(1)]
    number: u64,
    #[n(2)]
    hash: ByteVec,
}

/// A hello as it travels.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
struct WireHello {
    #[n(0)]
    protocol: Protocol,
    #[n(1)]
    device: DeviceId,
    #[n(2)]
    base: HintedChain,
    #[n(3)]
    feed: HintedFeed,
    #[cbor(n(4), with = "minicbor::bytes")]
    codecs: Vec<u8>,
    #[n(5)]
    wanted_profile: Option<Hash>,
    #[n(6)]
    wanted_documents: Option<Vec<DocumentWanted>>,
    #[n(7)]
    testimony: Option<FeedHead>,
    #[n(8)]
    seal_answer_to: Option<SealingRecipient>,
    #[n(9)]
    wants_recipient: Option<bool>,
    #[n(10)]
    asked_documents: Option<Vec<DocumentHint>>,
    #[n(11)]
    document_bytes: Option<u64>,
    #[n(12)]
    entry_bytes: Option<u64>,
    #[n(13)]
    snapshot: Option<SnapshotWish>,
}

impl Hello {
    /// The bytes that travel and are signed.
    pub(super) fn to_wire(&self, hashes: Hashes) -> Vec<u8> {
        let cut = |hash: &Hash| match hashes {
            Hashes::Hinted => ByteVec::from(hash.0[..HINT].to_vec()),
            Hashes::InFull => ByteVec::from(hash.0.to_vec()),
        };
        encode(&WireHello {
            protocol: self.protocol,
            device: self.device,
            base: HintedChain { sequence: self.base.sequence, hash: cut(&self.base.hash) },
            feed: HintedFeed { epoch: self.feed.epoch, number: self.feed.number, hash: cut(&self.feed.hash) },
            codecs: self.codecs.clone(),
            wanted_profile: self.wanted_profile,
            wanted_documents: Some(self.wanted_documents.clone()).filter(|wanted| !wanted.is_empty()),
            testimony: self.testimony,
            seal_answer_to: self.seal_answer_to,
            wants_recipient: self.wants_recipient.then_some(true),
            asked_documents: Some(self.asked_documents.clone()).filter(|asked| !asked.is_empty()),
            document_bytes: self.document_bytes,
            entry_bytes: self.entry_bytes,
            snapshot: self.snapshot,
        })
    }
}

/// A hello as it came: who claims to speak is known, nothing is verified.
#[derive(Debug, Clone)]
pub struct SealedHello {
    pub(super) wire: Vec<u8>,
    signature: Vec<u8>,
    block: Option<Block>,
    claimed: WireHello,
}

impl SealedHello {
    pub(super) fn new(
        wire: Vec<u8>,
        signature: Vec<u8>,
        block: Option<Block>,
    ) -> Result<Self, ProtocolError> {
        let claimed: WireHello = decode_all(&wire)?;
        let is_hash = |hash: &ByteVec| hash.len() == HINT || hash.len() == 32;
        if is_hash(&claimed.base.hash) && is_hash(&claimed.feed.hash) {
            Ok(Self { wire, signature, block, claimed })
        } else {
            Err(ProtocolError::Malformed("a hash has four bytes or thirty-two".to_owned()))
        }
    }

    /// The device that claims to speak.
    pub fn device(&self) -> DeviceId {
        self.claimed.device
    }

    /// The versions that it speaks.
    pub fn protocol(&self) -> Protocol {
        self.claimed.protocol
    }

    /// Where it says that its log stands at the centre.
    pub fn base_sequence(&self) -> Sequence {
        self.claimed.base.sequence
    }

    /// Which entry of the feed it says that it has last.
    pub fn feed_position(&self) -> (Epoch, u64) {
        (self.claimed.feed.epoch, self.claimed.feed.number)
    }

    /// The codec of the operations that came with it.
    pub fn codec(&self) -> Option<u8> {
        self.block.as_ref().map(Block::codec)
    }

    /// The whole hash of its base: its own when it said it in full, else the one given, if the hint fits.
    pub fn base(&self, known: Option<Hash>) -> Option<ChainHead> {
        let hash = whole(&self.claimed.base.hash, known)?;
        Some(ChainHead { sequence: self.claimed.base.sequence, hash })
    }

    /// The head of its feed, likewise.
    pub fn feed(&self, known: Option<Hash>) -> Option<FeedHead> {
        let hash = whole(&self.claimed.feed.hash, known)?;
        Some(FeedHead { epoch: self.claimed.feed.epoch, number: self.claimed.feed.number, hash })
    }

    /// The hello, verified: signed by that device with these hashes, and the operations that came with it lead on
    /// from the base.
    ///
    /// # Errors
    /// [`ProtocolError`] when anything does not fit.
    pub fn open(
        &self,
        base: ChainHead,
        feed: FeedHead,
        key: &PublicKey,
        salts: &SaltTree,
        unpacker: &mut Unpacker,
    ) -> Result<(Hello, Vec<LogOperation>, Statement), ProtocolError> {
        let operations = match &self.block {
            Some(block) => super::request::chain(base, self.claimed.device, salts, &unpacker.unpack(block)?)?,
            None => Vec::new(),
        };
        let statement = Statement {
            hello: self.wire.clone(),
            base: base.hash,
            feed: feed.hash,
            span: operations.last().map(|last| (base, last.head())),
        };
        statement.verify(&self.signature, key)?;
        let claimed = self.claimed.clone();
        let hello = Hello {
            protocol: claimed.protocol,
            device: claimed.device,
            base,
            feed,
            codecs: claimed.codecs,
            wanted_profile: claimed.wanted_profile,
            wanted_documents: claimed.wanted_documents.unwrap_or_default(),
            testimony: claimed.testimony,
            seal_answer_to: claimed.seal_answer_to,
            wants_recipient: claimed.wants_recipient == Some(true),
            asked_documents: claimed.asked_documents.unwrap_or_default(),
            document_bytes: claimed.document_bytes,
            entry_bytes: claimed.entry_bytes,
            snapshot: claimed.snapshot,
        };
        Ok((hello, operations, statement))
    }

    /// What the centre keeps of it as evidence.
    pub fn evidence(&self, statement: Statement) -> Vec<u8> {
        statement.attach(self.signature.clone())
    }
}

/// Signs a hello, alone or with operations.
pub(super) fn sign(
    hello: &Hello,
    wire: &[u8],
    span: Option<(ChainHead, ChainHead)>,
    key: &DeviceKey,
) -> Vec<u8> {
    Statement { hello: wire.to_vec(), base: hello.base.hash, feed: hello.feed.hash, span }.sign(key)
}

fn whole(said: &ByteVec, known: Option<Hash>) -> Option<Hash> {
    match <[u8; 32]>::try_from(said.as_slice()) {
        Ok(whole) => Some(Hash(whole)),
        Err(_) => known.filter(|known| known.0.starts_with(said)),
    }
}
