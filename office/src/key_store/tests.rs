//! Each way of keeping secrets gives them back, and no other secrets; none is ever made anew beside a record.

use super::{KeyStore, KeyStoreError, Passphrase, Record, load};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn passphrase(text: &str) -> KeyStore {
    KeyStore::Passphrase(Passphrase::new(text))
}

#[test]
fn a_passphrase_opens_what_it_wrapped_and_another_does_not() {
    let folder = folder();
    let secrets = passphrase("correct horse battery").prepare(folder.path()).unwrap();
    let opened = load(folder.path(), Some(&Passphrase::new("correct horse battery")), None).unwrap();
    assert_eq!(opened.to_hex(), secrets.to_hex());
    let wrong = load(folder.path(), Some(&Passphrase::new("correct horse batterz")), None);
    assert!(matches!(wrong, Err(KeyStoreError::PassphraseWrong)));
    assert!(matches!(load(folder.path(), None, None), Err(KeyStoreError::PassphraseNeeded)));
    let kept = std::fs::read_to_string(folder.path().join("keys.json")).unwrap();
    assert!(!kept.contains(&secrets.to_hex()[..16]) && !kept.contains(&secrets.to_hex()[64..80]));
}

#[test]
fn a_short_passphrase_is_refused_before_anything_is_kept() {
    let folder = folder();
    assert!(matches!(passphrase("eleven char").prepare(folder.path()), Err(KeyStoreError::PassphraseShort)));
    assert!(Record::read(folder.path()).unwrap().is_none());
}

#[test]
fn asking_for_admission_twice_uses_the_same_secrets() {
    let folder = folder();
    let way = KeyStore::File(folder.path().join("key"));
    let first = way.prepare(folder.path()).unwrap();
    assert_eq!(way.prepare(folder.path()).unwrap().to_hex(), first.to_hex());
    assert_eq!(first.salts(), way.prepare(folder.path()).unwrap().salts());
}

#[test]
fn a_key_file_is_for_its_owner_alone_and_is_never_overwritten() {
    let folder = folder();
    let path = folder.path().join("key");
    KeyStore::File(path.clone()).prepare(folder.path()).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let other = tempfile::tempdir().unwrap();
    assert!(matches!(KeyStore::File(path).prepare(other.path()), Err(KeyStoreError::File(..))));
}

#[test]
fn a_lost_or_foreign_key_file_is_told_apart() {
    let folder = folder();
    let path = folder.path().join("key");
    KeyStore::File(path.clone()).prepare(folder.path()).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let foreign = elsewhere.path().join("key");
    KeyStore::File(foreign.clone()).prepare(elsewhere.path()).unwrap();
    assert!(matches!(load(folder.path(), None, Some(&foreign)), Err(KeyStoreError::Wrong)));
    std::fs::remove_file(&path).unwrap();
    assert!(matches!(load(folder.path(), None, None), Err(KeyStoreError::Missing)));
}

#[test]
fn without_a_record_the_key_is_missing_and_none_is_made() {
    let folder = folder();
    assert!(matches!(load(folder.path(), None, None), Err(KeyStoreError::Missing)));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn another_way_sets_the_earlier_record_aside_and_loses_nothing() {
    let folder = folder();
    let earlier = KeyStore::File(folder.path().join("key")).prepare(folder.path()).unwrap();
    let record = std::fs::read(folder.path().join("keys.json")).unwrap();
    let later = passphrase("correct horse battery").prepare(folder.path()).unwrap();
    assert_ne!(earlier.fingerprint(), later.fingerprint());
    assert_eq!(std::fs::read(folder.path().join("keys.before-1.json")).unwrap(), record);
    assert!(folder.path().join("key").exists());
}
