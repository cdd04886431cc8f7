//! A WebDriver of its own for each window: started on a free port, spoken to with the W3C protocol, ended with all that
//! it started.

use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value};

use crate::processes::{Group, last_words};
use crate::trouble::{Outcome, Trouble};
use crate::until::{PATIENCE, until};

/// A running driver with one session.
#[derive(Debug)]
pub(crate) struct Driver {
    pub(crate) client: Client,
    pub(crate) group: Group,
    /// When the program that it drives was asked for.
    pub(crate) asked_at: Instant,
}

impl Driver {
    /// Starts the driver's program, whose command lacks only the port, and opens a session.
    pub(crate) async fn start(
        mut command: Command,
        capabilities: Map<String, Value>,
        log: &Path,
    ) -> Outcome<Self> {
        let port = free_port()?;
        command.arg(format!("--port={port}")).stdin(Stdio::null());
        let mut group = Group::start(&mut command, log)?;
        until("the WebDriver listens", PATIENCE, async || {
            if group.ended()?.is_some() {
                return Err(Trouble::new(last_words(log)));
            }
            Ok(TcpStream::connect(("127.0.0.1", port)).is_ok().then_some(()))
        })
        .await?;
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let session = builder.capabilities(capabilities);
        let address = format!("http://127.0.0.1:{port}");
        let asked_at = Instant::now();
        let opening = session.connect(&address);
        let client = match tokio::time::timeout(PATIENCE, opening).await {
            Ok(Ok(client)) => client,
            Ok(Err(error)) => {
                return Err(Trouble::new(format!("no window: {error}; it said:\n{}", last_words(log))));
            }
            Err(_) => return Err(Trouble::new(format!("no window in time; it said:\n{}", last_words(log)))),
        };
        Ok(Self { client, group, asked_at })
    }

    /// Closes the window as its user does, then ends what is left.
    pub(crate) async fn close(mut self) -> Outcome<()> {
        // The window may be gone already; then there is nothing to close.
        let _ = tokio::time::timeout(PATIENCE, self.client.clone().close()).await;
        self.group.kill()
    }
}

/// A port that nobody listens at. Another program could take it before the driver does; the driver then says so.
fn free_port() -> Outcome<u16> {
    let address = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
    address.map(|address| address.port()).map_err(|error| Trouble::while_doing("no free port", error))
}
