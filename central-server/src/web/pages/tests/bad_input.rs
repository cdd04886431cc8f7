//! Every form that a page leads to, of every role and of a citizen, with input that nobody should send: nothing fails with
//! trouble of the centre's own, nothing runs, and what was typed is still there beside what is wrong with it.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::StatusCode;

use super::filing::photo;
use super::seed::{Sample, Seeded};
use super::visitor::{Answer, Visitor};

/// Stands in every bad text, to be found again.
const MARK: &str = "Zork7";

/// Far more pages than there are.
const MOST_PAGES: usize = 150;

/// A form as it stands in a page.
#[derive(Debug, Clone)]
struct Form {
    id: String,
    action: String,
    with_files: bool,
    fields: Vec<Field>,
}

#[derive(Debug, Clone)]
struct Field {
    name: String,
    kind: String,
    value: String,
}

impl Field {
    fn is_typed(&self) -> bool {
        matches!(
            self.kind.as_str(),
            "textarea" | "text" | "search" | "email" | "tel" | "date" | "number" | "password"
        )
    }
}

/// What is typed into every field of a form at once.
fn inputs() -> Vec<(&'static str, String)> {
    let nasty = format!(
        "{MARK} </textarea></title><script>alert(1)</script>\" onmouseover=\"x '; DROP TABLE complaints; -- =cmd|' /C \
         calc'!A0 %s%n {{{{7*7}}}} ../../etc/passwd 👩‍👩‍👧‍👦🇲🇺 العربية e\u{301}\u{301}\u{301}"
    );
    let hidden = format!(
        "{MARK}\u{0}\u{1}\u{7f}\u{85}\u{feff}\u{202e}gpj.exe\u{2066}\r\nSet-Cookie: forged=1\r\n\r\n"
    );
    vec![
        ("nothing", String::new()),
        ("blanks", "  \u{a0}\r\n\t".to_owned()),
        ("signs", nasty),
        ("hidden signs", hidden),
        ("a long word", MARK.repeat(2_400)),
        ("a number", "-99999999999999999999999999.5e308".to_owned()),
    ]
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let at = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    Some(plain(&tag[at..at + tag[at..].find('"')?]))
}

fn plain(html: &str) -> String {
    let named = html.replace("&#60;", "<").replace("&#62;", ">").replace("&#34;", "\"").replace("&#39;", "'");
    named
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#38;", "&")
        .replace("&amp;", "&")
}

/// The tags of these names in a part of a page, each from its `<` on.
fn tags<'a>(html: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    html.match_indices(name).map(move |(at, _)| &html[at..])
}

fn forms(page: &str) -> Vec<Form> {
    let mut found = Vec::new();
    for form in tags(page, "<form ") {
        let form = &form[..form.find("</form>").unwrap_or(form.len())];
        let head = &form[..=form.find('>').unwrap()];
        if attribute(head, "method").as_deref() != Some("post") {
            continue;
        }
        let mut fields = Vec::new();
        for tag in tags(form, "<input ") {
            let tag = &tag[..=tag.find('>').unwrap()];
            let kind = attribute(tag, "type").unwrap_or("text".to_owned());
            let (Some(name), value) = (attribute(tag, "name"), attribute(tag, "value").unwrap_or_default())
            else {
                continue;
            };
            fields.push(Field { name, kind, value });
        }
        for tag in tags(form, "<textarea ") {
            let name = attribute(&tag[..=tag.find('>').unwrap()], "name").unwrap();
            fields.push(Field { name, kind: "textarea".to_owned(), value: String::new() });
        }
        for tag in tags(form, "<select ") {
            let all = &tag[..tag.find("</select>").unwrap()];
            let name = attribute(&tag[..=tag.find('>').unwrap()], "name").unwrap();
            let values =
                tags(all, "<option ").filter_map(|tag| attribute(&tag[..=tag.find('>').unwrap()], "value"));
            let value = values.filter(|value| !value.is_empty()).last().unwrap_or_default();
            fields.push(Field { name, kind: "select".to_owned(), value });
        }
        for tag in tags(form, "<button ") {
            let tag = &tag[..=tag.find('>').unwrap()];
            // Whoever saves a form to go on later is done with it here, and the sweep would be too.
            if let Some(name) = attribute(tag, "name").filter(|name| name != "save") {
                let value = attribute(tag, "value").unwrap_or_default();
                fields.push(Field { name, kind: "button".to_owned(), value });
                break;
            }
        }
        found.push(Form {
            id: attribute(head, "data-testid").unwrap_or_default(),
            action: attribute(head, "action").unwrap_or_default(),
            with_files: attribute(head, "enctype").is_some(),
            fields,
        });
    }
    found
}

