//! What citizens do by themselves, below the pages: forms that are sent once, deeds within their days, limits that hold
//! for all servers of a centre, and what an older store is given.

use std::sync::Arc;

use central_server::{
    Centre, CentreError, CitizenDeed, DeedOutcome, Filing, Limited, PortalSession, Possible, SentFile,
    checked_file,
};
use complaints::{Answer, Author, Body, Capacity, Channel, Citizen, Complaint, Kind, Rate, Refusal, Status};

use crate::desk::Desk;
use crate::engine::{Place, office, officer};
use crate::on_both_engines;

on_both_engines!(
    a_form_is_registered_once_however_many_send_it_at_once,
    documents_come_with_what_is_filed_and_reach_no_other_browser,
    deeds_are_possible_for_so_many_days_after_the_answer,
    a_citizens_deed_reaches_the_office_that_holds_the_complaint,
    what_is_done_too_often_waits_on_every_server,
    a_session_ends_after_three_hours_without_use,
    numbers_in_an_older_store_are_found,
);

fn filing(nic: Option<&str>) -> Filing {
    Filing {
        channel: Channel::Portal,
        office: None,
        kind: Kind::Complaint,
        category: "street-lamp".to_owned(),
        institution: None,
        subject: String::new(),
        text: "Lalimier pa pe marse.".to_owned(),
        place: None,
        language: "mfe".to_owned(),
        citizen: Citizen {
            surname: Some("Zéphir".to_owned()),
            nic: nic.map(str::to_owned),
            ..Citizen::default()
        },
        contact_by: Vec::new(),
        notice_language: Some("mfe".to_owned()),
        representative: None,
        discretion: None,
        point: None,
        recorded_at: None,
    }
}

fn citizen() -> Author {
    Author {
        name: "Lata Zéphir".to_owned(),
        clerk: None,
        institution: None,
        capacity: Some(Capacity::Citizen),
    }
}

fn pdf(name: &str) -> SentFile {
    let content = format!("%PDF-1.7 {name} startxref 0 %%EOF");
    let policy = complaints::profile::DocumentPolicy::default();
    SentFile { name: name.to_owned(), file: checked_file(content.as_bytes(), &policy).unwrap() }
}

async fn filed(centre: &Centre) -> (PortalSession, Complaint) {
    let portal = centre.begin_portal_session().await.unwrap();
    let form = centre.begin_form(&portal).await.unwrap();
    let filed = centre.file_form(&portal, form, &filing(None), &citizen()).await.unwrap();
    (portal, filed)
}

async fn a_form_is_registered_once_however_many_send_it_at_once(place: &Place) {
    let centre = Arc::new(place.centre().await);
    let portal = centre.begin_portal_session().await.unwrap();
    let form = centre.begin_form(&portal).await.unwrap();
    let senders = (0..8).map(|_| {
        let (centre, portal) = (Arc::clone(&centre), portal.clone());
        tokio::spawn(
            async move { centre.file_form(&portal, form, &filing(None), &citizen()).await.unwrap().id },
        )
    });
    let mut ids = Vec::new();
    for sender in senders.collect::<Vec<_>>() {
        ids.push(sender.await.unwrap());
    }
    ids.dedup();
    assert_eq!(ids.len(), 1);
    let known = centre.form(&portal, form).await.unwrap().unwrap();
    assert_eq!((known.complaint, known.typed.len()), (Some(ids[0]), 0), "what was typed is kept no longer");
    assert_eq!(centre.verify().await.unwrap().faults, []);
}

