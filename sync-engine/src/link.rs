//! What is known of the line from the exchanges before: how fast it is, and what the centre did not understand; and the
//! text models that are warm. A line that is not known yet is tried out with little, packed quickly, so that what is
//! measured is the line and not the packing.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use sync_protocol::{Codec, WarmPrimers};

/// From this many bytes a second on, time is dearer than bytes. The text model itself, at both ends, packs to twice that
/// even on a slow computer.
const FAST: f64 = 25_000.0;

/// Below this many bytes an exchange says nothing about how fast the line is.
const TELLING_BYTES: u64 = 3_000;

/// A line on which an exchange takes no longer is as fast as any.
const SHORTEST: Duration = Duration::from_millis(1);

/// How much payload a request carries on a slow line, in bytes: a fresh deed waits behind no more.
const SLOW_REQUEST_BYTES: usize = 512 * 1024;

/// How much payload a request carries while nothing is known of the line, in bytes.
const FIRST_REQUEST_BYTES: usize = 16 * 1024;

/// Up to this many bytes of payload are spared by the text model also while nothing is known of the line.
const FEW_BYTES: u64 = 3_000;

/// Text models that a computer keeps: it has one feed.
const WARM_PRIMERS: usize = 1;

/// How much of documents a request carries on a slow line, and an answer, in bytes: a fresh deed waits behind no more.
const SLOW_DOCUMENT_BYTES: usize = 64 * 1024;

/// The same on a fast line.
const FAST_DOCUMENT_BYTES: usize = 1024 * 1024;

/// How many packed bytes of entries an answer may carry while nothing is known of the line.
const TRIED_BYTES: u64 = 32 * 1024;

/// How many bytes of a snapshot an answer carries on a line that has become slow: a fresh deed waits behind no more.
const SLOW_SNAPSHOT_BYTES: u64 = 256 * 1024;

/// What is known of a line.
#[derive(Debug, Clone)]
pub struct LinkMemory {
    /// Bytes a second, both ways together.
    rate: Option<f64>,
    /// The codec that is used whatever the line is like.
    fixed: Option<Codec>,
    /// The centre asked for whole hashes.
    pub(crate) in_full: bool,
    /// This computer has shown how it was admitted, and nothing was exchanged since.
    pub(crate) introduced: bool,
    /// The centre's history primes the text model otherwise than the one here.
    pub(crate) without_text: bool,
    pub(crate) primers: Arc<Mutex<WarmPrimers>>,
}

impl Default for LinkMemory {
    fn default() -> Self {
        let primers = Arc::new(Mutex::new(WarmPrimers::new(WARM_PRIMERS)));
        Self { rate: None, fixed: None, in_full: false, without_text: false, introduced: false, primers }
    }
}

impl LinkMemory {
    /// A line of which nothing is known.
    pub fn new() -> Self {
        Self::default()
    }

    /// A line on which that codec is used, whatever it is like.
    pub fn with_codec(codec: Codec) -> Self {
        Self { fixed: Some(codec), ..Self::default() }
    }

    /// A line that was that fast when this program ran before, in bytes a second.
    pub fn with_rate(rate: f64) -> Self {
        Self { rate: Some(rate).filter(|rate| rate.is_finite() && *rate > 0.0), ..Self::default() }
    }

    /// How fast it is, in bytes a second both ways together; none while that is not known.
    pub fn rate(&self) -> Option<f64> {
        self.rate
    }

    /// Learns from an exchange: so many bytes in so much time.
    pub(crate) fn note(&mut self, bytes: u64, elapsed: Duration) {
        if bytes < TELLING_BYTES {
            return;
        }
        let seen = bytes as f64 / elapsed.max(SHORTEST).as_secs_f64();
        // The last exchange counts most: lines change from one hour to the next.
        self.rate = Some(self.rate.map_or(seen, |known| 0.3 * known + 0.7 * seen));
    }

    /// The codec for what goes up, so many bytes of payload, and the codecs for what comes down, the preferred one
    /// first.
    pub(crate) fn codecs(&self, payload: u64) -> (Codec, Vec<u8>) {
        let is_trial = self.is_tried_out();
        let spares = |codec| if self.without_text && codec == Codec::Text { Codec::Zstd } else { codec };
        let down = spares(match self.fixed {
            Some(codec) => codec,
            None if is_trial || self.is_fast() => Codec::Zstd,
            None => Codec::Text,
        });
        let up = if is_trial && payload <= FEW_BYTES { spares(Codec::Text) } else { down };
        let others = Codec::KNOWN.into_iter().filter(|&codec| codec != down);
        let takes = |codec: &Codec| !(self.without_text && *codec == Codec::Text);
        (up, std::iter::once(down).chain(others).filter(takes).map(Codec::number).collect())
    }

