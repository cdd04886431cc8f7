//! Figures of a month and of now: for a head by person, for all others by institution. No citizen is named.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use jiff::ToSpan;
use jiff::civil::Date;
use locales::dates;

use super::session::SignedIn;
use super::{Desk, OVERVIEW, sign_in};
use crate::access::Right;
use crate::casework::Count;
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::frame::{Frame, institution_name};
use crate::web::pages::visit::Visit;

#[derive(Template)]
#[template(path = "agents/overview.html")]
struct Figures {
    frame: Frame,
    desk: Desk,
    month: String,
    by_person: bool,
    previous: String,
    next: Option<String>,
    lines: Vec<(String, Count)>,
    total: Count,
}

/// `GET /agents/overview`, with `?month=2026-11`.
pub(in crate::web::pages) async fn show(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let Some(signed_in) = SignedIn::from(&pages, &headers).await? else { return Ok(sign_in::first(&visit)) };
    signed_in.must(Right::Overview)?;
    let frame = Frame::new(pages.profile(), &visit);
    let today = pages.centre.now().date();
    let asked = format!("{}-01", visit.asked("month")).parse::<Date>().ok();
    let day = asked.filter(|day| *day <= today).unwrap_or(today);
    let overview = pages.centre.overview(&signed_in.agent, day).await?;
    let month = overview.month;
    let address = |month: Date| format!("{OVERVIEW}?month={:04}-{:02}", month.year(), month.month());
    let name = |code: String| match (overview.by_person, code.is_empty()) {
        (true, true) => frame.t("agents-assign-nobody"),
        (true, false) => code,
        (false, _) => institution_name(pages.profile(), &code, &frame).to_owned(),
    };
    let mut lines: Vec<(String, Count)> =
        overview.lines.into_iter().map(|(code, count)| (name(code), count)).collect();
    lines.sort_by_cached_key(|(name, _)| complaints::fold_for_search(name));
    let figures = Figures {
        desk: Desk::at(&frame, pages.profile(), &signed_in, OVERVIEW),
        month: dates::of_month_and_year(frame.language, month),
        by_person: overview.by_person,
        previous: address(month.saturating_sub(1.month())),
        next: month.checked_add(1.month()).ok().filter(|next| *next <= today).map(address),
        lines,
        total: overview.total,
        frame,
    };
    page(StatusCode::OK, &figures)
}
