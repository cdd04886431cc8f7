//! The store as its users see it: what was written is there, what must not open does not, nothing is half.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::path::Path;

use complaints::{
    Author, Body, Citizen, ClerkAdded, ClerkChanged, ClerkDisabled, ClerkId, ComplaintSeed, CorrectField,
    Field, Kind, Note, OfficeCode, Operation, PinVerifier, Refusal, Register, Role,
};
use office_store::{
    Identity, Listed, Listing, PlannedEntry, PlannedOperation, Store, StoreError, StoreKey, StoredDraft,
};
use sync_protocol::{
    ChainHead, DeviceEntry, DeviceId, DeviceKey, FeedEntry, FeedHead, LogOperation, OperationEntry, SaltTree,
    SignedHead,
};

const ACCEPTED: [u8; 2] = [0x81, 0x00];
const OVERTAKEN: [u8; 3] = [0x82, 0x01, 0x03];

fn key(n: u8) -> StoreKey {
    StoreKey::from_bytes([n; 32])
}

fn centre() -> DeviceKey {
    DeviceKey::from_seed(&[99; 32])
}

fn identity() -> Identity {
    Identity {
        device: DeviceId(40),
        number: 2,
        office: OfficeCode::new(12).unwrap(),
        key: DeviceKey::from_seed(&[1; 32]).public(),
        salts: SaltTree::from_root([2; 32]),
        centre: centre().public(),
        server: "https://csu.example.mu".to_owned(),
    }
}

fn created(folder: &Path) -> Store {
    Store::create(folder, &key(7), &identity(), b"profile").unwrap()
}

fn author() -> Author {
    Author { name: "Anousha Ramdin".to_owned(), clerk: None, institution: None, capacity: None }
}

fn operation(seed: &ComplaintSeed, body: Body) -> Operation {
    Operation {
        subject: Some(seed.complaint_id()),
        author: author(),
        at: "2026-11-24T10:52:00+04:00".parse().unwrap(),
        body,
    }
}

fn register(store: &Store, n: u8) -> ComplaintSeed {
    let seed = ComplaintSeed::from_random([n; 16]);
    store
        .write(|writing| {
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
                due_on: Some(20_790 - i32::from(n)),
                recorded_at: None,
                representative: None,
                discretion: None,
                point: None,
                channel: None,
            };
            writing.append(&operation(&seed, Body::Register(Box::new(register))))?;
            Ok::<_, StoreError>(())
        })
        .unwrap();
    seed
}

fn note(store: &Store, seed: &ComplaintSeed, text: &str) {
    let body = Body::Note(Note { text: text.to_owned(), for_citizen: false });
    store.write(|writing| writing.append(&operation(seed, body)).map(drop)).unwrap();
}

/// Brings the own operations after the last acknowledged one back, as the centre would.
fn confirm(store: &Store, verdict: &[u8]) {
    let operations =
        store.own_operations_after(store.own_log().unwrap().acknowledged.sequence, 1 << 20).unwrap();
    confirm_these(store, &operations, verdict);
}

fn confirm_these(store: &Store, operations: &[LogOperation], verdict: &[u8]) {
    let (office, mut head) = (identity().feed(), store.feed_head().unwrap());
    let (mut entries, mut heads) = (Vec::new(), Vec::new());
    for operation in operations {
        let entry = OperationEntry {
            device: operation.device,
            sequence: operation.sequence,
            verdict: verdict.to_vec(),
            payload: None,
            before: None,
        };
        head = head.after(office, &FeedEntry::Operation(entry).digest(Some(&operation.id)));
        heads.push(head);
        let planned = PlannedOperation { operation: operation.clone(), own: true, verdict: verdict.to_vec() };
        entries.push(PlannedEntry::Operation(planned));
    }
    let signed = SignedHead::sign(office, &head, &centre());
    store
        .write(|writing| {
            writing.apply(&entries, &heads, Some(&signed))?;
            writing.acknowledge(&operations.last().unwrap().head())
        })
        .unwrap();
}

