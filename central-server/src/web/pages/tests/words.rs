//! Every page in every language: no message is missing, nothing is left unfilled.

use std::collections::BTreeSet;

use complaints::{Capacity, ContactWay, Field, Kind, Refusal, Status};
use locales::{Language, texts};

use super::seed::{Sample, Seeded, answer, change, note, route};
use super::visitor::Visitor;

/// Every key that stands in a template or in a source of the pages.
fn keys_in_sources() -> BTreeSet<String> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("templates"), root.join("src/web/pages")];
    let mut keys = BTreeSet::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                if !path.ends_with("tests") {
                    folders.push(path);
                }
                continue;
            }
            let source = std::fs::read_to_string(&path).unwrap();
            let quoted = source.split('"').filter(|piece| {
                let known = ["centre-", "portal-", "agents-"].iter().any(|prefix| piece.starts_with(prefix));
                known && piece.bytes().all(|b| b.is_ascii_lowercase() || b == b'-' || b == b'_')
            });
            keys.extend(quoted.map(str::to_owned));
        }
    }
    keys
}

/// Keys that are put together while the program runs.
fn keys_put_together() -> BTreeSet<String> {
    let statuses =
        Status::ALL.iter().flat_map(|it| [format!("centre-status-{it}"), format!("portal-now-{it}")]);
    let kinds = Kind::ALL.iter().map(|it| format!("centre-kind-{it}"));
    let ways = ContactWay::ALL.iter().map(|it| format!("agents-contact-{it}"));
    let named = Refusal::named().chain([Refusal::Other(999)]);
    let refusals = named.map(|it| format!("agents-refusal-{}", it.word()));
    let fields = Field::all().chain([Field::Other(999)]).map(|it| format!("agents-field-{it}"));
    let facts = ["reference", "kind", "matter", "status", "with", "registered", "due", "office", "place"];
    let facts = facts.map(|it| format!("centre-fact-{it}")).into_iter();
    let citizen =
        ["name", "nic", "phone", "email", "address", "language", "contact"].map(|it| format!("agents-{it}"));
    let views = ["open", "overdue", "finished", "all", "mine-unit", "mine-institution"];
    let views = views.map(|it| format!("agents-view-{it}")).into_iter();
    let done = ["answer", "route", "status", "note"].map(|it| format!("agents-done-{it}")).into_iter();
    let emergency = ["police", "ambulance", "fire"].map(|it| format!("portal-emergency-{it}")).into_iter();
    let portal = keys_of_the_portal();
    let all = statuses.chain(kinds).chain(ways).chain(refusals).chain(facts).chain(citizen).chain(fields);
    let capacities = Capacity::ALL.iter().map(|it| format!("centre-capacity-{it}"));
    all.chain(views).chain(done).chain(emergency).chain(capacities).chain(portal).collect()
}

/// The same for what citizens do by themselves.
fn keys_of_the_portal() -> Vec<String> {
    let named = |prefix: &str, words: &[&str], ending: &str| -> Vec<String> {
        words.iter().map(|word| format!("portal-{prefix}-{word}{ending}")).collect()
    };
    let deeds = ["documents", "remark", "rate", "reopen", "appeal", "withdraw"];
    let discretion = ["open", "confidential", "anonymous"];
    let numbers = ["1", "2", "3", "4", "5"];
    let forms =
        ["new", "confirm", "sign-in", "forgotten", "reset", "details", "address", "identity", "close"];
    [
        named("file-kind", &["complaint", "request", "information", "suggestion"], ""),
        named("file-discretion", &discretion, ""),
        named("file-discretion", &discretion, "-hint"),
        named("file-whom", &["self", "other"], ""),
        named("file-way", &["email", "sms", "phone", "letter"], ""),
        named("deed", &deeds, ""),
        named("deed", &deeds, "-lead"),
        named("deed", &deeds, "-button"),
        named("deed", &["remark", "reopen", "appeal"], "-missing"),
        named("done", &deeds, ""),
        named("done", &deeds, "-next"),
        named("refused", &deeds, ""),
        named("stars", &numbers, ""),
        named("step-rated", &numbers, ""),
        named("account", &forms, "-title"),
        named("account", &forms, "-lead"),
        named("account", &forms, "-button"),
        named("mine-done", &["new", "password", "details", "address", "identity"], ""),
    ]
    .concat()
}

