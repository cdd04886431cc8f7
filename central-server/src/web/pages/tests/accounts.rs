//! Accounts of citizens, as a browser without scripts uses them. Codes are read where they wait to be sent.

use axum::http::StatusCode;
use complaints::{Field, Status};

use super::filing::{photo, shown};
use super::seed::{Sample, Seeded};
use super::visitor::{Answer, Visitor};

const PASSWORD: &str = "filao lagon 2026";
const EMAIL: &str = "lata@example.mu";

/// The code that went to an address last; none: none went there.
async fn code_sent(seeded: &Seeded, to: &str) -> Option<String> {
    codes_sent(seeded, to).await.pop()
}

/// Every code, in no order: the clock of these tests stands still.
async fn codes_sent(seeded: &Seeded, to: &str) -> Vec<String> {
    let mut session = seeded.centre.store.read().await.unwrap();
    let rows = session.query("SELECT body FROM outbox WHERE recipient = $1", vec![to.into()]).await.unwrap();
    let bodies: Vec<String> = rows.into_iter().map(|mut row| row.text().unwrap()).collect();
    let code = |body: &String| {
        body.split(|c: char| !c.is_ascii_digit()).find(|digits| digits.len() == 6).map(str::to_owned)
    };
    bodies.iter().filter_map(code).collect()
}

fn new_account(reached: &str) -> Vec<(&'static str, &str)> {
    vec![
        ("other_names", "Lata"),
        ("surname", "Zéphir"),
        ("nic", "L010280 3001-234"),
        ("reached", reached),
        ("password", PASSWORD),
    ]
}

/// An account, signed in.
pub(super) async fn with_account(seeded: &Seeded, visitor: &mut Visitor, reached: &str, to: &str) -> Answer {
    let page = visitor.get("/account/new").await;
    let answer = visitor.fill(&page, "form-new", &new_account(reached)).await;
    assert_eq!(answer.header("location"), "/account/confirm", "{}", answer.text);
    let page = visitor.went(answer).await;
    let code = code_sent(seeded, to).await.unwrap();
    let answer = visitor.fill(&page, "form-confirm", &[("code", &code)]).await;
    visitor.went(answer).await
}

async fn sign_in(visitor: &mut Visitor, reached: &str, password: &str) -> Answer {
    let page = visitor.get("/account/sign-in").await;
    let answer = visitor.fill(&page, "form-sign-in", &[("reached", reached), ("password", password)]).await;
    visitor.went(answer).await
}

async fn sign_out(visitor: &mut Visitor) {
    let page = visitor.get("/mine").await;
    let answer = visitor.fill(&page, "sign-out-form", &[]).await;
    assert!(visitor.went(answer).await.says("You are signed out."));
}

#[tokio::test]
async fn an_account_is_made_by_a_code_and_signed_in_with_a_password() {
    let seeded = Seeded::new().await;
    let mut visitor = Visitor::new(&seeded.centre);
    let first = visitor.get("/mine").await;
    assert_eq!(first.header("location"), "/account/sign-in?next=/mine");
    let mine = with_account(&seeded, &mut visitor, " Lata@Example.MU ", EMAIL).await;
    assert!(mine.says("Your account is made.") && mine.says("Lata Zéphir") && mine.says("Nothing here yet"));
    sign_out(&mut visitor).await;
    assert_eq!(visitor.get("/mine").await.status, StatusCode::SEE_OTHER);
    let mine = sign_in(&mut visitor, "LATA@example.mu", PASSWORD).await;
    assert!(mine.says("Lata Zéphir"));
    sign_out(&mut visitor).await;
    let mine = with_account(&seeded, &mut visitor, "5700 1234", "+23057001234").await;
    assert!(mine.says("Your account is made."), "a mobile telephone will do");
}

