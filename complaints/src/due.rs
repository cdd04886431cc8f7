//! What is due by itself on a complaint on a day: reminders, the way up, an end for want of a document. Derived from its
//! story, the calendar and the profile; who is told of it, and how, is the centre's business.

use jiff::civil::Date;

use crate::complaint::Complaint;
use crate::deadline::DayUse;
use crate::moment::Moment;
use crate::operation::{Body, Capacity, Status};
use crate::profile::{EscalationPolicy, LevelTarget, Profile};
use crate::rules::Verdict;

/// Something that is due by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Due {
    /// Those who hold it are to be reminded: the due day is so near.
    RemindHolder {
        /// The day by which an answer is due.
        due: Date,
        /// Which of the profile's reminders it is: so many days before.
        days_before: u32,
    },
    /// Those who hold it are to be told that the due day is over.
    TellOverdue {
        /// The day by which an answer was due.
        due: Date,
    },
    /// It is to be brought before somebody above.
    Escalate {
        /// Code of an institution; none: the unit at the centre.
        to: Option<String>,
        /// The day by which an answer was due.
        due: Date,
    },
    /// Those who hold it owe a first reply.
    DemandInterim,
    /// The citizen is to be reminded of a document.
    RemindCitizen {
        /// When it was asked for.
        since: Moment,
    },
    /// It is to be closed: the document has not come.
    CloseWithoutDocument,
}

impl Complaint {
    /// What is due by itself on that day. It stays due until it was done: who was reminded is remembered where notices
    /// are, and what was brought before somebody stands in the story.
    pub fn due_by_itself(&self, profile: &Profile, today: Date) -> Vec<Due> {
        let Some(policy) = &profile.escalation else { return Vec::new() };
        if self.merged_into.is_some() {
            return Vec::new();
        }
        if self.status == Status::WaitingDocuments {
            return self.due_while_waiting(policy, profile, today).into_iter().collect();
        }
        if !self.status.clock_runs() {
            return Vec::new();
        }
        let Some(deadline) = self.deadline(&profile.calendar, today) else { return Vec::new() };
        let mut dues = Vec::new();
        let is_counted = |usage: &DayUse| matches!(usage, DayUse::Used | DayUse::Today);
        let used = deadline.days.iter().filter(|day| is_counted(&day.usage)).count();
        if policy.interim_after_days.is_some_and(|days| used >= days as usize) && !self.has_reply() {
            dues.push(Due::DemandInterim);
        }
        let due = deadline.due;
        match u32::try_from(deadline.days_left) {
            Ok(left) => {
                // The nearest one only: whoever was away for two reminders gets one.
                let reminder =
                    policy.remind_days_before.iter().copied().filter(|before| left <= *before).min();
                dues.extend(reminder.map(|days_before| Due::RemindHolder { due, days_before }));
            }
            Err(_) => {
                dues.push(Due::TellOverdue { due });
                let over = deadline.days_left.unsigned_abs();
                dues.extend(
                    self.way_up(policy, profile, over).into_iter().map(|to| Due::Escalate { to, due }),
                );
            }
        }
        dues
    }

    fn due_while_waiting(&self, policy: &EscalationPolicy, profile: &Profile, today: Date) -> Option<Due> {
        let stop = self.stops().into_iter().next_back().filter(|stop| stop.up_to.is_none())?;
        let waited = profile.calendar.days_between(stop.after, today).count();
        let is_over = |days: Option<u32>| days.is_some_and(|days| waited >= days as usize);
        if is_over(policy.close_without_document_after_days) {
            return Some(Due::CloseWithoutDocument);
        }
        is_over(policy.document_remind_after_days).then_some(Due::RemindCitizen { since: stop.since })
    }

