//! Files from sticks, handed in at the unit's page.

use axum::http::StatusCode;
use sync_protocol::{DownFrame, Outcome};

use super::seed::{Sample, Seeded};
use super::visitor::Visitor;

async fn at_the_page(seeded: &Seeded) -> (Visitor, super::visitor::Answer) {
    let mut visitor = Visitor::new(&seeded.centre);
    visitor.sign_in("nadine").await;
    let page = visitor.get("/agents/carry").await;
    assert!(page.says("Files from USB sticks") && page.says("at most 4 GB"), "{}", page.text);
    (visitor, page)
}

#[tokio::test]
async fn what_an_office_sent_on_a_stick_is_taken_and_the_reply_is_saved() {
    let mut seeded = Seeded::new().await;
    let (filed, file) = seeded.carried(Sample::water(1));
    let (mut visitor, page) = at_the_page(&seeded).await;
    let reply = visitor.hand_in(&page, "carry-form", "12.carry", &file).await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
    assert_eq!(reply.header("content-disposition"), "attachment; filename=\"guichet-reply-12-1.carry\"");
    assert!(visitor.get(&format!("/agents/case/{}", filed.reference)).await.status == StatusCode::OK);

    let mut frames = seeded.opened(&reply.bytes);
    let first = DownFrame::from_bytes(&frames.next_frame().unwrap().unwrap()).unwrap();
    let DownFrame::Reply(first) = first else { panic!("no reply") };
    assert!(first.outcome == Outcome::Done && first.answered.is_some());
    assert!(frames.next_frame().unwrap().is_some(), "the feed follows");

    // The same file once more does no harm.
    let again = visitor.hand_in(&page, "carry-form", "12.carry", &file).await;
    assert_eq!(again.status, StatusCode::OK);
    assert_eq!(seeded.centre.complaint(filed.id).await.unwrap().unwrap().version, 1);
}

#[tokio::test]
async fn a_file_that_cannot_be_taken_is_told_in_words() {
    let mut seeded = Seeded::new().await;
    let (filed, file) = seeded.carried(Sample::water(1));
    let (mut visitor, page) = at_the_page(&seeded).await;
    let nonsense = "This is not a file that Guichet wrote";
    for (name, file, words) in [
        ("", &b""[..], "Choose the file"),
        ("letter.txt", &b"Dear Sir"[..], nonsense),
        ("cut.carry", &file[..file.len() - 1], "ends too early"),
        ("reply.carry", &b"guichet carry 1 reply\nage"[..], "This is a reply"),
        ("new.carry", &b"guichet carry 9 request\nage"[..], "newer version"),
    ] {
        let told = visitor.hand_in(&page, "carry-form", name, file).await;
        assert!(told.status.is_client_error() && told.says(words), "{name}: {} {}", told.status, told.text);
    }
    assert!(seeded.centre.complaint(filed.id).await.unwrap().is_none());
}

#[tokio::test]
async fn the_page_is_for_the_unit_and_takes_its_own_forms_only() {
    let mut seeded = Seeded::new().await;
    let (filed, file) = seeded.carried(Sample::water(1));
    let (visitor, page) = at_the_page(&seeded).await;
    let mut institution = visitor.beside("192.0.2.9");
    assert_eq!(
        institution.get("/agents/carry").await.header("location"),
        "/agents/sign-in?next=%2Fagents%2Fcarry"
    );
    assert_eq!(
        institution.hand_in(&page, "carry-form", "12.carry", &file).await.status,
        StatusCode::UNAUTHORIZED
    );
    let inside = institution.sign_in("rajesh").await;
    assert_eq!(inside.status, StatusCode::SEE_OTHER);
    assert_eq!(institution.get("/agents/carry").await.status, StatusCode::FORBIDDEN);
    assert!(!institution.get("/agents?group=all").await.says("USB sticks"));
    assert_eq!(
        institution.hand_in(&page, "carry-form", "12.carry", &file).await.status,
        StatusCode::FORBIDDEN
    );

    // Another session of the unit, with the word of the first.
    let mut unit = visitor.beside("192.0.2.10");
    unit.sign_in("nadine").await;
    assert_eq!(unit.hand_in(&page, "carry-form", "12.carry", &file).await.status, StatusCode::FORBIDDEN);
    assert!(seeded.centre.complaint(filed.id).await.unwrap().is_none(), "nothing was taken");
}
