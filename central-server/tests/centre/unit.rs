//! What the unit at the centre does with what came in: filter it, put together what is one matter, make two of what is
//! two, and what institutions give back.

use central_server::{
    Agent, Centre, DeedOutcome, Due, Group, NewTemplate, Page, Putting, QueueFilter, Role, Split,
    TemplateDeed,
};
use complaints::{
    Answer, Body, ChangeStatus, Channel, Complaint, ComplaintId, CorrectField, DocumentId, Field, HandOver,
    Kind, Note, Relation, RequestDocument, Retract, Route, Status, Triage, Verdict,
};

use crate::desk::Desk;
use crate::documents::{attach_whole, content};
use crate::engine::{Place, agent_of, clerk_on_the_web, office, officer, somebody};
use crate::on_both_engines;

on_both_engines!(
    several_deeds_count_all_or_none,
    what_an_institution_gives_back_is_to_be_filtered_again,
    the_younger_of_two_is_dealt_with_together_with_the_older_one,
    what_the_older_one_is_answered_the_younger_ones_at_other_offices_are_answered_too,
    what_looks_alike_is_shown_until_it_is_told_apart_linked_or_put_together,
    a_complaint_of_two_matters_becomes_two_with_the_documents_that_were_chosen,
    only_ones_own_deed_is_taken_back,
    an_office_on_the_web_does_what_its_counter_does,
    lists_are_narrowed_by_when_something_is_due,
    columns_follow_when_the_profile_changes,
    a_template_keeps_its_versions_and_its_owner,
);

async fn done(centre: &Centre, agent: &Agent, id: ComplaintId, body: Body) -> Complaint {
    match centre.deed(agent, id, None, body).await.unwrap() {
        DeedOutcome::Done(complaint) => complaint,
        other => panic!("{other:?}"),
    }
}

async fn now(centre: &Centre, id: ComplaintId) -> Complaint {
    centre.complaint(id).await.unwrap().unwrap()
}

async fn assert_sound(centre: &Centre) {
    let audit = centre.verify().await.unwrap();
    assert!(audit.faults.is_empty(), "{:?}", audit.faults);
}

fn answer(text: &str) -> Body {
    Body::Answer(Answer { text: text.to_owned(), definitive: true })
}

fn route(to: &str, why: Option<&str>) -> Body {
    Body::Route(Route { to: to.to_owned(), text: why.map(str::to_owned) })
}

async fn to_filter(centre: &Centre, agent: &Agent) -> Vec<ComplaintId> {
    let filter = QueueFilter { group: Group::Mine, ..QueueFilter::default() };
    let page = centre.queue(agent, &filter, Page { offset: 0, limit: 50 }).await.unwrap();
    page.rows.into_iter().map(|row| row.id).collect()
}

async fn several_deeds_count_all_or_none(place: &Place) {
    let centre = place.centre().await;
    let unit = officer(&centre).await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let id = desk.register("Pena dilo.");
    desk.sync(&centre).await;
    let correct = Body::CorrectField(CorrectField {
        field: Field::Category,
        from: Some("water-none".to_owned()),
        to: Some("sewer-overflow".to_owned()),
    });
    let triage = Body::Triage(Triage { urgent: true, restricted: false });
    let closing = Body::ChangeStatus(ChangeStatus { from: Status::Received, to: Status::Closed, text: None });
    let refused = centre.deeds(&unit, id, Some(1), &[correct.clone(), closing]).await.unwrap();
    assert!(matches!(refused, DeedOutcome::Refused(_)), "{refused:?}");
    assert_eq!(now(&centre, id).await.version, 1);
    let passed = centre.deeds(&unit, id, Some(1), &[correct, triage, route("WMA", None)]).await.unwrap();
    let DeedOutcome::Done(passed) = passed else { panic!("{passed:?}") };
    assert_eq!((passed.register.category.as_str(), passed.institution.as_str()), ("sewer-overflow", "WMA"));
    assert!(passed.is_urgent() && passed.version == 4);
    desk.sync(&centre).await;
    assert_eq!(desk.complaints[&id], passed);
    assert_sound(&centre).await;
}

