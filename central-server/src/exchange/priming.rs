//! The text model's primer: what the asking device and the centre both hold of its office's feed. Models stay warm from
//! one exchange to the next, so that a slow line's exchange reads only what came since.

use std::sync::{MutexGuard, PoisonError};

use ::complaints::OfficeCode;
use sync_protocol::{Hash, Office, Primer, PrimerPlace, WarmPrimers, primer_start};

use crate::centre::Centre;
use crate::error::CentreError;
use crate::heavy::heavy;
use crate::store::{Session, feed};

/// Models that the centre keeps, 20 MiB each; offices on slow lines seldom exchange all at once.
pub(crate) const WARM_PRIMERS: usize = 12;

/// The primer of an office's feed up to an entry, where the feed has that hash.
pub(super) async fn primer(
    centre: &Centre,
    session: &mut Session,
    office: OfficeCode,
    (number, hash): (u64, Hash),
) -> Result<Primer, CentreError> {
    let place = PrimerPlace { office: Office(office.number()), number, hash };
    let nearest = warm(centre).nearest(place.office, number);
    let copy = match nearest {
        Some(nearest)
            if nearest == place
                || feed::hash_at(session, office, nearest.number).await? == Some(nearest.hash) =>
        {
            warm(centre).copy_of(&nearest).map(|primer| (nearest.number, primer))
        }
        _ => None,
    };
    let read = copy.as_ref().map_or(primer_start(number), |(read, _)| *read);
    let payloads = match read < number {
        true => feed::payloads_between(session, office, read, number).await?,
        false => Vec::new(),
    };
    let primer = heavy(move || {
        let mut primer = copy.map_or_else(Primer::new, |(_, primer)| primer);
        payloads.iter().for_each(|payload| primer.read(payload));
        primer
    })
    .await?;
    if read < number {
        warm(centre).keep(place, &primer);
    }
    Ok(primer)
}

fn warm(centre: &Centre) -> MutexGuard<'_, WarmPrimers> {
    centre.warm_primers.lock().unwrap_or_else(PoisonError::into_inner)
}
