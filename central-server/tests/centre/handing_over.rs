//! Complaints that one office hands over to another: the whole story is there, once, and what the first office still
//! tries counts nowhere.

use central_server::{Agent, Centre, DeedOutcome, DocumentState};
use complaints::{
    Answer, Body, ClerkDisabled, ClerkId, Complaint, ComplaintId, HandOver, OfficeCode, Refusal, Retract,
    Verdict,
};
use sync_protocol::Hash;

use crate::desk::Desk;
use crate::documents::{attach_whole, attached, content, send_whole};
use crate::engine::{Place, office, officer};
use crate::on_both_engines;

on_both_engines!(
    the_other_office_has_the_whole_story_and_goes_on_with_it,
    what_the_first_office_still_does_is_refused_and_changes_nothing,
    what_two_computers_of_the_first_office_repeat_meanwhile_changes_nothing,
    what_a_disabled_clerk_brings_meanwhile_changes_nothing,
    a_complaint_comes_back_with_what_happened_meanwhile,
    an_office_that_does_not_exist_takes_nothing_over,
    two_offices_hand_over_to_each_other_at_once,
    documents_go_along_also_those_that_come_whole_afterwards,
    a_document_that_comes_whole_after_the_way_back_goes_along_too,
);

fn over(to: u8) -> Body {
    Body::HandOver(HandOver { to: office(to), text: Some("They live there.".to_owned()) })
}

async fn registered(centre: &Centre, at: u8, random: u8) -> (Desk, ComplaintId) {
    let mut desk = Desk::enrol(centre, office(at), random).await;
    let id = desk.register("Pena dilo depi trwa zour.");
    desk.sync(centre).await;
    (desk, id)
}

async fn answered(centre: &Centre, agent: &Agent, id: ComplaintId) -> Complaint {
    let answer = Body::Answer(Answer { text: "On Friday.".to_owned(), definitive: true });
    match centre.deed(agent, id, None, answer).await.unwrap() {
        DeedOutcome::Done(complaint) => complaint,
        other => panic!("{other:?}"),
    }
}

fn verdict(desk: &Desk, operation: Hash) -> &Verdict {
    &desk.verdicts[&operation]
}

/// Both ends hold the same, and nothing is wrong at the centre.
async fn assert_sound(centre: &Centre, desks: &[&Desk]) {
    let audit = centre.verify().await.unwrap();
    assert!(audit.faults.is_empty(), "{:?}", audit.faults);
    for desk in desks {
        let theirs = audit.offices.iter().find(|audited| audited.office == desk.office()).unwrap();
        assert_eq!(theirs.fold, desk.digest(), "office {}", desk.office());
    }
}

async fn the_other_office_has_the_whole_story_and_goes_on_with_it(place: &Place) {
    let centre = place.centre().await;
    let (mut ours, id) = registered(&centre, 12, 1).await;
    let mut theirs = Desk::enrol(&centre, office(7), 2).await;
    ours.note(id, "He called.");
    ours.note(id, "Another one’s.");
    ours.sync(&centre).await;
    let mark = ours.complaints[&id].steps.last().unwrap().mark().unwrap();
    ours.act(Some(id), Body::Retract(Retract { step: mark }));
    ours.act(Some(id), over(7));
    ours.sync(&centre).await;
    theirs.sync(&centre).await;
    let held = centre.complaint(id).await.unwrap().unwrap();
    assert_eq!((held.office, held.version), (office(7), 5));
    assert_eq!(theirs.complaints[&id], held, "byte for byte the same story");
    assert_eq!(ours.complaints[&id], held, "the first office keeps what it was when it let go");
    assert!(held.steps.iter().any(|step| Refusal::of(&step.verdict) == Some(&Refusal::Retracted)));

    // What happens from now on the second office hears, and the first one does not.
    let answered = answered(&centre, &officer(&centre).await, id).await;
    theirs.note(id, "She was told.");
    theirs.sync(&centre).await;
    ours.sync(&centre).await;
    assert_eq!(theirs.complaints[&id].version, answered.version + 1);
    assert_eq!(ours.complaints[&id], held);
    assert_sound(&centre, &[&ours, &theirs]).await;
}

