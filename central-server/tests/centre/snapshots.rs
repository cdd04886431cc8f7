//! Snapshots at the centre: when one is made and offered, that another implementation can read it, and what the audit
//! finds in one that was changed.

use central_server::Centre;
use sync_protocol::{
    Codec, DocumentWanted, DownFrame, Exchange, FrameBuffer, Hashes, Office, Packer, Reply, RequestWriter,
    Snapshot, SnapshotReader, SnapshotWish,
};

use crate::desk::Desk;
use crate::engine::{Place, office};
use crate::on_both_engines;

on_both_engines!(
    a_snapshot_is_what_the_feed_says,
    a_snapshot_is_offered_only_where_it_saves_much,
    the_rest_of_a_snapshot_goes_on_from_any_byte,
    a_newer_snapshot_leaves_the_one_before_it_to_whoever_fetches_that,
    a_changed_snapshot_is_found,
    a_snapshot_that_is_not_of_this_past_is_not_offered,
);

const AFTER: u64 = 10;

/// A centre and a desk that has registered so many complaints there.
async fn filled(place: &Place, complaints: usize) -> (Centre, Desk) {
    let centre = place.centre().await.with_snapshots_after(AFTER);
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    for number in 0..complaints {
        desk.register(&format!("No water since day {number}."));
    }
    desk.sync(&centre).await;
    (centre, desk)
}

/// Says hello with a wish, and takes what comes of a snapshot: its header and the bytes of its content.
async fn wish(centre: &Centre, desk: &Desk, wish: SnapshotWish) -> (Reply, Option<Snapshot>, Vec<u8>) {
    let mut hello = desk.request().hello();
    hello.snapshot = Some(wish);
    let key = desk.key.clone();
    let request = RequestWriter::new(&key, hello, Hashes::InFull, Packer::new(Codec::Plain)).finish();
    let mut buffer = FrameBuffer::new();
    centre.sync(request, &mut |bytes| buffer.push(bytes)).await.unwrap();
    let first = DownFrame::from_bytes(&buffer.next_frame().unwrap().unwrap()).unwrap();
    let DownFrame::Reply(reply) = first else { panic!("an answer begins with a reply") };
    let header = reply.snapshot.as_ref().map(|signed| Snapshot::open(signed, &desk.admitted.centre).unwrap());
    let mut content = Vec::new();
    while let Some(frame) = buffer.next_frame().unwrap() {
        match (DownFrame::from_bytes(&frame).unwrap(), &header) {
            (DownFrame::Document(slice), Some(header)) => {
                assert_eq!(slice.document, header.content);
                content.extend_from_slice(&slice.bytes);
            }
            (DownFrame::Entries(_), None) => {}
            _ => panic!("either a snapshot comes or entries do"),
        }
    }
    (*reply, header, content)
}

async fn a_snapshot_is_what_the_feed_says(place: &Place) {
    let (centre, mut desk) = filled(place, 20).await;
    assert_eq!(centre.make_snapshots().await.unwrap(), 1);
    let mut new = Desk::enrol(&centre, office(12), 2).await;
    let (reply, header, content) = wish(&centre, &new, SnapshotWish::Any).await;
    let header = header.unwrap();
    assert_eq!(header.office, Office(12));
    assert_eq!(reply.end, Some(header.head.number + 1), "the new computer itself came after it");
    assert_eq!((header.size, header.content.0), (content.len() as u64, *blake3::hash(&content).as_bytes()));
    let mut reader = SnapshotReader::new();
    reader.push(&content);
    while let Some(part) = reader.next_part().unwrap() {
        for entry in &part.entries {
            new.walk(entry);
        }
        assert_eq!(part.head(Office(12), &new.feed).open(Office(12), &new.admitted.centre), Ok(new.feed));
    }
    assert!(!reader.is_within_a_part());
    assert_eq!(new.feed, header.head);
    desk.sync(&centre).await;
    let fold: String = header.fold.0.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!((new.digest(), desk.digest()), (fold.clone(), fold));
    new.sync(&centre).await;
    assert_eq!(new.feed, desk.feed);
    assert_eq!(centre.verify().await.unwrap().faults, []);
}

