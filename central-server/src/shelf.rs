//! A shelf for whole documents outside of the database: an S3-compatible store. A content lies there under its hash, is
//! written once, and is never changed. What has not come whole yet is no business of the shelf.

use std::time::Duration;

use ::complaints::DocumentId;
use reqwest::header::RANGE;
use reqwest::{Client, StatusCode, Url};
use rusty_s3::{Bucket, Credentials, S3Action, UrlStyle};

use crate::error::CentreError;
use crate::sending::plain_client;

/// For how long a signed request may be used.
const SIGNED_FOR: Duration = Duration::from_secs(5 * 60);

/// How long a request may take: a document of 64 MiB over a line of 10 Mbit/s.
const TIMEOUT: Duration = Duration::from_secs(90);

/// How a shelf is reached, beside the place that it has.
#[derive(Clone)]
pub struct ShelfAccess {
    /// The address of the store; none: Amazon's of the region.
    pub endpoint: Option<String>,
    /// The region; any word where the store has none.
    pub region: String,
    /// The name of the key.
    pub key: String,
    /// The key itself.
    pub secret: String,
    /// Whether an address without encryption will do.
    pub allow_http: bool,
}

impl ShelfAccess {
    /// As the usual variables have it: `AWS_ENDPOINT_URL`, `AWS_REGION`, `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`,
    /// `AWS_ALLOW_HTTP`.
    ///
    /// # Errors
    /// A sentence that names the variable that is missing.
    pub fn of_the_environment() -> Result<Self, String> {
        let told = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let needed = |name: &str| told(name).ok_or_else(|| format!("the variable {name} is not set"));
        Ok(Self {
            endpoint: told("AWS_ENDPOINT_URL_S3").or_else(|| told("AWS_ENDPOINT_URL")),
            region: told("AWS_REGION").unwrap_or_else(|| "us-east-1".to_owned()),
            key: needed("AWS_ACCESS_KEY_ID")?,
            secret: needed("AWS_SECRET_ACCESS_KEY")?,
            allow_http: told("AWS_ALLOW_HTTP").is_some_and(|value| value == "true" || value == "1"),
        })
    }
}

impl std::fmt::Debug for ShelfAccess {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ShelfAccess").field("endpoint", &self.endpoint).finish_non_exhaustive()
    }
}

/// A shelf. Nothing is kept in the process: any number of servers use the same one.
pub(crate) struct Shelf {
    bucket: Bucket,
    credentials: Credentials,
    /// What the names of all contents begin with: empty, or ending in `/`.
    prefix: String,
    client: Client,
}

