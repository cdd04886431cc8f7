//! Looking after agents, texts and figures; who looked; and what a head, an auditor and the task force see.

use axum::http::StatusCode;
use complaints::{Assign, Assignee, Body};

use super::seed::{Filed, PASSWORD, Sample, Seeded, answer};
use super::visitor::{Answer, Visitor};

async fn signed_in(login: &str) -> (Seeded, Visitor) {
    let seeded = Seeded::new().await;
    let mut visitor = Visitor::new(&seeded.centre);
    visitor.sign_in(login).await;
    (seeded, visitor)
}

fn address(filed: &Filed) -> String {
    format!("/agents/case/{}", filed.reference)
}

fn between<'a>(page: &'a Answer, before: &str, after: &str) -> &'a str {
    let rest = page.text.split(before).nth(1).unwrap_or_else(|| panic!("no {before}"));
    rest.split(after).next().unwrap()
}

#[tokio::test]
async fn an_administrator_adds_somebody_who_chooses_a_password_and_works() {
    let (seeded, mut admin) = signed_in("amina").await;
    let page = admin.get("/agents/people").await;
    for (name, login, role, place, message) in [
        ("", "new", "agent", "CWA", "Enter the name, at most 100 characters."),
        ("New", "two words", "agent", "CWA", "Enter letters a to z"),
        ("New", "nadine", "csu", "", "Somebody else signs in with that name."),
        ("New", "new", "", "", "Choose the role."),
        ("New", "new", "agent", "", "Choose the institution for this role."),
        ("New", "new", "cab", "CWA", "Choose the office for this role."),
    ] {
        let typed = [("name", name), ("login", login), ("role", role), ("place", place)];
        let wrong = admin.fill(&page, "form-add", &typed).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{message}");
        assert!(wrong.says(message) && wrong.text.contains(&format!("value=\"{login}\"")), "{message}");
    }
    let typed = [("name", "Sheila Bappoo"), ("login", "sheila"), ("role", "head"), ("place", "CWA")];
    let added = admin.fill(&page, "form-add", &typed).await;
    assert!(added.says("A password was drawn"));
    let drawn = between(&added, "<code>", "</code>").to_owned();
    assert!(!admin.get("/agents/people").await.text.contains(&drawn), "it is shown once");
    let mut head = Visitor::new(&seeded.centre);
    let fields = [("login", "sheila"), ("password", drawn.as_str()), ("next", "/agents")];
    head.post("/agents/sign-in", &fields).await;
    for path in ["/agents", "/agents/overview", "/agents/case/12-1-00001-51"] {
        assert_eq!(head.get(path).await.header("location"), "/agents/password", "{path}");
    }
    let page = head.get("/agents/password").await;
    for (old, new, again, message) in [
        ("", "a good long one", "a good long one", "Enter the password that you signed in with."),
        ("wrong", "a good long one", "a good long one", "This is not the password"),
        (drawn.as_str(), "short", "short", "Choose another password of at least 10 characters."),
        (drawn.as_str(), drawn.as_str(), drawn.as_str(), "Choose another password"),
        (drawn.as_str(), "a good long one", "a good long two", "The two do not agree."),
    ] {
        let wrong = head.fill(&page, "form-password", &[("old", old), ("new", new), ("again", again)]).await;
        assert!(wrong.says(message), "{message}");
    }
    let typed = [("old", drawn.as_str()), ("new", "a good long one"), ("again", "a good long one")];
    assert_eq!(head.fill(&page, "form-password", &typed).await.header("location"), "/agents");
    assert!(head.get("/agents").await.says("Sheila Bappoo"));
}

