//! Who may sign in and as what, for administrators; auditors read it. A password that is drawn is shown once, on the
//! page that answers the form.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use complaints::OfficeCode;
use complaints::profile::Profile;

use super::deeds::Draft;
use super::queue::institutions;
use super::session::SignedIn;
use super::{Desk, PEOPLE, sign_in};
use crate::access::Right;
use crate::error::CentreError;
use crate::people::{Agent, AgentChange, AgentId, NewAgent, Role};
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::forms::{Faults, Typed};
use crate::web::pages::frame::{Frame, institution_name, office_name};
use crate::web::pages::visit::Visit;

#[derive(Template)]
#[template(path = "agents/people.html")]
struct People {
    frame: Frame,
    desk: Desk,
    may_change: bool,
    lines: Vec<Line>,
    roles: Vec<(String, String)>,
    institutions: Vec<(String, String)>,
    offices: Vec<(String, String)>,
    draft: Draft,
    done: Option<String>,
    notice: Option<String>,
    /// Login and the password that was drawn for it.
    drawn: Option<(String, String)>,
}

struct Line {
    id: String,
    name: String,
    login: String,
    role: String,
    role_name: String,
    place: String,
    place_code: String,
    disabled: bool,
    one_time: bool,
    /// Nobody changes themselves.
    is_self: bool,
}

/// What the page shows besides the list.
#[derive(Default)]
struct Shown {
    draft: Draft,
    notice: Option<String>,
    drawn: Option<(String, String)>,
}

/// `GET /agents/people`
pub(in crate::web::pages) async fn list(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let Some(signed_in) = SignedIn::from(&pages, &headers).await? else { return Ok(sign_in::first(&visit)) };
    signed_in.must(Right::SeeAgents)?;
    shown(&pages, &visit, &signed_in, StatusCode::OK, Shown::default()).await
}

/// `POST /agents/people`: somebody more.
pub(in crate::web::pages) async fn add(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    typed: Typed,
) -> Result<Response, Failure> {
    let Some(signed_in) = SignedIn::from(&pages, &headers).await? else { return Ok(sign_in::first(&visit)) };
    signed_in.must(Right::KeepAgents)?;
    let frame = Frame::new(pages.profile(), &visit);
    let mut faults = Faults::default();
    let draft = |faults| Draft { deed: "add", fields: typed.clean(), faults };
    if !signed_in.wrote(typed.get("word")) {
        let notice = Some(frame.t("agents-token"));
        let kept = Shown { draft: draft(faults), notice, drawn: None };
        return shown(&pages, &visit, &signed_in, StatusCode::FORBIDDEN, kept).await;
    }
    let (name, login) = (typed.line("name"), typed.line("login").to_lowercase());
    if name.is_empty() || name.chars().count() > 100 {
        faults.add("add-name", frame.t("agents-people-name-missing"));
    }
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | '_' | '@');
    if login.is_empty() || login.len() > 64 || !login.chars().all(plain) {
        faults.add("add-login", frame.t("agents-people-login-wrong"));
    }
    let place = place(&frame, pages.profile(), &typed, ("add-role", "add-place"), &mut faults);
    if let Some((role, institution, office)) = place.filter(|_| faults.is_empty()) {
        let new = NewAgent { name, login: login.clone(), role, institution, office };
        match pages.centre.add_agent(new, None).await {
            Ok(added) => {
                let drawn = added.password.map(|password| (added.login, password));
                let kept = Shown { drawn, ..Shown::default() };
                return shown(&pages, &visit, &signed_in, StatusCode::OK, kept).await;
            }
            Err(CentreError::Invalid(_)) => faults.add("add-login", frame.t("agents-people-login-taken")),
            Err(error) => return Err(error.into()),
        }
    }
    let kept = Shown { draft: draft(faults), ..Shown::default() };
    shown(&pages, &visit, &signed_in, StatusCode::UNPROCESSABLE_ENTITY, kept).await
}

