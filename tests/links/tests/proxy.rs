//! The line itself: what goes in comes out, what is counted is what crossed, and each fault is the fault it is called.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::time::Duration;

use links::{Far, Proxy, Shape};

/// Somebody who sends back what comes in, for as long as somebody listens.
fn echo() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            std::thread::spawn(move || {
                let (mut reads, mut writes) = (&stream, &stream);
                let _ = std::io::copy(&mut reads, &mut writes);
            });
        }
    });
    address
}

fn noise(count: usize) -> Vec<u8> {
    let mut random = fastrand::Rng::with_seed(3);
    std::iter::repeat_with(|| random.u8(..)).take(count).collect()
}

/// Sends everything, and reads until the end or the break; returns what came back and how it ended.
fn through(proxy: &Proxy, bytes: &[u8]) -> (Vec<u8>, std::io::Result<usize>) {
    let stream = TcpStream::connect(proxy.address()).unwrap();
    let sent = bytes.to_vec();
    let mut writes = stream.try_clone().unwrap();
    let writing = std::thread::spawn(move || {
        let _ = writes.write_all(&sent);
        let _ = writes.shutdown(std::net::Shutdown::Write);
    });
    let mut back = Vec::new();
    let ended = (&stream).read_to_end(&mut back);
    writing.join().unwrap();
    (back, ended)
}

#[test]
fn a_line_without_faults_carries_every_byte_and_counts_each() {
    let proxy = Proxy::start(Far::Centre(echo()), Shape::default()).unwrap();
    let bytes = noise(300_000);
    let (back, ended) = through(&proxy, &bytes);
    ended.unwrap();
    assert!(back == bytes, "something else came back");
    let counts = proxy.counts();
    assert_eq!((counts.bytes_up, counts.bytes_down), (300_000, 300_000));
    assert_eq!((counts.connections, counts.cuts, counts.refused), (1, 0, 0));
}

#[test]
fn a_slow_line_carries_the_same_bytes_in_the_same_order() {
    let shape =
        Shape { bandwidth_bit_s: Some(8_000_000), round_trip: Duration::from_millis(30), ..Shape::default() };
    let proxy = Proxy::start(Far::Centre(echo()), shape).unwrap();
    let bytes = noise(100_000);
    let (back, ended) = through(&proxy, &bytes);
    ended.unwrap();
    assert!(back == bytes, "something else came back");
}

#[test]
fn each_cut_ends_the_connection_after_the_stated_bytes() {
    let shape = Shape { cut_each_bytes: Some(20_000), ..Shape::default() };
    let proxy = Proxy::start(Far::Centre(echo()), shape).unwrap();
    for cut in 1..=3 {
        let before = proxy.counts().bytes();
        let (back, ended) = through(&proxy, &noise(60_000));
        assert_eq!(ended.unwrap_err().kind(), ErrorKind::ConnectionReset);
        assert!(back.len() < 20_000, "{} bytes came back", back.len());
        let counts = proxy.counts();
        assert_eq!(counts.cuts, cut);
        // The packet in which the limit falls still crosses; on the other lane one more may be at it, and then counts
        // towards the next cut.
        let crossed = counts.bytes() - before;
        assert!((20_000 - 2 * 1460..20_000 + 2 * 1460).contains(&crossed), "{crossed}");
    }
}

#[test]
fn a_line_that_is_down_refuses_and_counts_it() {
    let shape = Shape { cut_each_bytes: Some(1_000), outage: Duration::from_secs(3600), ..Shape::default() };
    let proxy = Proxy::start(Far::Centre(echo()), shape).unwrap();
    through(&proxy, &noise(5_000)).1.unwrap_err();
    let (back, _) = through(&proxy, &noise(10));
    assert!(back.is_empty());
    assert_eq!((proxy.counts().connections, proxy.counts().refused), (1, 1));
    proxy.reshape(Shape::default());
    assert_eq!(through(&proxy, &noise(10)).0, noise(10), "with another shape it is up again");
}

