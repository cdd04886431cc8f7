//! The clock of a complaint: by which working day an answer is due, counting that the clock stands while the citizen
//! owes a document. The day that was promised stays on paper; what the citizen took is added to it here.
//!
//! ```text
//! registered ─used─used─[asked]─stopped─stopped─[brought]─used─ today ─left─left─ due
//! ```

use jiff::civil::Date;

use crate::calendar::Calendar;
use crate::complaint::{Complaint, date_from_days};
use crate::moment::Moment;
use crate::operation::{Body, Status};
use crate::rules::Verdict;

/// A time in which the clock stood: it stands from the day after the first one up to the last one, that included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stop {
    /// The day on which the citizen was asked; it still counts.
    pub after: Date,
    /// When that was, by the clock of whoever asked.
    pub since: Moment,
    /// The day on which the document came; none while it is owed.
    pub up_to: Option<Date>,
}

impl Stop {
    fn holds(&self, day: Date) -> bool {
        day > self.after && self.up_to.is_none_or(|last| day <= last)
    }
}

/// What a working day is to a deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayUse {
    /// It has been used.
    Used,
    /// The clock stood.
    Stopped,
    /// It is today, and it runs.
    Today,
    /// It is left.
    Left,
}

/// A working day of a deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeadlineDay {
    /// Which day.
    pub day: Date,
    /// What became of it.
    pub usage: DayUse,
}

/// How a deadline stands on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The day by which an answer is due; while the clock stands, as it would be if it went on today.
    pub due: Date,
    /// Since when the clock stands.
    pub stopped_since: Option<Date>,
    /// Working days from today to the due day; negative: so many are over.
    pub days_left: i32,
    /// Every working day after the registration up to the due day.
    pub days: Vec<DeadlineDay>,
}

impl Complaint {
    /// The times in which the clock stood because the citizen owed a document, the earliest first.
    pub fn stops(&self) -> Vec<Stop> {
        let mut stops: Vec<Stop> = Vec::new();
        let mut open = false;
        for step in self.steps.iter().filter(|step| step.verdict == Verdict::Accepted) {
            let Some(operation) = step.operation() else { continue };
            let stands = match operation.body {
                Body::ChangeStatus(change) => change.to == Status::WaitingDocuments,
                Body::Route(_) | Body::Withdraw(_) => false,
                Body::Answer(answer) => open && !answer.definitive,
                _ => open,
            };
            if stands && !open {
                stops.push(Stop { after: step.at.date(), since: step.at, up_to: None });
            } else if open
                && !stands
                && let Some(last) = stops.last_mut()
            {
                last.up_to = Some(step.at.date());
            }
            open = stands;
        }
        // What a deed that was taken back had stopped does not stand; the status is the last word.
        if self.status != Status::WaitingDocuments
            && let Some(last) = stops.last_mut()
            && last.up_to.is_none()
        {
            last.up_to = Some(self.changed_at().date());
        }
        stops
    }

