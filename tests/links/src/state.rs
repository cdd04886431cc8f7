//! What the connections of a line share: its shape, when it is free, when it is cut, and what it has counted.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::Instant;

use crate::counts::Counts;
use crate::far::Far;
use crate::shape::Shape;

/// One of the two directions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    Up,
    Down,
}

/// The state of a line.
#[derive(Debug)]
pub(crate) struct State {
    inner: Mutex<Inner>,
    /// Something has crossed.
    crossed: Condvar,
    /// Changes whenever the line is cut.
    cuts: watch::Sender<u64>,
}

#[derive(Debug)]
struct Inner {
    shape: Shape,
    far: Far,
    counts: Counts,
    random: fastrand::Rng,
    /// When the line will have carried everything that was given to it, up and down.
    free_at: [Option<Instant>; 2],
    down_until: Option<Instant>,
    since_cut: u64,
    /// The cut that a clock will make has been set.
    is_armed: bool,
    waiting: u64,
    heard: Vec<u8>,
}

impl State {
    pub(crate) fn new(far: Far, shape: Shape) -> Self {
        let inner = Inner {
            random: fastrand::Rng::with_seed(shape.seed),
            shape,
            far,
            counts: Counts::default(),
            free_at: [None; 2],
            down_until: None,
            since_cut: 0,
            is_armed: false,
            waiting: 0,
            heard: Vec::new(),
        };
        Self { inner: Mutex::new(inner), crossed: Condvar::new(), cuts: watch::Sender::new(0) }
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn shape(&self) -> Shape {
        self.inner().shape.clone()
    }

    pub(crate) fn far(&self) -> Far {
        self.inner().far.clone()
    }

    pub(crate) fn counts(&self) -> Counts {
        self.inner().counts
    }

    pub(crate) fn heard(&self) -> Vec<u8> {
        self.inner().heard.clone()
    }

    pub(crate) fn watch_cuts(&self) -> watch::Receiver<u64> {
        self.cuts.subscribe()
    }

    /// From now on it is like this; connections that are open feel it too.
    pub(crate) fn reshape(&self, shape: Shape) {
        let mut inner = self.inner();
        inner.random = fastrand::Rng::with_seed(shape.seed);
        inner.shape = shape;
        inner.since_cut = 0;
        inner.down_until = None;
    }

    /// New connections end there.
    pub(crate) fn lead_to(&self, far: Far) {
        self.inner().far = far;
    }

    /// Whether a new connection is taken.
    pub(crate) fn admits(&self) -> bool {
        let mut inner = self.inner();
        let is_up = inner.down_until.is_none_or(|until| Instant::now() >= until);
        let counted = if is_up { &mut inner.counts.connections } else { &mut inner.counts.refused };
        *counted += 1;
        is_up
    }

    /// When the line will have carried that many bytes more in this direction.
    pub(crate) fn carried_at(&self, direction: Direction, bytes: usize) -> Instant {
        let mut inner = self.inner();
        let now = Instant::now();
        let Some(bandwidth) = inner.shape.bandwidth_bit_s else { return now };
        let takes = Duration::from_secs_f64(bytes as f64 * 8.0 / bandwidth.max(1) as f64);
        let free_at = &mut inner.free_at[direction as usize];
        let at = free_at.map_or(now, |free| free.max(now)) + takes;
        *free_at = Some(at);
        at
    }

    /// Notes bytes that have crossed. Returns the time after which the line shall be cut, where a clock is to be
    /// set now. The line may be cut when this returns.
    pub(crate) fn note_crossed(&self, direction: Direction, bytes: usize) -> Option<Duration> {
        let bytes = bytes as u64;
        let mut inner = self.inner();
        match direction {
            Direction::Up => inner.counts.bytes_up += bytes,
            Direction::Down => inner.counts.bytes_down += bytes,
        }
        inner.since_cut += bytes;
        let is_due = inner.shape.cut_each_bytes.is_some_and(|each| inner.since_cut >= each);
        let clock = inner.clock();
        drop(inner);
        self.crossed.notify_all();
        if is_due {
            self.cut();
        }
        clock
    }

    /// Resets every connection.
    pub(crate) fn cut(&self) {
        let mut inner = self.inner();
        inner.counts.cuts += 1;
        inner.since_cut = 0;
        inner.is_armed = false;
        inner.free_at = [None; 2];
        let outage = inner.shape.outage;
        inner.down_until = (!outage.is_zero()).then(|| Instant::now() + outage);
        drop(inner);
        self.cuts.send_modify(|cuts| *cuts += 1);
    }

    /// Cuts if nothing has cut since the clock was set.
    pub(crate) fn cut_by_clock(&self, set_at: u64) {
        if *self.cuts.borrow() == set_at {
            self.cut();
        }
    }

    /// Notes that a connection waits for an answer, or no longer.
    pub(crate) fn note_waiting(&self, waits: bool) {
        let mut inner = self.inner();
        inner.waiting = if waits { inner.waiting + 1 } else { inner.waiting.saturating_sub(1) };
        inner.counts.most_at_once = inner.counts.most_at_once.max(inner.waiting);
    }

    pub(crate) fn note_turn(&self) {
        self.inner().counts.turns += 1;
    }

    pub(crate) fn note_requests(&self, requests: u64) {
        self.inner().counts.requests += requests;
    }

    /// Keeps what somebody who is no centre was told.
    pub(crate) fn note_heard(&self, bytes: &[u8]) {
        self.inner().heard.extend_from_slice(bytes);
    }

    /// Waits until that many bytes have crossed altogether; false when the time is over.
    pub(crate) fn wait_for_bytes(&self, bytes: u64, patience: Duration) -> bool {
        let missing = |inner: &mut Inner| inner.counts.bytes() < bytes;
        let waited = self.crossed.wait_timeout_while(self.inner(), patience, missing);
        !waited.unwrap_or_else(PoisonError::into_inner).1.timed_out()
    }
}

impl Inner {
    fn clock(&mut self) -> Option<Duration> {
        let every = self.shape.cut_about_every?;
        if self.is_armed {
            return None;
        }
        self.is_armed = true;
        // A quarter earlier or later, so that no cut falls on the same step each time.
        Some(every.mul_f64(0.75 + self.random.f64() / 2.0))
    }
}