#[test]
fn every_language_has_every_message_of_the_pages() {
    let keys: BTreeSet<String> = keys_in_sources().union(&keys_put_together()).cloned().collect();
    assert!(keys.len() > 150, "{}", keys.len());
    for language in Language::ALL {
        let lacking: Vec<_> = keys.iter().filter(|key| !texts(language).has(key)).collect();
        assert!(lacking.is_empty(), "{language} lacks {lacking:?}");
    }
}

#[test]
fn the_pages_say_everything_that_was_translated_for_them() {
    let keys: BTreeSet<String> = keys_in_sources().union(&keys_put_together()).cloned().collect();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../locales/en");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let source = [read("centre.ftl"), read("portal.ftl")].concat();
    let translated = source.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key.trim());
    let plain =
        translated.filter(|key| key.contains('-') && !key.starts_with([' ', '#']) && *key != "centre-title");
    let unsaid: Vec<&str> = plain.filter(|key| !keys.contains(*key)).collect();
    assert!(unsaid.is_empty(), "{unsaid:?}");
}

#[tokio::test]
async fn every_page_reads_whole_in_every_language() {
    let mut seeded = Seeded::new().await;
    let filed = seeded.register(Sample::water(1)).await;
    seeded.agent("nadine", &filed, route("CWA", "remark")).await;
    seeded.agent("rajesh", &filed, answer("interim", false)).await;
    seeded.agent("rajesh", &filed, note("for you", true)).await;
    seeded.clerk(&filed, change(Status::Received, Status::Checked)).await;
    let late = Sample { due_on: Some(jiff::civil::date(2026, 11, 20)), ..Sample::water(2) };
    seeded.register(late).await;
    let mut visitor = Visitor::new(&seeded.centre);
    visitor.sign_in("nadine").await;
    let case = format!("/agents/case/{}", filed.reference);
    let (reference, code) = (filed.reference.to_string(), filed.code.to_string());
    for language in Language::ALL {
        let mut pages = vec![visitor.get(&format!("/?lang={language}")).await];
        for address in
            ["/follow", "/nothing", "/agents", "/agents?group=overdue", "/agents?group=finished", &case]
        {
            pages.push(visitor.get(address).await);
        }
        pages.push(visitor.beside("198.51.100.1").get(&format!("/agents/sign-in?lang={language}")).await);
        pages.push(visitor.follow(&reference, &code).await);
        let opened = format!("/case/{reference}");
        for deed in ["", "/remark", "/documents", "/withdraw", "/rate", "/receipt"] {
            pages.push(visitor.get(&format!("{opened}{deed}")).await);
        }
        pages.push(visitor.get("/file").await);
        for address in
            ["/account/new", "/account/sign-in", "/account/forgotten", "/account/confirm", "/widget"]
        {
            pages.push(visitor.get(address).await);
        }
        pages.push(visitor.post("/account/new", &[]).await);
        pages.push(visitor.post("/account/sign-in", &[]).await);
        pages.push(visitor.get("/file/0011223344556677/kind").await);
        pages.push(visitor.post("/follow", &[("reference", "x"), ("code", "")]).await);
        let form = visitor.get(&case).await;
        pages.push(visitor.fill(&form, "form-answer", &[("text", "")]).await);
        for page in pages {
            let start = format!("<html lang=\"{language}\" dir=\"{}\">", language.direction());
            assert!(page.text.contains(&start), "{language}: {}", &page.text[..200]);
            for unfinished in ["{$", "{ $", ">centre-", ">portal-", ">agents-", "{{", "{%"] {
                assert!(!page.text.contains(unfinished), "{language}: {unfinished}");
            }
            assert!(page.text.matches("<h1").count() == 1, "{language}: one title a page");
        }
    }
}
