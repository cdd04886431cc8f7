//! The desk without a window: who may do what, what a form must have, and what the status says while the line is
//! down.

use std::sync::Arc;

use complaints::profile::Bundle;
use office_store::PlannedEntry;
use sync_protocol::{
    Admitted, DeviceId, DeviceKey, EnrolOutcome, EnrolRequest, EnrolResponse, Exchange, FeedEntry, LineError,
    Office as OfficeNumber, Protocol, WITNESS, pack,
};

use super::Desk;
use crate::clock::Clock;
use crate::enrolment::{EnrolmentRequest, enrol_over};
use crate::error::OfficeError;
use crate::key_store::KeyStore;
use crate::view::{ComplaintForm, ContactWay, Filter, Line, Mark, NewClerk, Screen, Step, Trouble};

/// A centre that admits everybody and is out of reach afterwards.
struct Admits;

impl Exchange for Admits {
    async fn enrol(&self, request: Vec<u8>) -> Result<Vec<u8>, LineError> {
        EnrolRequest::open(&request).unwrap();
        let admitted = Admitted {
            device: DeviceId(40),
            number: 2,
            office: OfficeNumber(12),
            centre: DeviceKey::from_seed(&[9; 32]).public(),
            profile: pack(&mauritius().to_bytes()),
            known: None,
            recipient: None,
        };
        let answer = EnrolResponse {
            outcome: EnrolOutcome::Admitted,
            protocol: Protocol::OURS,
            admitted: Some(admitted),
        };
        Ok(answer.to_bytes())
    }

    async fn sync(&self, _: Vec<u8>, _: &mut (dyn FnMut(&[u8]) + Send)) -> Result<(), LineError> {
        Err(LineError::Unreachable("no route".to_owned()))
    }
}

fn mauritius() -> Bundle {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../profiles/mauritius");
    let mut bundle = Bundle::default();
    for name in Bundle::file_names() {
        bundle.insert(name, std::fs::read_to_string(folder.join(name)).unwrap());
    }
    bundle
}

/// A desk on a Tuesday morning, with its folder.
async fn desk() -> (tempfile::TempDir, Desk) {
    let folder = tempfile::tempdir().unwrap();
    let clock = Clock::from_fn(|| "2026-11-24T10:44:00+04:00[Indian/Mauritius]".parse().unwrap());
    let key_store = KeyStore::File(folder.path().join("key"));
    let request = EnrolmentRequest {
        server: String::new(),
        code: "ABCDE-FGHJK".to_owned(),
        key_store: key_store.clone(),
    };
    let office =
        enrol_over(&Admits, folder.path(), &request, "https://csu.example.mu", clock.clone()).await.unwrap();
    let desk = Desk::new(folder.path().to_owned(), key_store, clock);
    desk.keep(office).unwrap();
    (folder, desk)
}

/// The same, with its head signed in.
async fn staffed() -> (tempfile::TempDir, Desk) {
    let (folder, desk) = desk().await;
    desk.add_clerk(&clerk("Anousha Ramdin", "head")).unwrap();
    (folder, desk)
}

fn clerk(name: &str, role: &str) -> NewClerk {
    NewClerk { name: name.to_owned(), role: role.to_owned(), pin: "246810".to_owned() }
}

fn form() -> ComplaintForm {
    let mut form = ComplaintForm {
        category: "water-none".to_owned(),
        text: "Pena dilo depi trwa zour. Nou pran dilo kot vwazin, e li pa kontan ditou.".to_owned(),
        language: "mfe".to_owned(),
        contact_by: vec![ContactWay::Phone],
        notice: "1".to_owned(),
        ..ComplaintForm::default()
    };
    form.citizen.surname = "Pentiah".to_owned();
    form.citizen.phone = "5700 0265".to_owned();
    form
}

fn code<T>(outcome: Result<T, OfficeError>) -> &'static str {
    outcome.map(drop).expect_err("it should have been refused").code()
}

