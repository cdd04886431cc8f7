//! The figures about all complaints: kept with each change, compared by the audit, counted anew, and public without telling of
//! anybody.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::Request;
use central_server::{Centre, Filing, web};
use complaints::{
    Answer, Author, Body as Deed, Capacity, ChangeStatus, Channel, Citizen, Complaint, HandOver, Kind, Rate,
    Retract, Route, Status, StepMark,
};
use serde_json::Value;
use tower::ServiceExt;

use crate::desk::Desk;
use crate::engine::{Place, office, officer};
use crate::on_both_engines;

on_both_engines!(
    what_happens_to_a_complaint_is_in_the_figures_at_once,
    small_counts_are_hidden_and_others_with_them,
    a_hand_over_and_a_deed_taken_back_leave_the_figures_right,
    figures_that_were_changed_behind_the_centres_back_are_found_and_counted_anew,
    other_working_days_are_counted_with_when_the_figures_are_counted_anew,
    complaints_are_counted_by_the_places_that_the_profile_names,
);

fn filing(category: &str) -> Filing {
    Filing {
        channel: Channel::Portal,
        office: None,
        kind: Kind::Complaint,
        category: category.to_owned(),
        institution: None,
        subject: String::new(),
        text: "Pena dilo.".to_owned(),
        place: None,
        language: "mfe".to_owned(),
        citizen: Citizen { surname: Some("Zephir".to_owned()), ..Citizen::default() },
        contact_by: Vec::new(),
        notice_language: None,
        representative: None,
        discretion: None,
        point: None,
        recorded_at: None,
    }
}

pub(crate) async fn file(centre: &Centre, category: &str) -> Complaint {
    let author = Author {
        name: "Zephir".to_owned(),
        clerk: None,
        institution: None,
        capacity: Some(Capacity::Citizen),
    };
    centre.file(&filing(category), &author).await.unwrap()
}

async fn page(centre: &Arc<Centre>, address: &str) -> (u16, String) {
    let request = Request::get(address).body(Body::empty()).unwrap();
    let response = web::router(Arc::clone(centre)).oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    let text = to_bytes(response.into_body(), 1 << 24).await.unwrap().to_vec();
    (status, String::from_utf8(text).unwrap())
}

async fn figures(centre: &Arc<Centre>) -> Value {
    let (status, text) = page(centre, "/figures.json?lang=en").await;
    assert_eq!(status, 200);
    serde_json::from_str(&text).unwrap()
}

/// The line of a table.
fn line<'a>(figures: &'a Value, by: &str, code: &str) -> &'a Value {
    let lines = figures["by"][by].as_array().unwrap();
    lines.iter().find(|line| line["code"] == code).unwrap()
}

fn answer() -> Deed {
    Deed::Answer(Answer { text: "Repaired.".to_owned(), definitive: true })
}

async fn sound(centre: &Centre) {
    assert_eq!(centre.verify().await.unwrap().faults, []);
}

async fn what_happens_to_a_complaint_is_in_the_figures_at_once(place: &Place) {
    let centre = Arc::new(place.centre().await);
    let nadine = officer(&centre).await;
    let mut filed = Vec::new();
    for _ in 0..6 {
        filed.push(file(&centre, "water-leak").await);
    }
    let three = |figures: &Value, line: &Value| {
        assert_eq!(figures["year"], 2026);
        ["received", "treated", "definitively_answered"].map(|name| line[name].as_u64())
    };
    let begun = figures(&centre).await;
    assert_eq!(three(&begun, &begun["all"]), [Some(6), Some(0), Some(0)]);
    place.let_minutes_pass(3 * 24 * 60);
    for complaint in &filed {
        let route = Deed::Route(Route { to: "WMA".to_owned(), text: None });
        centre.deed(&nadine, complaint.id, None, route).await.unwrap();
        centre.deed(&nadine, complaint.id, None, answer()).await.unwrap();
    }
    let answered = figures(&centre).await;
    for line in [&answered["all"], line(&answered, "institution", "WMA"), line(&answered, "office", "90")] {
        assert_eq!(three(&answered, line), [Some(6), Some(6), Some(6)]);
        // Tuesday to Friday.
        assert_eq!(
            (line["median_working_days"].as_u64(), line["in_time_percent"].as_u64()),
            (Some(3), Some(100))
        );
    }
    assert!(
        answered["by"]["institution"].as_array().unwrap().len() == 1,
        "the first institution counts it no more"
    );
    let months = answered["month"].as_array().unwrap();
    assert_eq!((months.len(), months[10]["received"].as_u64()), (11, Some(6)));
    // Taken up once more: the answer stands no longer.
    let again = Deed::ChangeStatus(ChangeStatus { from: Status::Answered, to: Status::Reopened, text: None });
    centre.deed(&nadine, filed[0].id, None, again).await.unwrap();
    let reopened = figures(&centre).await;
    assert_eq!(three(&reopened, &reopened["all"]), [Some(6), Some(6), Some(5)]);
    sound(&centre).await;
    // A year in which nothing could have come in is not there; the page and the CSV tell the same.
    assert_eq!(page(&centre, "/figures?year=1999").await.0, 404);
    let (_, text) = page(&centre, "/figures?lang=en").await;
    assert!(text.contains("What was asked, and what was answered") && !text.contains("Zephir"));
    let (_, csv) = page(&centre, "/figures.csv?lang=en").await;
    assert!(csv.contains("2026,office,90,Online,6,6,5,") && !csv.contains("Zephir"), "{csv}");
}

