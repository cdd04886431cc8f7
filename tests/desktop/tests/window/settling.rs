//! What exchanges bring that somebody has to settle, through the window: two versions side by side, a deed that was
//! not accepted, a document that is added and shown.

use desktop::steps;
use desktop::{Bus, Centre, Computer, KeyStore, Outcome, Page, Window, keys};
use serde_json::json;

use crate::languages::{choose, is_fine};
use crate::{HEAD, OFFICE, PIN, same, scratch, screen};

const AGENT: &str = "unit";

#[tokio::test]
async fn two_versions_a_refused_deed_and_a_document_are_settled_in_the_window() -> Outcome<()> {
    let _screen = screen().await;
    let folder = scratch()?;
    let mut centre = Centre::start(folder.path()).await?;
    centre.add_agent("Unit", AGENT, "a good password", None)?;
    let computer = |name: &str| {
        Computer::new(folder.path(), name, KeyStore::File(folder.path().join(format!("{name}.key"))))
    };
    let (here, there) = (computer("pc1"), computer("pc2"));
    here.enrol(&centre, OFFICE, (HEAD, PIN))?;
    there.enrol(&centre, OFFICE, ("Kavi Bundhoo", PIN))?;
    let reference = something_to_settle(&centre, &here, &there)?;

    let window = Window::open(&here, Bus::Nowhere).await?;
    let page = &window.page;
    steps::sign_in_as(page, HEAD, PIN).await?;
    page.click("go-tasks").await?;
    page.contains("differing", &reference).await?;
    page.contains("differing", "What differs: surname").await?;
    page.reads("task-text", "No water, and the pipe is open").await?;
    is_fine(page, "en", "to-settle").await?;
    page.click("task-again").await?;
    page.contains("task", "It is still not accepted").await?;
    // So that the document waits for as long as somebody looks at it.
    centre.line_down()?;
    complaint_is_settled(page).await?;
    centre.line_up().await?;

    page.click("go-tasks").await?;
    page.click("task-done").await?;
    page.see("tasks-empty").await?;
    is_fine(page, "en", "settled").await?;
    window.close().await?;
    here.ask()?.word("sync").run()?;
    let told = centre.show(&reference)?;
    same("the surname", told["citizen"]["surname"].clone(), json!("Zéphyr"))?;
    same("the documents", told["documents"].as_array().map(Vec::len), Some(1))?;
    let document = here.ask()?.words(["show", &reference]).json()?["documents"][0].clone();
    same("the document at the centre", document["sent"].clone(), json!(true))
}

/// A surname that two people corrected at once, and a subject that was corrected after the complaint was closed.
fn something_to_settle(centre: &Centre, here: &Computer, there: &Computer) -> Outcome<String> {
    let line = json!({
        "category": "Water/No water / low pressure", "text": "Pena dilo depi trwa zour.", "language": "mfe",
        "consent": {"notice": "1"},
        "citizen": {"surname": "Zephir", "other_names": "Lata", "phone": "5700 0265"},
    });
    let reference = here.register(&line.to_string())?[0].0.clone();
    let sync = |computer: &Computer| computer.ask()?.word("sync").run();
    sync(here)?;
    sync(there)?;
    there.ask()?.words(["correct", &reference, "surname", "Zephyr", "--as", "Kavi Bundhoo"]).run()?;
    sync(there)?;
    for to in ["resolved", "closed"] {
        centre.agent(AGENT, &["status", &reference, "--to", to])?;
    }
    here.ask()?.words(["correct", &reference, "surname", "Zéphir", "--as", HEAD]).run()?;
    let subject = "No water, and the pipe is open";
    here.ask()?.words(["correct", &reference, "subject", subject, "--as", HEAD]).run()?;
    sync(here)?;
    Ok(reference)
}

async fn complaint_is_settled(page: &Page) -> Outcome<()> {
    let script = "return document.querySelector('[data-testid=differing] a').getAttribute('href')";
    let address = page.script(script, vec![]).await?;
    page.script("location.hash = arguments[0]", vec![address.clone()]).await?;
    page.contains("differ-surname", "Zephyr").await?;
    page.contains("differ-surname", "Kavi Bundhoo").await?;
    add_a_picture(page).await?;
    page.click("take-keep").await?;
    page.see("document-waiting").await?;
    click_in_the_middle(page, "document-show").await?;
    page.see("document-image").await?;
    let loaded = "const image = document.querySelector('[data-testid=document-image]');
                  return image.decode().then(() => image.naturalWidth)";
    same("the picture’s width", page.script(loaded, vec![]).await?, json!(300))?;
    page.press(&[keys::ESCAPE]).await?;
    page.gone("show").await?;
    is_fine(page, "en", "settling").await?;
    choose(page, "ar-MA").await?;
    is_fine(page, "ar-MA", "settling").await?;
    page.click("go-tasks").await?;
    is_fine(page, "ar-MA", "to-settle").await?;
    choose(page, "en").await?;
    page.script("location.hash = arguments[0]", vec![address]).await?;
    click_in_the_middle(page, "differ-save").await?;
    page.contains("differ-surname", "Choose what is right").await?;
    click_in_the_middle(page, "differ-other").await?;
    page.fill("differ-surname-typed", "Zéphyr").await?;
    click_in_the_middle(page, "differ-save").await?;
    page.gone("differ-surname").await?;
    click_in_the_middle(page, "correct").await?;
    page.see("correct-form").await?;
    is_fine(page, "en", "correcting").await
}

/// A picture is chosen as a clerk would choose a file: the page gets it from the field for files.
async fn add_a_picture(page: &Page) -> Outcome<()> {
    let script = "
        const canvas = Object.assign(document.createElement('canvas'), { width: 300, height: 200 });
        const pen = canvas.getContext('2d');
        pen.fillStyle = '#fff'; pen.fillRect(0, 0, 300, 200);
        pen.fillStyle = '#247'; pen.fillRect(20, 20, 120, 90);
        const data = atob(canvas.toDataURL('image/png').split(',')[1]);
        const bytes = Uint8Array.from(data, (one) => one.charCodeAt(0));
        const files = new DataTransfer();
        files.items.add(new File([bytes], 'Water bill.png', { type: 'image/png' }));
        const field = document.querySelector('[data-testid=document-file]');
        field.files = files.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    page.see("documents").await?;
    page.script(script, vec![]).await.map(drop)
}

/// Clicks what may stand below the foot of the page until it is brought to the middle.
pub(crate) async fn click_in_the_middle(page: &Page, id: &str) -> Outcome<()> {
    page.see(id).await?;
    let script =
        "document.querySelector(`[data-testid=${arguments[0]}]`).scrollIntoView({ block: 'center' })";
    page.script(script, vec![id.into()]).await?;
    page.click(id).await
}
