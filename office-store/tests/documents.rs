//! Documents in the store: they come in piece by piece, whole or not at all, and nobody else's bytes pass for them.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::path::Path;

use complaints::{AttachDocument, DocumentId, OfficeCode};
use office_store::{Identity, LARGEST_DOCUMENT_BYTES, Store, StoreError, StoreKey, TakenSlice};
use sync_protocol::{DeviceId, DeviceKey, DocumentHeld, DocumentHint, SaltTree};

fn created(folder: &Path) -> Store {
    let identity = Identity {
        device: DeviceId(40),
        number: 2,
        office: OfficeCode::new(12).unwrap(),
        key: DeviceKey::from_seed(&[1; 32]).public(),
        salts: SaltTree::from_root([2; 32]),
        centre: DeviceKey::from_seed(&[99; 32]).public(),
        server: "https://csu.example.mu".to_owned(),
    };
    Store::create(folder, &StoreKey::from_bytes([7; 32]), &identity, b"profile").unwrap()
}

fn content(length: usize) -> Vec<u8> {
    (0..length).map(|at| (at * 7 + at / 251) as u8).collect()
}

fn attached(content: &[u8]) -> AttachDocument {
    AttachDocument {
        document: DocumentId::of(content),
        size: content.len() as u64,
        media_type: "image/jpeg".to_owned(),
        name: "Bill".to_owned(),
        pages: None,
        width: None,
        height: None,
    }
}

fn captured(store: &Store, content: &[u8]) -> DocumentId {
    let attached = attached(content);
    store.write(|writing| writing.put_document(&attached, content)).unwrap();
    attached.document
}

fn ask(store: &Store, id: &DocumentId) {
    store.write(|writing| writing.ask_for_document(id)).unwrap();
}

/// The centre says how much it has.
fn note(store: &Store, id: &DocumentId, bytes: Option<u64>) {
    let held = DocumentHeld { document: DocumentHint::of(id.as_bytes()), bytes };
    store.write(|writing| writing.note_document_held(&held)).unwrap();
}

