//! Two citizens bring one matter: what each of them is told, and that neither learns anything of the other.

use std::sync::Arc;

use central_server::{Agent, Centre, DeedOutcome, Filing, Putting};
use complaints::{
    Answer, Author, Body, Capacity, Channel, Citizen, Complaint, ComplaintId, ContactWay, Kind, Reach,
    RequestDocument, Retract, Status, Triage, Verdict, Withdraw,
};

use crate::engine::{Place, agent_of, officer};
use crate::notices::done;
use crate::on_both_engines;
use crate::open311::Program;
use crate::post::MailServer;
use crate::sending::by_mail;

on_both_engines!(
    whoever_comes_to_a_matter_that_was_answered_is_given_the_answer_and_told_of_both,
    what_names_one_citizen_does_not_reach_the_others,
    what_few_may_see_reaches_others_in_other_words_only,
    one_person_who_brought_a_matter_twice_gets_every_word,
    what_is_taken_back_from_one_is_taken_back_from_the_others,
    whoever_is_left_alone_by_a_withdrawal_stands_in_the_queue_again,
);

async fn filed(centre: &Centre, surname: &str, phone: &str) -> Complaint {
    let filing = Filing {
        channel: Channel::Portal,
        office: None,
        kind: Kind::Complaint,
        category: "water-leak".to_owned(),
        institution: None,
        subject: String::new(),
        text: "The pipe leaks.".to_owned(),
        place: Some("Lari Pasteur".to_owned()),
        language: "en".to_owned(),
        citizen: Citizen {
            surname: Some(surname.to_owned()),
            phone: Some(phone.to_owned()),
            email: Some(format!("{}@example.mu", surname.to_lowercase())),
            ..Citizen::default()
        },
        contact_by: vec![ContactWay::Email],
        notice_language: None,
        representative: None,
        discretion: None,
        point: None,
        recorded_at: None,
    };
    let author = Author {
        name: surname.to_owned(),
        clerk: None,
        institution: None,
        capacity: Some(Capacity::Citizen),
    };
    centre.file(&filing, &author).await.unwrap()
}

/// Two people with one leak, the older one first.
async fn two(place: &Place, centre: &Centre) -> [Complaint; 2] {
    let older = filed(centre, "Bhujun", "+23057123456").await;
    place.let_minutes_pass(5);
    [older, filed(centre, "Zephir", "+23057999999").await]
}

async fn now(centre: &Centre, id: ComplaintId) -> Complaint {
    centre.complaint(id).await.unwrap().unwrap()
}

async fn together(centre: &Centre, unit: &Agent, [older, younger]: [ComplaintId; 2]) -> DeedOutcome {
    let seen = now(centre, younger).await.version;
    centre.put(unit, (younger, seen), older, Putting::Together).await.unwrap()
}

fn answer(text: &str) -> Body {
    Body::Answer(Answer { text: text.to_owned(), definitive: true })
}

fn answers(complaint: &Complaint) -> Vec<String> {
    let bodies = complaint.steps.iter().filter_map(|step| Some(step.operation()?.body));
    bodies
        .filter_map(|body| match body {
            Body::Answer(answer) => Some(answer.text),
            Body::RequestDocument(asked) => Some(asked.what),
            _ => None,
        })
        .collect()
}

/// The answers that were not taken back.
fn standing(complaint: &Complaint) -> Vec<String> {
    let mut standing = complaint.clone();
    standing.steps.retain(|step| step.verdict == Verdict::Accepted);
    answers(&standing)
}

