//! One complaint with everything an agent may know of it, and the forms for what may be done with it. What a form does
//! is in `deeds`.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use complaints::profile::Profile;
use complaints::{
    Citizen, Complaint, ComplaintId, CorrectedField, KeptValue, Reference, Status, shown_phone,
};
use jiff::civil::Date;
use locales::{Args, Language};

use super::deadline::Deadline;
use super::deeds::Draft;
use super::documents::{Line, lines};
use super::queue::{Due, done, institutions};
use super::session::SignedIn;
use super::story::{Entry, entries, field_name, shown_value};
use super::{Desk, sign_in};
use crate::error::CentreError;
use crate::people::Role;
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::frame::{Frame, category_name, institution_name, office_name};
use crate::web::pages::visit::Visit;

#[derive(Template)]
#[template(path = "agents/case.html")]
struct Case {
    frame: Frame,
    desk: Desk,
    reference: String,
    id: String,
    version: u32,
    subject: String,
    crumb: Vec<String>,
    urgent: bool,
    restricted: bool,
    text: String,
    text_language: String,
    story: Vec<Entry>,
    due: Due,
    due_day: Option<String>,
    deadline: Option<Deadline>,
    deadline_text: String,
    about: Vec<Fact>,
    citizen: Vec<Fact>,
    differ: Vec<Differ>,
    documents: Vec<Line>,
    twins: Vec<Twin>,
    done: Option<String>,
    notice: Option<Notice>,
    draft: Draft,
    may_answer: bool,
    may_route: bool,
    institutions: Vec<(String, String)>,
    with: String,
    answer_hint: String,
    from: Status,
    statuses: Vec<(Status, String)>,
}

/// A line of facts.
struct Fact {
    id: &'static str,
    label: String,
    value: String,
    left_to_right: bool,
}

/// A field in which several values stand side by side.
struct Differ {
    title: String,
    values: Vec<String>,
}

/// Another complaint of the same reference.
struct Twin {
    id: String,
    subject: String,
    registered: String,
}

/// Something to say above everything else.
pub(super) struct Notice {
    pub(super) title: String,
    pub(super) text: String,
    /// What is new since the form was opened.
    pub(super) news: Vec<String>,
}

/// What a page of a complaint shows besides the complaint: an unfinished form, and why it is unfinished.
#[derive(Default)]
pub(super) struct Unfinished {
    pub(super) draft: Draft,
    pub(super) notice: Option<Notice>,
}

/// `GET /agents/case/{reference}`, with `?id=` one of several complaints of that reference.
pub(in crate::web::pages) async fn show(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    Path(reference): Path<String>,
) -> Result<Response, Failure> {
    let Some(signed_in) = SignedIn::from(&pages, &headers).await? else { return Ok(sign_in::first(&visit)) };
    let reference: Reference = reference.parse().map_err(|_| Failure::NotFound)?;
    let complaints = seen(&pages, &signed_in, &reference).await?;
    let asked: Option<ComplaintId> = visit.asked("id").parse().ok();
    let chosen = complaints.iter().find(|complaint| Some(complaint.id) == asked);
    let complaint = chosen.or(complaints.first()).ok_or(Failure::NotFound)?;
    let frame = Frame::new(pages.profile(), &visit);
    let done = done(&frame, &visit);
    let mut case = Case::new(frame, &pages, &signed_in, complaint, Unfinished::default()).await?;
    case.done = done;
    case.twins = twins(&case.frame, complaint, &complaints);
    page(StatusCode::OK, &case)
}

