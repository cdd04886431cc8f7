//! Feeds: what an office may see, as a gapless sequence of entries, each chained to the one before it, with a head
//! that the centre signs.
//!
//! ```text
//! entry digest = BLAKE3-derive("guichet 2026 feed entry", kind ‖ what the entry says)
//! hash(n)      = BLAKE3-derive("guichet 2026 feed", office ‖ epoch ‖ n ‖ hash(n−1) ‖ entry digest)
//! ```

use minicbor::bytes::{ByteSlice, ByteVec};
use minicbor::data::Type;
use minicbor::{Decode, Decoder, Encode, Encoder};

use crate::ids::{DeviceId, Epoch, Hash, Office, OperationId, Sequence};
use crate::keys::{DeviceKey, PublicKey};
use crate::salt::SaltTree;
use crate::{ProtocolError, cose, decode_all, encode};

/// One entry of a feed, as it travels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FeedEntry {
    /// An operation and what the centre said of it.
    Operation(OperationEntry),
    /// A device whose operations this feed may hold.
    Device(DeviceEntry),
    /// The profile of that digest is in force from here on.
    Profile(Hash),
    /// The centre was restored from a backup; from this entry on the feed is in that epoch.
    Epoch(Epoch),
    /// The device is shut out. What it signs after it has seen this entry does not count.
    Revocation(DeviceId),
    /// A kind that the exchange only carries, kept as it came: a root ([`crate::Witness`]), or one of a newer
    /// version.
    Unknown {
        /// Its number.
        kind: u8,
        /// Its body.
        body: Vec<u8>,
    },
}

/// An operation in a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperationEntry {
    /// The device whose log it stands in.
    pub device: DeviceId,
    /// Its place there.
    pub sequence: Sequence,
    /// What the centre said, opaque here.
    pub verdict: Vec<u8>,
    /// What was done; left out when the receiver is the device that did it.
    pub payload: Option<Vec<u8>>,
    /// The id of the operation before it in its device's log; left out when that one is the entry of the same
    /// device that came last in this feed.
    pub before: Option<Hash>,
}

/// A device.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct DeviceEntry {
    /// Its id.
    #[n(0)]
    pub device: DeviceId,
    /// Its number in its office, as in references; 0 for the centre's own log.
    #[n(1)]
    pub number: u16,
    /// What its signatures are checked with.
    #[n(2)]
    pub key: PublicKey,
    /// What its digests are salted with.
    #[n(3)]
    pub salts: SaltTree,
}

const OPERATION: u8 = 1;
const DEVICE: u8 = 2;
const PROFILE: u8 = 3;
const EPOCH: u8 = 5;
const REVOCATION: u8 = 6;

impl FeedEntry {
    /// The number of its kind on the wire.
    pub fn kind(&self) -> u8 {
        match self {
            Self::Operation(_) => OPERATION,
            Self::Device(_) => DEVICE,
            Self::Profile(_) => PROFILE,
            Self::Epoch(_) => EPOCH,
            Self::Revocation(_) => REVOCATION,
            Self::Unknown { kind, .. } => *kind,
        }
    }

    /// The digest that goes into the feed's chain. For an operation its id is needed, which the entry itself does
    /// not carry; the others say all.
    pub fn digest(&self, operation: Option<&OperationId>) -> Hash {
        let mut hasher = blake3::Hasher::new_derive_key("guichet 2026 feed entry");
        match (self, operation) {
            (Self::Operation(entry), Some(id)) => {
                hasher.update(&[OPERATION]);
                hasher.update(&id.0);
                hasher.update(&entry.verdict);
            }
            _ => {
                hasher.update(&encode(self));
            }
        }
        Hash(*hasher.finalize().as_bytes())
    }
}

impl<C> Encode<C> for FeedEntry {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut Encoder<W>,
        ctx: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        match self {
            Self::Operation(entry) => {
                let length = 4
                    + u64::from(entry.payload.is_some() || entry.before.is_some())
                    + u64::from(entry.before.is_some());
                e.array(length)?
                    .u8(OPERATION)?
                    .encode_with(entry.device, ctx)?
                    .encode_with(entry.sequence, ctx)?;
                e.bytes(&entry.verdict)?;
                if length > 4 {
                    match &entry.payload {
                        Some(payload) => e.bytes(payload)?,
                        None => e.null()?,
                    };
                }
                if let Some(before) = &entry.before {
                    e.encode_with(before, ctx)?;
                }
                Ok(())
            }
            Self::Device(entry) => e.array(2)?.u8(DEVICE)?.encode_with(entry, ctx)?.ok(),
            Self::Profile(digest) => e.array(2)?.u8(PROFILE)?.encode_with(digest, ctx)?.ok(),
            Self::Epoch(epoch) => e.array(2)?.u8(EPOCH)?.encode_with(epoch, ctx)?.ok(),
            Self::Revocation(device) => e.array(2)?.u8(REVOCATION)?.encode_with(device, ctx)?.ok(),
            Self::Unknown { kind, body } => {
                e.array(2)?.u8(*kind)?;
                e.writer_mut().write_all(body).map_err(minicbor::encode::Error::write)
            }
        }
    }
}

