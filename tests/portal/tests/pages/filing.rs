//! A citizen files without an office, keeps the receipt, sends a document, reads the answer, rates it and has it taken up
//! again: in every language, as wide as a telephone and as a desk. No page carries a script, and the policy of each forbids
//! any: what works here works without JavaScript.

use std::path::{Path, PathBuf};

use desktop::{Browser, Outcome, Page, Trouble};
use portal::{Seeded, UNIT, WATER, seeded};

use crate::every_page::is_fine;
use crate::{same, scratch};

const LANGUAGES: [&str; 4] = ["en", "fr", "mfe", "ar-MA"];

/// What is typed: more than one line, two scripts, and what a page must not take for its own.
const STORY: &str = "Tiyo finn pete divan lakaz depi 3 zour. <b>Dilo</b> pe koule & personn pa'nn vini.\nالماء يسيل في \
                     الشارع 🚰 =SUM(A1:A9)";

#[tokio::test]
async fn a_citizen_files_follows_and_comes_back_in_every_language() -> Outcome<()> {
    let folder = scratch()?;
    let Seeded { centre, .. } = seeded(folder.path()).await?;
    let photo = photo(folder.path())?;
    let url = centre.url();
    let browser = Browser::open(folder.path(), "filer", "en").await?;
    let page = &browser.page;
    for language in LANGUAGES {
        page.go(&format!("{url}/?lang={language}")).await?;
        page.click("file-button").await?;
        let reference = filed(page, language, &photo).await?;
        centre.agent(UNIT.1, &["route", &reference, "--to", "CWA"])?;
        let asked = ["status", &reference, "--to", "waiting_documents"];
        centre.agent(WATER.1, &asked)?;
        page.go(&format!("{url}/case/{reference}")).await?;
        is_fine(page, language, "case-waiting").await?;
        sent(page, language, &photo).await?;
        let answer = ["answer", &reference, "--text", "The pipe is mended since Monday.", "--definitive"];
        centre.agent(WATER.1, &answer)?;
        page.go(&format!("{url}/case/{reference}")).await?;
        is_fine(page, language, "case-answered").await?;
        came_back(page, language).await?;
    }
    page.go(&format!("{url}/?lang=en")).await?;
    browser.close().await
}

/// Through the form, with a mistake on the way, up to the receipt; the reference.
async fn filed(page: &Page, language: &str, photo: &Path) -> Outcome<String> {
    page.click("continue").await?;
    page.see("error-summary").await?;
    is_fine(page, language, "file-1-kind-missing").await?;
    page.click("kind-complaint").await?;
    is_fine(page, language, "file-1-kind").await?;
    page.click("continue").await?;
    page.fill("words", "tiyo").await?;
    page.click("search").await?;
    page.see("matter-water-leak").await?;
    is_fine(page, language, "file-2-matter").await?;
    page.click("matter-water-leak").await?;
    page.click("continue").await?;
    page.fill("text", STORY).await?;
    page.fill("point", "behind the mill").await?;
    page.click("continue").await?;
    page.see("error-summary").await?;
    let kept = page.value("text").await?;
    same("what was typed", kept.contains("=SUM(A1:A9)"), true)?;
    is_fine(page, language, "file-3-story").await?;
    page.fill("point", "-20.1, 57.6").await?;
    page.click("continue").await?;
    page.click("tell-email").await?;
    page.fill("email", "not an address").await?;
    page.click("continue").await?;
    page.see("error-summary").await?;
    is_fine(page, language, "file-4-person").await?;
    page.fill("surname", "Zéphir").await?;
    page.fill("other-names", "Marie-Claire").await?;
    page.fill("email", "mc.zephir@example.mu").await?;
    page.click("continue").await?;
    page.see("files").await?;
    page.fill("files", &photo.display().to_string()).await?;
    page.click("add-files").await?;
    page.see("kept-files").await?;
    is_fine(page, language, "file-5-documents").await?;
    page.click("continue").await?;
    page.contains("part-story", "=SUM(A1:A9)").await?;
    is_fine(page, language, "file-6-review").await?;
    saved_and_opened(page, language).await?;
    page.contains("part-story", "=SUM(A1:A9)").await?;
    page.see("review-files").await?;
    page.click("send").await?;
    page.see("filed").await?;
    is_fine(page, language, "file-7-receipt").await?;
    let reference = page.text("reference").await?;
    page.click("to-case").await?;
    page.reads("reference", &reference).await?;
    is_fine(page, language, "case-filed").await?;
    Ok(reference)
}

