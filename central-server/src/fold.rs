//! How the operations of one office's feed fold into its complaints: the rules for what stands between a complaint
//! and its feed. The rules of a complaint itself stand in the crate `complaints`.
//!
//! - A refused operation becomes a step of its complaint when this office holds that complaint. It begins none.
//! - What another office holds is refused, and changes nothing there and nothing here.
//! - An operation without a complaint is about the office itself.
//! - What a clerk did counts if it came in before the clerk was disabled; what comes after that is refused.
//! - What this version cannot read is refused, a reference that nobody could type included.
//! - A kind that this version does not know is accepted and relayed, when it is about the office or a complaint
//!   that is registered: an accepted operation can be folded everywhere.

use std::collections::BTreeMap;

use ::complaints::{
    Body, Complaint, ComplaintId, OfficeCode, Operation, People, Reference, Refusal, Verdict,
};

use sync_protocol::mutant::{self, Mutant};

use crate::error::CentreError;

/// The complaints that some operations are about, as they stand.
pub(crate) struct Fold {
    office: OfficeCode,
    held: BTreeMap<ComplaintId, Held>,
    people: People,
    /// The offices to which a complaint may be handed over.
    others: Vec<OfficeCode>,
}

enum Held {
    /// By this office, or it was until one of these operations handed it over: its copy stays as it was then.
    Here { complaint: Box<Complaint>, changed: bool },
    /// By another one, as it stands there.
    Elsewhere(Box<Complaint>),
}

impl Fold {
    /// A fold for the feed of an office, with the complaints that its next operations are about and with what is
    /// known about its people.
    pub(crate) fn new(office: OfficeCode, complaints: Vec<Complaint>, people: People) -> Self {
        let held = complaints.into_iter().map(|complaint| {
            let here = complaint.office == office;
            let id = complaint.id;
            let complaint = Box::new(complaint);
            (id, if here { Held::Here { complaint, changed: false } } else { Held::Elsewhere(complaint) })
        });
        Self { office, held: held.collect(), people, others: Vec::new() }
    }

    /// The same, with the offices to which a complaint may be handed over.
    pub(crate) fn with_offices(self, others: Vec<OfficeCode>) -> Self {
        Self { others, ..self }
    }

    /// Judges an operation and takes it into account. `None`: it cannot be read.
    pub(crate) fn decide(&mut self, operation: Option<&Operation>) -> Result<Verdict, CentreError> {
        let Some(operation) = operation else { return Ok(Verdict::Refused(Refusal::Unreadable)) };
        let verdict = match self.judge(operation) {
            Verdict::Refused(Refusal::Repeated) if mutant::is(Mutant::RetryUnderNewId) => Verdict::Accepted,
            verdict => verdict,
        };
        self.take(operation, verdict.clone())?;
        Ok(verdict)
    }

    /// Takes an operation into account with the verdict that it got.
    pub(crate) fn take(&mut self, operation: &Operation, verdict: Verdict) -> Result<(), CentreError> {
        let accepted = verdict == Verdict::Accepted;
        let Some(id) = operation.subject else {
            if accepted {
                self.people.apply(operation);
            }
            return Ok(());
        };
        let before = match self.held.remove(&id) {
            Some(Held::Here { complaint, .. }) => Some(*complaint),
            Some(elsewhere @ Held::Elsewhere(_)) => {
                self.held.insert(id, elsewhere);
                return Ok(());
            }
            None if accepted && matches!(operation.body, Body::Register(_)) => None,
            None => return Ok(()),
        };
        let complaint = Complaint::apply(before, operation, verdict)
            .map_err(|error| CentreError::Damaged(format!("complaint {id}: {error}")))?;
        self.held.insert(id, Held::Here { complaint: Box::new(complaint), changed: true });
        Ok(())
    }

    /// The complaints that changed, those included that were handed over.
    pub(crate) fn changed(&self) -> Vec<&Complaint> {
        let changed = self.held.values().filter_map(|held| match held {
            Held::Here { complaint, changed: true } => Some(&**complaint),
            Held::Here { .. } | Held::Elsewhere(_) => None,
        });
        changed.collect()
    }

    /// All complaints that this office holds, by id.
    pub(crate) fn complaints(&self) -> impl Iterator<Item = &Complaint> {
        self.held.values().filter_map(|held| match held {
            Held::Here { complaint, .. } => Some(&**complaint).filter(|held| held.office == self.office),
            Held::Elsewhere(_) => None,
        })
    }

    /// All complaints that stand in this office's feed, those included that it has handed over.
    pub(crate) fn told(&self) -> impl Iterator<Item = &Complaint> {
        self.held.values().filter_map(|held| match held {
            Held::Here { complaint, .. } => Some(&**complaint),
            Held::Elsewhere(_) => None,
        })
    }

    /// The office's people, as far as the operations told of them.
    pub(crate) fn people(&self) -> &People {
        &self.people
    }

