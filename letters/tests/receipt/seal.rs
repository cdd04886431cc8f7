//! The square code, read back from paper by a decoder that shares nothing with the one that drew it: the printed page is
//! made a picture as a scanner sees it.

use std::io::Write;
use std::process::{Command, Stdio};

use letters::{Paper, Receipt, receipt_pdf};
use locales::Language;

use crate::printed::{keep, text};
use crate::samples::{SEAL, sample};

/// A picture of the first page of `pdf` in grey, at that many dots an inch.
fn picture(pdf: &[u8], dots: u32) -> (usize, usize, Vec<u8>) {
    let mut printer = Command::new("pdftoppm")
        .args(["-gray", "-r", &dots.to_string(), "-f", "1", "-l", "1", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdftoppm of poppler-utils is installed");
    let mut input = printer.stdin.take().expect("the standard input is a pipe");
    let output = std::thread::scope(|scope| {
        scope.spawn(move || input.write_all(pdf).expect("pdftoppm reads its input"));
        printer.wait_with_output().expect("pdftoppm ends")
    });
    // PGM: P5, width, height, 255, each behind one sign of white space, then a byte a dot.
    let mut rest = output.stdout.as_slice();
    let mut word = || {
        let end = rest.iter().position(u8::is_ascii_whitespace).expect("a PGM has a head");
        let word = String::from_utf8_lossy(&rest[..end]).into_owned();
        rest = &rest[end + 1..];
        word
    };
    assert_eq!(word(), "P5");
    let (width, height) = (word().parse().expect("a width"), word().parse().expect("a height"));
    word();
    (width, height, rest.to_vec())
}

fn read(pdf: &[u8], dots: u32) -> Vec<String> {
    let (width, height, picture) = picture(pdf, dots);
    let mut page = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| picture[y * width + x]);
    page.detect_grids().iter().filter_map(|grid| Some(grid.decode().ok()?.1)).collect()
}

#[test]
fn a_decoder_reads_the_code_from_every_paper_in_every_language() {
    for paper in [Paper::A5, Paper::A4, Paper::Roll80] {
        for language in Language::ALL {
            let pdf = receipt_pdf(&sample(language), paper).expect("a receipt can always be printed");
            keep(&format!("receipt-{paper:?}-{language}").to_lowercase(), &pdf);
            // A till printer has 203 dots an inch.
            assert_eq!(read(&pdf, 203), [SEAL], "{paper:?} {language}");
        }
    }
}

#[test]
fn a_receipt_without_a_code_does_not_speak_of_one() {
    let receipt = Receipt { seal: String::new(), ..sample(Language::En) };
    let pdf = receipt_pdf(&receipt, Paper::A5).expect("a receipt can always be printed");
    assert!(read(&pdf, 203).is_empty());
    assert!(!text(&pdf).contains("square code"));
}
