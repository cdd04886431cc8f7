//! The life of a complaint once more, told here independently of the product's own rules: an accepted operation must
//! have been legal where it stands in the log, and the state that the centre shows must be where they lead.

use std::collections::BTreeMap;

use central_server::{Centre, LoggedOperation};
use complaints::{Body, ComplaintId, OfficeCode, Operation, Refusal, Status, StepMark};

use crate::centre::{at_once, told};
use crate::world::Checked;

/// Walks along an office's log.
pub(crate) fn check(office: OfficeCode, logged: &[LoggedOperation], centre: &Centre) -> Checked {
    let mut stories: BTreeMap<ComplaintId, Story> = BTreeMap::new();
    for entry in logged.iter().filter(|entry| Refusal::of(&entry.verdict).is_none()) {
        let operation = Operation::from_bytes(&entry.payload)
            .map_err(|error| format!("entry {} was accepted: {error}", entry.number))?;
        let Some(id) = operation.subject else { continue };
        if !stories.entry(id).or_default().goes_on(&operation) {
            let kind = operation.body.kind();
            return Err(format!(
                "entry {}, of kind {kind}, was accepted and is not legal there",
                entry.number
            ));
        }
    }
    for (id, story) in stories {
        // What was handed over has gone on in the log of another office.
        let complaint = at_once(centre.complaint(id)).map_err(told)?;
        let complaint = complaint.filter(|complaint| complaint.office == office);
        if let (Some(complaint), Some(status)) = (complaint, story.status)
            && complaint.status != status
        {
            return Err(format!("complaint {id} is not {status} at the centre"));
        }
    }
    Ok(())
}

/// The accepted operations on a complaint, as far as they move it.
#[derive(Default)]
struct Story {
    status: Option<Status>,
    steps: Vec<Operation>,
}

impl Story {
    /// Takes one more operation. False: it is not legal there.
    fn goes_on(&mut self, operation: &Operation) -> bool {
        if let Body::Retract(retract) = &operation.body {
            let Some(at) = self.steps.iter().position(|step| StepMark::of(step) == retract.step) else {
                return false;
            };
            self.steps.remove(at);
            // What is left leads where it leads, whatever each of these would be refused for today.
            self.status = self.steps.iter().fold(None, |status, step| after(status, &step.body).or(status));
            return true;
        }
        let Some(status) = after(self.status, &operation.body) else { return false };
        self.status = Some(status);
        self.steps.push(operation.clone());
        true
    }
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
        Body::Register(_) | Body::ClerkAdded(_) | Body::ClerkDisabled(_) | Body::ClerkChanged(_) => None,
        Body::RequestDocument(_) if finished => None,
        Body::Note(_)
        | Body::CorrectField(_)
        | Body::ChooseValue(_)
        | Body::AttachDocument(_)
        | Body::RequestDocument(_)
        | Body::Tell(_)
        | Body::Link(_)
        | Body::Unknown { .. } => Some(before),
        Body::Escalate(_) | Body::HandOver(_) | Body::Assign(_) | Body::Triage(_) | Body::Merge(_) => {
            (!finished).then_some(before)
        }
        Body::Rate(_) => [Answered, Resolved, Closed].contains(&before).then_some(before),
        // Told by the story: it depends on what was done before.
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
