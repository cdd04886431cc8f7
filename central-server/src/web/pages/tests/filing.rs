//! Filing on the portal, page by page, as a browser without scripts does it.

use axum::http::StatusCode;
use complaints::{Author, Channel, ContactWay, Discretion, Kind, Status, Verdict};

use super::seed::Seeded;
use super::visitor::{Answer, Visitor};

/// A picture of eight by eight pixels, with a remark in it that nobody needs to know.
pub(super) fn photo() -> Vec<u8> {
    let mut bytes = b"\xff\xd8\xff\xfe\x00\x0csecret\0\0\0\0".to_vec();
    bytes.extend_from_slice(b"\xff\xc0\x00\x0b\x08\x00\x08\x00\x08\x01\x01\x11\x00");
    bytes.extend_from_slice(b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x12\x34\xff\xd9");
    bytes
}

pub(super) const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\nendobj\nstartxref\n0\n%%EOF\n";

const STORY: &str = "Lalimier pa pe marse depi de semenn.\nLari Pasteur bien nwar.";

/// The first two pages: what it is and what it is about.
async fn begun(visitor: &mut Visitor, kind: &str, category: &str) -> Answer {
    let page = visitor.get("/file").await;
    let answer = visitor.fill(&page, "kind-form", &[("kind", kind)]).await;
    let page = visitor.went(answer).await;
    assert!(page.says("What is it about?"), "{}", page.text);
    let answer = visitor.fill(&page, "matter-form", &[("words", ""), ("category", category)]).await;
    visitor.went(answer).await
}

const PERSON: [(&str, &str); 8] = [
    ("discretion", "open"),
    ("whom", "self"),
    ("surname", "Zéphir"),
    ("other_names", "Marie-Claire"),
    ("nic", "Z010100000000F"),
    ("tell_email", "yes"),
    ("email", "mc.zephir@example.mu"),
    ("locality", "Goodlands"),
];

/// The next two: what happened, and who it is.
async fn told(visitor: &mut Visitor, page: &Answer) -> Answer {
    let typed = [("text", STORY), ("place", "Lari Pasteur"), ("point", "-20.0389, 57.6508")];
    let answer = visitor.fill(page, "story-form", &typed).await;
    let page = visitor.went(answer).await;
    let answer = visitor.fill(&page, "person-form", &PERSON).await;
    visitor.went(answer).await
}

/// All pages up to the last one.
async fn reviewed(visitor: &mut Visitor) -> Answer {
    let page = begun(visitor, "complaint", "street-lamp").await;
    let page = told(visitor, &page).await;
    let answer = visitor.upload(&page, "documents-form", &[("go", "next")], &[("", b"")]).await;
    visitor.went(answer).await
}

/// What stands in the element of that test id.
pub(super) fn shown(page: &Answer, id: &str) -> String {
    let start =
        page.text.find(&format!("data-testid=\"{id}\"")).unwrap_or_else(|| panic!("no {id}: {}", page.text));
    let rest = &page.text[start..];
    let rest = &rest[rest.find('>').unwrap() + 1..];
    rest[..rest.find('<').unwrap()].to_owned()
}

#[tokio::test]
async fn a_complaint_is_filed_page_by_page_and_has_a_receipt_at_once() {
    let seeded = Seeded::new().await;
    let mut visitor = Visitor::new(&seeded.centre);
    let page = begun(&mut visitor, "complaint", "street-lamp").await;
    for words in [
        "What happened?",
        "Step 3 of 6",
        "Street lighting: Lamp not working",
        "usually answered within 10 working days",
    ] {
        assert!(page.says(words), "{words}");
    }
    let page = told(&mut visitor, &page).await;
    assert!(page.says("Step 5 of 6") && page.says("up to 20 MB each"));
    let answer = visitor
        .upload(
            &page,
            "documents-form",
            &[("go", "next")],
            &[("the lamp.jpg", &photo()), ("letter.pdf", PDF)],
        )
        .await;
    let page = visitor.went(answer).await;
    for words in [
        "Is this right?",
        "Lari Pasteur bien nwar.",
        "Marie-Claire Zéphir",
        "mc.zephir@example.mu",
        "the lamp",
        "letter",
        "Data Protection Act 2017",
        "Version 1",
    ] {
        assert!(page.says(words), "{words}");
    }
    let answer = visitor.fill(&page, "send-form", &[]).await;
    let page = visitor.went(answer).await;
    assert_eq!(page.status, StatusCode::OK);
    let reference = shown(&page, "reference");
    assert!(reference.starts_with("90-1-00001-"), "{reference}");
    for words in [
        "We received your complaint",
        "It is sent, and saved with us.",
        "Thursday 10 December 2026",
        "mc.zephir@example.mu",
    ] {
        assert!(page.says(words), "{words}");
    }
    let code = shown(&page, "code").parse().unwrap();
    let filed = seeded.centre.follow(&reference.parse().unwrap(), &code).await.unwrap().unwrap();
    let register = &filed.register;
    assert_eq!(
        (register.kind, register.category.as_str(), register.text.as_str()),
        (Kind::Complaint, "street-lamp", STORY)
    );
    assert_eq!((register.place.as_deref(), register.channel), (Some("Lari Pasteur"), Some(Channel::Portal)));
    assert_eq!((register.point.unwrap().latitude_e6, register.language.as_str()), (-20_038_900, "en"));
    assert_eq!(register.contact_by, [ContactWay::Email]);
    assert_eq!((register.notice.as_str(), register.notice_language.as_deref()), ("1", Some("en")));
    assert_eq!(filed.steps[0].author.name, "Marie-Claire Zéphir");
    let kept: Vec<&str> = filed.documents.iter().map(|document| document.attached.name.as_str()).collect();
    assert_eq!(kept, ["the lamp", "letter"]);
    let states = seeded.centre.documents(&filed).await.unwrap();
    assert!(states.len() == 2 && states.iter().all(|state| state.is_whole()));
    assert!(states[0].size < photo().len() as u64, "what hung on the photo is gone");
    assert_eq!(seeded.centre.verify().await.unwrap().faults, []);
}

#[tokio::test]
async fn the_receipt_is_a_pdf_too() {
    let seeded = Seeded::new().await;
    let mut visitor = Visitor::new(&seeded.centre);
    let page = reviewed(&mut visitor).await;
    let answer = visitor.fill(&page, "send-form", &[]).await;
    let page = visitor.went(answer).await;
    let address = format!("/case/{}/receipt.pdf", shown(&page, "reference"));
    let pdf = visitor.get(&address).await;
    assert_eq!((pdf.status, pdf.header("content-type")), (StatusCode::OK, "application/pdf"));
    assert!(pdf.bytes.starts_with(b"%PDF-"));
    let stranger = visitor.beside("198.51.100.7").get(&address).await;
    assert_eq!(stranger.status, StatusCode::SEE_OTHER, "nobody else sees it");
}

#[tokio::test]
async fn the_same_form_sent_twice_is_one_complaint() {
    let seeded = Seeded::new().await;
    let mut visitor = Visitor::new(&seeded.centre);
    let page = reviewed(&mut visitor).await;
    let first = visitor.fill(&page, "send-form", &[]).await;
    let first = visitor.went(first).await;
    let second = visitor.fill(&page, "send-form", &[]).await;
    let second = visitor.went(second).await;
    assert_eq!(shown(&first, "reference"), shown(&second, "reference"));
    let next = complaints::Reference { counter: 2, ..shown(&first, "reference").parse().unwrap() };
    assert!(seeded.centre.case(&next).await.unwrap().is_empty());
}

#[tokio::test]
async fn what_was_typed_stays_whatever_is_wrong_with_it() {
    let seeded = Seeded::new().await;
    let mut visitor = Visitor::new(&seeded.centre);
    let story = begun(&mut visitor, "request", "refuse-bulky").await;
    assert!(story.says("What do you need?"));
    let long = "ש".repeat(10_001);
    for (text, message, stays) in [
        ("", "Write what it is about.", ""),
        (" \n ", "Write what it is about.", ""),
        (long.as_str(), "This text has 10,001 characters. There is room for 10,000.", long.as_str()),
        ("Pay \u{202e}here\u{0}", "Characters that cannot be seen were taken out", "Pay here"),
    ] {
        let typed = [("text", text), ("place", "=HYPERLINK(\"x\")"), ("point", "behind the mill")];
        let page = visitor.fill(&story, "story-form", &typed).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{message}");
        assert!(page.says(message) && page.says("There is a problem"), "{message}");
        assert!(page.text.contains(stays) && page.text.contains("value=\"behind the mill\""));
        let again = visitor.get(&story_address(&story)).await;
        assert!(again.text.contains(stays) && again.text.contains("value=\"behind the mill\""), "{message}");
    }
    let typed = [("text", "'); DROP TABLE complaints;-- 🚰 <b>x</b>"), ("place", ""), ("point", "")];
    let answer = visitor.fill(&story, "story-form", &typed).await;
    let person = visitor.went(answer).await;
    let wrong = [
        ("surname", "x".repeat(201)),
        ("email", "not an address".to_owned()),
        ("phone", "call her son".to_owned()),
        ("tell_letter", "yes".to_owned()),
        ("whom", "other".to_owned()),
    ];
    let typed: Vec<(&str, &str)> = wrong.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let page = visitor.fill(&person, "person-form", &typed).await;
    for message in [
        "This text has 201 characters.",
        "An e-mail address looks like",
        "This is no telephone number.",
        "Write the address, since you want a letter.",
        "Write your own name, since it is for somebody else.",
    ] {
        assert!(page.says(message), "{message}");
    }
    for (name, value) in &wrong[..3] {
        assert!(page.text.contains(&format!("value=\"{value}\"")), "{name} stays");
    }
    let empty = visitor.fill(&page, "person-form", &[("surname", " "), ("tell_sms", "yes")]).await;
    assert!(empty.says("Write the name.") && empty.says("Write the telephone number"));
}

fn story_address(page: &Answer) -> String {
    let at = page.text.find("action=\"/file/").unwrap() + "action=\"".len();
    page.text[at..].split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn false_and_huge_files_are_refused_by_name_and_the_others_are_kept() {
    let seeded = Seeded::new().await;
    let mut visitor = Visitor::new(&seeded.centre);
    let page = begun(&mut visitor, "complaint", "street-lamp").await;
    let page = told(&mut visitor, &page).await;
    let huge = vec![0_u8; (20 << 20) + 1];
    let files: [(&str, &[u8]); 6] = [
        ("good.jpg", &photo()),
        ("program.jpg", b"MZ\x90\x00 not a picture"),
        ("page.pdf", b"<html><script>alert(1)</script>"),
        ("cut.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("nothing.pdf", b""),
        ("huge.jpg", &huge),
    ];
    let page = visitor.upload(&page, "documents-form", &[("go", "next")], &files).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    for message in [
        "program is not a JPEG, PNG or PDF",
        "page is not a JPEG, PNG or PDF",
        "cut is not whole.",
        "nothing is empty.",
        "huge is larger than 20 MB.",
    ] {
        assert!(page.says(message), "{message}");
    }
    let kept = &page.text[page.text.find("kept-files").unwrap()..];
    assert!(kept.contains("<bdi>good</bdi>"), "what is right is kept");
    let answer = visitor.fill(&page, "documents-form", &[]).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST, "not a form with files");
    let remove =
        page.text.split("name=\"document\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let word =
        page.text.split("name=\"word\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let address = format!("{}/remove", story_address(&page));
    let address = address.replace("/documents/remove/remove", "/documents/remove");
    let answer = visitor.post(&address, &[("word", &word), ("document", &remove)]).await;
    let page = visitor.went(answer).await;
    assert!(!page.text.contains("kept-files"), "taken out again");
}

#[tokio::test]
async fn nothing_is_kept_of_whoever_wants_no_name() {
    let seeded = Seeded::new().await;
    let mut visitor = Visitor::new(&seeded.centre);
    let page = begun(&mut visitor, "complaint", "street-lamp").await;
    let answer = visitor.fill(&page, "story-form", &[("text", STORY)]).await;
    let page = visitor.went(answer).await;
    let typed: Vec<(&str, &str)> = PERSON
        .iter()
        .copied()
        .map(|(name, value)| if name == "discretion" { (name, "anonymous") } else { (name, value) })
        .collect();
    let answer = visitor.fill(&page, "person-form", &typed).await;
    let page = visitor.went(answer).await;
    let answer = visitor.upload(&page, "documents-form", &[("go", "next")], &[]).await;
    let page = visitor.went(answer).await;
    assert!(page.says("Nobody: without a name") && !page.says("Zéphir"));
    let answer = visitor.fill(&page, "send-form", &[]).await;
    let page = visitor.went(answer).await;
    let reference = shown(&page, "reference").parse().unwrap();
    let filed = &seeded.centre.case(&reference).await.unwrap()[0];
    assert_eq!(filed.register.discretion, Some(Discretion::Anonymous));
    assert_eq!((filed.register.citizen.full_name(), filed.register.contact_by.len()), (String::new(), 0));
    let Author { name, .. } = &filed.steps[0].author;
    assert_eq!(name, "The citizen");
    assert!(!format!("{filed:?}").contains("Zéphir"));
}

#[tokio::test]
async fn in_confidence_the_name_stands_in_no_step_of_the_story() {
    let seeded = Seeded::new().await;
    let mut visitor = Visitor::new(&seeded.centre);
    let page = begun(&mut visitor, "complaint", "street-lamp").await;
    let answer = visitor.fill(&page, "story-form", &[("text", STORY)]).await;
    let page = visitor.went(answer).await;
    let typed = [("discretion", "confidential"), ("surname", "Zéphir")];
    let answer = visitor.fill(&page, "person-form", &typed).await;
    let page = visitor.went(answer).await;
    let answer = visitor.upload(&page, "documents-form", &[("go", "next")], &[("a.jpg", &photo())]).await;
    let page = visitor.went(answer).await;
    let answer = visitor.fill(&page, "send-form", &[]).await;
    let page = visitor.went(answer).await;
    let filed = &seeded.centre.case(&shown(&page, "reference").parse().unwrap()).await.unwrap()[0];
    assert_eq!(filed.register.citizen.surname.as_deref(), Some("Zéphir"));
    assert!(!format!("{:?}", filed.for_institutions()).contains("Zéphir"));
    assert!(filed.steps.iter().all(|step| step.verdict == Verdict::Accepted));
    assert_eq!(filed.status, Status::Received);
}

#[tokio::test]
async fn categories_are_found_by_words_of_any_language() {
    let seeded = Seeded::new().await;
    let mut visitor = Visitor::new(&seeded.centre);
    let page = visitor.get("/file").await;
    let answer = visitor.fill(&page, "kind-form", &[("kind", "complaint")]).await;
    let page = visitor.went(answer).await;
    assert!(
        page.text.contains("matter-water-none") && !page.text.contains("<details class=\"heading\" open")
    );
    for (words, code) in [
        ("lalimier", "street-lamp"),
        ("LAMP not", "street-lamp"),
        ("meter bill", "water-bill"),
        ("كلاب", "animal-dogs"),
        ("éclairage", "street-lamp"),
    ] {
        let answer = visitor.fill(&page, "matter-form", &[("words", words), ("search", "1")]).await;
        let found = visitor.went(answer).await;
        assert!(found.text.contains(&format!("value=\"{code}\"")), "{words}");
        assert!(!found.text.contains("value=\"housing-social\""), "{words}");
        assert!(found.text.contains(&format!("value=\"{words}\"")), "{words} stays");
    }
    let answer = visitor.fill(&page, "matter-form", &[("words", "xyzzy' OR 1=1"), ("search", "1")]).await;
    let found = visitor.went(answer).await;
    assert!(found.says("Nothing is called like that."));
    let missing = visitor.fill(&page, "matter-form", &[("words", "")]).await;
    assert!(missing.says("Choose the matter from the list."));
    let wrong = visitor.fill(&page, "matter-form", &[("category", "no-such")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_form_belongs_to_one_browser_and_to_its_own_pages() {
    let seeded = Seeded::new().await;
    let mut visitor = Visitor::new(&seeded.centre);
    let page = begun(&mut visitor, "complaint", "street-lamp").await;
    let address = story_address(&page);
    let mut stranger = visitor.beside("198.51.100.8");
    let other = stranger.get(&address).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
    assert!(other.says("This form is not here any more"));
    begun(&mut stranger, "complaint", "street-lamp").await;
    assert_eq!(stranger.get(&address).await.status, StatusCode::NOT_FOUND);
    let forged = visitor.post(&address, &[("text", STORY), ("word", "0123")]).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
    visitor.headers.push(("sec-fetch-site", "cross-site".to_owned()));
    let from_elsewhere = visitor.fill(&page, "story-form", &[("text", STORY)]).await;
    assert_eq!(from_elsewhere.status, StatusCode::FORBIDDEN);
    visitor.headers.pop();
    let stopped = visitor.fill(&page, "stop-form", &[]).await;
    assert!(stopped.says("It is deleted"));
    assert_eq!(visitor.get(&address).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_last_page_leads_to_what_is_missing() {
    let seeded = Seeded::new().await;
    let mut visitor = Visitor::new(&seeded.centre);
    let page = begun(&mut visitor, "suggestion", "street-lamp").await;
    let review = story_address(&page).replace("/story", "/review");
    let answer = visitor.get(&review).await;
    let page = visitor.went(answer).await;
    assert!(page.says("What could be better?") && page.says("Write what it is about."));
    let answer = visitor.fill(&page, "story-form", &[("text", STORY)]).await;
    assert!(answer.header("location").ends_with("/review"));
}