/// An address without what differs from one complaint, person or line of the profile to the next.
fn pattern(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let is_of_the_profile = path.starts_with("/agents/admin/profile/");
    let part = |(at, part): (usize, &str)| {
        let is_a_line = is_of_the_profile && at == 5 && part != "new";
        let is_one_of_many = is_a_line || part.bytes().any(|byte| byte.is_ascii_digit());
        if is_one_of_many { "#".to_owned() } else { part.to_owned() }
    };
    path.split('/').enumerate().map(part).collect::<Vec<_>>().join("/")
}

impl Form {
    /// The fields as they go out when that is typed into all of them; of buttons and choices the last one.
    fn filled(&self, typed: &str) -> Vec<(String, String)> {
        let mut sent: BTreeMap<&str, String> = BTreeMap::new();
        for field in &self.fields {
            match field.kind.as_str() {
                "file" | "checkbox" => {}
                _ if field.is_typed() => drop(sent.insert(&field.name, typed.to_owned())),
                _ => drop(sent.insert(&field.name, field.value.clone())),
            }
        }
        sent.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }

    /// Whether a page that comes back shows again what is typed here; passwords and one-time codes are never shown.
    fn shows_again(&self) -> bool {
        let shown = |field: &Field| {
            field.name != "code" && matches!(field.kind.as_str(), "textarea" | "text" | "email" | "tel")
        };
        self.fields.iter().any(shown)
    }

    fn key(&self) -> (String, String) {
        let id: String = self.id.chars().filter(|c| !c.is_ascii_digit()).collect();
        (pattern(&self.action), id)
    }
}

/// What became of it: nothing that is not allowed to.
fn check(what: &str, form: &Form, typed: &str, answer: &Answer) {
    let status = answer.status;
    assert!(!status.is_server_error(), "{what}: {status}");
    assert!(!answer.header("set-cookie").contains("forged"), "{what}: a header was forged");
    for live in ["<script>alert", "\" onmouseover=\"x '"] {
        assert!(!answer.text.contains(live), "{what}: {live} is live");
    }
    if status == StatusCode::UNPROCESSABLE_ENTITY {
        assert!(answer.text.contains("role=\"alert\""), "{what}: nothing says what is wrong");
        if typed.contains(MARK) && form.shows_again() {
            assert!(answer.text.contains(MARK), "{what}: what was typed is gone");
        }
    } else {
        let known = [
            StatusCode::OK,
            StatusCode::SEE_OTHER,
            StatusCode::CONFLICT,
            StatusCode::NOT_FOUND,
            StatusCode::FORBIDDEN,
            StatusCode::TOO_MANY_REQUESTS,
        ];
        assert!(known.contains(&status), "{what}: {status}");
    }
}

/// Sends one form of a page with that typed into it, as it stands there now; `false`: it is there no longer.
async fn send(visitor: &mut Visitor, page: &str, form: &Form, (name, typed): (&str, &str)) -> bool {
    let shown = visitor.get(page).await;
    let Some(form) = forms(&shown.text).into_iter().find(|now| now.key() == form.key()) else { return false };
    let what = format!("{page}, {} {}, {name}", form.action, form.id);
    let fields = form.filled(typed);
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let answer = if form.with_files {
        let content = typed.as_bytes();
        let name = form.fields.iter().find(|field| field.kind == "file").map_or("files", |field| &field.name);
        visitor.send_parts(&form.action, &fields, (name, "../Zork7\u{202e}fdp.exe", content)).await
    } else {
        visitor.post(&form.action, &fields).await
    };
    check(&what, &form, typed, &answer);
    if answer.status == StatusCode::SEE_OTHER {
        let led = visitor.went(answer).await;
        assert!(!led.status.is_server_error(), "{what}: then {}", led.status);
        check(&what, &form, "", &led);
    }
    true
}

/// Follows every link from these pages on and sends every form, each once, with everything bad; how many there were.
async fn sweep(visitor: &mut Visitor, from: &[&str], skipped: &[&str]) -> BTreeSet<(String, String)> {
    let mut waiting: Vec<String> = from.iter().map(|page| (*page).to_owned()).collect();
    let (mut seen, mut swept) = (BTreeSet::new(), BTreeSet::new());
    let mut found: Vec<(String, Form)> = Vec::new();
    while let Some(page) = waiting.pop() {
        if seen.len() >= MOST_PAGES || !seen.insert(pattern(&page)) {
            continue;
        }
        let shown = visitor.get(&page).await;
        assert!(!shown.status.is_server_error(), "{page}: {}", shown.status);
        for link in tags(&shown.text, "<a ") {
            let href = attribute(&link[..=link.find('>').unwrap()], "href").unwrap_or_default();
            if href.starts_with('/') && !href.starts_with("/static") && !href.contains("lang=") {
                waiting.push(href);
            }
        }
        for form in forms(&shown.text) {
            let is_skipped = skipped.iter().any(|word| form.action.ends_with(word));
            if !is_skipped && swept.insert(form.key()) {
                found.push((page.clone(), form));
            }
        }
    }
    let mut line = 0;
    for (page, form) in &found {
        for (name, typed) in inputs() {
            line += 1;
            // What one line may do is limited, which is another matter.
            visitor.moves_to(&format!("10.7.{}.{}", line / 250, line % 250 + 1));
            if !send(visitor, page, form, (name, &typed)).await {
                break;
            }
        }
    }
    swept
}

