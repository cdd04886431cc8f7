//! Figures for those who steer, as they meet them: who may see them, what they tell, and the files to take along.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, header};
use central_server::{Centre, NewAgent, Role, web};
use complaints::{Answer, Body as Deed, ChangeStatus, Route, Status};
use tower::ServiceExt;

use crate::engine::{Place, officer};
use crate::figures::file;
use crate::on_both_engines;

on_both_engines!(
    who_steers_sees_why_nothing_was_solved_and_what_is_overdue,
    the_figures_come_as_workbook_csv_and_paper,
    how_the_pages_are_used_is_counted_without_telling_who,
);

const PASSWORD: &str = "correct horse battery";

/// Somebody with a browser.
struct Visitor {
    router: axum::Router,
    cookie: String,
}

impl Visitor {
    fn new(centre: &Arc<Centre>) -> Self {
        Self { router: web::router(Arc::clone(centre)), cookie: String::new() }
    }

    async fn signed_in(centre: &Arc<Centre>, login: &str, role: Role, institution: Option<&str>) -> Self {
        let institution = institution.map(str::to_owned);
        let new = NewAgent {
            name: format!("Agent {login}"),
            login: login.to_owned(),
            role,
            institution,
            office: None,
        };
        centre.add_agent(new, Some(PASSWORD.to_owned())).await.unwrap();
        let mut visitor = Self::new(centre);
        let fields = [("login", login), ("password", PASSWORD), ("next", "/agents")];
        let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post("/agents/sign-in")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(form))
            .unwrap();
        let response = visitor.router.clone().oneshot(request).await.unwrap();
        let cookie = response.headers()[header::SET_COOKIE].to_str().unwrap();
        cookie.split(';').next().unwrap().clone_into(&mut visitor.cookie);
        visitor
    }

    async fn get(&self, address: &str) -> (u16, HeaderMap, Vec<u8>) {
        let request = Request::get(address)
            .header(header::COOKIE, &self.cookie)
            .header(header::ACCEPT_LANGUAGE, "en")
            .body(Body::empty())
            .unwrap();
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        (parts.status.as_u16(), parts.headers, to_bytes(body, 1 << 24).await.unwrap().to_vec())
    }

    async fn text(&self, address: &str) -> String {
        let (status, _, body) = self.get(address).await;
        assert_eq!(status, 200, "{address}");
        String::from_utf8(body).unwrap()
    }
}

/// The numbers of a line of the CSV.
fn numbers(csv: &str, table: &str, line: &str) -> Vec<(String, String)> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let rows = reader.records().map(Result::unwrap).filter(|row| row[0] == *table && row[1] == *line);
    rows.map(|row| (row[2].to_owned(), row[3].to_owned())).collect()
}

