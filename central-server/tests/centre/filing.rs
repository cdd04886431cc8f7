//! What is registered at the centre itself: on the portal, and in the name of an office.

use central_server::{Centre, CentreError, Filing};
use complaints::{
    Author, Capacity, Channel, Citizen, ContactWay, Discretion, Kind, OfficeCode, Refusal, Status, Verdict,
};

use crate::desk::Desk;
use crate::engine::{Place, office};
use crate::on_both_engines;

on_both_engines!(
    what_is_filed_on_the_portal_has_a_reference_and_can_be_followed,
    what_is_filed_in_the_name_of_an_office_reaches_its_computers,
    what_does_not_fit_the_profile_is_explained_and_uses_up_no_reference,
    many_who_file_at_once_get_different_references,
    no_computer_is_enrolled_at_the_portal,
);

fn filing() -> Filing {
    Filing {
        channel: Channel::Portal,
        office: None,
        kind: Kind::Information,
        category: "water-none".to_owned(),
        institution: None,
        subject: String::new(),
        text: "Pena dilo depi trwa zour dan nou lari.".to_owned(),
        place: None,
        language: "mfe".to_owned(),
        citizen: Citizen { surname: Some("Zephir".to_owned()), ..Citizen::default() },
        contact_by: vec![ContactWay::Email, ContactWay::Sms, ContactWay::Email],
        notice_language: Some("mfe".to_owned()),
        representative: None,
        discretion: None,
        point: None,
        recorded_at: None,
    }
}

fn citizen() -> Author {
    Author {
        name: "Lata Zephir".to_owned(),
        clerk: None,
        institution: None,
        capacity: Some(Capacity::Citizen),
    }
}

async fn what_is_filed_on_the_portal_has_a_reference_and_can_be_followed(place: &Place) {
    let centre = place.centre().await;
    let filed = centre.file(&filing(), &citizen()).await.unwrap();
    assert_eq!(filed.register.reference.to_string(), "90-1-00001-04");
    assert_eq!((filed.status, filed.institution.as_str()), (Status::Received, "CWA"));
    assert_eq!(filed.register.subject, "Pena dilo depi trwa zour dan nou lari.");
    assert_eq!(filed.register.contact_by, [ContactWay::Sms, ContactWay::Email]);
    assert!(filed.register.due_on.is_some());
    assert_eq!(filed.steps[0].place(), "citizen");
    let followed = centre.follow(&filed.register.reference, &filed.access_code()).await.unwrap();
    assert_eq!(followed, Some(filed));
    assert_eq!(centre.verify().await.unwrap().faults, []);
}

async fn what_is_filed_in_the_name_of_an_office_reaches_its_computers(place: &Place) {
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let filing = Filing { channel: Channel::WebDesk, office: Some(office(12)), ..filing() };
    let filed = centre.file(&filing, &citizen()).await.unwrap();
    assert_eq!((filed.register.reference.device, filed.register.reference.counter), (999, 1));
    desk.sync_all(&centre).await;
    assert_eq!(desk.complaints[&filed.id], filed);
    let own = desk.register("Lalimier pa marse.");
    desk.sync_all(&centre).await;
    assert_eq!(Refusal::of(&desk.complaints[&own].steps[0].verdict), None);
    assert_eq!(desk.complaints[&own].steps[0].verdict, Verdict::Accepted);
}

async fn what_does_not_fit_the_profile_is_explained_and_uses_up_no_reference(place: &Place) {
    let centre = place.centre().await;
    let wrong = [
        Filing { category: "no-such".to_owned(), ..filing() },
        Filing { text: " \n".to_owned(), ..filing() },
        Filing { text: "a".repeat(50_001), ..filing() },
        Filing { institution: Some("NOBODY".to_owned()), ..filing() },
        Filing { discretion: Some(Discretion::Anonymous), ..filing() },
    ];
    for filing in wrong {
        let refused = centre.file(&filing, &citizen()).await;
        assert!(matches!(refused, Err(CentreError::Invalid(_))), "{refused:?}");
    }
    let nowhere = Filing { office: OfficeCode::new(77).ok(), ..filing() };
    assert!(matches!(centre.file(&nowhere, &citizen()).await, Err(CentreError::NotFound(_))));
    assert_eq!(centre.file(&filing(), &citizen()).await.unwrap().register.reference.counter, 1);
}

async fn many_who_file_at_once_get_different_references(place: &Place) {
    let centre = std::sync::Arc::new(place.centre().await);
    let filers = (0..12).map(|_| {
        let centre: std::sync::Arc<Centre> = std::sync::Arc::clone(&centre);
        tokio::spawn(async move { centre.file(&filing(), &citizen()).await.unwrap().register.reference })
    });
    let mut references = Vec::new();
    for filer in filers.collect::<Vec<_>>() {
        references.push(filer.await.unwrap().counter);
    }
    references.sort_unstable();
    assert_eq!(references, (1..=12).collect::<Vec<u32>>());
}

async fn no_computer_is_enrolled_at_the_portal(place: &Place) {
    let centre = place.centre().await;
    assert!(matches!(centre.enrolment_code(office(90), 14).await, Err(CentreError::Invalid(_))));
}
