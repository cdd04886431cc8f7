//! A forgotten password: a code goes to the address, and with it a new password is set.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};

use super::entering::{code, code_fault, led, reached, reached_fault};
use super::{FormPage, check_password, new_password, too_many};
use crate::error::CentreError;
use crate::portal::{CodeOutcome, Limited, PortalSession};
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::forms::{Faults, Typed};
use crate::web::pages::frame::Frame;
use crate::web::pages::public::guest::{guest, guest_or_new, must_have_written};
use crate::web::pages::visit::Visit;

fn forgotten_page(frame: Frame, reached_at: &str, faults: Faults) -> FormPage {
    let mut form = FormPage::new(frame, ("forgotten", "/account/forgotten"), faults);
    form.fields = vec![reached(&form.frame, reached_at)];
    form.links = vec![(form.frame.t("portal-account-have"), "/account/sign-in")];
    form
}

/// `GET /account/forgotten`
pub(in crate::web::pages) async fn ask_forgotten(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
) -> Result<Response, Failure> {
    pages.profile().portal.ok_or(Failure::NotFound)?;
    forgotten_page(Frame::new(pages.profile(), &visit), "", Faults::default()).show()
}

/// `POST /account/forgotten`
pub(in crate::web::pages) async fn forgotten(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    typed: Typed,
) -> Result<Response, Failure> {
    let frame = Frame::new(pages.profile(), &visit);
    let reached_at = typed.line("reached");
    let mut faults = Faults::default();
    faults.add_if("reached", reached_fault(&frame, pages.profile(), &reached_at));
    if !faults.is_empty() {
        return forgotten_page(frame, &reached_at, faults).show();
    }
    let guest = guest_or_new(&pages, &headers).await?;
    let asked = match pages.centre.count_try(Limited::CodeFrom, &visit.line.to_string()).await? {
        true => pages.centre.ask_for_password(&guest, &reached_at, visit.language).await,
        false => Err(CentreError::TooManyTries),
    };
    match asked {
        Ok(()) => Ok(led(&guest, &visit, "/account/reset")),
        Err(CentreError::TooManyTries) => {
            faults.add("reached", too_many(&pages, &frame, Limited::CodeTo.minutes()));
            page(StatusCode::TOO_MANY_REQUESTS, &forgotten_page(frame, &reached_at, faults))
        }
        Err(error) => Err(error.into()),
    }
}

fn reset_page(frame: Frame, guest: &PortalSession, faults: Faults) -> FormPage {
    let mut form = FormPage::new(frame, ("reset", "/account/reset"), faults);
    form.fields = vec![code(&form.frame), new_password(&form.frame)];
    form.word = guest.token.form_word();
    form.links = vec![(form.frame.t("portal-account-code-none"), "/account/forgotten")];
    form
}

/// `GET /account/reset`
pub(in crate::web::pages) async fn ask_reset(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let Some(guest) = guest(&pages, &headers).await? else {
        return Ok(Redirect::to("/account/forgotten").into_response());
    };
    reset_page(Frame::new(pages.profile(), &visit), &guest, Faults::default()).show()
}

/// `POST /account/reset`
pub(in crate::web::pages) async fn reset(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    typed: Typed,
) -> Result<Response, Failure> {
    let Some(guest) = guest(&pages, &headers).await? else {
        return Ok(Redirect::to("/account/forgotten").into_response());
    };
    must_have_written(&guest, typed.get("word"))?;
    let frame = Frame::new(pages.profile(), &visit);
    let (code, password) = (typed.line("code"), typed.get("password"));
    let mut faults = Faults::default();
    check_password(&frame, password, &mut faults);
    if !faults.is_empty() {
        return reset_page(frame, &guest, faults).show();
    }
    let is_over = match pages.centre.confirm_password(&guest, &code, password).await? {
        CodeOutcome::Done(signed_in) => return Ok(led(&signed_in, &visit, "/mine?done=password")),
        CodeOutcome::Wrong => false,
        CodeOutcome::Over => true,
    };
    faults.add("code", code_fault(&frame, is_over));
    reset_page(frame, &guest, faults).show()
}
