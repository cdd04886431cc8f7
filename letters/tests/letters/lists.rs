//! Register and report, read back.

use letters::{
    ListCell, ListColumn, ListPaper, Logo, PrivacySheet, letter_pdf, list_pdf, list_svg, privacy_pdf,
    privacy_svg, register_pdf, register_svg, report_pdf, report_svg,
};
use locales::Language;

use crate::printed::{assert_self_contained, keep, metadata, text};
use crate::samples::{contents, letter, register, report};

#[test]
fn the_register_has_a_line_for_each_complaint_and_its_head_on_each_page() {
    let (titles, empty) = (
        [
            "Register of Tuesday 24 November 2026",
            "Registre du mardi 24 novembre 2026",
            "Rezis mardi 24 Novam 2026",
        ],
        [
            "Nothing was registered on this day.",
            "Rien n’a été enregistré ce jour-là.",
            "Nanye pa finn anrezistre sa zour-la.",
        ],
    );
    for language in Language::ALL {
        let pdf = register_pdf(&register(language, 60)).expect("a register can always be printed");
        keep(&format!("register-{language}").to_lowercase(), &pdf);
        assert!(metadata(&pdf).contains("<pdfuaid:part>1</pdfuaid:part>"), "{language}");
        let printed = text(&pdf);
        let missing: Vec<_> = (1..=60)
            .map(|number| format!("12-2-{number:05}-51"))
            .filter(|reference| !printed.contains(reference.as_str()))
            .collect();
        assert!(missing.is_empty(), "{language}: {missing:?}");
        let pages = register_svg(&register(language, 60)).expect("a register can always be printed");
        assert!(pages.len() > 2, "{language}");
        pages.iter().for_each(|page| assert_self_contained(page));
    }
    for ((language, title), nothing) in Language::ALL.into_iter().zip(titles).zip(empty) {
        let printed = text(&register_pdf(&register(language, 0)).expect("a register can always be printed"));
        assert!(printed.contains(title) && printed.contains(nothing), "{language}: {printed}");
    }
}

#[test]
fn the_report_says_how_many_and_counted_how() {
    let titles = ["Report for November 2026", "Rapport de novembre 2026", "Rapor Novam 2026", "2026"];
    for (language, title) in Language::ALL.into_iter().zip(titles) {
        let pdf = report_pdf(&report(language)).expect("a report can always be printed");
        keep(&format!("report-{language}").to_lowercase(), &pdf);
        assert!(metadata(&pdf).contains("<pdfuaid:part>1</pdfuaid:part>"), "{language}");
        let printed = text(&pdf);
        for expected in [title, "41", "17", "Central Water Authority", "Anousha Ramdin"] {
            assert!(printed.contains(expected), "{language}: {expected} is not in\n{printed}");
        }
        let pages = report_svg(&report(language)).expect("a report can always be printed");
        assert_eq!(pages.len(), 1, "{language}");
        pages.iter().for_each(|page| assert_self_contained(page));
    }
}

fn list(language: Language, lines: u32) -> ListPaper {
    let column = |title: &str, share| ListColumn { title: title.to_owned(), share };
    let row = |number: u32| {
        vec![
            ListCell::Number(format!("12-2-{number:05}-51")),
            ListCell::Day(Some(jiff::civil::date(2026, 11, 24))),
            ListCell::Typed("Zoé العلوي".to_owned()),
            ListCell::Pair("Water".to_owned(), "Pena dilo".to_owned()),
            ListCell::Word("Passed on".to_owned()),
        ]
    };
    ListPaper {
        language,
        head: register(language, 0).head,
        title: "Overdue".to_owned(),
        filters: vec![("With".to_owned(), "Central Water Authority".to_owned())],
        total: lines.max(1) * 2,
        printed_at: jiff::civil::datetime(2026, 11, 24, 10, 30, 0, 0),
        printed_by: "Anousha Ramdin".to_owned(),
        columns: vec![
            column("Reference", 0),
            column("Registered on", 2),
            column("Citizen", 4),
            column("Matter", 8),
            column("Status", 3),
        ],
        rows: (1..=lines).map(row).collect(),
        empty: "Nothing is overdue".to_owned(),
    }
}

#[test]
fn a_list_says_what_it_was_narrowed_by_who_printed_it_and_that_it_was_cut() {
    for (language, lines) in [(Language::En, 40), (Language::ArMa, 12)] {
        let list = list(language, lines);
        let pdf = list_pdf(&list).expect("a list can always be printed");
        keep(&format!("list-{language}").to_lowercase(), &pdf);
        assert!(metadata(&pdf).contains("<pdfuaid:part>1</pdfuaid:part>"), "{language}");
        let printed = text(&pdf);
        for expected in ["12-2-00001-51", "12-2-00012-51", "Central Water Authority", "Anousha Ramdin"] {
            assert!(printed.contains(expected), "{language}: {expected} is not in\n{printed}");
        }
        let pages = list_svg(&list).expect("a list can always be printed");
        let is_long = lines > 30;
        assert_eq!(pages.len() > 1, is_long, "{language}");
        assert_eq!(printed.contains("2/2"), is_long, "{language}: the pages are numbered\n{printed}");
        pages.iter().for_each(|page| assert_self_contained(page));
    }
    let english = text(&list_pdf(&list(Language::En, 2)).expect("a list can always be printed"));
    assert!(
        english.contains("With: Central Water Authority · the first 2 lines; there are more"),
        "{english}"
    );
    let empty = text(&list_pdf(&list(Language::En, 0)).expect("a list can always be printed"));
    assert!(empty.contains("Nothing is overdue"), "{empty}");
}

#[test]
fn a_privacy_notice_of_two_hundred_and_fifty_words_fits_on_one_sheet_in_every_language() {
    for language in Language::ALL {
        let sheet = PrivacySheet {
            language,
            head: register(language, 0).head,
            printed_at: jiff::civil::datetime(2026, 11, 24, 10, 30, 0, 0),
            version: "3".to_owned(),
            text: "Your data are kept to deal with your complaint. ".repeat(28),
        };
        if language == Language::ArMa {
            let pdf = privacy_pdf(&sheet).expect("a notice can always be printed");
            keep("notice-ar-ma", &pdf);
            assert!(metadata(&pdf).contains("<pdfuaid:part>1</pdfuaid:part>"), "{language}");
            assert!(text(&pdf).contains('3'), "{language}");
        }
        assert_eq!(privacy_svg(&sheet).expect("a notice can always be printed").len(), 1, "{language}");
    }
}

#[test]
fn a_letter_bears_the_mark_of_whoever_writes_with_the_words_that_stand_for_it() {
    let drawing = include_bytes!("../../../profiles/mauritius/logo.svg").to_vec();
    let (_, content) = contents().remove(0);
    let mut with = letter(Language::En, content);
    let without = letter_pdf(&with, letters::Paper::A4).expect("a letter can always be printed");
    with.head.logo = Some(Logo { format: "svg", bytes: drawing, alt: "Mark of the unit".to_owned() });
    let pdf = letter_pdf(&with, letters::Paper::A4).expect("a letter can always be printed");
    keep("letter-with-logo", &pdf);
    assert!(metadata(&pdf).contains("<pdfuaid:part>1</pdfuaid:part>"));
    assert_ne!(pdf, without);
}
