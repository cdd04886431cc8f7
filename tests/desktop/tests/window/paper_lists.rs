//! Lists on paper, and the printers that they go to: none at first, then one for sheets and one for rolls.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use desktop::steps;
use desktop::{Bus, Centre, Computer, KeyStore, Outcome, Page, Trouble, Window, keys};
use serde_json::json;

use crate::languages::{choose, is_fine};
use crate::{HEAD, OFFICE, PIN, same, scratch, screen};

#[tokio::test]
async fn a_list_is_printed_on_the_printer_that_was_chosen_and_without_one_it_is_said_calmly() -> Outcome<()> {
    let _screen = screen().await;
    let folder = scratch()?;
    let mut centre = Centre::start(folder.path()).await?;
    let commands = folder.path().join("commands");
    let here = Computer::new(folder.path(), "pc1", KeyStore::File(folder.path().join("pc1.key")))
        .with_commands(&commands);
    here.enrol(&centre, OFFICE, (HEAD, PIN))?;
    registered(&here)?;
    centre.line_down()?;
    command(&commands, "lpstat", "exit 0")?;
    let window = Window::open(&here, Bus::Nowhere).await?;
    let page = &window.page;
    steps::sign_in_as(page, HEAD, PIN).await?;
    the_list_has_a_line_each(page).await?;
    page.click("print").await?;
    page.contains("print-none", "knows no printer").await?;
    is_fine(page, "en", "no-printer").await?;

    let told = folder.path().join("told");
    command(&commands, "lpstat", "echo Office_A4; echo Counter_80")?;
    command(&commands, "lp", &format!("echo \"$2 $8 $(head -c 5)\" >> {}", told.display()))?;
    printers_are_chosen(page).await?;
    page.click("go-complaints").await?;
    page.click("print-list").await?;
    page.see("receipt-pages").await?;
    page.press(&[keys::CONTROL, 'p']).await?;
    page.contains("print-sent", "Office_A4").await?;
    a_receipt_goes_to_the_roll(page).await?;
    let told =
        std::fs::read_to_string(&told).map_err(|error| Trouble::while_doing("no paper came", error))?;
    same("what came to the printers", told.as_str(), "Office_A4 media=A4 %PDF-\nCounter_80  %PDF-\n")?;
    the_privacy_notice_fits_on_a_sheet(page).await?;
    window.close().await?;
    let noted = here.ask()?.word("exports").json_lines()?;
    same(
        "who took the list along",
        (noted[0]["by"].clone(), noted[0]["format"].clone()),
        (json!(HEAD), json!("print")),
    )
}

fn registered(here: &Computer) -> Outcome<()> {
    let line = |category: &str, surname: &str, text: &str| {
        json!({
            "category": category, "text": text, "language": "mfe", "consent": {"notice": "1"},
            "citizen": {"surname": surname, "phone": "5700 0265", "locality": "Mahébourg"},
        })
        .to_string()
    };
    let lines = [
        line("Water/No water / low pressure", "Zéphir", "Pena dilo depi trwa zour dan nou lari."),
        line("Water/No water / low pressure", "العلوي", "انقطاع الماء منذ يومين"),
        line("Roads/Pothole / resurfacing", "Pentiah", "Enn gro trou lor sime."),
    ];
    here.register(&lines.join("\n")).map(drop)
}

fn command(folder: &Path, name: &str, script: &str) -> Outcome<()> {
    let path = folder.join(name);
    let written = std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(&path, format!("#!/bin/sh\n{script}\n")))
        .and_then(|()| std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)));
    written.map_err(|error| Trouble::while_doing(path.display(), error))
}

async fn the_list_has_a_line_each(page: &Page) -> Outcome<()> {
    page.press(&[keys::CONTROL, 'f']).await?;
    page.type_here("dilo").await?;
    page.contains("complaint-table", "Zéphir").await?;
    page.click("print-list").await?;
    page.see("receipt-pages").await?;
    is_fine(page, "en", "list-paper").await?;
    page.click("back").await?;
    page.contains("complaint-table", "Zéphir").await?;
    page.click("go-complaints").await?;
    page.click("print-list").await?;
    page.see("receipt-pages").await?;
    choose(page, "ar-MA").await?;
    is_fine(page, "ar-MA", "list-paper").await?;
    choose(page, "en").await
}

async fn printers_are_chosen(page: &Page) -> Outcome<()> {
    page.click("go-settings").await?;
    page.see("sheet-printer").await?;
    let script = "
        const select = document.querySelector(`[data-testid=${arguments[0]}]`);
        select.value = arguments[1];
        select.dispatchEvent(new Event('change', { bubbles: true }));";
    page.script(script, vec!["sheet-printer".into(), "Office_A4".into()]).await?;
    page.script(script, vec!["roll-printer".into(), "Counter_80".into()]).await?;
    page.click("settings-save").await?;
    page.contains("settings-said", "The settings are kept").await?;
    is_fine(page, "en", "settings-printers").await?;
    choose(page, "ar-MA").await?;
    is_fine(page, "ar-MA", "settings-printers").await?;
    choose(page, "en").await
}

async fn a_receipt_goes_to_the_roll(page: &Page) -> Outcome<()> {
    page.click("go-complaints").await?;
    page.see("complaint-table").await?;
    let script = "location.hash = document.querySelector('[data-row]').getAttribute('href').replace('complaint', 'receipt')";
    page.script(script, vec![]).await?;
    page.see("receipt-pages").await?;
    let roll = "
        const select = document.querySelector('[data-testid=paper-size]');
        select.value = 'roll80';
        select.dispatchEvent(new Event('change', { bubbles: true }));";
    page.script(roll, vec![]).await?;
    page.has("receipt-pages", "class", "paper paper--roll80").await?;
    page.click("print").await?;
    page.contains("print-sent", "Counter_80").await.map(drop)
}

async fn the_privacy_notice_fits_on_a_sheet(page: &Page) -> Outcome<()> {
    page.click("go-papers").await?;
    page.click("show-privacy").await?;
    page.see("receipt-pages").await?;
    let count = "return document.querySelectorAll('.paper img').length";
    same("the sheets of the notice", page.script(count, vec![]).await?, json!(1))?;
    is_fine(page, "en", "privacy-paper").await
}
