//! Every screen of the desk in every language: the right direction, nothing cut off, nobody kept out.

use desktop::{Outcome, Page, Trouble, keys};

use crate::{PIN, same};

/// Language, direction, and what the button for a new complaint is called there.
pub(crate) const LANGUAGES: [(&str, &str, &str); 4] = [
    ("en", "ltr", "Register"),
    ("fr", "ltr", "Enregistrer"),
    ("mfe", "ltr", "Anrezistre"),
    ("ar-MA", "rtl", "تسجيل"),
];

/// Goes through all screens in all languages and ends in Arabic. There must be a complaint and a draft.
pub(crate) async fn every_screen_in_every_language(page: &Page) -> Outcome<()> {
    let complaint = complaint_address(page).await?;
    for (language, direction, register) in LANGUAGES {
        choose(page, language).await?;
        same("language and direction", page.language().await?, (language.to_owned(), direction.to_owned()))?;
        page.contains("go-register", register).await?;
        let receipt = complaint.replace("#/complaint/", "#/receipt/");
        for (name, hash, shown) in [
            ("morning", "#/morning", "ledger"),
            ("list", "#/complaints/all", "complaint-table"),
            ("form", "#/register", "register-form"),
            ("complaint", complaint.as_str(), "story"),
            ("receipt", receipt.as_str(), "receipt-pages"),
            ("drafts", "#/drafts", "drafts"),
            ("waiting", "#/waiting", "waiting-empty"),
            ("to-tell", "#/to-tell", "to-tell-count"),
            ("sent", "#/sent", "page-title"),
            ("tasks", "#/tasks", "tasks-empty"),
            ("clerks", "#/clerks", "clerk-form"),
        ] {
            page.script("location.hash = arguments[0]", vec![hash.into()]).await?;
            page.see(shown).await?;
            is_fine(page, language, name).await?;
        }
        preferences(page, language).await?;
        locked(page, language).await?;
    }
    Ok(())
}

/// The address of the first complaint in the list.
async fn complaint_address(page: &Page) -> Outcome<String> {
    page.click("go-complaints").await?;
    page.see("complaint-table").await?;
    let script = "return document.querySelector('[data-row]').getAttribute('href')";
    let address = page.script(script, vec![]).await?;
    address.as_str().map(str::to_owned).ok_or_else(|| Trouble::new("the list holds no complaint"))
}

pub(crate) async fn choose(page: &Page, language: &str) -> Outcome<()> {
    page.click("preferences").await?;
    page.click(&format!("language-{language}")).await?;
    page.press(&[keys::ESCAPE]).await?;
    page.gone("preferences-dialog").await
}

async fn preferences(page: &Page, language: &str) -> Outcome<()> {
    page.click("preferences").await?;
    page.see("preferences-dialog").await?;
    is_fine(page, language, "preferences").await?;
    page.press(&[keys::ESCAPE]).await?;
    page.gone("preferences-dialog").await
}

/// A lock keeps place and language.
async fn locked(page: &Page, language: &str) -> Outcome<()> {
    page.press(&[keys::CONTROL, 'l']).await?;
    page.focuses("pin").await?;
    is_fine(page, language, "sign-in").await?;
    page.type_here(PIN).await?;
    page.press(&[keys::ENTER]).await?;
    page.see("clerk-form").await
}

pub(crate) async fn is_fine(page: &Page, language: &str, screen: &str) -> Outcome<()> {
    let name = format!("{screen} in {language}");
    page.rests().await?;
    page.picture(&format!("e-{language}-{screen}")).await?;
    page.must_fit(&name).await?;
    page.must_be_accessible(&name).await
}
