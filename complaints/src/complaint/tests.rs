//! Folding: what each operation does to a complaint, and what others' tests build on.

use super::*;
use crate::operation::{
    Answer, ChangeStatus, Citizen, ContactWay, CorrectField, DocumentId, Field, HandOver, Kind, Link, Note,
    Rate, Relation, Route, Withdraw,
};
use crate::{ComplaintSeed, Reference, fold_digest};

pub(crate) fn author() -> Author {
    Author { name: "Anousha Ramdin".to_owned(), clerk: None, institution: None, capacity: None }
}

pub(crate) fn registration(n: u8) -> Operation {
    let seed = ComplaintSeed::from_random([n; 16]);
    Operation {
        subject: Some(seed.complaint_id()),
        author: author(),
        at: "2026-11-24T10:52:00+04:00".parse().unwrap(),
        body: Body::Register(Box::new(Register {
            reference: Reference { office: OfficeCode::new(12).unwrap(), device: 2, counter: u32::from(n) },
            seed,
            kind: Kind::Complaint,
            category: "water-none".to_owned(),
            institution: "CWA".to_owned(),
            subject: "No water".to_owned(),
            text: "Pena dilo depi trwa zour.".to_owned(),
            place: None,
            language: "mfe".to_owned(),
            citizen: Citizen { surname: Some("Zephir".to_owned()), ..Citizen::default() },
            contact_by: vec![ContactWay::Phone],
            notice: "1".to_owned(),
            notice_language: Some("mfe".to_owned()),
            due_on: Some(20_800),
            recorded_at: None,
            representative: None,
            discretion: None,
            point: None,
            channel: None,
        })),
    }
}

pub(crate) fn on(n: u8, body: Body) -> Operation {
    let subject = registration(n).subject;
    Operation { subject, author: author(), at: "2026-11-25T09:00:00+04:00".parse().unwrap(), body }
}

pub(crate) fn route(n: u8, to: &str) -> Operation {
    on(n, Body::Route(Route { to: to.to_owned(), text: None }))
}

pub(crate) fn fold(operations: &[Operation]) -> Complaint {
    operations
        .iter()
        .fold(None, |complaint: Option<Complaint>, operation| {
            let verdict = Complaint::judge(complaint.as_ref(), operation);
            Some(Complaint::apply(complaint, operation, verdict).unwrap())
        })
        .unwrap()
}

pub(crate) fn change(from: Status, to: Status) -> Operation {
    on(1, Body::ChangeStatus(ChangeStatus { from, to, text: None }))
}

fn answer(definitive: bool) -> Operation {
    on(1, Body::Answer(Answer { text: "On Friday.".to_owned(), definitive }))
}

#[test]
fn a_complaint_goes_through_its_life() {
    let complaint = fold(&[
        registration(1),
        change(Status::Received, Status::Checked),
        route(1, "WMA"),
        answer(false),
        answer(true),
        change(Status::Answered, Status::Closed),
    ]);
    assert_eq!((complaint.status, complaint.version), (Status::Closed, 6));
    assert_eq!(complaint.institution, "WMA");
    assert!(complaint.steps.iter().all(|step| step.verdict == Verdict::Accepted));
    assert_eq!(complaint.due_on(), None);
}

#[test]
fn a_change_that_was_overtaken_is_kept_with_its_reason_and_changes_nothing() {
    let complaint = fold(&[registration(1), answer(true), change(Status::Received, Status::Checked)]);
    assert_eq!(complaint.status, Status::Answered);
    assert_eq!(Refusal::of(&complaint.steps[2].verdict), Some(&Refusal::Overtaken));
    assert_eq!(complaint.steps[2].operation(), Some(change(Status::Received, Status::Checked)));
}

#[test]
fn what_two_copies_of_a_computer_deliver_counts_once() {
    let note = |text: &str| on(1, Body::Note(Note { text: text.to_owned(), for_citizen: false }));
    let complaint = fold(&[registration(1), note("He called."), note("He called."), note("She called.")]);
    let told: Vec<_> = complaint.steps.iter().filter_map(|step| step.operation()).collect();
    assert_eq!(told, [note("He called."), note("She called.")]);
    assert_eq!(Complaint::judge(Some(&complaint), &told[0]), Verdict::Refused(Refusal::Repeated));
}

#[test]
fn a_finished_complaint_takes_notes_and_nothing_else() {
    let withdraw = on(1, Body::Withdraw(Withdraw { text: None }));
    let again = on(1, Body::Withdraw(Withdraw { text: Some("once more".to_owned()) }));
    let note = on(1, Body::Note(Note { text: "He called.".to_owned(), for_citizen: false }));
    let complaint = fold(&[registration(1), withdraw, answer(true), again, note]);
    let refusals: Vec<_> = complaint.steps.iter().map(|step| Refusal::of(&step.verdict)).collect();
    assert_eq!(refusals, [None, None, Some(&Refusal::Finished), Some(&Refusal::Finished), None]);
    assert_eq!(complaint.status, Status::Withdrawn);
}

#[test]
fn what_a_complaint_says_is_corrected_until_it_is_finished_and_its_citizen_for_ever() {
    let correct = |field: Field, to: Option<&str>| {
        on(1, Body::CorrectField(CorrectField { field, from: None, to: to.map(str::to_owned) }))
    };
    let refusal =
        |operations: &[Operation]| Refusal::of(&fold(operations).steps.last().unwrap().verdict).cloned();
    let (received, finished) = (registration(1), on(1, Body::Withdraw(Withdraw { text: None })));
    let category = correct(Field::Category, Some("water-bill"));
    assert_eq!(refusal(&[received, category.clone()]), None);
    let passed_on = [registration(1), route(1, "WMA"), category];
    assert_eq!(refusal(&passed_on), Some(Refusal::FieldFixed));
    for field in Field::all() {
        let expected = (!field.is_citizen()).then_some(Refusal::Finished);
        assert_eq!(refusal(&[registration(1), finished.clone(), correct(field, Some("x"))]), expected);
        let expected = field.is_required().then_some(Refusal::FieldEmpty);
        assert_eq!(refusal(&[registration(1), correct(field, None)]), expected, "{field}");
    }
}

