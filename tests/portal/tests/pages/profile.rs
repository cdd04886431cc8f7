//! An administrator adds a category: in the draft, looked at, put in force, and citizens can choose it. None of it needs a
//! script.

use desktop::{Browser, Outcome, Page};
use portal::{ADMIN, Seeded, seeded};

use crate::every_page::is_fine;
use crate::{same, scratch};

const PROFILE: &str = "/agents/admin/profile";

#[tokio::test]
async fn an_administrator_adds_a_category_and_citizens_can_choose_it() -> Outcome<()> {
    let folder = scratch()?;
    let Seeded { centre, .. } = seeded(folder.path()).await?;
    let url = centre.url();
    let browser = Browser::open(folder.path(), "profile", "en").await?;
    let page = &browser.page;
    crate::unit::sign_in(page, &url, ADMIN).await?;
    added(page, &url).await?;
    looked_at(page, &url).await?;
    page.go(&format!("{url}/open311/v2/services.json")).await?;
    let services = page.script("return document.body.textContent", vec![]).await?;
    same("programs may file under it", services.to_string().contains("drone-noise"), true)?;
    for language in ["en", "ar-MA"] {
        for (name, path) in [
            ("profile", ""),
            ("profile-categories", "/categories"),
            ("profile-category", "/categories/drone-noise"),
            ("profile-holidays", "/holidays"),
            ("profile-version", "/version/2"),
        ] {
            page.go(&format!("{url}{PROFILE}{path}?lang={language}")).await?;
            is_fine(page, language, name).await?;
        }
        page.go(&format!("{url}/agents/admin/notices?lang={language}")).await?;
        is_fine(page, language, "undelivered").await?;
    }
    browser.close().await
}

async fn added(page: &Page, url: &str) -> Outcome<()> {
    page.go(&format!("{url}{PROFILE}/categories")).await?;
    page.click("add").await?;
    page.see("form-row").await?;
    page.click("save").await?;
    page.contains("error-summary", "Fill in").await?;
    is_fine(page, "en", "profile-refused").await?;
    for (field, text) in [
        ("row-code", "drone-noise"),
        ("row-name_en", "Noise of drones"),
        ("row-name_fr", "Bruit de drones"),
        ("row-name_mfe", "Tapaz dronn"),
        ("row-name_ar", "ضجيج الطائرات المسيرة"),
        ("row-resolve_days", "6"),
    ] {
        page.fill(field, text).await?;
    }
    let choose = "
        for (const [id, at] of [['row-heading', 1], ['row-institution', 1], ['row-priority', 2]])
            document.getElementById(id).selectedIndex = at;
        return ''";
    page.script(choose, vec![]).await?;
    page.click("save").await?;
    page.contains("done", "Saved in the draft.").await?;
    page.see("row-drone-noise").await
}

async fn looked_at(page: &Page, url: &str) -> Outcome<()> {
    page.go(&format!("{url}{PROFILE}/review")).await?;
    page.contains("changes", "Noise of drones").await?;
    is_fine(page, "en", "profile-review").await?;
    page.fill("force-note", "People ask for it.").await?;
    page.click("force").await?;
    page.contains("done", "The new version is in force.").await?;
    page.contains("versions", "People ask for it.").await.map(drop)
}
