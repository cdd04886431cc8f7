//! What is taken and what is refused; turning and cutting against a plain reckoning; bytes that mean harm.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat};
use proptest::prelude::{Strategy, any, proptest};

use super::*;

fn policy() -> DocumentPolicy {
    DocumentPolicy { largest_bytes: 5_000_000, ..DocumentPolicy::default() }
}

fn png_of(picture: &DynamicImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
    bytes
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let picture = image::RgbaImage::from_fn(width, height, |x, y| {
        image::Rgba([(x % 251) as u8, (y % 241) as u8, 90, if x < width / 2 { 0 } else { 255 }])
    });
    png_of(&picture.into())
}

/// A JPEG that says in its EXIF part how it was held, and where.
fn jpeg_held(orientation: u8) -> Vec<u8> {
    let mut picture = image::RgbImage::from_pixel(80, 40, image::Rgb([250; 3]));
    // A mark in the corner at the upper left.
    for (x, y) in (0..16).flat_map(|x| (0..8).map(move |y| (x, y))) {
        picture.put_pixel(x, y, image::Rgb([10, 10, 200]));
    }
    let mut plain = Vec::new();
    picture.write_to(&mut Cursor::new(&mut plain), ImageFormat::Jpeg).unwrap();
    let exif = [
        b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".as_slice(),
        &[orientation],
        b"\0\0\0\0\0\0GPS-SECRET",
    ]
    .concat();
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&plain[..2], b"\xff\xe1", &length, &exif, &plain[2..]].concat()
}

/// A PDF of that many pages, with further things in it; its catalog has the entries.
fn pdf(pages: usize, catalog: &str, more: &[&str]) -> Vec<u8> {
    let kids: Vec<String> = (0..pages).map(|page| format!("{} 0 R", 10 + 2 * page)).collect();
    let mut things = vec![
        (1, format!("<< /Type /Catalog /Pages 2 0 R {catalog} >>")),
        (2, format!("<< /Type /Pages /Count {pages} /Kids [{}] >>", kids.join(" "))),
        (3, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned()),
    ];
    things.extend(more.iter().enumerate().map(|(at, thing)| (4 + at, (*thing).to_owned())));
    for page in 0..pages {
        let at = 10 + 2 * page;
        let resources = "/Resources << /Font << /F 3 0 R >> >>";
        things.push((
            at,
            format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] {resources} /Contents {} 0 R >>",
                at + 1
            ),
        ));
        let content = format!("BT /F 24 Tf 20 250 Td (Page {}) Tj ET 0 0 0 rg 0 0 100 20 re f", page + 1);
        things.push((at + 1, format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len())));
    }
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut table = String::new();
    for (number, thing) in &things {
        table.push_str(&format!("{number} 1\n{:010} 00000 n \n", bytes.len()));
        bytes.extend(format!("{number} 0 obj\n{thing}\nendobj\n").bytes());
    }
    let at = bytes.len();
    let size = 12 + 2 * pages;
    bytes.extend(format!("xref\n0 1\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n").bytes());
    bytes
}

fn read(captured: &Captured) -> DynamicImage {
    image::load_from_memory(&captured.content).unwrap()
}

#[test]
fn a_picture_becomes_a_grey_jpeg_of_the_size_of_a_page() {
    let captured = capture(&png(1200, 1800), &policy()).unwrap();
    assert_eq!((captured.media_type, captured.pixels), ("image/jpeg", Some((1169, 1754))));
    assert_eq!(read(&captured).color(), image::ColorType::L8);
    // What was transparent is white as paper.
    assert!(read(&captured).to_luma8().get_pixel(10, 10).0[0] > 240);
}

#[test]
fn colour_is_kept_where_the_profile_says_so_or_lets_the_clerk_say_so() {
    let in_colour = Adjustment { colour: true, ..Adjustment::default() };
    let colour = |policy: &DocumentPolicy, wish| {
        read(&capture_adjusted(&png(300, 200), policy, &wish).unwrap()).color() == image::ColorType::Rgb8
    };
    assert!(colour(&DocumentPolicy { grey: false, ..policy() }, Adjustment::default()));
    assert!(!colour(&policy(), in_colour), "the profile does not let the clerk choose");
    let choice = DocumentPolicy { photos_in_colour: true, ..policy() };
    assert!(colour(&choice, in_colour));
    assert!(!colour(&choice, Adjustment::default()));
}

