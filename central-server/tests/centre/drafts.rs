//! Saving a form on the portal and going on later, elsewhere: what the store has, who opens it, and that it is sent once.

use std::collections::BTreeMap;
use std::sync::Arc;

use central_server::{
    Centre, DraftCode, DraftOutcome, Filing, FormId, PortalSession, SentFile, checked_file,
};
use complaints::{Author, Capacity, Channel, Citizen, Kind};
use locales::Language;
use tokio::sync::Barrier;

use crate::engine::Place;
use crate::on_both_engines;

on_both_engines!(
    what_was_typed_and_added_is_there_again_in_another_browser_at_another_server,
    the_store_shows_nothing_of_what_is_saved,
    a_saved_form_is_there_until_its_day_and_no_longer,
    what_is_opened_twice_is_sent_once,
    saved_once_more_it_has_another_code,
);

/// The smallest picture that is whole by its own structure, with enough behind its head to need two pieces.
fn picture() -> Vec<u8> {
    let mut bytes = b"\xff\xd8\xff\xc0\x00\x0b\x08\x00\x08\x00\x08\x01\x01\x11\x00".to_vec();
    bytes.extend_from_slice(b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00");
    bytes.extend(std::iter::repeat_n(0x5a, 20_000));
    bytes.extend_from_slice(b"\xff\xd9");
    bytes
}

const STORY: &str = "Lalimier pa pe marse depi de semenn.";

/// A form with a text and a picture, saved.
async fn saved(centre: &Centre) -> (PortalSession, FormId, DraftCode) {
    let browser = centre.begin_portal_session().await.unwrap();
    let form = centre.begin_form(&browser).await.unwrap();
    let typed =
        BTreeMap::from([("text".to_owned(), STORY.to_owned()), ("kind".to_owned(), "request".to_owned())]);
    centre.keep_typed(&browser, form, &typed).await.unwrap();
    let policy = complaints::profile::DocumentPolicy::default();
    let file = checked_file(&picture(), &policy).unwrap();
    let sent = SentFile { name: "Lamp".to_owned(), file };
    assert!(centre.keep_file(&browser, form, &sent).await.unwrap());
    let saved = centre.save_form(&browser, form, Language::En).await.unwrap().unwrap();
    assert!(centre.form(&browser, form).await.unwrap().is_none(), "nothing stays in the browser");
    assert_eq!(centre.saved_form(&browser, form).await.unwrap().as_ref(), Some(&saved), "shown once more");
    (browser, form, saved.code)
}

async fn opened(centre: &Centre, browser: &PortalSession, code: &DraftCode) -> FormId {
    match centre.open_draft(browser, code).await.unwrap() {
        DraftOutcome::Opened(form) => form,
        other => panic!("{other:?}"),
    }
}

fn filing() -> (Filing, Author) {
    let filing = Filing {
        channel: Channel::Portal,
        office: None,
        kind: Kind::Request,
        category: "street-lamp".to_owned(),
        institution: None,
        subject: String::new(),
        text: STORY.to_owned(),
        place: None,
        language: "mfe".to_owned(),
        citizen: Citizen::default(),
        contact_by: Vec::new(),
        notice_language: None,
        representative: None,
        discretion: None,
        point: None,
        recorded_at: None,
    };
    let name = "The citizen".to_owned();
    (filing, Author { name, clerk: None, institution: None, capacity: Some(Capacity::Citizen) })
}

async fn what_was_typed_and_added_is_there_again_in_another_browser_at_another_server(place: &Place) {
    let (here, there) = (place.centre().await, place.centre().await);
    let (first, form, code) = saved(&here).await;
    let other = there.begin_portal_session().await.unwrap();
    assert!(there.saved_form(&other, form).await.unwrap().is_none(), "the code is for its own browser");
    let again = opened(&there, &other, &code).await;
    assert!(there.form(&first, again).await.unwrap().is_none(), "it goes on where the code was entered");
    let found = there.form(&other, again).await.unwrap().unwrap();
    assert_eq!((found.typed["text"].as_str(), found.files.len()), (STORY, 1));
    let (filing, author) = filing();
    let filed = there.file_form(&other, again, &filing, &author).await.unwrap();
    let documents = there.documents(&filed).await.unwrap();
    assert!(documents.len() == 1 && documents[0].is_whole());
    assert_eq!(there.verify().await.unwrap().faults, [], "the content is what its hash says");
}

async fn the_store_shows_nothing_of_what_is_saved(place: &Place) {
    let centre = place.centre().await;
    let (_, _, code) = saved(&centre).await;
    assert_eq!(place.count("SELECT count(*) FROM portal_forms"), 0);
    assert!(place.count("SELECT count(*) FROM portal_draft_pieces") >= 2);
    let is_in = |bytes: &str| match place.database_url {
        Some(_) => format!("position({bytes}::bytea IN sealed) > 0"),
        None => format!("instr(sealed, CAST({bytes} AS BLOB)) > 0"),
    };
    for table in ["portal_drafts", "portal_draft_pieces"] {
        for secret in ["'Lalimier'", "'Lamp'", "'ZZZZZZZZ'"] {
            let sql = format!("SELECT count(*) FROM {table} WHERE {}", is_in(secret));
            assert_eq!(place.count(&sql), 0, "{secret} in {table}");
        }
    }
    // What somebody changed behind the centre's back is not taken for what was saved.
    let zeroed = match place.database_url {
        Some(_) => r"UPDATE portal_draft_pieces SET sealed = '\x00'::bytea",
        None => "UPDATE portal_draft_pieces SET sealed = X'00'",
    };
    place.tamper(zeroed);
    let browser = centre.begin_portal_session().await.unwrap();
    assert_eq!(centre.open_draft(&browser, &code).await.unwrap_err().code(), "damaged");
}

async fn a_saved_form_is_there_until_its_day_and_no_longer(place: &Place) {
    let centre = place.centre().await;
    let (_, _, code) = saved(&centre).await;
    let wrong = DraftCode::read("0000-0000-0000").unwrap();
    let browser = centre.begin_portal_session().await.unwrap();
    assert_eq!(centre.open_draft(&browser, &wrong).await.unwrap(), DraftOutcome::NotRight);
    place.let_minutes_pass(13 * 24 * 60);
    let browser = centre.begin_portal_session().await.unwrap();
    opened(&centre, &browser, &code).await;
    place.let_minutes_pass(24 * 60);
    let browser = centre.begin_portal_session().await.unwrap();
    assert_eq!(centre.open_draft(&browser, &code).await.unwrap(), DraftOutcome::NotRight);
    assert_eq!(place.count("SELECT count(*) FROM portal_drafts"), 0, "it is deleted");
    assert_eq!(place.count("SELECT count(*) FROM portal_draft_pieces"), 0);
}

async fn what_is_opened_twice_is_sent_once(place: &Place) {
    let (one, two) = (Arc::new(place.centre().await), Arc::new(place.centre().await));
    let (_, _, code) = saved(&one).await;
    // Open in both before either sends it: afterwards nobody could open it any more.
    let both_are_open = Arc::new(Barrier::new(2));
    let sending = [&one, &two].map(|centre| {
        let (centre, code, both_are_open) = (Arc::clone(centre), code.clone(), Arc::clone(&both_are_open));
        tokio::spawn(async move {
            let browser = centre.begin_portal_session().await.unwrap();
            let form = opened(&centre, &browser, &code).await;
            both_are_open.wait().await;
            let (filing, author) = filing();
            let filed = centre.file_form(&browser, form, &filing, &author).await.unwrap();
            let seen = centre.seen_by(&browser, &filed.register.reference).await.unwrap();
            assert_eq!(seen.len(), 1, "whoever had the code sees what came of it");
            filed.id
        })
    });
    let mut ids = Vec::new();
    for sent in sending {
        ids.push(sent.await.unwrap());
    }
    assert_eq!(ids[0], ids[1]);
    assert_eq!(place.count("SELECT count(*) FROM complaints"), 1);
    let browser = one.begin_portal_session().await.unwrap();
    assert_eq!(one.open_draft(&browser, &code).await.unwrap(), DraftOutcome::Sent);
    assert_eq!(place.count("SELECT count(*) FROM portal_draft_pieces"), 0, "nothing is kept of it");
}

async fn saved_once_more_it_has_another_code(place: &Place) {
    let centre = place.centre().await;
    let (_, _, code) = saved(&centre).await;
    let browser = centre.begin_portal_session().await.unwrap();
    let form = opened(&centre, &browser, &code).await;
    let more = BTreeMap::from([("place".to_owned(), "Lari Pasteur".to_owned())]);
    centre.keep_typed(&browser, form, &more).await.unwrap();
    let again = centre.save_form(&browser, form, Language::En).await.unwrap().unwrap();
    assert_ne!(again.code, code);
    assert_eq!(centre.open_draft(&browser, &code).await.unwrap(), DraftOutcome::NotRight);
    let form = opened(&centre, &browser, &again.code).await;
    let found = centre.form(&browser, form).await.unwrap().unwrap();
    assert_eq!((found.typed["place"].as_str(), found.files.len()), ("Lari Pasteur", 1));
}