async fn what_an_institution_gives_back_is_to_be_filtered_again(place: &Place) {
    let centre = place.centre().await;
    let (unit, agent) = (officer(&centre).await, agent_of(&centre, "CWA").await);
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let id = desk.register("Pena dilo.");
    desk.sync(&centre).await;
    assert_eq!(to_filter(&centre, &unit).await, [id]);
    done(&centre, &unit, id, route("CWA", None)).await;
    assert!(to_filter(&centre, &unit).await.is_empty());
    let same = centre.deed(&agent, id, None, route("CWA", Some("not ours"))).await;
    assert_eq!(same.unwrap_err().code(), "invalid", "nobody gives it to themselves");
    done(&centre, &agent, id, route("CSU", Some("It is the sewer."))).await;
    assert_eq!(to_filter(&centre, &unit).await, [id]);
}

async fn the_younger_of_two_is_dealt_with_together_with_the_older_one(place: &Place) {
    let centre = place.centre().await;
    let (unit, agent) = (officer(&centre).await, agent_of(&centre, "CWA").await);
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let older = desk.register("Pena dilo depi trwa zour.");
    let mut register = desk.next_registration("Pena dilo depi trwa zour, ankor.");
    register.recorded_at = Some("2026-11-25T10:00:00+04:00".parse().unwrap());
    let younger = register.seed.complaint_id();
    desk.act(Some(younger), Body::Register(Box::new(register)));
    desk.sync(&centre).await;
    assert_eq!(
        centre.put(&agent, (older, 1), younger, Putting::Together).await.unwrap_err().code(),
        "not_allowed"
    );
    // Whichever of the two is looked at.
    let outcome = centre.put(&unit, (older, 1), younger, Putting::Together).await.unwrap();
    let DeedOutcome::Done(merged) = outcome else { panic!("{outcome:?}") };
    assert_eq!((merged.id, merged.merged_into.map(|merge| merge.into)), (younger, Some(older)));
    let again = centre.put(&unit, (younger, 2), older, Putting::Together).await.unwrap();
    assert!(matches!(again, DeedOutcome::Refused(_)), "{again:?}");
    assert_eq!(centre.put(&unit, (older, 1), older, Putting::Together).await.unwrap_err().code(), "invalid");
    assert_eq!(to_filter(&centre, &unit).await, [older], "the younger one is dealt with by the older one");
    assert_eq!(centre.dealt_with_together(older).await.unwrap(), [younger]);
    assert_sound(&centre).await;
}

async fn what_the_older_one_is_answered_the_younger_ones_at_other_offices_are_answered_too(place: &Place) {
    let centre = place.centre().await;
    let (unit, agent) = (officer(&centre).await, agent_of(&centre, "CWA").await);
    let mut here = Desk::enrol(&centre, office(12), 1).await;
    let mut there = Desk::enrol(&centre, office(7), 2).await;
    let main = here.register("Pena dilo.");
    here.sync(&centre).await;
    let [second, third] = ["Pena dilo non pli.", "Ankor pena dilo."].map(|text| {
        let mut register = there.next_registration(text);
        register.recorded_at = Some("2026-11-25T10:00:00+04:00".parse().unwrap());
        let id = register.seed.complaint_id();
        there.act(Some(id), Body::Register(Box::new(register)));
        id
    });
    there.sync(&centre).await;
    for younger in [second, third] {
        centre.put(&unit, (younger, 1), main, Putting::Together).await.unwrap();
    }
    // One of them has been withdrawn meanwhile, and stays so.
    there.sync(&centre).await;
    there.act(Some(third), Body::Withdraw(complaints::Withdraw { text: None }));
    there.sync(&centre).await;
    done(&centre, &unit, main, Body::Note(Note { text: "only here".to_owned(), for_citizen: false })).await;
    done(
        &centre,
        &agent,
        main,
        Body::RequestDocument(RequestDocument { what: "A photo".to_owned(), until: None }),
    )
    .await;
    done(&centre, &agent, main, answer("On Friday.")).await;
    let close = Body::ChangeStatus(ChangeStatus { from: Status::Answered, to: Status::Closed, text: None });
    done(&centre, &unit, main, close).await;
    let follower = now(&centre, second).await;
    assert_eq!((follower.status, follower.version), (Status::Closed, 5), "without the note");
    let answered = follower.steps[3].author.clone();
    assert_eq!((answered.name.as_str(), answered.institution.as_deref()), ("Agent agent.cwa", Some("CWA")));
    assert_eq!(now(&centre, third).await.status, Status::Withdrawn);
    there.sync(&centre).await;
    assert_eq!(there.complaints[&second], follower);
    assert_sound(&centre).await;
}

