//! The sizes of paper that offices print on. Margins and type on each are in `templates/sheet.typ`.

use serde::Serialize;

/// A sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Paper {
    /// 148 mm × 210 mm: what a receipt is made for.
    #[default]
    A5,
    /// 210 mm × 297 mm: in larger type.
    A4,
    /// 297 mm × 210 mm: A4 lying, for registers.
    A4Landscape,
    /// A roll 80 mm wide, cut where the text ends: receipts from a till printer.
    Roll80,
}
