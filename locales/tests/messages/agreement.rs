//! The four languages say the same things: same keys, same gaps, and the plurals that each grammar needs.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::{FILES, Message, assert_none, messages};
use locales::{Args, Language, texts, without_isolation};

#[test]
fn every_language_has_the_keys_that_english_has() {
    let mut complaints = Vec::new();
    for file in FILES {
        let english = messages(Language::En, file);
        for language in [Language::Fr, Language::Mfe, Language::ArMa] {
            let others = messages(language, file);
            let lacking: Vec<_> = english.keys().filter(|key| !others.contains_key(*key)).collect();
            if !lacking.is_empty() {
                complaints.push(format!("{language}/{file} lacks {} keys: {lacking:?}", lacking.len()));
            }
            let strange: Vec<_> = others.keys().filter(|key| !english.contains_key(*key)).collect();
            if !strange.is_empty() {
                complaints.push(format!("{language}/{file} has keys that English lacks: {strange:?}"));
            }
        }
    }
    assert_none(&complaints);
}

#[test]
fn a_message_has_the_same_gaps_in_every_language() {
    let mut complaints = Vec::new();
    for_each_translation(|language, file, key, english, translated| {
        if english.gaps != translated.gaps {
            complaints.push(format!(
                "{language}/{file} {key} has the gaps {:?}, English has {:?}",
                translated.gaps, english.gaps
            ));
        }
    });
    assert_none(&complaints);
}

#[test]
fn no_key_stands_in_two_files() {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    let mut complaints = Vec::new();
    for file in FILES {
        for key in messages(Language::En, file).into_keys() {
            if let Some(first) = seen.insert(key.clone(), file) {
                complaints.push(format!("{key} stands in {first} and in {file}"));
            }
        }
    }
    assert_none(&complaints);
}

#[test]
fn every_reference_leads_to_a_message_of_the_same_language() {
    let mut complaints = Vec::new();
    for language in Language::ALL {
        let all: BTreeMap<String, Message> =
            FILES.into_iter().flat_map(|file| messages(language, file)).collect();
        for (key, message) in &all {
            for reference in message.references.iter().filter(|reference| !all.contains_key(*reference)) {
                complaints.push(format!("{language} {key} refers to {reference}, which is nowhere"));
            }
        }
    }
    assert_none(&complaints);
}

#[test]
fn where_english_counts_arabic_has_six_forms_and_french_two() {
    let mut complaints = Vec::new();
    for_each_translation(|language, file, key, english, translated| {
        let needed: &[&str] = match language {
            Language::ArMa => &["zero", "one", "two", "few", "many", "other"],
            Language::Fr => &["one", "other"],
            Language::En | Language::Mfe => return,
        };
        let counted: BTreeSet<&String> = english.plurals.iter().map(|(gap, _)| gap).collect();
        for gap in counted {
            if !translated.plurals.iter().any(|(counted, _)| counted == gap) {
                complaints.push(format!("{language}/{file} {key} does not count ${gap} as English does"));
            }
        }
        for (gap, forms) in &translated.plurals {
            for form in needed.iter().filter(|form| !forms.contains(**form)) {
                complaints.push(format!("{language}/{file} {key} has no form [{form}] for ${gap}"));
            }
        }
    });
    assert_none(&complaints);
}

#[test]
fn kreol_has_no_plural_forms_to_choose_from() {
    let mut complaints = Vec::new();
    for file in FILES {
        for (key, message) in messages(Language::Mfe, file) {
            for (gap, forms) in message.plurals {
                complaints
                    .push(format!("mfe/{file} {key} chooses by ${gap} among {forms:?}; only other exists"));
            }
        }
    }
    assert_none(&complaints);
}

#[test]
fn every_message_is_found_and_leaves_no_gap_open() {
    let mut complaints = Vec::new();
    for language in Language::ALL {
        for file in FILES {
            for (key, message) in messages(language, file) {
                if key.starts_with('-') || key.contains('.') {
                    continue;
                }
                let args =
                    message.gaps.into_iter().fold(Args::new(), |args, gap| args.with(gap.leak(), 7_i64));
                let text = without_isolation(&texts(language).text_with(&key, &args));
                if !texts(language).has(&key) || text.trim().is_empty() || text.contains(['{', '}']) {
                    complaints.push(format!("{language}/{file} {key} comes out as “{text}”"));
                }
            }
        }
    }
    assert_none(&complaints);
}

fn for_each_translation(mut check: impl FnMut(Language, &str, &str, &Message, &Message)) {
    for file in FILES {
        let english = messages(Language::En, file);
        for language in [Language::Fr, Language::Mfe, Language::ArMa] {
            for (key, translated) in messages(language, file) {
                if let Some(original) = english.get(&key) {
                    check(language, file, &key, original, &translated);
                }
            }
        }
    }
}
