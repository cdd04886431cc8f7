//! One complaint: a new computer is enrolled, the line goes down, the complaint is registered by keyboard, the power
//! fails, the line comes back, agents answer, and the desk shows it.

use std::path::Path;
use std::process::Command;

use desktop::steps::{self, Saved, Typed};
use desktop::{Bus, Centre, Computer, KeyStore, Outcome, Page, Trouble, Window, keys};
use serde_json::Value;

use crate::{HEAD, OFFICE, PIN, languages, same, scratch, screen, status};

const ANSWER: &str =
    "Le tuyau de la rue Pasteur a été réparé le 12. L’eau est revenue.\nMerci d’avoir signalé la fuite.";

/// The last character of the identity number does not fit the others.
const COMPLAINT: Typed = Typed {
    surname: "Dookhun-Lafleur",
    other_names: "Jean-Noël Désiré",
    nic: "D240358412345Z",
    phone: "5251 2345",
    locality: "Goodlands",
    language: "K",
    matter: "dilo tiyo",
    text: "Tiyo finn pete divan lakaz «Ti Lakaz», Rue Pasteur.\nDilo pe koule depi 3 zour & personn pa'nn vini; <nou> \
           inn \"telefone\" 2 fwa.\n\nÀ l’aide ! 100 % sérieux",
};

const DRAFT: &str = "Lamp lor poto CEB nimero 4471 pa alime depi enn semenn";

#[tokio::test]
async fn a_complaint_goes_from_the_counter_to_the_centre_and_back() -> Outcome<()> {
    let _screen = screen().await;
    let folder = scratch()?;
    let mut centre = Centre::start(folder.path()).await?;
    centre.add_agent("Deepa Seechurnah", "deepa", "lagon-filao-2026", None)?;
    centre.add_agent("Cédric Rosalbert", "cedric", "dilo-larivier-2026", Some("CWA"))?;
    let desk = Computer::new(folder.path(), "desk", KeyStore::Keyring);

    let window = Window::open(&desk, Bus::Session).await?;
    enrolled_after_a_mistyped_code(&window.page, &centre).await?;
    the_first_clerk_heads_the_office(&window.page).await?;
    the_keyring_holds_the_key(&desk)?;

    centre.line_down()?;
    let typed = a_draft_is_kept_while_typing(&window.page).await?;
    let saved = saved_while_the_line_is_down(&window.page).await?;
    window.kill()?;

    let window = Window::open(&desk, Bus::Session).await?;
    everything_is_there_after_the_power_cut(&window.page, &saved, &typed).await?;

    centre.line_up().await?;
    status(&window.page, "all-sent", "All sent.").await?;
    window.page.picture("c1-all-sent").await?;
    the_centre_has_every_character(&centre, &saved)?;

    agents_pass_it_on_and_answer(&centre, &saved)?;
    the_answer_comes_to_the_desk(&window.page, &saved).await?;
    the_line_may_go_at_any_moment(&window.page, &mut centre, &saved).await?;

    somebody_comes_and_leaves(&window.page).await?;
    languages::every_screen_in_every_language(&window.page).await?;
    window.close().await?;
    the_language_is_kept_and_the_store_is_sound(&desk, &centre).await
}

async fn enrolled_after_a_mistyped_code(page: &Page, centre: &Centre) -> Outcome<()> {
    page.focuses("enrol-server").await?;
    page.picture("a1-first-start").await?;
    page.press(&[keys::ENTER]).await?;
    page.contains("enrol-server-error", "Type the address of the centre.").await?;
    page.type_here(&centre.url()).await?;
    page.press(&[keys::TAB]).await?;
    page.type_here("AAAAA-AAAAA").await?;
    page.press(&[keys::ENTER]).await?;
    page.contains("enrol-code-error", "The centre does not know this code.").await?;
    page.focuses("enrol-code").await?;
    same("the address stays", page.value("enrol-server").await?, centre.url())?;
    page.must_be_accessible("the first start with a wrong code").await?;
    page.picture("a2-wrong-code").await?;
    let code = centre.enrolment_code(OFFICE)?;
    // As somebody reads it from a sheet.
    page.fill("enrol-code", &code.to_lowercase().replace('-', " ")).await?;
    page.press(&[keys::ENTER]).await?;
    page.see("clerk-form").await
}

