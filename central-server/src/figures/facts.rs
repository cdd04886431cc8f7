//! What is counted of one complaint: a pure function of how it stands and of the working days. The definitions of the three
//! counts stand in `docs/figures.md`.

use std::collections::BTreeMap;

use ::complaints::{Body, Calendar, Channel, Complaint, Status, Verdict, date_from_days, days_since_1970};
use jiff::civil::Date;
use minicbor::{Decode, Encode};

#[cfg(test)]
use super::Cell;
use super::{Month, places};

/// The longest time to an answer that is told apart, in working days.
const MOST_DAYS: u16 = 999;

/// Between the two parts of a value that has two.
pub(crate) const AND: char = '/';

/// Why a complaint has found no solution yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub(crate) enum Cause {
    /// The unit at the centre has not passed it on.
    #[n(0)]
    NotPassedOn,
    /// Passed on, and nobody there has begun.
    #[n(1)]
    NotBegun,
    /// Being dealt with.
    #[n(2)]
    InHand,
    /// The citizen owes a document.
    #[n(3)]
    DocumentOwed,
    /// Answered, and taken up once more.
    #[n(4)]
    Reopened,
    /// The last word was given, and the matter itself is not settled.
    #[n(5)]
    Unsettled,
    /// Closed without a definitive answer.
    #[n(6)]
    ClosedUnanswered,
}

impl Cause {
    /// Every one, in the order in which a complaint goes on.
    pub(crate) const ALL: [Self; 7] = [
        Self::NotPassedOn,
        Self::NotBegun,
        Self::InHand,
        Self::DocumentOwed,
        Self::Reopened,
        Self::Unsettled,
        Self::ClosedUnanswered,
    ];

    /// The word for it in keys and files.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::NotPassedOn => "not-passed-on",
            Self::NotBegun => "not-begun",
            Self::InHand => "in-hand",
            Self::DocumentOwed => "document-owed",
            Self::Reopened => "reopened",
            Self::Unsettled => "unsettled",
            Self::ClosedUnanswered => "closed-unanswered",
        }
    }

    fn of(status: Status, answered: bool) -> Option<Self> {
        match status {
            Status::Received | Status::Checked => Some(Self::NotPassedOn),
            Status::PassedOn => Some(Self::NotBegun),
            Status::InProgress => Some(Self::InHand),
            Status::WaitingDocuments => Some(Self::DocumentOwed),
            Status::Reopened => Some(Self::Reopened),
            Status::Answered => Some(Self::Unsettled),
            Status::Closed if !answered => Some(Self::ClosedUnanswered),
            Status::Resolved | Status::Closed | Status::Withdrawn => None,
        }
    }
}

/// By what complaints are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Axis {
    /// All of them.
    All,
    /// The institution that holds it.
    Institution,
    /// The category.
    Category,
    /// The office that took it.
    Office,
    /// The way on which it came in.
    Channel,
    /// The locality, as far as the profile names it.
    Place,
    /// The hour of the week in which it came in, from Monday at midnight.
    Hour,
    /// Why it has found no solution, and its category.
    CauseOfCategory,
    /// Why it has found no solution, and the institution that holds it.
    CauseOfInstitution,
}

impl Axis {
    /// The word for it in the store and in files.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Institution => "institution",
            Self::Category => "category",
            Self::Office => "office",
            Self::Channel => "channel",
            Self::Place => "place",
            Self::Hour => "hour",
            Self::CauseOfCategory => "cause-category",
            Self::CauseOfInstitution => "cause-institution",
        }
    }
}

/// What is counted of one complaint.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct Facts {
    #[n(0)]
    month: i32,
    /// Hour of the week, 0 to 167.
    #[n(1)]
    hour: u8,
    #[n(2)]
    pub(crate) institution: String,
    #[n(3)]
    category: String,
    /// The office that took it.
    #[n(4)]
    office: u8,
    #[n(5)]
    channel: Channel,
    /// Somebody has worked on it.
    #[n(6)]
    pub(crate) treated: bool,
    /// Working days to the definitive answer that stands.
    #[n(7)]
    pub(crate) days: Option<u16>,
    /// Whether that answer came by the day that was promised; none: no answer, or no promise.
    #[n(8)]
    pub(crate) in_time: Option<bool>,
    /// It was taken up once more.
    #[n(9)]
    pub(crate) reopened: bool,
    /// How content the citizen is, 1 to 5.
    #[n(10)]
    pub(crate) stars: Option<u8>,
    /// Not finished.
    #[n(11)]
    pub(crate) open: bool,
    #[n(12)]
    cause: Option<Cause>,
    /// The day by which an answer is due, while the clock runs, as days since 1970-01-01.
    #[n(13)]
    pub(crate) due_on: Option<i32>,
    /// The locality, folded; empty: none that the profile names. None: counted by a version that did not count by place.
    #[n(14)]
    place: Option<String>,
}

/// What the story tells that the state does not.
#[derive(Default)]
struct Story {
    treated: bool,
    reopened: bool,
    answered_on: Option<Date>,
    stars: Option<u8>,
}