/// `POST /agents/people/{id}/{change}`
pub(in crate::web::pages) async fn change(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    Path((id, change)): Path<(String, String)>,
    typed: Typed,
) -> Result<Response, Failure> {
    let Some(signed_in) = SignedIn::from(&pages, &headers).await? else { return Ok(sign_in::first(&visit)) };
    signed_in.must(Right::KeepAgents)?;
    let id: AgentId = id.parse().map_err(|_| Failure::NotFound)?;
    let frame = Frame::new(pages.profile(), &visit);
    if !signed_in.wrote(typed.get("word")) {
        let kept = Shown { notice: Some(frame.t("agents-token")), ..Shown::default() };
        return shown(&pages, &visit, &signed_in, StatusCode::FORBIDDEN, kept).await;
    }
    let mut faults = Faults::default();
    let wanted = match change.as_str() {
        "password" => {
            let (agent, password) = pages.centre.reset_password(&signed_in.agent, id).await?;
            let kept = Shown { drawn: Some((agent.login, password)), ..Shown::default() };
            return shown(&pages, &visit, &signed_in, StatusCode::OK, kept).await;
        }
        "disable" => Some(AgentChange::Disable),
        "enable" => Some(AgentChange::Enable),
        "role" => place(&frame, pages.profile(), &typed, ("change-role", "change-place"), &mut faults)
            .map(|(role, institution, office)| AgentChange::Become { role, institution, office }),
        _ => return Err(Failure::NotFound),
    };
    let Some(wanted) = wanted.filter(|_| faults.is_empty()) else {
        let messages: Vec<String> = faults.iter().map(|fault| fault.message.clone()).collect();
        let kept = Shown { notice: Some(messages.join(" ")), ..Shown::default() };
        return shown(&pages, &visit, &signed_in, StatusCode::UNPROCESSABLE_ENTITY, kept).await;
    };
    pages.centre.change_agent(&signed_in.agent, id, &wanted).await?;
    Ok(Redirect::to(&format!("{PEOPLE}?done={change}")).into_response())
}

/// A role and what it belongs to, from one field for either.
fn place(
    frame: &Frame,
    profile: &Profile,
    typed: &Typed,
    (role_field, place_field): (&'static str, &'static str),
    faults: &mut Faults,
) -> Option<(Role, Option<String>, Option<OfficeCode>)> {
    let role: Option<Role> = typed.line("role").parse().ok();
    let Some(role) = role else {
        faults.add(role_field, frame.t("agents-people-role-missing"));
        return None;
    };
    let place = typed.line("place");
    if role.is_of_an_institution() {
        if !profile.institutions.contains_key(&place) {
            faults.add(place_field, frame.t("agents-people-institution-missing"));
        }
        return Some((role, Some(place), None));
    }
    if role == Role::Cab {
        let office: Option<OfficeCode> = place.parse().ok();
        if office.is_none_or(|office| !profile.offices.contains_key(&office)) {
            faults.add(place_field, frame.t("agents-people-office-missing"));
        }
        return Some((role, None, office));
    }
    Some((role, None, None))
}

async fn shown(
    pages: &Pages,
    visit: &Visit,
    signed_in: &SignedIn,
    status: StatusCode,
    Shown { draft, notice, drawn }: Shown,
) -> Result<Response, Failure> {
    let profile = pages.profile();
    let mut frame = Frame::new(profile, visit);
    if !draft.deed.is_empty() || drawn.is_some() {
        frame.languages.clear();
    }
    let agents = pages.centre.agents().await?;
    let done = ["disable", "enable", "role"].contains(&visit.asked("done"));
    let people = People {
        desk: Desk::at(&frame, profile, signed_in, PEOPLE),
        may_change: signed_in.may(Right::KeepAgents),
        lines: agents.iter().map(|agent| line(&frame, profile, signed_in, agent)).collect(),
        roles: Role::ALL.map(|role| (role.word().to_owned(), role_name(&frame, role))).to_vec(),
        institutions: institutions(profile, &frame),
        offices: profile
            .offices
            .iter()
            .map(|(code, office)| (code.to_string(), office.name.clone()))
            .collect(),
        draft,
        done: done.then(|| frame.t(&format!("agents-people-done-{}", visit.asked("done")))),
        notice,
        drawn,
        frame,
    };
    page(status, &people)
}

fn role_name(frame: &Frame, role: Role) -> String {
    frame.t(&format!("agents-role-{}", role.word()))
}

fn line(frame: &Frame, profile: &Profile, signed_in: &SignedIn, agent: &Agent) -> Line {
    let (place, place_code) = match (&agent.institution, agent.office) {
        (Some(code), _) => (institution_name(profile, code, frame).to_owned(), code.clone()),
        (None, Some(office)) => (office_name(profile, office), office.to_string()),
        (None, None) => (String::new(), String::new()),
    };
    Line {
        id: agent.id.to_string(),
        name: agent.name.clone(),
        login: agent.login.clone(),
        role: agent.role.word().to_owned(),
        role_name: role_name(frame, agent.role),
        place,
        place_code,
        disabled: agent.disabled,
        one_time: agent.one_time_password,
        is_self: agent.id == signed_in.agent.id,
    }
}
