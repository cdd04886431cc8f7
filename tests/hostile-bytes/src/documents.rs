//! What strangers hand over at the counter, changed at random: pictures and PDFs for the decoders of the desk. They run
//! here as in the desk's reading process: on a thread with room, and within the memory that that process may ask for.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use crate::{Decoder, Report, change, judged};

/// The most that reading one document may take, in bytes: the desk's reading process is given no more.
const MOST: usize = 1024 * 1024 * 1024;
/// The stack of the thread that reads, in bytes.
const STACK: usize = 64 * 1024 * 1024;

const PDF: &str = "%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Count 1 /Kids [3 0 R] >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 90 60] /Resources << /Font << /F 4 0 R >> >> /Contents 5 0 R >>
endobj
4 0 obj
<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>
endobj
5 0 obj
<< /Length 56 >>
stream
BT /F 12 Tf 5 40 Td (Water bill) Tj ET 0 0 50 9 re f
endstream
endobj
trailer
<< /Size 6 /Root 1 0 R >>
startxref
0
%%EOF
";

/// Each kind of document, and each thing that the desk does with one.
const DECODERS: [Decoder; 4] = [
    Decoder { name: "a PNG", samples: "png", decode: read, base: MOST, each: 0 },
    Decoder { name: "a JPEG", samples: "jpeg", decode: read, base: MOST, each: 0 },
    Decoder { name: "a WebP", samples: "webp", decode: read, base: MOST, each: 0 },
    Decoder { name: "a PDF", samples: "pdf", decode: read, base: MOST, each: 0 },
];

/// Gives changed documents to the decoders. The same numbers give the same bytes.
pub fn documents(from: u64, runs: u64) -> Report {
    let samples = samples();
    let mut report = Report::over(&DECODERS, runs);
    std::thread::scope(|scope| {
        let reading = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || {
            for number in from..from + runs {
                let mut random = fastrand::Rng::with_seed(number);
                let which = random.usize(..DECODERS.len());
                let bytes = change::changed(&mut random, &samples, DECODERS[which].samples);
                judged(number, &DECODERS, which, &bytes, &mut report);
            }
        });
        let ended = reading.map(std::thread::ScopedJoinHandle::join);
        assert!(matches!(ended, Ok(Ok(()))), "the thread that reads ended early");
    });
    report
}

fn read(bytes: &[u8]) -> bool {
    let policy = complaints::profile::DocumentPolicy::default();
    let shown = office::preview(bytes, &policy, None, 120).is_ok();
    let looked = office::look(bytes, &policy).is_ok();
    let taken = office::capture(bytes, &policy).is_ok();
    let _ = office::pages(bytes);
    shown | looked | taken
}

fn samples() -> Vec<(String, Vec<u8>)> {
    let picture = RgbImage::from_fn(48, 32, |x, y| Rgb([(x * 5) as u8, (y * 7) as u8, 90]));
    let picture = DynamicImage::ImageRgb8(picture);
    let written = |format| {
        let mut bytes = Vec::new();
        // A sample that is empty would be told: nothing of its kind is read then.
        let _ = picture.write_to(&mut Cursor::new(&mut bytes), format);
        bytes
    };
    vec![
        ("png".to_owned(), written(ImageFormat::Png)),
        ("jpeg".to_owned(), written(ImageFormat::Jpeg)),
        ("webp".to_owned(), written(ImageFormat::WebP)),
        ("pdf".to_owned(), PDF.as_bytes().to_vec()),
    ]
}
