//! The lines of lists: they say what the states say, whatever is done, and a store of an earlier version gets them.

use complaints::{Author, Body, ChangeStatus, ComplaintId, Note, Operation, Status};
use office_store::{ComplaintLine, Mark, Selection, Store, StoreError};
use rusqlite::Connection;

use crate::filled::{Told, created, key, register};

fn lines(store: &Store) -> Vec<ComplaintLine> {
    store.select_lines(&Selection::default(), None, 500).unwrap().page.records
}

fn told(text: &str) -> Told {
    Told {
        text: text.to_owned(),
        surname: Some("Pentiah".to_owned()),
        due_on: Some(20_800),
        ..Told::default()
    }
}

fn does(store: &Store, id: ComplaintId, body: Body) {
    let author = Author { name: "Kavi Bundhoo".to_owned(), clerk: None, institution: None, capacity: None };
    let at = "2026-11-25T09:00:00+04:00".parse().unwrap();
    let operation = Operation { subject: Some(id), author, at, body };
    store.write(|writing| writing.append(&operation).map(drop)).map_err(|error: StoreError| error).unwrap();
}

#[test]
fn a_line_says_what_the_state_says_after_each_deed() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    let ids = register(&store, &[told("Pena dilo"), told("Lari kase")]);
    let stopped = ChangeStatus { from: Status::Received, to: Status::WaitingDocuments, text: None };
    does(&store, ids[0], Body::ChangeStatus(stopped));
    does(&store, ids[1], Body::Note(Note { text: "Called again".to_owned(), for_citizen: false }));
    let stories = store.select(&Selection::default(), None, 500).unwrap().page.records;
    for (line, record) in lines(&store).iter().zip(&stories) {
        let complaint = &record.complaint;
        assert_eq!(line.reference, complaint.register.reference.to_string());
        assert_eq!((line.id, &line.citizen), (complaint.id, &complaint.register.citizen));
        assert_eq!((line.mark(), line.waiting), (Mark::Waiting, 2));
        assert_eq!(
            (line.status.as_str(), line.changed_at),
            (complaint.status.word(), complaint.changed_at())
        );
        let stands = complaint.status == Status::WaitingDocuments;
        assert_eq!((line.has_stood, line.due_on), (stands, (!stands).then_some(20_800)));
    }
    assert_eq!(store.texts(&ids).unwrap(), ["Pena dilo", "Lari kase"]);
    assert_eq!(store.texts(&[ComplaintId::from_bytes([9; 16])]).unwrap(), [""]);
    assert_eq!(store.verify().unwrap().problems, Vec::<String>::new());
}

fn opened(folder: &std::path::Path) -> Connection {
    let connection = Connection::open(folder.join("office.db")).unwrap();
    connection.pragma_update(None, "key", format!("x'{}'", "07".repeat(32))).unwrap();
    connection
}

#[test]
fn a_store_of_an_earlier_version_gets_its_lines_when_it_is_opened_and_a_false_one_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    register(&store, &[told("Pena dilo"), told("Lari kase"), told("Pann elektrisite")]);
    let before = lines(&store);
    drop(store);
    let earlier =
        "DROP INDEX complaints_refused; DROP TABLE lines; DROP TABLE unlined; PRAGMA user_version = 11;";
    opened(folder.path()).execute_batch(earlier).unwrap();
    let store = Store::open(folder.path(), &key()).unwrap();
    assert_eq!(lines(&store), before);
    assert_eq!(store.verify().unwrap().problems, Vec::<String>::new());
    drop(store);
    let swapped = "UPDATE lines SET line = (SELECT line FROM lines AS other WHERE other.complaint = 2) WHERE complaint = 1;";
    opened(folder.path()).execute_batch(swapped).unwrap();
    let problems = Store::open(folder.path(), &key()).unwrap().verify().unwrap().problems;
    assert!(problems.iter().any(|problem| problem.contains("its line in lists")), "{problems:?}");
}