impl Story {
    fn of(complaint: &Complaint) -> Self {
        let mut story = Self::default();
        for step in complaint.steps.iter().filter(|step| step.verdict == Verdict::Accepted) {
            match step.operation().map(|operation| operation.body) {
                Some(Body::Answer(answer)) => {
                    story.treated = true;
                    if answer.definitive {
                        story.answered_on = Some(step.at.date());
                    }
                }
                Some(Body::RequestDocument(_)) => story.treated = true,
                Some(Body::ChangeStatus(change)) => match change.to {
                    Status::Reopened => story.reopened = true,
                    Status::InProgress | Status::WaitingDocuments | Status::Resolved | Status::Closed => {
                        story.treated = true;
                    }
                    _ => {}
                },
                Some(Body::Rate(rate)) => story.stars = Some(rate.stars),
                _ => {}
            }
        }
        story
    }
}

impl Facts {
    /// What is counted of that complaint. `localities`: those of the profile, folded.
    pub(crate) fn of(
        complaint: &Complaint,
        calendar: &Calendar,
        localities: &BTreeMap<String, String>,
    ) -> Self {
        let register = &complaint.register;
        let received = complaint.recorded_at().civil();
        let story = Story::of(complaint);
        // An answer stands until the complaint is taken up once more or passed on.
        let answered_on = story.answered_on.filter(|_| complaint.status.is_dealt_with());
        let days = answered_on.map(|day| {
            let many = calendar.days_between(received.date(), day).take(usize::from(MOST_DAYS)).count();
            u16::try_from(many).unwrap_or(MOST_DAYS)
        });
        let due = |until: Date| due_day(complaint, calendar, until);
        let weekday = received.weekday().to_monday_zero_offset();
        Self {
            month: Month::of(received.date()).0,
            hour: u8::try_from(i16::from(weekday) * 24 + i16::from(received.hour())).unwrap_or(0),
            institution: complaint.institution.clone(),
            category: register.category.clone(),
            office: register.reference.office.number(),
            channel: register.channel.unwrap_or(Channel::Counter),
            treated: story.treated,
            days,
            in_time: answered_on.and_then(|day| due(day).map(|due| day <= due)),
            reopened: story.reopened,
            stars: story.stars,
            open: !complaint.status.is_finished(),
            cause: Cause::of(complaint.status, answered_on.is_some()),
            due_on: if complaint.status.clock_runs() {
                due(complaint.changed_at().date()).map(days_since_1970)
            } else {
                None
            },
            place: Some(places::of(complaint, localities)),
        }
    }

    /// The month in which it came in.
    pub(crate) fn month(&self) -> Month {
        Month(self.month)
    }

    /// Everything by which it is counted.
    pub(crate) fn values(&self) -> Vec<(Axis, String)> {
        let mut values = vec![
            (Axis::All, String::new()),
            (Axis::Institution, self.institution.clone()),
            (Axis::Category, self.category.clone()),
            (Axis::Office, format!("{:02}", self.office)),
            (Axis::Channel, self.channel.word().to_owned()),
            (Axis::Hour, format!("{:03}", self.hour)),
        ];
        values.extend(self.place.clone().map(|place| (Axis::Place, place)));
        if let Some(cause) = self.cause {
            let of = |whose: &str| format!("{}{AND}{whose}", cause.word());
            values.push((Axis::CauseOfCategory, of(&self.category)));
            values.push((Axis::CauseOfInstitution, of(&self.institution)));
        }
        // What an import or a newer desk wrote there may be no text for a column.
        values.into_iter().map(|(axis, value)| (axis, value.replace('\0', " "))).collect()
    }

    /// Its sums alone.
    #[cfg(test)]
    fn alone(&self) -> Cell {
        let mut cell = Cell::default();
        cell.add(self);
        cell
    }
}

/// The day that was promised, with the working days until then on which the citizen owed a document.
fn due_day(complaint: &Complaint, calendar: &Calendar, until: Date) -> Option<Date> {
    let promised = complaint.register.due_on.and_then(date_from_days)?;
    let stops = complaint.stops();
    let Some(first) = stops.iter().map(|stop| stop.after).min() else { return Some(promised) };
    let stands =
        |day: &Date| stops.iter().any(|stop| *day > stop.after && stop.up_to.is_none_or(|last| *day <= last));
    let stood = calendar.days_between(first, until).filter(stands).count();
    Some(calendar.after_working_days(promised, u32::try_from(stood).unwrap_or(u32::MAX)))
}

#[cfg(test)]
mod tests {
    use ::complaints::{
        Answer, Author, ChangeStatus, Citizen, ComplaintSeed, Kind, OfficeCode, Operation, Rate, Reference,
        Register, Route,
    };
    use jiff::civil::date;

    use super::*;

    fn calendar() -> Calendar {
        Calendar::new(Vec::new(), [date(2026, 11, 6)].into_iter().collect())
    }

