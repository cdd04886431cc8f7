//! Every page of the centre and where it stands. What a page shows belongs to `public` and `agents`.

mod agents;
mod assets;
mod cookies;
mod data;
mod failures;
mod forms;
mod frame;
pub(super) mod language;
pub(super) mod line;
mod nobody;
mod public;
mod security;
#[cfg(test)]
mod tests;
mod visit;

use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, MatchedPath, Request, State};
use axum::http::header;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::Response;
use axum::routing::{get, post};
use complaints::profile::Profile;
use tokio::sync::Semaphore;

use crate::centre::Centre;
use crate::keys::random;
pub(super) use nobody::nobody;
use public::account;
use visit::Visit;

/// Each holds a file in memory.
const MOST_UPLOADS: usize = 8;

/// What all pages share.
struct Pages {
    centre: Arc<Centre>,
    memory: Arc<Memory>,
}

/// What lasts while the program runs, whichever profile is in force.
pub(super) struct Memory {
    /// How many forms with files are read at once.
    uploads: Semaphore,
    /// Under which visitors are told apart for half an hour; drawn anew each time the program starts.
    use_key: [u8; 32],
}

impl Default for Memory {
    fn default() -> Self {
        Self {
            uploads: Semaphore::new(MOST_UPLOADS),
            // Without a random source nobody is told apart from others on the same line, and nothing else happens.
            use_key: random().unwrap_or_default(),
        }
    }
}

impl Pages {
    /// The profile in force.
    fn profile(&self) -> &Profile {
        self.centre.profile()
    }
}

/// The pages of a centre, for tests of the pages alone.
#[cfg(test)]
pub(crate) fn pages(centre: Arc<Centre>) -> Router {
    pages_with(centre, Arc::default())
}

/// The pages of a centre. A [`ClientAddress`](super::ClientAddress) among the request's extensions says from where
/// it came.
pub(super) fn pages_with(centre: Arc<Centre>, memory: Arc<Memory>) -> Router {
    let pages = Arc::new(Pages { centre, memory });
    let agents = Router::new()
        .route("/agents", get(agents::queue::list))
        .route("/agents/", get(agents::queue::list))
        .route("/agents/filter", get(agents::filter::show).post(agents::filter::act))
        .route("/agents/export", get(agents::exports::table))
        .route("/agents/register", get(agents::register::ask).post(agents::register::take))
        .route("/agents/overview", get(agents::overview::show))
        .route("/agents/looks", get(agents::looks::show))
        .route("/agents/people", get(agents::people::list).post(agents::people::add))
        .route("/agents/people/{id}/{change}", post(agents::people::change))
        .route("/agents/templates", get(agents::templates::list).post(agents::templates::write))
        .route("/agents/templates/{id}", get(agents::templates::one))
        .merge(agents::profile::routes())
        .route("/agents/admin/notices", get(agents::undelivered::list))
        .route("/agents/admin/notices/{id}/{deed}", post(agents::undelivered::act))
        .route("/agents/password", get(agents::password::ask).post(agents::password::choose))
        .route("/agents/sign-in", get(agents::sign_in::ask).post(agents::sign_in::check))
        .route("/agents/sign-out", post(agents::sign_in::out))
        .route(
            "/agents/carry",
            get(agents::carry::ask).post(agents::carry::take).layer(DefaultBodyLimit::disable()),
        )
        .route("/agents/figures", get(agents::figures::show))
        .route("/agents/figures/{name}", get(agents::figures::file))
        .route("/agents/case/{reference}", get(agents::case::show))
        .route("/agents/case/{reference}/receipt", get(agents::receipt::show))
        .route("/agents/case/{reference}/document/{hash}", get(agents::documents::show))
        .route("/agents/case/{reference}/{deed}", post(agents::deeds::act).get(agents::case::back))
        .layer(from_fn(security::keys_alone))
        .layer(from_fn(security::from_here_only));
    Router::new()
        .route("/", get(public::home))
        .route("/follow", get(public::follow::ask).post(public::follow::check))
        .route(public::widget::PATH, get(public::widget::ask).post(public::widget::check))
        .route("/figures", get(public::figures::show))
        .route("/figures.csv", get(public::figures::csv))
        .route("/figures.json", get(public::figures::json))
        .route("/static/style.css", get(assets::style))
        .route("/static/mark.svg", get(assets::mark))
        .route("/favicon.ico", get(assets::mark))
        .route("/static/fonts/{name}", get(assets::font))
        .merge(agents)
        .merge(portal())
        .fallback(failures::nothing_here)
        .layer(DefaultBodyLimit::max(forms::LARGEST_FORM))
        .layer(from_fn_with_state(Arc::clone(&pages), note_use))
        .layer(from_fn_with_state(Arc::clone(&pages), remember_language))
        .layer(from_fn_with_state(Arc::clone(&pages), failures::explain))
        .layer(from_fn(security::headers))
        // Programs are answered as programs, also when something is wrong.
        .merge(data::routes())
        .with_state(pages)
}

