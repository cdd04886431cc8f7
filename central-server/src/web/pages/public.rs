//! What citizens see: the first page. Filing is in `filing`, following a complaint in `follow` and `case`.

pub(super) mod account;
pub(super) mod case;
pub(super) mod figures;
pub(super) mod filing;
pub(super) mod follow;
mod guest;
pub(super) mod uploads;
pub(super) mod widget;

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use complaints::profile::{Office, Profile, text_in};
use complaints::{AccessCode, ComplaintSeed, OfficeCode, Reference};

use super::Pages;
use super::failures::{Failure, page};
use super::forms::Faults;
use super::frame::Frame;
use super::visit::Visit;

#[derive(Template)]
#[template(path = "portal/home.html")]
struct Home {
    frame: Frame,
    form: FollowForm,
    office_title: String,
    offices: Vec<OfficeLine>,
    /// Whether the profile tells more about its offices than their names.
    offices_told: bool,
    emergency: Vec<(String, String)>,
    privacy: String,
    privacy_version: String,
    /// Citizens may file here.
    has_portal: bool,
}

/// An office to go to.
struct OfficeLine {
    name: String,
    /// Address and hours, where the profile has them.
    told: Vec<String>,
    /// As people read it.
    phone: String,
    /// As a telephone dials it.
    dial: String,
}

impl OfficeLine {
    fn new(profile: &Profile, office: &Office) -> Self {
        let told = [&office.address, &office.hours].into_iter().filter(|told| !told.is_empty()).cloned();
        Self {
            name: office.name.clone(),
            told: told.collect(),
            phone: office.phone.clone(),
            dial: profile
                .stored_phone(&office.phone)
                .chars()
                .filter(|c| c.is_ascii_digit() || *c == '+')
                .collect(),
        }
    }
}

/// The form for following, with what was typed and what is wrong with it.
struct FollowForm {
    reference: String,
    code: String,
    faults: Faults,
    example_reference: String,
    example_code: String,
    /// It is what one comes to the page for.
    is_main: bool,
}

impl FollowForm {
    fn new(profile: &Profile, reference: String, code: String, faults: Faults) -> Self {
        Self {
            reference,
            code,
            faults,
            is_main: true,
            example_reference: example_reference(profile),
            example_code: unbroken(&AccessCode::of(&ComplaintSeed::from_random([0; 16])).to_string()),
        }
    }
}

/// A reference as one looks at the first office of the profile.
fn example_reference(profile: &Profile) -> String {
    let office = profile.offices.keys().next().copied().or_else(|| OfficeCode::new(1).ok());
    office
        .map(|office| Reference { office, device: 1, counter: 362 })
        .map(|it| unbroken(&it.to_string()))
        .unwrap_or_default()
}

/// The same with hyphens at which no line breaks.
fn unbroken(text: &str) -> String {
    text.replace('-', "\u{2011}")
}

/// `GET /`
pub(super) async fn home(State(pages): State<Arc<Pages>>, visit: Visit) -> Result<Response, Failure> {
    let profile = pages.profile();
    let frame = Frame::new(profile, &visit);
    let tag = frame.tag();
    let today = pages.centre.now().date();
    let open = |office: &&Office| office.is_open_on(today);
    let offices: Vec<OfficeLine> =
        profile.offices.values().filter(open).map(|office| OfficeLine::new(profile, office)).collect();
    let told = |office: &OfficeLine| !office.told.is_empty() || !office.phone.is_empty();
    let has_portal = profile.portal.is_some();
    let form = FollowForm::new(profile, String::new(), String::new(), Faults::default());
    let home = Home {
        form: FollowForm { is_main: !has_portal, ..form },
        office_title: text_in(&profile.office_title, tag).to_owned(),
        offices_told: offices.iter().any(told),
        offices,
        emergency: emergency(profile, &frame),
        privacy: text_in(&profile.privacy, tag).to_owned(),
        privacy_version: profile.privacy_version.clone(),
        has_portal,
        frame,
    };
    let mut response = page(StatusCode::OK, &home)?;
    // Nothing personal: a browser may keep it and ask whether it is still so, for each language of its own.
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Language, Cookie"));
    Ok(response)
}

/// What help in danger is called, and its number. A service that we have no word for keeps its name in the profile.
fn emergency(profile: &Profile, frame: &Frame) -> Vec<(String, String)> {
    let named = |(service, number): (&String, &String)| {
        let word = match service.as_str() {
            known @ ("police" | "ambulance" | "fire") => frame.t(&format!("portal-emergency-{known}")),
            other => other.to_owned(),
        };
        (word, number.clone())
    };
    let order = ["police", "ambulance", "fire"];
    let mut services: Vec<_> = profile.emergency.iter().collect();
    services
        .sort_by_key(|(service, _)| order.iter().position(|known| known == service).unwrap_or(order.len()));
    services.into_iter().map(named).collect()
}
