//! Whether the centre is found: where it listens on this machine, and under the address that desks and citizens use, which
//! belongs to the proxy in front with its certificate.

use std::fs;
use std::net::{TcpStream, ToSocketAddrs};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use locales::Args;
use reqwest::Url;
use rustls::client::danger::ServerCertVerifier;
use rustls::pki_types::{ServerName, UnixTime};
use rustls::{ClientConfig, ClientConnection};
use rustls_platform_verifier::Verifier;

use super::{Finding, because};
use crate::sending::plain_client;

/// So long before its end a certificate should have a successor.
const CERTIFICATE_ENDS_SOON: Duration = Duration::from_secs(21 * 24 * 60 * 60);

const TIMEOUT: Duration = Duration::from_secs(10);

/// What a centre answers when it is well.
const WELL: &str = "ok\n";

/// Whether the server that said it serves on this machine does. None: no server says so.
pub(super) async fn serving(data: &Path) -> Option<Finding> {
    const CHECK: &str = "serving";
    let address = fs::read_to_string(data.join("address")).ok()?;
    let args = Args::new().with("address", address.trim());
    let url = format!("http://{}", address.trim()).parse();
    let Ok(url) = url else { return Some(Finding::broken(CHECK, "serving-not", args)) };
    Some(match ask(&url).await {
        Ok(true) => Finding::ok(CHECK, "serving-ok", args),
        Ok(false) | Err(_) => Finding::broken(CHECK, "serving-not", args),
    })
}

/// Whether the centre answers under its public address, with a certificate that desks accept.
pub(super) async fn public(url: Option<&str>) -> Finding {
    const CHECK: &str = "address";
    let Some(typed) = url else { return Finding::ok(CHECK, "address-none", Args::new()) };
    let args = || Args::new().with("url", typed);
    let Ok(url) = typed.parse::<Url>() else { return Finding::broken(CHECK, "address-plain", args()) };
    let is_here = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
    if url.scheme() != "https" && !is_here {
        return Finding::broken(CHECK, "address-plain", args());
    }
    match ask(&url).await {
        Ok(true) => {}
        Ok(false) => return Finding::broken(CHECK, "address-other", args()),
        Err(why) => return Finding::broken(CHECK, "address-unreachable", because(why).with("url", typed)),
    }
    let ends_soon = url.scheme() == "https"
        && tokio::task::spawn_blocking(move || ends_soon(&url)).await.is_ok_and(|told| told == Some(true));
    match ends_soon {
        true => Finding::look(CHECK, "address-ends", args()),
        false => Finding::ok(CHECK, "address-ok", args()),
    }
}

/// Whether a centre that is well answers there.
async fn ask(url: &Url) -> Result<bool, String> {
    let client = plain_client().no_proxy().build().map_err(|error| innermost(&error))?;
    let asked = url.join("/healthz").map_err(|error| error.to_string())?;
    let answer = client.get(asked).send().await.map_err(|error| innermost(&error))?;
    let is_good = answer.status().is_success();
    Ok(is_good && answer.text().await.is_ok_and(|text| text == WELL))
}

/// The cause behind all causes: the certificate, the name, the line.
fn innermost(error: &dyn std::error::Error) -> String {
    let mut cause = error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    cause.to_string()
}

/// Whether the certificate that is good now will not be in three weeks. None: nobody can tell.
fn ends_soon(url: &Url) -> Option<bool> {
    let (host, port) = (url.host_str()?.trim_matches(['[', ']']).to_owned(), url.port_or_known_default()?);
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let verifier = Arc::new(Verifier::new(Arc::clone(&provider)).ok()?);
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .ok()?
        .dangerous()
        .with_custom_certificate_verifier(Arc::clone(&verifier) as _)
        .with_no_client_auth();
    let name = ServerName::try_from(host.clone()).ok()?;
    let mut connection = ClientConnection::new(Arc::new(config), name.clone()).ok()?;
    let address = (host.as_str(), port).to_socket_addrs().ok()?.next()?;
    let mut line = TcpStream::connect_timeout(&address, TIMEOUT).ok()?;
    line.set_read_timeout(Some(TIMEOUT)).ok()?;
    line.set_write_timeout(Some(TIMEOUT)).ok()?;
    while connection.is_handshaking() {
        connection.complete_io(&mut line).ok()?;
    }
    let (leaf, above) = connection.peer_certificates()?.split_first()?;
    let then =
        UnixTime::since_unix_epoch(Duration::from_secs(UnixTime::now().as_secs()) + CERTIFICATE_ENDS_SOON);
    Some(verifier.verify_server_cert(leaf, above, &name, &[], then).is_err())
}
