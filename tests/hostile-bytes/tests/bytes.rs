//! A slice of the long run: `cargo xtask fuzz` does it at length.

/// One test alone in its process: the memory of another one would be counted too.
#[test]
fn no_decoder_panics_or_takes_more_memory_than_it_says() {
    let report = hostile_bytes::run(0, 30_000);
    assert_eq!(report.faults, [] as [String; 0]);
    assert!(report.read > report.runs / 50, "{} of {} were read at all", report.read, report.runs);
    assert!(
        report.most.iter().all(|(_, memory, _)| *memory > 0),
        "each decoder had its turn: {:?}",
        report.most
    );
}
