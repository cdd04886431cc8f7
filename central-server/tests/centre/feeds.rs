//! The way down: every computer of an office walks along the same chain and arrives at the same state.

use central_server::DeedOutcome;
use complaints::{Answer, Body, Route, Status};
use sync_protocol::{Hash, Outcome, unpack};

use crate::desk::Desk;
use crate::engine::{Place, office, officer};
use crate::on_both_engines;

on_both_engines!(
    two_computers_and_the_centre_arrive_at_the_same_state,
    a_computer_that_comes_late_gets_the_whole_feed_in_parts,
    large_payloads_come_in_parts_too,
    a_feed_that_the_centre_does_not_know_has_diverged_and_the_push_still_counts,
    a_new_profile_is_an_entry_in_every_feed_and_can_be_fetched,
    one_office_sees_nothing_of_another,
    the_store_can_be_closed_and_opened_again,
    no_cursor_passes_an_entry_that_commits_later,
);

async fn two_computers_and_the_centre_arrive_at_the_same_state(place: &Place) {
    let centre = place.centre().await;
    let officer = officer(&centre).await;
    let mut one = Desk::enrol(&centre, office(12), 1).await;
    let mut two = Desk::enrol(&centre, office(12), 2).await;
    let first = one.register("from the first");
    one.sync(&centre).await;
    let second = two.register("from the second");
    two.sync(&centre).await;
    two.note(first, "seen at the second");
    two.sync(&centre).await;
    let route = Body::Route(Route { to: "WMA".to_owned(), text: None });
    let DeedOutcome::Done(_) = centre.deed(&officer, first, None, route).await.unwrap() else {
        panic!("routed")
    };
    let answer = Body::Answer(Answer { text: "On Friday.".to_owned(), definitive: true });
    let DeedOutcome::Done(_) = centre.deed(&officer, second, None, answer).await.unwrap() else {
        panic!("answered")
    };
    one.note(second, "told by phone");
    one.sync_all(&centre).await;
    two.sync_all(&centre).await;

    assert_eq!(one.feed, two.feed);
    assert_eq!(one.complaints, two.complaints);
    assert_eq!(one.complaints[&first].institution, "WMA");
    assert_eq!((one.complaints[&second].status, one.complaints[&second].version), (Status::Answered, 3));
    let audit = centre.verify().await.unwrap();
    assert_eq!(audit.faults, []);
    let here = audit.offices.iter().find(|audited| audited.office == office(12)).unwrap();
    assert_eq!((&here.fold, here.complaints, here.entries), (&one.digest(), 2, one.feed.number));
}

async fn no_cursor_passes_an_entry_that_commits_later(place: &Place) {
    const WRITERS: u8 = 4;
    const ROUNDS: usize = 6;
    let centre = place.centre().await;
    let mut reader = Desk::enrol(&centre, office(12), 50).await;
    let mut writers = Vec::new();
    for n in 1..=WRITERS {
        writers.push(Desk::enrol(&centre, office(12), n).await);
    }
    let writing = futures_util::future::join_all(writers.into_iter().map(|mut desk| {
        let centre = &centre;
        async move {
            for round in 0..ROUNDS {
                desk.register(&format!("complaint {round}"));
                desk.sync(centre).await;
            }
        }
    }));
    let all = usize::from(WRITERS) * ROUNDS;
    // The reader goes on from its cursor all the while; what commits behind it would never come.
    let reading = async {
        let mut exchanges = 0;
        while reader.complaints.len() < all && exchanges < 20_000 {
            reader.sync(&centre).await;
            exchanges += 1;
        }
    };
    futures_util::future::join(writing, reading).await;
    assert_eq!(reader.complaints.len(), all, "whatever was committed came to whoever was reading");
    let audit = centre.verify().await.unwrap();
    assert_eq!(audit.faults, []);
    let here = audit.offices.iter().find(|audited| audited.office == office(12)).unwrap();
    assert_eq!((&here.fold, here.entries), (&reader.digest(), reader.feed.number));
}

async fn a_computer_that_comes_late_gets_the_whole_feed_in_parts(place: &Place) {
    let centre = place.centre().await;
    let mut busy = Desk::enrol(&centre, office(12), 1).await;
    let id = busy.register("the first of many");
    for n in 0..5_100 {
        busy.note(id, &format!("note {n}"));
    }
    busy.sync_all(&centre).await;
    let mut late = Desk::enrol(&centre, office(12), 2).await;
    let answer = late.sync(&centre).await;
    assert!(answer.frames.len() > 5, "in parts, each with its signed head: {}", answer.frames.len());
    busy.sync_all(&centre).await;
    assert_eq!((late.feed, late.digest()), (busy.feed, busy.digest()));
}

