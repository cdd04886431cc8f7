//! From states to what the page shows. Pure mapping; no rule lives here.

use complaints::{
    Body, Citizen, CorrectedField, DocumentRecord, Field, KeptValue, Reach, Refusal, Representative,
    StepRecord, date_from_days, shown_phone, shown_point,
};
use office_store::{ComplaintLine, ComplaintRecord, Mark as StoreMark, WaitingOperation};

use crate::view::{
    CitizenForm, ComplaintRow, ComplaintView, ConflictView, ContactWay, DocumentView, HistoryStep,
    KeptValueView, Mark, RepresentativeForm, Step, WaitingView,
};

pub(crate) fn row(record: &ComplaintRecord) -> ComplaintRow {
    let complaint = &record.complaint;
    let register = &complaint.register;
    ComplaintRow {
        id: complaint.id.to_string(),
        reference: register.reference.to_string(),
        kind: register.kind.to_string(),
        status: complaint.status.to_string(),
        category: register.category.clone(),
        institution: complaint.institution.clone(),
        subject: register.subject.clone(),
        citizen: register.citizen.full_name(),
        recorded_at: complaint.recorded_at().to_string(),
        changed_at: complaint.changed_at().to_string(),
        due_on: complaint.due_on().map(|day| day.to_string()),
        due_in: None,
        mark: mark(record.mark()),
        news: record.news,
    }
}

/// Its due day is the caller's: it follows the calendar.
pub(crate) fn line(line: &ComplaintLine) -> ComplaintRow {
    ComplaintRow {
        id: line.id.to_string(),
        reference: line.reference.clone(),
        kind: line.kind.clone(),
        status: line.status.clone(),
        category: line.category.clone(),
        institution: line.institution.clone(),
        subject: line.subject.clone(),
        citizen: line.citizen.full_name(),
        recorded_at: line.recorded_at.to_string(),
        changed_at: line.changed_at.to_string(),
        due_on: None,
        due_in: None,
        mark: mark(line.mark()),
        news: line.news,
    }
}

fn mark(mark: StoreMark) -> Mark {
    match mark {
        StoreMark::Waiting => Mark::Waiting,
        StoreMark::Sent => Mark::Sent,
        StoreMark::Refused => Mark::Refused,
    }
}

pub(crate) fn whole(record: &ComplaintRecord) -> ComplaintView {
    let complaint = &record.complaint;
    let register = &complaint.register;
    // What waits stands last: the centre's order comes first, the own unsent operations on top.
    let confirmed = complaint.steps.len().saturating_sub(record.waiting as usize);
    ComplaintView {
        row: row(record),
        access_code: complaint.access_code().to_string(),
        text: register.text.clone(),
        place: register.place.clone().unwrap_or_default(),
        language: register.language.clone(),
        citizen: citizen(&register.citizen),
        representative: register.representative.as_ref().map(representative).unwrap_or_default(),
        discretion: register.discretion.map(|discretion| discretion.to_string()).unwrap_or_default(),
        point: register.point.map(shown_point).unwrap_or_default(),
        contact_by: register.contact_by.iter().copied().map(contact_way).collect(),
        office: complaint.office.to_string(),
        recorded_by: complaint.steps.first().map_or(String::new(), |step| step.author.name.clone()),
        history: complaint
            .steps
            .iter()
            .enumerate()
            .map(|(at, told)| history(told, at >= confirmed))
            .collect(),
        conflicts: complaint.conflicts().map(conflict).collect(),
        documents: complaint.documents.iter().map(document).collect(),
        held_by: complaint.office.to_string(),
        clock: None,
        telling: None,
        deeds: Vec::new(),
        undo: None,
    }
}

pub(crate) fn waiting(waiting: &WaitingOperation) -> WaitingView {
    WaitingView {
        complaint: waiting.complaint.as_ref().map(|(id, _)| id.to_string()),
        reference: waiting.complaint.as_ref().map(|(_, reference)| reference.clone()),
        subject: waiting.subject.clone(),
        what: word(&waiting.operation.body).to_owned(),
        saved_at: waiting.operation.at.to_string(),
        by: waiting.operation.author.name.clone(),
    }
}

pub(crate) fn history(told: &StepRecord, waiting: bool) -> HistoryStep {
    HistoryStep {
        step: step(told.operation().map(|operation| operation.body)),
        at: told.at.to_string(),
        by: told.author.name.clone(),
        place: told.place().to_owned(),
        waiting,
        refused: Refusal::of(&told.verdict).map(|refusal| refusal.word().to_owned()),
    }
}