/// Ends the visit, or the work that is swept.
const ENDS: [&str; 2] = ["/sign-out", "/stop"];

async fn seeded() -> Seeded {
    let mut seeded = Seeded::new().await;
    for number in 1..=4 {
        seeded.register(Sample::water(number)).await;
    }
    seeded
}

#[tokio::test]
async fn no_form_of_an_agent_fails_whatever_is_typed() {
    let mut all = BTreeSet::new();
    for login in ["nadine", "yusuf", "kavi", "odile", "tara", "amina"] {
        let mut seeded = seeded().await;
        let filed = seeded.register(Sample::water(9)).await;
        seeded.agent("nadine", &filed, super::seed::route("CWA", "remark")).await;
        let mut visitor = Visitor::new(&seeded.centre);
        visitor.sign_in(login).await;
        let case = format!("/agents/case/{}", filed.reference);
        all.extend(sweep(&mut visitor, &["/agents", "/agents/password", &case], &ENDS).await);
        assert_eq!(seeded.centre.verify().await.unwrap().faults, [], "{login}");
    }
    let actions: BTreeSet<&str> = all.iter().map(|(action, _)| action.as_str()).collect();
    for expected in [
        "/agents/filter",
        "/agents/register",
        "/agents/people",
        "/agents/templates",
        "/agents/password",
        "/agents/carry",
        "/agents/case/#/answer",
        "/agents/case/#/note",
        "/agents/case/#/split",
    ] {
        assert!(actions.contains(expected), "{expected} was not swept: {actions:?}");
    }
    assert!(
        actions.iter().filter(|action| action.starts_with("/agents/admin/profile")).count() > 3,
        "{actions:?}"
    );
}

#[tokio::test]
async fn no_form_of_a_citizen_fails_whatever_is_typed() {
    let mut seeded = seeded().await;
    let filed = seeded.register(Sample::water(9)).await;
    let mut visitor = Visitor::new(&seeded.centre);
    super::accounts::with_account(&seeded, &mut visitor, "lata@example.mu", "lata@example.mu").await;
    visitor.follow(&filed.reference.to_string(), &filed.code.to_string()).await;
    let case = format!("/case/{}", filed.reference);
    let mut all = sweep(&mut visitor, &["/", "/mine", &case], &ENDS).await;
    let mut stranger = Visitor::new(&seeded.centre);
    let entries =
        ["/account/new", "/account/sign-in", "/account/forgotten", "/account/reset", "/follow", "/widget"];
    all.extend(sweep(&mut stranger, &entries, &ENDS).await);
    let actions: BTreeSet<&str> = all.iter().map(|(action, _)| action.as_str()).collect();
    for expected in
        ["/follow", "/widget", "/file", "/account/new", "/account/sign-in", "/case/#/remark", "/mine/details"]
    {
        assert!(actions.contains(expected), "{expected} was not swept: {actions:?}");
    }
    assert_eq!(seeded.centre.verify().await.unwrap().faults, []);
}

/// Each page of the form is swept before it is filled in well and the next one comes.
#[tokio::test]
async fn no_page_of_filing_fails_whatever_is_typed() {
    let seeded = Seeded::new().await;
    let mut visitor = Visitor::new(&seeded.centre);
    let first = visitor.get("/file").await;
    let answer = visitor.fill(&first, "kind-form", &[("kind", "complaint")]).await;
    let mut address = answer.header("location").to_owned();
    let steps: [(&str, &[(&str, &str)]); 4] = [
        ("matter-form", &[("words", ""), ("category", "street-lamp")]),
        ("story-form", &[("text", "The lamp is dark.")]),
        (
            "person-form",
            &[("discretion", "open"), ("whom", "self"), ("surname", "Zéphir"), ("phone", "57000265")],
        ),
        ("documents-form", &[("go", "next")]),
    ];
    for (id, typed) in steps {
        let page = visitor.get(&address).await;
        let form =
            forms(&page.text).into_iter().find(|form| form.id == id).unwrap_or_else(|| panic!("no {id}"));
        for (name, bad) in inputs() {
            assert!(send(&mut visitor, &address, &form, (name, &bad)).await, "{id} is gone");
        }
        let page = visitor.get(&address).await;
        let good = if form.with_files {
            visitor.upload(&page, id, typed, &[("lamp.jpg", &photo())]).await
        } else {
            visitor.fill(&page, id, typed).await
        };
        good.header("location").clone_into(&mut address);
        assert!(address.starts_with("/file/"), "{id}: {} {}", good.status, good.text);
    }
    let page = visitor.get(&address).await;
    assert!(page.says("Is this right?"), "{}", page.text);
}
