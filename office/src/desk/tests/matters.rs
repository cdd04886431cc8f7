//! Corrections, choices, documents and people through the desk. What the centre refuses is tried in `tests/offices`.

use std::io::Cursor;

use complaints::{Author, Body, ComplaintId, CorrectField, Field, Operation};

use super::{clerk, code, form, staffed};
use crate::desk::Desk;
use crate::error::OfficeError;
use crate::view::{Filter, Screen, Step};

fn picture() -> Vec<u8> {
    let mut bytes = Vec::new();
    let picture = image::GrayImage::from_fn(600, 400, |x, y| image::Luma([((x / 7) ^ (y / 5)) as u8]));
    picture.write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Png).unwrap();
    bytes
}

/// What another computer of the office did without knowing of this one, as the feed would bring it.
fn corrected_elsewhere(desk: &Desk, id: &str, field: Field, from: &str, to: &str) {
    let office = desk.office().unwrap();
    let id: ComplaintId = id.parse().unwrap();
    let correct = CorrectField { field, from: Some(from.to_owned()), to: Some(to.to_owned()) };
    let operation = Operation {
        subject: Some(id),
        author: Author { name: "Kavi Bundhoo".to_owned(), clerk: None, institution: None, capacity: None },
        at: "2026-11-24T10:50:00+04:00".parse().unwrap(),
        body: Body::CorrectField(correct),
    };
    office.store.write(|writing| writing.append(&operation).map(drop)).map_err(OfficeError::from).unwrap();
}

#[tokio::test]
async fn a_correction_stands_in_the_facts_in_the_story_and_in_the_search() {
    let (_folder, desk) = staffed().await;
    let id = desk.register(None, &form()).unwrap().id;
    let view = desk.correct(&id, "surname", " Penthiah ").unwrap();
    assert_eq!(view.citizen.surname, "Penthiah");
    let expected = Step::Corrected {
        field: "surname".to_owned(),
        from: "Pentiah".to_owned(),
        to: "Penthiah".to_owned(),
    };
    assert_eq!(view.history.last().map(|told| &told.step), Some(&expected));
    assert_eq!(desk.search("penthiah", 10).unwrap().len(), 1);
    assert_eq!(desk.complaints(Filter::All, None, 10).unwrap().rows[0].citizen, "Penthiah");
    let again = desk.correct(&id, "surname", "Penthiah").unwrap();
    assert_eq!(again.history.len(), view.history.len(), "what stands there already is no correction");
    assert_eq!(desk.correct(&id, "phone", "5700 0301").unwrap().citizen.phone, "5700 0301");
}

#[tokio::test]
async fn a_field_needs_a_name_that_there_is_and_a_value_that_it_takes() {
    let (_folder, desk) = staffed().await;
    let id = desk.register(None, &form()).unwrap().id;
    assert_eq!(code(desk.correct(&id, "age", "60")), "field_wrong");
    assert_eq!(code(desk.correct(&id, "text", "  ")), "refused");
    assert_eq!(code(desk.correct(&id, "category", "none-such")), "category_missing");
    assert_eq!(code(desk.correct(&id, "text", &"x".repeat(50_001))), "text_too_long");
    assert_eq!(code(desk.correct(&"0".repeat(32), "surname", "x")), "not_found");
}

#[tokio::test]
async fn both_values_stand_with_who_and_when_until_somebody_chooses() {
    let (_folder, desk) = staffed().await;
    let id = desk.register(None, &form()).unwrap().id;
    desk.correct(&id, "surname", "Penthiah").unwrap();
    corrected_elsewhere(&desk, &id, Field::Surname, "Pentiah", "Pentia");
    let view = desk.complaint(&id).unwrap();
    let [conflict] = &view.conflicts[..] else { panic!("{:?}", view.conflicts) };
    let told: Vec<_> = conflict.values.iter().map(|kept| (kept.value.as_str(), kept.by.as_str())).collect();
    assert_eq!(told, [("Penthiah", "Anousha Ramdin"), ("Pentia", "Kavi Bundhoo")]);
    assert_eq!(code(desk.correct(&id, "surname", "Third")), "in_conflict");
    assert_eq!(desk.status().unwrap().conflicts, 1);
    let [differing] = &desk.differing().unwrap()[..] else { panic!("one complaint differs") };
    assert_eq!(
        (differing.row.id.as_str(), &differing.fields[..]),
        (id.as_str(), &["surname".to_owned()][..])
    );

    let first_alone = vec![conflict.values[0].mark.clone()];
    let half = desk.choose(&id, "surname", &first_alone, "Penthiah").unwrap();
    assert_eq!(half.conflicts[0].values.len(), 2, "a value that was not seen is not chosen away");
    let both: Vec<String> = half.conflicts[0].values.iter().map(|kept| kept.mark.clone()).collect();
    let settled = desk.choose(&id, "surname", &both, "Pentia").unwrap();
    assert!(settled.conflicts.is_empty());
    assert_eq!(settled.citizen.surname, "Pentia");
    assert_eq!(desk.complaints(Filter::Conflicts, None, 10).unwrap().total, 0);
}

#[tokio::test]
async fn a_document_is_here_at_once_and_the_same_page_twice_is_one() {
    let (folder, desk) = staffed().await;
    let id = desk.register(None, &form()).unwrap().id;
    let view = desk.attach(&id, "Water\u{202e} bill", &picture()).unwrap();
    let [document] = &view.documents[..] else { panic!("{:?}", view.documents) };
    assert_eq!((document.name.as_str(), document.here, document.sent), ("Water bill", true, false));
    let content = desk.document(&document.document).unwrap();
    assert!(content.starts_with(&[0xff, 0xd8]), "it was written anew as a JPEG");
    assert_eq!(content.len(), document.size as usize);
    assert_eq!(desk.attach(&id, "Again", &picture()).unwrap().documents.len(), 1);
    assert_eq!(code(desk.attach(&id, "Program", b"MZ\x90\x00")), "document_kind");
    let path = folder.path().join("bill.jpg");
    desk.save_document(&document.document, &path).unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), content);
    assert_eq!(code(desk.document(&"0".repeat(64))), "not_found");
    assert_eq!(desk.status().unwrap().documents_waiting, 1);
}

#[tokio::test]
async fn who_is_disabled_works_no_longer_and_the_last_head_stays() {
    let (_folder, desk) = staffed().await;
    desk.add_clerk(&clerk("Kavi Bundhoo", "clerk")).unwrap();
    let Screen::SignIn { clerks, .. } = desk.lock().unwrap() else { panic!("not locked") };
    let [head, kavi] = [&clerks[0].id, &clerks[1].id];
    desk.sign_in(kavi, "246810").unwrap();
    assert_eq!(code(desk.disable_clerk(head)), "not_allowed");
    desk.lock().unwrap();
    desk.sign_in(head, "246810").unwrap();
    assert_eq!(code(desk.disable_clerk(head)), "last_head");
    desk.disable_clerk(kavi).unwrap();
    assert_eq!(code(desk.disable_clerk(kavi)), "no_such_clerk");
    let Screen::SignIn { clerks, .. } = desk.lock().unwrap() else { panic!("not locked") };
    assert_eq!(clerks.len(), 1);
    assert_eq!(code(desk.sign_in(kavi, "246810")), "pin_wrong");
}
