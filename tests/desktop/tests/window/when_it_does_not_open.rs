//! Whatever keeps a desk from opening is explained, and what is saved stays as it is, byte for byte.

use std::hash::{DefaultHasher, Hasher};
use std::path::Path;
use std::process::Command;

use desktop::steps;
use desktop::{Bus, Centre, Computer, KeyStore, Outcome, Trouble, Window, keys};
use serde_json::{Value, json};

use crate::{HEAD, OFFICE, PIN, bytes, same, scratch, screen};

const PASSPHRASE: &str = "kat pie koko dibor lamer";

#[tokio::test]
async fn a_computer_without_a_keyring_offers_a_passphrase() -> Outcome<()> {
    let _screen = screen().await;
    let folder = scratch()?;
    let centre = Centre::start(folder.path()).await?;
    let computer = Computer::new(folder.path(), "old-pc", KeyStore::Keyring);
    let window = Window::open(&computer, Bus::Nowhere).await?;
    let page = &window.page;
    page.fill("enrol-server", &centre.url()).await?;
    page.fill("enrol-code", &centre.enrolment_code(OFFICE)?).await?;
    page.click("enrol-button").await?;
    page.contains("no-keyring", "This computer has no keyring").await?;
    page.focuses("own-passphrase").await?;
    page.must_be_accessible("the offer of a passphrase").await?;
    page.picture("f1-no-keyring").await?;
    page.fill("own-passphrase", "short").await?;
    page.click("enrol-button").await?;
    page.contains("own-passphrase-error", "at least 12 characters").await?;
    page.fill("own-passphrase", PASSPHRASE).await?;
    page.fill("own-passphrase-again", "kat pie koko dibor later").await?;
    page.click("enrol-button").await?;
    page.contains("own-passphrase-again-error", "not the same").await?;
    page.picture("f2-not-the-same").await?;
    page.fill("own-passphrase-again", PASSPHRASE).await?;
    page.click("enrol-button").await?;
    page.fill("clerk-name", HEAD).await?;
    page.fill("clerk-pin", PIN).await?;
    page.fill("clerk-pin-again", PIN).await?;
    page.click("clerk-button").await?;
    page.reads("who", HEAD).await?;
    window.close().await?;
    the_passphrase_is_asked_for(&computer).await
}

async fn the_passphrase_is_asked_for(computer: &Computer) -> Outcome<()> {
    let window = Window::open(computer, Bus::Nowhere).await?;
    let page = &window.page;
    page.focuses("passphrase").await?;
    page.must_be_accessible("the question for the passphrase").await?;
    page.picture("f3-passphrase").await?;
    page.type_here("kat pie koko dibor later").await?;
    page.press(&[keys::ENTER]).await?;
    page.contains("passphrase-error", "This passphrase does not open the desk.").await?;
    page.picture("f4-wrong-passphrase").await?;
    page.fill("passphrase", PASSPHRASE).await?;
    page.press(&[keys::ENTER]).await?;
    steps::sign_in(page, PIN).await?;
    page.see("ledger").await?;
    window.close().await
}

#[tokio::test]
async fn a_lost_key_is_told_and_the_store_is_left_alone() -> Outcome<()> {
    let _screen = screen().await;
    let folder = scratch()?;
    let computer = enrolled(folder.path(), "pc", KeyStore::Keyring).await?;
    let record = std::fs::read_to_string(computer.data().join("keys.json"));
    let record: Value = serde_json::from_str(&record.unwrap_or_default()).unwrap_or_default();
    let name =
        record["name"].as_str().ok_or_else(|| Trouble::new("keys.json names no entry of the keyring"))?;
    let clearing =
        Command::new("secret-tool").args(["clear", "service", "guichet", "username", name]).status();
    same("the entry is cleared", clearing.is_ok_and(|status| status.success()), true)?;
    it_explains_and_changes_nothing(
        &computer,
        "key-missing",
        "The key of this desk is missing",
        "g-key-missing",
    )
    .await
}

