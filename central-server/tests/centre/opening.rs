//! Opening a centre: what is missing is said and never made anew.

use std::fs;

use central_server::Centre;
use sync_protocol::{Codec, Exchange, LineError};

use crate::desk::Desk;
use crate::engine::{Place, office};
use crate::on_both_engines;

on_both_engines!(
    a_store_whose_key_is_missing_is_not_opened_with_a_new_one,
    a_key_of_another_centre_is_refused,
    a_centre_that_exists_is_opened_with_its_profile,
    a_profile_with_mistakes_is_explained_and_changes_nothing,
    a_store_of_a_newer_version_is_left_alone,
    two_processes_may_make_a_centre_at_once,
);

async fn a_store_whose_key_is_missing_is_not_opened_with_a_new_one(place: &Place) {
    drop(place.centre().await);
    let key = fs::read(place.file("centre.key")).unwrap();
    fs::remove_file(place.file("centre.key")).unwrap();
    let error = place.open(central_server::profiles::mauritius()).await.unwrap_err();
    assert_eq!(error.code(), "missing_key");
    assert!(error.to_string().contains("centre.key"));
    assert!(!place.file("centre.key").exists());
    fs::write(place.file("centre.key"), key).unwrap();
    place.centre().await;
}

async fn a_key_of_another_centre_is_refused(place: &Place) {
    drop(place.centre().await);
    fs::write(place.file("centre.key"), "07".repeat(32)).unwrap();
    assert_eq!(place.open(central_server::profiles::mauritius()).await.unwrap_err().code(), "other_key");
}

async fn a_centre_that_exists_is_opened_with_its_profile(place: &Place) {
    let url = place.database_url.as_deref();
    assert_eq!(Centre::open_existing(place.data(), url).await.unwrap_err().code(), "no_centre");
    assert!(!Centre::exists(place.data(), url).await.unwrap());
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let id = desk.register("one");
    desk.sync(&centre).await;
    let other = Centre::open_existing(place.data(), url).await.unwrap();
    assert_eq!(other.profile().name, "mauritius");
    assert!(other.complaint(id).await.unwrap().is_some());
}

async fn a_profile_with_mistakes_is_explained_and_changes_nothing(place: &Place) {
    drop(place.centre().await);
    let mut broken = central_server::profiles::mauritius();
    broken.insert("offices.csv", "code,name,address,hours,phone\n123,Nowhere,,,\n".to_owned());
    let error = place.open(broken).await.unwrap_err();
    assert_eq!(error.code(), "profile");
    assert!(error.to_string().contains("offices.csv, line 2"), "{error}");
    assert_eq!(place.centre().await.verify().await.unwrap().faults, []);
}

async fn a_store_of_a_newer_version_is_left_alone(place: &Place) {
    drop(place.centre().await);
    place.tamper("INSERT INTO migrations (number, name) VALUES (99, 'from the future')");
    assert_eq!(place.open(central_server::profiles::mauritius()).await.unwrap_err().code(), "newer_store");
}

async fn two_processes_may_make_a_centre_at_once(place: &Place) {
    let bundle = central_server::profiles::mauritius;
    let (one, two) = tokio::join!(place.open(bundle()), place.open(bundle()));
    let (one, two) = (one.unwrap(), two.unwrap());
    assert_eq!(one.offices().await.unwrap(), two.offices().await.unwrap());
    let mut desk = Desk::enrol(&one, office(12), 1).await;
    desk.register("one");
    desk.sync(&two).await;
    assert_eq!(desk.complaints.len(), 1);
    assert_eq!(one.verify().await.unwrap().faults, []);
}

#[tokio::test]
async fn a_key_without_its_store_does_not_begin_a_new_centre() {
    let place = Place::sqlite();
    drop(place.centre().await);
    for name in ["centre.db", "centre.db-wal", "centre.db-shm"] {
        drop(fs::remove_file(place.file(name)));
    }
    let error = place.open(central_server::profiles::mauritius()).await.unwrap_err();
    assert_eq!(error.code(), "missing_store");
    assert!(!place.file("centre.db").exists());
}

#[tokio::test]
async fn a_store_that_may_not_be_written_is_said_to_be_so() {
    let place = Place::sqlite();
    let blocked = place.file("centre.db");
    fs::create_dir(&blocked).unwrap();
    let error = place.open(central_server::profiles::mauritius()).await.unwrap_err();
    assert_eq!(error.code(), "read_only", "{error}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_takes_no_writes_is_said_to_be_so_and_takes_nothing() {
    let place = Place::postgres();
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    place.tamper(
        "DO $$ BEGIN EXECUTE 'ALTER DATABASE ' || current_database() \
                  || ' SET default_transaction_read_only = on'; END $$",
    );
    drop(centre);
    let centre = Centre::open_existing(place.data(), place.database_url.as_deref()).await.unwrap();
    let id = desk.register("one");
    let request = desk.request().seal(&desk.key, Codec::Zstd);
    let refused = centre.sync(request, &mut |_| {}).await.unwrap_err();
    assert!(matches!(&refused, LineError::Busy(why) if why.contains("cannot be written")), "{refused:?}");
    assert_eq!(centre.add_office(office(90), "CAB 90").await.unwrap_err().code(), "read_only");
    assert_eq!(centre.complaint(id).await.unwrap(), None);
}

#[tokio::test]
async fn an_address_that_leads_to_no_database_is_said_to_be_so() {
    let mut place = Place::sqlite();
    place.database_url = Some("postgres://guichet@localhost:1/nothing".to_owned());
    let error = place.open(central_server::profiles::mauritius()).await.unwrap_err();
    assert_eq!(error.code(), "database", "{error}");
    place.database_url = Some("nonsense://".to_owned());
    assert_eq!(place.open(central_server::profiles::mauritius()).await.unwrap_err().code(), "invalid");
}
