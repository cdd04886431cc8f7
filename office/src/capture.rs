//! A file becomes a document: an image is decoded within limits, turned and cut as the clerk wishes, and written anew, so
//! that nothing but the picture comes in and a page costs little on a slow line; a PDF is looked through and kept as it
//! is, unless it could act by itself; nothing else is taken.
//!
//! ```text
//! bytes ──kind──▶ image ──────────▶ decode ─┐
//!            └──▶ PDF ──look──▶ kept        ├─▶ turn ─▶ cut ─▶ small, grey ─▶ JPEG
//!                      └─ acts ▶ draw page ─┘
//! ```
//! Everything here is a function of bytes; [`crate::apart`] runs it in a process of its own.

mod kind;
mod pdf;
mod picture;

use complaints::DocumentId;
use complaints::profile::DocumentPolicy;
use serde::{Deserialize, Serialize};

pub(crate) use kind::might_be_a_document;

use kind::Kind;

/// A page that is drawn to be looked at has no side longer than this, in pixels, however near one goes.
const LONGEST_SHOWN: u32 = 3_000;

/// A document, ready to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Captured {
    /// Its bytes.
    pub content: Vec<u8>,
    /// What they are.
    pub media_type: &'static str,
    /// Width and height of an image, in pixels.
    pub pixels: Option<(u32, u32)>,
    /// Pages of a PDF.
    pub pages: Option<u32>,
}

impl Captured {
    /// The hash of its content.
    pub fn id(&self) -> DocumentId {
        DocumentId::of(&self.content)
    }
}

/// What a file turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Looked {
    /// An image, with width and height in pixels as it is to be held.
    Picture(u32, u32),
    /// A PDF of so many pages.
    Pdf(u32),
    /// A PDF of so many pages that holds scripts, files or other deeds: only its pages can be taken, as pictures.
    ActingPdf(u32),
}

/// What the clerk wishes of a picture.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adjustment {
    /// Of a PDF this page alone, as a picture, from 0.
    pub page: Option<u32>,
    /// Quarter turns clockwise.
    pub turns: u8,
    /// What is cut away; none: nothing.
    pub cut: Option<Cut>,
    /// As a photo in colour, where the profile allows it.
    pub colour: bool,
}

/// How much is cut away at each edge of the picture as it was turned, in ten-thousandths of its width or height.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cut {
    /// At the left.
    pub left: u16,
    /// Above.
    pub top: u16,
    /// At the right.
    pub right: u16,
    /// Below.
    pub bottom: u16,
}

/// Why a file is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
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
    /// A photograph as some telephones keep it.
    #[error("the picture is of the kind HEIC; set the telephone to JPEG, or take a picture of its screen")]
    Heic,
    /// Something written with a word processor, or a table or slides.
    #[error("this is a file of an office program; save it as PDF there, or print and scan it")]
    OfficeFile,
    /// A scan as some scanners keep it.
    #[error("the scan is of the kind TIFF; set the scanner to JPEG or PDF")]
    Tiff,
    /// A PDF that opens with a password only.
    #[error("the PDF is closed with a password; open it with the password, print it and scan it")]
    Locked,
    /// A PDF that could act by itself, and is not taken whole.
    #[error("the PDF holds scripts or other files; take its pages as pictures")]
    Acts,
    /// A PDF with more pages than are taken.
    #[error("the PDF has {pages} pages; at most {most} are taken: take the ones that are needed")]
    ManyPages {
        /// Its pages.
        pages: u32,
        /// The limit.
        most: u32,
    },
    /// An image with more pixels than any page has.
    #[error("the picture has {width} × {height} pixels, more than any page; scan it with less detail")]
    Huge {
        /// Its width.
        width: u32,
        /// Its height.
        height: u32,
    },
    /// It says that it is a picture or a PDF, and cannot be read as one.
    #[error("the file is damaged or is not what it says: {0}")]
    Damaged(String),
    /// The process that read it ended before it was done, or took too long.
    #[error("reading the file was cut short; try once more, or scan the page again")]
    CutShort,
}

impl CaptureError {
    /// The code that pages and scripts branch on.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::Empty => "document_empty",
            Self::TooLarge { .. } => "document_too_large",
            Self::Kind(_) => "document_kind",
            Self::Heic => "document_heic",
            Self::OfficeFile => "document_office",
            Self::Tiff => "document_tiff",
            Self::Locked => "document_locked",
            Self::Acts => "document_acts",
            Self::ManyPages { .. } => "document_many_pages",
            Self::Huge { .. } => "document_huge",
            Self::Damaged(_) => "document_damaged",
            Self::CutShort => "document_cut_short",
        }
    }
}