async fn the_first_clerk_heads_the_office(page: &Page) -> Outcome<()> {
    page.reads("page-title", "Who heads this office?").await?;
    page.picture("a3-first-clerk").await?;
    page.tab_to("clerk-name").await?;
    page.type_here(HEAD).await?;
    page.tab_to("clerk-pin").await?;
    page.type_here("4802").await?;
    page.tab_to("clerk-pin-again").await?;
    page.type_here("4802").await?;
    page.press(&[keys::ENTER]).await?;
    page.contains("clerk-pin-error", "The PIN needs at least 6 digits.").await?;
    page.must_be_accessible("the first clerk with a short PIN").await?;
    page.fill("clerk-pin", PIN).await?;
    page.fill("clerk-pin-again", PIN).await?;
    page.press(&[keys::ENTER]).await?;
    page.reads("who", HEAD).await?;
    page.see("ledger").await?;
    status(page, "all-sent", "All sent.").await?;
    page.picture("a4-work").await
}

/// The head of the office lets somebody sign in, ends it again, and cannot shut out the last head.
async fn somebody_comes_and_leaves(page: &Page) -> Outcome<()> {
    page.click("who").await?;
    page.reads("page-title", "People at this desk").await?;
    page.fill("clerk-name", "Devi Appadoo").await?;
    page.fill("clerk-pin", PIN).await?;
    page.fill("clerk-pin-again", PIN).await?;
    page.click("clerk-button").await?;
    page.contains("clerk-said", "Devi Appadoo can sign in now.").await?;
    same("people", page.texts("clerk-line").await?.len(), 2)?;
    page.click("clerk-disable-1").await?;
    page.focuses("clerk-disable-yes").await?;
    page.must_be_accessible("asked whether somebody is to be disabled").await?;
    page.picture("g1-clerk-disable").await?;
    page.press(&[keys::ENTER]).await?;
    page.contains("clerk-said", "Devi Appadoo cannot sign in any more.").await?;
    page.click("clerk-disable-0").await?;
    page.click("clerk-disable-yes").await?;
    page.contains("clerk-error", "The last head of the office cannot be disabled").await?;
    page.click("clerk-keep").await?;
    same("people", page.texts("clerk-line").await?.len(), 1)
}

/// The secret is in the session's keyring, and not in the folder of the store.
fn the_keyring_holds_the_key(desk: &Computer) -> Outcome<()> {
    let record = std::fs::read_to_string(desk.data().join("keys.json"));
    let record: Value = serde_json::from_str(&record.unwrap_or_default()).unwrap_or_default();
    same("keys.json", record["kept_in"].as_str(), Some("keyring"))?;
    let name = record["name"].as_str().unwrap_or_default();
    let secret =
        Command::new("secret-tool").args(["lookup", "service", "guichet", "username", name]).output();
    let secret = secret
        .map_err(|error| Trouble::while_doing("secret-tool (Debian package libsecret-tools)", error))?;
    same("characters of the secret", secret.stdout.trim_ascii().len(), 128)?;
    let found = holding(desk.data(), secret.stdout.trim_ascii());
    same("files that hold the secret", found, Vec::new())
}

fn holding(folder: &Path, secret: &[u8]) -> Vec<String> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let holds = |path: &Path| {
        std::fs::read(path).unwrap_or_default().windows(secret.len()).any(|part| part == secret)
    };
    files.filter(|path| path.is_file() && holds(path)).map(|path| path.display().to_string()).collect()
}

async fn a_draft_is_kept_while_typing(page: &Page) -> Outcome<String> {
    steps::begin(page).await?;
    page.tab_to("complaint-text").await?;
    page.type_here(DRAFT).await?;
    page.contains("draft-mark", "Draft saved on this computer at").await?;
    page.picture("b1-draft").await?;
    // What is typed without any further deed is kept as well, half a second later at most.
    page.type_here(", mo mari finn tonbe").await?;
    page.value("complaint-text").await
}

