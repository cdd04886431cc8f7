//! "Save and stop for now": the form is kept under a code, with which it is opened again later, on another telephone too.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};

use super::{Filling, Gone, Step, address, must_have_a_portal, open, too_often};
use crate::error::CentreError;
use crate::portal::{DraftCode, DraftOutcome, FormId, Limited};
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::forms::{Faults, Typed};
use crate::web::pages::frame::Frame;
use crate::web::pages::public::guest::{guest, guest_or_new, must_have_written, remember};
use crate::web::pages::visit::Visit;

/// What somebody has just saved.
#[derive(Template)]
#[template(path = "portal/file_saved.html")]
struct Saved {
    frame: Frame,
    code: String,
    until: String,
    /// Where one goes on, to be written down.
    place: String,
    /// Where the code went.
    email: Option<String>,
}

/// Where a code is entered.
#[derive(Template)]
#[template(path = "portal/file_continue.html")]
struct Continue {
    frame: Frame,
    faults: Faults,
    code: String,
}

/// `POST /file/{id}/save`: from a page where nothing is typed.
pub(in crate::web::pages) async fn save(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    Path(id): Path<String>,
    typed: Typed,
) -> Result<Response, Failure> {
    let filling = match open(&pages, &visit, &headers, &id).await? {
        Ok(filling) => filling,
        Err(other) => return Ok(other),
    };
    must_have_written(&filling.guest, typed.get("word"))?;
    put_away(&visit, &filling).await
}

/// Saves a form, with what was typed on its last page kept already.
pub(super) async fn put_away(visit: &Visit, filling: &Filling<'_>) -> Result<Response, Failure> {
    let (pages, id) = (filling.pages, filling.form.id);
    if !pages.centre.count_try(Limited::SavedForm, &visit.line.to_string()).await? {
        return too_often(pages, visit, Limited::SavedForm);
    }
    match pages.centre.save_form(&filling.guest, id, visit.language).await {
        Ok(Some(_)) => Ok(Redirect::to(&format!("/file/{id}/saved")).into_response()),
        Ok(None) => gone(pages, visit),
        Err(CentreError::Full) => too_often(pages, visit, Limited::SavedForm),
        Err(error) => Err(error.into()),
    }
}

fn gone(pages: &Pages, visit: &Visit) -> Result<Response, Failure> {
    let frame = Frame::new(pages.profile(), visit);
    let (title, text) = (frame.t("portal-file-gone-title"), frame.t("portal-file-gone"));
    page(StatusCode::NOT_FOUND, &Gone { frame, title, text })
}

/// `GET /file/{id}/saved`: the code, as often as the browser asks for it.
pub(in crate::web::pages) async fn saved(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let id: FormId = id.parse().map_err(|()| Failure::NotFound)?;
    let Some(guest) = guest(&pages, &headers).await? else { return gone(&pages, &visit) };
    let Some(saved) = pages.centre.saved_form(&guest, id).await? else { return gone(&pages, &visit) };
    let account = pages.centre.citizen_account(&guest).await?;
    let frame = Frame::new(pages.profile(), &visit);
    let host = pages.profile().follow_url.trim_end_matches('/');
    let answer = Saved {
        code: saved.code.shown(),
        until: frame.day(saved.until),
        place: format!("{host}/file/continue"),
        email: account.and_then(|account| account.email),
        frame,
    };
    page(StatusCode::OK, &answer)
}

/// `GET /file/continue`
pub(in crate::web::pages) async fn ask(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
) -> Result<Response, Failure> {
    must_have_a_portal(&pages)?;
    let frame = Frame::new(pages.profile(), &visit);
    page(StatusCode::OK, &Continue { frame, faults: Faults::default(), code: String::new() })
}

/// `POST /file/continue`: the form goes on in this browser, at the first page that is not filled in.
pub(in crate::web::pages) async fn go_on(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    typed: Typed,
) -> Result<Response, Failure> {
    must_have_a_portal(&pages)?;
    let frame = Frame::new(pages.profile(), &visit);
    let code = typed.line("code");
    let again = |frame: Frame, status: StatusCode, key: &str| {
        let mut faults = Faults::default();
        faults.add("code", frame.t(key));
        page(status, &Continue { frame, faults, code: code.clone() })
    };
    if code.is_empty() {
        return again(frame, StatusCode::UNPROCESSABLE_ENTITY, "portal-saved-code-missing");
    }
    let Ok(tried) = pages.centre.begin_try(Limited::SavedFormCode, &visit.line.to_string()).await? else {
        return too_often(&pages, &visit, Limited::SavedFormCode);
    };
    let Some(read) = DraftCode::read(&code) else {
        return again(frame, StatusCode::UNPROCESSABLE_ENTITY, "portal-saved-code-wrong");
    };
    let guest = guest_or_new(&pages, &headers).await?;
    let outcome = pages.centre.open_draft(&guest, &read).await?;
    if outcome != DraftOutcome::NotRight {
        pages.centre.give_back(&tried).await?;
    }
    match outcome {
        DraftOutcome::NotRight => again(frame, StatusCode::UNPROCESSABLE_ENTITY, "portal-saved-code-wrong"),
        DraftOutcome::Sent => {
            let (title, text) = (frame.t("portal-saved-sent-title"), frame.t("portal-saved-sent"));
            page(StatusCode::GONE, &Gone { frame, title, text })
        }
        DraftOutcome::Opened(id) => {
            let form = pages.centre.form(&guest, id).await?.ok_or(Failure::NotFound)?;
            let filling = Filling { pages: &pages, frame, guest: guest.clone(), form, from_review: false };
            let first = Step::ALL.into_iter().find(|step| !filling.faults(*step).is_empty());
            let mut response = Redirect::to(&address(id, first.unwrap_or(Step::Review))).into_response();
            remember(&mut response, &guest, &visit);
            Ok(response)
        }
    }
}
