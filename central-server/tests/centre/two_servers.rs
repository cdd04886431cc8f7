//! Two servers as two processes on one database, and a balancer that sends each connection to the next of them: whatever
//! was begun at one is finished at the other.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use central_server::{NewAgent, Role};
use complaints::Body;
use reqwest::{Client, StatusCode, redirect};
use sync_protocol::{Codec, Outcome};
use tokio::net::{TcpListener, TcpStream};

use crate::desk::Desk;
use crate::documents::{attached, content, request, slices};
use crate::engine::{Place, office};
use crate::frames::SyncResponse;

const PASSWORD: &str = "a password of her own";

/// A server; it ends with this value.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(folder: &std::path::Path, database_url: &str) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_guichet-server"))
            .args([
                "serve",
                "--listen",
                "127.0.0.1:0",
                "--trust-proxy",
                "--database-url",
                database_url,
                "--data",
            ])
            .arg(folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("Guichet centre: http://").unwrap().to_owned();
        Self { child, address }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Sends the first connection to the first server, the second to the second, and so on in turn; its address.
async fn balancer(servers: [String; 2]) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let turn = AtomicUsize::new(0);
    tokio::spawn(async move {
        while let Ok((mut client, _)) = listener.accept().await {
            let server = servers[turn.fetch_add(1, Ordering::Relaxed) % servers.len()].clone();
            tokio::spawn(async move {
                let mut server = TcpStream::connect(server).await.ok()?;
                tokio::io::copy_bidirectional(&mut client, &mut server).await.ok()
            });
        }
    });
    address
}

/// A browser behind the balancer: each request is a connection of its own, and so comes to the other server.
struct Visitor {
    client: Client,
    base: String,
    cookies: BTreeMap<String, String>,
}

struct Answer {
    status: StatusCode,
    location: String,
    text: String,
}

impl Visitor {
    fn new(address: &str) -> Self {
        drop(rustls::crypto::ring::default_provider().install_default());
        let client =
            Client::builder().no_proxy().pool_max_idle_per_host(0).redirect(redirect::Policy::none());
        Self { client: client.build().unwrap(), base: format!("http://{address}"), cookies: BTreeMap::new() }
    }

    async fn get(&mut self, path: &str) -> Answer {
        self.send(self.client.get(format!("{}{path}", self.base))).await
    }

