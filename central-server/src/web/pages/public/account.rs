//! A citizen's account: making one, signing in and out, the own complaints and the own data. The pages of forms look
//! alike and share one template.

mod data;
mod details;
mod entering;
mod mine;
mod parcel;
mod password;

use std::time::Duration;

use askama::Template;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use locales::{Args, dates};

use super::guest::guest;
use crate::people::FEWEST;
use crate::portal::{CitizenAccount, PortalSession};
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::forms::Faults;
use crate::web::pages::frame::Frame;
use crate::web::pages::visit::Visit;

pub(in crate::web::pages) use data::{ask_to_close, close, data, download};
pub(in crate::web::pages) use details::{
    ask_address, ask_address_code, ask_details, ask_identity, change_address, change_details,
    confirm_address, confirm_identity,
};
pub(in crate::web::pages) use entering::{
    ask_code, ask_new, ask_sign_in, begin_account, confirm_account, sign_in, sign_out,
};
pub(in crate::web::pages) use mine::list;
pub(in crate::web::pages) use parcel::parcel;
pub(in crate::web::pages) use password::{ask_forgotten, ask_reset, forgotten, reset};

/// A page with one form.
#[derive(Template)]
#[template(path = "portal/form.html")]
struct FormPage {
    frame: Frame,
    faults: Faults,
    title: String,
    lead: String,
    /// Something good to say above the form.
    note: Option<String>,
    action: String,
    /// For tests; stable.
    id: &'static str,
    word: String,
    fields: Vec<FieldLine>,
    button: String,
    /// Where else one may go.
    links: Vec<(String, &'static str)>,
}

/// A field.
struct FieldLine {
    name: &'static str,
    label: String,
    hint: String,
    value: String,
    complete: &'static str,
    left_to_right: bool,
    optional: bool,
    secret: bool,
}

impl FieldLine {
    fn new(frame: &Frame, name: &'static str, key: &str, value: &str) -> Self {
        let left_to_right = matches!(name, "reached" | "code" | "reference" | "nic" | "password" | "again");
        Self {
            name,
            label: frame.t(key),
            hint: String::new(),
            value: value.to_owned(),
            complete: "off",
            left_to_right,
            optional: false,
            secret: false,
        }
    }

    fn hint(mut self, hint: String) -> Self {
        self.hint = hint;
        self
    }

    fn complete(mut self, complete: &'static str) -> Self {
        self.complete = complete;
        self
    }

    fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    fn secret(mut self, complete: &'static str) -> Self {
        self.secret = true;
        self.complete = complete;
        self
    }
}

impl FormPage {
    fn new(frame: Frame, (id, action): (&'static str, &str), faults: Faults) -> Self {
        Self {
            title: frame.t(&format!("portal-account-{id}-title")),
            lead: frame.t(&format!("portal-account-{id}-lead")),
            button: frame.t(&format!("portal-account-{id}-button")),
            note: None,
            action: action.to_owned(),
            id,
            word: String::new(),
            fields: Vec::new(),
            links: Vec::new(),
            frame,
            faults,
        }
    }

    fn show(&self) -> Result<Response, Failure> {
        let status = if self.faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        page(status, self)
    }
}

/// A new password, typed once: it can be made visible by whoever types it, and asked for anew.
fn new_password(frame: &Frame) -> FieldLine {
    let hint = frame.with("portal-account-password-hint", &Args::new().with("count", FEWEST));
    FieldLine::new(frame, "password", "portal-account-password-new", "").hint(hint).secret("new-password")
}

fn check_password(frame: &Frame, password: &str, faults: &mut Faults) {
    let length = password.chars().count();
    if length < FEWEST {
        faults
            .add("password", frame.with("portal-account-password-short", &Args::new().with("count", FEWEST)));
    } else if password.len() > 1_000 {
        faults.add(
            "password",
            frame.with("centre-text-long", &Args::new().with("length", length).with("limit", 1_000)),
        );
    }
}

/// Says until when one waits after too many tries.
fn too_many(pages: &Pages, frame: &Frame, minutes: i64) -> String {
    let wait = Duration::from_secs(60 * (u64::try_from(minutes).unwrap_or(15) + 1));
    let now = pages.centre.now();
    let again = now.checked_add(wait).unwrap_or(now);
    frame.one("portal-too-many", "time", &dates::time(frame.language, again.time(), false))
}

/// Somebody who is signed in, with the account.
struct SignedIn {
    guest: PortalSession,
    account: CitizenAccount,
}

/// Who is signed in; the other outcome asks for it.
async fn signed_in(
    pages: &Pages,
    visit: &Visit,
    headers: &HeaderMap,
) -> Result<Result<SignedIn, Response>, Failure> {
    let first = || {
        let next = if visit.path.starts_with("/mine") { visit.path.as_str() } else { "/mine" };
        Redirect::to(&format!("/account/sign-in?next={next}")).into_response()
    };
    let Some(guest) = guest(pages, headers).await? else { return Ok(Err(first())) };
    match pages.centre.citizen_account(&guest).await? {
        Some(account) => Ok(Ok(SignedIn { guest, account })),
        None => Ok(Err(first())),
    }
}

/// Where to go after signing in: a page of the account, and nowhere else.
fn next(wanted: &str) -> &str {
    let known = ["/mine", "/mine/details", "/mine/address", "/mine/data", "/mine/close"];
    known.into_iter().find(|known| *known == wanted).unwrap_or("/mine")
}
