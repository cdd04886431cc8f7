//! One complaint with everything an agent may know of it, and the forms for what may be done with it. What a form does
//! is in `deeds`.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use complaints::profile::Profile;
use complaints::{
    Body, Citizen, Complaint, ComplaintId, CorrectedField, Deadline as Limit, KeptValue, Reference, Relation,
    Status, Verdict, shown_phone,
};
use jiff::civil::Date;
use locales::{Args, Language};

use super::deadline::Deadline;
use super::deeds::Draft;
use super::documents::{Line, lines};
use super::offer::Offer;
use super::queue::{Due, done};
use super::session::SignedIn;
use super::story::{Entry, entries, field_name, shown_value};
use super::{Desk, sign_in};
use crate::access::{is_restricted, is_urgent};
use crate::error::CentreError;
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
    stopped: Option<String>,
    about: Vec<Fact>,
    citizen: Vec<Fact>,
    differ: Vec<Differ>,
    documents: Vec<Line>,
    twins: Vec<Twin>,
    kin: Vec<Kin>,
    done: Option<String>,
    notice: Option<Notice>,
    draft: Draft,
    offer: Offer,
    answer_hint: String,
    /// Whom else an answer reaches; empty: nobody.
    others_hint: String,
    has_receipt: bool,
}

/// Another complaint that this one belongs together with.
struct Kin {
    reference: String,
    id: String,
    how: String,
    subject: String,
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
    pages.centre.note_look(&signed_in.agent, complaint, "case").await?;
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
    complaints.retain(|complaint| signed_in.agent.sight(complaint, pages.profile()).is_some());
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
        let offer = Offer::new(&frame, pages, signed_in, complaint).await?;
        let kin = kin(&frame, pages, signed_in, complaint).await?;
        let others = pages.centre.dealt_with_together(complaint.id).await?.len();
        let others_hint = match others {
            0 => String::new(),
            count => frame.with("agents-others-hint", &Args::new().with("count", count)),
        };
        let (urgent, restricted) = (is_urgent(complaint, profile), is_restricted(complaint, profile));
        // In confidence means: the unit at the centre knows who complains, an institution does not.
        let sight = signed_in.agent.sight(complaint, profile);
        let shown =
            sight.ok_or_else(|| CentreError::NotAllowed("not for this agent".to_owned()))?.shown(complaint);
        let complaint = &shown;
        let register = &complaint.register;
        let matter = category_name(profile, &register.category, &frame);
        let today = pages.centre.now().date();
        let limit = complaint.deadline(&profile.calendar, today);
        let runs = limit.as_ref().filter(|_| complaint.status.clock_runs()).map(|limit| limit.due);
        let status_word = |status: Status| frame.of_kind(&format!("centre-status-{status}"), &register.kind);
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
            urgent,
            restricted,
            text: register.text.clone(),
            text_language: register.language.parse::<Language>().map_or("", Language::tag).to_owned(),
            story: entries(&frame, profile, complaint, today),
            due: Due::new(&frame, complaint.status, runs, today),
            due_day: runs.map(|due| frame.day(due)),
            deadline_text: limit.as_ref().map(|limit| days_left(&frame, limit)).unwrap_or_default(),
            stopped: limit
                .as_ref()
                .and_then(|limit| limit.stopped_since)
                .map(|since| frame.one("agents-stopped-since", "date", &frame.day(since))),
            deadline: limit.and_then(|limit| Deadline::new(&limit, frame.direction() == "rtl")),
            about: about(&frame, profile, complaint, today),
            citizen: citizen(&frame, &register.citizen, complaint),
            differ: differ(&frame, profile, complaint, today),
            documents,
            twins: Vec::new(),
            kin,
            done: None,
            notice,
            draft,
            offer,
            has_receipt: signed_in.may(crate::access::Right::Register),
            answer_hint: frame.one("agents-answer-hint", "language", &language_name(&register.language)),
            others_hint,
            frame,
        })
    }
}

impl Case {
    /// Who deals with it now, as the hint of the form that changes it; empty: nobody.
    fn assign_hint(&self, now: &str) -> String {
        if self.offer.assigned.is_empty() { String::new() } else { now.to_owned() }
    }

    /// Whether the agent did that step and may take it back.
    fn can_be_taken_back(&self, mark: &str) -> bool {
        self.offer.mine.iter().any(|own| own.to_string() == mark)
    }
}

/// Working days that are left, or over.
pub(super) fn days_left(frame: &Frame, limit: &Limit) -> String {
    let (key, days) = if limit.days_left < 0 {
        ("agents-days-over", limit.days_left.unsigned_abs())
    } else {
        ("centre-days-left", limit.days_left.unsigned_abs())
    };
    frame.with(key, &Args::new().with("count", days))
}

/// The complaints that this one names and is dealt with together with, as far as the agent may see them.
async fn kin(
    frame: &Frame,
    pages: &Pages,
    signed_in: &SignedIn,
    complaint: &Complaint,
) -> Result<Vec<Kin>, CentreError> {
    let accepted = complaint.steps.iter().filter(|step| step.verdict == Verdict::Accepted);
    let linked = accepted.filter_map(|step| match step.operation()?.body {
        Body::Link(link) => {
            let how = match link.relation {
                Relation::Same => "same",
                Relation::Related => "related",
                Relation::Continues => "continues",
                Relation::Part => "part",
            };
            Some((link.other, how))
        }
        _ => None,
    });
    let mut named: Vec<(ComplaintId, &str)> = linked.collect();
    named.extend(complaint.merged_into.as_ref().map(|merge| (merge.into, "into")));
    named.extend(pages.centre.dealt_with_together(complaint.id).await?.into_iter().map(|id| (id, "merged")));
    let mut kin = Vec::new();
    for (id, how) in named {
        let Some(other) = pages.centre.complaint(id).await? else { continue };
        if signed_in.agent.sight(&other, pages.profile()).is_none() {
            continue;
        }
        kin.push(Kin {
            reference: other.register.reference.to_string(),
            id: id.to_string(),
            how: frame.t(&format!("agents-kin-{how}")),
            subject: other.register.subject.clone(),
        });
    }
    Ok(kin)
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
        fact("with", institution_name(profile, &complaint.institution, frame).to_owned()),
        fact("registered", at),
        fact("office", office_name(profile, complaint.office)),
    ];
    if let Some(assignee) = &complaint.assignee {
        facts.push(fact("assignee", assignee.name.clone()));
    }
    let channel = register.channel.unwrap_or(complaints::Channel::Counter);
    facts.push(fact("channel", frame.t(&format!("agents-channel-{channel}"))));
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
    let ways = ways.enumerate().map(|(at, way)| if at == 0 { way } else { begun_small(&way) });
    let ways: Vec<String> = ways.collect();
    if !ways.is_empty() {
        facts.push(fact("contact", ways.join(frame.comma()), false));
    }
    facts
}

/// A word as it stands behind others in a row; an abbreviation keeps its capitals.
fn begun_small(word: &str) -> String {
    if word.chars().nth(1).is_some_and(char::is_uppercase) {
        return word.to_owned();
    }
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
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