async fn small_counts_are_hidden_and_others_with_them(place: &Place) {
    let centre = Arc::new(place.centre().await);
    for (category, many) in [("water-leak", 7), ("water-none", 6), ("water-bill", 2)] {
        for _ in 0..many {
            file(&centre, category).await;
        }
    }
    let figures = figures(&centre).await;
    let received = |code: &str| line(&figures, "category", code)["received"].as_u64();
    assert_eq!(figures["all"]["received"], 15);
    assert_eq!(received("water-leak"), Some(7));
    assert_eq!((received("water-bill"), received("water-none")), (None, None), "15 - 7 - 6 would tell");
    let (_, text) = page(&centre, "/figures?lang=en").await;
    assert!(text.contains(">hidden<"));
    let (_, csv) = page(&centre, "/figures.csv").await;
    assert!(csv.lines().any(|line| line.contains(",water-bill,") && line.contains(",,")));
}

async fn a_hand_over_and_a_deed_taken_back_leave_the_figures_right(place: &Place) {
    let centre = Arc::new(place.centre().await);
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let mut other = Desk::enrol(&centre, office(15), 2).await;
    let ids: Vec<_> = (0..6).map(|number| desk.register(&format!("{number}"))).collect();
    desk.sync_all(&centre).await;
    for id in &ids {
        desk.act(Some(*id), Deed::HandOver(HandOver { to: office(15), text: None }));
    }
    // What a desk still does with what it gave away counts nowhere.
    desk.act(Some(ids[0]), answer());
    desk.sync_all(&centre).await;
    sound(&centre).await;
    other.sync_all(&centre).await;
    let at = "2026-11-24T10:52:00+04:00".parse().unwrap();
    let resolve =
        Deed::ChangeStatus(ChangeStatus { from: Status::Received, to: Status::Resolved, text: None });
    for id in &ids {
        other.act(Some(*id), resolve.clone());
    }
    other.sync_all(&centre).await;
    let held = figures(&centre).await;
    assert_eq!(line(&held, "office", "12")["treated"], 6, "the office that took it");
    let author = Author {
        name: "Anousha Ramdin".to_owned(),
        clerk: Some(complaints::ClerkId::from_bytes([1; 8])),
        institution: None,
        capacity: None,
    };
    let operation = complaints::Operation { subject: Some(ids[0]), author, at, body: resolve };
    other.act(Some(ids[0]), Deed::Retract(Retract { step: StepMark::of(&operation) }));
    other.act(Some(ids[1]), Deed::Rate(Rate { stars: 5, text: None }));
    other.act(Some(ids[1]), Deed::HandOver(HandOver { to: office(12), text: None }));
    other.sync_all(&centre).await;
    let back = figures(&centre).await;
    assert_eq!((&back["all"]["received"], &back["all"]["treated"]), (&Value::from(6), &Value::from(5)));
    sound(&centre).await;
    centre.rebuild_figures().await.unwrap();
    assert_eq!(figures(&centre).await, back);
    sound(&centre).await;
}

