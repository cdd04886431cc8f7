//! Every decoder of bytes from outside, each with the memory that it may take.

use complaints::profile::{Bundle, Profile};
use complaints::{Complaint, Moment, Operation, ReceiptClaims, Reference, Verdict};
use sync_protocol::{
    Block, CarryKind, ChainHead, DeviceId, DeviceKey, DownFrame, EnrolRequest, EnrolResponse, FeedEntry,
    FeedHead, FrameBuffer, Hash, Office, Primer, ReceiptSeal, Renewal, SaltTree, SealedReader, Sequence,
    ShortForm, SignedHead, SignedRoot, Snapshot, SnapshotReader, Unpacker, UpFrame, Witness, unpack,
};

use crate::samples::{CENTRE_SEED, DEVICE_SEED};

const KIB: usize = 1024;
const MIB: usize = 1024 * KIB;

/// The tables of the text model, and a block of it.
const TEXT_MODEL: usize = 24 * MIB;

/// A decoder, and what it may take.
#[derive(Debug)]
pub struct Decoder {
    /// What it reads.
    pub name: &'static str,
    /// The samples that it is given begin so.
    pub samples: &'static str,
    /// Decodes; whether a value came of it.
    pub decode: fn(&[u8]) -> bool,
    /// What it may take whatever comes, in bytes.
    pub(crate) base: usize,
    /// What it may take for each byte that comes.
    pub(crate) each: usize,
}

impl Decoder {
    /// The most memory that it may take for that much input, in bytes.
    pub fn bound(&self, input: usize) -> usize {
        self.base + self.each * input
    }
}

/// All of them.
pub const DECODERS: [Decoder; 16] = [
    Decoder {
        name: "a request",
        samples: "protocol/",
        decode: request,
        base: TEXT_MODEL + 8 * MIB,
        each: 64,
    },
    Decoder { name: "an answer", samples: "protocol/", decode: answer, base: TEXT_MODEL + 8 * MIB, each: 64 },
    Decoder { name: "a block", samples: "block/", decode: block, base: TEXT_MODEL + 2 * MIB, each: 8 },
    Decoder { name: "an enrolment", samples: "protocol/enrol", decode: enrolment, base: 64 * KIB, each: 128 },
    Decoder { name: "an admission", samples: "protocol/enrol", decode: admission, base: 64 * KIB, each: 16 },
    Decoder { name: "entries", samples: "protocol/entry", decode: entries, base: 64 * KIB, each: 320 },
    Decoder { name: "a snapshot", samples: "protocol/snapshot", decode: snapshot, base: 16 * MIB, each: 320 },
    Decoder { name: "signatures", samples: "protocol/", decode: signatures, base: 64 * KIB, each: 128 },
    Decoder { name: "a request on a stick", samples: "stick/", decode: stick_request, base: MIB, each: 64 },
    Decoder { name: "a reply on a stick", samples: "stick/", decode: stick_reply, base: MIB, each: 64 },
    Decoder { name: "an operation", samples: "domain/", decode: operation, base: 64 * KIB, each: 64 },
    Decoder { name: "a state", samples: "domain/", decode: state, base: 64 * KIB, each: 320 },
    Decoder { name: "a packed profile", samples: "packed/", decode: packed, base: 9 * MIB, each: 8 },
    Decoder { name: "a profile", samples: "packed/", decode: profile, base: 64 * KIB, each: 128 },
    Decoder { name: "a receipt", samples: "receipt/", decode: receipt, base: 64 * KIB, each: 16 },
    Decoder { name: "words", samples: "word/", decode: words, base: 64 * KIB, each: 16 },
];

fn salts() -> SaltTree {
    SaltTree::from_root([3; 32])
}

