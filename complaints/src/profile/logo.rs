//! The mark at the head of letters: the file `logo.svg` or `logo.png`, and the part `[logo]` of `profile.toml` with the
//! words that stand for it where it is not seen. What reaches into a page or out of it is no drawing and is refused.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use roxmltree::{Document, Node};

use super::document::line_of;
use super::table::mistake;
use super::{Bundle, LanguageTexts, ProfileError};

/// The names of the two files.
pub(super) const SVG: &str = "logo.svg";
pub(super) const PNG: &str = "logo.png";
/// The largest file, in bytes: it goes to every desk and into every letter.
const LARGEST: usize = 64 * 1024;
/// The shortest and the longest side of a PNG, in pixels.
const SIDES: std::ops::RangeInclusive<u32> = 32..=2000;
/// What an SVG may be drawn of: shapes. Text would need fonts.
const SHAPES: [&str; 20] = [
    "svg",
    "g",
    "defs",
    "symbol",
    "use",
    "title",
    "desc",
    "metadata",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "clipPath",
    "mask",
    "linearGradient",
    "radialGradient",
    "stop",
];

/// A mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// What the bytes are.
    pub format: LogoFormat,
    /// The file.
    pub bytes: Vec<u8>,
    /// What stands for it where it is not seen.
    pub alt: LanguageTexts,
}

/// What a mark's file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogoFormat {
    /// Scalable Vector Graphics.
    Svg,
    /// Portable Network Graphics.
    Png,
}

/// How a PNG stands in a bundle, whose files are texts.
pub(super) fn packed(bytes: &[u8]) -> String {
    BASE64_STANDARD.encode(bytes)
}

/// Reads it; what is wrong goes to `mistakes`. None: letters bear the product's own mark.
pub(super) fn read(
    alt: Option<LanguageTexts>,
    bundle: &Bundle,
    languages: &[String],
    mistakes: &mut Vec<ProfileError>,
) -> Option<Logo> {
    let head = bundle.file("profile.toml");
    let before = mistakes.len();
    let (file, format, bytes) = match (bundle.file(SVG), bundle.file(PNG)) {
        ("", "") => return None,
        (svg, "") => (SVG, LogoFormat::Svg, svg.as_bytes().to_vec()),
        ("", png) => {
            let Ok(bytes) = BASE64_STANDARD.decode(png) else {
                mistakes.push(mistake(PNG, 1, "this is not a whole PNG".to_owned()));
                return None;
            };
            (PNG, LogoFormat::Png, bytes)
        }
        _ => {
            mistakes.push(mistake(SVG, 1, format!("there is {PNG}, too: a letter bears one of them")));
            return None;
        }
    };
    if bytes.len() > LARGEST {
        let message = format!("a logo has at most {LARGEST} bytes, not {}", bytes.len());
        mistakes.push(mistake(file, 1, message));
    } else {
        let checked = match format {
            LogoFormat::Svg => check_svg(bundle.file(SVG)),
            LogoFormat::Png => check_png(&bytes).map_err(|message| (1, message)),
        };
        if let Err((line, message)) = checked {
            mistakes.push(mistake(file, line, message));
        }
    }
    let alt = alt.unwrap_or_default();
    for language in languages.iter().filter(|tag| alt.get(*tag).is_none_or(|text| text.trim().is_empty())) {
        let message =
            format!("[logo] has no words in “{language}” for {file}, which is not seen by everybody");
        mistakes.push(mistake("profile.toml", line_of(head, "[logo]"), message));
    }
    (mistakes.len() == before).then_some(Logo { format, bytes, alt })
}

/// Words that stand for no picture hinder nobody.
pub(super) fn to_look_at(bundle: &Bundle, warnings: &mut Vec<ProfileError>) {
    let line = line_of(bundle.file("profile.toml"), "[logo]");
    let has_words = bundle.file("profile.toml").lines().any(|line| line.trim() == "[logo]");
    if has_words && bundle.file(SVG).is_empty() && bundle.file(PNG).is_empty() {
        let message = format!("there are words for a logo, and neither {SVG} nor {PNG}");
        warnings.push(mistake("profile.toml", line, message));
    }
}

/// Shapes alone, that refer to nothing outside; else the line and what is wrong there.
fn check_svg(text: &str) -> Result<(), (u64, String)> {
    let document = Document::parse(text)
        .map_err(|error| (u64::from(error.pos().row), format!("this is no SVG: {error}")))?;
    let line = |node: &Node<'_, '_>| u64::from(document.text_pos_at(node.range().start).row);
    let root = document.root_element();
    if root.tag_name().name() != "svg" || root.attribute("viewBox").is_none() {
        return Err((line(&root), "an SVG begins with <svg viewBox=\"…\">".to_owned()));
    }
    for node in document.descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        if !SHAPES.contains(&name) {
            return Err((line(&node), format!("<{name}> cannot be printed; turn it into paths")));
        }
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            let leads_out = (name == "href" && !value.starts_with('#'))
                || value.replace("url(#", "").contains("url(")
                || name.starts_with("on");
            if leads_out {
                return Err((line(&node), format!("“{name}” leads out of the drawing; leave it out")));
            }
        }
    }
    Ok(())
}

