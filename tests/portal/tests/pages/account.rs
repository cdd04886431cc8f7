//! A citizen with an account: made by a code that comes by e-mail, its number confirmed by a receipt of an office, with all
//! that was registered there; a document sent, an answer rated, taken up again, the data taken along, the account closed. No
//! page of it carries a script.

use std::path::Path;

use desktop::{Browser, Centre, Computer, KeyStore, Outcome, Page, Trouble};
use portal::{Mailbox, Receipt, UNIT, WATER};
use serde_json::json;

use crate::every_page::is_fine;
use crate::filing::photo;
use crate::{same, scratch};

const PASSWORD: &str = "filao lagon 2026";

#[tokio::test]
async fn a_citizen_keeps_an_account_from_the_first_code_to_the_end() -> Outcome<()> {
    let folder = scratch()?;
    let mailbox = Mailbox::open()?;
    let centre = Centre::start_with_mail(folder.path(), &mailbox.url()).await?;
    centre.add_agent(UNIT.0, UNIT.1, UNIT.2, None)?;
    centre.add_agent(WATER.0, WATER.1, WATER.2, Some("CWA"))?;
    let photo = photo(folder.path())?;
    let url = centre.url();
    for (at, language) in ["en", "ar-MA"].into_iter().enumerate() {
        let citizen = Citizen::new(at, language);
        let receipts = registered(&centre, folder.path(), &citizen)?;
        let [one, other] = receipts.as_slice() else { return Err(Trouble::new("two were registered")) };
        let browser = Browser::open(folder.path(), &format!("account-{language}"), language).await?;
        let page = &browser.page;
        made(page, &url, &citizen, &mailbox).await?;
        confirmed(page, &citizen, one, other).await?;
        helped(page, &centre, language, other, &photo).await?;
        taken_along(page, &url, &citizen, other).await?;
        closed(page, &url, &citizen, other).await?;
        browser.close().await?;
    }
    Ok(())
}

struct Citizen {
    language: &'static str,
    email: String,
    number: String,
    office: &'static str,
}

impl Citizen {
    fn new(at: usize, language: &'static str) -> Self {
        let office = ["12", "13"][at];
        let number = format!("L01028030012{}", ["34", "42"][at]);
        Self { language, email: format!("jean.{at}@example.mu"), number, office }
    }
}

/// What the citizen's office has registered before there was an account: two complaints with the same identity number.
fn registered(centre: &Centre, folder: &Path, citizen: &Citizen) -> Outcome<Vec<Receipt>> {
    let name = format!("office-{}", citizen.office);
    let office = Computer::new(folder, &name, KeyStore::File(folder.join(format!("{name}.key"))));
    office.enrol(centre, citizen.office, ("Anousha Ramdin", "480213"))?;
    let person = json!({ "surname": "Lafleur", "other_names": "Jean-Noël", "nic": citizen.number });
    let line = |text: &str| {
        let line = json!({
            "kind": "complaint", "category": "Water/Leak / burst pipe", "text": text, "language": "mfe",
            "citizen": person, "consent": {"notice": "1"},
        });
        format!("{line}\n")
    };
    let lines = ["Tiyo pete divan lakaz.", "Kont-er dilo pe koule depi zedi."].map(line).concat();
    let receipts = office.register(&lines)?;
    office.ask()?.word("sync").run()?;
    Ok(receipts.into_iter().map(|(reference, access_code)| Receipt { reference, access_code }).collect())
}

async fn made(page: &Page, url: &str, citizen: &Citizen, mailbox: &Mailbox) -> Outcome<()> {
    page.go(&format!("{url}/account/new?lang={}", citizen.language)).await?;
    page.fill("surname", "Lafleur").await?;
    page.fill("other_names", "Jean-Noël").await?;
    page.fill("nic", &citizen.number).await?;
    page.fill("reached", &citizen.email).await?;
    page.fill("password", PASSWORD).await?;
    page.click("do").await?;
    page.see("form-confirm").await?;
    let code = mailbox.code(&citizen.email, 1).await?;
    let wrong = if code == "123456" { "654321" } else { "123456" };
    page.fill("code", wrong).await?;
    page.click("do").await?;
    page.see("error-summary").await?;
    page.fill("code", &code).await?;
    page.click("do").await?;
    page.contains("account-name", "Jean-Noël Lafleur").await?;
    page.see("empty").await?;
    is_fine(page, citizen.language, "mine-new").await
}

