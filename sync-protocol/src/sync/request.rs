//! The frames of a request: written by the device, taken apart by the centre.

use minicbor::Decoder;
use minicbor::bytes::{ByteSlice, ByteVec};

use super::MAX_OPERATION_BYTES;
use super::answer::EntriesFrame;
use super::evidence::Statement;
use super::hello::{self, Hashes, Hello, SealedHello};
use crate::block::{Block, MAX_FRAME_BLOCK_BYTES, Packer, Unpacker};
use crate::chain::{ChainHead, LogOperation};
use crate::documents::DocumentSlice;
use crate::feed::{FeedEntry, SignedHead};
use crate::frames::{FRAME_BYTES, MAX_FRAME_ITEMS, few_enough};
use crate::ids::DeviceId;
use crate::keys::{DeviceKey, PublicKey};
use crate::salt::SaltTree;
use crate::{ProtocolError, decode_all, encode};

const HELLO: u8 = 0;
const BATCH: u8 = 1;
const DOCUMENT: u8 = 2;
const TESTIMONY: u8 = 3;

/// How well a block is expected to pack before the first one was seen: unpacked bytes for a packed one.
const FIRST_RATIO: f64 = 2.5;

/// Writes a request.
pub struct RequestWriter<'a> {
    key: &'a DeviceKey,
    hello: Hello,
    wire: Vec<u8>,
    packer: Packer,
    ratio: f64,
    /// Where the log ends that was written so far.
    head: ChainHead,
    begun: bool,
    out: Vec<u8>,
}

impl<'a> RequestWriter<'a> {
    /// A request that begins with that hello.
    pub fn new(key: &'a DeviceKey, hello: Hello, hashes: Hashes, packer: Packer) -> Self {
        let wire = hello.to_wire(hashes);
        let head = hello.base;
        Self { key, hello, wire, packer, ratio: FIRST_RATIO, head, begun: false, out: Vec::new() }
    }

    /// Adds operations that follow the ones before, in as many frames as it takes.
    pub fn operations(&mut self, mut operations: &[LogOperation]) {
        while !operations.is_empty() {
            let (batch, rest) = operations.split_at(self.fitting(operations));
            self.batch(batch);
            operations = rest;
        }
    }

    /// Adds a part of the feed as this device was given it: the centre has lost it.
    ///
    /// # Errors
    /// [`ProtocolError::Malformed`] when the head is not signed.
    pub fn testimony(&mut self, entries: &[FeedEntry], head: &SignedHead) -> Result<(), ProtocolError> {
        self.begin();
        let block = self.packer.pack(&encode(&entries));
        let signature = ByteVec::from(head.signature()?);
        self.out.extend(encode(&(TESTIMONY, block, signature)));
        Ok(())
    }

    /// Adds a slice of a document.
    pub fn document(&mut self, slice: &DocumentSlice) {
        self.begin();
        self.out.extend(encode(&(
            DOCUMENT,
            slice.document,
            slice.offset,
            ByteVec::from(slice.bytes.clone()),
        )));
    }

    /// How many bytes it has that were not taken yet.
    pub fn len(&self) -> usize {
        self.out.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.out.is_empty()
    }

    /// Takes the bytes that it has by now, so that a long request need not be held whole.
    pub fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.out)
    }

    /// The request, or what was not taken of it.
    pub fn finish(mut self) -> Vec<u8> {
        self.begin();
        self.out
    }

    /// The hello without operations, unless something was written before.
    fn begin(&mut self) {
        if !std::mem::replace(&mut self.begun, true) {
            let signature = hello::sign(&self.hello, &self.wire, None, self.key);
            self.out = encode(&(HELLO, ByteVec::from(self.wire.clone()), ByteVec::from(signature)));
        }
    }

    /// How many of the operations will make a frame of the size aimed at.
    fn fitting(&self, operations: &[LogOperation]) -> usize {
        // A little less than the goal, because the estimate is one.
        let goal = (FRAME_BYTES as f64 * 0.8 * self.ratio) as usize;
        let most = goal.clamp(1024, MAX_FRAME_BLOCK_BYTES / 4);
        let mut bytes = 0;
        let fits = |operation: &&LogOperation| {
            bytes += operation.payload.len();
            bytes <= most
        };
        operations.iter().take(MAX_FRAME_ITEMS).take_while(fits).count().max(1)
    }

    fn batch(&mut self, batch: &[LogOperation]) {
        let Some(to) = batch.last().map(LogOperation::head) else { return };
        let payloads: Vec<&ByteSlice> =
            batch.iter().map(|operation| operation.payload.as_slice().into()).collect();
        let block = encode(&payloads);
        let packed = self.packer.pack(&block);
        self.ratio = block.len() as f64 / packed.packed_len().max(1) as f64;
        let signature = hello::sign(&self.hello, &self.wire, Some((self.head, to)), self.key);
        let signature = ByteVec::from(signature);
        self.out.extend(if std::mem::replace(&mut self.begun, true) {
            encode(&(BATCH, signature, packed))
        } else {
            encode(&(HELLO, ByteVec::from(self.wire.clone()), signature, packed))
        });
        self.head = to;
    }
}

