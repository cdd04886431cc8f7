//! Two copies of one computer, and a centre that was restored between them: whose place another operation takes in the
//! feed is not forgotten.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use complaints::{
    Author, Body, Citizen, ComplaintSeed, Kind, Moment, Note, OfficeCode, Operation, Reference, Register,
};
use office_store::{Identity, PlannedEntry, PlannedOperation, Store, StoreKey};
use sync_protocol::{
    ChainHead, DeviceEntry, DeviceId, DeviceKey, FeedEntry, LogOperation, OperationEntry, SaltTree,
    SignedHead,
};

const ACCEPTED: [u8; 2] = [0x81, 0x00];

fn centre() -> DeviceKey {
    DeviceKey::from_seed(&[99; 32])
}

/// The computer before it began anew, of which a copy goes on.
fn before() -> (DeviceKey, Identity) {
    let key = DeviceKey::from_seed(&[1; 32]);
    let identity = Identity {
        device: DeviceId(8),
        number: 1,
        office: OfficeCode::new(12).unwrap(),
        key: key.public(),
        salts: SaltTree::from_root([2; 32]),
        centre: centre().public(),
        server: "https://csu.example.mu".to_owned(),
    };
    (key, identity)
}

fn operation(seed: &ComplaintSeed, body: Body) -> Operation {
    Operation {
        subject: Some(seed.complaint_id()),
        author: Author { name: "Anousha Ramdin".to_owned(), clerk: None, institution: None, capacity: None },
        at: "2026-11-24T10:52:00+04:00".parse::<Moment>().unwrap(),
        body,
    }
}

fn register(store: &Store, seed: &ComplaintSeed) {
    store
        .write(|writing| {
            let register = registration(seed, writing.next_reference()?);
            writing.append(&operation(seed, Body::Register(Box::new(register)))).map(drop)
        })
        .unwrap();
}

fn registration(seed: &ComplaintSeed, reference: Reference) -> Register {
    Register {
        seed: seed.clone(),
        reference,
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
    }
}

/// The feed brings these entries.
fn bring(store: &Store, entries: Vec<PlannedEntry>) {
    let office = before().1.feed();
    let mut head = store.feed_head().unwrap();
    let heads: Vec<_> = entries
        .iter()
        .map(|entry| {
            head = match entry {
                PlannedEntry::Operation(planned) => {
                    let operation = &planned.operation;
                    let entry = OperationEntry {
                        device: operation.device,
                        sequence: operation.sequence,
                        verdict: planned.verdict.clone(),
                        payload: None,
                        before: None,
                    };
                    head.after(office, &FeedEntry::Operation(entry).digest(Some(&operation.id)))
                }
                PlannedEntry::Other(entry) => head.after_entry(office, entry, None),
            };
            head
        })
        .collect();
    let signed = SignedHead::sign(office, &head, &centre());
    store
        .write(|writing| {
            writing.apply(&entries, &heads, Some(&signed))?;
            writing.mark_caught_up()
        })
        .unwrap();
}

