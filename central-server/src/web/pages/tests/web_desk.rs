//! An office whose own computers are out of order, on the centre's pages.

use axum::http::StatusCode;
use complaints::{Channel, Discretion, Kind, Status};

use super::seed::{Sample, Seeded, answer};
use super::visitor::Visitor;

async fn at_the_office() -> (Seeded, Visitor) {
    let seeded = Seeded::new().await;
    let mut office = Visitor::new(&seeded.centre);
    office.sign_in("kavi").await;
    (seeded, office)
}

const FORM: [(&str, &str); 12] = [
    ("kind", "complaint"),
    ("category", "drain-blocked"),
    ("text", "Drin bouse divan laboutik."),
    ("subject", ""),
    ("place", "Rue Royale, Rose Hill"),
    ("surname", "Pentier"),
    ("phone", "5 712 3456"),
    ("locality", "Mahébourg"),
    ("language", "mfe"),
    ("discretion", "confidential"),
    ("way-phone", "1"),
    ("notice", "1"),
];

#[tokio::test]
async fn a_complaint_is_registered_in_the_offices_name_and_the_receipt_is_there() {
    let (seeded, mut office) = at_the_office().await;
    let page = office.get("/agents/register").await;
    let registered = office.fill(&page, "form-register", &FORM).await;
    assert_eq!(registered.status, StatusCode::SEE_OTHER, "{}", registered.text);
    let receipt = office.get(registered.header("location")).await;
    assert_eq!(receipt.status, StatusCode::OK);
    let reference = receipt.text.split("data-testid=\"receipt-reference\">").nth(1).unwrap();
    let reference = reference.split('<').next().unwrap().parse().unwrap();
    let complaint = seeded.centre.case(&reference).await.unwrap().remove(0);
    let register = &complaint.register;
    assert_eq!((register.kind, register.channel), (Kind::Complaint, Some(Channel::WebDesk)));
    assert_eq!((complaint.office.to_string().as_str(), complaint.institution.as_str()), ("12", "LA-BBRH"));
    assert_eq!(register.discretion, Some(Discretion::Confidential));
    assert_eq!(register.citizen.phone.as_deref(), Some("+23057123456"));
    assert_eq!(complaint.steps[0].place(), "office");
    assert!(receipt.says(&complaint.access_code().to_string()) && receipt.says("Pentier"));
    assert!(receipt.text.contains("lang=\"mfe\""), "in the citizen's language");
    assert!(seeded.centre.verify().await.unwrap().faults.is_empty());
}

#[tokio::test]
async fn what_is_missing_is_said_above_its_field_and_what_was_typed_stays() {
    let (seeded, mut office) = at_the_office().await;
    let page = office.get("/agents/register").await;
    let long = "x".repeat(201);
    for (field, value, message) in [
        ("kind", "", "Choose what it is."),
        ("category", "no-such", "Choose the matter from the list."),
        ("text", " ", "Write what happened."),
        ("language", "", "Choose the language."),
        ("discretion", "secret", "This matter cannot be taken in that way."),
        ("notice", "", "Read the notice out and tick that you did."),
        ("surname", long.as_str(), "This line is too long"),
    ] {
        let mut form: Vec<(&str, &str)> = FORM.to_vec();
        form.retain(|(name, _)| *name != field);
        form.push((field, value));
        let wrong = office.fill(&page, "form-register", &form).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
        assert!(wrong.says(message) && wrong.says(&format!("href=\"#register-{field}\"")), "{message}");
        assert!(wrong.text.contains("Rue Royale, Rose Hill"), "{field}");
    }
    let forged = office.post("/agents/register", &FORM).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
    assert!(forged.says("Drin bouse divan laboutik."));
    let clerk = seeded.centre.agent("kavi").await.unwrap();
    assert_eq!(seeded.centre.queue_length(&clerk, &crate::QueueFilter::default()).await.unwrap().number, 0);
}

#[tokio::test]
async fn the_offices_own_complaints_and_no_others_with_the_deeds_of_a_counter() {
    let (mut seeded, mut office) = at_the_office().await;
    let filed = seeded.register(Sample::water(1)).await;
    seeded.agent("rajesh", &filed, answer("On Friday.", false)).await;
    let at = format!("/agents/case/{}", filed.reference);
    let page = office.get(&at).await;
    for form in ["form-ask", "form-note", "form-tell", "form-over", "form-escalate", "form-withdraw"] {
        assert!(page.text.contains(&format!("data-testid=\"{form}\"")), "{form}");
    }
    for form in ["form-answer", "form-route", "form-triage", "form-split", "form-link", "form-assign"] {
        assert!(!page.text.contains(&format!("data-testid=\"{form}\"")), "{form}");
    }
    let untold = office.fill(&page, "form-tell", &[("way", ""), ("text", "")]).await;
    assert!(untold.says("Choose how the citizen was told.") && untold.says("Choose what came of it."));
    let told =
        office.fill(&page, "form-tell", &[("way", "phone"), ("choice", "reached"), ("text", "")]).await;
    assert!(told.header("location").ends_with("done=tell"), "{}", told.text);
    let page = office.get(&at).await;
    assert!(!page.text.contains("form-tell"), "nothing is left to tell");
    let unsure = office.fill(&page, "form-withdraw", &[("text", "")]).await;
    assert!(unsure.says("Tick that the citizen wishes this."));
    let bad_day = office.fill(&page, "form-ask", &[("text", "Bill"), ("until", "2020-01-01")]).await;
    assert!(bad_day.says("Choose today or a later day"));
    office.fill(&page, "form-ask", &[("text", "Bill"), ("until", "2026-12-10")]).await;
    let now = seeded.centre.complaint(filed.id).await.unwrap().unwrap();
    assert_eq!(now.status, Status::WaitingDocuments);
    let page = office.get(&at).await;
    let gone = office.fill(&page, "form-over", &[("choice", "07"), ("text", "")]).await;
    assert_eq!(gone.header("location"), "/agents?done=over");
    assert_eq!(office.get(&at).await.status, StatusCode::NOT_FOUND);
    let mut unit = Visitor::new(&seeded.centre);
    unit.sign_in("nadine").await;
    assert_eq!(unit.get("/agents/register").await.status, StatusCode::FORBIDDEN);
}
