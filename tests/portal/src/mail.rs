//! A mail server of this computer that takes what the centre sends (RFC 5321, without encryption), so that a test reads a
//! code where a citizen would: in an e-mail.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use desktop::{Outcome, PATIENCE, Trouble, until};

/// What came, each with the address that it came for.
#[derive(Debug, Clone)]
pub struct Mailbox {
    port: u16,
    taken: Arc<Mutex<Vec<(String, String)>>>,
}

impl Mailbox {
    /// Opens it on a port that is free.
    ///
    /// # Errors
    /// When there is none.
    pub fn open() -> Outcome<Self> {
        let failed = |error| Trouble::while_doing("no port for mail", error);
        let listener = TcpListener::bind("127.0.0.1:0").map_err(failed)?;
        let port = listener.local_addr().map_err(failed)?.port();
        let mailbox = Self { port, taken: Arc::default() };
        let inside = mailbox.clone();
        thread::spawn(move || {
            for line in listener.incoming().flatten() {
                let inside = inside.clone();
                thread::spawn(move || inside.talk(line));
            }
        });
        Ok(mailbox)
    }

    /// What the centre is told.
    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// Waits until as many mails have come for an address, and gives the six digits of the last one.
    ///
    /// # Errors
    /// When they do not come.
    pub async fn code(&self, to: &str, mails: usize) -> Outcome<String> {
        until(&format!("a code for {to}"), PATIENCE, async || {
            let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
            let mut here = taken.iter().filter(|(whose, _)| whose == to);
            let last = here.nth(mails - 1).map(|(_, mail)| mail);
            let digits = |mail: &String| {
                let six = |digits: &&str| digits.len() == 6;
                mail.split(|c: char| !c.is_ascii_digit()).find(six).map(str::to_owned)
            };
            Ok(last.and_then(digits))
        })
        .await
    }

    fn talk(&self, line: TcpStream) -> Option<()> {
        let mut answers = line.try_clone().ok()?;
        let mut answer = |text: &str| answers.write_all(format!("{text}\r\n").as_bytes()).ok();
        let mut lines = BufReader::new(line).lines();
        answer("220 here")?;
        let mut to = String::new();
        while let Some(Ok(said)) = lines.next() {
            let verb = said.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
            match verb.as_str() {
                "RCPT" => {
                    said.split(['<', '>']).nth(1).unwrap_or_default().clone_into(&mut to);
                    answer("250 yes")?;
                }
                "DATA" => {
                    answer("354 go on")?;
                    let mail: Vec<String> =
                        lines.by_ref().map_while(Result::ok).take_while(|line| line != ".").collect();
                    let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
                    taken.push((to.clone(), readable(&mail.join("\n"))));
                    drop(taken);
                    answer("250 taken")?;
                }
                "QUIT" => return answer("221 bye"),
                _ => answer("250 yes")?,
            }
        }
        None
    }
}

/// The text of a mail: its parts without what was done to them for the journey, as far as digits are concerned. The marks
/// between the parts, which may hold any digits, are left out.
fn readable(mail: &str) -> String {
    let body = mail.split_once("\n\n").map_or("", |(_, body)| body);
    let part = |part: &str| {
        let lines: Vec<&str> = part.lines().filter(|line| !line.starts_with("--")).collect();
        let unpacked = STANDARD.decode(lines.concat()).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        // Signs that are not ASCII come as =D8; those that set a code apart end in a digit themselves.
        let plain =
            || lines.join("\n").replace("=\n", "").replace("=E2=81=A8", " ").replace("=E2=81=A9", " ");
        unpacked.unwrap_or_else(plain)
    };
    body.split("\n\n").map(part).collect::<Vec<_>>().join("\n")
}
