//! Receivers for the tests: a mail server and a web server on this machine that take what comes, or behave as badly as a
//! test tells them to.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

/// What a receiver does with the next thing that comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mood {
    /// Answers with this number.
    Says(u16),
    /// Takes it and cuts the line without an answer.
    Cuts,
    /// Takes it and never answers.
    Hangs,
}

/// A receiver: what it took, and what it will do next. With no mood left it is content.
#[derive(Clone, Default)]
struct Inside {
    taken: Arc<Mutex<Vec<String>>>,
    moods: Arc<Mutex<VecDeque<Mood>>>,
    came: Arc<Notify>,
}

impl Inside {
    fn take(&self, message: String, content: u16) -> Mood {
        self.taken.lock().unwrap().push(message);
        let mood = self.moods.lock().unwrap().pop_front().unwrap_or(Mood::Says(content));
        self.came.notify_one();
        mood
    }
}

/// A mail server (RFC 5321) without encryption.
pub(crate) struct MailServer {
    inside: Inside,
    port: u16,
}

impl MailServer {
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let (inside, port) = (Inside::default(), listener.local_addr().unwrap().port());
        let shared = inside.clone();
        tokio::spawn(async move {
            while let Ok((line, _)) = listener.accept().await {
                tokio::spawn(talk(line, shared.clone()));
            }
        });
        Self { inside, port }
    }

    pub(crate) fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// What it will do with the next messages.
    pub(crate) fn will(&self, moods: &[Mood]) {
        self.inside.moods.lock().unwrap().extend(moods);
    }

    /// Every message that came whole, whatever it said to it, with `RCPT TO` as its first line. Lines that were broken
    /// for the journey alone (quoted-printable) are whole again.
    pub(crate) fn taken(&self) -> Vec<String> {
        let taken = self.inside.taken.lock().unwrap();
        taken.iter().map(|mail| mail.replace("=\n", "")).collect()
    }

    /// Waits until one more message has come.
    pub(crate) async fn came(&self) {
        self.inside.came.notified().await;
    }
}

async fn talk(line: TcpStream, inside: Inside) -> Option<()> {
    let (read, mut write) = line.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 test ESMTP\r\n").await.ok()?;
    let mut message = String::new();
    while let Some(said) = lines.next_line().await.ok()? {
        let verb = said.get(..4).unwrap_or(&said).to_uppercase();
        let reply = match verb.as_str() {
            "EHLO" => "250-test\r\n250 8BITMIME\r\n".to_owned(),
            "RCPT" => {
                message = format!("{said}\n");
                "250 yes\r\n".to_owned()
            }
            "DATA" => {
                write.write_all(b"354 go on\r\n").await.ok()?;
                while let Some(row) = lines.next_line().await.ok()? {
                    if row == "." {
                        break;
                    }
                    message.push_str(row.strip_prefix('.').unwrap_or(&row));
                    message.push('\n');
                }
                match inside.take(std::mem::take(&mut message), 250) {
                    Mood::Says(code) => format!("{code} <somebody@example.mu> it is\r\n"),
                    Mood::Cuts => return None,
                    Mood::Hangs => std::future::pending().await,
                }
            }
            "QUIT" => {
                write.write_all(b"221 bye\r\n").await.ok()?;
                return Some(());
            }
            _ => "250 yes\r\n".to_owned(),
        };
        write.write_all(reply.as_bytes()).await.ok()?;
    }
    Some(())
}

/// A web server that takes requests: each as its head and its body, an empty line between them.
pub(crate) struct WebServer {
    inside: Inside,
    port: u16,
}

impl WebServer {
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let (inside, port) = (Inside::default(), listener.local_addr().unwrap().port());
        let shared = inside.clone();
        tokio::spawn(async move {
            while let Ok((line, _)) = listener.accept().await {
                tokio::spawn(answer(line, shared.clone()));
            }
        });
        Self { inside, port }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// What it will do with the next requests.
    pub(crate) fn will(&self, moods: &[Mood]) {
        self.inside.moods.lock().unwrap().extend(moods);
    }

    /// Every request.
    pub(crate) fn taken(&self) -> Vec<String> {
        self.inside.taken.lock().unwrap().clone()
    }
}

async fn answer(mut line: TcpStream, inside: Inside) -> Option<()> {
    let mut bytes = Vec::new();
    let end = loop {
        let mut some = [0; 4096];
        let count = line.read(&mut some).await.ok().filter(|count| *count > 0)?;
        bytes.extend_from_slice(&some[..count]);
        if let Some(at) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break at + 4;
        }
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let length = head.lines().find_map(|row| {
        row.to_lowercase().strip_prefix("content-length:").map(|rest| rest.trim().to_owned())
    });
    let length: usize = length.map_or(0, |digits| digits.parse().unwrap());
    let mut body = bytes.split_off(end);
    while body.len() < length {
        let mut some = vec![0; length - body.len()];
        let count = line.read(&mut some).await.ok().filter(|count| *count > 0)?;
        body.extend_from_slice(&some[..count]);
    }
    match inside.take(head + &String::from_utf8(body).unwrap(), 200) {
        Mood::Says(status) => {
            let reply = format!("HTTP/1.1 {status} So\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            line.write_all(reply.as_bytes()).await.ok()
        }
        Mood::Cuts => None,
        Mood::Hangs => std::future::pending().await,
    }
}
