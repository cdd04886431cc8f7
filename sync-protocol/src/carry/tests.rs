//! Files on a stick as sticks spoil them: cut, changed, of another kind, of somebody else.

use std::io::Write;

use proptest::prelude::*;

use super::*;
use crate::chain::ChainHead;
use crate::documents::{DocumentHeld, DocumentHint};
use crate::feed::FeedHead;
use crate::ids::{DeviceId, Epoch, Hash, Office, Sequence};
use crate::keys::DeviceKey;
use crate::sync::{Hashes, Hello, Outcome, Protocol, RequestWriter, UpFrame};
use crate::{Codec, FrameBuffer, Packer, ProtocolError, SaltTree};

fn key(byte: u8) -> SealingKey {
    DeviceKey::from_seed(&[byte; 32]).sealing()
}

fn sealed(kind: CarryKind, plain: &[u8]) -> Vec<u8> {
    let mut writer = SealedWriter::begin(kind, &key(1).recipient(), Vec::new()).unwrap();
    writer.write_all(plain).unwrap();
    writer.finish().unwrap()
}

/// What can be read of a file, and how it ended.
fn read(kind: CarryKind, with: &SealingKey, file: &[u8]) -> (Vec<u8>, Result<(), CarryError>) {
    let mut reader = match SealedReader::open(kind, with, file) {
        Ok(reader) => reader,
        Err(error) => return (Vec::new(), Err(error)),
    };
    let (mut plain, mut step) = (Vec::new(), [0; 10_000]);
    loop {
        match reader.read(&mut step) {
            Ok(0) => return (plain, Ok(())),
            Ok(read) => plain.extend_from_slice(&step[..read]),
            Err(error) => return (plain, Err(error)),
        }
    }
}

/// A request of many frames, and where each of them ends.
fn request() -> (Vec<u8>, Vec<usize>) {
    let device = DeviceKey::from_seed(&[7; 32]);
    let base = ChainHead::beginning(&device.public());
    let hello = Hello {
        protocol: Protocol::OURS,
        device: DeviceId(5),
        base,
        feed: FeedHead::beginning(&DeviceKey::from_seed(&[1; 32]).public(), Office(12)),
        codecs: vec![1, 0],
        wanted_profile: None,
        wanted_documents: Vec::new(),
        testimony: None,
        seal_answer_to: Some(key(7).recipient()),
        wants_recipient: false,
        asked_documents: Vec::new(),
        document_bytes: None,
        entry_bytes: None,
        snapshot: None,
    };
    let salts = SaltTree::from_root([2; 32]);
    let mut writer = RequestWriter::new(&device, hello, Hashes::InFull, Packer::new(Codec::Plain));
    let mut head = base;
    let (mut bytes, mut ends) = (Vec::new(), Vec::new());
    for number in 0..60_u8 {
        let operation = head.then(DeviceId(5), &salts, vec![number; 5_000]);
        head = operation.head();
        writer.operations(&[operation]);
        bytes.extend(writer.take());
        ends.push(bytes.len());
    }
    assert!(writer.finish().is_empty());
    (bytes, ends)
}

#[test]
fn what_was_sealed_is_opened_by_its_key_and_by_no_other() {
    let plain = vec![42; 200_000];
    let file = sealed(CarryKind::Request, &plain);
    let (opened, end) = read(CarryKind::Request, &key(1), &file);
    assert!(end.is_ok() && opened == plain);
    let (opened, end) = read(CarryKind::Request, &key(2), &file);
    assert!(opened.is_empty() && matches!(end, Err(CarryError::SealedToAnother)));
    assert_ne!(key(1).recipient(), key(2).recipient());
    assert_eq!(SealingRecipient::from_hex(&key(1).recipient().to_hex()), Some(key(1).recipient()));
}

#[test]
fn nothing_of_the_content_stands_in_the_file() {
    let plain = b"Mrs Ramgoolam has no water since Monday".repeat(50);
    let file = sealed(CarryKind::Request, &plain);
    assert!(!file.windows(9).any(|part| part == b"Ramgoolam"));
    assert!(file.starts_with(b"guichet carry 1 request\n"));
}

#[test]
fn a_file_of_another_kind_is_told_apart() {
    let reply = sealed(CarryKind::Reply, b"x");
    let error = |file: &[u8]| read(CarryKind::Request, &key(1), file).1.unwrap_err();
    assert!(matches!(error(&reply), CarryError::IsReply));
    assert!(matches!(
        read(CarryKind::Reply, &key(1), &sealed(CarryKind::Request, b"")).1,
        Err(CarryError::IsRequest)
    ));
    assert!(matches!(error(b"%PDF-1.7\n"), CarryError::NotACarryFile));
    assert!(matches!(error(b"guichet carry 2 request\n"), CarryError::Newer));
    assert!(matches!(error(b""), CarryError::TooShort));
}

#[test]
fn what_only_begins_like_one_is_refused_before_it_takes_memory() {
    let begin = CarryKind::Request.first_line().into_bytes();
    for endless in [&b"x"[..], b"age-encryption.org/v1\n", b"\n", b"-> X25519 a\nb\n"] {
        let mut given = 0;
        let rest = std::iter::from_fn(|| {
            given += 1;
            Some(endless[given % endless.len()])
        });
        let source = Endless(begin.iter().copied().chain(rest));
        let opened = SealedReader::open(CarryKind::Request, &key(1), source);
        assert!(matches!(opened, Err(CarryError::Damaged)));
        assert!(given < 300_000, "{given} bytes were read");
    }
}

