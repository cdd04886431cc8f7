//! What agents do, and what they and citizens may see.

use central_server::{Agent, Centre, DeedOutcome, Group, Page, QueueFilter, QueuePage};
use complaints::{
    AccessCode, Answer, Body, ChangeStatus, Complaint, ComplaintId, ComplaintSeed, Note, Refusal, Route,
    Status, Verdict,
};

use crate::desk::Desk;
use crate::engine::{Place, agent_of, office, officer};
use crate::on_both_engines;

on_both_engines!(
    a_complaint_is_passed_on_answered_and_closed,
    a_deed_on_what_somebody_has_changed_meanwhile_is_overtaken,
    a_note_is_never_overtaken_and_overtakes_nobody,
    what_the_rules_forbid_is_refused_and_not_written,
    an_institutions_agent_touches_only_what_the_institution_holds,
    a_deed_that_makes_no_sense_is_explained,
    two_agents_at_once_do_not_both_win,
    following_needs_both_the_reference_and_its_code,
    a_reference_that_was_issued_twice_leads_each_citizen_to_the_own_complaint,
    lists_show_what_they_are_asked_for,
    a_search_finds_words_whatever_their_case_and_accents,
);

fn answer(text: &str) -> Body {
    Body::Answer(Answer { text: text.to_owned(), definitive: true })
}

fn route(to: &str) -> Body {
    Body::Route(Route { to: to.to_owned(), text: None })
}

fn change(from: Status, to: Status) -> Body {
    Body::ChangeStatus(ChangeStatus { from, to, text: None })
}

fn note(text: &str) -> Body {
    Body::Note(Note { text: text.to_owned(), for_citizen: true })
}

async fn done(centre: &Centre, agent: &Agent, id: ComplaintId, body: Body) -> Complaint {
    match centre.deed(agent, id, None, body).await.unwrap() {
        DeedOutcome::Done(complaint) => complaint,
        other => panic!("{other:?}"),
    }
}

async fn registered(centre: &Centre) -> (Desk, ComplaintId) {
    let mut desk = Desk::enrol(centre, office(12), 1).await;
    let id = desk.register("Pena dilo depi trwa zour.");
    desk.sync(centre).await;
    (desk, id)
}

async fn a_complaint_is_passed_on_answered_and_closed(place: &Place) {
    let centre = place.centre().await;
    let (mut desk, id) = registered(&centre).await;
    let (officer, agent) = (officer(&centre).await, agent_of(&centre, "WMA").await);
    done(&centre, &officer, id, change(Status::Received, Status::Checked)).await;
    done(&centre, &officer, id, route("WMA")).await;
    done(&centre, &agent, id, answer("On Friday.")).await;
    let closed = done(&centre, &officer, id, change(Status::Answered, Status::Closed)).await;
    assert_eq!((closed.status, closed.version), (Status::Closed, 5));
    assert!(closed.steps.iter().all(|step| step.verdict == Verdict::Accepted));
    let step = &closed.steps[3];
    assert_eq!((step.author.institution.as_deref(), step.author.clerk), (Some("WMA"), None));
    assert_eq!(step.at.to_string(), "2026-11-24T10:52:00+04:00");
    desk.sync_all(&centre).await;
    assert_eq!(desk.complaints[&id], closed);
}

async fn a_deed_on_what_somebody_has_changed_meanwhile_is_overtaken(place: &Place) {
    let centre = place.centre().await;
    let (mut desk, id) = registered(&centre).await;
    let officer = officer(&centre).await;
    let seen = centre.complaint(id).await.unwrap().unwrap().version;
    desk.act(Some(id), Body::Withdraw(complaints::Withdraw { text: None }));
    desk.sync(&centre).await;
    let outcome = centre.deed(&officer, id, Some(seen), answer("On Friday.")).await.unwrap();
    let DeedOutcome::Overtaken(now) = outcome else { panic!("{outcome:?}") };
    assert_eq!((now.status, now.version), (Status::Withdrawn, 2));
    assert_eq!(centre.complaint(id).await.unwrap(), Some(now));
    let late = centre.deed(&officer, id, None, change(Status::Received, Status::Checked)).await.unwrap();
    assert!(matches!(late, DeedOutcome::Overtaken(_)), "{late:?}");
}

async fn a_note_is_never_overtaken_and_overtakes_nobody(place: &Place) {
    let centre = place.centre().await;
    let (mut desk, id) = registered(&centre).await;
    let officer = officer(&centre).await;
    desk.note(id, "called again");
    desk.sync(&centre).await;
    let outcome = centre.deed(&officer, id, Some(1), route("WMA")).await.unwrap();
    assert!(matches!(outcome, DeedOutcome::Done(_)), "{outcome:?}");
    let outcome = centre.deed(&officer, id, Some(1), note("seen")).await.unwrap();
    assert!(matches!(outcome, DeedOutcome::Done(_)), "{outcome:?}");
}

