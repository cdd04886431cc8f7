//! The text model's primer, from the store and from the exchange before.

use std::sync::{Mutex, PoisonError};

use office_store::{Store, StoreError};
use sync_protocol::{Primer, PrimerPlace, WarmPrimers, primer_start};

/// The primer of the feed as the store has it now. What the last exchange had read of it is not read again.
pub(crate) fn primer(store: &Store, warm: &Mutex<WarmPrimers>) -> Result<Primer, StoreError> {
    let (office, head) = (store.identity()?.feed(), store.feed_head()?);
    let place = PrimerPlace { office, number: head.number, hash: head.hash };
    let warm = || warm.lock().unwrap_or_else(PoisonError::into_inner);
    let nearest = warm().nearest(office, head.number);
    // The feed may have been cut back and gone another way since.
    let fits = |nearest: &PrimerPlace| {
        Ok::<_, StoreError>(*nearest == place || store.feed_hash_at(nearest.number)? == Some(nearest.hash))
    };
    let nearest = match nearest {
        Some(nearest) if fits(&nearest)? => Some(nearest),
        _ => None,
    };
    let copy = nearest.and_then(|nearest| Some((nearest.number, warm().copy_of(&nearest)?)));
    let (read, mut primer) = copy.unwrap_or_else(|| (primer_start(head.number), Primer::new()));
    if read < head.number {
        store.for_each_payload_in_feed(read, head.number, |payload| primer.read(payload))?;
        warm().keep(place, &primer);
    }
    Ok(primer)
}
