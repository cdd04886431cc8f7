//! One open connection to the centre, as a browser keeps one: what is asked over it, what comes back, and when.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Instant;

use crate::run::{Failure, Outcome};

/// A browser's line to the centre, with its cookies.
#[derive(Debug)]
pub(super) struct Line {
    address: String,
    stream: BufReader<TcpStream>,
    cookies: BTreeMap<String, String>,
}

/// What came back.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) location: String,
    pub(super) text: String,
    /// Milliseconds until its first byte came, and its last one.
    pub(super) first_ms: f64,
    pub(super) last_ms: f64,
}

impl Line {
    pub(super) fn to(address: &str) -> Outcome<Self> {
        let stream = TcpStream::connect(address).map_err(|error| Failure::system(address, &error))?;
        stream.set_nodelay(true).map_err(|error| Failure::system(address, &error))?;
        Ok(Self { address: address.to_owned(), stream: BufReader::new(stream), cookies: BTreeMap::new() })
    }

    /// What a browser sends along.
    pub(super) fn cookies(&self) -> String {
        let pairs: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        pairs.join("; ")
    }

    pub(super) fn get(&mut self, path: &str) -> Outcome<Answer> {
        self.ask("GET", path, "", "")
    }

    pub(super) fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Outcome<Answer> {
        self.ask("POST", path, "application/x-www-form-urlencoded", &encoded(fields))
    }

    pub(super) fn ask(&mut self, method: &str, path: &str, kind: &str, body: &str) -> Outcome<Answer> {
        let mut request = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\n", self.address);
        if !self.cookies.is_empty() {
            request.push_str(&format!("Cookie: {}\r\n", self.cookies()));
        }
        if method == "POST" {
            request.push_str(&format!("Content-Type: {kind}\r\nContent-Length: {}\r\n", body.len()));
        }
        request.push_str("\r\n");
        request.push_str(body);
        let begun = Instant::now();
        self.exchange(&request, begun).map_err(|error| Failure::system(path, &error))
    }

    fn exchange(&mut self, request: &str, begun: Instant) -> std::io::Result<Answer> {
        self.stream.get_mut().write_all(request.as_bytes())?;
        let mut head = String::new();
        self.stream.read_line(&mut head)?;
        let first_ms = begun.elapsed().as_secs_f64() * 1_000.0;
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        let (mut location, mut length) = (String::new(), None);
        loop {
            let mut header = String::new();
            self.stream.read_line(&mut header)?;
            let Some((name, value)) = header.trim_end().split_once(':') else { break };
            let value = value.trim();
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.parse().ok(),
                "location" => value.clone_into(&mut location),
                "set-cookie" => self.keep(value),
                _ => {}
            }
        }
        let mut body = Vec::new();
        match length {
            Some(length) => {
                body.resize(length, 0);
                self.stream.read_exact(&mut body)?;
            }
            None => self.read_chunks(&mut body)?,
        }
        let last_ms = begun.elapsed().as_secs_f64() * 1_000.0;
        let text = String::from_utf8_lossy(&body).into_owned();
        Ok(Answer { status, location, text, first_ms, last_ms })
    }

    fn read_chunks(&mut self, body: &mut Vec<u8>) -> std::io::Result<()> {
        loop {
            let mut size = String::new();
            self.stream.read_line(&mut size)?;
            let size = usize::from_str_radix(size.trim(), 16).unwrap_or(0);
            let mut chunk = vec![0; size + 2];
            self.stream.read_exact(&mut chunk)?;
            if size == 0 {
                return Ok(());
            }
            body.extend_from_slice(&chunk[..size]);
        }
    }

    fn keep(&mut self, cookie: &str) {
        let pair = cookie.split(';').next().unwrap_or_default();
        if let Some((name, value)) = pair.split_once('=') {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}

impl Answer {
    /// Fails unless the answer is a page, or leads on to one.
    pub(super) fn expected(self, what: &str) -> Outcome<Self> {
        match self.status {
            200 | 201 | 303 => Ok(self),
            status => Err(Failure::broken(format!("{what}: the centre answers {status}"))),
        }
    }

    /// Fails unless the answer is a page itself: what leads to signing in was not measured.
    pub(super) fn page(self, what: &str) -> Outcome<Self> {
        match self.status {
            200 => Ok(self),
            status => Err(Failure::broken(format!("{what}: the centre answers {status}"))),
        }
    }

    /// Where the form with that test id goes, and its hidden fields.
    pub(super) fn form(&self, id: &str) -> Outcome<(String, Vec<(String, String)>)> {
        let form = || {
            let at = self.text.find(&format!("data-testid=\"{id}\""))?;
            let start = self.text[..at].rfind("<form")?;
            let end = at + self.text[at..].find("</form>")?;
            let form = &self.text[start..end];
            let hidden = form.split("<input type=\"hidden\"").skip(1);
            let fields = hidden.map(|rest| Some((attribute(rest, "name")?, attribute(rest, "value")?)));
            Some((attribute(form, "action")?, fields.collect::<Option<Vec<_>>>()?))
        };
        form().ok_or_else(|| Failure::broken(format!("the page has no form “{id}”")))
    }

    /// What stands in the element of that test id.
    pub(super) fn shown(&self, id: &str) -> Outcome<String> {
        let shown = || {
            let rest = &self.text[self.text.find(&format!("data-testid=\"{id}\""))?..];
            let rest = &rest[rest.find('>')? + 1..];
            Some(rest[..rest.find('<')?].to_owned())
        };
        shown().ok_or_else(|| Failure::broken(format!("the page shows no “{id}”")))
    }
}

fn attribute(html: &str, name: &str) -> Option<String> {
    let start = html.find(&format!("{name}=\""))? + name.len() + 2;
    Some(html[start..start + html[start..].find('"')?].to_owned())
}

/// Fields as a form sends them.
pub(super) fn encoded(fields: &[(&str, &str)]) -> String {
    let percent = |text: &str| text.bytes().map(|byte| format!("%{byte:02x}")).collect::<String>();
    let pairs: Vec<String> =
        fields.iter().map(|(name, value)| format!("{name}={}", percent(value))).collect();
    pairs.join("&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_from_its_page() {
        let text = "<form method=\"post\" action=\"/file\" data-testid=\"kind-form\"><input type=\"hidden\" \
                    name=\"word\" value=\"abc\"></form><b data-testid=\"reference\">90-1-1</b>";
        let answer = Answer {
            status: 200,
            location: String::new(),
            text: text.to_owned(),
            first_ms: 0.0,
            last_ms: 0.0,
        };
        let expected = ("/file".to_owned(), vec![("word".to_owned(), "abc".to_owned())]);
        assert_eq!(answer.form("kind-form").unwrap(), expected);
        assert_eq!(answer.shown("reference").unwrap(), "90-1-1");
        assert_eq!(encoded(&[("a", "é"), ("b", "")]), "a=%c3%a9&b=");
    }
}
