//! The complaints of an account in one place.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use complaints::Complaint;

use super::signed_in;
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::frame::{Frame, category_name, institution_name};
use crate::web::pages::public::case::case_address;
use crate::web::pages::visit::Visit;

#[derive(Template)]
#[template(path = "portal/mine.html")]
struct Mine {
    frame: Frame,
    name: String,
    word: String,
    done: Option<String>,
    open: Vec<CaseLine>,
    finished: Vec<CaseLine>,
    /// What was registered elsewhere with the same number could be shown, once the number is confirmed.
    may_confirm: bool,
}

/// A complaint in the list.
struct CaseLine {
    address: String,
    subject: String,
    reference: String,
    status: String,
    about: String,
    due: Option<String>,
}

impl CaseLine {
    fn new(frame: &Frame, pages: &Pages, complaint: &Complaint) -> Self {
        let (profile, register) = (pages.profile(), &complaint.register);
        let matter = category_name(profile, &register.category, frame);
        let registered = frame.day(complaint.recorded_at().date());
        let with = institution_name(profile, &complaint.institution, frame);
        let today = pages.centre.now().date();
        let deadline = complaint.deadline(&profile.calendar, today);
        let due = deadline.map(|deadline| deadline.due).or(complaint.due_on());
        Self {
            address: format!("{}?id={}", case_address(complaint), complaint.id),
            subject: if register.subject.trim().is_empty() {
                matter.clone()
            } else {
                register.subject.clone()
            },
            reference: register.reference.to_string(),
            status: frame.of_kind(&format!("centre-status-{}", complaint.status), &register.kind),
            about: [matter, with.to_owned(), registered].join(frame.comma()),
            due: due
                .filter(|_| complaint.status.clock_runs())
                .map(|due| frame.one("portal-mine-due", "date", &frame.day(due))),
        }
    }
}

/// `GET /mine`
pub(in crate::web::pages) async fn list(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let signed_in = match signed_in(&pages, &visit, &headers).await? {
        Ok(signed_in) => signed_in,
        Err(first) => return Ok(first),
    };
    let frame = Frame::new(pages.profile(), &visit);
    let all = pages.centre.complaints_of(&signed_in.guest).await?;
    let lines = |finished: bool| {
        let group = all.iter().filter(|complaint| complaint.status.is_finished() == finished);
        group.map(|complaint| CaseLine::new(&frame, &pages, complaint)).collect::<Vec<_>>()
    };
    let done = ["new", "password", "details", "address", "identity"];
    let done = done.into_iter().find(|word| *word == visit.asked("done"));
    let account = &signed_in.account;
    let mine = Mine {
        name: account.full_name(),
        word: signed_in.guest.token.form_word(),
        done: done.map(|word| frame.t(&format!("portal-mine-done-{word}"))),
        open: lines(false),
        finished: lines(true),
        may_confirm: !account.identity.is_empty() && !account.is_identity_confirmed,
        frame,
    };
    page(StatusCode::OK, &mine)
}
