//! The pages of a deployment with other languages than the first one: a commune in Morocco.

use std::path::Path;
use std::sync::Arc;

use axum::http::StatusCode;
use tempfile::TempDir;

use super::seed::NOW_MS;
use super::visitor::Visitor;
use crate::{Centre, CentreOptions, Clock, profiles};

async fn commune() -> (Arc<Centre>, TempDir) {
    let folder = TempDir::new().unwrap();
    let sefrou = Path::new(env!("CARGO_MANIFEST_DIR")).join("../profiles/sefrou");
    let profile = profiles::from_folder(&sefrou).unwrap();
    let options = CentreOptions { data: folder.path().to_owned(), profile, database_url: None };
    let centre = Centre::open_with_clock(options, Clock::reading(|| NOW_MS)).await.unwrap();
    (Arc::new(centre), folder)
}

#[tokio::test]
async fn a_commune_in_morocco_has_its_pages_in_arabic_and_french_and_in_no_other_language() {
    let (centre, _folder) = commune().await;
    let mut visitor = Visitor::new(&centre);
    let page = visitor.get("/").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.text.contains("lang=\"ar-MA\" dir=\"rtl\""),
        "whoever reads neither gets its first language"
    );
    for words in ["شكايات جماعة صفرو", "09.08", "lang=fr"] {
        assert!(page.text.contains(words), "{words}");
    }
    assert!(!page.text.contains("lang=mfe") && !page.text.contains("lang=en"));
    visitor.headers = vec![("accept-language", "fr-MA,fr;q=0.9".to_owned())];
    let page = visitor.get("/follow").await;
    assert!(page.text.contains("lang=\"fr\""), "{}", page.text);
    assert!(visitor.get("/agents/sign-in").await.text.contains("lang=\"fr\""));
}
