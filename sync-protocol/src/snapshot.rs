//! Snapshots: all that an office's feed has brought up to a head, as one content that is packed once, kept at the
//! centre, and named by its hash. Whoever is far behind takes it instead of the entries one by one; it holds the same
//! entries with the same chain and the centre's signatures along it, so that what was taken proves as much.
//!
//! ```text
//! content = part · part · … · part      part: entries, packed; the centre's signature on the head after them
//! header  = COSE_Sign1 [ office, the last head, digest of the fold, hash of the content, its size ]
//! ```

use std::collections::BTreeMap;

use minicbor::bytes::ByteVec;
use minicbor::data::Type;
use minicbor::{Decode, Decoder, Encode, Encoder};

use crate::block::{Block, Packer, Unpacker};
use crate::documents::DocumentWanted;
use crate::drawn::Travelling;
use crate::feed::{FeedEntry, FeedHead, OperationEntry, SignedHead};
use crate::frames::{FrameBuffer, few_enough};
use crate::ids::{DeviceId, Hash, Office};
use crate::keys::{DeviceKey, PublicKey};
use crate::salt::SaltTree;
use crate::{ProtocolError, cose, decode_all, encode};

/// The largest content that is taken, in bytes: whoever is given a larger one reads the feed.
pub const MAX_SNAPSHOT_BYTES: u64 = 256 * 1024 * 1024;

/// How many unpacked bytes a part aims at: few enough for the frame of a testimony.
pub const SNAPSHOT_PART_BYTES: usize = 256 * 1024;

const CONTEXT: &str = "guichet snapshot 1";
const PART: u8 = 1;
const OPERATION: u8 = 1;

/// What the centre says of a snapshot, and signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct Snapshot {
    /// Whose feed it holds.
    #[n(0)]
    pub office: Office,
    /// The head that its entries lead to, from the feed's beginning on.
    #[n(1)]
    pub head: FeedHead,
    /// The digest over the states that these entries fold to, by rules of that `edition`.
    #[n(2)]
    pub fold: Hash,
    /// The BLAKE3 hash of its content.
    #[n(3)]
    pub content: Hash,
    /// How many bytes the content has.
    #[n(4)]
    pub size: u64,
    /// The edition of the rules by which the centre has folded: whoever folds by another one gets other states, and
    /// relies on the chain and the signatures alone.
    #[n(5)]
    pub edition: u32,
}

impl Snapshot {
    /// The signed bytes.
    pub fn sign(&self, centre: &DeviceKey) -> ByteVec {
        cose::sign(CONTEXT, encode(self), centre).into()
    }

    /// Reads them, verified to be signed by that centre.
    ///
    /// # Errors
    /// [`ProtocolError`] when they are not.
    pub fn open(signed: &[u8], centre: &PublicKey) -> Result<Self, ProtocolError> {
        decode_all(&cose::open(CONTEXT, signed, centre)?)
    }
}

/// What a device says of snapshots in its hello.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SnapshotWish {
    /// It takes one, if that saves it much.
    Any,
    /// It has a part of one, and wants the rest.
    Rest(DocumentWanted),
}

impl<C> Encode<C> for SnapshotWish {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut Encoder<W>,
        ctx: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        match self {
            Self::Any => e.array(0)?.ok(),
            Self::Rest(wanted) => e.encode_with(wanted, ctx)?.ok(),
        }
    }
}

impl<'b, C> Decode<'b, C> for SnapshotWish {
    fn decode(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Self, minicbor::decode::Error> {
        if d.probe().array()? == Some(0) {
            d.array()?;
            return Ok(Self::Any);
        }
        d.decode_with(ctx).map(Self::Rest)
    }
}

/// Packs the content of a snapshot, part by part.
#[derive(Debug)]
pub struct SnapshotWriter {
    packer: Packer,
    salts: Salts,
    hasher: blake3::Hasher,
    size: u64,
}

impl SnapshotWriter {
    /// A content that begins with the feed's first entry, packed as well as Zstandard can.
    pub fn new() -> Self {
        Self::with(Packer::thorough())
    }

    /// The same, packed otherwise. The text model is not read by those who take it.
    pub fn with(packer: Packer) -> Self {
        Self { packer, salts: Salts::default(), hasher: blake3::Hasher::new(), size: 0 }
    }

    /// The next part: entries with all their payloads, and the signed head after them.
    ///
    /// # Errors
    /// [`ProtocolError::Malformed`] when the head is not signed.
    pub fn part(&mut self, entries: &[FeedEntry], head: &SignedHead) -> Result<Vec<u8>, ProtocolError> {
        let packed: Vec<PackedEntry> = entries.iter().map(|entry| self.salts.leave_out(entry)).collect();
        let block = self.packer.pack(&encode(&packed));
        let part = encode(&(PART, block, ByteVec::from(head.signature()?)));
        self.hasher.update(&part);
        self.size += part.len() as u64;
        Ok(part)
    }

