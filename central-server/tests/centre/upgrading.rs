//! What an older version of the program relayed and could not read takes effect when this one opens its store.

use central_server::{CentreError, DeedOutcome};
use complaints::{Body, Complaint, ComplaintId, EDITION, Operation, Triage, as_edition};

use crate::desk::Desk;
use crate::engine::{Place, office, officer};
use crate::on_both_engines;

on_both_engines!(
    what_an_older_version_could_not_read_takes_effect,
    a_check_straight_after_an_upgrade_names_no_fault,
    a_store_of_a_newer_edition_is_not_opened,
);

/// A centre as the version before left it: with a complaint whose triage it could not read.
async fn left_by_the_version_before(place: &Place) -> ComplaintId {
    let centre = place.centre().await;
    let officer = officer(&centre).await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let id = desk.register("one");
    desk.sync(&centre).await;
    let urgent = Body::Triage(Triage { urgent: true, restricted: false });
    assert!(matches!(centre.deed(&officer, id, None, urgent).await.unwrap(), DeedOutcome::Done(_)));
    let logged = centre.logged(office(12)).await.unwrap();
    let as_before = as_edition(EDITION - 1, || {
        logged.iter().fold(None, |complaint, logged| {
            let operation = Operation::from_bytes(&logged.payload).unwrap();
            Some(Complaint::apply(complaint, &operation, logged.verdict.clone()).unwrap())
        })
    });
    let state: String = as_before.unwrap().to_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    let state = match place.database_url {
        Some(_) => format!(r"'\x{state}'::bytea"),
        None => format!("X'{state}'"),
    };
    place.tamper(&format!(
        "UPDATE complaints SET state = {state}, urgent = 0; UPDATE settings SET value = '{}' WHERE key = 'edition'",
        EDITION - 1
    ));
    let found = centre.complaint(id).await.unwrap().unwrap();
    assert!(
        !found.is_urgent() && found.steps.len() == 2,
        "the version before keeps it and makes nothing of it"
    );
    id
}

async fn what_an_older_version_could_not_read_takes_effect(place: &Place) {
    let id = left_by_the_version_before(place).await;
    let centre = place.centre().await;
    assert!(centre.complaint(id).await.unwrap().unwrap().is_urgent());
    assert_eq!(centre.verify().await.unwrap().faults, []);
}

/// Any command may be the first after an upgrade, `verify` the likeliest.
async fn a_check_straight_after_an_upgrade_names_no_fault(place: &Place) {
    let id = left_by_the_version_before(place).await;
    let centre = place.existing().await.unwrap();
    assert_eq!(centre.verify().await.unwrap().faults, []);
    assert!(centre.complaint(id).await.unwrap().unwrap().is_urgent());
}

async fn a_store_of_a_newer_edition_is_not_opened(place: &Place) {
    drop(place.centre().await);
    place.tamper(&format!("UPDATE settings SET value = '{}' WHERE key = 'edition'", EDITION + 1));
    let opened = place.open(central_server::profiles::mauritius()).await;
    assert!(matches!(opened, Err(CentreError::NewerEdition(newer)) if newer == EDITION + 1));
    assert!(matches!(place.existing().await, Err(CentreError::NewerEdition(_))));
}
