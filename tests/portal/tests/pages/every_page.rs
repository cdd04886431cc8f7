//! Every page in every language, as wide as a telephone and as a desk: nothing cut off, nobody kept out.

use desktop::{Browser, Outcome, Page};
use portal::{Receipt, Seeded, UNIT, seeded};

use crate::{same, scratch};

const LANGUAGES: [(&str, &str); 4] = [("en", "ltr"), ("fr", "ltr"), ("mfe", "ltr"), ("ar-MA", "rtl")];
const WIDTHS: [u32; 2] = [360, 1366];

#[tokio::test]
async fn every_page_can_be_read_by_everybody_in_every_language_at_every_width() -> Outcome<()> {
    let folder = scratch()?;
    let Seeded { centre, pipe, pension, .. } = seeded(folder.path()).await?;
    let url = centre.url();
    let browser = Browser::open(folder.path(), "reader", "en").await?;
    let page = &browser.page;
    for (language, direction) in LANGUAGES {
        // The choice is remembered, so that each page after it comes in that language.
        page.go(&format!("{url}/?lang={language}")).await?;
        same("language and direction", page.language().await?, (language.to_owned(), direction.to_owned()))?;
        for (name, path) in [
            ("home", "/"),
            ("follow", "/follow"),
            ("figures", "/figures"),
            ("nothing-here", "/nothing"),
            ("sign-in", "/agents/sign-in"),
        ] {
            page.go(&format!("{url}{path}")).await?;
            is_fine(page, language, name).await?;
        }
        followed(page, &url, language, &pension).await?;
    }
    page.go(&format!("{url}/agents/sign-in?lang=en")).await?;
    page.fill("login", UNIT.1).await?;
    page.fill("password", UNIT.2).await?;
    page.click("sign-in-button").await?;
    page.see("queue").await?;
    for (language, _) in LANGUAGES {
        let case = format!("/agents/case/{}?lang={language}", pipe.reference);
        let queue = format!("/agents?group=all&lang={language}");
        let figures = format!("/agents/figures?lang={language}");
        for (name, path) in [("queue", &queue), ("case", &case), ("inside-figures", &figures)] {
            page.go(&format!("{url}{path}")).await?;
            let open = "document.querySelectorAll('details').forEach((deed) => { deed.open = true; })";
            page.script(open, vec![]).await?;
            is_fine(page, language, name).await?;
        }
    }
    browser.close().await
}

async fn followed(page: &Page, url: &str, language: &str, receipt: &Receipt) -> Outcome<()> {
    page.go(&format!("{url}/follow")).await?;
    page.click("follow-button").await?;
    page.see("error-summary").await?;
    is_fine(page, language, "follow-empty").await?;
    page.fill("reference", &receipt.reference).await?;
    page.fill("code", &receipt.access_code).await?;
    page.click("follow-button").await?;
    page.see("story").await?;
    is_fine(page, language, "status").await
}

/// Nothing sticks out, axe finds nothing, and it is in its language; at every width.
pub(crate) async fn is_fine(page: &Page, language: &str, name: &str) -> Outcome<()> {
    for width in WIDTHS {
        let name = format!("{name}-{width}-{language}");
        page.resize(width, 768).await?;
        page.must_fit(&name).await?;
        page.must_be_accessible(&name).await?;
        page.picture(&format!("page-{name}")).await?;
    }
    same("the language", page.language().await?.0, language.to_owned())
}
