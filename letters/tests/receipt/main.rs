//! The printed receipt, read back: what stands on it, what never does, and what the strangest input makes of it.

mod hostile;
mod printed;
mod samples;
mod seal;
mod wording;

use letters::{Paper, Receipt, receipt_pdf, receipt_svg};
use locales::Language;

use printed::{metadata, text};
use samples::sample;

fn pdf(receipt: &Receipt) -> Vec<u8> {
    receipt_pdf(receipt, Paper::A5).expect("a receipt can always be printed")
}

fn svg(receipt: &Receipt, paper: Paper) -> Vec<String> {
    receipt_svg(receipt, paper).expect("a receipt can always be printed")
}

#[test]
fn reference_code_and_last_day_are_on_it_in_every_language() {
    let last_day = ["Thursday 7 January 2027", "jeudi 7 janvier 2027", "zedi 7 Zanvie 2027", "2027"];
    for (language, last_day) in Language::ALL.into_iter().zip(last_day) {
        let printed = text(&pdf(&sample(language)));
        for expected in
            ["12-2-00417-D", "KM4 7TX", last_day, "600 0012", "417-K7PM-3XQT-9AB2-51", "Sooria Pentiah"]
        {
            assert!(printed.contains(expected), "{language}: {expected} is not in\n{printed}");
        }
    }
}

#[test]
fn a_usual_receipt_is_one_sheet_in_every_language_and_on_both_papers() {
    for language in Language::ALL {
        for paper in [Paper::A5, Paper::A4, Paper::Roll80] {
            assert_eq!(svg(&sample(language), paper).len(), 1, "{language} {paper:?}");
        }
    }
}

#[test]
fn no_more_of_the_identity_number_than_its_end_is_printed() {
    let receipt = Receipt { identity_ends_with: Some("P150369000047B".to_owned()), ..sample(Language::Fr) };
    let printed = text(&pdf(&receipt));
    assert!(printed.contains("finit par 047B"), "{printed}");
    assert!(!printed.contains("0047B") && !printed.contains("1503"), "{printed}");
}

#[test]
fn a_reprint_says_so_and_a_first_print_does_not() {
    let words = ["Duplicate", "Duplicata", "Diplikata"];
    for (language, word) in Language::ALL.into_iter().zip(words) {
        let first = sample(language);
        let again = Receipt { duplicate: true, ..first.clone() };
        assert!(text(&pdf(&again)).contains(word), "{language}");
        assert!(!text(&pdf(&first)).contains(word), "{language}");
    }
}

#[test]
fn what_is_unknown_takes_its_line_away() {
    let receipt = Receipt {
        citizen_name: " \u{202e} ".to_owned(),
        identity_ends_with: None,
        phone: None,
        place: String::new(),
        institution: String::new(),
        due_on: None,
        documents: Vec::new(),
        follow_url: String::new(),
        privacy: "\n".to_owned(),
        emergency: Vec::new(),
        ..sample(Language::En)
    };
    let printed = text(&pdf(&receipt));
    for absent in [
        "Name",
        "Identity",
        "Place",
        "Passed on",
        "due",
        "bring",
        "With internet",
        "personal",
        "danger",
        "call you",
    ] {
        assert!(!printed.contains(absent), "{absent} is in\n{printed}");
    }
    assert!(printed.contains("Water: new connection delayed"), "{printed}");
}

#[test]
fn the_same_receipt_gives_the_same_bytes() {
    for language in Language::ALL {
        let receipt = sample(language);
        assert_eq!(pdf(&receipt), pdf(&receipt), "{language}");
        assert_eq!(svg(&receipt, Paper::A5), svg(&receipt, Paper::A5), "{language}");
    }
}

#[test]
fn receipts_are_printed_side_by_side_without_mixing() {
    let alone: Vec<_> = Language::ALL.into_iter().map(|it| pdf(&sample(it))).collect();
    let together: Vec<_> = std::thread::scope(|scope| {
        let running: Vec<_> =
            Language::ALL.into_iter().map(|it| scope.spawn(move || pdf(&sample(it)))).collect();
        running.into_iter().map(|it| it.join().expect("no receipt panics")).collect()
    });
    assert_eq!(alone, together);
}

#[test]
fn the_pdf_is_tagged_and_names_its_language_title_and_day() {
    for language in Language::ALL {
        let pdf = pdf(&sample(language));
        let metadata = metadata(&pdf);
        for expected in [
            "<pdfuaid:part>1</pdfuaid:part>".to_owned(),
            format!("<rdf:li>{language}</rdf:li>"),
            "12-2-00417-D</rdf:li>".to_owned(),
            "2026-11-24T10:52:07".to_owned(),
        ] {
            assert!(metadata.contains(&expected), "{language}: {expected} is not in\n{metadata}");
        }
    }
}

#[test]
fn a_long_notice_flows_to_another_page_and_nothing_of_it_is_cut() {
    for language in [Language::Fr, Language::ArMa] {
        let notice = (0..1000).map(|number| format!("w{number:04}")).collect::<Vec<_>>().join(" ");
        assert!(notice.len() > 5_900);
        let receipt = Receipt { privacy: notice, ..sample(language) };
        assert!(svg(&receipt, Paper::A5).len() >= 2, "{language}");
        let printed = text(&pdf(&receipt));
        let missing: Vec<_> =
            (0..1000).map(|number| format!("w{number:04}")).filter(|word| !printed.contains(word)).collect();
        assert!(missing.is_empty(), "{language}: {missing:?}");
        assert!(
            printed.contains("417-K7PM-3XQT-9AB2-51"),
            "{language}: the last lines stand on the last page"
        );
    }
}

#[test]
fn forty_papers_flow_to_another_page_and_none_is_lost() {
    for words in ["Paper", "A paper with a name too long for half of the width of this sheet,"] {
        let documents = (0..40)
            .map(|number| letters::NeededPaper {
                name: format!("{words} n{number:02}"),
                copies: "2 copies".to_owned(),
            })
            .collect();
        let receipt = Receipt { documents, ..sample(Language::En) };
        assert!(svg(&receipt, Paper::A5).len() >= 2);
        let printed = text(&pdf(&receipt));
        assert!((0..40).all(|number| printed.contains(&format!("n{number:02}, 2 copies"))), "{printed}");
        let (reference, pages) = ("12-2-00417-D", printed.matches("1/").count());
        assert!(pages >= 1 && printed.matches(reference).count() >= 3, "each page names the receipt");
    }
}

#[test]
fn svg_pages_are_well_formed_and_refer_to_nothing_outside() {
    for language in Language::ALL {
        for page in svg(&sample(language), Paper::A5) {
            printed::assert_self_contained(&page);
        }
    }
}
