//! How the profile changes: the draft, putting it in force, what a folder says beside it, and the pages on which
//! administrators do all that.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use central_server::{Agent, Centre, Drafted, NewAgent, Origin, PutInForce, Role, profiles, web};
use complaints::profile::{Bundle, Sheet};
use sync_protocol::Hash;
use tower::ServiceExt;

use crate::desk::Desk;
use crate::engine::{Place, office, officer, somebody};
use crate::on_both_engines;

on_both_engines!(
    a_draft_changes_nothing_until_it_is_put_in_force,
    of_two_administrators_the_second_one_is_told,
    a_complaint_keeps_its_day_and_its_name_whatever_becomes_of_its_category,
    an_office_that_is_added_can_be_admitted_at_once_and_one_that_is_closed_keeps_its_complaints,
    the_pages_win_over_a_folder_until_it_changes_and_then_somebody_decides,
    the_first_version_of_a_store_that_kept_none_is_what_was_in_force,
    an_administrator_adds_a_category_on_the_pages_and_takes_it_back,
    a_server_goes_on_with_what_another_one_has_put_in_force,
    what_a_form_cannot_take_comes_back_with_it,
);

const PASSWORD: &str = "correct horse battery";

/// A profile with a change in one table.
fn changed(bundle: &Bundle, file: &str, change: impl FnOnce(&mut Sheet)) -> Bundle {
    let (mut changed, mut sheet) = (bundle.clone(), Sheet::read(bundle, file).unwrap());
    change(&mut sheet);
    sheet.write(&mut changed, file);
    changed
}

fn with_days(bundle: &Bundle, category: &str, days: &str) -> Bundle {
    changed(bundle, "categories.csv", |sheet| {
        let row = sheet.find(&[("code", category)]).unwrap();
        sheet.set(row, "resolve_days", days);
    })
}

async fn put(centre: &Centre, admin: &Agent, bundle: &Bundle, note: &str) -> PutInForce {
    let seen = centre.profile_draft().await.unwrap().map_or(0, |draft| draft.revision);
    let Drafted::Done(revision) = centre.write_profile_draft(admin, seen, bundle).await.unwrap() else {
        panic!("somebody else writes the draft");
    };
    centre.put_profile_in_force(admin, revision, note).await.unwrap()
}

async fn a_draft_changes_nothing_until_it_is_put_in_force(place: &Place) {
    let centre = place.centre().await;
    let admin = somebody(&centre, "amina", Role::Admin, None).await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    desk.sync(&centre).await;
    let (old, entries) = (profiles::mauritius(), desk.feed.number);
    let new = with_days(&old, "water-none", "9");
    assert_eq!(centre.write_profile_draft(&admin, 0, &new).await.unwrap(), Drafted::Done(1));
    desk.sync(&centre).await;
    assert_eq!((desk.feed.number, centre.profile_in_force().await.unwrap()), (entries, old.clone()));

    let nobody = officer(&centre).await;
    assert_eq!(centre.write_profile_draft(&nobody, 1, &new).await.unwrap_err().code(), "not_allowed");
    assert_eq!(centre.put_profile_in_force(&nobody, 1, "why").await.unwrap_err().code(), "not_allowed");
    assert_eq!(centre.put_profile_in_force(&admin, 1, " ").await.unwrap_err().code(), "invalid");
    assert_eq!(centre.put_profile_in_force(&admin, 1, "Fewer people.").await.unwrap(), PutInForce::Done(2));
    assert_eq!(centre.profile_draft().await.unwrap(), None);
    assert_eq!(centre.profile_in_force().await.unwrap(), new);
    let versions = centre.profile_versions().await.unwrap();
    let told: Vec<_> =
        versions.iter().map(|it| (it.number, it.note.as_str(), it.author.as_str(), it.origin)).collect();
    assert_eq!(told, [(2, "Fewer people.", "Agent amina", Origin::Pages), (1, "", "", Origin::Folder)]);
    desk.sync(&centre).await;
    assert_eq!(desk.profiles.last(), Some(&Hash(new.digest())), "every office reads it in its feed");

    let mut broken = new.clone();
    broken.insert("offices.csv", "code,name\n".to_owned());
    assert!(matches!(put(&centre, &admin, &broken, "no office").await, PutInForce::Mistakes(_)));
    assert!(centre.drop_profile_draft(&admin, 1).await.unwrap());
    assert_eq!(put(&centre, &admin, &new, "the same").await, PutInForce::Nothing);
    let audit = place.open(old).await.unwrap().verify().await.unwrap();
    assert!(audit.faults.is_empty(), "{:?}", audit.faults);
}

