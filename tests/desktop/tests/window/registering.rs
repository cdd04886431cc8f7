//! Registering as it comes at a counter: somebody was here with the same matter before, nobody is to be named, somebody
//! comes for somebody else, a number is missing.

use desktop::steps;
use desktop::{Bus, Centre, Computer, KeyStore, Outcome, Page, Window, keys};
use serde_json::{Value, json};

use crate::languages::{choose, is_fine};
use crate::settling::click_in_the_middle;
use crate::{HEAD, OFFICE, PIN, same, scratch, screen};

const TEXT: &str = "Pena dilo depi trwa zour dan nou lari, tou dimounn pe plenie ziska aswar.";
/// The same told by a neighbour.
const AGAIN: &str = "Dan nou lari pena dilo depi trwa zour, tou dimounn pe plenie, nou pa kapav lav linz.";

fn computer(folder: &std::path::Path, centre: &Centre) -> Outcome<Computer> {
    let computer = Computer::new(folder, "pc1", KeyStore::File(folder.join("pc1.key")));
    computer.enrol(centre, OFFICE, (HEAD, PIN))?;
    Ok(computer)
}

fn line(surname: &str, text: &str) -> String {
    let line = json!({
        "category": "Water/No water / low pressure", "text": text, "language": "mfe", "consent": {"notice": "1"},
        "citizen": {"surname": surname, "other_names": "Lata", "phone": "5700 0265", "locality": "Mahébourg"},
    });
    format!("{line}\n")
}

#[tokio::test]
async fn a_matter_that_is_here_already_is_added_to_linked_or_registered_all_the_same() -> Outcome<()> {
    let _screen = screen().await;
    let folder = scratch()?;
    let centre = Centre::start(folder.path()).await?;
    let here = computer(folder.path(), &centre)?;
    let reference = here.register(&line("Zephir", TEXT))?[0].0.clone();
    let window = Window::open(&here, Bus::Nowhere).await?;
    let page = &window.page;
    steps::sign_in_as(page, HEAD, PIN).await?;
    the_hint_is_shown(page, &reference).await?;
    it_is_added_to_the_one_that_is_here(page, &reference).await?;
    let linked = both_are_saved_linked(page, &reference).await?;
    let other = it_is_another_matter(page).await?;
    window.close().await?;
    let all = here.ask()?.word("list").json_lines()?;
    same("complaints", all.len(), 3)?;
    let twins = |reference: &str| -> Outcome<usize> {
        Ok(here.ask()?.words(["duplicates", reference]).json_lines()?.len())
    };
    same("what the linked one may be a twin of", twins(&linked)?, 0)?;
    same("what the other one may be a twin of", twins(&other)?, 0)?;

    // Two colleagues register the same at once, and neither could know.
    let late = here.register(&line("Pentiah", AGAIN))?[0].0.clone();
    let window = Window::open(&here, Bus::Nowhere).await?;
    steps::sign_in_as(&window.page, HEAD, PIN).await?;
    afterwards_they_are_told_apart_and_linked(&window.page, &late).await?;
    window.close().await
}

/// Types words of the matter in place of what stands there, and takes the first that is offered.
async fn choose_matter(page: &Page, words: &str) -> Outcome<()> {
    page.script("document.getElementById('matter').focus()", vec![]).await?;
    page.press(&[keys::CONTROL, 'a']).await?;
    page.type_here(words).await?;
    page.press(&[keys::ENTER]).await
}

/// Types the matter and the words into a new form.
async fn begin(page: &Page, text: &str) -> Outcome<()> {
    steps::begin(page).await?;
    page.tab_to("citizen-surname").await?;
    page.type_here("Sookia").await?;
    page.fill("citizen-locality", "Mahébourg").await?;
    choose_matter(page, "pena dilo").await?;
    page.fill("complaint-text", text).await?;
    page.see("twin").await
}

async fn the_hint_is_shown(page: &Page, reference: &str) -> Outcome<()> {
    begin(page, AGAIN).await?;
    page.reads("twin-reference", reference).await?;
    page.contains("twin-reason", "The same words").await?;
    is_fine(page, "en", "register-twin").await?;
    choose(page, "ar-MA").await?;
    page.resize(1024, 600).await?;
    is_fine(page, "ar-MA", "register-twin-1024").await?;
    choose(page, "en").await?;
    page.resize(1366, 768).await?;
    page.see("twin").await
}

