//! Several communes on one server: whatever belongs to one is unknown at another one, not forbidden.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use central_server::{Centre, CentreOptions, Filing, NewAgent, Role, profiles, web};
use complaints::{Author, Capacity, Channel, Citizen, Kind};
use sync_protocol::{EnrolOutcome, EnrolResponse, Outcome};
use tower::ServiceExt;

use crate::desk::{Desk, enrol_request};
use crate::engine::{Place, office};
use crate::on_both_engines;
use crate::postgres::run_sql;

on_both_engines!(
    each_commune_answers_under_its_own_name_and_nobody_under_another,
    who_is_signed_in_at_one_commune_is_nobody_at_another,
    references_codes_keys_and_computers_of_one_commune_are_unknown_at_another,
    a_profile_that_one_commune_changes_is_its_own,
);

const PASSWORD: &str = "correct horse battery";

/// Two communes behind one listener.
struct Server {
    router: Router,
    sefrou: Arc<Centre>,
    safi: Arc<Centre>,
    _second: Option<Place>,
}

impl Server {
    async fn start(first: &Place, trust_proxy: bool) -> Self {
        let mut second = Place::sqlite();
        if let Some(url) = &first.database_url {
            // A schema of its own in the same database.
            run_sql(url, "CREATE SCHEMA IF NOT EXISTS safi");
            second.database_url = Some(format!("{url}&options=-csearch_path%3Dsafi"));
        }
        let sefrou = commune(first, "sefrou").await;
        let safi = commune(&second, "safi").await;
        Self { router: router(&sefrou, &safi, trust_proxy), sefrou, safi, _second: Some(second) }
    }

    /// The same communes behind another listener.
    fn again(&self, trust_proxy: bool) -> Self {
        let (sefrou, safi) = (Arc::clone(&self.sefrou), Arc::clone(&self.safi));
        Self { router: router(&sefrou, &safi, trust_proxy), sefrou, safi, _second: None }
    }

    async fn ask(&self, host: &str, request: axum::http::request::Builder, body: Body) -> Reply {
        let request = request.header(header::HOST, host).body(body).unwrap();
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        let cookies = parts.headers.get_all(header::SET_COOKIE).iter();
        let cookies = cookies.map(|it| it.to_str().unwrap().split(';').next().unwrap().to_owned());
        Reply {
            status: parts.status.as_u16(),
            cookie: cookies.collect::<Vec<_>>().join("; "),
            bytes: to_bytes(body, 1 << 24).await.unwrap().to_vec(),
        }
    }

    async fn get(&self, host: &str, address: &str, cookie: &str) -> Reply {
        let request =
            Request::get(address).header(header::COOKIE, cookie).header(header::ACCEPT_LANGUAGE, "fr");
        self.ask(host, request, Body::empty()).await
    }

    async fn post(&self, host: &str, address: &str, cookie: &str, fields: &[(&str, &str)]) -> Reply {
        let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(address)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ACCEPT_LANGUAGE, "fr")
            .header(header::COOKIE, cookie);
        self.ask(host, request, Body::from(form)).await
    }
}

fn router(sefrou: &Arc<Centre>, safi: &Arc<Centre>, trust_proxy: bool) -> Router {
    let mut hosts = web::Hosts::new(trust_proxy);
    for (name, centre) in [("sefrou", sefrou), ("safi", safi)] {
        let options = web::ServeOptions { trust_proxy };
        let serving = web::Serving::new(Arc::clone(centre), options, |_| {});
        hosts.add(&[format!("plaintes.{name}.example")], &serving);
    }
    hosts.router()
}

struct Reply {
    status: u16,
    cookie: String,
    bytes: Vec<u8>,
}

impl Reply {
    fn text(&self) -> String {
        locales::without_isolation(&String::from_utf8_lossy(&self.bytes))
    }
}

const SEFROU: &str = "plaintes.sefrou.example";
const SAFI: &str = "plaintes.safi.example";

