//! The letter with the code for a new computer.

use letters::{Admission, Letterhead, admission_pdf};
use locales::Language;

use crate::printed::{keep, metadata, text};

fn letter(language: Language) -> Admission {
    Admission {
        language,
        head: Letterhead {
            service_title: "Citizen Support Portal".to_owned(),
            office_title: "Citizen Support Portal".to_owned(),
            lines: ["Republic of Mauritius", "Citizen Support Unit"].map(str::to_owned).to_vec(),
            ..Letterhead::default()
        },
        written_at: jiff::civil::date(2026, 11, 24).at(10, 52, 0, 0),
        office: "CAB 12, Mahébourg".to_owned(),
        address: vec!["Rue du Souffleur".to_owned(), String::new(), "Mahébourg".to_owned()],
        computer: "12-3".to_owned(),
        file: "office-12.guichet".to_owned(),
        code: "K7QXM-2WARD-9TZ4E".to_owned(),
        server: "https://csu.govmu.org".to_owned(),
        phone: "800 2000".to_owned(),
    }
}

#[test]
fn it_says_the_code_the_five_steps_and_that_code_and_file_travel_apart() {
    for (language, apart) in Language::ALL.into_iter().zip([
        "must not travel in the same envelope",
        "ni dans la même enveloppe",
        "pa bizin vwayaz dan mem lanvlop",
        "ظرف واحد",
    ]) {
        let pdf = admission_pdf(&letter(language)).unwrap();
        keep(&format!("admission-{language}").to_lowercase(), &pdf);
        let printed = text(&pdf);
        for expected in ["K7QXM-2WARD-9TZ4E", "office-12.guichet", "CAB 12, Mahébourg", "800 2000", "12-3"] {
            assert!(printed.contains(expected), "{language}: {expected} is not in\n{printed}");
        }
        // The order of Arabic words on a line is the reader's business; each of them stands there.
        let words: Vec<&str> = apart.split(' ').collect();
        let found = match language {
            Language::ArMa => words.iter().all(|word| printed.contains(word)),
            _ => printed.contains(apart),
        };
        assert!(found, "{language}: {apart} is not in\n{printed}");
        assert!(metadata(&pdf).contains("<pdfuaid:part>1</pdfuaid:part>"), "{language}");
        assert_eq!(pdf, admission_pdf(&letter(language)).unwrap(), "{language}: the same twice");
    }
}

#[test]
fn an_office_without_an_address_and_a_centre_without_a_telephone_get_their_letter() {
    let bare = Admission { address: Vec::new(), phone: String::new(), ..letter(Language::En) };
    let printed = text(&admission_pdf(&bare).unwrap());
    assert!(printed.contains("tell the centre") && !printed.contains("call"), "{printed}");
}
