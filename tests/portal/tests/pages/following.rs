//! A citizen follows a complaint: with the keyboard alone, after a mistake, in the own language. Whoever guesses learns
//! nothing.

use complaints::Reference;
use desktop::{Browser, Outcome, Page, Trouble, keys};
use portal::{Receipt, Seeded, seeded};

use crate::{same, scratch};

#[tokio::test]
async fn a_citizen_follows_a_complaint_with_the_keyboard_alone() -> Outcome<()> {
    let folder = scratch()?;
    let Seeded { centre, pipe, pension, .. } = seeded(folder.path()).await?;
    let url = centre.url();
    let browser = Browser::open(folder.path(), "citizen", "en").await?;
    let page = &browser.page;
    a_wrong_code_and_an_unknown_reference_look_alike(page, &url, &pipe).await?;
    a_mistyped_reference_is_told_from_a_wrong_one(page, &url, &pipe).await?;
    by_keyboard(page, &url, &pipe).await?;
    in_ones_own_language(page, &url, &pension).await?;
    browser.close().await
}

async fn a_wrong_code_and_an_unknown_reference_look_alike(
    page: &Page,
    url: &str,
    pipe: &Receipt,
) -> Outcome<()> {
    let wrong_code = told(page, url, &pipe.reference, "ABCD-EFGH").await?;
    same("what is told", wrong_code.contains("Reference or access code is not right."), true)?;
    page.must_be_accessible("a wrong code").await?;
    page.picture("follow-2-wrong-code").await?;
    let unknown = told(page, url, &unknown_reference(&pipe.reference)?, &pipe.access_code).await?;
    same("an unknown reference", unknown, wrong_code)
}

/// What the whole page says after a try, without what was typed.
async fn told(page: &Page, url: &str, reference: &str, code: &str) -> Outcome<String> {
    page.go(&format!("{url}/follow")).await?;
    page.fill("reference", reference).await?;
    page.fill("code", code).await?;
    page.press(&[keys::ENTER]).await?;
    page.see("error-summary").await?;
    same("the code stays", page.value("code").await?, code.to_owned())?;
    page.text("main").await
}

/// A reference that is well formed and was never issued: that of the same computer, nine hundred complaints later.
fn unknown_reference(known: &str) -> Outcome<String> {
    let known: Reference = known.parse().map_err(|error| Trouble::while_doing(known, error))?;
    Ok(Reference { counter: known.counter + 900, ..known }.to_string())
}

async fn a_mistyped_reference_is_told_from_a_wrong_one(
    page: &Page,
    url: &str,
    pipe: &Receipt,
) -> Outcome<()> {
    let (body, last) = pipe.reference.split_at(pipe.reference.len() - 1);
    let mistyped = format!("{body}{}", if last == "7" { "1" } else { "7" });
    let said = told(page, url, &mistyped, &pipe.access_code).await?;
    same("what is told", said.contains("One character of the reference is wrong."), true)
}

async fn by_keyboard(page: &Page, url: &str, pipe: &Receipt) -> Outcome<()> {
    page.go(&format!("{url}/follow")).await?;
    page.press(&[keys::TAB]).await?;
    let first = "return document.activeElement.className";
    same("the first stop is the way past the header", page.script(first, vec![]).await?, "skip".into())?;
    page.press(&[keys::ENTER]).await?;
    page.tab_to("reference").await?;
    // As people read it from paper: small letters, spaces.
    page.type_here(&pipe.reference.to_lowercase().replace('-', " ")).await?;
    page.press(&[keys::TAB]).await?;
    page.type_here(&pipe.access_code.to_lowercase().replace('-', " ")).await?;
    page.tab_to("follow-button").await?;
    page.press(&[keys::ENTER]).await?;
    page.reads("reference", &pipe.reference).await?;
    page.contains("now", "We received your complaint").await?;
    page.picture("follow-3-received").await
}

async fn in_ones_own_language(page: &Page, url: &str, pension: &Receipt) -> Outcome<()> {
    page.go(&format!("{url}/follow")).await?;
    page.fill("reference", &pension.reference).await?;
    page.fill("code", &pension.access_code).await?;
    page.press(&[keys::ENTER]).await?;
    page.reads("reference", &pension.reference).await?;
    page.script("document.querySelector('[data-testid=\"languages\"] [lang=\"ar-MA\"]').click()", vec![])
        .await?;
    page.contains("languages", "English").await?;
    page.contains("fact-office", "12").await?;
    same("the language", page.language().await?, ("ar-MA".to_owned(), "rtl".to_owned()))?;
    page.reads("reference", &pension.reference).await?;
    page.must_be_accessible("a complaint in Arabic").await?;
    page.picture("follow-4-arabic").await?;
    page.go(&format!("{url}/")).await?;
    same("the language is remembered", page.language().await?.0, "ar-MA".to_owned())
}
