//! The centre's face on the network: the exchange for the desks, pages for citizens and agents. Every route of the
//! exchange stands here; nothing here decides anything about complaints.

mod address;
mod api;
mod hosts;
mod open311;
mod pages;
mod pieces;
mod serving;
mod sticks;

use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::{MatchedPath, Request};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::{get, post};
use tokio::net::TcpListener;

pub(crate) use address::ClientAddress;
pub use hosts::Hosts;
pub use serving::Serving;

use crate::centre::Centre;

/// How the centre is reached.
#[derive(Debug, Clone, Copy, Default)]
pub struct ServeOptions {
    /// A proxy of our own stands in front, and the last address in `X-Forwarded-For` is the one that it saw.
    pub trust_proxy: bool,
}

/// Every route of the centre, for a server that no proxy stands in front of.
pub fn router(centre: Arc<Centre>) -> Router {
    router_with(centre, ServeOptions::default())
}

/// Every route of the centre.
pub fn router_with(centre: Arc<Centre>, options: ServeOptions) -> Router {
    Serving::new(centre, options, |_| {}).router()
}

/// What counts on when another centre takes the place of the one before.
#[derive(Clone, Default)]
struct Memory {
    pages: Arc<pages::Memory>,
}

/// Every route, answered by that centre.
fn routes(centre: &Arc<Centre>, memory: &Memory, options: ServeOptions) -> Router {
    let exchange = Router::new()
        .route("/v1/sync", post(api::sync))
        .route("/v1/enrol", post(api::enrol))
        .route("/v1/carry", post(sticks::carry))
        .layer(api::body_limit())
        .route("/healthz", get(api::healthz))
        .with_state(Arc::clone(centre));
    exchange
        .merge(open311::router(Arc::clone(centre)))
        .merge(pages::pages_with(Arc::clone(centre), Arc::clone(&memory.pages)))
        .layer(middleware::from_fn(move |request, next| address::note(options.trust_proxy, request, next)))
        .layer(middleware::from_fn(log))
}

/// Serves until `stop` completes; requests that are under way are then finished.
///
/// # Errors
/// When the listener fails.
pub async fn serve(
    centre: Arc<Centre>,
    listener: TcpListener,
    options: ServeOptions,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    serve_routes(router_with(centre, options), listener, stop).await
}

/// The same with routes that are there already.
///
/// # Errors
/// As [`serve`].
pub async fn serve_routes(
    router: Router,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stop).await
}

/// One line a request: the route, never the address or what stands behind a `?`, which may name a citizen.
async fn log(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str).to_owned();
    let begun = std::time::Instant::now();
    let response = next.run(request).await;
    let status = response.status().as_u16();
    let took_ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    if response.status().is_server_error() {
        tracing::warn!(%method, route, status, took_ms, "request failed");
    } else {
        tracing::debug!(%method, route, status, took_ms, "request");
    }
    response
}
