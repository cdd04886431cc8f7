//! `guichet-server serve`: the centre on the network, until it is told to stop.

use std::fs;
use std::io::IsTerminal;
use std::path::Path;
use std::sync::Arc;

use clap::Args;
use serde::Serialize;
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

use super::Place;
use super::notices::WaysOptions;
use super::output::{Failure, Output};
use crate::shelf::ShelfAccess;
use crate::snapshots::SNAPSHOT_AFTER_ENTRIES;
use crate::web::{self, ServeOptions};

/// Serve the desks, the citizens and the agents
#[derive(Args)]
pub(super) struct Serve {
    /// Where to listen
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    listen: String,
    /// `mauritius`, or the folder of a profile. Left out, an existing centre keeps its profile
    #[arg(long, value_name = "NAME|DIR")]
    profile: Option<String>,
    /// A proxy of your own stands in front and writes the client's address into X-Forwarded-For
    #[arg(long)]
    trust_proxy: bool,
    /// Computers that lack more entries than this take a snapshot of their office
    #[arg(long, value_name = "ENTRIES", default_value_t = SNAPSHOT_AFTER_ENTRIES)]
    snapshots_after: u64,
    /// Where whole documents lie instead of in the database: s3://bucket/prefix. Endpoint, region and keys come from
    /// AWS_ENDPOINT_URL, AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. Left out, a centre keeps the place it has
    #[arg(long, value_name = "PLACE")]
    documents: Option<String>,
    #[command(flatten)]
    ways: WaysOptions,
}

#[derive(Serialize)]
struct Serving {
    address: String,
}

impl Serve {
    pub(super) async fn run(self, place: &Place, output: &Output) -> Result<(), Failure> {
        let filter = EnvFilter::try_from_env("GUICHET_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
        let colours = std::io::stderr().is_terminal();
        tracing_subscriber::fmt()
            .with_env_filter(filter)
            .with_writer(std::io::stderr)
            .with_ansi(colours)
            .init();

        let ways = self.ways.ways()?;
        let centre = place.open(self.profile.as_deref()).await?;
        let mut centre = centre.with_snapshots_after(self.snapshots_after);
        if let Some(place) = &self.documents {
            let access =
                ShelfAccess::of_the_environment().map_err(|why| Failure::new("documents_away", why))?;
            centre.keep_documents_at(place, access).await?;
        }
        let centre = Arc::new(centre);
        let cannot = |error| Failure::new("listen", format!("cannot listen on {}: {error}", self.listen));
        let listener = TcpListener::bind(&self.listen).await.map_err(cannot)?;
        let bound = listener.local_addr().map_err(cannot)?;
        let address = format!("http://{bound}");
        // Before anybody hears that it serves: whoever asks it to stop at once is heard too.
        let stop = told_to_stop();
        let file = place.folder()?.join("address");
        write_address(&file, &bound.to_string())?;
        output.answer(&Serving { address: address.clone() }, &format!("Guichet centre: {address}"))?;
        tracing::info!(address, profile = centre.profile().name, "the centre serves");

        let options = ServeOptions { trust_proxy: self.trust_proxy };
        let witnessing = tokio::spawn(Arc::clone(&centre).witness_daily());
        let packing = tokio::spawn(Arc::clone(&centre).make_snapshots_always());
        let sending = tokio::spawn(Arc::clone(&centre).send_notices_always(ways));
        let shelving = tokio::spawn(Arc::clone(&centre).shelve_documents_always());
        let reminding = tokio::spawn(Arc::clone(&centre).remind_always());
        let counting = tokio::spawn(count(Arc::clone(&centre)));
        let using = tokio::spawn(Arc::clone(&centre).write_page_uses_always());
        let last = Arc::clone(&centre);
        let served = web::serve(centre, listener, options, stop).await;
        witnessing.abort();
        packing.abort();
        sending.abort();
        shelving.abort();
        reminding.abort();
        counting.abort();
        using.abort();
        drop(last.write_page_uses().await);
        // The file says that somebody serves here; whoever cannot remove it leaves an address that does not answer.
        drop(fs::remove_file(&file));
        tracing::info!("the centre has stopped");
        served.map_err(|error| Failure::new("listen", error.to_string()))
    }
}

/// Counts what an older version did not count, or what was counted with other working days.
async fn count(centre: Arc<crate::Centre>) {
    match centre.bring_figures_up_to_date().await {
        Ok(0) => {}
        Ok(complaints) => tracing::info!(complaints, "the figures are counted"),
        Err(error) => tracing::warn!(code = error.code(), %error, "the figures could not be counted"),
    }
}

/// Written beside its place and moved there, so that whoever waits for it never reads half of it.
fn write_address(file: &Path, address: &str) -> Result<(), Failure> {
    let beside = file.with_extension("new");
    let written = fs::write(&beside, format!("{address}\n")).and_then(|()| fs::rename(&beside, file));
    written.map_err(|error| Failure::new("file", format!("{}: {error}", file.display())))
}

/// Listens from now on, not only once it is waited for.
#[cfg(unix)]
fn told_to_stop() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};
    let terminate = signal(SignalKind::terminate());
    async move {
        match terminate {
            Ok(mut terminate) => {
                tokio::select! {
                    _ = terminate.recv() => {}
                    _ = tokio::signal::ctrl_c() => {}
                }
            }
            Err(_) => drop(tokio::signal::ctrl_c().await),
        }
    }
}

#[cfg(not(unix))]
async fn told_to_stop() {
    drop(tokio::signal::ctrl_c().await);
}
