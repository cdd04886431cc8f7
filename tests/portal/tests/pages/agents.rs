//! Agents at work: sign in, find, pass on, answer. What one of them does the others see, and nobody else's complaints.

use desktop::{Browser, Outcome, Page, keys};
use portal::{PIPE, Receipt, Seeded, UNIT, WATER, seeded};

use crate::{same, scratch};

const ANSWER: &str = "Le tuyau a été réparé le 12.\nMerci d’avoir signalé la fuite.";

#[tokio::test]
async fn a_complaint_is_passed_on_and_answered_and_its_citizen_reads_it() -> Outcome<()> {
    let folder = scratch()?;
    let Seeded { centre, pipe, pension, .. } = seeded(folder.path()).await?;
    let url = centre.url();
    let unit = Browser::open(folder.path(), "unit", "en").await?;
    signed_in_after_a_wrong_password(&unit.page, &url).await?;
    found_and_opened(&unit.page, &pipe).await?;
    passed_on(&unit.page).await?;

    let water = Browser::open(folder.path(), "water", "en").await?;
    sign_in(&water.page, &url, WATER).await?;
    only_its_own(&water.page, &url, &pipe, &pension).await?;
    answered(&water.page, &url, &pipe).await?;
    read_by_the_citizen(&unit.page, &url, &pipe).await?;
    two_at_once(&unit.page, &water.page, &url, &pipe).await?;
    signed_out(&water.page, &url).await?;
    unit.close().await?;
    water.close().await
}

async fn sign_in(page: &Page, url: &str, (name, login, password): (&str, &str, &str)) -> Outcome<()> {
    page.go(&format!("{url}/agents")).await?;
    page.fill("login", login).await?;
    page.fill("password", password).await?;
    page.click("sign-in-button").await?;
    page.contains("signed-in", name).await.map(drop)
}

async fn signed_in_after_a_wrong_password(page: &Page, url: &str) -> Outcome<()> {
    page.go(&format!("{url}/agents")).await?;
    page.see("sign-in-form").await?;
    page.fill("login", UNIT.1).await?;
    page.fill("password", "lagon-filao-2025").await?;
    page.press(&[keys::ENTER]).await?;
    page.contains("error-summary", "Name or password is not right.").await?;
    page.must_be_accessible("a wrong password").await?;
    page.picture("agents-1-wrong-password").await?;
    sign_in(page, url, UNIT).await?;
    page.see("queue").await?;
    page.picture("agents-2-queue").await
}

async fn found_and_opened(page: &Page, pipe: &Receipt) -> Outcome<()> {
    page.fill("words", "Lafleur").await?;
    page.click("filter-button").await?;
    page.contains("count", "1 in this list").await?;
    page.see(&format!("row-{}", pipe.reference)).await?;
    let open = "document.querySelector('[data-testid=\"queue\"] a').click()";
    page.script(open, vec![]).await?;
    page.reads("reference", &pipe.reference).await?;
    page.contains("main", PIPE).await?;
    page.must_be_accessible("a complaint at the unit").await?;
    page.picture("agents-3-case").await
}

async fn passed_on(page: &Page) -> Outcome<()> {
    page.script("document.getElementById('deed-route').open = true", vec![]).await?;
    page.click("send-route").await?;
    page.contains("error-summary", "Choose the institution from the list.").await?;
    page.must_be_accessible("passing on without an institution").await?;
    let choose = "const list = document.getElementById('route-to'); list.value = 'CWA'; return list.value";
    same("the water authority is in the list", page.script(choose, vec![]).await?, "CWA".into())?;
    page.fill("route-text", "Zone 4, voir aussi le dossier de mars.").await?;
    page.click("send-route").await?;
    page.contains("done", "Passed on.").await?;
    page.picture("agents-4-passed-on").await
}

/// An institution sees what was passed on to it, and nothing else.
async fn only_its_own(page: &Page, url: &str, pipe: &Receipt, pension: &Receipt) -> Outcome<()> {
    page.go(&format!("{url}/agents?group=all")).await?;
    page.see(&format!("row-{}", pipe.reference)).await?;
    let queue = page.text("queue").await?;
    same("another institution's complaint", queue.contains(&pension.reference), false)?;
    page.picture("agents-5-institution").await?;
    page.go(&format!("{url}/agents/case/{}", pension.reference)).await?;
    page.contains("failure", "This page is not here").await.map(drop)
}

async fn answered(page: &Page, url: &str, pipe: &Receipt) -> Outcome<()> {
    page.go(&format!("{url}/agents/case/{}", pipe.reference)).await?;
    page.fill("answer-text", ANSWER).await?;
    page.click("send-answer").await?;
    page.contains("error-summary", "Choose whether the answer is interim or final.").await?;
    same("the answer is still there", page.value("answer-text").await?, ANSWER.to_owned())?;
    page.picture("agents-6-which-answer").await?;
    page.click("answer-final").await?;
    page.click("send-answer").await?;
    page.contains("done", "The answer is saved. The citizen can read it now.").await?;
    page.must_be_accessible("an answered complaint").await?;
    page.picture("agents-7-answered").await
}

/// Two agents have the same complaint open and change its status: the second one is told, and loses nothing.
async fn two_at_once(first: &Page, second: &Page, url: &str, pipe: &Receipt) -> Outcome<()> {
    let case = format!("{url}/agents/case/{}", pipe.reference);
    for page in [first, second] {
        page.go(&case).await?;
        page.script("document.getElementById('deed-status').open = true", vec![]).await?;
        page.click("status-to").await?;
    }
    first.fill("status-text", "Vérifié avec la zone 4.").await?;
    first.click("send-status").await?;
    first.contains("done", "The new status is saved.").await?;
    second.fill("status-text", "Facture jointe au dossier.").await?;
    second.click("send-status").await?;
    second.contains("notice", "Something changed while you were writing").await?;
    second.contains("notice", UNIT.0).await?;
    same("what was typed", second.value("status-text").await?, "Facture jointe au dossier.".to_owned())?;
    second.must_be_accessible("a complaint that changed meanwhile").await?;
    second.picture("agents-8-two-at-once").await
}

async fn read_by_the_citizen(page: &Page, url: &str, pipe: &Receipt) -> Outcome<()> {
    page.go(&format!("{url}/follow")).await?;
    page.fill("reference", &pipe.reference).await?;
    page.fill("code", &pipe.access_code).await?;
    page.click("follow-button").await?;
    page.contains("now", "You have an answer").await?;
    let story = page.text("story").await?;
    same("the answer", ANSWER.lines().all(|line| story.contains(line)), true)?;
    for hidden in ["Zone 4", "dossier de mars", "Deepa", "Cédric"] {
        same(hidden, story.contains(hidden), false)?;
    }
    page.picture("follow-1-answered").await
}

async fn signed_out(page: &Page, url: &str) -> Outcome<()> {
    page.click("sign-out").await?;
    page.contains("main", "You are signed out.").await?;
    page.go(&format!("{url}/agents")).await?;
    page.see("sign-in-form").await
}
