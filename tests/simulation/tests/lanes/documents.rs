//! The documents' lane between real engines and a real centre over a line that breaks at any byte: a cut costs a slice,
//! never the document, whichever way it goes, and nothing else waits for it.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use central_server::Centre;
use complaints::{Body, Complaint, ComplaintId, DocumentId, Note};
use office_store::DocumentsDue;
use simulation::stories::a_document_is_changed_before_the_healing;
use sync_engine::next_delay_s;
use sync_protocol::SLICE_BYTES;

use crate::harness::{Computer, FAIR, Line, Weather, at_once, centre, must_verify};

fn scan(length: usize) -> Vec<u8> {
    let mut state = 1_u32;
    let next = |_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    };
    (0..length).map(next).collect()
}

fn at_centre(centre: &Centre, complaint: ComplaintId) -> (Complaint, u64) {
    let complaint = at_once(centre.complaint(complaint)).unwrap().unwrap();
    let have = at_once(centre.documents(&complaint)).unwrap()[0].have;
    (complaint, have)
}

/// A centre and a computer whose operations are on the record and whose scan is still to be sent.
struct Scene {
    centre: Arc<Centre>,
    one: Computer,
    complaint: ComplaintId,
    scan: Vec<u8>,
    id: DocumentId,
}

impl Scene {
    fn new(length: usize) -> Self {
        let centre = centre(None);
        let one = Computer::admitted(&centre, 1);
        let complaint = one.register(1);
        let scan = scan(length);
        let id = one.attach(complaint, &scan);
        let line = Line::new(&centre, FAIR);
        assert!(one.round(&line).unwrap(), "the scan waits until the operations have gone");
        assert_eq!(at_centre(&centre, complaint).1, 0);
        Self { centre, one, complaint, scan, id }
    }

    fn is_whole(&self) -> bool {
        at_centre(&self.centre, self.complaint).1 == self.scan.len() as u64
    }
}

const SCAN: usize = 100_000;

#[test]
fn a_cut_at_any_byte_on_the_way_up_costs_one_slice() {
    let scene = Scene::new(SCAN);
    let (centre_then, desk_then) = (scene.centre.image().unwrap(), scene.one.store.image().unwrap());
    // Every offset in the first slices, and many in the others.
    let cuts = (0..600).step_by(37).chain((600..70_000).step_by(1_747)).chain([8_600, 8_601, 8_602]);
    for cut in cuts {
        let (centre, one) = (centre(Some(&centre_then)), scene.one.restored(&desk_then));
        let line = Line::new(&centre, Weather { up: cut, ..FAIR });
        let cut_short = one.exchange(&line).is_err();
        *line.weather.lock().unwrap() = FAIR;
        one.exchange(&line).unwrap();
        assert_eq!(at_centre(&centre, scene.complaint).1, SCAN as u64, "cut at {cut}");
        assert!(one.store.documents_to_send().unwrap().is_empty());
        let (up, _) = line.bytes();
        let around = 400 * line.requests.load(Ordering::Relaxed) + 50 * (SCAN / SLICE_BYTES + 3) as u64;
        let most = SCAN as u64 + around + if cut_short { SLICE_BYTES as u64 + 50 } else { 0 };
        assert!(up <= most, "cut at {cut}: {up} bytes for {SCAN}, at most {most}");
        must_verify(&centre);
    }
}

#[test]
fn a_cut_at_any_byte_on_the_way_down_costs_one_slice() {
    let scene = Scene::new(SCAN);
    scene.one.exchange(&Line::new(&scene.centre, FAIR)).unwrap();
    let two = Computer::admitted(&scene.centre, 2);
    two.exchange(&Line::new(&scene.centre, FAIR)).unwrap();
    assert_eq!(two.store.document(&scene.id).unwrap().unwrap().have, 0, "only who asks gets it");
    two.store.write(|writing| writing.ask_for_document(&scene.id)).unwrap();
    let then = two.store.image().unwrap();
    for cut in (0..600).step_by(37).chain((600..70_000).step_by(1_747)) {
        let two = two.restored(&then);
        let line = Line::new(&scene.centre, Weather { down: cut, ..FAIR });
        let cut_short = two.exchange(&line).is_err();
        *line.weather.lock().unwrap() = FAIR;
        two.exchange(&line).unwrap();
        assert!(two.content(&scene.id) == scene.scan, "cut at {cut}");
        let (_, down) = line.bytes();
        let around = 400 * line.requests.load(Ordering::Relaxed) + 50 * (SCAN / SLICE_BYTES + 3) as u64;
        let most = SCAN as u64 + around + if cut_short { SLICE_BYTES as u64 + 50 } else { 0 };
        assert!(down <= most, "cut at {cut}: {down} bytes for {SCAN}, at most {most}");
        assert!(!two.store.document(&scene.id).unwrap().unwrap().asked);
        two.must_verify();
    }
}

