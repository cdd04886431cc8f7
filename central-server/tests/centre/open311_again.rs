//! A program whose line was cut sends its request again; and what programs may do counts for all servers of a centre.

use std::sync::Arc;

use crate::engine::Place;
use crate::on_both_engines;
use crate::open311::{Program, Reply};

on_both_engines!(
    the_same_request_again_is_told_what_became_of_the_first,
    the_same_request_at_two_servers_at_once_is_filed_once,
    questions_and_wrong_keys_are_counted_by_all_servers_together,
);

const LEAK: [(&str, &str); 6] = [
    ("service_code", "water-leak"),
    ("lat", "-20.4082512"),
    ("long", "57.7013494"),
    ("first_name", "Lata"),
    ("description", "Dilo pe koule depi yer."),
    ("device_id", "tt222111"),
];

fn with<'a>(key: &'a str, fields: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    std::iter::once(("api_key", key)).chain(fields.iter().copied()).collect()
}

/// Reference and notice of what was filed.
fn filed(reply: &Reply) -> (String, String) {
    assert_eq!(reply.status, 200);
    let json = reply.json();
    let text = |name: &str| json[0][name].as_str().unwrap().to_owned();
    (text("service_request_id"), text("service_notice"))
}

async fn the_same_request_again_is_told_what_became_of_the_first(place: &Place) {
    let centre = Arc::new(place.centre().await);
    let key = centre.add_api_key("Street reports", 100).await.unwrap();
    let other = centre.add_api_key("Another program", 100).await.unwrap();
    let program = Program::of(&centre);
    let first = filed(&program.post("json", &with(&key, &LEAK)).await);
    // Another order, blanks, an empty field, and what travels along: the same request.
    let mut again = with(&key, &LEAK);
    again.reverse();
    again.extend([
        ("jurisdiction_id", "csu.govmu.org"),
        ("locale", "en"),
        ("email", " "),
        ("lat", " -20.4082512 "),
    ]);
    let again: Vec<_> = again.into_iter().filter(|field| *field != ("lat", "-20.4082512")).collect();
    assert_eq!(filed(&program.post("json", &again).await), first);
    place.let_minutes_pass(23 * 60);
    assert_eq!(filed(&program.post("json", &with(&key, &LEAK)).await), first);
    assert_eq!(place.count("SELECT count(*) FROM complaints"), 1);
    // Another program, another device, another word: another request.
    let mut device = with(&key, &LEAK);
    device[6] = ("device_id", "tt333");
    let mut word = with(&key, &LEAK);
    word[5] = ("description", "Dilo pe koule depi yer!");
    for fields in [with(&other, &LEAK), device, word] {
        assert_ne!(filed(&program.post("json", &fields).await).0, first.0);
    }
    // The next day it is news.
    place.let_minutes_pass(61);
    assert_ne!(filed(&program.post("json", &with(&key, &LEAK)).await).0, first.0);
    assert_eq!(place.count("SELECT count(*) FROM complaints"), 5);
    assert_eq!(place.count("SELECT count(*) FROM posted_requests"), 4, "what is over is forgotten");
}

async fn the_same_request_at_two_servers_at_once_is_filed_once(place: &Place) {
    let (one, two) = (Arc::new(place.centre().await), Arc::new(place.centre().await));
    let key = one.add_api_key("Street reports", 100).await.unwrap();
    let posts = [&one, &two, &one, &two].map(|centre| {
        let (program, key) = (Program::of(centre), key.clone());
        tokio::spawn(async move { filed(&program.post("json", &with(&key, &LEAK)).await) })
    });
    let mut told = Vec::new();
    for post in posts {
        told.push(post.await.unwrap());
    }
    told.dedup();
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(place.count("SELECT count(*) FROM complaints"), 1);
}

async fn questions_and_wrong_keys_are_counted_by_all_servers_together(place: &Place) {
    let (one, two) = (Arc::new(place.centre().await), Arc::new(place.centre().await));
    let (here, there) = (Program::of(&one), Program::of(&two));
    assert_eq!(here.get("/v2/services.json").await.status, 200);
    place.tamper("UPDATE line_questions SET asked = 599");
    assert_eq!(there.get("/v2/services.json").await.status, 200);
    assert_eq!(here.get("/v2/services.json").await.status, 429);
    assert_eq!(place.count("SELECT asked FROM line_questions"), 600, "what is refused is not counted");
    place.let_minutes_pass(5);
    assert_eq!(there.get("/v2/services.json").await.status, 200);
    assert_eq!(place.count("SELECT count(*) FROM line_questions"), 1, "the span before is forgotten");

    let key = one.add_api_key("Street reports", 100).await.unwrap();
    for _ in 0..10 {
        assert_eq!(here.post("json", &with("wrong", &LEAK)).await.status, 403);
        assert_eq!(there.post("json", &with("wrong", &LEAK)).await.status, 403);
    }
    assert_eq!(there.post("json", &with(&key, &LEAK)).await.status, 429);
    place.let_minutes_pass(10);
    assert_eq!(there.post("json", &with(&key, &LEAK)).await.status, 200);
}
