//! What the unit does with what came in.

use axum::http::StatusCode;
use complaints::{Kind, Status, Triage};

use super::seed::{Filed, Sample, Seeded, change};
use super::visitor::{Answer, Visitor};

async fn at_the_unit() -> (Seeded, Visitor) {
    let seeded = Seeded::new().await;
    let mut unit = Visitor::new(&seeded.centre);
    unit.sign_in("nadine").await;
    (seeded, unit)
}

fn drain(number: u32) -> Sample {
    Sample {
        category: "drain-blocked",
        institution: "LA",
        subject: format!("Drain blocked {number}"),
        text: format!("Drin divan mo laboutik bouse, dilo rant dan laboutik numero {number}."),
        ..Sample::water(number)
    }
}

async fn now(seeded: &Seeded, filed: &Filed) -> complaints::Complaint {
    seeded.centre.complaint(filed.id).await.unwrap().unwrap()
}

fn chosen(page: &Answer, select: &str) -> String {
    let at = page.text.find(&format!("id=\"{select}\"")).unwrap_or_else(|| panic!("no {select}"));
    let list = &page.text[at..at + page.text[at..].find("</select>").unwrap()];
    let Some(selected) = list.find("\" selected") else { return String::new() };
    list[..selected].rsplit('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn the_institution_is_proposed_by_matter_and_place_and_passing_on_shows_the_next_one() {
    let (mut seeded, mut unit) = at_the_unit().await;
    let first = seeded.register(drain(1)).await;
    let second = seeded.register(Sample { text: "Bil dilo tro ser.".to_owned(), ..Sample::water(2) }).await;
    let page = unit.get(&format!("/agents/filter?id={}", first.id)).await;
    assert_eq!(chosen(&page, "pass-to"), "LA-GP", "Mahébourg is in Grand Port");
    assert!(
        page.says("Proposed by the rule for Grand Port.") && page.says("2 came in and went nowhere yet.")
    );
    let typed =
        [("category", "drain-blocked"), ("to", "LA-GP"), ("remark", ""), ("deed", "pass"), ("urgent", "1")];
    let passed = unit.fill(&page, "form-pass", &typed).await;
    assert_eq!(passed.status, StatusCode::SEE_OTHER, "{}", passed.text);
    assert!(passed.header("location").contains(&second.id.to_string()), "{}", passed.header("location"));
    let complaint = now(&seeded, &first).await;
    assert_eq!((complaint.status, complaint.institution.as_str()), (Status::PassedOn, "LA-GP"));
    assert_eq!(complaint.triage, Some(Triage { urgent: true, restricted: false }));
    let page = unit.get(passed.header("location")).await;
    assert!(page.says("Passed on. Here is the next one.") && page.says("Bil dilo tro ser."));
    assert!(!page.text.contains(&format!("row-{}", first.reference)));
}

#[tokio::test]
async fn another_matter_is_proposed_elsewhere_and_an_unknown_place_is_left_to_people() {
    let (mut seeded, mut unit) = at_the_unit().await;
    let filed = seeded.register(drain(1)).await;
    let page = unit.get("/agents/filter").await;
    let typed = [("category", "street-lamp"), ("to", ""), ("remark", ""), ("deed", "pass")];
    let page = unit.fill(&page, "form-pass", &typed).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.says("Choose the institution from the list.") && page.says("href=\"#pass-to\""));
    assert_eq!(chosen(&page, "pass-category"), "street-lamp", "what was chosen stays");
    for to in ["LA", "NOWHERE", "BODY"] {
        let typed = [("category", "drain-blocked"), ("to", to), ("remark", ""), ("deed", "pass")];
        let page = unit.fill(&page, "form-pass", &typed).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{to}");
    }
    assert_eq!(now(&seeded, &filed).await.version, 1);
}

#[tokio::test]
async fn two_alike_stand_side_by_side_and_are_put_together_or_told_apart() {
    let (mut seeded, mut unit) = at_the_unit().await;
    let older = seeded.register(drain(1)).await;
    let younger = seeded.register(drain(2)).await;
    let page = unit.get(&format!("/agents/filter?show=twice&id={}", younger.id)).await;
    for words in
        ["perhaps twice", "Perhaps the same", "laboutik numero 1", "laboutik numero 2", "Put them together"]
    {
        assert!(page.says(words), "{words}");
    }
    let together = unit.fill(&page, "form-twin", &[("deed", "together")]).await;
    assert_eq!(together.status, StatusCode::SEE_OTHER, "{}", together.text);
    let both = [now(&seeded, &older).await, now(&seeded, &younger).await];
    assert_eq!(both.iter().filter(|complaint| complaint.merged_into.is_some()).count(), 1);
    let page = unit.get(together.header("location")).await;
    assert!(
        page.says("Put together. Both keep their stories.") && !page.text.contains("data-testid=\"twin\"")
    );
    let third = seeded.register(drain(3)).await;
    let page = unit.get(&format!("/agents/filter?id={}", third.id)).await;
    let apart = unit.fill(&page, "form-twin", &[("deed", "apart")]).await;
    assert!(apart.header("location").contains(&third.id.to_string()), "it still has to go somewhere");
    let page = unit.get(apart.header("location")).await;
    assert!(page.says("They are two matters.") && !page.text.contains("data-testid=\"twin\""));
    let case = unit.get(&format!("/agents/case/{}", older.reference)).await;
    assert!(case.says("Belongs together with"));
}

