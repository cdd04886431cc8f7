//! One complaint as its citizen sees it, opened with reference and access code or from the account: where it stands, its
//! receipt, its documents. What may be done with it is in `deeds`.

pub(in crate::web::pages) mod deeds;
pub(super) mod documents;
mod receipt;
mod status;

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use complaints::{Complaint, ComplaintId, Reference};

use super::guest::guest;
use crate::portal::{PortalSession, Possible};
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::frame::Frame;
use crate::web::pages::visit::Visit;

pub(in crate::web::pages) use documents::show as document;
pub(in crate::web::pages) use receipt::{paper, receipt};
pub(super) use status::{StatusPage, Words};

/// Where a complaint stands. A reference may have been given out twice: the id tells which.
pub(super) fn case_address(complaint: &Complaint) -> String {
    format!("/case/{}", complaint.register.reference)
}

/// Where its receipt stands.
pub(super) fn receipt_address(complaint: &Complaint) -> String {
    format!("/case/{}/receipt", complaint.register.reference)
}

/// A complaint that this browser may see.
pub(super) struct Opened {
    pub(super) guest: PortalSession,
    pub(super) complaint: Complaint,
}

/// `GET /case/{reference}`
pub(in crate::web::pages) async fn show(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    Path(reference): Path<String>,
) -> Result<Response, Failure> {
    let opened = match open(&pages, &visit, &headers, &reference).await? {
        Ok(opened) => opened,
        Err(other) => return Ok(other),
    };
    let frame = Frame::new(pages.profile(), &visit);
    let today = pages.centre.now().date();
    let possible = Possible::of(&opened.complaint, pages.profile().portal, today);
    let mut status = StatusPage::new(frame, pages.profile(), &opened.complaint, today);
    status.may(&opened, &possible);
    if let Some(merge) = &opened.complaint.merged_into {
        let seen = pages.centre.seen_by(&opened.guest, &merge.reference).await?;
        if let Some(own) = seen.iter().find(|other| other.id == merge.into) {
            status.is_together_with_own(own);
        }
    }
    status.done(visit.asked("done"));
    page(StatusCode::OK, &status)
}

/// A complaint that this browser may see; the other outcome asks for reference and code.
pub(super) async fn open(
    pages: &Pages,
    visit: &Visit,
    headers: &HeaderMap,
    reference: &str,
) -> Result<Result<Opened, Response>, Failure> {
    let reference: Reference = reference.parse().map_err(|_| Failure::NotFound)?;
    let Some(guest) = guest(pages, headers).await? else { return Ok(Err(ask_first(&reference))) };
    let seen = pages.centre.seen_by(&guest, &reference).await?;
    let asked: Option<ComplaintId> = visit.asked("id").parse().ok();
    let at = seen.iter().position(|complaint| Some(complaint.id) == asked).unwrap_or(0);
    match seen.into_iter().nth(at) {
        Some(complaint) => Ok(Ok(Opened { guest, complaint })),
        None => Ok(Err(ask_first(&reference))),
    }
}

/// Nobody learns here whether there is such a complaint.
fn ask_first(reference: &Reference) -> Response {
    Redirect::to(&format!("/follow?reference={reference}&closed=1")).into_response()
}
