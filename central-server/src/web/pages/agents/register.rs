//! Registering in the name of an office whose own computers are out of order. It asks for what the counter asks for, and
//! only what makes a complaint is needed.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use complaints::profile::{Profile, text_in};
use complaints::{Channel, Citizen, ContactWay, Discretion, Kind, stored_phone};
use locales::Language;

use super::deeds::Draft;
use super::offer::{categories, kinds};
use super::session::SignedIn;
use super::{Desk, REGISTER, sign_in};
use crate::access::Right;
use crate::error::CentreError;
use crate::filing::Filing;
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::forms::{Faults, Typed};
use crate::web::pages::frame::Frame;
use crate::web::pages::visit::Visit;

/// The longest line of a person or a place, in characters.
const LONGEST_LINE: usize = 200;

#[derive(Template)]
#[template(path = "agents/register.html")]
struct Register {
    frame: Frame,
    desk: Desk,
    draft: Draft,
    /// Why nothing was taken, when it is not a field's fault.
    notice: Option<String>,
    kinds: Vec<(String, String)>,
    categories: Vec<(String, String)>,
    languages: Vec<(String, String)>,
    ways: Vec<(String, String)>,
    discretions: Vec<(String, String)>,
    localities: Vec<String>,
    privacy: String,
}

/// `GET /agents/register`
pub(in crate::web::pages) async fn ask(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let Some(signed_in) = SignedIn::from(&pages, &headers).await? else { return Ok(sign_in::first(&visit)) };
    signed_in.must(Right::Register)?;
    shown(&pages, &visit, &signed_in, StatusCode::OK, (Draft::default(), None))
}

/// `POST /agents/register`
pub(in crate::web::pages) async fn take(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    typed: Typed,
) -> Result<Response, Failure> {
    let Some(signed_in) = SignedIn::from(&pages, &headers).await? else {
        return sign_in::again(&pages, &visit, REGISTER, &typed.text("text").clean);
    };
    signed_in.must(Right::Register)?;
    let frame = Frame::new(pages.profile(), &visit);
    let draft = |faults| Draft { deed: "register", fields: typed.clean(), faults };
    if !signed_in.wrote(typed.get("word")) {
        let notice = Some(frame.t("agents-token"));
        let kept = (draft(Faults::default()), notice);
        return shown(&pages, &visit, &signed_in, StatusCode::FORBIDDEN, kept);
    }
    let mut faults = Faults::default();
    let read = read(&frame, pages.profile(), &typed, &mut faults);
    let Some(filing) = read.filter(|_| faults.is_empty()) else {
        return shown(&pages, &visit, &signed_in, StatusCode::UNPROCESSABLE_ENTITY, (draft(faults), None));
    };
    let filing = Filing { office: signed_in.agent.office, ..filing };
    match pages.centre.file(&filing, &signed_in.agent.author()).await {
        Ok(filed) => {
            let address = format!("/agents/case/{}/receipt?id={}", filed.register.reference, filed.id);
            Ok(Redirect::to(&address).into_response())
        }
        Err(CentreError::Invalid(_)) => {
            let notice = Some(frame.t("agents-no-longer-possible"));
            let kept = (draft(Faults::default()), notice);
            shown(&pages, &visit, &signed_in, StatusCode::CONFLICT, kept)
        }
        Err(error) if error.is_temporary() => {
            let notice = Some(frame.t("centre-trouble"));
            let kept = (draft(Faults::default()), notice);
            shown(&pages, &visit, &signed_in, StatusCode::SERVICE_UNAVAILABLE, kept)
        }
        Err(error) => Err(error.into()),
    }
}