async fn large_payloads_come_in_parts_too(place: &Place) {
    let centre = place.centre().await;
    let mut writer = Desk::enrol(&centre, office(12), 1).await;
    let mut reader = Desk::enrol(&centre, office(12), 2).await;
    for n in 0..12_u32 {
        writer.register(&(n % 10).to_string().repeat(200_000));
        writer.sync_all(&centre).await;
    }
    let answer = reader.sync(&centre).await;
    assert!(answer.frames.len() >= 12, "one operation is larger than a frame aims at");
    assert_eq!(reader.complaints.len(), 12);
    writer.sync_all(&centre).await;
    assert_eq!(reader.digest(), writer.digest());
}

async fn a_feed_that_the_centre_does_not_know_has_diverged_and_the_push_still_counts(place: &Place) {
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    desk.sync_all(&centre).await;
    let truth = desk.feed;
    for wrong in [
        sync_protocol::FeedHead { hash: Hash([7; 32]), ..truth },
        sync_protocol::FeedHead { number: truth.number + 5, ..truth },
        sync_protocol::FeedHead { epoch: sync_protocol::Epoch(3), ..truth },
        sync_protocol::FeedHead { number: 0, ..truth },
    ] {
        desk.feed = wrong;
        let id = desk.register("while diverged");
        let answer = desk.send(&centre, &desk.request()).await;
        assert_eq!((answer.outcome, answer.acknowledged), (Outcome::FeedDiverged, Some(desk.head())));
        assert_eq!(answer.entries().count(), 0);
        assert!(answer.reply.ladder.is_some(), "it says where its own feed stands");
        assert!(centre.complaint(id).await.unwrap().is_some());
        desk.acknowledged = desk.head();
    }
    desk.feed = truth;
    desk.sync_all(&centre).await;
    assert_eq!(desk.complaints.len(), 4);
}

async fn a_new_profile_is_an_entry_in_every_feed_and_can_be_fetched(place: &Place) {
    let old = central_server::profiles::mauritius();
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    desk.sync_all(&centre).await;
    assert_eq!(desk.profiles, [Hash(old.digest())]);
    drop(centre);

    let mut new = old.clone();
    let offices = format!("{}77,\"CAB 77, Souillac\",,,\n", old.file("offices.csv"));
    new.insert("offices.csv", offices);
    let centre = place.open(new.clone()).await.unwrap();
    desk.sync_all(&centre).await;
    assert_eq!(desk.profiles, [Hash(old.digest()), Hash(new.digest())]);
    for bundle in [&old, &new] {
        let mut request = desk.request();
        request.wanted_profile = Some(Hash(bundle.digest()));
        let answer = desk.send(&centre, &request).await;
        assert_eq!(unpack(&answer.reply.profile.unwrap()).unwrap(), bundle.to_bytes());
    }
    let mut request = desk.request();
    request.wanted_profile = Some(Hash([1; 32]));
    assert_eq!(desk.send(&centre, &request).await.reply.profile, None);
    assert!(centre.offices().await.unwrap().iter().any(|known| known.name == "CAB 77, Souillac"));
    drop(centre);
    let entries = desk.feed.number;
    let centre = place.open(new).await.unwrap();
    desk.sync_all(&centre).await;
    assert_eq!(desk.feed.number, entries, "the same profile again is no change");
    assert_eq!(centre.verify().await.unwrap().faults, []);
}

async fn one_office_sees_nothing_of_another(place: &Place) {
    let centre = place.centre().await;
    let mut ours = Desk::enrol(&centre, office(12), 1).await;
    let mut theirs = Desk::enrol(&centre, office(7), 2).await;
    ours.register("ours");
    ours.sync_all(&centre).await;
    theirs.sync_all(&centre).await;
    assert!(theirs.complaints.is_empty());
    assert_eq!(theirs.devices.len(), 2, "the centre's own log and itself");
}

async fn the_store_can_be_closed_and_opened_again(place: &Place) {
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    desk.register("one");
    desk.sync_all(&centre).await;
    drop(centre);
    let centre = place.centre().await;
    desk.register("two");
    desk.sync_all(&centre).await;
    assert_eq!(desk.complaints.len(), 2);
    assert_eq!(centre.verify().await.unwrap().faults, []);
}
