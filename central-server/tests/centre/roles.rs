//! Seven roles: what each sees in its lists, who leaves, and who looked.

use central_server::{AgentChange, Group, Page, QueueFilter, Role};
use complaints::{Assign, Assignee, Body, Discretion, Triage};

use crate::desk::Desk;
use crate::engine::{Place, agent_of, clerk_on_the_web, office, officer, somebody};
use crate::on_both_engines;

on_both_engines!(
    every_role_sees_its_own_lists_and_no_more,
    a_name_that_was_given_in_confidence_is_not_found_by_an_institution,
    an_agent_who_is_disabled_is_signed_out_and_cannot_sign_in,
    a_password_that_was_drawn_holds_until_an_own_one_is_chosen,
    nobody_changes_themselves_and_only_administrators_change_others,
    looks_at_restricted_complaints_are_written_down_for_the_auditor,
    figures_count_what_came_in_and_what_is_open,
);

fn all() -> QueueFilter {
    QueueFilter { group: Group::All, ..QueueFilter::default() }
}

async fn total(centre: &central_server::Centre, agent: &central_server::Agent, filter: &QueueFilter) -> u32 {
    centre.queue(agent, filter, Page { offset: 0, limit: 50 }).await.unwrap().total
}

async fn every_role_sees_its_own_lists_and_no_more(place: &Place) {
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let water = desk.register("Pena dilo depi trwa zour.");
    let mut register = desk.next_registration("Bizin led vit.");
    (register.category, register.institution) = ("family-violence".to_owned(), "GEN".to_owned());
    let violent = register.seed.complaint_id();
    desk.act(Some(violent), Body::Register(Box::new(register)));
    desk.sync(&centre).await;
    let unit = officer(&centre).await;
    let (water_agent, family_agent) = (agent_of(&centre, "CWA").await, agent_of(&centre, "GEN").await);
    let head = somebody(&centre, "head", Role::Head, Some("GEN")).await;
    let auditor = somebody(&centre, "auditor", Role::Auditor, None).await;
    let task_force = somebody(&centre, "force", Role::TaskForce, None).await;
    let (here, elsewhere) = (clerk_on_the_web(&centre, 12).await, clerk_on_the_web(&centre, 13).await);
    for (agent, expected) in [
        (&unit, 2),
        (&auditor, 2),
        (&water_agent, 1),
        (&family_agent, 0),
        (&head, 1),
        (&task_force, 1),
        (&here, 2),
        (&elsewhere, 0),
    ] {
        assert_eq!(total(&centre, agent, &all()).await, expected, "{}", agent.login);
        assert_eq!(centre.queue_length(agent, &all()).await.unwrap().number, expected, "{}", agent.login);
    }
    // Whoever deals with it sees it.
    let to = Assignee { agent: family_agent.id.bytes(), name: family_agent.name.clone() };
    centre.deed(&head, violent, None, Body::Assign(Assign { to: Some(to) })).await.unwrap();
    assert_eq!(total(&centre, &family_agent, &all()).await, 1);
    let mine = QueueFilter { group: Group::Assigned, ..QueueFilter::default() };
    assert_eq!(total(&centre, &family_agent, &mine).await, 1);
    // Only somebody of the institution that holds it.
    let stranger = Assignee { agent: water_agent.id.bytes(), name: water_agent.name.clone() };
    let refused = centre.deed(&head, violent, None, Body::Assign(Assign { to: Some(stranger) })).await;
    assert_eq!(refused.unwrap_err().code(), "invalid");
    // What the unit says goes before what the category suggests.
    let open = Body::Triage(Triage { urgent: false, restricted: false });
    centre.deed(&unit, violent, None, open).await.unwrap();
    assert_eq!(total(&centre, &task_force, &all()).await, 2);
    let row = &centre.queue(&task_force, &all(), Page { offset: 0, limit: 9 }).await.unwrap().rows[0];
    assert_eq!((row.citizen.as_str(), row.locality.as_str()), ("", ""), "no name for the task force");
    assert_eq!(centre.deed(&auditor, water, None, open_note()).await.unwrap_err().code(), "not_allowed");
    assert!(centre.verify().await.unwrap().faults.is_empty());
}

fn open_note() -> Body {
    Body::Note(complaints::Note { text: "x".to_owned(), for_citizen: false })
}

