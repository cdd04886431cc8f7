//! The morning page and the deeds on a complaint: each figure is the length of the list behind it, each deed stands in
//! the story, and what has not left this computer can be taken back.

use complaints::{Answer, Author, Body, ChangeStatus, ComplaintId, Moment, Operation, Route, Status};

use super::{code, form, staffed};
use crate::Registration;
use crate::desk::Desk;
use crate::offers::last_deed;
use crate::view::{ClockUse, ComplaintForm, ComplaintView, ContactWay, Deed, Filter, Step};

/// What somebody elsewhere did, as the feed would bring it.
fn elsewhere(desk: &Desk, id: &str, body: Body) {
    let id: ComplaintId = id.parse().unwrap();
    let author = Author {
        name: "Rajesh Bhujun".to_owned(),
        clerk: None,
        institution: Some("CWA".to_owned()),
        capacity: None,
    };
    let at = "2026-11-24T10:20:00+04:00".parse().unwrap();
    let operation = Operation { subject: Some(id), author, at, body };
    let office = desk.office().unwrap();
    office.store.write(|writing| writing.append(&operation).map(drop)).unwrap();
}

fn answer(text: &str, definitive: bool) -> Body {
    Body::Answer(Answer { text: text.to_owned(), definitive })
}

/// A complaint that came in on that day: `water-none` is due after three working days.
fn came_in(desk: &Desk, day: &str) -> String {
    let office = desk.office().unwrap();
    let recorded_at = format!("{day}T09:00:00+04:00").parse().unwrap();
    let checked =
        Registration::check(&form(), &office.profile(), Some(recorded_at), office.now().date()).unwrap();
    let (author, _) = desk.signed_in().unwrap();
    let written = office.store.write(|writing| checked.write(writing, &author, office.moment())).unwrap();
    written.id.to_string()
}

fn tell_all(view: &ComplaintView, way: ContactWay, reached: bool) -> Deed {
    let steps = view.telling.as_ref().unwrap().steps.clone();
    Deed::Tell { steps, way, reached, text: String::new() }
}

fn last(view: &ComplaintView) -> &Step {
    &view.history.last().unwrap().step
}

fn ask(told: bool) -> Deed {
    Deed::AskForDocument { what: "Bill of October".to_owned(), until: "2026-12-08".to_owned(), told }
}

#[tokio::test]
async fn each_figure_of_the_morning_is_the_length_of_its_list() {
    let (_folder, desk) = staffed().await;
    // Today is Tuesday the 24th; due on the 23rd, the 24th and the 25th.
    let [over, today, later] = ["2026-11-18", "2026-11-19", "2026-11-20"].map(|day| came_in(&desk, day));
    let answered = came_in(&desk, "2026-11-18");
    elsewhere(&desk, &answered, answer("On Friday.", true));
    let draft = desk.save_draft(None, &form()).unwrap();
    let morning = desk.morning().unwrap();
    assert_eq!((morning.overdue, morning.due_today, morning.to_tell, morning.owed), (1, 1, 1, 0));
    let list = |filter| desk.complaints(filter, None, 10).unwrap();
    let ids = |filter| list(filter).rows.into_iter().map(|row| row.id).collect::<Vec<_>>();
    assert_eq!(ids(Filter::Overdue), [over.as_str()]);
    assert_eq!(ids(Filter::DueToday), [today.as_str()]);
    assert_eq!(ids(Filter::ToTell), [answered.as_str()]);
    assert_eq!(list(Filter::Overdue).rows[0].due_in, Some(-1));
    assert_eq!(morning.due.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), [&over, &today]);
    assert_eq!(morning.drafts.iter().map(|kept| &kept.id).collect::<Vec<_>>(), [&draft.id]);
    assert_eq!((morning.tell[0].way, morning.tell[0].count), (ContactWay::Phone, 1));
    assert_eq!(desk.complaint(&later).unwrap().row.due_in, Some(1));
    assert_eq!(desk.status().unwrap().to_tell, 1);
}