#[test]
fn a_document_is_listed_once_with_who_added_it_even_when_the_complaint_is_finished() {
    let attached = AttachDocument {
        document: DocumentId::of(b"scan"),
        size: 4,
        media_type: "image/jpeg".to_owned(),
        name: "Bill".to_owned(),
        pages: None,
        width: Some(1240),
        height: Some(1754),
    };
    let attach = on(1, Body::AttachDocument(attached.clone()));
    let withdraw = on(1, Body::Withdraw(Withdraw { text: None }));
    let later = Operation { at: "2026-11-25T09:30:00+04:00".parse().unwrap(), ..attach.clone() };
    let complaint = fold(&[registration(1), withdraw, attach, later]);
    let listed: Vec<_> = complaint.documents.iter().map(|document| &document.attached).collect();
    assert_eq!((listed, complaint.version), (vec![&attached], 4));
    let state = complaint.to_bytes();
    assert_eq!(Complaint::from_bytes(&state), Ok(complaint));
}

#[test]
fn every_status_can_be_left_and_only_by_the_listed_ways() {
    for from in Status::ALL {
        assert!(!from.next().is_empty(), "{from} is a dead end");
        assert!(!from.next().contains(from));
    }
    let complaint = fold(&[registration(1), change(Status::Received, Status::Closed)]);
    assert_eq!(Refusal::of(&complaint.steps[1].verdict), Some(&Refusal::NotPossible));
}

#[test]
fn an_operation_without_its_complaint_is_not_folded() {
    assert_eq!(Complaint::apply(None, &route(1, "CWA"), Verdict::Accepted), Err(FoldError::NotRegistered));
    let complaint = fold(&[registration(1)]);
    let other = Complaint::apply(Some(complaint), &route(2, "CWA"), Verdict::Accepted);
    assert_eq!(other, Err(FoldError::OtherComplaint));
}

#[test]
fn a_state_reads_back_and_equal_states_have_equal_bytes() {
    let complaint = fold(&[registration(1), route(1, "WMA"), answer(true)]);
    let bytes = complaint.to_bytes();
    assert_eq!(Complaint::from_bytes(&bytes), Ok(complaint));
    assert_eq!(fold(&[registration(1), route(1, "WMA"), answer(true)]).to_bytes(), bytes);
}

#[test]
fn the_digest_does_not_depend_on_the_order_and_does_depend_on_every_state() {
    let [a, b] = [1, 2].map(|n| fold(&[registration(n)]));
    let (a_bytes, b_bytes) = (a.to_bytes(), b.to_bytes());
    let both = fold_digest([(a.id, a_bytes.as_slice()), (b.id, &b_bytes)], &[]);
    assert_eq!(fold_digest([(b.id, b_bytes.as_slice()), (a.id, &a_bytes)], &[]), both);
    assert_ne!(fold_digest([(a.id, a_bytes.as_slice()), (b.id, &a_bytes)], &[]), both);
    assert_ne!(fold_digest([(a.id, a_bytes.as_slice()), (b.id, &b_bytes)], &[1]), both);
}

#[test]
fn another_office_holds_it_after_a_hand_over_and_nothing_of_the_first_one_counts_there() {
    let to = OfficeCode::new(15).unwrap();
    let over = |to| on(1, Body::HandOver(HandOver { to, text: None }));
    let complaint = fold(&[registration(1), over(to)]);
    assert_eq!((complaint.office, complaint.version), (to, 2));
    let to_itself = fold(&[registration(1), over(OfficeCode::new(12).unwrap())]);
    assert_eq!(Refusal::of(&to_itself.steps[1].verdict), Some(&Refusal::NotPossible));
    // What an office still tries with a complaint that it handed over leaves its copy as it was.
    let late = Verdict::Refused(Refusal::OtherOffice);
    let tried = Complaint::apply(Some(complaint.clone()), &route(1, "WMA"), late).unwrap();
    assert_eq!(tried, complaint);
}

#[test]
fn a_citizen_says_how_content_they_are_once_they_have_heard_the_last_word() {
    let rate = |stars| on(1, Body::Rate(Rate { stars, text: None }));
    let refusal = |complaint: &Complaint| complaint.steps.last().map(|step| step.verdict.clone());
    let not_possible = Some(Verdict::Refused(Refusal::NotPossible));
    assert_eq!(refusal(&fold(&[registration(1), rate(4)])), not_possible);
    assert_eq!(refusal(&fold(&[registration(1), answer(true), rate(4)])), Some(Verdict::Accepted));
    for stars in [0, 6] {
        assert_eq!(refusal(&fold(&[registration(1), answer(true), rate(stars)])), not_possible);
    }
}

#[test]
fn a_complaint_is_not_linked_to_itself() {
    let link = |n: u8| {
        let other = registration(n).subject.unwrap();
        let reference = Reference { office: OfficeCode::new(12).unwrap(), device: 2, counter: u32::from(n) };
        on(1, Body::Link(Link { other, reference, relation: Relation::Same }))
    };
    let complaint = fold(&[registration(1), link(2), link(1)]);
    let refusals: Vec<_> = complaint.steps.iter().map(|step| Refusal::of(&step.verdict)).collect();
    assert_eq!(refusals, [None, None, Some(&Refusal::NotPossible)]);
}
