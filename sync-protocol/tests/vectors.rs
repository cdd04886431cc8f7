//! Every message is pinned by a vector that another implementation can read, and described by the CDDL.
//!
//! `GUICHET_WRITE_VECTORS=1 cargo test -p sync-protocol --test vectors` writes the vectors of new messages. One that
//! was released never changes: a difference here is a break of the protocol.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::path::{Path, PathBuf};

use sync_protocol::{
    Admitted, ChainHead, Codec, DeviceEntry, DeviceId, DeviceKey, EnrolOutcome, EnrolRequest, EnrolResponse,
    FeedEntry, FeedHead, Hash, LogOperation, Office, OperationEntry, Outcome, Protocol, SaltTree,
    SealedRequest, Sequence, SignedHead, SyncRequest, SyncResponse,
};

fn key() -> DeviceKey {
    DeviceKey::from_seed(&[1; 32])
}

fn centre() -> DeviceKey {
    DeviceKey::from_seed(&[2; 32])
}

fn salts() -> SaltTree {
    SaltTree::from_root([3; 32])
}

fn log() -> Vec<LogOperation> {
    let first = ChainHead::beginning(&key().public()).then(DeviceId(7), &salts(), b"first".to_vec());
    let second = first.head().then(DeviceId(7), &salts(), b"second".to_vec());
    vec![first, second]
}

fn request(operations: Vec<LogOperation>) -> SyncRequest {
    SyncRequest {
        protocol: Protocol::OURS,
        device: DeviceId(7),
        base: ChainHead::beginning(&key().public()),
        operations,
        feed: FeedHead::beginning(&centre().public(), Office(12)),
        codecs: vec![1, 0],
        wanted_profile: None,
    }
}

fn entries() -> Vec<FeedEntry> {
    let operation = |sequence, payload: Option<&[u8]>, before| {
        FeedEntry::Operation(OperationEntry {
            device: DeviceId(7),
            sequence: Sequence(sequence),
            verdict: vec![0x81, 0x00],
            payload: payload.map(<[u8]>::to_vec),
            before,
        })
    };
    vec![
        FeedEntry::Device(DeviceEntry {
            device: DeviceId(7),
            number: 2,
            key: key().public(),
            salts: salts(),
        }),
        FeedEntry::Profile(Hash([4; 32])),
        operation(1, Some(b"first"), Some(ChainHead::beginning(&key().public()).hash)),
        operation(2, Some(b"second"), None),
        operation(3, None, None),
    ]
}

fn feed_head() -> FeedHead {
    let beginning = FeedHead::beginning(&centre().public(), Office(12));
    let id = log()[0].id;
    entries().iter().take(3).fold(beginning, |head, entry| head.after(Office(12), &entry.digest(Some(&id))))
}

fn enrol_request() -> Vec<u8> {
    let code = "K7PM3-XQT9A".to_owned();
    EnrolRequest { protocol: Protocol::OURS, code, key: key().public(), salts: salts() }.seal(&key())
}

fn enrol_response() -> Vec<u8> {
    let admitted = Admitted {
        device: DeviceId(7),
        number: 2,
        office: Office(12),
        centre: centre().public(),
        profile: b"profile".to_vec(),
    };
    EnrolResponse { outcome: EnrolOutcome::Admitted, protocol: Protocol::OURS, admitted: Some(admitted) }
        .to_bytes()
}

fn sync_response() -> Vec<u8> {
    let mut response =
        SyncResponse::only(Outcome::Done, 1_795_000_000_000).with_entries(Codec::Plain, &entries());
    response.acknowledged = Some(log()[1].head());
    response.head = Some(SignedHead::sign(Office(12), &feed_head(), &centre()));
    response.more = Some(true);
    response.to_bytes()
}

/// Name, CDDL rule, bytes.
fn vectors() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let encoded = |entry: &FeedEntry| minicbor::to_vec(entry).unwrap();
    let mut vectors = vec![
        ("enrol-request", "cose-sign1", enrol_request()),
        ("enrol-response", "enrol-response", enrol_response()),
        ("sync-request-idle", "sync-message", request(Vec::new()).seal(&key(), Codec::Plain)),
        ("sync-request-two-operations", "sync-message", request(log()).seal(&key(), Codec::Plain)),
        ("sync-response", "sync-response", sync_response()),
        (
            "sync-response-idle",
            "sync-response",
            SyncResponse::only(Outcome::Done, 1_795_000_000_000).to_bytes(),
        ),
        (
            "feed-head",
            "cose-sign1",
            SignedHead::sign(Office(12), &feed_head(), &centre()).as_bytes().to_vec(),
        ),
    ];
    let names = [
        "entry-device",
        "entry-profile",
        "entry-operation-first",
        "entry-operation-next",
        "entry-operation-own",
    ];
    vectors.extend(names.into_iter().zip(entries()).map(|(name, entry)| (name, "entry", encoded(&entry))));
    vectors
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors")
}

fn hex(bytes: &[u8]) -> String {
    let text: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    text.as_bytes().chunks(96).map(|line| format!("{}\n", std::str::from_utf8(line).unwrap())).collect()
}

#[test]
fn every_message_is_the_one_that_was_pinned() {
    for (name, _, bytes) in vectors() {
        let path = folder().join(format!("{name}.hex"));
        if !path.exists() && std::env::var_os("GUICHET_WRITE_VECTORS").is_some() {
            std::fs::write(&path, hex(&bytes)).unwrap();
        }
        let pinned = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(pinned, hex(&bytes), "{name} has changed");
    }
}

#[test]
fn every_message_follows_the_cddl() {
    let cddl = std::fs::read_to_string(folder().join("../../../docs/sync-protocol.cddl")).unwrap();
    for (name, rule, bytes) in vectors() {
        cddl_cat::validate_cbor_bytes(rule, &cddl, &bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    for (rule, message) in [("enrol-request", enrol_request()), ("sync-header", idle_signed_part())] {
        cddl_cat::validate_cbor_bytes(rule, &cddl, &payload(&message))
            .unwrap_or_else(|error| panic!("{rule}: {error}"));
    }
    assert!(
        cddl_cat::validate_cbor_bytes("enrol-response", &cddl, &sync_response()).is_err(),
        "the tool can refuse"
    );
}

#[test]
fn the_chain_of_the_vectors_is_the_one_that_was_pinned() {
    let told = format!(
        "salt of sequence 1  {}\ndigest of “first”   {}\nbeginning           {}\nid 1                {}\nid 2                {}\n\
         feed beginning      {}\nfeed head 3         {}\n",
        Hash(salts().salt(Sequence(1))),
        sync_protocol::operation_digest(&salts(), Sequence(1), b"first"),
        ChainHead::beginning(&key().public()).hash,
        log()[0].id,
        log()[1].id,
        FeedHead::beginning(&centre().public(), Office(12)).hash,
        feed_head().hash,
    );
    let path = folder().join("hashes.txt");
    if !path.exists() && std::env::var_os("GUICHET_WRITE_VECTORS").is_some() {
        std::fs::write(&path, &told).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), told);
}

fn idle_signed_part() -> Vec<u8> {
    SealedRequest::from_bytes(&request(Vec::new()).seal(&key(), Codec::Plain)).unwrap().signed_part().to_vec()
}

/// The third part of a COSE_Sign1.
fn payload(message: &[u8]) -> Vec<u8> {
    let mut decoder = minicbor::Decoder::new(message);
    decoder.array().unwrap();
    decoder.skip().unwrap();
    decoder.skip().unwrap();
    decoder.bytes().unwrap().to_vec()
}