async fn commune(place: &Place, name: &str) -> Arc<Centre> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../profiles").join(name);
    let profile = profiles::from_folder(&folder).unwrap();
    let options =
        CentreOptions { data: place.data().to_owned(), profile, database_url: place.database_url.clone() };
    Arc::new(Centre::open(options).await.unwrap())
}

async fn add_admin(centre: &Centre, login: &str) {
    let (name, login) = (format!("Agent {login}"), login.to_owned());
    let new = NewAgent { name, login, role: Role::Admin, institution: None, office: None };
    centre.add_agent(new, Some(PASSWORD.to_owned())).await.unwrap();
}

async fn each_commune_answers_under_its_own_name_and_nobody_under_another(place: &Place) {
    let server = Server::start(place, false).await;
    for (host, own, other) in
        [(SEFROU, "Commune de Sefrou", "Safi"), ("PLAINTES.safi.example.:8443", "Commune de Safi", "Sefrou")]
    {
        let home = server.get(host, "/", "").await;
        assert_eq!(home.status, 200);
        assert!(home.text().contains(own) && !home.text().contains(other), "{host}");
    }
    for host in ["plaintes.kenitra.example", "localhost", "", "a/b"] {
        for address in ["/", "/agents", "/v1/sync", "/healthz", "/open311/v2/services.json"] {
            let nobody = server.get(host, address, "").await;
            assert_eq!(nobody.status, 404, "{host} {address}");
            assert!(nobody.text().contains("Il n’y a pas de service à cette adresse"), "{}", nobody.text());
            assert!(!nobody.text().contains("Sefrou") && !nobody.text().contains("Safi"));
        }
    }
    let arabic = Request::get("/").header(header::ACCEPT_LANGUAGE, "ar");
    assert!(server.ask("nobody.example", arabic, Body::empty()).await.text().contains("dir=\"rtl\""));
    assert_eq!(server.get("nobody.example", "/static/style.css", "").await.status, 200);

    // What a client claims about the way here counts only behind a proxy of our own.
    let claims = || Request::get("/").header("x-forwarded-host", SAFI);
    assert!(server.ask(SEFROU, claims(), Body::empty()).await.text().contains("Sefrou"));
    let behind = server.again(true);
    let claimed = behind.ask(SEFROU, claims().header(header::ACCEPT_LANGUAGE, "fr"), Body::empty()).await;
    assert!(claimed.text().contains("Commune de Safi"));
}

async fn who_is_signed_in_at_one_commune_is_nobody_at_another(place: &Place) {
    let server = Server::start(place, false).await;
    add_admin(&server.sefrou, "amina").await;
    add_admin(&server.safi, "youssef").await;
    let fields = [("login", "amina"), ("password", PASSWORD), ("next", "/agents")];
    let signed_in = server.post(SEFROU, "/agents/sign-in", "", &fields).await;
    assert_eq!(signed_in.status, 303);
    let cookie = signed_in.cookie.as_str();
    assert_eq!(server.get(SEFROU, "/agents/people", cookie).await.status, 200);
    let there = server.get(SAFI, "/agents/people", cookie).await;
    assert_eq!(there.status, 303, "she has to sign in, as anybody");
    let refused = server.post(SAFI, "/agents/sign-in", "", &fields).await;
    let unknown = [("login", "nobody"), ("password", PASSWORD), ("next", "/agents")];
    let nobody = server.post(SAFI, "/agents/sign-in", "", &unknown).await;
    assert_eq!((refused.status, nobody.status), (nobody.status, refused.status));
    assert_ne!(refused.status, 303);
    let own = server.get(SEFROU, "/agents/people", cookie).await.text();
    assert!(own.contains("amina") && !own.contains("youssef"));
}

