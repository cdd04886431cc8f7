//! Requests to addresses that somebody outside has chosen. Such an address must not lead back into the house: to this
//! machine, or to the network that it stands in. The name is looked up here, and what it stands for is what is
//! connected to.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::{Arc, Once};
use std::time::Duration;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::{Client, Url, redirect};

use super::Delivery;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
const TIMEOUT: Duration = Duration::from_secs(20);

/// The way to web addresses outside.
#[derive(Debug, Clone)]
pub struct Outward {
    client: Client,
    allows_private: bool,
}

impl Outward {
    /// Sets it up. `allows_private`: addresses of this machine and of private networks are let through, for a
    /// deployment in which the institutions' systems stand in the same network.
    ///
    /// # Errors
    /// A sentence when this machine's certificates cannot be read.
    pub fn new(allows_private: bool) -> Result<Self, String> {
        let builder = plain_client().no_proxy();
        let builder = if allows_private { builder } else { builder.dns_resolver(Arc::new(PublicOnly)) };
        let client = builder.build().map_err(|error| format!("requests cannot be set up: {error}"))?;
        Ok(Self { client, allows_private })
    }

    /// Checks an address before it is kept or used.
    ///
    /// # Errors
    /// A sentence that says what is wrong with it.
    pub fn check(&self, address: &str) -> Result<Url, String> {
        let url: Url = address.parse().map_err(|_| format!("“{address}” is no web address"))?;
        if !matches!(url.scheme(), "https" | "http") {
            return Err("the address begins with https://".to_owned());
        }
        if url.scheme() == "http" && !self.allows_private {
            return Err(
                "the address begins with https://: what is sent must not be read on the way".to_owned()
            );
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err("the address must hold no user and no password".to_owned());
        }
        let Some(host) = url.host_str() else { return Err("the address names no machine".to_owned()) };
        let literal = host.trim_matches(['[', ']']).parse::<IpAddr>().ok();
        match literal {
            Some(ip) if !self.allows_private && !is_public(ip) => {
                Err("the address leads into a private network or to this machine".to_owned())
            }
            _ => Ok(url),
        }
    }

    /// Posts a body; what came of it.
    pub(super) async fn post(&self, url: Url, headers: &[(&'static str, String)], body: String) -> Delivery {
        let request = self.client.post(url).header("Content-Type", "application/json").body(body);
        let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, value));
        outcome(request.send().await, "the system")
    }
}

/// What an answer means. A refusal (4xx) is tried again like a failure: the other side is often mended before a notice is
/// given up. Only an address that is gone for good is final.
pub(super) fn outcome(answer: Result<reqwest::Response, reqwest::Error>, who: &str) -> Delivery {
    match answer {
        Ok(answer) if answer.status().is_success() => Delivery::Sent,
        Ok(answer) if answer.status() == reqwest::StatusCode::GONE => {
            Delivery::Never(format!("{who} says that the address is gone for good (410)"))
        }
        Ok(answer) => Delivery::Later(format!("{who} answers {}", answer.status().as_u16())),
        Err(error) if error.is_timeout() => Delivery::Later(format!("{who} does not answer in time")),
        Err(_) => Delivery::Later(format!("{who} cannot be reached")),
    }
}

/// A client that follows no redirect: one could lead anywhere.
pub(crate) fn plain_client() -> reqwest::ClientBuilder {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // Another part of the program may have installed one first; either will do.
        let _ = rustls::crypto::ring::default_provider().install_default();
    });
    Client::builder()
        .connect_timeout(CONNECT_TIMEOUT)
        .timeout(TIMEOUT)
        .redirect(redirect::Policy::none())
        .user_agent(concat!("Guichet/", env!("CARGO_PKG_VERSION")))
}

/// Looks names up and lets through only what stands for a public address.
struct PublicOnly;

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let public: Vec<SocketAddr> = found.filter(|address| is_public(address.ip())).collect();
            if public.is_empty() {
                return Err("the name stands for no public address".into());
            }
            Ok(Box::new(public.into_iter()) as Addrs)
        })
    }
}

/// Whether an address is one of the public internet. What is reserved (RFC 6890) is not.
fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => match (ip.to_ipv4_mapped(), embedded_v4(ip)) {
            (Some(v4), _) | (None, Some(v4)) => is_public_v4(v4),
            (None, None) => is_public_v6(ip),
        },
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    !(ip.is_private()
        || ip.is_loopback()
        || ip.is_link_local()
        || ip.is_broadcast()
        || ip.is_documentation()
        || ip.is_multicast()
        || a == 0
        || a >= 240
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 198 && (18..20).contains(&b)))
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    let [first, second, ..] = ip.segments();
    // 2000::/3 is all that is given out; 2001:db8::/32 is for documents, 2001::/23 for protocols.
    (0x2000..0x4000).contains(&first) && !(first == 0x2001 && (second == 0xdb8 || second < 0x200))
}

/// The IPv4 address that a gateway of 6to4 (RFC 3056) or NAT64 (RFC 6052) would go on to.
fn embedded_v4(ip: Ipv6Addr) -> Option<Ipv4Addr> {
    let octets = ip.octets();
    let at = match octets {
        [0x20, 0x02, ..] => 2,
        [0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, ..] => 12,
        _ => return None,
    };
    let [a, b, c, d] = [octets[at], octets[at + 1], octets[at + 2], octets[at + 3]];
    Some(Ipv4Addr::new(a, b, c, d))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_public_addresses_are_let_through() {
        for public in ["1.1.1.1", "41.136.1.2", "2606:4700::1111", "64:ff9b::101:101"] {
            assert!(is_public(public.parse().unwrap()), "{public}");
        }
        for private in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "255.255.255.255",
            "192.0.0.8",
            "198.18.0.1",
            "240.0.0.1",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "ff02::1",
            "::ffff:127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001:db8::1",
        ] {
            assert!(!is_public(private.parse().unwrap()), "{private}");
        }
    }

    #[test]
    fn an_address_into_the_house_is_refused_however_it_is_written() {
        let careful = Outward::new(false).unwrap();
        for address in [
            "https://127.0.0.1/x",
            "https://[::1]/x",
            "https://2130706433/",
            "https://0x7f.1/",
            "http://example.org/",
            "ftp://example.org/",
            "https://user:word@example.org/",
            "nothing",
        ] {
            assert!(careful.check(address).is_err(), "{address}");
        }
        assert!(careful.check("https://complaints.example.org/hook?x=1").is_ok());
        assert!(Outward::new(true).unwrap().check("http://127.0.0.1:9/").is_ok());
    }

    #[tokio::test]
    async fn a_name_that_stands_for_this_machine_is_not_connected_to() {
        let found = PublicOnly.resolve("localhost".parse().unwrap()).await;
        assert!(found.is_err());
    }
}
