//! Where a complaint stands, as its citizen may know it: institutions and offices by name, no agent and no clerk, no
//! internal note, no remark among colleagues, no refused operation, no identity number.

use askama::Template;
use complaints::profile::Profile;
use complaints::{Body, Capacity, Complaint, OfficeCode, Operation, Status, StepRecord, Verdict};
use jiff::civil::Date;
use locales::Args;

use super::deeds::Deed;
use super::documents::{address, is_the_citizens};
use super::{Opened, case_address};
use crate::portal::Possible;
use crate::web::pages::frame::{Frame, category_name, institution_name, office_name};

/// The page.
#[derive(Template)]
#[template(path = "portal/status.html")]
pub(in crate::web::pages::public) struct StatusPage {
    frame: Frame,
    kind: &'static str,
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
    /// That it is dealt with together with another one.
    merged: Option<Merged>,
    /// What was done just now.
    done: Option<(String, String)>,
    /// What may be done here; nothing, where it is only shown.
    deeds: Vec<DeedLink>,
    /// Documents that are waited for.
    asked: Vec<String>,
    documents: Vec<(String, String)>,
    receipt: String,
    /// The account is signed in.
    has_account: bool,
}

/// What a citizen is told of the complaint together with which this one is dealt with. Another citizen's is not named.
struct Merged {
    text: String,
    /// Where that one stands, when it is the citizen's own.
    own: Option<(String, String)>,
}

/// A way to do something.
struct DeedLink {
    word: &'static str,
    label: String,
    address: String,
    until: Option<String>,
    /// It is what one comes for now.
    first: bool,
}

/// A line of the facts.
struct Fact {
    /// For tests and links; stable.
    id: &'static str,
    label: String,
    value: String,
}

/// Something that happened.
pub(in crate::web::pages::public) struct Step {
    date: Date,
    pub(in crate::web::pages::public) day: String,
    pub(in crate::web::pages::public) title: String,
    pub(in crate::web::pages::public) from: Option<String>,
    /// What was written to the citizen.
    pub(in crate::web::pages::public) quote: Option<String>,
}

/// What the page says, for whoever takes it along.
pub(in crate::web::pages::public) struct Words {
    pub(in crate::web::pages::public) subject: String,
    pub(in crate::web::pages::public) heading: String,
    pub(in crate::web::pages::public) facts: Vec<(String, String)>,
    pub(in crate::web::pages::public) steps: Vec<Step>,
}

impl StatusPage {
    /// The page of a complaint as it stands on that day, to be looked at only.
    pub(in crate::web::pages::public) fn new(
        frame: Frame,
        profile: &Profile,
        complaint: &Complaint,
        today: Date,
    ) -> Self {
        let due_on = due_on(profile, complaint, today);
        let next = due_on.filter(|&due| due >= today && complaint.status.clock_runs());
        Self {
            kind: complaint.register.kind.wording(),
            reference: complaint.register.reference.to_string(),
            subject: subject(&frame, profile, complaint),
            heading: heading(&frame, profile, complaint),
            due: due(&frame, complaint, due_on, today),
            facts_title: frame.of_kind("portal-facts-title", &complaint.register.kind),
            facts: facts(&frame, profile, complaint, due_on),
            steps: steps(&frame, profile, complaint),
            next: next.map(|due| (frame.one("portal-next-by", "date", &frame.day(due)), due)),
            ask_office: ask_office(&frame, profile, complaint),
            office_told: office_told(profile, complaint),
            phone: profile.follow_phone.clone(),
            merged: complaint.merged_into.as_ref().map(|_| Merged {
                text: frame.of_kind("portal-merged", &complaint.register.kind),
                own: None,
            }),
            done: None,
            deeds: Vec::new(),
            asked: Vec::new(),
            documents: Vec::new(),
            receipt: String::new(),
            has_account: false,
            frame,
        }
    }

    /// What it says, without what can be done.
    pub(in crate::web::pages::public) fn into_words(self) -> Words {
        let facts = self.facts.into_iter().map(|fact| (fact.label, fact.value)).collect();
        Words { subject: self.subject, heading: self.heading, facts, steps: self.steps }
    }