#[tokio::test]
async fn the_clock_stands_while_a_document_is_owed_and_goes_on_when_it_is_brought() {
    let (_folder, desk) = staffed().await;
    let id = came_in(&desk, "2026-11-19");
    let view = desk.do_deed(&id, &ask(false)).unwrap();
    assert_eq!(view.row.status, "waiting_documents");
    let clock = view.clock.unwrap();
    assert_eq!(clock.stopped_since.as_deref(), Some("2026-11-24"));
    assert_eq!(view.deeds[..2], ["tell", "document_brought"]);
    assert_eq!(desk.morning().unwrap().due_today, 0);
    assert_eq!(desk.complaints(Filter::Owed, None, 10).unwrap().rows[0].id, id);
    let brought = desk.do_deed(&id, &Deed::DocumentBrought { text: String::new() }).unwrap();
    assert_eq!((brought.row.status.as_str(), brought.row.due_in), ("in_progress", Some(0)));
    assert_eq!(desk.morning().unwrap().due_today, 1, "it was brought on the day itself");
    assert_eq!(brought.clock.unwrap().days.last().unwrap().usage, ClockUse::Today);
}

#[tokio::test]
async fn days_on_which_the_citizen_owed_a_document_are_no_days_over() {
    let (_folder, desk) = staffed().await;
    let id = came_in(&desk, "2026-11-16");
    let change = |from, to, at: &str| {
        let body = Body::ChangeStatus(ChangeStatus { from, to, text: None });
        let (author, _) = desk.signed_in().unwrap();
        let subject = Some(id.parse().unwrap());
        let operation = Operation { subject, author, at: at.parse().unwrap(), body };
        desk.office().unwrap().store.write(|writing| writing.append(&operation).map(drop)).unwrap();
    };
    assert_eq!(desk.morning().unwrap().overdue, 1);
    change(Status::Received, Status::WaitingDocuments, "2026-11-17T10:00:00+04:00");
    change(Status::WaitingDocuments, Status::InProgress, "2026-11-20T10:00:00+04:00");
    // Promised for the 19th; Wednesday, Thursday and Friday did not count.
    let view = desk.complaint(&id).unwrap();
    assert_eq!((view.row.due_on.as_deref(), view.row.due_in), (Some("2026-11-24"), Some(0)));
    let morning = desk.morning().unwrap();
    assert_eq!((morning.overdue, morning.due_today), (0, 1));
    assert_eq!(desk.complaints(Filter::DueToday, None, 10).unwrap().rows[0].id, id);
}

#[tokio::test]
async fn an_answer_is_told_once_and_what_came_in_meanwhile_is_still_to_be_told() {
    let (_folder, desk) = staffed().await;
    let id = desk.register(None, &form()).unwrap().id;
    assert_eq!(
        code(desk.do_deed(
            &id,
            &Deed::Tell { steps: Vec::new(), way: ContactWay::Phone, reached: true, text: String::new() }
        )),
        "nothing_to_tell"
    );
    elsewhere(&desk, &id, answer("The meter will be tested.", false));
    let seen = desk.complaint(&id).unwrap();
    let [one] = &desk.to_tell().unwrap()[..] else { panic!("nobody to tell") };
    assert_eq!((one.citizen.phone.as_str(), one.telling.moved.len()), ("5700 0265", 1));
    // Whoever comes to the counter with another matter is told there.
    let found = || desk.find_citizens("5700 0265").unwrap().remove(0).to_tell;
    assert_eq!(found(), Some(id.clone()));
    elsewhere(&desk, &id, answer("The meter is right.", true));
    let told = desk.do_deed(&id, &tell_all(&seen, ContactWay::Phone, true)).unwrap();
    let telling = told.telling.clone().unwrap();
    assert_eq!((telling.moved.len(), telling.closing), (1, true));
    let done = desk.do_deed(&id, &tell_all(&told, ContactWay::Phone, true)).unwrap();
    assert!(done.telling.is_none() && desk.to_tell().unwrap().is_empty());
    assert_eq!(found(), None);
    // A colleague whose page is older does no harm.
    assert_eq!(code(desk.do_deed(&id, &tell_all(&told, ContactWay::Visit, true))), "nothing_to_tell");
}

#[tokio::test]
async fn a_telephone_that_nobody_answers_becomes_a_letter() {
    let (_folder, desk) = staffed().await;
    let mut with_address = form();
    with_address.citizen.locality = "Mahébourg".to_owned();
    let id = desk.register(None, &with_address).unwrap().id;
    elsewhere(&desk, &id, answer("On Friday.", true));
    for calls in 1..=3 {
        let view = desk.complaint(&id).unwrap();
        let steps = view.telling.unwrap().steps;
        // The clock of the tests stands still: the same call at the same moment would be one.
        let text = format!("Call {calls}");
        let call = Deed::Tell { steps, way: ContactWay::Phone, reached: false, text };
        let view = desk.do_deed(&id, &call).unwrap();
        assert_eq!(view.telling.unwrap().calls_in_vain, calls);
    }
    assert_eq!(desk.to_tell().unwrap()[0].telling.way, ContactWay::Letter);
}