/// Another computer of the office has heard of the document and has none of it.
fn expecting(store: &Store, document: &AttachDocument) {
    use complaints::{Author, Body, Citizen, ComplaintSeed, Kind, Operation, Register};
    let seed = ComplaintSeed::from_random([3; 16]);
    let author = Author { name: "Anousha".to_owned(), clerk: None, institution: None, capacity: None };
    let at = "2026-11-24T10:52:00+04:00".parse().unwrap();
    let subject = Some(seed.complaint_id());
    store
        .write(|writing| {
            let register = Register {
                seed,
                reference: writing.next_reference()?,
                kind: Kind::Complaint,
                category: "water-none".to_owned(),
                institution: "CWA".to_owned(),
                subject: "No water".to_owned(),
                text: "Pena dilo.".to_owned(),
                place: None,
                language: "mfe".to_owned(),
                citizen: Citizen::default(),
                contact_by: Vec::new(),
                notice: "1".to_owned(),
                notice_language: None,
                due_on: None,
                recorded_at: None,
                representative: None,
                discretion: None,
                point: None,
                channel: None,
            };
            for body in [Body::Register(Box::new(register)), Body::AttachDocument(document.clone())] {
                writing.append(&Operation { subject, author: author.clone(), at, body })?;
            }
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn what_was_captured_is_whole_waits_to_be_sent_and_is_read_at_any_offset() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    let bytes = content(40_000);
    let id = captured(&store, &bytes);
    let known = store.document(&id).unwrap().unwrap();
    assert_eq!((known.have, known.size, known.is_whole(), known.from_here), (40_000, 40_000, true, true));
    assert_eq!(store.documents_to_send().unwrap(), [known]);
    for (offset, most) in [(0, 40_000), (0, 1), (16_383, 2), (16_384, 100), (39_999, 10), (20_000, 30_000)] {
        let end = (offset + most).min(bytes.len());
        let slice = store.document_slice(&id, offset as u64, most).unwrap();
        assert_eq!(slice, bytes[offset..end], "{offset} {most}");
    }
    assert!(store.document_slice(&id, 40_000, 10).unwrap().is_empty());
    assert_eq!(store.verify().unwrap().problems, Vec::<String>::new());
}

#[test]
fn what_the_centre_has_is_not_sent_until_the_centre_was_restored() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    let id = captured(&store, &content(20_000));
    let acknowledge = |bytes| note(&store, &id, Some(bytes));
    acknowledge(8_000);
    assert_eq!(store.documents_to_send().unwrap()[0].acknowledged, 8_000);
    acknowledge(20_000);
    assert!(store.documents_to_send().unwrap().is_empty());
    acknowledge(0);
    assert_eq!(store.documents_to_send().unwrap().len(), 1);
}

#[test]
fn pieces_of_any_length_make_the_document_whole_and_a_second_time_does_no_harm() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    let bytes = content(50_000);
    let document = attached(&bytes);
    expecting(&store, &document);
    assert!(store.documents_wanted().unwrap().is_empty(), "nobody has asked for it");
    ask(&store, &document.document);
    assert_eq!(store.documents_wanted().unwrap()[0].id, document.document);
    let mut offset = 0;
    for length in [1usize, 5_000, 16_384, 16_385, 7, 100_000] {
        let end = (offset + length).min(bytes.len());
        let taken =
            store.take_document_slice(&document.document, offset as u64, &bytes[offset..end]).unwrap();
        let expected = if end == bytes.len() { TakenSlice::Whole } else { TakenSlice::Taken(end as u64) };
        assert_eq!(taken, expected);
        let again =
            store.take_document_slice(&document.document, offset as u64, &bytes[offset..end]).unwrap();
        assert_eq!(again, expected);
        offset = end;
    }
    assert!(store.documents_wanted().unwrap().is_empty());
    assert!(store.documents_to_send().unwrap().is_empty(), "it came from the centre");
    assert_eq!(store.document_slice(&document.document, 0, 50_000).unwrap(), bytes);
}

#[test]
fn a_gap_is_refused_and_an_overlap_is_cut() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    let bytes = content(30_000);
    let document = attached(&bytes);
    let take = |offset: usize, end: usize| {
        store.take_document_slice(&document.document, offset as u64, &bytes[offset..end]).unwrap()
    };
    assert_eq!(take(0, 100), TakenSlice::Unwanted);
    expecting(&store, &document);
    assert_eq!(take(10, 100), TakenSlice::Gap(0));
    assert_eq!(take(0, 1_000), TakenSlice::Taken(1_000));
    assert_eq!(take(500, 2_000), TakenSlice::Taken(2_000));
    assert_eq!(take(2_001, 3_000), TakenSlice::Gap(2_000));
    assert_eq!(take(1_999, 30_000), TakenSlice::Whole);
    assert_eq!(store.document_slice(&document.document, 0, 30_000).unwrap(), bytes);
}

#[test]
fn other_bytes_never_pass_for_a_document_and_it_begins_anew() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    let bytes = content(20_000);
    let document = attached(&bytes);
    expecting(&store, &document);
    let id = document.document;
    let mut other = bytes.clone();
    other[17] ^= 1;
    assert_eq!(store.take_document_slice(&id, 0, &other[..19_999]).unwrap(), TakenSlice::Taken(19_999));
    assert_eq!(store.take_document_slice(&id, 19_999, &other[19_999..]).unwrap(), TakenSlice::Damaged);
    assert_eq!(store.document(&id).unwrap().unwrap().have, 0);
    assert_eq!(store.take_document_slice(&id, 0, &bytes).unwrap(), TakenSlice::Whole);
    let longer = [&bytes[..], b"x"].concat();
    assert_eq!(store.take_document_slice(&id, 0, &longer).unwrap(), TakenSlice::Unwanted);
}