async fn who_steers_sees_why_nothing_was_solved_and_what_is_overdue(place: &Place) {
    let centre = Arc::new(place.centre().await);
    let nadine = officer(&centre).await;
    let [waits, passed_on, answered, closed] = [
        file(&centre, "water-leak").await,
        file(&centre, "water-leak").await,
        file(&centre, "water-leak").await,
        file(&centre, "road-pothole").await,
    ];
    let route = Deed::Route(Route { to: "WMA".to_owned(), text: None });
    centre.deed(&nadine, passed_on.id, None, route).await.unwrap();
    let answer = Deed::Answer(Answer { text: "Not possible.".to_owned(), definitive: true });
    centre.deed(&nadine, answered.id, None, answer).await.unwrap();
    for (from, to) in [(Status::Received, Status::Resolved), (Status::Resolved, Status::Closed)] {
        let change = Deed::ChangeStatus(ChangeStatus { from, to, text: None });
        centre.deed(&nadine, closed.id, None, change).await.unwrap();
    }
    drop(waits);
    // Ten days later the two that wait are over their day.
    place.let_minutes_pass(10 * 24 * 60);
    let unit = Visitor::signed_in(&centre, "deepa", Role::Csu, None).await;
    let csv = unit.text("/agents/figures/figures.csv?month=2026-11").await;
    let leak = numbers(&csv, "cause-category", "Water: Leak or burst pipe");
    let of = |name: &str| leak.iter().find(|(column, _)| column == name).map(|(_, number)| number.as_str());
    assert_eq!(
        (of("Not passed on yet"), of("Passed on, not begun"), of("Answered, not settled")),
        (Some("1"), Some("1"), Some("1"))
    );
    assert_eq!(of("All"), Some("3"));
    let pothole =
        csv.lines().filter(|line| line.contains("Closed without an answer") && line.ends_with(",1")).count();
    assert_eq!(pothole, 2, "by category and by institution: {csv}");
    let sewers = &centre.profile().institutions["WMA"].name;
    let overdue =
        numbers(&csv, "institution", sewers).into_iter().find(|(column, _)| column == "Overdue today");
    assert_eq!(overdue.map(|(_, number)| number).as_deref(), Some("1"));
    let hours = numbers(&csv, "hour", "10:00");
    assert_eq!(hours[1], ("Tue".to_owned(), "4".to_owned()));

    for language in ["en", "fr", "mfe", "ar-MA"] {
        for address in ["/agents/figures", "/figures"] {
            let page = unit.text(&format!("{address}?lang={language}")).await;
            for unfinished in [">figures-", "{ $", "{$", "\"figures-"] {
                assert!(!page.contains(unfinished), "{language} {address}: {unfinished}");
            }
            assert!(!page.contains("Zephir"));
        }
    }
    // December has nothing yet, and what is overdue from before stands there.
    let december = unit.text("/agents/figures/figures.csv?month=2026-12").await;
    let overdue =
        numbers(&december, "institution", sewers).into_iter().find(|(column, _)| column == "Overdue today");
    assert_eq!(overdue.map(|(_, number)| number).as_deref(), Some("1"));

    let agent = Visitor::signed_in(&centre, "rajesh", Role::Agent, Some("CWA")).await;
    assert_eq!(agent.get("/agents/figures").await.0, 403);
    assert_eq!(agent.get("/agents/figures/figures.csv").await.0, 403);
    assert!(!agent.text("/agents?group=all").await.contains("/agents/figures"));
    assert_eq!(Visitor::new(&centre).get("/agents/figures").await.0, 303);
}

async fn the_figures_come_as_workbook_csv_and_paper(place: &Place) {
    let centre = Arc::new(place.centre().await);
    for _ in 0..3 {
        file(&centre, "water-leak").await;
    }
    let unit = Visitor::signed_in(&centre, "deepa", Role::Admin, None).await;
    let (status, headers, workbook) = unit.get("/agents/figures/figures.xlsx").await;
    assert_eq!(status, 200);
    assert!(workbook.starts_with(b"PK"));
    assert!(headers[header::CONTENT_DISPOSITION].to_str().unwrap().contains("figures-2026-11-2026-11.xlsx"));
    for language in ["en", "ar-MA"] {
        let (status, headers, pdf) =
            unit.get(&format!("/agents/figures/report.pdf?month=2026-11&lang={language}")).await;
        assert_eq!((status, headers[header::CONTENT_TYPE].to_str().unwrap()), (200, "application/pdf"));
        assert!(pdf.starts_with(b"%PDF") && pdf.len() > 5_000);
    }
    assert_eq!(unit.get("/agents/figures/nothing").await.0, 404);
    let csv = unit.text("/agents/figures/figures.csv").await;
    assert!(csv.starts_with("\u{feff}table,line,column,number\r\n") && !csv.contains('\u{2068}'));
}

async fn how_the_pages_are_used_is_counted_without_telling_who(place: &Place) {
    let centre = Arc::new(place.centre().await);
    let visitor = Visitor::new(&centre);
    for address in ["/", "/follow", "/nothing", "/static/mark.svg", "/figures", "/figures.csv"] {
        visitor.get(address).await;
        place.let_minutes_pass(2);
    }
    place.let_minutes_pass(40);
    visitor.get("/").await;
    centre.write_page_uses().await.unwrap();
    let unit = Visitor::signed_in(&centre, "deepa", Role::Csu, None).await;
    let csv = unit.text("/agents/figures/figures.csv").await;
    let used = |page: &str| {
        let numbers = numbers(&csv, "use", page).into_iter();
        numbers.map(|(_, number)| number.parse::<u32>().unwrap()).collect::<Vec<_>>()
    };
    // Visits, looks, minutes.
    assert_eq!(
        (used("First page"), used("Following"), used("Public figures")),
        (vec![2, 2, 0], vec![0, 1, 2], vec![0, 1, 6])
    );
    assert!(!csv.contains("nothing") && !csv.contains("static"));
}
