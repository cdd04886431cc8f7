//! Many computers at once, over several processes of the centre: numbers are gapless and appear in the order in which
//! they are given, and nobody waits for ever.

use std::sync::Arc;

use central_server::Centre;

use crate::desk::Desk;
use crate::engine::{Place, office};
use crate::on_both_engines;
use crate::postgres::{ask, hold};

on_both_engines!(computers_of_thirty_five_offices_push_at_once);

/// Offices of the profile of Mauritius.
const OFFICES: u8 = 35;

async fn computers_of_thirty_five_offices_push_at_once(place: &Place) {
    let centres = [place.centre().await, place.centre().await];
    let mut desks = Vec::new();
    for n in 0..OFFICES + 3 {
        // Three offices have two computers.
        desks.push(Desk::enrol(&centres[0], office(1 + n % OFFICES), n + 1).await);
    }
    let work = desks.into_iter().enumerate().map(|(at, mut desk)| {
        let centres = &centres;
        async move {
            for round in 0..4 {
                let id = desk.register(&format!("complaint {round}"));
                desk.note(id, "and a note");
                desk.sync_all(&centres[(at + round) % 2]).await;
            }
            desk
        }
    });
    let mut desks = futures_util::future::join_all(work).await;
    for desk in &mut desks {
        desk.sync_all(&centres[0]).await;
    }
    let audit = centres[1].verify().await.unwrap();
    assert_eq!(audit.faults, []);
    for desk in &desks {
        let computers = if desk.office().number() <= 3 { 2 } else { 1 };
        assert_eq!(desk.complaints.len(), 4 * computers);
        let office = audit.offices.iter().find(|office| office.office == desk.office()).unwrap();
        assert_eq!((&office.fold, &office.head), (&desk.digest(), &desk.feed.hash.to_string()));
    }
}

/// How many of the centre's transactions wait for a lock of somebody else.
fn waiting(url: &str) -> String {
    ask(
        url,
        "SELECT count(*) FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'",
    )
}

fn pushing(centre: &Arc<Centre>, mut desk: Desk) -> tokio::task::JoinHandle<Desk> {
    let centre = Arc::clone(centre);
    tokio::spawn(async move {
        desk.sync(&centre).await;
        desk
    })
}

/// The first of two has its number and is held up before it commits. Were numbers given in the order of insertion, the
/// second would commit before it, and whoever reads then would pass over the first for ever.
#[tokio::test(flavor = "multi_thread")]
async fn a_reader_never_passes_a_number_that_is_not_committed_yet() {
    let place = Place::postgres();
    let url = place.database_url.clone().unwrap();
    let centre = Arc::new(place.centre().await);
    let mut first = Desk::enrol(&centre, office(12), 1).await;
    let mut second = Desk::enrol(&centre, office(12), 2).await;
    let mut reader = Desk::enrol(&centre, office(12), 3).await;
    reader.sync(&centre).await;
    let before = reader.feed.number;
    let (one, two) = (first.register("one"), second.register("two"));

    let device = first.admitted.device.0;
    let held = hold(&url, &format!("UPDATE devices SET number = number WHERE id = {device}"));
    let first = pushing(&centre, first);
    while waiting(&url).trim() != "1" {
        assert!(!first.is_finished(), "the first is held up");
    }
    let second = pushing(&centre, second);
    while waiting(&url).trim() != "2" && !second.is_finished() {}
    reader.sync(&centre).await;
    assert_eq!(reader.feed.number, before, "nothing is seen before what stands in front of it");
    assert!(!second.is_finished(), "the second waits for the first");

    held.let_go();
    let (mut first, second) = (first.await.unwrap(), second.await.unwrap());
    reader.sync(&centre).await;
    first.sync(&centre).await;
    assert_eq!(reader.feed.number, before + 2);
    for desk in [&reader, &first, &second] {
        assert!(desk.complaints.contains_key(&one) && desk.complaints.contains_key(&two));
        assert_eq!(desk.feed, reader.feed);
    }
    assert_eq!(centre.verify().await.unwrap().faults, []);
}
