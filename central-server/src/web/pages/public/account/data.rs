//! Everything that is held about a citizen, to be taken along; and closing the account, with what stays and why.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::parcel::taken_in_words;
use super::{FieldLine, FormPage, SignedIn, signed_in, too_many};
use crate::error::CentreError;
use crate::portal::Limited;
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::forms::{Faults, Typed};
use crate::web::pages::frame::Frame;
use crate::web::pages::public::case::documents::{address, is_the_citizens};
use crate::web::pages::public::filing::too_often;
use crate::web::pages::public::guest::{forget, must_have_written};
use crate::web::pages::visit::Visit;

#[derive(Template)]
#[template(path = "portal/data.html")]
struct Data {
    frame: Frame,
    documents: Vec<(String, String)>,
    /// When the data were taken along before.
    taken: Vec<String>,
}

/// `GET /mine/data`
pub(in crate::web::pages) async fn data(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let signed_in = match signed_in(&pages, &visit, &headers).await? {
        Ok(signed_in) => signed_in,
        Err(first) => return Ok(first),
    };
    let frame = Frame::new(pages.profile(), &visit);
    let mut documents = Vec::new();
    for complaint in pages.centre.complaints_of(&signed_in.guest).await? {
        for document in complaint.documents.iter().filter(|document| is_the_citizens(&document.author)) {
            let name = match document.attached.name.trim() {
                "" => frame.t("agents-document-unnamed"),
                name => name.to_owned(),
            };
            let name = [complaint.register.reference.to_string(), name].join(frame.comma());
            documents.push((name, address(&complaint, &document.attached.document)));
        }
    }
    let taken = pages.centre.taken_along(&signed_in.guest).await?;
    let taken = taken.iter().map(|taken| taken_in_words(&frame, taken)).collect();
    page(StatusCode::OK, &Data { frame, documents, taken })
}

/// `GET /mine/data.json`
pub(in crate::web::pages) async fn download(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let signed_in = match signed_in(&pages, &visit, &headers).await? {
        Ok(signed_in) => signed_in,
        Err(first) => return Ok(first),
    };
    let data = match pages.centre.own_data(&signed_in.guest, "json").await {
        Ok(data) => data,
        Err(CentreError::TooManyTries) => return too_often(&pages, &visit, Limited::OwnData),
        Err(error) => return Err(error.into()),
    };
    let text = format!("{data:#}\n");
    let headers = [
        (header::CONTENT_TYPE, "application/json; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"my-data.json\""),
    ];
    Ok((headers, text).into_response())
}

fn close_page(frame: Frame, signed_in: &SignedIn, faults: Faults) -> FormPage {
    let mut form = FormPage::new(frame, ("close", "/mine/close"), faults);
    let frame = &form.frame;
    form.word = signed_in.guest.token.form_word();
    form.fields =
        vec![FieldLine::new(frame, "password", "portal-account-password", "").secret("current-password")];
    form.links = vec![(frame.t("portal-data-title"), "/mine/data"), (frame.t("portal-mine-title"), "/mine")];
    form
}

/// `GET /mine/close`
pub(in crate::web::pages) async fn ask_to_close(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    match signed_in(&pages, &visit, &headers).await? {
        Ok(signed_in) => {
            close_page(Frame::new(pages.profile(), &visit), &signed_in, Faults::default()).show()
        }
        Err(first) => Ok(first),
    }
}

#[derive(Template)]
#[template(path = "portal/gone.html")]
struct Closed {
    frame: Frame,
    title: String,
    text: String,
}

/// `POST /mine/close`
pub(in crate::web::pages) async fn close(
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
    let mut faults = Faults::default();
    match pages.centre.close_account(&signed_in.guest, typed.get("password")).await {
        Ok(true) => {
            let (title, text) = (frame.t("portal-account-closed-title"), frame.t("portal-account-closed"));
            let mut response = page(StatusCode::OK, &Closed { frame, title, text })?;
            forget(&mut response, &visit);
            Ok(response)
        }
        Ok(false) => {
            faults.add("password", frame.t("portal-account-password-wrong"));
            close_page(frame, &signed_in, faults).show()
        }
        Err(CentreError::TooManyTries) => {
            faults.add("password", too_many(&pages, &frame, Limited::Password.minutes()));
            page(StatusCode::TOO_MANY_REQUESTS, &close_page(frame, &signed_in, faults))
        }
        Err(error) => Err(error.into()),
    }
}
