//! The whole story of a complaint as agents read it: every operation with who did it, notes among colleagues and
//! operations that were not accepted included.

use complaints::profile::Profile;
use complaints::{Author, Body, Complaint, Field, Operation, Reach, Refusal, StepRecord, shown_phone};
use jiff::civil::Date;
use locales::Args;

use crate::web::pages::frame::{Frame, category_name, institution_name, office_name};

/// One step.
pub(super) struct Entry {
    pub(super) day: String,
    pub(super) time: String,
    /// For machines.
    pub(super) moment: String,
    pub(super) name: String,
    pub(super) place: String,
    pub(super) what: String,
    /// What was written.
    pub(super) text: Option<String>,
    /// Whether the citizen may read that text.
    pub(super) for_citizen: bool,
    pub(super) is_answer: bool,
    /// Why it was not accepted.
    pub(super) refused: Option<String>,
    /// Names the step in a form that takes it back; empty: it is the registration.
    pub(super) mark: String,
}

/// All steps, oldest first.
pub(super) fn entries(frame: &Frame, profile: &Profile, complaint: &Complaint, today: Date) -> Vec<Entry> {
    complaint.steps.iter().map(|record| entry(frame, profile, complaint, record, today)).collect()
}

fn entry(frame: &Frame, profile: &Profile, complaint: &Complaint, record: &StepRecord, today: Date) -> Entry {
    let operation = record.operation();
    let is_registration = operation.is_none();
    let body = operation.map(|Operation { body, .. }| body);
    let moment = if is_registration { complaint.recorded_at() } else { record.at };
    let is_answer = matches!(body, Some(Body::Answer(_)));
    let told = told(frame, profile, complaint, body);
    let refused = Refusal::of(&record.verdict).map(|refusal| {
        frame.one("agents-refused", "reason", &frame.t(&format!("agents-refusal-{}", refusal.word())))
    });
    Entry {
        day: frame.short_day(moment.date(), today),
        time: frame.time(moment),
        moment: moment.to_string(),
        name: match record.author.name.as_str() {
            "" => frame.t("agents-citizen"),
            name => name.to_owned(),
        },
        place: place(frame, profile, complaint, &record.author, is_registration),
        what: told.what,
        text: told.text,
        for_citizen: told.for_citizen,
        is_answer,
        refused,
        mark: record.mark().map(|mark| mark.to_string()).unwrap_or_default(),
    }
}

/// What a step says.
struct Told {
    what: String,
    text: Option<String>,
    for_citizen: bool,
}

fn told(frame: &Frame, profile: &Profile, complaint: &Complaint, body: Option<Body>) -> Told {
    let plain = |key: &str, text: Option<String>, for_citizen| Told { what: frame.t(key), text, for_citizen };
    match body {
        None | Some(Body::Register(_)) => plain("agents-step-registered", None, false),
        Some(Body::Route(route)) => Told {
            what: frame.one("agents-step-routed", "institution", institution_name(profile, &route.to, frame)),
            text: route.text,
            for_citizen: false,
        },
        Some(Body::ChangeStatus(change)) => {
            let status = frame.of_kind(&format!("centre-status-{}", change.to), &complaint.register.kind);
            Told {
                what: frame.with("agents-step-status", &Args::new().with("status", status)),
                text: change.text,
                for_citizen: false,
            }
        }
        Some(Body::Answer(answer)) => {
            let key =
                if answer.definitive { "agents-step-answer-final" } else { "agents-step-answer-interim" };
            plain(key, Some(answer.text), true)
        }
        Some(Body::Note(note)) => {
            let key = if note.for_citizen { "agents-step-note-citizen" } else { "agents-step-note-inside" };
            plain(key, Some(note.text), note.for_citizen)
        }
        Some(Body::Withdraw(withdraw)) => plain("agents-step-withdrawn", withdraw.text, false),
        Some(Body::CorrectField(correct)) => {
            corrected(frame, profile, correct.field, correct.from, correct.to)
        }
        Some(Body::ChooseValue(choice)) => Told {
            what: frame.one("agents-step-chosen", "field", &field_name(frame, choice.field)),
            text: shown_value(frame, profile, choice.field, choice.value),
            for_citizen: false,
        },
        Some(Body::AttachDocument(attached)) => plain("agents-step-document", Some(attached.name), false),
        Some(Body::RequestDocument(request)) => {
            plain("agents-step-document-requested", Some(request.what), true)
        }
        Some(Body::Retract(_)) => plain("agents-step-retracted", None, false),
        Some(other) => after_answer(frame, profile, other),
    }
}