#[tokio::test]
async fn nothing_shows_whether_an_address_has_an_account() {
    let seeded = Seeded::new().await;
    let mut visitor = Visitor::new(&seeded.centre);
    with_account(&seeded, &mut visitor, EMAIL, EMAIL).await;
    let mut stranger = visitor.beside("198.51.100.20");
    let before = code_sent(&seeded, EMAIL).await;
    let mut said = Vec::new();
    for reached in [EMAIL, "nobody@example.mu"] {
        let page = stranger.get("/account/new").await;
        let answer = stranger.fill(&page, "form-new", &new_account(reached)).await;
        assert_eq!(answer.header("location"), "/account/confirm");
        let page = stranger.went(answer).await;
        let wrong = stranger.fill(&page, "form-confirm", &[("code", "000000")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        said.push(without_word(&wrong.text));
        let page = stranger.get("/account/forgotten").await;
        let answer = stranger.fill(&page, "form-forgotten", &[("reached", reached)]).await;
        assert_eq!(answer.header("location"), "/account/reset");
        let wrong = sign_in(&mut stranger, reached, "not the password").await;
        said.push(wrong.text.replace(reached, ""));
    }
    assert_eq!(said[0], said[2]);
    assert_eq!(said[1], said[3]);
    assert_ne!(code_sent(&seeded, EMAIL).await, None);
    assert!(code_sent(&seeded, "nobody@example.mu").await.is_some(), "the new one got its code");
    let _ = before;
}

/// A page without the word of its session.
fn without_word(page: &str) -> String {
    let mut parts = page.split("name=\"word\" value=\"");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    parts.for_each(|part| plain.push_str(part.split_once('"').unwrap().1));
    plain
}

#[tokio::test]
async fn a_code_is_valid_in_its_own_browser_for_five_tries() {
    let seeded = Seeded::new().await;
    let mut visitor = Visitor::new(&seeded.centre);
    let page = visitor.get("/account/new").await;
    let answer = visitor.fill(&page, "form-new", &new_account(EMAIL)).await;
    let page = visitor.went(answer).await;
    let code = code_sent(&seeded, EMAIL).await.unwrap();
    let mut stranger = visitor.beside("198.51.100.21");
    let other = stranger.get("/account/new").await;
    let answer = stranger.fill(&other, "form-new", &new_account("other@example.mu")).await;
    let other = stranger.went(answer).await;
    let elsewhere = stranger.fill(&other, "form-confirm", &[("code", &code)]).await;
    assert!(elsewhere.says("This is not the code.") || elsewhere.status == StatusCode::UNPROCESSABLE_ENTITY);
    let wrong = if code == "123456" { "654321" } else { "123456" };
    for _ in 0..5 {
        let answer = visitor.fill(&page, "form-confirm", &[("code", wrong)]).await;
        assert!(answer.says("This is not the code."));
    }
    let late = visitor.fill(&page, "form-confirm", &[("code", &code)]).await;
    assert!(late.says("This code is not valid any more."));
}

#[tokio::test]
async fn whoever_guesses_passwords_waits_and_a_new_password_signs_out_everywhere() {
    let seeded = Seeded::new().await;
    let mut visitor = Visitor::new(&seeded.centre);
    with_account(&seeded, &mut visitor, EMAIL, EMAIL).await;
    let mut guesser = visitor.beside("198.51.100.22");
    for _ in 0..5 {
        let wrong = sign_in(&mut guesser, EMAIL, "not the password").await;
        assert!(wrong.says("Address or password is not right."));
    }
    let stopped = sign_in(&mut guesser, EMAIL, PASSWORD).await;
    assert_eq!(stopped.status, StatusCode::TOO_MANY_REQUESTS);
    let mut owner = visitor.beside("198.51.100.23");
    let before = codes_sent(&seeded, EMAIL).await;
    let page = owner.get("/account/forgotten").await;
    let answer = owner.fill(&page, "form-forgotten", &[("reached", EMAIL)]).await;
    let page = owner.went(answer).await;
    let code = codes_sent(&seeded, EMAIL).await.into_iter().find(|code| !before.contains(code)).unwrap();
    let short = owner.fill(&page, "form-reset", &[("code", &code), ("password", "short")]).await;
    assert!(short.says("Choose a password of at least 10 characters."));
    let typed = [("code", code.as_str()), ("password", "another long one")];
    let answer = owner.fill(&page, "form-reset", &typed).await;
    let mine = owner.went(answer).await;
    assert!(mine.says("Your new password is set."), "{}", mine.text);
    assert_eq!(visitor.get("/mine").await.status, StatusCode::SEE_OTHER, "signed out elsewhere");
}

#[tokio::test]
async fn what_is_filed_or_opened_while_signed_in_is_among_my_complaints() {
    let mut seeded = Seeded::new().await;
    let counter = seeded.register(Sample::water(1)).await;
    let mut visitor = Visitor::new(&seeded.centre);
    with_account(&seeded, &mut visitor, EMAIL, EMAIL).await;
    visitor.follow(&counter.reference.to_string(), &counter.code.to_string()).await;
    let page = visitor.get("/file").await;
    let answer = visitor.fill(&page, "kind-form", &[("kind", "request")]).await;
    let page = visitor.went(answer).await;
    let answer = visitor.fill(&page, "matter-form", &[("category", "street-lamp")]).await;
    let page = visitor.went(answer).await;
    let answer = visitor.fill(&page, "story-form", &[("text", "A lamp, please.")]).await;
    let page = visitor.went(answer).await;
    for known in ["value=\"Lata\"", "value=\"lata@example.mu\"", "value=\"L010280 3001-234\""] {
        assert!(page.text.contains(known), "{known}");
    }
    let typed = [("surname", "Zéphir"), ("other_names", "Lata"), ("email", EMAIL), ("tell_email", "yes")];
    let answer = visitor.fill(&page, "person-form", &typed).await;
    let page = visitor.went(answer).await;
    let answer = visitor.upload(&page, "documents-form", &[("go", "next")], &[("a.jpg", &photo())]).await;
    let page = visitor.went(answer).await;
    let answer = visitor.fill(&page, "send-form", &[]).await;
    let receipt = visitor.went(answer).await;
    let reference = shown(&receipt, "reference");
    sign_out(&mut visitor).await;
    assert_eq!(visitor.get(&format!("/case/{reference}")).await.status, StatusCode::SEE_OTHER);
    let mut elsewhere = visitor.beside("198.51.100.24");
    let mine = sign_in(&mut elsewhere, EMAIL, PASSWORD).await;
    assert!(mine.text.contains(&format!("case-{reference}")));
    assert!(mine.text.contains(&format!("case-{}", counter.reference)));
    assert_eq!(elsewhere.get(&format!("/case/{reference}")).await.status, StatusCode::OK);
    let data = elsewhere.get("/mine/data").await;
    assert!(data.text.contains("/document/"));
    let json = elsewhere.get("/mine/data.json").await;
    let data: serde_json::Value = serde_json::from_slice(&json.bytes).unwrap();
    assert_eq!(data["account"]["email"], EMAIL);
    assert_eq!(data["complaints"].as_array().unwrap().len(), 2);
    assert!(json.header("content-disposition").starts_with("attachment; "));
}

#[tokio::test]
async fn everything_that_is_held_about_somebody_comes_in_one_file() {
    let mut seeded = Seeded::new().await;
    let counter = seeded.register(Sample::water(1)).await;
    let stranger = seeded.register(Sample::water(2)).await;
    let mut visitor = Visitor::new(&seeded.centre);
    assert_eq!(visitor.get("/mine/data.zip").await.status, StatusCode::SEE_OTHER);
    with_account(&seeded, &mut visitor, EMAIL, EMAIL).await;
    visitor.follow(&counter.reference.to_string(), &counter.code.to_string()).await;
    let page = visitor.get(&format!("/case/{}/documents", counter.reference)).await;
    visitor.upload(&page, "deed-form", &[], &[("Bill: May.jpg", &photo())]).await;

    let parcel = visitor.get("/mine/data.zip").await;
    assert_eq!(parcel.header("content-type"), "application/zip");
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&parcel.bytes)).unwrap();
    let mut names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    names.sort();
    let reference = counter.reference.to_string();
    let papers = [format!("{reference}/{reference}.pdf"), format!("{reference}/Bill_ May.jpg")];
    let mut expected = [&papers[0], &papers[1], "my-data.html", "my-data.json"].map(str::to_owned).to_vec();
    expected.sort();
    assert_eq!(names, expected);
    let mut read = |name: &str| {
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut zip.by_name(name).unwrap(), &mut bytes).unwrap();
        bytes
    };
    assert!(read(&papers[0]).starts_with(b"%PDF-") && read(&papers[1]).starts_with(b"\xff\xd8\xff"));
    let json: serde_json::Value = serde_json::from_slice(&read("my-data.json")).unwrap();
    assert_eq!(json["complaints"][0]["reference"], reference.as_str());
    let page = String::from_utf8(read("my-data.html")).unwrap();
    let place = format!("href=\"{reference}/Bill_%20May.jpg\"");
    for told in ["lata@example.mu", "Water bill", &place, &reference] {
        assert!(page.contains(told), "{told} in {page}");
    }
    assert!(
        !page.contains(&stranger.reference.to_string()) && !page.contains("http"),
        "nothing from outside"
    );
    // Whoever owns the account sees when it was taken along, and nobody takes it along without end.
    assert!(visitor.get("/mine/data").await.says("(ZIP)"));
    for _ in 0..9 {
        assert_eq!(visitor.get("/mine/data.json").await.status, StatusCode::OK);
    }
    assert_eq!(visitor.get("/mine/data.zip").await.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn what_an_office_registered_is_shown_once_the_number_is_confirmed() {
    let mut seeded = Seeded::new().await;
    let [one, other] = [seeded.register(Sample::water(1)).await, seeded.register(Sample::water(2)).await];
    let mut visitor = Visitor::new(&seeded.centre);
    let mine = with_account(&seeded, &mut visitor, EMAIL, EMAIL).await;
    assert!(
        mine.text.contains("confirm-identity") && !mine.text.contains(&format!("case-{}", other.reference))
    );
    let page = visitor.get("/mine/identity").await;
    let (reference, code) = (one.reference.to_string(), one.code.to_string());
    let wrong =
        visitor.fill(&page, "form-identity", &[("reference", &reference), ("code", "K7PM-3XQT")]).await;
    assert!(wrong.says("Reference or access code is not right."));
    let answer = visitor.fill(&page, "form-identity", &[("reference", &reference), ("code", &code)]).await;
    let mine = visitor.went(answer).await;
    assert!(
        mine.says("Your number is confirmed.") && mine.text.contains(&format!("case-{}", other.reference))
    );
    let mut second = visitor.beside("198.51.100.25");
    with_account(&seeded, &mut second, "other@example.mu", "other@example.mu").await;
    let page = second.get("/mine/identity").await;
    let taken = second.fill(&page, "form-identity", &[("reference", &reference), ("code", &code)]).await;
    assert!(taken.says("Another account has this number."));
    let page = visitor.get("/mine/details").await;
    let typed = [("other_names", "Lata"), ("surname", "Zéphir"), ("nic", "Z0101000000047")];
    let answer = visitor.fill(&page, "form-details", &typed).await;
    let mine = visitor.went(answer).await;
    assert!(!mine.text.contains(&format!("case-{}", other.reference)), "another number is not confirmed");
}

#[tokio::test]
async fn a_number_that_anybody_typed_on_the_portal_proves_nothing() {
    let seeded = Seeded::new().await;
    let mut visitor = Visitor::new(&seeded.centre);
    with_account(&seeded, &mut visitor, EMAIL, EMAIL).await;
    let filing = crate::Filing {
        channel: complaints::Channel::Portal,
        office: None,
        kind: complaints::Kind::Complaint,
        category: "street-lamp".to_owned(),
        institution: None,
        subject: String::new(),
        text: "A lamp.".to_owned(),
        place: None,
        language: "en".to_owned(),
        citizen: complaints::Citizen { nic: Some("L0102803001234".to_owned()), ..Default::default() },
        contact_by: Vec::new(),
        notice_language: None,
        representative: None,
        discretion: None,
        point: None,
        recorded_at: None,
    };
    let filed = seeded.centre.file(&filing, &crate::portal::author("", "x")).await.unwrap();
    let page = visitor.get("/mine/identity").await;
    let (reference, code) = (filed.register.reference.to_string(), filed.access_code().to_string());
    let answer = visitor.fill(&page, "form-identity", &[("reference", &reference), ("code", &code)]).await;
    assert!(answer.says("nobody looked at your card"));
}

#[tokio::test]
async fn corrections_reach_open_complaints_that_said_the_same_and_closing_forgets_the_account() {
    let mut seeded = Seeded::new().await;
    let counter = seeded.register(Sample::water(1)).await;
    let mut visitor = Visitor::new(&seeded.centre);
    let page = visitor.get("/account/new").await;
    let typed =
        [("surname", "Lafleur"), ("other_names", "Jean-Noel"), ("reached", EMAIL), ("password", PASSWORD)];
    let answer = visitor.fill(&page, "form-new", &typed).await;
    let page = visitor.went(answer).await;
    let code = code_sent(&seeded, EMAIL).await.unwrap();
    visitor.fill(&page, "form-confirm", &[("code", &code)]).await;
    visitor.follow(&counter.reference.to_string(), &counter.code.to_string()).await;
    let page = visitor.get("/mine/details").await;
    let long = "x".repeat(201);
    let wrong = visitor.fill(&page, "form-details", &[("surname", &long), ("other_names", "")]).await;
    assert!(wrong.says("This text has 201 characters.") && wrong.text.contains(&long));
    let typed = [("surname", "Lafleur-Zéphir"), ("other_names", "Jean-Noël"), ("locality", "Goodlands")];
    let answer = visitor.fill(&page, "form-details", &typed).await;
    assert!(visitor.went(answer).await.says("Your data are corrected."));
    let complaint = seeded.centre.complaint(counter.id).await.unwrap().unwrap();
    let citizen = &complaint.register.citizen;
    assert_eq!(citizen.surname.as_deref(), Some("Lafleur-Zéphir"));
    assert_eq!(citizen.other_names.as_deref(), Some("Jean-Noël"), "it said something else already");
    assert_eq!(
        complaint.corrected.iter().map(|corrected| corrected.field).collect::<Vec<_>>(),
        [Field::Surname]
    );
    assert_eq!(complaint.status, Status::Received);
    let page = visitor.get("/mine/close").await;
    assert!(page.says("Your complaints stay with those who deal with them"));
    let wrong = visitor.fill(&page, "form-close", &[("password", "not mine at all")]).await;
    assert!(wrong.says("This is not your password."));
    let closed = visitor.fill(&page, "form-close", &[("password", PASSWORD)]).await;
    assert!(closed.says("Your account is closed"));
    assert!(sign_in(&mut visitor, EMAIL, PASSWORD).await.says("Address or password is not right."));
    let followed = visitor.follow(&counter.reference.to_string(), &counter.code.to_string()).await;
    assert_eq!(followed.status, StatusCode::OK, "the complaint goes on");
}

#[tokio::test]
async fn another_address_is_confirmed_before_it_counts() {
    let seeded = Seeded::new().await;
    let mut visitor = Visitor::new(&seeded.centre);
    with_account(&seeded, &mut visitor, EMAIL, EMAIL).await;
    let page = visitor.get("/mine/address").await;
    assert!(page.says("Now: lata@example.mu"));
    let wrong = visitor.fill(&page, "form-address", &[("reached", "call her son")]).await;
    assert!(wrong.says("neither an e-mail address nor a telephone number"));
    let answer = visitor.fill(&page, "form-address", &[("reached", "5700 4321")]).await;
    let page = visitor.went(answer).await;
    let code = code_sent(&seeded, "+23057004321").await.unwrap();
    let answer = visitor.fill(&page, "form-confirm", &[("code", &code)]).await;
    assert!(visitor.went(answer).await.says("The new address is yours"));
    let mut elsewhere = visitor.beside("198.51.100.26");
    assert!(sign_in(&mut elsewhere, "5700 4321", PASSWORD).await.says("My complaints"));
}