    /// Before whom it is to be brought, so many days after the due day, and has not been by itself yet.
    fn way_up(&self, policy: &EscalationPolicy, profile: &Profile, over: u32) -> Vec<Option<String>> {
        let mut done = self.brought_before();
        let mut way = Vec::new();
        for level in policy.levels.iter().filter(|level| level.after_days <= over) {
            let parent = profile.institutions.get(&self.institution).map(|holder| holder.parent.as_str());
            let to = match &level.to {
                LevelTarget::Holder => Some(self.institution.clone()),
                LevelTarget::Parent => match parent.filter(|parent| !parent.is_empty()) {
                    Some(parent) => Some(parent.to_owned()),
                    // Nobody is above it: the next level comes in its time.
                    None => continue,
                },
                LevelTarget::Unit => None,
                LevelTarget::Institution(code) => Some(code.clone()),
            };
            if !done.contains(&to) {
                done.push(to.clone());
                way.push(to);
            }
        }
        way
    }

    /// Before whom it was brought by itself.
    fn brought_before(&self) -> Vec<Option<String>> {
        let automatic = self.steps.iter().filter(|step| {
            step.verdict == Verdict::Accepted && step.author.capacity == Some(Capacity::Automatic)
        });
        let to = automatic.filter_map(|step| match step.operation()?.body {
            Body::Escalate(escalate) => Some(escalate.to),
            _ => None,
        });
        to.collect()
    }

