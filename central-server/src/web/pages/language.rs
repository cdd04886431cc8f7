//! Which language a visitor reads: the one chosen by a link, else the one remembered in a cookie, else the browser's
//! wish, else English.

use axum::http::{HeaderMap, HeaderValue, header};
use complaints::profile::Profile;
use locales::Language;

use super::cookies;

/// The name of the cookie that remembers the choice, and of the value in links and forms.
pub(in crate::web) const CHOICE: &str = "lang";

/// A year, in seconds.
const REMEMBERED_S: u32 = 31_536_000;

/// The languages that this deployment offers, in its order; never empty.
pub(in crate::web) fn offered(profile: &Profile) -> Vec<Language> {
    let languages: Vec<Language> = profile.languages.iter().filter_map(|tag| tag.parse().ok()).collect();
    if languages.is_empty() { vec![Language::En] } else { languages }
}

/// The language for one visit. `chosen` is what a link or a form says.
pub(in crate::web) fn of_visit(chosen: Option<&str>, headers: &HeaderMap, offered: &[Language]) -> Language {
    let known = |tag: &str| tag.parse().ok().filter(|language| offered.contains(language));
    let fallback = || if offered.contains(&Language::En) { Language::En } else { offered[0] };
    chosen
        .and_then(known)
        .or_else(|| cookies::value(headers, CHOICE).and_then(known))
        .or_else(|| wished(headers, known))
        .unwrap_or_else(fallback)
}

/// The cookie that remembers a choice.
pub(super) fn remembered(language: Language) -> HeaderValue {
    let cookie =
        format!("{CHOICE}={}; Path=/; Max-Age={REMEMBERED_S}; HttpOnly; SameSite=Lax", language.tag());
    HeaderValue::from_str(&cookie).expect("a language tag is plain ASCII")
}

/// The first language that fits in `Accept-Language` (RFC 9110, 12.5.4), the heaviest first; equal ones in their
/// order.
fn wished(headers: &HeaderMap, known: impl Fn(&str) -> Option<Language>) -> Option<Language> {
    let wishes = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut heaviest: Option<(Language, f32)> = None;
    for wish in wishes.split(',').take(32) {
        let (tag, weight) = wish.split_once(";q=").unwrap_or((wish, "1"));
        let weight: f32 = weight.trim().parse().unwrap_or(0.0);
        if let Some(language) = known(tag)
            && weight > heaviest.map_or(0.0, |(_, most)| most)
        {
            heaviest = Some((language, weight));
        }
    }
    heaviest.map(|(language, _)| language)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(accept: &str, cookie: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in [(header::ACCEPT_LANGUAGE, accept), (header::COOKIE, cookie)] {
            if !value.is_empty() {
                headers.insert(name, value.parse().unwrap());
            }
        }
        headers
    }

    fn language(chosen: Option<&str>, accept: &str, cookie: &str) -> Language {
        of_visit(
            chosen,
            &headers(accept, cookie),
            &[Language::Mfe, Language::Fr, Language::En, Language::ArMa],
        )
    }

    #[test]
    fn the_browsers_wish_counts_by_weight_the_first_time() {
        assert_eq!(language(None, "de, ar;q=0.4, fr-MU;q=0.9", ""), Language::Fr);
        assert_eq!(language(None, "mfe,en;q=0.9", ""), Language::Mfe);
        assert_eq!(language(None, "fr;q=0, ar", ""), Language::ArMa);
    }

    #[test]
    fn a_choice_by_link_goes_before_the_remembered_one_and_that_before_the_wish() {
        assert_eq!(language(None, "fr", "a=b; lang=ar-MA"), Language::ArMa);
        assert_eq!(language(Some("mfe"), "fr", "lang=ar-MA"), Language::Mfe);
        assert_eq!(language(Some("klingon"), "fr", "lang="), Language::Fr);
    }

    #[test]
    fn without_any_wish_that_fits_it_is_english_or_what_there_is() {
        assert_eq!(language(None, "", ""), Language::En);
        assert_eq!(language(None, "de;q=x,,;q=", ""), Language::En);
        assert_eq!(of_visit(None, &HeaderMap::new(), &[Language::ArMa, Language::Fr]), Language::ArMa);
    }
}
