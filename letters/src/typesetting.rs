//! The typesetter: fonts and templates, read once in a process, and the way from a template and its data to PDF
//! and SVG. Alone knows the typst crates; what a letter says does not belong here.

use std::sync::OnceLock;

use serde::Serialize;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook, FontInfo};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, comemo};
pub(crate) use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::{LettersError, Paper};

/// The templates' sources by the names under which they import each other.
const TEMPLATES: [(&str, &str); 6] = [
    ("admission.typ", include_str!("../templates/admission.typ")),
    ("sheet.typ", include_str!("../templates/sheet.typ")),
    ("receipt.typ", include_str!("../templates/receipt.typ")),
    ("letter.typ", include_str!("../templates/letter.typ")),
    ("tables.typ", include_str!("../templates/tables.typ")),
    ("notice.typ", include_str!("../templates/notice.typ")),
];
/// Under this name a template reads its data. No such file exists on a disk.
const DATA: &str = "letter.json";
const FONTS: [&[u8]; 4] = [
    include_bytes!("../fonts/IBMPlexSans-Regular.ttf"),
    include_bytes!("../fonts/IBMPlexSans-SemiBold.ttf"),
    include_bytes!("../fonts/IBMPlexSansArabic-Regular.ttf"),
    include_bytes!("../fonts/IBMPlexSansArabic-SemiBold.ttf"),
];

/// What the shared template `sheet.typ` needs of every letter.
#[derive(Serialize)]
pub(crate) struct Setting {
    /// The document's title, which readers show instead of a file name.
    title: String,
    author: String,
    /// Names the letter at the foot of its pages, if there are several.
    running: String,
    language: &'static str,
    region: Option<&'static str>,
    direction: &'static str,
    paper: Paper,
    date: Moment,
    /// Smaller type and less air, so that a few lines do not need a page of their own.
    close: bool,
}

/// A civil date and time as Typst's `datetime` takes it.
#[derive(Serialize)]
struct Moment {
    year: i16,
    month: i8,
    day: i8,
    hour: i8,
    minute: i8,
    second: i8,
}

impl Setting {
    /// A letter of `date` in `language`, on `paper`.
    pub(crate) fn new(language: locales::Language, paper: Paper, date: jiff::civil::DateTime) -> Self {
        let (tag, region) = language
            .tag()
            .split_once('-')
            .map_or((language.tag(), None), |(tag, region)| (tag, Some(region)));
        let date = Moment {
            year: date.year(),
            month: date.month(),
            day: date.day(),
            hour: date.hour(),
            minute: date.minute(),
            second: date.second(),
        };
        Self {
            title: String::new(),
            author: String::new(),
            running: String::new(),
            language: tag,
            region,
            direction: language.direction(),
            paper,
            date,
            close: false,
        }
    }

    /// The same with what a reader of the PDF shows as title and author, and the name on its pages' feet.
    pub(crate) fn named(self, title: String, author: String, running: String) -> Self {
        Self { title, author, running, ..self }
    }

    /// The same with a little less of everything, for a letter that else needs one more page.
    pub(crate) fn closer(self) -> Self {
        Self { close: true, ..self }
    }
}

/// Whether one of the fonts has a glyph for `sign`, or it is a joiner that needs none. Signs for private use are
/// not text, whatever a font draws for them.
pub(crate) fn can_show(sign: char) -> bool {
    let private = matches!(sign, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..);
    let joiner = matches!(sign, '\u{200C}'..='\u{200F}' | '\u{61C}');
    joiner || !private && press().fonts.iter().any(|font| font.info().coverage.contains(sign.into()))
}

/// The pages of `template` filled with `data`, which the template reads as JSON.
pub(crate) fn typeset(template: &'static str, data: &impl Serialize) -> Result<PagedDocument, LettersError> {
    let world =
        Letter { press: press(), main: file_id(template), data: Bytes::new(serde_json::to_vec(data)?) };
    let outcome = typst::compile::<PagedDocument>(&world).output;
    // The typesetter remembers every paragraph it has set; a citizen's words must not stay in memory.
    comemo::evict(0);
    outcome.map_err(|errors| LettersError::Template { template, reason: reasons(&errors) })
}

/// The same; what needs a second page for a few lines is set closer, if that saves the page.
pub(crate) fn typeset_close<T: Serialize>(
    template: &'static str,
    sheet: T,
    closer: impl FnOnce(T) -> T,
) -> Result<PagedDocument, LettersError> {
    let roomy = typeset(template, &sheet)?;
    if roomy.pages().len() == 1 {
        return Ok(roomy);
    }
    let close = typeset(template, &closer(sheet))?;
    Ok(if close.pages().len() < roomy.pages().len() { close } else { roomy })
}

/// `document` as a tagged PDF that meets PDF/UA-1; should a text ever be in the way of that standard, as the same
/// tagged PDF without the claim to meet it, because a citizen at the counter needs a receipt.
pub(crate) fn pdf(document: &PagedDocument) -> Result<Vec<u8>, LettersError> {
    let universal = PdfStandards::new(&[PdfStandard::Ua_1])
        .map_err(|refused| LettersError::Pdf(refused.message().to_string()))?;
    let written = typst_pdf::pdf(document, &options(universal))
        .or_else(|_| typst_pdf::pdf(document, &options(PdfStandards::default())));
    comemo::evict(0);
    written.map_err(|errors| LettersError::Pdf(reasons(&errors)))
}

/// The pages of `document`, each an SVG of its own that refers to nothing outside itself.
pub(crate) fn svg(document: &PagedDocument) -> Vec<String> {
    let options = typst_svg::SvgOptions::default();
    document.pages().iter().map(|page| typst_svg::svg(page, &options)).collect()
}

/// The document's own date is its only date: the same letter gives the same bytes.
fn options(standards: PdfStandards) -> PdfOptions {
    PdfOptions { creator: Smart::Custom(Some("Guichet".to_owned())), standards, ..PdfOptions::default() }
}

fn reasons(errors: &[SourceDiagnostic]) -> String {
    errors.iter().map(|it| it.message.as_str()).collect::<Vec<_>>().join("; ")
}

/// What all letters share.
struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: Vec<Source>,
    data: FileId,
}

fn press() -> &'static Press {
    static PRESS: OnceLock<Press> = OnceLock::new();
    PRESS.get_or_init(|| {
        let fonts: Vec<Font> = FONTS.iter().flat_map(|data| Font::iter(Bytes::new(*data))).collect();
        Press {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_infos(fonts.iter().map(in_family))),
            fonts,
            sources: TEMPLATES
                .iter()
                .map(|(name, text)| Source::new(file_id(name), (*text).to_owned()))
                .collect(),
            data: file_id(DATA),
        }
    })
}

/// The semibold faces call themselves a family of their own, as old systems want it; here they are the 600 of
/// the family.
fn in_family(font: &Font) -> FontInfo {
    let mut info = font.info().clone();
    if let Some(family) = info.family.strip_suffix(" SmBld") {
        info.family = family.to_owned();
    }
    info
}

fn file_id(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("our own file names are plain");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// The world of one letter: the templates and its data, no disk, no network, no clock.
struct Letter {
    press: &'static Press,
    main: FileId,
    data: Bytes,
}

impl World for Letter {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.press.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let source = self.press.sources.iter().find(|source| source.id() == id);
        source.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.press.data { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.press.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