async fn what_the_first_office_still_does_is_refused_and_changes_nothing(place: &Place) {
    let centre = place.centre().await;
    let (mut ours, id) = registered(&centre, 12, 1).await;
    ours.act(Some(id), over(7));
    let late = ours.note(id, "Written with the line down.");
    ours.sync(&centre).await;
    let later = ours.note(id, "And once more.");
    ours.sync(&centre).await;
    for operation in [late, later] {
        assert_eq!(*verdict(&ours, operation), Verdict::Refused(Refusal::OtherOffice));
    }
    assert_eq!(centre.complaint(id).await.unwrap().unwrap(), ours.complaints[&id]);
    assert_sound(&centre, &[&ours]).await;
}

/// Two computers of one office, and a complaint that the other office has until it gives it back.
async fn over_to_the_other(place: &Place) -> (Centre, [Desk; 3], ComplaintId) {
    let centre = place.centre().await;
    let (mut ours, id) = registered(&centre, 12, 1).await;
    let copy = Desk::enrol(&centre, office(12), 3).await;
    let mut theirs = Desk::enrol(&centre, office(7), 2).await;
    ours.note(id, "He called.");
    ours.act(Some(id), over(7));
    ours.sync(&centre).await;
    theirs.sync(&centre).await;
    (centre, [ours, copy, theirs], id)
}

/// The other office gives it back: all three have it as the centre has it, and a check finds nothing.
async fn given_back(centre: &Centre, [mut ours, mut copy, mut theirs]: [Desk; 3], id: ComplaintId) {
    theirs.act(Some(id), over(12));
    theirs.sync(centre).await;
    ours.sync(centre).await;
    copy.sync(centre).await;
    let back = centre.complaint(id).await.unwrap().unwrap();
    assert_eq!(back.office, office(12));
    for desk in [&ours, &copy, &theirs] {
        assert_eq!(desk.complaints[&id], back, "office {}", desk.office());
    }
    assert_sound(centre, &[&ours, &copy, &theirs]).await;
}

async fn what_two_computers_of_the_first_office_repeat_meanwhile_changes_nothing(place: &Place) {
    let (centre, [ours, mut copy, theirs], id) = over_to_the_other(place).await;
    let repeated = copy.note(id, "He called.");
    copy.sync(&centre).await;
    assert_eq!(*verdict(&copy, repeated), Verdict::Refused(Refusal::Repeated));
    given_back(&centre, [ours, copy, theirs], id).await;
}

async fn what_a_disabled_clerk_brings_meanwhile_changes_nothing(place: &Place) {
    let (centre, [mut ours, mut copy, theirs], id) = over_to_the_other(place).await;
    ours.act(None, Body::ClerkDisabled(ClerkDisabled { clerk: ClerkId::from_bytes([1; 8]) }));
    ours.sync(&centre).await;
    let late = copy.note(id, "She called.");
    copy.sync(&centre).await;
    assert_eq!(*verdict(&copy, late), Verdict::Refused(Refusal::OtherOffice));
    given_back(&centre, [ours, copy, theirs], id).await;
}

async fn a_complaint_comes_back_with_what_happened_meanwhile(place: &Place) {
    let centre = place.centre().await;
    let (mut ours, id) = registered(&centre, 12, 1).await;
    let mut theirs = Desk::enrol(&centre, office(7), 2).await;
    ours.act(Some(id), over(7));
    ours.sync(&centre).await;
    theirs.sync(&centre).await;
    theirs.note(id, "She lives in the other village.");
    theirs.act(Some(id), over(12));
    theirs.sync(&centre).await;
    let before = ours.seen.len();
    ours.sync(&centre).await;
    assert_eq!(ours.seen.len() - before, 2, "what it knows is not repeated");
    let back = centre.complaint(id).await.unwrap().unwrap();
    assert_eq!((back.office, back.version), (office(12), 4));
    assert_eq!(ours.complaints[&id], back);
    ours.note(id, "Here again.");
    ours.sync(&centre).await;
    assert_eq!(centre.complaint(id).await.unwrap().unwrap().version, 5);
    assert_sound(&centre, &[&ours, &theirs]).await;
}

