//! The line: HTTP with TLS to the centre's address.
//!
//! There is no limit on the time of a whole exchange, since a slow line that moves is a good line; there is one on
//! silence, which begins when a request has had the time that its bytes take on the slowest line there is. Redirects
//! are not followed and only the protocol's own content type counts as an answer, so that the sign-in page of a
//! hotel is told apart from a centre.

use std::net::Ipv4Addr;
use std::sync::Once;
use std::time::Duration;

use reqwest::header::CONTENT_TYPE;
use reqwest::{Client, StatusCode, Url, redirect};

use sync_protocol::{Exchange, LineError};

use crate::failure;
use crate::proxy::Proxy;

const CBOR: &str = "application/cbor";
/// What a sealed file is, to whoever cannot open it.
pub(crate) const OCTETS: &str = "application/octet-stream";
const CONNECT_TIMEOUT: Duration = Duration::from_secs(20);
const SILENCE_LIMIT: Duration = Duration::from_secs(60);
/// The slowest line that a request is given time for, in bytes a second: 8 kbit/s. How far a request has come is
/// nobody's knowledge: it leaves this program for the system's buffers at once.
const SLOWEST_LINE_BYTES_S: f64 = 1000.0;
/// The longest answer that is read.
const MAX_ANSWER_BYTES: usize = 16 * 1024 * 1024;

/// A line to a centre.
#[derive(Debug, Clone)]
pub struct HttpLine {
    client: Client,
    base: Url,
    silence_limit: Duration,
}

impl HttpLine {
    /// A line to the centre at that address, for example `https://csu.example.mu`. Plain `http` is taken only for
    /// this very computer.
    ///
    /// # Errors
    /// A sentence that says what is wrong with the address.
    pub fn new(address: &str) -> Result<Self, String> {
        Self::through(address, &Proxy::System)
    }

    /// The same, by that way out.
    ///
    /// # Errors
    /// As [`Self::new`]; what is wrong with the proxy.
    pub fn through(address: &str, proxy: &Proxy) -> Result<Self, String> {
        install_tls();
        let base = parse(address)?;
        let builder = Client::builder();
        // What goes over plain HTTP stays on this computer; a proxy elsewhere would read it.
        let builder = if base.scheme() == "http" { builder.no_proxy() } else { proxy.apply(builder)? };
        let client = builder
            .connect_timeout(CONNECT_TIMEOUT)
            .redirect(redirect::Policy::none())
            .tcp_keepalive(Duration::from_secs(30))
            .pool_idle_timeout(Duration::from_secs(600))
            .build()
            .map_err(|error| format!("the line cannot be set up: {error}"))?;
        Ok(Self { client, base, silence_limit: SILENCE_LIMIT })
    }

    /// The same line, on which nothing may come for that long before an attempt is given up.
    #[must_use]
    pub fn with_silence_limit(mut self, limit: Duration) -> Self {
        self.silence_limit = limit;
        self
    }

    /// The address, as it is kept.
    pub fn address(&self) -> &str {
        self.base.as_str().trim_end_matches('/')
    }

    async fn post(&self, path: &str, body: Vec<u8>) -> Result<reqwest::Response, LineError> {
        let url = format!("{}/{path}", self.address());
        let on_its_way = Duration::from_secs_f64(body.len() as f64 / SLOWEST_LINE_BYTES_S);
        let request = self.client.post(url).header(CONTENT_TYPE, CBOR).body(body);
        let answer = unless_silent(on_its_way + self.silence_limit, request.send()).await?;
        let status = answer.status();
        let is_cbor = answer.headers().get(CONTENT_TYPE).is_some_and(|value| value == CBOR);
        match status {
            StatusCode::OK if is_cbor => Ok(answer),
            StatusCode::SERVICE_UNAVAILABLE
            | StatusCode::TOO_MANY_REQUESTS
            | StatusCode::BAD_GATEWAY
            | StatusCode::GATEWAY_TIMEOUT => Err(LineError::Busy(format!("it says {status}"))),
            StatusCode::OK => Err(LineError::NotACentre("it answers with a page".to_owned())),
            _ => Err(LineError::NotACentre(format!("it says {status}"))),
        }
    }

