//! What people type, and what somebody might type on purpose.

use letters::{Emergency, Kind, NeededPaper, Paper, Receipt};
use locales::Language;
use proptest::prelude::{ProptestConfig, any, proptest};

use crate::printed::{assert_self_contained, metadata, text};
use crate::samples::sample;
use crate::{pdf, svg};

/// A receipt that says `text` wherever it can.
fn full_of(text: &str, language: Language) -> Receipt {
    let any = text.to_owned();
    Receipt {
        language,
        service_title: any.clone(),
        office_title: any.clone(),
        office_name: any.clone(),
        office_address: any.clone(),
        office_hours: any.clone(),
        office_phone: any.clone(),
        kind: Kind::Request,
        reference: any.clone(),
        access_code: any.clone(),
        citizen_name: any.clone(),
        identity_ends_with: Some(any.clone()),
        phone: Some(any.clone()),
        matter: any.clone(),
        place: any.clone(),
        institution: any.clone(),
        documents: vec![NeededPaper { name: any.clone(), copies: any.clone() }; 3],
        follow_url: any.clone(),
        follow_phone: any.clone(),
        privacy: any.clone(),
        notice_version: any.clone(),
        clerk: any.clone(),
        register_state: any.clone(),
        seal: any.clone(),
        emergency: vec![Emergency { what: any.clone(), number: any }; 2],
        duplicate: true,
        ..sample(language)
    }
}

fn named(name: &str, language: Language) -> String {
    let receipt = Receipt { citizen_name: name.to_owned(), ..sample(language) };
    text(&pdf(&receipt))
}

#[test]
fn what_looks_like_markup_is_printed_as_typed() {
    for name in [
        "#panic() #sys #let a = 1",
        "*bold* _it_ `raw` $x^2$ <label> @ref",
        "= Title // no comment /* none */ \\ \\u{41} ~ -- --- .",
        "[#image(\"x.svg\")] {code} 'a' \"b\"",
        "<script>alert(1)</script> & &amp; ]]>",
        "{$name} { -term } %s ${x}",
    ] {
        let printed = named(name, Language::Fr);
        assert!(printed.contains(name), "{name} is not in\n{printed}");
    }
}

#[test]
fn signs_that_turn_the_direction_do_not_reach_the_paper() {
    let receipt =
        Receipt { citizen_name: "Ali\u{202e}txt.exe\u{2066}\u{0}\u{7}".to_owned(), ..sample(Language::En) };
    assert!(text(&pdf(&receipt)).contains("Alitxt.exe"));
}

#[test]
fn arabic_stands_in_a_french_receipt_and_french_in_an_arabic_one() {
    // Read back without points over ligatures in doubt: none of these letters joins into one with its neighbour.
    assert!(named("درويش", Language::Fr).contains("درويش"));
    assert!(named("12 bis, rue de l’Église (Rose-Belle)", Language::ArMa).contains("rue de l’Église"));
}

#[test]
fn a_receipt_of_nothing_but_strange_signs_is_printed_and_still_meets_the_standard() {
    let strange = [
        "👨‍👩‍👧 🇲🇺 ☎️ 你好 नमस्ते \u{e000} \u{10ffff} \u{fdd0}",
        "\u{202e}\u{202d}\u{2067}\u{2068}\u{200f}\u{61c}\u{feff}\u{fffe}",
        "Z\u{351}\u{36b}\u{343}\u{36a}a\u{302}\u{302b}l\u{363}\u{307}g\u{31b}o\u{340}",
        "لا إله ﷺ ﷽ 1٢۳ (CAB) ‏12-2",
        "\u{200d}\u{200d} \u{640}\u{640}\u{640} \u{301}",
        "#*$<>\\@_`~[]{}=-+/'\"&%",
    ];
    for text in strange {
        for language in [Language::Fr, Language::ArMa] {
            let receipt = full_of(text, language);
            assert!(metadata(&pdf(&receipt)).contains("pdfuaid:part"), "{language}: {text:?}");
            svg(&receipt, Paper::A5).iter().for_each(|page| assert_self_contained(page));
        }
    }
}

#[test]
fn a_very_long_text_without_a_space_breaks_and_goes_on() {
    for language in [Language::Mfe, Language::ArMa] {
        let receipt = Receipt { citizen_name: "x".repeat(3_000), ..full_of(&"0".repeat(200), language) };
        let printed = text(&pdf(&receipt));
        assert_eq!(printed.matches('x').count(), 3_000, "{language}");
        assert!(printed.contains("2/2") || printed.contains("3/"), "{language}: {printed}");
    }
}

proptest! {
    // Each case sets several pages, which takes its time without optimisation.
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_a_receipt_is_printed(typed in any::<String>(), arabic in any::<bool>()) {
        let language = if arabic { Language::ArMa } else { Language::En };
        let receipt = full_of(&typed, language);
        assert!(metadata(&pdf(&receipt)).contains("pdfuaid:part"));
        svg(&receipt, Paper::A4).iter().for_each(|page| assert_self_contained(page));
    }
}
