//! What primes the text model: payloads of the feed that both ends hold. Which of them, and models that are kept warm
//! from one exchange to the next. Reading the payloads from a store is the store's business.
//!
//! ```text
//! feed  1 ……… 512 ……… 1024 ……… 1300      primer of entry 1300: what is behind 512, up to 1300
//!                ▲ begins at a multiple of 512, so that the primer of 1301 is the one of 1300 and one payload more
//! ```

use minicbor::bytes::ByteSlice;

use crate::encode;
use crate::ids::{Hash, Office};
use crate::text_model::TextModel;

/// The primer's beginning moves by so many entries at a time.
const STEP: u64 = 512;

/// A payload of more bytes is left out, so that nobody can make reading a primer take long.
const MOST_PAYLOAD_BYTES: usize = 4 * 1024;

/// A primer of fewer bytes is read anew sooner than 20 MiB are held for it.
const WORTH_KEEPING_BYTES: u64 = 64 * 1024;

/// The entry behind which the primer of a feed begins that is known up to an entry: between 512 and 1023 entries
/// before it, or at the feed's beginning.
pub fn primer_start(number: u64) -> u64 {
    (number / STEP).saturating_sub(1) * STEP
}

/// A text model that has read payloads, and the digest of what it read.
#[derive(Clone)]
pub struct Primer {
    /// None while nothing was read: whoever unpacks nothing needs no 20 MiB.
    model: Option<Box<TextModel>>,
    hasher: blake3::Hasher,
    bytes: u64,
}

impl Primer {
    /// A model that has read nothing. It takes 20 MiB from the first payload on.
    pub fn new() -> Self {
        Self { model: None, hasher: blake3::Hasher::new(), bytes: 0 }
    }

    /// Reads the next payload of the feed; one that is too long is left out, at both ends alike.
    pub fn read(&mut self, payload: &[u8]) {
        if payload.len() > MOST_PAYLOAD_BYTES {
            return;
        }
        let item = encode(&<&ByteSlice>::from(payload));
        self.hasher.update(&item);
        self.model.get_or_insert_with(unread).read(&item);
        self.bytes += item.len() as u64;
    }

    /// What tells two primers apart: the first four bytes of the BLAKE3 of what was read.
    pub(crate) fn check(&self) -> [u8; 4] {
        let [a, b, c, d, ..] = *self.hasher.finalize().as_bytes();
        [a, b, c, d]
    }

    pub(crate) fn into_model(self) -> Box<TextModel> {
        self.model.unwrap_or_else(unread)
    }
}

fn unread() -> Box<TextModel> {
    Box::new(TextModel::primed(&[]))
}

impl Default for Primer {
    fn default() -> Self {
        Self::new()
    }
}

impl std::fmt::Debug for Primer {
    /// Without what was read.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Primer").field("bytes", &self.bytes).finish_non_exhaustive()
    }
}

/// Where in which history a primer ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PrimerPlace {
    /// Whose feed.
    pub office: Office,
    /// The last entry that it takes into account.
    pub number: u64,
    /// The feed's hash there.
    pub hash: Hash,
}

/// Primers that are kept from one exchange to the next, a bounded number of them: what was used last stays.
#[derive(Debug, Default)]
pub struct WarmPrimers {
    /// The one used last comes last.
    kept: Vec<(PrimerPlace, Primer)>,
    most: usize,
}

impl WarmPrimers {
    /// Keeps so many at most, 20 MiB each.
    pub fn new(most: usize) -> Self {
        Self { kept: Vec::new(), most }
    }

    /// Where the primer ends that is kept for that feed and needs the fewest payloads more to be the one of that
    /// entry. Whether the feed has that hash there is for the caller to see.
    pub fn nearest(&self, office: Office, number: u64) -> Option<PrimerPlace> {
        let leads_there = |place: &&PrimerPlace| {
            place.office == office
                && place.number <= number
                && primer_start(place.number) == primer_start(number)
        };
        self.kept.iter().map(|(place, _)| place).filter(leads_there).max_by_key(|place| place.number).copied()
    }

    /// A copy of the primer that ends there.
    pub fn copy_of(&mut self, place: &PrimerPlace) -> Option<Primer> {
        let at = self.kept.iter().position(|(kept, _)| kept == place)?;
        let used = self.kept.remove(at);
        let copy = used.1.clone();
        self.kept.push(used);
        Some(copy)
    }

    /// Keeps a primer that ends there, when it is worth it.
    pub fn keep(&mut self, place: PrimerPlace, primer: &Primer) {
        if primer.bytes < WORTH_KEEPING_BYTES || self.most == 0 {
            return;
        }
        self.kept.retain(|(kept, _)| *kept != place);
        if self.kept.len() >= self.most {
            self.kept.remove(0);
        }
        self.kept.push((place, primer.clone()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(office: u8, number: u64) -> PrimerPlace {
        PrimerPlace { office: Office(office), number, hash: Hash([number.to_be_bytes()[7]; 32]) }
    }

    fn large() -> Primer {
        let mut primer = Primer::new();
        for n in 0..17_u8 {
            primer.read(&[n; 4096]);
        }
        primer
    }

    #[test]
    fn a_primer_begins_where_it_can_grow_for_a_while() {
        for (number, start) in [(0, 0), (511, 0), (1023, 0), (1024, 512), (1535, 512), (1536, 1024)] {
            assert_eq!(primer_start(number), start, "{number}");
        }
    }

    #[test]
    fn a_primer_that_grew_is_the_one_that_was_read_at_once() {
        let mut grown = Primer::new();
        grown.read(b"first");
        let mut copy = grown.clone();
        let mut at_once = Primer::new();
        for payload in [&b"first"[..], b"second"] {
            at_once.read(payload);
        }
        assert_ne!(copy.check(), at_once.check());
        copy.read(b"second");
        assert_eq!(copy.check(), at_once.check());
        assert_eq!(copy.into_model().pack(b"third"), at_once.into_model().pack(b"third"));
        assert_ne!(grown.check(), Primer::new().check());
    }

    #[test]
    fn a_payload_that_is_too_long_is_left_out() {
        let mut primer = Primer::new();
        primer.read(&vec![0; MOST_PAYLOAD_BYTES + 1]);
        assert_eq!(primer.check(), Primer::new().check());
    }

    #[test]
    fn the_nearest_primer_of_the_feed_is_found_and_the_one_not_used_goes_first() {
        let mut warm = WarmPrimers::new(2);
        warm.keep(place(12, 500), &Primer::new());
        assert_eq!(warm.nearest(Office(12), 500), None, "it is read anew in no time");
        warm.keep(place(12, 500), &large());
        warm.keep(place(12, 600), &large());
        assert_eq!(warm.nearest(Office(12), 599), Some(place(12, 500)));
        assert_eq!(warm.nearest(Office(12), 700), Some(place(12, 600)));
        assert_eq!((warm.nearest(Office(12), 1024), warm.nearest(Office(13), 700)), (None, None));
        assert!(warm.copy_of(&place(12, 500)).is_some());
        warm.keep(place(13, 700), &large());
        assert_eq!(warm.nearest(Office(12), 700), Some(place(12, 500)));
        let other_past = PrimerPlace { hash: Hash([9; 32]), ..place(12, 500) };
        assert!(warm.copy_of(&other_past).is_none());
    }
}
