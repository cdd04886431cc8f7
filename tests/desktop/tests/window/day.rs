//! A clerk's day through the window: the morning's figures, a citizen who is told, an answer that comes in while the
//! complaint is open, a deed that is taken back, and a complaint that is closed.

use desktop::steps;
use desktop::{Bus, Centre, Computer, KeyStore, Outcome, Page, Window, keys};
use serde_json::{Value, json};

use crate::languages::{choose, is_fine};
use crate::settling::click_in_the_middle;
use crate::{HEAD, OFFICE, PIN, same, scratch, screen};

const AGENT: &str = "cwa";

#[tokio::test]
async fn a_clerk_goes_through_the_day_from_the_morning_to_a_closed_complaint() -> Outcome<()> {
    let _screen = screen().await;
    let folder = scratch()?;
    let mut centre = Centre::start(folder.path()).await?;
    centre.add_agent("Rajesh Bhujun", AGENT, "a good password", None)?;
    let here = Computer::new(folder.path(), "pc1", KeyStore::File(folder.path().join("pc1.key")));
    here.enrol(&centre, OFFICE, (HEAD, PIN))?;
    let [answered, quiet, late, fresh] = four_complaints(&here)?;
    here.ask()?.word("sync").run()?;
    centre.agent(
        AGENT,
        &["answer", &answered, "--text", "The meter was tested and is right.", "--definitive"],
    )?;
    here.ask()?.word("sync").run()?;

    let window = Window::open(&here, Bus::Nowhere).await?;
    let page = &window.page;
    steps::sign_in_as(page, HEAD, PIN).await?;
    the_morning(page, &late).await?;
    a_citizen_is_told(page).await?;
    an_answer_comes_while_the_complaint_is_open(page, &centre, &quiet).await?;
    a_deed_is_taken_back(page, &mut centre).await?;
    the_clock_stands_while_a_document_is_owed(page, &fresh).await?;
    it_is_closed_with_what_the_citizen_thinks(page, &quiet).await?;
    window.close().await?;
    here.ask()?.word("sync").run()?;
    same("the status at the centre", centre.show(&quiet)?["status"].clone(), json!("closed"))
}

/// Four complaints: two that will be answered, one that is long overdue, and one with a month to go.
fn four_complaints(here: &Computer) -> Outcome<[String; 4]> {
    let line = |surname: &str, text: &str, more: Value| {
        let mut line = json!({
            "category": "Water/No water / low pressure", "text": text, "language": "mfe",
            "consent": {"notice": "1", "contact_by": ["phone"]},
            "citizen": {"surname": surname, "other_names": "Lata", "phone": "5700 0265", "locality": "Goodlands"},
        });
        let added = more.as_object().cloned().unwrap_or_default();
        if let Some(fields) = line.as_object_mut() {
            fields.extend(added);
        }
        line.to_string()
    };
    let lines = [
        line("Lafleur", "Bill dilo dis fwa tro ser apre ki zot finn sanz konter.", json!({})),
        line("Pentiah", "Pena dilo depi trwa zour.", json!({})),
        line("Joomun", "Tiyo kase divan lakaz.", json!({"recorded_at": "2026-01-12T09:00:00+04:00"})),
        line("Sookia", "Konter nef, bill ankor pa bon.", json!({"category": "Water/Bill or meter dispute"})),
    ];
    let registered = here.register(&lines.join("\n"))?;
    let reference = |at: usize| registered[at].0.clone();
    Ok([reference(0), reference(1), reference(2), reference(3)])
}

async fn the_morning(page: &Page, late: &str) -> Outcome<()> {
    page.see("ledger").await?;
    page.contains("figure-overdue", "1").await?;
    page.contains("figure-to-tell", "1").await?;
    page.contains("figure-came-in", "1").await?;
    page.contains("morning-due", late).await?;
    page.contains("morning-news-lines", "Lafleur").await?;
    for language in ["fr", "mfe", "ar-MA", "en"] {
        choose(page, language).await?;
        is_fine(page, language, "morning").await?;
    }
    page.resize(1024, 600).await?;
    is_fine(page, "en", "morning-1024").await?;
    page.resize(683, 600).await?;
    is_fine(page, "en", "morning-200-percent").await?;
    page.resize(1366, 768).await?;
    page.click("figure-overdue").await?;
    page.contains("list-count", "1 overdue").await?;
    page.click("go-morning").await?;
    page.see("ledger").await
}

/// Told, taken back, not answered, told: all by the keyboard.
async fn a_citizen_is_told(page: &Page) -> Outcome<()> {
    page.click("go-to-tell").await?;
    page.contains("tell-name", "Lafleur").await?;
    page.reads("tell-reach", "5700 0265").await?;
    page.contains("script", "Bonzour").await?;
    page.contains("script", "The meter was tested and is right.").await?;
    is_fine(page, "en", "to-tell").await?;
    choose(page, "ar-MA").await?;
    is_fine(page, "ar-MA", "to-tell").await?;
    choose(page, "en").await?;
    page.resize(1024, 600).await?;
    is_fine(page, "en", "to-tell-1024").await?;
    page.resize(1366, 768).await?;
    page.click("read-out-en").await?;
    page.contains("script", "Good day").await?;
    page.click("tell-no-answer").await?;
    page.contains("tell-hint", "so far: 1").await?;
    page.fill("tell-said", "He will look at the next bill.").await?;
    page.press(&[keys::CONTROL, keys::ENTER]).await?;
    page.see("to-tell-empty").await?;
    is_fine(page, "en", "to-tell-empty").await?;
    page.click("tell-undo").await?;
    page.contains("tell-name", "Lafleur").await?;
    page.press(&[keys::CONTROL, keys::ENTER]).await?;
    page.see("to-tell-empty").await
}