async fn what_looks_alike_is_shown_until_it_is_told_apart_linked_or_put_together(place: &Place) {
    let centre = place.centre().await;
    let unit = officer(&centre).await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let text = "Pena dilo depi trwa zour dan nou lari, tou dimounn pe plenie.";
    let [one, two, three] = [text, text, text].map(|text| desk.register(text));
    desk.sync(&centre).await;
    let alike = async |id| {
        let found = centre.twins(&unit, &now(&centre, id).await).await.unwrap();
        let mut ids: Vec<ComplaintId> = found.into_iter().map(|twin| twin.complaint.id).collect();
        ids.sort();
        ids
    };
    let sorted = |mut ids: Vec<ComplaintId>| {
        ids.sort();
        ids
    };
    assert_eq!(alike(one).await, sorted(vec![two, three]));
    assert_eq!(centre.perhaps_twice(&unit, &[one, two, three]).await.unwrap().len(), 3);
    centre.put(&unit, (one, 1), two, Putting::Apart).await.unwrap();
    assert_eq!((alike(one).await, alike(two).await), (vec![three], vec![three]));
    centre.put(&unit, (one, 1), three, Putting::Linked(Relation::Related)).await.unwrap();
    assert!(alike(one).await.is_empty());
    assert!(now(&centre, three).await.is_linked_with(one), "each names the other");
    assert_eq!(alike(two).await, [three]);
    let (two_now, three_now) = (now(&centre, two).await, now(&centre, three).await);
    centre.put(&unit, (two, two_now.version), three, Putting::Together).await.unwrap();
    assert!(three_now.merged_into.is_none());
    let merged = [now(&centre, two).await, now(&centre, three).await];
    assert_eq!(merged.iter().filter(|complaint| complaint.merged_into.is_some()).count(), 1);
    assert!(alike(two).await.iter().all(|id| *id != three));
}

async fn a_complaint_of_two_matters_becomes_two_with_the_documents_that_were_chosen(place: &Place) {
    let centre = place.centre().await;
    let (unit, agent) = (officer(&centre).await, agent_of(&centre, "CWA").await);
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let id = desk.register("Pena dilo, ek lalimier lari pa marse.");
    desk.sync(&centre).await;
    attach_whole(&mut desk, &centre, id, 900).await;
    let document = DocumentId::of(&content(900));
    let first = now(&centre, id).await;
    let split = Split {
        kind: Kind::Complaint,
        category: "street-lamp".to_owned(),
        institution: Some("LA-GP".to_owned()),
        subject: String::new(),
        text: "Lalimier lari pa marse.".to_owned(),
        documents: vec![document],
    };
    assert_eq!(centre.split(&agent, id, first.version, &split).await.unwrap_err().code(), "not_allowed");
    let wrong = Split { category: "no-such".to_owned(), ..split.clone() };
    assert_eq!(centre.split(&unit, id, first.version, &wrong).await.unwrap_err().code(), "invalid");
    assert_eq!(now(&centre, id).await, first, "nothing was written");
    let outcome = centre.split(&unit, id, first.version, &split).await.unwrap();
    let DeedOutcome::Done(new) = outcome else { panic!("{outcome:?}") };
    let register = &new.register;
    assert_eq!((register.channel, register.reference.office), (Some(Channel::Split), office(12)));
    assert_eq!(register.citizen, first.register.citizen);
    assert_eq!(new.recorded_at(), first.recorded_at(), "the citizen has waited since then");
    assert_eq!(new.documents.len(), 1);
    assert!(centre.documents(&new).await.unwrap().iter().all(|state| state.is_whole()));
    assert!(new.is_linked_with(id) && now(&centre, id).await.is_linked_with(new.id));
    assert!(new.steps.iter().all(|step| step.verdict == Verdict::Accepted));
    done(&centre, &unit, id, answer("On Friday.")).await;
    let overtaken = centre.split(&unit, id, first.version, &split).await.unwrap();
    assert!(matches!(overtaken, DeedOutcome::Overtaken(_)), "{overtaken:?}");
    assert_sound(&centre).await;
}

