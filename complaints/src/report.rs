//! A complaint as one JSON object, the same from the desk's and from the centre's command line.

use serde_json::{Value, json};

use crate::complaint::{Complaint, DocumentRecord, StepRecord, date_from_days};
use crate::fields::CorrectedField;
use crate::operation::{Answer, Body, Citizen};
use crate::profile::Profile;
use crate::rules::Refusal;

/// The report of a complaint. Fields are added and never taken away; times are RFC 3339, days `YYYY-MM-DD`.
pub fn report(complaint: &Complaint, profile: &Profile) -> Value {
    let register = &complaint.register;
    let category = profile.category(&register.category);
    json!({
        "reference": register.reference.to_string(),
        "id": complaint.id.to_string(),
        "kind": register.kind.word(),
        "status": complaint.status.word(),
        "category": category.map_or(register.category.as_str(), |category| category.path.as_str()),
        "category_code": register.category,
        "subject": register.subject,
        "text": register.text,
        "place": register.place,
        "language": register.language,
        "citizen": citizen(&register.citizen),
        "representative": register.representative.as_ref().map(|someone| {
            json!({"name": someone.name, "phone": someone.phone, "relation": someone.relation})
        }),
        "discretion": register.discretion.map(|discretion| discretion.word()),
        "contact_by": register.contact_by.iter().map(|way| way.word()).collect::<Vec<_>>(),
        "notice": register.notice,
        "institution": complaint.institution,
        "office": complaint.office.to_string(),
        "recorded_at": complaint.recorded_at().to_string(),
        "changed_at": complaint.changed_at().to_string(),
        "due_at": complaint.due_on().map(|day| day.to_string()),
        "answers": complaint.steps.iter().filter_map(answer).collect::<Vec<_>>(),
        "documents": complaint.documents.iter().map(document).collect::<Vec<_>>(),
        "conflicts": complaint.conflicts().map(conflict).collect::<Vec<_>>(),
        "history": complaint.steps.iter().map(step).collect::<Vec<_>>(),
        "version": complaint.version,
    })
}

/// The same report as lines for people at a terminal.
pub fn report_text(complaint: &Complaint, profile: &Profile) -> String {
    let told = report(complaint, profile);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let facts = [
        ("citizen", complaint.register.citizen.full_name()),
        ("category", text(&told["category"])),
        ("with", text(&told["institution"])),
        ("office", text(&told["office"])),
        ("recorded", text(&told["recorded_at"])),
        ("due", text(&told["due_at"])),
    ];
    let mut lines =
        vec![format!("{}  {}", text(&told["reference"]), text(&told["status"])), text(&told["subject"])];
    let known = facts.iter().filter(|(_, fact)| !fact.is_empty());
    lines.extend(known.map(|(name, fact)| format!("  {name:9} {fact}")));
    lines.extend([String::new(), text(&told["text"]), String::new()]);
    for conflict in told["conflicts"].as_array().into_iter().flatten() {
        lines.push(format!("two different versions of {}:", text(&conflict["field"])));
        for kept in conflict["values"].as_array().into_iter().flatten() {
            let (value, by, at) = (text(&kept["value"]), text(&kept["by"]), text(&kept["at"]));
            lines.push(format!("  {}  “{value}”  {by}, {at}", text(&kept["mark"])));
        }
    }
    for document in told["documents"].as_array().into_iter().flatten() {
        let (name, media_type) = (text(&document["name"]), text(&document["media_type"]));
        lines.push(format!(
            "document {}  {name} ({media_type}, {} bytes)",
            text(&document["document"]),
            document["size"]
        ));
    }
    for step in told["history"].as_array().into_iter().flatten() {
        let field = step["field"].as_str().map(|field| format!(" {field}")).unwrap_or_default();
        let to = step["to"].as_str().map(|to| format!(" → {to}")).unwrap_or_default();
        let refused = step["refused"].as_str().map(|why| format!(" (refused: {why})")).unwrap_or_default();
        let (at, by) = (text(&step["at"]), text(&step["by"]));
        lines.push(format!(
            "{at}  {by}, {}: {}{field}{to}{refused}",
            text(&step["place"]),
            text(&step["what"])
        ));
        lines.extend(step["text"].as_str().map(|said| format!("    {said}")));
    }
    lines.join("\n")
}

