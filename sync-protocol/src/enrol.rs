//! Admission of a device: the one-time code, its key and its salts go up; its ids, the centre's key and the profile
//! come back. Asking twice with the same code and the same key gets the same answer, so a lost answer does no harm.

use std::collections::BTreeSet;

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use crate::carry::SealingRecipient;
use crate::ids::{DeviceId, Hash, Office};
use crate::introduction::Introduction;
use crate::keys::{DeviceKey, PublicKey};
use crate::salt::SaltTree;
use crate::sync::Protocol;
use crate::{ProtocolError, cose, decode_all, encode};

const CONTEXT: &str = "guichet enrol 1";

/// What a device says.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct EnrolRequest {
    /// The versions that it speaks.
    #[n(0)]
    pub protocol: Protocol,
    /// The one-time code, as typed.
    #[n(1)]
    pub code: String,
    /// What its signatures will be checked with; the request itself is signed with it, which proves that the
    /// device holds the key.
    #[n(2)]
    pub key: PublicKey,
    /// What its digests will be salted with.
    #[n(3)]
    pub salts: SaltTree,
    /// Instead of a code: a [`Renewal`], signed with the key that the device had until now.
    #[n(4)]
    pub renewal: Option<ByteVec>,
}

/// A device that was restored from a backup, or cloned, begins anew under a new key: its old log goes on without it,
/// or not at all. Signed with the old key.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Renewal {
    /// Who it was.
    #[n(0)]
    pub before: DeviceId,
    /// The key that it has from now on.
    #[n(1)]
    pub key: PublicKey,
    /// The first eight bytes of the ids of its operations that it has not seen in the feed, in their order.
    #[n(2)]
    pub unseen: Vec<ByteVec>,
    /// For a centre that does not know the device any more: what proves that it did.
    #[n(3)]
    pub introduction: Option<Introduction>,
}

const RENEWAL_CONTEXT: &str = "guichet renewal 1";

/// How many bytes of an id a renewal names.
const NAMED_BYTES: usize = 8;

impl Renewal {
    /// A renewal for a device with these operations unseen.
    pub fn new(before: DeviceId, key: PublicKey, unseen: impl IntoIterator<Item = Hash>) -> Self {
        let named = |id: Hash| ByteVec::from(id.0[..NAMED_BYTES].to_vec());
        Self { before, key, unseen: unseen.into_iter().map(named).collect(), introduction: None }
    }

    /// The same, with what introduces the device to a centre that has lost it.
    #[must_use]
    pub fn introduced(self, introduction: Option<Introduction>) -> Self {
        Self { introduction, ..self }
    }

    /// The signed bytes.
    pub fn seal(&self, old: &DeviceKey) -> ByteVec {
        cose::sign(RENEWAL_CONTEXT, encode(self), old).into()
    }

    /// The renewal as it claims to be, not verified: only for finding the key to verify it with.
    ///
    /// # Errors
    /// [`ProtocolError::Malformed`].
    pub fn claimed(bytes: &[u8]) -> Result<Self, ProtocolError> {
        decode_all(&cose::peek(bytes)?)
    }

    /// The renewal, verified to be signed with the old key.
    ///
    /// # Errors
    /// [`ProtocolError`] when it is not.
    pub fn open(bytes: &[u8], old: &PublicKey) -> Result<Self, ProtocolError> {
        decode_all(&cose::open(RENEWAL_CONTEXT, bytes, old)?)
    }

    /// How many of the unseen operations, from the first one on, are among these ids.
    pub fn known(&self, ids: impl IntoIterator<Item = Hash>) -> u64 {
        let known: BTreeSet<Vec<u8>> = ids.into_iter().map(|id| id.0[..NAMED_BYTES].to_vec()).collect();
        self.unseen.iter().take_while(|named| known.contains(named.as_slice())).count() as u64
    }
}

impl EnrolRequest {
    /// The signed bytes.
    pub fn seal(&self, key: &DeviceKey) -> Vec<u8> {
        cose::sign(CONTEXT, encode(self), key)
    }

    /// The request, verified to be signed with the key that it names.
    ///
    /// # Errors
    /// [`ProtocolError`] when it is not.
    pub fn open(bytes: &[u8]) -> Result<Self, ProtocolError> {
        let claimed: Self = decode_all(&cose::peek(bytes)?)?;
        cose::open(CONTEXT, bytes, &claimed.key)?;
        Ok(claimed)
    }
}

