//! The life of a complaint once more, told here independently of the product's own rules: an accepted operation must
//! have been legal where it stands in the log, and the state that the centre shows must be where they lead.

use std::collections::BTreeMap;

use central_server::{Centre, LoggedOperation};
use complaints::{Body, ComplaintId, Operation, Refusal, Status};

use crate::centre::{at_once, told};
use crate::world::Checked;

/// Walks along an office's log.
pub(crate) fn check(logged: &[LoggedOperation], centre: &Centre) -> Checked {
    let mut states: BTreeMap<ComplaintId, Status> = BTreeMap::new();
    for entry in logged.iter().filter(|entry| Refusal::of(&entry.verdict).is_none()) {
        let operation = Operation::from_bytes(&entry.payload)
            .map_err(|error| format!("entry {} was accepted: {error}", entry.number))?;
        let Some(id) = operation.subject else { continue };
        match after(states.get(&id).copied(), &operation.body) {
            Some(status) => states.insert(id, status),
            None => {
                let kind = operation.body.kind();
                return Err(format!(
                    "entry {}, of kind {kind}, was accepted and is not legal there",
                    entry.number
                ));
            }
        };
    }
    for (id, status) in states {
        let complaint = at_once(centre.complaint(id)).map_err(told)?;
        if complaint.map(|complaint| complaint.status) != Some(status) {
            return Err(format!("complaint {id} is not {status} at the centre"));
        }
    }
    Ok(())
}

/// Where an operation leads; none when it is not legal.
fn after(before: Option<Status>, body: &Body) -> Option<Status> {
    use Status::{
        Answered, Checked, Closed, InProgress, PassedOn, Received, Reopened, Resolved, WaitingDocuments,
        Withdrawn,
    };
    let Some(before) = before else { return matches!(body, Body::Register(_)).then_some(Received) };
    let finished = [Closed, Withdrawn].contains(&before);
    match body {
        Body::Register(_) | Body::ClerkAdded(_) | Body::ClerkDisabled(_) => None,
        Body::RequestDocument(_) if finished => None,
        Body::Note(_)
        | Body::CorrectField(_)
        | Body::ChooseValue(_)
        | Body::AttachDocument(_)
        | Body::RequestDocument(_)
        | Body::Tell(_)
        | Body::Link(_)
        | Body::Unknown { .. } => Some(before),
        Body::Escalate(_) | Body::HandOver(_) => (!finished).then_some(before),
        Body::Rate(_) => [Answered, Resolved, Closed].contains(&before).then_some(before),
        // The simulated clerks take nothing back.
        Body::Retract(_) => None,
        Body::Route(_) | Body::Answer(_) | Body::Withdraw(_) if finished => None,
        Body::Route(_) => Some(PassedOn),
        Body::Withdraw(_) => Some(Withdrawn),
        Body::Answer(answer) if answer.definitive => Some(Answered),
        Body::Answer(_) => Some(if before == WaitingDocuments { before } else { InProgress }),
        Body::ChangeStatus(change) if change.from != before => None,
        Body::ChangeStatus(change) => {
            let ways: &[(Status, &[Status])] = &[
                (Received, &[Checked, InProgress, WaitingDocuments, Resolved]),
                (Checked, &[InProgress, WaitingDocuments, Resolved]),
                (PassedOn, &[InProgress, WaitingDocuments, Resolved]),
                (Reopened, &[InProgress, WaitingDocuments, Resolved]),
                (WaitingDocuments, &[InProgress, Resolved, Closed]),
                (InProgress, &[WaitingDocuments, Resolved]),
                (Answered, &[Resolved, Closed, Reopened]),
                (Resolved, &[Closed, Reopened]),
                (Closed, &[Reopened]),
                (Withdrawn, &[Reopened]),
            ];
            let (_, ways) = ways.iter().find(|(from, _)| *from == before)?;
            ways.contains(&change.to).then_some(change.to)
        }
    }
}
