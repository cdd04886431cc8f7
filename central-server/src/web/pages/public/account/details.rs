//! Correcting the own data: names and address, the addresses that codes go to, and confirming the identity number.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use complaints::{AccessCode, Reference};

use super::entering::{code, code_fault, reached, reached_fault};
use super::{FieldLine, FormPage, SignedIn, signed_in, too_many};
use crate::error::CentreError;
use crate::portal::{AccountChange, CodeOutcome, IdentityOutcome, Limited};
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::forms::{Faults, Typed};
use crate::web::pages::frame::Frame;
use crate::web::pages::public::filing::fields::too_long;
use crate::web::pages::public::guest::must_have_written;
use crate::web::pages::visit::Visit;

fn details_page(frame: Frame, signed_in: &SignedIn, change: &AccountChange, faults: Faults) -> FormPage {
    let mut form = FormPage::new(frame, ("details", "/mine/details"), faults);
    let frame = &form.frame;
    form.word = signed_in.guest.token.form_word();
    form.fields = vec![
        FieldLine::new(frame, "other_names", "portal-file-other-names", &change.other_names)
            .complete("given-name"),
        FieldLine::new(frame, "surname", "portal-file-surname", &change.surname).complete("family-name"),
        FieldLine::new(frame, "nic", "portal-file-nic", &change.identity)
            .hint(frame.t("portal-account-nic-hint"))
            .optional(),
        FieldLine::new(frame, "address", "portal-file-street", &change.address)
            .complete("street-address")
            .optional(),
        FieldLine::new(frame, "locality", "portal-file-locality", &change.locality)
            .complete("address-level2")
            .optional(),
    ];
    form.links = vec![
        (frame.t("portal-account-address-title"), "/mine/address"),
        (frame.t("portal-mine-title"), "/mine"),
    ];
    form
}

/// `GET /mine/details`
pub(in crate::web::pages) async fn ask_details(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let signed_in = match signed_in(&pages, &visit, &headers).await? {
        Ok(signed_in) => signed_in,
        Err(first) => return Ok(first),
    };
    let account = signed_in.account.clone();
    let change = AccountChange {
        surname: account.surname,
        other_names: account.other_names,
        identity: account.identity,
        address: account.address,
        locality: account.locality,
    };
    details_page(Frame::new(pages.profile(), &visit), &signed_in, &change, Faults::default()).show()
}

/// `POST /mine/details`
pub(in crate::web::pages) async fn change_details(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    typed: Typed,
) -> Result<Response, Failure> {
    let signed_in = match signed_in(&pages, &visit, &headers).await? {
        Ok(signed_in) => signed_in,
        Err(first) => return Ok(first),
    };
    must_have_written(&signed_in.guest, typed.get("word"))?;
    let frame = Frame::new(pages.profile(), &visit);
    let change = AccountChange {
        surname: typed.line("surname"),
        other_names: typed.line("other_names"),
        identity: typed.line("nic"),
        address: typed.line("address"),
        locality: typed.line("locality"),
    };
    let mut faults = Faults::default();
    for (field, line) in [
        ("other_names", &change.other_names),
        ("surname", &change.surname),
        ("nic", &change.identity),
        ("address", &change.address),
        ("locality", &change.locality),
    ] {
        faults.add_if(field, too_long(&frame, line));
    }
    if change.surname.is_empty() && change.other_names.is_empty() {
        faults.add("surname", frame.t("portal-file-name-missing"));
    }
    if !faults.is_empty() {
        return details_page(frame, &signed_in, &change, faults).show();
    }
    pages.centre.change_account(&signed_in.guest, &change, &frame.t("portal-author")).await?;
    Ok(Redirect::to("/mine?done=details").into_response())
}

fn address_page(frame: Frame, signed_in: &SignedIn, typed: &str, faults: Faults) -> FormPage {
    let mut form = FormPage::new(frame, ("address", "/mine/address"), faults);
    let known = [&signed_in.account.email, &signed_in.account.phone];
    let known: Vec<&str> = known.into_iter().flatten().map(String::as_str).collect();
    form.note = Some(form.frame.one("portal-account-address-now", "where", &known.join(form.frame.comma())));
    form.word = signed_in.guest.token.form_word();
    form.fields = vec![reached(&form.frame, typed)];
    form.links = vec![(form.frame.t("portal-mine-title"), "/mine")];
    form
}

/// `GET /mine/address`
pub(in crate::web::pages) async fn ask_address(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    match signed_in(&pages, &visit, &headers).await? {
        Ok(signed_in) => {
            address_page(Frame::new(pages.profile(), &visit), &signed_in, "", Faults::default()).show()
        }
        Err(first) => Ok(first),
    }
}

