//! What a citizen is still to be told, and how. Derived from the story of a complaint; nothing here is stored.

use std::collections::BTreeSet;

use crate::complaint::{Complaint, StepRecord};
use crate::moment::Moment;
use crate::operation::{Body, Capacity, ContactWay, Discretion, Reach, Register, Status, StepMark};
use crate::rules::Verdict;

/// After so many calls that nobody answered a letter goes out.
const CALLS_BEFORE_A_LETTER: usize = 3;

/// What a citizen is still to be told about a complaint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToTell {
    /// The steps, oldest first. Named in the [`crate::Tell`] that says that it was done.
    pub steps: Vec<StepMark>,
    /// When the oldest of them was done.
    pub since: Moment,
    /// How: what the citizen agreed to and can be reached by, a letter after three calls in vain, and at the next
    /// visit where nothing else is possible.
    pub way: ContactWay,
    /// How many calls nobody answered.
    pub calls_in_vain: usize,
    /// The matter is finished by one of them: it counts as finished for the citizen only when this was told.
    pub closing: bool,
}

impl Complaint {
    /// What the citizen is still to be told: answers, documents that are asked for, notes for the citizen, that it is dealt
    /// with together with another one, and that the matter waits, is settled or closed. None: nothing, or nobody can be told since no name was given, or the
    /// citizen withdrew it.
    pub fn to_tell(&self) -> Option<ToTell> {
        if self.register.discretion == Some(Discretion::Anonymous) || self.status == Status::Withdrawn {
            return None;
        }
        let told = self.told();
        let untold: Vec<(&StepRecord, StepMark, bool)> = self
            .steps
            .iter()
            .filter_map(|step| Some((step, step.mark()?, closes(step)?)))
            .filter(|(_, mark, _)| !told.contains(mark))
            .collect();
        let (first, ..) = untold.first()?;
        let steps: Vec<StepMark> = untold.iter().map(|(_, mark, _)| *mark).collect();
        let calls_in_vain = self.calls_in_vain(&steps);
        Some(ToTell {
            since: first.at,
            way: way(&self.register, calls_in_vain),
            calls_in_vain,
            closing: untold.iter().any(|(.., closing)| *closing),
            steps,
        })
    }

    fn told(&self) -> BTreeSet<StepMark> {
        let tells = self.accepted_bodies().filter_map(|body| match body {
            Body::Tell(tell) if tell.reach == Reach::Reached => Some(tell.steps),
            _ => None,
        });
        tells.flatten().collect()
    }

    fn calls_in_vain(&self, untold: &[StepMark]) -> usize {
        let in_vain = |body: &Body| match body {
            Body::Tell(tell) => {
                tell.reach == Reach::NotReached
                    && tell.way == ContactWay::Phone
                    && tell.steps.iter().any(|step| untold.contains(step))
            }
            _ => false,
        };
        self.accepted_bodies().filter(in_vain).count()
    }

    fn accepted_bodies(&self) -> impl Iterator<Item = Body> {
        let accepted = self.steps.iter().filter(|step| step.verdict == Verdict::Accepted);
        accepted.filter_map(|step| step.operation()).map(|operation| operation.body)
    }
}

/// Whether a step finishes the matter; none: the citizen need not be told of it.
fn closes(step: &StepRecord) -> Option<bool> {
    // What the citizen did is no news to the citizen.
    if step.author.capacity == Some(Capacity::Citizen) {
        return None;
    }
    let body = step.operation().filter(|_| step.verdict == Verdict::Accepted)?.body;
    match body {
        Body::Answer(answer) => Some(answer.definitive),
        Body::Note(note) if note.for_citizen => Some(false),
        // That somebody else brought the same matter, and that both are answered together.
        Body::RequestDocument(_) | Body::Merge(_) => Some(false),
        Body::ChangeStatus(change) => match change.to {
            Status::Resolved | Status::Closed => Some(true),
            Status::WaitingDocuments => Some(false),
            _ => None,
        },
        _ => None,
    }
}