#[test]
fn what_was_written_is_there_after_the_store_was_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let seed = register(&created(folder.path()), 1);
    let store = Store::open(folder.path(), &key(7)).unwrap();
    let record = store.complaint(seed.complaint_id()).unwrap().unwrap();
    assert_eq!(record.complaint.register.reference.to_string(), "12-2-00001-38");
    assert_eq!(store.own_log().unwrap().head.sequence.0, 1);
    assert_eq!(store.waiting_count().unwrap().0, 1);
    assert_eq!(store.identity().unwrap(), identity());
    assert_eq!(store.profile().unwrap(), b"profile");
    assert_eq!(store.verify().unwrap().problems, Vec::<String>::new());
}

#[test]
fn a_store_is_never_made_over_another_one_and_a_wrong_key_opens_nothing() {
    let folder = tempfile::tempdir().unwrap();
    drop(created(folder.path()));
    let before = std::fs::read(folder.path().join("office.db")).unwrap();
    let again = Store::create(folder.path(), &key(8), &identity(), b"profile");
    assert!(matches!(again, Err(StoreError::Exists(_))));
    assert!(matches!(Store::open(folder.path(), &key(8)), Err(StoreError::Unreadable)));
    assert!(std::fs::read(folder.path().join("office.db")).unwrap() == before, "the file was changed");
    let empty = tempfile::tempdir().unwrap();
    assert!(matches!(Store::open(empty.path(), &key(7)), Err(StoreError::Missing(_))));
    assert_eq!(std::fs::read_dir(empty.path()).unwrap().count(), 0);
}

#[test]
fn one_program_at_a_time_has_it_open() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    assert!(matches!(Store::open(folder.path(), &key(7)), Err(StoreError::Busy)));
    drop(store);
    Store::open(folder.path(), &key(7)).unwrap();
}

#[test]
fn a_deed_that_fails_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    let failed: Result<(), StoreError> = store.write(|writing| {
        writing.next_reference()?;
        writing.put_setting("half", "done")?;
        Err(StoreError::Inconsistent("on purpose".to_owned()))
    });
    assert!(failed.is_err());
    assert_eq!(store.setting("half").unwrap(), None);
    let seed = register(&store, 1);
    let record = store.complaint(seed.complaint_id()).unwrap().unwrap();
    assert_eq!(record.complaint.register.reference.counter, 1, "no reference was used up");
}

#[test]
fn what_waits_leaves_the_outbox_when_it_is_acknowledged_and_seen() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    let seed = register(&store, 1);
    note(&store, &seed, "He called.");
    assert_eq!(store.complaint(seed.complaint_id()).unwrap().unwrap().waiting, 2);
    assert_eq!(store.waiting(10).unwrap()[1].complaint.as_ref().unwrap().1, "12-2-00001-38");

    // Acknowledged alone is not enough.
    let head = store.own_log().unwrap().head;
    store.write(|writing| writing.acknowledge(&head)).unwrap();
    assert_eq!(store.waiting_count().unwrap().0, 2);
    store.write(|writing| writing.acknowledge(&ChainHead::beginning(&identity().key))).unwrap();

    confirm(&store, &ACCEPTED);
    assert_eq!(store.waiting_count().unwrap(), (0, None));
    assert_eq!(store.complaint(seed.complaint_id()).unwrap().unwrap().waiting, 0);

    // Seen alone is not enough either: a restored centre takes its acknowledgement back.
    store.write(|writing| writing.acknowledge(&ChainHead::beginning(&identity().key))).unwrap();
    assert_eq!(store.waiting_count().unwrap().0, 2);
    store.write(|writing| writing.acknowledge(&head)).unwrap();
    assert_eq!(store.waiting_count().unwrap().0, 0);
    assert_eq!(store.verify().unwrap().problems, Vec::<String>::new());
}

#[test]
fn what_the_centre_refused_is_kept_marked_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    let seed = register(&store, 1);
    confirm(&store, &ACCEPTED);
    note(&store, &seed, "Too late.");
    confirm(&store, &OVERTAKEN);
    let record = store.complaint(seed.complaint_id()).unwrap().unwrap();
    assert_eq!((record.waiting, record.refused, store.refused_count().unwrap()), (0, 1, 1));
    assert_eq!(record.complaint.steps.len(), 2, "its text is kept");
    store.write(|writing| writing.mark_refused_seen(seed.complaint_id())).unwrap();
    assert_eq!(store.refused_count().unwrap(), 0);
}

