//! A file becomes a document: an image is decoded within limits and written anew, so that nothing but the picture
//! comes in and a page costs little on a slow line; a PDF is looked at and kept as it is; nothing else is taken.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use complaints::DocumentId;
use complaints::profile::DocumentPolicy;

/// More pixels than this no scanner and no telephone makes: 120 megapixels.
const MOST_PIXELS: u64 = 120_000_000;
/// The most memory that decoding may take, in bytes.
const MOST_MEMORY: u64 = 512 * 1024 * 1024;

/// A document, ready to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Captured {
    /// Its bytes.
    pub content: Vec<u8>,
    /// What they are.
    pub media_type: &'static str,
    /// Width and height of an image, in pixels.
    pub pixels: Option<(u32, u32)>,
}

impl Captured {
    /// The hash of its content.
    pub fn id(&self) -> DocumentId {
        DocumentId::of(&self.content)
    }
}

/// Why a file is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CaptureError {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is larger than the profile allows.
    #[error(
        "the file has {bytes} bytes; at most {most} are taken: scan it with less detail, or as a picture"
    )]
    TooLarge {
        /// Its size.
        bytes: u64,
        /// The profile's limit.
        most: u64,
    },
    /// It is nothing that this deployment takes.
    #[error("this kind of file is not taken; take {0}")]
    Kind(String),
    /// It says that it is a picture or a PDF, and cannot be read as one.
    #[error("the file is damaged or is not what it says: {0}")]
    Damaged(String),
}

impl CaptureError {
    /// The code that pages and scripts branch on.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::Empty => "document_empty",
            Self::TooLarge { .. } => "document_too_large",
            Self::Kind(_) => "document_kind",
            Self::Damaged(_) => "document_damaged",
        }
    }
}

/// Makes a document of a file's bytes. What the file is called says nothing about what it is.
///
/// # Errors
/// [`CaptureError`].
pub fn capture(bytes: &[u8], policy: &DocumentPolicy) -> Result<Captured, CaptureError> {
    if bytes.is_empty() {
        return Err(CaptureError::Empty);
    }
    check_size(bytes, policy)?;
    let (media_type, format) =
        kind_of(bytes).ok_or_else(|| CaptureError::Kind(policy.media_types.join(", ")))?;
    if !policy.media_types.iter().any(|allowed| allowed == media_type) {
        return Err(CaptureError::Kind(policy.media_types.join(", ")));
    }
    match format {
        Some(format) => picture(bytes, media_type, format, policy),
        None => {
            check_pdf(bytes)?;
            Ok(Captured { content: bytes.to_vec(), media_type, pixels: None })
        }
    }
}

fn check_size(bytes: &[u8], policy: &DocumentPolicy) -> Result<(), CaptureError> {
    let size = bytes.len() as u64;
    if size > policy.largest_bytes {
        return Err(CaptureError::TooLarge { bytes: size, most: policy.largest_bytes });
    }
    Ok(())
}

/// What the first bytes say.
fn kind_of(bytes: &[u8]) -> Option<(&'static str, Option<ImageFormat>)> {
    if bytes.starts_with(b"%PDF-") {
        return Some(("application/pdf", None));
    }
    match image::guess_format(bytes).ok()? {
        ImageFormat::Jpeg => Some(("image/jpeg", Some(ImageFormat::Jpeg))),
        ImageFormat::Png => Some(("image/png", Some(ImageFormat::Png))),
        ImageFormat::WebP => Some(("image/webp", Some(ImageFormat::WebP))),
        _ => None,
    }
}

fn picture(
    bytes: &[u8],
    media_type: &'static str,
    format: ImageFormat,
    policy: &DocumentPolicy,
) -> Result<Captured, CaptureError> {
    let picture = decode(bytes, format)?;
    if policy.keep_original {
        let pixels = Some((picture.width(), picture.height()));
        return Ok(Captured { content: bytes.to_vec(), media_type, pixels });
    }
    let picture = fitted(picture, policy.longest_side);
    let mut content = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut content, policy.quality);
    // A JPEG knows no transparency: what was transparent was meant to be seen on paper.
    let written = if policy.grey {
        encoder.encode_image(&on_paper(&picture).into_luma8())
    } else {
        encoder.encode_image(&on_paper(&picture).into_rgb8())
    };
    written.map_err(|error| CaptureError::Damaged(error.to_string()))?;
    check_size(&content, policy)?;
    Ok(Captured { content, media_type: "image/jpeg", pixels: Some((picture.width(), picture.height())) })
}