async fn open(page: &Page, reference: &str) -> Outcome<()> {
    page.press(&[keys::CONTROL, 'f']).await?;
    page.fill("search", reference).await?;
    page.contains("search-count", reference).await?;
    page.contains("complaint-table", reference).await?;
    page.script("document.querySelector('[data-row]').click()", vec![]).await?;
    page.contains("reference", reference).await.map(drop)
}

/// What is read stays where it is; the story grows below it.
async fn an_answer_comes_while_the_complaint_is_open(
    page: &Page,
    centre: &Centre,
    reference: &str,
) -> Outcome<()> {
    open(page, reference).await?;
    let place = "return document.querySelector('[data-testid=citizen-words]').getBoundingClientRect().top";
    let at_first = page.script(place, vec![]).await?;
    page.click("write-note").await?;
    page.type_here("He comes back on Friday.").await?;
    same("where the words stand when a form opens", page.script(place, vec![]).await?, at_first)?;
    let before = page.script(place, vec![]).await?;
    centre.agent(AGENT, &["answer", reference, "--text", "It runs again.", "--definitive"])?;
    steps::try_now(page).await?;
    page.contains("step-answered", "It runs again.").await?;
    same("where the citizen’s words stand", page.script(place, vec![]).await?, before)?;
    is_fine(page, "en", "complaint-answered").await?;
    same("the note", page.value("note-text").await?, "He comes back on Friday.".to_owned())?;
    page.focuses("note-text").await.or(page.click("note-text").await)?;
    page.press(&[keys::CONTROL, keys::ENTER]).await?;
    page.contains("step-noted", "He comes back on Friday.").await.map(drop)
}

async fn a_deed_is_taken_back(page: &Page, centre: &mut Centre) -> Outcome<()> {
    // What has not left this computer can be taken back.
    centre.line_down()?;
    click_in_the_middle(page, "more").await?;
    is_fine(page, "en", "complaint-menu").await?;
    page.click("more-link").await?;
    page.fill("deed-reference", "12-2-09999-X").await?;
    page.press(&[keys::CONTROL, keys::ENTER]).await?;
    page.contains("deed-reference-error", "no other complaint").await?;
    is_fine(page, "en", "complaint-link").await?;
    page.click("cancel-note").await?;
    click_in_the_middle(page, "more").await?;
    page.click("more-escalate").await?;
    page.fill("note-text", "He has waited for a month.").await?;
    page.press(&[keys::CONTROL, keys::ENTER]).await?;
    page.contains("step-escalated", "He has waited for a month.").await?;
    is_fine(page, "en", "complaint").await?;
    page.click("undo-deed").await?;
    page.contains("step-escalated", "Taken back").await?;
    is_fine(page, "en", "complaint-undone").await?;
    centre.line_up().await
}

async fn the_clock_stands_while_a_document_is_owed(page: &Page, reference: &str) -> Outcome<()> {
    open(page, reference).await?;
    page.contains("due", "working days left").await?;
    page.click("deed-ask_for_document").await?;
    page.press(&[keys::CONTROL, keys::ENTER]).await?;
    page.contains("deed-what-error", "Say which document is needed.").await?;
    page.focuses("deed-what").await?;
    page.type_here("Photo of the meter").await?;
    click_in_the_middle(page, "deed-told").await?;
    is_fine(page, "en", "complaint-ask").await?;
    page.press(&[keys::CONTROL, keys::ENTER]).await?;
    page.contains("due", "The clock stands").await?;
    page.script("document.querySelector('.sheet').scrollTo(0, 0)", vec![]).await?;
    is_fine(page, "en", "complaint-clock").await?;
    choose(page, "ar-MA").await?;
    is_fine(page, "ar-MA", "complaint-clock").await?;
    page.resize(683, 700).await?;
    is_fine(page, "ar-MA", "complaint-200-percent").await?;
    page.resize(1366, 768).await?;
    choose(page, "en").await?;
    page.click("deed-document_brought").await?;
    page.press(&[keys::CONTROL, keys::ENTER]).await?;
    page.contains("due", "working days left").await.map(drop)
}

async fn it_is_closed_with_what_the_citizen_thinks(page: &Page, reference: &str) -> Outcome<()> {
    open(page, reference).await?;
    page.click("tell").await?;
    page.contains("tell-name", "Pentiah").await?;
    page.click("tell-other").await?;
    page.click("tell-other-visit").await?;
    page.see("to-tell-empty").await?;
    open(page, reference).await?;
    page.click("deed-close").await?;
    click_in_the_middle(page, "stars-4").await?;
    page.fill("deed-opinion", "Li ti long, me li bon.").await?;
    click_in_the_middle(page, "deed-told").await?;
    is_fine(page, "en", "complaint-close").await?;
    choose(page, "ar-MA").await?;
    is_fine(page, "ar-MA", "complaint-close").await?;
    choose(page, "en").await?;
    click_in_the_middle(page, "save-note").await?;
    page.contains("status", "Closed").await?;
    page.contains("step-rated", "4 out of 5").await?;
    page.resize(1024, 600).await?;
    is_fine(page, "en", "complaint-closed-1024").await?;
    page.resize(1366, 768).await?;
    is_fine(page, "en", "complaint-closed").await
}
