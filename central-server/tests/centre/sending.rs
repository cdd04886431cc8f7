//! Notices on their way out: each leaves once, also with two senders; what fails for now is tried again, and what never
//! works is given up and told to administrators.

use central_server::{
    Centre, Mailer, Notice, NoticeChannel, NoticeKind, Outward, Role, SmsGateway, Swept, Ways, WebhookSecret,
    signature,
};
use locales::Language;

use crate::engine::{Place, officer, somebody};
use crate::on_both_engines;
use crate::post::{MailServer, Mood, WebServer};

on_both_engines!(
    a_notice_is_queued_once_and_leaves_once,
    what_fails_for_now_is_tried_again_later,
    what_never_works_is_given_up_and_told_without_a_name,
    a_mail_server_that_is_away_loses_nothing,
    two_senders_at_once_send_once,
    a_sender_that_died_before_it_could_mark_sends_again_under_the_same_id,
    what_waits_too_long_is_given_up,
    an_administrator_has_it_tried_at_once_or_gives_it_up,
    an_sms_is_handed_to_the_gateway_as_its_file_says,
    an_event_is_signed_and_tried_until_it_arrives,
    a_subscription_leads_into_no_private_network,
);

/// Only e-mail.
pub(crate) fn by_mail(server: &MailServer) -> Ways {
    ways(Some(server), None, false)
}

pub(crate) fn ways(mail: Option<&MailServer>, sms: Option<SmsGateway>, private: bool) -> Ways {
    let mailer = |server: &MailServer| {
        Mailer::new(&server.url(), "Citizen Support <no-reply@csu.example.mu>").unwrap()
    };
    Ways { mail: mail.map(mailer), sms, webhooks: Outward::new(private).unwrap(), give_up_after_days: 3 }
}

fn code(to: &str, code: &str) -> Notice {
    let kind = NoticeKind::ConfirmationCode { code: code.to_owned(), minutes: 15 };
    let channel = if to.starts_with('+') { NoticeChannel::Sms } else { NoticeChannel::Email };
    Notice { channel, to: to.to_owned(), language: Language::Fr, kind, about: None }
}

async fn queue(centre: &Centre, notices: &[Notice]) {
    for notice in notices {
        assert!(centre.queue_notice_alone(notice).await.unwrap());
    }
}

fn swept(sent: u32, put_off: u32, given_up: u32) -> Swept {
    Swept { sent, put_off, given_up }
}

async fn a_notice_is_queued_once_and_leaves_once(place: &Place) {
    let (centre, server) = (place.centre().await, MailServer::start().await);
    let notice = code("marie@example.mu", "482913");
    queue(&centre, std::slice::from_ref(&notice)).await;
    assert!(!centre.queue_notice_alone(&notice).await.unwrap());
    assert_eq!(centre.send_notices(&by_mail(&server)).await.unwrap(), swept(1, 0, 0));
    assert_eq!(centre.send_notices(&by_mail(&server)).await.unwrap(), swept(0, 0, 0));
    assert!(!centre.queue_notice_alone(&notice).await.unwrap(), "it is known after it has left, too");
    let taken = server.taken();
    assert_eq!(taken.len(), 1);
    let mail = &taken[0];
    assert!(mail.starts_with("RCPT TO:<marie@example.mu>"), "{mail}");
    for header in [
        "From: \"Citizen Support\" <no-reply@csu.example.mu>",
        "To: marie@example.mu",
        "Subject: Votre code de confirmation",
        "Auto-Submitted: auto-generated",
        "Content-Language: fr",
        "Date: Tue, 24 Nov 2026 06:52:00 +0000",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Type: text/html; charset=utf-8",
    ] {
        assert!(mail.lines().any(|line| line.trim_end() == header), "{header}\n{mail}");
    }
    assert!(mail.contains("@csu.example.mu>") && mail.contains("482913"), "{mail}");
}

async fn what_fails_for_now_is_tried_again_later(place: &Place) {
    let (centre, server) = (place.centre().await, MailServer::start().await);
    queue(&centre, &[code("marie@example.mu", "1")]).await;
    server.will(&[Mood::Says(451), Mood::Cuts]);
    let ways = by_mail(&server);
    assert_eq!(centre.send_notices(&ways).await.unwrap(), swept(0, 1, 0));
    assert_eq!(centre.send_notices(&ways).await.unwrap(), swept(0, 0, 0), "not at once");
    let stuck = centre.stuck_notices().await.unwrap();
    assert_eq!((stuck.len(), stuck[0].is_given_up, stuck[0].tries), (1, false, 1));
    assert!(stuck[0].trouble.contains("451"), "{}", stuck[0].trouble);
    place.let_minutes_pass(2);
    assert_eq!(centre.send_notices(&ways).await.unwrap(), swept(0, 1, 0), "the line was cut");
    place.let_minutes_pass(3);
    assert_eq!(centre.send_notices(&ways).await.unwrap(), swept(1, 0, 0));
    assert!(centre.stuck_notices().await.unwrap().is_empty());
    let ids: Vec<String> = server.taken().iter().map(|mail| message_id(mail)).collect();
    assert!(ids.len() == 3 && ids.iter().all(|id| *id == ids[0]), "{ids:?}");
}

