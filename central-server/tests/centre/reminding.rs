//! What happens by itself as days pass: reminders, the way up, an end for want of a document; each once, also with two
//! servers.

use central_server::{Centre, Reminded};
use complaints::profile::Bundle;
use complaints::{Body, Capacity, ChangeStatus, ComplaintId, Status, Verdict, days_since_1970};
use jiff::civil::date;

use crate::engine::{Place, officer};
use crate::notices::{done, registered_by, written_to};
use crate::on_both_engines;
use crate::post::MailServer;
use crate::sending::by_mail;

on_both_engines!(
    those_who_hold_it_are_reminded_once_for_each_day_of_the_profile,
    what_nobody_answers_goes_up_level_by_level_and_each_level_once,
    two_servers_at_once_bring_it_up_once,
    a_citizen_who_owes_a_document_is_reminded_and_then_it_ends_only_if_the_profile_says_so,
    whoever_deals_with_it_in_particular_is_reminded_alone,
    a_first_reply_is_demanded_once,
);

const DAY: i64 = 24 * 60;

/// The profile of Mauritius with other lines for what happens by itself.
fn profile(lines: &str) -> Bundle {
    let mut bundle = central_server::profiles::mauritius();
    let head = bundle.file("profile.toml").to_owned();
    let (before, after) = head.split_once("[escalation]").unwrap();
    let (_, after) = after.split_once("[follow]").unwrap();
    bundle.insert("profile.toml", format!("{before}[escalation]\n{lines}\n[follow]{after}"));
    bundle
}

/// Due on Tuesday 1 December; the centre's clock shows Tuesday 24 November.
async fn registered(centre: &Centre) -> ComplaintId {
    let due = |register: &mut complaints::Register| {
        register.due_on = Some(days_since_1970(date(2026, 12, 1)));
        register.contact_by = vec![complaints::ContactWay::Email];
    };
    registered_by(centre, due).await.1
}

fn to(server: &MailServer) -> Vec<String> {
    let line = |mail: &String| mail.lines().next().unwrap().to_owned();
    server.taken().iter().map(line).collect()
}

async fn levels(centre: &Centre, id: ComplaintId) -> Vec<Option<String>> {
    let complaint = centre.complaint(id).await.unwrap().unwrap();
    let steps = complaint.steps.iter().filter(|step| step.verdict == Verdict::Accepted);
    let to = steps.filter_map(|step| match step.operation()?.body {
        Body::Escalate(escalate) => {
            assert_eq!(step.author.capacity, Some(Capacity::Automatic));
            assert_eq!(escalate.text, "Not answered by 1 December 2026.");
            Some(escalate.to)
        }
        _ => None,
    });
    to.collect()
}

async fn those_who_hold_it_are_reminded_once_for_each_day_of_the_profile(place: &Place) {
    let centre = place.open(profile("remind_days_before = [3, 1]")).await.unwrap();
    let server = MailServer::start().await;
    registered(&centre).await;
    written_to(&centre, "one", Some("CWA"), false).await;
    written_to(&centre, "head", Some("CWA"), true).await;
    let mut came = Vec::new();
    for _day in 0..8 {
        centre.remind().await.unwrap();
        centre.remind().await.unwrap();
        came.push(centre.send_notices(&by_mail(&server)).await.unwrap().sent);
        place.let_minutes_pass(DAY);
    }
    // Tue 24, Wed, Thu (three left), Fri, Sat, Sun, Mon (one left), Tue.
    assert_eq!(came, [0, 0, 1, 0, 0, 0, 1, 0]);
    assert!(to(&server).iter().all(|to| to == "RCPT TO:<head@example.mu>"), "{:?}", to(&server));
    centre.remind().await.unwrap();
    assert_eq!(
        centre.send_notices(&by_mail(&server)).await.unwrap().sent,
        1,
        "overdue on Wednesday 2 December"
    );
    assert!(server.taken()[2].contains("should have been answered by 1 December 2026"));
}

