//! What a request says about who visits: the language, where the links to the other languages lead, from which line
//! the visitor comes and whether the way there is encrypted.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use locales::Language;

use super::line::line_of;
use super::{Pages, language};
use crate::web::ClientAddress;

/// One visit.
#[derive(Debug, Clone)]
pub(super) struct Visit {
    /// The language to answer in.
    pub(super) language: Language,
    /// The path without the query.
    pub(super) path: String,
    /// What the query says, without the choice of a language.
    pub(super) query: BTreeMap<String, String>,
    /// The line that the visitor comes from, for counting tries.
    pub(super) line: IpAddr,
    /// Whether cookies may be marked as for encrypted ways only.
    pub(super) encrypted: bool,
}

impl Visit {
    /// A value of the query; empty when it is not there.
    pub(super) fn asked(&self, name: &str) -> &str {
        self.query.get(name).map_or("", String::as_str)
    }

    /// The same page in another language.
    pub(super) fn address_in(&self, language: Language) -> String {
        let mut query = self.query.clone();
        query.insert(language::CHOICE.to_owned(), language.tag().to_owned());
        address(&self.path, &query)
    }
}

/// A path with a query.
pub(super) fn address(path: &str, query: &BTreeMap<String, String>) -> String {
    let pairs: Vec<String> =
        query.iter().map(|(name, value)| format!("{}={}", percent(name), percent(value))).collect();
    if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
}

impl FromRequestParts<Arc<Pages>> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, pages: &Arc<Pages>) -> Result<Self, Infallible> {
        let mut query = query(parts.uri.query().unwrap_or_default());
        let chosen = query.remove(language::CHOICE);
        let client = parts
            .extensions
            .get()
            .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |client: &ClientAddress| client.0);
        Ok(Self {
            language: language::of_visit(
                chosen.as_deref(),
                &parts.headers,
                &language::offered(pages.profile()),
            ),
            path: parts.uri.path().to_owned(),
            query,
            line: line_of(client),
            encrypted: is_encrypted(&parts.headers),
        })
    }
}

/// Whether the proxy in front was reached by HTTPS. A visitor who claims so without one only loses the own cookie,
/// which is why the claim needs no trust.
fn is_encrypted(headers: &HeaderMap) -> bool {
    headers.get("x-forwarded-proto").is_some_and(|proto| proto.as_bytes().eq_ignore_ascii_case(b"https"))
}

fn query(text: &str) -> BTreeMap<String, String> {
    let uri = format!("/?{text}").parse().unwrap_or_default();
    axum::extract::Query::<Vec<(String, String)>>::try_from_uri(&uri)
        .map(|pairs| pairs.0.into_iter().take(32).collect())
        .unwrap_or_default()
}

/// Percent-encoding of whatever is not unreserved (RFC 3986, 2.3).
fn percent(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                encoded.push(char::from(byte))
            }
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn an_address_keeps_its_query() {
        let query = query("words=no+water%26more&group=open&x=%ff");
        assert_eq!(query["words"], "no water&more");
        assert!(address("/agents", &query).starts_with("/agents?group=open&words=no%20water%26more"));
        assert_eq!(address("/", &BTreeMap::new()), "/");
    }
}