/// The picture as it was held: a telephone writes down how it was turned.
fn decode(bytes: &[u8], format: ImageFormat) -> Result<DynamicImage, CaptureError> {
    let damaged = |error: image::ImageError| CaptureError::Damaged(error.to_string());
    let mut decoder = ImageReader::with_format(Cursor::new(bytes), format).into_decoder().map_err(damaged)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(CaptureError::Damaged(format!("{width} × {height} pixels are more than any page has")));
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    decoder.set_limits(limits).map_err(damaged)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(damaged)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn fitted(picture: DynamicImage, longest_side: u32) -> DynamicImage {
    if picture.width().max(picture.height()) <= longest_side {
        return picture;
    }
    picture.resize(longest_side, longest_side, FilterType::CatmullRom)
}

fn on_paper(picture: &DynamicImage) -> DynamicImage {
    if !picture.color().has_alpha() {
        return picture.clone();
    }
    let mut paper = image::RgbaImage::from_pixel(picture.width(), picture.height(), image::Rgba([255; 4]));
    image::imageops::overlay(&mut paper, &picture.to_rgba8(), 0, 0);
    DynamicImage::ImageRgba8(paper)
}

/// It begins as a PDF begins and ends as one ends; some programs write a few bytes after the end.
fn check_pdf(bytes: &[u8]) -> Result<(), CaptureError> {
    let tail = &bytes[bytes.len().saturating_sub(1024)..];
    let has = |mark: &[u8], within: &[u8]| within.windows(mark.len()).any(|window| window == mark);
    if !has(b"%%EOF", tail) || !has(b"startxref", tail) {
        return Err(CaptureError::Damaged("the PDF has no end".to_owned()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy() -> DocumentPolicy {
        DocumentPolicy { largest_bytes: 5_000_000, ..DocumentPolicy::default() }
    }

    fn png(width: u32, height: u32) -> Vec<u8> {
        let picture = image::RgbaImage::from_fn(width, height, |x, y| {
            image::Rgba([(x % 251) as u8, (y % 241) as u8, 90, if x < width / 2 { 0 } else { 255 }])
        });
        let mut bytes = Vec::new();
        picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
        bytes
    }

    #[test]
    fn a_picture_becomes_a_grey_jpeg_of_the_size_of_a_page() {
        let captured = capture(&png(2000, 3000), &policy()).unwrap();
        assert_eq!((captured.media_type, captured.pixels), ("image/jpeg", Some((1169, 1754))));
        let read = image::load_from_memory(&captured.content).unwrap();
        assert_eq!(read.color(), image::ColorType::L8);
        // What was transparent is white as paper.
        assert!(read.to_luma8().get_pixel(10, 10).0[0] > 240);
    }

    #[test]
    fn a_small_picture_stays_as_large_as_it_is_and_keeps_its_colour_where_the_profile_says_so() {
        let captured = capture(&png(300, 200), &DocumentPolicy { grey: false, ..policy() }).unwrap();
        assert_eq!(captured.pixels, Some((300, 200)));
        assert_eq!(image::load_from_memory(&captured.content).unwrap().color(), image::ColorType::Rgb8);
    }

    #[test]
    fn what_hangs_on_a_picture_is_gone() {
        let mut polyglot = png(300, 200);
        polyglot.extend_from_slice(b"<script>alert(1)</script>PK\x03\x04");
        let captured = capture(&polyglot, &policy()).unwrap();
        assert!(!captured.content.windows(7).any(|window| window == b"<script"));
        let kept = capture(&polyglot, &DocumentPolicy { keep_original: true, ..policy() }).unwrap();
        assert_eq!((kept.content, kept.media_type), (polyglot, "image/png"));
    }

    #[test]
    fn a_pdf_is_kept_as_it_is_and_half_a_pdf_is_refused() {
        let pdf = b"%PDF-1.7\n1 0 obj\nendobj\nstartxref\n9\n%%EOF\n".to_vec();
        let captured = capture(&pdf, &policy()).unwrap();
        assert_eq!(
            (captured.content, captured.media_type, captured.pixels),
            (pdf.clone(), "application/pdf", None)
        );
        let half = capture(&pdf[..20], &policy());
        assert_eq!(half, Err(CaptureError::Damaged("the PDF has no end".to_owned())));
    }

    #[test]
    fn nothing_else_is_taken_whatever_it_is_called() {
        for bytes in [&b"MZ\x90\x00"[..], b"<html>", b"GIF89a\x01\x00\x01\x00", b"PK\x03\x04"] {
            assert!(matches!(capture(bytes, &policy()), Err(CaptureError::Kind(_))), "{bytes:?}");
        }
        assert_eq!(capture(b"", &policy()), Err(CaptureError::Empty));
        let no_pictures = DocumentPolicy { media_types: vec!["application/pdf".to_owned()], ..policy() };
        assert_eq!(capture(&png(9, 9), &no_pictures), Err(CaptureError::Kind("application/pdf".to_owned())));
    }

    #[test]
    fn what_is_too_large_or_says_that_it_is_endless_is_refused() {
        let small = DocumentPolicy { largest_bytes: 100, ..policy() };
        assert!(matches!(capture(&png(99, 99), &small), Err(CaptureError::TooLarge { most: 100, .. })));
        // A PNG of a few bytes that claims 60,000 × 60,000 pixels.
        let mut bomb = png(9, 9);
        bomb[16..20].copy_from_slice(&60_000u32.to_be_bytes());
        bomb[20..24].copy_from_slice(&60_000u32.to_be_bytes());
        assert!(matches!(capture(&bomb, &policy()), Err(CaptureError::Damaged(_))));
    }

    #[test]
    fn no_damaged_picture_makes_it_panic() {
        let good = png(40, 40);
        for at in (0..good.len()).step_by(3) {
            let mut damaged = good.clone();
            damaged[at] ^= 0x55;
            let _ = capture(&damaged, &policy());
            let _ = capture(&good[..at], &policy());
        }
    }
}
