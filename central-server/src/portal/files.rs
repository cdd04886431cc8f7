//! What a file that somebody sends to the portal must be: a whole JPEG, PNG or PDF by its own bytes, whatever its name
//! says, and not too large. What hangs on an image (where, when and with what it was taken, remarks, hidden pictures)
//! is taken off before it is kept; only how to turn it stays.

use ::complaints::profile::DocumentPolicy;

/// More pixels than any camera takes; an image that claims more is one to stop a computer with.
const MOST_PIXELS: u64 = 200_000_000;

/// Where the end of a PDF has to stand, in bytes from the end of the file.
const PDF_END_WITHIN: usize = 2_048;

/// A file as it may be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedFile {
    /// Its content, without what hung on it.
    pub content: Vec<u8>,
    /// `image/jpeg`, `image/png` or `application/pdf`.
    pub media_type: &'static str,
    /// Width and height of an image in pixels.
    pub pixels: Option<(u32, u32)>,
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileFault {
    /// It has no content.
    Empty,
    /// It is larger than the profile allows.
    TooLarge,
    /// It is none of the kinds that are taken.
    OtherKind,
    /// It begins as one of them and is not whole.
    Damaged,
    /// It opens with a password only.
    Locked,
}

/// Checks a file by its content.
///
/// # Errors
/// Why it is not taken.
pub fn checked_file(content: &[u8], policy: &DocumentPolicy) -> Result<CheckedFile, FileFault> {
    if content.is_empty() {
        return Err(FileFault::Empty);
    }
    if content.len() as u64 > policy.largest_bytes {
        return Err(FileFault::TooLarge);
    }
    let is_taken = |media_type: &str| policy.media_types.iter().any(|known| known == media_type);
    if content.starts_with(b"\xff\xd8\xff") && is_taken("image/jpeg") {
        image("image/jpeg", jpeg(content))
    } else if content.starts_with(PNG) && is_taken("image/png") {
        image("image/png", png(content))
    } else if content.starts_with(b"%PDF-") && is_taken("application/pdf") {
        pdf(content)
    } else {
        Err(FileFault::OtherKind)
    }
}

fn image(media_type: &'static str, read: Option<(Vec<u8>, (u32, u32))>) -> Result<CheckedFile, FileFault> {
    let (content, (width, height)) = read.ok_or(FileFault::Damaged)?;
    match u64::from(width) * u64::from(height) {
        0 => Err(FileFault::Damaged),
        pixels if pixels > MOST_PIXELS => Err(FileFault::TooLarge),
        _ => Ok(CheckedFile { content, media_type, pixels: Some((width, height)) }),
    }
}

fn pdf(content: &[u8]) -> Result<CheckedFile, FileFault> {
    let end = &content[content.len().saturating_sub(PDF_END_WITHIN)..];
    if !has(end, b"%%EOF") || !has(end, b"startxref") {
        return Err(FileFault::Damaged);
    }
    if has(content, b"/Encrypt") {
        return Err(FileFault::Locked);
    }
    Ok(CheckedFile { content: content.to_vec(), media_type: "application/pdf", pixels: None })
}

fn has(content: &[u8], mark: &[u8]) -> bool {
    content.windows(mark.len()).any(|window| window == mark)
}

/// Walks along the segments of a JPEG (ITU T.81, annex B) up to its end, and leaves out those that say nothing about the
/// picture. What stands behind the end is cut off. None: it is not whole.
fn jpeg(content: &[u8]) -> Option<(Vec<u8>, (u32, u32))> {
    let mut kept = content[..2].to_vec();
    let (mut at, mut pixels, mut turned) = (2, None, None);
    loop {
        if *content.get(at)? != 0xff {
            return None;
        }
        let marker = *content.get(at + 1)?;
        match marker {
            0xff => {
                at += 1;
                continue;
            }
            0xd9 => break,
            0x00 | 0x01 | 0xd0..=0xd8 => return None,
            _ => {}
        }
        let length = usize::from(u16::from_be_bytes([*content.get(at + 2)?, *content.get(at + 3)?]));
        let segment = content.get(at..at + 2 + length).filter(|_| length >= 2)?;
        let body = &segment[4..];
        at += segment.len();
        match marker {
            0xe1 => turned = turned.or_else(|| orientation(body)),
            0xe0 | 0xee => kept.extend_from_slice(segment),
            0xe2 if body.starts_with(b"ICC_PROFILE\0") => kept.extend_from_slice(segment),
            0xe2..=0xef | 0xfe => {}
            0xda => {
                kept.extend_from_slice(segment);
                let scan = scan_end(content, at)?;
                kept.extend_from_slice(&content[at..scan]);
                at = scan;
            }
            _ => {
                if (0xc0..=0xcf).contains(&marker) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
                    let side =
                        |from: usize| Some(u16::from_be_bytes([*body.get(from)?, *body.get(from + 1)?]));
                    pixels = pixels.or(Some((u32::from(side(3)?), u32::from(side(1)?))));
                }
                kept.extend_from_slice(segment);
            }
        }
    }
    kept.extend_from_slice(b"\xff\xd9");
    if let Some(turned) = turned {
        kept.splice(2..2, turned_only(turned));
    }
    Some((kept, pixels?))
}