const UP: &str = "levels = [{ after_days = 1, to = \"institution\" }, { after_days = 3, to = \"parent\" },
    { after_days = 5, to = \"unit\" }, { after_days = 8, to = \"PMO\" }]";

async fn what_nobody_answers_goes_up_level_by_level_and_each_level_once(place: &Place) {
    let centre = place.open(profile(UP)).await.unwrap();
    let server = MailServer::start().await;
    let id = registered(&centre).await;
    written_to(&centre, "ene", Some("ENE"), false).await;
    written_to(&centre, "unit", None, false).await;
    let code = |code: &str| Some(code.to_owned());
    assert_eq!(centre.remind().await.unwrap(), Reminded::default());
    place.let_minutes_pass(8 * DAY);
    assert_eq!(centre.remind().await.unwrap(), Reminded { reminded: 1, escalated: 1, ..Reminded::default() });
    assert_eq!(centre.remind().await.unwrap(), Reminded { reminded: 1, ..Reminded::default() });
    assert_eq!(levels(&centre, id).await, [code("CWA")]);
    place.let_minutes_pass(6 * DAY);
    centre.remind().await.unwrap();
    assert_eq!(levels(&centre, id).await, [code("CWA"), code("ENE"), None]);
    place.let_minutes_pass(30 * DAY);
    centre.remind().await.unwrap();
    centre.remind().await.unwrap();
    assert_eq!(levels(&centre, id).await, [code("CWA"), code("ENE"), None, code("PMO")]);
    centre.send_notices(&by_mail(&server)).await.unwrap();
    let mut written = to(&server);
    written.sort_unstable();
    assert_eq!(written, ["RCPT TO:<ene@example.mu>", "RCPT TO:<unit@example.mu>"]);
    assert!(centre.verify().await.unwrap().faults.is_empty());
}

async fn two_servers_at_once_bring_it_up_once(place: &Place) {
    let (one, other) = (place.open(profile(UP)).await.unwrap(), place.open(profile(UP)).await.unwrap());
    let id = registered(&one).await;
    place.let_minutes_pass(14 * DAY);
    let (a, b) = tokio::join!(one.remind(), other.remind());
    assert_eq!(a.unwrap().escalated + b.unwrap().escalated, 3);
    assert_eq!(levels(&one, id).await.len(), 3);
}

async fn a_citizen_who_owes_a_document_is_reminded_and_then_it_ends_only_if_the_profile_says_so(
    place: &Place,
) {
    let reminds = "document_remind_after_days = 5";
    let centre = place.open(profile(reminds)).await.unwrap();
    let server = MailServer::start().await;
    let id = registered(&centre).await;
    let waiting = ChangeStatus { from: Status::Received, to: Status::WaitingDocuments, text: None };
    done(&centre, &officer(&centre).await, id, Body::ChangeStatus(waiting)).await;
    assert_eq!(centre.send_notices(&by_mail(&server)).await.unwrap().sent, 1);
    for _day in 0..30 {
        place.let_minutes_pass(DAY);
        centre.remind().await.unwrap();
    }
    assert_eq!(centre.send_notices(&by_mail(&server)).await.unwrap().sent, 1, "one reminder and no end");
    assert!(server.taken()[1].contains("has not arrived yet"));
    let status = |centre: Centre| async move { centre.complaint(id).await.unwrap().unwrap().status };
    drop(centre);
    let closes = format!("{reminds}\nclose_without_document_after_days = 20");
    let centre = place.open(profile(&closes)).await.unwrap();
    assert_eq!(centre.remind().await.unwrap().closed, 1);
    assert_eq!(centre.remind().await.unwrap().closed, 0);
    assert_eq!(centre.send_notices(&by_mail(&server)).await.unwrap().sent, 1);
    assert!(server.taken()[2].contains("because the document that we asked for has not"));
    assert_eq!(status(centre).await, Status::Closed);
}

async fn whoever_deals_with_it_in_particular_is_reminded_alone(place: &Place) {
    let centre = place.open(profile("remind_days_before = [10]")).await.unwrap();
    let server = MailServer::start().await;
    let one = written_to(&centre, "one", Some("CWA"), false).await;
    written_to(&centre, "head", Some("CWA"), true).await;
    let mut hex = one.id.to_string();
    let agent = std::array::from_fn(|_| {
        let rest = hex.split_off(2);
        u8::from_str_radix(&std::mem::replace(&mut hex, rest), 16).unwrap()
    });
    let due = |register: &mut complaints::Register| {
        register.due_on = Some(days_since_1970(date(2026, 12, 1)));
        register.contact_by.clear();
    };
    let (mut desk, id) = registered_by(&centre, due).await;
    let to_one = complaints::Assign { to: Some(complaints::Assignee { agent, name: one.name.clone() }) };
    desk.act(Some(id), Body::Assign(to_one));
    desk.sync(&centre).await;
    assert_eq!(centre.send_notices(&by_mail(&server)).await.unwrap().sent, 1, "it was assigned");
    centre.remind().await.unwrap();
    assert_eq!(centre.send_notices(&by_mail(&server)).await.unwrap().sent, 1);
    assert!(to(&server).iter().all(|to| to == "RCPT TO:<one@example.mu>"), "{:?}", to(&server));
}

async fn a_first_reply_is_demanded_once(place: &Place) {
    let centre = place.open(profile("interim_after_days = 3")).await.unwrap();
    let server = MailServer::start().await;
    registered(&centre).await;
    written_to(&centre, "head", Some("CWA"), true).await;
    let mut came = Vec::new();
    for _day in 0..6 {
        centre.remind().await.unwrap();
        came.push(centre.send_notices(&by_mail(&server)).await.unwrap().sent);
        place.let_minutes_pass(DAY);
    }
    assert_eq!(came, [0, 0, 0, 1, 0, 0], "on the third working day after the registration");
}
