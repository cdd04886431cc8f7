//! Files of a stick that are opened from outside the window, as a double click does.

use desktop::{Bus, Centre, Computer, KeyStore, Outcome, Window, steps};

use crate::a_shared_desk::peopled;
use crate::languages::{choose, is_fine};
use crate::{HEAD, OFFICE, PIN, same, scratch, screen};

#[tokio::test]
async fn the_file_of_an_office_opens_a_new_computer_where_its_code_is_asked_for() -> Outcome<()> {
    let _screen = screen().await;
    let folder = scratch()?;
    let centre = Centre::start(folder.path()).await?;
    let stick = folder.path().join("stick");
    let asked = centre.ask()?.words(["office", "provision", OFFICE, "--server", &centre.url(), "--out"]);
    let made = asked.word(&stick).json()?;
    let file = std::path::PathBuf::from(made["file"].as_str().unwrap_or_default());

    let computer = Computer::new(folder.path(), "new", KeyStore::File(folder.path().join("new.key")));
    let window = Window::open_with_file(&computer, Bus::Nowhere, &file).await?;
    let page = &window.page;
    page.see("office-file-form").await?;
    same("the file", page.value("office-file").await?, file.display().to_string())?;
    page.focuses("office-file-code").await?;
    page.type_here(made["code"].as_str().unwrap_or_default()).await?;
    page.click("office-file-button").await?;
    page.gone("office-file-form").await?;
    window.close().await?;
    same("its office", computer.ask()?.word("status").json()?["waiting"].clone(), 0.into())
}

#[tokio::test]
async fn a_reply_on_a_stick_is_opened_in_the_window_that_is_open_and_read_there() -> Outcome<()> {
    let _screen = screen().await;
    let folder = scratch()?;
    let centre = Centre::start(folder.path()).await?;
    let (computer, _) = peopled(folder.path(), &centre)?;
    let (out, reply) = (folder.path().join("12.carry"), folder.path().join("12-reply.carry"));
    computer.ask()?.words(["carry", "out"]).word(&out).json()?;
    centre.ask()?.words(["carry", "in"]).word(&out).word("--reply").word(&reply).json()?;

    let window = Window::open(&computer, Bus::Session).await?;
    let page = &window.page;
    // Opened before anybody has signed in, it waits behind the door.
    window.open_file_too(&computer, &reply)?;
    steps::sign_in_as(page, HEAD, PIN).await?;
    page.contains("opened-file", "12-reply.carry").await?;
    page.click("panel-close").await?;
    page.gone("status-panel").await?;

    window.open_file_too(&computer, &reply)?;
    page.contains("opened-file", "12-reply.carry").await?;
    for language in ["ar-MA", "en"] {
        page.click("panel-close").await?;
        choose(page, language).await?;
        window.open_file_too(&computer, &reply)?;
        page.see("opened-read").await?;
        is_fine(page, language, "opened-file").await?;
    }
    page.click("opened-read").await?;
    page.contains("stick-told", "The reply was read").await?;
    page.gone("opened-file").await?;
    window.open_file_too(&computer, &folder.path().join("12.guichet"))?;
    page.contains("failure", "belongs to an office already").await?;
    window.close().await
}