fn citizen(citizen: &Citizen) -> Value {
    json!({
        "surname": citizen.surname,
        "other_names": citizen.other_names,
        "nic": citizen.nic,
        "phone": citizen.phone,
        "email": citizen.email,
        "address": citizen.address,
        "locality": citizen.locality,
    })
}

fn document(record: &DocumentRecord) -> Value {
    let attached = &record.attached;
    json!({
        "document": attached.document.to_string(),
        "name": attached.name,
        "media_type": attached.media_type,
        "size": attached.size,
        "pages": attached.pages,
        "width": attached.width,
        "height": attached.height,
        "by": record.author.name,
        "at": record.at.to_string(),
    })
}

fn conflict(corrected: &CorrectedField) -> Value {
    let values = corrected.values.iter().map(|kept| {
        json!({
            "mark": kept.mark.to_string(),
            "value": kept.value,
            "by": kept.author.name,
            "at": kept.at.to_string(),
        })
    });
    json!({"field": corrected.field.word(), "values": values.collect::<Vec<_>>()})
}

fn answer(step: &StepRecord) -> Option<Value> {
    match step.operation()?.body {
        Body::Answer(Answer { text, definitive }) if Refusal::of(&step.verdict).is_none() => Some(json!({
            "at": step.at.to_string(),
            "by": step.author.name,
            "institution": step.author.institution,
            "text": text,
            "definitive": definitive,
        })),
        _ => None,
    }
}

fn step(step: &StepRecord) -> Value {
    let mut told = match step.operation().map(|operation| operation.body) {
        None | Some(Body::Register(_)) => json!({"what": "registered"}),
        Some(Body::Route(route)) => json!({"what": "routed", "to": route.to, "text": route.text}),
        Some(Body::ChangeStatus(change)) => json!({
            "what": "status_changed", "from": change.from.word(), "to": change.to.word(), "text": change.text,
        }),
        Some(Body::Answer(answer)) => {
            json!({"what": "answered", "text": answer.text, "definitive": answer.definitive})
        }
        Some(Body::Note(note)) => {
            json!({"what": "noted", "text": note.text, "for_citizen": note.for_citizen})
        }
        Some(Body::Withdraw(withdraw)) => json!({"what": "withdrawn", "text": withdraw.text}),
        Some(Body::CorrectField(correct)) => json!({
            "what": "corrected", "field": correct.field.word(), "from": correct.from, "to": correct.to,
        }),
        Some(Body::ChooseValue(choice)) => {
            json!({"what": "chosen", "field": choice.field.word(), "to": choice.value})
        }
        Some(Body::AttachDocument(attached)) => json!({
            "what": "document_added", "document": attached.document.to_string(), "text": attached.name,
        }),
        Some(Body::RequestDocument(request)) => json!({
            "what": "document_requested", "text": request.what,
            "until": request.until.and_then(date_from_days).map(|day| day.to_string()),
        }),
        Some(Body::Tell(tell)) => json!({
            "what": "told", "way": tell.way.word(), "reach": tell.reach.word(), "text": tell.text,
        }),
        Some(Body::Rate(rate)) => json!({"what": "rated", "stars": rate.stars, "text": rate.text}),
        Some(Body::HandOver(over)) => {
            json!({"what": "handed_over", "to": over.to.to_string(), "text": over.text})
        }
        Some(Body::Escalate(escalate)) => {
            json!({"what": "escalated", "to": escalate.to, "text": escalate.text})
        }
        Some(Body::Link(link)) => json!({
            "what": "linked", "reference": link.reference.to_string(), "relation": link.relation.word(),
        }),
        Some(Body::Retract(_)) => json!({"what": "retracted"}),
        Some(Body::Assign(assign)) => json!({"what": "assigned", "to": assign.to.map(|to| to.name)}),
        Some(Body::Triage(triage)) => {
            json!({"what": "triaged", "urgent": triage.urgent, "restricted": triage.restricted})
        }
        Some(Body::Merge(merge)) => json!({"what": "merged", "reference": merge.reference.to_string()}),
        Some(Body::ClerkAdded(_) | Body::ClerkDisabled(_) | Body::ClerkChanged(_)) => {
            json!({"what": "unknown"})
        }
        Some(Body::Unknown { kind, .. }) => json!({"what": "unknown", "kind": kind}),
    };
    told["at"] = json!(step.at.to_string());
    told["by"] = json!(step.author.name);
    told["place"] = json!(step.place());
    told["refused"] = json!(Refusal::of(&step.verdict).map(Refusal::word));
    told
}
