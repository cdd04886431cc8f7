//! Who is told of what, by e-mail: citizens who agreed to it, agents whom it concerns, systems of institutions. And what
//! the story says of it.

use central_server::{Agent, AgentAddress, Centre, DeedOutcome, Filing, NewAgent, Outward, Role};
use complaints::{
    Answer, Author, Body, Capacity, ChangeStatus, Channel, Citizen, Complaint, ComplaintId, ContactWay,
    Discretion, HandOver, Kind, Note, Reach, RequestDocument, Retract, Route, Status, Verdict,
};
use locales::Language;

use crate::desk::Desk;
use crate::engine::{Place, agent_of, office, officer};
use crate::on_both_engines;
use crate::post::{MailServer, Mood, WebServer};
use crate::sending::{by_mail, ways};

on_both_engines!(
    a_citizen_who_agreed_is_told_and_the_office_need_not_tell_again,
    a_citizen_who_agreed_to_nothing_in_writing_is_left_to_the_office,
    what_never_arrived_is_left_to_the_office,
    a_request_and_the_waiting_for_it_are_one_notice,
    an_answer_that_is_taken_back_before_it_left_is_not_sent,
    whoever_files_on_the_portal_gets_an_acknowledgement,
    nobody_is_told_who_gave_no_name,
    agents_are_written_to_and_no_citizen_is_named,
    what_is_seen_by_few_names_no_category_in_a_mailbox,
    a_handed_over_complaint_is_told_once_and_by_the_name_of_the_office,
    systems_hear_of_what_their_institution_holds_and_of_no_citizen,
);

/// Registers at the counter for somebody who wants e-mail.
pub(crate) async fn registered_by(
    centre: &Centre,
    change: impl FnOnce(&mut complaints::Register),
) -> (Desk, ComplaintId) {
    let mut desk = Desk::enrol(centre, office(12), 1).await;
    let mut register = desk.next_registration("Pena dilo depi trwa zour.");
    register.language = "en".to_owned();
    register.citizen.email = Some("marie@example.mu".to_owned());
    register.contact_by = vec![ContactWay::Phone, ContactWay::Email];
    change(&mut register);
    let id = register.seed.complaint_id();
    desk.act(Some(id), Body::Register(Box::new(register)));
    desk.sync(centre).await;
    (desk, id)
}

pub(crate) async fn done(centre: &Centre, agent: &Agent, id: ComplaintId, body: Body) -> Complaint {
    match centre.deed(agent, id, None, body).await.unwrap() {
        DeedOutcome::Done(complaint) => complaint,
        other => panic!("{other:?}"),
    }
}

fn answer(definitive: bool) -> Body {
    Body::Answer(Answer { text: "The pipe is mended on Friday.".to_owned(), definitive })
}

fn route(to: &str) -> Body {
    Body::Route(Route { to: to.to_owned(), text: None })
}

fn change(from: Status, to: Status) -> Body {
    Body::ChangeStatus(ChangeStatus { from, to, text: None })
}

/// The subjects of all that came, in order.
fn subjects(server: &MailServer) -> Vec<String> {
    let subject = |mail: &String| {
        let line = mail.lines().find(|line| line.starts_with("Subject: ")).unwrap();
        line.trim_start_matches("Subject: ").trim_end().to_owned()
    };
    server.taken().iter().map(subject).collect()
}

