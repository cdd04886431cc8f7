//! A newer version on the store of an older one: nothing is changed before there is a way back.

use std::fs;
use std::path::Path;

use central_server::Centre;

use crate::commands::{failure, json, run};
use crate::desk::Desk;
use crate::engine::{Place, office};

/// What this version finds on the disk of one that was released long ago.
fn released(place: &Place) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/released/0.1.0");
    let store = sync_protocol::unpack(&fs::read(folder.join("centre.db.zst")).unwrap()).unwrap();
    fs::write(place.file("centre.db"), store).unwrap();
    fs::copy(folder.join("centre.key"), place.file("centre.key")).unwrap();
}

fn copies(place: &Place) -> Vec<String> {
    let entries = fs::read_dir(place.file("backups")).into_iter().flatten();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_store_in_a_file_is_copied_before_it_is_upgraded() {
    let place = Place::sqlite();
    released(&place);
    let steps = place.count("SELECT max(number) FROM migrations");
    let complaints = place.count("SELECT count(*) FROM complaints");
    let centre = Centre::open_existing(place.data(), None).await.unwrap();
    assert_eq!(centre.verify().await.unwrap().faults, []);
    assert!(place.count("SELECT max(number) FROM migrations") > steps);
    let copies = copies(&place);
    assert_eq!(copies.len(), 1, "{copies:?}");
    assert!(copies[0].starts_with("before-upgrade-2") && copies[0].contains(&format!("-step-{steps}-to-")));
    let copy = rusqlite::Connection::open(place.file("backups").join(&copies[0])).unwrap();
    let number = |sql: &str| copy.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(number("SELECT max(number) FROM migrations"), steps, "as the older version left it");
    assert_eq!(number("SELECT count(*) FROM complaints"), complaints);
    // What is current is opened without another copy.
    drop(Centre::open_existing(place.data(), None).await.unwrap());
    assert_eq!(self::copies(&place).len(), 1);
}

#[tokio::test]
async fn the_newest_three_copies_are_kept() {
    let place = Place::sqlite();
    released(&place);
    fs::create_dir(place.file("backups")).unwrap();
    for year in [2020, 2021, 2022] {
        fs::write(place.file(&format!("backups/before-upgrade-{year}0101T000000Z-step-1-to-0.0.1.db")), "")
            .unwrap();
    }
    fs::write(place.file("backups/centre-20200101T000000Z.db"), "").unwrap();
    drop(Centre::open_existing(place.data(), None).await.unwrap());
    let copies = copies(&place);
    assert_eq!(copies.len(), 4, "{copies:?}");
    assert!(!copies.iter().any(|name| name.contains("20200101T000000Z-step")), "{copies:?}");
}

#[tokio::test]
async fn where_no_copy_can_be_made_nothing_is_changed() {
    let place = Place::sqlite();
    released(&place);
    let steps = place.count("SELECT max(number) FROM migrations");
    fs::write(place.file("backups"), "a file where the folder should be").unwrap();
    let error = Centre::open_existing(place.data(), None).await.unwrap_err();
    assert_eq!(error.code(), "no_copy");
    assert!(error.to_string().contains("nothing was changed"), "{error}");
    assert_eq!(place.count("SELECT max(number) FROM migrations"), steps);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_is_upgraded_when_somebody_says_so_and_not_before() {
    let place = Place::postgres();
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let id = desk.register("one");
    desk.sync(&centre).await;
    drop(centre);
    place.tamper("DELETE FROM migrations WHERE number = 18; DROP TABLE imported; DROP TABLE page_uses;");
    let before = place.count("SELECT count(*) FROM migrations");
    assert_eq!(failure(&place, &["office", "list"]), (Some(1), "older_store".to_owned()));
    let said = String::from_utf8(run(&place, &["verify"]).stderr).unwrap();
    assert!(said.contains("--migrate") && said.contains("back the database up"), "{said}");
    assert_eq!(place.count("SELECT count(*) FROM migrations"), before);
    // The way back is made while the database is still the older version's.
    let copy = json(&place, &["backup"]).remove(0);
    assert!(fs::read(copy["file"].as_str().unwrap()).unwrap().starts_with(b"PGDMP"));
    json(&place, &["office", "list", "--migrate"]);
    assert_eq!(place.count("SELECT count(*) FROM migrations"), before + 1);
    assert!(place.centre().await.complaint(id).await.unwrap().is_some());
}

#[tokio::test]
async fn a_newer_store_is_refused_in_a_clear_sentence() {
    let place = Place::sqlite();
    drop(place.centre().await);
    place.tamper("INSERT INTO migrations (number, name) VALUES (99, 'from the future')");
    let said = String::from_utf8(run(&place, &["office", "list"]).stderr).unwrap();
    assert!(
        said.contains("newer version of Guichet (step 99)") && said.contains("nothing was changed"),
        "{said}"
    );
    assert!(copies(&place).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_that_was_made_while_the_centre_served_is_a_centre() {
    let place = Place::sqlite();
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let id = desk.register("one");
    desk.sync(&centre).await;
    let elsewhere = tempfile::tempdir().unwrap();
    let folder = elsewhere.path().join("copies");
    for _ in 0..2 {
        json(&place, &["backup", "--to", folder.to_str().unwrap(), "--keep", "1"]);
    }
    let copy = json(&place, &["backup", "--to", folder.to_str().unwrap(), "--keep", "1"]).remove(0);
    assert!(
        fs::read_dir(&folder).unwrap().count() <= 3,
        "the key, the newest copy, and at most one of the same second"
    );
    fs::rename(copy["file"].as_str().unwrap(), folder.join("centre.db")).unwrap();
    let restored = Centre::open_existing(&folder, None).await.unwrap();
    assert!(restored.complaint(id).await.unwrap().is_some());
    assert_eq!(restored.verify().await.unwrap().faults, []);
    let other = Place::sqlite();
    drop(other.centre().await);
    assert_eq!(
        failure(&other, &["backup", "--to", folder.to_str().unwrap()]).1,
        "no_copy",
        "another centre's key"
    );
}
