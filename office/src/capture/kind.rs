//! What a file is, by its first bytes alone; and what it is when it is nothing that is taken, so that the clerk is told
//! what to do instead.

use image::ImageFormat;

use super::CaptureError;

/// How far in the inside of an archive is looked for.
const ARCHIVE_LOOK: usize = 4_096;
/// The first eight bytes of what Word, Excel and PowerPoint wrote before 2007.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// A kind that can be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// An image, with its media type.
    Image(&'static str, ImageFormat),
    /// A PDF.
    Pdf,
}

impl Kind {
    pub(super) fn media_type(self) -> &'static str {
        match self {
            Self::Image(media_type, _) => media_type,
            Self::Pdf => "application/pdf",
        }
    }
}

/// What the first bytes say.
pub(super) fn of(bytes: &[u8]) -> Result<Kind, CaptureError> {
    if bytes.starts_with(b"%PDF-") {
        return Ok(Kind::Pdf);
    }
    match image::guess_format(bytes) {
        Ok(ImageFormat::Jpeg) => Ok(Kind::Image("image/jpeg", ImageFormat::Jpeg)),
        Ok(ImageFormat::Png) => Ok(Kind::Image("image/png", ImageFormat::Png)),
        Ok(ImageFormat::WebP) => Ok(Kind::Image("image/webp", ImageFormat::WebP)),
        _ => Err(other(bytes)),
    }
}

/// Whether these first bytes of a file are worth telling the clerk of: it can be taken, or it is a page in another kind of
/// file.
pub(crate) fn might_be_a_document(bytes: &[u8]) -> bool {
    matches!(of(bytes), Ok(_) | Err(CaptureError::Heic | CaptureError::Tiff))
}

fn other(bytes: &[u8]) -> CaptureError {
    let start = &bytes[..bytes.len().min(ARCHIVE_LOOK)];
    let holds = |mark: &[u8]| start.windows(mark.len()).any(|window| window == mark);
    if bytes.get(4..8) == Some(b"ftyp")
        && bytes.get(8..12).is_some_and(|brand| {
            [b"heic", b"heix", b"hevc", b"heim", b"mif1", b"msf1"]
                .contains(&brand.try_into().unwrap_or(b"    "))
        })
    {
        return CaptureError::Heic;
    }
    if bytes.starts_with(b"II*\0") || bytes.starts_with(b"MM\0*") {
        return CaptureError::Tiff;
    }
    let office = bytes.starts_with(COMPOUND)
        || bytes.starts_with(b"{\\rtf")
        || (bytes.starts_with(b"PK\x03\x04")
            && (holds(b"[Content_Types].xml") || holds(b"mimetypeapplication/vnd.oasis.opendocument")));
    if office { CaptureError::OfficeFile } else { CaptureError::Kind(String::new()) }
}
