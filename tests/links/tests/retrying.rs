//! What the desk makes of a line: one connection for many exchanges, one exchange at a time, an end to silence, and
//! patience with what is slow and moves.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use desktop::{Centre, Outcome};
use links::{Far, Proxy, Shape};
use office::{Clock, EnrolmentRequest, Exchanger, KeyStore, Office};
use sync_engine::HttpLine;

/// A centre, a line to it, and a computer that knows the centre at the line's address.
struct Ends {
    centre: Centre,
    line: Proxy,
    office: Arc<Office>,
    exchanger: Arc<Exchanger>,
}

async fn ends(folder: &Path) -> Outcome<Ends> {
    let centre = Centre::start(folder).await?;
    let line = Proxy::start(at(&centre), Shape::default()).unwrap();
    let request = EnrolmentRequest {
        server: line.url(),
        code: centre.enrolment_code("12")?,
        key_store: KeyStore::File(folder.join("pc.key")),
    };
    let office = Arc::new(office::enrol(&folder.join("pc"), &request, Clock::system()).await.unwrap());
    let exchanger = Exchanger::new(Arc::clone(&office)).unwrap();
    // Whatever enrolment leaves to be sent is not what the tests count.
    exchanger.exchange().await.unwrap();
    Ok(Ends { centre, line, office, exchanger })
}

fn at(centre: &Centre) -> Far {
    Far::Centre(centre.url().trim_start_matches("http://").parse().unwrap())
}

fn register(office: &Office, numbers: std::ops::Range<u32>) {
    let lines = offices::lines(numbers);
    let author = Office::administrator("Anousha Ramdin");
    office.import(&mut lines.as_bytes(), &author, |_| Ok(())).unwrap();
}

impl Ends {
    fn waiting(&self) -> u32 {
        self.office.resting_status().unwrap().waiting
    }

    fn must_be_equal(&self, complaints: u64) {
        let audit = self.centre.ask().unwrap().word("verify").json().unwrap();
        let there =
            audit["offices"].as_array().unwrap().iter().find(|office| office["office"] == "12").unwrap();
        let here = self.office.verify().unwrap();
        let fold: String = here.fold.iter().map(|byte| format!("{byte:02x}")).collect();
        assert!(here.problems.is_empty(), "{:?}", here.problems);
        assert_eq!((&there["complaints"], &there["fold"]), (&complaints.into(), &fold.into()));
    }
}

#[tokio::test]
async fn the_next_exchange_uses_the_connection_of_the_last() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let ends = ends(folder.path()).await?;
    let before = ends.line.counts();
    for number in 0..3 {
        register(&ends.office, number..number + 1);
        ends.exchanger.exchange().await.unwrap();
    }
    let now = ends.line.counts();
    assert!(now.requests - before.requests >= 3);
    assert_eq!(
        now.connections, before.connections,
        "a connection costs a round trip, and with TLS two or three"
    );
    ends.must_be_equal(3);
    Ok(())
}

#[tokio::test]
async fn a_connection_that_broke_meanwhile_costs_one_attempt_at_most() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let ends = ends(folder.path()).await?;
    ends.line.cut();
    register(&ends.office, 0..1);
    if ends.exchanger.exchange().await.is_err() {
        assert_eq!(ends.waiting(), 1);
        ends.exchanger.exchange().await.unwrap();
    }
    ends.must_be_equal(1);
    Ok(())
}

#[tokio::test]
async fn those_who_want_an_exchange_at_once_wait_for_one_another() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let ends = ends(folder.path()).await?;
    register(&ends.office, 0..5);
    ends.line.reshape(Shape { round_trip: Duration::from_millis(40), ..Shape::default() });
    let exchanges = [(); 4].map(|()| {
        let exchanger = Arc::clone(&ends.exchanger);
        tokio::spawn(async move { exchanger.exchange().await })
    });
    for exchange in exchanges {
        exchange.await.unwrap().unwrap();
    }
    assert_eq!(ends.line.counts().most_at_once, 1);
    ends.must_be_equal(5);
    Ok(())
}

#[tokio::test]
async fn a_line_that_falls_silent_ends_the_attempt_and_loses_nothing() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let ends = ends(folder.path()).await?;
    register(&ends.office, 0..5);
    ends.line.lead_to(Far::BlackHole);
    ends.line.cut();
    let impatient = HttpLine::new(&ends.line.url()).unwrap().with_silence_limit(Duration::from_millis(100));
    let failed = ends.exchanger.exchange_over(&impatient).await.unwrap_err();
    assert_eq!(failed.code(), "unreachable", "{failed}");
    let status = ends.exchanger.status().borrow().clone();
    assert!(!status.exchanging);
    assert_eq!((status.line, status.waiting), (office::view::Line::Down, 5));

    ends.line.lead_to(at(&ends.centre));
    ends.line.cut();
    ends.exchanger.exchange().await.unwrap();
    assert_eq!(ends.waiting(), 0);
    ends.must_be_equal(5);
    Ok(())
}

#[tokio::test]
async fn a_slow_line_that_moves_is_not_taken_for_a_silent_one() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let ends = ends(folder.path()).await?;
    register(&ends.office, 0..150);
    // The request takes several times as long as silence may last.
    ends.line.reshape(Shape { bandwidth_bit_s: Some(40_000), ..Shape::default() });
    let impatient = HttpLine::new(&ends.line.url()).unwrap().with_silence_limit(Duration::from_millis(300));
    ends.exchanger.exchange_over(&impatient).await.unwrap();
    assert_eq!(ends.waiting(), 0);
    ends.must_be_equal(150);
    Ok(())
}

#[tokio::test]
async fn a_desk_that_exchanges_by_itself_goes_on_when_the_line_is_back() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let mut ends = ends(folder.path()).await?;
    ends.centre.kill()?;
    ends.line.cut();
    register(&ends.office, 0..3);
    let mut status = ends.exchanger.status();
    let serving = tokio::spawn(Arc::clone(&ends.exchanger).run());
    status.wait_for(|status| status.next_try_at.is_some()).await.unwrap();
    assert_eq!(ends.waiting(), 3);

    ends.centre.line_up().await?;
    ends.exchanger.wake();
    status.wait_for(|status| status.waiting == 0).await.unwrap();
    serving.abort();
    ends.must_be_equal(3);
    Ok(())
}
