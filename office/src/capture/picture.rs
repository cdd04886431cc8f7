//! Images: decoded within limits, held as they were meant to be held, turned, cut, made small and grey, written anew.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use complaints::profile::DocumentPolicy;

use super::{Adjustment, CaptureError, Captured, Cut};

/// More pixels than this no scanner and no telephone makes: 120 megapixels.
const MOST_PIXELS: u64 = 120_000_000;
/// The most memory that decoding may take, in bytes.
const MOST_MEMORY: u64 = 512 * 1024 * 1024;
/// Quality of what is only looked at, and of what the profile wants as fine as it came.
const FINE: u8 = 92;
/// A cut is a number of these.
const WHOLE: u32 = 10_000;
/// What is left after cutting is at least this wide and high, in pixels.
const LEAST: u32 = 8;

/// Width and height of the picture as it is to be held. Nothing is decoded but the head.
pub(super) fn size(bytes: &[u8], format: ImageFormat) -> Result<(u32, u32), CaptureError> {
    let (mut decoder, (width, height)) = opened(bytes, format)?;
    Ok(match decoder.orientation().unwrap_or(Orientation::NoTransforms) {
        Orientation::Rotate90
        | Orientation::Rotate270
        | Orientation::Rotate90FlipH
        | Orientation::Rotate270FlipH => (height, width),
        _ => (width, height),
    })
}

/// The picture as it was held: a telephone writes down how it was turned.
pub(super) fn decode(bytes: &[u8], format: ImageFormat) -> Result<DynamicImage, CaptureError> {
    let (mut decoder, _) = opened(bytes, format)?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    decoder.set_limits(limits).map_err(damaged)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(damaged)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn opened(bytes: &[u8], format: ImageFormat) -> Result<(impl ImageDecoder, (u32, u32)), CaptureError> {
    let decoder = ImageReader::with_format(Cursor::new(bytes), format).into_decoder().map_err(damaged)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(CaptureError::Huge { width, height });
    }
    Ok((decoder, (width, height)))
}

fn damaged(error: image::ImageError) -> CaptureError {
    CaptureError::Damaged(error.to_string())
}

/// How long the longer side of a page is drawn that may still be cut.
pub(super) fn side_before_cut(policy: &DocumentPolicy) -> u32 {
    policy.longest_side.saturating_mul(3) / 2
}

/// The document that a picture becomes. `format` is what it came as.
pub(super) fn kept(
    picture: DynamicImage,
    format: Option<ImageFormat>,
    policy: &DocumentPolicy,
    wish: &Adjustment,
) -> Result<Captured, CaptureError> {
    let picture = cut(turned(picture, wish.turns), wish.cut);
    if policy.keep_original {
        let fine = matches!(format, Some(ImageFormat::Png | ImageFormat::WebP));
        return if fine { as_png(&picture) } else { as_jpeg(&picture, FINE, false) };
    }
    let grey = policy.grey && !(policy.photos_in_colour && wish.colour);
    as_jpeg(&fitted(picture, policy.longest_side), policy.quality, grey)
}

/// A picture to look at.
pub(super) fn shown(picture: &DynamicImage) -> Result<Vec<u8>, CaptureError> {
    Ok(as_jpeg(picture, FINE, false)?.content)
}

/// The picture, made smaller where a side is longer than that.
pub(super) fn fitted(picture: DynamicImage, longest_side: u32) -> DynamicImage {
    if picture.width().max(picture.height()) <= longest_side {
        return picture;
    }
    picture.resize(longest_side, longest_side, FilterType::CatmullRom)
}

fn turned(picture: DynamicImage, turns: u8) -> DynamicImage {
    match turns % 4 {
        1 => picture.rotate90(),
        2 => picture.rotate180(),
        3 => picture.rotate270(),
        _ => picture,
    }
}

fn cut(picture: DynamicImage, cut: Option<Cut>) -> DynamicImage {
    let Some(cut) = cut else { return picture };
    let (x, width) = between(picture.width(), cut.left, cut.right);
    let (y, height) = between(picture.height(), cut.top, cut.bottom);
    picture.crop_imm(x, y, width, height)
}

/// Where what is left begins, and how long it is: never nothing, and never more than there is.
fn between(length: u32, before: u16, after: u16) -> (u32, u32) {
    let least = LEAST.min(length);
    let pixels = |part: u16| {
        let part = u64::from(length) * u64::from(u32::from(part).min(WHOLE)) / u64::from(WHOLE);
        u32::try_from(part).unwrap_or(length)
    };
    let begin = pixels(before).min(length - least);
    let end = (length - pixels(after)).max(begin + least);
    (begin, end - begin)
}

fn as_jpeg(picture: &DynamicImage, quality: u8, grey: bool) -> Result<Captured, CaptureError> {
    let mut content = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut content, quality);
    // A JPEG knows no transparency: what was transparent was meant to be seen on paper.
    let written = if grey {
        encoder.encode_image(&on_paper(picture).into_luma8())
    } else {
        encoder.encode_image(&on_paper(picture).into_rgb8())
    };
    written.map_err(damaged)?;
    Ok(captured(content, "image/jpeg", picture))
}

fn as_png(picture: &DynamicImage) -> Result<Captured, CaptureError> {
    let mut content = Vec::new();
    picture.write_to(&mut Cursor::new(&mut content), ImageFormat::Png).map_err(damaged)?;
    Ok(captured(content, "image/png", picture))
}

fn captured(content: Vec<u8>, media_type: &'static str, picture: &DynamicImage) -> Captured {
    Captured { content, media_type, pixels: Some((picture.width(), picture.height())), pages: None }
}

fn on_paper(picture: &DynamicImage) -> DynamicImage {
    if !picture.color().has_alpha() {
        return picture.clone();
    }
    let mut paper = image::RgbaImage::from_pixel(picture.width(), picture.height(), image::Rgba([255; 4]));
    image::imageops::overlay(&mut paper, &picture.to_rgba8(), 0, 0);
    DynamicImage::ImageRgba8(paper)
}