/// `POST /mine/address`
pub(in crate::web::pages) async fn change_address(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    typed: Typed,
) -> Result<Response, Failure> {
    let signed_in = match signed_in(&pages, &visit, &headers).await? {
        Ok(signed_in) => signed_in,
        Err(first) => return Ok(first),
    };
    must_have_written(&signed_in.guest, typed.get("word"))?;
    let frame = Frame::new(pages.profile(), &visit);
    let reached_at = typed.line("reached");
    let mut faults = Faults::default();
    faults.add_if("reached", reached_fault(&frame, pages.profile(), &reached_at));
    if !faults.is_empty() {
        return address_page(frame, &signed_in, &reached_at, faults).show();
    }
    match pages.centre.ask_for_address(&signed_in.guest, &reached_at, visit.language).await {
        Ok(()) => Ok(Redirect::to("/mine/address/confirm").into_response()),
        Err(CentreError::TooManyTries) => {
            faults.add("reached", too_many(&pages, &frame, Limited::CodeTo.minutes()));
            page(StatusCode::TOO_MANY_REQUESTS, &address_page(frame, &signed_in, &reached_at, faults))
        }
        Err(error) => Err(error.into()),
    }
}

fn address_code_page(frame: Frame, signed_in: &SignedIn, faults: Faults) -> FormPage {
    let mut form = FormPage::new(frame, ("confirm", "/mine/address/confirm"), faults);
    form.lead = form.frame.t("portal-account-address-sent");
    form.word = signed_in.guest.token.form_word();
    form.fields = vec![code(&form.frame)];
    form.links = vec![(form.frame.t("portal-account-code-none"), "/mine/address")];
    form
}

/// `GET /mine/address/confirm`
pub(in crate::web::pages) async fn ask_address_code(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    match signed_in(&pages, &visit, &headers).await? {
        Ok(signed_in) => {
            address_code_page(Frame::new(pages.profile(), &visit), &signed_in, Faults::default()).show()
        }
        Err(first) => Ok(first),
    }
}

/// `POST /mine/address/confirm`
pub(in crate::web::pages) async fn confirm_address(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    typed: Typed,
) -> Result<Response, Failure> {
    let signed_in = match signed_in(&pages, &visit, &headers).await? {
        Ok(signed_in) => signed_in,
        Err(first) => return Ok(first),
    };
    must_have_written(&signed_in.guest, typed.get("word"))?;
    let frame = Frame::new(pages.profile(), &visit);
    let unnamed = frame.t("portal-author");
    let is_over = match pages.centre.confirm_address(&signed_in.guest, &typed.line("code"), &unnamed).await? {
        CodeOutcome::Done(_) => return Ok(Redirect::to("/mine?done=address").into_response()),
        CodeOutcome::Wrong => false,
        CodeOutcome::Over => true,
    };
    let mut faults = Faults::default();
    faults.add("code", code_fault(&frame, is_over));
    address_code_page(frame, &signed_in, faults).show()
}

fn identity_page(frame: Frame, signed_in: &SignedIn, typed: (&str, &str), faults: Faults) -> FormPage {
    let mut form = FormPage::new(frame, ("identity", "/mine/identity"), faults);
    let frame = &form.frame;
    form.word = signed_in.guest.token.form_word();
    form.fields = vec![
        FieldLine::new(frame, "reference", "portal-reference", typed.0),
        FieldLine::new(frame, "code", "portal-code", typed.1),
    ];
    form.links = vec![(frame.t("portal-mine-title"), "/mine")];
    form
}

/// `GET /mine/identity`
pub(in crate::web::pages) async fn ask_identity(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    match signed_in(&pages, &visit, &headers).await? {
        Ok(signed_in) => {
            identity_page(Frame::new(pages.profile(), &visit), &signed_in, ("", ""), Faults::default()).show()
        }
        Err(first) => Ok(first),
    }
}

/// `POST /mine/identity`
pub(in crate::web::pages) async fn confirm_identity(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    typed: Typed,
) -> Result<Response, Failure> {
    let signed_in = match signed_in(&pages, &visit, &headers).await? {
        Ok(signed_in) => signed_in,
        Err(first) => return Ok(first),
    };
    let frame = Frame::new(pages.profile(), &visit);
    must_have_written(&signed_in.guest, typed.get("word"))?;
    let (reference, code) = (typed.line("reference"), typed.line("code"));
    let mut faults = Faults::default();
    let pair = (reference.parse::<Reference>(), code.parse::<AccessCode>());
    let outcome = match pair {
        (Ok(known), Ok(known_code)) => {
            if let Err(wait) = pages.centre.begin_following(visit.line, &known).await? {
                let minutes = i64::try_from(wait.as_secs() / 60).unwrap_or(15);
                faults.add("reference", too_many(&pages, &frame, minutes));
                let form = identity_page(frame, &signed_in, (&reference, &code), faults);
                return page(StatusCode::TOO_MANY_REQUESTS, &form);
            }
            pages.centre.confirm_identity(&signed_in.guest, &known, &known_code).await?
        }
        _ => IdentityOutcome::NotRight,
    };
    let key = match outcome {
        IdentityOutcome::Confirmed => return Ok(Redirect::to("/mine?done=identity").into_response()),
        IdentityOutcome::NotRight => "portal-not-right",
        IdentityOutcome::NotProven => "portal-account-identity-not-proven",
        IdentityOutcome::Taken => "portal-account-identity-taken",
    };
    faults.add("reference", frame.t(key));
    identity_page(frame, &signed_in, (&reference, &code), faults).show()
}