    /// The hash of all parts, and how many bytes they have.
    pub fn finish(self) -> (Hash, u64) {
        (Hash(*self.hasher.finalize().as_bytes()), self.size)
    }
}

impl Default for SnapshotWriter {
    fn default() -> Self {
        Self::new()
    }
}

/// Reads the content of a snapshot as it is handed in, from its beginning.
#[derive(Debug, Default)]
pub struct SnapshotReader {
    buffer: FrameBuffer,
    unpacker: Unpacker,
    salts: Salts,
}

impl SnapshotReader {
    /// A reader that has read nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the next bytes.
    pub fn push(&mut self, bytes: &[u8]) {
        self.buffer.push(bytes);
    }

    /// The next part that is whole; none while bytes are missing.
    ///
    /// # Errors
    /// [`ProtocolError`] when it cannot be read.
    pub fn next_part(&mut self) -> Result<Option<SnapshotPart>, ProtocolError> {
        let Some(part) = self.buffer.next_frame()? else { return Ok(None) };
        let (kind, block, signature): (u8, Block, ByteVec) = decode_all(&part)?;
        if kind != PART {
            return Err(ProtocolError::Malformed("a part of a snapshot of an unknown kind".to_owned()));
        }
        let block = self.unpacker.unpack(&block)?;
        few_enough(&block)?;
        let packed: Vec<PackedEntry> = decode_all(&block)?;
        let entries = packed.into_iter().map(|entry| self.salts.put_back(entry)).collect::<Result<_, _>>()?;
        Ok(Some(SnapshotPart { entries, unpacked_bytes: block.len(), signature: signature.into() }))
    }

    /// Whether what was handed in ends within a part.
    pub fn is_within_a_part(&self) -> bool {
        self.buffer.is_within_a_frame()
    }
}

/// A part of a snapshot; whether its entries lead to a signed head is not checked yet.
#[derive(Debug)]
pub struct SnapshotPart {
    /// The entries, each operation with its payload.
    pub entries: Vec<FeedEntry>,
    /// How many bytes they take once unpacked.
    pub unpacked_bytes: usize,
    signature: Vec<u8>,
}

impl SnapshotPart {
    /// The signed head, put together from the head that the entries lead to.
    pub fn head(&self, office: Office, head: &FeedHead) -> SignedHead {
        SignedHead::attach(office, head, self.signature.clone())
    }
}

/// The salts of the devices that the entries so far have named: the last word counts.
#[derive(Debug, Default)]
struct Salts(BTreeMap<DeviceId, SaltTree>);

impl Salts {
    fn note(&mut self, entry: &FeedEntry) {
        if let FeedEntry::Device(device) = entry {
            self.0.insert(device.device, device.salts.clone());
        }
    }

    fn leave_out(&mut self, entry: &FeedEntry) -> PackedEntry {
        self.note(entry);
        match entry {
            FeedEntry::Operation(operation) => {
                let payload = operation.payload.clone().unwrap_or_default();
                let payload = match self.0.get(&operation.device) {
                    Some(salts) => Travelling::of(salts, operation.sequence, &payload),
                    None => Travelling::Whole(payload),
                };
                PackedEntry::Operation(OperationEntry { payload: None, ..operation.clone() }, payload)
            }
            other => PackedEntry::Other(other.clone()),
        }
    }

    fn put_back(&mut self, entry: PackedEntry) -> Result<FeedEntry, ProtocolError> {
        match entry {
            PackedEntry::Operation(operation, payload) => {
                let payload = match (payload, self.0.get(&operation.device)) {
                    (Travelling::Whole(payload), _) => payload,
                    (hole, Some(salts)) => hole.whole(salts, operation.sequence)?,
                    (_, None) => {
                        let unknown = "an operation of a device that was not named".to_owned();
                        return Err(ProtocolError::Malformed(unknown));
                    }
                };
                Ok(FeedEntry::Operation(OperationEntry { payload: Some(payload), ..operation }))
            }
            PackedEntry::Other(entry) => {
                self.note(&entry);
                Ok(entry)
            }
        }
    }
}

/// An entry as it stands in a snapshot: what was drawn from salts is left out of payloads.
enum PackedEntry {
    /// An operation without its payload, and the payload.
    Operation(OperationEntry, Travelling),
    Other(FeedEntry),
}

impl<C> Encode<C> for PackedEntry {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut Encoder<W>,
        ctx: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        match self {
            Self::Operation(entry, payload) => {
                e.array(5 + u64::from(entry.before.is_some()))?.u8(OPERATION)?;
                e.encode_with(entry.device, ctx)?.encode_with(entry.sequence, ctx)?;
                e.bytes(&entry.verdict)?.encode_with(payload, ctx)?;
                if let Some(before) = &entry.before {
                    e.encode_with(before, ctx)?;
                }
                Ok(())
            }
            Self::Other(entry) => e.encode_with(entry, ctx)?.ok(),
        }
    }
}