#[tokio::test]
async fn whoever_leaves_is_signed_out_and_a_role_is_changed() {
    let (seeded, mut admin) = signed_in("amina").await;
    let mut water = Visitor::new(&seeded.centre);
    water.sign_in("rajesh").await;
    let page = admin.get("/agents/people").await;
    let word = between(&page, "name=\"word\" value=\"", "\"").to_owned();
    let id = seeded.centre.agent("rajesh").await.unwrap().id;
    let post = |change: &str| format!("/agents/people/{id}/{change}");
    assert_eq!(admin.post(&post("disable"), &[("word", "forged")]).await.status, StatusCode::FORBIDDEN);
    let done = admin.post(&post("disable"), &[("word", &word)]).await;
    assert_eq!(done.header("location"), "/agents/people?done=disable");
    assert_eq!(water.get("/agents").await.status, StatusCode::SEE_OTHER);
    assert!(admin.get(done.header("location")).await.says("may not sign in"));
    admin.post(&post("enable"), &[("word", &word)]).await;
    let wrong = admin.post(&post("role"), &[("word", &word), ("role", "cab"), ("place", "CWA")]).await;
    assert!(
        wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.says("Choose the office for this role.")
    );
    admin.post(&post("role"), &[("word", &word), ("role", "cab"), ("place", "07")]).await;
    assert_eq!(
        seeded.centre.agent("rajesh").await.unwrap().office.map(|it| it.to_string()),
        Some("07".to_owned())
    );
    let own = seeded.centre.agent("amina").await.unwrap().id;
    let own = admin.post(&format!("/agents/people/{own}/disable"), &[("word", &word)]).await;
    assert_eq!(own.status, StatusCode::FORBIDDEN, "nobody locks themselves out");
    assert_eq!(admin.post(&post("explode"), &[("word", &word)]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_auditor_reads_all_and_changes_nothing() {
    let (mut seeded, mut auditor) = signed_in("odile").await;
    let violent = Sample { category: "family-violence", institution: "GEN", ..Sample::water(1) };
    let filed = seeded.register(violent).await;
    let page = auditor.get(&address(&filed)).await;
    assert!(page.says("Jean-Noël Lafleur") && page.says("restricted"));
    for form in
        ["form-answer", "form-route", "form-note", "form-status", "form-triage", "form-split", "form-over"]
    {
        assert!(!page.text.contains(form), "{form}");
    }
    let word = between(&page, "name=\"word\" value=\"", "\"").to_owned();
    let id = filed.id.to_string();
    let fields =
        [("word", word.as_str()), ("complaint", &id), ("version", "1"), ("text", "x"), ("choice", "inside")];
    assert_eq!(
        auditor.post(&format!("{}/note", address(&filed)), &fields).await.status,
        StatusCode::FORBIDDEN
    );
    let mut unit = Visitor::new(&seeded.centre);
    unit.sign_in("nadine").await;
    unit.get(&address(&filed)).await;
    let looks = auditor.get("/agents/looks").await;
    assert!(looks.says("Nadine Appasamy") && looks.says("Odile Lagesse"), "its own look too");
    assert!(looks.says(&filed.reference.to_string()) && looks.says("2 looks"));
    let wrong = auditor.get("/agents/looks?reference=12-x").await;
    assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.says("Check each character."));
    let one = auditor.get(&format!("/agents/looks?reference={}", filed.reference)).await;
    assert!(one.says("2 looks"));
    assert_eq!(unit.get("/agents/looks").await.status, StatusCode::FORBIDDEN);
    let people = auditor.get("/agents/people").await;
    assert!(people.says("Rajesh Bhujun") && !people.text.contains("form-add"));
}

#[tokio::test]
async fn a_head_sees_restricted_ones_gives_them_to_somebody_and_sees_how_it_stands() {
    let (mut seeded, mut head) = signed_in("yusuf").await;
    let hurt = Sample { category: "social-elderly", institution: "CWA", ..Sample::water(1) };
    let filed = seeded.register(hurt).await;
    let mut agent = Visitor::new(&seeded.centre);
    agent.sign_in("rajesh").await;
    assert_eq!(agent.get(&address(&filed)).await.status, StatusCode::NOT_FOUND);
    let page = head.get(&address(&filed)).await;
    let rajesh = seeded.centre.agent("rajesh").await.unwrap();
    let devi = seeded.centre.agent("devi").await.unwrap();
    assert!(page.says("Rajesh Bhujun") && !page.says("Devi Ramsamy"), "only colleagues are offered");
    let other = head.fill(&page, "form-assign", &[("choice", &devi.id.to_string())]).await;
    assert!(other.status == StatusCode::CONFLICT && other.says("no longer possible"));
    let given = head.fill(&page, "form-assign", &[("choice", &rajesh.id.to_string())]).await;
    assert!(given.header("location").ends_with("done=assign"), "{}", given.text);
    assert_eq!(agent.get(&address(&filed)).await.status, StatusCode::OK);
    assert!(agent.get("/agents?group=assigned").await.says(&filed.reference.to_string()));
    let figures = head.get("/agents/overview").await;
    assert!(figures.says("November 2026") && figures.says("Rajesh Bhujun"));
    assert_eq!(agent.get("/agents/overview").await.status, StatusCode::FORBIDDEN);
    for month in ["2026-10", "2099-01", "x", "2026-13"] {
        assert_eq!(
            head.get(&format!("/agents/overview?month={month}")).await.status,
            StatusCode::OK,
            "{month}"
        );
    }
}

#[tokio::test]
async fn the_task_force_reads_matters_without_names() {
    let (mut seeded, mut force) = signed_in("tara").await;
    let filed = seeded.register(Sample::water(1)).await;
    let page = force.get(&address(&filed)).await;
    assert!(page.says("Mo res tousel, pa posib."));
    for hidden in ["Lafleur", "L0102803001234", "5000 0412", "Rue des Créoles"] {
        assert!(!page.says(hidden), "{hidden}");
    }
    assert!(!force.get("/agents?group=all&words=lafleur").await.says(&filed.reference.to_string()));
    assert!(force.get("/agents/overview").await.says("Central Water Authority"));
    assert_eq!(force.get("/agents/export").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_list_is_taken_along_by_those_who_may_and_runs_nothing() {
    let (mut seeded, mut unit) = signed_in("nadine").await;
    let formula = Sample { subject: "=HYPERLINK(\"x\")".to_owned(), ..Sample::water(1) };
    seeded.register(formula).await;
    let secret = Sample { category: "family-violence", institution: "GEN", ..Sample::water(2) };
    seeded.register(secret).await;
    let table = unit.get("/agents/export?group=all").await;
    assert_eq!(table.header("content-type"), "text/csv; charset=utf-8");
    assert!(table.header("content-disposition").contains("guichet-all-2026-11-26.csv"));
    assert!(table.text.contains("\"'=HYPERLINK(\"\"x\"\")\"") && !table.text.contains("Lafleur"));
    assert_eq!(table.text.lines().count(), 3);
    assert!(table.text.contains("\"restricted\""), "what few people may see is not told");
    let narrowed = unit.get("/agents/export?group=all&institution=CEB").await;
    assert_eq!(narrowed.text.lines().count(), 1);
    let mut water = Visitor::new(&seeded.centre);
    water.sign_in("rajesh").await;
    assert_eq!(water.get("/agents/export").await.status, StatusCode::FORBIDDEN);
    assert!(!water.get("/agents").await.text.contains("data-testid=\"export\""));
}

#[tokio::test]
async fn a_text_is_written_by_a_head_and_inserted_by_an_agent() {
    let (mut seeded, mut head) = signed_in("yusuf").await;
    let filed = seeded.register(Sample::water(1)).await;
    let page = head.get("/agents/templates").await;
    let typed = [("deed", "answer_interim"), ("language", "mfe"), ("title", ""), ("text", "Bonzour {name}")];
    let wrong = head.fill(&page, "form-template", &typed).await;
    assert!(wrong.says("Enter a title") && wrong.says("Bonzour {name}</textarea>"));
    let typed = [
        ("deed", "answer_interim"),
        ("language", "mfe"),
        ("title", "Premie repons"),
        ("text", "Bonzour {name}, {institution} pe get {reference}."),
    ];
    let done = head.fill(&page, "form-template", &typed).await;
    assert_eq!(done.header("location"), "/agents/templates?done=1");
    let list = head.get(done.header("location")).await;
    let id = between(&list, "href=\"/agents/templates/", "\"").to_owned();
    let one = head.get(&format!("/agents/templates/{id}")).await;
    let typed = [
        ("deed", "answer_interim"),
        ("language", "mfe"),
        ("title", "Premie repons"),
        ("text", "Bonzour {name}, nou pe get {reference}."),
    ];
    head.fill(&one, "form-template", &typed).await;
    let late = head.fill(&one, "form-template", &typed).await;
    assert!(late.status == StatusCode::CONFLICT && late.says("nou pe get {reference}."));
    assert!(head.get(&format!("/agents/templates/{id}")).await.says("Earlier versions"));

    let mut water = Visitor::new(&seeded.centre);
    water.sign_in("rajesh").await;
    assert_eq!(water.get("/agents/templates").await.status, StatusCode::FORBIDDEN);
    let page = water.get(&address(&filed)).await;
    let at = format!("{}/insert", address(&filed));
    let word = between(&page, "name=\"word\" value=\"", "\"").to_owned();
    let complaint = filed.id.to_string();
    let mut fields = vec![("word", word.as_str()), ("complaint", complaint.as_str()), ("into", "answer")];
    fields.extend([("template", id.as_str()), ("text", "Mo koumanse."), ("choice", "interim")]);
    let inserted = water.post(&at, &fields).await;
    let expected = format!("Mo koumanse.\n\nBonzour Jean-Noël Lafleur, nou pe get {}.", filed.reference);
    assert!(inserted.says(&expected) && inserted.says("value=\"interim\" checked"), "{}", inserted.text);
    let none = water
        .post(&at, &[("word", word.as_str()), ("complaint", complaint.as_str()), ("into", "answer")])
        .await;
    assert!(none.status == StatusCode::UNPROCESSABLE_ENTITY && none.says("Choose the text"));
}

#[tokio::test]
async fn ones_own_deed_is_taken_back_and_nobody_elses_is_offered() {
    let (mut seeded, mut unit) = signed_in("nadine").await;
    let filed = seeded.register(Sample::water(1)).await;
    seeded.agent("rajesh", &filed, answer("On Friday.", false)).await;
    assert!(!unit.get(&address(&filed)).await.text.contains("form-retract"));
    let mut water = Visitor::new(&seeded.centre);
    water.sign_in("rajesh").await;
    let page = water.get(&address(&filed)).await;
    let back = water.fill(&page, "form-retract", &[]).await;
    assert!(back.header("location").ends_with("done=retract"), "{}", back.text);
    let page = water.get(back.header("location")).await;
    assert!(page.says("its author has taken it back.") && !page.text.contains("form-retract"));
}

#[tokio::test]
async fn whoever_deals_with_it_stands_in_the_lists_and_anybody_may_take_what_nobody_has() {
    let (mut seeded, mut water) = signed_in("rajesh").await;
    let filed = seeded.register(Sample::water(1)).await;
    let page = water.get(&address(&filed)).await;
    let taken = water.fill(&page, "form-take", &[]).await;
    assert!(taken.header("location").ends_with("done=take"), "{}", taken.text);
    let page = water.get("/agents?group=assigned").await;
    assert!(page.says(&filed.reference.to_string()) && page.says("Dealt with by"));
    assert!(!water.get(&address(&filed)).await.text.contains("form-take"));
    let head = seeded.centre.agent("yusuf").await.unwrap();
    let to = Assignee { agent: head.id.bytes(), name: head.name };
    seeded.agent("yusuf", &filed, Body::Assign(Assign { to: Some(to) })).await;
    assert!(!water.get("/agents?group=assigned").await.says(&filed.reference.to_string()));
}

#[tokio::test]
async fn signing_in_with_a_drawn_password_leads_to_no_page_but_that_one() {
    let (seeded, _) = signed_in("amina").await;
    assert!(
        seeded.centre.sign_in("nadine", PASSWORD).await.unwrap().is_some_and(|(it, _)| !it.one_time_password)
    );
}
