//! The page on which the unit hands in what an office sent on a stick, and gets the reply for it. It works without
//! scripts; the file streams through and is never held whole.

use std::sync::Arc;

use askama::Template;
use axum::extract::multipart::Field;
use axum::extract::{Multipart, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use locales::Args;
use sync_protocol::CarryError;

use super::session::SignedIn;
use super::{Desk, sign_in};
use crate::access::Right;
use crate::carry::TakenIn;
use crate::error::CentreError;
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::frame::Frame;
use crate::web::pages::visit::Visit;
use crate::web::sticks;

/// The longest word that a form proves itself with.
const LONGEST_WORD: usize = 200;

#[derive(Template)]
#[template(path = "agents/carry.html")]
struct Carry {
    frame: Frame,
    desk: Desk,
    fault: Option<String>,
}

/// `GET /agents/carry`
pub(in crate::web::pages) async fn ask(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let Some(signed_in) = SignedIn::from(&pages, &headers).await? else { return Ok(sign_in::first(&visit)) };
    must_be_of_the_unit(&signed_in)?;
    shown(&pages, &visit, &signed_in, StatusCode::OK, None)
}

/// `POST /agents/carry`
pub(in crate::web::pages) async fn take(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    mut form: Multipart,
) -> Result<Response, Failure> {
    let Some(signed_in) = SignedIn::from(&pages, &headers).await? else {
        return sign_in::again(&pages, &visit, "/agents/carry", "");
    };
    must_be_of_the_unit(&signed_in)?;
    let refused = |status, key: &str| {
        let words = Frame::new(pages.profile(), &visit).t(key);
        shown(&pages, &visit, &signed_in, status, Some(words))
    };
    // The word stands before the file in the form, so nothing is taken from a form of another origin.
    let word = match form.next_field().await {
        Ok(Some(field)) if field.name() == Some("word") => word(field).await,
        _ => String::new(),
    };
    if !signed_in.wrote(&word) {
        return refused(StatusCode::FORBIDDEN, "agents-token");
    }
    let file = match form.next_field().await {
        Ok(Some(file)) if file.file_name().is_some_and(|name| !name.is_empty()) => file,
        _ => return refused(StatusCode::UNPROCESSABLE_ENTITY, "agents-carry-missing"),
    };
    let cut = |taken| {
        let frame = Frame::new(pages.profile(), &visit);
        let told = frame.with("agents-carry-cut", &Args::new().with("count", taken));
        shown(&pages, &visit, &signed_in, StatusCode::UNPROCESSABLE_ENTITY, Some(told))
    };
    match sticks::take_in(&pages.centre, file).await {
        Ok(taken) if taken.cut().is_some() => cut(taken.taken()),
        Ok(taken) => Ok(download(taken)),
        Err(CentreError::Carry(CarryError::TooShort)) => cut(0),
        Err(error) => {
            let (status, key) = fault(error)?;
            refused(status, key)
        }
    }
}

/// What is for the whole country's offices is no business of an institution.
fn must_be_of_the_unit(signed_in: &SignedIn) -> Result<(), Failure> {
    signed_in.must(Right::Sticks)
}

async fn word(mut field: Field<'_>) -> String {
    let mut word = Vec::new();
    while let Ok(Some(piece)) = field.chunk().await {
        word.extend_from_slice(&piece);
        if word.len() > LONGEST_WORD {
            return String::new();
        }
    }
    String::from_utf8(word).unwrap_or_default()
}

fn shown(
    pages: &Pages,
    visit: &Visit,
    signed_in: &SignedIn,
    status: StatusCode,
    fault: Option<String>,
) -> Result<Response, Failure> {
    let frame = Frame::new(pages.profile(), visit);
    let desk = Desk::at(&frame, pages.profile(), signed_in, super::STICKS);
    page(status, &Carry { frame, desk, fault })
}

fn download(taken: TakenIn) -> Response {
    let name =
        format!("attachment; filename=\"guichet-reply-{}-{}.carry\"", taken.office(), taken.computer());
    ([(CONTENT_TYPE, sticks::OCTETS.to_owned()), (CONTENT_DISPOSITION, name)], sticks::reply(taken))
        .into_response()
}

/// What to say about a file of which nothing was taken.
fn fault(error: CentreError) -> Result<(StatusCode, &'static str), Failure> {
    let unprocessable = |key| Ok((StatusCode::UNPROCESSABLE_ENTITY, key));
    match error {
        CentreError::Carry(CarryError::NotACarryFile) => unprocessable("agents-carry-other-file"),
        CentreError::Carry(CarryError::IsReply | CarryError::IsRequest) => {
            unprocessable("agents-carry-is-reply")
        }
        CentreError::Carry(CarryError::SealedToAnother) => unprocessable("agents-carry-other-centre"),
        CentreError::Carry(CarryError::Newer) => unprocessable("agents-carry-newer"),
        CentreError::Carry(CarryError::TooLarge) => {
            Ok((StatusCode::PAYLOAD_TOO_LARGE, "agents-carry-too-large"))
        }
        CentreError::Carry(_) | CentreError::Malformed(_) => unprocessable("agents-carry-damaged"),
        CentreError::CarriedByStranger => unprocessable("agents-carry-stranger"),
        other => Err(other.into()),
    }
}
