//! Documents at the counter: dropped, pasted, chosen, from the scanner; turned and cut with the keyboard, kept, and read
//! again, a PDF page by page.

use std::path::Path;

use desktop::steps;
use desktop::{Bus, Centre, Computer, KeyStore, Outcome, Page, Window, keys};
use serde_json::{Value, json};

use crate::languages::{LANGUAGES, choose, is_fine};
use crate::settling::click_in_the_middle;
use crate::{HEAD, OFFICE, PIN, same, scratch, screen};

const SHIFT_RIGHT: [char; 2] = [keys::SHIFT, '\u{e014}'];
const SHIFT_DOWN: [char; 2] = [keys::SHIFT, keys::DOWN];
const PAGE_DOWN: char = '\u{e00f}';

/// Two pages with large letters; readers find the things in it without a table.
const PDF: &str = "%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Count 2 /Kids [3 0 R 4 0 R] >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 5 0 R >> >> /Contents 6 0 R >>
endobj
4 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 5 0 R >> >> /Contents 7 0 R >>
endobj
5 0 obj
<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>
endobj
6 0 obj
<< /Length 47 >>
stream
BT /F 48 Tf 60 700 Td (Water bill, page 1) Tj ET
endstream
endobj
7 0 obj
<< /Length 47 >>
stream
BT /F 48 Tf 60 700 Td (Water bill, page 2) Tj ET
endstream
endobj
trailer
<< /Size 8 /Root 1 0 R >>
startxref
0
%%EOF
";

/// What all scripts here begin with: a picture of 400 by 200 points as a clerk's file, and ways to hand files over.
const FILES: &str = "
    const picture = async (name, seed) => {
        const canvas = Object.assign(document.createElement('canvas'), { width: 400, height: 200 });
        const pen = canvas.getContext('2d');
        pen.fillStyle = '#fff'; pen.fillRect(0, 0, 400, 200);
        pen.fillStyle = '#247'; pen.fillRect(20 + seed, 20, 160, 60);
        pen.fillStyle = '#111'; pen.font = '28px sans-serif'; pen.fillText('Water bill ' + seed, 40, 150);
        const data = atob(canvas.toDataURL('image/png').split(',')[1]);
        return new File([Uint8Array.from(data, (one) => one.charCodeAt(0))], name, { type: 'image/png' });
    };
    const carried = (...files) => { const all = new DataTransfer(); for (const file of files) all.items.add(file); return all; };
    const dragged = (kind, files) => document.querySelector('[data-testid=documents]').dispatchEvent(
        new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: carried(...files) }));
";

#[tokio::test]
async fn documents_come_in_every_way_and_are_turned_cut_kept_and_read() -> Outcome<()> {
    let _screen = screen().await;
    let folder = scratch()?;
    let mut centre = Centre::start(folder.path()).await?;
    let desk = Computer::new(folder.path(), "desk", KeyStore::File(folder.path().join("desk.key")));
    desk.enrol(&centre, OFFICE, (HEAD, PIN))?;
    let scans = folder.path().join("scans");
    std::fs::create_dir(&scans).map_err(|error| desktop::Trouble::while_doing("scans", error))?;
    desk.ask()?.words(["settings", "set", "--scanner-folder", &scans.to_string_lossy()]).run()?;
    let line = json!({
        "category": "Water/No water / low pressure", "text": "Pena dilo depi trwa zour.", "language": "mfe",
        "consent": {"notice": "1"}, "citizen": {"surname": "Zephir", "other_names": "Lata", "phone": "5700 0265"},
    });
    let reference = desk.register(&line.to_string())?[0].0.clone();
    desk.ask()?.word("sync").run()?;
    centre.line_down()?;

    let window = Window::open(&desk, Bus::Nowhere).await?;
    let page = &window.page;
    open_the_complaint(page, &reference).await?;
    dropped_with_one_that_is_refused(page).await?;
    turned_and_cut_with_the_keyboard(page).await?;
    in_every_language(page).await?;
    pasted_pages_belong_together(page).await?;
    pasted_from_another_program(page).await?;
    from_the_scanner(page, &scans).await?;
    a_pdf_is_read_page_by_page(page).await?;
    without_a_camera(page).await?;
    window.close().await?;
    let desk = desk.with_camera();
    with_a_camera(&desk, &reference).await?;

    centre.line_up().await?;
    desk.ask()?.word("sync").run()?;
    let told = centre.show(&reference)?;
    let names: Vec<_> =
        told["documents"].as_array().into_iter().flatten().map(|one| one["name"].clone()).collect();
    same("the documents at the centre", names.len(), 8)
}

async fn open_the_complaint(page: &Page, reference: &str) -> Outcome<()> {
    steps::sign_in_as(page, HEAD, PIN).await?;
    page.script("location.hash = '#/complaints/all'", vec![]).await?;
    page.contains("complaint-table", reference).await?;
    page.script("document.querySelector('[data-row]').click()", vec![]).await?;
    page.see("documents").await
}

async fn run(page: &Page, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
    page.script(&format!("{FILES}\nreturn (async (words) => {{ {script} }})(arguments);"), arguments).await
}

