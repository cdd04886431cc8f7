//! The daily root: once a day the heads of all feeds and of all devices' logs become the next leaves of one Merkle
//! tree over all days, and the signed root goes into every office's feed, so that the offices witness each other.
//! How the tree hashes and proves is `merkle`'s business; who keeps roots, and when they are made, is the stores'.
//!
//! ```text
//! leaf  = [ kind, day, whose, number, hash ]       a feed's head (kind 1) or a log's (kind 2) on that day
//! root  = COSE_Sign1 over [ day, size, root ]
//! entry = [ 4, { root, proof that it continues the root before it in this feed,
//!                where the leaf of this very feed stands, proof that it stands there } ]
//! ```
//! The leaf of a feed is its head right before the entry, so whoever has the feed knows that leaf without being told.

use minicbor::bytes::{ByteSlice, ByteVec};
use minicbor::{Decode, Encode};

use crate::chain::ChainHead;
use crate::feed::{FeedEntry, FeedHead};
use crate::ids::{DeviceId, Hash, Office};
use crate::keys::{DeviceKey, PublicKey};
use crate::{ProtocolError, cose, decode_all, encode, merkle};

/// The kind of an entry that brings a root.
pub const WITNESS: u8 = 4;

const CONTEXT: &str = "guichet witness root 1";

/// What a leaf is about. Numbers are for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum LeafKind {
    /// The feed of an office.
    #[n(1)]
    Feed,
    /// The log of a device.
    #[n(2)]
    Log,
}

/// A leaf of the tree: where a feed or a log ended on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct Leaf {
    /// What it is about.
    #[n(0)]
    pub kind: LeafKind,
    /// The day, in days since 1970-01-01 by the deployment's calendar.
    #[n(1)]
    pub day: i32,
    /// The office's number or the device's id.
    #[n(2)]
    pub whose: u32,
    /// The number of the last entry, or the sequence of the last operation.
    #[n(3)]
    pub number: u64,
    /// The hash there.
    #[n(4)]
    pub hash: Hash,
}

impl Leaf {
    /// The leaf of a feed.
    pub fn feed(day: i32, office: Office, head: &FeedHead) -> Self {
        Self { kind: LeafKind::Feed, day, whose: office.0.into(), number: head.number, hash: head.hash }
    }

    /// The leaf of a device's log.
    pub fn log(day: i32, device: DeviceId, head: &ChainHead) -> Self {
        Self { kind: LeafKind::Log, day, whose: device.0, number: head.sequence.0, hash: head.hash }
    }

    /// Its hash in the tree.
    pub fn hash(&self) -> Hash {
        merkle::leaf_hash(&encode(self))
    }
}

/// The tree as it stood on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct TreeRoot {
    /// The day, in days since 1970-01-01 by the deployment's calendar.
    #[n(0)]
    pub day: i32,
    /// How many leaves it had.
    #[n(1)]
    pub size: u64,
    /// Its root.
    #[n(2)]
    pub root: Hash,
}

/// A root, signed by the centre: COSE_Sign1 over [`TreeRoot`]. Kept as it came, as evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedRoot(Vec<u8>);

impl SignedRoot {
    /// Signs a root.
    pub fn sign(root: &TreeRoot, centre: &DeviceKey) -> Self {
        Self(cose::sign(CONTEXT, encode(root), centre))
    }

    /// Takes bytes that came from outside; nothing is verified yet.
    pub fn from_bytes(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The bytes, for a store.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The root, verified to be signed by the centre.
    ///
    /// # Errors
    /// [`ProtocolError`] when it is not.
    pub fn open(&self, centre: &PublicKey) -> Result<TreeRoot, ProtocolError> {
        decode_all(&cose::open(CONTEXT, &self.0, centre)?)
    }
}

impl<C> Encode<C> for SignedRoot {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut minicbor::Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.encode(<&ByteSlice>::from(self.0.as_slice()))?.ok()
    }
}

impl<'b, C> Decode<'b, C> for SignedRoot {
    fn decode(d: &mut minicbor::Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        Ok(Self(d.decode::<ByteVec>()?.to_vec()))
    }
}

/// What an entry of kind [`WITNESS`] says.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Witness {
    /// The root.
    #[n(0)]
    pub root: SignedRoot,
    /// That it continues the root that came before it in this feed; empty in the first such entry.
    #[n(1)]
    pub consistency: Vec<Hash>,
    /// Which leaf is the head of this very feed, right before this entry.
    #[n(2)]
    pub leaf: u64,
    /// That it is.
    #[n(3)]
    pub inclusion: Vec<Hash>,
}

/// Why a root is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WitnessFault {
    /// The entry cannot be read.
    #[error("the entry cannot be read")]
    Unreadable,
    /// The centre has not signed it.
    #[error("the centre’s signature does not fit the root")]
    Signature,
    /// The feed's head before the entry is not the leaf that it names.
    #[error("the root does not hold the head of this feed as it stood before it")]
    NotIncluded,
    /// The tree does not continue the one before it: a leaf of an earlier day was changed, removed or put in.
    #[error("the root does not continue the one before it: what was witnessed before has been changed")]
    Inconsistent,
}

impl Witness {
    /// The entry of a feed.
    pub fn to_entry(&self) -> FeedEntry {
        FeedEntry::Unknown { kind: WITNESS, body: encode(self) }
    }

