//! Making an account, signing in and out. Nothing here shows whether an account with an address exists.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use complaints::profile::Profile;
use locales::Args;

use super::{FieldLine, FormPage, check_password, new_password, next, too_many};
use crate::error::CentreError;
use crate::portal::{CodeOutcome, Limited, NewAccount, PortalSession, VALID_MINUTES};
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::forms::{Faults, Typed};
use crate::web::pages::frame::Frame;
use crate::web::pages::public::filing::fields::{is_email, is_phone, too_long};
use crate::web::pages::public::guest::{forget, guest, guest_or_new, must_have_written, remember};
use crate::web::pages::visit::Visit;

/// Far more than any address or password has.
const LONGEST: usize = 1_000;

/// `GET /account/new`
pub(in crate::web::pages) async fn ask_new(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
) -> Result<Response, Failure> {
    pages.profile().portal.ok_or(Failure::NotFound)?;
    new_page(Frame::new(pages.profile(), &visit), &new_account(None), Faults::default()).show()
}

fn new_account(typed: Option<&Typed>) -> NewAccount {
    let line = |name: &str| typed.map_or(String::new(), |typed| typed.line(name));
    NewAccount {
        surname: line("surname"),
        other_names: line("other_names"),
        identity: line("nic"),
        reached_at: line("reached"),
    }
}

fn new_page(frame: Frame, new: &NewAccount, faults: Faults) -> FormPage {
    let mut form = FormPage::new(frame, ("new", "/account/new"), faults);
    let frame = &form.frame;
    form.fields = vec![
        FieldLine::new(frame, "other_names", "portal-file-other-names", &new.other_names)
            .complete("given-name"),
        FieldLine::new(frame, "surname", "portal-file-surname", &new.surname).complete("family-name"),
        FieldLine::new(frame, "nic", "portal-file-nic", &new.identity)
            .hint(frame.t("portal-account-nic-hint"))
            .optional(),
        reached(frame, &new.reached_at).hint(frame.t("portal-account-reached-hint")),
        new_password(frame),
    ];
    form.links = vec![(frame.t("portal-account-have"), "/account/sign-in")];
    form
}

/// The field for an e-mail address or a mobile telephone.
pub(super) fn reached(frame: &Frame, value: &str) -> FieldLine {
    FieldLine::new(frame, "reached", "portal-account-reached", value).complete("username")
}

/// What is wrong with an address that a code shall go to.
pub(super) fn reached_fault(frame: &Frame, profile: &Profile, typed: &str) -> Option<String> {
    match typed {
        "" => Some(frame.t("portal-account-reached-missing")),
        email if email.contains('@') => (!is_email(email)).then(|| frame.t("portal-file-email-shape")),
        phone => (!is_phone(profile, phone)).then(|| frame.t("portal-account-reached-shape")),
    }
}

/// `POST /account/new`
pub(in crate::web::pages) async fn begin_account(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    typed: Typed,
) -> Result<Response, Failure> {
    pages.profile().portal.ok_or(Failure::NotFound)?;
    let frame = Frame::new(pages.profile(), &visit);
    let (new, password) = (new_account(Some(&typed)), typed.get("password"));
    let mut faults = Faults::default();
    for (field, line) in
        [("other_names", &new.other_names), ("surname", &new.surname), ("nic", &new.identity)]
    {
        faults.add_if(field, too_long(&frame, line));
    }
    if new.surname.is_empty() && new.other_names.is_empty() {
        faults.add("surname", frame.t("portal-file-name-missing"));
    }
    faults.add_if("reached", reached_fault(&frame, pages.profile(), &new.reached_at));
    check_password(&frame, password, &mut faults);
    if !faults.is_empty() {
        return new_page(frame, &new, faults).show();
    }
    let guest = guest_or_new(&pages, &headers).await?;
    let may_ask = pages.centre.count_try(Limited::CodeFrom, &visit.line.to_string()).await?;
    let asked = match may_ask {
        true => pages.centre.ask_for_account(&guest, &new, password, visit.language).await,
        false => Err(CentreError::TooManyTries),
    };
    match asked {
        Ok(()) => Ok(led(&guest, &visit, "/account/confirm")),
        Err(CentreError::TooManyTries) => {
            faults.add("reached", too_many(&pages, &frame, Limited::CodeTo.minutes()));
            page(StatusCode::TOO_MANY_REQUESTS, &new_page(frame, &new, faults))
        }
        Err(error) => Err(error.into()),
    }
}

/// Leads on, with the cookie.
pub(super) fn led(guest: &PortalSession, visit: &Visit, to: &str) -> Response {
    let mut response = Redirect::to(to).into_response();
    remember(&mut response, guest, visit);
    response
}

/// The field for a code.
pub(super) fn code(frame: &Frame) -> FieldLine {
    let hint = frame.with("portal-account-code-hint", &Args::new().with("count", VALID_MINUTES));
    FieldLine::new(frame, "code", "portal-account-code", "").hint(hint).complete("one-time-code")
}

