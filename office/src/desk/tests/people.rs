//! Several people at one computer: their PINs, their tasks, what those who learn may not do, and what each did.

use super::{clerk, code, form, staffed};
use crate::desk::Desk;
use crate::view::{NewClerk, Screen};

/// A desk with a head, a clerk and a trainee; the head is signed in. Their ids by name.
async fn peopled() -> (tempfile::TempDir, Desk, [String; 3]) {
    let (folder, desk) = staffed().await;
    desk.add_clerk(&clerk("Kavi Bundhoo", "clerk")).unwrap();
    desk.add_clerk(&clerk("Yusuf Joomun", "trainee")).unwrap();
    let clerks = desk.clerks().unwrap();
    let ids = [0, 1, 2].map(|n: usize| clerks[n].id.clone());
    assert_eq!(clerks.iter().map(|one| one.role.as_str()).collect::<Vec<_>>(), ["head", "clerk", "trainee"]);
    (folder, desk, ids)
}

fn seats(screen: Screen) -> Vec<crate::view::ClerkView> {
    match screen {
        Screen::SignIn { clerks, .. } => clerks,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn ones_own_pin_is_changed_with_the_old_one_and_holds_at_once() {
    let (_folder, desk, [_, kavi, _]) = peopled().await;
    desk.lock().unwrap();
    desk.sign_in(&kavi, "246810").unwrap();
    assert_eq!(code(desk.change_own_pin("000000", "135791")), "pin_wrong");
    assert_eq!(code(desk.change_own_pin("246810", "1357")), "pin_short");
    assert_eq!(code(desk.change_own_pin("246810", "lagon")), "sign_in_passphrase_short");
    desk.change_own_pin("246810", "lagon filao 26").unwrap();
    desk.lock().unwrap();
    assert_eq!(code(desk.sign_in(&kavi, "246810")), "pin_wrong");
    desk.sign_in(&kavi, "lagon filao 26").unwrap();
}

#[tokio::test]
async fn the_head_gives_a_new_pin_and_another_task_and_nobody_else_does() {
    let (_folder, desk, [anousha, kavi, yusuf]) = peopled().await;
    desk.reset_pin(&yusuf, "864209").unwrap();
    let clerks = desk.change_role(&yusuf, "clerk").unwrap();
    assert_eq!(clerks[2].role, "clerk");
    assert_eq!(code(desk.change_role(&anousha, "trainee")), "last_head");
    assert_eq!(code(desk.change_role(&yusuf, "king")), "kind_missing");
    desk.change_role(&kavi, "head").unwrap();
    // With two heads the first may take another task, and may decide nothing any more from that moment on.
    desk.change_role(&anousha, "clerk").unwrap();
    assert_eq!(code(desk.change_role(&yusuf, "head")), "not_allowed");
    assert_eq!(code(desk.reset_pin(&kavi, "864209")), "not_allowed");
    desk.lock().unwrap();
    assert_eq!(code(desk.sign_in(&yusuf, "246810")), "pin_wrong");
    desk.sign_in(&yusuf, "864209").unwrap();
}

#[tokio::test]
async fn what_the_profile_keeps_from_trainees_is_refused_and_what_they_register_counts() {
    let (_folder, desk, [_, kavi, yusuf]) = peopled().await;
    desk.lock().unwrap();
    let Screen::Work { may_not, .. } = desk.sign_in(&yusuf, "246810").unwrap() else { panic!("not in") };
    assert_eq!(may_not, ["resolve", "answer", "pass_on", "withdraw", "export"]);
    let id = desk.register(None, &form()).unwrap().id;
    desk.add_note(&id, "She called again.", false).unwrap();
    assert_eq!(code(desk.withdraw(&id, "")), "not_for_trainees");
    assert_eq!(
        code(desk.add_clerk(&NewClerk { name: "Lata".to_owned(), ..clerk("", "clerk") })),
        "not_allowed"
    );
    assert_eq!(code(desk.disable_clerk(&kavi)), "not_allowed");
    desk.lock().unwrap();
    let Screen::Work { may_not, .. } = desk.sign_in(&kavi, "246810").unwrap() else { panic!("not in") };
    assert!(may_not.is_empty());
    assert_eq!(desk.withdraw(&id, "").unwrap().row.status, "withdrawn");
}

#[tokio::test]
async fn what_each_did_stands_under_their_name_for_them_and_for_the_head() {
    let (_folder, desk, [anousha, kavi, yusuf]) = peopled().await;
    desk.lock().unwrap();
    desk.sign_in(&kavi, "246810").unwrap();
    let id = desk.register(None, &form()).unwrap().id;
    desk.add_note(&id, "She called again.", false).unwrap();
    let done = desk.done(None, None).unwrap();
    let what: Vec<_> = done.iter().map(|done| done.what.as_str()).collect();
    assert_eq!(what, ["registered", "noted"]);
    assert_eq!(done[0].reference.as_deref(), Some("12-2-00001-38"));
    assert_eq!(done[0].at, "2026-11-24T10:44:00+04:00");
    assert!(desk.done(None, Some("2026-11-23")).unwrap().is_empty());
    assert_eq!(code(desk.done(None, Some("yesterday"))), "day_wrong");
    assert_eq!(code(desk.done(Some(&yusuf), None)), "not_allowed");
    desk.lock().unwrap();
    desk.sign_in(&anousha, "246810").unwrap();
    assert_eq!(desk.done(Some(&kavi), None).unwrap().len(), 2);
    assert_eq!(desk.done(None, None).unwrap().len(), 3, "three accounts were added by her");
}

#[tokio::test]
async fn a_lock_says_whose_draft_waits_and_each_finds_the_own_one() {
    let (_folder, desk, [_, kavi, _]) = peopled().await;
    desk.save_draft(None, &form()).unwrap();
    let seats = seats(desk.lock().unwrap());
    assert_eq!(seats[0].draft_at.as_deref(), Some("2026-11-24T10:44:00+04:00"));
    assert_eq!((&seats[1].id, &seats[1].draft_at), (&kavi, &None));
}

#[tokio::test]
async fn somebody_who_was_disabled_elsewhere_writes_nothing_more() {
    let (_folder, desk, [anousha, kavi, _]) = peopled().await;
    desk.lock().unwrap();
    desk.sign_in(&kavi, "246810").unwrap();
    let office = desk.office().unwrap();
    let head = office.clerks().unwrap().into_iter().find(|(id, _)| id.to_string() == anousha).unwrap();
    let by = complaints::Author { name: head.1.name, clerk: Some(head.0), institution: None, capacity: None };
    office.disable_clerk(kavi.parse().unwrap(), &by).unwrap();
    assert_eq!(code(desk.register(None, &form())), "not_signed_in");
}