async fn a_citizen_who_agreed_is_told_and_the_office_need_not_tell_again(place: &Place) {
    let (centre, server) = (place.centre().await, MailServer::start().await);
    let (mut desk, id) = registered_by(&centre, |_| {}).await;
    let (officer, agent) = (officer(&centre).await, agent_of(&centre, "WMA").await);
    done(&centre, &officer, id, route("WMA")).await;
    done(&centre, &agent, id, answer(false)).await;
    let answered = done(&centre, &agent, id, answer(true)).await;
    assert_eq!(answered.to_tell().unwrap().steps.len(), 2);
    assert_eq!(centre.send_notices(&by_mail(&server)).await.unwrap().sent, 3);
    let mut told = subjects(&server);
    told.sort_unstable();
    let reference = answered.register.reference;
    let expected = ["a first reply", "an answer", "passed on"];
    assert_eq!(told, expected.map(|what| format!("Reference {reference}: {what}")));
    let all = server.taken().concat();
    assert!(all.contains("Wastewater Management"), "who deals with it now");
    for secret in ["mended", "dilo", "Marie", "phir", "water-none", "No water"] {
        assert!(!all.contains(secret), "{secret} stands in a mail");
    }

    // The story says so, in the centre's own name, and the desk has nobody to tell any more.
    desk.sync_all(&centre).await;
    let complaint = &desk.complaints[&id];
    assert_eq!(complaint.to_tell(), None);
    let tells: Vec<_> = complaint
        .steps
        .iter()
        .filter(|step| step.verdict == Verdict::Accepted)
        .filter_map(|step| match step.operation()?.body {
            Body::Tell(tell) => Some((step.author.capacity, tell.way, tell.reach, tell.steps.len())),
            _ => None,
        })
        .collect();
    let by_mail_alone = (Some(Capacity::Automatic), ContactWay::Email, Reach::Reached, 1);
    assert_eq!(tells, [by_mail_alone, by_mail_alone]);
    assert_eq!(centre.send_notices(&by_mail(&server)).await.unwrap().sent, 0, "telling is no news itself");
    assert!(centre.verify().await.unwrap().faults.is_empty());
}

async fn a_citizen_who_agreed_to_nothing_in_writing_is_left_to_the_office(place: &Place) {
    let (centre, server) = (place.centre().await, MailServer::start().await);
    let (_, id) = registered_by(&centre, |register| register.contact_by = vec![ContactWay::Phone]).await;
    let answered = done(&centre, &officer(&centre).await, id, answer(true)).await;
    assert_eq!(centre.send_notices(&by_mail(&server)).await.unwrap().sent, 0);
    let now = centre.complaint(id).await.unwrap().unwrap();
    assert_eq!(now.to_tell(), answered.to_tell());
    assert!(now.to_tell().is_some());
}

async fn what_never_arrived_is_left_to_the_office(place: &Place) {
    let (centre, server) = (place.centre().await, MailServer::start().await);
    let (_, id) = registered_by(&centre, |_| {}).await;
    done(&centre, &officer(&centre).await, id, answer(true)).await;
    server.will(&[Mood::Says(550)]);
    assert_eq!(centre.send_notices(&by_mail(&server)).await.unwrap().given_up, 1);
    let complaint = centre.complaint(id).await.unwrap().unwrap();
    assert!(complaint.to_tell().is_some());
    let stuck = centre.stuck_notices().await.unwrap();
    assert_eq!(stuck[0].reference, Some(complaint.register.reference.to_string()));
}

async fn a_request_and_the_waiting_for_it_are_one_notice(place: &Place) {
    let (centre, server) = (place.centre().await, MailServer::start().await);
    let (_, id) = registered_by(&centre, |_| {}).await;
    let officer = officer(&centre).await;
    let request = RequestDocument { what: "Title deed".to_owned(), until: None };
    done(&centre, &officer, id, Body::RequestDocument(request)).await;
    done(&centre, &officer, id, change(Status::Received, Status::WaitingDocuments)).await;
    assert_eq!(centre.send_notices(&by_mail(&server)).await.unwrap().sent, 1);
    assert!(subjects(&server)[0].ends_with("a document is needed"));
    assert_eq!(centre.complaint(id).await.unwrap().unwrap().to_tell(), None);
}