#[test]
fn a_registration_that_the_centre_refused_blocks_nothing_and_keeps_its_text() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    let seed = register(&store, 1);
    // The centre has judged the registration; the note on it is still on its way.
    let operations = store.own_operations_after(sync_protocol::Sequence(0), 1).unwrap();
    note(&store, &seed, "He called.");
    confirm_these(&store, &operations[..1], &OVERTAKEN);
    let record = store.complaint(seed.complaint_id()).unwrap().unwrap();
    assert_eq!((record.waiting, record.refused), (1, 1));
    confirm(&store, &OVERTAKEN);
    let record = store.complaint(seed.complaint_id()).unwrap().unwrap();
    assert_eq!((record.waiting, record.refused), (0, 2));
    assert!(record.complaint.register.text.contains("Mahébourg"), "the text is kept");
    register(&store, 2);
    confirm(&store, &ACCEPTED);
    assert_eq!(store.verify().unwrap().problems, Vec::<String>::new());
}

#[test]
fn lists_page_by_key_and_search_folds_what_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    let seeds: Vec<_> = (1..=7).map(|n| register(&store, n)).collect();
    for listing in [Listing::All, Listing::Waiting, Listing::Due] {
        let (mut seen, mut after) = (Vec::new(), None::<String>);
        loop {
            let page = store.list(listing, after.as_deref(), 3).unwrap();
            assert_eq!(page.total, 7);
            seen.extend(page.records.iter().map(|record| record.complaint.register.subject.clone()));
            let Some(next) = page.next else { break };
            after = Some(next);
        }
        // All were registered in the same second, and the later number is due earlier.
        assert_eq!(seen, (1..=7).rev().map(|n| format!("Case {n}")).collect::<Vec<_>>(), "{listing:?}");
    }
    assert_eq!(store.list(Listing::News, None, 3).unwrap().total, 0);
    for query in ["zephir", "ZÉPHIR mahebourg", "12-2-00003", "dilo depi", "trwa zo"] {
        assert!(!store.search(query, 10).unwrap().is_empty(), "{query}");
    }
    for query in ["zephirin", "", "\"", "case OR 1", "NEAR(a b)", "words:x"] {
        assert!(store.search(query, 10).unwrap().is_empty(), "{query}");
    }
    note(&store, &seeds[0], "Bizin enn plonbie");
    assert_eq!(store.search("plonbie", 10).unwrap().len(), 1);
}

#[test]
fn drafts_imports_and_settings_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    let draft = |id: &str, saved_at: &str, form: &str| StoredDraft {
        id: id.to_owned(),
        saved_at: saved_at.to_owned(),
        author: "Anousha".to_owned(),
        form: form.to_owned(),
    };
    for draft in [draft("a", "1", "{}"), draft("b", "2", "{}"), draft("a", "3", "{1}")] {
        store.write(|writing| writing.put_draft(&draft)).unwrap();
    }
    assert_eq!(store.drafts().unwrap(), [draft("a", "3", "{1}"), draft("b", "2", "{}")]);
    store.write(|writing| writing.delete_draft("a")).unwrap();
    assert_eq!(store.drafts().unwrap().len(), 1);

    let seed = register(&store, 1);
    store.write(|writing| writing.remember_import(&[5; 32], seed.complaint_id())).unwrap();
    assert_eq!(store.imported(&[5; 32]).unwrap(), Some(seed.complaint_id()));
    assert_eq!(store.imported(&[6; 32]).unwrap(), None);
}

