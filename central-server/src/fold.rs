//! How the operations of one office's feed fold into its complaints: the rules for what stands between a complaint
//! and its feed. The rules of a complaint itself stand in the crate `complaints`.
//!
//! - A refused operation becomes a step of its complaint when this office holds that complaint. It begins none.
//! - What another office holds is refused, and changes nothing there and nothing here.
//! - An operation without a complaint is about the office itself.
//! - What this version cannot read is refused, a reference that nobody could type included.
//! - A kind that this version does not know is accepted and relayed, when it is about the office or a complaint
//!   that is registered: an accepted operation can be folded everywhere.

use std::collections::BTreeMap;

use ::complaints::{
    Body, Complaint, ComplaintId, OfficeCode, Operation, People, Reference, Refusal, Verdict,
};

use crate::error::CentreError;

/// The complaints that some operations are about, as they stand.
pub(crate) struct Fold {
    office: OfficeCode,
    held: BTreeMap<ComplaintId, Held>,
    people: People,
}

enum Held {
    /// By this office.
    Here { complaint: Box<Complaint>, changed: bool },
    /// By another one.
    Elsewhere,
}

impl Fold {
    /// A fold for the feed of an office, with the complaints that its next operations are about.
    pub(crate) fn new(office: OfficeCode, complaints: Vec<Complaint>) -> Self {
        let held = complaints.into_iter().map(|complaint| {
            let here = complaint.office == office;
            let id = complaint.id;
            (
                id,
                if here {
                    Held::Here { complaint: Box::new(complaint), changed: false }
                } else {
                    Held::Elsewhere
                },
            )
        });
        Self { office, held: held.collect(), people: People::default() }
    }

    /// Judges an operation and takes it into account. `None`: it cannot be read.
    pub(crate) fn decide(&mut self, operation: Option<&Operation>) -> Result<Verdict, CentreError> {
        let Some(operation) = operation else { return Ok(Verdict::Refused(Refusal::Unreadable)) };
        let verdict = self.judge(operation);
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
            Some(Held::Elsewhere) => {
                self.held.insert(id, Held::Elsewhere);
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

    /// The complaints that changed.
    pub(crate) fn changed(&self) -> Vec<&Complaint> {
        let changed = self.held.values().filter_map(|held| match held {
            Held::Here { complaint, changed: true } => Some(&**complaint),
            Held::Here { .. } | Held::Elsewhere => None,
        });
        changed.collect()
    }

    /// All complaints that this office holds, by id.
    pub(crate) fn complaints(&self) -> impl Iterator<Item = &Complaint> {
        self.held.values().filter_map(|held| match held {
            Held::Here { complaint, .. } => Some(&**complaint),
            Held::Elsewhere => None,
        })
    }

    /// The office's people, as far as the operations told of them.
    pub(crate) fn people(&self) -> &People {
        &self.people
    }

    fn judge(&self, operation: &Operation) -> Verdict {
        let Some(id) = operation.subject else {
            return match operation.body {
                Body::ClerkAdded(_) | Body::Unknown { .. } => Verdict::Accepted,
                _ => Complaint::judge(None, operation),
            };
        };
        match (self.held.get(&id), &operation.body) {
            (Some(Held::Elsewhere), _) => Verdict::Refused(Refusal::OtherOffice),
            (Some(Held::Here { complaint, .. }), _) => Complaint::judge(Some(complaint), operation),
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