/// What came of it. Numbers are for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum EnrolOutcome {
    /// Admitted.
    #[n(0)]
    Admitted,
    /// There is no such code.
    #[n(1)]
    WrongCode,
    /// The code was used by another device.
    #[n(2)]
    UsedCode,
    /// The code's time is over.
    #[n(3)]
    ExpiredCode,
    /// The two speak no common version.
    #[n(4)]
    ProtocolVersion,
    /// Too many tries; later again.
    #[n(5)]
    TooManyTries,
    /// The device that wants to begin anew is not known, or shut out.
    #[n(6)]
    NotAdmitted,
}

/// The centre's answer.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct EnrolResponse {
    /// What came of it.
    #[n(0)]
    pub outcome: EnrolOutcome,
    /// The versions that the centre speaks.
    #[n(1)]
    pub protocol: Protocol,
    /// Present when admitted.
    #[n(2)]
    pub admitted: Option<Admitted>,
}

/// What an admitted device needs.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Admitted {
    /// Its id.
    #[n(0)]
    pub device: DeviceId,
    /// Its number in its office, as in references.
    #[n(1)]
    pub number: u16,
    /// Its office.
    #[n(2)]
    pub office: Office,
    /// The centre's key.
    #[n(3)]
    pub centre: PublicKey,
    /// The profile in force, packed with Zstandard; opaque here.
    #[cbor(n(4), with = "minicbor::bytes")]
    pub profile: Vec<u8>,
    /// After a renewal: how many of the operations that the device had not seen the centre has, from the first on.
    #[n(5)]
    pub known: Option<u64>,
    /// What a request on a stick is sealed to.
    #[n(6)]
    pub recipient: Option<SealingRecipient>,
}

impl EnrolResponse {
    /// The bytes for the wire.
    pub fn to_bytes(&self) -> Vec<u8> {
        encode(self)
    }

    /// Reads an answer.
    ///
    /// # Errors
    /// [`ProtocolError::Malformed`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ProtocolError> {
        decode_all(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(key: &DeviceKey) -> EnrolRequest {
        EnrolRequest {
            protocol: Protocol::OURS,
            code: "ABCD-EFGH".to_owned(),
            key: key.public(),
            salts: SaltTree::from_root([4; 32]),
            renewal: None,
        }
    }

    #[test]
    fn a_request_proves_that_the_device_holds_its_key() {
        let key = DeviceKey::from_seed(&[1; 32]);
        assert_eq!(EnrolRequest::open(&request(&key).seal(&key)), Ok(request(&key)));
        let stolen = request(&key).seal(&DeviceKey::from_seed(&[2; 32]));
        assert_eq!(EnrolRequest::open(&stolen), Err(ProtocolError::Signature));
    }

    #[test]
    fn a_renewal_is_signed_with_the_old_key_and_names_what_was_not_seen() {
        let (old, new) = (DeviceKey::from_seed(&[1; 32]), DeviceKey::from_seed(&[2; 32]));
        let unseen = [Hash([5; 32]), Hash([6; 32]), Hash([7; 32])];
        let renewal = Renewal::new(DeviceId(7), new.public(), unseen);
        let sealed = renewal.seal(&old);
        assert_eq!(Renewal::open(&sealed, &old.public()), Ok(renewal.clone()));
        assert_eq!(Renewal::claimed(&sealed), Ok(renewal.clone()));
        assert_eq!(Renewal::open(&sealed, &new.public()), Err(ProtocolError::Signature));
        assert_eq!(renewal.known([Hash([6; 32]), Hash([5; 32])]), 2);
        assert_eq!(renewal.known([Hash([6; 32]), Hash([7; 32])]), 0);
    }

    #[test]
    fn an_answer_reads_back() {
        let answer = EnrolResponse {
            outcome: EnrolOutcome::Admitted,
            protocol: Protocol::OURS,
            admitted: Some(Admitted {
                device: DeviceId(40),
                number: 2,
                office: Office(12),
                centre: DeviceKey::from_seed(&[3; 32]).public(),
                profile: vec![1, 2, 3],
                known: Some(4),
                recipient: Some(SealingRecipient([6; 32])),
            }),
        };
        assert_eq!(EnrolResponse::from_bytes(&answer.to_bytes()), Ok(answer));
    }
}