impl<'b, C> Decode<'b, C> for FeedEntry {
    fn decode(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Self, minicbor::decode::Error> {
        let length =
            d.array()?.ok_or_else(|| minicbor::decode::Error::message("an entry has a definite length"))?;
        let kind = d.u8()?;
        match (kind, length) {
            (OPERATION, 4..=6) => Ok(Self::Operation(OperationEntry {
                device: d.decode_with(ctx)?,
                sequence: d.decode_with(ctx)?,
                verdict: d.bytes()?.to_vec(),
                payload: if length > 4 { optional_bytes(d)? } else { None },
                before: if length > 5 { Some(d.decode_with(ctx)?) } else { None },
            })),
            (DEVICE, 2) => Ok(Self::Device(d.decode_with(ctx)?)),
            (PROFILE, 2) => Ok(Self::Profile(d.decode_with(ctx)?)),
            (EPOCH, 2) => Ok(Self::Epoch(d.decode_with(ctx)?)),
            (REVOCATION, 2) => Ok(Self::Revocation(d.decode_with(ctx)?)),
            (OPERATION | DEVICE | PROFILE | EPOCH | REVOCATION, _) | (_, 0..2 | 3..) => {
                Err(minicbor::decode::Error::message("an entry of this kind has another length"))
            }
            (_, 2) => {
                let start = d.position();
                d.skip()?;
                Ok(Self::Unknown { kind, body: d.input()[start..d.position()].to_vec() })
            }
        }
    }
}

fn optional_bytes(d: &mut Decoder<'_>) -> Result<Option<Vec<u8>>, minicbor::decode::Error> {
    if d.datatype()? == Type::Null {
        d.null()?;
        return Ok(None);
    }
    d.bytes().map(|bytes| Some(bytes.to_vec()))
}

/// How far a feed goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct FeedHead {
    /// The epoch.
    #[n(0)]
    pub epoch: Epoch,
    /// The number of the last entry; 0: none yet.
    #[n(1)]
    pub number: u64,
    /// Its hash.
    #[n(2)]
    pub hash: Hash,
}

impl FeedHead {
    /// The head of an office's feed that holds nothing yet: it is bound to the centre's key.
    pub fn beginning(centre: &PublicKey, office: Office) -> Self {
        let mut hasher = blake3::Hasher::new_derive_key("guichet 2026 feed beginning");
        hasher.update(&centre.0);
        hasher.update(&[office.0]);
        Self { epoch: Epoch(0), number: 0, hash: Hash(*hasher.finalize().as_bytes()) }
    }

    /// The head after one more entry. For an operation its id is needed.
    pub fn after_entry(self, office: Office, entry: &FeedEntry, operation: Option<&OperationId>) -> Self {
        let epoch = if let FeedEntry::Epoch(epoch) = entry { *epoch } else { self.epoch };
        Self { epoch, ..self }.after(office, &entry.digest(operation))
    }

    /// The head after one more entry of that digest, in the same epoch.
    pub fn after(self, office: Office, entry: &Hash) -> Self {
        let number = self.number + 1;
        let mut hasher = blake3::Hasher::new_derive_key("guichet 2026 feed");
        hasher.update(&[office.0]);
        hasher.update(&self.epoch.0.to_be_bytes());
        hasher.update(&number.to_be_bytes());
        hasher.update(&self.hash.0);
        hasher.update(&entry.0);
        Self { epoch: self.epoch, number, hash: Hash(*hasher.finalize().as_bytes()) }
    }
}

/// A feed's head, signed by the centre: COSE_Sign1 over [office, head]. Kept as it came, as evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedHead(Vec<u8>);

const HEAD_CONTEXT: &str = "guichet feed head 1";

impl SignedHead {
    /// Signs a head.
    pub fn sign(office: Office, head: &FeedHead, centre: &DeviceKey) -> Self {
        Self(cose::sign(HEAD_CONTEXT, encode(&(office, *head)), centre))
    }

    /// The signature alone: whoever has the entries knows the head.
    ///
    /// # Errors
    /// [`ProtocolError::Malformed`] when the bytes are no signed message.
    pub fn signature(&self) -> Result<Vec<u8>, ProtocolError> {
        cose::signature(&self.0)
    }

