//! The sample office and the tour, in the window.

use desktop::steps;
use desktop::{Bus, Centre, Outcome, Page, Window, keys};

use crate::a_shared_desk::peopled;
use crate::languages::{choose, is_fine};
use crate::{HEAD, PIN, same, scratch, screen};

#[tokio::test]
async fn one_practises_in_the_sample_office_begins_it_anew_and_takes_the_tour() -> Outcome<()> {
    let _screen = screen().await;
    let folder = scratch()?;
    let centre = Centre::start(folder.path()).await?;
    let (computer, reference) = peopled(folder.path(), &centre)?;
    let window = Window::open(&computer, Bus::Nowhere).await?;
    let page = &window.page;
    page.click("sample-open").await?;
    page.contains("sample-band", "Nothing is sent").await?;
    page.has("status-line", "data-kind", "sample").await?;
    for language in ["fr", "mfe", "ar-MA", "en"] {
        choose(page, language).await?;
        page.click("go-complaints").await?;
        page.see("complaint-table").await?;
        is_fine(page, language, "sample").await?;
    }
    page.resize(1024, 600).await?;
    is_fine(page, "en", "sample-1024").await?;
    page.resize(1366, 768).await?;
    it_is_begun_anew(page).await?;
    the_tour_is_taken_left_and_taken_up(page).await?;
    page.press(&[keys::CONTROL, 'l']).await?;
    page.focuses("pin").await?;
    page.contains("sample-band", "Sample office").await?;
    is_fine(page, "en", "sample-sign-in").await?;
    page.click("sample-leave").await?;
    page.gone("sample-band").await?;
    steps::sign_in_as(page, HEAD, PIN).await?;
    page.click("go-complaints").await?;
    page.contains("complaint-table", &reference).await?;
    window.close().await
}

async fn rows(page: &Page) -> Outcome<usize> {
    page.see("complaint-table").await?;
    let count = page.script("return document.querySelectorAll('[data-row]').length", vec![]).await?;
    Ok(usize::try_from(count.as_u64().unwrap_or(0)).unwrap_or(0))
}

async fn it_is_begun_anew(page: &Page) -> Outcome<()> {
    same("invented complaints", rows(page).await?, 12)?;
    page.script("document.querySelector('[data-row]').click()", vec![]).await?;
    page.click("write-note").await?;
    page.type_here("A note to practise with").await?;
    page.press(&[keys::CONTROL, keys::ENTER]).await?;
    page.contains("story", "A note to practise with").await?;
    page.click("sample-reset").await?;
    page.click("sample-reset-yes").await?;
    page.has("go-morning", "aria-current", "page").await?;
    page.click("go-complaints").await?;
    same("invented complaints", rows(page).await?, 12)?;
    page.click("go-waiting").await?;
    page.see("waiting-empty").await
}

async fn the_tour_is_taken_left_and_taken_up(page: &Page) -> Outcome<()> {
    page.click("go-complaints").await?;
    page.see("complaint-table").await?;
    page.click("keys").await?;
    page.see("keys-dialog").await?;
    is_fine(page, "en", "keys").await?;
    page.click("tour-begin").await?;
    page.reads("tour-step", "Your complaints").await?;
    is_fine(page, "en", "tour").await?;
    page.click("tour-next").await?;
    page.reads("tour-step", "Register a complaint").await?;
    page.see("register-form").await?;
    page.picture("l1-tour-register").await?;
    page.click("tour-leave").await?;
    page.gone("tour").await?;
    page.click("keys").await?;
    page.contains("tour-begin", "step 2").await?;
    page.click("tour-begin").await?;
    page.reads("tour-step", "Register a complaint").await?;
    choose(page, "ar-MA").await?;
    is_fine(page, "ar-MA", "tour").await?;
    choose(page, "en").await?;
    for _ in 2..12 {
        page.click("tour-next").await?;
    }
    page.reads("tour-step", "All keys on one sheet").await?;
    page.click("tour-next").await?;
    page.gone("tour").await
}
