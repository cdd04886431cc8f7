//! A small API of our own for reading, beside Open311: the state of a complaint for whoever has its reference and its access
//! code, categories, offices, figures. `openapi.json` beside this module describes it; a test holds the two together.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::rejection::JsonRejection;
use axum::extract::{DefaultBodyLimit, Extension, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use complaints::profile::text_in;
use complaints::{AccessCode, Body, Complaint, Reference, StepRecord, Verdict};
use locales::Language;
use serde::Deserialize;
use serde_json::{Value, json};

use super::line::line_of;
use super::public::figures::of_year;
use super::{Pages, language};
use crate::error::CentreError;
use crate::web::ClientAddress;

/// The description of the API.
const OPENAPI: &str = include_str!("data/openapi.json");

/// The addresses of the API, below `/api`. Tries are counted together with those on the page.
pub(super) fn routes() -> Router<Arc<Pages>> {
    Router::new()
        .route("/api/openapi.json", get(openapi))
        .route("/api/categories", get(categories))
        .route("/api/offices", get(offices))
        .route("/api/figures", get(figures))
        .route("/api/follow", post(follow))
        .method_not_allowed_fallback(|| async {
            refused(StatusCode::METHOD_NOT_ALLOWED, "method", "this address does not take that method")
        })
        .layer(DefaultBodyLimit::max(4 * 1024))
}

async fn openapi() -> Response {
    answer(([(header::CONTENT_TYPE, "application/json")], OPENAPI).into_response())
}

/// What a question says: names and values. Of a name that comes twice the last one counts.
type Asked = Vec<(String, String)>;

fn value<'a>(asked: &'a [(String, String)], name: &str) -> Option<&'a str> {
    asked.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

fn language_of(data: &Pages, asked: &[(String, String)], headers: &HeaderMap) -> Language {
    let offered = language::offered(data.centre.profile());
    language::of_visit(value(asked, language::CHOICE), headers, &offered)
}

async fn categories(
    State(data): State<Arc<Pages>>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    let language = language_of(&data, &asked, &headers);
    let tag = language.tag();
    let category = |category: &complaints::profile::Category| {
        json!({
            "code": category.code,
            "group": text_in(&category.group, tag),
            "name": text_in(&category.name, tag),
            "institution": category.institution,
            "answer_within_working_days": category.resolve_days,
        })
    };
    let all: Vec<Value> = data.centre.profile().categories.iter().map(category).collect();
    in_language(Json(all).into_response(), language)
}

async fn offices(State(data): State<Arc<Pages>>) -> Response {
    let offices = data.centre.profile().offices.iter().map(|(code, office)| {
        json!({
            "code": code.to_string(),
            "name": office.name,
            "address": office.address,
            "hours": office.hours,
            "phone": office.phone,
        })
    });
    answer(Json(offices.collect::<Vec<Value>>()).into_response())
}

async fn figures(State(data): State<Arc<Pages>>, Query(asked): Query<Asked>, headers: HeaderMap) -> Response {
    let language = language_of(&data, &asked, &headers);
    match of_year(&data.centre, language, value(&asked, "year")).await {
        Ok(Some(figures)) => in_language(Json(figures).into_response(), language),
        Ok(None) => refused(StatusCode::NOT_FOUND, "not_found", "there are no figures of that year"),
        Err(error) => failed(&error),
    }
}

/// Both together open a complaint; they come in the body, so that no log has them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Follow {
    reference: String,
    code: String,
}

async fn follow(
    State(data): State<Arc<Pages>>,
    client: Option<Extension<ClientAddress>>,
    body: Result<Json<Follow>, JsonRejection>,
) -> Response {
    let Json(asked) = match body {
        Ok(body) => body,
        Err(rejection) => {
            let status = match rejection.status() {
                known @ (StatusCode::UNSUPPORTED_MEDIA_TYPE | StatusCode::PAYLOAD_TOO_LARGE) => known,
                _ => StatusCode::BAD_REQUEST,
            };
            return refused(status, "malformed", "send {\"reference\": …, \"code\": …} as application/json");
        }
    };
    let not_right = || refused(StatusCode::NOT_FOUND, "not_right", "reference and access code do not fit");
    let Ok(reference) = asked.reference.parse::<Reference>() else {
        return refused(StatusCode::BAD_REQUEST, "reference", "a reference looks like 12-1-00362-88");
    };
    let Ok(code) = asked.code.parse::<AccessCode>() else { return not_right() };
    let line = line_of(client.map_or(IpAddr::from([0, 0, 0, 0]), |client| client.0.0));
    let tried = match data.centre.begin_following(line, &reference).await {
        Ok(tried) => tried,
        Err(error) => return failed(&error),
    };
    if let Err(wait) = &tried {
        let why = "too many wrong tries; wait and try again";
        let mut response = refused(StatusCode::TOO_MANY_REQUESTS, "too_many_tries", why);
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait.as_secs() + 1));
        return response;
    }
    let found = data.centre.follow(&reference, &code).await;
    if !matches!(found, Ok(None)) {
        for tried in tried.iter().flatten() {
            if let Err(error) = data.centre.give_back(tried).await {
                return failed(&error);
            }
        }
    }
    match found {
        Ok(Some(complaint)) => {
            let mut response = Json(state(&complaint)).into_response();
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            answer(response)
        }
        Ok(None) => not_right(),
        Err(error) => failed(&error),
    }
}

/// Where a complaint stands, as its citizen may know it: no agent, no clerk, no note among colleagues.
fn state(complaint: &Complaint) -> Value {
    let register = &complaint.register;
    let told = complaint.steps.iter().filter(|step| step.verdict == Verdict::Accepted).filter_map(told);
    json!({
        "reference": register.reference.to_string(),
        "kind": register.kind.word(),
        "category": register.category,
        "subject": register.subject,
        "status": complaint.status.word(),
        "institution": complaint.institution,
        "office": complaint.office.to_string(),
        "received_at": complaint.recorded_at().to_string(),
        "due_on": complaint.due_on().map(|day| day.to_string()),
        "told": told.collect::<Vec<Value>>(),
    })
}

/// What was written to the citizen.
fn told(step: &StepRecord) -> Option<Value> {
    let (what, text) = match step.operation()?.body {
        Body::Answer(answer) if answer.definitive => ("definitive_answer", answer.text),
        Body::Answer(answer) => ("interim_answer", answer.text),
        Body::Note(note) if note.for_citizen => ("note", note.text),
        Body::RequestDocument(request) => ("document_requested", request.what),
        _ => return None,
    };
    Some(json!({ "at": step.at.to_string(), "what": what, "text": text }))
}

fn refused(status: StatusCode, code: &str, message: &str) -> Response {
    answer((status, Json(json!({ "code": code, "message": message }))).into_response())
}

fn failed(error: &CentreError) -> Response {
    tracing::error!(code = error.code(), "a question of the API could not be answered");
    refused(StatusCode::SERVICE_UNAVAILABLE, "trouble", "the centre cannot work now; try again in a moment")
}

fn in_language(mut response: Response, language: Language) -> Response {
    if let Ok(tag) = HeaderValue::from_str(language.tag()) {
        response.headers_mut().insert(header::CONTENT_LANGUAGE, tag);
    }
    answer(response)
}

fn answer(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache"));
    response
}
