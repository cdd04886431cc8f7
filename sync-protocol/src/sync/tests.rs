//! Requests and answers put together and taken apart again.

use proptest::prelude::*;

use super::*;
use crate::block::{Packer, Unpacker};
use crate::chain::{ChainHead, LogOperation};
use crate::codec::Codec;
use crate::documents::DocumentSlice;
use crate::feed::{FeedEntry, FeedHead, SignedHead};
use crate::frames::{FrameBuffer, MAX_FRAME_ITEMS};
use crate::ids::{DeviceId, Hash, Office};
use crate::keys::DeviceKey;
use crate::salt::SaltTree;
use crate::{ProtocolError, encode};

fn key() -> DeviceKey {
    DeviceKey::from_seed(&[1; 32])
}

fn salts() -> SaltTree {
    SaltTree::from_root([3; 32])
}

fn log(count: usize) -> Vec<LogOperation> {
    let mut head = ChainHead::beginning(&key().public());
    (0..count)
        .map(|n| {
            // Different enough from each other that they fill frames.
            let payload = blake3::hash(&n.to_be_bytes()).to_hex().as_bytes().repeat(5);
            let operation = head.then(DeviceId(7), &salts(), payload);
            head = operation.head();
            operation
        })
        .collect()
}

fn hello() -> Hello {
    Hello {
        protocol: Protocol::OURS,
        device: DeviceId(7),
        base: ChainHead::beginning(&key().public()),
        feed: FeedHead::beginning(&DeviceKey::from_seed(&[2; 32]).public(), Office(12)),
        codecs: vec![1, 0],
        wanted_profile: None,
        wanted_documents: Vec::new(),
        testimony: None,
        seal_answer_to: None,
        wants_recipient: false,
        asked_documents: Vec::new(),
        document_bytes: None,
        entry_bytes: None,
        snapshot: None,
    }
}

fn request(operations: &[LogOperation], hashes: Hashes) -> Vec<u8> {
    let key = key();
    let mut writer = RequestWriter::new(&key, hello(), hashes, Packer::new(Codec::Zstd));
    writer.operations(operations);
    writer.document(&DocumentSlice { document: Hash([8; 32]), offset: 0, bytes: vec![1, 2, 3] });
    writer.finish()
}

fn frames(bytes: &[u8]) -> Result<Vec<UpFrame>, ProtocolError> {
    let mut buffer = FrameBuffer::new();
    buffer.push(bytes);
    let mut frames = Vec::new();
    while let Some(frame) = buffer.next_frame()? {
        frames.push(UpFrame::from_bytes(&frame)?);
    }
    Ok(frames)
}

/// Operations, how many slices, and what is kept as evidence.
type Brought = (Vec<LogOperation>, usize, Vec<Vec<u8>>);

/// Everything that whole frames bring, as the centre reads them.
fn read(bytes: &[u8]) -> Result<Brought, ProtocolError> {
    let (known, public) = (hello(), key().public());
    let mut unpacker = Unpacker::new();
    let (mut operations, mut slices, mut kept) = (Vec::new(), 0, Vec::new());
    let mut opened = None;
    for frame in frames(bytes)? {
        match frame {
            UpFrame::Hello(sealed) => {
                let base = sealed.base(Some(known.base.hash)).ok_or(ProtocolError::Signature)?;
                let feed = sealed.feed(Some(known.feed.hash)).ok_or(ProtocolError::Signature)?;
                let (hello, first, statement) = sealed.open(base, feed, &public, &salts(), &mut unpacker)?;
                kept.push(sealed.evidence(statement));
                operations.extend(first);
                opened = Some((sealed, hello));
            }
            UpFrame::Batch(batch) => {
                let (sealed, hello) = opened.as_ref().ok_or(ProtocolError::Signature)?;
                let from = operations.last().map_or(hello.base, LogOperation::head);
                let (more, evidence) = batch.open((sealed, hello), from, &public, &salts(), &mut unpacker)?;
                operations.extend(more);
                kept.push(evidence);
            }
            UpFrame::Document(_) => slices += 1,
            UpFrame::Testimony(_) | UpFrame::Unknown(_) => {}
        }
    }
    Ok((operations, slices, kept))
}

#[test]
fn what_was_written_is_read() {
    for hashes in [Hashes::Hinted, Hashes::InFull] {
        let log = log(200);
        let bytes = request(&log, hashes);
        let (operations, slices, kept) = read(&bytes).unwrap();
        assert_eq!((operations, slices), (log.clone(), 1));
        assert!(kept.len() > 1, "it takes several frames");
        let spans: Vec<Evidence> =
            kept.iter().map(|kept| Evidence::open(kept, &key().public()).unwrap()).collect();
        assert_eq!(spans[0].from, hello().base);
        assert!(spans.windows(2).all(|pair| pair[0].to == pair[1].from), "the spans join");
        assert_eq!(spans.last().map(|span| span.to), log.last().map(LogOperation::head));
    }
}

#[test]
fn whatever_a_cut_leaves_whole_counts_and_costs_at_most_a_frame() {
    let log = log(300);
    let bytes = request(&log, Hashes::Hinted);
    for cut in (0..bytes.len()).step_by(97) {
        let (operations, ..) = read(&bytes[..cut]).unwrap();
        assert_eq!(operations, log[..operations.len()]);
    }
    let sizes = frames_sizes(&bytes);
    assert!(sizes.iter().all(|&size| size <= crate::FRAME_BYTES), "{sizes:?}");
}

fn frames_sizes(bytes: &[u8]) -> Vec<usize> {
    let mut buffer = FrameBuffer::new();
    buffer.push(bytes);
    std::iter::from_fn(|| buffer.next_frame().unwrap()).map(|frame| frame.len()).collect()
}

