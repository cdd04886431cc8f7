//! Style sheet, typeface and mark, from memory: pages need nothing from elsewhere. Their address carries a digest, so
//! browsers may keep them for a year.

use std::sync::OnceLock;

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

const STYLE: &str = concat!(
    include_str!("../../../static/typeface.css"),
    include_str!("../../../../look/tokens.css"),
    include_str!("../../../static/ground.css"),
    include_str!("../../../static/forms.css"),
    include_str!("../../../static/portal.css"),
    include_str!("../../../static/agents.css"),
    include_str!("../../../static/figures.css"),
);

/// What lets agents work by single keys. It stands in their pages themselves, whose policy names its digest.
pub(super) const KEYS: &str = include_str!("../../../static/keys.js");

const MARK: &[u8] = include_bytes!("../../../../look/mark.svg");

macro_rules! fonts {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../../../look/fonts/", $name)) as &[u8])),+]
    };
}

const FONTS: &[(&str, &[u8])] = fonts![
    "ibm-plex-sans-arabic-arabic-400-normal.woff2",
    "ibm-plex-sans-arabic-arabic-500-normal.woff2",
    "ibm-plex-sans-arabic-arabic-600-normal.woff2",
    "ibm-plex-sans-latin-400-normal.woff2",
    "ibm-plex-sans-latin-500-normal.woff2",
    "ibm-plex-sans-latin-600-normal.woff2",
    "ibm-plex-sans-latin-ext-400-normal.woff2",
    "ibm-plex-sans-latin-ext-500-normal.woff2",
    "ibm-plex-sans-latin-ext-600-normal.woff2",
];

/// Where the style sheet of this version stands.
pub(super) fn style_address() -> &'static str {
    static ADDRESS: OnceLock<String> = OnceLock::new();
    ADDRESS.get_or_init(|| {
        let digest = blake3::hash(STYLE.as_bytes()).to_hex();
        format!("/static/style.css?v={}", &digest[..12])
    })
}

/// What a policy calls a script of which this is every byte.
pub(super) fn digest_of_script(script: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script.as_bytes())))
}

/// The style sheet.
pub(super) async fn style() -> Response {
    kept("text/css; charset=utf-8", STYLE.as_bytes())
}

/// The mark, for the tab of a browser.
pub(super) async fn mark() -> Response {
    kept("image/svg+xml", MARK)
}

/// A file of the typeface.
pub(super) async fn font(Path(name): Path<String>) -> Response {
    match FONTS.iter().find(|(known, _)| *known == name) {
        Some((_, bytes)) => kept("font/woff2", bytes),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn kept(kind: &'static str, bytes: &'static [u8]) -> Response {
    let headers =
        [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    (headers, bytes).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_style_sheet_asks_for_no_font_that_is_not_here() {
        let asked = STYLE.split("url(\"fonts/").skip(1).filter_map(|rest| rest.split('"').next());
        let asked: Vec<&str> = asked.collect();
        assert_eq!(asked.len(), FONTS.len());
        assert!(asked.iter().all(|name| FONTS.iter().any(|(known, _)| known == name)));
    }

    #[test]
    fn the_style_sheet_names_no_left_no_right_and_no_other_site() {
        for word in [
            "margin-left",
            "margin-right",
            "padding-left",
            "padding-right",
            "float: left",
            "float: right",
            "http:",
            "https:",
            "//",
        ] {
            assert!(!STYLE.contains(word), "{word}");
        }
    }
}
