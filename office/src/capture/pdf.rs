//! PDFs: whether one can be read, whether it could act by itself, and its pages drawn as pictures. Nothing in a PDF is ever
//! carried out; what is drawn is only what would be on paper.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::object::{Dict, MaybeRef, Object};
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings};
use image::{DynamicImage, RgbImage};

use super::{CaptureError, Looked};

/// A PDF with more pages is a book, and none that a citizen brings to the counter.
const MOST_PAGES: u32 = 200;
/// Of a PDF that acts, each page becomes a document of its own.
const MOST_PICTURES: u32 = 20;
/// Things that stand in each other more deeply than this are not looked through, and not taken.
const DEEPEST: u32 = 40;
/// More things than this are not looked through either.
const MOST_THINGS: u32 = 2_000_000;

/// Entries that only deeds, other files, and forms with programs have (ISO 32000-2, 12.6, 7.11.4, 12.7.8).
const ACTING_KEYS: [&[u8]; 9] = [
    b"JS",
    b"JavaScript",
    b"EmbeddedFiles",
    b"EF",
    b"XFA",
    b"AA",
    b"RichMediaContent",
    b"RichMediaSettings",
    b"3DD",
];
/// Kinds of deeds and of things on a page that act.
const ACTING_KINDS: [&[u8]; 15] = [
    b"JavaScript",
    b"Launch",
    b"SubmitForm",
    b"ImportData",
    b"GoToE",
    b"GoToR",
    b"Rendition",
    b"Movie",
    b"Sound",
    b"RichMediaExecute",
    b"RichMedia",
    b"FileAttachment",
    b"EmbeddedFile",
    b"Screen",
    b"3D",
];
/// What says the same in the plain text of the file, where a reader with other habits would find it.
const ACTING_WORDS: [&[u8]; 4] = [b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/RichMedia"];

/// What a PDF is.
pub(super) fn look(bytes: &[u8]) -> Result<Looked, CaptureError> {
    let pdf = open(bytes)?;
    let pages = counted(&pdf)?;
    if !acts(&pdf, bytes)? {
        return Ok(Looked::Pdf(pages));
    }
    if pages > MOST_PICTURES {
        return Err(CaptureError::ManyPages { pages, most: MOST_PICTURES });
    }
    Ok(Looked::ActingPdf(pages))
}

/// How many pages there are.
pub(super) fn pages(bytes: &[u8]) -> Result<u32, CaptureError> {
    counted(&open(bytes)?)
}

/// A page, from 0, drawn with that many pixels on its longer side.
pub(super) fn page(bytes: &[u8], number: u32, longest: u32) -> Result<DynamicImage, CaptureError> {
    let pdf = open(bytes)?;
    let index = usize::try_from(number).unwrap_or(usize::MAX);
    let page = pdf.pages().get(index).ok_or_else(|| damaged("there is no such page"))?;
    draw(page, longest)
}

fn open(bytes: &[u8]) -> Result<Pdf, CaptureError> {
    check_end(bytes)?;
    Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(
            DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm,
        ) => CaptureError::Locked,
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => damaged("it cannot be read as a PDF"),
    })
}

/// It ends as a PDF ends; some programs write a few bytes after the end. Readers mend a PDF that was cut off, and what
/// was lost is then not seen.
fn check_end(bytes: &[u8]) -> Result<(), CaptureError> {
    let tail = &bytes[bytes.len().saturating_sub(1024)..];
    if !holds(tail, b"%%EOF") || !holds(tail, b"startxref") {
        return Err(damaged("the PDF has no end"));
    }
    Ok(())
}

fn holds(within: &[u8], mark: &[u8]) -> bool {
    within.windows(mark.len()).any(|window| window == mark)
}

fn damaged(what: &str) -> CaptureError {
    CaptureError::Damaged(what.to_owned())
}

fn counted(pdf: &Pdf) -> Result<u32, CaptureError> {
    let pages = u32::try_from(pdf.pages().len()).unwrap_or(u32::MAX);
    match pages {
        0 => Err(damaged("the PDF has no page")),
        1..=MOST_PAGES => Ok(pages),
        _ => Err(CaptureError::ManyPages { pages, most: MOST_PAGES }),
    }
}

/// Whether something in it would act when it is opened or pressed somewhere else.
fn acts(pdf: &Pdf, bytes: &[u8]) -> Result<bool, CaptureError> {
    if ACTING_WORDS.iter().any(|word| holds(bytes, word)) {
        return Ok(true);
    }
    let mut left = MOST_THINGS;
    for object in pdf.objects() {
        if acts_inside(&object, 0, &mut left)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Looks through one thing and what stands in it; what it only refers to has its own turn.
fn acts_inside(object: &Object<'_>, depth: u32, left: &mut u32) -> Result<bool, CaptureError> {
    *left = left.checked_sub(1).ok_or_else(|| damaged("there are more things in it than in any paper"))?;
    if depth > DEEPEST {
        return Err(damaged("it is built more deeply than any paper"));
    }
    match object {
        Object::Dict(dict) => dict_acts(dict, depth, left),
        Object::Stream(stream) => dict_acts(stream.dict(), depth, left),
        Object::Array(array) => {
            for item in array.raw_iter() {
                if let MaybeRef::NotRef(item) = item
                    && acts_inside(&item, depth + 1, left)?
                {
                    return Ok(true);
                }
            }
            Ok(false)
        }
        _ => Ok(false),
    }
}

fn dict_acts(dict: &Dict<'_>, depth: u32, left: &mut u32) -> Result<bool, CaptureError> {
    for key in dict.keys() {
        let key: &[u8] = key.as_ref();
        if ACTING_KEYS.contains(&key) {
            return Ok(true);
        }
        let Some(MaybeRef::NotRef(value)) = dict.get_raw::<Object<'_>>(key) else { continue };
        let names_a_kind = matches!(key, b"S" | b"Subtype" | b"Type");
        let acts = match &value {
            Object::Name(name) if names_a_kind => ACTING_KINDS.contains(&name.as_ref()),
            value => acts_inside(value, depth + 1, left)?,
        };
        if acts {
            return Ok(true);
        }
    }
    Ok(false)
}

fn draw(page: &Page<'_>, longest: u32) -> Result<DynamicImage, CaptureError> {
    let (width, height) = page.render_dimensions();
    let longer = width.max(height);
    if !(width.is_finite() && height.is_finite() && longer >= 1.0) {
        return Err(damaged("a page has no size"));
    }
    let scale = longest as f32 / longer;
    let side = |length: f32| (length * scale).round().clamp(1.0, longest as f32) as u16;
    let settings = RenderSettings {
        x_scale: scale,
        y_scale: scale,
        width: Some(side(width)),
        height: Some(side(height)),
        bg_color: WHITE,
    };
    let drawn = hayro::render(page, &RenderCache::new(), &InterpreterSettings::default(), &settings);
    let (width, height) = (u32::from(drawn.width()), u32::from(drawn.height()));
    let colours =
        drawn.take_unpremultiplied().into_iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b]).collect();
    let picture =
        RgbImage::from_raw(width, height, colours).ok_or_else(|| damaged("a page cannot be drawn"))?;
    Ok(DynamicImage::ImageRgb8(picture))
}