#[tokio::test]
async fn simple_ones_go_to_an_office_and_documents_are_asked_for() {
    let (mut seeded, mut unit) = at_the_unit().await;
    let suggestion = Sample {
        kind: Kind::Suggestion,
        category: "suggestion",
        institution: "CSU",
        due_on: None,
        text: "Enn ban kot bazar.".to_owned(),
        ..Sample::water(1)
    };
    let simple = seeded.register(suggestion).await;
    let bill = seeded.register(Sample::water(2)).await;
    let page = unit.get(&format!("/agents/filter?id={}", simple.id)).await;
    assert!(page.says("simple"));
    let wrong = unit.fill(&page, "form-over", &[("office", ""), ("text", "kept"), ("deed", "over")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("Choose the office from the list.") && wrong.says("kept</textarea>"));
    let over = unit.fill(&page, "form-over", &[("office", "07"), ("text", ""), ("deed", "over")]).await;
    assert_eq!(over.status, StatusCode::SEE_OTHER, "{}", over.text);
    let complaint = now(&seeded, &simple).await;
    assert_eq!((complaint.office.to_string().as_str(), complaint.status), ("07", Status::InProgress));
    let page = unit.get(&format!("/agents/filter?id={}", bill.id)).await;
    let empty = unit.fill(&page, "form-ask", &[("text", " "), ("deed", "ask")]).await;
    assert!(empty.says("Write which document is needed."));
    let asked = unit.fill(&page, "form-ask", &[("text", "Foto konter."), ("deed", "ask")]).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER);
    assert_eq!(now(&seeded, &bill).await.status, Status::WaitingDocuments);
    assert!(unit.get("/agents/filter").await.says("Nothing to filter"));
}

#[tokio::test]
async fn what_somebody_was_faster_with_is_told_and_nothing_is_lost() {
    let (mut seeded, mut unit) = at_the_unit().await;
    let filed = seeded.register(Sample::water(1)).await;
    let page = unit.get("/agents/filter").await;
    seeded.agent("amina", &filed, change(Status::Received, Status::Checked)).await;
    let typed = [("category", "water-bill"), ("to", "CEB"), ("remark", "typed long"), ("deed", "pass")];
    let overtaken = unit.fill(&page, "form-pass", &typed).await;
    assert_eq!(overtaken.status, StatusCode::CONFLICT);
    assert!(overtaken.says("Something changed while you were writing") && overtaken.says("typed long"));
    assert_eq!(chosen(&overtaken, "pass-to"), "CEB");
    let id = filed.id.to_string();
    let forged =
        [("complaint", id.as_str()), ("version", "2"), ("deed", "pass"), ("to", "CEB"), ("word", "x")];
    assert_eq!(unit.post("/agents/filter", &forged).await.status, StatusCode::FORBIDDEN);
    assert_eq!(now(&seeded, &filed).await.version, 2);
}

#[tokio::test]
async fn only_the_unit_filters() {
    let (seeded, _) = at_the_unit().await;
    let mut other = Visitor::new(&seeded.centre);
    for login in ["rajesh", "yusuf", "kavi", "odile", "tara"] {
        other.sign_in(login).await;
        assert_eq!(other.get("/agents/filter").await.status, StatusCode::FORBIDDEN, "{login}");
        let page = other.get("/agents?group=all").await;
        assert!(!page.text.contains("href=\"/agents/filter\""), "{login}");
    }
}

#[tokio::test]
async fn what_came_in_is_narrowed_and_an_odd_address_is_no_trouble() {
    let (mut seeded, mut unit) = at_the_unit().await;
    let urgent = Sample { category: "family-violence", institution: "GEN", ..Sample::water(1) };
    let urgent = seeded.register(urgent).await;
    seeded.register(Sample::water(2)).await;
    let page = unit.get("/agents/filter?show=urgent").await;
    assert!(page.says("1 came in and went nowhere yet.") && page.says(&urgent.reference.to_string()));
    assert!(unit.get("/agents/filter?show=online").await.says("Nothing to filter"));
    for address in ["?show=%3Cb%3E&id=zz&page=-3", "?page=999999", "?id=00000000000000000000000000000000"] {
        let page = unit.get(&format!("/agents/filter{address}")).await;
        assert_eq!(page.status, StatusCode::OK, "{address}");
    }
}
