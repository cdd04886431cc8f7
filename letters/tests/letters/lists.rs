//! Register and report, read back.

use letters::{register_pdf, register_svg, report_pdf, report_svg};
use locales::Language;

use crate::printed::{assert_self_contained, keep, metadata, text};
use crate::samples::{register, report};

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
