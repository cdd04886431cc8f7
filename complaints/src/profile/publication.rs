//! What a deployment makes public: the part `[publication]` of `profile.toml`. Where it is missing, or one of its lines
//! is, the usual holds, which is the careful choice.

use serde::Deserialize;
use toml::Spanned;

use super::ProfileError;
use super::policy::line_at;
use super::table::mistake;

/// What is public of single matters and of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicationPolicy {
    /// How programs that speak Open311 name this deployment; the host of the public address, where none is given.
    pub jurisdiction: String,
    /// What citizens wrote, and the place in their words, is public. Who wrote it never is.
    pub prose: bool,
    /// Decimals of latitude and longitude that are public: 3 is about a hundred metres, 0 hides the point.
    pub place_decimals: u8,
    /// Public counts below this are hidden.
    pub hidden_below: u32,
    /// What programs should know before they ask for a key: whom to write to.
    pub contact: String,
}

/// As it stands in the file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PublicationText {
    jurisdiction: Option<Spanned<String>>,
    prose: Option<bool>,
    place_decimals: Option<Spanned<u8>>,
    hidden_below: Option<Spanned<u32>>,
    contact: Option<String>,
}

/// Reads it; what is wrong goes to `mistakes`. `url` is the public address of the portal.
pub(super) fn read(
    given: PublicationText,
    url: &str,
    text: &str,
    mistakes: &mut Vec<ProfileError>,
) -> PublicationPolicy {
    let mut wrong = |at: usize, message: String| {
        mistakes.push(mistake("profile.toml", line_at(text, at), message));
    };
    let jurisdiction = given.jurisdiction.map(|given| {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
        if given.get_ref().is_empty() || !given.get_ref().chars().all(plain) {
            let message = "jurisdiction is a name like city.gov: letters, digits, . - _".to_owned();
            wrong(given.span().start, message);
        }
        given.into_inner()
    });
    let place_decimals = given.place_decimals.map_or(3, |given| {
        if *given.get_ref() > 4 {
            let message = format!("place_decimals is between 0 and 4, not {}", given.get_ref());
            wrong(given.span().start, message);
        }
        given.into_inner().min(4)
    });
    let hidden_below = given.hidden_below.map_or(5, |given| {
        if !(2..=100).contains(given.get_ref()) {
            let message = format!("hidden_below is between 2 and 100, not {}", given.get_ref());
            wrong(given.span().start, message);
        }
        given.into_inner().clamp(2, 100)
    });
    PublicationPolicy {
        jurisdiction: jurisdiction.unwrap_or_else(|| host_of(url).to_owned()),
        prose: given.prose.unwrap_or(false),
        place_decimals,
        hidden_below,
        contact: given.contact.unwrap_or_default(),
    }
}

/// The host of an address, without `www.`.
fn host_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', ':', '?']).next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy(text: &str) -> (PublicationPolicy, Vec<ProfileError>) {
        let mut mistakes = Vec::new();
        let given = toml::from_str(text).unwrap();
        (read(given, "https://www.city.example:8443/portal", text, &mut mistakes), mistakes)
    }

    #[test]
    fn without_a_word_nothing_that_a_citizen_wrote_is_public() {
        let (usual, mistakes) = policy("");
        assert_eq!(mistakes, []);
        assert_eq!((usual.jurisdiction.as_str(), usual.prose), ("city.example", false));
        assert_eq!((usual.place_decimals, usual.hidden_below), (3, 5));
    }

    #[test]
    fn what_would_show_single_people_is_a_mistake_with_its_line() {
        for line in ["hidden_below = 1", "place_decimals = 6", "jurisdiction = \"a b\""] {
            let (_, mistakes) = policy(&format!("prose = true\n{line}\n"));
            assert_eq!(mistakes.len(), 1, "{line}");
            assert_eq!(mistakes[0].line, 2);
        }
    }
}