#[tokio::test]
async fn a_damaged_store_is_told_and_left_alone() -> Outcome<()> {
    let _screen = screen().await;
    let folder = scratch()?;
    let keys = KeyStore::File(folder.path().join("pc.key"));
    let computer = enrolled(folder.path(), "pc", keys).await?;
    let file = computer.data().join("office.db");
    let mut content = bytes(&file)?;
    // What a failing disk leaves: a sector of something else, in the first page.
    content[512..1024].fill(0xA5);
    std::fs::write(&file, content).map_err(|error| Trouble::while_doing(file.display(), error))?;
    let title = "What is saved here cannot be read";
    it_explains_and_changes_nothing(&computer, "store-damaged", title, "h-store-damaged").await
}

#[tokio::test]
async fn a_store_that_another_program_holds_opens_when_it_is_free() -> Outcome<()> {
    let _screen = screen().await;
    let folder = scratch()?;
    let keys = KeyStore::File(folder.path().join("pc.key"));
    let computer = enrolled(folder.path(), "pc", keys).await?;
    let other = computer.held_by_another_program().await?;
    let window = Window::open(&computer, Bus::Session).await?;
    let page = &window.page;
    page.see("trouble-store-busy").await?;
    page.reads("page-title", "The desk is open already").await?;
    page.must_be_accessible("a store that is in use").await?;
    page.picture("i-store-busy").await?;
    page.click("try-again").await?;
    page.see("trouble-store-busy").await?;
    drop(other);
    page.click("try-again").await?;
    steps::sign_in(page, PIN).await?;
    // And now it is the window that holds it.
    let refused = computer.ask()?.word("status").run();
    let refused = refused.err().map_or(String::new(), |trouble| trouble.to_string());
    same(&format!("another program is refused: {refused}"), refused.contains("another program"), true)?;
    window.close().await?;
    computer.ask()?.word("status").run().map(drop)
}

/// A computer of the office, with a head who may sign in and one complaint.
async fn enrolled(folder: &Path, name: &str, keys: KeyStore) -> Outcome<Computer> {
    let centre = Centre::start(folder).await?;
    let computer = Computer::new(folder, name, keys);
    computer.enrol(&centre, OFFICE, (HEAD, PIN))?;
    let line = json!({
        "kind": "complaint", "category": "Water/Leak / burst pipe", "text": "Tiyo pete", "language": "mfe",
        "consent": {"notice": "1"},
    });
    same("complaints registered", computer.register(&format!("{line}\n"))?.len(), 1)?;
    Ok(computer)
}

async fn it_explains_and_changes_nothing(
    computer: &Computer,
    what: &str,
    title: &str,
    picture: &str,
) -> Outcome<()> {
    let before = store(computer.data())?;
    let window = Window::open(computer, Bus::Session).await?;
    let page = &window.page;
    page.see(&format!("trouble-{what}")).await?;
    page.reads("page-title", title).await?;
    page.contains(&format!("trouble-{what}"), "Nothing was deleted.").await?;
    page.must_be_accessible(what).await?;
    page.picture(picture).await?;
    page.click("to-ar-MA").await?;
    same("direction in Arabic", page.language().await?.1, "rtl".to_owned())?;
    page.picture(&format!("{picture}-ar")).await?;
    window.close().await?;
    same("the store's files", store(computer.data())?, before)
}

/// The files in the folder of a store: name, length and a digest of what is in it. Left out is the index of the log
/// that the programs of the moment share: it holds nothing that the log does not, and looking rewrites it.
fn store(folder: &Path) -> Outcome<Vec<(String, usize, u64)>> {
    let entries = std::fs::read_dir(folder).map_err(|error| Trouble::while_doing(folder.display(), error))?;
    let mut files = Vec::new();
    for path in
        entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file() && !is_shared_index(path))
    {
        let content = bytes(&path)?;
        let mut digest = DefaultHasher::new();
        digest.write(&content);
        files.push((path.display().to_string(), content.len(), digest.finish()));
    }
    files.sort();
    Ok(files)
}

fn is_shared_index(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "db-shm")
}
