//! The words of the receipt and the code that asks for them agree.

use std::collections::BTreeSet;

use locales::{Language, texts};

const CODE: &str = include_str!("../../src/receipt/wording.rs");
const ENGLISH: &str = include_str!("../../../locales/en/letters.ftl");
const PREFIX: &str = "letters-receipt-";

fn asked_for() -> BTreeSet<&'static str> {
    CODE.split('"').filter(|piece| piece.starts_with(PREFIX)).collect()
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
        .filter(|key| key.starts_with(PREFIX))
        .collect();
    assert_eq!(kept, asked_for());
}
