//! A browser, as far as these tests need one: it keeps cookies, sends forms, and reads what comes back.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use tower::ServiceExt;

use crate::Centre;
use crate::web::ClientAddress;
use crate::web::pages::pages;

/// Somebody who visits the pages from one address.
pub(super) struct Visitor {
    pages: Router,
    address: ClientAddress,
    cookies: BTreeMap<String, String>,
    /// What is sent along with every request.
    pub(super) headers: Vec<(&'static str, String)>,
}

/// What came back.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) text: String,
    pub(super) bytes: Vec<u8>,
}

impl Visitor {
    /// Somebody with a browser in English.
    pub(super) fn new(centre: &Arc<Centre>) -> Self {
        Self::of(pages(Arc::clone(centre)), "192.0.2.1")
    }

    /// Somebody else who visits the same pages from another address.
    pub(super) fn beside(&self, address: &str) -> Self {
        Self::of(self.pages.clone(), address)
    }

    fn of(pages: Router, address: &str) -> Self {
        let address = ClientAddress(address.parse().unwrap());
        let headers = vec![("accept-language", "en".to_owned())];
        Self { pages, address, cookies: BTreeMap::new(), headers }
    }

    /// Comes from another line from now on, with the same browser.
    pub(super) fn moves_to(&mut self, address: &str) {
        self.address = ClientAddress(address.parse().unwrap());
    }

    pub(super) async fn get(&mut self, address: &str) -> Answer {
        self.send(Request::get(address), Body::empty()).await
    }

    pub(super) async fn post(&mut self, address: &str, fields: &[(&str, &str)]) -> Answer {
        let pairs: Vec<String> =
            fields.iter().map(|(name, value)| format!("{name}={}", percent(value))).collect();
        let request =
            Request::post(address).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, Body::from(pairs.join("&"))).await
    }

    /// Sends a form of a page as a browser does: hidden fields as they stand in it, and what was typed.
    pub(super) async fn fill(&mut self, page: &Answer, form: &str, typed: &[(&str, &str)]) -> Answer {
        let (address, hidden) = page.form(form);
        let mut fields: Vec<(&str, &str)> =
            hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        fields.extend(typed);
        self.post(&address, &fields).await
    }

    /// Hands a file in with a form of a page, as a browser does.
    pub(super) async fn hand_in(&mut self, page: &Answer, form: &str, name: &str, file: &[u8]) -> Answer {
        let (address, hidden) = page.form(form);
        let mut body = Vec::new();
        for (field, value) in hidden {
            let part = format!("--X\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
            body.extend(part.into_bytes());
        }
        let part = "--X\r\nContent-Disposition: form-data; name=\"request\"; filename=";
        body.extend(
            format!("{part}\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n").into_bytes(),
        );
        body.extend_from_slice(file);
        body.extend_from_slice(b"\r\n--X--\r\n");
        let request = Request::post(address).header(header::CONTENT_TYPE, "multipart/form-data; boundary=X");
        self.send(request, Body::from(body)).await
    }

    /// Sends a form with files, as a browser does: hidden fields first, then what was typed, then the files.
    pub(super) async fn upload(
        &mut self,
        page: &Answer,
        form: &str,
        typed: &[(&str, &str)],
        files: &[(&str, &[u8])],
    ) -> Answer {
        let (address, hidden) = page.form(form);
        let mut body = Vec::new();
        let typed = typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        for (field, value) in hidden.into_iter().chain(typed) {
            let part = format!("--X\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
            body.extend(part.into_bytes());
        }
        for (name, content) in files {
            let part = "--X\r\nContent-Disposition: form-data; name=\"files\"; filename=";
            body.extend(format!("{part}\"{name}\"\r\nContent-Type: image/jpeg\r\n\r\n").into_bytes());
            body.extend_from_slice(content);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--X--\r\n");
        let request = Request::post(address).header(header::CONTENT_TYPE, "multipart/form-data; boundary=X");
        self.send(request, Body::from(body)).await
    }

    /// Sends fields and one file of that field, as it is named there, whatever all of it is.
    pub(super) async fn send_parts(
        &mut self,
        address: &str,
        fields: &[(&str, &str)],
        (field, name, content): (&str, &str, &[u8]),
    ) -> Answer {
        let mut body = Vec::new();
        for (name, value) in fields {
            let part = format!("--X\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend(part.into_bytes());
        }
        let part =
            format!("--X\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n");
        body.extend(part.into_bytes());
        body.extend_from_slice(b"Content-Type: image/jpeg\r\n\r\n");
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n--X--\r\n");
        let request = Request::post(address).header(header::CONTENT_TYPE, "multipart/form-data; boundary=X");
        self.send(request, Body::from(body)).await
    }

    /// Goes where an answer leads; the answer itself, where it leads nowhere.
    pub(super) async fn went(&mut self, answer: Answer) -> Answer {
        match answer.status {
            StatusCode::SEE_OTHER => {
                let address = answer.header("location").to_owned();
                self.get(&address).await
            }
            _ => answer,
        }
    }

    /// Follows a complaint with its reference and code.
    pub(super) async fn follow(&mut self, reference: &str, code: &str) -> Answer {
        let answer = self.post("/follow", &[("reference", reference), ("code", code)]).await;
        self.went(answer).await
    }

    /// Signs in.
    pub(super) async fn sign_in(&mut self, login: &str) -> Answer {
        let fields = [("login", login), ("password", super::seed::PASSWORD), ("next", "/agents?group=all")];
        self.post("/agents/sign-in", &fields).await
    }

    pub(super) fn forget_cookie(&mut self, name: &str) {
        self.cookies.remove(name);
    }

    async fn send(&mut self, request: axum::http::request::Builder, body: Body) -> Answer {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = request.header(header::COOKIE, cookies.join("; "));
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        request = request.extension(self.address);
        let response = self.pages.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        let bytes = to_bytes(body, 4 << 20).await.unwrap().to_vec();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: parts.status, headers: parts.headers, text, bytes }
    }
}

impl Answer {
    pub(super) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Whether these words stand in the page, marks of isolation left out.
    pub(super) fn says(&self, words: &str) -> bool {
        locales::without_isolation(&self.text).contains(words)
    }

    /// The address and the hidden fields of the form with that test id.
    fn form(&self, id: &str) -> (String, Vec<(String, String)>) {
        let at = self.text.find(&format!("data-testid=\"{id}\"")).unwrap_or_else(|| panic!("no form {id}"));
        let start = self.text[..at].rfind("<form").unwrap();
        let end = at + self.text[at..].find("</form>").unwrap();
        let form = &self.text[start..end];
        let hidden = form.split("<input type=\"hidden\"").skip(1);
        let hidden = hidden.map(|rest| (attribute(rest, "name"), attribute(rest, "value"))).collect();
        (attribute(form, "action"), hidden)
    }
}

/// The value of the first attribute of that name.
fn attribute(html: &str, name: &str) -> String {
    let start = html.find(&format!("{name}=\"")).unwrap() + name.len() + 2;
    html[start..start + html[start..].find('"').unwrap()].to_owned()
}

fn percent(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02x}")).collect()
}