    async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let percent = |text: &str| text.bytes().map(|byte| format!("%{byte:02x}")).collect::<String>();
        let pairs: Vec<String> =
            fields.iter().map(|(name, value)| format!("{name}={}", percent(value))).collect();
        let request = self.client.post(format!("{}{path}", self.base)).body(pairs.join("&"));
        self.send(request.header("content-type", "application/x-www-form-urlencoded")).await
    }

    /// Fills a form of a page in and goes where the answer leads.
    async fn fill(&mut self, page: &Answer, form: &str, typed: &[(&str, &str)]) -> Answer {
        let at = page
            .text
            .find(&format!("data-testid=\"{form}\""))
            .unwrap_or_else(|| panic!("{form}: {}", page.text));
        let start = page.text[..at].rfind("<form").unwrap();
        let html = &page.text[start..at + page.text[at..].find("</form>").unwrap()];
        let hidden: Vec<(String, String)> = html
            .split("<input type=\"hidden\"")
            .skip(1)
            .map(|rest| (attribute(rest, "name"), attribute(rest, "value")))
            .collect();
        let mut fields: Vec<(&str, &str)> =
            hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        fields.extend(typed);
        let answer = if html.contains("multipart/form-data") {
            self.post_parts(&attribute(html, "action"), &fields).await
        } else {
            self.post(&attribute(html, "action"), &fields).await
        };
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{form}: {}", answer.text);
        self.get(&answer.location.clone()).await
    }

    async fn post_parts(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let part = |(name, value): &(&str, &str)| {
            format!("--X\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        };
        let nothing =
            "--X\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\"\r\n\r\n\r\n--X--\r\n";
        let body = fields.iter().map(part).collect::<String>() + nothing;
        let request = self.client.post(format!("{}{path}", self.base)).body(body);
        self.send(request.header("content-type", "multipart/form-data; boundary=X")).await
    }

    async fn send(&mut self, request: reqwest::RequestBuilder) -> Answer {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = request.header("cookie", cookies.join("; ")).header("accept-language", "en");
        let answer = request.header("x-forwarded-for", "192.0.2.1").send().await.unwrap();
        for cookie in answer.headers().get_all("set-cookie") {
            let (name, value) = cookie.to_str().unwrap().split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        let location =
            answer.headers().get("location").map_or("", |value| value.to_str().unwrap()).to_owned();
        Answer { status: answer.status(), location, text: answer.text().await.unwrap() }
    }
}

/// The value of the first attribute of that name.
fn attribute(html: &str, name: &str) -> String {
    let start = html.find(&format!("{name}=\"")).unwrap() + name.len() + 2;
    html[start..start + html[start..].find('"').unwrap()].to_owned()
}

/// Sends what a desk says to the next server.
async fn exchange(visitor: &Visitor, request: Vec<u8>) -> SyncResponse {
    let posted =
        visitor.client.post(format!("{}/v1/sync", visitor.base)).header("content-type", "application/cbor");
    let answer = posted.body(request).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    SyncResponse::from_bytes(&answer.bytes().await.unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_was_begun_at_one_server_is_finished_at_the_other() {
    let (place, second) = (Place::postgres(), tempfile::tempdir().unwrap());
    let url = place.database_url.clone().unwrap();
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let [name, login] = ["Nadine Appasamy", "nadine"].map(str::to_owned);
    let nadine = NewAgent { name, login, role: Role::Csu, institution: None, office: None };
    centre.add_agent(nadine, Some(PASSWORD.to_owned())).await.unwrap();
    std::fs::copy(place.file("centre.key"), second.path().join("centre.key")).unwrap();
    let servers = [Server::start(place.data(), &url), Server::start(second.path(), &url)];
    let address = balancer([servers[0].address.clone(), servers[1].address.clone()]).await;

    let (reference, wrong) = an_offices_push_goes_on_at_the_other(&mut desk, &address).await;
    a_form_and_its_receipt(&address).await;
    a_session(&address).await;
    tries_are_counted_together(&address, &reference, &wrong).await;
    assert_eq!(centre.verify().await.unwrap().faults, []);
}

/// A reference, and the access code of another complaint.
async fn an_offices_push_goes_on_at_the_other(desk: &mut Desk, address: &str) -> (String, String) {
    let visitor = Visitor::new(address);
    let (id, other) = (desk.register("Pena dilo."), desk.register("Pena kouran."));
    let bytes = content(60_000);
    desk.act(Some(id), Body::AttachDocument(attached(&bytes)));
    let whole = desk.request().seal(&desk.key, Codec::Plain);
    // The line breaks in the middle, and what the one server answers never arrives.
    exchange(&visitor, whole[..whole.len() * 2 / 3].to_vec()).await;
    let answer = exchange(&visitor, whole).await;
    assert_eq!(answer.outcome, Outcome::Done);
    desk.take(&answer);
    let all = slices(&bytes, 0);
    let half = all.len() / 2;
    exchange(&visitor, request(desk, |_| {}, &all[..half])).await;
    exchange(&visitor, request(desk, |_| {}, &all[half..])).await;
    let reference = desk.complaints[&id].register.reference.to_string();
    (reference, desk.complaints[&other].access_code().to_string())
}

async fn a_form_and_its_receipt(address: &str) {
    let mut visitor = Visitor::new(address);
    let page = visitor.get("/file").await;
    let page = visitor.fill(&page, "kind-form", &[("kind", "complaint")]).await;
    let page = visitor.fill(&page, "matter-form", &[("words", ""), ("category", "street-lamp")]).await;
    // One page more, so that page and form do not stay with the same server.
    visitor.get("/").await;
    let page = visitor
        .fill(&page, "story-form", &[("text", "Lalimier pa pe marse."), ("place", "Lari Pasteur")])
        .await;
    let person = [
        ("discretion", "open"),
        ("whom", "self"),
        ("surname", "Zéphir"),
        ("other_names", "Marie-Claire"),
        ("tell_email", "yes"),
        ("email", "mc.zephir@example.mu"),
        ("locality", "Goodlands"),
    ];
    let page = visitor.fill(&page, "person-form", &person).await;
    let page = visitor.fill(&page, "documents-form", &[("go", "next")]).await;
    let page = visitor.fill(&page, "send-form", &[]).await;
    assert!(page.text.contains("<title>90-1-00001-"), "a receipt with its reference: {}", page.text);
}

async fn a_session(address: &str) {
    let mut agent = Visitor::new(address);
    let typed = [("login", "nadine"), ("password", PASSWORD), ("next", "/agents")];
    let signed = agent.post("/agents/sign-in", &typed).await;
    assert_eq!(signed.status, StatusCode::SEE_OTHER, "{}", signed.text);
    for _ in 0..2 {
        assert_eq!(agent.get("/agents").await.status, StatusCode::OK, "signed in at both");
    }
    // Whoever looks once more after signing out is asked to sign in, at both.
    agent.cookies.clear();
    for _ in 0..2 {
        assert_ne!(agent.get("/agents").await.status, StatusCode::OK);
    }
}

async fn tries_are_counted_together(address: &str, reference: &str, wrong: &str) {
    let mut stranger = Visitor::new(address);
    let mut statuses = Vec::new();
    for _ in 0..12 {
        let typed = [("reference", reference), ("code", wrong)];
        statuses.push(stranger.post("/follow", &typed).await.status.as_u16());
    }
    assert_eq!(statuses[..10], [422; 10]);
    assert_eq!(statuses[10..], [429; 2], "ten together, not ten each");
}
