//! Choosing a password of one's own: after signing in with one that was drawn, and whenever one likes.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};

use super::session::SignedIn;
use super::{Desk, sign_in};
use crate::error::CentreError;
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::forms::{Faults, Typed};
use crate::web::pages::frame::Frame;
use crate::web::pages::visit::Visit;

#[derive(Template)]
#[template(path = "agents/password.html")]
struct Password {
    frame: Frame,
    desk: Desk,
    faults: Faults,
    /// The one in use was drawn.
    one_time: bool,
    done: bool,
}

/// `GET /agents/password`
pub(in crate::web::pages) async fn ask(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let Some(signed_in) = SignedIn::with_any_password(&pages, &headers).await? else {
        return Ok(sign_in::first(&visit));
    };
    shown(&pages, &visit, &signed_in, (StatusCode::OK, Faults::default()))
}

/// `POST /agents/password`
pub(in crate::web::pages) async fn choose(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    typed: Typed,
) -> Result<Response, Failure> {
    let Some(signed_in) = SignedIn::with_any_password(&pages, &headers).await? else {
        return Ok(sign_in::first(&visit));
    };
    if !signed_in.wrote(typed.get("word")) {
        return Err(Failure::NotAllowed);
    }
    let frame = Frame::new(pages.profile(), &visit);
    let (old, new, again) = (typed.get("old"), typed.get("new"), typed.get("again"));
    let mut faults = Faults::default();
    if old.is_empty() {
        faults.add("old", frame.t("agents-password-old-missing"));
    }
    if new.chars().count() < 10 || new.len() > 1_000 || new == old {
        faults.add("new", frame.t("agents-password-new-wrong"));
    } else if new != again {
        faults.add("again", frame.t("agents-password-again-wrong"));
    }
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if faults.is_empty() {
        let agent = &signed_in.agent;
        match pages.centre.choose_password(&signed_in.token, agent, old, new.to_owned()).await {
            Ok(true) if agent.one_time_password => return Ok(Redirect::to("/agents").into_response()),
            Ok(true) => return Ok(Redirect::to("/agents/password?done=1").into_response()),
            Ok(false) => faults.add("old", frame.t("agents-password-old-wrong")),
            Err(CentreError::TooManyTries) => {
                status = StatusCode::TOO_MANY_REQUESTS;
                faults.add("old", frame.t("agents-password-later"));
            }
            Err(error) => return Err(error.into()),
        }
    }
    shown(&pages, &visit, &signed_in, (status, faults))
}

fn shown(
    pages: &Pages,
    visit: &Visit,
    signed_in: &SignedIn,
    (status, faults): (StatusCode, Faults),
) -> Result<Response, Failure> {
    let frame = Frame::new(pages.profile(), visit);
    let one_time = signed_in.agent.one_time_password;
    let mut desk = Desk::new(&frame, pages.profile(), signed_in, None);
    if one_time {
        // Nothing else leads anywhere yet.
        desk.views.clear();
    }
    page(status, &Password { frame, desk, faults, one_time, done: visit.query.contains_key("done") })
}