#[test]
fn attachments_never_begin_from_zero_again_however_often_the_line_is_cut() {
    let scene = Scene::new(SCAN);
    let bad = Weather { up: 12_000, down: 12_000, ..FAIR };
    let line = Line::new(&scene.centre, bad);
    let two = Computer::admitted(&scene.centre, 2);
    let mut have = 0;
    for attempt in 1.. {
        assert!(attempt < 60, "it never ends");
        let _ = scene.one.exchange(&line);
        let now = at_centre(&scene.centre, scene.complaint).1;
        assert!(now >= have, "what had crossed is there");
        have = now;
        if scene.one.store.documents_to_send().unwrap().is_empty() {
            break;
        }
    }
    assert!(scene.is_whole());
    assert!(line.bytes().0 < 2 * SCAN as u64, "{:?}", line.bytes());
    two.exchange(&Line::new(&scene.centre, FAIR)).unwrap();
    two.store.write(|writing| writing.ask_for_document(&scene.id)).unwrap();
    let line = Line::new(&scene.centre, bad);
    let mut have = 0;
    while !two.store.documents_wanted().unwrap().is_empty() {
        let _ = two.exchange(&line);
        let now = two.store.document(&scene.id).unwrap().unwrap().have;
        assert!(now > have, "each attempt brings it further");
        have = now;
    }
    assert!(two.content(&scene.id) == scene.scan);
    assert!(line.bytes().1 < 2 * SCAN as u64, "{:?}", line.bytes());
}

#[test]
fn a_byte_that_was_changed_on_the_way_is_noticed_and_the_document_comes_all_the_same() {
    let scene = Scene::new(40_000);
    // Behind the hello, whose signature would notice it.
    let line = Line::new(&scene.centre, Weather { tampers: Some(20_000), ..FAIR });
    scene.one.exchange(&line).unwrap();
    assert_eq!(at_centre(&scene.centre, scene.complaint).1, 0, "it was whole, and wrong");
    assert_eq!(scene.one.store.documents_to_send().unwrap().len(), 1, "and that was told");
    assert_eq!(line.requests.load(Ordering::Relaxed), 1, "what does not move occupies no line");
    scene.one.exchange(&Line::new(&scene.centre, FAIR)).unwrap();
    assert!(scene.is_whole());
    must_verify(&scene.centre);
}

#[test]
fn what_was_changed_before_a_cut_shows_when_all_is_there_and_comes_again_with_the_next_exchange() {
    let scene = Scene::new(SCAN);
    let have = || at_centre(&scene.centre, scene.complaint).1;
    // The line changes a byte and breaks behind it: the centre keeps the slices that came whole, also that one.
    let line = Line::new(&scene.centre, Weather { up: 30_000, tampers: Some(20_000), ..FAIR });
    scene.one.exchange(&line).unwrap_err();
    assert!(have() > 20_000 && have() < 30_000, "{}", have());
    // From here on the line is good. The rest comes, and only then the hash tells.
    let line = Line::new(&scene.centre, FAIR);
    scene.one.exchange(&line).unwrap();
    assert_eq!(have(), 0, "it was whole, and wrong");
    let due = scene.one.store.documents_due().unwrap();
    assert_eq!((due.up_bytes, due.unsure), (SCAN as u64, 0), "and that was told");
    assert!(line.bytes().0 < SCAN as u64, "it does not begin again at once: {:?}", line.bytes());
    // Nobody does anything at the desk: the exchange after the usual pause is enough.
    assert!(next_delay_s(0, 1.0) <= 300);
    scene.one.exchange(&line).unwrap();
    assert!(scene.is_whole());
    assert_eq!(scene.one.store.documents_due().unwrap(), DocumentsDue::default());
    must_verify(&scene.centre);
    scene.one.must_verify();
}

#[test]
fn a_document_that_was_changed_before_the_troubles_ended_comes_by_itself_after_them() {
    let scan = scan(SCAN);
    let (before, after) = a_document_is_changed_before_the_healing(&scan).unwrap();
    assert!(before > 0 && before < SCAN as u64, "a part of it, and the changed byte in it: {before}");
    assert_eq!(after, SCAN as u64);
}

#[test]
fn a_fresh_deed_waits_behind_no_more_than_one_request_of_documents() {
    let scene = Scene::new(600_000);
    let line = Line::new(&scene.centre, FAIR);
    // In doubt about the line, so that it counts as a slow one.
    assert!(scene.one.round(&line).unwrap());
    assert!(line.bytes().0 < 64 * 1024 + 1_000, "{:?}", line.bytes());
    scene.one.act(scene.complaint, Body::Note(Note { text: "He called.".to_owned(), for_citizen: false }));
    let before = at_centre(&scene.centre, scene.complaint);
    scene.one.round(&line).unwrap();
    let after = at_centre(&scene.centre, scene.complaint);
    assert_eq!((after.0.version, after.1), (before.0.version + 1, before.1), "the note alone");
    scene.one.exchange(&line).unwrap();
    assert!(scene.is_whole());
}