    /// Offers what may be done.
    pub(super) fn may(&mut self, opened: &Opened, possible: &Possible) {
        let (frame, complaint) = (&self.frame, &opened.complaint);
        let link = |deed: Deed| {
            let (is_possible, until) = deed.is_possible(possible);
            let link = DeedLink {
                word: deed.word(),
                label: frame.of_kind(&format!("portal-deed-{}", deed.word()), &complaint.register.kind),
                address: format!("{}/{}", case_address(complaint), deed.word()),
                until: until.map(|day| frame.one("portal-deed-until", "date", &frame.day(day))),
                first: match deed {
                    Deed::Documents => complaint.status == Status::WaitingDocuments,
                    Deed::Rate => true,
                    _ => false,
                },
            };
            is_possible.then_some(link)
        };
        let given = complaint.documents.iter().filter(|document| is_the_citizens(&document.author));
        let document = |document: &complaints::DocumentRecord| {
            let name = match document.attached.name.trim() {
                "" => frame.t("agents-document-unnamed"),
                name => name.to_owned(),
            };
            (name, address(complaint, &document.attached.document))
        };
        self.documents = given.map(document).collect();
        self.deeds = Deed::ALL.into_iter().filter_map(link).collect();
        self.deeds.sort_by_key(|deed| !deed.first);
        self.asked = possible.asked.iter().map(|asked| asked.what.clone()).collect();
        self.receipt = super::receipt_address(complaint);
        self.has_account = opened.guest.citizen.is_some();
    }

    /// The one together with which it is dealt with is the citizen's own.
    pub(super) fn is_together_with_own(&mut self, other: &Complaint) {
        let reference = other.register.reference.to_string();
        let text = self.frame.t("portal-merged-own");
        let address = format!("{}?id={}", case_address(other), other.id);
        self.merged = Some(Merged { text, own: Some((reference, address)) });
    }

    /// Says what was done just now.
    pub(super) fn done(&mut self, word: &str) {
        self.done = Deed::of(word).map(|deed| {
            let text = |key: String| self.frame.one(&key, "kind", self.kind);
            (text(format!("portal-done-{}", deed.word())), text(format!("portal-done-{}-next", deed.word())))
        });
    }

    /// Whether that step is the last one.
    fn is_last(&self, index: &usize) -> bool {
        index + 1 == self.steps.len()
    }
}

/// The day by which an answer is due, with the days that the citizen took; the promised one where none is counted.
fn due_on(profile: &Profile, complaint: &Complaint, today: Date) -> Option<Date> {
    complaint.deadline(&profile.calendar, today).map(|deadline| deadline.due).or_else(|| complaint.due_on())
}

fn is_the_portal(profile: &Profile, office: OfficeCode) -> bool {
    profile.portal.is_some_and(|portal| portal.office == office)
}

