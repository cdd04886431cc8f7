//! Copies of a store and the way back from them: a copy is read again before it counts, goes on while others write, and
//! never takes another store's place.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::path::{Path, PathBuf};

use complaints::{
    Author, Body, Citizen, ComplaintId, ComplaintSeed, Kind, Note, OfficeCode, Operation, Register,
};
use office_store::{Identity, Store, StoreError, StoreKey, look_into, salt_of};
use sync_protocol::{DeviceId, DeviceKey, SaltTree};

const SEED: [u8; 32] = [1; 32];

fn identity() -> Identity {
    Identity {
        device: DeviceId(40),
        number: 2,
        office: OfficeCode::new(12).unwrap(),
        key: DeviceKey::from_seed(&SEED).public(),
        salts: SaltTree::from_root([4; 32]),
        centre: DeviceKey::from_seed(&[99; 32]).public(),
        server: "https://csu.example.mu".to_owned(),
    }
}

fn operation(subject: Option<ComplaintId>, body: Body) -> Operation {
    let author = Author { name: "Anousha Ramdin".to_owned(), clerk: None, institution: None, capacity: None };
    Operation { subject, author, at: "2026-11-24T10:52:00+04:00".parse().unwrap(), body }
}

fn store(folder: &Path) -> Store {
    Store::create(folder, &StoreKey::from_bytes([7; 32]), &identity(), b"a profile").unwrap()
}

fn register(store: &Store, n: u8) -> ComplaintId {
    let seed = ComplaintSeed::from_random([n; 16]);
    let id = seed.complaint_id();
    let write = |writing: &mut office_store::Writing<'_>| {
        let register = Register {
            seed: seed.clone(),
            reference: writing.next_reference()?,
            kind: Kind::Complaint,
            category: "water-none".to_owned(),
            institution: "CWA".to_owned(),
            subject: format!("Case {n}"),
            text: "Pena dilo depi trwa zour à Mahébourg.".to_owned(),
            place: None,
            language: "mfe".to_owned(),
            citizen: Citizen { surname: Some("Zéphir".to_owned()), ..Citizen::default() },
            contact_by: Vec::new(),
            notice: "1".to_owned(),
            notice_language: None,
            due_on: Some(20_790),
            recorded_at: None,
            representative: None,
            discretion: None,
            point: None,
            channel: None,
        };
        writing.append(&operation(Some(id), Body::Register(Box::new(register))))?;
        Ok::<_, StoreError>(())
    };
    store.write(write).unwrap();
    id
}

fn key() -> StoreKey {
    StoreKey::derived([5; 32], [6; 16])
}

fn restored(backup: &Path, into: &Path) -> Result<Store, StoreError> {
    Store::restore(backup, &key(), into, |seed| {
        assert_eq!(*seed, SEED);
        Ok(StoreKey::from_bytes([8; 32]))
    })
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn a_copy_is_one_encrypted_file_that_its_own_key_opens_and_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder.path().join("store"));
    register(&store, 1);
    let place = folder.path().join("stick");
    std::fs::create_dir(&place).unwrap();
    let file = place.join("one.backup");
    let copied = store.back_up(&file, &key(), &SEED).unwrap();
    assert_eq!(copied.log, store.own_log().unwrap().head);
    assert_eq!(copied.verified.fold, store.verify().unwrap().fold);
    assert_eq!(files(&place), std::slice::from_ref(&file), "nothing lies beside it");
    assert_eq!(salt_of(&file).unwrap(), [6; 16]);
    let bytes = std::fs::read(&file).unwrap();
    for word in ["SQLite format", "Mahébourg", "Zéphir", "carried_seed"] {
        assert!(!bytes.windows(word.len()).any(|window| window == word.as_bytes()), "{word}");
    }
    assert_eq!(look_into(&file, &key()).unwrap(), copied);
    for wrong in [StoreKey::from_bytes([7; 32]), StoreKey::derived([6; 32], [6; 16])] {
        assert!(matches!(look_into(&file, &wrong), Err(StoreError::Unreadable)));
    }
}

#[test]
fn a_copy_is_the_store_as_it_was_and_both_go_on() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder.path().join("store"));
    let first = register(&store, 1);
    let file = folder.path().join("one.backup");
    store.back_up(&file, &key(), &SEED).unwrap();
    let second = register(&store, 2);
    let note = Body::Note(Note { text: "After the copy.".to_owned(), for_citizen: false });
    store.write(|writing| writing.append(&operation(Some(first), note)).map(drop)).unwrap();

    let again = restored(&file, &folder.path().join("again")).unwrap();
    assert_eq!(again.verify().unwrap().problems, Vec::<String>::new());
    assert!(again.complaint(first).unwrap().is_some() && again.complaint(second).unwrap().is_none());
    assert_eq!(again.search("mahebourg", 10).unwrap().len(), 1, "what was searched for is found");
    assert_eq!(again.setting("carried_seed").unwrap(), None, "the signing key is in the key store again");
    register(&again, 3);
    drop(again);
    let opened = Store::open(&folder.path().join("again"), &StoreKey::from_bytes([8; 32])).unwrap();
    assert_eq!(opened.own_log().unwrap().head.sequence.0, 2);
    assert_eq!(store.own_log().unwrap().head.sequence.0, 3);
}

#[test]
fn a_copy_is_made_while_somebody_is_in_the_midst_of_a_deed() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder.path().join("store"));
    let first = register(&store, 1);
    let file = folder.path().join("one.backup");
    let note = Body::Note(Note { text: "Not yet done.".to_owned(), for_citizen: false });
    store
        .write(|writing| {
            writing.append(&operation(Some(first), note))?;
            let copied = store.back_up(&file, &key(), &SEED)?;
            assert_eq!(copied.log.sequence.0, 1, "what is not durable yet is in no copy");
            Ok::<_, StoreError>(())
        })
        .unwrap();
    assert_eq!(store.own_log().unwrap().head.sequence.0, 2);
}

#[test]
fn nothing_is_replaced_neither_a_file_nor_a_store() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder.path().join("store"));
    let file = folder.path().join("one.backup");
    store.back_up(&file, &key(), &SEED).unwrap();
    assert!(matches!(store.back_up(&file, &key(), &SEED), Err(StoreError::Exists(_))));
    drop(store);
    assert!(matches!(restored(&file, &folder.path().join("store")), Err(StoreError::Exists(_))));
    assert!(Store::open(&folder.path().join("store"), &StoreKey::from_bytes([7; 32])).is_ok());
}

#[test]
fn a_copy_that_was_damaged_is_told_and_makes_no_store() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder.path().join("store"));
    for n in 1..40 {
        register(&store, n);
    }
    let file = folder.path().join("one.backup");
    store.back_up(&file, &key(), &SEED).unwrap();
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&file, &bytes).unwrap();
    let found = look_into(&file, &key());
    assert!(found.map_or(true, |copied| !copied.verified.problems.is_empty()), "the damage is found");
    let into = folder.path().join("again");
    assert!(restored(&file, &into).is_err());
    assert!(!Store::exists(&into));
    assert!(matches!(salt_of(&folder.path().join("none")), Err(StoreError::Missing(_))));
}

#[test]
fn a_place_that_cannot_be_written_leaves_nothing_half_made() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder.path().join("store"));
    let away = folder.path().join("stick").join("one.backup");
    assert!(store.back_up(&away, &key(), &SEED).is_err());
    assert!(!away.exists());
    register(&store, 1);
}
