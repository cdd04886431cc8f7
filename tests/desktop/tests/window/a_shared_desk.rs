//! Several people at one computer: a lock that keeps everything, a desk that locks itself, a colleague who sits down in
//! between, tasks and PINs, and what those who learn may not do.

use desktop::steps;
use desktop::{Bus, Centre, Computer, KeyStore, Outcome, Page, Window, keys};
use serde_json::json;

use crate::languages::{choose, is_fine};
use crate::{HEAD, OFFICE, PIN, same, scratch, screen};

const CLERK: &str = "Kavi Bundhoo";
const TRAINEE: &str = "Yusuf Joomun";
const TYPED: &str = "Lapli pe rant dan lasal klas depi semenn dernie";

/// A computer with three people and one complaint, and its reference.
pub(crate) fn peopled(folder: &std::path::Path, centre: &Centre) -> Outcome<(Computer, String)> {
    let computer = Computer::new(folder, "shared", KeyStore::File(folder.join("shared.key")));
    computer.enrol(centre, OFFICE, (HEAD, PIN))?;
    for (name, role) in [(CLERK, "clerk"), (TRAINEE, "trainee")] {
        let adding = computer.ask()?.words(["clerk", "add", "--name", name, "--role", role, "--pin-stdin"]);
        adding.input(format!("{PIN}\n")).run()?;
    }
    let line = json!({
        "kind": "complaint", "category": "Water/Leak / burst pipe", "text": "Tiyo pete divan lekol", "language": "mfe",
        "citizen": {"surname": "Zephir", "other_names": "Lata"}, "consent": {"notice": "1"},
    });
    let reference = computer.register(&format!("{line}\n"))?[0].0.clone();
    Ok((computer, reference))
}

#[tokio::test]
async fn a_lock_keeps_the_page_for_whoever_sat_there_and_a_colleague_sits_down_in_between() -> Outcome<()> {
    let _screen = screen().await;
    let folder = scratch()?;
    let centre = Centre::start(folder.path()).await?;
    let (computer, _) = peopled(folder.path(), &centre)?;
    let window = Window::open(&computer, Bus::Nowhere).await?;
    let page = &window.page;
    is_fine(page, "en", "sign-in-three").await?;
    steps::sign_in_as(page, HEAD, PIN).await?;

    a_draft_outlives_a_lock(page).await?;
    it_locks_itself_with_a_dialog_open(page).await?;
    a_colleague_sits_down(page).await?;
    what_was_typed_elsewhere_is_handed_back(page).await?;
    tasks_and_pins_change(page).await?;
    what_was_done_stands_under_a_name(page).await?;
    those_who_learn_may_not_withdraw(page).await?;
    window.close().await
}

async fn lock(page: &Page) -> Outcome<()> {
    page.press(&[keys::CONTROL, 'l']).await?;
    page.focuses("pin").await
}

async fn a_draft_outlives_a_lock(page: &Page) -> Outcome<()> {
    steps::begin(page).await?;
    page.fill("complaint-text", TYPED).await?;
    lock(page).await?;
    page.contains("locked-at", "What you typed is kept").await?;
    same("the page that is put away", page.is_seen("register-form").await?, false)?;
    is_fine(page, "en", "locked-with-a-draft").await?;
    page.resize(1024, 600).await?;
    is_fine(page, "en", "locked-1024").await?;
    page.resize(683, 384).await?;
    is_fine(page, "en", "locked-200-percent").await?;
    page.resize(1366, 768).await?;
    page.click("forgotten").await?;
    page.contains("sign-in-help", "gives you a new one").await?;
    page.fill("pin", PIN).await?;
    page.press(&[keys::ENTER]).await?;
    page.see("register-form").await?;
    same("what was typed", page.value("complaint-text").await?, TYPED.to_owned())
}

/// The page's clock jumps: eleven minutes without a touch.
async fn it_locks_itself_with_a_dialog_open(page: &Page) -> Outcome<()> {
    page.click("go-complaints").await?;
    page.see("complaint-table").await?;
    page.script("document.querySelector('[data-row]').click()", vec![]).await?;
    page.click("write-note").await?;
    page.type_here("Her sister calls tomorrow").await?;
    page.click("keys").await?;
    page.see("keys-dialog").await?;
    let jump = "const now = Date.now.bind(Date); Date.now = () => now() + 11 * 60000;";
    page.script(jump, vec![]).await?;
    page.focuses("pin").await?;
    same("the dialog that is put away", page.is_seen("keys-dialog").await?, false)?;
    // No key reaches the page that is put away.
    page.press(&[keys::CONTROL, 'n']).await?;
    page.fill("pin", PIN).await?;
    page.press(&[keys::ENTER]).await?;
    page.see("keys-dialog").await?;
    page.picture("j1-dialog-after-the-lock").await?;
    let modal = "return document.querySelector('[data-testid=keys-dialog]').matches(':modal')";
    same("the dialog stands above the page", page.script(modal, vec![]).await?, json!(true))?;
    page.press(&[keys::ESCAPE]).await?;
    page.gone("keys-dialog").await?;
    same("the note", page.value("note-text").await?, "Her sister calls tomorrow".to_owned())
}