#[test]
fn a_clock_cuts_a_connection_that_says_nothing_more() {
    let shape = Shape { cut_about_every: Some(Duration::from_millis(50)), ..Shape::default() };
    let proxy = Proxy::start(Far::Centre(echo()), shape).unwrap();
    let mut stream = TcpStream::connect(proxy.address()).unwrap();
    stream.write_all(b"begun").unwrap();
    let mut back = Vec::new();
    // Only the cut ends this.
    assert_eq!(stream.read_to_end(&mut back).unwrap_err().kind(), ErrorKind::ConnectionReset);
    assert_eq!(proxy.counts().cuts, 1);
}

#[test]
fn requests_and_turns_are_counted_on_a_connection_that_is_used_again() {
    let proxy = Proxy::start(Far::Centre(echo()), Shape::default()).unwrap();
    let mut stream = TcpStream::connect(proxy.address()).unwrap();
    let request = b"POST /v1/sync HTTP/1.1\r\ncontent-length: 4\r\n\r\nbody";
    for _ in 0..3 {
        stream.write_all(request).unwrap();
        stream.read_exact(&mut [0; 49]).unwrap();
    }
    let counts = proxy.counts();
    assert_eq!((counts.connections, counts.requests, counts.turns), (1, 3, 3));
    assert_eq!((counts.round_trips(), counts.most_at_once), (4, 1));
}

#[test]
fn a_black_hole_takes_everything_and_says_nothing() {
    let proxy = Proxy::start(Far::BlackHole, Shape::default()).unwrap();
    let mut stream = TcpStream::connect(proxy.address()).unwrap();
    stream.write_all(b"GET / HTTP/1.1\r\n\r\n").unwrap();
    stream.set_read_timeout(Some(Duration::from_millis(50))).unwrap();
    assert_eq!(stream.read(&mut [0; 1]).unwrap_err().kind(), ErrorKind::WouldBlock);
    assert_eq!(proxy.counts().bytes_down, 0);
}

#[test]
fn a_sign_in_page_keeps_what_it_is_told() {
    let proxy = Proxy::start(Far::SignInPage, Shape::default()).unwrap();
    let mut stream = TcpStream::connect(proxy.address()).unwrap();
    let request = b"POST / HTTP/1.1\r\ncontent-length: 6\r\n\r\nsecret";
    stream.write_all(request).unwrap();
    let mut answer = [0; 15];
    stream.read_exact(&mut answer).unwrap();
    assert_eq!(&answer, b"HTTP/1.1 200 OK");
    assert_eq!(proxy.heard(), request);
}

#[test]
fn a_forward_proxy_leads_where_it_is_asked_to() {
    let echo = echo();
    let proxy = Proxy::start(Far::ForwardProxy { to: None }, Shape::default()).unwrap();
    let mut tunnel = TcpStream::connect(proxy.address()).unwrap();
    tunnel.write_all(format!("CONNECT {echo} HTTP/1.1\r\nhost: {echo}\r\n\r\n").as_bytes()).unwrap();
    let mut established = [0; 39];
    tunnel.read_exact(&mut established).unwrap();
    assert!(established.starts_with(b"HTTP/1.1 200 "));
    tunnel.write_all(b"through").unwrap();
    let mut back = [0; 7];
    tunnel.read_exact(&mut back).unwrap();
    assert_eq!(&back, b"through");

    let mut plain = TcpStream::connect(proxy.address()).unwrap();
    let request = format!("GET http://{echo}/healthz HTTP/1.1\r\n\r\n");
    plain.write_all(request.as_bytes()).unwrap();
    let mut back = vec![0; request.len()];
    plain.read_exact(&mut back).unwrap();
    assert_eq!(back, request.as_bytes(), "it is passed on as it came");
}

#[test]
fn whoever_waits_for_bytes_is_told_when_they_have_crossed() {
    let proxy = Proxy::start(Far::Centre(echo()), Shape::default()).unwrap();
    assert!(!proxy.wait_for_bytes(1, Duration::ZERO));
    through(&proxy, &noise(1_000)).1.unwrap();
    assert!(proxy.wait_for_bytes(2_000, Duration::ZERO));
    assert!(!proxy.wait_for_bytes(2_001, Duration::ZERO));
}
