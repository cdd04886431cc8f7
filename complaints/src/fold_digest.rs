//! One digest over all that an office's operations fold to, by which two ends find out whether they hold the same.

use crate::identity::ComplaintId;

/// Takes the states of an office's complaints one after the other, so that nobody need hold them all.
#[derive(Debug)]
pub struct FoldHasher(blake3::Hasher);

impl FoldHasher {
    /// One that has taken nothing.
    pub fn new() -> Self {
        Self(blake3::Hasher::new_derive_key("guichet 2026 fold digest"))
    }

    /// Takes a complaint's state, as its bytes. Complaints come in the order of their ids.
    pub fn add(&mut self, id: ComplaintId, state: &[u8]) {
        self.0.update(id.as_bytes());
        self.0.update(blake3::hash(state).as_bytes());
    }

    /// The digest, with the office's people as their bytes.
    pub fn finish(mut self, people: &[u8]) -> [u8; 32] {
        self.0.update(blake3::hash(people).as_bytes());
        *self.0.finalize().as_bytes()
    }
}

impl Default for FoldHasher {
    fn default() -> Self {
        Self::new()
    }
}

/// One digest over the states of an office's complaints, whatever order they are handed in, and over its people.
/// Two ends whose digests are equal hold the same state byte for byte.
pub fn fold_digest<'a>(
    complaints: impl IntoIterator<Item = (ComplaintId, &'a [u8])>,
    people: &[u8],
) -> [u8; 32] {
    let mut states: Vec<_> = complaints.into_iter().collect();
    states.sort_unstable_by_key(|(id, _)| *id);
    let mut hasher = FoldHasher::new();
    states.into_iter().for_each(|(id, state)| hasher.add(id, state));
    hasher.finish(people)
}
