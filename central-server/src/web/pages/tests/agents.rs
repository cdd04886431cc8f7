//! What agents see and do.

use axum::http::StatusCode;
use complaints::{Status, Verdict};

use super::seed::{Filed, Sample, Seeded, answer, change, note, route};
use super::visitor::{Answer, Visitor};

/// A centre with one complaint at the CWA, and somebody who is signed in.
async fn signed_in(login: &str) -> (Seeded, Filed, Visitor) {
    let mut seeded = Seeded::new().await;
    let filed = seeded.register(Sample::water(1)).await;
    let mut visitor = Visitor::new(&seeded.centre);
    assert_eq!(visitor.sign_in(login).await.status, StatusCode::SEE_OTHER);
    (seeded, filed, visitor)
}

fn address(filed: &Filed) -> String {
    format!("/agents/case/{}", filed.reference)
}

async fn now(seeded: &Seeded, filed: &Filed) -> complaints::Complaint {
    seeded.centre.complaint(filed.id).await.unwrap().unwrap()
}

#[tokio::test]
async fn without_signing_in_one_is_asked_to_and_comes_back() {
    let mut seeded = Seeded::new().await;
    let filed = seeded.register(Sample::water(1)).await;
    let mut visitor = Visitor::new(&seeded.centre);
    let asked = visitor.get(&address(&filed)).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER);
    let page = visitor.get(asked.header("location")).await;
    let typed = [("login", "nadine"), ("password", super::seed::PASSWORD)];
    let inside = visitor.fill(&page, "sign-in-form", &typed).await;
    assert_eq!((inside.status, inside.header("location")), (StatusCode::SEE_OTHER, address(&filed).as_str()));
    let cookie = inside.header("set-cookie");
    assert!(cookie.ends_with("Path=/agents; HttpOnly; SameSite=Strict"), "{cookie}");
    assert!(visitor.get(&address(&filed)).await.says("Nadine Appasamy"));
}

#[tokio::test]
async fn behind_a_proxy_with_https_the_cookie_is_for_https_alone() {
    let seeded = Seeded::new().await;
    let mut visitor = Visitor::new(&seeded.centre);
    visitor.headers.push(("x-forwarded-proto", "https".to_owned()));
    assert!(visitor.sign_in("nadine").await.header("set-cookie").ends_with("; Secure"));
}