impl<'b, C> Decode<'b, C> for PackedEntry {
    fn decode(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Self, minicbor::decode::Error> {
        let (length, kind) = {
            let mut ahead = d.probe();
            (ahead.array()?, if ahead.datatype()? == Type::U8 { ahead.u8()? } else { 0 })
        };
        if kind != OPERATION {
            return d.decode_with(ctx).map(Self::Other);
        }
        let Some(length @ 5..=6) = length else {
            return Err(minicbor::decode::Error::message("an operation in a snapshot has its payload"));
        };
        d.array()?;
        d.u8()?;
        let (device, sequence) = (d.decode_with(ctx)?, d.decode_with(ctx)?);
        let verdict = d.bytes()?.to_vec();
        let payload = d.decode_with(ctx)?;
        let before = if length > 5 { Some(d.decode_with(ctx)?) } else { None };
        Ok(Self::Operation(OperationEntry { device, sequence, verdict, payload: None, before }, payload))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::DeviceEntry;
    use crate::ids::{Epoch, Sequence};
    use proptest::prelude::*;

    const OFFICE: Office = Office(12);

    fn centre() -> DeviceKey {
        DeviceKey::from_seed(&[2; 32])
    }

    fn salts() -> SaltTree {
        SaltTree::from_root([3; 32])
    }

    /// A registration of which sixteen bytes were drawn, and one that was issued again and holds others.
    fn entries() -> Vec<FeedEntry> {
        let drawn = |sequence| {
            let mut payload = [&[0xa1, 0x00, 0x50][..], &[0; 16], b"words"].concat();
            let drawn = crate::draw(&salts(), Sequence(sequence), &payload);
            payload[3..19].copy_from_slice(&drawn);
            payload
        };
        let operation = |sequence, payload, before| {
            let (device, verdict) = (DeviceId(7), vec![0x81, 0]);
            let sequence = Sequence(sequence);
            FeedEntry::Operation(OperationEntry { device, sequence, verdict, payload: Some(payload), before })
        };
        vec![
            FeedEntry::Device(DeviceEntry {
                device: DeviceId(7),
                number: 2,
                key: centre().public(),
                salts: salts(),
            }),
            operation(1, drawn(1), Some(Hash([9; 32]))),
            FeedEntry::Epoch(Epoch(1)),
            operation(2, drawn(1), None),
            FeedEntry::Unknown { kind: 99, body: encode(&"later") },
        ]
    }

    fn content(step: usize) -> (Vec<u8>, Hash, u64) {
        let mut writer = SnapshotWriter::new();
        let signed = SignedHead::sign(OFFICE, &FeedHead::beginning(&centre().public(), OFFICE), &centre());
        let parts: Vec<u8> =
            entries().chunks(step).flat_map(|part| writer.part(part, &signed).unwrap()).collect();
        let (hash, size) = writer.finish();
        (parts, hash, size)
    }

    fn read(content: &[u8], step: usize) -> Result<Vec<FeedEntry>, ProtocolError> {
        let (mut reader, mut found) = (SnapshotReader::new(), Vec::new());
        for bytes in content.chunks(step) {
            reader.push(bytes);
            while let Some(part) = reader.next_part()? {
                found.extend(part.entries);
            }
        }
        assert!(!reader.is_within_a_part());
        Ok(found)
    }

    #[test]
    fn a_snapshot_gives_back_the_very_entries_however_its_bytes_arrive() {
        for parts_of in [1, 2, 5] {
            let (content, hash, size) = content(parts_of);
            assert_eq!((size, hash.0), (content.len() as u64, *blake3::hash(&content).as_bytes()));
            for step in [1, 7, content.len()] {
                assert_eq!(read(&content, step).unwrap(), entries());
            }
        }
    }

    #[test]
    fn what_was_drawn_does_not_stand_in_it() {
        let mut packed = Salts::default();
        let lengths: Vec<usize> =
            entries().iter().map(|entry| encode(&packed.leave_out(entry)).len()).collect();
        let whole: Vec<usize> = entries().iter().map(|entry| encode(entry).len()).collect();
        // The head of the payload is one byte longer by its tag, and seventeen bytes are one.
        assert_eq!(lengths[1], whole[1] - 16 + 1 - 1);
        assert_eq!(lengths[3], whole[3], "bytes that were drawn elsewhere travel");
    }

    #[test]
    fn a_header_holds_for_its_centre_only() {
        let (_, content, size) = content(5);
        let head = FeedHead::beginning(&centre().public(), OFFICE);
        let fold = Hash([4; 32]);
        let snapshot = Snapshot { office: OFFICE, head, fold, content, size, edition: 1 };
        let signed = snapshot.sign(&centre());
        assert_eq!(Snapshot::open(&signed, &centre().public()), Ok(snapshot));
        let another = DeviceKey::from_seed(&[5; 32]).public();
        assert_eq!(Snapshot::open(&signed, &another), Err(ProtocolError::Signature));
    }

    #[test]
    fn a_wish_reads_back() {
        let rest = SnapshotWish::Rest(DocumentWanted { document: Hash([8; 32]), offset: 4096 });
        for wish in [SnapshotWish::Any, rest] {
            assert_eq!(decode_all::<SnapshotWish>(&encode(&wish)), Ok(wish));
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let mut reader = SnapshotReader::new();
            reader.push(&bytes);
            while let Ok(Some(_)) = reader.next_part() {}
            let _ = decode_all::<Vec<PackedEntry>>(&bytes);
            let _ = decode_all::<SnapshotWish>(&bytes);
        }
    }
}
