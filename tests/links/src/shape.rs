//! What a line is like: how slow, how far, how often cut.

use std::time::Duration;

/// The shape of a line. The default is a line without any fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// Bits a second in each direction, shared by all connections; none: as fast as the machine.
    pub bandwidth_bit_s: Option<u64>,
    /// The time from one end to the other and back. A new connection waits for it once more, as TCP does.
    pub round_trip: Duration,
    /// Every connection is reset whenever that many bytes more have crossed, both directions together.
    pub cut_each_bytes: Option<u64>,
    /// Every connection is reset about that long after the first byte that crosses a line that is up.
    pub cut_about_every: Option<Duration>,
    /// How long after a cut new connections are refused.
    pub outage: Duration,
    /// What the moments of the cuts are drawn from: same seed, same moments.
    pub seed: u64,
}

impl Default for Shape {
    fn default() -> Self {
        Self {
            bandwidth_bit_s: None,
            round_trip: Duration::ZERO,
            cut_each_bytes: None,
            cut_about_every: None,
            outage: Duration::ZERO,
            seed: 1,
        }
    }
}

impl Shape {
    /// The line of a remote office: 50 kbit/s, 600 ms, one second down after a cut.
    pub fn remote_office() -> Self {
        Self {
            bandwidth_bit_s: Some(50_000),
            round_trip: Duration::from_millis(600),
            outage: Duration::from_secs(1),
            ..Self::default()
        }
    }

    /// The most that is taken from a connection at once, in bytes: a packet, where a byte more or less matters.
    pub(crate) fn piece_bytes(&self) -> usize {
        let is_plain = self.bandwidth_bit_s.is_none()
            && self.round_trip.is_zero()
            && self.cut_each_bytes.is_none()
            && self.cut_about_every.is_none();
        if is_plain { 64 * 1024 } else { PACKET_BYTES }
    }
}

/// What a TCP segment carries on an ordinary line.
const PACKET_BYTES: usize = 1460;
