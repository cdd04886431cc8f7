//! What citizens see, and what they must not.

use axum::http::StatusCode;
use complaints::{Kind, Status};
use locales::{Language, texts};

use super::seed::{Filed, Sample, Seeded, answer, change, note, route};
use super::visitor::{Answer, Visitor};

async fn follow(visitor: &mut Visitor, reference: &str, code: &str) -> Answer {
    visitor.follow(reference, code).await
}

async fn one_complaint() -> (Seeded, Filed) {
    let mut seeded = Seeded::new().await;
    let filed = seeded.register(Sample::water(1)).await;
    (seeded, filed)
}

#[tokio::test]
async fn the_first_page_has_offices_emergency_numbers_and_the_privacy_notice() {
    let seeded = Seeded::new().await;
    let page = Visitor::new(&seeded.centre).get("/").await;
    assert_eq!(page.status, StatusCode::OK);
    for words in ["CAB 01", "CAB 12, Mahébourg", "tel:999", "Data Protection Act 2017", "action=\"/follow\""]
    {
        assert!(page.says(words), "{words}");
    }
    assert_eq!(page.header("cache-control"), "no-cache");
    assert_eq!(page.header("vary"), "Accept-Language, Cookie");
}

#[tokio::test]
async fn every_answer_carries_the_strict_headers() {
    let seeded = Seeded::new().await;
    let mut visitor = Visitor::new(&seeded.centre);
    for address in
        ["/", "/follow", "/nothing", "/agents", "/agents/sign-in", "/static/style.css", "/static/fonts/x"]
    {
        let page = visitor.get(address).await;
        let policy = page.header("content-security-policy");
        assert!(
            policy.contains("default-src 'self'") && policy.contains("frame-ancestors 'none'"),
            "{address}"
        );
        assert!(!policy.contains("unsafe"), "{address}");
        assert_eq!(page.header("x-content-type-options"), "nosniff");
        assert_eq!(page.header("referrer-policy"), "no-referrer");
        assert!(!page.text.contains(" style=") && !page.text.contains("<style"), "{address}");
        let scripts = usize::from(address.starts_with("/agents/") || page.text.contains("data-rows"));
        assert_eq!(page.text.matches("<script").count(), scripts, "{address}");
    }
}

#[tokio::test]
async fn reference_and_code_together_show_where_it_stands() {
    let (mut seeded, filed) = one_complaint().await;
    seeded.agent("nadine", &filed, route("CWA", "remark among colleagues")).await;
    seeded.agent("rajesh", &filed, answer("The new meter will be tested.\nNo payment is due.", false)).await;
    seeded.agent("rajesh", &filed, note("the neighbour is his brother", false)).await;
    seeded.agent("rajesh", &filed, note("Bring the old bill.", true)).await;
    seeded.clerk(&filed, change(Status::Received, Status::Checked)).await;
    let mut visitor = Visitor::new(&seeded.centre);
    let typed = format!(" {} ", filed.reference).replace('-', " ");
    let page = follow(&mut visitor, &typed, &filed.code.to_string().to_lowercase()).await;
    assert_eq!((page.status, page.header("cache-control")), (StatusCode::OK, "no-store"));
    for words in [
        filed.reference.to_string().as_str(),
        "Water: Disputed bill or meter",
        "Central Water Authority is dealing with it",
        "Thursday 12 November 2026",
        "An answer is due by Thursday 3 December 2026.",
        "The new meter will be tested.\nNo payment is due.",
        "Bring the old bill.",
        "From: Central Water Authority",
        "CAB 12, Mahébourg",
    ] {
        assert!(page.says(words), "{words}");
    }
    for secret in [
        "remark among colleagues",
        "neighbour",
        "Rajesh",
        "Nadine",
        "Kavi",
        "L0102803001234",
        "5000",
        "Checked",
        "Lafleur",
    ] {
        assert!(!page.says(secret), "{secret}");
    }
}

