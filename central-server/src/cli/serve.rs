//! `guichet-server serve`: the centre on the network, or those of several communes, until it is told to stop.

use std::fs;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use clap::Args;
use serde::Serialize;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tracing::{Instrument, Span};
use tracing_subscriber::EnvFilter;

use super::Place;
use super::notices::WaysOptions;
use super::output::{Failure, Output};
use crate::centre::Centre;
use crate::sending::Ways;
use crate::shelf::ShelfAccess;
use crate::snapshots::SNAPSHOT_AFTER_ENTRIES;
use crate::tenants::Tenants;
use crate::web::{self, Hosts, ServeOptions, Serving};

/// How often it is asked whether another process has put a profile in force.
const LOOK_AGAIN: Duration = Duration::from_secs(5);

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
struct Listening {
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

        let options = ServeOptions { trust_proxy: self.trust_proxy };
        let (served, router) = match place.several()? {
            None => {
                let (profile, documents) = (self.profile.as_deref(), self.documents.clone());
                let one = self
                    .begin(Span::none(), place, (profile, documents), self.ways.ways(place.commune.as_ref())?)
                    .await?;
                let router = one.serving.router();
                (vec![one], router)
            }
            Some(_) if self.profile.is_some() => {
                let message =
                    "with --tenants each commune names its own profile in the file; leave out --profile";
                return Err(Failure::usage(message));
            }
            Some(tenants) => self.begin_all(&tenants, options, place.migrate).await?,
        };
        self.listen(&served, router, output).await
    }

    /// Opens a centre, and begins what it does by itself.
    async fn begin(
        &self,
        span: Span,
        place: &Place,
        (profile, documents): (Option<&str>, Option<String>),
        ways: Ways,
    ) -> Result<Served, Failure> {
        let centre = place.open(profile).instrument(span.clone()).await?;
        let mut centre = centre.with_snapshots_after(self.snapshots_after);
        if let Some(documents) = documents {
            let access =
                ShelfAccess::of_the_environment().map_err(|why| Failure::new("documents_away", why))?;
            centre.keep_documents_at(&documents, access).await?;
        }
        let centre = Arc::new(centre);
        span.in_scope(|| tracing::info!(profile = centre.profile().name, "the centre serves"));
        let work = Arc::new(Work { ways: Arc::new(ways), span: span.clone(), tasks: Mutex::default() });
        let begins = Arc::clone(&work);
        let options = ServeOptions { trust_proxy: self.trust_proxy };
        let serving = Serving::named(span, centre, options, move |centre| begins.begin(centre));
        Ok(Served { folder: place.folder()?.clone(), serving, work })
    }

    /// The same for several communes, each under its own host names.
    async fn begin_all(
        &self,
        tenants: &Tenants,
        options: ServeOptions,
        migrate: bool,
    ) -> Result<(Vec<Served>, Router), Failure> {
        let (mut all, mut hosts) = (Vec::new(), Hosts::new(options.trust_proxy));
        for tenant in tenants.iter() {
            let named = |failure: Failure| failure.about(&tenant.name);
            let span = tracing::info_span!("commune", name = tenant.name);
            let ways = self.ways.ways(Some(tenant)).map_err(named)?;
            let place = Place::of(tenant, migrate);
            // Communes share nothing: each has a shelf of its own.
            let documents = self.documents.as_ref();
            let documents = documents.map(|at| format!("{}/{}", at.trim_end_matches('/'), tenant.name));
            let own = (tenant.profile.as_deref(), documents);
            let one = self.begin(span, &place, own, ways).await.map_err(named)?;
            let key = one.serving.centre().key.public();
            if all.iter().any(|other: &Served| other.serving.centre().key.public() == key) {
                let message =
                    "its folder is a copy of another commune’s: two communes with one key are not kept apart";
                return Err(Failure::new("same_key", message).about(&tenant.name));
            }
            hosts.add(&tenant.hosts, &one.serving);
            all.push(one);
        }
        Ok((all, hosts.router()))
    }

    async fn listen(&self, all: &[Served], router: Router, output: &Output) -> Result<(), Failure> {
        let cannot = |error| Failure::new("listen", format!("cannot listen on {}: {error}", self.listen));
        let listener = TcpListener::bind(&self.listen).await.map_err(cannot)?;
        let bound = listener.local_addr().map_err(cannot)?;
        let address = format!("http://{bound}");
        // Before anybody hears that it serves: whoever asks it to stop at once is heard too.
        let stop = told_to_stop();
        for one in all {
            write_address(&one.address_file(), &bound.to_string())?;
        }
        output.answer(&Listening { address: address.clone() }, &format!("Guichet centre: {address}"))?;
        tracing::info!(address, "listening");
        let looking: Vec<_> =
            all.iter().map(|one| tokio::spawn(look_always(Arc::clone(&one.serving)))).collect();
        let served = web::serve_routes(router, listener, stop).await;
        looking.iter().for_each(JoinHandle::abort);
        for one in all {
            one.work.end();
            drop(one.serving.centre().write_page_uses().await);
            // The file says that somebody serves here; whoever cannot remove it leaves an address that does not answer.
            drop(fs::remove_file(one.address_file()));
        }
        tracing::info!("the centre has stopped");
        served.map_err(|error| Failure::new("listen", error.to_string()))
    }
}

/// A centre that is served, and what it does by itself meanwhile.
struct Served {
    folder: PathBuf,
    serving: Arc<Serving>,
    work: Arc<Work>,
}

impl Served {
    fn address_file(&self) -> PathBuf {
        self.folder.join("address")
    }
}

/// What a centre does by itself while it serves. When another one takes its place, that one begins the same; the one before
/// ends what it is at and begins nothing more.
struct Work {
    ways: Arc<Ways>,
    span: Span,
    tasks: Mutex<Vec<JoinHandle<()>>>,
}

impl Work {
    fn begin(&self, centre: &Arc<Centre>) {
        let ours = || Arc::clone(centre);
        let begun = [
            self.spawn(ours().witness_daily()),
            self.spawn(ours().make_snapshots_always()),
            self.spawn(ours().send_notices_always(Arc::clone(&self.ways))),
            self.spawn(ours().remind_always()),
            self.spawn(ours().shelve_documents_always()),
            self.spawn(count(ours())),
            self.spawn(ours().write_page_uses_always()),
        ];
        let mut tasks = self.tasks.lock().unwrap_or_else(PoisonError::into_inner);
        tasks.retain(|task| !task.is_finished());
        tasks.extend(begun);
    }

    fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) -> JoinHandle<()> {
        tokio::spawn(task.instrument(self.span.clone()))
    }

    fn end(&self) {
        self.tasks.lock().unwrap_or_else(PoisonError::into_inner).iter().for_each(JoinHandle::abort);
    }
}

/// Notices what another process has put in force, also while nobody asks for a page.
async fn look_always(serving: Arc<Serving>) {
    loop {
        tokio::time::sleep(LOOK_AGAIN).await;
        if let Err(error) = serving.look().await {
            tracing::warn!(code = error.code(), "the profile in force could not be looked up");
        }
    }
}

/// Counts what an older version did not count, or what was counted with other working days.
async fn count(centre: Arc<Centre>) {
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