/// Saves the form and goes on with it by its code.
async fn saved_and_opened(page: &Page, language: &str) -> Outcome<()> {
    page.click("save").await?;
    page.see("saved").await?;
    is_fine(page, language, "file-saved").await?;
    let code = page.text("saved-code").await?;
    page.click("saved-place").await?;
    page.fill("code", "0000-0000-0000").await?;
    page.click("continue-button").await?;
    page.see("error-summary").await?;
    is_fine(page, language, "file-continue").await?;
    page.fill("code", &code.to_lowercase()).await?;
    page.click("continue-button").await
}

/// Sends a document that is waited for.
async fn sent(page: &Page, language: &str, photo: &Path) -> Outcome<()> {
    page.click("deed-documents").await?;
    page.click("do").await?;
    page.see("error-summary").await?;
    is_fine(page, language, "deed-documents").await?;
    let other = photo.with_file_name("other.jpg");
    page.fill("files", &other.display().to_string()).await?;
    page.click("do").await?;
    page.see("done").await
}

/// Rates the answer and has it taken up again.
async fn came_back(page: &Page, language: &str) -> Outcome<()> {
    page.click("deed-rate").await?;
    page.click("do").await?;
    page.see("error-summary").await?;
    is_fine(page, language, "deed-rate").await?;
    page.click("stars-2").await?;
    page.fill("text", "Three days are long.").await?;
    page.click("do").await?;
    page.see("done").await?;
    page.contains("story", "Three days are long.").await?;
    page.click("deed-reopen").await?;
    page.fill("text", "It leaks again.").await?;
    page.click("do").await?;
    page.contains("story", "It leaks again.").await?;
    is_fine(page, language, "case-reopened").await
}

/// Two small pictures as a telephone takes them.
pub(crate) fn photo(folder: &Path) -> Outcome<PathBuf> {
    let picture = |size: u8| {
        let mut bytes = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00".to_vec();
        bytes.extend_from_slice(&[0xff, 0xc0, 0, 0x0b, 8, 0, size, 0, size, 1, 1, 0x11, 0]);
        bytes.extend_from_slice(b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x12\x34\xff\xd9");
        bytes
    };
    for (name, size) in [("photo.jpg", 8), ("other.jpg", 16)] {
        std::fs::write(folder.join(name), picture(size))
            .map_err(|error| Trouble::while_doing(name, error))?;
    }
    Ok(folder.join("photo.jpg"))
}

#[tokio::test]
async fn the_pages_of_accounts_can_be_read_by_everybody() -> Outcome<()> {
    let folder = scratch()?;
    let Seeded { centre, .. } = seeded(folder.path()).await?;
    let url = centre.url();
    let browser = Browser::open(folder.path(), "account", "en").await?;
    let page = &browser.page;
    for language in LANGUAGES {
        page.go(&format!("{url}/account/new?lang={language}")).await?;
        page.click("do").await?;
        page.see("error-summary").await?;
        is_fine(page, language, "account-new").await?;
        page.fill("surname", "Zéphir").await?;
        page.fill("reached", &format!("lata.{language}@example.mu")).await?;
        page.fill("password", "filao lagon 2026").await?;
        page.click("do").await?;
        page.see("form-confirm").await?;
        page.fill("code", "12 34").await?;
        page.click("do").await?;
        page.see("error-summary").await?;
        is_fine(page, language, "account-confirm").await?;
        for (name, path) in [
            ("account-sign-in", "/account/sign-in"),
            ("account-forgotten", "/account/forgotten"),
            ("account-reset", "/account/reset"),
            ("widget", "/widget"),
        ] {
            page.go(&format!("{url}{path}")).await?;
            is_fine(page, language, name).await?;
        }
    }
    browser.close().await
}
