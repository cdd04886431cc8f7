//! Snapshots between real engines and a real centre: what a computer takes whole is what another one has read entry by
//! entry, a cut or a crash costs a slice, what does not hold is not taken, and it proves as much as what was read.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use central_server::Centre;
use complaints::{Body, ComplaintId, HandOver, Note, OfficeCode};
use office_store::Store;
use sync_engine::LinkMemory;
use sync_protocol::{Codec, DeviceKey, DownFrame, Hash, Snapshot};

use crate::harness::{CENTRE_SEED, Computer, FAIR, Line, Weather, at_once, must_verify, new_centre};

/// How many entries a snapshot has to save here.
const AFTER: u64 = 50;

/// How many complaints there are.
const COMPLAINTS: u8 = 120;

fn centre(image: Option<&[u8]>) -> Arc<Centre> {
    Arc::new(new_centre(image).with_snapshots_after(AFTER))
}

/// Words that hardly pack, so that a snapshot has many slices.
fn words(number: u8) -> String {
    let digits = (0..4_u8).map(|part| blake3::hash(&[number, part]).to_hex().to_string());
    format!("Pena dilo {}", digits.collect::<Vec<_>>().join(" "))
}

fn fill(computer: &Computer, first: u8) -> Vec<ComplaintId> {
    let register = |number| computer.register_text([number; 16], &words(number));
    let ids: Vec<ComplaintId> = (first..first + COMPLAINTS).map(register).collect();
    for id in ids.iter().step_by(3) {
        note(computer, *id, "called back");
    }
    ids
}

fn note(computer: &Computer, id: ComplaintId, text: &str) {
    computer.act(id, Body::Note(Note { text: text.to_owned(), for_citizen: false }));
}

/// A centre with a snapshot, and the computer that wrote everything that stands in it.
fn scene() -> (Arc<Centre>, Computer, Vec<ComplaintId>) {
    let centre = centre(None);
    let one = Computer::admitted(&centre, 1);
    let ids = fill(&one, 1);
    // What the office has given away stands in its feed, and is no part of what both ends hold.
    one.act(ids[4], Body::HandOver(HandOver { to: OfficeCode::new(13).unwrap(), text: None }));
    one.exchange(&Line::new(&centre, FAIR)).unwrap();
    assert_eq!(at_once(centre.make_snapshots()).unwrap(), 1);
    assert_eq!(at_once(centre.make_snapshots()).unwrap(), 0, "nothing has come since");
    must_verify(&centre);
    (centre, one, ids)
}

/// Both hold the same, entry by entry and state by state.
fn must_be_equal(one: &Store, other: &Store) {
    let (a, b) = (one.verify().unwrap(), other.verify().unwrap());
    assert_eq!((&a.problems, &b.problems), (&Vec::new(), &Vec::new()));
    assert_eq!((a.head, a.entries, a.complaints, a.fold), (b.head, b.entries, b.complaints, b.fold));
    assert_eq!(one.held_operations().unwrap(), other.held_operations().unwrap());
    assert_eq!(one.clerks().unwrap(), other.clerks().unwrap());
}

/// The header of the snapshot as the answers name it.
fn size_of_snapshot(centre: &Arc<Centre>) -> u64 {
    let new = Computer::admitted(centre, 99);
    let line = Line::new(centre, Weather { down: 2_000, ..FAIR });
    new.round(&line).unwrap_err();
    new.store.coming_snapshot().unwrap().unwrap().snapshot.size
}

#[test]
fn a_new_computer_that_takes_a_snapshot_holds_the_same_as_one_that_reads_the_feed() {
    let (centre, one, ids) = scene();
    // The tail comes entry by entry.
    note(&one, ids[0], "behind the snapshot");
    one.exchange(&Line::new(&centre, FAIR)).unwrap();

    let line = Line::new(&centre, FAIR);
    let new = Computer::admitted(&centre, 2);
    new.exchange(&line).unwrap();
    assert_eq!(new.store.snapshots_taken().unwrap().len(), 1);
    assert_eq!(new.store.coming_snapshot().unwrap(), None, "its content is not kept twice");

    let reader = Computer::admitted(&centre, 3);
    *reader.link.lock().unwrap() = LinkMemory::with_codec(Codec::Text);
    reader.exchange(&Line::new(&centre, FAIR)).unwrap();
    assert_eq!(reader.store.snapshots_taken().unwrap(), Vec::<u64>::new(), "on a slow line there is none");

    for computer in [&one, &new] {
        computer.exchange(&Line::new(&centre, FAIR)).unwrap();
    }
    must_be_equal(&reader.store, &new.store);
    assert_eq!(new.store.search(&words(7)[10..30], 9).unwrap().len(), 1);
    assert_eq!(new.store.registration(ids[5]).unwrap(), reader.store.registration(ids[5]).unwrap());
    // It works on like any other.
    note(&new, ids[1], "by the new computer");
    let own = new.register_text([250; 16], "Lalimier lari pa marse.");
    new.exchange(&line).unwrap();
    one.exchange(&Line::new(&centre, FAIR)).unwrap();
    assert!(one.store.complaint(own).unwrap().is_some());
    must_verify(&centre);
}

