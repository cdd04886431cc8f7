//! Saving a form and going on with it later, as a browser without scripts uses it.

use axum::http::StatusCode;

use super::filing::{photo, shown};
use super::seed::Seeded;
use super::visitor::{Answer, Visitor};

const STORY: &str = "Lalimier pa pe marse depi de semenn.";

/// A form up to the page for the story, which is open.
async fn begun(visitor: &mut Visitor) -> Answer {
    let page = visitor.get("/file").await;
    let answer = visitor.fill(&page, "kind-form", &[("kind", "request")]).await;
    let page = visitor.went(answer).await;
    let answer = visitor.fill(&page, "matter-form", &[("category", "street-lamp")]).await;
    visitor.went(answer).await
}

async fn entered(visitor: &mut Visitor, code: &str) -> Answer {
    let page = visitor.get("/file/continue").await;
    let answer = visitor.fill(&page, "continue-form", &[("code", code)]).await;
    visitor.went(answer).await
}

#[tokio::test]
async fn what_is_saved_on_one_telephone_goes_on_and_is_sent_on_another() {
    let seeded = Seeded::new().await;
    let mut visitor = Visitor::new(&seeded.centre);
    assert!(visitor.get("/").await.text.contains("href=\"/file/continue\""));
    let page = begun(&mut visitor).await;
    assert!(page.says("Save and stop for now"));
    let answer = visitor.fill(&page, "story-form", &[("text", STORY), ("save", "1")]).await;
    assert!(answer.header("location").ends_with("/saved"), "{}", answer.text);
    let place = answer.header("location").to_owned();
    let saved = visitor.went(answer).await;
    let code = shown(&saved, "saved-code");
    assert!(
        saved.says("Wednesday 9 December 2026") && saved.says("Nothing has been sent yet"),
        "{}",
        saved.text
    );
    assert_eq!(shown(&visitor.get(&place).await, "saved-code"), code, "asked for once more");
    assert_eq!(visitor.beside("198.51.100.3").get(&place).await.status, StatusCode::NOT_FOUND);
    let gone = visitor.get(&place.replace("/saved", "/story")).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND, "nothing stays in this browser");

    let mut other = visitor.beside("198.51.100.4");
    let page = entered(&mut other, &code.to_lowercase().replace('-', " ")).await;
    assert!(
        page.text.contains("data-testid=\"person-form\""),
        "the first page that is not filled in: {}",
        page.text
    );
    let person =
        [("surname", "Zéphir"), ("other_names", "Lata"), ("tell_phone", "yes"), ("phone", "5712 3456")];
    let answer = other.fill(&page, "person-form", &person).await;
    let page = other.went(answer).await;
    let answer = other.upload(&page, "documents-form", &[("go", "save")], &[("a.jpg", &photo())]).await;
    let again = shown(&other.went(answer).await, "saved-code");
    assert_ne!(again, code);

    let mut third = visitor.beside("198.51.100.5");
    let old = entered(&mut third, &code).await;
    assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        old.says("There is no saved form with this code.") && old.text.contains(&code),
        "what was typed stays"
    );
    let review = entered(&mut third, &again).await;
    assert!(review.says(STORY) && review.text.contains("review-files"), "{}", review.text);
    let answer = third.fill(&review, "save-form", &[]).await;
    let code = shown(&third.went(answer).await, "saved-code");
    let review = entered(&mut third, &code).await;
    let answer = third.fill(&review, "send-form", &[]).await;
    let receipt = third.went(answer).await;
    let reference = shown(&receipt, "reference");
    let filed = &seeded.centre.case(&reference.parse().unwrap()).await.unwrap()[0];
    assert_eq!((filed.register.text.as_str(), filed.documents.len()), (STORY, 1));
    let late = entered(&mut other, &code).await;
    assert!(late.status == StatusCode::GONE && late.says("This form was sent already"));
}

#[tokio::test]
async fn whoever_guesses_codes_waits_and_a_wrong_word_saves_nothing() {
    let seeded = Seeded::new().await;
    let mut visitor = Visitor::new(&seeded.centre);
    let page = begun(&mut visitor).await;
    let forged = [("word", "x"), ("text", STORY), ("save", "1")];
    let answer = visitor.fill(&page, "story-form", &forged).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    let empty = entered(&mut visitor, " ").await;
    assert!(empty.says("Enter the code of your form."));
    for number in 0..10 {
        let wrong = entered(&mut visitor, &format!("0000-0000-000{number}")).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(entered(&mut visitor, "0000-0000-0000").await.status, StatusCode::TOO_MANY_REQUESTS);
}