async fn an_answer_that_is_taken_back_before_it_left_is_not_sent(place: &Place) {
    let (centre, server) = (place.centre().await, MailServer::start().await);
    let (mut desk, id) = registered_by(&centre, |_| {}).await;
    desk.act(Some(id), Body::Note(Note { text: "Come on Monday.".to_owned(), for_citizen: true }));
    desk.sync(&centre).await;
    let step = desk.complaints[&id].steps[1].mark().unwrap();
    desk.act(Some(id), Body::Retract(Retract { step }));
    desk.sync(&centre).await;
    assert_eq!(centre.send_notices(&by_mail(&server)).await.unwrap().sent, 0);
}

fn filing(discretion: Option<Discretion>) -> Filing {
    Filing {
        channel: Channel::Portal,
        office: None,
        kind: Kind::Complaint,
        category: "refuse-dumping".to_owned(),
        institution: None,
        subject: String::new(),
        text: "Rubbish is burnt beside the school.".to_owned(),
        place: None,
        language: "en".to_owned(),
        citizen: Citizen { email: Some("marie@example.mu".to_owned()), ..Citizen::default() },
        contact_by: vec![ContactWay::Email],
        notice_language: Some("en".to_owned()),
        representative: None,
        discretion,
        point: None,
        recorded_at: None,
    }
}

fn citizen() -> Author {
    Author { name: "Marie".to_owned(), clerk: None, institution: None, capacity: Some(Capacity::Citizen) }
}

async fn whoever_files_on_the_portal_gets_an_acknowledgement(place: &Place) {
    let (centre, server) = (place.centre().await, MailServer::start().await);
    let filed = centre.file(&filing(None), &citizen()).await.unwrap();
    assert_eq!(centre.send_notices(&by_mail(&server)).await.unwrap().sent, 1);
    let mail = server.taken().remove(0);
    assert!(mail.contains(&filed.register.reference.to_string()), "{mail}");
    assert!(mail.contains(&filed.access_code().to_string()), "{mail}");
    assert!(!mail.contains("Rubbish") && !mail.contains("school"), "{mail}");
    let (_, at_the_counter) = registered_by(&centre, |_| {}).await;
    assert!(centre.complaint(at_the_counter).await.unwrap().is_some());
    assert_eq!(centre.send_notices(&by_mail(&server)).await.unwrap().sent, 0, "a receipt says it there");
}

async fn nobody_is_told_who_gave_no_name(place: &Place) {
    let (centre, server) = (place.centre().await, MailServer::start().await);
    let filed = centre.file(&filing(Some(Discretion::Anonymous)), &citizen()).await.unwrap();
    done(&centre, &officer(&centre).await, filed.id, answer(true)).await;
    assert_eq!(centre.send_notices(&by_mail(&server)).await.unwrap().sent, 0);
}

/// An agent of an institution who is written to.
pub(crate) async fn written_to(
    centre: &Centre,
    login: &str,
    institution: Option<&str>,
    is_head: bool,
) -> Agent {
    let role = if institution.is_some() { Role::Agent } else { Role::Csu };
    let new = NewAgent {
        name: format!("Agent {login}"),
        login: login.to_owned(),
        role,
        institution: institution.map(str::to_owned),
        office: None,
    };
    centre.add_agent(new, None).await.unwrap();
    let agent = centre.agent(login).await.unwrap();
    let email = format!("{login}@example.mu");
    let address = AgentAddress { email, language: Language::En, is_head };
    centre.set_agent_address(&agent, Some(address)).await.unwrap();
    agent
}

async fn agents_are_written_to_and_no_citizen_is_named(place: &Place) {
    let (centre, server) = (place.centre().await, MailServer::start().await);
    let (_, id) = registered_by(&centre, |register| register.contact_by.clear()).await;
    let one = written_to(&centre, "one.wma", Some("WMA"), false).await;
    let other = written_to(&centre, "other.wma", Some("WMA"), true).await;
    let away = written_to(&centre, "cwa", Some("CWA"), true).await;
    centre.set_agent_address(&other, None).await.unwrap();
    assert!(centre.agent_address(&away).await.unwrap().is_some());
    let wrong = AgentAddress { email: "no address".to_owned(), language: Language::En, is_head: false };
    assert_eq!(centre.set_agent_address(&one, Some(wrong)).await.unwrap_err().code(), "invalid");
    done(&centre, &officer(&centre).await, id, route("WMA")).await;
    assert_eq!(centre.send_notices(&by_mail(&server)).await.unwrap().sent, 1);
    let mail = server.taken().remove(0);
    assert!(mail.starts_with("RCPT TO:<one.wma@example.mu>"), "{mail}");
    assert!(
        mail.contains("No water or low pressure") && mail.contains("https://csu.govmu.org/agents"),
        "{mail}"
    );
    assert!(!mail.contains("Marie") && !mail.contains("dilo"), "{mail}");
}