async fn a_name_that_was_given_in_confidence_is_not_found_by_an_institution(place: &Place) {
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let mut register = desk.next_registration("Tiyo finn pete.");
    (register.category, register.discretion) = ("water-leak".to_owned(), Some(Discretion::Confidential));
    let secret = register.seed.complaint_id();
    desk.act(Some(secret), Body::Register(Box::new(register)));
    desk.register("Pena dilo.");
    desk.sync(&centre).await;
    let (unit, agent) = (officer(&centre).await, agent_of(&centre, "CWA").await);
    let named = QueueFilter { words: Some("zephir".to_owned()), ..all() };
    assert_eq!((total(&centre, &unit, &named).await, total(&centre, &agent, &named).await), (2, 1));
    let told = QueueFilter { words: Some("pete".to_owned()), ..all() };
    let found = centre.queue(&agent, &told, Page { offset: 0, limit: 9 }).await.unwrap();
    assert_eq!((found.total, found.rows[0].citizen.as_str(), found.rows[0].locality.as_str()), (1, "", ""));
    let force = somebody(&centre, "force", Role::TaskForce, None).await;
    assert_eq!(total(&centre, &force, &named).await, 0);
}

async fn an_agent_who_is_disabled_is_signed_out_and_cannot_sign_in(place: &Place) {
    let centre = place.centre().await;
    let admin = somebody(&centre, "admin", Role::Admin, None).await;
    let agent = agent_of(&centre, "CWA").await;
    let (_, password) = centre.reset_password(&admin, agent.id).await.unwrap();
    let (_, token) = centre.sign_in(&agent.login, &password).await.unwrap().unwrap();
    let changed = centre.change_agent(&admin, agent.id, &AgentChange::Disable).await.unwrap();
    assert!(changed.disabled);
    assert_eq!(centre.agent_of_session(&token).await.unwrap(), None);
    assert!(centre.sign_in(&agent.login, &password).await.unwrap().is_none());
    centre.change_agent(&admin, agent.id, &AgentChange::Enable).await.unwrap();
    let become_head =
        AgentChange::Become { role: Role::Head, institution: Some("CEB".to_owned()), office: None };
    centre.change_agent(&admin, agent.id, &become_head).await.unwrap();
    let (now, _) = centre.sign_in(&agent.login, &password).await.unwrap().unwrap();
    assert_eq!((now.role, now.institution.as_deref()), (Role::Head, Some("CEB")));
}

async fn a_password_that_was_drawn_holds_until_an_own_one_is_chosen(place: &Place) {
    let centre = place.centre().await;
    let admin = somebody(&centre, "admin", Role::Admin, None).await;
    let agent = agent_of(&centre, "CWA").await;
    let (_, drawn) = centre.reset_password(&admin, agent.id).await.unwrap();
    let (signed_in, token) = centre.sign_in(&agent.login, &drawn).await.unwrap().unwrap();
    let (_, elsewhere) = centre.sign_in(&agent.login, &drawn).await.unwrap().unwrap();
    assert!(signed_in.one_time_password);
    let own = "correct horse battery".to_owned();
    assert!(!centre.choose_password(&token, &signed_in, "not it", own.clone()).await.unwrap());
    let short = centre.choose_password(&token, &signed_in, &drawn, "short".to_owned()).await;
    assert_eq!(short.unwrap_err().code(), "invalid");
    assert!(centre.choose_password(&token, &signed_in, &drawn, own.clone()).await.unwrap());
    assert_eq!(centre.agent_of_session(&elsewhere).await.unwrap(), None, "every other sign-in ends");
    assert!(!centre.agent_of_session(&token).await.unwrap().unwrap().one_time_password);
    assert!(centre.sign_in(&agent.login, &drawn).await.unwrap().is_none());
    assert!(centre.sign_in(&agent.login, &own).await.unwrap().is_some());
}

