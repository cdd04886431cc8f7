//! Documents on an agent's page: on their way, shown, saved, and for nobody who may not see the complaint.

use axum::http::StatusCode;
use complaints::{AttachDocument, Body, DocumentId};

use super::seed::{Filed, Sample, Seeded};
use super::visitor::Visitor;

/// A complaint at the CWA with a document of that kind, of which so many bytes have come.
async fn with_document(content: &[u8], media_type: &str, come: usize) -> (Seeded, Filed, DocumentId) {
    let mut seeded = Seeded::new().await;
    let filed = seeded.register(Sample::water(1)).await;
    let id = DocumentId::of(content);
    let attached = AttachDocument {
        document: id,
        size: content.len() as u64,
        media_type: media_type.to_owned(),
        name: "Bill <b>\"of\" May".to_owned(),
        pages: None,
        width: None,
        height: None,
    };
    seeded.clerk(&filed, Body::AttachDocument(attached)).await;
    seeded.send_document(&content[..come], 0, id).await;
    (seeded, filed, id)
}

fn jpeg(length: usize) -> Vec<u8> {
    let mut content = b"\xff\xd8\xff\xe0".to_vec();
    content.extend((4..length).map(|at| (at % 251) as u8));
    content
}

#[tokio::test]
async fn a_document_on_its_way_says_from_where_and_how_far_it_has_come() {
    let content = jpeg(60_000);
    let (seeded, filed, id) = with_document(&content, "image/jpeg", 20_000).await;
    let mut visitor = Visitor::new(&seeded.centre);
    visitor.sign_in("nadine").await;
    let case = format!("/agents/case/{}", filed.reference);
    let page = visitor.get(&case).await;
    assert!(page.says("20 of 60 kB are here"), "{}", page.text);
    assert!(page.text.contains("Bill &#60;b&#62;"), "the name is text");
    let asked = visitor.get(&format!("{case}/document/{id}")).await;
    assert_eq!(asked.status, StatusCode::NOT_FOUND);
    seeded.send_document(&content[20_000..], 20_000, id).await;
    let page = visitor.get(&case).await;
    assert!(!page.says("are here") && page.text.contains("document-picture"));
}

#[tokio::test]
async fn a_picture_is_shown_and_can_do_nothing() {
    let content = jpeg(600_000);
    let (seeded, filed, id) = with_document(&content, "image/jpeg", 600_000).await;
    let mut visitor = Visitor::new(&seeded.centre);
    visitor.sign_in("nadine").await;
    let address = format!("/agents/case/{}/document/{id}", filed.reference);
    let shown = visitor.get(&address).await;
    assert_eq!((shown.status, shown.bytes == content), (StatusCode::OK, true));
    assert_eq!((shown.header("content-type"), shown.header("content-length")), ("image/jpeg", "600000"));
    assert!(shown.header("content-disposition").starts_with("inline; "));
    assert_eq!(shown.header("x-content-type-options"), "nosniff");
    assert!(shown.header("content-security-policy").contains("sandbox"));
    assert_eq!(shown.header("cache-control"), "no-store");
    let saved = visitor.get(&format!("{address}?save=1")).await;
    assert!(saved.header("content-disposition").starts_with("attachment; "));
    assert_eq!(saved.bytes, content);
}

#[tokio::test]
async fn what_says_that_it_is_a_picture_and_is_not_is_only_saved() {
    let content = b"<html><script>alert(1)</script>".repeat(9);
    let (seeded, filed, id) = with_document(&content, "image/jpeg", content.len()).await;
    let mut visitor = Visitor::new(&seeded.centre);
    visitor.sign_in("nadine").await;
    let shown = visitor.get(&format!("/agents/case/{}/document/{id}", filed.reference)).await;
    assert_eq!(shown.header("content-type"), "application/octet-stream");
    assert!(shown.header("content-disposition").starts_with("attachment; "));
}

#[tokio::test]
async fn whoever_may_not_see_the_complaint_may_not_see_its_documents() {
    let content = jpeg(9_000);
    let (mut seeded, filed, id) = with_document(&content, "image/jpeg", 9_000).await;
    let other = seeded.register(Sample::water(2)).await;
    let address = |filed: &Filed, id: &DocumentId| format!("/agents/case/{}/document/{id}", filed.reference);
    let mut stranger = Visitor::new(&seeded.centre);
    assert_eq!(stranger.get(&address(&filed, &id)).await.status, StatusCode::SEE_OTHER);
    let mut holder = Visitor::new(&seeded.centre);
    holder.sign_in("rajesh").await;
    assert_eq!(holder.get(&address(&filed, &id)).await.status, StatusCode::OK);
    // Of another complaint it is no document, and another one is not there.
    assert_eq!(holder.get(&address(&other, &id)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(holder.get(&address(&filed, &DocumentId::of(b"x"))).await.status, StatusCode::NOT_FOUND);
    assert_eq!(holder.get("/agents/case/x/document/y").await.status, StatusCode::NOT_FOUND);
    seeded.agent("nadine", &filed, super::seed::route("CEB", "To electricity.")).await;
    assert_eq!(holder.get(&address(&filed, &id)).await.status, StatusCode::NOT_FOUND);
}
