//! How documents are taken: the part `[documents]` of `profile.toml`. Where it is missing, or one of its lines is, the
//! usual holds.

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::ProfileError;
use super::table::mistake;

/// Media types that a desk can check.
const KNOWN: [&str; 4] = ["image/jpeg", "image/png", "image/webp", "application/pdf"];

/// How documents are taken. Images are decoded and written anew, so that a page costs little on a slow line and
/// nothing but the picture comes in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentPolicy {
    /// The longer side of an image is made no longer than this, in pixels: 1754 is an A4 page at 150 dots an inch.
    pub longest_side: u32,
    /// Images become grey.
    pub grey: bool,
    /// Where images become grey, a clerk may say of one that it is a photo and keep its colour.
    pub photos_in_colour: bool,
    /// Quality of the JPEG, 1 to 100.
    pub quality: u8,
    /// Images are checked and then kept as large and as fine as they came. What hangs on them (where and with what they
    /// were taken) is taken off all the same.
    pub keep_original: bool,
    /// The largest file that is taken, in bytes, as it comes and as it is kept.
    pub largest_bytes: u64,
    /// What is taken.
    pub media_types: Vec<String>,
}

impl Default for DocumentPolicy {
    fn default() -> Self {
        Self {
            longest_side: 1754,
            grey: true,
            photos_in_colour: false,
            quality: 60,
            keep_original: false,
            largest_bytes: 20 * 1024 * 1024,
            media_types: KNOWN.map(str::to_owned).to_vec(),
        }
    }
}

/// As it stands in the file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PolicyText {
    longest_side: Option<Spanned<u64>>,
    grey: Option<bool>,
    photos_in_colour: Option<bool>,
    quality: Option<Spanned<u64>>,
    keep_original: Option<bool>,
    largest_bytes: Option<Spanned<u64>>,
    media_types: Option<Vec<Spanned<String>>>,
}

/// Reads it; what is wrong goes to `mistakes`.
pub(super) fn read(given: PolicyText, text: &str, mistakes: &mut Vec<ProfileError>) -> DocumentPolicy {
    let usual = DocumentPolicy::default();
    let mut wrong = |at: usize, message: String| {
        mistakes.push(mistake("profile.toml", line_at(text, at), message));
    };
    let mut number = |given: Option<Spanned<u64>>, usual: u64, least: u64, most: u64, name: &str| {
        let Some(given) = given else { return usual };
        if !(least..=most).contains(given.get_ref()) {
            let message = format!("{name} is between {least} and {most}, not {}", given.get_ref());
            wrong(given.span().start, message);
        }
        given.into_inner().clamp(least, most)
    };
    let longest_side = number(given.longest_side, usual.longest_side.into(), 400, 10_000, "longest_side");
    let quality = number(given.quality, usual.quality.into(), 1, 100, "quality");
    // Beyond this no desk waits for a document, whoever added it.
    let largest_bytes =
        number(given.largest_bytes, usual.largest_bytes, 10_000, 64 * 1024 * 1024, "largest_bytes");
    let media_types = given.media_types.map_or(usual.media_types, |given| {
        given
            .into_iter()
            .filter_map(|word| {
                let is_known = KNOWN.contains(&word.get_ref().as_str());
                if !is_known {
                    let message = format!("“{}” is none of {}", word.get_ref(), KNOWN.join(", "));
                    wrong(word.span().start, message);
                }
                is_known.then(|| word.into_inner())
            })
            .collect()
    });
    DocumentPolicy {
        longest_side: u32::try_from(longest_side).unwrap_or(usual.longest_side),
        grey: given.grey.unwrap_or(usual.grey),
        photos_in_colour: given.photos_in_colour.unwrap_or(usual.photos_in_colour),
        quality: u8::try_from(quality).unwrap_or(usual.quality),
        keep_original: given.keep_original.unwrap_or(usual.keep_original),
        largest_bytes,
        media_types,
    }
}

/// The line of a place in a text, from 1.
pub(super) fn line_at(text: &str, start: usize) -> u64 {
    1 + text.bytes().take(start).filter(|&byte| byte == b'\n').count() as u64
}
