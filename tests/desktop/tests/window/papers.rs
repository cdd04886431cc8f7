//! Letters, the register of a day, and a receipt that is brought back, through the window with the line down.

use desktop::steps;
use desktop::{Bus, Centre, Computer, KeyStore, Outcome, Page, Window, keys};
use serde_json::{Value, json};

use crate::languages::{choose, is_fine};
use crate::{HEAD, OFFICE, PIN, same, scratch, screen};

#[tokio::test]
async fn a_receipt_is_checked_and_letters_are_shown_without_a_line() -> Outcome<()> {
    let _screen = screen().await;
    let folder = scratch()?;
    let mut centre = Centre::start(folder.path()).await?;
    let computer = Computer::new(folder.path(), "pc1", KeyStore::File(folder.path().join("pc1.key")));
    computer.enrol(&centre, OFFICE, (HEAD, PIN))?;
    let line = json!({
        "category": "Water/No water / low pressure", "text": "Pena dilo depi trwa zour.", "language": "mfe",
        "consent": {"notice": "1"},
        "citizen": {"surname": "Zephir", "other_names": "Lata", "phone": "5700 0265", "locality": "Mahébourg"},
    });
    let reference = computer.register(&line.to_string())?[0].0.clone();
    let pdf = folder.path().join("receipt.pdf");
    let receipt = pdf.to_string_lossy().into_owned();
    computer.ask()?.words(["receipt", &reference, "--paper", "roll80", "--out", &receipt]).run()?;
    let code = read_code(&std::fs::read(&pdf).unwrap_or_default());
    let told = computer.ask()?.words(["receipt", "verify", &code]).json()?;
    same("the outcome at the command line", told["outcome"].clone(), json!("genuine"))?;
    centre.line_down()?;

    let window = Window::open(&computer, Bus::Nowhere).await?;
    let page = &window.page;
    steps::sign_in_as(page, HEAD, PIN).await?;
    page.click("go-papers").await?;
    page.click("scanned").await?;
    // A hand scanner types the text and ends with Enter.
    page.type_here(&code).await?;
    page.press(&[keys::ENTER]).await?;
    page.has("checked", "data-outcome", "genuine").await?;
    page.contains("claims", &reference).await?;
    is_fine(page, "en", "receipt-genuine").await?;
    page.fill("scanned", &code.replace("GC1:", "HC1:")).await?;
    page.press(&[keys::ENTER]).await?;
    page.has("checked", "data-outcome", "not_a_receipt").await?;
    page.fill("scanned", &code).await?;
    page.press(&[keys::ENTER]).await?;
    page.has("checked", "data-outcome", "genuine").await?;
    choose(page, "ar-MA").await?;
    is_fine(page, "ar-MA", "papers").await?;
    choose(page, "en").await?;
    page.click("open-checked").await?;
    page.contains("reference", &reference).await?;
    letters_are_shown(page).await?;

    page.click("go-papers").await?;
    page.fill("paper-day", "yesterday").await?;
    page.click("show-day").await?;
    page.contains("paper-day-error", "in figures").await?;
    page.fill("paper-month", "11/2026").await?;
    page.click("show-month").await?;
    page.see("receipt-pages").await?;
    is_fine(page, "en", "month-report").await?;
    window.close().await
}

async fn letters_are_shown(page: &Page) -> Outcome<()> {
    page.click("letters-of").await?;
    page.see("letter-acknowledgement").await?;
    is_fine(page, "en", "letters").await?;
    page.click("letter-acknowledgement").await?;
    page.see("receipt-pages").await?;
    same("the pages of the letter", images(page).await?, json!(1))?;
    is_fine(page, "en", "letter").await?;
    page.click("back").await?;
    choose(page, "ar-MA").await?;
    page.see("letter-hand_over").await?;
    is_fine(page, "ar-MA", "letters").await?;
    page.click("letter-hand_over").await?;
    page.see("receipt-pages").await?;
    is_fine(page, "ar-MA", "letter").await?;
    choose(page, "en").await
}

/// How many pages are there and can be drawn.
async fn images(page: &Page) -> Outcome<Value> {
    let script = "const images = [...document.querySelectorAll('.paper img')];
                  return Promise.all(images.map((image) => image.decode())).then(() => images.length)";
    page.script(script, vec![]).await
}

/// The square code of a printed receipt, as a scanner sees it: the page as a picture, read by a decoder that shares
/// nothing with the program.
fn read_code(pdf: &[u8]) -> String {
    use std::io::Write;
    use std::process::{Command, Stdio};
    let mut printer = Command::new("pdftoppm")
        .args(["-gray", "-r", "203", "-f", "1", "-l", "1", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdftoppm of poppler-utils is installed");
    printer.stdin.take().expect("a pipe").write_all(pdf).expect("pdftoppm reads its input");
    let picture = printer.wait_with_output().expect("pdftoppm ends").stdout;
    let head: Vec<&[u8]> = picture.splitn(5, u8::is_ascii_whitespace).collect();
    let number =
        |at: usize| std::str::from_utf8(head[at]).expect("a head of a PGM").parse().expect("a number");
    let (width, height): (usize, usize) = (number(1), number(2));
    let dots = &picture[picture.len() - width * height..];
    let mut page = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| dots[y * width + x]);
    let grids = page.detect_grids();
    grids.first().expect("a square code on the receipt").decode().expect("it can be read").1
}
