//! The table of the day's work is derived: it comes again when it is gone or was made by other rules, and its lists
//! are read page by page.

use office_store::{Narrowed, Pile, Store, StoreKey};
use rusqlite::Connection;

use crate::filled::{KEY, filled};

fn open(folder: &std::path::Path) -> Connection {
    let store = Connection::open(folder.join("office.db")).unwrap();
    let digits: String = KEY.iter().map(|byte| format!("{byte:02x}")).collect();
    store.pragma_update(None, "key", format!("x'{digits}'")).unwrap();
    store
}

fn references(store: &Store, pile: &Pile, limit: u32) -> Vec<String> {
    narrowed(store, pile, &Narrowed::default(), limit)
}

fn narrowed(store: &Store, pile: &Pile, narrowed: &Narrowed, limit: u32) -> Vec<String> {
    let mut all = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let page = store.pile(pile, narrowed, after.as_deref(), limit).unwrap();
        assert!(page.records.len() <= limit as usize);
        all.extend(page.records.iter().map(|line| line.reference.clone()));
        match page.next {
            Some(next) => after = Some(next),
            None => return all,
        }
    }
}

#[test]
fn a_store_of_an_older_version_gets_its_days_work_when_it_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let feeding = filled(folder.path());
    let before = references(&feeding.store, &Pile::ToTell, 10);
    assert!(!before.is_empty(), "somebody is to be told");
    drop(feeding);
    let older = "DELETE FROM casework; DELETE FROM settings WHERE name = 'casework_rules';";
    open(folder.path()).execute_batch(older).unwrap();
    let store = Store::open(folder.path(), &StoreKey::from_bytes(KEY)).unwrap();
    assert_eq!(references(&store, &Pile::ToTell, 10), before);
    assert_eq!(store.verify().unwrap().problems, Vec::<String>::new());
    let counted: u32 = store.tell_counts().unwrap().iter().map(|way| way.count).sum();
    assert_eq!(counted as usize, before.len());
}

#[test]
fn a_pile_is_read_page_by_page_and_counted_whole() {
    let folder = tempfile::tempdir().unwrap();
    let feeding = filled(folder.path());
    let due = Pile::Due { after: String::new(), up_to: "9999-12-31".to_owned(), also: Vec::new() };
    for pile in [due, Pile::ToTell, Pile::Owed] {
        let whole = references(&feeding.store, &pile, 100);
        assert_eq!(references(&feeding.store, &pile, 1), whole);
        assert_eq!(feeding.store.pile_count(&pile).unwrap() as usize, whole.len());
    }
    let all = references(&feeding.store, &Pile::ToTell, 100);
    let of = |institution: &str| {
        let only = Narrowed { institutions: vec![institution.to_owned()], ..Narrowed::default() };
        narrowed(&feeding.store, &Pile::ToTell, &only, 1)
    };
    let stories = feeding.store.pile_stories(&Pile::ToTell, 100).unwrap();
    let first = &stories[0].complaint.institution;
    let theirs = stories.iter().filter(|record| record.complaint.institution == *first).count();
    assert_eq!((of(first).len(), of("NOBODY").len()), (theirs, 0), "of {}", all.len());
    let none = Pile::Due { after: "9999-12-31".to_owned(), up_to: "9999-12-31".to_owned(), also: Vec::new() };
    assert_eq!(feeding.store.pile_count(&none).unwrap(), 0);
}
