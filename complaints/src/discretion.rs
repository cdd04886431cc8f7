//! What an institution may know of a complaint that was taken in confidence: the matter, and not the person.

use crate::complaint::{Complaint, StepRecord};
use crate::operation::{Author, Body, Capacity, Citizen, Discretion};

impl Complaint {
    /// The complaint as an institution may see it: of one that is not open everything that names the citizen or whoever
    /// came for them is left out, corrections of it included. For showing only: it is no fold of the operations.
    pub fn for_institutions(&self) -> Self {
        let mut shown = self.clone();
        if matches!(self.register.discretion, None | Some(Discretion::Open)) {
            return shown;
        }
        shown.register.citizen = Citizen::default();
        shown.register.representative = None;
        shown.corrected.retain(|corrected| !corrected.field.is_citizen());
        shown.steps.retain(|step| !corrects_the_citizen(step));
        let authors = shown.steps.iter_mut().map(|step| &mut step.author);
        authors.chain(shown.documents.iter_mut().map(|document| &mut document.author)).for_each(hide);
        shown
    }
}

/// What the citizen did on the portal stands there without the name.
fn hide(author: &mut Author) {
    if author.capacity == Some(Capacity::Citizen) {
        author.name.clear();
    }
}

fn corrects_the_citizen(step: &StepRecord) -> bool {
    match step.operation().map(|operation| operation.body) {
        Some(Body::CorrectField(correct)) => correct.field.is_citizen(),
        Some(Body::ChooseValue(choice)) => choice.field.is_citizen(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::complaint::tests::{fold, on, registration, route};
    use crate::operation::{CorrectField, Field};

    #[test]
    fn what_was_taken_in_confidence_names_nobody_to_an_institution() {
        let correct = CorrectField {
            field: Field::Surname,
            from: Some("Zephir".to_owned()),
            to: Some("Zafir".to_owned()),
        };
        let mut complaint = fold(&[registration(1), on(1, Body::CorrectField(correct)), route(1, "WMA")]);
        assert_eq!(complaint.for_institutions(), complaint, "an open one is shown whole");
        complaint.register.discretion = Some(Discretion::Confidential);
        let shown = complaint.for_institutions();
        assert_eq!((shown.register.citizen.full_name(), shown.steps.len()), (String::new(), 2));
        let told = format!("{shown:?}");
        assert!(!told.contains("Zephir") && !told.contains("Zafir"), "{told}");
        assert_eq!((&shown.register.text, shown.version), (&complaint.register.text, complaint.version));
    }
}