async fn of_two_administrators_the_second_one_is_told(place: &Place) {
    let centre = place.centre().await;
    let one = somebody(&centre, "amina", Role::Admin, None).await;
    let other = somebody(&centre, "olivier", Role::Admin, None).await;
    let old = profiles::mauritius();
    let (first, second) = (with_days(&old, "water-none", "9"), with_days(&old, "water-leak", "8"));
    assert_eq!(centre.write_profile_draft(&one, 0, &first).await.unwrap(), Drafted::Done(1));
    assert_eq!(centre.write_profile_draft(&other, 0, &second).await.unwrap(), Drafted::Overtaken);
    assert_eq!(centre.write_profile_draft(&other, 1, &second).await.unwrap(), Drafted::Done(2));
    assert_eq!(centre.put_profile_in_force(&one, 1, "as I saw it").await.unwrap(), PutInForce::Overtaken);
    assert!(!centre.drop_profile_draft(&one, 1).await.unwrap());
    assert_eq!(centre.profile_in_force().await.unwrap(), old, "nothing came into force");
    // Another version comes into force beside the draft: what it was begun from is not there any more.
    assert_eq!(centre.use_profile(&first, "by hand").await.unwrap(), PutInForce::Done(2));
    assert_eq!(centre.put_profile_in_force(&one, 2, "late").await.unwrap(), PutInForce::Overtaken);
    assert_eq!(centre.profile_draft().await.unwrap().unwrap().bundle, second, "it is still there to look at");
}

async fn a_complaint_keeps_its_day_and_its_name_whatever_becomes_of_its_category(place: &Place) {
    let centre = place.centre().await;
    let admin = somebody(&centre, "amina", Role::Admin, None).await;
    let unit = officer(&centre).await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let mut register = desk.next_registration("due");
    register.due_on = Some(20_784);
    let id = register.seed.complaint_id();
    desk.act(Some(id), complaints::Body::Register(Box::new(register)));
    desk.sync(&centre).await;
    // While the line is down, the office registers by the version that it has.
    let offline = desk.register("Pena dilo depi trwa zour.");

    let old = profiles::mauritius();
    let closed = changed(&with_days(&old, "water-none", "40"), "categories.csv", |sheet| {
        let row = sheet.find(&[("code", "water-none")]).unwrap();
        sheet.set(row, "closed_from", "2026-11-25");
    });
    assert_eq!(put(&centre, &admin, &closed, "It has another name now.").await, PutInForce::Done(2));
    drop(centre);
    let centre = place.open(old).await.unwrap();
    desk.sync(&centre).await;
    let kept = centre.complaint(id).await.unwrap().unwrap();
    assert_eq!(kept.register.due_on, Some(20_784));
    let accepted = centre.complaint(offline).await.unwrap().expect("what was registered offline is taken");
    assert_eq!(accepted.register.category, "water-none");
    let page = central_server::Page { offset: 0, limit: 50 };
    let rows = centre.queue(&unit, &central_server::QueueFilter::default(), page).await.unwrap().rows;
    let due = rows.iter().find(|row| row.id == id).and_then(|row| row.due_on);
    assert_eq!(due, Some(jiff::civil::date(2026, 11, 27)));
    let category = centre.profile().category("water-none").expect("its name is still known");
    assert!(!category.is_open_on(centre.now().date().tomorrow().unwrap()) && !category.name.is_empty());
    let audit = centre.verify().await.unwrap();
    assert!(audit.faults.is_empty(), "{:?}", audit.faults);
}

async fn an_office_that_is_added_can_be_admitted_at_once_and_one_that_is_closed_keeps_its_complaints(
    place: &Place,
) {
    let centre = place.centre().await;
    let admin = somebody(&centre, "amina", Role::Admin, None).await;
    let new = changed(&profiles::mauritius(), "offices.csv", |sheet| {
        let row = sheet.add_row(None);
        sheet.set(row, "code", "77");
        sheet.set(row, "name", "CAB 77, Agaléga");
        let closed = sheet.find(&[("code", "12")]).unwrap();
        sheet.set(closed, "closed_from", "2026-11-25");
    });
    assert_eq!(put(&centre, &admin, &new, "One more, one less.").await, PutInForce::Done(2));
    let mut desk = Desk::enrol(&centre, office(77), 1).await;
    desk.register("Pena dilo.");
    desk.sync(&centre).await;
    let mut closed = Desk::enrol(&centre, office(12), 2).await;
    let id = closed.register("Pena dilo.");
    closed.sync(&centre).await;
    assert!(centre.complaint(id).await.unwrap().is_some());
}

