//! By which way out a line goes: what the system says, straight, or over a proxy that somebody has named.

use reqwest::ClientBuilder;

/// The way out of the office's network.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Proxy {
    /// As the operating system is set.
    #[default]
    System,
    /// Straight, whatever the operating system says.
    None,
    /// Over the proxy at that address, for example `http://10.0.0.1:3128`.
    Address(String),
}

impl Proxy {
    /// A proxy's address as typed; `http://` may be left out.
    ///
    /// # Errors
    /// A sentence that says what is wrong with it.
    pub fn at(typed: &str) -> Result<Self, String> {
        let typed = typed.trim();
        let address = if typed.contains("://") { typed.to_owned() } else { format!("http://{typed}") };
        let wrong = || format!("“{typed}” is no proxy; it looks like http://10.0.0.1:3128");
        let url = reqwest::Url::parse(&address).map_err(|_| wrong())?;
        match url.host_str() {
            Some(host) if matches!(url.scheme(), "http" | "https") && !host.is_empty() => {
                Ok(Self::Address(address.trim_end_matches('/').to_owned()))
            }
            _ => Err(wrong()),
        }
    }

    pub(crate) fn apply(&self, builder: ClientBuilder) -> Result<ClientBuilder, String> {
        match self {
            Self::System => Ok(builder),
            Self::None => Ok(builder.no_proxy()),
            Self::Address(address) => {
                let proxy = reqwest::Proxy::all(address)
                    .map_err(|error| format!("the proxy “{address}” cannot be used: {error}"))?;
                Ok(builder.no_proxy().proxy(proxy))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader, Write};
    use std::net::TcpListener;

    use sync_protocol::Exchange;

    use super::*;
    use crate::HttpLine;

    #[test]
    fn a_proxy_is_taken_as_people_type_it() {
        for typed in [" 10.0.0.1:3128 ", "http://10.0.0.1:3128/"] {
            assert_eq!(Proxy::at(typed), Ok(Proxy::Address("http://10.0.0.1:3128".to_owned())));
        }
        for typed in ["", "ftp://10.0.0.1", "http://", "a b"] {
            assert!(Proxy::at(typed).is_err(), "{typed}");
        }
    }

    #[tokio::test]
    async fn a_line_goes_out_over_the_proxy_that_was_named() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let asked = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut line = String::new();
            BufReader::new(stream.try_clone().unwrap()).read_line(&mut line).unwrap();
            stream.write_all(b"HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n").unwrap();
            line
        });
        let line = HttpLine::through("https://csu.example.mu", &Proxy::at(&address).unwrap()).unwrap();
        assert!(line.enrol(Vec::new()).await.is_err());
        assert_eq!(asked.join().unwrap().trim(), "CONNECT csu.example.mu:443 HTTP/1.1");
    }
}