async fn whoever_comes_to_a_matter_that_was_answered_is_given_the_answer_and_told_of_both(place: &Place) {
    let (centre, server) = (Arc::new(place.centre().await), MailServer::start().await);
    let (unit, agent) = (officer(&centre).await, agent_of(&centre, "CWA").await);
    let [older, younger] = two(place, &centre).await;
    done(&centre, &agent, older.id, answer("We mend it on Friday.")).await;
    let outcome = together(&centre, &unit, [older.id, younger.id]).await;
    assert!(matches!(outcome, DeedOutcome::Done(_)), "{outcome:?}");
    let follower = now(&centre, younger.id).await;
    assert_eq!(
        (follower.status, answers(&follower)),
        (Status::Answered, vec!["We mend it on Friday.".to_owned()])
    );
    let answered = &follower.steps.last().unwrap().author;
    assert_eq!((answered.name.as_str(), answered.institution.as_deref()), ("Agent agent.cwa", Some("CWA")));
    assert_eq!(follower.to_tell().unwrap().steps.len(), 2, "that they are one matter, and the answer");

    centre.send_notices(&by_mail(&server)).await.unwrap();
    let letters: Vec<String> =
        server.taken().into_iter().filter(|mail| mail.contains("zephir@example.mu")).collect();
    let text = letters.concat();
    assert!(text.contains("dealt with together with another"), "{text}");
    assert!(!text.contains("Bhujun") && !text.contains(&older.register.reference.to_string()), "{text}");
    let told = now(&centre, younger.id).await;
    assert!(told.to_tell().is_none(), "what was sent need not be told by an office");
    let tells = told.steps.iter().filter_map(|step| Some(step.operation()?.body));
    assert!(tells.into_iter().any(|body| matches!(body, Body::Tell(tell) if tell.reach == Reach::Reached)));
    // The public learns that there is another one, and not which.
    let reference = younger.register.reference;
    let public = Program::of(&centre).get(&format!("/v2/requests/{reference}.json")).await.json();
    let notes = public[0]["status_notes"].as_str().unwrap();
    assert!(notes.contains("together") && !notes.contains(&older.register.reference.to_string()), "{notes}");
    assert_eq!(centre.verify().await.unwrap().faults, []);
}

async fn what_names_one_citizen_does_not_reach_the_others(place: &Place) {
    let centre = place.centre().await;
    let (unit, agent) = (officer(&centre).await, agent_of(&centre, "CWA").await);
    let [older, younger] = two(place, &centre).await;
    together(&centre, &unit, [older.id, younger.id]).await;
    let before = [now(&centre, older.id).await, now(&centre, younger.id).await];
    for text in [
        "Dear Mr BHUJUN, we mend it on Friday.",
        "We called 5712 3456 in vain.",
        "We wrote to bhujun@example.mu.",
    ] {
        for body in
            [answer(text), Body::RequestDocument(RequestDocument { what: text.to_owned(), until: None })]
        {
            let outcome = centre.deed(&agent, older.id, None, body).await.unwrap();
            assert_eq!(outcome, DeedOutcome::ForOneAlone, "{text}");
        }
    }
    assert_eq!([now(&centre, older.id).await, now(&centre, younger.id).await], before, "nothing was written");
    let own = answer("Dear Mr Bhujun, we mend it on Friday.");
    let seen = (older.id, Some(before[0].version));
    let outcome = centre.deeds_with(&agent, seen, &[own], Some("We mend it on Friday.")).await.unwrap();
    assert!(matches!(outcome, DeedOutcome::Done(_)), "{outcome:?}");
    assert_eq!(answers(&now(&centre, older.id).await), ["Dear Mr Bhujun, we mend it on Friday."]);
    assert_eq!(answers(&now(&centre, younger.id).await), ["We mend it on Friday."]);
    // A third one cannot come to it before it has its own answer.
    place.let_minutes_pass(5);
    let third = filed(&centre, "Lafleur", "+23057000111").await;
    assert_eq!(together(&centre, &unit, [older.id, third.id]).await, DeedOutcome::ForOneAlone);
    assert!(now(&centre, third.id).await.merged_into.is_none());
    assert_eq!(centre.verify().await.unwrap().faults, []);
}