/// `GET` of a form's address, which happens when somebody reloads: back to the complaint.
pub(in crate::web::pages) async fn back(
    Path((reference, _)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let reference: Reference = reference.parse().map_err(|_| Failure::NotFound)?;
    Ok(Redirect::to(&format!("/agents/case/{reference}")).into_response())
}

/// The page with a form that was not taken, and why.
pub(super) async fn unfinished(
    pages: &Pages,
    visit: &Visit,
    signed_in: &SignedIn,
    complaint: &Complaint,
    (status, unfinished): (StatusCode, Unfinished),
) -> Result<Response, Failure> {
    let mut frame = Frame::new(pages.profile(), visit);
    // A link to another language would lose what was typed.
    frame.languages.clear();
    page(status, &Case::new(frame, pages, signed_in, complaint, unfinished).await?)
}

/// The complaints of a reference that this agent may see.
pub(super) async fn seen(
    pages: &Pages,
    signed_in: &SignedIn,
    reference: &Reference,
) -> Result<Vec<Complaint>, Failure> {
    let mut complaints = pages.centre.case(reference).await?;
    complaints.retain(|complaint| signed_in.agent.may_see(complaint));
    Ok(complaints)
}

impl Case {
    async fn new(
        frame: Frame,
        pages: &Pages,
        signed_in: &SignedIn,
        complaint: &Complaint,
        Unfinished { draft, notice }: Unfinished,
    ) -> Result<Self, CentreError> {
        let profile = pages.profile();
        // In confidence means: the unit at the centre knows who complains, an institution does not.
        let shown = match signed_in.agent.role {
            Role::Agent => complaint.for_institutions(),
            Role::Csu | Role::Admin => complaint.clone(),
        };
        let complaint = &shown;
        let register = &complaint.register;
        let category = profile.category(&register.category);
        let matter = category_name(profile, &register.category, &frame);
        let today = pages.centre.now().date();
        let deadline = Deadline::new(complaint, profile, today, frame.direction() == "rtl");
        let left = deadline.as_ref().map_or(0, |deadline| deadline.left);
        let status_word = |status: Status| frame.of_kind(&format!("centre-status-{status}"), &register.kind);
        let open = !complaint.status.is_finished();
        let documents = lines(pages, &frame, complaint, today).await?;
        Ok(Self {
            desk: Desk::new(&frame, profile, signed_in, None),
            reference: register.reference.to_string(),
            id: complaint.id.to_string(),
            version: complaint.version,
            subject: if register.subject.trim().is_empty() {
                matter.clone()
            } else {
                register.subject.clone()
            },
            crumb: vec![matter, office_name(profile, complaint.office), status_word(complaint.status)],
            urgent: open && category.is_some_and(|category| category.priority == "urgent"),
            restricted: category.is_some_and(|category| category.restricted),
            text: register.text.clone(),
            text_language: register.language.parse::<Language>().map_or("", Language::tag).to_owned(),
            story: entries(&frame, profile, complaint, today),
            due: Due::new(&frame, complaint.status, complaint.due_on(), today),
            due_day: complaint.due_on().map(|due| frame.day(due)),
            deadline_text: frame.with("centre-days-left", &Args::new().with("count", left)),
            deadline,
            about: about(&frame, profile, complaint, today),
            citizen: citizen(&frame, &register.citizen, complaint),
            differ: differ(&frame, profile, complaint, today),
            documents,
            twins: Vec::new(),
            done: None,
            notice,
            draft,
            may_answer: open,
            may_route: open && signed_in.agent.may_route(),
            institutions: institutions(profile),
            with: institution_name(profile, &complaint.institution).to_owned(),
            answer_hint: frame.one("agents-answer-hint", "language", &language_name(&register.language)),
            from: complaint.status,
            statuses: complaint.status.next().iter().map(|&status| (status, status_word(status))).collect(),
            frame,
        })
    }
}

fn about(frame: &Frame, profile: &Profile, complaint: &Complaint, today: Date) -> Vec<Fact> {
    let register = &complaint.register;
    let recorded = complaint.recorded_at();
    let day = frame.short_day(recorded.date(), today);
    let at = frame.with("centre-day-time", &Args::new().with("date", day).with("time", frame.time(recorded)));
    let fact = |id: &'static str, value: String| Fact {
        id,
        label: frame.t(&format!("centre-fact-{id}")),
        value,
        left_to_right: false,
    };
    let mut facts = vec![
        fact("kind", frame.t(&format!("centre-kind-{}", register.kind))),
        fact("status", frame.of_kind(&format!("centre-status-{}", complaint.status), &register.kind)),
        fact("with", institution_name(profile, &complaint.institution).to_owned()),
        fact("registered", at),
        fact("office", office_name(profile, complaint.office)),
    ];
    if let Some(place) = register.place.clone().filter(|place| !place.trim().is_empty()) {
        facts.push(fact("place", place));
    }
    facts
}

fn citizen(frame: &Frame, citizen: &Citizen, complaint: &Complaint) -> Vec<Fact> {
    let fact = |id: &'static str, value: String, left_to_right: bool| Fact {
        id,
        label: frame.t(&format!("agents-{id}")),
        value,
        left_to_right,
    };
    let name = Some(citizen.full_name())
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| frame.t("agents-no-name"));
    let mut facts = vec![fact("name", name, false)];
    let address: Vec<&str> = [&citizen.address, &citizen.locality]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    for (id, value, left_to_right) in [
        ("nic", citizen.nic.clone(), true),
        ("phone", citizen.phone.as_deref().map(shown_phone), true),
        ("email", citizen.email.clone(), true),
        ("address", Some(address.join(", ")), false),
    ] {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            facts.push(fact(id, value, left_to_right));
        }
    }
    facts.push(fact("language", language_name(&complaint.register.language), false));
    let ways = complaint.register.contact_by.iter().map(|way| frame.t(&format!("agents-contact-{way}")));
    let ways: Vec<String> = ways.collect();
    if !ways.is_empty() {
        facts.push(fact("contact", ways.join(frame.comma()), false));
    }
    facts
}

fn differ(frame: &Frame, profile: &Profile, complaint: &Complaint, today: Date) -> Vec<Differ> {
    let told = |conflict: &CorrectedField| {
        let value = |kept: &KeptValue| {
            let value = shown_value(frame, profile, conflict.field, kept.value.clone());
            let args = Args::new()
                .with("value", value.unwrap_or_else(|| frame.t("agents-field-empty")))
                .with("name", kept.author.name.as_str())
                .with("date", frame.short_day(kept.at.date(), today));
            frame.with("agents-differ-value", &args)
        };
        Differ {
            title: frame.one("agents-differ", "field", &field_name(frame, conflict.field)),
            values: conflict.values.iter().map(value).collect(),
        }
    };
    complaint.conflicts().map(told).collect()
}

/// A language by its own name; a tag that we have no name for stays as it is.
fn language_name(tag: &str) -> String {
    tag.parse::<Language>().map_or_else(|_| tag.to_owned(), |language| language.own_name().to_owned())
}

fn twins(frame: &Frame, shown: &Complaint, all: &[Complaint]) -> Vec<Twin> {
    let others = all.iter().filter(|complaint| complaint.id != shown.id);
    let twin = |complaint: &Complaint| Twin {
        id: complaint.id.to_string(),
        subject: complaint.register.subject.clone(),
        registered: frame.day(complaint.recorded_at().date()),
    };
    others.map(twin).collect()
}
