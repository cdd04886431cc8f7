//! The Merkle tree of RFC 9162 (Certificate Transparency 2.0), section 2.1, with BLAKE3 as its hash: roots, proofs
//! that a leaf is in a tree, proofs that a tree continues an earlier one. What the leaves say is `witness`'s business.
//!
//! ```text
//! hash of a leaf = BLAKE3(00 ‖ leaf)          root of no leaf   = BLAKE3()
//! hash of a node = BLAKE3(01 ‖ left ‖ right)  root of n leaves  = node(root of the first k, root of the others),
//!                                             k the largest power of two below n
//! ```
//! The RFC leaves the hash function to each tree; the prefixes 00 and 01 keep a leaf from passing for a node. They
//! do here what a derivation context does elsewhere in this crate: nothing else of the protocol hashes such bytes.

use crate::ids::Hash;

/// The hash of a leaf.
pub fn leaf_hash(leaf: &[u8]) -> Hash {
    prefixed(0, &[leaf])
}

fn node(left: &Hash, right: &Hash) -> Hash {
    prefixed(1, &[&left.0, &right.0])
}

fn prefixed(prefix: u8, parts: &[&[u8]]) -> Hash {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&[prefix]);
    for part in parts {
        hasher.update(part);
    }
    Hash(*hasher.finalize().as_bytes())
}

/// A tree that only grows. It answers for itself as it is and as it was at any smaller size, each in O(log² n) hashes;
/// it holds two hashes a leaf.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    /// `levels[h][i]`: the whole subtree of height h that begins at leaf i · 2^h.
    levels: Vec<Vec<Hash>>,
}

impl Tree {
    /// A tree without a leaf.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many leaves it has.
    pub fn size(&self) -> u64 {
        self.levels.first().map_or(0, |leaves| leaves.len() as u64)
    }

    /// Adds a leaf, by its hash.
    pub fn push(&mut self, leaf: Hash) {
        let mut hash = leaf;
        for height in 0.. {
            if self.levels.len() == height {
                self.levels.push(Vec::new());
            }
            let level = &mut self.levels[height];
            level.push(hash);
            let [.., left, right] = level.as_slice() else { return };
            if !level.len().is_multiple_of(2) {
                return;
            }
            hash = node(left, right);
        }
    }

    /// The root of its first leaves; none when it has not so many.
    pub fn root(&self, size: u64) -> Option<Hash> {
        match size {
            0 => Some(empty_root()),
            _ if size > self.size() => None,
            _ => Some(self.range(0, index(size)?)),
        }
    }

    /// The proof that leaf `leaf` is among its first `size` leaves (RFC 9162, 2.1.3.1); none when it is not.
    pub fn inclusion_proof(&self, leaf: u64, size: u64) -> Option<Vec<Hash>> {
        if leaf >= size || size > self.size() {
            return None;
        }
        let mut proof = Vec::new();
        let (mut start, mut length, leaf) = (0, index(size)?, index(leaf)?);
        while length > 1 {
            let left = split(length);
            if leaf < start + left {
                proof.push(self.range(start + left, length - left));
                length = left;
            } else {
                proof.push(self.range(start, left));
                start += left;
                length -= left;
            }
        }
        proof.reverse();
        Some(proof)
    }

    /// The proof that its first `second` leaves continue its first `first` ones (RFC 9162, 2.1.4.1); none when it has
    /// not so many. Nothing needs proving, and the proof is empty, where `first` is 0 or `second`.
    pub fn consistency_proof(&self, first: u64, second: u64) -> Option<Vec<Hash>> {
        if first > second || second > self.size() {
            return None;
        }
        let mut proof = Vec::new();
        if first == 0 {
            return Some(proof);
        }
        let (mut start, mut length, end) = (0, index(second)?, index(first)?);
        // While the older tree reaches beyond the left part, the newer one's left part is one of its subtrees.
        while start + length != end {
            let left = split(length);
            if end <= start + left {
                proof.push(self.range(start + left, length - left));
                length = left;
            } else {
                proof.push(self.range(start, left));
                start += left;
                length -= left;
            }
        }
        // The verifier knows the older root; any other subtree that both share must be named.
        if start > 0 {
            proof.push(self.range(start, length));
        }
        proof.reverse();
        Some(proof)
    }