async fn figures_that_were_changed_behind_the_centres_back_are_found_and_counted_anew(place: &Place) {
    let centre = Arc::new(place.centre().await);
    for _ in 0..6 {
        file(&centre, "water-leak").await;
    }
    let before = figures(&centre).await;
    for tampering in [
        "DELETE FROM figures WHERE axis = 'category'",
        "DELETE FROM figure_facts",
        "UPDATE figures SET value = 'water-none' WHERE axis = 'category'",
    ] {
        place.tamper(tampering);
        let faults = centre.verify().await.unwrap().faults;
        assert!(faults.iter().all(|fault| fault.what.contains("figures rebuild")), "{faults:?}");
        assert!(!faults.is_empty(), "{tampering}");
        assert_eq!(centre.rebuild_figures().await.unwrap(), 6);
        sound(&centre).await;
        assert_eq!(figures(&centre).await, before);
    }
    // An older version did not count: that is no fault, and is made up for.
    place.tamper("DELETE FROM figures");
    place.tamper("DELETE FROM figure_facts");
    place.tamper("UPDATE figure_calendars SET calendar = ''");
    sound(&centre).await;
    assert_eq!(centre.rebuild_figures().await.unwrap(), 6);
    assert_eq!(figures(&centre).await, before);
}

async fn other_working_days_are_counted_with_when_the_figures_are_counted_anew(place: &Place) {
    let centre = Arc::new(place.centre().await);
    let nadine = officer(&centre).await;
    let mut filed = Vec::new();
    for _ in 0..5 {
        filed.push(file(&centre, "water-leak").await);
    }
    place.let_minutes_pass(3 * 24 * 60);
    for complaint in &filed {
        centre.deed(&nadine, complaint.id, None, answer()).await.unwrap();
    }
    let mut bundle = central_server::profiles::mauritius();
    let holidays = format!("{}2026-11-26,Storm,Tempete,Siklonn,إعصار\n", bundle.file("holidays.csv"));
    bundle.insert("holidays.csv", holidays);
    drop(centre);
    let centre = Arc::new(place.open(bundle).await.unwrap());
    sound(&centre).await;
    assert_eq!(figures(&centre).await["all"]["median_working_days"], 3);
    file(&centre, "water-leak").await;
    sound(&centre).await;
    assert_eq!(centre.rebuild_figures().await.unwrap(), 6);
    assert_eq!(figures(&centre).await["all"]["median_working_days"], 2);
    sound(&centre).await;
}

async fn at(centre: &Centre, typed: Option<&str>, lives: Option<&str>) {
    let mut filing = filing("water-leak");
    filing.place = typed.map(str::to_owned);
    filing.citizen.locality = lives.map(str::to_owned);
    let author = Author {
        name: "Zephir".to_owned(),
        clerk: None,
        institution: None,
        capacity: Some(Capacity::Citizen),
    };
    centre.file(&filing, &author).await.unwrap();
}

async fn complaints_are_counted_by_the_places_that_the_profile_names(place: &Place) {
    let centre = Arc::new(place.centre().await);
    for _ in 0..6 {
        at(&centre, Some("Lari Pasteur, MAHEBOURG"), Some("Goodlands")).await;
    }
    for (typed, lives) in [
        (None, Some("Rose Belle")),
        (Some("New Grove"), None),
        (Some("behind the house of Mrs Sokalingum"), Some("Plaine Magnien")),
        (None, Some("rose belle")),
        (None, Some("New Grove")),
        (None, None),
        (Some("at Mrs Sokalingum"), None),
        (Some("Goodlands"), None),
        (Some("Goodlands"), None),
        (Some("Triolet"), None),
    ] {
        at(&centre, typed, lives).await;
    }
    let figures = figures(&centre).await;
    let told: Vec<_> = figures["by"]["place"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| (line["name"].as_str().unwrap(), line["received"].as_u64()))
        .collect();
    let expected = [
        ("Mahébourg", Some(6)),
        ("Elsewhere in Grand Port", Some(5)),
        ("Other places, or none named", Some(5)),
    ];
    assert_eq!(told, expected);
    let (_, csv) = page(&centre, "/figures.csv?lang=en").await;
    assert!(
        csv.contains("2026,place,mahebourg,Mahébourg,6,0,0,0,") && csv.contains("2026,place,/grand port,")
    );
    let (_, html) = page(&centre, "/figures?lang=en").await;
    assert!(html.contains("By place") && html.contains("Mahébourg"));
    for text in [figures.to_string(), csv, html] {
        assert!(!text.contains("Sokalingum") && !text.contains("Triolet"), "what few typed is in no line");
    }
    sound(&centre).await;
    // What a version before has counted has no places: it is counted anew, and the figures are as they were.
    place.tamper("DELETE FROM figures WHERE axis = 'place'; DELETE FROM figure_calendars");
    place.tamper("INSERT INTO figure_calendars (office, calendar) SELECT code, '' FROM offices");
    centre.follow_profile().await.unwrap();
    assert_eq!(self::figures(&centre).await["by"], figures["by"]);
    sound(&centre).await;
}