async fn the_pages_win_over_a_folder_until_it_changes_and_then_somebody_decides(place: &Place) {
    let folder = profiles::mauritius();
    let centre = place.centre().await;
    let admin = somebody(&centre, "amina", Role::Admin, None).await;
    let pages = with_days(&folder, "water-none", "9");
    assert_eq!(put(&centre, &admin, &pages, "Fewer people.").await, PutInForce::Done(2));
    drop(centre);

    let centre = place.open(folder.clone()).await.unwrap();
    assert_eq!(centre.profile_in_force().await.unwrap(), pages, "the folder has not changed");
    assert_eq!(centre.offered_profile().await.unwrap(), None);
    drop(centre);

    let newer = with_days(&folder, "water-leak", "8");
    let centre = place.open(newer.clone()).await.unwrap();
    assert_eq!(centre.profile_in_force().await.unwrap(), pages, "both have changed: nobody loses anything");
    assert_eq!(centre.offered_profile().await.unwrap(), Some(newer.clone()));
    centre.set_offered_profile_aside().await.unwrap();
    drop(centre);
    let centre = place.open(newer).await.unwrap();
    assert_eq!(centre.offered_profile().await.unwrap(), None, "it is known now");
    drop(centre);

    // Whoever exports what is in force into the folder goes on from there, and the folder wins again.
    drop(place.open(pages.clone()).await.unwrap());
    let next = with_days(&pages, "water-leak", "7");
    let centre = place.open(next.clone()).await.unwrap();
    assert_eq!(centre.profile_in_force().await.unwrap(), next);
    assert_eq!(centre.profile_versions().await.unwrap().len(), 3);
}

async fn the_first_version_of_a_store_that_kept_none_is_what_was_in_force(place: &Place) {
    drop(place.centre().await);
    place.tamper("DELETE FROM profile_versions");
    place.tamper("UPDATE settings SET value = '' WHERE key = 'profile_base'");
    let new = with_days(&profiles::mauritius(), "water-none", "9");
    let centre = place.open(new).await.unwrap();
    let versions = centre.profile_versions().await.unwrap();
    let numbers: Vec<u32> = versions.iter().map(|version| version.number).collect();
    assert_eq!(numbers, [2, 1], "a changed folder comes into force as before");
    assert_eq!(centre.profile_of(&versions[1].digest).await.unwrap(), profiles::mauritius());
}

/// An administrator with a browser.
struct Browser {
    router: axum::Router,
    cookie: String,
}

impl Browser {
    async fn signed_in(centre: &Arc<Centre>, router: axum::Router, login: &str, role: Role) -> Self {
        let name = format!("Agent {login}");
        let institution = (role == Role::Agent).then(|| "CWA".to_owned());
        let new = NewAgent { name, login: login.to_owned(), role, institution, office: None };
        centre.add_agent(new, Some(PASSWORD.to_owned())).await.unwrap();
        let mut browser = Self { router, cookie: String::new() };
        let fields = [("login", login), ("password", PASSWORD), ("next", "/agents")];
        let (_, cookie, _) = browser.send("/agents/sign-in", Some(&fields)).await;
        cookie.split(';').next().unwrap().clone_into(&mut browser.cookie);
        browser
    }

    async fn send(&self, address: &str, form: Option<&[(&str, &str)]>) -> (u16, String, String) {
        let request = match form {
            None => Request::get(address).body(Body::empty()),
            Some(fields) => {
                let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
                let kind = "application/x-www-form-urlencoded";
                Request::post(address).header(header::CONTENT_TYPE, kind).body(Body::from(form))
            }
        };
        let mut request = request.unwrap();
        request.headers_mut().insert(header::COOKIE, self.cookie.parse().unwrap());
        request.headers_mut().insert(header::ACCEPT_LANGUAGE, "en".parse().unwrap());
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        let told = |name| parts.headers.get(name).map_or("", |value| value.to_str().unwrap()).to_owned();
        let to = if parts.headers.contains_key(header::LOCATION) && !self.cookie.is_empty() {
            told(header::LOCATION)
        } else {
            told(header::SET_COOKIE)
        };
        let body = to_bytes(body, 1 << 24).await.unwrap().to_vec();
        (parts.status.as_u16(), to, locales::without_isolation(&String::from_utf8(body).unwrap()))
    }

    async fn page(&self, address: &str) -> String {
        let (status, _, text) = self.send(address, None).await;
        assert_eq!(status, 200, "{address}: {text}");
        text
    }

