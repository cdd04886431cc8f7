//! The square code of a receipt: a text as the modules of a QR code. What the text says does not belong here.

use qrcode::{Color, EcLevel, QrCode};
use serde::Serialize;

/// A QR code for a template: per row the dark stretches as place and length, in modules.
#[derive(Serialize)]
pub(crate) struct Seal {
    /// Modules on a side, without the quiet zone.
    size: usize,
    rows: Vec<Vec<(usize, usize)>>,
    /// What a screen reader says.
    alt: String,
}

/// The QR code of `text` at level M, which survives the loss of 15 %: folds, stamps, pale thermal paper. None: there is
/// no text, or more of it than a code holds.
pub(crate) fn seal(text: &str, alt: String) -> Option<Seal> {
    if text.is_empty() {
        return None;
    }
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let size = code.width();
    let rows = code.to_colors().chunks(size).map(dark_stretches).collect();
    Some(Seal { size, rows, alt })
}

fn dark_stretches(row: &[Color]) -> Vec<(usize, usize)> {
    let mut stretches: Vec<(usize, usize)> = Vec::new();
    for (at, _) in row.iter().enumerate().filter(|(_, color)| **color == Color::Dark) {
        match stretches.last_mut() {
            Some((begin, length)) if *begin + *length == at => *length += 1,
            _ => stretches.push((at, 1)),
        }
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_of_a_receipt_has_at_most_fifty_three_modules_on_a_side() {
        let seal = seal(&format!("GC1:{}", "K7".repeat(123)), String::new()).unwrap();
        assert_eq!((seal.size, seal.rows.len()), (53, 53));
        assert_eq!(seal.rows[0][0], (0, 7), "the corner");
    }

    #[test]
    fn no_text_is_no_code_and_too_much_is_none_either() {
        assert!(seal("", String::new()).is_none());
        assert!(seal(&"é".repeat(5_000), String::new()).is_none());
    }
}