fn filing() -> Filing {
    Filing {
        channel: Channel::Portal,
        office: None,
        kind: Kind::Complaint,
        category: "eclairage-public".to_owned(),
        institution: None,
        subject: String::new(),
        text: "Le lampadaire est éteint.".to_owned(),
        place: None,
        language: "fr".to_owned(),
        citizen: Citizen { surname: Some("Alaoui".to_owned()), ..Citizen::default() },
        contact_by: Vec::new(),
        notice_language: None,
        representative: None,
        discretion: None,
        point: None,
        recorded_at: None,
    }
}

async fn references_codes_keys_and_computers_of_one_commune_are_unknown_at_another(place: &Place) {
    let server = Server::start(place, false).await;
    let author = Author {
        name: "Ahmed".to_owned(),
        clerk: None,
        institution: None,
        capacity: Some(Capacity::Citizen),
    };
    let filed = server.sefrou.file(&filing(), &author).await.unwrap();
    // The other commune has none of that number, or another complaint.
    let (reference, code) = (filed.register.reference.to_string(), filed.access_code().to_string());
    let pair = [("reference", reference.as_str()), ("code", code.as_str())];
    assert_eq!(server.post(SEFROU, "/follow", "", &pair).await.status, 303);
    let there = server.post(SAFI, "/follow", "", &pair).await;
    assert!(there.status != 303 && !there.text().contains("lampadaire"));
    let own = server.safi.file(&filing(), &author).await.unwrap();
    assert_eq!(own.register.reference, filed.register.reference, "each commune counts for itself");
    let still = server.post(SAFI, "/follow", "", &pair).await;
    assert_eq!(still.status, there.status, "the code of one does not open the other's");

    let key = server.sefrou.add_api_key("A program", 100).await.unwrap();
    let form = [
        ("service_code", "eclairage-public"),
        ("address_string", "Rue 1"),
        ("description", "Éteint"),
        ("api_key", key.as_str()),
    ];
    assert_eq!(server.post(SEFROU, "/open311/v2/requests.json", "", &form).await.status, 200);
    let made_up = [form[0], form[1], form[2], ("api_key", "nobody-has-this-key")];
    let (theirs, unknown) = (
        server.post(SAFI, "/open311/v2/requests.json", "", &form).await,
        server.post(SAFI, "/open311/v2/requests.json", "", &made_up).await,
    );
    assert_eq!((theirs.status, theirs.bytes), (unknown.status, unknown.bytes), "as a key that nobody has");

    let code = server.sefrou.enrolment_code(office(1), 7).await.unwrap().code;
    let (device, request) = enrol_request(9, &code);
    let answered = server
        .ask(
            SAFI,
            Request::post("/v1/enrol").header(header::CONTENT_TYPE, "application/cbor"),
            Body::from(request.seal(&device)),
        )
        .await;
    let answer = EnrolResponse::from_bytes(&answered.bytes);
    assert!(answer.is_ok_and(|answer| answer.outcome != EnrolOutcome::Admitted && answer.admitted.is_none()));
    let mut desk = Desk::enrol(&server.sefrou, office(1), 1).await;
    let id = desk.register("Le lampadaire est éteint.");
    let told = desk.send(&server.safi, &desk.request()).await;
    assert_eq!(told.outcome, Outcome::NotAdmitted);
    assert!(server.safi.complaint(id).await.unwrap().is_none());
    desk.sync(&server.sefrou).await;
    assert!(server.sefrou.complaint(id).await.unwrap().is_some());
}

async fn a_profile_that_one_commune_changes_is_its_own(place: &Place) {
    let server = Server::start(place, false).await;
    let mut bundle = server.sefrou.profile_in_force().await.unwrap();
    let text = bundle.file("categories.csv").replacen("eclairage-public,", "lampadaires,", 1);
    bundle.insert("categories.csv", text);
    server.sefrou.use_profile(&bundle, "Un autre mot").await.unwrap();
    let services = async |host: &str| server.get(host, "/open311/v2/services.json", "").await.text();
    assert!(services(SEFROU).await.contains("lampadaires"));
    assert!(!services(SAFI).await.contains("lampadaires"));
}