    /// The root of `length` leaves from `start` on. `start` is a multiple of the power of two at or above `length`.
    fn range(&self, start: usize, length: usize) -> Hash {
        if length.is_power_of_two() {
            return self.levels[length.trailing_zeros() as usize][start / length];
        }
        let left = split(length);
        node(&self.range(start, left), &self.range(start + left, length - left))
    }
}

impl Extend<Hash> for Tree {
    fn extend<I: IntoIterator<Item = Hash>>(&mut self, leaves: I) {
        leaves.into_iter().for_each(|leaf| self.push(leaf));
    }
}

/// Whether the proof shows that the leaf of that hash is leaf `leaf` of the tree of `size` leaves and that root
/// (RFC 9162, 2.1.3.2).
pub fn is_included(hash: &Hash, leaf: u64, size: u64, root: &Hash, proof: &[Hash]) -> bool {
    if leaf >= size {
        return false;
    }
    let mut walk = Walk { at: leaf, last: size - 1 };
    let mut computed = *hash;
    for sibling in proof {
        match walk.step() {
            Some(Side::Left) => computed = node(sibling, &computed),
            Some(Side::Right) => computed = node(&computed, sibling),
            None => return false,
        }
    }
    walk.is_at_root() && computed == *root
}

/// Whether the proof shows that the tree of `second` leaves continues the one of `first` leaves (RFC 9162, 2.1.4.2).
pub fn is_consistent(first: (u64, &Hash), second: (u64, &Hash), proof: &[Hash]) -> bool {
    let ((first_size, first_root), (second_size, second_root)) = (first, second);
    if first_size > second_size {
        return false;
    }
    if first_size == second_size {
        return proof.is_empty() && first_root == second_root;
    }
    if first_size == 0 {
        return proof.is_empty() && *first_root == empty_root();
    }
    // Where the older tree is whole, its root is the first step of the proof and is not repeated.
    let (begin, rest) = match (first_size.is_power_of_two(), proof) {
        (_, []) => return false,
        (true, rest) => (first_root, rest),
        (false, [begin, rest @ ..]) => (begin, rest),
    };
    let mut walk = Walk { at: first_size - 1, last: second_size - 1 };
    walk.skip(walk.at.trailing_ones());
    let (mut older, mut newer) = (*begin, *begin);
    for sibling in rest {
        match walk.step() {
            Some(Side::Left) => {
                older = node(sibling, &older);
                newer = node(sibling, &newer);
            }
            Some(Side::Right) => newer = node(&newer, sibling),
            None => return false,
        }
    }
    walk.is_at_root() && older == *first_root && newer == *second_root
}

/// The way up from a node to the root: its place on its level, and the last place there. (`fn` and `sn` in the RFC.)
struct Walk {
    at: u64,
    last: u64,
}

/// On which side the next hash of a proof stands.
enum Side {
    Left,
    Right,
}

impl Walk {
    /// One step of the proof; none when the root was reached already.
    fn step(&mut self) -> Option<Side> {
        if self.last == 0 {
            return None;
        }
        let side = if self.at & 1 == 1 || self.at == self.last {
            // A last node without a sibling is handed up until it has one.
            if self.at & 1 == 0 {
                self.skip(self.at.trailing_zeros().min(u64::BITS - 1));
            }
            Side::Left
        } else {
            Side::Right
        };
        self.skip(1);
        Some(side)
    }

    fn skip(&mut self, levels: u32) {
        self.at = self.at.checked_shr(levels).unwrap_or(0);
        self.last = self.last.checked_shr(levels).unwrap_or(0);
    }

    fn is_at_root(&self) -> bool {
        self.last == 0
    }
}

fn empty_root() -> Hash {
    Hash(*blake3::hash(&[]).as_bytes())
}

/// The largest power of two below `length`, which is 2 or more.
fn split(length: usize) -> usize {
    length.next_power_of_two() / 2
}

fn index(number: u64) -> Option<usize> {
    usize::try_from(number).ok()
}

#[cfg(test)]
mod tests;
