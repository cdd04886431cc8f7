//! GeoReport v2 over HTTP: the addresses of the standard, its two formats, its errors. What is public and what may be
//! filed is decided in `crate::open311`.

mod answers;
mod tree;

use std::net::IpAddr;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use complaints::profile::Profile;
use jiff::civil::Date;
use locales::{Language, Texts, texts};

use super::ClientAddress;
use super::pages::language;
use super::pages::line::line_of;
use crate::centre::Centre;
use crate::error::CentreError;
use crate::open311::{Fault, Given, posting, requests};
use crate::portal::Limited;
use tree::Node;

/// The most that is read of a request that is filed, in bytes.
const LARGEST: usize = 128 * 1024;

/// What the answers share.
struct Open311 {
    centre: Arc<Centre>,
}

/// The addresses of the standard, below `/open311`.
pub(super) fn router(centre: Arc<Centre>) -> Router {
    let open311 = Open311 { centre };
    Router::new()
        .route("/open311/{name}", get(discovery))
        .route("/open311/v2/{name}", get(list).post(file))
        .route("/open311/v2/{name}/{item}", get(single))
        .layer(DefaultBodyLimit::max(LARGEST))
        .layer(from_fn(headers))
        .with_state(Arc::new(open311))
}

/// What goes with every answer: programs in browsers of other sites may read it, and nobody keeps it.
async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CACHE_CONTROL, "no-cache"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// One call: in which format and language it is answered.
struct Call<'a> {
    profile: &'a Profile,
    today: Date,
    format: Format,
    language: Language,
    texts: &'static Texts,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Xml,
    Json,
}

/// The name of a resource and the format behind its last point. Without one it is XML, which every server must speak.
fn split(name: &str) -> (&str, Result<Format, Fault>) {
    match name.rsplit_once('.') {
        Some((name, "xml")) => (name, Ok(Format::Xml)),
        Some((name, "json")) => (name, Ok(Format::Json)),
        Some((name, other)) if other.len() <= 4 => (name, Err(Fault::Format)),
        _ => (name, Ok(Format::Xml)),
    }
}

impl<'a> Call<'a> {
    fn new(open311: &'a Open311, format: Format, given: &Given, headers: &HeaderMap) -> Self {
        let profile = open311.centre.profile();
        let chosen = given.one("locale").or_else(|| given.one(language::CHOICE));
        let language = language::of_visit(chosen, headers, &language::offered(profile));
        let today = open311.centre.now().date();
        Self { profile, today, format, language, texts: texts(language) }
    }

    fn answer(&self, status: StatusCode, root: &str, answer: &Node) -> Response {
        let (kind, text) = match self.format {
            Format::Xml => ("text/xml; charset=utf-8", tree::xml(root, answer)),
            Format::Json => ("application/json; charset=utf-8", tree::json(answer)),
        };
        let mut response = (status, [(header::CONTENT_TYPE, kind)], text).into_response();
        if let Ok(tag) = HeaderValue::from_str(self.language.tag()) {
            response.headers_mut().insert(header::CONTENT_LANGUAGE, tag);
        }
        response
    }

    fn found(&self, root: &str, answer: &Node) -> Response {
        self.answer(StatusCode::OK, root, answer)
    }

    fn refused(&self, faults: &[Fault]) -> Response {
        let status = faults.first().and_then(|fault| StatusCode::from_u16(fault.code()).ok());
        let error = |fault: &Fault| {
            Node::Record(vec![
                ("code", Node::Number(fault.code().to_string())),
                ("description", Node::text(fault.told(self.texts))),
            ])
        };
        let errors = Node::List("error", faults.iter().map(error).collect());
        self.answer(status.unwrap_or(StatusCode::BAD_REQUEST), "errors", &errors)
    }

    /// What the centre could not do. Why exactly is told to the log.
    fn failed(&self, error: &CentreError) -> Response {
        tracing::error!(code = error.code(), "a call of Open311 could not be answered");
        self.refused(&[Fault::Trouble])
    }
}

