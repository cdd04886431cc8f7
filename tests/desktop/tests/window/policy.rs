//! What an administrator has set: shown and not asked, at enrolment and among the settings, in every language.

use desktop::steps;
use desktop::{Bus, Centre, Computer, KeyStore, Outcome, Trouble, Window};

use crate::a_shared_desk::peopled;
use crate::languages::{choose, is_fine};
use crate::{HEAD, PIN, same, scratch, screen};

fn write(file: &std::path::Path, text: &str) -> Outcome<()> {
    std::fs::write(file, text).map_err(|error| Trouble::while_doing("no policy", error))
}

#[tokio::test]
async fn what_the_administrator_has_set_is_shown_and_not_asked() -> Outcome<()> {
    let _screen = screen().await;
    let folder = scratch()?;
    let centre = Centre::start(folder.path()).await?;
    let fresh = Computer::new(folder.path(), "fresh", KeyStore::File(folder.path().join("fresh.key")));
    write(&fresh.policy(), &format!("centre = \"{}\"\nlanguages = [\"fr\", \"mfe\"]\n", centre.url()))?;
    let window = Window::open(&fresh, Bus::Nowhere).await?;
    window.page.contains("enrol-server-set", &centre.url()).await?;
    window.page.contains("enrol-server-set", "Réglé par votre administrateur").await?;
    window.page.see("to-mfe").await?;
    window.page.gone("to-ar-MA").await?;
    is_fine(&window.page, "fr", "enrol-with-a-policy").await?;
    window.close().await?;

    let (computer, _) = peopled(folder.path(), &centre)?;
    let policy = "proxy = \"none\"\nscanner_folder = \"/srv/scans\"\nlock_after_minutes = 7\n\
                  backup_place = \"/mnt/stick\"\nofice = \"12\"\n";
    write(&computer.policy(), policy)?;
    let window = Window::open(&computer, Bus::Nowhere).await?;
    let page = &window.page;
    steps::sign_in_as(page, HEAD, PIN).await?;
    page.click("go-settings").await?;
    page.contains("scanner-folder-set", "/srv/scans").await?;
    page.contains("policy-mistakes", "line 5").await?;
    page.click("settings-save").await?;
    page.contains("settings-said", "The settings are kept").await?;
    for language in ["fr", "mfe", "ar-MA", "en"] {
        choose(page, language).await?;
        page.click("go-settings").await?;
        page.see("proxy-set").await?;
        is_fine(page, language, "settings-with-a-policy").await?;
    }
    let field =
        page.script("return document.querySelector('#scanner-folder, #proxy') === null", vec![]).await?;
    same("neither is asked", field.as_bool(), Some(true))?;
    window.close().await
}