async fn it_is_added_to_the_one_that_is_here(page: &Page, reference: &str) -> Outcome<()> {
    click_in_the_middle(page, "twin-add").await?;
    page.reads("reference", reference).await?;
    page.contains("step-noted", "nou pa kapav lav linz").await?;
    page.click("go-drafts").await?;
    page.see("drafts-empty").await
}

async fn both_are_saved_linked(page: &Page, reference: &str) -> Outcome<String> {
    begin(page, AGAIN).await?;
    click_in_the_middle(page, "twin-link").await?;
    page.contains("twin-linked", reference).await?;
    page.click("twin-unlink").await?;
    page.see("twin").await?;
    click_in_the_middle(page, "twin-link").await?;
    page.contains("twin-linked", reference).await?;
    click_in_the_middle(page, "notice-read").await?;
    let saved = steps::save(page).await?;
    open(page, &saved.reference).await?;
    page.contains("step-linked", reference).await?;
    same("twins of what is linked", page.is_seen("twins-of").await?, false)?;
    Ok(saved.reference)
}

async fn it_is_another_matter(page: &Page) -> Outcome<String> {
    begin(page, AGAIN).await?;
    // One after the other is passed over, and what is typed stays.
    while page.is_seen("twin").await? {
        let shown = page.text("twin-reference").await?;
        click_in_the_middle(page, "twin-other").await?;
        page.focuses("complaint-text").await?;
        desktop::until("the hint has changed", desktop::PATIENCE, async || {
            Ok((page.texts("twin-reference").await?.first() != Some(&shown)).then_some(()))
        })
        .await?;
    }
    same("what was typed", page.value("complaint-text").await?, AGAIN.to_owned())?;
    click_in_the_middle(page, "notice-read").await?;
    let saved = steps::save(page).await?;
    open(page, &saved.reference).await?;
    same("twins of another matter", page.is_seen("twins-of").await?, false)?;
    Ok(saved.reference)
}

async fn afterwards_they_are_told_apart_and_linked(page: &Page, late: &str) -> Outcome<()> {
    open(page, late).await?;
    page.see("twins-of").await?;
    is_fine(page, "en", "complaint-twins").await?;
    let hints = page.texts("twin-of").await?.len();
    same("there are hints", hints >= 2, true)?;
    let first = page.text("twin-of-reference").await?;
    click_in_the_middle(page, "twin-of-other").await?;
    desktop::until("the first hint has gone", desktop::PATIENCE, async || {
        let left = page.texts("twin-of-reference").await?;
        Ok((left.len() == hints - 1 && !left.contains(&first)).then_some(()))
    })
    .await?;
    let second = page.text("twin-of-reference").await?;
    click_in_the_middle(page, "twin-of-link").await?;
    page.see("deed-reference").await?;
    same("the other one's reference", page.value("deed-reference").await?, second.clone())?;
    page.press(&[keys::CONTROL, keys::ENTER]).await?;
    page.contains("step-linked", &second).await?;
    desktop::until("the hint of what is linked has gone", desktop::PATIENCE, async || {
        Ok((!page.texts("twin-of-reference").await?.contains(&second)).then_some(()))
    })
    .await
}

async fn open(page: &Page, reference: &str) -> Outcome<()> {
    page.press(&[keys::CONTROL, 'f']).await?;
    page.fill("search", reference).await?;
    page.has("search-count", "data-words", reference).await?;
    page.script("document.querySelector('[data-row]').click()", vec![]).await?;
    page.reads("reference", reference).await
}

