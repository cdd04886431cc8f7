//! What stands at the far end of a line: a centre, a proxy that asks where to, a sign-in page, or nobody.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::passing::pass;
use crate::state::State;

/// Where connections end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Far {
    /// At this address.
    Centre(SocketAddr),
    /// At an HTTP forward proxy: `CONNECT`, or a request that names the whole address (RFC 9112, 3.2.2 and 3.2.3).
    ForwardProxy {
        /// Where it leads, whatever host is asked for; none: to that host.
        to: Option<SocketAddr>,
    },
    /// At somebody who takes connections, reads nothing and never answers.
    BlackHole,
    /// At a captive portal that answers every request with a page.
    SignInPage,
    /// At a captive portal that sends every request elsewhere.
    SignInRedirect,
}

const PAGE: &str =
    "<!doctype html><title>Welcome</title><p>Accept the conditions of this network to go on.</p>";

/// The longest head of a request to a proxy, in bytes.
const LONGEST_HEAD: usize = 64 * 1024;

/// Does what the far end does with one connection.
///
/// # Errors
/// When one of the ends resets or cannot be reached.
pub(crate) async fn meet(state: &Arc<State>, desk: &mut TcpStream) -> io::Result<()> {
    match state.far() {
        Far::Centre(address) => {
            let mut far = dial(address).await?;
            pass(state, desk, &mut far, Vec::new()).await.inspect_err(|_| reset(&far))
        }
        Far::ForwardProxy { to } => forward(state, desk, to).await,
        Far::BlackHole => std::future::pending().await,
        Far::SignInPage => sign_in(state, desk, &page()).await,
        Far::SignInRedirect => sign_in(state, desk, REDIRECT).await,
    }
}

/// Ends a connection as a broken line does: without a goodbye.
pub(crate) fn reset(stream: &TcpStream) {
    // A socket that is gone needs none.
    let _ = stream.set_zero_linger();
}

async fn dial(address: SocketAddr) -> io::Result<TcpStream> {
    let far = TcpStream::connect(address).await?;
    far.set_nodelay(true)?;
    Ok(far)
}

async fn forward(state: &Arc<State>, desk: &mut TcpStream, to: Option<SocketAddr>) -> io::Result<()> {
    let head = read_head(desk).await?;
    let text = String::from_utf8_lossy(&head).into_owned();
    let mut words = text.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let wrong = || io::Error::new(io::ErrorKind::InvalidData, "no request to a proxy");
    let host = match method {
        "CONNECT" => target,
        _ => target.strip_prefix("http://").and_then(|rest| rest.split('/').next()).ok_or_else(wrong)?,
    };
    let address = match to {
        Some(address) => address,
        None => tokio::net::lookup_host(host).await?.next().ok_or_else(wrong)?,
    };
    let mut far = dial(address).await?;
    // A centre takes a request that names the whole address as it is, and must (RFC 9112, 3.2.2).
    let first = if method == "CONNECT" {
        state.note_requests(1);
        desk.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n").await?;
        Vec::new()
    } else {
        head
    };
    pass(state, desk, &mut far, first).await.inspect_err(|_| reset(&far))
}

/// Reads up to the empty line, and nothing of what follows it unless it came in the same packet.
async fn read_head(desk: &mut TcpStream) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    while !head.windows(4).any(|four| four == b"\r\n\r\n") {
        let read = desk.read_buf(&mut head).await?;
        if read == 0 || head.len() > LONGEST_HEAD {
            return Err(io::ErrorKind::InvalidData.into());
        }
    }
    Ok(head)
}

const REDIRECT: &str =
    "HTTP/1.1 302 Found\r\nlocation: http://sign-in.example/?from=there\r\ncontent-length: 0\r\n\r\n";

fn page() -> String {
    format!("HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: {}\r\n\r\n{PAGE}", PAGE.len())
}

/// Takes in whole requests, keeps every byte of them, and gives each the same answer. Somebody who begins to speak
/// TLS gets it too.
async fn sign_in(state: &Arc<State>, desk: &mut TcpStream, answer: &str) -> io::Result<()> {
    const TLS_HANDSHAKE: u8 = 0x16;
    let mut request = Vec::new();
    loop {
        let mut piece = vec![0; 64 * 1024];
        let read = desk.read(&mut piece).await?;
        if read == 0 {
            return Ok(());
        }
        state.note_heard(&piece[..read]);
        request.extend_from_slice(&piece[..read]);
        if request[0] == TLS_HANDSHAKE || is_whole(&request) {
            state.note_requests(1);
            request.clear();
            desk.write_all(answer.as_bytes()).await?;
        }
    }
}

/// Whether head and body are there: a body of a stated length, or one in chunks.
fn is_whole(request: &[u8]) -> bool {
    let Some(end) = request.windows(4).position(|four| four == b"\r\n\r\n") else { return false };
    let (head, body) = (String::from_utf8_lossy(&request[..end]).to_lowercase(), &request[end + 4..]);
    let header =
        |name: &str| head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':').map(str::trim));
    if header("transfer-encoding").is_some_and(|coding| coding.contains("chunked")) {
        return body.ends_with(b"0\r\n\r\n");
    }
    let length = header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    body.len() >= length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_whole_with_the_last_byte_of_its_body() {
        let stated = b"POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nab";
        assert!(!is_whole(stated));
        assert!(is_whole(&[&stated[..], b"c"].concat()));
        let chunked = b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n";
        assert!(!is_whole(chunked));
        assert!(is_whole(&[&chunked[..], b"0\r\n\r\n"].concat()));
        assert!(is_whole(b"GET / HTTP/1.1\r\n\r\n"));
        assert!(!is_whole(b"GET / HTTP/1.1\r\n"));
    }
}