#[tokio::test]
async fn the_clock_is_told_as_it_stands() {
    let mut seeded = Seeded::new().await;
    let mut visitor = Visitor::new(&seeded.centre);
    let late = Sample { due_on: Some(jiff::civil::date(2026, 11, 24)), ..Sample::water(1) };
    let late = seeded.register(late).await;
    let page = follow(&mut visitor, &late.reference.to_string(), &late.code.to_string()).await;
    assert!(page.says("The answer was due by Tuesday 24 November 2026 and is late."));
    let waiting = seeded.register(Sample::water(2)).await;
    seeded.clerk(&waiting, change(Status::Received, Status::WaitingDocuments)).await;
    let page = follow(&mut visitor, &waiting.reference.to_string(), &waiting.code.to_string()).await;
    assert!(page.says("Waiting for documents from you") && page.says("Time limit stopped"));
    let idea = Sample { kind: Kind::Suggestion, category: "suggestion", due_on: None, ..Sample::water(3) };
    let idea = seeded.register(idea).await;
    let page = follow(&mut visitor, &idea.reference.to_string(), &idea.code.to_string()).await;
    assert!(page.says("We received your suggestion") && page.says("No day is set for an answer."));
}

#[tokio::test]
async fn a_wrong_reference_and_a_wrong_code_get_the_same_answer() {
    let (seeded, filed) = one_complaint().await;
    let mut visitor = Visitor::new(&seeded.centre);
    let other = Sample::water(2);
    let absent = complaints::Reference { counter: other.number, ..filed.reference };
    let (code, reference) = (filed.code.to_string(), filed.reference.to_string());
    let wrong_reference = follow(&mut visitor, &absent.to_string(), &code).await;
    let wrong_code = follow(&mut visitor, &reference, "K7PM-3XQT").await;
    let no_code_at_all = follow(&mut visitor, &reference, "hello").await;
    let bare = |page: &Answer, typed: [&str; 2]| {
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.says("Reference or access code is not right."));
        typed.iter().fold(page.text.clone(), |text, typed| {
            assert!(text.contains(&format!("value=\"{typed}\"")), "what was typed stays: {typed}");
            text.replace(typed, "")
        })
    };
    let expected = bare(&wrong_reference, [&absent.to_string(), &code]);
    assert_eq!(bare(&wrong_code, [&reference, "K7PM-3XQT"]), expected);
    assert_eq!(bare(&no_code_at_all, [&reference, "hello"]), expected);
}

#[tokio::test]
async fn what_can_be_said_without_looking_is_said() {
    let (seeded, filed) = one_complaint().await;
    let mut visitor = Visitor::new(&seeded.centre);
    let misread = filed.reference.to_string().replace("12-1", "13-1");
    for (reference, code, message) in [
        (misread.as_str(), "K7PM-3XQT", "One character of the reference is wrong."),
        ("hello", "K7PM-3XQT", "A reference number looks like"),
        ("", "K7PM-3XQT", "Enter the reference number."),
        ("12", "", "Enter the access code."),
    ] {
        let page = follow(&mut visitor, reference, code).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.says(message) && page.says("There is a problem"), "{message}");
        assert!(page.text.contains("aria-invalid=\"true\""));
    }
}

