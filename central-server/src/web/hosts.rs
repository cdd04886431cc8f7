//! Which commune a request is for: the one whose host name it names. Whoever names none is told calmly that there is nothing,
//! and learns nothing about those that there are.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, header};
use axum::response::Response;
use locales::Language;

use super::{Serving, pages};
use crate::tenants::plain_host;

/// The communes of a server by their host names.
pub struct Hosts {
    by_host: BTreeMap<String, Arc<Serving>>,
    /// Whether `X-Forwarded-Host` is believed: a proxy of our own stands in front.
    trust_proxy: bool,
}

impl Hosts {
    /// No commune yet.
    pub fn new(trust_proxy: bool) -> Self {
        Self { by_host: BTreeMap::new(), trust_proxy }
    }

    /// Adds a commune under its host names.
    pub fn add(&mut self, hosts: &[String], serving: &Arc<Serving>) {
        self.by_host.extend(hosts.iter().map(|host| (host.clone(), Arc::clone(serving))));
    }

    /// Every route of every commune.
    pub fn router(self) -> Router {
        Router::new().fallback(answer).with_state(Arc::new(self))
    }

    /// The languages of all of them.
    fn languages(&self) -> Vec<Language> {
        let mut all: Vec<Language> = Vec::new();
        for serving in self.by_host.values() {
            for language in pages::language::offered(serving.centre().profile()) {
                if !all.contains(&language) {
                    all.push(language);
                }
            }
        }
        all
    }
}

async fn answer(State(hosts): State<Arc<Hosts>>, request: Request) -> Response {
    let host = host_of(&request, hosts.trust_proxy);
    match host.and_then(|host| hosts.by_host.get(&host)) {
        Some(serving) => serving.answer(request).await,
        None => pages::nobody(request, &hosts.languages()).await,
    }
}

/// The host that a request names. Two of them are none: one could be for us and the other for the proxy.
fn host_of(request: &Request, trust_proxy: bool) -> Option<String> {
    let headers = request.headers();
    if trust_proxy && let Some(forwarded) = last_forwarded(headers) {
        return plain_host(forwarded);
    }
    if let Some(host) = request.uri().host() {
        return plain_host(host);
    }
    let mut named = headers.get_all(header::HOST).iter();
    match (named.next(), named.next()) {
        (Some(host), None) => plain_host(host.to_str().ok()?),
        _ => None,
    }
}

/// What our own proxy was asked for is the last one; all before it is what the client claims.
fn last_forwarded(headers: &HeaderMap) -> Option<&str> {
    headers.get_all("x-forwarded-host").iter().next_back()?.to_str().ok()?.rsplit(',').next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn request(uri: &str, headers: &[(&str, &str)]) -> Request {
        let request =
            headers.iter().fold(Request::builder().uri(uri), |it, (name, value)| it.header(*name, *value));
        request.body(Body::empty()).unwrap()
    }

    #[test]
    fn the_host_header_counts_and_what_a_proxy_says_only_when_it_is_ours() {
        let both = [("host", "Safi.example:80"), ("x-forwarded-host", "evil.example, sefrou.example")];
        assert_eq!(host_of(&request("/", &both), false).as_deref(), Some("safi.example"));
        assert_eq!(host_of(&request("/", &both), true).as_deref(), Some("sefrou.example"));
        assert_eq!(host_of(&request("/", &both[..1]), true).as_deref(), Some("safi.example"));
        assert_eq!(
            host_of(&request("http://kenitra.example/x", &both[..1]), false).as_deref(),
            Some("kenitra.example")
        );
        let twice = [("host", "safi.example"), ("host", "sefrou.example")];
        assert_eq!(host_of(&request("/", &twice), false), None);
        assert_eq!(host_of(&request("/", &[]), false), None);
    }
}
