//! Documents on their way in: what the clerk has in hand, what it would cost, what the scanner left.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A file, or a page of one, in the clerk's hand: not kept yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct InHand {
    /// Opaque, made by the desk.
    pub id: String,
    /// It is a picture, which can be turned and cut; otherwise a PDF, which stays as it is.
    pub picture: bool,
    /// Width of the picture as it came, in pixels; 0 where it is not known.
    pub width: u32,
    /// Height of the picture as it came, in pixels; 0 where it is not known.
    pub height: u32,
    /// Pages of the PDF.
    pub pages: u32,
    /// It is a page of a PDF that could act by itself: only its pages are taken, as pictures. From 1; otherwise 0.
    pub page_of_acting: u32,
    /// The profile leaves the choice between a grey page and a photo in colour.
    pub colour_choice: bool,
    /// Its size as it came, in bytes.
    pub bytes: u32,
}

/// What the clerk wishes of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[ts(export)]
pub struct PictureWish {
    /// Quarter turns clockwise, 0 to 3.
    pub turns: u8,
    /// Cut away at each edge of the picture as it was turned, in ten-thousandths of its width or height: left, top,
    /// right, bottom.
    pub cut: [u16; 4],
    /// As a photo in colour.
    pub colour: bool,
}

/// What a document would cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Weight {
    /// The file as it came, in bytes.
    pub before: u32,
    /// What would be kept and sent, in bytes.
    pub after: u32,
    /// How long the file as it came would take on the line as it was at the last exchange; none while that is not known.
    pub before_s: Option<u32>,
    /// How long what is kept takes.
    pub after_s: Option<u32>,
}

/// What the scanner left.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ScannerView {
    /// The folder; empty while nobody has named one.
    pub folder: String,
    /// It can be read.
    pub readable: bool,
    /// The files in it, the newest first.
    pub files: Vec<ScanView>,
}

/// A file that a scanner left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ScanView {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u32,
    /// When it was written.
    pub at: String,
    /// It is written to its end.
    pub ready: bool,
    /// Somebody has taken it or left it.
    pub done: bool,
}