fn message_id(mail: &str) -> String {
    mail.lines().find(|line| line.starts_with("Message-ID:")).unwrap().to_owned()
}

async fn what_never_works_is_given_up_and_told_without_a_name(place: &Place) {
    let (centre, server) = (place.centre().await, MailServer::start().await);
    queue(&centre, &[code("nobody@example.mu", "1"), code("not an address", "2")]).await;
    server.will(&[Mood::Says(550)]);
    assert_eq!(centre.send_notices(&by_mail(&server)).await.unwrap(), swept(0, 0, 2));
    let stuck = centre.stuck_notices().await.unwrap();
    assert!(stuck.len() == 2 && stuck.iter().all(|stuck| stuck.is_given_up));
    let told = format!("{stuck:?}");
    assert!(told.contains("550") && !told.contains("nobody@") && !told.contains("somebody@"), "{told}");
    assert_eq!(server.taken().len(), 1, "the other one was no address");
}

async fn a_mail_server_that_is_away_loses_nothing(place: &Place) {
    let (centre, server) = (place.centre().await, MailServer::start().await);
    let away = Ways { mail: Mailer::new("smtp://127.0.0.1:1", "a@example.mu").ok(), ..by_mail(&server) };
    queue(&centre, &[code("marie@example.mu", "1")]).await;
    assert_eq!(centre.send_notices(&away).await.unwrap(), swept(0, 1, 0));
    place.let_minutes_pass(2);
    assert_eq!(centre.send_notices(&by_mail(&server)).await.unwrap(), swept(1, 0, 0));
}

async fn two_senders_at_once_send_once(place: &Place) {
    let server = MailServer::start().await;
    let (one, other) = (place.centre().await, place.centre().await);
    let notices: Vec<Notice> = (0..40).map(|at| code(&format!("c{at}@example.mu"), "1")).collect();
    queue(&one, &notices).await;
    let (ways, others) = (by_mail(&server), by_mail(&server));
    let (a, b) = tokio::join!(one.send_notices(&ways), other.send_notices(&others));
    assert_eq!(a.unwrap().sent + b.unwrap().sent, 40);
    let mut to: Vec<String> =
        server.taken().iter().map(|mail| mail.lines().next().unwrap().to_owned()).collect();
    to.sort_unstable();
    to.dedup();
    assert_eq!((to.len(), server.taken().len()), (40, 40));
}

async fn a_sender_that_died_before_it_could_mark_sends_again_under_the_same_id(place: &Place) {
    let (centre, server) = (place.centre().await, MailServer::start().await);
    queue(&centre, &[code("marie@example.mu", "1")]).await;
    server.will(&[Mood::Hangs]);
    let ways = by_mail(&server);
    // The server has the whole message, and the sender is gone before it hears so.
    tokio::select! {
        _ = centre.send_notices(&ways) => panic!("the server never answered"),
        () = server.came() => {}
    }
    let ways = by_mail(&server);
    assert_eq!(centre.send_notices(&ways).await.unwrap(), swept(0, 0, 0), "it is still claimed");
    place.let_minutes_pass(11);
    assert_eq!(centre.send_notices(&ways).await.unwrap(), swept(1, 0, 0));
    let taken = server.taken();
    assert_eq!(taken.len(), 2);
    assert_eq!(message_id(&taken[0]), message_id(&taken[1]));
}

async fn what_waits_too_long_is_given_up(place: &Place) {
    let centre = place.centre().await;
    queue(&centre, &[code("+23057000265", "1")]).await;
    let no_gateway = ways(None, None, false);
    assert_eq!(centre.send_notices(&no_gateway).await.unwrap(), swept(0, 0, 0));
    place.let_minutes_pass(3 * 24 * 60 + 1);
    assert_eq!(centre.send_notices(&no_gateway).await.unwrap(), swept(0, 0, 1));
    assert_eq!(centre.stuck_notices().await.unwrap()[0].trouble, "nothing was set up to send it with");
}

async fn an_sms_is_handed_to_the_gateway_as_its_file_says(place: &Place) {
    let (centre, server) = (place.centre().await, WebServer::start().await);
    let file = format!(
        "url = \"{}/send?key={{id}}\"\nbody = '{{\"to\":\"{{to}}\",\"text\":\"{{text}}\"}}'\n\
         [headers]\nAuthorization = \"Bearer geheim\"\n",
        server.url()
    );
    let ways = ways(None, SmsGateway::read(&file).ok(), false);
    queue(&centre, &[code("+23057000265", "482913"), code("+23057000266", "2"), code("+23057000267", "3")])
        .await;
    server.will(&[Mood::Says(202), Mood::Says(400), Mood::Says(500)]);
    assert_eq!(centre.send_notices(&ways).await.unwrap(), swept(1, 1, 1));
    place.let_minutes_pass(2);
    assert_eq!(centre.send_notices(&ways).await.unwrap(), swept(1, 0, 0));
    let first = server.taken().into_iter().find(|request| request.contains("+23057000265")).unwrap();
    let (head, body) = first.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("POST /send?key=") && head.contains("authorization: Bearer geheim"), "{head}");
    let body: serde_json::Value = serde_json::from_str(body).unwrap();
    assert_eq!(
        body["text"],
        "Portail de soutien aux citoyens : votre code est 482913. Ne le donnez à personne."
    );
}

