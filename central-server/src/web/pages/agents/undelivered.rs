//! What did not arrive, for administrators: what is still tried, and what was given up and has to be told in another way. To
//! whom it was going stands in the complaint, and nowhere here.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use locales::Args;

use super::session::SignedIn;
use super::{Desk, UNDELIVERED, sign_in};
use crate::access::Right;
use crate::notices::{NoticeId, StuckNotice};
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::forms::Typed;
use crate::web::pages::frame::Frame;
use crate::web::pages::visit::Visit;

#[derive(Template)]
#[template(path = "agents/undelivered.html")]
struct Undelivered {
    frame: Frame,
    desk: Desk,
    /// Still tried.
    waiting: Vec<Line>,
    /// Not tried any more.
    given_up: Vec<Line>,
    done: Option<String>,
    notice: Option<String>,
}

struct Line {
    id: String,
    reference: Option<String>,
    channel: String,
    queued: String,
    tries: String,
    /// As the other side said it, in its language.
    trouble: String,
}

/// `GET /agents/admin/notices`
pub(in crate::web::pages) async fn list(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let Some(signed_in) = SignedIn::from(&pages, &headers).await? else { return Ok(sign_in::first(&visit)) };
    signed_in.must(Right::KeepNotices)?;
    shown(&pages, &visit, &signed_in, StatusCode::OK, None).await
}

/// `POST /agents/admin/notices/{id}/{deed}`: tries it at once, or gives it up.
pub(in crate::web::pages) async fn act(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    Path((id, deed)): Path<(String, String)>,
    typed: Typed,
) -> Result<Response, Failure> {
    let Some(signed_in) = SignedIn::from(&pages, &headers).await? else { return Ok(sign_in::first(&visit)) };
    signed_in.must(Right::KeepNotices)?;
    let id: NoticeId = id.parse().map_err(|_| Failure::NotFound)?;
    let frame = Frame::new(pages.profile(), &visit);
    if !signed_in.wrote(typed.get("word")) {
        let notice = Some(frame.t("agents-token"));
        return shown(&pages, &visit, &signed_in, StatusCode::FORBIDDEN, notice).await;
    }
    let done = match deed.as_str() {
        "retry" => pages.centre.try_notice_now(&signed_in.agent, id).await?,
        "give-up" => pages.centre.give_notice_up(&signed_in.agent, id).await?,
        _ => return Err(Failure::NotFound),
    };
    if !done {
        // It has left or was given up meanwhile.
        let notice = Some(frame.t("undelivered-gone"));
        return shown(&pages, &visit, &signed_in, StatusCode::CONFLICT, notice).await;
    }
    Ok(Redirect::to(&format!("{UNDELIVERED}?done={deed}")).into_response())
}

async fn shown(
    pages: &Pages,
    visit: &Visit,
    signed_in: &SignedIn,
    status: StatusCode,
    notice: Option<String>,
) -> Result<Response, Failure> {
    let frame = Frame::new(pages.profile(), visit);
    let stuck = pages.centre.stuck_notices().await?;
    let (given_up, waiting): (Vec<_>, Vec<_>) = stuck.iter().partition(|stuck| stuck.is_given_up);
    let lines =
        |stuck: Vec<&StuckNotice>| stuck.into_iter().map(|stuck| line(&frame, pages, stuck)).collect();
    let done = ["retry", "give-up"].contains(&visit.asked("done"));
    let undelivered = Undelivered {
        desk: Desk::at(&frame, pages.profile(), signed_in, UNDELIVERED),
        waiting: lines(waiting),
        given_up: lines(given_up),
        done: done.then(|| frame.t(&format!("undelivered-done-{}", visit.asked("done")))),
        notice,
        frame,
    };
    page(status, &undelivered)
}

fn line(frame: &Frame, pages: &Pages, stuck: &StuckNotice) -> Line {
    let today = pages.centre.now().date();
    Line {
        id: stuck.id.to_string(),
        reference: stuck.reference.clone(),
        channel: frame.t(&format!("undelivered-{}", stuck.channel)),
        queued: frame.short_day(stuck.queued_at.date(), today),
        tries: frame.with("undelivered-tries", &Args::new().with("count", stuck.tries)),
        trouble: stuck.trouble.clone(),
    }
}