#[test]
fn a_computer_that_was_long_absent_takes_what_it_lacks_and_keeps_what_waits() {
    let centre = centre(None);
    let (one, two) = (Computer::admitted(&centre, 1), Computer::admitted(&centre, 2));
    let early = two.register_text([240; 16], "Early.");
    two.exchange(&Line::new(&centre, FAIR)).unwrap();
    let ids = fill(&one, 1);
    one.exchange(&Line::new(&centre, FAIR)).unwrap();
    at_once(centre.make_snapshots()).unwrap();
    note(&two, early, "with the line down");
    two.exchange(&Line::new(&centre, FAIR)).unwrap();
    assert_eq!(two.store.snapshots_taken().unwrap().len(), 1);
    assert_eq!(two.store.waiting_count().unwrap().0, 0);
    assert!(
        two.store.complaint(ids[9]).unwrap().unwrap().news,
        "for whoever has worked here before it is news"
    );
    one.exchange(&Line::new(&centre, FAIR)).unwrap();
    must_be_equal(&one.store, &two.store);
}

#[test]
fn whoever_has_most_of_the_feed_reads_the_rest() {
    let (centre, one, _) = scene();
    let two = Computer::admitted(&centre, 2);
    two.exchange(&Line::new(&centre, FAIR)).unwrap();
    let before = two.store.snapshots_taken().unwrap();
    fill(&one, 125);
    one.exchange(&Line::new(&centre, FAIR)).unwrap();
    at_once(centre.make_snapshots()).unwrap();
    two.exchange(&Line::new(&centre, FAIR)).unwrap();
    assert_eq!(two.store.snapshots_taken().unwrap(), before);
    one.exchange(&Line::new(&centre, FAIR)).unwrap();
    must_be_equal(&one.store, &two.store);
}

#[test]
fn a_snapshot_goes_on_where_the_line_was_cut() {
    let (centre, _, _) = scene();
    let size = size_of_snapshot(&centre);
    assert!(size > 12_000, "{size} bytes are too few to be cut");
    let new = Computer::admitted(&centre, 2);
    let cut = Weather { down: 6_000, ..FAIR };
    let line = Line::new(&centre, cut);
    let mut cuts = 0_u32;
    while new.round(&line).is_err() {
        cuts += 1;
        assert!(cuts < 40, "it does not get further");
        // Every part of it is there before the first complaint is shown.
        let (have, shown) = (new.store.coming_snapshot().unwrap(), new.store.verify().unwrap());
        assert!(have.is_some_and(|coming| coming.have > 0) && shown.complaints == 0);
        assert_eq!(shown.problems, Vec::<String>::new());
    }
    assert!(cuts >= 2, "{cuts}");
    // A cut costs at most a slice, and the reply that comes first.
    let most = size + size / 50 + u64::from(cuts + 2) * (4_200 + 600);
    assert!(line.bytes().1 <= most, "{} of {most}", line.bytes().1);
    new.exchange(&Line::new(&centre, FAIR)).unwrap();
    assert_eq!(new.store.snapshots_taken().unwrap().len(), 1);
}

#[test]
fn a_computer_that_crashes_goes_on_with_what_it_has_of_a_snapshot() {
    let (centre, one, _) = scene();
    let size = size_of_snapshot(&centre);
    let new = Computer::admitted(&centre, 2);
    new.round(&Line::new(&centre, Weather { down: 9_000, ..FAIR })).unwrap_err();
    let have = new.store.coming_snapshot().unwrap().unwrap().have;
    assert!(have > 0 && have < size);
    // The power goes; then once more at the very commit with which the whole snapshot is taken.
    let again = new.restored(&new.store.image().unwrap());
    let line = Line::new(&centre, FAIR);
    assert!(again.round(&line).unwrap());
    assert!(line.bytes().1 < size - have + 4_200, "what was there did not come again");
    let whole = again.store.image().unwrap();
    again.store.before_each_commit(|| false).unwrap();
    again.round(&line).unwrap_err();
    let last = again.restored(&again.store.image().unwrap());
    assert_eq!(last.store.feed_head().unwrap().number, 0, "nothing of it or all of it");
    assert_eq!(whole.len(), last.store.image().unwrap().len());
    let requests = line.requests.load(Ordering::Relaxed);
    last.exchange(&line).unwrap();
    assert!(line.requests.load(Ordering::Relaxed) <= requests + 2);
    one.exchange(&line).unwrap();
    must_be_equal(&one.store, &last.store);
}

