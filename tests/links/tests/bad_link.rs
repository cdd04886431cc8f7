//! A small slice of `cargo xtask bad-link`: it ends, both ends are equal, and the bytes stay bounded. Times are for
//! the long run.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::time::Duration;

use desktop::Outcome;
use links::Shape;
use links::bad_link::{Measured, Work, measure};

const WORK: Work = Work { complaints: 40, scan_bytes: 0 };
/// Far more than the work takes; only what does not get on meets it.
const LIMIT: Duration = Duration::from_secs(60);

async fn measured(cut_each_bytes: Option<u64>, limit: Duration) -> Outcome<Measured> {
    measured_with(WORK, cut_each_bytes, limit).await
}

async fn measured_with(work: Work, cut_each_bytes: Option<u64>, limit: Duration) -> Outcome<Measured> {
    let folder = tempfile::tempdir().unwrap();
    let line = Shape {
        bandwidth_bit_s: Some(2_000_000),
        round_trip: Duration::from_millis(20),
        cut_each_bytes,
        ..Shape::default()
    };
    measure(folder.path(), work, line, limit).await
}

#[tokio::test]
async fn a_line_without_cuts_needs_one_attempt_and_few_bytes() -> Outcome<()> {
    let uncut = measured(None, LIMIT).await?;
    assert!(uncut.finished, "{uncut:?}");
    assert_eq!((uncut.attempts, uncut.counts.cuts, uncut.counts.connections), (1, 0, 1), "{uncut:?}");
    assert!(uncut.counts.bytes() < 600 * u64::from(WORK.complaints), "{uncut:?}");
    Ok(())
}

#[tokio::test]
async fn what_does_not_get_on_is_given_up_after_the_limit_and_said() -> Outcome<()> {
    let hopeless = measured(Some(100), Duration::from_secs(5)).await?;
    assert!(!hopeless.finished, "{hopeless:?}");
    assert!(hopeless.counts.cuts > 0 && hopeless.last_failure.is_some(), "{hopeless:?}");
    Ok(())
}

#[tokio::test]
async fn a_line_that_is_cut_each_8_kib_costs_a_bounded_number_of_bytes() -> Outcome<()> {
    // More than 8 KiB also by the codec that packs best, which a fast computer chooses for this line.
    let work = Work { complaints: 200, ..WORK };
    let uncut = measured_with(work, None, LIMIT).await?;
    let cut = measured_with(work, Some(8 * 1024), LIMIT).await?;
    assert!(cut.finished && cut.counts.cuts > 0, "{cut:?}");
    // A cut may lose a frame in each direction and the head of a request, not more.
    let bound = uncut.counts.bytes() + cut.counts.cuts * 10 * 1024;
    assert!(cut.counts.bytes() <= bound, "{cut:?} against {uncut:?}");
    Ok(())
}

#[tokio::test]
async fn a_scan_crosses_a_line_that_is_cut_each_8_kib_and_no_cut_costs_more_than_a_slice() -> Outcome<()> {
    let work = Work { complaints: 3, scan_bytes: 100_000 };
    let uncut = measured_with(work, None, LIMIT).await?;
    assert!(uncut.finished && uncut.attempts == 1, "{uncut:?}");
    assert!(uncut.counts.bytes() < 112_000, "{uncut:?}");
    let cut = measured_with(work, Some(8 * 1024), LIMIT).await?;
    assert!(cut.finished && cut.counts.cuts > 10, "{cut:?}");
    // A slice that was on its way, and the request and the answer in which the centre says how much it has.
    let bound = uncut.counts.bytes() + cut.counts.cuts * 7 * 1024;
    assert!(cut.counts.bytes() <= bound, "{cut:?} against {uncut:?}");
    Ok(())
}