#[test]
fn a_clerk_who_was_added_here_may_sign_in_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    let verifier = PinVerifier { salt: [0; 16], memory_kib: 8, passes: 1, hash: [0; 32] };
    let clerk = ClerkId::from_bytes([4; 8]);
    let added = ClerkAdded { clerk, name: "Kavi".to_owned(), role: Role::Head, verifier };
    let operation = Operation {
        subject: None,
        author: author(),
        at: "2026-11-24T10:52:00+04:00".parse().unwrap(),
        body: Body::ClerkAdded(added),
    };
    store.write(|writing| writing.append(&operation).map(drop)).unwrap();
    assert_eq!(store.clerks().unwrap()[0].0, clerk);
    confirm(&store, &ACCEPTED);
    assert_eq!(store.clerks().unwrap().len(), 1);
    assert_eq!(store.verify().unwrap().problems, Vec::<String>::new());
}

#[test]
fn a_feed_without_the_centres_signature_is_found_out() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    let entry = FeedEntry::Profile(sync_protocol::Hash([3; 32]));
    let head = FeedHead::beginning(&centre().public(), identity().feed());
    let after = head.after(identity().feed(), &entry.digest(None));
    store.write(|writing| writing.apply(&[PlannedEntry::Other(entry)], &[after], None).map(drop)).unwrap();
    assert_eq!(store.verify().unwrap().problems, ["feed: no signature of the centre"]);
    assert_eq!(store.wanted_profile().unwrap(), Some(sync_protocol::Hash([3; 32])));
}

fn correct(store: &Store, seed: &ComplaintSeed, from: &str, to: &str) {
    let correct =
        CorrectField { field: Field::Surname, from: Some(from.to_owned()), to: Some(to.to_owned()) };
    let body = Body::CorrectField(correct);
    store.write(|writing| writing.append(&operation(seed, body)).map(drop)).unwrap();
}

#[test]
fn what_was_corrected_is_listed_and_found_under_both_values_until_somebody_chooses() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    let seed = register(&store, 1);
    correct(&store, &seed, "Zéphir", "Sefir");
    assert_eq!(store.search("sefir", 10).unwrap().len(), 1);
    assert_eq!(store.conflict_count().unwrap(), 0);
    // Written without knowing the first correction.
    correct(&store, &seed, "Zéphir", "Zafir");
    assert_eq!(store.conflict_count().unwrap(), 1);
    assert_eq!(store.list(Listing::Conflicts, None, 10).unwrap().total, 1);
    for word in ["sefir", "zafir"] {
        assert_eq!(store.search(word, 10).unwrap().len(), 1, "{word}");
    }
    confirm(&store, &ACCEPTED);
    assert_eq!(store.conflict_count().unwrap(), 1);
    assert_eq!(store.verify().unwrap().problems, Vec::<String>::new());
}

#[test]
fn what_was_refused_is_a_task_with_its_text_until_somebody_settles_it() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    let seed = register(&store, 1);
    confirm(&store, &ACCEPTED);
    note(&store, &seed, "He called twice.");
    assert!(store.tasks().unwrap().is_empty());
    confirm(&store, &OVERTAKEN);
    let tasks = store.tasks().unwrap();
    assert_eq!((tasks.len(), store.task_count().unwrap()), (1, 1));
    assert_eq!(tasks[0].refusal, Refusal::Overtaken);
    assert!(matches!(&tasks[0].operation.body, Body::Note(note) if note.text == "He called twice."));
    let registered = store.complaint(seed.complaint_id()).unwrap().unwrap().complaint.register;
    let listed = Listed { reference: registered.reference.to_string(), subject: registered.subject };
    assert_eq!((tasks[0].complaint, &tasks[0].listed), (Some(seed.complaint_id()), &Some(listed)));
    let at = "2026-11-25T10:52:00+04:00".parse().unwrap();
    for _ in 0..2 {
        store.write(|writing| writing.settle_task(&tasks[0].id, "Lata", at)).unwrap();
    }
    assert_eq!(store.task_count().unwrap(), 0);
    assert_eq!(store.verify().unwrap().problems, Vec::<String>::new());
}