/// Whether what every call must fulfil is fulfilled.
async fn admitted(
    open311: &Open311,
    format: Result<Format, Fault>,
    given: &Given,
    line: IpAddr,
) -> Result<(), Fault> {
    format?;
    match open311.centre.count_question(line).await {
        Ok(true) => {}
        Ok(false) => return Err(Fault::TooOften),
        Err(error) => {
            tracing::error!(code = error.code(), "a call of Open311 could not be counted");
            return Err(Fault::Trouble);
        }
    }
    let ours = &open311.centre.profile().publication.jurisdiction;
    match given.one("jurisdiction_id") {
        Some(other) if !other.eq_ignore_ascii_case(ours) => Err(Fault::Jurisdiction(ours.clone())),
        _ => Ok(()),
    }
}

/// What a question over GET brought.
struct Question {
    given: Given,
    headers: HeaderMap,
    line: IpAddr,
    encrypted: bool,
}

impl Question {
    fn of(request: &Request) -> Self {
        let client: Option<&ClientAddress> = request.extensions().get();
        let unknown = IpAddr::from([0, 0, 0, 0]);
        let encrypted =
            request.headers().get("x-forwarded-proto").is_some_and(|proto| proto.as_bytes() == b"https");
        Self {
            given: Given::new(pairs(request.uri().query().unwrap_or_default())),
            headers: request.headers().clone(),
            line: line_of(client.map_or(unknown, |client| client.0)),
            encrypted,
        }
    }
}

fn pairs(text: &str) -> Vec<(String, String)> {
    let uri: Uri = format!("/?{text}").parse().unwrap_or_default();
    axum::extract::Query::<Vec<(String, String)>>::try_from_uri(&uri)
        .map(|pairs| pairs.0.into_iter().take(200).collect())
        .unwrap_or_default()
}

/// `GET /open311/discovery.xml`
async fn discovery(
    State(open311): State<Arc<Open311>>,
    Path(name): Path<String>,
    request: Request,
) -> Response {
    let question = Question::of(&request);
    let (name, format) = split(&name);
    let call = Call::new(&open311, format.clone().unwrap_or(Format::Xml), &question.given, &question.headers);
    if let Err(fault) = admitted(&open311, format, &question.given, question.line).await {
        return call.refused(&[fault]);
    }
    if name != "discovery" {
        return call.refused(&[Fault::Address]);
    }
    let host = question.headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let base = answers::base(call.profile, host, question.encrypted);
    call.found("discovery", &answers::discovery(&call, &base))
}

/// `GET /open311/v2/services.xml`, `GET /open311/v2/requests.xml`
async fn list(State(open311): State<Arc<Open311>>, Path(name): Path<String>, request: Request) -> Response {
    let question = Question::of(&request);
    let (name, format) = split(&name);
    let call = Call::new(&open311, format.clone().unwrap_or(Format::Xml), &question.given, &question.headers);
    if let Err(fault) = admitted(&open311, format, &question.given, question.line).await {
        return call.refused(&[fault]);
    }
    match name {
        "services" => call.found("services", &answers::services(&call)),
        "requests" => {
            let asked = match requests::question(&open311.centre, &question.given) {
                Ok(asked) => asked,
                Err(faults) => return call.refused(&faults),
            };
            match open311.centre.public_requests(&asked).await {
                Ok(found) => {
                    call.found("service_requests", &answers::requests(&call, &open311.centre, &found))
                }
                Err(error) => call.failed(&error),
            }
        }
        "discovery" => {
            let host = question.headers.get(header::HOST).and_then(|host| host.to_str().ok());
            let base = answers::base(call.profile, host, question.encrypted);
            call.found("discovery", &answers::discovery(&call, &base))
        }
        _ => call.refused(&[Fault::Address]),
    }
}

