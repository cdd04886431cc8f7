//! What a request and an answer hold, and what damage to them leads to.

use proptest::prelude::*;

use super::{Codec, Outcome, Protocol, SealedRequest, SyncRequest, SyncResponse};
use crate::chain::ChainHead;
use crate::feed::{FeedEntry, FeedHead, SignedHead};
use crate::ids::{DeviceId, Hash, Office};
use crate::keys::DeviceKey;
use crate::salt::SaltTree;
use crate::{MAX_OPERATION_BYTES, ProtocolError};

fn key() -> DeviceKey {
    DeviceKey::from_seed(&[1; 32])
}

fn salts() -> SaltTree {
    SaltTree::from_root([2; 32])
}

fn request(payloads: &[&[u8]]) -> SyncRequest {
    let base = ChainHead::beginning(&key().public());
    let mut head = base;
    let operations = payloads
        .iter()
        .map(|payload| {
            let operation = head.then(DeviceId(7), &salts(), payload.to_vec());
            head = operation.head();
            operation
        })
        .collect();
    SyncRequest {
        protocol: Protocol::OURS,
        device: DeviceId(7),
        base,
        operations,
        feed: FeedHead::beginning(&key().public(), Office(12)),
        codecs: vec![1, 0],
        wanted_profile: None,
    }
}

fn open(bytes: &[u8]) -> Result<SyncRequest, ProtocolError> {
    SealedRequest::from_bytes(bytes)?.open(&key().public(), &salts())
}

#[test]
fn a_request_reads_back_in_every_codec() {
    for codec in Codec::KNOWN {
        for payloads in [&[][..], &[b"one".as_slice()], &[b"one".as_slice(), b"", b"three"]] {
            let request = request(payloads);
            assert_eq!(open(&request.seal(&key(), codec)), Ok(request));
        }
    }
}

#[test]
fn an_idle_request_is_small() {
    let bytes = request(&[]).seal(&key(), Codec::Zstd);
    assert!(bytes.len() <= 180, "{} bytes", bytes.len());
    assert!(SyncResponse::only(Outcome::Done, 1_800_000_000_000).to_bytes().len() <= 16);
}

#[test]
fn no_byte_of_a_request_can_be_changed() {
    let bytes = request(&[b"one", b"two"]).seal(&key(), Codec::Plain);
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 4;
        assert!(open(&changed).is_err(), "byte {at}");
    }
}

#[test]
fn operations_cannot_be_left_out_swapped_or_borrowed() {
    let whole = request(&[b"one", b"two"]);
    let signed_for_two = SealedRequest::from_bytes(&whole.seal(&key(), Codec::Plain)).unwrap();
    for payloads in [&[][..], &[b"one".as_slice()], &[b"two".as_slice(), b"one"]] {
        let other = SealedRequest::from_bytes(&request(payloads).seal(&key(), Codec::Plain)).unwrap();
        let forged = SealedRequest { signed: signed_for_two.signed.clone(), ..other };
        assert!(matches!(forged.open(&key().public(), &salts()), Err(ProtocolError::Chain(_))));
    }
}

#[test]
fn an_operation_beyond_the_limit_is_refused() {
    let large = vec![7; MAX_OPERATION_BYTES + 1];
    assert!(matches!(open(&request(&[&large]).seal(&key(), Codec::Zstd)), Err(ProtocolError::Malformed(_))));
}

#[test]
fn an_answer_reads_back() {
    let head = FeedHead::beginning(&key().public(), Office(12));
    let mut answer =
        SyncResponse::only(Outcome::Done, 5).with_entries(Codec::Zstd, &[FeedEntry::Profile(Hash([1; 32]))]);
    answer.head = Some(SignedHead::sign(Office(12), &head, &key()));
    answer.more = Some(true);
    let read = SyncResponse::from_bytes(&answer.to_bytes()).unwrap();
    assert_eq!(read, answer);
    assert_eq!(read.entries().unwrap(), [FeedEntry::Profile(Hash([1; 32]))]);
}

#[test]
fn versions_meet_at_the_newest_common_one() {
    let range = |oldest, newest| Protocol { oldest, newest };
    assert_eq!(range(1, 3).common(range(2, 5)), Some(3));
    assert_eq!(range(1, 1).common(range(2, 5)), None);
    assert_eq!(range(4, 9).common(range(4, 4)), Some(4));
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = open(&bytes);
        if let Ok(answer) = SyncResponse::from_bytes(&bytes) {
            let _ = answer.entries();
        }
    }
}
