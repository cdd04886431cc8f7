//! Filing without an office: whether citizens may file on the portal, under which office's number, and how long they
//! may come back to what was answered.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::policy::line_at;
use super::table::mistake;
use super::{Office, ProfileError};
use crate::identity::OfficeCode;

/// How citizens file and come back without an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PortalPolicy {
    /// The code that stands in the references of what is filed there. It belongs to no office with a counter.
    pub office: OfficeCode,
    /// Days after the last answer in which the citizen may say how content they are.
    pub rate_days: u32,
    /// Days after the last answer in which the citizen may have it taken up once more.
    pub reopen_days: u32,
    /// Days after the last answer in which the citizen may bring it before the unit at the centre.
    pub appeal_days: u32,
}

/// As it stands in the file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PortalText {
    office: Spanned<String>,
    rate_days: Option<Spanned<u32>>,
    reopen_days: Option<Spanned<u32>>,
    appeal_days: Option<Spanned<u32>>,
    #[serde(default)]
    widget_on: Vec<Spanned<String>>,
}

/// The sites that may show the small page for following within their own: each an origin, `https://www.example.ma`.
pub(super) fn widget_on(
    given: Option<&PortalText>,
    text: &str,
    mistakes: &mut Vec<ProfileError>,
) -> Vec<String> {
    let given = given.map_or(&[][..], |given| &given.widget_on);
    for site in given.iter().filter(|site| !is_origin(site.get_ref())) {
        let message =
            format!("widget_on names sites such as https://www.example.ma, not “{}”", site.get_ref());
        mistakes.push(mistake("profile.toml", line_at(text, site.span().start), message));
    }
    given.iter().map(|site| site.get_ref().clone()).collect()
}

/// Scheme and host, perhaps a port, and nothing that could end a header or begin another rule of a policy.
fn is_origin(site: &str) -> bool {
    let host = site.strip_prefix("https://").or_else(|| site.strip_prefix("http://"));
    host.is_some_and(|host| {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':');
        !host.is_empty() && host.chars().all(plain)
    })
}

/// Reads it; what is wrong goes to `mistakes`. None: citizens file at the offices alone.
pub(super) fn read(
    given: Option<PortalText>,
    text: &str,
    offices: &BTreeMap<OfficeCode, Office>,
    mistakes: &mut Vec<ProfileError>,
) -> Option<PortalPolicy> {
    let given = given?;
    let mut wrong = |at: usize, message: String| {
        mistakes.push(mistake("profile.toml", line_at(text, at), message));
    };
    let mut days = |given: Option<Spanned<u32>>, name: &str| {
        let Some(given) = given else { return 30 };
        if !(1..=730).contains(given.get_ref()) {
            wrong(given.span().start, format!("{name} is between 1 and 730, not {}", given.get_ref()));
        }
        given.into_inner().clamp(1, 730)
    };
    let rate_days = days(given.rate_days, "rate_days");
    let reopen_days = days(given.reopen_days, "reopen_days");
    let appeal_days = days(given.appeal_days, "appeal_days");
    match given.office.get_ref().parse::<OfficeCode>() {
        Ok(office) if offices.contains_key(&office) => {
            let message = format!("the portal needs a code of its own: {office} is an office in offices.csv");
            wrong(given.office.span().start, message);
            None
        }
        Ok(office) => Some(PortalPolicy { office, rate_days, reopen_days, appeal_days }),
        Err(_) => {
            let message = "an office code is two digits between 01 and 99".to_owned();
            wrong(given.office.span().start, message);
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_origin;

    #[test]
    fn a_site_is_named_by_scheme_and_host_alone() {
        for good in ["https://www.sefrou.ma", "http://localhost:8080"] {
            assert!(is_origin(good), "{good}");
        }
        for bad in [
            "www.sefrou.ma",
            "https://",
            "https://a.ma/page",
            "https://a.ma; script-src *",
            "*",
            "https://*.ma",
            "https://a.ma\n",
        ] {
            assert!(!is_origin(bad), "{bad}");
        }
    }
}