async fn an_event_is_signed_and_tried_until_it_arrives(place: &Place) {
    let (centre, server) = (place.centre().await, WebServer::start().await);
    let ways = ways(None, None, true);
    let added = centre.add_webhook(None, &format!("{}/hook", server.url()), &ways.webhooks).await.unwrap();
    centre.test_webhook(added.id).await.unwrap();
    server.will(&[Mood::Says(503), Mood::Cuts, Mood::Says(404)]);
    for minutes in [2, 3, 6] {
        assert_eq!(centre.send_notices(&ways).await.unwrap(), swept(0, 1, 0));
        place.let_minutes_pass(minutes);
    }
    assert_eq!(centre.send_notices(&ways).await.unwrap(), swept(1, 0, 0));
    let last = server.taken().pop().unwrap();
    let (head, body) = last.split_once("\r\n\r\n").unwrap();
    let header = |name: &str| {
        let found = head.lines().find_map(|line| line.strip_prefix(&format!("{name}: ")));
        found.unwrap_or_else(|| panic!("{name} in {head}")).to_owned()
    };
    assert_eq!(header("guichet-event"), "test");
    let signed = header("guichet-signature");
    let unix_s: i64 = signed.strip_prefix("t=").unwrap().split(',').next().unwrap().parse().unwrap();
    assert_eq!(unix_s, 1_795_503_120 + 11 * 60);
    assert_eq!(signed, signature(&added.secret, unix_s, body));
    assert_ne!(signed, signature(&WebhookSecret::from_bytes([0; 32]), unix_s, body));
    let body: serde_json::Value = serde_json::from_str(body).unwrap();
    assert_eq!((&body["event"], &body["at"]), (&"test".into(), &"2026-11-24T10:52:00+04:00".into()));

    centre.test_webhook(added.id).await.unwrap();
    centre.remove_webhook(added.id).await.unwrap();
    assert_eq!(centre.send_notices(&ways).await.unwrap(), swept(0, 0, 1), "nobody listens any more");
    assert_eq!(centre.remove_webhook(added.id).await.unwrap_err().code(), "not_found");
}

async fn a_subscription_leads_into_no_private_network(place: &Place) {
    let (centre, server) = (place.centre().await, WebServer::start().await);
    let (open, careful) = (ways(None, None, true), ways(None, None, false));
    let refused = centre.add_webhook(None, "https://10.0.0.7/hook", &careful.webhooks).await.unwrap_err();
    assert_eq!(refused.code(), "invalid");
    let refused =
        centre.add_webhook(Some("NOBODY".to_owned()), "https://example.org/", &careful.webhooks).await;
    assert_eq!(refused.unwrap_err().code(), "invalid");
    // One that was added when that was allowed is asked again each time.
    let added = centre.add_webhook(None, &server.url(), &open.webhooks).await.unwrap();
    centre.test_webhook(added.id).await.unwrap();
    assert_eq!(centre.send_notices(&careful).await.unwrap(), swept(0, 1, 0));
    assert!(server.taken().is_empty());
}

async fn an_administrator_has_it_tried_at_once_or_gives_it_up(place: &Place) {
    let (centre, server) = (place.centre().await, MailServer::start().await);
    let (admin, nobody) = (somebody(&centre, "amina", Role::Admin, None).await, officer(&centre).await);
    server.will(&[Mood::Says(451), Mood::Says(451)]);
    queue(&centre, &[code("marie@example.mu", "482913"), code("jean@example.mu", "110022")]).await;
    assert_eq!(centre.send_notices(&by_mail(&server)).await.unwrap(), swept(0, 2, 0));
    assert_eq!(centre.send_notices(&by_mail(&server)).await.unwrap(), swept(0, 0, 0), "it waits a while");
    let stuck = centre.stuck_notices().await.unwrap();
    assert_eq!(centre.try_notice_now(&nobody, stuck[0].id).await.unwrap_err().code(), "not_allowed");
    assert!(centre.try_notice_now(&admin, stuck[0].id).await.unwrap());
    assert!(centre.give_notice_up(&admin, stuck[1].id).await.unwrap());
    assert!(!centre.give_notice_up(&admin, stuck[1].id).await.unwrap(), "once is enough");
    assert_eq!(centre.send_notices(&by_mail(&server)).await.unwrap(), swept(1, 0, 0));
    assert!(!centre.try_notice_now(&admin, stuck[0].id).await.unwrap(), "it has left");
    let left = centre.stuck_notices().await.unwrap();
    assert!(left.len() == 1 && left[0].is_given_up && left[0].trouble == "given up by Agent amina");
}