async fn only_ones_own_deed_is_taken_back(place: &Place) {
    let centre = place.centre().await;
    let unit = officer(&centre).await;
    let colleague = somebody(&centre, "colleague", Role::Csu, None).await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let id = desk.register("Pena dilo.");
    desk.sync(&centre).await;
    let passed = done(&centre, &unit, id, route("WMA", None)).await;
    let step = passed.steps[1].mark().unwrap();
    let back = Body::Retract(Retract { step });
    assert_eq!(centre.deed(&colleague, id, None, back.clone()).await.unwrap_err().code(), "not_allowed");
    let taken = done(&centre, &unit, id, back).await;
    assert_eq!((taken.status, taken.institution.as_str()), (Status::Received, "CWA"));
}

async fn an_office_on_the_web_does_what_its_counter_does(place: &Place) {
    let centre = place.centre().await;
    let (unit, clerk) = (officer(&centre).await, clerk_on_the_web(&centre, 12).await);
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let id = desk.register("Pena dilo.");
    desk.sync(&centre).await;
    let noted =
        done(&centre, &clerk, id, Body::Note(Note { text: "She came.".to_owned(), for_citizen: false }))
            .await;
    assert_eq!(noted.steps[1].place(), "office", "it stands there as a deed of the office");
    let settle =
        Body::ChangeStatus(ChangeStatus { from: Status::Received, to: Status::Resolved, text: None });
    assert_eq!(centre.deed(&clerk, id, None, settle).await.unwrap_err().code(), "not_allowed");
    for body in [route("WMA", None), answer("no"), Body::Triage(Triage { urgent: true, restricted: true })] {
        assert_eq!(centre.deed(&clerk, id, None, body).await.unwrap_err().code(), "not_allowed");
    }
    let over = Body::HandOver(HandOver { to: office(7), text: None });
    done(&centre, &clerk, id, over).await;
    let note = Body::Note(Note { text: "too late".to_owned(), for_citizen: false });
    assert_eq!(centre.deed(&clerk, id, None, note).await.unwrap_err().code(), "not_allowed");
    let nowhere = Body::HandOver(HandOver { to: office(77), text: None });
    assert_eq!(centre.deed(&unit, id, None, nowhere).await.unwrap_err().code(), "invalid");
    desk.sync(&centre).await;
    assert_sound(&centre).await;
}

async fn lists_are_narrowed_by_when_something_is_due(place: &Place) {
    let centre = place.centre().await;
    let unit = officer(&centre).await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    // Tuesday 24 November 2026 is day 20,781 after 1970.
    let mut due = |days: i32| {
        let mut register = desk.next_registration("due");
        register.due_on = Some(20_781 + days);
        let id = register.seed.complaint_id();
        desk.act(Some(id), Body::Register(Box::new(register)));
        id
    };
    let [late, today, friday, later, waiting] = [due(-1), due(0), due(3), due(8), due(1)];
    desk.sync(&centre).await;
    let waits = ChangeStatus { from: Status::Received, to: Status::WaitingDocuments, text: None };
    done(&centre, &unit, waiting, Body::ChangeStatus(waits)).await;
    let found = async |due: Due| {
        let filter = QueueFilter { due: Some(due), ..QueueFilter::default() };
        let page = centre.queue(&unit, &filter, Page { offset: 0, limit: 50 }).await.unwrap();
        page.rows.into_iter().map(|row| row.id).collect::<Vec<_>>()
    };
    assert_eq!(found(Due::Overdue).await, [late]);
    assert_eq!(found(Due::Today).await, [today]);
    assert_eq!(found(Due::Week).await, [today, friday]);
    assert_eq!(found(Due::Stopped).await, [waiting]);
    let urgent = Body::Triage(Triage { urgent: true, restricted: false });
    done(&centre, &unit, later, urgent).await;
    let all = centre.queue(&unit, &QueueFilter::default(), Page { offset: 0, limit: 50 }).await.unwrap();
    let ids: Vec<ComplaintId> = all.rows.iter().map(|row| row.id).collect();
    assert_eq!(ids, [later, late, today, friday, waiting], "urgent ones first, and what stands still last");
    // Two days later it goes on: they are added to the promise.
    place.let_minutes_pass(2 * 24 * 60);
    let goes_on = ChangeStatus { from: Status::WaitingDocuments, to: Status::InProgress, text: None };
    done(&centre, &unit, waiting, Body::ChangeStatus(goes_on)).await;
    let all = centre.queue(&unit, &QueueFilter::default(), Page { offset: 0, limit: 50 }).await.unwrap();
    let row = all.rows.iter().find(|row| row.id == waiting).unwrap();
    assert_eq!(row.due_on, Some(jiff::civil::date(2026, 11, 27)));
    assert_sound(&centre).await;
}