#[test]
fn a_picture_is_as_it_was_held_and_says_no_more_where_it_was_taken() {
    for (orientation, size, mark) in
        [(1, (80, 40), (4, 4)), (3, (80, 40), (76, 36)), (6, (40, 80), (36, 4)), (8, (40, 80), (4, 76))]
    {
        let bytes = jpeg_held(orientation);
        assert_eq!(look(&bytes, &policy()), Ok(Looked::Picture(size.0, size.1)), "{orientation}");
        for keep_original in [false, true] {
            let captured = capture(&bytes, &DocumentPolicy { keep_original, ..policy() }).unwrap();
            assert_eq!(captured.pixels, Some(size), "{orientation}");
            assert!(read(&captured).to_luma8().get_pixel(mark.0, mark.1).0[0] < 100, "{orientation}");
            assert!(!captured.content.windows(10).any(|window| window == b"GPS-SECRET"));
            assert!(!captured.content.windows(4).any(|window| window == b"Exif"));
        }
    }
}

#[test]
fn what_hangs_on_a_picture_is_gone() {
    let mut polyglot = png(300, 200);
    polyglot.extend_from_slice(b"<script>alert(1)</script>PK\x03\x04");
    for keep_original in [false, true] {
        let captured = capture(&polyglot, &DocumentPolicy { keep_original, ..policy() }).unwrap();
        assert!(!captured.content.windows(7).any(|window| window == b"<script"));
    }
    let fine = capture(&polyglot, &DocumentPolicy { keep_original: true, ..policy() }).unwrap();
    assert_eq!(
        (read(&fine).to_rgba8(), fine.media_type),
        (image::load_from_memory(&png(300, 200)).unwrap().to_rgba8(), "image/png")
    );
}

#[test]
fn a_pdf_is_kept_as_it_is_and_half_a_pdf_is_refused() {
    let whole = pdf(2, "", &[]);
    let captured = capture(&whole, &policy()).unwrap();
    assert_eq!((captured.media_type, captured.pages), ("application/pdf", Some(2)));
    assert_eq!(captured.content, whole);
    assert_eq!(
        capture(&whole[..whole.len() / 2], &policy()),
        Err(CaptureError::Damaged("the PDF has no end".to_owned()))
    );
    let empty = capture(b"%PDF-1.7\nstartxref\n9\n%%EOF\n", &policy());
    assert!(matches!(empty, Err(CaptureError::Damaged(_))), "{empty:?}");
    assert_eq!(
        capture(&pdf(201, "", &[]), &policy()),
        Err(CaptureError::ManyPages { pages: 201, most: 200 })
    );
}

#[test]
fn a_pdf_that_could_act_is_taken_as_pictures_of_its_pages_only() {
    let acting = [
        pdf(2, "/OpenAction 4 0 R", &["<< /S /JavaScript /JS (app.alert\\(1\\)) >>"]),
        pdf(2, "/OpenAction << /S /Launch /F (calc.exe) >>", &[]),
        pdf(
            2,
            "/Names << /EmbeddedFiles 4 0 R >>",
            &["<< /Names [(a) 5 0 R] >>", "<< /Type /Filespec /EF << /F 6 0 R >> >>"],
        ),
        pdf(2, "/AcroForm << /Fields [] /XFA [(a) 4 0 R] >>", &["<< >>"]),
        // Written so that a plain search does not find it.
        pdf(2, "/OpenAction << /#53 /#4aava#53cript /J#53 4 0 R >>", &["(this.print)"]),
        pdf(2, "/Extra [[[<< /S /SubmitForm >>]]]", &[]),
    ];
    for bytes in acting {
        assert_eq!(look(&bytes, &policy()), Ok(Looked::ActingPdf(2)), "{}", String::from_utf8_lossy(&bytes));
        assert_eq!(capture(&bytes, &policy()), Err(CaptureError::Acts));
        let second = Adjustment { page: Some(1), ..Adjustment::default() };
        let small = DocumentPolicy { longest_side: 200, ..policy() };
        let captured = capture_adjusted(&bytes, &small, &second).unwrap();
        assert_eq!((captured.media_type, captured.pages), ("image/jpeg", None));
        assert!(!captured.content.windows(6).any(|window| window == b"Launch" || window == b"Script"));
    }
    let quiet = pdf(
        1,
        "/OpenAction [10 0 R /Fit] /PageMode /UseOutlines",
        &["<< /S /URI /URI (https://example.org) >>"],
    );
    assert_eq!(
        look(&quiet, &policy()),
        Ok(Looked::Pdf(1)),
        "a link and a place to begin do nothing by themselves"
    );
    let long = pdf(21, "/OpenAction << /S /Launch >>", &[]);
    assert_eq!(look(&long, &policy()), Err(CaptureError::ManyPages { pages: 21, most: 20 }));
}