async fn saved_while_the_line_is_down(page: &Page) -> Outcome<Saved> {
    steps::fill_in(page, &COMPLAINT).await?;
    page.contains("citizen-nic-remark", "The last character does not fit.").await?;
    page.contains("goes-to", "Central Water Authority").await?;
    same("the language of the notice", page.attribute("notice-text", "lang").await?, Some("mfe".to_owned()))?;
    same("the text as typed", page.value("complaint-text").await?, COMPLAINT.text.to_owned())?;
    page.must_be_accessible("the form with a remark").await?;
    page.picture("b2-typed").await?;
    page.script("document.querySelector('.sheet__body').scrollTop = 0", vec![]).await?;
    page.picture("b2-typed-above").await?;
    let saved = steps::save(page).await?;
    same("the office in the reference", &saved.reference[..2], OFFICE)?;
    page.contains("saved", "Saved. Reference").await?;
    page.see("receipt-pages").await?;
    status(page, "offline-waiting", "No connection. 1 waiting, kept on this computer.").await?;
    page.picture("b3-saved").await?;
    Ok(saved)
}

async fn everything_is_there_after_the_power_cut(page: &Page, saved: &Saved, draft: &str) -> Outcome<()> {
    page.contains("page-title", HEAD).await?;
    status(page, "offline-waiting", "No connection. 1 waiting, kept on this computer.").await?;
    page.picture("b4-after-the-power-cut").await?;
    page.type_here("000000").await?;
    page.press(&[keys::ENTER]).await?;
    page.contains("pin-error", "The PIN is not right.").await?;
    steps::sign_in(page, PIN).await?;
    page.see("ledger").await?;
    page.click("go-complaints").await?;
    page.contains("complaint-table", &saved.reference).await?;
    page.has("mark", "data-mark", "waiting").await?;
    page.picture("b5-still-there").await?;
    page.click("go-drafts").await?;
    page.contains("drafts", DRAFT).await?;
    page.click("continue").await?;
    page.see("complaint-text").await?;
    same("the draft, to its last letter", page.value("complaint-text").await?, draft.to_owned())?;
    page.picture("b6-the-draft").await?;
    search(page, saved).await
}

async fn search(page: &Page, saved: &Saved) -> Outcome<()> {
    for words in ["noel desire", "rue pasteur", "dookhun", &saved.reference, "52512345"] {
        page.press(&[keys::CONTROL, 'f']).await?;
        page.fill("search", words).await?;
        page.contains("search-count", words).await?;
        page.contains("complaint-table", &saved.reference)
            .await
            .map_err(|why| Trouble::while_doing(words, why))?;
    }
    page.picture("b7-search").await?;
    page.click("status-line").await?;
    page.contains("waiting-lines", &saved.reference).await?;
    page.must_be_accessible("the panel of the status line").await?;
    page.picture("b8-what-waits").await?;
    page.press(&[keys::ESCAPE]).await?;
    page.gone("status-panel").await
}

fn the_centre_has_every_character(centre: &Centre, saved: &Saved) -> Outcome<()> {
    let complaint = centre.show(&saved.reference)?;
    same("the text", complaint["text"].as_str(), Some(COMPLAINT.text))?;
    same("the language", complaint["language"].as_str(), Some("mfe"))?;
    same("the category", complaint["category_code"].as_str(), Some("water-leak"))?;
    let citizen = &complaint["citizen"];
    same("the surname", citizen["surname"].as_str(), Some(COMPLAINT.surname))?;
    same("the other names", citizen["other_names"].as_str(), Some(COMPLAINT.other_names))?;
    same("the identity number", citizen["nic"].as_str(), Some(COMPLAINT.nic))?;
    same("who registered it", complaint["history"][0]["by"].as_str(), Some(HEAD))
}

