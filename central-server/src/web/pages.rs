//! Every page of the centre and where it stands. What a page shows belongs to `public` and `agents`.

mod agents;
mod assets;
mod cookies;
mod failures;
mod forms;
mod frame;
pub(super) mod language;
pub(super) mod limits;
mod public;
mod security;
#[cfg(test)]
mod tests;
mod visit;

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::header;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::Response;
use axum::routing::{get, post};
use complaints::Reference;
use complaints::profile::Profile;

use crate::centre::Centre;
use limits::Tries;
use visit::Visit;

const MINUTES: fn(u64) -> Duration = |minutes| Duration::from_secs(60 * minutes);

/// What all pages share.
struct Pages {
    centre: Arc<Centre>,
    /// Wrong pairs of reference and access code, by line.
    followed_by_line: Tries<IpAddr>,
    /// The same by reference. More than one line has, so that one stranger cannot lock a citizen out alone.
    followed_by_reference: Tries<Reference>,
    /// Wrong sign-ins by line; those by login are counted at the centre.
    signed_in_by_line: Tries<IpAddr>,
}

impl Pages {
    /// The profile in force.
    fn profile(&self) -> &Profile {
        self.centre.profile()
    }
}

/// The pages of a centre. A [`ClientAddress`](super::ClientAddress) among the request's extensions says from where
/// it came.
pub(crate) fn pages(centre: Arc<Centre>) -> Router {
    let pages = Arc::new(Pages {
        centre,
        followed_by_line: Tries::new(10, MINUTES(10)),
        followed_by_reference: Tries::new(20, MINUTES(60)),
        signed_in_by_line: Tries::new(20, MINUTES(10)),
    });
    let agents = Router::new()
        .route("/agents", get(agents::queue::list))
        .route("/agents/", get(agents::queue::list))
        .route("/agents/sign-in", get(agents::sign_in::ask).post(agents::sign_in::check))
        .route("/agents/sign-out", post(agents::sign_in::out))
        .route(
            "/agents/carry",
            get(agents::carry::ask).post(agents::carry::take).layer(DefaultBodyLimit::disable()),
        )
        .route("/agents/case/{reference}", get(agents::case::show))
        .route("/agents/case/{reference}/document/{hash}", get(agents::documents::show))
        .route("/agents/case/{reference}/{deed}", post(agents::deeds::act).get(agents::case::back))
        .layer(from_fn(security::from_here_only));
    Router::new()
        .route("/", get(public::home))
        .route("/follow", get(public::follow::ask).post(public::follow::check))
        .route("/figures", get(public::figures::show))
        .route("/figures.csv", get(public::figures::csv))
        .route("/figures.json", get(public::figures::json))
        .route("/static/style.css", get(assets::style))
        .route("/static/mark.svg", get(assets::mark))
        .route("/favicon.ico", get(assets::mark))
        .route("/static/fonts/{name}", get(assets::font))
        .merge(agents)
        .fallback(failures::nothing_here)
        .layer(DefaultBodyLimit::max(forms::LARGEST_FORM))
        .layer(from_fn_with_state(Arc::clone(&pages), remember_language))
        .layer(from_fn_with_state(Arc::clone(&pages), failures::explain))
        .layer(from_fn(security::headers))
        .with_state(pages)
}

/// Remembers a language that was chosen by a link.
async fn remember_language(
    State(_): State<Arc<Pages>>,
    visit: Visit,
    request: Request,
    next: Next,
) -> Response {
    let chosen = format!("{}={}", language::CHOICE, visit.language.tag());
    let query = request.uri().query().unwrap_or_default();
    let chosen = query.split('&').any(|pair| pair == chosen);
    let mut response = next.run(request).await;
    if chosen {
        response.headers_mut().append(header::SET_COOKIE, language::remembered(visit.language));
    }
    response
}
