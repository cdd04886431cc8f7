//! The exchange over a socket.

use std::sync::Arc;

use central_server::web::{self, ServeOptions};
use sync_protocol::{Codec, Outcome};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

use crate::desk::Desk;
use crate::engine::{Place, office};
use crate::frames::SyncResponse;

struct Answer {
    status: u16,
    headers: String,
    body: Vec<u8>,
}

struct Served {
    address: String,
    stop: oneshot::Sender<()>,
    task: tokio::task::JoinHandle<std::io::Result<()>>,
}

async fn serve(place: &Place) -> (Arc<central_server::Centre>, Served) {
    let centre = Arc::new(place.centre().await);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let (stop, stopped) = oneshot::channel();
    let until = async move { drop(stopped.await) };
    let task = tokio::spawn(web::serve(Arc::clone(&centre), listener, ServeOptions::default(), until));
    (centre, Served { address, stop, task })
}

/// The body of an answer that came in chunks.
fn whole(mut chunks: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    while let Some(end) = chunks.windows(2).position(|two| two == b"\r\n") {
        let size = usize::from_str_radix(std::str::from_utf8(&chunks[..end]).unwrap(), 16).unwrap();
        body.extend_from_slice(&chunks[end + 2..end + 2 + size]);
        chunks = &chunks[end + size + 4..];
    }
    body
}

impl Served {
    async fn ask(&self, head: &str, body: &[u8]) -> Answer {
        let mut stream = TcpStream::connect(&self.address).await.unwrap();
        let lines =
            format!("{head}\r\nhost: centre\r\nconnection: close\r\ncontent-length: {}\r\n\r\n", body.len());
        stream.write_all(lines.as_bytes()).await.unwrap();
        // A server that has refused already may close before it has read everything.
        drop(stream.write_all(body).await);
        let mut bytes = Vec::new();
        drop(stream.read_to_end(&mut bytes).await);
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        let headers = String::from_utf8(bytes[..end].to_vec()).unwrap().to_lowercase();
        let status = headers.split(' ').nth(1).unwrap().parse().unwrap();
        let body = bytes[end + 4..].to_vec();
        let chunked = headers.contains("transfer-encoding: chunked");
        Answer { status, headers, body: if chunked { whole(&body) } else { body } }
    }

    async fn post(&self, path: &str, body: &[u8]) -> Answer {
        self.ask(&format!("POST {path} HTTP/1.1\r\ncontent-type: application/cbor"), body).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_desk_exchanges_over_http_and_the_server_stops_when_it_is_told() {
    let place = Place::sqlite();
    let (centre, served) = serve(&place).await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let id = desk.register("Pena dilo depi trwa zour.");
    let answer = served.post("/v1/sync", &desk.request().seal(&desk.key, Codec::Zstd)).await;
    assert_eq!(answer.status, 200);
    assert!(answer.headers.contains("content-type: application/cbor"));
    let response = SyncResponse::from_bytes(&answer.body);
    assert_eq!(response.outcome, Outcome::Done);
    desk.take(&response);
    assert!(desk.complaints.contains_key(&id));
    assert_eq!(served.ask("GET /healthz HTTP/1.1", b"").await.status, 200);
    served.stop.send(()).unwrap();
    served.task.await.unwrap().unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_exchange_is_answered_with_a_clear_status() {
    let place = Place::sqlite();
    let (_centre, served) = serve(&place).await;
    let malformed = served.post("/v1/sync", b"nonsense").await;
    assert_eq!(malformed.status, 200);
    assert_eq!(SyncResponse::from_bytes(&malformed.body).outcome, Outcome::Malformed);
    assert_eq!(served.post("/v1/enrol", b"nonsense").await.status, 400);
    assert_eq!(served.post("/v1/enrol", &vec![0; 1024 * 1024 + 1]).await.status, 413);
    let form = "POST /v1/sync HTTP/1.1\r\ncontent-type: application/x-www-form-urlencoded";
    assert_eq!(served.ask(form, b"a=b").await.status, 415);
    assert_eq!(served.ask("GET /v1/sync HTTP/1.1", b"").await.status, 405);
    assert_eq!(served.ask("GET /v1/nothing HTTP/1.1", b"").await.status, 404);
}