/// `GET /open311/v2/services/CODE.xml`, `/requests/ID.xml`, `/tokens/TOKEN.xml`
async fn single(
    State(open311): State<Arc<Open311>>,
    Path((name, item)): Path<(String, String)>,
    request: Request,
) -> Response {
    let question = Question::of(&request);
    let (item, format) = split(&item);
    let call = Call::new(&open311, format.clone().unwrap_or(Format::Xml), &question.given, &question.headers);
    if let Err(fault) = admitted(&open311, format, &question.given, question.line).await {
        return call.refused(&[fault]);
    }
    match name.as_str() {
        "services" => match call.profile.category(item) {
            Some(category) => call.found("service_definition", &answers::definition(&call, category)),
            None => call.refused(&[Fault::Service(item.to_owned())]),
        },
        "requests" => {
            let ids = item.parse().map(|id| vec![id]).unwrap_or_default();
            match open311.centre.public_requests(&requests::Question::Ids(ids)).await {
                Ok(found) if found.is_empty() => call.refused(&[Fault::Request(item.to_owned())]),
                Ok(found) => {
                    call.found("service_requests", &answers::requests(&call, &open311.centre, &found))
                }
                Err(error) => call.failed(&error),
            }
        }
        "tokens" => match open311.centre.request_of_token(item).await {
            Ok(Some(found)) => call.found("service_requests", &answers::of_token(&found, item)),
            Ok(None) => call.refused(&[Fault::Token(item.to_owned())]),
            Err(error) => call.failed(&error),
        },
        _ => call.refused(&[Fault::Address]),
    }
}

/// `POST /open311/v2/requests.xml`
async fn file(State(open311): State<Arc<Open311>>, Path(name): Path<String>, request: Request) -> Response {
    let mut question = Question::of(&request);
    let (name, format) = split(&name);
    let (name, is_form) = (name.to_owned(), is_form(&request));
    let body = axum::body::to_bytes(request.into_body(), LARGEST).await;
    let pairs = body.as_ref().map(Bytes::as_ref).ok().and_then(form);
    let body = pairs.filter(|_| is_form);
    if let Some(pairs) = &body {
        question.given = Given::new(pairs.clone());
    }
    let call = Call::new(&open311, format.clone().unwrap_or(Format::Xml), &question.given, &question.headers);
    if name != "requests" {
        return call.refused(&[Fault::Address]);
    }
    if let Err(fault) = admitted(&open311, format, &question.given, question.line).await {
        return call.refused(&[fault]);
    }
    if body.is_none() {
        return call.refused(&[Fault::NoForm]);
    }
    let key = match key(&open311, &question).await {
        Ok(Ok(key)) => key,
        Ok(Err(fault)) => return call.refused(&[fault]),
        Err(error) => return call.failed(&error),
    };
    let filing = match posting::filing(call.profile, call.today, &question.given, call.language.tag()) {
        Ok(filing) => filing,
        Err(faults) => return call.refused(&faults),
    };
    match open311.centre.file_from_program(&filing, &key, &question.given).await {
        Ok(filed) => {
            let account = question.given.one("account_id").unwrap_or_default();
            call.answer(StatusCode::OK, "service_requests", &answers::filed(&call, &filed, account))
        }
        Err(CentreError::NotAllowed(_)) => call.refused(&[Fault::NotTaken]),
        Err(CentreError::Invalid(_)) => call.refused(&[Fault::Field("description")]),
        Err(error) => call.failed(&error),
    }
}

/// Whose key came along. Who guesses is slowed down.
async fn key(
    open311: &Open311,
    question: &Question,
) -> Result<Result<crate::open311::ApiKey, Fault>, CentreError> {
    let Some(given) = question.given.one("api_key") else { return Ok(Err(Fault::NoKey)) };
    let Ok(tried) = open311.centre.begin_try(Limited::ApiKeyFrom, &question.line.to_string()).await? else {
        return Ok(Err(Fault::TooOften));
    };
    let used = open311.centre.use_api_key(given).await?;
    if !matches!(used, Err(Fault::Key)) {
        open311.centre.give_back(&tried).await?;
    }
    Ok(used)
}

fn is_form(request: &Request) -> bool {
    let stated = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let kind = stated.unwrap_or_default().split(';').next().unwrap_or_default().trim();
    request.method() == Method::POST && kind.eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

fn form(body: &[u8]) -> Option<Vec<(String, String)>> {
    let text = std::str::from_utf8(body).ok()?;
    let pairs: Vec<(String, String)> =
        form_urlencoded::parse(text.as_bytes()).into_owned().take(200).collect();
    Some(pairs)
}
