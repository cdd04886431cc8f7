//! One complaint that is to be filtered, as the page shows it: its words, what may be the same, and where it is proposed
//! to go.

use complaints::profile::{Profile, text_in};
use complaints::{Alike, Body, Channel, Complaint, ComplaintId, Status, Verdict, shown_phone};
use locales::{Args, Language};

use crate::access::{is_restricted, is_urgent};
use crate::casework::{QueueRow, Twin};
use crate::error::CentreError;
use crate::web::pages::Pages;
use crate::web::pages::agents::deeds::Draft;
use crate::web::pages::agents::documents::{Line, lines};
use crate::web::pages::agents::queue::with;
use crate::web::pages::agents::session::SignedIn;
use crate::web::pages::agents::{FILTER, queue};
use crate::web::pages::frame::{Frame, category_name, institution_name, office_name};
use crate::web::pages::visit::Visit;

/// One line of the list.
pub(super) struct Slip {
    pub(super) reference: String,
    pub(super) address: String,
    pub(super) current: bool,
    pub(super) subject: String,
    pub(super) second: String,
    pub(super) age: String,
    pub(super) urgent: bool,
    pub(super) restricted: bool,
    pub(super) twice: bool,
    /// An office may settle it by itself.
    pub(super) simple: bool,
}

/// The one that is looked at.
pub(super) struct Item {
    pub(super) id: String,
    pub(super) version: u32,
    pub(super) reference: String,
    pub(super) subject: String,
    pub(super) office: String,
    pub(super) came: String,
    pub(super) channel: String,
    pub(super) text: String,
    pub(super) language: String,
    pub(super) facts: Vec<Fact>,
    pub(super) documents: Vec<Line>,
    pub(super) given_back: Option<String>,
    pub(super) category: String,
    pub(super) proposed: String,
    pub(super) why: String,
    pub(super) pass_label: String,
    pub(super) urgent: bool,
    pub(super) restricted: bool,
}

/// A line of facts.
pub(super) struct Fact {
    pub(super) label: String,
    pub(super) value: String,
    pub(super) left_to_right: bool,
}

/// Another one that may be about the same.
pub(super) struct TwinNote {
    pub(super) id: String,
    pub(super) reference: String,
    pub(super) why: String,
    pub(super) about: String,
    pub(super) text: String,
    pub(super) is_open: bool,
}

impl Slip {
    pub(super) fn new(
        frame: &Frame,
        pages: &Pages,
        visit: &Visit,
        row: &QueueRow,
        (show, current, twice): (&str, Option<ComplaintId>, &[ComplaintId]),
    ) -> Self {
        let profile = pages.profile();
        let matter = category_name(profile, &row.category, frame);
        let place =
            if row.locality.is_empty() { office_name(profile, row.office) } else { row.locality.clone() };
        let id = row.id.to_string();
        Self {
            reference: row.reference.to_string(),
            address: with(visit, FILTER, &[("id", Some(&id)), ("show", Some(show))]),
            current: Some(row.id) == current,
            subject: if row.subject.trim().is_empty() { matter } else { row.subject.clone() },
            second: format!("{}{}{place}", group(profile, &row.category, frame), frame.comma()),
            age: age(frame, pages, row.recorded_at.unix_ms),
            urgent: row.urgent,
            restricted: row.restricted,
            twice: twice.contains(&row.id),
            simple: profile.category(&row.category).is_some_and(|category| category.office_resolves),
        }
    }
}

/// How long ago that was: minutes, hours, or days.
fn age(frame: &Frame, pages: &Pages, then_ms: i64) -> String {
    let minutes = ((pages.centre.now().timestamp().as_millisecond() - then_ms) / 60_000).max(0);
    let (key, count) = match minutes {
        0..60 => ("agents-age-minutes", minutes),
        60..1_440 => ("agents-age-hours", minutes / 60),
        _ => ("agents-age-days", minutes / 1_440),
    };
    frame.with(key, &Args::new().with("count", u32::try_from(count).unwrap_or(u32::MAX)))
}

/// The heading of a category.
fn group(profile: &Profile, code: &str, frame: &Frame) -> String {
    profile.category(code).map_or_else(|| code.to_owned(), |it| text_in(&it.group, frame.tag()).to_owned())
}

impl Item {
    pub(super) async fn new(
        frame: &Frame,
        pages: &Pages,
        complaint: &Complaint,
        draft: &Draft,
    ) -> Result<Self, CentreError> {
        let profile = pages.profile();
        let register = &complaint.register;
        let today = pages.centre.now().date();
        let recorded = complaint.recorded_at();
        let day = frame.short_day(recorded.date(), today);
        // What was chosen in the form, where it was sent, goes before what stands.
        let typed = draft.at("pass", "category");
        let category = if typed.is_empty() { register.category.as_str() } else { typed };
        let (proposed, why) = proposal(frame, profile, complaint, category);
        let pass_label = match proposed.as_str() {
            "" => frame.t("agents-pass-on"),
            code => frame.one("agents-pass-to", "institution", institution_name(profile, code, frame)),
        };
        Ok(Self {
            id: complaint.id.to_string(),
            version: complaint.version,
            reference: register.reference.to_string(),
            subject: if register.subject.trim().is_empty() {
                category_name(profile, &register.category, frame)
            } else {
                register.subject.clone()
            },
            office: office_name(profile, complaint.office),
            came: frame
                .with("centre-day-time", &Args::new().with("date", day).with("time", frame.time(recorded))),
            channel: frame.t(&format!("agents-channel-{}", register.channel.unwrap_or(Channel::Counter))),
            text: register.text.clone(),
            language: register.language.parse::<Language>().map_or("", Language::tag).to_owned(),
            facts: facts(frame, pages, complaint),
            documents: lines(pages, frame, complaint, today).await?,
            given_back: given_back(frame, profile, complaint),
            category: register.category.clone(),
            proposed,
            why,
            pass_label,
            urgent: is_urgent(complaint, profile),
            restricted: is_restricted(complaint, profile),
        })
    }
}