#[tokio::test]
async fn a_suggestion_is_thanked_for_on_the_spot_and_an_office_settles_only_what_it_may() {
    let (_folder, desk) = staffed().await;
    let suggestion =
        ComplaintForm { kind: "suggestion".to_owned(), category: "suggestion".to_owned(), ..form() };
    let id = desk.register(None, &suggestion).unwrap().id;
    assert_eq!(desk.complaint(&id).unwrap().deeds[0], "thank");
    let thanks = Deed::Thank { text: "Mersi.".to_owned(), told: true };
    let view = desk.do_deed(&id, &thanks).unwrap();
    assert_eq!((view.row.status.as_str(), view.telling.is_none()), ("answered", true));
    assert!(matches!(last(&view), Step::Told { way: ContactWay::Visit, reached: true, .. }));

    let water = desk.register(None, &form()).unwrap().id;
    let settle = Deed::Resolve { text: "It runs again.".to_owned(), told: true };
    assert_eq!(code(desk.do_deed(&water, &settle)), "not_settled_here");
    let ours = ComplaintForm { category: "out-of-remit".to_owned(), ..form() };
    let ours = desk.register(None, &ours).unwrap().id;
    assert_eq!(desk.complaint(&ours).unwrap().deeds[0], "resolve");
    assert_eq!(desk.do_deed(&ours, &settle).unwrap().row.status, "resolved");
}

#[tokio::test]
async fn a_complaint_is_closed_with_what_the_citizen_thinks_and_taken_up_again() {
    let (_folder, desk) = staffed().await;
    let id = desk.register(None, &form()).unwrap().id;
    elsewhere(&desk, &id, answer("On Friday.", true));
    let view = desk.complaint(&id).unwrap();
    assert_eq!(view.deeds[0], "tell", "the answer is told before it is closed");
    let told = desk.do_deed(&id, &tell_all(&view, ContactWay::Visit, true)).unwrap();
    assert_eq!(told.deeds[0], "close");
    let close =
        |stars| Deed::Close { text: String::new(), stars, opinion: "It took long.".to_owned(), told: true };
    assert_eq!(code(desk.do_deed(&id, &close(6))), "stars_missing");
    let closed = desk.do_deed(&id, &close(4)).unwrap();
    assert_eq!((closed.row.status.as_str(), closed.telling.is_none()), ("closed", true));
    let rated = Step::Rated { stars: 4, text: "It took long.".to_owned() };
    assert!(closed.history.iter().any(|told| told.step == rated));
    assert_eq!(code(desk.do_deed(&id, &Deed::Reopen { text: "  ".to_owned() })), "words_missing");
    let again = Deed::Reopen { text: "Still no water.".to_owned() };
    assert_eq!(desk.do_deed(&id, &again).unwrap().row.status, "reopened");
}

#[tokio::test]
async fn a_deed_of_several_steps_is_taken_back_whole() {
    let (_folder, desk) = staffed().await;
    let id = desk.register(None, &form()).unwrap().id;
    assert_eq!(desk.complaint(&id).unwrap().undo, None, "a registration is withdrawn and not taken back");
    let view = desk.do_deed(&id, &ask(true)).unwrap();
    let undo = view.undo.unwrap();
    assert!(matches!(undo.step.step, Step::DocumentRequested { .. }));
    assert_eq!(code(desk.undo_deed(&id, "2026-11-24T10:43:00+04:00")), "cannot_undo");
    let back = desk.undo_deed(&id, &undo.at).unwrap();
    assert_eq!((back.row.status.as_str(), back.telling), ("received", None));
    let taken: Vec<_> = back.history.iter().filter_map(|told| told.refused.as_deref()).collect();
    assert_eq!(taken, ["retracted"; 3]);
    assert_eq!(back.undo, None);
    assert_eq!(desk.complaints(Filter::Owed, None, 10).unwrap().total, 0);
}