/// The beginning says what it is and how large, and the chunks go on to the end (ISO/IEC 15948).
fn check_png(bytes: &[u8]) -> Result<(), String> {
    let broken = || "this is not a whole PNG".to_owned();
    let number =
        |at: usize| -> Option<u32> { Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?)) };
    if !bytes.starts_with(b"\x89PNG\r\n\x1a\n") || bytes.get(12..16) != Some(b"IHDR") {
        return Err(broken());
    }
    let (width, height) = (number(16).ok_or_else(broken)?, number(20).ok_or_else(broken)?);
    if !SIDES.contains(&width) || !SIDES.contains(&height) {
        let (least, most) = SIDES.into_inner();
        return Err(format!("each side is between {least} and {most} pixels, not {width} × {height}"));
    }
    let mut at = 8;
    loop {
        let length = number(at).and_then(|length| usize::try_from(length).ok()).ok_or_else(broken)?;
        let is_end = bytes.get(at + 4..at + 8) == Some(b"IEND");
        // Length, name and checksum stand around what a chunk holds.
        at = at.checked_add(length).and_then(|at| at.checked_add(12)).ok_or_else(broken)?;
        if at > bytes.len() {
            return Err(broken());
        }
        if is_end {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOT: &str =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\">\n<circle r=\"4\"/>\n</svg>";

    fn asked(file: &str, content: &str, words: bool) -> (Option<Logo>, String) {
        let mut bundle = Bundle::default();
        bundle.insert("profile.toml", "name = \"x\"\n[logo]\nen = \"A dot\"\n".to_owned());
        bundle.insert(file, content.to_owned());
        let alt = words.then(|| LanguageTexts::from([("en".to_owned(), "A dot".to_owned())]));
        let mut mistakes = Vec::new();
        let logo = read(alt, &bundle, &["en".to_owned()], &mut mistakes);
        (logo, mistakes.iter().map(|mistake| format!("{mistake}\n")).collect())
    }

    /// A head and an end, and nothing between.
    fn png(width: u32, height: u32) -> Vec<u8> {
        let chunk = |name: &[u8; 4], content: &[u8]| {
            let length = u32::try_from(content.len()).unwrap().to_be_bytes();
            [&length[..], name, content, &[0; 4]].concat()
        };
        let size = [width.to_be_bytes(), height.to_be_bytes(), [8, 0, 0, 0]].concat();
        [b"\x89PNG\r\n\x1a\n".as_slice(), &chunk(b"IHDR", &size), &chunk(b"IEND", b"")].concat()
    }

    #[test]
    fn a_drawing_of_shapes_and_a_whole_png_are_taken() {
        let (logo, mistakes) = asked(SVG, DOT, true);
        assert_eq!(mistakes, "");
        assert_eq!(logo.unwrap().format, LogoFormat::Svg);
        let (logo, mistakes) = asked(PNG, &packed(&png(64, 48)), true);
        assert_eq!(mistakes, "");
        assert_eq!(logo.unwrap().bytes, png(64, 48));
        assert_eq!(asked("offices.csv", "", false), (None, String::new()));
    }

    #[test]
    fn what_is_no_drawing_is_told_by_file_and_line() {
        let within = |content: &str| asked(SVG, &DOT.replace("<circle r=\"4\"/>", content), true).1;
        assert!(within("<script/>").starts_with("logo.svg, line 2: <script> cannot be printed"));
        assert!(within("<text>A</text>").starts_with("logo.svg, line 2: <text>"));
        assert!(within("<rect onclick=\"a()\"/>").contains("“onclick” leads out of the drawing"));
        assert!(within("<use href=\"https://a.mu/b.svg\"/>").contains("“href” leads out"));
        assert!(within("<rect style=\"fill:url(https://a.mu)\"/>").contains("“style” leads out"));
        assert_eq!(within("<rect fill=\"url(#a)\"/>"), "");
        assert!(within("<rect>").starts_with("logo.svg, line 3: this is no SVG"));
        assert!(asked(SVG, "<svg/>", true).1.contains("begins with <svg viewBox"));
        assert!(asked(SVG, &DOT.replace('8', &"8".repeat(LARGEST)), true).1.contains("at most 65536 bytes"));
    }

    #[test]
    fn a_png_that_is_cut_or_too_large_and_words_without_a_logo_are_told() {
        let whole = png(64, 48);
        for end in 0..whole.len() {
            assert!(asked(PNG, &packed(&whole[..end]), true).0.is_none(), "{end}");
        }
        assert!(
            asked(PNG, &packed(&png(64, 9000)), true).1.contains("between 32 and 2000 pixels, not 64 × 9000")
        );
        assert!(asked(PNG, "not base64!", true).1.contains("not a whole PNG"));
        assert_eq!(asked("offices.csv", "", true), (None, String::new()));
        let mut bundle = Bundle::default();
        bundle.insert("profile.toml", "name = \"x\"\n[logo]\nen = \"A dot\"\n".to_owned());
        let mut warnings = Vec::new();
        to_look_at(&bundle, &mut warnings);
        assert!(warnings[0].to_string().starts_with("profile.toml, line 2: there are words for a logo"));
        assert!(asked(SVG, DOT, false).1.contains("[logo] has no words in “en” for logo.svg"));
    }
}
