//! A slice of the long run for documents: `cargo xtask fuzz --documents` does it at length.

/// One test alone in its process: the memory of another one would be counted too.
#[test]
fn no_changed_picture_and_no_changed_pdf_makes_the_desk_panic_or_swell() {
    let report = hostile_bytes::documents(0, 600);
    assert_eq!(report.faults, [] as [String; 0]);
    assert!(report.read > report.runs / 20, "{} of {} were read at all", report.read, report.runs);
    assert!(report.most.iter().all(|(_, memory, _)| *memory > 0), "{:?}", report.most);
}