#[test]
fn what_was_refused_stays_a_task_when_the_computer_begins_anew_as_another_device() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    let seed = register(&store, 1);
    confirm(&store, &ACCEPTED);
    note(&store, &seed, "He called twice.");
    confirm(&store, &OVERTAKEN);
    let (next, salts) = (DeviceKey::from_seed(&[3; 32]), SaltTree::from_root([4; 32]));
    let device = DeviceEntry { device: DeviceId(41), number: 3, key: next.public(), salts: salts.clone() };
    store
        .write(|writing| {
            writing.put_next_secrets(&[3; 32], &salts)?;
            writing.begin_anew(&device, 0)
        })
        .unwrap();
    assert_eq!(store.identity().unwrap().device, DeviceId(41));
    assert_eq!(store.tasks().unwrap().len(), 1);
}

#[test]
fn a_number_that_a_computer_had_before_issues_no_reference_twice() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    register(&store, 1);
    register(&store, 2);
    let (next, salts) = (DeviceKey::from_seed(&[3; 32]), SaltTree::from_root([4; 32]));
    // A centre that was restored gives the number 2 once more.
    let device = DeviceEntry { device: DeviceId(41), number: 2, key: next.public(), salts: salts.clone() };
    store
        .write(|writing| {
            writing.put_next_secrets(&[3; 32], &salts)?;
            writing.begin_anew(&device, 0)
        })
        .unwrap();
    assert_eq!(store.write(|writing| writing.next_reference()).unwrap().counter, 3);
    assert_eq!(store.verify().unwrap().problems, Vec::<String>::new());
}

fn about_the_office(store: &Store, body: Body) {
    let at = "2026-11-24T10:52:00+04:00".parse().unwrap();
    let operation = Operation { subject: None, author: author(), at, body };
    store.write(|writing| writing.append(&operation).map(drop)).unwrap();
}

fn add_clerk(store: &Store, n: u8) {
    let verifier = PinVerifier { salt: [6; 16], memory_kib: 19_456, passes: 2, hash: [7; 32] };
    let clerk = ClerkId::from_bytes([n; 8]);
    let added = ClerkAdded { clerk, name: format!("Clerk {n}"), role: Role::Clerk, verifier };
    about_the_office(store, Body::ClerkAdded(added));
}

#[test]
fn who_was_disabled_signs_in_no_longer_and_who_was_not_accepted_never_did() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    add_clerk(&store, 1);
    add_clerk(&store, 2);
    confirm(&store, &ACCEPTED);
    about_the_office(&store, Body::ClerkDisabled(ClerkDisabled { clerk: ClerkId::from_bytes([1; 8]) }));
    let names =
        || -> Vec<String> { store.clerks().unwrap().into_iter().map(|(_, clerk)| clerk.name).collect() };
    assert_eq!(names(), ["Clerk 2"]);
    confirm(&store, &ACCEPTED);
    assert_eq!(names(), ["Clerk 2"]);
    add_clerk(&store, 3);
    about_the_office(&store, Body::ClerkDisabled(ClerkDisabled { clerk: ClerkId::from_bytes([2; 8]) }));
    assert_eq!(names(), ["Clerk 3"]);
    // The centre says: whoever did this had been disabled before.
    confirm(&store, &[0x82, 0x01, 0x08]);
    assert_eq!(names(), ["Clerk 2"]);
    assert_eq!(store.tasks().unwrap().len(), 2);
    assert_eq!(store.verify().unwrap().problems, Vec::<String>::new());
}

#[test]
fn a_clerks_task_is_what_was_said_last_whether_it_is_confirmed_or_not() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    add_clerk(&store, 1);
    confirm(&store, &ACCEPTED);
    let change = |role| {
        let changed = ClerkChanged { clerk: ClerkId::from_bytes([1; 8]), role: Some(role), verifier: None };
        about_the_office(&store, Body::ClerkChanged(changed));
    };
    let role = || store.clerks().unwrap()[0].1.role;
    change(Role::Trainee);
    assert_eq!(role(), Role::Trainee);
    assert_eq!(store.verify().unwrap().problems, Vec::<String>::new());
    confirm(&store, &ACCEPTED);
    change(Role::Head);
    assert_eq!(role(), Role::Head);
    // The centre says: whoever did this had been disabled before.
    confirm(&store, &[0x82, 0x01, 0x08]);
    assert_eq!(role(), Role::Trainee);
    assert_eq!(store.verify().unwrap().problems, Vec::<String>::new());
}