#[test]
fn a_page_of_a_pdf_is_drawn_with_its_letters_and_within_bounds() {
    let bytes = pdf(2, "", &[]);
    assert_eq!(pages(&bytes), Ok(2));
    let picture = image::load_from_memory(&draw_page(&bytes, 1, 600).unwrap()).unwrap().to_luma8();
    assert_eq!(picture.dimensions(), (400, 600));
    assert!(picture.get_pixel(20, 590).0[0] < 60, "the bar at the foot");
    let dark = picture.enumerate_pixels().filter(|(_, y, pixel)| *y < 120 && pixel.0[0] < 100).count();
    assert!(dark > 100, "the letters, whose font is not in the file: {dark}");
    assert!(matches!(draw_page(&bytes, 2, 600), Err(CaptureError::Damaged(_))));
    let wide = image::load_from_memory(&draw_page(&bytes, 0, u32::MAX).unwrap()).unwrap();
    assert_eq!(wide.height(), LONGEST_SHOWN);
}

#[test]
fn nothing_else_is_taken_whatever_it_is_called_and_the_reason_says_what_to_do() {
    for bytes in [&b"MZ\x90\x00"[..], b"<html>", b"GIF89a\x01\x00\x01\x00", b"PK\x03\x04", b"\x00"] {
        assert!(matches!(capture(bytes, &policy()), Err(CaptureError::Kind(_))), "{bytes:?}");
    }
    let zip = |inside: &str| [b"PK\x03\x04\x14\0\x06\0", inside.as_bytes()].concat();
    for (bytes, code) in [
        (b"\0\0\0\x18ftypheic\0\0\0\0".to_vec(), "document_heic"),
        (zip("[Content_Types].xml word/document.xml"), "document_office"),
        (zip("mimetypeapplication/vnd.oasis.opendocument.text"), "document_office"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0".to_vec(), "document_office"),
        (b"{\\rtf1 words}".to_vec(), "document_office"),
        (b"II*\0\x08\0\0\0".to_vec(), "document_tiff"),
        (Vec::new(), "document_empty"),
        (pdf(1, "/Names << /EmbeddedFiles 4 0 R >>", &["<< >>"]), "document_acts"),
    ] {
        assert_eq!(capture(&bytes, &policy()).unwrap_err().code(), code);
    }
    let no_pictures = DocumentPolicy { media_types: vec!["application/pdf".to_owned()], ..policy() };
    assert_eq!(capture(&png(9, 9), &no_pictures), Err(CaptureError::Kind("application/pdf".to_owned())));
}

#[test]
fn a_pdf_with_a_password_is_told_apart_from_a_damaged_one() {
    let lock = "<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A> \
                /U <0000000000000000000000000000000000000000000000000000000000000000> >>";
    let text = String::from_utf8(pdf(1, "", &[lock])).unwrap();
    let locked = text.replace("/Root 1 0 R", "/Root 1 0 R /Encrypt 4 0 R /ID [<aa> <aa>]");
    assert_eq!(look(locked.as_bytes(), &policy()), Err(CaptureError::Locked));
}

#[test]
fn what_is_too_large_or_says_that_it_is_endless_is_refused() {
    let small = DocumentPolicy { largest_bytes: 100, ..policy() };
    assert!(matches!(capture(&png(99, 99), &small), Err(CaptureError::TooLarge { most: 100, .. })));
    // A PNG of a few bytes that claims 60,000 × 60,000 pixels.
    let mut bomb = png(9, 9);
    bomb[16..20].copy_from_slice(&60_000u32.to_be_bytes());
    bomb[20..24].copy_from_slice(&60_000u32.to_be_bytes());
    assert!(matches!(look(&bomb, &policy()), Err(CaptureError::Damaged(_) | CaptureError::Huge { .. })));
    assert!(matches!(capture(&bomb, &policy()), Err(CaptureError::Damaged(_) | CaptureError::Huge { .. })));
    let huge =
        String::from_utf8(pdf(1, "", &[])).unwrap().replace("[0 0 200 300]", "[0 0 1000000000 1000000000]");
    let drawn = draw_page(huge.as_bytes(), 0, 500);
    let width = drawn.map(|picture| image::load_from_memory(&picture).unwrap().width());
    assert!(width.clone().is_ok_and(|width| width <= 500), "{width:?}");
}

#[test]
fn no_damaged_file_makes_it_panic() {
    for good in [png(40, 40), jpeg_held(6), pdf(1, "/AcroForm << /Fields [] >>", &["<< /Type /Nothing >>"])] {
        for at in (0..good.len()).step_by(7) {
            let mut damaged = good.clone();
            damaged[at] ^= 0x55;
            for bytes in [&damaged[..], &good[..at]] {
                let _ =
                    (look(bytes, &policy()), capture(bytes, &policy()), preview(bytes, &policy(), None, 60));
            }
        }
    }
}

/// Each pixel says where it was: red the column, green the row.
fn map(width: u32, height: u32) -> DynamicImage {
    image::RgbImage::from_fn(width, height, |x, y| image::Rgb([x as u8, y as u8, 7])).into()
}

fn cuts() -> impl Strategy<Value = Cut> {
    (any::<u16>(), any::<u16>(), any::<u16>(), any::<u16>()).prop_map(|(left, top, right, bottom)| Cut {
        left,
        top,
        right,
        bottom,
    })
}

proptest! {
    #[test]
    fn whatever_is_cut_something_is_left_and_nothing_is_made_up(width in 1u32..60, height in 1u32..60, turns in 0u8..8, cut in cuts()) {
        let fine = DocumentPolicy { keep_original: true, ..policy() };
        let wish = Adjustment { turns, cut: Some(cut), ..Adjustment::default() };
        let captured = capture_adjusted(&png_of(&map(width, height)), &fine, &wish).unwrap();
        let left = read(&captured).to_rgb8();
        let (whole_width, whole_height) = if turns % 2 == 0 { (width, height) } else { (height, width) };
        assert!(left.width() >= whole_width.min(8) && left.width() <= whole_width);
        assert!(left.height() >= whole_height.min(8) && left.height() <= whole_height);
        for pixel in left.pixels() {
            assert!(u32::from(pixel.0[0]) < width && u32::from(pixel.0[1]) < height && pixel.0[2] == 7);
        }
    }

    #[test]
    fn a_cut_takes_the_right_pixels_after_the_turn(turns in 0u8..4, cut in (0u16..40, 0u16..40, 0u16..40, 0u16..40)) {
        let (width, height) = (100u32, 50u32);
        let fine = DocumentPolicy { keep_original: true, ..policy() };
        let (left, top, right, bottom) = cut;
        let per_cent = Cut { left: left * 100, top: top * 100, right: right * 100, bottom: bottom * 100 };
        let wish = Adjustment { turns, cut: Some(per_cent), ..Adjustment::default() };
        let cut_out = read(&capture_adjusted(&png_of(&map(width, height)), &fine, &wish).unwrap()).to_rgb8();
        let (turned_width, turned_height) = if turns % 2 == 0 { (width, height) } else { (height, width) };
        let (x, y) = (u32::from(left) * turned_width / 100, u32::from(top) * turned_height / 100);
        assert_eq!(cut_out.width(), turned_width - x - u32::from(right) * turned_width / 100);
        assert_eq!(cut_out.height(), turned_height - y - u32::from(bottom) * turned_height / 100);
        // Where the pixel at the upper left stood before it was turned clockwise.
        let was = match turns {
            1 => (y, height - 1 - x),
            2 => (width - 1 - x, height - 1 - y),
            3 => (width - 1 - y, x),
            _ => (x, y),
        };
        assert_eq!(cut_out.get_pixel(0, 0).0, [was.0 as u8, was.1 as u8, 7]);
    }
}