async fn what_the_rules_forbid_is_refused_and_not_written(place: &Place) {
    let centre = place.centre().await;
    let (_, id) = registered(&centre).await;
    let officer = officer(&centre).await;
    let outcome = centre.deed(&officer, id, None, change(Status::Received, Status::Closed)).await.unwrap();
    assert_eq!(outcome, DeedOutcome::Refused(Refusal::NotPossible));
    done(&centre, &officer, id, change(Status::Received, Status::Resolved)).await;
    done(&centre, &officer, id, change(Status::Resolved, Status::Closed)).await;
    let outcome = centre.deed(&officer, id, None, answer("too late")).await.unwrap();
    assert_eq!(outcome, DeedOutcome::Refused(Refusal::Finished));
    assert_eq!(centre.complaint(id).await.unwrap().unwrap().version, 3);
}

async fn an_institutions_agent_touches_only_what_the_institution_holds(place: &Place) {
    let centre = place.centre().await;
    let (_, id) = registered(&centre).await;
    let (holder, other) = (agent_of(&centre, "CWA").await, agent_of(&centre, "WMA").await);
    assert_eq!(centre.deed(&other, id, None, answer("mine")).await.unwrap_err().code(), "not_allowed");
    let complaint = done(&centre, &holder, id, answer("On Friday.")).await;
    let sees = |agent: &Agent| agent.sight(&complaint, centre.profile()).is_some();
    assert!(sees(&holder) && !sees(&other));
    // “It is not ours” says why, and passes it on.
    assert_eq!(centre.deed(&holder, id, None, route("WMA")).await.unwrap_err().code(), "invalid");
    let back = Body::Route(Route { to: "WMA".to_owned(), text: Some("It is the sewer.".to_owned()) });
    let complaint = done(&centre, &holder, id, back).await;
    assert_eq!((complaint.status, complaint.institution.as_str()), (Status::PassedOn, "WMA"));
}

async fn a_deed_that_makes_no_sense_is_explained(place: &Place) {
    let centre = place.centre().await;
    let (mut desk, id) = registered(&centre).await;
    let officer = officer(&centre).await;
    let register = Body::Register(Box::new(desk.next_registration("not an agent's")));
    let long = answer(&"x".repeat(300_000));
    for body in [answer("  "), note(""), route("NOBODY"), register, long] {
        assert_eq!(centre.deed(&officer, id, None, body).await.unwrap_err().code(), "invalid");
    }
    let nothing = ComplaintSeed::from_random([8; 16]).complaint_id();
    assert_eq!(centre.deed(&officer, nothing, None, note("?")).await.unwrap_err().code(), "not_found");
    assert_eq!(centre.complaint(id).await.unwrap().unwrap().version, 1);
}

async fn two_agents_at_once_do_not_both_win(place: &Place) {
    let centre = place.centre().await;
    let (_, id) = registered(&centre).await;
    let (one, two) = (officer(&centre).await, agent_of(&centre, "CWA").await);
    let (a, b) = tokio::join!(
        centre.deed(&one, id, Some(1), answer("the one")),
        centre.deed(&two, id, Some(1), answer("the other")),
    );
    let outcomes = [a.unwrap(), b.unwrap()];
    let won = outcomes.iter().filter(|outcome| matches!(outcome, DeedOutcome::Done(_))).count();
    let overtaken = outcomes.iter().filter(|outcome| matches!(outcome, DeedOutcome::Overtaken(_))).count();
    assert_eq!((won, overtaken), (1, 1));
    assert_eq!(centre.complaint(id).await.unwrap().unwrap().version, 2);
}

async fn following_needs_both_the_reference_and_its_code(place: &Place) {
    let centre = place.centre().await;
    let (mut desk, id) = registered(&centre).await;
    let other = desk.register("another");
    desk.sync(&centre).await;
    let (ours, theirs) = (&desk.complaints[&id], &desk.complaints[&other]);
    let reference = &ours.register.reference;
    assert_eq!(centre.follow(reference, &ours.access_code()).await.unwrap().as_ref(), Some(ours));
    assert_eq!(centre.follow(reference, &theirs.access_code()).await.unwrap(), None);
    assert_eq!(centre.follow(&theirs.register.reference, &ours.access_code()).await.unwrap(), None);
    let guess: AccessCode = "0000-0000".parse().unwrap();
    assert_eq!(centre.follow(reference, &guess).await.unwrap(), None);
}

