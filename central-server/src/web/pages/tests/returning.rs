//! What a citizen does with a complaint after it was filed: from the page that reference and access code open.

use axum::http::StatusCode;
use complaints::{Body, Capacity, RequestDocument, Status};

use super::filing::photo;
use super::seed::{Filed, Sample, Seeded, answer, change, route};
use super::visitor::{Answer, Visitor};

/// A complaint of office 12, opened on the portal.
async fn opened() -> (Seeded, Filed, Visitor, Answer) {
    let mut seeded = Seeded::new().await;
    let filed = seeded.register(Sample::water(1)).await;
    let mut visitor = Visitor::new(&seeded.centre);
    let page = visitor.follow(&filed.reference.to_string(), &filed.code.to_string()).await;
    (seeded, filed, visitor, page)
}

async fn deed(visitor: &mut Visitor, filed: &Filed, deed: &str, typed: &[(&str, &str)]) -> Answer {
    let page = visitor.get(&format!("/case/{}/{deed}", filed.reference)).await;
    assert_eq!(page.status, StatusCode::OK, "{deed}: {}", page.text);
    let answer = visitor.fill(&page, "deed-form", typed).await;
    visitor.went(answer).await
}

async fn now(seeded: &Seeded, filed: &Filed) -> complaints::Complaint {
    seeded.centre.complaint(filed.id).await.unwrap().unwrap()
}

#[tokio::test]
async fn a_remark_reaches_whoever_deals_with_it_and_is_there_once() {
    let (seeded, filed, mut visitor, _) = opened().await;
    let page = deed(&mut visitor, &filed, "remark", &[("text", "  ")]).await;
    assert!(page.says("Write the remark."));
    for _ in 0..2 {
        let page =
            deed(&mut visitor, &filed, "remark", &[("text", "The bill came again. <b>Rs 9 000</b>")]).await;
        assert!(page.says("Your remark is here") && page.says("From you"));
        assert!(page.text.contains("&#60;b&#62;Rs 9 000") && !page.text.contains("<b>Rs"));
    }
    let complaint = now(&seeded, &filed).await;
    let remarks: Vec<_> =
        complaint.steps.iter().filter(|step| step.author.capacity == Some(Capacity::Citizen)).collect();
    assert_eq!((remarks.len(), remarks[0].author.name.as_str()), (1, "Jean-Noël Lafleur"));
    assert!(complaint.to_tell().is_none(), "what the citizen wrote is no news to the citizen");
}

#[tokio::test]
async fn what_is_withdrawn_can_be_taken_up_again() {
    let (seeded, filed, mut visitor, _) = opened().await;
    let page = deed(&mut visitor, &filed, "withdraw", &[("text", "It is settled.")]).await;
    assert!(page.says("The complaint is withdrawn") && page.says("It is settled."));
    assert_eq!(now(&seeded, &filed).await.status, Status::Withdrawn);
    let late = visitor.get(&format!("/case/{}/remark", filed.reference)).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.says("This is not possible now"));
    let page = deed(&mut visitor, &filed, "reopen", &[("text", "")]).await;
    assert!(page.says("Write why it should be taken up again."));
    let page = deed(&mut visitor, &filed, "reopen", &[("text", "The bill is wrong again.")]).await;
    assert!(page.says("It is taken up again") && page.says("The bill is wrong again."));
    assert_eq!(now(&seeded, &filed).await.status, Status::Reopened);
}

#[tokio::test]
async fn an_answer_is_rated_once_and_brought_before_the_unit() {
    let (seeded, filed, mut visitor, page) = opened().await;
    assert!(!page.text.contains("deed-rate") && !page.text.contains("deed-appeal"));
    seeded.agent("nadine", &filed, route("CWA", "for you")).await;
    seeded.agent("rajesh", &filed, answer("The meter is right.", true)).await;
    let page = visitor.get(&format!("/case/{}", filed.reference)).await;
    for id in ["deed-rate", "deed-reopen", "deed-appeal", "deed-remark"] {
        assert!(page.text.contains(id), "{id}");
    }
    assert!(!page.text.contains("deed-withdraw") && page.says("Until Saturday 26 December 2026"));
    let wrong = deed(&mut visitor, &filed, "rate", &[("stars", "9"), ("text", "Not my meter.")]).await;
    assert!(wrong.says("Choose a number from 1 to 5.") && wrong.says("Not my meter."));
    let page = deed(&mut visitor, &filed, "rate", &[("stars", "2"), ("text", "Not my meter.")]).await;
    assert!(
        page.says("Your rating is here") && page.says("You rated it: 2 of 5") && page.says("Not my meter.")
    );
    assert!(!page.text.contains("data-testid=\"deed-rate\""));
    let again = visitor.get(&format!("/case/{}/rate", filed.reference)).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    let page = deed(&mut visitor, &filed, "appeal", &[("text", "They tested another meter.")]).await;
    assert!(page.says("It is before the unit at the centre") && page.says("They tested another meter."));
    let complaint = now(&seeded, &filed).await;
    assert_eq!(complaint.status, Status::Reopened);
    let bodies: Vec<Body> =
        complaint.steps.iter().filter_map(|step| step.operation()).map(|it| it.body).collect();
    assert!(bodies.iter().any(|body| matches!(body, Body::Rate(rate) if rate.stars == 2)));
    assert!(bodies.iter().any(|body| matches!(body, Body::Escalate(escalate) if escalate.to.is_none())));
    assert_eq!(seeded.centre.verify().await.unwrap().faults, []);
}