fn read(frame: &Frame, profile: &Profile, typed: &Typed, faults: &mut Faults) -> Option<Filing> {
    let kind: Option<Kind> = typed.line("kind").parse().ok();
    if kind.is_none() {
        faults.add("register-kind", frame.t("agents-kind-missing"));
    }
    let category = typed.line("category");
    let known = profile.category(&category);
    if known.is_none() {
        faults.add("register-category", frame.t("agents-category-missing"));
    }
    let text = typed.text("text");
    faults.add_if("register-text", text.message(frame, Some("agents-register-text-missing")));
    let language: Option<Language> = typed.line("language").parse().ok();
    if language.is_none() {
        faults.add("register-language", frame.t("agents-register-language-missing"));
    }
    let discretion: Option<Discretion> = typed.line("discretion").parse().ok();
    let offered = |chosen: Discretion| {
        chosen == Discretion::Open || known.is_some_and(|known| known.discretion.contains(&chosen))
    };
    if discretion.is_none_or(|chosen| !offered(chosen)) {
        faults.add("register-discretion", frame.t("agents-register-discretion-wrong"));
    }
    if !typed.ticked("notice") {
        faults.add("register-notice", frame.t("agents-register-notice-missing"));
    }
    let citizen = citizen(frame, typed, faults);
    let place = line(frame, typed, ("place", "register-place"), faults);
    let subject = line(frame, typed, ("subject", "register-subject"), faults).unwrap_or_default();
    let ways = ContactWay::ALL.iter().copied().filter(|way| typed.ticked(&format!("way-{way}")));
    let places: Vec<&str> = [&place, &citizen.locality].into_iter().flatten().map(String::as_str).collect();
    let proposal = profile.proposal(&category, &places);
    Some(Filing {
        channel: Channel::WebDesk,
        office: None,
        kind: kind?,
        institution: proposal.map(|proposal| proposal.institution.to_owned()),
        category,
        subject,
        text: text.taken()?,
        place,
        language: language?.tag().to_owned(),
        citizen,
        contact_by: ways.collect(),
        notice_language: Some(language?.tag().to_owned()),
        representative: None,
        discretion,
        point: None,
        recorded_at: None,
    })
}

fn citizen(frame: &Frame, typed: &Typed, faults: &mut Faults) -> Citizen {
    let mut line = |name: &str, field: &'static str| line(frame, typed, (name, field), faults);
    let mut citizen = Citizen {
        surname: line("surname", "register-surname"),
        other_names: line("other_names", "register-other_names"),
        nic: line("nic", "register-nic"),
        phone: line("phone", "register-phone"),
        email: line("email", "register-email"),
        address: line("address", "register-address"),
        locality: line("locality", "register-locality"),
    };
    // As at the counter: a number that fits no rule is kept as it was typed, and never stops anybody.
    citizen.phone = citizen.phone.map(|phone| stored_phone(&phone));
    citizen
}

/// A line that may be empty.
fn line(
    frame: &Frame,
    typed: &Typed,
    (name, field): (&str, &'static str),
    faults: &mut Faults,
) -> Option<String> {
    let line = typed.line(name);
    if line.chars().count() > LONGEST_LINE {
        faults.add(field, frame.t("agents-subject-long"));
    }
    Some(line).filter(|line| !line.is_empty())
}

fn shown(
    pages: &Pages,
    visit: &Visit,
    signed_in: &SignedIn,
    status: StatusCode,
    (draft, notice): (Draft, Option<String>),
) -> Result<Response, Failure> {
    let profile = pages.profile();
    let mut frame = Frame::new(profile, visit);
    if !draft.deed.is_empty() {
        frame.languages.clear();
    }
    let language = |tag: &String| {
        let known: Option<Language> = tag.parse().ok();
        known.map(|language| (tag.clone(), language.own_name().to_owned()))
    };
    let ways = ContactWay::ALL.iter();
    let register = Register {
        desk: Desk::at(&frame, profile, signed_in, REGISTER),
        kinds: kinds(&frame),
        categories: categories(&frame, profile, pages.centre.now().date()),
        languages: profile.languages.iter().filter_map(language).collect(),
        ways: ways.map(|way| (way.to_string(), frame.t(&format!("agents-contact-{way}")))).collect(),
        discretions: Discretion::ALL
            .iter()
            .map(|it| (it.to_string(), frame.t(&format!("agents-discretion-{it}"))))
            .collect(),
        localities: profile.localities.clone(),
        privacy: text_in(&profile.privacy, frame.tag()).to_owned(),
        draft,
        notice,
        frame,
    };
    page(status, &register)
}