/// What citizens do by themselves.
fn portal() -> Router<Arc<Pages>> {
    let uploads = DefaultBodyLimit::max(public::uploads::LARGEST_UPLOAD);
    Router::new()
        .route("/file", get(public::filing::begin).post(public::filing::first))
        .route(
            "/file/{id}/documents",
            get(public::filing::show_files).post(public::filing::take_files).layer(uploads),
        )
        .route("/file/{id}/documents/remove", post(public::filing::drop_file))
        .route("/file/{id}/send", post(public::filing::send))
        .route("/file/{id}/stop", post(public::filing::stop))
        .route("/file/{id}/save", post(public::filing::save))
        .route("/file/{id}/saved", get(public::filing::saved))
        .route("/file/continue", get(public::filing::ask).post(public::filing::go_on))
        .route("/file/{id}/{step}", get(public::filing::show).post(public::filing::take))
        .route("/account/new", get(account::ask_new).post(account::begin_account))
        .route("/account/confirm", get(account::ask_code).post(account::confirm_account))
        .route("/account/sign-in", get(account::ask_sign_in).post(account::sign_in))
        .route("/account/sign-out", post(account::sign_out))
        .route("/account/forgotten", get(account::ask_forgotten).post(account::forgotten))
        .route("/account/reset", get(account::ask_reset).post(account::reset))
        .route("/mine", get(account::list))
        .route("/mine/details", get(account::ask_details).post(account::change_details))
        .route("/mine/address", get(account::ask_address).post(account::change_address))
        .route("/mine/address/confirm", get(account::ask_address_code).post(account::confirm_address))
        .route("/mine/identity", get(account::ask_identity).post(account::confirm_identity))
        .route("/mine/data", get(account::data))
        .route("/mine/data.json", get(account::download))
        .route("/mine/data.zip", get(account::parcel))
        .route("/mine/close", get(account::ask_to_close).post(account::close))
        .route("/case/{reference}", get(public::case::show))
        .route("/case/{reference}/receipt", get(public::case::receipt))
        .route("/case/{reference}/receipt.pdf", get(public::case::paper))
        .route("/case/{reference}/document/{hash}", get(public::case::document))
        .route(
            "/case/{reference}/documents",
            get(public::case::deeds::ask_documents).post(public::case::deeds::add_documents).layer(uploads),
        )
        .route("/case/{reference}/{deed}", get(public::case::deeds::ask).post(public::case::deeds::act))
        .layer(from_fn(security::from_here_only))
}

/// Notes that a citizens' page was looked at; never by whom.
async fn note_use(State(pages): State<Arc<Pages>>, visit: Visit, request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let browser = request.headers().get(header::USER_AGENT).cloned();
    let response = next.run(request).await;
    let page = route.as_deref().and_then(|route| route.split('/').nth(1)).unwrap_or("agents");
    let is_page = !matches!(page, "agents" | "static") && !page.contains('.');
    if is_page && response.status().is_success() {
        let mut digest = blake3::Hasher::new_keyed(&pages.memory.use_key);
        digest.update(visit.line.to_string().as_bytes()).update(&[0]);
        digest.update(browser.as_ref().map_or(&[], |browser| browser.as_bytes()));
        let mut visitor = [0; 16];
        visitor.copy_from_slice(&digest.finalize().as_bytes()[..16]);
        let now_ms = pages.centre.now().timestamp().as_millisecond();
        pages.centre.page_use.note(visitor, if page.is_empty() { "home" } else { page }, now_ms);
    }
    response
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
    // A page within another site's page keeps nothing in the browser.
    let is_own = request.uri().path() != public::widget::PATH;
    let chosen = is_own && query.split('&').any(|pair| pair == chosen);
    let mut response = next.run(request).await;
    if chosen {
        response.headers_mut().append(header::SET_COOKIE, language::remembered(visit.language));
    }
    response
}
