//! What is known of the line from the exchanges before: how fast it is, and what the centre did not understand.
//! It lives as long as the program; a line that is not known yet counts as slow, so that bytes are spared.

use std::time::Duration;

use sync_protocol::Codec;

/// From this many bytes a second on, time is dearer than bytes: the text model itself, at both ends, is not much faster
/// than that in packed bytes.
const FAST: f64 = 25_000.0;

/// Below this many bytes an exchange says nothing about how fast the line is.
const TELLING_BYTES: u64 = 3_000;

/// How much payload a request carries on a slow line, in bytes: a fresh deed waits behind no more.
const SLOW_REQUEST_BYTES: usize = 512 * 1024;

/// How much payload a request carries while nothing is known of the line, in bytes.
const FIRST_REQUEST_BYTES: usize = 64 * 1024;

/// What is known of a line.
#[derive(Debug, Clone, Default)]
pub struct LinkMemory {
    /// Bytes a second, both ways together.
    rate: Option<f64>,
    /// The codec that is used whatever the line is like.
    fixed: Option<Codec>,
    /// The centre asked for whole hashes.
    pub(crate) in_full: bool,
    /// This computer has shown how it was admitted, and nothing was exchanged since.
    pub(crate) introduced: bool,
    /// This computer has shown how it was admitted, and nothing was done since.
    /// The centre's history primes the text model otherwise than the one here.
    pub(crate) without_text: bool,
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

    /// Learns from an exchange: so many bytes in so much time.
    pub(crate) fn note(&mut self, bytes: u64, elapsed: Duration) {
        if bytes < TELLING_BYTES || elapsed.is_zero() {
            return;
        }
        let seen = bytes as f64 / elapsed.as_secs_f64();
        // The last exchange counts most: lines change from one hour to the next.
        self.rate = Some(self.rate.map_or(seen, |known| 0.3 * known + 0.7 * seen));
    }

    /// The codec for what goes up, and the codecs for what comes down, the preferred one first.
    pub(crate) fn codecs(&self) -> (Codec, Vec<u8>) {
        let preferred = match self.fixed {
            Some(codec) => codec,
            None if self.is_fast() => Codec::Zstd,
            None => Codec::Text,
        };
        let preferred = if self.without_text && preferred == Codec::Text { Codec::Zstd } else { preferred };
        let others = Codec::KNOWN.into_iter().filter(|&codec| codec != preferred);
        let takes = |codec: &Codec| !(self.without_text && *codec == Codec::Text);
        (preferred, std::iter::once(preferred).chain(others).filter(takes).map(Codec::number).collect())
    }

    /// How much payload the next request carries at most, in bytes.
    pub(crate) fn request_bytes(&self) -> usize {
        match self.rate {
            Some(_) if self.is_fast() => sync_protocol::MAX_BATCH_BYTES,
            Some(_) => SLOW_REQUEST_BYTES,
            None => FIRST_REQUEST_BYTES,
        }
    }

    fn is_fast(&self) -> bool {
        self.rate.is_some_and(|rate| rate > FAST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_counts_as_slow_until_it_has_shown_that_it_is_fast() {
        let mut link = LinkMemory::new();
        assert_eq!(link.codecs(), (Codec::Text, vec![2, 1, 0]));
        link.note(500, Duration::from_millis(1));
        assert_eq!(link.codecs().0, Codec::Text, "too little to tell");
        link.note(100_000, Duration::from_millis(100));
        assert_eq!(link.codecs(), (Codec::Zstd, vec![1, 2, 0]));
        for _ in 0..6 {
            link.note(6_000, Duration::from_secs(1));
        }
        assert_eq!(link.codecs().0, Codec::Text);
        assert!(link.request_bytes() < LinkMemory { rate: Some(1e7), ..link }.request_bytes());
    }

    #[test]
    fn a_centre_that_is_primed_otherwise_gets_no_text_model() {
        let link = LinkMemory { without_text: true, ..LinkMemory::new() };
        assert_eq!(link.codecs(), (Codec::Zstd, vec![1, 0]));
    }
}