    async fn read(
        &self,
        mut answer: reqwest::Response,
        take: &mut (dyn FnMut(&[u8]) + Send),
    ) -> Result<(), LineError> {
        let mut total = 0;
        while let Some(chunk) = unless_silent(self.silence_limit, answer.chunk()).await? {
            total += chunk.len();
            if total > MAX_ANSWER_BYTES {
                return Err(LineError::NotACentre("its answer does not end".to_owned()));
            }
            take(&chunk);
        }
        Ok(())
    }
}

impl HttpLine {
    /// Hands a sealed file on to the centre, which may take as long as it needs, and gives the answer.
    pub(crate) async fn hand_on(&self, body: reqwest::Body) -> Result<reqwest::Response, LineError> {
        let url = format!("{}/v1/carry", self.address());
        let sending = self.client.post(url).header(CONTENT_TYPE, OCTETS).body(body).send();
        sending.await.map_err(|error| failure::read(&error))
    }
}

impl Exchange for HttpLine {
    async fn enrol(&self, request: Vec<u8>) -> Result<Vec<u8>, LineError> {
        let mut bytes = Vec::new();
        let answer = self.post("v1/enrol", request).await?;
        self.read(answer, &mut |chunk| bytes.extend_from_slice(chunk)).await?;
        Ok(bytes)
    }

    async fn sync(&self, request: Vec<u8>, answer: &mut (dyn FnMut(&[u8]) + Send)) -> Result<(), LineError> {
        let response = self.post("v1/sync", request).await?;
        self.read(response, answer).await
    }
}

/// What comes within the time; else the line is given up, and its connection with it.
async fn unless_silent<T>(
    limit: Duration,
    coming: impl Future<Output = reqwest::Result<T>>,
) -> Result<T, LineError> {
    match tokio::time::timeout(limit, coming).await {
        Ok(come) => come.map_err(|error| failure::read(&error)),
        Err(_) => Err(LineError::Unreachable("nothing came for a long time".to_owned())),
    }
}

fn parse(address: &str) -> Result<Url, String> {
    let address = address.trim();
    let with_scheme = if address.contains("://") { address.to_owned() } else { format!("https://{address}") };
    let url = Url::parse(&with_scheme)
        .map_err(|_| format!("“{address}” is no address; it looks like https://csu.example.mu"))?;
    let host = url.host_str().unwrap_or_default();
    let is_loopback = host.parse::<Ipv4Addr>().is_ok_and(|address| address.is_loopback());
    let here = host == "localhost" || host == "[::1]" || is_loopback;
    match url.scheme() {
        "https" if !host.is_empty() => Ok(url),
        "http" if here => Ok(url),
        "http" => {
            Err("an address that begins with http:// would send complaints unprotected; use https://"
                .to_owned())
        }
        _ => Err(format!("“{address}” is no address; it looks like https://csu.example.mu")),
    }
}

fn install_tls() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // Another part of the program may have installed one first; either will do.
        let _ = rustls::crypto::ring::default_provider().install_default();
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_taken_as_people_type_it() {
        for (typed, kept) in [
            ("https://csu.example.mu", "https://csu.example.mu"),
            (" csu.example.mu/ ", "https://csu.example.mu"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("http://localhost:8080/centre/", "http://localhost:8080/centre"),
        ] {
            assert_eq!(HttpLine::new(typed).unwrap().address(), kept);
        }
    }

    #[test]
    fn an_address_that_would_send_in_the_clear_is_refused() {
        for typed in [
            "http://csu.example.mu",
            "http://127example.mu.evil",
            "http://127.0.0.1.example.mu",
            "ftp://csu.example.mu",
            "",
            "https://",
            "a b",
        ] {
            assert!(HttpLine::new(typed).is_err(), "{typed}");
        }
    }
}