    fn has_reply(&self) -> bool {
        let accepted = self.steps.iter().filter(|step| step.verdict == Verdict::Accepted);
        accepted
            .filter_map(|step| step.operation())
            .any(|operation| matches!(operation.body, Body::Answer(_)))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::complaint::days_since_1970;
    use crate::complaint::tests::{fold, on, registration, route};
    use crate::operation::{Answer, ChangeStatus, Escalate, Operation};
    use crate::profile::{Bundle, Level};

    /// The profile of Mauritius with the policy of this test.
    fn profile() -> Profile {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../profiles/mauritius");
        let mut bundle = Bundle::default();
        for name in Bundle::file_names() {
            bundle.insert(name, std::fs::read_to_string(folder.join(name)).unwrap_or_default());
        }
        let mut profile = Profile::read(&bundle).unwrap();
        let level = |after_days, to| Level { after_days, to };
        profile.escalation = Some(EscalationPolicy {
            remind_days_before: vec![3, 1],
            levels: vec![
                level(1, LevelTarget::Holder),
                level(3, LevelTarget::Parent),
                level(5, LevelTarget::Unit),
                level(8, LevelTarget::Institution("PMO".to_owned())),
            ],
            interim_after_days: Some(4),
            document_remind_after_days: Some(5),
            close_without_document_after_days: Some(10),
        });
        profile
    }

    /// Registered on the Tuesday of the tests, with the CWA, due on Tuesday 1 December.
    fn begin() -> Operation {
        let mut begin = registration(1);
        if let Body::Register(register) = &mut begin.body {
            register.institution = "CWA".to_owned();
            register.due_on = Some(days_since_1970(date(2026, 12, 1)));
        }
        begin
    }

    fn by_itself(to: Option<&str>) -> Operation {
        let escalate = Escalate { to: to.map(str::to_owned), text: "Overdue.".to_owned() };
        let mut operation = on(1, Body::Escalate(escalate));
        operation.author.capacity = Some(Capacity::Automatic);
        operation
    }

    fn waiting() -> Operation {
        let change = ChangeStatus { from: Status::Received, to: Status::WaitingDocuments, text: None };
        on(1, Body::ChangeStatus(change))
    }

    fn escalations(story: &[Operation], today: Date) -> Vec<Option<String>> {
        let dues = fold(story).due_by_itself(&profile(), today);
        let to = dues.into_iter().filter_map(|due| match due {
            Due::Escalate { to, .. } => Some(to),
            _ => None,
        });
        to.collect()
    }

    #[test]
    fn the_holder_is_reminded_once_for_each_day_that_the_profile_names() {
        let due = date(2026, 12, 1);
        let reminder = |today| {
            let dues = fold(&[begin()]).due_by_itself(&profile(), today);
            dues.into_iter().find(|due| matches!(due, Due::RemindHolder { .. }))
        };
        assert_eq!(reminder(date(2026, 11, 25)), None);
        assert_eq!(reminder(date(2026, 11, 26)), Some(Due::RemindHolder { due, days_before: 3 }));
        assert_eq!(reminder(date(2026, 11, 27)), Some(Due::RemindHolder { due, days_before: 3 }));
        assert_eq!(reminder(date(2026, 11, 30)), Some(Due::RemindHolder { due, days_before: 1 }));
        assert_eq!(reminder(date(2026, 12, 2)), None);
    }

    #[test]
    fn it_goes_up_level_by_level_and_each_level_once() {
        let code = |code: &str| Some(code.to_owned());
        assert!(escalations(&[begin()], date(2026, 12, 1)).is_empty());
        assert_eq!(escalations(&[begin()], date(2026, 12, 2)), [code("CWA")]);
        let mut story = vec![begin(), by_itself(Some("CWA"))];
        assert!(escalations(&story, date(2026, 12, 2)).is_empty());
        assert_eq!(escalations(&story, date(2026, 12, 8)), [code("ENE"), None]);
        story.extend([by_itself(Some("ENE")), by_itself(None)]);
        assert_eq!(escalations(&story, date(2026, 12, 31)), [code("PMO")]);
        story.push(by_itself(Some("PMO")));
        assert!(escalations(&story, date(2027, 6, 1)).is_empty());
    }

    #[test]
    fn what_somebody_brought_up_by_hand_does_not_take_the_clocks_turn() {
        let mut by_hand = by_itself(Some("CWA"));
        by_hand.author.capacity = None;
        assert_eq!(escalations(&[begin(), by_hand], date(2026, 12, 2)), [Some("CWA".to_owned())]);
    }

    #[test]
    fn an_institution_without_one_above_leaves_that_level_out() {
        let story = [begin(), route(1, "ENE"), by_itself(Some("ENE"))];
        assert!(escalations(&story, date(2026, 12, 4)).is_empty());
        assert_eq!(escalations(&story, date(2026, 12, 8)), [None]);
    }

    #[test]
    fn a_first_reply_is_owed_until_there_is_one() {
        let answer = on(1, Body::Answer(Answer { text: "Soon.".to_owned(), definitive: false }));
        let owed = |story: &[Operation], today| {
            fold(story).due_by_itself(&profile(), today).contains(&Due::DemandInterim)
        };
        assert!(!owed(&[begin()], date(2026, 11, 27)));
        assert!(owed(&[begin()], date(2026, 11, 30)));
        assert!(!owed(&[begin(), answer], date(2026, 11, 30)));
    }

    #[test]
    fn while_a_document_is_owed_nobody_above_is_troubled_and_the_citizen_is_reminded_before_it_ends() {
        let complaint = fold(&[begin(), waiting()]);
        let dues = |today| complaint.due_by_itself(&profile(), today);
        assert!(dues(date(2026, 12, 1)).is_empty());
        let since = complaint.stops()[0].since;
        assert_eq!(dues(date(2026, 12, 2)), [Due::RemindCitizen { since }]);
        assert_eq!(dues(date(2026, 12, 8)), [Due::RemindCitizen { since }]);
        assert_eq!(dues(date(2026, 12, 9)), [Due::CloseWithoutDocument]);
        let mut never = profile();
        never.escalation.as_mut().unwrap().close_without_document_after_days = None;
        assert_eq!(complaint.due_by_itself(&never, date(2027, 6, 1)), [Due::RemindCitizen { since }]);
    }

    #[test]
    fn without_a_policy_nothing_happens_by_itself() {
        let mut profile = profile();
        profile.escalation = None;
        assert!(fold(&[begin()]).due_by_itself(&profile, date(2027, 1, 5)).is_empty());
    }
}