/// A file that never ends.
struct Endless<I>(I);

impl<I: Iterator<Item = u8>> Read for Endless<I> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        bytes.fill_with(|| self.0.next().unwrap());
        Ok(bytes.len())
    }
}

#[test]
fn of_a_cut_file_the_beginning_counts_wherever_it_was_cut() {
    let (plain, ends) = request();
    let file = sealed(CarryKind::Request, &plain);
    let around = ends.iter().flat_map(|end| [end - 1, *end, end + 1]);
    let everywhere = (0..400).chain((400..file.len()).step_by(997)).chain(around).chain([file.len() - 1]);
    for cut in everywhere {
        let (opened, end) = read(CarryKind::Request, &key(1), &file[..cut]);
        assert!(matches!(end, Err(CarryError::TooShort)), "cut at {cut}: {end:?}");
        assert!(plain.starts_with(&opened), "cut at {cut}");
        assert!(
            opened.len() + 65_536 + 16 + 400 >= cut,
            "cut at {cut}: only {} bytes came out",
            opened.len()
        );
    }
}

#[test]
fn the_frames_before_the_cut_are_whole() {
    let (plain, ends) = request();
    let file = sealed(CarryKind::Request, &plain);
    let (opened, _) = read(CarryKind::Request, &key(1), &file[..file.len() * 2 / 3]);
    let mut frames = FrameBuffer::new();
    frames.push(&opened);
    let mut whole = 0;
    while let Some(frame) = frames.next_frame().unwrap() {
        UpFrame::from_bytes(&frame).unwrap();
        whole += 1;
    }
    assert_eq!(whole, ends.iter().filter(|end| **end <= opened.len()).count());
    assert!(whole >= 20);
}

#[test]
fn an_answer_says_which_request_it_belongs_to_and_only_the_centre_can() {
    let centre = DeviceKey::from_seed(&[1; 32]);
    let head = ChainHead { sequence: Sequence(3), hash: Hash([3; 32]) };
    let answered = Answered {
        outcome: Outcome::Done,
        device: DeviceId(5),
        base: head,
        feed: FeedHead { epoch: Epoch(0), number: 9, hash: Hash([9; 32]) },
        acknowledged: ChainHead { sequence: Sequence(4), ..head },
        documents: Some(vec![DocumentHeld { document: DocumentHint([7; 8]), bytes: Some(9) }]),
    };
    let signed = answered.sign(&centre);
    assert_eq!(Answered::open(&signed, &centre.public()), Ok(answered));
    let other = DeviceKey::from_seed(&[2; 32]).public();
    assert_eq!(Answered::open(&signed, &other), Err(ProtocolError::Signature));
}

#[test]
fn a_file_that_is_not_whole_never_has_the_name_of_a_whole_one() {
    let folder = std::env::temp_dir().join(format!("guichet-carry-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let (place, part) = (folder.join("to-the-centre"), folder.join("to-the-centre.part"));
    let mut given_up = CarryFile::create(&place).unwrap();
    given_up.write_all(b"half").unwrap();
    assert!(part.exists() && !place.exists());
    drop(given_up);
    assert!(!part.exists() && !place.exists());

    let mut kept = CarryFile::create(&place).unwrap();
    kept.write_all(&sealed(CarryKind::Request, b"1")).unwrap();
    let bytes = kept.keep().unwrap();
    assert_eq!(std::fs::metadata(&place).unwrap().len(), bytes);
    assert!(CarryFile::create(&place).is_ok(), "one of an earlier time gives way");

    let letter = folder.join("letter.txt");
    std::fs::write(&letter, "Dear Sir").unwrap();
    assert!(matches!(CarryFile::create(&letter), Err(CarryError::WouldOverwrite(_))));
    assert_eq!(std::fs::read_to_string(&letter).unwrap(), "Dear Sir");
    std::fs::remove_dir_all(&folder).unwrap();
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_stick_and_one_that_may_not_be_written_are_told_as_such() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut writer =
        SealedWriter::begin(CarryKind::Reply, &key(1).recipient(), io::BufWriter::new(full)).unwrap();
    let written = writer.write_all(&vec![0; 200_000]).map_err(CarryError::from);
    assert!(matches!(written, Err(CarryError::Full)));
    assert!(matches!(
        CarryFile::create(std::path::Path::new("/proc/to-the-centre")),
        Err(CarryError::Io(_) | CarryError::ReadOnly(_))
    ));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_changed_byte_is_noticed_and_what_came_before_is_right(at in any::<prop::sample::Index>(), bit in 0..8_u32) {
        let plain: Vec<u8> = (0..150_000_u32).map(|n| n.to_le_bytes()[0]).collect();
        let mut file = sealed(CarryKind::Request, &plain);
        let at = at.index(file.len());
        file[at] ^= 1 << bit;
        let (opened, end) = read(CarryKind::Request, &key(1), &file);
        prop_assert!(end.is_err());
        prop_assert!(plain.starts_with(&opened));
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let mut file = CarryKind::Request.first_line().into_bytes();
        file.extend(bytes);
        let _ = read(CarryKind::Request, &key(1), &file);
    }
}