/// Lets a new computer exchange over a line that forges, and expects that it takes no snapshot and lacks nothing.
fn must_read_the_feed_instead(forge: fn(DownFrame) -> DownFrame) {
    let (centre, one, _) = scene();
    let new = Computer::admitted(&centre, 2);
    let line = Line::new(&centre, Weather { edits: Some(forge), ..FAIR });
    new.exchange(&line).unwrap();
    assert_eq!(new.store.snapshots_taken().unwrap(), Vec::<u64>::new());
    assert_eq!(new.store.coming_snapshot().unwrap(), None);
    assert!(!new.store.refuses_snapshots().unwrap(), "it would take another one");
    one.exchange(&Line::new(&centre, FAIR)).unwrap();
    must_be_equal(&one.store, &new.store);
}

fn with_header(frame: DownFrame, change: impl Fn(&mut Snapshot), key: &DeviceKey) -> DownFrame {
    let DownFrame::Reply(mut reply) = frame else { return frame };
    if let Some(signed) = &reply.snapshot {
        let centre = DeviceKey::from_seed(&CENTRE_SEED);
        let mut snapshot = Snapshot::open(signed, &centre.public()).unwrap();
        change(&mut snapshot);
        reply.snapshot = Some(snapshot.sign(key));
    }
    DownFrame::Reply(reply)
}

#[test]
fn a_snapshot_whose_content_was_changed_is_not_taken() {
    must_read_the_feed_instead(|frame| match frame {
        DownFrame::Document(mut slice) if slice.offset == 4_096 => {
            slice.bytes[77] ^= 1;
            DownFrame::Document(slice)
        }
        frame => frame,
    });
}

#[test]
fn a_snapshot_whose_header_another_one_signed_is_not_taken() {
    must_read_the_feed_instead(|frame| with_header(frame, |_| {}, &DeviceKey::from_seed(&[8; 32])));
}

#[test]
fn a_snapshot_that_does_not_fold_to_what_its_header_says_is_not_taken() {
    must_read_the_feed_instead(|frame| {
        with_header(frame, |said| said.fold = Hash([1; 32]), &DeviceKey::from_seed(&CENTRE_SEED))
    });
}

#[test]
fn a_snapshot_that_ends_elsewhere_than_its_header_says_is_not_taken() {
    must_read_the_feed_instead(|frame| {
        with_header(frame, |said| said.head.number += 1, &DeviceKey::from_seed(&CENTRE_SEED))
    });
}

#[test]
fn a_computer_that_took_a_snapshot_gives_a_restored_centre_back_all_that_it_lost() {
    let old = centre(None);
    let one = Computer::admitted(&old, 1);
    one.register_text([230; 16], "Before the backup.");
    one.exchange(&Line::new(&old, FAIR)).unwrap();
    let backup = old.image().unwrap();
    let ids = fill(&one, 1);
    one.exchange(&Line::new(&old, FAIR)).unwrap();
    at_once(old.make_snapshots()).unwrap();
    let new = Computer::admitted(&old, 2);
    new.exchange(&Line::new(&old, FAIR)).unwrap();
    assert_eq!(new.store.snapshots_taken().unwrap().len(), 1);
    // The first computer is no more, and the centre is put back to a day before nearly everything.
    drop(one);
    let restored = centre(Some(&backup));
    let line = Line::new(&restored, FAIR);
    new.exchange(&line).unwrap();
    new.exchange(&line).unwrap();
    must_verify(&restored);
    for id in &ids {
        assert!(at_once(restored.complaint(*id)).unwrap().is_some());
    }
    assert_eq!(new.store.verify().unwrap().problems, Vec::<String>::new());
    let third = Computer::admitted(&restored, 3);
    third.exchange(&line).unwrap();
    new.exchange(&line).unwrap();
    must_be_equal(&new.store, &third.store);
}

#[test]
fn what_came_of_a_snapshot_that_a_restored_centre_does_not_have_is_dropped() {
    let old = centre(None);
    let (one, begun) = (Computer::admitted(&old, 1), Computer::admitted(&old, 2));
    let backup = old.image().unwrap();
    fill(&one, 1);
    one.exchange(&Line::new(&old, FAIR)).unwrap();
    at_once(old.make_snapshots()).unwrap();
    begun.round(&Line::new(&old, Weather { down: 9_000, ..FAIR })).unwrap_err();
    assert!(begun.store.coming_snapshot().unwrap().is_some_and(|coming| coming.have > 0));
    let line = Line::new(&centre(Some(&backup)), FAIR);
    begun.exchange(&line).unwrap();
    assert_eq!(begun.store.coming_snapshot().unwrap(), None);
    for computer in [&one, &begun, &one] {
        computer.exchange(&line).unwrap();
    }
    must_be_equal(&one.store, &begun.store);
}