#[test]
fn a_content_under_a_wrong_name_and_a_document_without_end_are_not_taken() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    let wrong = attached(b"one");
    let taken = store.write(|writing| writing.put_document(&wrong, b"two"));
    assert!(matches!(taken, Err(StoreError::Inconsistent(_))));
    let endless = AttachDocument { size: LARGEST_DOCUMENT_BYTES + 1, ..attached(b"endless") };
    expecting(&store, &endless);
    assert_eq!(store.document(&endless.document).unwrap(), None);
}

#[test]
fn damage_is_not_fetched_for_ever_and_what_came_whole_is_asked_for_no_more() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    let bytes = content(20_000);
    let document = attached(&bytes);
    expecting(&store, &document);
    let id = document.document;
    ask(&store, &id);
    let mut other = bytes.clone();
    other[0] ^= 1;
    assert_eq!(store.take_document_slice(&id, 0, &other).unwrap(), TakenSlice::Damaged);
    assert!(store.documents_wanted().unwrap().is_empty(), "whoever wants it asks again");
    ask(&store, &id);
    assert_eq!(store.documents_due().unwrap().down_bytes, 20_000);
    assert_eq!(store.take_document_slice(&id, 0, &bytes).unwrap(), TakenSlice::Whole);
    let known = store.document(&id).unwrap().unwrap();
    assert_eq!((known.asked, known.acknowledged), (false, 20_000));
    ask(&store, &id);
    assert!(!store.document(&id).unwrap().unwrap().asked, "it is here");
}

#[test]
fn what_is_on_its_way_is_in_doubt_until_the_centre_has_spoken() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    let id = captured(&store, &content(20_000));
    store.write(|writing| writing.doubt_document(&id)).unwrap();
    assert_eq!(store.documents_unsure().unwrap().len(), 1);
    note(&store, &id, Some(8_192));
    let due = store.documents_due().unwrap();
    assert_eq!((due.unsure, due.up_bytes), (0, 20_000 - 8_192));
    // The word on another document, and on one that is not here, changes nothing.
    note(&store, &DocumentId::of(b"another"), Some(5));
    assert_eq!(store.documents_due().unwrap(), due);
}

#[test]
fn what_the_centre_does_not_take_is_not_sent_until_it_is_attached_anew() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    let bytes = content(20_000);
    let id = captured(&store, &bytes);
    note(&store, &id, None);
    assert!(store.document(&id).unwrap().unwrap().unwanted);
    assert!(store.documents_to_send().unwrap().is_empty());
    captured(&store, &bytes);
    assert_eq!(store.documents_to_send().unwrap().len(), 1);
}

#[test]
fn what_was_damaged_here_is_not_sent_for_ever_and_the_same_file_heals_it() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    let bytes = content(20_000);
    let id = captured(&store, &bytes);
    let cut = captured(&store, &content(30_000));
    drop(store);
    damage(folder.path(), &id);
    let store = Store::open(folder.path(), &StoreKey::from_bytes([7; 32])).unwrap();
    // Both crossed in one request, the centre has nothing of either: one was not what its hash says, the other was cut.
    for sent in [&id, &cut] {
        store.write(|writing| writing.doubt_document(sent)).unwrap();
        note(&store, sent, Some(0));
    }
    let to_send: Vec<_> = store.documents_to_send().unwrap().iter().map(|document| document.id).collect();
    assert_eq!(to_send, [cut]);
    captured(&store, &bytes);
    assert_eq!(store.documents_to_send().unwrap().len(), 2);
    assert_eq!(store.verify().unwrap().problems, Vec::<String>::new());
}

/// Its first piece says something else: no disk does that under encryption, a fault of a program may.
fn damage(folder: &Path, id: &DocumentId) {
    let connection = rusqlite::Connection::open(folder.join("office.db")).unwrap();
    connection.pragma_update(None, "key", format!("x'{}'", "07".repeat(32))).unwrap();
    let sql = "UPDATE document_slices SET bytes = zeroblob(length(bytes)) WHERE document = ?1 AND start = 0";
    assert_eq!(connection.execute(sql, [id.as_bytes()]).unwrap(), 1);
}