    fn at(time: &str, body: Body) -> Operation {
        let author = Author { name: "Somebody".to_owned(), clerk: None, institution: None, capacity: None };
        let id = ComplaintSeed::from_random([1; 16]).complaint_id();
        Operation { subject: Some(id), author, at: time.parse().unwrap(), body }
    }

    /// Monday 2 November, due on Friday the 13th.
    fn registration() -> Operation {
        let register = Register {
            seed: ComplaintSeed::from_random([1; 16]),
            reference: Reference { office: OfficeCode::new(12).unwrap(), device: 1, counter: 1 },
            kind: Kind::Complaint,
            category: "water-none".to_owned(),
            institution: "CWA".to_owned(),
            subject: "No water".to_owned(),
            text: "Pena dilo.".to_owned(),
            place: None,
            language: "mfe".to_owned(),
            citizen: Citizen::default(),
            contact_by: Vec::new(),
            notice: "1".to_owned(),
            notice_language: None,
            due_on: Some(days_since_1970(date(2026, 11, 13))),
            recorded_at: None,
            representative: None,
            discretion: None,
            point: None,
            channel: None,
        };
        at("2026-11-02T10:30:00+04:00", Body::Register(Box::new(register)))
    }

    fn change(time: &str, from: Status, to: Status) -> Operation {
        at(time, Body::ChangeStatus(ChangeStatus { from, to, text: None }))
    }

    fn answer(time: &str) -> Operation {
        at(time, Body::Answer(Answer { text: "Repaired.".to_owned(), definitive: true }))
    }

    fn facts(operations: &[Operation]) -> Facts {
        let mut complaint = None;
        for operation in operations {
            let verdict = Complaint::judge(complaint.as_ref(), operation);
            assert_eq!(verdict, Verdict::Accepted);
            complaint = Some(Complaint::apply(complaint, operation, verdict).unwrap());
        }
        let localities = [("mahebourg".to_owned(), "grand port".to_owned())].into_iter().collect();
        Facts::of(&complaint.unwrap(), &calendar(), &localities)
    }

    #[test]
    fn passing_on_is_not_treating_and_treating_is_not_answering() {
        let route = at("2026-11-03T09:00:00+04:00", Body::Route(Route { to: "WMA".to_owned(), text: None }));
        let begun = change("2026-11-04T09:00:00+04:00", Status::PassedOn, Status::InProgress);
        let three = [
            facts(&[registration()]),
            facts(&[registration(), route.clone()]),
            facts(&[registration(), route.clone(), begun.clone()]),
        ];
        assert_eq!(
            three.each_ref().map(|it| (it.treated, it.days)),
            [(false, None), (false, None), (true, None)]
        );
        assert_eq!(
            three.each_ref().map(|it| it.cause),
            [Some(Cause::NotPassedOn), Some(Cause::NotBegun), Some(Cause::InHand)]
        );
        assert_eq!(three[1].institution, "WMA");
        let answered = facts(&[registration(), route, begun, answer("2026-11-12T09:00:00+04:00")]);
        // 3, 4, 5, 9, 10, 11, 12: the 6th is a holiday.
        assert_eq!((answered.days, answered.in_time, answered.due_on), (Some(7), Some(true), None));
        let cell = answered.alone();
        assert_eq!((cell.received, cell.treated, cell.answered, cell.open), (1, 1, 1, 1));
    }

    #[test]
    fn the_days_that_the_citizen_took_do_not_make_an_answer_late() {
        let asked = change("2026-11-04T09:00:00+04:00", Status::Received, Status::WaitingDocuments);
        let brought = change("2026-11-10T09:00:00+04:00", Status::WaitingDocuments, Status::InProgress);
        let late = facts(&[registration(), answer("2026-11-16T09:00:00+04:00")]);
        let helped = facts(&[registration(), asked, brought, answer("2026-11-16T09:00:00+04:00")]);
        assert_eq!((late.in_time, helped.in_time), (Some(false), Some(true)));
    }

    #[test]
    fn what_is_taken_up_once_more_is_not_answered_until_it_is_answered_again() {
        let reopened = change("2026-11-11T09:00:00+04:00", Status::Answered, Status::Reopened);
        let story = [registration(), answer("2026-11-10T09:00:00+04:00"), reopened];
        let open = facts(&story);
        assert_eq!((open.days, open.reopened, open.cause), (None, true, Some(Cause::Reopened)));
        assert!(open.due_on.is_some());
        let rate = at("2026-11-13T09:00:00+04:00", Body::Rate(Rate { stars: 4, text: None }));
        let again = [&story[..], &[answer("2026-11-12T09:00:00+04:00"), rate]].concat();
        let again = facts(&again);
        assert_eq!((again.days, again.reopened, again.stars), (Some(7), true, Some(4)));
    }

    #[test]
    fn sums_are_as_before_when_what_was_added_is_taken_away() {
        let [one, two] =
            [facts(&[registration()]), facts(&[registration(), answer("2026-11-12T09:00:00+04:00")])];
        let before = one.alone();
        let mut cell = before.clone();
        cell.add(&two);
        assert_ne!(cell, before);
        cell.take_away(&two);
        assert_eq!(cell, before);
    }
}