async fn an_office_that_does_not_exist_takes_nothing_over(place: &Place) {
    let centre = place.centre().await;
    let (mut ours, id) = registered(&centre, 12, 1).await;
    let nowhere = HandOver { to: OfficeCode::new(98).unwrap(), text: None };
    let operation = ours.act(Some(id), Body::HandOver(nowhere));
    ours.sync(&centre).await;
    assert_eq!(*verdict(&ours, operation), Verdict::Refused(Refusal::NotPossible));
    assert_eq!(centre.complaint(id).await.unwrap().unwrap().office, office(12));
    assert_sound(&centre, &[&ours]).await;
}

async fn two_offices_hand_over_to_each_other_at_once(place: &Place) {
    let centre = place.centre().await;
    let (mut ours, first) = registered(&centre, 12, 1).await;
    let (mut theirs, second) = registered(&centre, 7, 2).await;
    ours.act(Some(first), over(7));
    theirs.act(Some(second), over(12));
    tokio::join!(ours.sync(&centre), theirs.sync(&centre));
    tokio::join!(ours.sync(&centre), theirs.sync(&centre));
    for (id, holder) in [(first, 7), (second, 12)] {
        let held = centre.complaint(id).await.unwrap().unwrap();
        assert_eq!(held.office, office(holder));
        assert_eq!((&ours.complaints[&id], &theirs.complaints[&id]), (&held, &held));
    }
    assert_sound(&centre, &[&ours, &theirs]).await;
}

async fn documents_go_along_also_those_that_come_whole_afterwards(place: &Place) {
    let centre = place.centre().await;
    let (mut ours, id) = registered(&centre, 12, 1).await;
    let mut theirs = Desk::enrol(&centre, office(7), 2).await;
    attach_whole(&mut ours, &centre, id, 9_000).await;
    ours.act(Some(id), Body::AttachDocument(attached(&content(5_000))));
    ours.act(Some(id), over(7));
    ours.sync(&centre).await;
    theirs.sync(&centre).await;
    // At the office that holds it now: the first is there, the second is still on its way from the first office.
    let held = centre.complaint(id).await.unwrap().unwrap();
    let here = |states: Vec<DocumentState>| states.iter().map(DocumentState::is_whole).collect::<Vec<_>>();
    assert_eq!(here(centre.documents(&held).await.unwrap()), [true, false]);
    send_whole(&ours, &centre, 5_000).await;
    assert_eq!(here(centre.documents(&held).await.unwrap()), [true, true]);
    // Whether the contents are what their hashes say is looked at too.
    assert_sound(&centre, &[&ours, &theirs]).await;
}

async fn a_document_that_comes_whole_after_the_way_back_goes_along_too(place: &Place) {
    let centre = place.centre().await;
    let (mut ours, id) = registered(&centre, 12, 1).await;
    let mut theirs = Desk::enrol(&centre, office(7), 2).await;
    ours.act(Some(id), over(7));
    ours.sync(&centre).await;
    theirs.sync(&centre).await;
    theirs.act(Some(id), Body::AttachDocument(attached(&content(5_000))));
    theirs.act(Some(id), over(12));
    theirs.sync(&centre).await;
    ours.sync(&centre).await;
    send_whole(&theirs, &centre, 5_000).await;
    let held = centre.complaint(id).await.unwrap().unwrap();
    assert_eq!(held.office, office(12));
    assert!(centre.documents(&held).await.unwrap().iter().all(DocumentState::is_whole));
    assert_sound(&centre, &[&ours, &theirs]).await;
}