async fn dropped_with_one_that_is_refused(page: &Page) -> Outcome<()> {
    run(page, "dragged('dragenter', [await picture('Water bill.png', 1)]);", vec![]).await?;
    page.see("drop-here").await?;
    page.must_be_accessible("the place to drop files").await?;
    page.picture("h1-drop-here").await?;
    let word = "const bytes = Uint8Array.from('PK\\x03\\x04....[Content_Types].xml word/', (one) => one.charCodeAt(0)); \
                dragged('drop', [await picture('Water bill.png', 1), new File([bytes], 'Letter.docx')]);";
    run(page, word, vec![]).await?;
    page.see("take").await?;
    page.gone("drop-here").await?;
    page.see("cut-picture").await?;
    page.contains("take-cost", "kB").await?;
    page.must_be_accessible("a page before it is added").await?;
    page.picture("h2-before-it-is-added").await
}

async fn turned_and_cut_with_the_keyboard(page: &Page) -> Outcome<()> {
    page.tab_to("take-turn").await?;
    page.press(&[keys::ENTER]).await?;
    page.tab_to("cut-left").await?;
    page.press(&SHIFT_RIGHT).await?;
    page.has("cut-left", "aria-valuenow", "10").await?;
    page.tab_to("cut-top").await?;
    page.press(&SHIFT_DOWN).await?;
    page.press(&SHIFT_DOWN).await?;
    page.has("cut-top", "aria-valuenow", "20").await?;
    page.picture("h3-turned-and-cut").await?;
    // Leaving it for later loses nothing, and neither does a lock.
    page.click("take-later").await?;
    page.contains("documents-in-hand", "1 page").await?;
    page.contains("document-refusals", "Letter.docx: This is a file of an office program").await?;
    page.picture("h4-in-hand").await?;
    page.press(&[keys::CONTROL, 'l']).await?;
    steps::sign_in(page, PIN).await?;
    click_in_the_middle(page, "documents-continue").await?;
    page.has("cut-top", "aria-valuenow", "20").await
}

async fn in_every_language(page: &Page) -> Outcome<()> {
    for (language, _, _) in LANGUAGES {
        page.click("take-later").await?;
        choose(page, language).await?;
        is_fine(page, language, "documents").await?;
        click_in_the_middle(page, "documents-continue").await?;
        page.see("cut-picture").await?;
        is_fine(page, language, "before-it-is-added").await?;
    }
    page.resize(683, 768).await?;
    is_fine(page, "ar-MA", "before-it-is-added-200-percent").await?;
    page.resize(1366, 768).await?;
    page.click("take-later").await?;
    choose(page, "en").await?;
    click_in_the_middle(page, "documents-continue").await?;
    page.press(&[keys::CONTROL, keys::ENTER]).await?;
    page.gone("take").await?;
    page.see("document-waiting").await?;
    click_in_the_middle(page, "document-show").await?;
    page.see("document-image").await?;
    let size = "const image = document.querySelector('[data-testid=document-image]');
                return image.decode().then(() => [image.naturalWidth, image.naturalHeight])";
    same("turned, then cut", page.script(size, vec![]).await?, json!([180, 320]))?;
    page.must_be_accessible("a document that is shown").await?;
    page.press(&[keys::ESCAPE]).await?;
    page.gone("show").await
}

async fn pasted_pages_belong_together(page: &Page) -> Outcome<()> {
    let paste = "document.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true,
                 clipboardData: carried(await picture('image.png', 7), await picture('two.png', 9)) }));";
    run(page, paste, vec![]).await?;
    page.contains("take", "Page 1 of 2").await?;
    page.fill("take-name", "Identity card").await?;
    page.tab_to("take-keep").await?;
    page.press(&[PAGE_DOWN]).await?;
    page.contains("take", "Page 2 of 2").await?;
    is_fine(page, "en", "two-pages").await?;
    page.click("take-keep").await?;
    page.gone("take").await?;
    page.contains("documents", "Identity card 1/2").await?;
    page.contains("documents", "Identity card 2/2").await.map(drop)
}

/// What a program for pictures has put into the clipboard of the system, with the keys that everybody knows.
async fn pasted_from_another_program(page: &Page) -> Outcome<()> {
    // A page may write there only while somebody clicks.
    let copy = "const file = await picture('x.png', 40);
                const write = () => { window.copied = navigator.clipboard.write([new ClipboardItem({ 'image/png': file })]); };
                document.addEventListener('click', write, { once: true });";
    run(page, copy, vec![]).await?;
    page.click("page-title").await?;
    run(page, "await window.copied;", vec![]).await?;
    page.press(&[keys::CONTROL, 'v']).await?;
    page.see("cut-picture").await?;
    page.fill("take-name", "From the clipboard").await?;
    page.click("take-keep").await?;
    page.gone("take").await?;
    page.contains("documents", "From the clipboard").await.map(drop)
}

