//! How SQLite really goes about what a clerk asks, in a store with some thousand complaints: not by the plan of an empty
//! one, but counted while it runs. As the program leaves a store it holds no statistics; with those of an ANALYZE, which
//! another program may leave there, no search and no list may become one that reads everything.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use complaints::{Author, Body, Citizen, ComplaintSeed, Kind, OfficeCode, Operation, Register, Sketch};
use rusqlite::StatementStatus;
use rusqlite::trace::{TraceEvent, TraceEventCodes};
use sync_protocol::{DeviceId, DeviceKey, SaltTree};

use crate::{Identity, Listing, Narrowed, Pile, Selection, Store, StoreError, guard};

/// As many as the store holds.
const COMPLAINTS: u32 = 3000;
/// As many as a page holds.
const PAGE: u32 = 25;
/// A statement that goes through more rows of a table than this one after the other reads it all.
const MOST_STEPS: i32 = 600;

/// A statement that takes more of them reads more than what waits, in a store of that size.
const MOST_STATUS_STEPS: i32 = 2500;

/// What a statement did, added up over all its runs within a deed.
#[derive(Debug, Clone, Copy, Default)]
struct Work {
    /// Rows that were gone through one after the other, with nothing to narrow them.
    scanned: i32,
    sorts: i32,
    automatic_indexes: i32,
    /// All that it did, in steps of SQLite's machine.
    steps: i32,
}

fn filled() -> Store {
    let identity = Identity {
        device: DeviceId(40),
        number: 2,
        office: OfficeCode::new(12).unwrap(),
        key: DeviceKey::from_seed(&[1; 32]).public(),
        salts: SaltTree::from_root([2; 32]),
        centre: DeviceKey::from_seed(&[99; 32]).public(),
        server: "https://csu.example.mu".to_owned(),
    };
    let store = Store::in_memory(&identity, b"profile").unwrap();
    for begin in (0..COMPLAINTS).step_by(500) {
        store
            .write(|writing| {
                for number in begin..begin + 500 {
                    let operation = operation(number, writing.next_reference()?);
                    writing.append(&operation)?;
                }
                Ok::<_, StoreError>(())
            })
            .unwrap();
    }
    // As in an office: nearly all is confirmed and old, a little waits, is news, differs, is to be told or is owed.
    guard(&store.writer)
        .execute_batch(
            "UPDATE complaints SET waiting = 0 WHERE row % 300 <> 0;
             UPDATE complaints SET news_number = row WHERE row % 250 = 0;
             UPDATE complaints SET conflicts = 1 WHERE row % 500 = 0;
             INSERT INTO casework (complaint, paused, owed_ms, tell_way, tell_ms, elsewhere)
                 SELECT row, row % 2, recorded_ms, 'phone', recorded_ms, 0 FROM complaints WHERE row % 40 = 0;
             UPDATE operations SET feed_number = sequence WHERE sequence < 2990;
             UPDATE own_log SET acked_sequence = 2980",
        )
        .unwrap();
    store
}

fn operation(number: u32, reference: complaints::Reference) -> Operation {
    let mut seed = [0; 16];
    seed[..4].copy_from_slice(&number.to_be_bytes());
    let seed = ComplaintSeed::from_random(seed);
    let subject = Some(seed.complaint_id());
    let category = ["water-none", "road-pothole", "street-lamp", "refuse-missed"][number as usize % 4];
    let day = 1 + number / 110;
    let register = Register {
        seed,
        reference,
        kind: Kind::Complaint,
        category: category.to_owned(),
        institution: ["CWA", "LA"][number as usize % 2].to_owned(),
        subject: format!("Pena dilo {number}"),
        text: format!("Pena dilo depi {} zour dan nou lari, lot {number}.", number % 9),
        place: None,
        language: "mfe".to_owned(),
        citizen: Citizen {
            surname: Some(format!("Zephir{}", number % 700)),
            phone: Some(format!("+2305{number:07}")),
            locality: Some(["Mahébourg", "Goodlands", "Curepipe"][number as usize % 3].to_owned()),
            ..Citizen::default()
        },
        contact_by: Vec::new(),
        notice: "1".to_owned(),
        notice_language: None,
        due_on: number.is_multiple_of(3).then_some(20_700 + i32::try_from(number / 30).unwrap()),
        recorded_at: None,
        representative: None,
        discretion: None,
        point: None,
        channel: None,
    };
    let clerk = ["Anousha Ramdin", "Kavi Bundhoo"][number as usize % 2].to_owned();
    let author = Author { name: clerk, clerk: None, institution: None, capacity: None };
    let at = format!("2026-10-{day:02}T10:52:00+04:00").parse().unwrap();
    Operation { subject, author, at, body: Body::Register(Box::new(register)) }
}