async fn a_snapshot_is_offered_only_where_it_saves_much(place: &Place) {
    let (centre, _desk) = filled(place, 4).await;
    assert_eq!(centre.make_snapshots().await.unwrap(), 0, "too few entries");
    let new = Desk::enrol(&centre, office(12), 2).await;
    assert_eq!(wish(&centre, &new, SnapshotWish::Any).await.1, None);
    drop(centre);
    let (centre, desk) = filled_more(place, 30).await;
    assert_eq!(centre.make_snapshots().await.unwrap(), 1);
    assert_eq!(centre.make_snapshots().await.unwrap(), 0, "it is there");
    assert_eq!(wish(&centre, &desk, SnapshotWish::Any).await.1, None, "it has everything");
    assert!(wish(&centre, &new, SnapshotWish::Any).await.1.is_some());
}

/// One more desk at the same centre.
async fn filled_more(place: &Place, complaints: usize) -> (Centre, Desk) {
    let centre = place.centre().await.with_snapshots_after(AFTER);
    let mut desk = Desk::enrol(&centre, office(12), 3).await;
    for number in 0..complaints {
        desk.register(&format!("The lamp is broken, {number}."));
    }
    desk.sync(&centre).await;
    (centre, desk)
}

async fn the_rest_of_a_snapshot_goes_on_from_any_byte(place: &Place) {
    let (centre, _desk) = filled(place, 20).await;
    centre.make_snapshots().await.unwrap();
    let new = Desk::enrol(&centre, office(12), 2).await;
    let (_, header, whole) = wish(&centre, &new, SnapshotWish::Any).await;
    let document = header.unwrap().content;
    for offset in [1, whole.len() / 2, whole.len() - 1, whole.len()] {
        let rest = DocumentWanted { document, offset: offset as u64 };
        let (_, again, bytes) = wish(&centre, &new, SnapshotWish::Rest(rest)).await;
        assert_eq!((again, bytes.as_slice()), (header, &whole[offset..]));
    }
}

async fn a_newer_snapshot_leaves_the_one_before_it_to_whoever_fetches_that(place: &Place) {
    let (centre, mut desk) = filled(place, 20).await;
    centre.make_snapshots().await.unwrap();
    let new = Desk::enrol(&centre, office(12), 2).await;
    let (_, first, content) = wish(&centre, &new, SnapshotWish::Any).await;
    let rest = SnapshotWish::Rest(DocumentWanted { document: first.unwrap().content, offset: 9 });
    for round in 0..2 {
        for number in 0..20 {
            desk.register(&format!("Once more {round}, {number}."));
        }
        desk.sync(&centre).await;
        assert_eq!(centre.make_snapshots().await.unwrap(), 1);
        let (_, offered, bytes) = wish(&centre, &new, rest).await;
        match round {
            0 => assert_eq!((offered, bytes.as_slice()), (first, &content[9..])),
            _ => assert!(offered.unwrap().head.number > first.unwrap().head.number, "it begins anew"),
        }
        assert!(wish(&centre, &new, SnapshotWish::Any).await.1.unwrap().size > first.unwrap().size);
    }
    assert_eq!(centre.verify().await.unwrap().faults, []);
}

async fn a_changed_snapshot_is_found(place: &Place) {
    let (centre, _desk) = filled(place, 20).await;
    for (sql, what) in [
        ("UPDATE snapshot_pieces SET bytes = content", "its content is not what its hash says"),
        ("UPDATE snapshots SET signed = content", "its header is not signed"),
        ("UPDATE snapshots SET size = size - 1", "its header says something else"),
    ] {
        assert_eq!(centre.make_snapshots().await.unwrap(), 1);
        assert_eq!(centre.verify().await.unwrap().faults, []);
        place.tamper(sql);
        let faults = centre.verify().await.unwrap().faults;
        let found = faults.iter().any(|fault| fault.place.contains("snapshot") && fault.what == what);
        assert!(found, "{faults:?}");
        place.tamper("DELETE FROM snapshot_pieces");
        place.tamper("DELETE FROM snapshots");
    }
}

async fn a_snapshot_that_is_not_of_this_past_is_not_offered(place: &Place) {
    let (centre, _desk) = filled(place, 20).await;
    centre.make_snapshots().await.unwrap();
    let new = Desk::enrol(&centre, office(12), 2).await;
    assert!(wish(&centre, &new, SnapshotWish::Any).await.1.is_some());
    // As after a restore: the snapshot leads to a head that the feed does not have.
    place.tamper("UPDATE snapshots SET hash = content");
    assert_eq!(wish(&centre, &new, SnapshotWish::Any).await.1, None);
    assert_eq!(centre.make_snapshots().await.unwrap(), 1);
    assert!(wish(&centre, &new, SnapshotWish::Any).await.1.is_some());
    assert_eq!(centre.verify().await.unwrap().faults, []);
}
