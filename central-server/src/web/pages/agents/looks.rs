//! Who looked at complaints that few people may see, for the auditor.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use complaints::{Moment, Reference};
use locales::Args;

use super::queue::{Leaf, leaf, page_number};
use super::session::SignedIn;
use super::{Desk, LOOKS, sign_in};
use crate::access::Right;
use crate::casework::Look;
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::forms::Faults;
use crate::web::pages::frame::{Frame, institution_name};
use crate::web::pages::visit::Visit;

/// Lines on one page.
const LINES: u32 = 50;

#[derive(Template)]
#[template(path = "agents/looks.html")]
struct Looks {
    frame: Frame,
    desk: Desk,
    count: String,
    reference: String,
    faults: Faults,
    lines: Vec<Line>,
    pages: Option<Leaf>,
}

struct Line {
    reference: String,
    id: String,
    day: String,
    time: String,
    moment: String,
    name: String,
    role: String,
    place: String,
    what: String,
}

/// `GET /agents/looks`, with `?reference=` for one complaint.
pub(in crate::web::pages) async fn show(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let Some(signed_in) = SignedIn::from(&pages, &headers).await? else { return Ok(sign_in::first(&visit)) };
    signed_in.must(Right::SeeLooks)?;
    let frame = Frame::new(pages.profile(), &visit);
    let asked = visit.asked("reference").trim().to_owned();
    let reference: Option<Reference> = asked.parse().ok();
    let mut faults = Faults::default();
    if reference.is_none() && !asked.is_empty() {
        faults.add("reference", frame.t("agents-link-reference-wrong"));
    }
    let number = page_number(&visit);
    let part = ((number - 1) * LINES, LINES);
    let (found, total) = pages.centre.looks(&signed_in.agent, reference.as_ref(), part).await?;
    let looks = Looks {
        desk: Desk::at(&frame, pages.profile(), &signed_in, LOOKS),
        count: frame.with("agents-looks-count", &Args::new().with("count", total)),
        reference: asked,
        lines: found.iter().map(|look| line(&frame, &pages, look)).collect(),
        pages: leaf(&frame, &visit, number, total.div_ceil(LINES)),
        faults,
        frame,
    };
    let status = if looks.faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page(status, &looks)
}

fn line(frame: &Frame, pages: &Pages, look: &Look) -> Line {
    let moment = Moment::from_zoned(&look.at);
    let key = if look.what == "case" { "agents-look-case" } else { "agents-look-document" };
    Line {
        reference: look.reference.map(|reference| reference.to_string()).unwrap_or_default(),
        id: look.complaint.to_string(),
        day: frame.short_day(look.at.date(), pages.centre.now().date()),
        time: frame.time(moment),
        moment: moment.to_string(),
        name: look.name.clone(),
        role: frame.t(&format!("agents-role-{}", look.role.word())),
        place: institution_name(pages.profile(), &look.place, frame).to_owned(),
        what: frame.t(key),
    }
}