    /// How many packed bytes of entries the next answer may carry: few, while the line is being tried out.
    pub(crate) fn entry_bytes(&self) -> Option<u64> {
        self.is_tried_out().then_some(TRIED_BYTES)
    }

    /// Whether snapshots are asked for: they are packed for lines on which time is dearer than bytes.
    pub(crate) fn takes_snapshots(&self) -> bool {
        self.codecs(u64::MAX).0 == Codec::Zstd
    }

    /// How many bytes the next answer may carry in which the rest of a snapshot comes.
    pub(crate) fn snapshot_bytes(&self) -> Option<u64> {
        match self.rate {
            Some(_) if !self.is_fast() => Some(SLOW_SNAPSHOT_BYTES),
            _ => self.entry_bytes(),
        }
    }

    fn is_tried_out(&self) -> bool {
        self.rate.is_none() && self.fixed.is_none()
    }

    /// How much payload the next request carries at most, in bytes.
    pub(crate) fn request_bytes(&self) -> usize {
        match self.rate {
            Some(_) if self.is_fast() => sync_protocol::MAX_BATCH_BYTES,
            Some(_) => SLOW_REQUEST_BYTES,
            None => FIRST_REQUEST_BYTES,
        }
    }

    /// How much of documents the next request, and its answer, carry at most, in bytes.
    pub(crate) fn document_bytes(&self) -> usize {
        if self.is_fast() { FAST_DOCUMENT_BYTES } else { SLOW_DOCUMENT_BYTES }
    }

    fn is_fast(&self) -> bool {
        self.rate.is_some_and(|rate| rate > FAST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_tried_out_before_it_counts_as_fast_or_slow() {
        let mut link = LinkMemory::new();
        assert_eq!(link.codecs(FEW_BYTES), (Codec::Text, vec![1, 2, 0]), "a few bytes are spared");
        assert_eq!(link.codecs(FEW_BYTES + 1), (Codec::Zstd, vec![1, 2, 0]));
        assert_eq!(link.entry_bytes(), Some(TRIED_BYTES));
        link.note(500, Duration::from_millis(1));
        assert_eq!(link.rate(), None, "too little to tell");
        link.note(100_000, Duration::from_millis(100));
        assert_eq!(link.entry_bytes(), None);
        assert_eq!(link.codecs(10), (Codec::Zstd, vec![1, 2, 0]));
        for _ in 0..6 {
            link.note(6_000, Duration::from_secs(1));
        }
        assert_eq!(link.codecs(1_000_000), (Codec::Text, vec![2, 1, 0]));
        assert!(link.request_bytes() < LinkMemory::with_rate(1e7).request_bytes());
        assert!(LinkMemory::new().request_bytes() < link.request_bytes());
    }

    #[test]
    fn what_the_program_knew_before_counts() {
        assert_eq!(LinkMemory::with_rate(2_000.0).codecs(9_000).0, Codec::Text);
        assert_eq!(LinkMemory::with_rate(2e6).codecs(10).0, Codec::Zstd);
        assert_eq!(LinkMemory::with_rate(f64::NAN).rate(), None);
    }

    #[test]
    fn snapshots_are_for_lines_that_are_not_known_to_be_slow() {
        assert!(LinkMemory::new().takes_snapshots() && LinkMemory::with_rate(2e6).takes_snapshots());
        let slow = LinkMemory::with_rate(2_000.0);
        assert!(!slow.takes_snapshots());
        assert_eq!(slow.snapshot_bytes(), Some(SLOW_SNAPSHOT_BYTES));
        assert_eq!(LinkMemory::with_rate(2e6).snapshot_bytes(), None);
        assert!(!LinkMemory::with_codec(Codec::Text).takes_snapshots());
    }

    #[test]
    fn a_line_that_takes_no_time_is_fast() {
        let mut link = LinkMemory::new();
        link.note(20_000, Duration::ZERO);
        assert_eq!(link.codecs(10), (Codec::Zstd, vec![1, 2, 0]));
    }

    #[test]
    fn a_centre_that_is_primed_otherwise_gets_no_text_model() {
        let link = LinkMemory { without_text: true, ..LinkMemory::with_rate(2_000.0) };
        assert_eq!(link.codecs(10), (Codec::Zstd, vec![1, 0]));
    }
}
