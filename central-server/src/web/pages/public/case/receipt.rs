//! The receipt of a complaint: a page to print, and the same as PDF.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use complaints::profile::text_in;
use complaints::{Complaint, ContactWay, shown_phone};
use locales::Args;

use super::{case_address, open};
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::frame::{Frame, category_name, institution_name};
use crate::web::pages::public::emergency;
use crate::web::pages::public::filing::Meaning;
use crate::web::pages::visit::Visit;

#[derive(Template)]
#[template(path = "portal/receipt.html")]
struct ReceiptPage {
    frame: Frame,
    title: String,
    is_new: bool,
    reference: String,
    code: String,
    facts: Vec<(String, String)>,
    next: Vec<String>,
    /// What will be needed.
    papers: Vec<String>,
    emergency: Vec<(String, String)>,
    privacy: String,
    privacy_version: String,
    case: String,
    /// Nobody is signed in, so an account would be something new.
    is_stranger: bool,
}

impl ReceiptPage {
    fn new(frame: Frame, pages: &Pages, complaint: &Complaint, is_new: bool, is_stranger: bool) -> Self {
        let (profile, register) = (pages.profile(), &complaint.register);
        let recorded = complaint.recorded_at();
        let at = Args::new().with("date", frame.day(recorded.date())).with("time", frame.time(recorded));
        let fact = |key: &str, value: String| (frame.t(key), value);
        let mut facts = vec![
            fact("portal-receipt-recorded", frame.with("centre-day-time", &at)),
            fact("centre-fact-kind", frame.t(&format!("centre-kind-{}", register.kind))),
            fact("centre-fact-matter", category_name(profile, &register.category, &frame)),
            fact("centre-fact-with", institution_name(profile, &complaint.institution, &frame).to_owned()),
        ];
        let name = register.citizen.full_name();
        if !name.is_empty() {
            facts.push(fact("portal-file-name", name));
        }
        if let Some(due) = complaint.due_on() {
            facts.push(fact("centre-fact-due", frame.day(due)));
        }
        if !complaint.documents.is_empty() {
            facts.push(fact("portal-file-documents-title", complaint.documents.len().to_string()));
        }
        let meaning =
            profile.category(&register.category).map(|category| Meaning::new(&frame, pages, category));
        Self {
            title: frame.of_kind("portal-receipt-title", &register.kind),
            reference: register.reference.to_string(),
            code: complaint.access_code().to_string(),
            next: next(&frame, complaint),
            papers: meaning.map(|meaning| meaning.documents).unwrap_or_default(),
            emergency: emergency(profile, &frame),
            privacy: text_in(&profile.privacy, frame.tag()).to_owned(),
            privacy_version: register.notice.clone(),
            case: case_address(complaint),
            facts,
            is_new,
            is_stranger,
            frame,
        }
    }
}

/// What happens next, step by step.
fn next(frame: &Frame, complaint: &Complaint) -> Vec<String> {
    let register = &complaint.register;
    let mut next = vec![frame.t("portal-receipt-next-check")];
    next.push(match complaint.due_on() {
        Some(due) => frame.one("portal-receipt-next-due", "date", &frame.day(due)),
        None => frame.t("portal-due-none"),
    });
    let citizen = &register.citizen;
    let told = register.contact_by.iter().filter_map(|way| match way {
        ContactWay::Email => citizen.email.clone(),
        ContactWay::Sms | ContactWay::Phone => citizen.phone.as_deref().map(shown_phone),
        ContactWay::Letter => citizen.address.clone(),
        ContactWay::Visit => None,
    });
    let mut told: Vec<String> = told.collect();
    told.dedup();
    next.push(if told.is_empty() {
        frame.t("portal-receipt-next-look")
    } else {
        frame.one("portal-receipt-next-told", "where", &told.join(frame.comma()))
    });
    next.push(frame.t("portal-receipt-next-after"));
    next
}

/// `GET /case/{reference}/receipt`, with `?new=1` right after it was filed.
pub(in crate::web::pages) async fn receipt(
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
    let (is_new, is_stranger) = (!visit.asked("new").is_empty(), opened.guest.citizen.is_none());
    page(StatusCode::OK, &ReceiptPage::new(frame, &pages, &opened.complaint, is_new, is_stranger))
}

/// `GET /case/{reference}/receipt.pdf`
pub(in crate::web::pages) async fn paper(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    Path(reference): Path<String>,
) -> Result<Response, Failure> {
    let opened = match open(&pages, &visit, &headers, &reference).await? {
        Ok(opened) => opened,
        Err(other) => return Ok(other),
    };
    let pdf = pages.centre.receipt_of(&opened.complaint, visit.language).await?;
    let name = format!("attachment; filename=\"{}.pdf\"", opened.complaint.register.reference);
    let headers = [(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, pdf).into_response())
}