#[test]
fn an_idle_request_is_small_with_hints_and_the_signature_covers_the_whole_hashes() {
    let bytes = RequestWriter::new(&key(), hello(), Hashes::Hinted, Packer::new(Codec::Plain)).finish();
    assert!(bytes.len() <= 112, "{} bytes", bytes.len());
    let Ok([UpFrame::Hello(sealed)]) = <[UpFrame; 1]>::try_from(frames(&bytes).unwrap()) else {
        panic!("a hello alone")
    };
    let mut other = hello().base.hash;
    other.0[31] ^= 1;
    let base = sealed.base(Some(other)).expect("the hint fits");
    let feed = sealed.feed(Some(hello().feed.hash)).unwrap();
    let opened = sealed.open(base, feed, &key().public(), &salts(), &mut Unpacker::new());
    assert_eq!(opened.map(drop), Err(ProtocolError::Signature));
    assert_eq!(sealed.base(Some(Hash([9; 32]))), None, "a hint that does not fit");
    assert_eq!(sealed.base(None), None);
}

#[test]
fn a_request_changed_anywhere_is_refused() {
    let bytes = request(&log(2), Hashes::InFull);
    let whole = read(&bytes).unwrap();
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 0x10;
        if let Ok((operations, ..)) = read(&changed) {
            // Slices are checked by the hash of their document; the log is not touched by them.
            assert!(operations == whole.0 || operations.is_empty(), "byte {at}");
        }
    }
}

#[test]
fn batches_that_change_places_or_come_from_another_request_are_refused() {
    let bytes = request(&log(400), Hashes::InFull);
    let mut sizes = Vec::new();
    let mut buffer = FrameBuffer::new();
    buffer.push(&bytes);
    while let Some(frame) = buffer.next_frame().unwrap() {
        sizes.push(frame.to_vec());
    }
    assert!(sizes.len() > 3, "it takes several frames");
    let swapped = [&sizes[0][..], &sizes[2], &sizes[1]].concat();
    assert!(read(&swapped).is_err(), "batches in another order");
    // Whoever seals a file to the centre's key, which everybody may know, cannot put one office's batch into it.
    let other = DeviceKey::from_seed(&[5; 32]);
    let hello = Hello { base: ChainHead::beginning(&other.public()), ..hello() };
    let theirs = RequestWriter::new(&other, hello, Hashes::InFull, Packer::new(Codec::Zstd)).finish();
    assert!(read(&[&theirs[..], &sizes[1]].concat()).is_err(), "a batch behind another one's hello");
}

#[test]
fn an_operation_that_is_too_large_is_refused() {
    let large = vec![7; MAX_OPERATION_BYTES + 1];
    let operation = ChainHead::beginning(&key().public()).then(DeviceId(7), &salts(), large);
    assert!(matches!(read(&request(&[operation], Hashes::InFull)), Err(ProtocolError::Malformed(_))));
}

#[test]
fn the_frames_of_an_answer_read_back() {
    let head = hello().feed;
    let signed = SignedHead::sign(Office(12), &head, &key());
    let entries = vec![FeedEntry::Profile(Hash([4; 32]))];
    let mut reply = Reply::only(Outcome::Done, 1_795_000_000_000);
    reply.acknowledged = Some(hello().base);
    reply.end = Some(9);
    let packed = EntriesFrame::pack(&mut Packer::new(Codec::Zstd), &entries, &signed).unwrap();
    assert_eq!(packed.open(&mut Unpacker::new()), Ok(entries));
    assert_eq!(packed.head(Office(12), &head), signed);
    let slice = DocumentSlice { document: Hash([8; 32]), offset: 16, bytes: vec![1] };
    for frame in [DownFrame::Reply(Box::new(reply)), DownFrame::Entries(packed), DownFrame::Document(slice)] {
        assert_eq!(DownFrame::from_bytes(&frame.to_bytes()), Ok(frame));
    }
}

#[test]
fn a_kind_of_frame_that_is_not_known_is_passed_over() {
    let later = encode(&(77_u8, "later"));
    assert!(matches!(UpFrame::from_bytes(&later), Ok(UpFrame::Unknown(77))));
    assert_eq!(DownFrame::from_bytes(&later), Ok(DownFrame::Unknown(77)));
}

#[test]
fn the_newest_common_version_is_spoken() {
    let speaks = |oldest, newest| Protocol { oldest, newest };
    assert_eq!(speaks(1, 3).common(speaks(2, 5)), Some(3));
    assert_eq!(speaks(1, 2).common(speaks(3, 5)), None);
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = read(&bytes);
        let _ = DownFrame::from_bytes(&bytes);
        let _ = Evidence::open(&bytes, &key().public());
    }
}

#[test]
fn a_frame_of_countless_small_items_is_refused_before_it_takes_memory() {
    let mut array = vec![0x9a];
    array.extend((MAX_FRAME_ITEMS as u32 + 1).to_be_bytes());
    array.resize(array.len() + MAX_FRAME_ITEMS + 1, 0x40);
    let signed = SignedHead::sign(Office(12), &FeedHead::beginning(&key().public(), Office(12)), &key());
    let mut packer = Packer::new(Codec::Zstd);
    let frame = EntriesFrame { block: packer.pack(&array), signature: signed.signature().unwrap() };
    let refused = |read: Result<(), ProtocolError>| {
        assert!(matches!(&read, Err(ProtocolError::Malformed(why)) if why.contains("too many")), "{read:?}");
    };
    refused(frame.open(&mut Unpacker::new()).map(drop));
    let head = ChainHead::beginning(&key().public());
    refused(request::chain(head, DeviceId(7), &salts(), &array).map(drop));
}
