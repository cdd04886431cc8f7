//! The process that reads documents dies behind the open window: it is said calmly, the window and the other documents go
//! on, and a document can be added again.

use desktop::steps;
use desktop::{Bus, Centre, Computer, KeyStore, Outcome, Page, Window};
use serde_json::json;

use crate::languages::is_fine;
use crate::{HEAD, OFFICE, PIN, same, scratch, screen};

/// So many times a page is painted over that reading it takes a while, and its process can be met meanwhile.
const MANY_COATS: usize = 400;

/// A page that is painted over so many times, which is how long it takes to draw.
fn painted(coats: usize) -> String {
    let content = "0.2 0.4 0.6 rg 0 0 595 842 re f\n".repeat(coats);
    format!(
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n\
         2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n\
         3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 4 0 R >>\nendobj\n\
         4 0 obj\n<< /Length {} >>\nstream\n{content}\nendstream\nendobj\n\
         trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n",
        content.len()
    )
}

#[tokio::test]
async fn a_reader_that_is_killed_takes_neither_the_window_nor_the_document_with_it() -> Outcome<()> {
    let _screen = screen().await;
    let folder = scratch()?;
    let mut centre = Centre::start(folder.path()).await?;
    let here = Computer::new(folder.path(), "pc1", KeyStore::File(folder.path().join("pc1.key")));
    here.enrol(&centre, OFFICE, (HEAD, PIN))?;
    let line = json!({
        "category": "Water/No water / low pressure", "text": "Pena dilo depi trwa zour.", "language": "mfe",
        "consent": {"notice": "1"}, "citizen": {"surname": "Zephir", "phone": "5700 0265"},
    });
    let reference = here.register(&line.to_string())?[0].0.clone();
    centre.line_down()?;
    let window = Window::open(&here, Bus::Nowhere).await?;
    let page = &window.page;
    steps::sign_in_as(page, HEAD, PIN).await?;
    page.script("location.hash = '#/complaints/all'", vec![]).await?;
    page.contains("complaint-table", &reference).await?;
    page.script("document.querySelector('[data-row]').click()", vec![]).await?;
    page.see("documents").await?;

    add(page, &painted(MANY_COATS)).await?;
    window.kill_its_reader().await?;
    page.contains("document-refusals", "Plan.pdf: Reading the file was cut short. Nothing is lost").await?;
    is_fine(page, "en", "reader-killed").await?;

    // The window lives, and so does the desk behind it.
    page.click("write-note").await?;
    page.type_here("He brings the plan.").await?;
    page.click("save-note").await?;
    page.contains("step-noted", "He brings the plan.").await?;

    add(page, &painted(1)).await?;
    page.see("take-first").await?;
    page.click("take-keep").await?;
    page.gone("take").await?;
    page.contains("documents", "Plan").await?;
    window.close().await?;
    let told = here.ask()?.words(["show", &reference]).json()?;
    same("the documents", told["documents"].as_array().map(Vec::len), Some(1))
}

/// Chooses a file as a clerk would.
async fn add(page: &Page, content: &str) -> Outcome<()> {
    let script = "
        const files = new DataTransfer();
        files.items.add(new File([arguments[0]], 'Plan.pdf', { type: 'application/pdf' }));
        const field = document.querySelector('[data-testid=document-file]');
        field.files = files.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    page.script(script, vec![json!(content)]).await.map(drop)
}