async fn what_is_seen_by_few_names_no_category_in_a_mailbox(place: &Place) {
    let (centre, server) = (place.centre().await, MailServer::start().await);
    let few = |register: &mut complaints::Register| register.category = "family-violence".to_owned();
    let (_, id) = registered_by(&centre, few).await;
    written_to(&centre, "mpf", Some("MPF"), false).await;
    done(&centre, &officer(&centre).await, id, route("MPF")).await;
    assert_eq!(centre.send_notices(&by_mail(&server)).await.unwrap().sent, 2);
    let all = server.taken().concat();
    assert!(all.contains("(in confidence)") && !all.to_lowercase().contains("violence"), "{all}");
}

async fn a_handed_over_complaint_is_told_once_and_by_the_name_of_the_office(place: &Place) {
    let (centre, server) = (place.centre().await, MailServer::start().await);
    let (mut desk, id) = registered_by(&centre, |_| {}).await;
    desk.act(Some(id), Body::HandOver(HandOver { to: office(36), text: None }));
    desk.sync(&centre).await;
    assert_eq!(centre.send_notices(&by_mail(&server)).await.unwrap().sent, 1);
    let mail = server.taken().remove(0);
    assert!(mail.contains("CAB 36, Rodrigues"), "{mail}");
    done(&centre, &officer(&centre).await, id, answer(true)).await;
    assert_eq!(centre.send_notices(&by_mail(&server)).await.unwrap().sent, 1);
    assert_eq!(
        centre.complaint(id).await.unwrap().unwrap().to_tell(),
        None,
        "the other office’s story says so"
    );
    assert!(centre.verify().await.unwrap().faults.is_empty());
}

async fn systems_hear_of_what_their_institution_holds_and_of_no_citizen(place: &Place) {
    let (centre, server) = (place.centre().await, WebServer::start().await);
    let ways = ways(None, None, true);
    let outward = Outward::new(true).unwrap();
    centre.add_webhook(Some("WMA".to_owned()), &server.url(), &outward).await.unwrap();
    let (_, id) = registered_by(&centre, |_| {}).await;
    let officer = officer(&centre).await;
    done(&centre, &officer, id, route("WMA")).await;
    done(&centre, &officer, id, answer(false)).await;
    done(&centre, &officer, id, answer(true)).await;
    done(&centre, &officer, id, change(Status::Answered, Status::Closed)).await;
    assert_eq!(centre.send_notices(&ways).await.unwrap().sent, 3);
    let bodies: Vec<serde_json::Value> = server
        .taken()
        .iter()
        .map(|request| serde_json::from_str(request.split_once("\r\n\r\n").unwrap().1).unwrap())
        .collect();
    let mut events: Vec<&str> = bodies.iter().map(|body| body["event"].as_str().unwrap()).collect();
    events.sort_unstable();
    assert_eq!(events, ["answered", "closed", "passed_on"]);
    let complaint = &bodies[0]["complaint"];
    assert_eq!((&complaint["institution"], &complaint["category"]), (&"WMA".into(), &"water-none".into()));
    assert_eq!((&complaint["id"], &complaint["office"]), (&id.to_string().into(), &"12".into()));
    let all = server.taken().concat();
    for secret in ["Marie", "phir", "dilo", "mended", "marie@"] {
        assert!(!all.contains(secret), "{secret} stands in an event");
    }
}