    /// Sends the form of that page with its hidden fields, and goes where it leads.
    async fn fill(&self, address: &str, typed: &[(&str, &str)]) -> (u16, String) {
        let page = self.page(address).await;
        let hidden = |name: &str| {
            let at = page.rfind(&format!("name=\"{name}\" value=\"")).unwrap();
            page[at..].split('"').nth(3).unwrap().to_owned()
        };
        let (word, revision) = (hidden("word"), hidden("revision"));
        let mut fields = vec![("word", word.as_str()), ("revision", revision.as_str())];
        fields.extend(typed);
        let (status, to, text) = self.send(address, Some(&fields)).await;
        if status == 303 { (200, self.page(&to).await) } else { (status, text) }
    }
}

const NEW_CATEGORY: [(&str, &str); 12] = [
    ("code", "drone-noise"),
    ("heading", "noise"),
    ("name_en", "Noise of drones"),
    ("name_fr", "Bruit de drones"),
    ("name_mfe", "Tapaz dronn"),
    ("name_ar", "ضجيج الطائرات المسيرة"),
    ("institution", "CWA"),
    ("priority", "normal"),
    ("ack_days", "1"),
    ("resolve_days", "6"),
    ("confidential", "1"),
    ("choice", "save"),
];

/// What there is to type, under a heading that the profile has.
fn new_category(centre: &Centre) -> Vec<(&'static str, String)> {
    let heading = centre.profile().categories[0].code.clone();
    let own = |name: &'static str, value: &str| match name {
        "heading" => (name, heading.clone()),
        _ => (name, value.to_owned()),
    };
    NEW_CATEGORY.into_iter().map(|(name, value)| own(name, value)).collect()
}

const PROFILE: &str = "/agents/admin/profile";

async fn an_administrator_adds_a_category_on_the_pages_and_takes_it_back(place: &Place) {
    let centre = Arc::new(place.centre().await);
    let router = web::router(Arc::clone(&centre));
    let admin = Browser::signed_in(&centre, router.clone(), "amina", Role::Admin).await;
    let agent = Browser::signed_in(&centre, router.clone(), "rajesh", Role::Agent).await;
    for address in ["", "/review", "/categories", "/categories/new", "/version/1"] {
        assert_eq!(agent.send(&format!("{PROFILE}{address}"), None).await.0, 403, "{address}");
    }
    let typed = new_category(&centre);
    let typed: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let (status, list) = admin.fill(&format!("{PROFILE}/categories/new"), &typed).await;
    assert!(status == 200 && list.contains("Noise of drones") && list.contains("row-drone-noise"), "{list}");
    assert!(!admin.page("/file").await.contains("Noise of drones"), "it is not in force");
    assert!(
        centre.profile_in_force().await.unwrap().file("categories.csv")
            == profiles::mauritius().file("categories.csv")
    );

    let review = admin.page(&format!("{PROFILE}/review")).await;
    assert!(review.contains("Noise of drones") && review.contains("data-testid=\"sound\""), "{review}");
    let (status, again) =
        admin.fill(&format!("{PROFILE}/review"), &[("choice", "force"), ("note", " ")]).await;
    assert!(status == 422 && again.contains("Write in one sentence why"));
    let note = [("choice", "force"), ("note", "People ask for it.")];
    let (status, done) = admin.fill(&format!("{PROFILE}/review"), &note).await;
    assert!(
        status == 200 && done.contains("The new version is in force") && done.contains("People ask for it.")
    );
    // The same server goes on with it: agents and programs see it at once.
    let services = admin.page("/open311/v2/services.json").await;
    assert!(services.contains("drone-noise"), "{services}");

    // Back again: a draft that says what version 1 said, and a third version.
    let one = admin.page(&format!("{PROFILE}/version/1")).await;
    let word = one[one.rfind("name=\"word\" value=\"").unwrap()..].split('"').nth(3).unwrap().to_owned();
    let (status, to, _) = admin.send(&format!("{PROFILE}/version/1"), Some(&[("word", &word)])).await;
    assert_eq!((status, to.as_str()), (303, "/agents/admin/profile/review?done=begun"));
    let review = admin.page(&format!("{PROFILE}/review")).await;
    assert!(review.contains("taken out"), "{review}");
    admin.fill(&format!("{PROFILE}/review"), &[("choice", "force"), ("note", "A mistake.")]).await;
    assert!(!admin.page("/open311/v2/services.json").await.contains("drone-noise"));
    let versions = centre.profile_versions().await.unwrap();
    assert_eq!((versions.len(), versions[0].digest), (3, versions[2].digest));
    for language in ["fr", "mfe", "ar-MA"] {
        for address in ["", "/categories", "/offices/12", "/holidays?year=2026", "/version/2", "/routing/new"]
        {
            let sign = if address.contains('?') { "&" } else { "?" };
            let page = admin.page(&format!("{PROFILE}{address}{sign}lang={language}")).await;
            for unfinished in [">profile-", "\"profile-", "{ $"] {
                assert!(!page.contains(unfinished), "{language} {address}: {unfinished}");
            }
        }
    }
}

