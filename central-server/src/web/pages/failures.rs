//! When something is not there or goes wrong: every refusal becomes a page in the reader's language, never a bare
//! code. What a form says about its own fields does not belong here.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Redirect, Response};
use locales::Args;

use super::Pages;
use super::forms::LONGEST_TEXT;
use super::frame::Frame;
use super::visit::Visit;
use crate::error::CentreError;

/// Why there is no page. What exactly is told to the log, never to the visitor.
#[derive(Debug)]
pub(super) enum Failure {
    /// It does not exist, or not for this visitor.
    NotFound,
    /// The visitor may not do that.
    NotAllowed,
    /// The visitor has signed in with a password that was drawn, and has to choose an own one first.
    PasswordFirst,
    /// The centre could not.
    Centre(CentreError),
    /// A template could not be filled.
    Template(askama::Error),
}

impl From<CentreError> for Failure {
    fn from(error: CentreError) -> Self {
        match error {
            CentreError::NotFound(_) => Self::NotFound,
            CentreError::NotAllowed(_) => Self::NotAllowed,
            other => Self::Centre(other),
        }
    }
}

impl From<askama::Error> for Failure {
    fn from(error: askama::Error) -> Self {
        Self::Template(error)
    }
}

impl IntoResponse for Failure {
    /// The bare status; [`explain`] makes the page.
    fn into_response(self) -> Response {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND.into_response(),
            Self::NotAllowed => StatusCode::FORBIDDEN.into_response(),
            Self::PasswordFirst => Redirect::to("/agents/password").into_response(),
            Self::Centre(error) if error.is_temporary() => {
                tracing::warn!(code = error.code(), "a page could not be shown for now");
                StatusCode::SERVICE_UNAVAILABLE.into_response()
            }
            Self::Centre(error) => {
                tracing::error!(code = error.code(), "a page could not be shown");
                StatusCode::INTERNAL_SERVER_ERROR.into_response()
            }
            Self::Template(error) => {
                tracing::error!(%error, "a template could not be filled");
                StatusCode::INTERNAL_SERVER_ERROR.into_response()
            }
        }
    }
}

/// A page as a response.
pub(super) fn page(status: StatusCode, template: &impl Template) -> Result<Response, Failure> {
    Ok((status, Html(template.render()?)).into_response())
}

#[derive(Template)]
#[template(path = "portal/failure.html")]
struct FailurePage {
    frame: Frame,
    title: String,
    text: String,
}

/// Makes a page of every refusal that has none.
pub(super) async fn explain(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    request: Request,
    next: Next,
) -> Response {
    let response = next.run(request).await;
    let status = response.status();
    let refused = status.is_client_error() || status.is_server_error();
    if !refused || response.headers().get(header::CONTENT_TYPE).is_some_and(is_html) {
        return response;
    }
    let frame = Frame::new(pages.profile(), &visit);
    let (title, text) = words(&frame, status);
    let mut explained = match page(status, &FailurePage { frame, title, text }) {
        Ok(explained) => explained,
        Err(_) => return response,
    };
    for name in [header::ALLOW, header::RETRY_AFTER] {
        if let Some(value) = response.headers().get(&name) {
            explained.headers_mut().insert(name, value.clone());
        }
    }
    explained
}

/// What nobody answers for.
pub(super) async fn nothing_here() -> StatusCode {
    StatusCode::NOT_FOUND
}

fn words(frame: &Frame, status: StatusCode) -> (String, String) {
    match status {
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => {
            (frame.t("centre-not-found-title"), frame.t("centre-not-found"))
        }
        StatusCode::PAYLOAD_TOO_LARGE => {
            let limit = Args::new().with("limit", LONGEST_TEXT);
            (frame.t("centre-too-large-title"), frame.with("centre-too-large", &limit))
        }
        StatusCode::FORBIDDEN => (frame.t("agents-refused-title"), frame.t("agents-not-allowed")),
        _ => (frame.t("centre-trouble-title"), frame.t("centre-trouble")),
    }
}

fn is_html(kind: &HeaderValue) -> bool {
    kind.as_bytes().starts_with(b"text/html")
}