#[tokio::test]
async fn a_wrong_password_is_told_without_saying_which_part_is_wrong() {
    let seeded = Seeded::new().await;
    let mut visitor = Visitor::new(&seeded.centre);
    let mut told = Vec::new();
    for (login, password) in [("nadine", "wrong"), ("nobody", "wrong")] {
        let page = visitor.post("/agents/sign-in", &[("login", login), ("password", password)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            page.says("Name or password is not right.") && page.text.contains(&format!("value=\"{login}\""))
        );
        assert!(!page.text.contains("value=\"wrong\""));
        told.push(page.text.replace(login, ""));
    }
    assert_eq!(told[0], told[1]);
    let page = visitor.post("/agents/sign-in", &[("login", " "), ("password", "")]).await;
    assert!(page.says("Enter your name for signing in.") && page.says("Enter your password."));
    for _ in 0..4 {
        visitor.post("/agents/sign-in", &[("login", "nadine"), ("password", "wrong")]).await;
    }
    let stopped =
        visitor.post("/agents/sign-in", &[("login", "nadine"), ("password", super::seed::PASSWORD)]).await;
    assert_eq!((stopped.status, stopped.header("retry-after")), (StatusCode::TOO_MANY_REQUESTS, "901"));
}

#[tokio::test]
async fn signing_out_ends_the_session_and_needs_a_page_of_it() {
    let (_seeded, _filed, mut visitor) = signed_in("nadine").await;
    assert_eq!(visitor.post("/agents/sign-out", &[("word", "forged")]).await.status, StatusCode::FORBIDDEN);
    let page = visitor.get("/agents").await;
    assert_eq!((page.status, page.header("cache-control")), (StatusCode::OK, "no-store"));
    let word =
        page.text.split("name=\"word\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let out = visitor.post("/agents/sign-out", &[("word", &word)]).await;
    assert_eq!(out.header("location"), "/agents/sign-in?out=1");
    assert_eq!(visitor.get("/agents").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_list_shows_what_an_agent_may_see_filtered_and_in_leaves() {
    let (mut seeded, _, mut unit) = signed_in("nadine").await;
    for number in 2..=30 {
        seeded.register(Sample::water(number)).await;
    }
    let power = Sample {
        category: "power-bill",
        institution: "CEB",
        subject: "Power bill".to_owned(),
        ..Sample::water(31)
    };
    let power = seeded.register(power).await;
    let first = unit.get("/agents").await;
    assert!(first.says("31 in this list") && first.says("Page 1 of 2"));
    assert_eq!(first.text.matches("data-testid=\"row-").count(), 25);
    assert_eq!(unit.get("/agents?page=2").await.text.matches("data-testid=\"row-").count(), 6);
    let found = unit.get("/agents?words=POWER&group=all").await;
    assert!(found.says(&power.reference.to_string()) && found.says("1 in this list"));
    assert!(found.text.contains("value=\"POWER\""));
    assert!(unit.get("/agents?institution=CEB").await.says("1 in this list"));
    assert!(unit.get("/agents?words=nothing+fits").await.says("Nothing fits."));
    assert!(unit.get("/agents?group=finished").await.says("Nothing here"));
    let mut electricity = unit.beside("198.51.100.1");
    electricity.sign_in("devi").await;
    for group in ["open", "mine", "overdue", "finished", "all"] {
        let page = electricity.get(&format!("/agents?group={group}&institution=CWA")).await;
        assert!(!page.says("Water bill"), "{group}");
    }
    assert!(electricity.get("/agents").await.says("Power bill"));
}

#[tokio::test]
async fn another_institutions_complaint_is_not_there() {
    let (_seeded, filed, mut electricity) = signed_in("devi").await;
    assert_eq!(electricity.get(&address(&filed)).await.status, StatusCode::NOT_FOUND);
    let fields = [("complaint", filed.id.to_string())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let page = electricity.post(&format!("{}/note", address(&filed)), &fields).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_whole_story_is_there_for_agents() {
    let (mut seeded, filed, mut visitor) = signed_in("nadine").await;
    seeded.agent("nadine", &filed, route("CWA", "they have the meter")).await;
    seeded.agent("rajesh", &filed, note("call before noon", false)).await;
    seeded.clerk(&filed, change(Status::Received, Status::Checked)).await;
    let page = visitor.get(&address(&filed)).await;
    for words in [
        "Mo res tousel, pa posib.",
        "they have the meter",
        "call before noon",
        "Rajesh Bhujun",
        "Kavi Bundhoo",
        "Not accepted: somebody else had changed the status before.",
        "Jean-Noël Lafleur",
        "L0102803001234",
        "5000 0412",
        "Rue des Créoles, Mahébourg",
        "Thursday 3 December 2026",
        "5 working days left",
    ] {
        assert!(page.says(words), "{words}");
    }
}

#[tokio::test]
async fn the_time_limit_is_a_row_of_working_days_and_says_when_it_stood_still() {
    let (mut seeded, filed, mut visitor) = signed_in("nadine").await;
    // Asked for on the 20th, by the clerk's clock, and brought on the 26th, which is today: four days stand still, and are
    // added to the promise.
    seeded.clerk(&filed, change(Status::Received, Status::WaitingDocuments)).await;
    assert!(visitor.get(&address(&filed)).await.says("Time limit stopped"));
    seeded.agent("nadine", &filed, change(Status::WaitingDocuments, Status::InProgress)).await;
    let page = visitor.get(&address(&filed)).await;
    for (look, days) in [("done", 6), ("stop", 4), ("today", 0), ("left", 9)] {
        assert_eq!(page.text.matches(&format!("class=\"d-{look}\"")).count(), days, "{look}");
    }
    let first =
        |page: &Answer| page.text.split(" x=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_eq!(first(&page), "1");
    assert_ne!(
        first(&visitor.get(&format!("{}?lang=ar-MA", address(&filed))).await),
        "1",
        "from right to left"
    );
}

#[tokio::test]
async fn an_agent_passes_on_answers_changes_the_status_and_notes() {
    let (seeded, filed, mut unit) = signed_in("nadine").await;
    let at = address(&filed);
    let page = unit.get(&at).await;
    let done = unit.fill(&page, "form-route", &[("choice", "CEB"), ("text", "")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    let page = unit.get(done.header("location")).await;
    assert!(page.says("Passed on.") && page.says("Central Electricity Board"));
    let page = unit.fill(&page, "form-note", &[("choice", "inside"), ("text", "by mistake?")]).await;
    assert!(page.header("location").ends_with("done=note"));
    let page = unit.get(&at).await;
    unit.fill(&page, "form-status", &[("choice", "in_progress"), ("text", "")]).await;
    let page = unit.get(&at).await;
    let done =
        unit.fill(&page, "form-answer", &[("choice", "final"), ("text", "C’est fait.\r\nMerci <3")]).await;
    assert!(done.header("location").ends_with("done=answer"));
    let complaint = now(&seeded, &filed).await;
    assert_eq!(
        (complaint.status, complaint.institution.as_str(), complaint.version),
        (Status::Answered, "CEB", 5)
    );
    assert!(complaint.steps.iter().all(|step| step.verdict == Verdict::Accepted));
    let page = unit.get(&at).await;
    assert!(page.says("C’est fait.\nMerci &#60;3") || page.says("C’est fait.\nMerci &lt;3"));
    for (status, shown) in [("resolved", true), ("closed", true), ("reopened", true), ("checked", false)] {
        assert_eq!(page.text.contains(&format!("value=\"{status}\"")), shown, "{status}");
    }
}

#[tokio::test]
async fn an_institutions_agent_answers_and_says_why_before_it_passes_on() {
    let (seeded, filed, mut water) = signed_in("rajesh").await;
    let page = water.get(&address(&filed)).await;
    assert!(!page.text.contains("form-route"));
    let done = water.fill(&page, "form-answer", &[("choice", "interim"), ("text", "On Friday.")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    assert_eq!(now(&seeded, &filed).await.status, Status::InProgress);
    let page = water.get(&address(&filed)).await;
    let refused = water.fill(&page, "form-back", &[("choice", "CEB"), ("text", " ")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("Write why it is not yours.") && refused.text.contains("value=\"CEB\" selected"));
    let refused = water.fill(&page, "form-back", &[("choice", "LA"), ("text", "not ours")]).await;
    assert!(refused.says("Choose where it goes."), "what only stands for another is nowhere to go");
    let back = water.fill(&page, "form-back", &[("choice", "unit"), ("text", "It is the sewer.")]).await;
    assert_eq!((back.status, back.header("location")), (StatusCode::SEE_OTHER, "/agents?done=back"));
    let complaint = now(&seeded, &filed).await;
    assert_eq!((complaint.status, complaint.institution.as_str()), (Status::PassedOn, "CSU"));
}

#[tokio::test]
async fn an_overtaken_deed_shows_what_changed_and_keeps_the_text() {
    let (seeded, filed, mut water) = signed_in("rajesh").await;
    let page = water.get(&address(&filed)).await;
    seeded.agent("nadine", &filed, answer("The unit was faster.", false)).await;
    let typed = [("choice", "final"), ("text", "My long answer, typed for an hour")];
    let overtaken = water.fill(&page, "form-answer", &typed).await;
    assert_eq!(overtaken.status, StatusCode::CONFLICT);
    for words in [
        "Something changed while you were writing",
        "Nadine Appasamy: Interim answer",
        "My long answer, typed for an hour</textarea>",
        "value=\"final\" checked",
    ] {
        assert!(overtaken.says(words), "{words}");
    }
    assert_eq!(now(&seeded, &filed).await.version, 2);
    let again = water.fill(&overtaken, "form-answer", &typed).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "the form now stands on the newest version");
    assert_eq!(now(&seeded, &filed).await.status, Status::Answered);
}

#[tokio::test]
async fn a_complaint_that_went_elsewhere_meanwhile_gives_the_typed_text_back() {
    let (seeded, filed, mut water) = signed_in("rajesh").await;
    let page = water.get(&address(&filed)).await;
    seeded.agent("nadine", &filed, route("CEB", "not the meter")).await;
    let page = water.fill(&page, "form-answer", &[("choice", "final"), ("text", "typed for an hour")]).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(page.says("typed for an hour</textarea>") && page.says("This complaint is not with you"));
    assert!(!page.says("Water bill") && !page.says("not the meter"));
    assert_eq!(now(&seeded, &filed).await.version, 2);
}

#[tokio::test]
async fn a_forged_form_is_not_taken() {
    let (seeded, filed, mut water) = signed_in("rajesh").await;
    let id = filed.id.to_string();
    let fields = [("complaint", id.as_str()), ("version", "1"), ("choice", "final"), ("text", "forged")];
    for word in ["", "0123456789abcdef0123456789abcdef"] {
        let mut fields = fields.to_vec();
        fields.push(("word", word));
        let page = water.post(&format!("{}/answer", address(&filed)), &fields).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN);
        assert!(page.says("forged</textarea>"), "what was typed stays");
    }
    water.headers.push(("sec-fetch-site", "cross-site".to_owned()));
    let page = water.post(&format!("{}/answer", address(&filed)), &fields).await;
    assert!(page.status == StatusCode::FORBIDDEN && !page.says("forged"));
    assert_eq!(now(&seeded, &filed).await.version, 1);
}

#[tokio::test]
async fn a_session_that_is_over_gives_the_typed_text_back() {
    let (seeded, filed, mut water) = signed_in("rajesh").await;
    let page = water.get(&address(&filed)).await;
    water.forget_cookie("guichet_agent");
    let page = water.fill(&page, "form-answer", &[("choice", "final"), ("text", "typed for an hour")]).await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
    assert!(page.says("typed for an hour</textarea>") && page.says("You were signed out"));
    assert_eq!(now(&seeded, &filed).await.version, 1);
}

#[tokio::test]
async fn bad_input_is_said_above_its_field_and_stays() {
    let (seeded, filed, mut unit) = signed_in("nadine").await;
    let page = unit.get(&address(&filed)).await;
    let long = "é".repeat(10_001);
    let cases: [(&str, &str, &str, &str, &str); 9] = [
        ("form-answer", "final", "  ", "Write the answer.", "answer-text"),
        ("form-answer", "", "Yes", "Choose whether the answer is interim or final.", "answer-interim"),
        (
            "form-answer",
            "final",
            &long,
            "This text has 10,001 characters. There is room for 10,000.",
            "answer-text",
        ),
        (
            "form-answer",
            "final",
            "a\u{202e}b",
            "Characters that cannot be seen were taken out",
            "answer-text",
        ),
        ("form-note", "inside", "a\u{1b}b", "Characters that cannot be seen were taken out", "note-text"),
        ("form-note", "everybody", "x", "Choose who reads the note.", "note-inside"),
        ("form-route", "NOWHERE", "", "Choose the institution from the list.", "route-to"),
        ("form-route", "CEB", &long, "This text has 10,001 characters.", "route-text"),
        ("form-status", "", "why", "Choose the new status.", "status-to"),
    ];
    for (form, choice, text, message, field) in cases {
        let answer: Answer = unit.fill(&page, form, &[("choice", choice), ("text", text)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{message}");
        assert!(answer.says(message) && answer.says(&format!("href=\"#{field}\"")), "{message}");
        assert!(answer.text.contains(&format!("id=\"{field}\"")), "{field}");
        let clean: String = text.chars().filter(|c| !matches!(c, '\u{202e}' | '\u{1b}')).collect();
        assert!(answer.says(&format!("{clean}</textarea>")), "{message}");
    }
    let page = unit.fill(&page, "form-status", &[("choice", "closed"), ("text", "")]).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.says("this status does not lead to that one."));
    assert_eq!(now(&seeded, &filed).await.version, 1);
}

#[tokio::test]
async fn a_finished_complaint_can_be_reopened_and_noted_and_nothing_else() {
    let (seeded, filed, mut unit) = signed_in("nadine").await;
    seeded.agent("nadine", &filed, answer("Done.", true)).await;
    seeded.agent("nadine", &filed, change(Status::Answered, Status::Closed)).await;
    let page = unit.get(&address(&filed)).await;
    assert!(!page.text.contains("form-answer") && !page.text.contains("form-route"));
    assert!(page.text.contains("value=\"reopened\"") && page.text.contains("form-note"));
    let reopened = unit.fill(&page, "form-status", &[("choice", "reopened"), ("text", "")]).await;
    assert_eq!(reopened.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn hostile_words_of_citizens_stay_text() {
    let mut seeded = Seeded::new().await;
    let hostile = "</textarea><script>alert(1)</script>";
    let sample = Sample { subject: hostile.to_owned(), text: hostile.to_owned(), ..Sample::water(1) };
    let filed = seeded.register(sample).await;
    let mut visitor = Visitor::new(&seeded.centre);
    visitor.sign_in("nadine").await;
    for page in [visitor.get("/agents").await, visitor.get(&address(&filed)).await] {
        assert!(page.says("alert(1)") && page.text.matches("<script").count() == 1);
    }
}

#[tokio::test]
async fn a_word_from_the_address_is_shown_as_text_and_an_odd_address_is_no_trouble() {
    let (_seeded, filed, mut visitor) = signed_in("nadine").await;
    for address in [
        "/agents?words=%3Cscript%3E&group=%22%3E&page=-1&institution=%3Cb%3E",
        "/agents?page=99999999999",
        "/agents?page=100000&words=%ff%00%e2%80%ae",
        "/agents/",
    ] {
        let page = visitor.get(address).await;
        assert_eq!(page.status, StatusCode::OK, "{address}");
        assert!(page.text.matches("<script").count() == 1 && !page.text.contains("<b>\""), "{address}");
    }
    for address in ["/agents/case/12-1-00001-99", "/agents/case/%00", &format!("{}/explode", address(&filed))]
    {
        let page = visitor.get(address).await;
        assert!(page.status == StatusCode::NOT_FOUND || page.status == StatusCode::SEE_OTHER, "{address}");
    }
}

#[tokio::test]
async fn no_script_runs_on_an_agents_page_but_the_keys_as_they_are() {
    let (_seeded, filed, mut visitor) = signed_in("nadine").await;
    for address in ["/agents", "/agents/filter", &address(&filed), "/agents/overview"] {
        let page = visitor.get(address).await;
        let script = page.text.split_once("<script>").unwrap().1.split_once("</script>").unwrap().0;
        let digest = crate::web::pages::assets::digest_of_script(script);
        let policy = page.header("content-security-policy");
        assert!(policy.contains(&format!("script-src {digest};")), "{address}: {policy}");
        assert!(!policy.contains("unsafe") && policy.contains("default-src 'self'"), "{policy}");
    }
    let page = visitor.get("/").await;
    assert!(page.header("content-security-policy").contains("script-src 'none'"));
}