impl Shelf {
    /// The shelf at `s3://bucket/prefix`. Nobody is asked yet.
    ///
    /// # Errors
    /// A sentence that says what is wrong with the place or the address.
    pub(crate) fn at(place: &str, access: ShelfAccess) -> Result<Self, String> {
        let (name, prefix) = parts(place)?;
        let endpoint = match access.endpoint {
            Some(endpoint) => endpoint,
            None => format!("https://s3.{}.amazonaws.com", access.region),
        };
        let endpoint: Url = endpoint.parse().map_err(|_| format!("“{endpoint}” is no address of a store"))?;
        let is_here = matches!(endpoint.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
        if endpoint.scheme() != "https" && !is_here && !access.allow_http {
            return Err("the address of the store begins with https://; in a network of your own, AWS_ALLOW_HTTP=true"
                .to_owned());
        }
        // The name in the path: every store of this kind understands it, whatever name its certificate has.
        let bucket = Bucket::new(endpoint, UrlStyle::Path, name, access.region)
            .map_err(|error| format!("the address of the store cannot be used: {error}"))?;
        let client = plain_client().timeout(TIMEOUT).build().map_err(|error| error.to_string())?;
        Ok(Self { bucket, credentials: Credentials::new(access.key, access.secret), prefix, client })
    }

    /// Lays a whole content there. The same again changes nothing.
    pub(crate) async fn put(&self, id: &DocumentId, content: Vec<u8>) -> Result<(), CentreError> {
        let name = self.name(id);
        let url = self.bucket.put_object(Some(&self.credentials), &name).sign(SIGNED_FOR);
        let answer = self.client.put(url).body(content).send().await.map_err(away)?;
        match answer.status() {
            status if status.is_success() => Ok(()),
            status => Err(refused(status)),
        }
    }

    /// At most so many bytes of a content from an offset on; empty at its end.
    pub(crate) async fn read(
        &self,
        id: &DocumentId,
        offset: u64,
        most: usize,
    ) -> Result<Vec<u8>, CentreError> {
        let name = self.name(id);
        let url = self.bucket.get_object(Some(&self.credentials), &name).sign(SIGNED_FOR);
        let last = offset + (most as u64).max(1) - 1;
        let asked = self.client.get(url).header(RANGE, format!("bytes={offset}-{last}"));
        let answer = asked.send().await.map_err(away)?;
        match answer.status() {
            StatusCode::PARTIAL_CONTENT => Ok(answer.bytes().await.map_err(away)?.to_vec()),
            StatusCode::RANGE_NOT_SATISFIABLE => Ok(Vec::new()),
            StatusCode::NOT_FOUND => {
                Err(CentreError::Damaged(format!("document {id} is not on the shelf where it was laid")))
            }
            status => Err(refused(status)),
        }
    }

    /// Asks whether the bucket is there and may be used.
    pub(crate) async fn greet(&self) -> Result<(), CentreError> {
        let url = self.bucket.head_bucket(Some(&self.credentials)).sign(SIGNED_FOR);
        let answer = self.client.head(url).send().await.map_err(away)?;
        if answer.status().is_success() { Ok(()) } else { Err(refused(answer.status())) }
    }

    fn name(&self, id: &DocumentId) -> String {
        format!("{}{id}", self.prefix)
    }
}

/// The bucket and the prefix of a place.
fn parts(place: &str) -> Result<(String, String), String> {
    let wrong = || format!("“{place}” is no place for documents; it looks like s3://bucket/prefix");
    let rest = place.strip_prefix("s3://").ok_or_else(wrong)?;
    let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_./".contains(&byte));
    let prefix = prefix.trim_matches('/');
    let walks = prefix.split('/').any(|part| part == "." || part == "..");
    if bucket.is_empty() || !plain(bucket) || !plain(prefix) || walks {
        return Err(wrong());
    }
    let prefix = if prefix.is_empty() { String::new() } else { format!("{prefix}/") };
    Ok((bucket.to_owned(), prefix))
}

/// What the line or the store says of itself names addresses with signatures: it is not repeated.
fn away(error: reqwest::Error) -> CentreError {
    let why = if error.is_timeout() { "no answer in time" } else { "no answer" };
    CentreError::ShelfAway(why.to_owned())
}

fn refused(status: StatusCode) -> CentreError {
    CentreError::ShelfAway(match status.as_u16() {
        401 | 403 => format!("it refuses our key ({status})"),
        404 => format!("there is no such bucket ({status})"),
        _ => format!("it answers {status}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn access(endpoint: &str, allow_http: bool) -> ShelfAccess {
        let [region, key, secret] = ["mu", "clerk", "geheim"].map(str::to_owned);
        ShelfAccess { endpoint: Some(endpoint.to_owned()), region, key, secret, allow_http }
    }

    #[test]
    fn a_place_is_a_bucket_and_perhaps_a_prefix() {
        let parts = |place| parts(place).map(|(bucket, prefix)| format!("{bucket} {prefix}"));
        assert_eq!(parts("s3://csu"), Ok("csu ".to_owned()));
        assert_eq!(parts("s3://csu/documents/2026/"), Ok("csu documents/2026/".to_owned()));
        for wrong in ["csu", "s3://", "s3:///x", "s3://csu/../other", "s3://c u", "https://csu"] {
            assert!(parts(wrong).unwrap_err().contains("s3://bucket/prefix"), "{wrong}");
        }
    }

    #[test]
    fn documents_do_not_travel_in_the_open_unless_somebody_says_so() {
        let at = |endpoint, allow| Shelf::at("s3://csu", access(endpoint, allow)).map(drop);
        assert!(at("http://10.0.0.9:9000", false).unwrap_err().contains("AWS_ALLOW_HTTP"));
        assert_eq!(at("http://10.0.0.9:9000", true), Ok(()));
        assert_eq!(at("http://127.0.0.1:9000", false), Ok(()));
        assert_eq!(at("https://s3.example.mu", false), Ok(()));
        assert!(!format!("{:?}", access("https://s3.example.mu", false)).contains("geheim"));
    }
}