#[tokio::test]
async fn what_somebody_else_did_last_is_not_taken_back() {
    let (_folder, desk) = staffed().await;
    let id = desk.register(None, &form()).unwrap().id;
    let passed = desk.do_deed(&id, &Deed::PassOn { to: "WMA".to_owned(), text: String::new() }).unwrap();
    assert_eq!(passed.row.institution, "WMA");
    let at = passed.undo.unwrap().at;
    elsewhere(&desk, &id, Body::Route(Route { to: "CWA".to_owned(), text: None }));
    assert_eq!(desk.complaint(&id).unwrap().undo, None);
    assert_eq!(code(desk.undo_deed(&id, &at)), "cannot_undo");
}

#[tokio::test]
async fn what_is_handed_over_is_no_work_of_this_office_any_more() {
    let (_folder, desk) = staffed().await;
    let id = came_in(&desk, "2026-11-18");
    let over = |to: &str| Deed::HandOver { to: to.to_owned(), text: "Lives there.".to_owned() };
    assert_eq!(code(desk.do_deed(&id, &over("12"))), "office_missing");
    assert_eq!(code(desk.do_deed(&id, &over("77"))), "office_missing");
    assert_eq!(desk.other_offices().unwrap().len(), 35);
    let view = desk.do_deed(&id, &over("07")).unwrap();
    assert_eq!((view.held_by.as_str(), view.deeds), ("07", Vec::new()));
    assert_eq!(desk.morning().unwrap().overdue, 0);
}

#[tokio::test]
async fn two_complaints_are_said_to_belong_together() {
    let (_folder, desk) = staffed().await;
    let [first, second] = [(), ()].map(|()| desk.register(None, &form()).unwrap());
    let link = |reference: &str, relation: &str| Deed::Link {
        reference: reference.to_owned(),
        relation: relation.to_owned(),
    };
    assert_eq!(code(desk.do_deed(&first.id, &link(&first.reference, "same"))), "other_missing");
    assert_eq!(code(desk.do_deed(&first.id, &link("12-2-09999-X", "same"))), "other_missing");
    assert_eq!(code(desk.do_deed(&first.id, &link(&second.reference, "twin"))), "relation_missing");
    let view = desk.do_deed(&first.id, &link(&second.reference, "same")).unwrap();
    assert!(matches!(last(&view), Step::Linked { complaint, .. } if *complaint == second.id));
}

#[tokio::test]
async fn words_that_are_missing_or_too_long_change_nothing() {
    let (_folder, desk) = staffed().await;
    let id = desk.register(None, &form()).unwrap().id;
    let asking = |what: &str, until: &str| Deed::AskForDocument {
        what: what.to_owned(),
        until: until.to_owned(),
        told: false,
    };
    assert_eq!(code(desk.do_deed(&id, &asking(" ", ""))), "document_missing");
    assert_eq!(code(desk.do_deed(&id, &asking("Bill", "soon"))), "until_wrong");
    assert_eq!(code(desk.do_deed(&id, &asking("Bill", "2026-11-01"))), "until_wrong");
    let above = |to: &str, text: String| Deed::Escalate { to: to.to_owned(), text };
    assert_eq!(code(desk.do_deed(&id, &above("", String::new()))), "words_missing");
    assert_eq!(code(desk.do_deed(&id, &above("XXX", "Why".to_owned()))), "institution_missing");
    assert_eq!(code(desk.do_deed(&id, &above("", "x".repeat(50_001)))), "text_too_long");
    assert_eq!(desk.complaint(&id).unwrap().history.len(), 1);
    assert_eq!(code(desk.do_deed(&"0".repeat(32), &above("", "Why".to_owned()))), "not_found");
}

#[tokio::test]
async fn what_has_left_this_computer_is_taken_back_only_while_it_is_fresh() {
    let (_folder, desk) = staffed().await;
    let id = desk.register(None, &form()).unwrap().id;
    let later = Deed::Escalate { to: String::new(), text: "He waits.".to_owned() };
    let at: Moment = desk.do_deed(&id, &later).unwrap().undo.unwrap().at.parse().unwrap();
    let office = desk.office().unwrap();
    let complaint = office.record(id.parse().unwrap()).unwrap().complaint;
    let (author, _) = desk.signed_in().unwrap();
    let waiting = office.store.waiting_of(complaint.id).unwrap();
    let after = |minutes: i64| Moment { unix_ms: at.unix_ms + minutes * 60_000, ..at };
    let possible = |waiting: &[_], minutes| last_deed(&complaint, waiting, &author, after(minutes)).is_some();
    assert!(possible(&waiting, 600), "it has not left");
    assert!(possible(&[], 9) && !possible(&[], 11));
}