/// Looks at a file's bytes without taking anything. What the file is called says nothing about what it is.
///
/// # Errors
/// [`CaptureError`].
pub fn look(bytes: &[u8], policy: &DocumentPolicy) -> Result<Looked, CaptureError> {
    match kind(bytes, policy)? {
        Kind::Pdf => pdf::look(bytes),
        Kind::Image(_, format) => {
            let (width, height) = picture::size(bytes, format)?;
            Ok(Looked::Picture(width, height))
        }
    }
}

/// Makes a document of a file's bytes as they came.
///
/// # Errors
/// [`CaptureError`].
pub fn capture(bytes: &[u8], policy: &DocumentPolicy) -> Result<Captured, CaptureError> {
    capture_adjusted(bytes, policy, &Adjustment::default())
}

/// Makes a document of a file's bytes as the clerk wishes it.
///
/// # Errors
/// [`CaptureError`]; [`CaptureError::Acts`] for a PDF that holds deeds and of which no page was named.
pub fn capture_adjusted(
    bytes: &[u8],
    policy: &DocumentPolicy,
    wish: &Adjustment,
) -> Result<Captured, CaptureError> {
    let captured = match (kind(bytes, policy)?, wish.page) {
        (Kind::Pdf, None) => match pdf::look(bytes)? {
            Looked::Pdf(pages) => Captured {
                content: bytes.to_vec(),
                media_type: "application/pdf",
                pixels: None,
                pages: Some(pages),
            },
            _ => return Err(CaptureError::Acts),
        },
        (Kind::Pdf, Some(page)) => {
            let drawn = pdf::page(bytes, page, picture::side_before_cut(policy))?;
            picture::kept(drawn, None, policy, wish)?
        }
        (Kind::Image(_, format), _) => {
            picture::kept(picture::decode(bytes, format)?, Some(format), policy, wish)?
        }
    };
    check_size(&captured.content, policy)?;
    Ok(captured)
}

/// A picture of it to look at before it is kept, as JPEG in colour, no side longer than `longest` pixels: an image as it
/// is to be held, or a page of a PDF, from 0.
///
/// # Errors
/// [`CaptureError`].
pub fn preview(
    bytes: &[u8],
    policy: &DocumentPolicy,
    page: Option<u32>,
    longest: u32,
) -> Result<Vec<u8>, CaptureError> {
    let longest = longest.clamp(1, LONGEST_SHOWN);
    let picture = match kind(bytes, policy)? {
        Kind::Pdf => pdf::page(bytes, page.unwrap_or(0), longest)?,
        Kind::Image(_, format) => picture::fitted(picture::decode(bytes, format)?, longest),
    };
    picture::shown(&picture)
}

/// A page of a PDF that was kept, from 0, as JPEG; whatever the profile takes by now.
///
/// # Errors
/// [`CaptureError`].
pub fn draw_page(bytes: &[u8], page: u32, longest: u32) -> Result<Vec<u8>, CaptureError> {
    picture::shown(&pdf::page(bytes, page, longest.clamp(1, LONGEST_SHOWN))?)
}

/// How many pages a PDF has that was kept.
///
/// # Errors
/// [`CaptureError`].
pub fn pages(bytes: &[u8]) -> Result<u32, CaptureError> {
    pdf::pages(bytes)
}

fn kind(bytes: &[u8], policy: &DocumentPolicy) -> Result<Kind, CaptureError> {
    if bytes.is_empty() {
        return Err(CaptureError::Empty);
    }
    let kind = kind::of(bytes).map_err(|other| match other {
        CaptureError::Kind(_) => CaptureError::Kind(policy.media_types.join(", ")),
        other => other,
    })?;
    check_size(bytes, policy)?;
    if !policy.media_types.iter().any(|allowed| allowed == kind.media_type()) {
        return Err(CaptureError::Kind(policy.media_types.join(", ")));
    }
    Ok(kind)
}

fn check_size(bytes: &[u8], policy: &DocumentPolicy) -> Result<(), CaptureError> {
    let size = bytes.len() as u64;
    if size > policy.largest_bytes {
        return Err(CaptureError::TooLarge { bytes: size, most: policy.largest_bytes });
    }
    Ok(())
}

#[cfg(test)]
mod tests;
