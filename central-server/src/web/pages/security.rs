//! The headers that every page carries: nothing from elsewhere, no script but the agents' keys, no frame, no trace of where one was, and
//! nothing kept by a shared computer unless the page says so itself.

use std::sync::OnceLock;

use axum::extract::Request;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::assets::{KEYS, digest_of_script};

const POLICY: &str = "default-src 'self'; script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'self'; \
                      frame-ancestors 'none'";

/// Adds them. `Cache-Control` and the policy stay as the page has set them.
pub(super) async fn headers(request: Request, next: Next) -> Response {
    // The one page that others may show within theirs says by whom in its own policy; the older header cannot.
    let may_be_framed = request.uri().path() == super::public::widget::PATH;
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in
        [(header::X_CONTENT_TYPE_OPTIONS, "nosniff"), (header::REFERRER_POLICY, "no-referrer")]
    {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if !may_be_framed {
        headers.insert(header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    }
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(POLICY));
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// The policy of the agents' pages: beside what holds everywhere, the one script that stands in them may run, as it was
/// written and as nothing else.
pub(super) async fn keys_alone(request: Request, next: Next) -> Response {
    static POLICY_WITH_KEYS: OnceLock<HeaderValue> = OnceLock::new();
    let policy = POLICY_WITH_KEYS.get_or_init(|| {
        let policy = POLICY.replace("script-src 'none'", &format!("script-src {}", digest_of_script(KEYS)));
        HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static(POLICY))
    });
    let mut response = next.run(request).await;
    response.headers_mut().entry(header::CONTENT_SECURITY_POLICY).or_insert(policy.clone());
    response
}

/// Turns away what another site sends with an agent's browser. The session's cookie does not travel from there
/// either; browsers that know this header say so plainly.
pub(super) async fn from_here_only(request: Request, next: Next) -> Response {
    let elsewhere = request
        .headers()
        .get("sec-fetch-site")
        .is_some_and(|site| !matches!(site.as_bytes(), b"same-origin" | b"none"));
    if elsewhere && request.method() != Method::GET && request.method() != Method::HEAD {
        return StatusCode::FORBIDDEN.into_response();
    }
    next.run(request).await
}
