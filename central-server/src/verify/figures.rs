//! The figures of an office: what is counted of each complaint follows from how it stands, and the sums from that.

use std::collections::BTreeMap;

use ::complaints::{ComplaintId, OfficeCode};

use super::Fault;
use crate::centre::Centre;
use crate::error::CentreError;
use crate::figures::Facts;
use crate::figures::keeping::{counted_with, sums_of};
use crate::fold::Fold;
use crate::store::{Session, figures};

/// Compares the figures of an office with its complaints. What was counted with other working days or localities, or not at all yet, is
/// compared in its sums alone.
pub(super) async fn check(
    centre: &Centre,
    session: &mut Session,
    office: OfficeCode,
    fold: &Fold,
    faults: &mut Vec<Fault>,
) -> Result<(), CentreError> {
    let stored = figures::facts_of_office(session, office).await?;
    let profile = &centre.profile;
    let known = figures::calendar(session, office).await?;
    if known.is_none_or(|known| known == counted_with(profile)) {
        let of = |complaint| figures::to_bytes(&Facts::of(complaint, &profile.calendar, &profile.districts));
        let expected: BTreeMap<ComplaintId, Vec<u8>> =
            fold.complaints().map(|complaint| (complaint.id, of(complaint))).collect();
        let differing = expected.keys().chain(stored.keys()).find(|id| expected.get(id) != stored.get(id));
        if let Some(id) = differing {
            let what = "what is counted of it is not what it amounts to; `guichet-server figures rebuild` counts anew";
            faults.push(Fault::new(format!("office {office}, complaint {id}"), what));
        }
    }
    let facts = stored.values().map(|bytes| figures::read_facts(bytes)).collect::<Result<Vec<_>, _>>()?;
    let (sums, expected) = (figures::of_office(session, office).await?, sums_of(facts.iter()));
    let differing = expected.keys().chain(sums.keys()).find(|place| expected.get(place) != sums.get(place));
    if let Some((axis, _, value)) = differing {
        let place = format!("office {office}, figures by {axis} {value}");
        faults.push(Fault::new(
            place,
            "the sums are not those of what was counted; `guichet-server figures rebuild` counts anew",
        ));
    }
    Ok(())
}