fn agents_pass_it_on_and_answer(centre: &Centre, saved: &Saved) -> Outcome<()> {
    let reference = saved.reference.as_str();
    centre.agent("deepa", &["route", reference, "--to", "CWA", "--text", "Urgent, eau sur la route"])?;
    centre.agent("cedric", &["status", reference, "--to", "in_progress"])?;
    centre.agent("cedric", &["answer", reference, "--text", ANSWER, "--definitive"])
}

async fn the_answer_comes_to_the_desk(page: &Page, saved: &Saved) -> Outcome<()> {
    page.click("go-complaints").await?;
    page.contains("complaint-table", "Received").await?;
    steps::try_now(page).await?;
    page.contains("complaint-table", "Answered").await?;
    page.contains("complaint-table", "News").await?;
    status(page, "all-sent", "All sent.").await?;
    page.picture("d1-news").await?;
    page.click("filter-news").await?;
    page.contains("complaint-table", &saved.reference).await?;
    // With the arrows and Enter, as in any list.
    page.script("document.querySelector('[data-row]').focus()", vec![]).await?;
    page.press(&[keys::ENTER]).await?;
    page.contains("story", "gave the final answer").await?;
    let story = page.text("story").await?;
    for told in [HEAD, "Deepa Seechurnah", "Cédric Rosalbert", "Being dealt with"] {
        same(told, story.contains(told), true)?;
    }
    same("the answer, line by line", ANSWER.lines().all(|line| story.contains(line)), true)?;
    page.reads("status", "Answered").await?;
    same("the citizen's words", page.text("citizen-words").await?, COMPLAINT.text.to_owned())?;
    page.must_be_accessible("a complaint with an answer").await?;
    page.picture("d2-the-answer").await?;
    page.click("go-complaints").await?;
    page.contains("complaint-table", "Answered").await?;
    same("news that was read", page.text("complaint-table").await?.contains("News"), false)
}

/// A note while the centre is down, sent when it is back; an open complaint is told anew where it stands.
async fn the_line_may_go_at_any_moment(page: &Page, centre: &mut Centre, saved: &Saved) -> Outcome<()> {
    centre.kill()?;
    page.script("document.querySelector('[data-row]').click()", vec![]).await?;
    page.contains("story", "gave the final answer").await?;
    page.click("write-note").await?;
    page.focuses("note-text").await?;
    page.type_here("Sitwayin finn telefone: dilo finn revini, mersi.").await?;
    page.press(&[keys::CONTROL, keys::ENTER]).await?;
    page.contains("story", "wrote a note for colleagues").await?;
    page.has("mark", "data-mark", "waiting").await?;
    status(page, "offline-waiting", "No connection. 1 waiting, kept on this computer.").await?;
    page.picture("d3-note-without-a-line").await?;
    centre.line_up().await?;
    steps::try_now(page).await?;
    status(page, "all-sent", "All sent.").await?;
    page.has("mark", "data-mark", "sent").await?;
    centre.agent("cedric", &["status", &saved.reference, "--to", "resolved"])?;
    steps::try_now(page).await?;
    page.reads("status", "Resolved").await?;
    page.picture("d4-resolved-before-ones-eyes").await?;
    let history = centre.show(&saved.reference)?["history"].to_string();
    same("the note at the centre", history.contains("dilo finn revini, mersi."), true)
}

async fn the_language_is_kept_and_the_store_is_sound(desk: &Computer, centre: &Centre) -> Outcome<()> {
    let window = Window::open(desk, Bus::Session).await?;
    same(
        "the language after a restart",
        window.page.language().await?,
        ("ar-MA".to_owned(), "rtl".to_owned()),
    )?;
    window.close().await?;
    let verified = desk.ask()?.word("verify").json()?;
    same("problems in the store", verified["ok"].as_bool(), Some(true))?;
    let at_the_centre = centre.ask()?.word("verify").json()?;
    let ours = at_the_centre["offices"].as_array().into_iter().flatten().find(|one| one["office"] == OFFICE);
    same("the same complaints on both sides", ours.map(|ours| &ours["fold"]), Some(&verified["fold"]))
}
