//! The exchange over HTTP: bytes in, bytes out. What came of an exchange stands in the answer, not in the status:
//! 200 means that the centre read the request. 400: an enrolment that does not follow the protocol; 413: too
//! large; 415: another content type; 503: the centre cannot work now.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, State};
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use futures_util::StreamExt;

use crate::centre::Centre;
use crate::error::CentreError;
use crate::exchange::{AnswerStream, Intake};

const CBOR: &str = "application/cbor";

/// The most that is read of a request, in bytes. What is behind stays with whoever sent it.
const MAX_REQUEST_BYTES: usize = 16 * 1024 * 1024;

/// After so long without a byte, what came so far is taken in: the line may never say that it is dead.
const STALL: Duration = Duration::from_secs(2);

/// The most that a request for admission may hold, in bytes.
const MAX_ENROLMENT_BYTES: usize = 1024 * 1024;

pub(super) fn body_limit() -> DefaultBodyLimit {
    DefaultBodyLimit::max(MAX_ENROLMENT_BYTES)
}

pub(super) async fn sync(State(centre): State<Arc<Centre>>, headers: HeaderMap, body: Body) -> Response {
    if !is_cbor(&headers) {
        return not_cbor();
    }
    // On a task of its own: when the line breaks, the server gives this request up, and what came of it counts all
    // the same.
    let taken = tokio::spawn(take_in(Arc::clone(&centre), body));
    match taken.await {
        Ok(Ok(stream)) => begin_answer(centre, stream).await,
        Ok(Err(error)) => refusal(&error),
        Err(_) => refusal(&CentreError::Database("a computation was given up".to_owned())),
    }
}

/// Takes a request in as it comes: to its end, to the cut, or as far as it got when the line stalls.
async fn take_in(centre: Arc<Centre>, body: Body) -> Result<AnswerStream, CentreError> {
    let mut intake = Intake::new();
    let mut body = body.into_data_stream();
    let mut total = 0;
    loop {
        match tokio::time::timeout(STALL, body.next()).await {
            Ok(Some(Ok(chunk))) => {
                total += chunk.len();
                if total > MAX_REQUEST_BYTES {
                    break;
                }
                intake.push(&centre, &chunk).await?;
            }
            // The end, or a cut: whole frames count either way.
            Ok(Some(Err(_)) | None) => break,
            Err(_) => intake.commit(&centre).await?,
        }
    }
    intake.answer(&centre).await
}

/// The first frame is read before the answer begins, so that a store that cannot be read is still told as such; the
/// rest as the line takes it.
async fn begin_answer(centre: Arc<Centre>, mut stream: AnswerStream) -> Response {
    let first = match stream.next(&centre).await {
        Ok(first) => first.unwrap_or_default(),
        Err(error) => return refusal(&error),
    };
    if stream.is_at_end() {
        return ([(CONTENT_TYPE, CBOR)], first).into_response();
    }
    let rest = futures_util::stream::unfold((centre, stream), |(centre, mut stream)| async move {
        let next = stream.next(&centre).await;
        if let Err(error) = &next {
            tracing::error!(code = error.code(), %error, "an answer could not be continued");
        }
        next.transpose().map(|frame| (frame, (centre, stream)))
    });
    let whole = futures_util::stream::once(async { Ok(first) }).chain(rest);
    ([(CONTENT_TYPE, CBOR)], Body::from_stream(whole)).into_response()
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

pub(super) fn refusal(error: &CentreError) -> Response {
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
