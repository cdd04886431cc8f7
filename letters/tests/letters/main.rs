//! The printed letters, register and report, read back: what stands on them in which language, and what the strangest
//! input makes of them.

mod admissions;
mod lists;
mod overviews;
#[path = "../receipt/printed.rs"]
mod printed;
mod samples;

use letters::{Addressee, Letter, LetterContent, Paper, letter_pdf, letter_svg};
use locales::Language;
use proptest::prelude::{ProptestConfig, any, proptest};

use printed::{assert_self_contained, keep, metadata, text};
use samples::{contents, letter};

fn printed(letter: &Letter) -> String {
    text(&letter_pdf(letter, Paper::A4).expect("a letter can always be printed"))
}

/// What every letter says in each language, by the order of `Language::ALL`.
fn expected(name: &str) -> [&'static str; 4] {
    match name {
        "acknowledgement" => [
            "We received your complaint on 24 November 2026 and registered it under the number 12-2-00417-51. Your \
             complaint is with Central Water Authority. You will have an answer by Thursday 7 January 2027.",
            "Nous avons reçu votre réclamation le 24 novembre 2026 et l’avons enregistrée sous le numéro 12-2-00417-51.",
            "Nou finn resevwar ou plint le 24 Novam 2026 ek nou finn anrezistre li anba nimero 12-2-00417-51. Ou plint \
             kot Central Water Authority. Ou pou gagn enn repons pa pli tar ki zedi 7 Zanvie 2027.",
            "12-2-00417-51",
        ],
        "documents" => [
            "To go on with your complaint, Central Water Authority needs: Title deed The last bill Please bring this to \
             our office by Friday 4 December 2026. The time limit stands still while we wait for these documents.",
            "Pour traiter votre réclamation, il manque à l’organisme Central Water Authority : Title deed The last bill",
            "Pou kontinie ar ou plint, Central Water Authority bizin: Title deed The last bill",
            "Title deed",
        ],
        "answer" => [
            "Central Water Authority answered your complaint on 2 December 2026: The pipe was mended. Water is back. \
             This is the definitive answer.",
            "Réponse donnée à votre réclamation le 2 décembre 2026 (Central Water Authority) : The pipe was mended. Water \
             is back. Cette réponse est définitive.",
            "Central Water Authority finn reponn ou plint le 2 Desam 2026: The pipe was mended. Water is back. Sa \
             repons-la definitif.",
            "The pipe was mended.",
        ],
        "closing" => [
            "You withdrew your complaint on 2 December 2026. Nothing more will be done about it. What was noted The \
             water came back.",
            "Vous avez retiré votre réclamation le 2 décembre 2026. Il n’y sera plus donné suite. Ce qui a été noté The \
             water came back.",
            "Ou finn tir ou plint le 2 Desam 2026. Nou pa pou fer nanye ankor lor la. Seki finn note The water came back.",
            "The water came back.",
        ],
        _ => ["Hand-over slip", "Bordereau de transmission", "Papie transfer", "Central Water Authority"],
    }
}

#[test]
fn each_letter_says_what_the_complaint_has_come_to_in_every_language() {
    for (name, content) in contents() {
        for (language, expected) in Language::ALL.into_iter().zip(expected(name)) {
            for paper in [Paper::A4, Paper::A5] {
                let letter = letter(language, content.clone());
                let pdf = letter_pdf(&letter, paper).expect("a letter can always be printed");
                keep(&format!("letter-{name}-{paper:?}-{language}").to_lowercase(), &pdf);
                let printed = text(&pdf);
                assert!(printed.contains(expected), "{language}: {expected} is not in\n{printed}");
                let described = metadata(&pdf);
                assert!(described.contains("<pdfuaid:part>1</pdfuaid:part>"), "{name} {language}");
                assert!(described.contains(&format!("<rdf:li>{language}</rdf:li>")), "{name} {language}");
                let pages = letter_svg(&letter, paper).expect("a letter can always be printed");
                assert_eq!(pages.len(), 1, "{name} {language} {paper:?}");
                pages.iter().for_each(|page| assert_self_contained(page));
            }
        }
    }
}

#[test]
fn the_letterhead_the_addressee_and_the_clerk_stand_on_it() {
    let (_, content) = contents().remove(0);
    let printed = printed(&letter(Language::En, content));
    for expected in [
        "Republic of Mauritius",
        "Citizen Support Unit",
        "CAB 12, Mahébourg",
        "Sooria Pentiah",
        "Rue Shivananda",
        "Dear Sir or Madam,",
        "Yours faithfully,",
        "Anousha Ramdin",
        "Wednesday 2 December 2026",
    ] {
        assert!(printed.contains(expected), "{expected} is not in\n{printed}");
    }
}

#[test]
fn a_slip_is_no_letter_to_the_citizen_and_is_signed_twice() {
    let (_, content) = contents().into_iter().find(|(name, _)| *name == "slip").expect("a slip");
    let printed = printed(&letter(Language::En, content));
    assert!(!printed.contains("Dear Sir") && !printed.contains("Yours faithfully"), "{printed}");
    for expected in
        ["To Central Water Authority", "From CAB 12", "5700 0265", "Handed over by", "Received by: name"]
    {
        assert!(printed.contains(expected), "{expected} is not in\n{printed}");
    }
}

#[test]
fn a_letter_that_is_printed_again_says_so_and_a_first_one_does_not() {
    for (language, word) in Language::ALL.into_iter().zip(["Duplicate", "Duplicata", "Diplikata"]) {
        for (name, content) in contents() {
            let first = letter(language, content);
            let again = Letter { duplicate: true, ..first.clone() };
            assert!(printed(&again).contains(word), "{name} {language}");
            assert!(!printed(&first).contains(word), "{name} {language}");
        }
    }
}

#[test]
fn an_answer_of_many_pages_is_whole() {
    let text: Vec<String> = (0..1500).map(|number| format!("w{number:04}")).collect();
    let content = LetterContent::Answer {
        by: "CWA".to_owned(),
        on: jiff::civil::date(2026, 12, 2),
        text: text.join(" "),
        definitive: false,
    };
    let printed = printed(&letter(Language::Fr, content));
    let missing: Vec<_> = text.iter().filter(|word| !printed.contains(*word)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert!(printed.contains("2/"), "its pages are numbered");
}

proptest! {
    // Each case sets pages, which takes its time without optimisation.
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_a_letter_is_printed(typed in any::<String>(), arabic in any::<bool>()) {
        let language = if arabic { Language::ArMa } else { Language::En };
        let content = LetterContent::Closing {
            ending: letters::Ending::Closed,
            on: jiff::civil::date(2026, 12, 2),
            text: typed.clone(),
        };
        let letter = Letter {
            addressee: Addressee { name: typed.clone(), lines: vec![typed.clone(); 2] },
            subject: typed.clone(),
            clerk: typed,
            ..letter(language, content)
        };
        let pdf = letter_pdf(&letter, Paper::A5).expect("a letter can always be printed");
        assert!(metadata(&pdf).contains("pdfuaid:part"));
    }
}