async fn documents_come_with_what_is_filed_and_reach_no_other_browser(place: &Place) {
    let centre = place.centre().await;
    let portal = centre.begin_portal_session().await.unwrap();
    let form = centre.begin_form(&portal).await.unwrap();
    let stranger = centre.begin_portal_session().await.unwrap();
    for name in ["bill", "letter", "bill"] {
        assert!(centre.keep_file(&portal, form, &pdf(name)).await.unwrap());
    }
    let refused = centre.keep_file(&stranger, form, &pdf("x")).await;
    assert!(matches!(refused, Err(CentreError::NotFound(_))));
    assert!(centre.form(&stranger, form).await.unwrap().is_none());
    let kept = centre.form(&portal, form).await.unwrap().unwrap().files;
    assert_eq!(kept.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["bill", "letter"]);
    centre.drop_file(&portal, form, &kept[1].id).await.unwrap();
    for number in 0..9 {
        assert!(centre.keep_file(&portal, form, &pdf(&number.to_string())).await.unwrap());
    }
    assert!(!centre.keep_file(&portal, form, &pdf("one too many")).await.unwrap());
    let filed = centre.file_form(&portal, form, &filing(None), &citizen()).await.unwrap();
    let states = centre.documents(&filed).await.unwrap();
    assert!(states.len() == 10 && states.iter().all(|state| state.is_whole()));
    let reference = filed.register.reference;
    assert_eq!(centre.seen_by(&portal, &reference).await.unwrap().len(), 1);
    assert!(centre.seen_by(&stranger, &reference).await.unwrap().is_empty());
    // The same content once more, with another complaint.
    let form = centre.begin_form(&portal).await.unwrap();
    centre.keep_file(&portal, form, &pdf("bill")).await.unwrap();
    let again = centre.file_form(&portal, form, &filing(None), &citizen()).await.unwrap();
    assert!(centre.documents(&again).await.unwrap()[0].is_whole());
    assert_eq!(centre.verify().await.unwrap().faults, []);
}

async fn deeds_are_possible_for_so_many_days_after_the_answer(place: &Place) {
    let centre = place.centre().await;
    let agent = officer(&centre).await;
    let (portal, complaint) = filed(&centre).await;
    let rate = CitizenDeed::Rate(Rate { stars: 4, text: None });
    let early = centre.citizen_deed(&portal, complaint.id, &rate, "x").await.unwrap();
    assert_eq!(early, DeedOutcome::Refused(Refusal::NotPossible));
    let answer = Body::Answer(Answer { text: "It shines again.".to_owned(), definitive: true });
    centre.deed(&agent, complaint.id, None, answer).await.unwrap();
    let answered_on = centre.now().date();
    for _ in 0..30 {
        place.let_minutes_pass(24 * 60);
    }
    // The session is long over; the code opens it again, on the last day.
    assert!(centre.portal_session(&portal.token).await.unwrap().is_none());
    let portal = centre.begin_portal_session().await.unwrap();
    centre.open_for(&portal, complaint.id).await.unwrap();
    let now = centre.complaint(complaint.id).await.unwrap().unwrap();
    let policy = centre.profile().portal;
    let possible = Possible::of(&now, policy, centre.now().date());
    assert_eq!((centre.now().date() - answered_on).get_days(), 30);
    assert_eq!([possible.rate, possible.reopen, possible.appeal], [Some(centre.now().date()); 3]);
    let after = centre.now().date().tomorrow().unwrap();
    let late = Possible::of(&now, policy, after);
    assert_eq!([late.rate, late.reopen, late.appeal], [None; 3]);
    assert_eq!(Possible::of(&now, None, answered_on), Possible::default(), "no portal, no deeds");
    let done = centre.citizen_deed(&portal, complaint.id, &rate, "x").await.unwrap();
    assert!(matches!(done, DeedOutcome::Done(_)));
    let twice = centre.citizen_deed(&portal, complaint.id, &rate, "x").await.unwrap();
    assert_eq!(twice, DeedOutcome::Refused(Refusal::NotPossible));
    place.let_minutes_pass(24 * 60);
    let portal = centre.begin_portal_session().await.unwrap();
    centre.open_for(&portal, complaint.id).await.unwrap();
    let appeal = CitizenDeed::Appeal("It does not.".to_owned());
    let late = centre.citizen_deed(&portal, complaint.id, &appeal, "x").await.unwrap();
    assert_eq!(late, DeedOutcome::Refused(Refusal::NotPossible));
}

