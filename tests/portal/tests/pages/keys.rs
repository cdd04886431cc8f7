//! Agents by the keyboard alone: through a list, into a complaint, to a deed and back; the keys are listed, and can be
//! turned off. In every language, as wide as a telephone and as a desk.

use desktop::{Browser, Outcome, Page, keys};
use portal::{Seeded, UNIT, seeded};

use crate::every_page::is_fine;
use crate::{same, scratch};

#[tokio::test]
async fn an_agent_works_by_the_keyboard_alone_and_can_turn_single_keys_off() -> Outcome<()> {
    let folder = scratch()?;
    let Seeded { centre, .. } = seeded(folder.path()).await?;
    let url = centre.url();
    let browser = Browser::open(folder.path(), "keys", "en").await?;
    let page = &browser.page;
    page.go(&format!("{url}/agents/sign-in")).await?;
    page.tab_to("login").await?;
    page.type_here(UNIT.1).await?;
    page.press(&[keys::TAB]).await?;
    page.type_here(UNIT.2).await?;
    page.press(&[keys::ENTER]).await?;
    page.see("queue").await?;
    page.go(&format!("{url}/agents?group=all")).await?;
    page.see("queue").await?;
    through_the_list(page).await?;
    into_a_complaint_and_back(page).await?;
    listed_and_turned_off(page, &url).await?;
    for language in ["en", "fr", "mfe", "ar-MA"] {
        page.go(&format!("{url}/agents?group=all&lang={language}")).await?;
        page.press(&['?']).await?;
        page.see("keys-close").await?;
        is_fine(page, language, "keys").await?;
        page.press(&[keys::ESCAPE]).await?;
        page.gone("keys-close").await?;
    }
    browser.close().await
}

/// The test ids of the links of a list, in its order.
async fn rows(page: &Page) -> Outcome<Vec<String>> {
    let script = "return [...document.querySelectorAll('[data-row]')].map((row) => row.dataset.testid)";
    let rows = page.script(script, vec![]).await?;
    Ok(rows.as_array().into_iter().flatten().filter_map(|row| row.as_str().map(str::to_owned)).collect())
}

async fn through_the_list(page: &Page) -> Outcome<()> {
    let rows = rows(page).await?;
    same("the list is long enough", rows.len() > 2, true)?;
    for (key, at) in [('j', 0), ('j', 1), (keys::DOWN, 2), ('k', 1), (keys::UP, 0), ('k', 0)] {
        page.press(&[key]).await?;
        page.focuses(&rows[at]).await?;
    }
    page.press(&['/']).await?;
    page.focuses("words").await?;
    // Whoever writes, writes.
    page.type_here("j?k/").await?;
    same("what was typed", page.value("words").await?, "j?k/".to_owned())?;
    page.fill("words", "").await?;
    page.press(&[keys::TAB]).await?;
    page.press(&['j']).await?;
    page.focuses(&rows[0]).await
}

async fn into_a_complaint_and_back(page: &Page) -> Outcome<()> {
    let list = page.address().await?;
    page.press(&[keys::ENTER]).await?;
    page.see("story").await?;
    page.press(&['m']).await?;
    page.focuses("note-text").await?;
    page.type_here("Seen by the keyboard.").await?;
    page.picture("keys-a-note").await?;
    page.press(&[keys::TAB]).await?;
    page.focuses("note-inside").await?;
    page.press(&[keys::SPACE]).await?;
    page.tab_to("send-note").await?;
    page.press(&[keys::ENTER]).await?;
    page.contains("done", "The note is saved.").await?;
    page.press(&['u']).await?;
    page.see("queue").await?;
    same("the list from before", page.address().await?, list)
}

async fn listed_and_turned_off(page: &Page, url: &str) -> Outcome<()> {
    page.tab_to("keys-open").await?;
    page.press(&[keys::ENTER]).await?;
    page.see("keys-close").await?;
    page.click("keys-on").await?;
    page.click("keys-close").await?;
    let rows = rows(page).await?;
    page.press(&['j']).await?;
    same("a key that is off moves nothing", rows.contains(&page.focused().await?), false)?;
    // It stays off on the next page, and the button leads back.
    page.go(&format!("{url}/agents?group=all")).await?;
    page.press(&['j']).await?;
    page.press(&['?']).await?;
    same("nothing opens", page.is_seen("keys-close").await?, false)?;
    page.click("keys-open").await?;
    page.see("keys-close").await?;
    page.click("keys-on").await?;
    page.press(&[keys::ESCAPE]).await?;
    page.press(&['j']).await?;
    page.focuses(&rows[0]).await
}
