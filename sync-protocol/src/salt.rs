//! The salts that key the digests of payloads, one for each operation, at no cost on the wire.
//!
//! A payload that was erased must not be guessable from its digest, so each digest is keyed with a salt of its own,
//! and an erasure forgets payload and salt. The salts of a device are the leaves of a binary tree of derivations
//! (Goldreich, Goldwasser, Micali 1986): whoever holds the root derives all of them, and one leaf can be forgotten
//! by keeping, instead of the root, the 64 siblings along the way to it.
//!
//! ```text
//! root ─┬─ 0… ─┬─ 00…        salt of sequence s = the leaf reached by the 64 bits of s
//!       │      └─ 01…        to forget it: keep the siblings of its path, drop the path
//!       └─ 1…
//! ```

use std::fmt;
use std::sync::{Mutex, PoisonError};

use minicbor::encode::Write;
use minicbor::{Decode, Decoder, Encode, Encoder};
use zeroize::Zeroizing;

use crate::ids::Sequence;

const DEPTH: u32 = 64;

/// How many steps from its leaf the way is remembered: consecutive sequences share all but these last ones.
const NEAR: u32 = 8;

/// The root of a device's salts.
pub struct SaltTree {
    root: Zeroizing<[u8; 32]>,
    near: Mutex<Option<Near>>,
}

/// The node above the leaf that was asked for last.
struct Near {
    /// The first bits of the sequences below it.
    prefix: u64,
    node: Zeroizing<[u8; 32]>,
}

impl SaltTree {
    /// A tree whose root the caller drew from the operating system's random source, or read from a store.
    pub fn from_root(root: [u8; 32]) -> Self {
        Self { root: Zeroizing::new(root), near: Mutex::new(None) }
    }

    /// The tree of a device whose signing key has that seed: asking for admission twice names the same salts.
    pub fn of_signing_seed(seed: &[u8; 32]) -> Self {
        Self::from_root(blake3::derive_key("guichet 2026 device salts", seed))
    }

    /// The root, for a store or an enrolment.
    pub fn root(&self) -> &[u8; 32] {
        &self.root
    }

    /// The salt of one operation.
    pub fn salt(&self, sequence: Sequence) -> [u8; 32] {
        let prefix = sequence.0 >> NEAR;
        let mut near = self.near.lock().unwrap_or_else(PoisonError::into_inner);
        let node = match &*near {
            Some(near) if near.prefix == prefix => near.node.clone(),
            _ => {
                let node = Zeroizing::new(down(*self.root, sequence, NEAR..DEPTH));
                *near = Some(Near { prefix, node: node.clone() });
                node
            }
        };
        drop(near);
        down(*node, sequence, 0..NEAR)
    }
}

impl Clone for SaltTree {
    fn clone(&self) -> Self {
        Self::from_root(*self.root)
    }
}

impl PartialEq for SaltTree {
    fn eq(&self, other: &Self) -> bool {
        self.root == other.root
    }
}

impl Eq for SaltTree {}

impl<C> Encode<C> for SaltTree {
    fn encode<W: Write>(
        &self,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.bytes(&*self.root)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for SaltTree {
    fn decode(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Self, minicbor::decode::Error> {
        minicbor::bytes::decode(d, ctx).map(Self::from_root)
    }
}

impl fmt::Debug for SaltTree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SaltTree(…)")
    }
}

/// From a node of the tree along these bits of the sequence, the highest first.
fn down(node: [u8; 32], sequence: Sequence, bits: std::ops::Range<u32>) -> [u8; 32] {
    bits.rev().fold(node, |node, bit| child(&node, sequence.0 >> bit & 1 == 1))
}

fn child(node: &[u8; 32], right: bool) -> [u8; 32] {
    *blake3::keyed_hash(node, &[u8::from(right)]).as_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_operation_has_a_salt_of_its_own() {
        let tree = SaltTree::from_root([5; 32]);
        let salts: std::collections::HashSet<_> = (0..2_000).map(|n| tree.salt(Sequence(n))).collect();
        assert_eq!(salts.len(), 2_000);
        assert_ne!(SaltTree::from_root([6; 32]).salt(Sequence(1)), tree.salt(Sequence(1)));
    }

    #[test]
    fn a_salt_does_not_depend_on_what_was_asked_before() {
        let tree = SaltTree::from_root([5; 32]);
        for sequence in [1, 2, 255, 256, 257, 255, 1 << 40, 3, u64::MAX, 1] {
            let fresh = SaltTree::from_root([5; 32]).salt(Sequence(sequence));
            assert_eq!(tree.salt(Sequence(sequence)), fresh, "{sequence}");
            let whole = down(*tree.root(), Sequence(sequence), 0..DEPTH);
            assert_eq!(fresh, whole, "{sequence}");
        }
    }

    #[test]
    fn the_siblings_of_a_path_give_every_salt_but_that_one() {
        let tree = SaltTree::from_root([5; 32]);
        // The sibling at depth 64 of sequence 6 is the leaf of sequence 7; the one above it covers 4 and 5.
        let path = (1..DEPTH).rev().fold(*tree.root(), |node, bit| child(&node, 6u64 >> bit & 1 == 1));
        assert_eq!(child(&path, true), tree.salt(Sequence(7)));
        let above = (2..DEPTH).rev().fold(*tree.root(), |node, bit| child(&node, 6u64 >> bit & 1 == 1));
        assert_eq!(child(&child(&above, false), true), tree.salt(Sequence(5)));
    }
}