#[tokio::test]
async fn nobody_need_have_a_number_a_name_or_come_in_person() -> Outcome<()> {
    let _screen = screen().await;
    let folder = scratch()?;
    let mut centre = Centre::start(folder.path()).await?;
    let here = computer(folder.path(), &centre)?;
    centre.line_down()?;
    let window = Window::open(&here, Bus::Nowhere).await?;
    let page = &window.page;
    steps::sign_in_as(page, HEAD, PIN).await?;
    let unnumbered = without_an_identity_number(page).await?;
    let anonymous = anonymously(page).await?;
    let for_another = for_somebody_else(page).await?;
    window.close().await?;
    let shown = |reference: &str| here.ask()?.words(["show", reference]).json();
    let citizen =
        |shown: &Value, field: &str| shown["citizen"][field].as_str().unwrap_or_default().to_owned();
    let told = shown(&unnumbered)?;
    same(
        "the one without a number",
        (citizen(&told, "surname"), citizen(&told, "nic")),
        ("Joomun".into(), "".into()),
    )?;
    let told = shown(&anonymous)?;
    same("nothing of who asked not to be named", told.to_string().contains("Zephir"), false)?;
    same("the discretion", told["discretion"].as_str(), Some("anonymous"))?;
    let told = shown(&for_another)?;
    same("who came", told["representative"]["name"].as_str(), Some("Sheela Pentiah"))?;
    same("for whom", citizen(&told, "surname"), "Pentiah".to_owned())
}

async fn without_an_identity_number(page: &Page) -> Outcome<String> {
    steps::begin(page).await?;
    page.fill("citizen-surname", "Joomun").await?;
    choose_matter(page, "dilo tiyo").await?;
    page.fill("complaint-text", "Tiyo kase divan lakaz.").await?;
    // Without the notice nothing is saved, and the page says what is missing and leads there.
    page.press(&[keys::CONTROL, keys::ENTER]).await?;
    page.see("error-summary").await?;
    page.must_be_accessible("a form that lacks the notice").await?;
    page.picture("l1-notice-missing").await?;
    click_in_the_middle(page, "notice-read").await?;
    same("a remark on a number that nobody has", page.is_seen("citizen-nic-remark").await?, false)?;
    Ok(steps::save(page).await?.reference)
}

async fn choose_discretion(page: &Page, discretion: &str) -> Outcome<()> {
    let script = "
        const select = document.querySelector('[data-testid=discretion]');
        select.value = arguments[0];
        select.dispatchEvent(new Event('change', { bubbles: true }));";
    page.script(script, vec![discretion.into()]).await.map(drop)
}

async fn anonymously(page: &Page) -> Outcome<String> {
    steps::begin(page).await?;
    page.fill("citizen-surname", "Zephir").await?;
    choose_discretion(page, "anonymous").await?;
    page.see("anonymous").await?;
    same("a field for the name", page.is_seen("citizen-surname").await?, false)?;
    // Not every matter can be brought in without a name.
    choose_matter(page, "pena dilo").await?;
    page.see("discretion-error").await?;
    page.must_be_accessible("a matter that needs a name").await?;
    choose_matter(page, "dilo tiyo").await?;
    page.gone("discretion-error").await?;
    page.fill("complaint-text", "Enn tiyo pe koule lor sime divan lekol.").await?;
    is_fine(page, "en", "register-anonymous").await?;
    click_in_the_middle(page, "notice-read").await?;
    let saved = steps::save(page).await?;
    page.contains("page-title", &saved.reference).await?;
    open(page, &saved.reference).await?;
    page.contains("discretion", "name").await?;
    same("the name", page.text("story").await?.contains("Zephir"), false)?;
    Ok(saved.reference)
}

async fn for_somebody_else(page: &Page) -> Outcome<String> {
    steps::begin(page).await?;
    click_in_the_middle(page, "for-another").await?;
    page.fill("representative-name", "Sheela Pentiah").await?;
    page.fill("representative-phone", "5700 0266").await?;
    page.fill("representative-relation", "daughter").await?;
    page.fill("citizen-surname", "Pentiah").await?;
    choose_matter(page, "pena dilo").await?;
    page.fill("complaint-text", "Mo mama pa kapav vini. Pena dilo dan so lakaz.").await?;
    page.script("document.querySelector('.sheet__body').scrollTop = 0", vec![]).await?;
    is_fine(page, "en", "register-for-another").await?;
    choose(page, "ar-MA").await?;
    is_fine(page, "ar-MA", "register-for-another").await?;
    choose(page, "en").await?;
    click_in_the_middle(page, "notice-read").await?;
    let saved = steps::save(page).await?;
    open(page, &saved.reference).await?;
    page.contains("representative", "Sheela Pentiah").await?;
    Ok(saved.reference)
}
