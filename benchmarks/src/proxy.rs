//! A TCP proxy on this computer that counts what crosses it and can be slow: a delay each way, and a rate that all
//! connections share. It reads nothing but the beginnings of HTTP requests, to count them.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep_until};

use crate::figures::Traffic;
use crate::trouble::{Outcome, Trouble};

/// How slow a line is.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Line {
    /// The time there and back, milliseconds; a new connection waits that long once more, as TCP does.
    pub(crate) round_trip_ms: u64,
    /// Bits a second in each direction; none: as fast as this computer.
    pub(crate) bits_per_s: Option<u64>,
}

/// A line that is not slowed.
pub(crate) const FAST: Line = Line { round_trip_ms: 0, bits_per_s: None };

/// A proxy in front of one server. It ends with this value.
#[derive(Debug)]
pub(crate) struct Proxy {
    /// Where clients reach it: `127.0.0.1:PORT`.
    pub(crate) address: String,
    state: Arc<Mutex<State>>,
    accepting: JoinHandle<()>,
}

#[derive(Debug, Default)]
struct State {
    line: Line,
    traffic: Traffic,
    /// When each direction has carried what it was given.
    free_at: [Option<Instant>; 2],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Up = 0,
    Down = 1,
}

impl Proxy {
    /// Opens one on a free port. Needs a running runtime.
    pub(crate) async fn open(server: String) -> Outcome<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.map_err(Trouble::doing("the proxy"))?;
        let address = listener.local_addr().map_err(Trouble::doing("the proxy"))?.to_string();
        let state = Arc::new(Mutex::new(State::default()));
        let accepting = tokio::spawn(accept(listener, server, Arc::clone(&state)));
        Ok(Self { address, state, accepting })
    }

    /// From now on the line is like that.
    pub(crate) fn set_line(&self, line: Line) {
        with(&self.state, |state| state.line = line);
    }

    /// What has crossed since the last call.
    pub(crate) fn take_traffic(&self) -> Traffic {
        with(&self.state, |state| std::mem::take(&mut state.traffic))
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn accept(listener: TcpListener, server: String, state: Arc<Mutex<State>>) {
    while let Ok((client, _)) = listener.accept().await {
        let (server, state) = (server.clone(), Arc::clone(&state));
        tokio::spawn(async move {
            // A server that is not there looks to the client like one that hangs up, which it is.
            if let Ok(server) = TcpStream::connect(server).await {
                let _ = (client.set_nodelay(true), server.set_nodelay(true));
                join(client, server, state);
            }
        });
    }
}

fn join(client: TcpStream, server: TcpStream, state: Arc<Mutex<State>>) {
    let open_at = with(&state, |state| {
        state.traffic.connections += 1;
        Instant::now() + Duration::from_millis(state.line.round_trip_ms)
    });
    let (from_client, to_client) = client.into_split();
    let (from_server, to_server) = server.into_split();
    carry(from_client, to_server, Way::Up, open_at, Arc::clone(&state));
    carry(from_server, to_client, Way::Down, open_at, state);
}

/// Carries one direction of a connection: one task takes, counts and says when the bytes arrive, another delivers.
fn carry(
    mut from: OwnedReadHalf,
    mut to: OwnedWriteHalf,
    way: Way,
    open_at: Instant,
    state: Arc<Mutex<State>>,
) {
    let (deliver, mut delivered) = mpsc::channel::<(Instant, Vec<u8>)>(64);
    tokio::spawn(async move {
        let mut requests = Requests::default();
        let mut buffer = vec![0; 64 * 1024];
        loop {
            // Small pieces on a slow line, so that it does not deliver in bursts.
            let piece =
                if with(&state, |state| state.line.bits_per_s.is_some()) { 1460 } else { buffer.len() };
            let taken = match from.read(&mut buffer[..piece]).await {
                Ok(0) | Err(_) => return,
                Ok(taken) => &buffer[..taken],
            };
            let begun = if way == Way::Up { requests.begun_in(taken) } else { 0 };
            let (leaves_at, arrives_at) = with(&state, |state| {
                state.traffic.requests += begun;
                state.count(way, taken.len() as u64);
                state.times(way, taken.len() as u64, open_at)
            });
            // Tokio's timer rounds up to a millisecond, which a fast line does not deserve.
            if leaves_at > Instant::now() {
                sleep_until(leaves_at).await;
            }
            if deliver.send((arrives_at, taken.to_vec())).await.is_err() {
                return;
            }
        }
    });
    tokio::spawn(async move {
        while let Some((at, bytes)) = delivered.recv().await {
            if at > Instant::now() {
                sleep_until(at).await;
            }
            if to.write_all(&bytes).await.is_err() {
                return;
            }
        }
        // The other side has ended its direction; so does this one.
        let _ = to.shutdown().await;
    });
}

impl State {
    fn count(&mut self, way: Way, bytes: u64) {
        match way {
            Way::Up => self.traffic.up += bytes,
            Way::Down => self.traffic.down += bytes,
        }
    }

    /// When the last of these bytes has left, and when it arrives.
    fn times(&mut self, way: Way, bytes: u64, open_at: Instant) -> (Instant, Instant) {
        let now = Instant::now();
        if self.line == FAST {
            return (now, now);
        }
        let begin = now.max(open_at).max(self.free_at[way as usize].unwrap_or(now));
        let takes = self.line.bits_per_s.map_or(0.0, |rate| bytes as f64 * 8.0 / rate as f64);
        let left = begin + Duration::from_secs_f64(takes);
        self.free_at[way as usize] = Some(left);
        (left, left + Duration::from_millis(self.line.round_trip_ms / 2))
    }
}

/// Counts the request lines of HTTP/1.1 in a stream that comes in pieces.
#[derive(Debug, Default)]
struct Requests {
    /// The end of the line that has not ended yet: a body may come before a request without a line's end between.
    line: Vec<u8>,
}

impl Requests {
    /// How many requests begin in the next bytes. A line of a body that looks like a request line would count too;
    /// none of the bodies here has one.
    fn begun_in(&mut self, bytes: &[u8]) -> u64 {
        let mut begun = 0;
        for byte in bytes {
            match byte {
                b'\n' => {
                    begun += u64::from(self.line.ends_with(b" HTTP/1.1\r"));
                    self.line.clear();
                }
                _ => {
                    if self.line.len() == 64 {
                        self.line.drain(..48);
                    }
                    self.line.push(*byte);
                }
            }
        }
        begun
    }
}

fn with<R>(state: &Mutex<State>, look: impl FnOnce(&mut State) -> R) -> R {
    look(&mut state.lock().unwrap_or_else(PoisonError::into_inner))
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn echo() -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                tokio::spawn(async move {
                    let (mut from, mut to) = stream.split();
                    let _ = tokio::io::copy(&mut from, &mut to).await;
                });
            }
        });
        address
    }

    async fn say(stream: &mut TcpStream, text: &str) {
        stream.write_all(text.as_bytes()).await.unwrap();
        let mut answer = vec![0; text.len()];
        stream.read_exact(&mut answer).await.unwrap();
        assert_eq!(answer, text.as_bytes());
    }

    #[tokio::test]
    async fn what_crosses_is_counted_both_ways() {
        let proxy = Proxy::open(echo().await).await.unwrap();
        let mut stream = TcpStream::connect(&proxy.address).await.unwrap();
        say(&mut stream, "GET / HTTP/1.1\r\nHost: a\r\n\r\n").await;
        assert_eq!(proxy.take_traffic(), Traffic { up: 27, down: 27, requests: 1, connections: 1 });
        say(&mut stream, "on the same connection").await;
        assert_eq!(proxy.take_traffic(), Traffic { up: 22, down: 22, requests: 0, connections: 0 });
    }

    #[tokio::test]
    async fn a_slow_line_takes_its_round_trip_and_its_rate() {
        let proxy = Proxy::open(echo().await).await.unwrap();
        proxy.set_line(Line { round_trip_ms: 40, bits_per_s: Some(80_000) });
        let mut stream = TcpStream::connect(&proxy.address).await.unwrap();
        let begun = Instant::now();
        // 40 ms to connect, 40 there and back, and 100 ms each way for 1,000 bytes.
        say(&mut stream, &"x".repeat(1_000)).await;
        assert!(begun.elapsed() >= Duration::from_millis(280));
    }

    #[test]
    fn a_request_line_counts_once_however_it_is_cut() {
        let body = "x".repeat(100);
        let text = format!("POST /v1/sync HTTP/1.1\r\nHost: a\r\n\r\n{body}GET / HTTP/1.1\r\n\r\n");
        let text = text.as_bytes();
        for cut in 0..text.len() {
            let mut requests = Requests::default();
            let counted = requests.begun_in(&text[..cut]) + requests.begun_in(&text[cut..]);
            assert_eq!(counted, 2, "cut at {cut}");
        }
    }
}
