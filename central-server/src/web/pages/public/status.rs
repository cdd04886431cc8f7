//! Where a complaint stands, as its citizen may know it: institutions and offices by name, no agent and no clerk, no
//! internal note, no remark among colleagues, no refused operation, no identity number.

use askama::Template;
use complaints::profile::Profile;
use complaints::{Body, Complaint, Operation, Status, StepRecord, Verdict};
use jiff::civil::Date;
use locales::Args;

use crate::web::pages::frame::{Frame, category_name, institution_name, office_name};

/// The page.
#[derive(Template)]
#[template(path = "portal/status.html")]
pub(super) struct StatusPage {
    frame: Frame,
    reference: String,
    subject: String,
    heading: String,
    due: Option<String>,
    facts_title: String,
    facts: Vec<Fact>,
    steps: Vec<Step>,
    /// When the final answer is due, in words and as a day.
    next: Option<(String, Date)>,
    ask_office: String,
    office_told: Vec<String>,
    phone: String,
}

/// A line of the facts.
struct Fact {
    /// For tests and links; stable.
    id: &'static str,
    label: String,
    value: String,
}

/// Something that happened.
struct Step {
    date: Date,
    day: String,
    title: String,
    from: Option<String>,
    /// What was written to the citizen.
    quote: Option<String>,
}

impl StatusPage {
    /// The page of a complaint as it stands on that day.
    pub(super) fn new(frame: Frame, profile: &Profile, complaint: &Complaint, today: Date) -> Self {
        let due_on = complaint.due_on().filter(|&due| due >= today);
        Self {
            reference: complaint.register.reference.to_string(),
            subject: subject(&frame, profile, complaint),
            heading: heading(&frame, profile, complaint),
            due: due(&frame, complaint, today),
            facts_title: frame.of_kind("portal-facts-title", &complaint.register.kind),
            facts: facts(&frame, profile, complaint),
            steps: steps(&frame, profile, complaint),
            next: due_on.map(|due| (frame.one("portal-next-by", "date", &frame.day(due)), due)),
            ask_office: frame.one("portal-ask-visit", "office", &office_name(profile, complaint.office)),
            office_told: office_told(profile, complaint),
            phone: profile.follow_phone.clone(),
            frame,
        }
    }

    /// Whether that step is the last one.
    fn is_last(&self, index: &usize) -> bool {
        index + 1 == self.steps.len()
    }
}

/// Address, hours and telephone of the office, where the profile has them.
fn office_told(profile: &Profile, complaint: &Complaint) -> Vec<String> {
    let Some(office) = profile.offices.get(&complaint.office) else { return Vec::new() };
    [&office.address, &office.hours, &office.phone]
        .into_iter()
        .filter(|told| !told.is_empty())
        .cloned()
        .collect()
}

/// A few words; the matter, when nobody wrote any.
fn subject(frame: &Frame, profile: &Profile, complaint: &Complaint) -> String {
    let register = &complaint.register;
    if register.subject.trim().is_empty() {
        category_name(profile, &register.category, frame)
    } else {
        register.subject.clone()
    }
}

fn heading(frame: &Frame, profile: &Profile, complaint: &Complaint) -> String {
    let args = Args::new()
        .with("kind", complaint.register.kind.wording())
        .with("institution", institution_name(profile, &complaint.institution));
    frame.with(&format!("portal-now-{}", complaint.status), &args)
}

/// What there is to say about the day of the answer.
fn due(frame: &Frame, complaint: &Complaint, today: Date) -> Option<String> {
    match (complaint.status, complaint.due_on()) {
        (Status::WaitingDocuments, _) => Some(frame.t("portal-due-stopped")),
        (status, _) if !status.clock_runs() => None,
        (_, None) => Some(frame.t("portal-due-none")),
        (_, Some(due)) if due < today => Some(frame.one("portal-due-passed", "date", &frame.day(due))),
        (_, Some(due)) => Some(frame.one("portal-due", "date", &frame.day(due))),
    }
}

