//! What stands at a host name that no commune has.

use askama::Template;
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::from_fn;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use locales::{Language, texts};
use tower::ServiceExt;

use super::{assets, language, security};

#[derive(Template)]
#[template(path = "portal/nobody.html")]
struct Nobody {
    tag: &'static str,
    direction: &'static str,
    style: &'static str,
    title: String,
    text: String,
}

/// The page, in the language that the visitor wishes among those of all communes; and what it needs to look like one.
pub(in crate::web) async fn nobody(request: Request, offered: &[Language]) -> Response {
    let fallback = [Language::En];
    let offered = if offered.is_empty() { &fallback[..] } else { offered };
    let language = language::of_visit(None, request.headers(), offered);
    let router: Router = Router::new()
        .route("/static/style.css", get(assets::style))
        .route("/static/mark.svg", get(assets::mark))
        .route("/static/fonts/{name}", get(assets::font))
        .fallback(move || async move { page(language) })
        .layer(from_fn(security::headers));
    router.oneshot(request).await.into_response()
}

fn page(language: Language) -> Response {
    let texts = texts(language);
    let nobody = Nobody {
        tag: language.tag(),
        direction: language.direction(),
        style: assets::style_address(),
        title: texts.text("centre-nobody-title"),
        text: texts.text("centre-nobody"),
    };
    let mut response = match nobody.render() {
        Ok(html) => (StatusCode::NOT_FOUND, Html(html)).into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    };
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("Accept-Language, Cookie"));
    response
}