/// Where the next segment begins behind the data of a scan.
fn scan_end(content: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += content.get(at..)?.iter().position(|&byte| byte == 0xff)?;
        match *content.get(at + 1)? {
            0x00 | 0xd0..=0xd7 => at += 2,
            0xff => at += 1,
            _ => return Some(at),
        }
    }
}

/// How a picture is to be turned (Exif 2.32, tag 0x0112), where it is not upright.
fn orientation(body: &[u8]) -> Option<u8> {
    let tiff = body.strip_prefix(b"Exif\0\0")?;
    let little = match tiff.get(..2)? {
        b"II" => true,
        b"MM" => false,
        _ => return None,
    };
    let two = |at: usize| {
        let bytes = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let four = |at: usize| {
        let bytes = tiff.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    };
    let table = usize::try_from(four(4)?).ok()?;
    let entries = usize::from(two(table)?);
    let entry = (0..entries).map(|entry| table + 2 + entry * 12).find(|&at| two(at) == Some(0x0112))?;
    u8::try_from(two(entry + 8)?).ok().filter(|turned| (2..=8).contains(turned))
}

/// A segment that says how to turn the picture, and nothing else.
fn turned_only(turned: u8) -> Vec<u8> {
    let mut segment = b"\xff\xe1\x00\x22Exif\0\0MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03".to_vec();
    segment.extend_from_slice(&[0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0]);
    segment
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The chunks of a PNG that say what the picture looks like.
const PNG_KEPT: [&[u8]; 11] =
    [b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD"];

/// Walks along the chunks of a PNG (ISO/IEC 15948) up to its end, as [`jpeg`] does.
fn png(content: &[u8]) -> Option<(Vec<u8>, (u32, u32))> {
    let mut kept = PNG.to_vec();
    let (mut at, mut pixels, mut has_data) = (PNG.len(), None, false);
    loop {
        let four =
            |from: usize| Some(u32::from_be_bytes(content.get(from..from.checked_add(4)?)?.try_into().ok()?));
        let length = usize::try_from(four(at)?).ok()?;
        let chunk = content.get(at..at.checked_add(length)?.checked_add(12)?)?;
        let kind = &chunk[4..8];
        if pixels.is_none() {
            if kind != b"IHDR" || length != 13 {
                return None;
            }
            pixels = Some((four(at + 8)?, four(at + 12)?));
        }
        has_data |= kind == b"IDAT";
        if PNG_KEPT.contains(&kind) {
            kept.extend_from_slice(chunk);
        }
        at += chunk.len();
        if kind == b"IEND" {
            return pixels.filter(|_| has_data).map(|pixels| (kept, pixels));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
        let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
        [&[0xff, marker], &length[..], body].concat()
    }

    fn exif(turned: u16) -> Vec<u8> {
        let mut body = b"Exif\0\0II\x2a\x00\x08\x00\x00\x00\x02\x00".to_vec();
        // The name of a camera, and how the picture lies.
        body.extend_from_slice(&[0x10, 0x01, 2, 0, 4, 0, 0, 0, b'N', b'o', b'k', 0]);
        body.extend_from_slice(&[0x12, 0x01, 3, 0, 1, 0, 0, 0]);
        body.extend_from_slice(&turned.to_le_bytes());
        body.extend_from_slice(&[0, 0, 0, 0, 0, 0]);
        body
    }

    fn jpeg_with(more: &[Vec<u8>]) -> Vec<u8> {
        let mut bytes = b"\xff\xd8".to_vec();
        bytes.extend(segment(0xe0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"));
        more.iter().for_each(|segment| bytes.extend_from_slice(segment));
        bytes.extend(segment(0xc0, &[8, 0, 20, 0, 30, 1, 1, 0x11, 0]));
        bytes.extend(segment(0xda, &[1, 1, 0, 0, 63, 0]));
        bytes.extend_from_slice(b"\x12\xff\x00\x34\xff\xd0\x56\xff\xd9");
        bytes
    }

    fn chunk(kind: &[u8], body: &[u8]) -> Vec<u8> {
        let length = u32::try_from(body.len()).unwrap().to_be_bytes();
        [&length[..], kind, body, b"crc!"].concat()
    }

    fn png_with(more: &[Vec<u8>]) -> Vec<u8> {
        let mut bytes = PNG.to_vec();
        bytes.extend(chunk(b"IHDR", &[0, 0, 0, 4, 0, 0, 0, 3, 8, 2, 0, 0, 0]));
        more.iter().for_each(|chunk| bytes.extend_from_slice(chunk));
        bytes.extend(chunk(b"IDAT", b"data"));
        bytes.extend(chunk(b"IEND", b""));
        bytes
    }

    fn checked(content: &[u8]) -> Result<CheckedFile, FileFault> {
        checked_file(content, &DocumentPolicy::default())
    }

    #[test]
    fn what_hangs_on_a_picture_is_taken_off_and_how_it_lies_stays() {
        let secret = b"Exif\0\0MM with the place where it was taken".to_vec();
        let with = jpeg_with(&[segment(0xe1, &exif(6)), segment(0xfe, b"a remark"), segment(0xed, &secret)]);
        let kept = checked(&[with, b"and a whole other file".to_vec()].concat()).unwrap();
        assert_eq!((kept.media_type, kept.pixels), ("image/jpeg", Some((30, 20))));
        for gone in [&b"Nok"[..], b"remark", b"taken", b"other file"] {
            assert!(!has(&kept.content, gone), "{gone:?}");
        }
        let again = checked(&kept.content).unwrap();
        assert_eq!(again, kept, "what was cleaned stays as it is");
        assert_eq!(orientation(&kept.content[6..]), Some(6));
        let upright = checked(&jpeg_with(&[segment(0xe1, &exif(1))])).unwrap();
        assert_eq!(upright.content, jpeg_with(&[]));
    }

    #[test]
    fn a_png_keeps_its_picture_alone() {
        let text = chunk(b"tEXt", b"Author\0somebody");
        let with = [png_with(&[text, chunk(b"eXIf", b"where")]), b"PK\x03\x04".to_vec()].concat();
        let kept = checked(&with).unwrap();
        assert_eq!((kept.content, kept.pixels), (png_with(&[]), Some((4, 3))));
    }

    #[test]
    fn a_file_that_is_cut_off_anywhere_is_not_taken_and_stops_nobody() {
        for whole in [jpeg_with(&[segment(0xe1, &exif(6))]), png_with(&[chunk(b"tEXt", b"x")])] {
            for length in 0..whole.len() {
                let cut = checked(&whole[..length]);
                assert!(matches!(cut, Err(FileFault::Empty | FileFault::OtherKind | FileFault::Damaged)));
            }
        }
    }

    #[test]
    fn the_content_decides_and_not_the_name() {
        for (content, fault) in [
            (&b""[..], FileFault::Empty),
            (b"MZ this is a program", FileFault::OtherKind),
            (b"<svg onload=alert(1)>", FileFault::OtherKind),
            (b"GIF89a", FileFault::OtherKind),
            (b"%PDF-1.7 and no end", FileFault::Damaged),
            (b"%PDF-1.7 /Encrypt 5 0 R startxref 0 %%EOF", FileFault::Locked),
        ] {
            assert_eq!(checked(content), Err(fault), "{content:?}");
        }
        let pdf = checked(b"%PDF-1.7 startxref 0 %%EOF\n").unwrap();
        assert_eq!((pdf.media_type, pdf.pixels), ("application/pdf", None));
    }

    #[test]
    fn what_the_profile_does_not_allow_is_not_taken() {
        let small = DocumentPolicy { largest_bytes: 20, ..DocumentPolicy::default() };
        assert_eq!(checked_file(&jpeg_with(&[]), &small), Err(FileFault::TooLarge));
        let photos =
            DocumentPolicy { media_types: vec!["image/jpeg".to_owned()], ..DocumentPolicy::default() };
        assert_eq!(checked_file(&png_with(&[]), &photos), Err(FileFault::OtherKind));
        let mut huge = png_with(&[]);
        huge[16..20].copy_from_slice(&u32::MAX.to_be_bytes());
        assert_eq!(checked(&huge), Err(FileFault::TooLarge));
    }
}
