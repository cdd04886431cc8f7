//! Spaces, quotation marks, digits and invisible marks as each language wants them. Spelling is for people.
//!
//! What stands in a `{ "literal" }` is not looked at: a key of the keyboard may have to be shown as it is.

use crate::catalogue::{FILES, Run, assert_none, messages, source};
use locales::Language;

const NARROW_SPACE: char = '\u{202f}';
const NO_BREAK_SPACE: char = '\u{a0}';

#[test]
fn no_file_has_invisible_marks_of_direction_that_reorder_text() {
    let mut complaints = Vec::new();
    for language in Language::ALL {
        for file in FILES {
            for (number, line) in source(language, file).lines().enumerate() {
                let forbidden = |mark: &char| matches!(mark, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
                if let Some(mark) = line.chars().find(forbidden) {
                    complaints.push(format!("{language}/{file}:{} has {mark:?}", number + 1));
                }
            }
        }
    }
    assert_none(&complaints);
}

#[test]
fn quotation_marks_and_ellipses_are_the_printed_ones() {
    look_at(&Language::ALL, |run| {
        if run.text.contains(['\'', '"']) {
            return Some("a straight quotation mark");
        }
        run.text.contains("...").then_some("three dots for …")
    });
}

#[test]
fn french_has_its_narrow_spaces() {
    look_at(&[Language::Fr], |run| {
        let mut before = None;
        let mut letters = run.text.chars().peekable();
        while let Some(letter) = letters.next() {
            let next = letters.peek().copied();
            match letter {
                ';' | '!' | '?' if !matches!(before, Some(NARROW_SPACE | '!' | '?')) => {
                    return Some("no U+202F before ; ! ?");
                }
                ':' if next.is_none_or(char::is_whitespace) && before != Some(NO_BREAK_SPACE) => {
                    return Some("no U+00A0 before :");
                }
                '«' if next != Some(NARROW_SPACE) => return Some("no U+202F after «"),
                '»' if before != Some(NARROW_SPACE) => return Some("no U+202F before »"),
                _ => {}
            }
            before = Some(letter);
        }
        None
    });
}

#[test]
fn english_and_kreol_have_no_space_before_a_mark() {
    look_at(&[Language::En, Language::Mfe], |run| {
        let mut before = 'x';
        for letter in run.text.chars() {
            if matches!(letter, ':' | ';' | '!' | '?') && before.is_whitespace() {
                return Some("a space before : ; ! ?");
            }
            before = letter;
        }
        None
    });
}

#[test]
fn kreol_quotes_have_narrow_spaces_inside() {
    look_at(&[Language::Mfe], |run| {
        let text = run.text.replace("«\u{202f}", "").replace("\u{202f}»", "");
        text.contains(['«', '»', '“', '”']).then_some("a quotation without « and » and U+202F inside")
    });
}

#[test]
fn arabic_has_western_digits_and_no_ornaments() {
    look_at(&[Language::ArMa], |run| {
        let complaint = |letter: char| match letter {
            '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' => Some("an Arabic-Indic digit"),
            '\u{640}' => Some("a tatweel"),
            '\u{64b}'..='\u{652}' => Some("a vowel sign"),
            '\u{6cc}' | '\u{6a9}' => Some("a Persian letter"),
            '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => Some("a presentation form"),
            _ => None,
        };
        run.text.chars().find_map(complaint)
    });
}

#[test]
fn arabic_has_its_own_comma_semicolon_and_question_mark() {
    look_at(&[Language::ArMa], |run| {
        let mut before = 'x';
        for letter in run.text.chars() {
            if matches!(letter, ',' | ';' | '?') && is_arabic(before) {
                return Some("a Latin , ; or ? after an Arabic word");
            }
            before = letter;
        }
        None
    });
}

#[test]
fn no_arabic_particle_sticks_to_a_gap() {
    look_at(&[Language::ArMa], |run| {
        let sticks = run.before_a_gap && run.text.chars().next_back().is_some_and(is_arabic);
        sticks.then_some("a letter that sticks to the gap after it")
    });
}

fn is_arabic(letter: char) -> bool {
    matches!(letter, '\u{621}'..='\u{64a}')
}

fn look_at(languages: &[Language], rule: impl Fn(&Run) -> Option<&'static str>) {
    let mut complaints = Vec::new();
    for &language in languages {
        for file in FILES {
            for (key, message) in messages(language, file) {
                for run in &message.runs {
                    if let Some(complaint) = rule(run) {
                        complaints.push(format!("{language}/{file} {key}: {complaint} in “{}”", run.text));
                    }
                }
            }
        }
    }
    assert_none(&complaints);
}