    fn judge(&self, operation: &Operation) -> Verdict {
        let Some(id) = operation.subject else {
            return self.people.judge(operation);
        };
        // Asked before the author: both verdicts leave the complaint as it is, also where its feed is folded once more.
        if let Some(Held::Elsewhere(complaint) | Held::Here { complaint, .. }) = self.held.get(&id)
            && complaint.office != self.office
        {
            // What stands in its story already was given back from elsewhere after a restore.
            let known = match &operation.body {
                Body::Register(register) => register.reference == complaint.register.reference,
                _ => Complaint::judge(Some(complaint), operation) == Verdict::Refused(Refusal::Repeated),
            };
            return Verdict::Refused(if known { Refusal::Repeated } else { Refusal::OtherOffice });
        }
        if let Some(refusal) = self.people.refuses(&operation.author) {
            return Verdict::Refused(refusal);
        }
        match (self.held.get(&id), &operation.body) {
            (Some(Held::Here { .. }), Body::HandOver(over))
                if over.to != self.office && !self.others.contains(&over.to) =>
            {
                Verdict::Refused(Refusal::NotPossible)
            }
            (Some(Held::Here { complaint, .. } | Held::Elsewhere(complaint)), _) => {
                Complaint::judge(Some(complaint), operation)
            }
            (None, Body::Register(register)) if register.reference.office != self.office => {
                Verdict::Refused(Refusal::OtherOffice)
            }
            (None, Body::Register(register)) if !can_be_typed(&register.reference) => {
                Verdict::Refused(Refusal::Unreadable)
            }
            (None, _) => Complaint::judge(None, operation),
        }
    }
}

/// Whether a reference reads back as it is shown. One that does not, no citizen could ever ask about.
fn can_be_typed(reference: &Reference) -> bool {
    reference.to_string().parse() == Ok(*reference)
}

#[cfg(test)]
mod tests {
    use ::complaints::{Author, ClerkDisabled, ClerkId, ComplaintSeed, Kind, Note, Register};

    use super::*;

    fn seed() -> ComplaintSeed {
        ComplaintSeed::from_random([1; 16])
    }

    fn by(clerk: u8, subject: Option<ComplaintId>, body: Body) -> Operation {
        let clerk = ClerkId::from_bytes([clerk; 8]);
        let author =
            Author { name: "Somebody".to_owned(), clerk: Some(clerk), institution: None, capacity: None };
        Operation { subject, author, at: "2026-11-25T09:00:00+04:00".parse().unwrap(), body }
    }

    fn registration(clerk: u8) -> Operation {
        let register = Register {
            seed: seed(),
            reference: Reference { office: office(), device: 2, counter: 1 },
            kind: Kind::Complaint,
            category: "water-none".to_owned(),
            institution: "CWA".to_owned(),
            subject: "No water".to_owned(),
            text: "Pena dilo.".to_owned(),
            place: None,
            language: "mfe".to_owned(),
            citizen: ::complaints::Citizen::default(),
            contact_by: Vec::new(),
            notice: "1".to_owned(),
            notice_language: None,
            due_on: None,
            recorded_at: None,
            representative: None,
            discretion: None,
            point: None,
            channel: None,
        };
        by(clerk, Some(seed().complaint_id()), Body::Register(Box::new(register)))
    }

    fn note(clerk: u8) -> Operation {
        let note = Note { text: "He called.".to_owned(), for_citizen: false };
        by(clerk, Some(seed().complaint_id()), Body::Note(note))
    }

    fn office() -> OfficeCode {
        OfficeCode::new(12).unwrap()
    }

    #[test]
    fn what_a_clerk_delivered_before_being_disabled_counts_and_nothing_after_it() {
        let disabled = by(1, None, Body::ClerkDisabled(ClerkDisabled { clerk: ClerkId::from_bytes([2; 8]) }));
        let mut fold = Fold::new(office(), Vec::new(), People::default());
        let verdicts: Vec<Verdict> = [registration(2), note(2), disabled, note(2), note(1)]
            .iter()
            .map(|operation| fold.decide(Some(operation)).unwrap())
            .collect();
        let refused = Verdict::Refused(Refusal::Disabled);
        use Verdict::Accepted;
        assert_eq!(verdicts, [Accepted, Accepted, Accepted, refused.clone(), Accepted]);
        let complaint = fold.complaints().next().unwrap();
        assert_eq!(complaint.version, 4, "the refused note is a step of the story, with its text");
        assert_eq!(complaint.steps[2].operation(), Some(note(2)));

        // The next batch knows it from the store.
        let disabled = fold.people().disabled().copied().collect::<Vec<_>>();
        let mut later = Fold::new(office(), vec![complaint.clone()], People::with_disabled(disabled));
        assert_eq!(later.decide(Some(&note(2))).unwrap(), refused);
        // A registration that is refused begins nothing.
        let mut empty = Fold::new(office(), Vec::new(), People::with_disabled([ClerkId::from_bytes([2; 8])]));
        assert_eq!(empty.decide(Some(&registration(2))).unwrap(), refused);
        assert_eq!(empty.complaints().count(), 0);
    }
}