async fn a_server_goes_on_with_what_another_one_has_put_in_force(place: &Place) {
    let one = Arc::new(place.centre().await);
    let serving = web::Serving::new(Arc::clone(&one), web::ServeOptions::default(), |_| {});
    let other = place.centre().await;
    let admin = somebody(&other, "amina", Role::Admin, None).await;
    let new = with_days(&profiles::mauritius(), "water-none", "9");
    assert_eq!(put(&other, &admin, &new, "Fewer people.").await, PutInForce::Done(2));
    serving.look().await.unwrap();
    let days = serving.centre().profile().category("water-none").and_then(|it| it.resolve_days);
    assert_eq!(days, Some(9));
    assert_ne!(
        one.profile().category("water-none").and_then(|it| it.resolve_days),
        Some(9),
        "what is under way ends as it began"
    );
}

async fn what_a_form_cannot_take_comes_back_with_it(place: &Place) {
    let centre = Arc::new(place.centre().await);
    let admin = Browser::signed_in(&centre, web::router(Arc::clone(&centre)), "amina", Role::Admin).await;
    let new = format!("{PROFILE}/holidays/new");
    let names = [("name_en", "a"), ("name_fr", "b"), ("name_mfe", "c"), ("name_ar", "d"), ("choice", "save")];
    for (day, says) in [
        ("2026-11-24", "Choose a day after today"),
        ("2026-12-25", "is a public holiday already"),
        ("soon", "takes a day"),
        ("", "Fill in “Day”."),
    ] {
        let typed: Vec<(&str, &str)> = names.into_iter().chain([("date", day)]).collect();
        let (status, page) = admin.fill(&new, &typed).await;
        assert!(status == 422 && page.contains(says), "{day}: {page}");
        assert!(page.contains("value=\"c\""), "what was typed is still there");
    }
    let (status, page) =
        admin.fill(&format!("{PROFILE}/offices/new"), &[("code", "90"), ("name", "x")]).await;
    assert!(status == 422 && page.contains("This code is taken"), "the portal has it: {page}");
    let (status, page) = admin
        .fill(
            &format!("{PROFILE}/categories/water-none"),
            &[("alternatives", "NOBODY"), ("resolve_days", "x")],
        )
        .await;
    assert!(status == 422 && page.contains("a whole number of days"), "{page}");
    assert_eq!(centre.profile_draft().await.unwrap(), None, "nothing was kept");
    assert_eq!(admin.send(&format!("{PROFILE}/offices/01"), Some(&[("word", "forged")])).await.0, 403);
    assert_eq!(admin.send(&format!("{PROFILE}/nothing"), None).await.0, 404);
    // A day that is free already stays; one that is to come may be taken out.
    let past = admin.page(&format!("{PROFILE}/holidays/2026-01-01")).await;
    assert!(past.contains("so it stays") && !past.contains("data-testid=\"remove\""));
    let (status, list) = admin.fill(&format!("{PROFILE}/holidays/2026-12-25"), &[("choice", "remove")]).await;
    assert!(status == 200 && list.contains("Taken out of the draft") && !list.contains("row-2026-12-25"));
    // Somebody else is faster: what was typed comes back with the new revision.
    let fields = [("word", ""), ("revision", "0"), ("name", "Elsewhere"), ("choice", "save")];
    let page = admin.page(&format!("{PROFILE}/offices/01")).await;
    let word = page[page.rfind("name=\"word\" value=\"").unwrap()..].split('"').nth(3).unwrap().to_owned();
    let fields: Vec<(&str, &str)> =
        [("word", word.as_str())].into_iter().chain(fields.into_iter().skip(1)).collect();
    let (status, _, page) = admin.send(&format!("{PROFILE}/offices/01"), Some(&fields)).await;
    assert!(
        status == 409 && page.contains("Elsewhere") && page.contains("name=\"revision\" value=\"1\""),
        "{page}"
    );
}
