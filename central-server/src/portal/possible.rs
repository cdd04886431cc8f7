//! What a citizen may still do with a complaint, by how it stands and by the days that the profile gives after the last
//! answer. Pure; doing it stands in `deeds`.

use ::complaints::profile::PortalPolicy;
use ::complaints::{Body, Complaint, Rate, RequestDocument, Status, Verdict};
use jiff::ToSpan;
use jiff::civil::Date;

/// What a citizen may still do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Possible {
    /// Write a remark.
    pub remark: bool,
    /// Add documents.
    pub documents: bool,
    /// The documents that were asked for since the complaint last moved on; none when nothing is waited for.
    pub asked: Vec<RequestDocument>,
    /// Withdraw it.
    pub withdraw: bool,
    /// Say how content one is, up to this day.
    pub rate: Option<Date>,
    /// What was said since the last answer.
    pub rated: Option<Rate>,
    /// Have it taken up once more, up to this day.
    pub reopen: Option<Date>,
    /// Bring it before the unit at the centre, up to this day.
    pub appeal: Option<Date>,
}

impl Possible {
    /// What may be done with that complaint on that day; nothing where the deployment has no portal.
    pub fn of(complaint: &Complaint, portal: Option<PortalPolicy>, today: Date) -> Self {
        let Some(portal) = portal else { return Self::default() };
        let told = Told::of(complaint);
        let status = complaint.status;
        let is_open = !status.is_finished();
        let within = |days: u32| {
            let last = told.settled_on?.checked_add(i64::from(days).days()).ok()?;
            Some(last).filter(|last| today <= *last)
        };
        let may_rate = status.is_dealt_with() && told.rated.is_none();
        let may_reopen = status.is_dealt_with() || status == Status::Withdrawn;
        Self {
            remark: is_open,
            documents: is_open,
            asked: if status == Status::WaitingDocuments { told.asked } else { Vec::new() },
            // What has its last word is over already; taking it up once more is the way from there.
            withdraw: is_open && !status.is_dealt_with(),
            rate: within(portal.rate_days).filter(|_| may_rate),
            reopen: within(portal.reopen_days).filter(|_| may_reopen),
            appeal: within(portal.appeal_days).filter(|_| status.is_dealt_with()),
            rated: told.rated,
        }
    }
}

/// What the story says that counts here.
#[derive(Default)]
struct Told {
    /// The day of the last word: the definitive answer, or else the day on which it was settled, closed or withdrawn.
    settled_on: Option<Date>,
    rated: Option<Rate>,
    asked: Vec<RequestDocument>,
}

impl Told {
    fn of(complaint: &Complaint) -> Self {
        let mut told = Self::default();
        for step in complaint.steps.iter().filter(|step| step.verdict == Verdict::Accepted) {
            let day = step.at.date();
            match step.operation().map(|operation| operation.body) {
                Some(Body::Answer(answer)) if answer.definitive => {
                    told = Self { settled_on: Some(day), ..Self::default() };
                }
                Some(Body::ChangeStatus(change)) => match change.to {
                    Status::Reopened => told = Self::default(),
                    Status::Resolved | Status::Closed => {
                        told.settled_on = told.settled_on.or(Some(day));
                        told.asked.clear();
                    }
                    Status::InProgress => told.asked.clear(),
                    _ => {}
                },
                Some(Body::Withdraw(_)) => told.settled_on = Some(day),
                Some(Body::Route(_)) => told.asked.clear(),
                Some(Body::Rate(rate)) => told.rated = Some(rate),
                Some(Body::RequestDocument(asked)) => told.asked.push(asked),
                _ => {}
            }
        }
        told
    }
}