#[tokio::test]
async fn the_first_clerk_heads_the_office_and_only_a_head_adds_others() {
    let (_folder, desk) = desk().await;
    assert!(
        matches!(desk.start().unwrap(), Screen::FirstClerk { office } if office.name == "CAB 12, Mahébourg")
    );
    let Screen::Work { clerk: first, .. } = desk.add_clerk(&clerk("Anousha Ramdin", "trainee")).unwrap()
    else {
        panic!("nobody is signed in")
    };
    assert_eq!(first.role, "head");
    desk.add_clerk(&clerk("Kavi Bundhoo", "clerk")).unwrap();
    assert_eq!(code(desk.add_clerk(&clerk(" kavi  BUNDHOO ", "clerk"))), "name_taken");
    assert_eq!(code(desk.add_clerk(&clerk("  ", "clerk"))), "name_missing");
    assert_eq!(
        code(desk.add_clerk(&NewClerk { pin: "12345".to_owned(), ..clerk("Lata", "clerk") })),
        "pin_short"
    );

    let Screen::SignIn { clerks, .. } = desk.lock().unwrap() else { panic!("not locked") };
    let names: Vec<_> = clerks.iter().map(|clerk| clerk.name.as_str()).collect();
    assert_eq!(names, ["Anousha Ramdin", "Kavi Bundhoo"]);
    desk.sign_in(&clerks[1].id, "246810").unwrap();
    assert_eq!(code(desk.add_clerk(&clerk("Lata", "clerk"))), "not_allowed");
}

#[tokio::test]
async fn nothing_is_shown_or_done_while_nobody_is_signed_in() {
    let (_folder, desk) = staffed().await;
    desk.lock().unwrap();
    assert_eq!(code(desk.complaints(Filter::All, None, 10)), "not_signed_in");
    assert_eq!(code(desk.search("dilo", 10)), "not_signed_in");
    assert_eq!(code(desk.register(None, &form())), "not_signed_in");
    assert_eq!(code(desk.drafts()), "not_signed_in");
    assert_eq!(code(desk.waiting()), "not_signed_in");
    assert_eq!(code(desk.add_clerk(&clerk("Lata", "head"))), "not_signed_in");
}

#[tokio::test]
async fn five_wrong_pins_in_a_row_make_a_pause_that_the_right_one_does_not_end() {
    let (_folder, desk) = staffed().await;
    let Screen::SignIn { clerks, .. } = desk.lock().unwrap() else { panic!("not locked") };
    for _ in 0..4 {
        assert_eq!(code(desk.sign_in(&clerks[0].id, "000000")), "pin_wrong");
    }
    assert_eq!(code(desk.sign_in("no such clerk", "246810")), "locked_out");
    assert_eq!(code(desk.sign_in(&clerks[0].id, "246810")), "locked_out");
}

#[tokio::test]
async fn a_complaint_needs_a_matter_a_text_and_the_notice_and_nothing_else() {
    let (_folder, desk) = staffed().await;
    let without = |change: fn(&mut ComplaintForm)| {
        let mut form = form();
        change(&mut form);
        code(desk.register(None, &form))
    };
    assert_eq!(without(|form| form.text = " \n ".to_owned()), "text_missing");
    assert_eq!(without(|form| form.category.clear()), "category_missing");
    assert_eq!(without(|form| form.category = "craters".to_owned()), "category_missing");
    assert_eq!(without(|form| form.notice.clear()), "notice_missing");
    assert_eq!(without(|form| form.kind = "rant".to_owned()), "kind_missing");
    assert_eq!(without(|form| form.text = "e".repeat(50_001)), "text_too_long");

    let mut odd = form();
    odd.citizen.nic = "none, born in 1938".to_owned();
    odd.citizen.phone = "her son has one".to_owned();
    odd.citizen.locality = "behind the mill".to_owned();
    let registered = desk.register(None, &odd).unwrap();
    let view = desk.complaint(&registered.id).unwrap();
    assert_eq!((view.citizen.nic, view.citizen.phone), (odd.citizen.nic, odd.citizen.phone));
}

#[tokio::test]
async fn what_is_registered_has_a_reference_a_code_a_day_and_takes_its_draft_along() {
    let (_folder, desk) = staffed().await;
    let draft = desk.save_draft(None, &form()).unwrap();
    let kept = desk.save_draft(None, &ComplaintForm { text: "Half a w".to_owned(), ..form() }).unwrap();
    let registered = desk.register(Some(&draft.id), &form()).unwrap();
    assert_eq!(registered.reference, "12-2-00001-38");
    assert_eq!(registered.access_code.len(), 9);
    assert_eq!(registered.due_on.as_deref(), Some("2026-11-27"), "three working days from Tuesday");
    let drafts: Vec<_> = desk.drafts().unwrap().into_iter().map(|draft| draft.id).collect();
    assert_eq!(drafts, [kept.id]);

    let view = desk.complaint(&registered.id).unwrap();
    assert_eq!(view.text, form().text, "exactly as typed");
    assert_eq!(view.row.subject, "Pena dilo depi trwa zour.");
    assert_eq!((view.row.institution.as_str(), view.row.mark), ("CWA", Mark::Waiting));
    assert_eq!((view.citizen.phone.as_str(), view.recorded_by.as_str()), ("5700 0265", "Anousha Ramdin"));
    assert!(view.history[0].waiting && view.history[0].place == "office");
}

