//! A complaint's life at the centre: the unit filters, the head gives it to somebody, who answers; the auditor reads who
//! looked. None of it needs a script.

use desktop::{Browser, Outcome, Page};
use portal::{ADMIN, AUDITOR, HEAD, OFFICE, Receipt, Seeded, TASK_FORCE, UNIT, WATER, seeded};

use crate::{same, scratch};

const WIDTHS: [u32; 2] = [360, 1366];

#[tokio::test]
async fn a_complaint_is_filtered_given_to_somebody_answered_and_audited() -> Outcome<()> {
    let folder = scratch()?;
    let Seeded { centre, pipe, violent, .. } = seeded(folder.path()).await?;
    let url = centre.url();
    let browser = Browser::open(folder.path(), "life", "en").await?;
    let page = &browser.page;
    sign_in(page, &url, UNIT).await?;
    filtered(page, &url, &pipe).await?;
    looked_at(page, &url, &violent).await?;
    sign_out(page, &url).await?;

    sign_in(page, &url, HEAD).await?;
    given(page, &url, &pipe).await?;
    sign_out(page, &url).await?;

    sign_in(page, &url, WATER).await?;
    page.contains("queue", &pipe.reference).await?;
    page.go(&format!("{url}/agents/case/{}", pipe.reference)).await?;
    page.fill("answer-text", "Nous réparons vendredi.").await?;
    page.click("answer-interim").await?;
    page.click("send-answer").await?;
    page.contains("done", "The answer is saved.").await?;
    page.picture("unit-4-answered").await?;
    sign_out(page, &url).await?;

    sign_in(page, &url, AUDITOR).await?;
    page.go(&format!("{url}/agents/looks")).await?;
    page.contains("looks", UNIT.0).await?;
    page.contains("looks", &violent.reference).await?;
    page.picture("unit-5-looks").await?;
    browser.close().await
}

pub(crate) async fn sign_in(
    page: &Page,
    url: &str,
    (name, login, password): (&str, &str, &str),
) -> Outcome<()> {
    page.go(&format!("{url}/agents/sign-in?lang=en")).await?;
    page.fill("login", login).await?;
    page.fill("password", password).await?;
    page.click("sign-in-button").await?;
    page.contains("signed-in", name).await.map(drop)
}

async fn sign_out(page: &Page, url: &str) -> Outcome<()> {
    page.go(&format!("{url}/agents?lang=en")).await?;
    page.click("sign-out").await?;
    page.contains("main", "You are signed out.").await.map(drop)
}

async fn filtered(page: &Page, url: &str, pipe: &Receipt) -> Outcome<()> {
    page.go(&format!("{url}/agents/filter")).await?;
    page.see("item").await?;
    page.picture("unit-1-filter").await?;
    page.click(&format!("row-{}", pipe.reference)).await?;
    page.reads("reference", &pipe.reference).await?;
    let clear = "document.getElementById('pass-to').value = ''; return ''";
    page.script(clear, vec![]).await?;
    page.click("send-pass").await?;
    page.contains("error-summary", "Choose the institution from the list.").await?;
    page.must_be_accessible("passing on without an institution").await?;
    let choose = "const list = document.getElementById('pass-to'); list.value = 'CWA'; return list.value";
    same("the water authority is in the list", page.script(choose, vec![]).await?, "CWA".into())?;
    page.click("send-pass").await?;
    page.contains("done", "Passed on. Here is the next one.").await?;
    let queue = page.text("queue").await?;
    same("what was passed on is gone", queue.contains(&pipe.reference), false)?;
    page.picture("unit-2-next").await
}

async fn looked_at(page: &Page, url: &str, violent: &Receipt) -> Outcome<()> {
    page.go(&format!("{url}/agents/case/{}", violent.reference)).await?;
    page.reads("reference", &violent.reference).await
}

async fn given(page: &Page, url: &str, pipe: &Receipt) -> Outcome<()> {
    page.go(&format!("{url}/agents/case/{}", pipe.reference)).await?;
    page.script("document.getElementById('deed-assign').open = true", vec![]).await?;
    let choose = "
        const list = document.getElementById('assign-to');
        list.value = [...list.options].find((one) => one.text === arguments[0]).value;
        return list.selectedOptions[0].text";
    same("the colleague", page.script(choose, vec![WATER.0.into()]).await?, WATER.0.into())?;
    page.click("send-assign").await?;
    page.contains("done", "It is written down who deals with it.").await?;
    page.picture("unit-3-given").await
}

#[tokio::test]
async fn every_page_of_every_role_can_be_read_by_everybody() -> Outcome<()> {
    let folder = scratch()?;
    let Seeded { centre, pipe, .. } = seeded(folder.path()).await?;
    let url = centre.url();
    let browser = Browser::open(folder.path(), "roles", "en").await?;
    let page = &browser.page;
    let case = format!("/agents/case/{}", pipe.reference);
    let receipt = format!("{case}/receipt");
    let of = |who, paths: &[(&'static str, &str)]| {
        (who, paths.iter().map(|(name, path)| (*name, (*path).to_owned())).collect::<Vec<_>>())
    };
    let pages = [
        of(UNIT, &[("filter", "/agents/filter"), ("unit-case", &case), ("sticks", "/agents/carry")]),
        of(
            HEAD,
            &[
                ("head-queue", "/agents?group=all"),
                ("texts", "/agents/templates"),
                ("password", "/agents/password"),
            ],
        ),
        of(ADMIN, &[("people", "/agents/people"), ("overview", "/agents/overview")]),
        of(AUDITOR, &[("looks", "/agents/looks"), ("auditor-case", &case)]),
        of(TASK_FORCE, &[("force-overview", "/agents/overview"), ("force-queue", "/agents?group=all")]),
        of(OFFICE, &[("register", "/agents/register"), ("office-case", &case), ("receipt", &receipt)]),
    ];
    for (who, paths) in pages {
        sign_in(page, &url, who).await?;
        for language in ["en", "fr", "mfe", "ar-MA"] {
            for (name, path) in &paths {
                let joint = if path.contains('?') { '&' } else { '?' };
                page.go(&format!("{url}{path}{joint}lang={language}")).await?;
                same("the language", page.language().await?.0, language.to_owned())?;
                let open =
                    "document.querySelectorAll('main details').forEach((deed) => { deed.open = true; })";
                page.script(open, vec![]).await?;
                for width in WIDTHS {
                    let name = format!("{name}-{width}-{language}");
                    page.resize(width, 900).await?;
                    page.must_fit(&name).await?;
                    page.must_be_accessible(&name).await?;
                    page.picture(&format!("role-{name}")).await?;
                }
            }
        }
        page.resize(1366, 900).await?;
        sign_out(page, &url).await?;
    }
    browser.close().await
}