    /// The head and a bare signature put together again; nothing is verified yet.
    pub fn attach(office: Office, head: &FeedHead, signature: Vec<u8>) -> Self {
        Self(cose::attach(encode(&(office, *head)), signature))
    }

    /// Takes bytes that came from outside; nothing is verified yet.
    pub fn from_bytes(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The bytes, for a store or the wire.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The head, verified to be that office's and signed by the centre.
    ///
    /// # Errors
    /// [`ProtocolError::Signature`] when it is not.
    pub fn open(&self, office: Office, centre: &PublicKey) -> Result<FeedHead, ProtocolError> {
        let payload = cose::open(HEAD_CONTEXT, &self.0, centre)?;
        let (signed_for, head): (Office, FeedHead) = decode_all(&payload)?;
        if signed_for == office { Ok(head) } else { Err(ProtocolError::Signature) }
    }
}

impl<C> Encode<C> for SignedHead {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.encode(<&ByteSlice>::from(self.0.as_slice()))?.ok()
    }
}

impl<'b, C> Decode<'b, C> for SignedHead {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        Ok(Self(d.decode::<ByteVec>()?.to_vec()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn entries() -> Vec<FeedEntry> {
        let operation = |payload: Option<&[u8]>, before| {
            FeedEntry::Operation(OperationEntry {
                device: DeviceId(7),
                sequence: Sequence(9),
                verdict: vec![0x81, 0],
                payload: payload.map(<[u8]>::to_vec),
                before,
            })
        };
        vec![
            operation(None, None),
            operation(Some(b"did"), None),
            operation(None, Some(Hash([3; 32]))),
            operation(Some(b"did"), Some(Hash([3; 32]))),
            FeedEntry::Device(DeviceEntry {
                device: DeviceId(7),
                number: 2,
                key: DeviceKey::from_seed(&[1; 32]).public(),
                salts: SaltTree::from_root([2; 32]),
            }),
            FeedEntry::Profile(Hash([4; 32])),
            FeedEntry::Epoch(Epoch(1)),
            FeedEntry::Revocation(DeviceId(7)),
            FeedEntry::Unknown { kind: 99, body: encode(&"later") },
        ]
    }

    #[test]
    fn entries_read_back_what_was_written() {
        assert_eq!(decode_all::<Vec<FeedEntry>>(&encode(&entries())), Ok(entries()));
    }

    #[test]
    fn the_chain_depends_on_every_entry_and_on_every_verdict() {
        let office = Office(12);
        let centre = DeviceKey::from_seed(&[1; 32]).public();
        let chain = |entries: &[FeedEntry]| {
            entries.iter().fold(FeedHead::beginning(&centre, office), |head, entry| {
                head.after(office, &entry.digest(Some(&Hash([8; 32]))))
            })
        };
        let mut other = entries();
        if let FeedEntry::Operation(entry) = &mut other[0] {
            entry.verdict = vec![0x82, 1, 3];
        }
        assert_ne!(chain(&other), chain(&entries()));
        assert_ne!(chain(&entries()[1..]).hash, chain(&entries()[..8]).hash);
        assert_eq!(chain(&entries()).number, 9);
    }

    #[test]
    fn a_new_epoch_begins_with_its_own_entry() {
        let head = FeedHead::beginning(&DeviceKey::from_seed(&[1; 32]).public(), Office(12));
        let entry = FeedEntry::Epoch(Epoch(3));
        let after = head.after_entry(Office(12), &entry, None);
        assert_eq!((after.epoch, after.number), (Epoch(3), 1));
        assert_ne!(after.hash, head.after(Office(12), &entry.digest(None)).hash);
    }

    #[test]
    fn whether_a_payload_travels_does_not_change_the_chain() {
        let id = Hash([8; 32]);
        assert_eq!(entries()[0].digest(Some(&id)), entries()[3].digest(Some(&id)));
    }

    #[test]
    fn a_signed_head_holds_for_its_office_only() {
        let key = DeviceKey::from_seed(&[1; 32]);
        let head = FeedHead::beginning(&key.public(), Office(12));
        let signed = SignedHead::sign(Office(12), &head, &key);
        assert_eq!(signed.open(Office(12), &key.public()), Ok(head));
        assert_eq!(signed.open(Office(13), &key.public()), Err(ProtocolError::Signature));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = decode_all::<Vec<FeedEntry>>(&bytes);
            let _ = SignedHead::from_bytes(bytes).open(Office(1), &DeviceKey::from_seed(&[1; 32]).public());
        }
    }
}