fn request(bytes: &[u8]) -> bool {
    let mut frames = FrameBuffer::new();
    frames.push(bytes);
    let mut unpacker = Unpacker::with_primer(Primer::new());
    let key = DeviceKey::from_seed(&DEVICE_SEED).public();
    let mut opened = None;
    while let Ok(Some(frame)) = frames.next_frame() {
        match UpFrame::from_bytes(&frame) {
            Ok(UpFrame::Hello(sealed)) => {
                let (Some(base), Some(feed)) =
                    (sealed.base(Some(Hash([0; 32]))), sealed.feed(Some(Hash([0; 32]))))
                else {
                    return false;
                };
                let hello = sealed.open(base, feed, &key, &salts(), &mut unpacker);
                opened = hello.ok().map(|(hello, operations, _)| {
                    let head = operations.last().map_or(hello.base, sync_protocol::LogOperation::head);
                    (sealed, hello, head)
                });
            }
            Ok(UpFrame::Batch(batch)) => {
                let Some((sealed, hello, head)) = &opened else { return false };
                if batch.open((sealed, hello), *head, &key, &salts(), &mut unpacker).is_err() {
                    return false;
                }
            }
            Ok(UpFrame::Testimony(part)) if part.open(&mut unpacker).is_err() => return false,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
    opened.is_some()
}

fn answer(bytes: &[u8]) -> bool {
    let mut frames = FrameBuffer::new();
    frames.push(bytes);
    let mut unpacker = Unpacker::with_primer(Primer::new());
    let mut any = false;
    while let Ok(Some(frame)) = frames.next_frame() {
        match DownFrame::from_bytes(&frame) {
            Ok(DownFrame::Entries(part)) if part.open(&mut unpacker).is_err() => return false,
            Ok(_) => any = true,
            Err(_) => return false,
        }
    }
    any
}

fn snapshot(bytes: &[u8]) -> bool {
    let mut reader = SnapshotReader::new();
    reader.push(bytes);
    let mut any = false;
    while let Ok(Some(_)) = reader.next_part() {
        any = true;
    }
    any || Snapshot::open(bytes, &DeviceKey::from_seed(&CENTRE_SEED).public()).is_ok()
}

fn block(bytes: &[u8]) -> bool {
    let block = minicbor::decode::<Block>(bytes);
    block.is_ok_and(|block| Unpacker::with_primer(Primer::new()).unpack(&block).is_ok())
}

fn enrolment(bytes: &[u8]) -> bool {
    let request = EnrolRequest::open(bytes);
    let renewal = request.as_ref().ok().and_then(|request| request.renewal.clone());
    let sealed = renewal.as_ref().map_or(bytes, |renewal| renewal.as_slice());
    let claimed = Renewal::claimed(sealed);
    let centre = DeviceKey::from_seed(&CENTRE_SEED).public();
    if let Ok(Renewal { introduction: Some(introduction), .. }) = &claimed {
        return introduction.open(DeviceId(7), &centre).is_ok();
    }
    request.is_ok() || Renewal::open(sealed, &DeviceKey::from_seed(&DEVICE_SEED).public()).is_ok()
}

fn admission(bytes: &[u8]) -> bool {
    EnrolResponse::from_bytes(bytes).is_ok()
}

fn entries(bytes: &[u8]) -> bool {
    let one = minicbor::decode::<FeedEntry>(bytes);
    let many = minicbor::decode::<Vec<FeedEntry>>(bytes);
    if let Ok(entry) = &one {
        let centre = DeviceKey::from_seed(&CENTRE_SEED).public();
        let head = FeedHead::beginning(&centre, Office(12));
        if let Some(Ok(witness)) = Witness::of(entry) {
            return witness.check(Office(12), &head, None, &centre).is_ok();
        }
    }
    one.is_ok() || many.is_ok()
}

fn signatures(bytes: &[u8]) -> bool {
    let centre = DeviceKey::from_seed(&CENTRE_SEED).public();
    SignedHead::from_bytes(bytes.to_vec()).open(Office(12), &centre).is_ok()
        || SignedRoot::from_bytes(bytes.to_vec()).open(&centre).is_ok()
}

fn stick_request(bytes: &[u8]) -> bool {
    stick(CarryKind::Request, &CENTRE_SEED, bytes)
}

fn stick_reply(bytes: &[u8]) -> bool {
    stick(CarryKind::Reply, &DEVICE_SEED, bytes)
}

fn stick(kind: CarryKind, seed: &[u8; 32], bytes: &[u8]) -> bool {
    let key = DeviceKey::from_seed(seed).sealing();
    let Ok(mut reader) = SealedReader::open(kind, &key, bytes) else { return false };
    let mut piece = [0; 4096];
    loop {
        match reader.read(&mut piece) {
            Ok(0) => return true,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
}

fn operation(bytes: &[u8]) -> bool {
    let operation = Operation::from_bytes(bytes);
    let chained = ChainHead { sequence: Sequence(1), hash: Hash([0; 32]) };
    operation.is_ok_and(|operation| {
        let again = Operation::from_bytes(&operation.to_bytes());
        assert_eq!(again.as_ref(), Ok(&operation), "what was read is written as it was read");
        chained.then(DeviceId(7), &salts(), operation.to_bytes()).sequence == Sequence(2)
    })
}

fn state(bytes: &[u8]) -> bool {
    Complaint::from_bytes(bytes).is_ok() | minicbor::decode::<Verdict>(bytes).is_ok()
}

fn packed(bytes: &[u8]) -> bool {
    unpack(bytes).is_ok()
}

fn profile(bytes: &[u8]) -> bool {
    Bundle::from_bytes(bytes).is_ok_and(|bundle| {
        let read = Profile::read_from_centre(&bundle);
        read.is_err() || read.is_ok_and(|(profile, _)| !profile.languages.is_empty())
    })
}

/// As its text, as the message in it, and as the claims in that.
fn receipt(bytes: &[u8]) -> bool {
    let key = DeviceKey::from_seed(&DEVICE_SEED).public();
    let seal = ReceiptSeal::from_text(&String::from_utf8_lossy(bytes));
    let opened = seal.is_ok_and(|seal| {
        seal.open(&key).is_ok()
            | seal.claimed().is_ok_and(|claims| ReceiptClaims::from_bytes(&claims).is_ok())
    });
    opened | ReceiptClaims::from_bytes(bytes).is_ok()
}

fn words(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    text.parse::<Reference>().is_ok() | text.parse::<ShortForm>().is_ok() | text.parse::<Moment>().is_ok()
}