    /// What an entry says, when it is one of this kind.
    pub fn of(entry: &FeedEntry) -> Option<Result<Self, WitnessFault>> {
        match entry {
            FeedEntry::Unknown { kind: WITNESS, body } => {
                Some(decode_all(body).map_err(|_| WitnessFault::Unreadable))
            }
            _ => None,
        }
    }

    /// The root, verified: signed by the centre, holding this feed's head, continuing the root before it.
    ///
    /// `head`: the feed's head right before the entry; `before`: the root that came last.
    ///
    /// # Errors
    /// The first [`WitnessFault`].
    pub fn check(
        &self,
        office: Office,
        head: &FeedHead,
        before: Option<&TreeRoot>,
        centre: &PublicKey,
    ) -> Result<TreeRoot, WitnessFault> {
        let root = self.root.open(centre).map_err(|_| WitnessFault::Signature)?;
        let leaf = Leaf::feed(root.day, office, head).hash();
        if !merkle::is_included(&leaf, self.leaf, root.size, &root.root, &self.inclusion) {
            return Err(WitnessFault::NotIncluded);
        }
        let continues = before.is_none_or(|before| {
            merkle::is_consistent((before.size, &before.root), (root.size, &root.root), &self.consistency)
        });
        if continues { Ok(root) } else { Err(WitnessFault::Inconsistent) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::merkle::Tree;
    use proptest::prelude::*;

    fn centre() -> DeviceKey {
        DeviceKey::from_seed(&[9; 32])
    }

    fn head(number: u64) -> FeedHead {
        FeedHead { number, ..FeedHead::beginning(&centre().public(), Office(12)) }
    }

    /// Day after day the heads of offices 11, 12 and 13; the entries for office 12.
    fn days(count: i32) -> Vec<Witness> {
        let mut tree = Tree::new();
        let mut before = 0;
        (0..count)
            .map(|day| {
                for office in 11..=13 {
                    tree.push(Leaf::feed(day, Office(office), &head(day as u64)).hash());
                }
                let size = tree.size();
                let root = TreeRoot { day, size, root: tree.root(size).unwrap() };
                let witness = Witness {
                    root: SignedRoot::sign(&root, &centre()),
                    consistency: tree.consistency_proof(before, size).unwrap(),
                    leaf: size - 2,
                    inclusion: tree.inclusion_proof(size - 2, size).unwrap(),
                };
                before = size;
                witness
            })
            .collect()
    }

    fn check(witness: &Witness, number: u64, before: Option<&TreeRoot>) -> Result<TreeRoot, WitnessFault> {
        witness.check(Office(12), &head(number), before, &centre().public())
    }

    #[test]
    fn each_root_continues_the_one_before_it_and_holds_the_feed() {
        let mut before = None;
        for (day, witness) in days(9).iter().enumerate() {
            let root = check(witness, day as u64, before.as_ref()).unwrap();
            assert_eq!((root.day, root.size), (day as i32, 3 * (day as u64 + 1)));
            before = Some(root);
        }
    }

    #[test]
    fn another_head_another_office_another_key_or_another_past_is_found() {
        let days = days(3);
        let first = check(&days[0], 0, None).unwrap();
        let second = check(&days[1], 1, Some(&first)).unwrap();
        assert_eq!(check(&days[2], 7, Some(&second)), Err(WitnessFault::NotIncluded));
        let elsewhere = days[2].check(Office(13), &head(2), Some(&second), &centre().public());
        assert_eq!(elsewhere, Err(WitnessFault::NotIncluded));
        let forged =
            days[2].check(Office(12), &head(2), Some(&second), &DeviceKey::from_seed(&[1; 32]).public());
        assert_eq!(forged, Err(WitnessFault::Signature));
        assert_eq!(check(&days[2], 2, Some(&first)), Err(WitnessFault::Inconsistent));
        let other = TreeRoot { root: Hash([3; 32]), ..second };
        assert_eq!(check(&days[2], 2, Some(&other)), Err(WitnessFault::Inconsistent));
    }

    #[test]
    fn an_entry_reads_back_and_a_longer_one_of_a_newer_version_is_read_too() {
        let witness = days(2).remove(1);
        let entry = witness.to_entry();
        let read: FeedEntry = decode_all(&encode(&entry)).unwrap();
        assert_eq!(Witness::of(&read), Some(Ok(witness.clone())));
        assert_eq!(read.digest(None), entry.digest(None));
        let FeedEntry::Unknown { body, .. } = entry else { panic!("another kind") };
        let mut longer = vec![body[0] + 1];
        longer.extend_from_slice(&body[1..]);
        longer.extend_from_slice(&[0x18, 0x63, 0x01]);
        let newer = FeedEntry::Unknown { kind: WITNESS, body: longer };
        let read: FeedEntry = decode_all(&encode(&newer)).unwrap();
        assert_eq!(Witness::of(&read), Some(Ok(witness)));
        assert_eq!(read.digest(None), newer.digest(None), "the chain is over the bytes as they came");
        assert_eq!(Witness::of(&FeedEntry::Profile(Hash([1; 32]))), None);
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(body in proptest::collection::vec(any::<u8>(), 0..300)) {
            if let Some(Ok(witness)) = Witness::of(&FeedEntry::Unknown { kind: WITNESS, body }) {
                let _ = check(&witness, 1, None);
            }
        }
    }
}
