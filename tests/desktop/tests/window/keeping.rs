//! Settings, backups made and verified in the window, and a backup that becomes a computer at the gate.

use desktop::steps;
use desktop::{Bus, Centre, Computer, KeyStore, Outcome, Page, Trouble, Window};

use crate::a_shared_desk::peopled;
use crate::languages::{choose, is_fine};
use crate::{HEAD, PIN, same, scratch, screen};

const PASSPHRASE: &str = "kat pie koko dibor lamer";

#[tokio::test]
async fn settings_are_kept_and_a_backup_is_made_verified_and_brought_back() -> Outcome<()> {
    let _screen = screen().await;
    let folder = scratch()?;
    let centre = Centre::start(folder.path()).await?;
    let (computer, reference) = peopled(folder.path(), &centre)?;
    let stick = folder.path().join("stick");
    std::fs::create_dir(&stick).map_err(|error| Trouble::while_doing("no stick", error))?;
    let window = Window::open(&computer, Bus::Nowhere).await?;
    let page = &window.page;
    steps::sign_in_as(page, HEAD, PIN).await?;
    page.click("go-settings").await?;
    page.see("settings-form").await?;
    what_is_set_is_kept(page, &stick.display().to_string()).await?;
    a_backup_is_made(page, &stick.display().to_string()).await?;
    for language in ["fr", "mfe", "ar-MA", "en"] {
        choose(page, language).await?;
        page.click("go-settings").await?;
        page.see("backup-facts").await?;
        is_fine(page, language, "settings").await?;
    }
    page.resize(683, 384).await?;
    is_fine(page, "en", "settings-200-percent").await?;
    page.resize(1366, 768).await?;
    window.close().await?;

    let files = std::fs::read_dir(&stick).map_err(|error| Trouble::while_doing("the stick", error))?;
    let file = files.flatten().next().ok_or_else(|| Trouble::new("there is no backup on the stick"))?.path();
    let checked = computer
        .ask()?
        .words(["backup", "verify"])
        .word(&file)
        .variable("GUICHET_BACKUP_PASSPHRASE", PASSPHRASE);
    same("there are operations in the backup", checked.json()?["operations"].as_u64() >= Some(4), true)?;
    brought_back(folder.path(), &file, &reference).await
}

async fn what_is_set_is_kept(page: &Page, folder: &str) -> Outcome<()> {
    page.fill("scanner-folder", "/no/such/folder").await?;
    page.click("settings-save").await?;
    page.contains("scanner-folder-error", "There is no such folder").await?;
    page.fill("scanner-folder", folder).await?;
    page.click("settings-save").await?;
    page.contains("settings-said", "The settings are kept").await?;
    page.click("go-complaints").await?;
    page.see("complaint-table").await?;
    page.click("go-settings").await?;
    page.see("settings-form").await?;
    same("the folder", page.value("scanner-folder").await?, folder.to_owned())?;
    page.click("check-now").await?;
    page.contains("settings-said", "is whole").await?;
    page.contains("about-checked", "today at").await.map(drop)
}

async fn a_backup_is_made(page: &Page, stick: &str) -> Outcome<()> {
    page.click("backup-edit").await?;
    page.fill("backup-place", "/no/such/stick").await?;
    page.fill("backup-passphrase", PASSPHRASE).await?;
    page.fill("backup-passphrase-again", PASSPHRASE).await?;
    page.click("backup-save").await?;
    page.contains("backup-place-error", "Put the stick in").await?;
    page.must_be_accessible("a backup that is being set up").await?;
    page.picture("k1-backup-set-up").await?;
    page.fill("backup-place", stick).await?;
    page.click("backup-save").await?;
    page.contains("backup-last", "none yet").await?;
    page.click("backup-now").await?;
    page.contains("backup-last", "today at").await?;
    page.contains("settings-said", "read again and found whole").await?;
    page.click("status-line").await?;
    page.contains("panel-backup", "today at").await?;
    page.click("panel-close").await
}

async fn brought_back(folder: &std::path::Path, file: &std::path::Path, reference: &str) -> Outcome<()> {
    let other = Computer::new(folder, "other", KeyStore::File(folder.join("other.key")));
    let window = Window::open(&other, Bus::Nowhere).await?;
    let page = &window.page;
    page.click("to-restore").await?;
    page.focuses("restore-file").await?;
    page.fill("restore-file", &file.display().to_string()).await?;
    page.fill("restore-passphrase", "kat pie koko dibor later").await?;
    page.click("restore-button").await?;
    page.contains("restore-passphrase-error", "does not open this backup").await?;
    is_fine(page, "en", "restore").await?;
    page.click("to-ar-MA").await?;
    is_fine(page, "ar-MA", "restore").await?;
    page.click("to-en").await?;
    page.fill("restore-passphrase", PASSPHRASE).await?;
    page.click("restore-button").await?;
    steps::sign_in_as(page, HEAD, PIN).await?;
    page.click("go-complaints").await?;
    page.contains("complaint-table", reference).await?;
    window.close().await?;
    same("the restored store", other.ask()?.word("verify").json()?["ok"].clone(), true.into())?;
    // It goes on as another computer of its office, and loses nothing.
    let synced = other.ask()?.word("sync").json()?;
    same("what waits", synced["waiting"].clone(), 0.into())
}