/// A frame of a request, as it came.
#[derive(Debug)]
pub enum UpFrame {
    /// Always the first.
    Hello(Box<SealedHello>),
    /// More operations.
    Batch(SealedBatch),
    /// A slice of a document.
    Document(DocumentSlice),
    /// A part of the feed that the centre has lost.
    Testimony(EntriesFrame),
    /// A kind of a newer version: passed over.
    Unknown(u8),
}

impl UpFrame {
    /// Reads a frame.
    ///
    /// # Errors
    /// [`ProtocolError::Malformed`].
    pub fn from_bytes(frame: &[u8]) -> Result<Self, ProtocolError> {
        let mut d = Decoder::new(frame);
        let length = d.array()?;
        match (d.u8()?, length) {
            (HELLO, Some(length @ 3..=4)) => {
                let (wire, signature) = (d.bytes()?.to_vec(), d.bytes()?.to_vec());
                let block = if length == 4 { Some(d.decode()?) } else { None };
                SealedHello::new(wire, signature, block).map(|hello| Self::Hello(Box::new(hello)))
            }
            (BATCH, Some(3)) => {
                Ok(Self::Batch(SealedBatch { signature: d.bytes()?.to_vec(), block: d.decode()? }))
            }
            (DOCUMENT, Some(4)) => {
                let (document, offset) = (d.decode()?, d.u64()?);
                Ok(Self::Document(DocumentSlice { document, offset, bytes: d.bytes()?.to_vec() }))
            }
            (TESTIMONY, Some(3)) => {
                Ok(Self::Testimony(EntriesFrame { block: d.decode()?, signature: d.bytes()?.to_vec() }))
            }
            (HELLO | BATCH | DOCUMENT | TESTIMONY, _) => {
                Err(ProtocolError::Malformed("a frame of this kind has another length".to_owned()))
            }
            (kind, _) => Ok(Self::Unknown(kind)),
        }
    }
}

/// A batch as it came.
#[derive(Debug)]
pub struct SealedBatch {
    signature: Vec<u8>,
    block: Block,
}

impl SealedBatch {
    /// The operations, verified to lead on from that head and to be signed by the device of the hello, and what the
    /// centre keeps of them as evidence.
    ///
    /// # Errors
    /// [`ProtocolError`] when anything does not fit.
    pub fn open(
        &self,
        hello: (&SealedHello, &Hello),
        from: ChainHead,
        key: &PublicKey,
        salts: &SaltTree,
        unpacker: &mut Unpacker,
    ) -> Result<(Vec<LogOperation>, Vec<u8>), ProtocolError> {
        let (sealed, hello) = hello;
        let operations = chain(from, hello.device, salts, &unpacker.unpack(&self.block)?)?;
        let to = operations.last().map(LogOperation::head).ok_or(ProtocolError::Chain(from.sequence.0))?;
        let statement = Statement {
            hello: sealed.wire.clone(),
            base: hello.base.hash,
            feed: hello.feed.hash,
            span: Some((from, to)),
        };
        statement.verify(&self.signature, key)?;
        Ok((operations, statement.attach(self.signature.clone())))
    }
}

/// The operations of a block, chained on from a head.
pub(super) fn chain(
    mut head: ChainHead,
    device: DeviceId,
    salts: &SaltTree,
    block: &[u8],
) -> Result<Vec<LogOperation>, ProtocolError> {
    few_enough(block)?;
    let payloads: Vec<&ByteSlice> = decode_all(block)?;
    let mut operations = Vec::with_capacity(payloads.len());
    for payload in payloads {
        if payload.len() > MAX_OPERATION_BYTES {
            return Err(ProtocolError::Malformed("an operation is too large".to_owned()));
        }
        let operation = head.then(device, salts, payload.to_vec());
        head = operation.head();
        operations.push(operation);
    }
    Ok(operations)
}