    /// How the deadline stands on a day. None: no day was promised, or nothing is due any more.
    pub fn deadline(&self, calendar: &Calendar, today: Date) -> Option<Deadline> {
        let open = self.status.clock_runs() || self.status == Status::WaitingDocuments;
        let promised = self.register.due_on.filter(|_| open).and_then(date_from_days)?;
        let stops = self.stops();
        let stands = |day: Date| stops.iter().any(|stop| stop.holds(day));
        let stood = |up_to: Date| {
            let begins = stops.iter().map(|stop| stop.after).min().unwrap_or(up_to);
            calendar.days_between(begins, up_to).filter(|day| stands(*day)).count()
        };
        let due = calendar.after_working_days(promised, u32::try_from(stood(today)).unwrap_or(u32::MAX));
        let usage = |day: Date| match () {
            () if day <= today && stands(day) => DayUse::Stopped,
            () if day < today => DayUse::Used,
            () if day == today => DayUse::Today,
            () => DayUse::Left,
        };
        let registered = self.recorded_at().date();
        Some(Deadline {
            due,
            stopped_since: stops.last().filter(|stop| stop.up_to.is_none()).map(|stop| stop.after),
            days_left: calendar.working_days_left(today, due),
            days: calendar
                .days_between(registered, due)
                .map(|day| DeadlineDay { day, usage: usage(day) })
                .collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::complaint::days_since_1970;
    use crate::complaint::tests::{change, fold, on, registration};
    use crate::operation::{Answer, Operation};
    use jiff::civil::date;

    fn calendar() -> Calendar {
        Calendar::new(Vec::new(), std::iter::once(date(2026, 11, 6)).collect())
    }

    fn at(operation: Operation, time: &str) -> Operation {
        Operation { at: time.parse().unwrap(), ..operation }
    }

    /// Registered on Monday 2 November, 8 working days: Friday the 13th, the 6th being a holiday.
    fn registered() -> Operation {
        let mut operation = at(registration(1), "2026-11-02T10:00:00+04:00");
        if let Body::Register(register) = &mut operation.body {
            let due = calendar().after_working_days(date(2026, 11, 2), 8);
            assert_eq!(due, date(2026, 11, 13));
            register.due_on = Some(days_since_1970(due));
            register.recorded_at = None;
        }
        operation
    }

    fn asked() -> Operation {
        at(change(Status::Received, Status::WaitingDocuments), "2026-11-04T16:12:00+04:00")
    }

    fn brought() -> Operation {
        at(change(Status::WaitingDocuments, Status::InProgress), "2026-11-10T11:30:00+04:00")
    }

    #[test]
    fn the_days_that_the_citizen_took_are_added_to_the_promise() {
        let complaint = fold(&[registered(), asked(), brought()]);
        let deadline = complaint.deadline(&calendar(), date(2026, 11, 12)).unwrap();
        // Thursday 5, Monday 9, Tuesday 10 did not count; Friday 6 is a holiday.
        assert_eq!(deadline.due, date(2026, 11, 18));
        assert_eq!((deadline.days_left, deadline.stopped_since), (4, None));
        let count = |usage| deadline.days.iter().filter(|day| day.usage == usage).count();
        let uses = [DayUse::Used, DayUse::Stopped, DayUse::Today, DayUse::Left].map(count);
        assert_eq!(uses, [3, 3, 1, 4]);
        assert_eq!(deadline.days.len(), 11);
    }

    #[test]
    fn the_clock_stands_while_a_document_is_owed() {
        let complaint = fold(&[registered(), asked()]);
        let [first, later] =
            [10, 12].map(|day| complaint.deadline(&calendar(), date(2026, 11, day)).unwrap());
        assert_eq!(first.stopped_since, Some(date(2026, 11, 4)));
        assert_eq!((first.days_left, later.days_left), (6, 6));
        assert!(later.due > first.due);
        assert!(later.days.iter().all(|day| day.usage != DayUse::Today));
    }

    #[test]
    fn working_days_are_counted_over_and_left() {
        let complaint = fold(&[registered()]);
        let left = |day| complaint.deadline(&calendar(), day).unwrap().days_left;
        assert_eq!(left(date(2026, 11, 13)), 0);
        assert_eq!(left(date(2026, 11, 12)), 1);
        assert_eq!(left(date(2026, 11, 15)), -1, "the week end is over the due day, by less than a day");
        assert_eq!(left(date(2026, 11, 16)), -1);
        assert_eq!(left(date(2026, 11, 17)), -2);
    }

    #[test]
    fn nothing_is_due_once_the_final_answer_is_given() {
        let answer = on(1, Body::Answer(Answer { text: "Repaired.".to_owned(), definitive: true }));
        let complaint = fold(&[registered(), answer]);
        assert_eq!(complaint.deadline(&calendar(), date(2026, 11, 12)), None);
    }
}
