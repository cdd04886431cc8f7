//! The API for reading, held against its own description: every address, every field.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use central_server::{Centre, web};
use complaints::{Answer, Body as Deed, Note};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::engine::{Place, officer};
use crate::figures::file;
use crate::on_both_engines;

on_both_engines!(
    every_address_answers_as_its_description_says,
    a_complaint_is_shown_for_reference_and_code_alone,
);

async fn ask(centre: &Arc<Centre>, address: &str, body: Option<Value>) -> (u16, Value) {
    let router = web::router(Arc::clone(centre));
    let request = match body {
        None => Request::get(address).body(Body::empty()).unwrap(),
        Some(body) => Request::post(address)
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(body.to_string()))
            .unwrap(),
    };
    let response = router.oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    assert!(response.headers()[header::CONTENT_TYPE].to_str().unwrap().starts_with("application/json"));
    let bytes = to_bytes(response.into_body(), 1 << 24).await.unwrap();
    (status, serde_json::from_slice(&bytes).unwrap())
}

/// What of a value does not fit a schema, as far as the description uses the language of schemas.
fn faults(description: &Value, schema: &Value, value: &Value, place: &str, found: &mut Vec<String>) {
    if let Some(reference) = schema["$ref"].as_str() {
        let schema = description.pointer(reference.trim_start_matches('#')).expect("it is described");
        return faults(description, schema, value, place, found);
    }
    let named = |name: &Value| match name.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_u64(),
        "null" => value.is_null(),
        other => panic!("{other}"),
    };
    let fits = match &schema["type"] {
        Value::Array(names) => names.iter().any(named),
        name => named(name),
    };
    if !fits || schema["enum"].as_array().is_some_and(|words| !words.contains(value)) {
        found.push(format!("{place}: {value}"));
    }
    for name in schema["required"].as_array().into_iter().flatten() {
        if value.get(name.as_str().unwrap()).is_none() {
            found.push(format!("{place}: no {name}"));
        }
    }
    for (name, part) in value.as_object().into_iter().flatten() {
        let place = format!("{place}.{name}");
        match (&schema["properties"][name], &schema["additionalProperties"]) {
            (Value::Null, more @ Value::Object(_)) => faults(description, more, part, &place, found),
            (Value::Null, _) => found.push(format!("{place} is not described")),
            (known, _) => faults(description, known, part, &place, found),
        }
    }
    for (at, part) in value.as_array().into_iter().flatten().enumerate() {
        faults(description, &schema["items"], part, &format!("{place}[{at}]"), found);
    }
}

fn assert_fits(description: &Value, path: &str, method: &str, (status, value): &(u16, Value)) {
    let answers = &description["paths"][path][method]["responses"];
    let answer = &answers[status.to_string()];
    assert!(answer.is_object(), "{method} {path} describes no {status}");
    let mut found = Vec::new();
    faults(description, &answer["content"]["application/json"]["schema"], value, path, &mut found);
    assert_eq!(found, [] as [String; 0], "{path}");
}

async fn every_address_answers_as_its_description_says(place: &Place) {
    let centre = Arc::new(place.centre().await);
    let filed = file(&centre, "water-leak").await;
    let nadine = officer(&centre).await;
    let answer = Deed::Answer(Answer { text: "Repaired.".to_owned(), definitive: true });
    centre.deed(&nadine, filed.id, None, answer).await.unwrap();
    let (_, description) = ask(&centre, "/api/openapi.json", None).await;
    assert_eq!(description["openapi"], "3.1.0");
    let pair =
        json!({"reference": filed.register.reference.to_string(), "code": filed.access_code().to_string()});
    let asked = [
        ("/api/categories", "/api/categories?lang=fr", None),
        ("/api/offices", "/api/offices", None),
        ("/api/figures", "/api/figures", None),
        ("/api/figures", "/api/figures?year=1900", None),
        ("/api/figures", "/api/figures?year=soon", None),
        ("/api/figures", "/api/figures?year=null&year=2026", None),
        ("/api/follow", "/api/follow", Some(pair)),
        ("/api/follow", "/api/follow", Some(json!({"reference": "12-1-00001-00", "code": "x"}))),
        ("/api/follow", "/api/follow", Some(json!({"reference": "90-1-00001-04", "code": "x"}))),
        ("/api/follow", "/api/follow", Some(json!([]))),
    ];
    let mut statuses = Vec::new();
    for (path, address, body) in asked {
        let method = if body.is_some() { "post" } else { "get" };
        let answer = ask(&centre, address, body).await;
        assert_fits(&description, path, method, &answer);
        statuses.push(answer.0);
    }
    assert_eq!(statuses, [200, 200, 200, 404, 404, 200, 200, 400, 404, 400]);
    let described = description["paths"].as_object().unwrap().len();
    assert_eq!(described, 4, "an address that is described is asked here");
}

async fn a_complaint_is_shown_for_reference_and_code_alone(place: &Place) {
    let centre = Arc::new(place.centre().await);
    let filed = file(&centre, "water-leak").await;
    let nadine = officer(&centre).await;
    for (text, for_citizen) in [("Called the plumber.", false), ("The road is closed on Friday.", true)] {
        let note = Deed::Note(Note { text: text.to_owned(), for_citizen });
        centre.deed(&nadine, filed.id, None, note).await.unwrap();
    }
    let reference = filed.register.reference.to_string();
    let code = filed.access_code().to_string();
    let (status, shown) =
        ask(&centre, "/api/follow", Some(json!({"reference": reference, "code": code}))).await;
    assert_eq!((status, shown["status"].as_str()), (200, Some("received")));
    assert_eq!(shown["told"].as_array().unwrap().len(), 1);
    let text = shown.to_string();
    for secret in ["plumber", "Zephir", "Nadine", "nadine"] {
        assert!(!text.contains(secret), "{secret}");
    }
    let router = web::router(Arc::clone(&centre));
    let mut last = 0;
    for _ in 0..11 {
        let wrong = json!({"reference": reference, "code": "0000-0000-0000-0000"}).to_string();
        let request = Request::post("/api/follow").header(header::CONTENT_TYPE, "application/json");
        let response = router.clone().oneshot(request.body(Body::from(wrong)).unwrap()).await.unwrap();
        last = response.status().as_u16();
    }
    assert!(last == 429 || last == 404, "{last}");
}
