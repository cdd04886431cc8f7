//! What happened, in words: who did what and when. Every line goes into a digest, so that two runs can be compared
//! without keeping the lines.

use std::collections::VecDeque;
use std::fmt;

/// How many lines are kept when nobody asked for all of them.
const LAST: usize = 40;

/// The story of a run.
#[derive(Debug)]
pub(crate) struct Trace {
    whole: bool,
    lines: VecDeque<String>,
    digest: blake3::Hasher,
}

impl Trace {
    /// An empty one; `whole` keeps every line, and not only the last few.
    pub(crate) fn new(whole: bool) -> Self {
        Self { whole, lines: VecDeque::new(), digest: blake3::Hasher::new() }
    }

    /// Adds what happened at a time, in milliseconds since the simulation began.
    pub(crate) fn tell(&mut self, at_ms: i64, what: fmt::Arguments<'_>) {
        let (day, rest) = (at_ms.div_euclid(86_400_000), at_ms.rem_euclid(86_400_000));
        let (hour, minute) = (rest / 3_600_000, rest / 60_000 % 60);
        let line = format!(
            "day {day:>2} {hour:02}:{minute:02}:{:02}.{:03}  {what}",
            rest / 1_000 % 60,
            rest % 1_000
        );
        self.digest.update(line.as_bytes());
        self.digest.update(b"\n");
        if !self.whole && self.lines.len() == LAST {
            self.lines.pop_front();
        }
        self.lines.push_back(line);
    }

    /// The digest over all lines so far.
    pub(crate) fn digest(&self) -> [u8; 32] {
        *self.digest.finalize().as_bytes()
    }

    /// The lines that were kept.
    pub(crate) fn into_lines(self) -> Vec<String> {
        self.lines.into()
    }
}