/// Where to ask: at the office that took it, or at any.
fn ask_office(frame: &Frame, profile: &Profile, complaint: &Complaint) -> String {
    if is_the_portal(profile, complaint.office) {
        frame.t("portal-ask-any")
    } else {
        frame.one("portal-ask-visit", "office", &office_name(profile, complaint.office))
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
        .with("institution", institution_name(profile, &complaint.institution, frame));
    frame.with(&format!("portal-now-{}", complaint.status), &args)
}

/// What there is to say about the day of the answer.
fn due(frame: &Frame, complaint: &Complaint, due_on: Option<Date>, today: Date) -> Option<String> {
    match (complaint.status, due_on) {
        (Status::WaitingDocuments, _) => Some(frame.t("portal-due-stopped")),
        (status, _) if !status.clock_runs() => None,
        (_, None) => Some(frame.t("portal-due-none")),
        (_, Some(due)) if due < today => Some(frame.one("portal-due-passed", "date", &frame.day(due))),
        (_, Some(due)) => Some(frame.one("portal-due", "date", &frame.day(due))),
    }
}

fn facts(frame: &Frame, profile: &Profile, complaint: &Complaint, due_on: Option<Date>) -> Vec<Fact> {
    let register = &complaint.register;
    let kind = register.kind;
    let status = frame.of_kind(&format!("centre-status-{}", complaint.status), &kind);
    let due = match (complaint.status, due_on) {
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
        fact("with", institution_name(profile, &complaint.institution, frame).to_owned()),
        fact("registered", frame.day(complaint.recorded_at().date())),
        fact("due", due),
        fact("office", office_shown(frame, profile, complaint.office)),
    ]
}

/// What an office is called here; the portal by the service's name in the reader's language.
fn office_shown(frame: &Frame, profile: &Profile, office: OfficeCode) -> String {
    if is_the_portal(profile, office) { frame.service.clone() } else { office_name(profile, office) }
}

/// Every step that is for the citizen. The registration has no operation of its own in the story.
fn steps(frame: &Frame, profile: &Profile, complaint: &Complaint) -> Vec<Step> {
    let registered = complaint.recorded_at().date();
    let office = office_shown(frame, profile, complaint.register.reference.office);
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
                .with("institution", institution_name(profile, &route.to, frame));
            (frame.with("portal-step-routed", &args), None)
        }
        // What colleagues remark on a change of status is theirs; what the citizen wrote is the citizen's.
        Body::ChangeStatus(change) => {
            let title = frame.of_kind(&format!("centre-status-{}", change.to), kind);
            (title, change.text.filter(|_| is_the_citizen(record)))
        }
        Body::Answer(answer) if answer.definitive => (frame.t("portal-step-answer-final"), Some(answer.text)),
        Body::Answer(answer) => (frame.t("portal-step-answer-interim"), Some(answer.text)),
        Body::Note(note) if note.for_citizen && is_the_citizen(record) => {
            (frame.t("portal-step-remark"), Some(note.text))
        }
        Body::Note(note) if note.for_citizen => (frame.t("portal-step-note"), Some(note.text)),
        Body::Withdraw(withdraw) => {
            (frame.of_kind("portal-step-withdrawn", kind), withdraw.text.filter(|_| is_the_citizen(record)))
        }
        Body::Rate(rate) => (frame.t(&format!("portal-step-rated-{}", rate.stars.clamp(1, 5))), rate.text),
        Body::RequestDocument(request) => (frame.t("portal-step-document-requested"), Some(request.what)),
        Body::AttachDocument(attached) => (frame.t("portal-step-document"), Some(attached.name)),
        Body::HandOver(over) => {
            (frame.one("portal-step-handed-over", "office", &office_shown(frame, profile, over.to)), None)
        }
        Body::Escalate(escalate) => {
            let to = escalate.to.as_deref().map(|code| institution_name(profile, code, frame).to_owned());
            let to = to.unwrap_or_else(|| frame.t("portal-step-escalated-centre"));
            (
                frame.one("portal-step-escalated", "to", &to),
                Some(escalate.text).filter(|_| is_the_citizen(record)),
            )
        }
        Body::Merge(_) => (frame.t("portal-step-merged"), None),
        Body::Note(_)
        | Body::Register(_)
        | Body::CorrectField(_)
        | Body::ChooseValue(_)
        | Body::Tell(_)
        | Body::Link(_)
        | Body::Assign(_)
        | Body::Triage(_)
        | Body::Retract(_)
        | Body::ClerkAdded(_)
        | Body::ClerkDisabled(_)
        | Body::ClerkChanged(_)
        | Body::Unknown { .. } => return None,
    };
    let from = quote.as_ref().and_then(|_| sender(frame, profile, complaint, record));
    let from = from.map(|sender| frame.one("portal-step-from", "sender", &sender));
    let from = if is_the_citizen(record) { Some(frame.t("portal-step-by-you")) } else { from };
    let date = record.at.date();
    Some(Step { date, day: frame.day(date), title, from, quote })
}

fn is_the_citizen(record: &StepRecord) -> bool {
    record.author.capacity == Some(Capacity::Citizen)
}

/// Who wrote to the citizen: the institution, or the office. The unit at the centre has no name but the service's.
fn sender(frame: &Frame, profile: &Profile, complaint: &Complaint, record: &StepRecord) -> Option<String> {
    match &record.author.institution {
        Some(code) => Some(institution_name(profile, code, frame).to_owned()),
        None => record.author.clerk.map(|_| office_name(profile, complaint.office)),
    }
}