fn facts(frame: &Frame, profile: &Profile, complaint: &Complaint) -> Vec<Fact> {
    let register = &complaint.register;
    let kind = register.kind;
    let status = frame.of_kind(&format!("centre-status-{}", complaint.status), &kind);
    let due = match (complaint.status, complaint.due_on()) {
        (Status::WaitingDocuments, _) => frame.t("centre-due-stopped"),
        (running, _) if !running.clock_runs() => status.clone(),
        (_, Some(due)) => frame.day(due),
        (_, None) => frame.t("centre-due-none"),
    };
    let fact =
        |id: &'static str, value: String| Fact { id, label: frame.t(&format!("centre-fact-{id}")), value };
    vec![
        fact("reference", register.reference.to_string()),
        fact("kind", frame.t(&format!("centre-kind-{kind}"))),
        fact("matter", category_name(profile, &register.category, frame)),
        fact("status", status),
        fact("with", institution_name(profile, &complaint.institution).to_owned()),
        fact("registered", frame.day(complaint.recorded_at().date())),
        fact("due", due),
        fact("office", office_name(profile, complaint.office)),
    ]
}

/// Every step that is for the citizen. The registration has no operation of its own in the story.
fn steps(frame: &Frame, profile: &Profile, complaint: &Complaint) -> Vec<Step> {
    let registered = complaint.recorded_at().date();
    let office = office_name(profile, complaint.register.reference.office);
    let first = Step {
        date: registered,
        day: frame.day(registered),
        title: frame.of_kind("portal-step-registered", &complaint.register.kind),
        from: Some(frame.one("portal-step-at", "office", &office)),
        quote: None,
    };
    let later = complaint.steps.iter().filter(|record| record.verdict == Verdict::Accepted);
    let later = later.filter_map(|record| step(frame, profile, complaint, record, record.operation()?));
    std::iter::once(first).chain(later).collect()
}

fn step(
    frame: &Frame,
    profile: &Profile,
    complaint: &Complaint,
    record: &StepRecord,
    operation: Operation,
) -> Option<Step> {
    let kind = &complaint.register.kind;
    let (title, quote) = match operation.body {
        Body::Route(route) => {
            let args = Args::new()
                .with("kind", kind.wording())
                .with("institution", institution_name(profile, &route.to));
            (frame.with("portal-step-routed", &args), None)
        }
        Body::ChangeStatus(change) => (frame.of_kind(&format!("centre-status-{}", change.to), kind), None),
        Body::Answer(answer) if answer.definitive => (frame.t("portal-step-answer-final"), Some(answer.text)),
        Body::Answer(answer) => (frame.t("portal-step-answer-interim"), Some(answer.text)),
        Body::Note(note) if note.for_citizen => (frame.t("portal-step-note"), Some(note.text)),
        Body::Withdraw(_) => (frame.of_kind("portal-step-withdrawn", kind), None),
        Body::RequestDocument(request) => (frame.t("portal-step-document-requested"), Some(request.what)),
        Body::AttachDocument(attached) => (frame.t("portal-step-document"), Some(attached.name)),
        Body::HandOver(over) => {
            (frame.one("portal-step-handed-over", "office", &office_name(profile, over.to)), None)
        }
        Body::Escalate(escalate) => {
            let to = escalate.to.as_deref().map(|code| institution_name(profile, code).to_owned());
            let to = to.unwrap_or_else(|| frame.t("portal-step-escalated-centre"));
            (frame.one("portal-step-escalated", "to", &to), None)
        }
        Body::Merge(merge) => {
            (frame.one("portal-step-merged", "reference", &merge.reference.to_string()), None)
        }
        Body::Note(_)
        | Body::Register(_)
        | Body::CorrectField(_)
        | Body::ChooseValue(_)
        | Body::Tell(_)
        | Body::Rate(_)
        | Body::Link(_)
        | Body::Assign(_)
        | Body::Triage(_)
        | Body::Retract(_)
        | Body::ClerkAdded(_)
        | Body::ClerkDisabled(_)
        | Body::ClerkChanged(_)
        | Body::Unknown { .. } => return None,
    };
    let from = quote.as_ref().and_then(|_| sender(profile, complaint, record));
    let from = from.map(|sender| frame.one("portal-step-from", "sender", &sender));
    let date = record.at.date();
    Some(Step { date, day: frame.day(date), title, from, quote })
}

/// Who wrote to the citizen: the institution, or the office. The unit at the centre has no name but the service's.
fn sender(profile: &Profile, complaint: &Complaint, record: &StepRecord) -> Option<String> {
    match &record.author.institution {
        Some(code) => Some(institution_name(profile, code).to_owned()),
        None => record.author.clerk.map(|_| office_name(profile, complaint.office)),
    }
}