/// What to say about a code that was not right.
pub(super) fn code_fault(frame: &Frame, is_over: bool) -> String {
    frame.t(if is_over { "portal-account-code-over" } else { "portal-account-code-wrong" })
}

fn code_page(frame: Frame, guest: &PortalSession, faults: Faults) -> FormPage {
    let mut form = FormPage::new(frame, ("confirm", "/account/confirm"), faults);
    form.fields = vec![code(&form.frame)];
    form.word = guest.token.form_word();
    form.links = vec![
        (form.frame.t("portal-account-code-none"), "/account/new"),
        (form.frame.t("portal-account-have"), "/account/sign-in"),
    ];
    form
}

/// `GET /account/confirm`
pub(in crate::web::pages) async fn ask_code(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let Some(guest) = guest(&pages, &headers).await? else {
        return Ok(Redirect::to("/account/new").into_response());
    };
    code_page(Frame::new(pages.profile(), &visit), &guest, Faults::default()).show()
}

/// `POST /account/confirm`
pub(in crate::web::pages) async fn confirm_account(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    typed: Typed,
) -> Result<Response, Failure> {
    let Some(guest) = guest(&pages, &headers).await? else {
        return Ok(Redirect::to("/account/new").into_response());
    };
    must_have_written(&guest, typed.get("word"))?;
    let frame = Frame::new(pages.profile(), &visit);
    let outcome = pages.centre.confirm_account(&guest, &typed.line("code")).await?;
    let is_over = match outcome {
        CodeOutcome::Done(signed_in) => return Ok(led(&signed_in, &visit, "/mine?done=new")),
        CodeOutcome::Wrong => false,
        CodeOutcome::Over => true,
    };
    let mut faults = Faults::default();
    faults.add("code", code_fault(&frame, is_over));
    code_page(frame, &guest, faults).show()
}

fn sign_in_page(frame: Frame, (reached_at, wanted): (&str, &str), faults: Faults) -> FormPage {
    let action = format!("/account/sign-in?next={}", next(wanted));
    let mut form = FormPage::new(frame, ("sign-in", &action), faults);
    let frame = &form.frame;
    form.fields = vec![
        reached(frame, reached_at),
        FieldLine::new(frame, "password", "portal-account-password", "").secret("current-password"),
    ];
    form.links = vec![
        (frame.t("portal-account-forgotten"), "/account/forgotten"),
        (frame.t("portal-account-new"), "/account/new"),
        (frame.t("portal-account-follow"), "/follow"),
    ];
    form
}

/// `GET /account/sign-in`
pub(in crate::web::pages) async fn ask_sign_in(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
) -> Result<Response, Failure> {
    pages.profile().portal.ok_or(Failure::NotFound)?;
    let frame = Frame::new(pages.profile(), &visit);
    let note = visit.query.contains_key("out").then(|| frame.t("portal-account-out"));
    let mut form = sign_in_page(frame, ("", visit.asked("next")), Faults::default());
    form.note = note;
    form.show()
}

/// `POST /account/sign-in`
pub(in crate::web::pages) async fn sign_in(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    typed: Typed,
) -> Result<Response, Failure> {
    let frame = Frame::new(pages.profile(), &visit);
    let (reached_at, password) = (typed.line("reached"), typed.get("password"));
    let wanted = visit.asked("next").to_owned();
    let mut faults = Faults::default();
    if reached_at.is_empty() {
        faults.add("reached", frame.t("portal-account-reached-missing"));
    }
    if password.is_empty() {
        faults.add("password", frame.t("portal-account-password-missing"));
    }
    if !faults.is_empty() {
        return sign_in_page(frame, (&reached_at, &wanted), faults).show();
    }
    let guest = guest_or_new(&pages, &headers).await?;
    let is_sane = reached_at.len() <= LONGEST && password.len() <= LONGEST;
    let line = visit.line.to_string();
    let outcome = match pages.centre.count_try(Limited::SignIn, &line).await? {
        true if is_sane => pages.centre.citizen_sign_in(&guest, &reached_at, password).await,
        true => Ok(None),
        false => Err(CentreError::TooManyTries),
    };
    match outcome {
        Ok(Some(signed_in)) => Ok(led(&signed_in, &visit, next(&wanted))),
        Ok(None) => {
            faults.add("reached", frame.t("portal-account-sign-in-wrong"));
            sign_in_page(frame, (&reached_at, &wanted), faults).show()
        }
        Err(CentreError::TooManyTries) => {
            faults.add("reached", too_many(&pages, &frame, Limited::Password.minutes()));
            page(StatusCode::TOO_MANY_REQUESTS, &sign_in_page(frame, (&reached_at, &wanted), faults))
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /account/sign-out`
pub(in crate::web::pages) async fn sign_out(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    typed: Typed,
) -> Result<Response, Failure> {
    if let Some(guest) = guest(&pages, &headers).await? {
        must_have_written(&guest, typed.get("word"))?;
        pages.centre.end_portal_session(&guest.token).await?;
    }
    let mut response = Redirect::to("/account/sign-in?out=1").into_response();
    forget(&mut response, &visit);
    Ok(response)
}
