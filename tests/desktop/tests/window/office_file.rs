//! A computer without a line becomes one of its office: the file on a stick, the code on the letter, a keyring that is not
//! there. What is mistyped is told at its field.

use desktop::{Bus, Centre, Computer, KeyStore, Outcome, Trouble, Window};

use crate::languages::is_fine;
use crate::{HEAD, OFFICE, PIN, same, scratch, screen};

const PASSPHRASE: &str = "kat pie koko dibor lamer";

#[tokio::test]
async fn a_computer_is_enrolled_from_a_stick_with_a_passphrase_of_its_own() -> Outcome<()> {
    let _screen = screen().await;
    let folder = scratch()?;
    let mut centre = Centre::start(folder.path()).await?;
    let asked = centre.ask()?.words(["office", "provision", OFFICE, "--server", &centre.url(), "--out"]);
    let made = asked.word(folder.path().join("stick")).json()?;
    let of = |name: &str| {
        made[name].as_str().map(str::to_owned).ok_or_else(|| Trouble::new(format!("no {name}: {made}")))
    };
    let (file, code) = (of("file")?, of("code")?);
    centre.line_down()?;

    let computer = Computer::new(folder.path(), "far-pc", KeyStore::Keyring);
    let window = Window::open(&computer, Bus::Nowhere).await?;
    let page = &window.page;
    page.click("to-office-file").await?;
    page.focuses("office-file").await?;
    page.click("office-file-button").await?;
    page.contains("office-file-error", "Choose the file of the office").await?;
    page.focuses("office-file").await?;
    page.fill("office-file", &file).await?;
    page.fill("office-file-code", "AAAA-AAAA-AAAA-AAA").await?;
    page.click("office-file-button").await?;
    page.contains("office-file-code-error", "does not open the file").await?;
    same("the file stays", page.value("office-file").await?, file.clone())?;
    is_fine(page, "en", "office-file").await?;
    page.click("to-ar-MA").await?;
    is_fine(page, "ar-MA", "office-file").await?;
    page.click("to-en").await?;
    page.fill("office-file-code", &code.to_lowercase()).await?;
    page.click("office-file-button").await?;
    page.contains("no-keyring", "This computer has no keyring").await?;
    page.focuses("own-passphrase").await?;
    page.fill("own-passphrase", PASSPHRASE).await?;
    page.click("office-file-button").await?;
    page.contains("own-passphrase-again-error", "not the same").await?;
    is_fine(page, "en", "office-file-passphrase").await?;
    page.click("to-ar-MA").await?;
    is_fine(page, "ar-MA", "office-file-passphrase").await?;
    page.click("to-en").await?;
    page.fill("own-passphrase-again", PASSPHRASE).await?;
    page.click("office-file-button").await?;
    page.fill("clerk-name", HEAD).await?;
    page.fill("clerk-pin", PIN).await?;
    page.fill("clerk-pin-again", PIN).await?;
    page.click("clerk-button").await?;
    page.reads("who", HEAD).await?;
    window.close().await
}
