//! Whole documents outside of the database. What a shelf that is away means is tested here always; what a real S3 store does
//! with them is tested by `cargo xtask s3`, which starts one.

use std::path::PathBuf;

use central_server::{Centre, ShelfAccess};
use complaints::DocumentId;

use crate::commands::{failure, run};
use crate::desk::Desk;
use crate::documents::{attach_whole, content, fetched, send_whole};
use crate::engine::{Place, office};
use crate::on_both_engines;

on_both_engines!(a_shelf_that_is_away_holds_up_nothing_but_what_lies_there);

fn access(endpoint: &str) -> ShelfAccess {
    let [endpoint, region, key, secret] =
        [endpoint, "us-east-1", "clerk", "not-so-secret"].map(str::to_owned);
    ShelfAccess { endpoint: Some(endpoint), region, key, secret, allow_http: false }
}

async fn a_shelf_that_is_away_holds_up_nothing_but_what_lies_there(place: &Place) {
    let mut centre = place.centre().await;
    let nowhere = access("http://127.0.0.1:1");
    let error = centre.keep_documents_at("s3://csu/documents", nowhere).await.unwrap_err();
    assert_eq!(error.code(), "documents_away");
    assert_eq!(place.count("SELECT count(*) FROM settings WHERE key = 'documents' AND value = ''"), 1);
    drop(centre);

    // As it is on a server whose environment lacks the key of the shelf.
    place.tamper("UPDATE settings SET value = 's3://csu/documents' WHERE key = 'documents'");
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let other = Desk::enrol(&centre, office(12), 2).await;
    let id = desk.register("Pena dilo.");
    desk.sync(&centre).await;
    attach_whole(&mut desk, &centre, id, 50_000).await;
    assert_eq!(centre.shelve_documents().await.unwrap_err().code(), "documents_away");
    assert!(
        fetched(&other, &centre, &content(50_000)).await == content(50_000),
        "it is in the database still"
    );
    assert_eq!(centre.verify().await.unwrap().faults, []);

    place.tamper("UPDATE documents SET shelved_at = 1; DELETE FROM document_slices");
    assert!(fetched(&other, &centre, &content(50_000)).await.is_empty(), "it is wanted again next time");
    desk.register("Ankor enn.");
    desk.sync(&centre).await;
    assert_eq!(failure(place, &["verify"]).1, "documents_away");
    let said = String::from_utf8(run(place, &["doctor", "--language", "en"]).stdout).unwrap();
    assert!(said.contains("AWS_ACCESS_KEY_ID"), "{said}");
}

/// The store that `cargo xtask s3` has started: where it answers, and the folder in which it keeps its bucket `csu`.
fn real_store() -> (ShelfAccess, PathBuf) {
    let told = |name| std::env::var(name).expect("cargo xtask s3 starts a store and says where it is");
    (access(&told("GUICHET_TEST_S3")), PathBuf::from(told("GUICHET_TEST_S3_FOLDER")).join("csu"))
}

async fn documents_lie_on_the_shelf(place: &Place, prefix: &str) {
    let (access, bucket) = real_store();
    let at = format!("s3://csu/{prefix}/");
    let mut centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let other = Desk::enrol(&centre, office(12), 2).await;
    let id = desk.register("Pena dilo.");
    desk.sync(&centre).await;
    // One that came before anybody thought of a shelf, and one that comes in pieces afterwards, at another server.
    attach_whole(&mut desk, &centre, id, 300_000).await;
    let wrong = ShelfAccess { secret: "wrong".to_owned(), ..access.clone() };
    let refused = centre.keep_documents_at(&at, wrong).await.unwrap_err();
    assert!(refused.to_string().contains("refuses our key"), "{refused}");
    centre.keep_documents_at(&at, access.clone()).await.unwrap();
    assert_eq!(centre.shelve_documents().await.unwrap().moved, 1);
    let mut second = Centre::open_existing(place.data(), place.database_url.as_deref()).await.unwrap();
    second.keep_documents_at(&at, access.clone()).await.unwrap();
    attach_whole(&mut desk, &second, id, 2_000_000).await;
    let (one, two) = tokio::join!(centre.shelve_documents(), second.shelve_documents());
    assert!(one.unwrap().moved + two.unwrap().moved >= 1, "both may bring it; it lies there once");
    assert_eq!(place.count("SELECT count(*) FROM document_slices"), 0);
    assert_eq!(std::fs::read_dir(bucket.join(prefix)).unwrap().count(), 2);

    for (server, length) in [(&centre, 2_000_000), (&second, 300_000)] {
        assert!(fetched(&other, server, &content(length)).await == content(length), "{length}");
    }
    // What a desk sends once more is passed over.
    send_whole(&desk, &centre, 300_000).await;
    assert_eq!(place.count("SELECT count(*) FROM document_slices"), 0);
    assert_eq!(centre.verify().await.unwrap().faults, []);
    let elsewhere = centre.keep_documents_at("s3://csu/elsewhere", access).await.unwrap_err();
    assert!(elsewhere.to_string().contains(prefix), "{elsewhere}");

    let name = DocumentId::of(&content(300_000)).to_string();
    std::fs::write(bucket.join(prefix).join(&name), content(299_999)).unwrap();
    let faults = centre.verify().await.unwrap().faults;
    assert!(faults.len() == 1 && faults[0].to_string().contains("on the shelf is not"), "{faults:?}");
    std::fs::remove_file(bucket.join(prefix).join(name)).unwrap();
    let faults = centre.verify().await.unwrap().faults;
    assert!(faults.len() == 1 && faults[0].to_string().contains("not on the shelf"), "{faults:?}");
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a real store: cargo xtask s3"]
async fn documents_of_a_store_in_a_file_lie_on_a_real_shelf() {
    documents_lie_on_the_shelf(&Place::sqlite(), "file").await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a real store: cargo xtask s3"]
async fn documents_of_a_store_on_a_server_lie_on_a_real_shelf() {
    documents_lie_on_the_shelf(&Place::postgres(), "server").await;
}