/// The number counts once a receipt of an office with that number is shown; then everything of that number appears.
async fn confirmed(page: &Page, citizen: &Citizen, one: &Receipt, other: &Receipt) -> Outcome<()> {
    page.click("confirm-identity").await?;
    page.see("form-identity").await?;
    page.fill("reference", &one.reference).await?;
    page.fill("code", "K7PM-3XQT").await?;
    page.click("do").await?;
    page.see("error-summary").await?;
    is_fine(page, citizen.language, "mine-identity").await?;
    page.fill("reference", &one.reference).await?;
    page.fill("code", &one.access_code).await?;
    page.click("do").await?;
    page.see(&format!("case-{}", other.reference)).await?;
    page.see(&format!("case-{}", one.reference)).await?;
    is_fine(page, citizen.language, "mine-confirmed").await
}

async fn helped(
    page: &Page,
    centre: &Centre,
    language: &str,
    receipt: &Receipt,
    photo: &Path,
) -> Outcome<()> {
    let reference = receipt.reference.as_str();
    centre.agent(UNIT.1, &["route", reference, "--to", "CWA"])?;
    centre.agent(WATER.1, &["status", reference, "--to", "waiting_documents"])?;
    page.click(&format!("case-{reference}")).await?;
    page.reads("reference", reference).await?;
    page.click("deed-documents").await?;
    page.fill("files", &photo.display().to_string()).await?;
    page.click("do").await?;
    page.see("done").await?;
    centre.agent(WATER.1, &["answer", reference, "--text", "The meter is mended.", "--definitive"])?;
    page.go(&page.address().await?).await?;
    page.contains("story", "The meter is mended.").await?;
    page.click("deed-rate").await?;
    page.click("stars-4").await?;
    page.click("do").await?;
    page.see("done").await?;
    page.click("deed-reopen").await?;
    page.fill("text", "It leaks again.").await?;
    page.click("do").await?;
    page.contains("story", "It leaks again.").await?;
    is_fine(page, language, "mine-case").await
}

async fn taken_along(page: &Page, url: &str, citizen: &Citizen, receipt: &Receipt) -> Outcome<()> {
    page.go(&format!("{url}/mine")).await?;
    page.click("to-data").await?;
    page.see("documents").await?;
    is_fine(page, citizen.language, "mine-data").await?;
    let ask = "const ask = new XMLHttpRequest(); ask.open('GET', '/mine/data.json', false); ask.send();
               return JSON.parse(ask.responseText)";
    let data = page.script(ask, vec![]).await?;
    same("the address", &data["account"]["email"], &citizen.email.as_str().into())?;
    let all = data.to_string();
    for held in [receipt.reference.as_str(), "It leaks again.", "The meter is mended."] {
        same(held, all.contains(held), true)?;
    }
    Ok(())
}

async fn closed(page: &Page, url: &str, citizen: &Citizen, receipt: &Receipt) -> Outcome<()> {
    page.go(&format!("{url}/mine")).await?;
    page.click("to-close").await?;
    page.fill("password", "not this one at all").await?;
    page.click("do").await?;
    page.see("error-summary").await?;
    is_fine(page, citizen.language, "mine-close").await?;
    page.fill("password", PASSWORD).await?;
    page.click("do").await?;
    page.gone("form-close").await?;
    is_fine(page, citizen.language, "mine-closed").await?;
    page.go(&format!("{url}/account/sign-in")).await?;
    page.fill("reached", &citizen.email).await?;
    page.fill("password", PASSWORD).await?;
    page.click("do").await?;
    page.see("error-summary").await?;
    // The complaint stays with those who deal with it, and with whoever has its code.
    page.go(&format!("{url}/follow")).await?;
    page.fill("reference", &receipt.reference).await?;
    page.fill("code", &receipt.access_code).await?;
    page.click("follow-button").await?;
    page.contains("story", "It leaks again.").await.map(drop)
}
