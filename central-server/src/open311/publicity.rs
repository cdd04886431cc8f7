//! What of a complaint is public. The rule stands in `docs/decisions/0028-what-open311-makes-public.md`:
//!
//! - What only few people may see is not there at all.
//! - Of all others: matter, institution, where it stands, and since when.
//! - The point, rounded, and the citizen's own words, where the profile publishes them: never of somebody who asked not to
//!   be named.
//! - A person, a telephone number, a document: never.

use ::complaints::profile::Profile;
use ::complaints::{Body, Complaint, Discretion, Moment, Point, Status, Verdict};

/// What may be shown beyond matter, institution, status and dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shown<'a> {
    /// What the citizen wrote.
    pub(crate) description: Option<&'a str>,
    /// The place in the citizen's words.
    pub(crate) address: Option<&'a str>,
    /// Latitude and longitude, rounded, as decimal numbers.
    pub(crate) point: Option<(String, String)>,
}

/// What the public may see of a complaint; none: not even that it exists.
pub(crate) fn shown<'a>(complaint: &'a Complaint, profile: &Profile) -> Option<Shown<'a>> {
    let register = &complaint.register;
    let restricted = profile.category(&register.category).is_none_or(|category| category.restricted);
    if restricted || complaint.is_restricted() {
        return None;
    }
    let policy = &profile.publication;
    let open = matches!(register.discretion, None | Some(Discretion::Open));
    let prose = open && policy.prose;
    let decimals = usize::from(policy.place_decimals);
    Some(Shown {
        description: prose.then_some(register.text.as_str()),
        address: register.place.as_deref().filter(|_| prose),
        point: register.point.filter(|_| open && decimals > 0).map(|point| rounded(point, decimals)),
    })
}

/// The middle of the square in which a point lies: it tells no more than the square.
fn rounded(point: Point, decimals: usize) -> (String, String) {
    let degrees = |e6: i32| format!("{:.decimals$}", f64::from(e6) / 1e6);
    (degrees(point.latitude_e6), degrees(point.longitude_e6))
}

/// Whether the standard calls it closed: the citizen has the last word on it, or has withdrawn it.
pub(crate) fn is_closed(status: Status) -> bool {
    status.is_dealt_with() || status == Status::Withdrawn
}

/// The statuses that the standard calls open, or closed.
pub(crate) fn statuses(closed: bool) -> Vec<Status> {
    Status::ALL.iter().copied().filter(|status| is_closed(*status) == closed).collect()
}

/// When something last happened that the public may know of; for what is closed, when it was closed. A note among
/// colleagues is nothing to the public.
pub(crate) fn updated_at(complaint: &Complaint) -> Moment {
    let public = complaint.steps.iter().rev().find(|step| {
        step.verdict == Verdict::Accepted
            && matches!(
                step.operation().map(|operation| operation.body),
                Some(
                    Body::Route(_)
                        | Body::ChangeStatus(_)
                        | Body::Answer(_)
                        | Body::Withdraw(_)
                        | Body::HandOver(_)
                        | Body::Escalate(_)
                        | Body::Merge(_)
                )
            )
    });
    public.map_or_else(|| complaint.recorded_at(), |step| step.at)
}