#[tokio::test]
async fn a_second_withdrawal_is_refused_and_a_note_is_always_taken() {
    let (_folder, desk) = staffed().await;
    let id = desk.register(None, &form()).unwrap().id;
    assert_eq!(code(desk.add_note(&id, "  ", false)), "text_missing");
    let view = desk.withdraw(&id, "The water came back.").unwrap();
    assert_eq!((view.row.status.as_str(), view.row.due_on), ("withdrawn", None));
    assert_eq!(code(desk.withdraw(&id, "")), "refused");
    let view = desk.add_note(&id, "She thanks us.", true).unwrap();
    assert_eq!(view.history[2].step, Step::Noted { text: "She thanks us.".to_owned(), for_citizen: true });
    assert_eq!(code(desk.complaint(&"0".repeat(32))), "not_found");
}

#[tokio::test]
async fn a_receipt_says_duplicata_from_the_second_time_on() {
    let (folder, desk) = staffed().await;
    let id = desk.register(None, &form()).unwrap().id;
    let first = desk.receipt(&id, (None, None)).unwrap();
    assert!(!first.duplicate && first.pages[0].starts_with("<svg"));
    assert!(
        !desk.receipt(&id, (Some("ar-MA"), None)).unwrap().duplicate,
        "looking at it is not handing it out"
    );
    desk.receipt_printed(&id).unwrap();
    assert!(desk.receipt(&id, (None, None)).unwrap().duplicate);
    assert_eq!(code(desk.save_receipt(&id, (None, None), folder.path())), "file_failed");
}

#[tokio::test]
async fn a_line_that_is_down_is_said_and_everything_waits() {
    let (_folder, desk) = staffed().await;
    desk.register(None, &form()).unwrap();
    let exchanger = desk.exchanger().unwrap();
    assert_eq!(desk.status().unwrap().line, Line::Unknown);
    assert_eq!(code(exchanger.exchange_over(&Admits).await), "unreachable");
    let status = desk.status().unwrap();
    assert_eq!((status.line, status.exchanging, status.trouble), (Line::Down, false, None));
    assert_eq!(status.waiting, 2, "the clerk and the complaint");
    assert_eq!(status.oldest_waiting_at.as_deref(), Some("2026-11-24T10:44:00+04:00"));
    assert_eq!(status.last_exchange_at, None);
    let waiting: Vec<_> = desk.waiting().unwrap().into_iter().map(|waiting| waiting.what).collect();
    assert_eq!(waiting, ["clerk_added", "registered"]);
}

#[tokio::test]
async fn a_root_that_does_not_fit_is_told_as_trouble_until_it_is_known_and_stops_nothing() {
    let (_folder, desk) = staffed().await;
    let office = desk.office().unwrap();
    let entry = FeedEntry::Unknown { kind: WITNESS, body: vec![0x01] };
    let head = office.store.feed_head().unwrap().after(OfficeNumber(12), &entry.digest(None));
    let entries = [PlannedEntry::Other(entry)];
    office.store.write(|writing| writing.apply(&entries, &[head], None).map(drop)).unwrap();
    desk.exchanger().unwrap().refresh();
    assert_eq!(desk.status().unwrap().trouble, Some(Trouble::PastChanged));
    desk.register(None, &form()).unwrap();
    office.store.write(|writing| writing.mark_witness_seen()).unwrap();
    desk.exchanger().unwrap().refresh();
    assert_eq!(desk.status().unwrap().trouble, None);
}

#[tokio::test]
async fn a_desk_that_is_opened_again_asks_who_sits_there() {
    let (folder, desk) = staffed().await;
    let id = desk.register(None, &form()).unwrap().id;
    let key_store = KeyStore::File(folder.path().join("key"));
    let busy = Desk::new(folder.path().to_owned(), key_store.clone(), Clock::system());
    assert_eq!(busy.start().unwrap(), Screen::StoreBusy);
    drop(desk);
    let again = Arc::new(Desk::new(folder.path().to_owned(), key_store, Clock::system()));
    let Screen::SignIn { clerks, .. } = again.start().unwrap() else { panic!("not at the door") };
    again.sign_in(&clerks[0].id, "246810").unwrap();
    assert_eq!(again.complaint(&id).unwrap().row.reference, "12-2-00001-38");
}

mod capturing;
mod casework;
mod finding;
mod keeping;
mod matters;
mod papers;
mod people;
mod practice;
