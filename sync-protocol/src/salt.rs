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

use minicbor::{Decode, Encode};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::ids::Sequence;

const DEPTH: u32 = 64;

/// The root of a device's salts.
#[derive(Clone, PartialEq, Eq, Encode, Decode, Zeroize, ZeroizeOnDrop)]
#[cbor(transparent)]
pub struct SaltTree(#[cbor(n(0), with = "minicbor::bytes")] [u8; 32]);

impl SaltTree {
    /// A tree whose root the caller drew from the operating system's random source, or read from a store.
    pub fn from_root(root: [u8; 32]) -> Self {
        Self(root)
    }

    /// The tree of a device whose signing key has that seed: asking for admission twice names the same salts.
    pub fn of_signing_seed(seed: &[u8; 32]) -> Self {
        Self(blake3::derive_key("guichet 2026 device salts", seed))
    }

    /// The root, for a store or an enrolment.
    pub fn root(&self) -> &[u8; 32] {
        &self.0
    }

    /// The salt of one operation.
    pub fn salt(&self, sequence: Sequence) -> [u8; 32] {
        (0..DEPTH).rev().fold(self.0, |node, bit| child(&node, sequence.0 >> bit & 1 == 1))
    }
}

impl fmt::Debug for SaltTree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SaltTree(…)")
    }
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
    fn the_siblings_of_a_path_give_every_salt_but_that_one() {
        let tree = SaltTree::from_root([5; 32]);
        // The sibling at depth 64 of sequence 6 is the leaf of sequence 7; the one above it covers 4 and 5.
        let path = (1..DEPTH).rev().fold(tree.0, |node, bit| child(&node, 6u64 >> bit & 1 == 1));
        assert_eq!(child(&path, true), tree.salt(Sequence(7)));
        let above = (2..DEPTH).rev().fold(tree.0, |node, bit| child(&node, 6u64 >> bit & 1 == 1));
        assert_eq!(child(&child(&above, false), true), tree.salt(Sequence(5)));
    }
}
