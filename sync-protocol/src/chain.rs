//! The log of one device: each operation chained to the one before it.
//!
//! ```text
//! digest = BLAKE3-keyed(salt(sequence), payload)
//! id     = BLAKE3-derive("guichet 2026 operation", device ‖ sequence ‖ id before ‖ digest)
//! ```
//! The id is never sent: whoever has the payload and the id before it computes it.

use minicbor::{Decode, Encode};

use crate::ids::{DeviceId, Hash, OperationId, Sequence};
use crate::keys::PublicKey;
use crate::salt::SaltTree;

/// How far a device's log goes: the acknowledgement is this pair, never a bare number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct ChainHead {
    /// The last sequence.
    #[n(0)]
    pub sequence: Sequence,
    /// The id of the operation there.
    #[n(1)]
    pub hash: Hash,
}

impl ChainHead {
    /// The head of a log that holds nothing yet: it is bound to the device's key.
    pub fn beginning(key: &PublicKey) -> Self {
        Self { sequence: Sequence(0), hash: Hash(blake3::derive_key("guichet 2026 device log", &key.0)) }
    }

    /// The operation that comes after this head.
    pub fn then(self, device: DeviceId, salts: &SaltTree, payload: Vec<u8>) -> LogOperation {
        let sequence = self.sequence.next();
        let digest = operation_digest(salts, sequence, &payload);
        let id = operation_id(device, sequence, &self.hash, &digest);
        LogOperation { device, sequence, before: self.hash, id, payload }
    }
}

/// One operation in a device's log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogOperation {
    /// The device.
    pub device: DeviceId,
    /// Its place.
    pub sequence: Sequence,
    /// The id of the operation before it.
    pub before: Hash,
    /// Its id.
    pub id: OperationId,
    /// What was done, opaque here.
    pub payload: Vec<u8>,
}

impl LogOperation {
    /// The head of the log that ends with this operation.
    pub fn head(&self) -> ChainHead {
        ChainHead { sequence: self.sequence, hash: self.id }
    }
}

/// The keyed digest of a payload. An erasure forgets the payload and its salt, and keeps this.
pub fn operation_digest(salts: &SaltTree, sequence: Sequence, payload: &[u8]) -> Hash {
    Hash(*blake3::keyed_hash(&salts.salt(sequence), payload).as_bytes())
}

/// The id of an operation.
pub fn operation_id(device: DeviceId, sequence: Sequence, before: &Hash, digest: &Hash) -> OperationId {
    let mut hasher = blake3::Hasher::new_derive_key("guichet 2026 operation");
    hasher.update(&device.0.to_be_bytes());
    hasher.update(&sequence.0.to_be_bytes());
    hasher.update(&before.0);
    hasher.update(&digest.0);
    Hash(*hasher.finalize().as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::DeviceKey;

    #[test]
    fn an_id_depends_on_everything_before_it() {
        let salts = SaltTree::from_root([1; 32]);
        let beginning = ChainHead::beginning(&DeviceKey::from_seed(&[2; 32]).public());
        let first = beginning.then(DeviceId(3), &salts, b"one".to_vec());
        let second = first.head().then(DeviceId(3), &salts, b"two".to_vec());
        assert_eq!(second.sequence, Sequence(2));
        let changed = beginning.then(DeviceId(3), &salts, b"One".to_vec());
        assert_ne!(changed.head().then(DeviceId(3), &salts, b"two".to_vec()).id, second.id);
        assert_ne!(first.head().then(DeviceId(4), &salts, b"two".to_vec()).id, second.id);
        assert_ne!(
            first.head().then(DeviceId(3), &SaltTree::from_root([9; 32]), b"two".to_vec()).id,
            second.id
        );
    }
}