fn way(register: &Register, calls_in_vain: usize) -> ContactWay {
    let citizen = &register.citizen;
    let has = |value: &Option<String>| value.as_ref().is_some_and(|value| !value.trim().is_empty());
    let phone = has(&citizen.phone)
        || register.representative.as_ref().is_some_and(|representative| has(&representative.phone));
    let possible = |way: ContactWay| match way {
        ContactWay::Phone => phone && calls_in_vain < CALLS_BEFORE_A_LETTER,
        ContactWay::Sms => phone,
        ContactWay::Letter => has(&citizen.address) || has(&citizen.locality),
        ContactWay::Email => has(&citizen.email),
        ContactWay::Visit => true,
    };
    let letter = || Some(ContactWay::Letter).filter(|way| calls_in_vain > 0 && possible(*way));
    let agreed = register.contact_by.iter().copied().find(|way| possible(*way));
    agreed.or_else(letter).unwrap_or(ContactWay::Visit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::complaint::tests::{fold, on, registration};
    use crate::operation::{Answer, ChangeStatus, Note, Operation, Tell};

    fn answered() -> Operation {
        on(1, Body::Answer(Answer { text: "On Friday.".to_owned(), definitive: true }))
    }

    fn with_contact(ways: &[ContactWay], phone: Option<&str>, address: Option<&str>) -> Operation {
        let mut operation = registration(1);
        if let Body::Register(register) = &mut operation.body {
            register.contact_by = ways.to_vec();
            register.citizen.phone = phone.map(str::to_owned);
            register.citizen.address = address.map(str::to_owned);
        }
        operation
    }

    fn tell(steps: &[&Operation], way: ContactWay, reach: Reach, minute: i64) -> Operation {
        let mut steps: Vec<StepMark> = steps.iter().map(|step| StepMark::of(step)).collect();
        steps.sort_unstable();
        let mut operation = on(1, Body::Tell(Tell { steps, way, reach, text: None }));
        operation.at.unix_ms += minute * 60_000;
        operation
    }

    #[test]
    fn an_answer_is_to_be_told_until_somebody_has_told_it() {
        assert_eq!(fold(&[registration(1)]).to_tell(), None);
        let told = tell(&[&answered()], ContactWay::Visit, Reach::Reached, 1);
        let waiting = fold(&[registration(1), answered()]).to_tell().unwrap();
        assert_eq!(waiting.steps, [StepMark::of(&answered())]);
        assert!(waiting.closing);
        assert_eq!(fold(&[registration(1), answered(), told]).to_tell(), None);
    }

    #[test]
    fn what_comes_in_while_somebody_tells_is_still_to_be_told() {
        let close = on(
            1,
            Body::ChangeStatus(ChangeStatus { from: Status::Answered, to: Status::Closed, text: None }),
        );
        let told = tell(&[&answered()], ContactWay::Visit, Reach::Reached, 1);
        let left = fold(&[registration(1), answered(), close.clone(), told]).to_tell().unwrap();
        assert_eq!(left.steps, [StepMark::of(&close)]);
    }

    #[test]
    fn two_clerks_who_tell_at_once_do_no_harm() {
        let first = tell(&[&answered()], ContactWay::Phone, Reach::Reached, 1);
        let second = tell(&[&answered()], ContactWay::Phone, Reach::Reached, 2);
        assert_eq!(fold(&[registration(1), answered(), first, second]).to_tell(), None);
    }

    #[test]
    fn a_note_for_colleagues_is_not_told() {
        let note = |for_citizen| on(1, Body::Note(Note { text: "He called.".to_owned(), for_citizen }));
        assert_eq!(fold(&[registration(1), note(false)]).to_tell(), None);
        assert!(!fold(&[registration(1), note(true)]).to_tell().unwrap().closing);
    }

    #[test]
    fn what_the_citizen_wrote_is_no_news_to_the_citizen() {
        let mut remark =
            on(1, Body::Note(Note { text: "The pipe leaks again.".to_owned(), for_citizen: true }));
        remark.author.capacity = Some(Capacity::Citizen);
        assert_eq!(fold(&[registration(1), remark]).to_tell(), None);
    }

    #[test]
    fn a_telephone_that_nobody_answers_three_times_becomes_a_letter() {
        let begin = with_contact(&[ContactWay::Phone], Some("+23057000265"), Some("Rue Shivananda"));
        let mut story = vec![begin, answered()];
        for minute in 1..=3 {
            assert_eq!(fold(&story).to_tell().unwrap().way, ContactWay::Phone);
            story.push(tell(&[&answered()], ContactWay::Phone, Reach::NotReached, minute));
        }
        let now = fold(&story).to_tell().unwrap();
        assert_eq!((now.way, now.calls_in_vain), (ContactWay::Letter, 3));
    }

    #[test]
    fn whoever_cannot_be_reached_is_told_at_the_next_visit() {
        let begin = with_contact(&[ContactWay::Phone, ContactWay::Letter], None, None);
        assert_eq!(fold(&[begin, answered()]).to_tell().unwrap().way, ContactWay::Visit);
    }

    #[test]
    fn nobody_is_told_when_no_name_was_given() {
        let mut begin = registration(1);
        if let Body::Register(register) = &mut begin.body {
            register.discretion = Some(Discretion::Anonymous);
        }
        assert_eq!(fold(&[begin, answered()]).to_tell(), None);
    }
}