async fn from_the_scanner(page: &Page, scans: &Path) -> Outcome<()> {
    let data = "const file = await picture('x.png', 30); return btoa(String.fromCharCode(...new Uint8Array(await file.arrayBuffer())));";
    let scan = run(page, data, vec![]).await?;
    let bytes = from_base64(scan.as_str().unwrap_or_default());
    let failed = |error| desktop::Trouble::while_doing("the scanner’s folder", error);
    std::fs::write(scans.join("Scan 0001.png"), bytes).map_err(failed)?;
    page.see("scan-take").await?;
    page.contains("scan", "Scan 0001.png").await?;
    page.script(
        "document.querySelector('[data-testid=scanner]').scrollIntoView({ block: 'center' })",
        vec![],
    )
    .await?;
    is_fine(page, "en", "from-the-scanner").await?;
    click_in_the_middle(page, "scan-take").await?;
    page.see("cut-picture").await?;
    page.click("take-keep").await?;
    page.gone("take").await?;
    page.gone("scan").await?;
    same("the file stays in the folder", scans.join("Scan 0001.png").exists(), true)?;
    click_in_the_middle(page, "scanner-all").await?;
    click_in_the_middle(page, "scan-delete").await?;
    page.must_be_accessible("asked whether a scan is to be deleted").await?;
    page.picture("h5-delete-the-scan").await?;
    click_in_the_middle(page, "scan-delete-yes").await?;
    page.gone("scan-done").await?;
    same("the file has gone at the clerk’s word", scans.join("Scan 0001.png").exists(), false)
}

async fn a_pdf_is_read_page_by_page(page: &Page) -> Outcome<()> {
    let chosen = "const field = document.querySelector('[data-testid=document-file]');
                  field.files = carried(new File([words[0]], 'Bill of March.pdf', { type: 'application/pdf' })).files;
                  field.dispatchEvent(new Event('change', { bubbles: true }));";
    run(page, chosen, vec![json!(PDF)]).await?;
    page.see("take-first").await?;
    is_fine(page, "en", "a-pdf-before-it-is-added").await?;
    page.click("take-keep").await?;
    page.gone("take").await?;
    let show = "[...document.querySelectorAll('[data-testid=document]')].find((one) => one.innerText.includes('Bill of March'))
                .querySelector('[data-testid=document-show]').click()";
    page.script(show, vec![]).await?;
    page.see("document-image").await?;
    page.contains("show-page", "Page 1 of 2").await?;
    page.press(&[PAGE_DOWN]).await?;
    page.contains("show-page", "Page 2 of 2").await?;
    page.press(&['+']).await?;
    is_fine(page, "en", "a-pdf-that-is-shown").await?;
    page.press(&[keys::ESCAPE]).await?;
    page.gone("show").await
}

async fn without_a_camera(page: &Page) -> Outcome<()> {
    click_in_the_middle(page, "document-camera").await?;
    page.contains("camera-away", "No camera can be used here.").await?;
    is_fine(page, "en", "no-camera").await?;
    page.click("camera-close").await?;
    page.gone("camera").await
}

/// Two pages from a camera, one after the other; then it is off.
async fn with_a_camera(desk: &Computer, reference: &str) -> Outcome<()> {
    let window = Window::open(desk, Bus::Nowhere).await?;
    let page = &window.page;
    open_the_complaint(page, reference).await?;
    for language in ["fr", "mfe", "ar-MA", "en"] {
        choose(page, language).await?;
        click_in_the_middle(page, "document-camera").await?;
        page.has("camera-take", "aria-disabled", "false").await?;
        is_fine(page, language, "camera").await?;
        page.click("camera-close").await?;
        page.gone("camera").await?;
    }
    click_in_the_middle(page, "document-camera").await?;
    page.has("camera-take", "aria-disabled", "false").await?;
    page.click("camera-take").await?;
    page.contains("camera-done", "1").await?;
    page.click("camera-take").await?;
    page.contains("camera-done", "2").await?;
    page.script(
        "window.track = document.querySelector('[data-testid=camera] video').srcObject.getTracks()[0]",
        vec![],
    )
    .await?;
    page.click("camera-done").await?;
    page.contains("take", "Page 1 of 2").await?;
    let state = page.script("return window.track.readyState", vec![]).await?;
    same("the camera", state, json!("ended"))?;
    page.fill("take-name", "The broken pipe").await?;
    page.click("take-keep").await?;
    page.gone("take").await?;
    page.contains("documents", "The broken pipe 2/2").await?;
    window.close().await
}

fn from_base64(text: &str) -> Vec<u8> {
    let value = |sign: u8| match sign {
        b'A'..=b'Z' => sign - b'A',
        b'a'..=b'z' => sign - b'a' + 26,
        b'0'..=b'9' => sign - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let signs: Vec<u8> = text.bytes().filter(|sign| *sign != b'=').map(value).collect();
    let bits = signs.iter().flat_map(|sign| (0..6).rev().map(move |bit| sign >> bit & 1)).collect::<Vec<_>>();
    bits.chunks_exact(8).map(|byte| byte.iter().fold(0, |all, bit| all << 1 | bit)).collect()
}