/// Code of the institution that is proposed, empty where somebody has to name it, and why.
fn proposal(frame: &Frame, profile: &Profile, complaint: &Complaint, category: &str) -> (String, String) {
    let register = &complaint.register;
    let places: Vec<&str> =
        [&register.place, &register.citizen.locality].into_iter().flatten().map(String::as_str).collect();
    let Some(proposal) = profile.proposal(category, &places) else {
        return (String::new(), frame.t("agents-proposal-none"));
    };
    if proposal.is_open {
        let hint = profile.category(category).map(|it| it.rule.clone()).unwrap_or_default();
        return (String::new(), format!("{} {hint}", frame.t("agents-proposal-open")).trim().to_owned());
    }
    let why = match proposal.rule {
        Some(rule) if !rule.place.is_empty() => frame.one("agents-proposal-place", "place", &rule.place),
        _ => frame.t("agents-proposal-category"),
    };
    (proposal.institution.to_owned(), why)
}

fn facts(frame: &Frame, pages: &Pages, complaint: &Complaint) -> Vec<Fact> {
    let register = &complaint.register;
    let citizen = &register.citizen;
    let fact = |key: &str, value: String, left_to_right| Fact { label: frame.t(key), value, left_to_right };
    let name = Some(citizen.full_name()).filter(|name| !name.is_empty());
    let mut facts = vec![
        fact("agents-citizen", name.unwrap_or_else(|| frame.t("agents-no-name")), false),
        fact("centre-fact-kind", frame.t(&format!("centre-kind-{}", register.kind)), false),
    ];
    if let Some(phone) = citizen.phone.as_deref().filter(|phone| !phone.is_empty()) {
        facts.push(fact("agents-phone", shown_phone(phone), true));
    }
    let place = register.place.clone().or_else(|| citizen.locality.clone());
    if let Some(place) = place.filter(|place| !place.trim().is_empty()) {
        facts.push(fact("centre-fact-place", place, false));
    }
    let today = pages.centre.now().date();
    if let Some(limit) = complaint.deadline(&pages.profile().calendar, today) {
        let due = queue::Due::new(frame, complaint.status, Some(limit.due), today);
        facts.push(fact("agents-due", due.text, false));
    }
    facts
}

/// Why an institution gave it back, when that is why it is here.
fn given_back(frame: &Frame, profile: &Profile, complaint: &Complaint) -> Option<String> {
    if complaint.status != Status::PassedOn {
        return None;
    }
    let step = complaint.steps.iter().rev().find(|step| {
        step.verdict == Verdict::Accepted
            && step.operation().is_some_and(|operation| matches!(operation.body, Body::Route(_)))
    })?;
    let from = step.author.institution.as_deref()?;
    let Some(Body::Route(route)) = step.operation().map(|operation| operation.body) else { return None };
    let args = Args::new()
        .with("institution", institution_name(profile, from, frame))
        .with("why", route.text.unwrap_or_default());
    Some(frame.with("agents-given-back", &args))
}

/// What may be the same, the likeliest first.
pub(super) async fn twins(
    frame: &Frame,
    pages: &Pages,
    signed_in: &SignedIn,
    complaint: &Complaint,
) -> Result<Vec<TwinNote>, CentreError> {
    let found = pages.centre.twins(&signed_in.agent, complaint).await?;
    Ok(found.iter().map(|twin| note(frame, pages, twin)).collect())
}

fn note(frame: &Frame, pages: &Pages, twin: &Twin) -> TwinNote {
    let profile = pages.profile();
    let register = &twin.complaint.register;
    let why = match twin.why {
        Alike::Person => frame.t("agents-twin-person"),
        Alike::PersonFinished => frame.t("agents-twin-person-finished"),
        Alike::Text(percent) => {
            frame.with("agents-twin-text", &Args::new().with("percent", u32::from(percent)))
        }
        Alike::Nearby(percent) => {
            frame.with("agents-twin-nearby", &Args::new().with("percent", u32::from(percent)))
        }
    };
    let day = frame.short_day(twin.complaint.recorded_at().date(), pages.centre.now().date());
    let place = register.place.clone().or_else(|| register.citizen.locality.clone()).unwrap_or_default();
    let holder = institution_name(profile, &twin.complaint.institution, frame).to_owned();
    let parts = [register.subject.clone(), place, day, holder];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
    TwinNote {
        id: twin.complaint.id.to_string(),
        reference: register.reference.to_string(),
        why,
        about: parts.join(frame.comma()),
        text: register.text.clone(),
        is_open: !twin.complaint.status.is_finished(),
    }
}
