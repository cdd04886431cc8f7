//! Filters, pages by key, views of a clerk, and the note of who took a list along.

use complaints::{Author, Body, ChangeStatus, Operation, Status};
use office_store::{Listing, Selection, Store, StoreError, StoredExport, StoredView};

use crate::filled::{Told, created, identity, key, register};

fn at(day: u32, minute: u32) -> complaints::Moment {
    format!("2026-11-{day:02}T10:{minute:02}:00+04:00").parse().unwrap()
}

fn filled() -> Store {
    let store = Store::in_memory(&identity(), b"profile").unwrap();
    let mut all = Vec::new();
    for n in 0..40 {
        all.push(Told {
            text: format!("Case number{n}"),
            category: if n % 2 == 0 { "water-none" } else { "road-pothole" }.to_owned(),
            institution: if n % 2 == 0 { "CWA" } else { "RDA" }.to_owned(),
            by: if n % 4 == 0 { "Kavi Bundhoo" } else { "Anousha Ramdin" }.to_owned(),
            at: at(1 + n / 2, n),
            due_on: (n % 5 == 0).then_some(20_790 + n as i32),
            ..Told::default()
        });
    }
    register(&store, &all);
    store
}

fn count(store: &Store, selection: &Selection) -> u32 {
    let page = store.select(selection, None, 500).unwrap().page;
    assert_eq!(page.records.len(), page.total as usize);
    page.total
}

#[test]
fn filters_narrow_together() {
    let store = filled();
    let all = Selection::default();
    assert_eq!(count(&store, &all), 40);
    let water = Selection { categories: vec!["water-none".to_owned()], ..all.clone() };
    assert_eq!(count(&store, &water), 20);
    assert_eq!(count(&store, &Selection { clerk: Some("Kavi Bundhoo".to_owned()), ..water.clone() }), 10);
    assert_eq!(count(&store, &Selection { institutions: vec!["RDA".to_owned()], ..water.clone() }), 0);
    let until = Selection { before_ms: Some(at(3, 0).unix_ms), ..water.clone() };
    assert_eq!(count(&store, &until), 2);
    assert_eq!(count(&store, &Selection { from_ms: until.before_ms, ..water }), 18);
    assert_eq!(count(&store, &Selection { listing: Listing::Due, ..all.clone() }), 8);
    let due = Selection { due_before: Some("2026-12-14".to_owned()), ..all.clone() };
    assert_eq!(count(&store, &due), 3, "days 20790, 20795 and 20800");
    assert_eq!(count(&store, &Selection { listing: Listing::Waiting, ..due.clone() }), 3);
    assert_eq!(count(&store, &Selection { listing: Listing::News, ..due }), 0);
    let words = Selection { words: "case number3".to_owned(), ..all };
    assert_eq!(count(&store, &words), 11);
    assert_eq!(count(&store, &Selection { institutions: vec!["CWA".to_owned()], ..words }), 5);
    assert_eq!(store.registering_clerks().unwrap(), ["Anousha Ramdin", "Kavi Bundhoo"]);
}

#[test]
fn pages_follow_each_other_without_a_gap_whatever_comes_in_between() {
    let store = filled();
    for selection in [
        Selection { institutions: vec!["CWA".to_owned(), "RDA".to_owned()], ..Selection::default() },
        Selection { listing: Listing::Due, clerk: Some("Anousha Ramdin".to_owned()), ..Selection::default() },
        Selection { words: "case".to_owned(), ..Selection::default() },
        Selection::default(),
    ] {
        let whole = store.select(&selection, None, 500).unwrap().page.records;
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let page = store.select(&selection, after.as_deref(), 7).unwrap().page;
            seen.extend(page.records.into_iter().map(|record| record.complaint.id));
            let Some(next) = page.next else { break };
            after = Some(next);
            register(&store, &[Told { at: at(29, 0), text: "Unrelated".to_owned(), ..Told::default() }]);
        }
        let expected: Vec<_> = whole.iter().map(|record| record.complaint.id).collect();
        assert_eq!(seen, expected, "{selection:?}");
    }
}

#[test]
fn a_changed_status_is_filtered_by_its_new_word_and_the_store_says_so_truly() {
    let store = filled();
    let id = store.select(&Selection::default(), None, 1).unwrap().page.records[0].complaint.id;
    let change = ChangeStatus { from: Status::Received, to: Status::InProgress, text: None };
    let author = Author { name: "Kavi Bundhoo".to_owned(), clerk: None, institution: None, capacity: None };
    let operation = Operation { subject: Some(id), author, at: at(25, 0), body: Body::ChangeStatus(change) };
    store.write(|writing| writing.append(&operation).map(drop)).map_err(|error: StoreError| error).unwrap();
    let in_progress = Selection { statuses: vec!["in_progress".to_owned()], ..Selection::default() };
    let found = store.select(&in_progress, None, 9).unwrap().page.records;
    assert_eq!(found.iter().map(|record| record.complaint.id).collect::<Vec<_>>(), [id]);
    assert_eq!(store.verify().unwrap().problems, Vec::<String>::new());
}

#[test]
fn views_belong_to_a_clerk_and_exports_are_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    let view =
        |name: &str, selection: &str| StoredView { name: name.to_owned(), selection: selection.to_owned() };
    let export = StoredExport {
        at: at(24, 0),
        by: "Anousha Ramdin".to_owned(),
        format: "csv".to_owned(),
        selection: "{}".to_owned(),
        complaints: 3,
    };
    store
        .write(|writing| {
            writing.put_view("a", &view("Water", "1"), at(24, 0))?;
            writing.put_view("a", &view("Water", "2"), at(24, 1))?;
            writing.put_view("a", &view("", "3"), at(24, 1))?;
            writing.put_view("b", &view("Roads", "4"), at(24, 1))?;
            writing.note_export(&export)
        })
        .unwrap();
    drop(store);
    let store = Store::open(folder.path(), &key()).unwrap();
    assert_eq!(store.views("a").unwrap(), [view("", "3"), view("Water", "2")]);
    store.write(|writing| writing.delete_view("a", "Water")).unwrap();
    assert_eq!(store.views("a").unwrap(), [view("", "3")]);
    assert_eq!(store.views("b").unwrap(), [view("Roads", "4")]);
    assert_eq!(store.exports().unwrap(), [export]);
}