#[tokio::test]
async fn whoever_guesses_is_slowed_down_and_a_right_code_does_not_help_then() {
    let (seeded, filed) = one_complaint().await;
    let mut guesser = Visitor::new(&seeded.centre);
    let (reference, code) = (filed.reference.to_string(), filed.code.to_string());
    for _ in 0..10 {
        assert_eq!(
            follow(&mut guesser, &reference, "K7PM-3XQT").await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
    }
    let stopped = follow(&mut guesser, &reference, &code).await;
    assert_eq!(stopped.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(stopped.says("Too many tries. Try again at 09:1"), "{}", stopped.text);
    let wait: u64 = stopped.header("retry-after").parse().unwrap();
    assert!((590..=601).contains(&wait));
    let mut citizen = guesser.beside("198.51.100.2");
    assert_eq!(follow(&mut citizen, &reference, &code).await.status, StatusCode::OK);
    for _ in 0..20 {
        follow(&mut citizen, &reference, &code).await;
    }
    for guess in 0..10 {
        follow(&mut guesser.beside(&format!("198.51.100.{}", 10 + guess)), &reference, "K7PM-3XQT").await;
    }
    let page = follow(&mut citizen, &reference, &code).await;
    assert_eq!(
        page.status,
        StatusCode::TOO_MANY_REQUESTS,
        "the reference itself rests after twenty wrong codes"
    );
}

#[tokio::test]
async fn hostile_text_stays_text() {
    let mut seeded = Seeded::new().await;
    let hostile = "<script>alert(1)</script>\" onmouseover=\"x\u{202e}";
    let sample = Sample { subject: hostile.to_owned(), ..Sample::water(1) };
    let filed = seeded.register(sample).await;
    seeded.agent("rajesh", &filed, answer("</blockquote><img src=x onerror=alert(1)>", true)).await;
    let mut visitor = Visitor::new(&seeded.centre);
    let page = follow(&mut visitor, &filed.reference.to_string(), &filed.code.to_string()).await;
    assert_eq!(page.status, StatusCode::OK);
    for raw in ["<script", "<img src=x", "\" onmouseover"] {
        assert!(!page.text.contains(raw), "{raw}");
    }
    let page = follow(&mut visitor, hostile, hostile).await;
    assert!(!page.text.contains("<script") && !page.text.contains('\u{202e}') && page.says("alert(1)"));
}

#[tokio::test]
async fn a_language_is_wished_for_chosen_and_remembered() {
    let (seeded, filed) = one_complaint().await;
    let mut visitor = Visitor::new(&seeded.centre);
    visitor.headers = vec![("accept-language", "fr-MU,fr;q=0.9".to_owned())];
    assert!(visitor.get("/").await.text.contains("<html lang=\"fr\" dir=\"ltr\">"));
    let arabic = visitor.get("/?lang=ar-MA").await;
    assert!(arabic.text.contains("<html lang=\"ar-MA\" dir=\"rtl\">"));
    assert!(arabic.header("set-cookie").starts_with("lang=ar-MA; Path=/; Max-Age="));
    assert!(visitor.get("/nothing").await.says(&texts(Language::ArMa).text("centre-not-found-title")));
    let fields = [("reference", filed.reference.to_string()), ("code", filed.code.to_string())];
    let mut fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fields.push(("lang", "mfe"));
    let answer = visitor.post("/follow", &fields).await;
    let page = visitor.went(answer).await;
    assert!(page.text.contains("<html lang=\"mfe\"") && page.says("Nou finn resevwar ou plint"));
    assert!(visitor.get("/follow").await.text.contains("<html lang=\"mfe\""));
}

#[tokio::test]
async fn what_is_not_there_or_too_large_is_a_page_too() {
    let seeded = Seeded::new().await;
    let mut visitor = Visitor::new(&seeded.centre);
    let missing = visitor.get("/nothing/here").await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
    assert!(missing.says("This page is not here"));
    assert_eq!(visitor.post("/", &[]).await.status, StatusCode::METHOD_NOT_ALLOWED);
    let large = "x".repeat(400_000);
    let page = visitor.post("/follow", &[("reference", &large), ("code", "")]).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.says("There is room for 10,000 characters."));
}

#[tokio::test]
async fn a_reference_in_the_address_is_filled_in_and_nothing_else_is() {
    let (seeded, filed) = one_complaint().await;
    let mut visitor = Visitor::new(&seeded.centre);
    let page = visitor.get(&format!("/follow?reference={}", filed.reference)).await;
    assert!(page.text.contains(&format!("value=\"{}\"", filed.reference)));
    assert!(!visitor.get("/follow?reference=%3Cb%3E").await.text.contains("<b>"));
}