async fn a_citizens_deed_reaches_the_office_that_holds_the_complaint(place: &Place) {
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let id = desk.register("No water.");
    desk.sync_all(&centre).await;
    let portal = centre.begin_portal_session().await.unwrap();
    let remark = CitizenDeed::Remark("Still none.".to_owned());
    let stranger = centre.citizen_deed(&portal, id, &remark, "x").await;
    assert!(matches!(stranger, Err(CentreError::NotFound(_))));
    centre.open_for(&portal, id).await.unwrap();
    centre.citizen_deed(&portal, id, &remark, "x").await.unwrap();
    centre.citizen_deed(&portal, id, &CitizenDeed::Documents(vec![pdf("bill")], true), "x").await.unwrap();
    centre.citizen_deed(&portal, id, &CitizenDeed::Withdraw(None), "x").await.unwrap();
    desk.sync_all(&centre).await;
    let complaint = &desk.complaints[&id];
    assert_eq!((complaint.status, complaint.documents.len()), (Status::Withdrawn, 1));
    assert_eq!(complaint.steps[1].author.capacity, Some(Capacity::Citizen));
    assert_eq!(complaint.steps[1].author.name, "Marie-Claire Zéphir");
    assert_eq!(*complaint, centre.complaint(id).await.unwrap().unwrap());
    assert_eq!(centre.verify().await.unwrap().faults, []);
}

async fn what_is_done_too_often_waits_on_every_server(place: &Place) {
    let (centre, other) = (place.centre().await, place.centre().await);
    for number in 0..5 {
        let server = if number % 2 == 0 { &centre } else { &other };
        assert!(server.count_try(Limited::Password, "a@example.mu").await.unwrap());
    }
    assert!(!centre.count_try(Limited::Password, "a@example.mu").await.unwrap());
    assert!(!other.count_try(Limited::Password, "a@example.mu").await.unwrap());
    assert!(other.count_try(Limited::Password, "b@example.mu").await.unwrap());
    assert!(other.count_try(Limited::SignIn, "a@example.mu").await.unwrap());
    place.let_minutes_pass(15);
    assert!(other.count_try(Limited::Password, "a@example.mu").await.unwrap());
}

async fn a_session_ends_after_three_hours_without_use(place: &Place) {
    let centre = place.centre().await;
    let [idle, busy] =
        [centre.begin_portal_session().await.unwrap(), centre.begin_portal_session().await.unwrap()];
    let form = centre.begin_form(&busy).await.unwrap();
    for _ in 0..4 {
        place.let_minutes_pass(50);
        assert!(centre.portal_session(&busy.token).await.unwrap().is_some());
    }
    assert!(centre.portal_session(&idle.token).await.unwrap().is_none());
    assert!(centre.form(&busy, form).await.unwrap().is_some());
    centre.end_portal_session(&busy.token).await.unwrap();
    assert!(centre.portal_session(&busy.token).await.unwrap().is_none());
    assert!(centre.form(&busy, form).await.unwrap().is_none(), "its forms are gone with it");
}

async fn numbers_in_an_older_store_are_found(place: &Place) {
    let centre = place.centre().await;
    let number = Some("L010280 3001-234");
    centre.file(&filing(number), &citizen()).await.unwrap();
    drop(centre);
    place.tamper(
        "DROP TABLE portal_draft_pieces; DROP TABLE portal_drafts; DROP TABLE account_reads;
         DROP TABLE portal_tries; DROP TABLE portal_codes; DROP TABLE portal_file_slices; DROP TABLE portal_files;
         DROP TABLE portal_forms; DROP TABLE portal_opened; DROP TABLE portal_sessions;
         DROP TABLE complaint_identities; DROP TABLE citizen_complaints; DROP TABLE citizens;
         DELETE FROM migrations WHERE number IN (7, 24);",
    );
    place.upgrade().await;
    let centre = place.centre().await;
    let sql = "SELECT count(*) FROM complaint_identities WHERE identity_key = 'L0102803001234'";
    assert_eq!(place.count(sql), 1);
    drop(centre);
}