/// The registration itself is not repeated in the story and stands first in it.
pub(crate) fn step(body: Option<Body>) -> Step {
    match body {
        None | Some(Body::Register(_)) => Step::Registered,
        Some(Body::Route(route)) => Step::Routed { to: route.to, text: route.text.unwrap_or_default() },
        Some(Body::ChangeStatus(change)) => Step::StatusChanged {
            from: change.from.to_string(),
            to: change.to.to_string(),
            text: change.text.unwrap_or_default(),
        },
        Some(Body::Answer(answer)) => Step::Answered { text: answer.text, definitive: answer.definitive },
        Some(Body::Note(note)) => Step::Noted { text: note.text, for_citizen: note.for_citizen },
        Some(Body::Withdraw(withdraw)) => Step::Withdrawn { text: withdraw.text.unwrap_or_default() },
        Some(Body::CorrectField(correct)) => Step::Corrected {
            field: correct.field.to_string(),
            from: shown_value(correct.field, correct.from),
            to: shown_value(correct.field, correct.to),
        },
        Some(Body::ChooseValue(choice)) => {
            Step::Chosen { field: choice.field.to_string(), value: shown_value(choice.field, choice.value) }
        }
        Some(Body::AttachDocument(attached)) => Step::DocumentAdded { text: attached.name },
        Some(Body::RequestDocument(request)) => Step::DocumentRequested {
            text: request.what,
            until: request.until.and_then(date_from_days).map(|day| day.to_string()),
        },
        Some(Body::Tell(tell)) => Step::Told {
            way: contact_way(tell.way),
            reached: tell.reach == Reach::Reached,
            text: tell.text.unwrap_or_default(),
        },
        Some(Body::Rate(rate)) => Step::Rated { stars: rate.stars, text: rate.text.unwrap_or_default() },
        Some(Body::HandOver(over)) => {
            Step::HandedOver { to: over.to.to_string(), text: over.text.unwrap_or_default() }
        }
        Some(Body::Escalate(escalate)) => {
            Step::Escalated { to: escalate.to.unwrap_or_default(), text: escalate.text }
        }
        Some(Body::Link(link)) => Step::Linked {
            complaint: link.other.to_string(),
            reference: link.reference.to_string(),
            relation: link.relation.to_string(),
        },
        Some(Body::Retract(_)) => Step::Retracted,
        Some(Body::Assign(assign)) => Step::Assigned { to: assign.to.map(|to| to.name).unwrap_or_default() },
        Some(Body::Triage(triage)) => Step::Triaged { urgent: triage.urgent, restricted: triage.restricted },
        Some(Body::Merge(merge)) => {
            Step::Merged { complaint: merge.into.to_string(), reference: merge.reference.to_string() }
        }
        Some(Body::ClerkAdded(_) | Body::ClerkDisabled(_) | Body::ClerkChanged(_) | Body::Unknown { .. }) => {
            Step::Unknown
        }
    }
}

/// The word of [`Step`] for an operation.
pub(crate) fn word(body: &Body) -> &'static str {
    match body {
        Body::Register(_) => "registered",
        Body::Route(_) => "routed",
        Body::ChangeStatus(_) => "status_changed",
        Body::Answer(_) => "answered",
        Body::Note(_) => "noted",
        Body::Withdraw(_) => "withdrawn",
        Body::CorrectField(_) => "corrected",
        Body::ChooseValue(_) => "chosen",
        Body::AttachDocument(_) => "document_added",
        Body::RequestDocument(_) => "document_requested",
        Body::Tell(_) => "told",
        Body::Rate(_) => "rated",
        Body::HandOver(_) => "handed_over",
        Body::Escalate(_) => "escalated",
        Body::Link(_) => "linked",
        Body::Retract(_) => "retracted",
        Body::Assign(_) => "assigned",
        Body::Triage(_) => "triaged",
        Body::Merge(_) => "merged",
        Body::ClerkAdded(_) => "clerk_added",
        Body::ClerkDisabled(_) => "clerk_disabled",
        Body::ClerkChanged(_) => "clerk_changed",
        Body::Unknown { .. } => "unknown",
    }
}

/// A field's value as people read it.
pub(crate) fn shown_value(field: Field, value: Option<String>) -> String {
    let value = value.unwrap_or_default();
    if field == Field::Phone { shown_phone(&value) } else { value }
}

fn conflict(corrected: &CorrectedField) -> ConflictView {
    let value = |kept: &KeptValue| KeptValueView {
        mark: kept.mark.to_string(),
        value: shown_value(corrected.field, kept.value.clone()),
        by: kept.author.name.clone(),
        at: kept.at.to_string(),
    };
    ConflictView { field: corrected.field.to_string(), values: corrected.values.iter().map(value).collect() }
}

/// A document; what of it is here says the store.
fn document(record: &DocumentRecord) -> DocumentView {
    let attached = &record.attached;
    DocumentView {
        document: attached.document.to_string(),
        name: attached.name.clone(),
        media_type: attached.media_type.clone(),
        size: u32::try_from(attached.size).unwrap_or(u32::MAX),
        by: record.author.name.clone(),
        at: record.at.to_string(),
        have: 0,
        here: false,
        sent: false,
        at_centre: 0,
        asked: false,
        refused: false,
    }
}

pub(crate) fn citizen(citizen: &Citizen) -> CitizenForm {
    let text = |field: &Option<String>| field.clone().unwrap_or_default();
    CitizenForm {
        surname: text(&citizen.surname),
        other_names: text(&citizen.other_names),
        nic: text(&citizen.nic),
        phone: citizen.phone.as_deref().map(shown_phone).unwrap_or_default(),
        email: text(&citizen.email),
        address: text(&citizen.address),
        locality: text(&citizen.locality),
    }
}

pub(crate) fn representative(someone: &Representative) -> RepresentativeForm {
    RepresentativeForm {
        name: someone.name.clone(),
        phone: someone.phone.as_deref().map(shown_phone).unwrap_or_default(),
        relation: someone.relation.clone().unwrap_or_default(),
    }
}

pub(crate) fn contact_way(way: complaints::ContactWay) -> ContactWay {
    match way {
        complaints::ContactWay::Phone => ContactWay::Phone,
        complaints::ContactWay::Sms => ContactWay::Sms,
        complaints::ContactWay::Letter => ContactWay::Letter,
        complaints::ContactWay::Email => ContactWay::Email,
        complaints::ContactWay::Visit => ContactWay::Visit,
    }
}