#[tokio::test]
async fn documents_that_were_asked_for_are_sent_and_the_clock_runs_again() {
    let (mut seeded, filed, mut visitor, _) = opened().await;
    let asked = RequestDocument { what: "The old bill <of May>".to_owned(), until: None };
    seeded.clerk(&filed, Body::RequestDocument(asked)).await;
    seeded.clerk(&filed, change(Status::Received, Status::WaitingDocuments)).await;
    let page = visitor.get(&format!("/case/{}", filed.reference)).await;
    assert!(page.says("We ask you for a document") && page.text.contains("The old bill &#60;of May&#62;"));
    let form = visitor.get(&format!("/case/{}/documents", filed.reference)).await;
    let none = visitor.upload(&form, "deed-form", &[("all", "yes")], &[("", b"")]).await;
    assert!(none.says("Choose at least one file."));
    let files: [(&str, &[u8]); 2] = [("bill.jpg", &photo()), ("bill.exe", b"MZ")];
    let half = visitor.upload(&form, "deed-form", &[("all", "yes")], &files).await;
    assert!(half.says("bill is not a JPEG, PNG or PDF") && half.says("These are here already"));
    assert_eq!(now(&seeded, &filed).await.status, Status::WaitingDocuments, "not everything is here");
    let answer = visitor.upload(&form, "deed-form", &[("all", "yes")], &[("bill.jpg", &photo())]).await;
    let page = visitor.went(answer).await;
    assert!(page.says("Your documents are here"));
    let complaint = now(&seeded, &filed).await;
    assert_eq!((complaint.status, complaint.documents.len()), (Status::InProgress, 1));
    let states = seeded.centre.documents(&complaint).await.unwrap();
    assert!(states[0].is_whole());
    let id = complaint.documents[0].attached.document;
    let address = format!("/case/{}/document/{id}", filed.reference);
    assert!(page.text.contains(&address));
    let content = visitor.get(&address).await;
    assert_eq!((content.header("content-type"), content.bytes.len() as u64), ("image/jpeg", states[0].size));
    assert!(content.header("content-disposition").starts_with("attachment; "));
    assert_eq!(visitor.beside("198.51.100.9").get(&address).await.status, StatusCode::SEE_OTHER);
    assert_eq!(seeded.centre.verify().await.unwrap().faults, []);
}

#[tokio::test]
async fn nobody_does_anything_with_a_complaint_that_was_not_opened_here() {
    let (seeded, filed, visitor, page) = opened().await;
    assert!(page.text.contains("deed-withdraw"));
    let mut stranger = visitor.beside("198.51.100.5");
    let case = format!("/case/{}", filed.reference);
    for address in
        [case.clone(), format!("{case}/withdraw"), format!("{case}/receipt"), format!("{case}/receipt.pdf")]
    {
        let answer = stranger.get(&address).await;
        assert_eq!(answer.header("location"), format!("/follow?reference={}&closed=1", filed.reference));
        let asked = stranger.went(answer).await;
        assert!(asked.says("enter the reference and the access code") && !asked.says("Water bill"));
    }
    stranger.post(&format!("{case}/withdraw"), &[("word", "x")]).await;
    assert_eq!(now(&seeded, &filed).await.status, Status::Received);
    let mut owner = visitor;
    let forged = owner.post(&format!("{case}/withdraw"), &[("word", "x")]).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
    assert_eq!(now(&seeded, &filed).await.status, Status::Received);
}

#[tokio::test]
async fn whose_complaint_is_dealt_with_together_with_anothers_learns_nothing_of_the_other() {
    let (mut seeded, filed, mut visitor, _) = opened().await;
    let other = seeded.register(Sample::water(2)).await;
    let merge = complaints::Merge { into: other.id, reference: other.reference };
    seeded.clerk(&filed, Body::Merge(merge)).await;
    let case = format!("/case/{}", filed.reference);
    let page = visitor.get(&case).await;
    assert!(page.text.contains("data-testid=\"merged\""));
    assert!(
        page.says("Somebody else has told us about the same matter.")
            && page.says("the answer comes here too")
    );
    assert!(!page.text.contains(&other.reference.to_string()), "the other one is not named");
    // Whoever has opened that one as well is told which it is.
    visitor.follow(&other.reference.to_string(), &other.code.to_string()).await;
    let page = visitor.get(&case).await;
    assert!(page.says("This is the same matter as another one that you brought."));
    assert!(page.text.contains(&format!("href=\"/case/{}?id={}\"", other.reference, other.id)));
}