async fn nobody_changes_themselves_and_only_administrators_change_others(place: &Place) {
    let centre = place.centre().await;
    let admin = somebody(&centre, "admin", Role::Admin, None).await;
    let unit = officer(&centre).await;
    let disable = AgentChange::Disable;
    for (by, whom) in [(&admin, admin.id), (&unit, admin.id)] {
        let refused = centre.change_agent(by, whom, &disable).await;
        assert_eq!(refused.unwrap_err().code(), "not_allowed");
    }
    assert_eq!(centre.reset_password(&unit, admin.id).await.unwrap_err().code(), "not_allowed");
    for (role, institution, code) in [
        (Role::Head, None, None),
        (Role::Cab, None, None),
        (Role::Cab, None, Some(office(77))),
        (Role::Auditor, Some("CWA"), None),
        (Role::Csu, None, Some(office(12))),
    ] {
        let institution = institution.map(str::to_owned);
        let wrong = AgentChange::Become { role, institution, office: code };
        assert_eq!(centre.change_agent(&admin, unit.id, &wrong).await.unwrap_err().code(), "invalid");
    }
    let nobody = central_server::AgentId::from_bytes([9; 8]);
    assert_eq!(centre.change_agent(&admin, nobody, &disable).await.unwrap_err().code(), "not_found");
}

async fn looks_at_restricted_complaints_are_written_down_for_the_auditor(place: &Place) {
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let water = desk.register("Pena dilo.");
    let mut register = desk.next_registration("Bizin led vit.");
    (register.category, register.institution) = ("family-violence".to_owned(), "GEN".to_owned());
    let (violent, reference) = (register.seed.complaint_id(), register.reference);
    desk.act(Some(violent), Body::Register(Box::new(register)));
    desk.sync(&centre).await;
    let unit = officer(&centre).await;
    let auditor = somebody(&centre, "auditor", Role::Auditor, None).await;
    for id in [water, violent] {
        let complaint = centre.complaint(id).await.unwrap().unwrap();
        centre.note_look(&unit, &complaint, "case").await.unwrap();
        centre.note_look(&unit, &complaint, "case").await.unwrap();
    }
    place.let_minutes_pass(1);
    let complaint = centre.complaint(violent).await.unwrap().unwrap();
    centre.note_look(&auditor, &complaint, "case").await.unwrap();
    let (looks, total) = centre.looks(&auditor, None, (0, 10)).await.unwrap();
    let told: Vec<_> = looks.iter().map(|look| (look.name.as_str(), look.reference)).collect();
    assert_eq!(told, [("Agent auditor", Some(reference)), ("Agent nadine", Some(reference))]);
    assert_eq!(total, 2, "one that everybody may see is no look");
    assert_eq!(centre.looks(&auditor, Some(&reference), (1, 10)).await.unwrap().0.len(), 1);
    assert_eq!(centre.looks(&unit, None, (0, 10)).await.unwrap_err().code(), "not_allowed");
}

async fn figures_count_what_came_in_and_what_is_open(place: &Place) {
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let [one, two, three] = ["one", "two", "three"].map(|text| desk.register(text));
    desk.sync(&centre).await;
    let (unit, agent) = (officer(&centre).await, agent_of(&centre, "CWA").await);
    let head = somebody(&centre, "head", Role::Head, Some("CWA")).await;
    let answer = Body::Answer(complaints::Answer { text: "On Friday.".to_owned(), definitive: true });
    centre.deed(&agent, one, None, answer).await.unwrap();
    let to = Assignee { agent: agent.id.bytes(), name: agent.name.clone() };
    centre.deed(&head, two, None, Body::Assign(Assign { to: Some(to) })).await.unwrap();
    let waits = complaints::ChangeStatus {
        from: complaints::Status::Received,
        to: complaints::Status::WaitingDocuments,
        text: None,
    };
    centre.deed(&agent, three, None, Body::ChangeStatus(waits)).await.unwrap();
    let day = jiff::civil::date(2026, 11, 24);
    let overview = centre.overview(&unit, day).await.unwrap();
    assert_eq!(overview.lines.len(), 1);
    let total = &overview.total;
    assert_eq!((total.came_in, total.dealt_with, total.open, total.waiting), (3, 1, 3, 1));
    let people = centre.overview(&head, day).await.unwrap();
    let names: Vec<&str> = people.lines.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["", "Agent agent.cwa"]);
    let before = centre.overview(&unit, jiff::civil::date(2026, 10, 1)).await.unwrap();
    assert_eq!((before.total.came_in, before.total.open), (0, 3));
    assert_eq!(centre.overview(&agent, day).await.unwrap_err().code(), "not_allowed");
}
