//! The words of the papers and the code that asks for them agree.

use std::collections::BTreeSet;

use locales::{Language, texts};

const CODE: [&str; 9] = [
    include_str!("../../src/admission.rs"),
    include_str!("../../src/list.rs"),
    include_str!("../../src/notice.rs"),
    // The office puts the heads of a list's columns together.
    include_str!("../../../office/src/list_papers.rs"),
    include_str!("../../src/receipt/wording.rs"),
    include_str!("../../src/letter/wording.rs"),
    include_str!("../../src/register.rs"),
    include_str!("../../src/report.rs"),
    include_str!("../../src/tables.rs"),
];
/// The headings of a report's tables are put together.
const BY: [&str; 3] =
    ["letters-report-by-category", "letters-report-by-institution", "letters-report-by-status"];
const ENGLISH: &str = include_str!("../../../locales/en/letters.ftl");
const PREFIX: &str = "letters-";

fn asked_for() -> BTreeSet<&'static str> {
    let pieces = CODE.iter().flat_map(|code| code.split('"'));
    let whole = |piece: &&str| piece.starts_with(PREFIX) && !piece.contains('{');
    pieces.filter(whole).chain(BY).collect()
}

#[test]
fn every_word_asked_for_is_there_in_every_language() {
    assert!(asked_for().len() > 20);
    for language in Language::ALL {
        let missing: Vec<_> = asked_for().into_iter().filter(|key| !texts(language).has(key)).collect();
        assert!(missing.is_empty(), "{language} lacks {missing:?}");
    }
}

#[test]
fn no_word_is_kept_that_nobody_asks_for() {
    let kept: BTreeSet<_> = ENGLISH
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(key, _)| key)
        // Whom one calls in danger stands in the profile, so the office asks for those words.
        .filter(|key| key.starts_with(PREFIX) && !key.starts_with("letters-emergency-"))
        .collect();
    assert_eq!(kept, asked_for());
}
