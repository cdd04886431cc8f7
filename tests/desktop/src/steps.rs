//! What a clerk does at the desk, as often as tests and demonstration need it. Everything goes by the keyboard.

use crate::page::{Page, keys};
use crate::trouble::{Outcome, Trouble};
use crate::until::{PATIENCE, until};

/// What a clerk types into the form of a new complaint.
#[derive(Debug, Clone)]
pub struct Typed {
    /// Surname.
    pub surname: &'static str,
    /// Other names.
    pub other_names: &'static str,
    /// Identity number.
    pub nic: &'static str,
    /// Telephone.
    pub phone: &'static str,
    /// Town or village.
    pub locality: &'static str,
    /// The first letters of the citizen's language, as the list names it.
    pub language: &'static str,
    /// Words by which the matter is found.
    pub matter: &'static str,
    /// What happened; `\n` is the Enter key.
    pub text: &'static str,
}

/// What the screen says after saving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// The reference.
    pub reference: String,
    /// The access code.
    pub access_code: String,
}

/// Signs in: the clerk is chosen already where there is one.
///
/// # Errors
/// When the desk does not open.
pub async fn sign_in(page: &Page, pin: &str) -> Outcome<()> {
    page.focuses("pin").await?;
    page.type_here(pin).await?;
    page.press(&[keys::ENTER]).await?;
    page.see("lock").await
}

/// Signs in the clerk of that name.
///
/// # Errors
/// When there is no such clerk, or the desk does not open.
pub async fn sign_in_as(page: &Page, name: &str, pin: &str) -> Outcome<()> {
    page.see("pin").await?;
    let script = "
        const one = [...document.querySelectorAll('.people__one')].find((one) => one.innerText.includes(arguments[0]));
        one?.querySelector('input').click();
        return one !== undefined;";
    if page.script(script, vec![name.into()]).await? != true {
        return Err(Trouble::new(format!("nobody called {name} can sign in here")));
    }
    page.fill("pin", pin).await?;
    page.press(&[keys::ENTER]).await?;
    page.see("lock").await
}

/// Begins a new complaint with Ctrl+N, from wherever one is.
///
/// # Errors
/// When no empty form comes.
pub async fn begin(page: &Page) -> Outcome<()> {
    page.press(&[keys::CONTROL, 'n']).await?;
    until("an empty form has the keyboard", PATIENCE, async || {
        let is_empty =
            page.value("complaint-text").await?.is_empty() && page.value("citizen-surname").await?.is_empty();
        Ok((is_empty && page.focused().await? == "page-title").then_some(()))
    })
    .await
}

/// Begins a new complaint and fills in the form, without saving.
///
/// # Errors
/// Where the keyboard did not get on.
pub async fn fill_in(page: &Page, typed: &Typed) -> Outcome<()> {
    begin(page).await?;
    for (field, text) in [
        ("citizen-surname", typed.surname),
        ("citizen-other_names", typed.other_names),
        ("citizen-nic", typed.nic),
        ("citizen-phone", typed.phone),
        ("citizen-locality", typed.locality),
    ] {
        page.tab_to(field).await?;
        page.type_here(text).await?;
    }
    page.tab_to("citizen-language").await?;
    page.type_here(typed.language).await?;
    page.tab_to("notice-read").await?;
    page.press(&[keys::SPACE]).await?;
    page.tab_to("matter").await?;
    page.type_here(typed.matter).await?;
    page.press(&[keys::ENTER]).await?;
    page.tab_to("complaint-text").await?;
    page.type_here(typed.text).await?;
    page.tab_to("contact-phone").await?;
    page.press(&[keys::SPACE]).await
}

/// Saves what the form holds with Ctrl+Enter, and waits until the screen says that it is saved.
///
/// # Errors
/// When it does not say so.
pub async fn save(page: &Page) -> Outcome<Saved> {
    page.press(&[keys::CONTROL, keys::ENTER]).await?;
    page.see("saved").await?;
    Ok(Saved { reference: page.text("saved-reference").await?, access_code: page.text("saved-code").await? })
}

/// Asks for an exchange at once, in the panel of the status line.
///
/// # Errors
/// When the panel does not open.
pub async fn try_now(page: &Page) -> Outcome<()> {
    page.click("status-line").await?;
    page.click("try-now").await?;
    page.press(&[keys::ESCAPE]).await?;
    page.gone("status-panel").await
}