async fn a_colleague_sits_down(page: &Page) -> Outcome<()> {
    let place = page.address().await?;
    lock(page).await?;
    steps::sign_in_as(page, CLERK, PIN).await?;
    page.contains("who", CLERK).await?;
    page.see("go-complaints").await?;
    same("the other's note", page.is_seen("note-text").await?, false)?;
    page.click("go-drafts").await?;
    page.see("drafts").await?;
    lock(page).await?;
    steps::sign_in_as(page, HEAD, PIN).await?;
    page.see("story").await?;
    same("the place of the first", page.address().await?, place)?;
    same("the note of the first", page.value("note-text").await?, "Her sister calls tomorrow".to_owned())?;
    lock(page).await?;
    steps::sign_in_as(page, CLERK, PIN).await?;
    page.see("drafts").await?;
    lock(page).await?;
    steps::sign_in_as(page, HEAD, PIN).await
}

async fn what_was_typed_elsewhere_is_handed_back(page: &Page) -> Outcome<()> {
    page.click("go-settings").await?;
    page.fill("scanner-folder", "/home/office/scans of today").await?;
    lock(page).await?;
    steps::sign_in_as(page, CLERK, PIN).await?;
    lock(page).await?;
    steps::sign_in_as(page, HEAD, PIN).await?;
    page.contains("left-texts", "/home/office/scans of today").await?;
    is_fine(page, "en", "left-texts").await?;
    page.click("left-done").await?;
    page.gone("left-texts").await
}

async fn tasks_and_pins_change(page: &Page) -> Outcome<()> {
    page.click("who").await?;
    page.see("clerk-role-0").await?;
    let choose_role = "
        const select = document.querySelector(`[data-testid=clerk-role-${arguments[0]}]`);
        select.value = arguments[1];
        select.dispatchEvent(new Event('change', { bubbles: true }));";
    page.script(choose_role, vec![0.into(), "clerk".into()]).await?;
    page.contains("clerk-error", "The last head of the office cannot").await?;
    is_fine(page, "en", "people-last-head").await?;
    page.script(choose_role, vec![1.into(), "head".into()]).await?;
    page.contains("clerk-said", "Kavi Bundhoo: Head of office").await?;
    page.script(choose_role, vec![1.into(), "clerk".into()]).await?;
    page.contains("clerk-said", "Kavi Bundhoo: Clerk").await?;
    page.click("clerk-pin-1").await?;
    page.fill("reset-new", "1234").await?;
    page.click("reset-button").await?;
    page.contains("reset-new-error", "at least 6 digits").await?;
    page.fill("reset-new", "975310").await?;
    page.fill("reset-again", "975310").await?;
    page.picture("j2-new-pin").await?;
    page.must_be_accessible("a new PIN for somebody").await?;
    page.click("reset-button").await?;
    page.contains("clerk-said", "has a new PIN").await?;
    lock(page).await?;
    steps::sign_in_as(page, CLERK, "975310").await?;
    page.click("go-settings").await?;
    page.click("own-pin-open").await?;
    page.fill("own-pin-old", "000000").await?;
    page.fill("own-pin-new", "lagon filao 26").await?;
    page.fill("own-pin-again", "lagon filao 26").await?;
    page.click("own-pin-button").await?;
    page.contains("own-pin-old-error", "not right").await?;
    page.fill("own-pin-old", "975310").await?;
    page.click("own-pin-button").await?;
    page.contains("settings-said", "you sign in with the new one").await?;
    lock(page).await?;
    steps::sign_in_as(page, CLERK, "lagon filao 26").await?;
    lock(page).await?;
    steps::sign_in_as(page, HEAD, PIN).await
}

async fn what_was_done_stands_under_a_name(page: &Page) -> Outcome<()> {
    for language in ["fr", "mfe", "ar-MA", "en"] {
        choose(page, language).await?;
        page.click("go-done").await?;
        page.see("done-list").await?;
        is_fine(page, language, "done").await?;
    }
    same("deeds of the head", page.texts("done-line").await?.len(), 3)?;
    let choose_who = "
        const select = document.querySelector('[data-testid=done-who]');
        select.selectedIndex = 1;
        select.dispatchEvent(new Event('change', { bubbles: true }));";
    page.script(choose_who, vec![]).await?;
    page.contains("done-line", "Role or PIN").await?;
    page.click("day-before").await?;
    page.see("done-empty").await
}

async fn those_who_learn_may_not_withdraw(page: &Page) -> Outcome<()> {
    page.click("go-complaints").await?;
    page.see("complaint-table").await?;
    let script = "return document.querySelector('[data-row]').getAttribute('href')";
    let address = page.script(script, vec![]).await?;
    for (who, pin, offered) in [(CLERK, "lagon filao 26", true), (TRAINEE, PIN, false)] {
        lock(page).await?;
        steps::sign_in_as(page, who, pin).await?;
        page.script("location.hash = arguments[0]", vec![address.clone()]).await?;
        page.see("write-note").await?;
        same("more deeds are offered", page.is_seen("more").await?, offered)?;
        if offered {
            page.click("more").await?;
            page.see("more-withdraw").await?;
            page.press(&[keys::ESCAPE]).await?;
        }
    }
    Ok(())
}
