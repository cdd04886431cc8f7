//! Taking a deed back. It stays in the story, with its text, and counts no longer. What others have built on cannot
//! be taken back, and neither can what another way exists for: a correction is corrected once more, a hand-over is
//! handed back, a registration is withdrawn.

use crate::complaint::{Complaint, StepRecord};
use crate::operation::{Author, Body, Capacity, Operation, Status, StepMark};
use crate::rules::{Refusal, Verdict};

impl Complaint {
    /// Whether that author may take that step back as the complaint stands.
    pub fn may_retract(&self, step: StepMark, author: &Author) -> bool {
        self.judge_retraction(step, author).is_ok()
    }

    /// The step by which it is dealt with together with another one; none: it stands on its own.
    pub fn merging_step(&self) -> Option<StepMark> {
        let accepted = self.steps.iter().rev().filter(|step| step.verdict == Verdict::Accepted);
        let merges = |step: &&StepRecord| {
            step.operation().is_some_and(|operation| matches!(operation.body, Body::Merge(_)))
        };
        accepted.into_iter().find(merges)?.mark()
    }

    pub(crate) fn judge_retraction(&self, step: StepMark, author: &Author) -> Result<(), Refusal> {
        let at =
            self.steps.iter().position(|known| known.mark() == Some(step)).ok_or(Refusal::NotPossible)?;
        let theirs = &self.steps[at];
        let operation = theirs.operation().ok_or(Refusal::NotPossible)?;
        let own = theirs.author.clerk == author.clerk
            && theirs.author.institution == author.institution
            && theirs.author.capacity == author.capacity;
        // Whose matter is withdrawn by the other one's citizen is on its own again, without anybody's doing.
        let by_rule =
            author.capacity == Some(Capacity::Automatic) && matches!(operation.body, Body::Merge(_));
        if theirs.verdict != Verdict::Accepted || !(own || by_rule) || !can_be_taken_back(&operation.body) {
            return Err(Refusal::NotPossible);
        }
        let later = self.steps[at + 1..].iter().filter(|step| step.verdict == Verdict::Accepted);
        let mut later = later.filter_map(|step| step.operation());
        if moves(&operation.body) && later.any(|later| moves(&later.body)) {
            return Err(Refusal::Overtaken);
        }
        Ok(())
    }

    /// Takes a step back: where the complaint stands then follows from the steps that are left.
    pub(crate) fn retract(&mut self, step: StepMark) {
        let Some(taken) = self.steps.iter_mut().find(|known| known.mark() == Some(step)) else { return };
        let Some(operation) = taken.operation() else { return };
        taken.take_back();
        match operation.body {
            Body::AttachDocument(attached) => {
                self.documents.retain(|known| known.attached.document != attached.document);
            }
            Body::Merge(_) => self.merged_into = None,
            body if moves(&body) => self.stand_where_the_steps_lead(),
            _ => {}
        }
    }

    fn stand_where_the_steps_lead(&mut self) {
        self.status = Status::Received;
        self.institution.clone_from(&self.register.institution);
        self.assignee = None;
        let accepted = self.steps.iter().filter(|step| step.verdict == Verdict::Accepted);
        let moving: Vec<Operation> =
            accepted.filter_map(|step| step.operation()).filter(|operation| moves(&operation.body)).collect();
        for operation in moving {
            self.take(&operation);
        }
    }
}

/// Whether it changes where the complaint stands or who holds it.
fn moves(body: &Body) -> bool {
    matches!(
        body,
        Body::Route(_) | Body::ChangeStatus(_) | Body::Answer(_) | Body::Withdraw(_) | Body::Assign(_)
    )
}

