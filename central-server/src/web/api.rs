//! The exchange over HTTP: bytes in, bytes out. What came of an exchange stands in the answer, not in the status:
//! 200 means that the centre read the request. 400: an enrolment that does not follow the protocol; 413: too
//! large; 415: another content type; 503: the centre cannot work now.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::centre::Centre;
use crate::error::CentreError;

const CBOR: &str = "application/cbor";

/// The most that a request may hold, in bytes: a batch of 1 MiB, with room for what does not compress.
const MAX_REQUEST_BYTES: usize = 4 * 1024 * 1024;

pub(super) fn body_limit() -> DefaultBodyLimit {
    DefaultBodyLimit::max(MAX_REQUEST_BYTES)
}

pub(super) async fn sync(State(centre): State<Arc<Centre>>, headers: HeaderMap, body: Bytes) -> Response {
    if !is_cbor(&headers) {
        return not_cbor();
    }
    answer(centre.answer_sync(body.into()).await)
}

pub(super) async fn enrol(State(centre): State<Arc<Centre>>, headers: HeaderMap, body: Bytes) -> Response {
    if !is_cbor(&headers) {
        return not_cbor();
    }
    answer(centre.answer_enrol(body.into()).await)
}

/// 200 while the store can be read.
pub(super) async fn healthz(State(centre): State<Arc<Centre>>) -> Response {
    match centre.check_health().await {
        Ok(()) => (StatusCode::OK, "ok\n").into_response(),
        Err(error) => refusal(&error),
    }
}

fn answer(answer: Result<Vec<u8>, CentreError>) -> Response {
    match answer {
        Ok(bytes) => ([(CONTENT_TYPE, CBOR)], bytes).into_response(),
        Err(error) => refusal(&error),
    }
}

fn refusal(error: &CentreError) -> Response {
    if matches!(error, CentreError::Malformed(_)) {
        return (StatusCode::BAD_REQUEST, format!("{error}\n")).into_response();
    }
    tracing::error!(code = error.code(), %error, "a request could not be answered");
    if error.is_temporary() {
        let wait = [(RETRY_AFTER, "30")];
        return (StatusCode::SERVICE_UNAVAILABLE, wait, format!("{error}\n")).into_response();
    }
    // What a database says of itself is for the log, not for strangers.
    (StatusCode::INTERNAL_SERVER_ERROR, "the centre cannot work now\n").into_response()
}

fn is_cbor(headers: &HeaderMap) -> bool {
    let stated = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    stated.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case(CBOR))
}

fn not_cbor() -> Response {
    (StatusCode::UNSUPPORTED_MEDIA_TYPE, "the content type of an exchange is application/cbor\n")
        .into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_work_later_is_unavailable_and_what_will_not_is_an_error() {
        for error in [CentreError::Busy, CentreError::Full, CentreError::ReadOnly(String::new())] {
            let response = refusal(&error);
            assert_eq!(response.status(), StatusCode::SERVICE_UNAVAILABLE);
            assert!(response.headers().contains_key(RETRY_AFTER));
        }
        assert_eq!(refusal(&CentreError::Malformed(String::new())).status(), StatusCode::BAD_REQUEST);
        let secret = CentreError::Database("relation “feed” does not exist".to_owned());
        assert_eq!(refusal(&secret).status(), StatusCode::INTERNAL_SERVER_ERROR);
    }

    #[test]
    fn the_content_type_may_carry_parameters_and_any_case() {
        let stated = |value: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(CONTENT_TYPE, axum::http::HeaderValue::from_static(value));
            is_cbor(&headers)
        };
        assert!(stated("application/cbor") && stated("Application/CBOR; x=y"));
        assert!(!stated("application/cbor-seq") && !stated("text/html") && !is_cbor(&HeaderMap::new()));
    }
}