async fn columns_follow_when_the_profile_changes(place: &Place) {
    let centre = place.centre().await;
    let unit = officer(&centre).await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let mut register = desk.next_registration("due");
    register.due_on = Some(20_784);
    let id = register.seed.complaint_id();
    desk.act(Some(id), Body::Register(Box::new(register)));
    desk.sync(&centre).await;
    drop(centre);
    let mut bundle = central_server::profiles::mauritius();
    let free = format!("{}2026-11-27,a,b,c,d\n", bundle.file("holidays.csv"));
    bundle.insert("holidays.csv", free);
    let restricted = bundle.file("categories.csv").replace("water-none,", "water-other,");
    let restricted = restricted.replacen("family-violence,", "water-none,", 1);
    bundle.insert("categories.csv", restricted);
    bundle.insert("documents.csv", "category\n".to_owned());
    let centre = place.open(bundle).await.unwrap();
    let all = centre.queue(&unit, &QueueFilter::default(), Page { offset: 0, limit: 50 }).await.unwrap();
    let row = &all.rows[0];
    assert_eq!(row.due_on, Some(jiff::civil::date(2026, 11, 30)), "Friday was declared free");
    assert!(row.restricted && row.urgent);
    assert_sound(&centre).await;
}

async fn a_template_keeps_its_versions_and_its_owner(place: &Place) {
    let centre = place.centre().await;
    let admin = somebody(&centre, "admin", Role::Admin, None).await;
    let head = somebody(&centre, "head", Role::Head, Some("CWA")).await;
    let (water, power) = (agent_of(&centre, "CWA").await, agent_of(&centre, "CEB").await);
    let new = NewTemplate {
        deed: TemplateDeed::Interim,
        language: "en".to_owned(),
        title: "On our way".to_owned(),
        body: "Dear {name}, {institution} looks into {reference}.".to_owned(),
        retired: false,
    };
    let everybodys = centre.write_template(&admin, None, &new).await.unwrap();
    let ours =
        centre.write_template(&head, None, &NewTemplate { title: "Ours".to_owned(), ..new.clone() }).await;
    let ours = ours.unwrap();
    assert_eq!(everybodys.filled("12-1", "Devi", "CWA"), "Dear Devi, CWA looks into 12-1.");
    let titles = async |agent: &Agent| {
        let all = centre.templates(agent, false).await.unwrap();
        all.into_iter().map(|template| template.title).collect::<Vec<_>>()
    };
    assert_eq!(titles(&water).await, ["On our way", "Ours"]);
    assert_eq!(titles(&power).await, ["On our way"]);
    let denied = centre.write_template(&water, None, &new).await;
    assert_eq!(denied.unwrap_err().code(), "not_allowed");
    let denied = centre.write_template(&head, Some((everybodys.id, 1)), &new).await;
    assert_eq!(denied.unwrap_err().code(), "not_allowed", "everybody's is the administrator's");
    let retired = NewTemplate { retired: true, ..new.clone() };
    centre.write_template(&head, Some((ours.id, 1)), &retired).await.unwrap();
    let late = centre.write_template(&head, Some((ours.id, 1)), &new).await;
    assert_eq!(late.unwrap_err().code(), "invalid", "somebody has changed it meanwhile");
    assert_eq!(titles(&water).await, ["On our way"]);
    let versions = centre.template_versions(ours.id).await.unwrap();
    assert_eq!(
        versions.iter().map(|it| (it.version, it.retired)).collect::<Vec<_>>(),
        [(2, true), (1, false)]
    );
    for wrong in [
        NewTemplate { title: " ".to_owned(), ..new.clone() },
        NewTemplate { body: String::new(), ..new.clone() },
        NewTemplate { language: "klingon".to_owned(), ..new.clone() },
    ] {
        assert_eq!(centre.write_template(&admin, None, &wrong).await.unwrap_err().code(), "invalid");
    }
}
