//! Every message is pinned by a vector that another implementation can read, and described by the CDDL.
//!
//! `GUICHET_WRITE_VECTORS=1 cargo test -p sync-protocol --test vectors` writes the vectors of new messages. One that
//! was released never changes: a difference here is a break of the protocol.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::path::{Path, PathBuf};

use sync_protocol::{
    Admitted, Answered, ChainHead, Codec, DeviceEntry, DeviceId, DeviceKey, DocumentHeld, DocumentHint,
    DocumentSlice, DocumentWanted, DownFrame, EnrolOutcome, EnrolRequest, EnrolResponse, EntriesFrame, Epoch,
    FeedEntry, FeedHead, FrameBuffer, Hash, Hashes, Hello, Introduction, LadderStep, Link, LogOperation,
    Office, OperationEntry, Outcome, Packer, Primer, Protocol, Provision, Renewal, Reply, RequestWriter,
    SaltTree, Sequence, SignedHead, Snapshot, SnapshotReader, SnapshotWish, SnapshotWriter, Unpacker,
    UpFrame,
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

fn hello() -> Hello {
    Hello {
        protocol: Protocol::OURS,
        device: DeviceId(7),
        base: ChainHead::beginning(&key().public()),
        feed: FeedHead::beginning(&centre().public(), Office(12)),
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

fn request(hello: Hello, hashes: Hashes, codec: Codec, operations: &[LogOperation]) -> Vec<u8> {
    let key = key();
    let packer = if codec == Codec::Text { Packer::primed(primer()) } else { Packer::new(codec) };
    let mut writer = RequestWriter::new(&key, hello, hashes, packer);
    writer.operations(operations);
    writer.finish()
}

/// What the text model is primed with in the vectors.
fn primer() -> Primer {
    let mut primer = Primer::new();
    primer.read(b"the last payloads of the feed that both ends hold");
    primer
}

/// An operation of which the device drew sixteen bytes: they do not travel.
fn drawn_request() -> Vec<u8> {
    let mut payload = [&[0xa1, 0x00, 0x50][..], &[0; 16]].concat();
    let drawn = sync_protocol::draw(&salts(), Sequence(1), &payload);
    payload[3..].copy_from_slice(&drawn);
    let operation = ChainHead::beginning(&key().public()).then(DeviceId(7), &salts(), payload);
    let (key, salts) = (key(), salts());
    let packer = Packer::new(Codec::Plain);
    let mut writer = RequestWriter::new(&key, hello(), Hashes::Hinted, packer).leaving_out(&salts);
    writer.operations(&[operation]);
    writer.finish()
}

/// A request of several frames: more operations than one holds, a testimony and a slice of a document.
fn long_request() -> Vec<u8> {
    let mut head = ChainHead::beginning(&key().public());
    let mut log = Vec::new();
    for n in 0..4_u8 {
        let operation = head.then(DeviceId(7), &salts(), vec![n; 9_000]);
        head = operation.head();
        log.push(operation);
    }
    let hello = Hello { testimony: Some(FeedHead::beginning(&centre().public(), Office(12))), ..hello() };
    let key = key();
    let mut writer = RequestWriter::new(&key, hello, Hashes::InFull, Packer::new(Codec::Plain));
    writer.operations(&log);
    let signed = SignedHead::sign(Office(12), &feed_head(), &centre());
    writer.testimony(&entries()[..3], &signed).unwrap();
    writer.document(&DocumentSlice { document: Hash([8; 32]), offset: 16_384, bytes: b"slice".to_vec() });
    writer.finish()
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
        FeedEntry::Epoch(Epoch(1)),
        FeedEntry::Revocation(DeviceId(7)),
    ]
}

fn introduction() -> Introduction {
    let begin = FeedHead::beginning(&centre().public(), Office(12));
    let ids = log();
    let links = entries().into_iter().take(3).map(|entry| {
        let operation = matches!(entry, FeedEntry::Operation(_)).then_some(&ids[0].id);
        Link::of(entry, operation)
    });
    let signed = SignedHead::sign(Office(12), &feed_head(), &centre());
    Introduction { office: Office(12), begin, links: links.collect(), signed }
}

fn feed_head() -> FeedHead {
    let beginning = FeedHead::beginning(&centre().public(), Office(12));
    let id = log()[0].id;
    entries().iter().take(3).fold(beginning, |head, entry| head.after(Office(12), &entry.digest(Some(&id))))
}

fn enrol_request() -> Vec<u8> {
    let code = "K7PM3-XQT9A".to_owned();
    EnrolRequest { protocol: Protocol::OURS, code, key: key().public(), salts: salts(), renewal: None }
        .seal(&key())
}

fn enrol_response() -> Vec<u8> {
    let admitted = Admitted {
        device: DeviceId(7),
        number: 2,
        office: Office(12),
        centre: centre().public(),
        profile: b"profile".to_vec(),
        known: None,
        recipient: None,
    };
    EnrolResponse { outcome: EnrolOutcome::Admitted, protocol: Protocol::OURS, admitted: Some(admitted) }
        .to_bytes()
}

/// What a computer is admitted with that has no line.
fn provision() -> Vec<u8> {
    let admitted = EnrolResponse::from_bytes(&enrol_response()).unwrap().admitted.unwrap();
    minicbor::to_vec(Provision::new("https://csu.example.mu".to_owned(), [1; 32], admitted)).unwrap()
}

fn answer() -> Vec<u8> {
    let mut reply = Reply::only(Outcome::Done, 1_795_000_000_000);
    reply.acknowledged = Some(log()[1].head());
    reply.end = Some(5);
    let signed = SignedHead::sign(Office(12), &feed_head(), &centre());
    let entries = EntriesFrame::pack(&mut Packer::new(Codec::Plain), &entries(), &signed).unwrap();
    let slice = DocumentSlice { document: Hash([8; 32]), offset: 0, bytes: b"slice".to_vec() };
    let frames = [DownFrame::Reply(Box::new(reply)), DownFrame::Entries(entries), DownFrame::Document(slice)];
    frames.iter().flat_map(DownFrame::to_bytes).collect()
}

fn diverged() -> Vec<u8> {
    let mut reply = Reply::only(Outcome::FeedDiverged, 1_795_000_000_000);
    reply.ladder =
        Some(vec![LadderStep { number: 0, hash: FeedHead::beginning(&centre().public(), Office(12)).hash }]);
    reply.testimony_taken = Some(true);
    reply.to_frame()
}

/// A device whose testimony was cut off is told where to go on.
fn testified() -> Vec<u8> {
    let mut reply = Reply::only(Outcome::FeedDiverged, 1_795_000_000_000);
    reply.ladder =
        Some(vec![LadderStep { number: 0, hash: FeedHead::beginning(&centre().public(), Office(12)).hash }]);
    reply.testified = Some(LadderStep { number: 3, hash: feed_head().hash });
    reply.to_frame()
}

fn renewal() -> Vec<u8> {
    Renewal::new(DeviceId(7), centre().public(), log().iter().map(|operation| operation.id))
        .seal(&key())
        .to_vec()
}

/// A renewal for a centre that has lost the device: the vectors' first three entries, of which the first admits it.
fn introduced() -> Vec<u8> {
    Renewal::new(DeviceId(7), centre().public(), []).introduced(Some(introduction())).seal(&key()).to_vec()
}

/// The request of a stick, before it is sealed: the hello names what the answer is sealed to.
fn carried_request() -> Vec<u8> {
    let hello = Hello { seal_answer_to: Some(key().sealing().recipient()), ..hello() };
    request(hello, Hashes::InFull, Codec::Plain, &log())
}

/// Its reply, before it is sealed.
fn carried_reply() -> Vec<u8> {
    let mut reply = Reply::only(Outcome::Done, 1_795_000_000_000);
    reply.acknowledged = Some(log()[1].head());
    reply.answered = Some(answered());
    reply.to_frame()
}

fn answered() -> minicbor::bytes::ByteVec {
    let answered = Answered {
        outcome: Outcome::Done,
        device: DeviceId(7),
        base: hello().base,
        feed: hello().feed,
        acknowledged: log()[1].head(),
        documents: None,
    };
    answered.sign(&centre())
}

/// A device that asks what to seal to, and the centre's word.
fn recipient_asked_and_told() -> (Vec<u8>, Vec<u8>) {
    let hello = Hello { wants_recipient: true, ..hello() };
    let mut reply = Reply::only(Outcome::Done, 1_795_000_000_000);
    reply.recipient = Some(centre().sealing().recipient());
    (request(hello, Hashes::Hinted, Codec::Plain, &[]), reply.to_frame())
}

/// A device that asks after documents and wants one, and the centre's word.
fn documents_asked_and_told() -> (Vec<u8>, Vec<u8>) {
    let (known, unknown) = (DocumentHint::of(&[8; 32]), DocumentHint::of(&[9; 32]));
    let hello = Hello {
        asked_documents: vec![known, unknown],
        wanted_documents: vec![DocumentWanted { document: Hash([10; 32]), offset: 8_192 }],
        document_bytes: Some(65_536),
        entry_bytes: Some(32_768),
        ..hello()
    };
    let mut reply = Reply::only(Outcome::Done, 1_795_000_000_000);
    reply.documents = Some(vec![
        DocumentHeld { document: known, bytes: Some(40_960) },
        DocumentHeld { document: unknown, bytes: None },
    ]);
    (request(hello, Hashes::Hinted, Codec::Plain, &[]), reply.to_frame())
}

/// What a device says that takes a snapshot, and one that has a part of one; and the centre's word.
fn snapshot_wished_and_offered() -> [Vec<u8>; 3] {
    let (snapshot, _) = snapshot();
    let rest = DocumentWanted { document: snapshot.content, offset: 4_096 };
    let wishes = [SnapshotWish::Any, SnapshotWish::Rest(rest)];
    let [any, rest] = wishes.map(|wish| {
        let hello = Hello { snapshot: Some(wish), ..hello() };
        request(hello, Hashes::Hinted, Codec::Plain, &[])
    });
    let mut reply = Reply::only(Outcome::Done, 1_795_000_000_000);
    reply.end = Some(5);
    reply.snapshot = Some(snapshot.sign(&centre()));
    [any, rest, reply.to_frame()]
}

/// A snapshot of two parts, unpacked: the vectors' first three entries, and one of whose payload sixteen bytes are left
/// out.
fn snapshot() -> (Snapshot, Vec<u8>) {
    let mut payload = [&[0xa1, 0x00, 0x50][..], &[0; 16]].concat();
    let drawn = sync_protocol::draw(&salts(), Sequence(2), &payload);
    payload[3..].copy_from_slice(&drawn);
    let next = log()[0].head().then(DeviceId(7), &salts(), payload);
    let entry = FeedEntry::Operation(OperationEntry {
        device: DeviceId(7),
        sequence: Sequence(2),
        verdict: vec![0x81, 0x00],
        payload: Some(next.payload.clone()),
        before: None,
    });
    let first = feed_head();
    let head = first.after_entry(Office(12), &entry, Some(&next.id));
    let sign = |head| SignedHead::sign(Office(12), head, &centre());
    let mut writer = SnapshotWriter::with(Packer::new(Codec::Plain));
    let mut parts = writer.part(&entries()[..3], &sign(&first)).unwrap();
    parts.extend(writer.part(&[entry], &sign(&head)).unwrap());
    let (content, size) = writer.finish();
    (Snapshot { office: Office(12), head, fold: Hash([6; 32]), content, size, edition: 1 }, parts)
}

/// Name, CDDL rule, bytes.
fn vectors() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let encoded = |entry: &FeedEntry| minicbor::to_vec(entry).unwrap();
    let mut vectors = vec![
        ("enrol-request", "cose-sign1", enrol_request()),
        ("enrol-response", "enrol-response", enrol_response()),
        ("provision", "provision", provision()),
        ("enrol-renewal", "cose-sign1", renewal()),
        ("enrol-introduction", "cose-sign1", introduced()),
        ("request-idle", "up-frame", request(hello(), Hashes::Hinted, Codec::Plain, &[])),
        ("request-in-full", "up-frame", request(hello(), Hashes::InFull, Codec::Plain, &[])),
        ("request-two-operations", "up-frame", request(hello(), Hashes::Hinted, Codec::Plain, &log())),
        ("request-text-model", "up-frame", request(hello(), Hashes::Hinted, Codec::Text, &log())),
        ("request-drawn", "up-frame", drawn_request()),
        ("request-long", "up-frame", long_request()),
        ("carried-request", "up-frame", carried_request()),
        ("carried-reply", "down-frame", carried_reply()),
        ("recipient-asked", "up-frame", recipient_asked_and_told().0),
        ("recipient-told", "down-frame", recipient_asked_and_told().1),
        ("documents-asked", "up-frame", documents_asked_and_told().0),
        ("documents-told", "down-frame", documents_asked_and_told().1),
        ("snapshot-wished", "up-frame", snapshot_wished_and_offered()[0].clone()),
        ("snapshot-begun", "up-frame", snapshot_wished_and_offered()[1].clone()),
        ("snapshot-offered", "down-frame", snapshot_wished_and_offered()[2].clone()),
        ("snapshot-content", "snapshot-part", snapshot().1),
        ("answer", "down-frame", answer()),
        ("answer-idle", "down-frame", Reply::only(Outcome::Done, 1_795_000_000_000).to_frame()),
        ("answer-diverged", "down-frame", diverged()),
        ("answer-testified", "down-frame", testified()),
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
        "entry-epoch",
        "entry-revocation",
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
    let check = |name: &str, rule: &str, bytes: &[u8]| {
        cddl_cat::validate_cbor_bytes(rule, &cddl, bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
    };
    for (name, rule, bytes) in vectors() {
        // A request or an answer is a sequence of frames.
        let mut frames = FrameBuffer::new();
        frames.push(&bytes);
        while let Some(frame) = frames.next_frame().unwrap() {
            check(name, rule, &frame);
        }
        assert!(!frames.is_within_a_frame(), "{name}");
    }
    check("enrol-request", "enrol-request", &payload(&enrol_request()));
    check("enrol-renewal", "renewal", &payload(&renewal()));
    check("enrol-introduction", "renewal", &payload(&introduced()));
    assert!(introduction().open(DeviceId(7), &centre().public()).is_ok());
    check("hello", "hello", &hello_of(&request(hello(), Hashes::Hinted, Codec::Plain, &[])));
    check("carried hello", "hello", &hello_of(&carried_request()));
    check("asking hello", "hello", &hello_of(&recipient_asked_and_told().0));
    check("answered", "answered", &payload(&answered()));
    let [any, rest, _] = snapshot_wished_and_offered();
    check("a hello that wishes", "hello", &hello_of(&any));
    check("a hello that goes on", "hello", &hello_of(&rest));
    check("a snapshot", "snapshot", &payload(&snapshot().0.sign(&centre())));
    // The tool knows no tags, so that only the part in which nothing is left out can be handed to it.
    check("a block of a snapshot", "snapshot-block", &first_block(&snapshot().1));
    check("hello in full", "hello", &hello_of(&long_request()));
    for kept in evidence() {
        check("evidence", "statement", &payload(&kept));
    }
    let refused = cddl_cat::validate_cbor_bytes("enrol-response", &cddl, &answer());
    assert!(refused.is_err(), "the tool can refuse");
}

/// What stands in the first part of a snapshot that is not packed.
fn first_block(parts: &[u8]) -> Vec<u8> {
    let mut decoder = minicbor::Decoder::new(parts);
    decoder.array().unwrap();
    decoder.skip().unwrap();
    decoder.array().unwrap();
    decoder.skip().unwrap();
    decoder.skip().unwrap();
    decoder.bytes().unwrap().to_vec()
}

#[test]
fn the_pinned_snapshot_gives_back_its_entries() {
    let (snapshot, parts) = snapshot();
    assert_eq!((snapshot.size, &snapshot.content.0), (parts.len() as u64, blake3::hash(&parts).as_bytes()));
    let mut reader = SnapshotReader::new();
    reader.push(&parts);
    let first = reader.next_part().unwrap().unwrap();
    assert_eq!(first.entries, entries()[..3]);
    assert!(first.head(Office(12), &feed_head()).open(Office(12), &centre().public()).is_ok());
    let second = reader.next_part().unwrap().unwrap();
    assert!(second.head(Office(12), &snapshot.head).open(Office(12), &centre().public()).is_ok());
    assert!(reader.next_part().unwrap().is_none());
}

/// The hello of a request, as it is signed.
fn hello_of(request: &[u8]) -> Vec<u8> {
    let mut decoder = minicbor::Decoder::new(request);
    decoder.array().unwrap();
    decoder.skip().unwrap();
    decoder.bytes().unwrap().to_vec()
}

/// What a centre keeps of the signatures of a long request.
fn evidence() -> Vec<Vec<u8>> {
    let mut frames = FrameBuffer::new();
    frames.push(&long_request());
    let mut unpacker = Unpacker::new();
    let (mut kept, mut opened, mut head) = (Vec::new(), None, hello().base);
    while let Some(frame) = frames.next_frame().unwrap() {
        match UpFrame::from_bytes(&frame).unwrap() {
            UpFrame::Hello(sealed) => {
                let (base, feed) = (sealed.base(None).unwrap(), sealed.feed(None).unwrap());
                let (hello, operations, statement) =
                    sealed.open(base, feed, &key().public(), &salts(), &mut unpacker).unwrap();
                head = operations.last().map_or(head, LogOperation::head);
                kept.push(sealed.evidence(statement));
                opened = Some((sealed, hello));
            }
            UpFrame::Batch(batch) => {
                let (sealed, hello) = opened.as_ref().unwrap();
                let (operations, evidence) =
                    batch.open((sealed, hello), head, &key().public(), &salts(), &mut unpacker).unwrap();
                head = operations.last().map_or(head, LogOperation::head);
                kept.push(evidence);
            }
            _ => {}
        }
    }
    assert!(kept.len() > 2, "a batch for each frame");
    kept
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

/// The third part of a COSE_Sign1.
fn payload(message: &[u8]) -> Vec<u8> {
    let mut decoder = minicbor::Decoder::new(message);
    decoder.array().unwrap();
    decoder.skip().unwrap();
    decoder.skip().unwrap();
    decoder.bytes().unwrap().to_vec()
}
