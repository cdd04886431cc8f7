//! Following a complaint with its reference and its access code. Whoever guesses learns nothing: a wrong reference and
//! a wrong code get the same answer, after the same work, and few tries.

use std::sync::Arc;
use std::time::Duration;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use complaints::{AccessCode, Complaint, Reference, ReferenceError};
use locales::{Language, dates};

use super::FollowForm;
use super::case::case_address;
use super::guest::{guest_or_new, remember};
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::forms::{Faults, Typed};
use crate::web::pages::frame::{Frame, Resend};
use crate::web::pages::visit::Visit;
use crate::web::pages::{Pages, language};

#[derive(Template)]
#[template(path = "portal/follow.html")]
struct Follow {
    frame: Frame,
    form: FollowForm,
    /// Somebody wanted a page that needs both.
    is_closed: bool,
}

/// `GET /follow`, with `?reference=` the reference is filled in already.
pub(in crate::web::pages) async fn ask(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
) -> Result<Response, Failure> {
    let frame = Frame::new(pages.profile(), &visit);
    let reference =
        visit.asked("reference").parse().map(|known: Reference| known.to_string()).unwrap_or_default();
    let form = FollowForm::new(pages.profile(), reference, String::new(), Faults::default());
    let is_closed = !visit.asked("closed").is_empty();
    page(StatusCode::OK, &Follow { frame, form, is_closed })
}

/// `POST /follow`: opens the complaint to this browser.
pub(in crate::web::pages) async fn check(
    State(pages): State<Arc<Pages>>,
    mut visit: Visit,
    headers: HeaderMap,
    typed: Typed,
) -> Result<Response, Failure> {
    let chosen: Option<Language> = typed.get(language::CHOICE).parse().ok();
    let chosen = chosen.filter(|known| language::offered(pages.profile()).contains(known));
    visit.language = chosen.unwrap_or(visit.language);
    let mut frame = Frame::new(pages.profile(), &visit);
    let (reference, code) = (typed.line("reference"), typed.line("code"));
    let fields = vec![("reference", reference.clone()), ("code", code.clone())];
    frame.resend = Some(Resend { action: "/follow", fields });
    let mut response = match look(&pages, &visit, &reference, &code).await? {
        Look::Found(complaint) => {
            let guest = guest_or_new(&pages, &headers).await?;
            pages.centre.open_for(&guest, complaint.id).await?;
            let address = format!("{}?id={}", case_address(&complaint), complaint.id);
            let mut response = Redirect::to(&address).into_response();
            remember(&mut response, &guest, &visit);
            response
        }
        Look::Faulty(faults) => {
            let faults = said(&frame, &pages, &faults);
            let form = FollowForm::new(pages.profile(), reference, code, faults);
            page(StatusCode::UNPROCESSABLE_ENTITY, &Follow { frame, form, is_closed: false })?
        }
        Look::TooMany(wait) => {
            let form = FollowForm::new(pages.profile(), reference, code, too_many(&frame, &pages, wait));
            let mut response =
                page(StatusCode::TOO_MANY_REQUESTS, &Follow { frame, form, is_closed: false })?;
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait.as_secs() + 1));
            response
        }
    };
    if let Some(language) = chosen {
        response.headers_mut().append(header::SET_COOKIE, language::remembered(language));
    }
    Ok(response)
}

/// What came of looking.
pub(super) enum Look {
    Found(Box<Complaint>),
    Faulty(Vec<Fault>),
    TooMany(Duration),
}

/// What is wrong with what was typed.
#[derive(Clone, Copy)]
pub(super) enum Fault {
    NoReference,
    NoCode,
    Reference(ReferenceError),
    NotRight,
}

pub(super) async fn look(pages: &Pages, visit: &Visit, reference: &str, code: &str) -> Result<Look, Failure> {
    let mut faults = Vec::new();
    let known = reference.parse::<Reference>();
    match known {
        Err(_) if reference.is_empty() => faults.push(Fault::NoReference),
        Err(error) => faults.push(Fault::Reference(error)),
        Ok(_) => {}
    }
    if code.is_empty() {
        faults.push(Fault::NoCode);
    }
    let (Ok(reference), true) = (known, faults.is_empty()) else { return Ok(Look::Faulty(faults)) };
    // A code of another shape fits no complaint: it gets the answer that every wrong pair gets.
    let Ok(code) = code.parse::<AccessCode>() else { return Ok(Look::Faulty(vec![Fault::NotRight])) };
    let tried = match pages.centre.begin_following(visit.line, &reference).await? {
        Ok(tried) => tried,
        Err(wait) => return Ok(Look::TooMany(wait)),
    };
    let found = pages.centre.follow(&reference, &code).await;
    if !matches!(found, Ok(None)) {
        for tried in &tried {
            pages.centre.give_back(tried).await?;
        }
    }
    Ok(found?
        .map_or_else(|| Look::Faulty(vec![Fault::NotRight]), |complaint| Look::Found(Box::new(complaint))))
}

pub(super) fn said(frame: &Frame, pages: &Pages, faults: &[Fault]) -> Faults {
    let mut said = Faults::default();
    for fault in faults {
        match fault {
            Fault::NoReference => said.add("reference", frame.t("portal-reference-missing")),
            Fault::NoCode => said.add("code", frame.t("portal-code-missing")),
            Fault::Reference(ReferenceError::Shape) => {
                let example = super::example_reference(pages.profile());
                said.add("reference", frame.one("portal-reference-shape", "example", &example));
            }
            Fault::Reference(ReferenceError::Check) => {
                said.add("reference", frame.t("portal-reference-check"))
            }
            Fault::NotRight => said.add("reference", frame.t("portal-not-right")),
        }
    }
    said
}

pub(super) fn too_many(frame: &Frame, pages: &Pages, wait: Duration) -> Faults {
    // A clock on the wall shows no seconds: the next full minute is surely late enough.
    let wait = wait + Duration::from_secs(60);
    let now = pages.centre.now();
    let again = now.checked_add(wait).unwrap_or(now);
    let time = dates::time(frame.language, again.time(), false);
    let mut said = Faults::default();
    said.add("reference", frame.one("portal-too-many", "time", &time));
    said
}