#[test]
fn what_a_copy_takes_the_place_of_after_a_restore_of_the_centre_is_issued_again() {
    let folder = tempfile::tempdir().unwrap();
    let (key, identity) = before();
    let store = Store::create(folder.path(), &StoreKey::from_bytes([7; 32]), &identity, b"profile").unwrap();
    let seed = ComplaintSeed::from_random([5; 16]);
    register(&store, &seed);

    // The centre had it when the computer began anew, so that it was not issued again.
    let (next, salts) = (DeviceKey::from_seed(&[3; 32]), SaltTree::from_root([4; 32]));
    let device = DeviceEntry { device: DeviceId(17), number: 3, key: next.public(), salts: salts.clone() };
    store
        .write(|writing| {
            writing.put_next_secrets(&[3; 32], &salts)?;
            writing.begin_anew(&device, 1)
        })
        .unwrap();
    assert_eq!(store.own_log().unwrap().head.sequence.0, 0);

    // The centre is restored to before that, and the copy brings another operation in that very place.
    let note = Body::Note(Note { text: "By the copy.".to_owned(), for_citizen: false });
    let payload = operation(&ComplaintSeed::from_random([6; 16]), note).to_bytes();
    let theirs: LogOperation =
        ChainHead::beginning(&key.public()).then(identity.device, &identity.salts, payload);
    let named = DeviceEntry {
        device: identity.device,
        number: identity.number,
        key: identity.key,
        salts: identity.salts.clone(),
    };
    let planned = PlannedOperation { operation: theirs, own: false, verdict: vec![0x82, 0x01, 0x01] };
    bring(
        &store,
        vec![
            PlannedEntry::Other(FeedEntry::Device(named)),
            PlannedEntry::Other(FeedEntry::Device(device)),
            PlannedEntry::Operation(planned),
        ],
    );

    // Nothing that was registered is lost: it waits to be sent, behind this computer's log of today.
    let own = store.own_log().unwrap();
    assert_eq!(own.head.sequence.0, 1);
    assert_eq!(store.waiting_count().unwrap().0, 1);
    assert_eq!(store.complaint(seed.complaint_id()).unwrap().unwrap().waiting, 1);
    let waiting = store.own_unseen().unwrap().remove(0);
    bring(
        &store,
        vec![PlannedEntry::Operation(PlannedOperation {
            operation: waiting,
            own: true,
            verdict: ACCEPTED.to_vec(),
        })],
    );
    store.write(|writing| writing.acknowledge(&own.head)).unwrap();
    assert_eq!(store.waiting_count().unwrap().0, 0);
    assert_eq!(store.verify().unwrap().problems, Vec::<String>::new());
}

#[test]
fn what_a_restored_centre_takes_back_from_this_office_is_gone_here_when_nothing_was_done_on_it() {
    let folder = tempfile::tempdir().unwrap();
    let (_, identity) = before();
    let store = Store::create(folder.path(), &StoreKey::from_bytes([7; 32]), &identity, b"profile").unwrap();
    let (salts, key) = (SaltTree::from_root([8; 32]), centre().public());
    let log = DeviceEntry { device: DeviceId(3), number: 0, key, salts: salts.clone() };
    let ours = DeviceEntry {
        device: identity.device,
        number: identity.number,
        key: identity.key,
        salts: identity.salts.clone(),
    };
    // Another office has handed two complaints over; something is done here on one of them.
    let (left, touched) = (ComplaintSeed::from_random([5; 16]), ComplaintSeed::from_random([6; 16]));
    let reference = |counter| Reference { office: OfficeCode::new(15).unwrap(), device: 1, counter };
    let told = |seed: &ComplaintSeed, counter, head: &ChainHead| {
        let register = registration(seed, reference(counter));
        head.then(log.device, &salts, operation(seed, Body::Register(Box::new(register))).to_bytes())
    };
    let first = told(&left, 1, &ChainHead::beginning(&key));
    let second = told(&touched, 2, &first.head());
    let given = |operation| {
        PlannedEntry::Operation(PlannedOperation { operation, own: false, verdict: ACCEPTED.to_vec() })
    };
    let devices = || {
        let entries = [FeedEntry::Device(log.clone()), FeedEntry::Device(ours.clone())];
        entries.map(PlannedEntry::Other).to_vec()
    };
    bring(&store, devices().into_iter().chain([given(first), given(second)]).collect());
    let note = Body::Note(Note { text: "She called.".to_owned(), for_citizen: false });
    store.write(|writing| writing.append(&operation(&touched, note)).map(drop)).unwrap();

    // The centre is restored to before the hand-over, and the other office has done something else since.
    store.write(|writing| writing.cut_feed(0)).unwrap();
    bring(&store, devices());

    assert_eq!(store.complaint(left.complaint_id()).unwrap().map(|record| record.complaint.id), None);
    let kept = store.complaint(touched.complaint_id()).unwrap().unwrap();
    assert_eq!((kept.waiting, kept.complaint.steps.len()), (1, 2), "what was written here stays to be seen");
    assert_eq!(store.verify().unwrap().problems, Vec::<String>::new());
}
