//! The small page that other sites show within theirs.

use axum::http::StatusCode;

use super::seed::{Sample, Seeded};
use super::visitor::Visitor;

#[tokio::test]
async fn it_says_where_a_complaint_stands_and_leaves_nothing_in_the_browser() {
    let mut seeded = Seeded::new().await;
    let filed = seeded.register(Sample::water(1)).await;
    let mut visitor = Visitor::new(&seeded.centre);
    let page = visitor.get("/widget?lang=fr").await;
    assert!(page.text.contains("<html lang=\"fr\"") && page.header("set-cookie").is_empty());
    let page = visitor.get("/widget").await;
    assert_eq!(page.header("x-frame-options"), "");
    let policy = page.header("content-security-policy");
    assert!(policy.contains("frame-ancestors 'none'") && policy.contains("script-src 'none'"), "{policy}");
    let typed = [("reference", filed.reference.to_string()), ("code", filed.code.to_string())];
    let typed: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let found = visitor.fill(&page, "follow-form", &typed).await;
    assert!(found.says("We received your complaint") && found.says("Thursday 3 December 2026"));
    assert!(found.header("set-cookie").is_empty() && !found.says("Lafleur") && !found.says("Water bill"));
    let wrong = visitor.fill(&page, "follow-form", &[("reference", typed[0].1), ("code", "K7PM-3XQT")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("Reference or access code is not right."));
    assert_eq!(visitor.get("/follow").await.header("x-frame-options"), "DENY");
}