#[test]
fn with_nothing_to_tell_an_exchange_stays_small() {
    let scene = Scene::new(20_000);
    scene.one.exchange(&Line::new(&scene.centre, FAIR)).unwrap();
    let line = Line::new(&scene.centre, FAIR);
    scene.one.exchange(&line).unwrap();
    let (up, down) = line.bytes();
    assert!(up + down <= 400, "{up} up, {down} down");
    // While the document of another computer is on its way, too.
    let two = Computer::admitted(&scene.centre, 2);
    two.exchange(&Line::new(&scene.centre, FAIR)).unwrap();
    for number in 0..9 {
        two.attach(scene.complaint, &scan(1_000 + number));
    }
    two.round(&Line::new(&scene.centre, FAIR)).unwrap();
    scene.one.exchange(&Line::new(&scene.centre, FAIR)).unwrap();
    let line = Line::new(&scene.centre, FAIR);
    scene.one.exchange(&line).unwrap();
    let (up, down) = line.bytes();
    assert!(up + down <= 400, "{up} up, {down} down");
}

#[test]
fn a_centre_that_was_restored_with_fewer_bytes_gets_them_again() {
    let scene = Scene::new(SCAN);
    let before = scene.centre.image().unwrap();
    scene.one.exchange(&Line::new(&scene.centre, FAIR)).unwrap();
    assert!(scene.is_whole());
    let restored = centre(Some(&before));
    let line = Line::new(&restored, FAIR);
    scene.one.exchange(&line).unwrap();
    assert_eq!(at_centre(&restored, scene.complaint).1, SCAN as u64);
    must_verify(&restored);
}

#[test]
fn a_centre_that_lost_the_operation_as_well_gets_both_again() {
    let centre_then = {
        let centre = centre(None);
        Computer::admitted(&centre, 1);
        centre.image().unwrap()
    };
    let scene = Scene::new(SCAN);
    scene.one.exchange(&Line::new(&scene.centre, FAIR)).unwrap();
    let restored = centre(Some(&centre_then));
    scene.one.exchange(&Line::new(&restored, FAIR)).unwrap();
    assert_eq!(at_centre(&restored, scene.complaint).1, SCAN as u64);
    must_verify(&restored);
    scene.one.must_verify();
}

#[test]
fn a_desk_that_was_restored_sends_again_and_nothing_is_double() {
    let scene = Scene::new(SCAN);
    let before = scene.one.store.image().unwrap();
    let line = Line::new(&scene.centre, FAIR);
    scene.one.exchange(&line).unwrap();
    scene.one.act(scene.complaint, Body::Note(Note { text: "One more.".to_owned(), for_citizen: false }));
    scene.one.exchange(&line).unwrap();
    // The image knows neither the note nor that the scan was sent. It begins anew as another device.
    let restored = scene.one.restored(&before);
    restored.register(2);
    let other = restored.attach(scene.complaint, &scan(30_000));
    restored.exchange(&Line::new(&scene.centre, FAIR)).unwrap();
    let complaint = at_once(scene.centre.complaint(scene.complaint)).unwrap().unwrap();
    let states = at_once(scene.centre.documents(&complaint)).unwrap();
    assert_eq!(states.len(), 2);
    assert!(states.iter().all(|state| state.is_whole()), "{states:?}");
    assert!(restored.store.document(&other).unwrap().unwrap().acknowledged == 30_000);
    assert_eq!(restored.store.documents_due().unwrap(), DocumentsDue::default());
    must_verify(&scene.centre);
    restored.must_verify();
}

#[test]
fn a_document_that_the_centre_does_not_name_is_not_sent_for_ever() {
    let scene = Scene::new(9_000);
    scene.one.exchange(&Line::new(&scene.centre, FAIR)).unwrap();
    // Attached to a complaint that nobody has registered: the operation is refused.
    let stray = scene.one.attach(ComplaintId::from_bytes([9; 16]), &scan(50_000));
    let line = Line::new(&scene.centre, FAIR);
    scene.one.exchange(&line).unwrap();
    assert!(scene.one.store.document(&stray).unwrap().unwrap().unwanted);
    let line = Line::new(&scene.centre, FAIR);
    scene.one.exchange(&line).unwrap();
    assert!(line.bytes().0 < 400, "nothing of it is sent again: {:?}", line.bytes());
}
