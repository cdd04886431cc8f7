//! Search as one types: what differs only in spelling is found alike, and nothing that is typed breaks it.

use office_store::Store;

use crate::filled::{Told, created, identity, register};

fn found(store: &Store, query: &str) -> usize {
    store.search(query, 50).unwrap().len()
}

#[test]
fn a_complaint_is_found_by_any_beginning_of_its_words_names_and_numbers() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    let told = Told {
        text: "Pena dilo depi trwa zour; l’école de Mahébourg est fermée.".to_owned(),
        surname: Some("Zéphir-Ramgoolam".to_owned()),
        nic: Some("Z010100 000004 7".to_owned()),
        phone: Some("+23057000265".to_owned()),
        locality: Some("Grand’ Gaube".to_owned()),
        ..Told::default()
    };
    register(&store, &[told]);
    for query in [
        "dil",
        "ECOLE mahe",
        "zephir",
        "ramgool",
        "z0101000000047",
        "Z010100",
        "5700 0265",
        "+230 5700 0265",
        "+23057000",
        "57000",
        "0265",
        "12-2-00001",
        "12200001",
        "grand gaube",
        "dilo zephir gaube",
    ] {
        assert_eq!(found(&store, query), 1, "{query}");
    }
    for query in ["ilo", "dilo mahe curepipe", "", "«»?!", "waternone", "water-none"] {
        assert_eq!(found(&store, query), 0, "{query}");
    }
}

#[test]
fn arabic_is_found_however_its_letters_and_digits_are_written() {
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    let text = "اِنْقِطَاعُ الإنارة العموميّة بشارع الأمير ٢٣ منذ أيام، ولم يأتِ أيُّ مسؤولٍ إلى المـــدرسة";
    register(&store, &[Told { text: text.to_owned(), ..Told::default() }]);
    for query in [
        "انقطاع",
        "الانارة",
        "الإناره",
        "الامير",
        "آلأمير",
        "23",
        "۲۳",
        "٢٣",
        "مسوول",
        "مسؤول",
        "الى",
        "إلي",
        "المدرسه",
        "أيام",
    ] {
        assert_eq!(found(&store, query), 1, "{query}");
    }
}

#[test]
fn no_character_that_can_be_typed_breaks_a_search() {
    let store = Store::in_memory(&identity(), b"profile").unwrap();
    register(&store, &[Told::default()]);
    let all: Vec<char> = ('\u{1}'..='\u{ffff}').chain('\u{1f100}'..='\u{1f6ff}').collect();
    for some in all.chunks(32) {
        let query: String = some.iter().map(|c| format!("a{c}b{c} ")).collect();
        assert!(store.search(&query, 5).is_ok(), "U+{:04X} and after", some[0] as u32);
    }
    for query in
        ["\"", "a\" OR \"b", "NEAR(a b)", "who : x", "*", "^dilo", "-dilo", "dilo AND", "(", "{who} : ("]
    {
        assert!(store.search(query, 5).is_ok(), "{query}");
    }
}

#[test]
fn people_are_found_by_what_names_them_and_not_by_what_is_told_of_them() {
    let store = Store::in_memory(&identity(), b"profile").unwrap();
    let sooria = Told { surname: Some("Pentiah".to_owned()), ..Told::default() };
    let other = Told {
        text: "Mr Pentiah pa reponn.".to_owned(),
        surname: Some("Perrine".to_owned()),
        ..Told::default()
    };
    register(&store, &[sooria, other]);
    assert_eq!(store.search("penti", 9).unwrap().len(), 2);
    let people = store.search_people("penti", 9).unwrap();
    assert_eq!(people[0].citizen.surname.as_deref(), Some("Pentiah"));
    assert_eq!(people.len(), 1);
    assert_eq!(store.search_people("12-2-00002", 9).unwrap().len(), 1);
}