async fn a_reference_that_was_issued_twice_leads_each_citizen_to_the_own_complaint(place: &Place) {
    let centre = place.centre().await;
    let (mut desk, first) = registered(&centre).await;
    let mut register = desk.next_registration("the same reference once more");
    register.reference = desk.complaints[&first].register.reference;
    let second = register.seed.complaint_id();
    desk.act(Some(second), Body::Register(Box::new(register)));
    desk.sync(&centre).await;
    let reference = desk.complaints[&first].register.reference;
    assert_eq!(centre.case(&reference).await.unwrap().len(), 2);
    for id in [first, second] {
        let code = desk.complaints[&id].access_code();
        assert_eq!(centre.follow(&reference, &code).await.unwrap().map(|found| found.id), Some(id));
    }
}

async fn list(centre: &Centre, agent: &Agent, filter: QueueFilter) -> QueuePage {
    centre.queue(agent, &filter, Page { offset: 0, limit: 50 }).await.unwrap()
}

fn group(group: Group) -> QueueFilter {
    QueueFilter { group, ..QueueFilter::default() }
}

async fn lists_show_what_they_are_asked_for(place: &Place) {
    let centre = place.centre().await;
    let (officer, agent) = (officer(&centre).await, agent_of(&centre, "WMA").await);
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let late = desk.register("late");
    let routed = desk.register("routed");
    let closed = desk.register("closed");
    let mut register = desk.next_registration("in good time");
    register.due_on = Some(30_000);
    let in_time = register.seed.complaint_id();
    desk.act(Some(in_time), Body::Register(Box::new(register)));
    desk.sync(&centre).await;
    done(&centre, &officer, routed, route("WMA")).await;
    done(&centre, &officer, closed, change(Status::Received, Status::Resolved)).await;
    done(&centre, &officer, closed, change(Status::Resolved, Status::Closed)).await;
    // 20,800 days after 1970 is 13 December 2026.
    place.let_minutes_pass(30 * 24 * 60);

    let ids = |page: QueuePage| page.rows.iter().map(|row| row.id).collect::<Vec<_>>();
    let open = ids(list(&centre, &officer, group(Group::Open)).await);
    assert_eq!((open.len(), open.last()), (3, Some(&in_time)), "the latest due day comes last");
    let mut mine = ids(list(&centre, &officer, group(Group::Mine)).await);
    mine.sort();
    let mut expected = vec![late, in_time];
    expected.sort();
    assert_eq!(mine, expected);
    let mut overdue = ids(list(&centre, &officer, group(Group::Overdue)).await);
    overdue.sort();
    let mut expected = vec![late, routed];
    expected.sort();
    assert_eq!(overdue, expected);
    assert_eq!(ids(list(&centre, &officer, group(Group::Finished)).await), [closed]);
    assert_eq!(list(&centre, &officer, group(Group::All)).await.total, 4);
    assert_eq!(ids(list(&centre, &agent, group(Group::All)).await), [routed]);
    assert_eq!(ids(list(&centre, &agent, group(Group::Mine)).await), [routed]);

    let narrowed =
        QueueFilter { institution: Some("CWA".to_owned()), office: Some(office(12)), ..group(Group::Open) };
    assert_eq!(list(&centre, &officer, narrowed).await.total, 2);
    let elsewhere = QueueFilter { office: Some(office(7)), ..group(Group::All) };
    assert_eq!(list(&centre, &officer, elsewhere).await.total, 0);
    let page = centre.queue(&officer, &group(Group::All), Page { offset: 3, limit: 2 }).await.unwrap();
    assert_eq!((page.rows.len(), page.total), (1, 4));
    let row = &list(&centre, &agent, group(Group::All)).await.rows[0];
    assert_eq!((row.citizen.as_str(), row.locality.as_str()), ("Marie-Claire Zéphir", "Mahébourg"));
    assert_eq!((row.status, row.institution.as_str(), row.version), (Status::PassedOn, "WMA", 2));
    assert_eq!(row.due_on, Some(jiff::civil::date(2026, 12, 14)), "the 13th is a Sunday");
}

async fn a_search_finds_words_whatever_their_case_and_accents(place: &Place) {
    let centre = place.centre().await;
    let officer = officer(&centre).await;
    let (mut desk, id) = registered(&centre).await;
    desk.register("Lalimier lari pa marse, 100% nwar.");
    desk.sync(&centre).await;
    let reference = desk.complaints[&id].register.reference.to_string();
    for words in ["ZEPHIR dilo", "depi mahebourg", reference.as_str(), "trwa"] {
        let filter = QueueFilter { words: Some(words.to_owned()), ..group(Group::All) };
        let found = list(&centre, &officer, filter).await.rows;
        assert!(found.iter().any(|row| row.id == id), "{words}");
    }
    for (words, total) in
        [("dilo lalimier", 0), ("100%", 1), ("%", 2), ("_", 2), ("", 2), ("'; DROP TABLE", 0)]
    {
        let filter = QueueFilter { words: Some(words.to_owned()), ..group(Group::All) };
        assert_eq!(list(&centre, &officer, filter).await.total, total, "{words}");
    }
}