async fn what_few_may_see_reaches_others_in_other_words_only(place: &Place) {
    let centre = place.centre().await;
    let unit = officer(&centre).await;
    let [older, younger] = two(place, &centre).await;
    together(&centre, &unit, [older.id, younger.id]).await;
    done(&centre, &unit, older.id, Body::Triage(Triage { urgent: false, restricted: true })).await;
    let outcome = centre.deed(&unit, older.id, None, answer("The child is safe.")).await.unwrap();
    assert_eq!(outcome, DeedOutcome::ForOneAlone);
    let outcome = centre
        .deeds_with(&unit, (older.id, None), &[answer("The child is safe.")], Some("It was looked into."))
        .await;
    assert!(matches!(outcome.unwrap(), DeedOutcome::Done(_)));
    assert_eq!(answers(&now(&centre, younger.id).await), ["It was looked into."]);
}

async fn one_person_who_brought_a_matter_twice_gets_every_word(place: &Place) {
    let centre = place.centre().await;
    let (unit, agent) = (officer(&centre).await, agent_of(&centre, "CWA").await);
    let older = filed(&centre, "Bhujun", "+23057123456").await;
    place.let_minutes_pass(5);
    let younger = filed(&centre, "BHUJUN", "+23057123456").await;
    together(&centre, &unit, [older.id, younger.id]).await;
    done(&centre, &agent, older.id, answer("Dear Mr Bhujun, on Friday.")).await;
    assert_eq!(answers(&now(&centre, younger.id).await), ["Dear Mr Bhujun, on Friday."]);
}

async fn what_is_taken_back_from_one_is_taken_back_from_the_others(place: &Place) {
    let centre = place.centre().await;
    let (unit, agent) = (officer(&centre).await, agent_of(&centre, "CWA").await);
    let [older, younger] = two(place, &centre).await;
    together(&centre, &unit, [older.id, younger.id]).await;
    done(&centre, &agent, older.id, answer("We mend it on Friday.")).await;
    place.let_minutes_pass(5);
    let third = filed(&centre, "Lafleur", "+23057000111").await;
    let outcome = together(&centre, &unit, [older.id, third.id]).await;
    assert!(matches!(outcome, DeedOutcome::Done(_)), "{outcome:?}");
    let answered = now(&centre, older.id).await;
    let step = answered.steps.last().unwrap().mark().unwrap();
    done(&centre, &agent, older.id, Body::Retract(Retract { step })).await;
    for id in [older.id, younger.id, third.id] {
        let open = now(&centre, id).await;
        assert_eq!((standing(&open), open.status.is_dealt_with()), (vec![], false));
    }
    assert_eq!(centre.verify().await.unwrap().faults, []);
}

async fn whoever_is_left_alone_by_a_withdrawal_stands_in_the_queue_again(place: &Place) {
    let centre = place.centre().await;
    let unit = officer(&centre).await;
    let [older, younger] = two(place, &centre).await;
    together(&centre, &unit, [older.id, younger.id]).await;
    place.let_minutes_pass(5);
    let finished = filed(&centre, "Lafleur", "+23057000111").await;
    together(&centre, &unit, [older.id, finished.id]).await;
    done(&centre, &unit, finished.id, Body::Withdraw(Withdraw { text: None })).await;
    assert_eq!(centre.remind().await.unwrap().parted, 0, "nobody is left alone");

    done(&centre, &unit, older.id, Body::Withdraw(Withdraw { text: None })).await;
    assert_eq!(centre.remind().await.unwrap().parted, 1);
    assert_eq!(centre.remind().await.unwrap().parted, 0, "once");
    let alone = now(&centre, younger.id).await;
    assert_eq!((alone.merged_into.clone(), alone.status), (None, Status::Received));
    let last = alone.steps.last().unwrap();
    assert_eq!(last.author.capacity, Some(Capacity::Automatic));
    let remark = last.operation().unwrap().body;
    assert!(matches!(&remark, Body::Note(note) if note.text.contains("withdrawn")), "{remark:?}");
    assert!(now(&centre, finished.id).await.merged_into.is_some(), "what is over stays as it is");
    assert_eq!(centre.verify().await.unwrap().faults, []);
}