fn can_be_taken_back(body: &Body) -> bool {
    let aside = matches!(
        body,
        Body::Note(_)
            | Body::AttachDocument(_)
            | Body::RequestDocument(_)
            | Body::Tell(_)
            | Body::Rate(_)
            | Body::Escalate(_)
            | Body::Link(_)
            | Body::Merge(_)
    );
    aside || moves(body)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::complaint::tests::{fold, on, registration, route};
    use crate::identity::ComplaintId;
    use crate::operation::{
        Answer, AttachDocument, ChangeStatus, CorrectField, DocumentId, Field, Merge, Note, Retract,
    };

    fn back(operation: &Operation) -> Operation {
        on(1, Body::Retract(Retract { step: StepMark::of(operation) }))
    }

    fn last_refusal(complaint: &Complaint) -> Option<&Refusal> {
        complaint.steps.last().and_then(|step| Refusal::of(&step.verdict))
    }

    #[test]
    fn a_deed_that_is_taken_back_counts_no_longer_and_stays_in_the_story() {
        let resolve = on(
            1,
            Body::ChangeStatus(ChangeStatus { from: Status::PassedOn, to: Status::Resolved, text: None }),
        );
        let complaint = fold(&[registration(1), route(1, "WMA"), resolve.clone(), back(&resolve)]);
        assert_eq!((complaint.status, complaint.institution.as_str()), (Status::PassedOn, "WMA"));
        assert_eq!(Refusal::of(&complaint.steps[2].verdict), Some(&Refusal::Retracted));
        assert_eq!(complaint.steps[2].operation(), Some(resolve.clone()));
        assert_eq!(complaint.to_tell(), None);
        // Once is enough.
        let mut again = back(&resolve);
        again.at.unix_ms += 1;
        let twice = fold(&[registration(1), route(1, "WMA"), resolve.clone(), back(&resolve), again]);
        assert_eq!(last_refusal(&twice), Some(&Refusal::NotPossible));
    }

    #[test]
    fn what_somebody_has_built_on_cannot_be_taken_back() {
        let answer = on(1, Body::Answer(Answer { text: "On Friday.".to_owned(), definitive: true }));
        let complaint = fold(&[registration(1), route(1, "WMA"), answer, back(&route(1, "WMA"))]);
        assert_eq!(complaint.status, Status::Answered);
        assert_eq!(last_refusal(&complaint), Some(&Refusal::Overtaken));
    }

    #[test]
    fn nobody_takes_back_what_another_did() {
        let note = on(1, Body::Note(Note { text: "He called.".to_owned(), for_citizen: false }));
        let mut other = back(&note);
        other.author.institution = Some("CWA".to_owned());
        let complaint = fold(&[registration(1), note, other]);
        assert_eq!(last_refusal(&complaint), Some(&Refusal::NotPossible));
    }

    #[test]
    fn a_rule_parts_two_complaints_and_takes_back_nothing_else() {
        let other = registration(1);
        let merge = Body::Merge(Merge {
            into: ComplaintId::from_bytes([9; 16]),
            reference: "90-1-00001-04".parse().unwrap(),
        });
        let by_rule = |operation: &Operation| {
            let mut back = back(operation);
            back.author = Author {
                name: "Centre".to_owned(),
                clerk: None,
                institution: None,
                capacity: Some(Capacity::Automatic),
            };
            back
        };
        let (merge, note) =
            (on(1, merge), on(1, Body::Note(Note { text: "He called.".to_owned(), for_citizen: false })));
        let together = fold(&[other.clone(), merge.clone()]);
        assert_eq!(together.merging_step(), Some(StepMark::of(&merge)));
        let parted = fold(&[other.clone(), merge.clone(), by_rule(&merge)]);
        assert_eq!((&parted.merged_into, parted.merging_step()), (&None, None));
        assert_eq!(last_refusal(&fold(&[other, note.clone(), by_rule(&note)])), Some(&Refusal::NotPossible));
    }

    #[test]
    fn a_document_that_is_taken_back_is_no_longer_listed() {
        let attach = on(
            1,
            Body::AttachDocument(AttachDocument {
                document: DocumentId::from_bytes([3; 32]),
                size: 9,
                media_type: "image/png".to_owned(),
                name: "Bill".to_owned(),
                pages: None,
                width: None,
                height: None,
            }),
        );
        assert_eq!(fold(&[registration(1), attach.clone()]).documents.len(), 1);
        assert!(fold(&[registration(1), attach.clone(), back(&attach)]).documents.is_empty());
    }

    #[test]
    fn a_correction_is_corrected_and_not_taken_back() {
        let correct = on(
            1,
            Body::CorrectField(CorrectField { field: Field::Phone, from: None, to: Some("5".to_owned()) }),
        );
        let complaint = fold(&[registration(1), correct.clone(), back(&correct)]);
        assert_eq!(complaint.register.citizen.phone.as_deref(), Some("5"));
        assert_eq!(last_refusal(&complaint), Some(&Refusal::NotPossible));
    }
}
