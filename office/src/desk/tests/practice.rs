//! The sample office: entered, practised in, begun anew, left; and nothing of it goes anywhere.

use std::path::Path;

use super::{Admits, code, form, staffed};
use crate::view::{Filter, Screen};

fn is_sample(screen: &Screen) -> bool {
    match screen {
        Screen::Work { office, .. } | Screen::SignIn { office, .. } => office.sample,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn the_sample_office_has_complaints_in_four_languages_with_news_and_its_own_people() {
    let (_folder, desk) = staffed().await;
    let real = desk.register(None, &form()).unwrap().id;
    let screen = desk.enter_sample().unwrap();
    let Screen::Work { office, clerk, .. } = &screen else { panic!("{screen:?}") };
    assert!(office.sample && office.name.contains("SAMPLE"));
    assert_eq!((office.code.as_str(), clerk.role.as_str()), ("99", "head"));
    let page = desk.complaints(Filter::All, None, 50).unwrap();
    assert_eq!(page.rows.len(), 12);
    let languages: std::collections::BTreeSet<_> =
        page.rows.iter().map(|row| desk.complaint(&row.id).unwrap().language).collect();
    assert_eq!(languages.into_iter().collect::<Vec<_>>(), ["ar-MA", "en", "fr", "mfe"]);
    assert_eq!(code(desk.complaint(&real)), "not_found", "what is real is not here");
    assert_eq!(desk.office().unwrap().verify().unwrap().problems, Vec::<String>::new());
    assert_eq!(desk.status().unwrap().waiting, 0, "what was invented looks as if it had been sent");
    let Screen::SignIn { clerks, .. } = desk.lock().unwrap() else { panic!("not locked") };
    assert_eq!(clerks.len(), 3);
    assert!(is_sample(&desk.sign_in(&clerks[1].id, "000000").unwrap()));
}

#[tokio::test]
async fn it_begins_with_news_from_the_centre() {
    let (_folder, desk) = staffed().await;
    desk.enter_sample().unwrap();
    assert!(desk.complaints(Filter::News, None, 50).unwrap().rows.len() >= 4);
}

#[tokio::test]
async fn nothing_of_the_sample_office_goes_anywhere() {
    let (folder, desk) = staffed().await;
    desk.enter_sample().unwrap();
    desk.register(None, &form()).unwrap();
    let exchanger = desk.exchanger().unwrap();
    assert_eq!(code(exchanger.exchange_over(&Admits).await), "sample_office");
    assert_eq!(code(exchanger.exchange().await), "sample_office");
    assert_eq!(code(exchanger.readmit("AAAAA-AAAAA").await), "sample_office");
    assert_eq!(code(exchanger.carry_out(&folder.path().join("x.carry")).await), "sample_office");
    assert_eq!(code(exchanger.carry_in(Path::new("x.carry")).await), "sample_office");
    let place = folder.path().display().to_string();
    assert_eq!(code(desk.set_up_backup(&place, "kat pie koko dibor lamer")), "sample_office");
    assert_eq!(code(desk.back_up()), "sample_office");
    assert_eq!(desk.office().unwrap().identity().unwrap().server, "");
}

#[tokio::test]
async fn it_is_kept_when_one_leaves_and_begun_anew_in_one_deed() {
    let (folder, desk) = staffed().await;
    desk.enter_sample().unwrap();
    desk.register(None, &form()).unwrap();
    assert!(!is_sample(&desk.leave_sample().unwrap()));
    assert_eq!(code(desk.complaints(Filter::All, None, 50)), "not_signed_in", "somebody signs in first");
    assert_eq!(code(desk.reset_sample()), "not_found", "outside of it there is nothing to begin anew");
    desk.enter_sample().unwrap();
    assert_eq!(desk.complaints(Filter::All, None, 50).unwrap().rows.len(), 13, "what was practised is there");
    assert!(is_sample(&desk.reset_sample().unwrap()));
    assert_eq!(desk.complaints(Filter::All, None, 50).unwrap().rows.len(), 12);
    desk.leave_sample().unwrap();
    assert!(folder.path().join("office.db").exists());
}