/// What is done with a complaint beside passing it on and answering it.
fn after_answer(frame: &Frame, profile: &Profile, body: Body) -> Told {
    let (what, text) = match body {
        Body::Tell(tell) => {
            let key = match tell.reach {
                Reach::Reached => "agents-step-told",
                Reach::NotReached => "agents-step-not-reached",
            };
            (frame.one(key, "way", tell.way.word()), tell.text)
        }
        Body::Rate(rate) => (frame.one("agents-step-rated", "stars", &rate.stars.to_string()), rate.text),
        Body::HandOver(over) => {
            (frame.one("agents-step-handed-over", "office", &office_name(profile, over.to)), over.text)
        }
        Body::Escalate(escalate) => {
            let to = escalate.to.map_or_else(
                || frame.t("agents-centre"),
                |code| institution_name(profile, &code, frame).to_owned(),
            );
            (frame.one("agents-step-escalated", "to", &to), Some(escalate.text))
        }
        Body::Link(link) => (frame.one("agents-step-linked", "reference", &link.reference.to_string()), None),
        Body::Assign(assign) => match assign.to {
            Some(to) => (frame.one("agents-step-assigned", "name", &to.name), None),
            None => (frame.t("agents-step-assigned-nobody"), None),
        },
        Body::Triage(triage) => {
            let key = match (triage.urgent, triage.restricted) {
                (true, true) => "agents-step-triaged-both",
                (true, false) => "agents-step-triaged-urgent",
                (false, true) => "agents-step-triaged-restricted",
                (false, false) => "agents-step-triaged-neither",
            };
            (frame.t(key), None)
        }
        Body::Merge(merge) => {
            (frame.one("agents-step-merged", "reference", &merge.reference.to_string()), None)
        }
        _ => (frame.t("agents-step-unknown"), None),
    };
    Told { what, text, for_citizen: false }
}

fn corrected(
    frame: &Frame,
    profile: &Profile,
    field: Field,
    from: Option<String>,
    to: Option<String>,
) -> Told {
    let what = frame.one("agents-step-corrected", "field", &field_name(frame, field));
    let value =
        |value| shown_value(frame, profile, field, value).unwrap_or_else(|| frame.t("agents-field-empty"));
    let args = Args::new().with("from", value(from)).with("to", value(to));
    Told { what, text: Some(frame.with("agents-step-corrected-values", &args)), for_citizen: false }
}

/// The name of a field.
pub(super) fn field_name(frame: &Frame, field: Field) -> String {
    frame.t(&format!("agents-field-{field}"))
}

/// A field's value as people read it; none: it is empty.
pub(super) fn shown_value(
    frame: &Frame,
    profile: &Profile,
    field: Field,
    value: Option<String>,
) -> Option<String> {
    let value = value.filter(|value| !value.is_empty())?;
    Some(match field {
        Field::Phone => shown_phone(&value),
        Field::Category => category_name(profile, &value, frame),
        _ => value,
    })
}

fn place(
    frame: &Frame,
    profile: &Profile,
    complaint: &Complaint,
    author: &Author,
    is_registration: bool,
) -> String {
    match &author.institution {
        _ if author.capacity.is_some() => author
            .capacity
            .map_or_else(String::new, |capacity| frame.t(&format!("centre-capacity-{capacity}"))),
        Some(code) => institution_name(profile, code, frame).to_owned(),
        None if is_registration => office_name(profile, complaint.register.reference.office),
        None if author.clerk.is_some() => office_name(profile, complaint.office),
        None => frame.t("agents-centre"),
    }
}