/// What the statements of a deed did, by their texts.
fn counted(store: &Store, deed: impl FnOnce(&Store)) -> BTreeMap<String, Work> {
    let told = Arc::new(Mutex::new(BTreeMap::new()));
    let to = Arc::clone(&told);
    {
        let mut connection = store.reader();
        connection.flush_prepared_statement_cache();
        let counts = move |event: TraceEvent<'_>| {
            if let TraceEvent::Profile(statement, _) = event {
                let work = Work {
                    scanned: statement.get_status(StatementStatus::FullscanStep),
                    sorts: statement.get_status(StatementStatus::Sort),
                    automatic_indexes: statement.get_status(StatementStatus::AutoIndex),
                    steps: statement.get_status(StatementStatus::VmStep),
                };
                let text = statement.sql().split_whitespace().collect::<Vec<_>>().join(" ");
                to.lock().unwrap().insert(text, work);
            }
        };
        connection.trace_v2(TraceEventCodes::SQLITE_TRACE_PROFILE, Some(counts)).unwrap();
    }
    deed(store);
    store.reader().trace_v2(TraceEventCodes::empty(), None::<fn(TraceEvent<'_>)>).unwrap();
    let told = told.lock().unwrap();
    told.clone()
}

type Deed = fn(&Store);

fn select(store: &Store, selection: &Selection) {
    let first = store.select_lines(selection, None, PAGE).unwrap();
    assert!(!first.page.records.is_empty(), "{selection:?} finds nothing, which shows nothing");
    if let Some(next) = first.page.next {
        store.select_lines(selection, Some(&next), PAGE).unwrap();
    }
}

fn pile(store: &Store, pile: &Pile) {
    let first = store.pile(pile, &Narrowed::default(), None, PAGE).unwrap();
    assert!(!first.records.is_empty(), "{pile:?} is empty, which shows nothing");
    if let Some(next) = first.next {
        store.pile(pile, &Narrowed::default(), Some(&next), PAGE).unwrap();
    }
    store.pile_count(pile).unwrap();
}

fn due() -> Pile {
    Pile::Due { after: String::new(), up_to: "2026-09-20".to_owned(), also: vec![40] }
}

/// What is asked after every deed, while the clerk waits for the next one.
fn status_line(store: &Store) {
    // Twenty are not acknowledged, of which eleven were not seen in the feed either.
    assert_eq!(store.waiting_count().unwrap().0, 20);
    store.refused_count().unwrap();
    store.conflict_count().unwrap();
    store.task_count().unwrap();
    store.pile_count(&Pile::ToTell).unwrap();
    store.documents_due().unwrap();
    store.documents_to_send().unwrap();
    store.quarantine().unwrap();
    assert_eq!(store.count_sent_since(0, 50).unwrap(), 50);
    assert_eq!(store.sent_since(0, 20).unwrap().len(), 20);
}

/// What a clerk asks a store for, each as the desk does.
const DEEDS: [(&str, Deed); 17] = [
    ("all", |store| select(store, &Selection::default())),
    ("waiting", |store| select(store, &Selection { listing: Listing::Waiting, ..Selection::default() })),
    ("news", |store| select(store, &Selection { listing: Listing::News, ..Selection::default() })),
    ("due", |store| select(store, &Selection { listing: Listing::Due, ..Selection::default() })),
    ("two versions", |store| {
        select(store, &Selection { listing: Listing::Conflicts, ..Selection::default() });
    }),
    ("words", |store| select(store, &Selection { words: "dilo 7".to_owned(), ..Selection::default() })),
    ("words with a filter", |store| {
        let statuses = vec!["received".to_owned()];
        select(store, &Selection { words: "dilo".to_owned(), statuses, ..Selection::default() });
    }),
    ("a matter", |store| {
        select(store, &Selection { categories: vec!["water-none".to_owned()], ..Selection::default() });
    }),
    ("a clerk and who has it", |store| {
        let (clerk, institutions) = (Some("Kavi Bundhoo".to_owned()), vec!["LA".to_owned()]);
        select(store, &Selection { clerk, institutions, ..Selection::default() });
    }),
    ("a status", |store| {
        select(store, &Selection { statuses: vec!["received".to_owned()], ..Selection::default() });
    }),
    ("a day", |store| {
        let at = |text: &str| text.parse::<complaints::Moment>().map(|at| at.unix_ms).ok();
        let (from_ms, before_ms) = (at("2026-10-07T00:00:00+04:00"), at("2026-10-08T00:00:00+04:00"));
        select(store, &Selection { from_ms, before_ms, ..Selection::default() });
        store.recorded_between(from_ms.unwrap(), before_ms.unwrap()).unwrap();
    }),
    ("the morning", |store| {
        pile(store, &due());
        store.paused_until("2026-09-20").unwrap();
        store.tell_counts().unwrap();
        store.owed_since().unwrap();
    }),
    ("citizens to tell", |store| pile(store, &Pile::ToTell)),
    ("documents owed", |store| pile(store, &Pile::Owed)),
    ("who was here before", |store| {
        assert!(!store.search_people("zephir12", 5).unwrap().is_empty());
        assert!(!store.search("12", 5).unwrap().is_empty());
    }),
    ("the same matter", |store| {
        let citizen = Citizen { locality: Some("Mahébourg".to_owned()), ..Citizen::default() };
        let text = "Dan nou lari pena dilo depi trwa zour, lot lari osi";
        let sketch = Sketch::new(citizen, None, None, text, 1_792_000_000_000);
        store.twins(&sketch, &["water-none".to_owned()], 5).unwrap();
    }),
    ("the status line", status_line),
];

impl Work {
    /// What a list or a search must not do. A count goes through what it counts; and what is work today is little, so that
    /// putting it in order costs nothing.
    fn is_wrong(self, text: &str) -> bool {
        let is_count = text.starts_with("SELECT count(");
        let is_todays = text.contains("casework");
        self.automatic_indexes > 0
            || (self.scanned > MOST_STEPS && !is_count)
            || (self.sorts > 0 && !is_todays)
    }
}

fn wrong(store: &Store) -> Vec<String> {
    let mut wrong = Vec::new();
    for (name, deed) in DEEDS {
        let all = counted(store, deed);
        assert!(!all.is_empty(), "{name}: nothing was counted");
        let bad = all.iter().filter(|(text, work)| work.is_wrong(text));
        wrong.extend(bad.map(|(text, work)| format!("{name}: {work:?} {text}")));
    }
    wrong
}

#[test]
fn no_search_and_no_list_reads_everything_with_or_without_statistics() {
    let store = filled();
    let left = wrong(&store);
    assert!(left.is_empty(), "as the program leaves it:\n{}", left.join("\n"));
    guard(&store.writer).execute_batch("ANALYZE").unwrap();
    let analyzed = wrong(&store);
    assert!(analyzed.is_empty(), "with statistics:\n{}", analyzed.join("\n"));
    // And it would be noticed.
    guard(&store.writer).execute_batch("DROP INDEX listed_by_time").unwrap();
    assert!(wrong(&store).iter().any(|line| line.starts_with("a matter")));
}

#[test]
fn what_is_asked_after_every_deed_does_not_grow_with_the_store() {
    let store = filled();
    let much = |all: BTreeMap<String, Work>| {
        all.into_iter().filter(|(_, work)| work.steps > MOST_STATUS_STEPS).collect::<Vec<_>>()
    };
    assert_eq!(format!("{:?}", much(counted(&store, status_line))), "[]");
    guard(&store.writer).execute_batch("DROP INDEX complaints_refused").unwrap();
    assert_eq!(much(counted(&store, status_line)).len(), 1, "and it would be noticed");
}
