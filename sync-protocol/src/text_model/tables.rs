//! Numbers that the text model looks up: logistic curve and its inverse, bit histories, reciprocals. All of them are
//! made from integer formulas, so that they are the same on every machine (docs/codec.md).

use std::sync::OnceLock;

/// Logistic curve at -8, -7.5, … 8, as 16-bit probabilities: round(65536 / (1 + exp(-x))).
const CURVE: [i32; 33] = [
    22, 36, 60, 98, 162, 267, 439, 720, 1179, 1921, 3108, 4971, 7812, 11955, 17625, 24743, 32768, 40793,
    47911, 53581, 57724, 60565, 62428, 63615, 64357, 64816, 65097, 65269, 65374, 65438, 65476, 65500, 65514,
];

/// The most of the more frequent bit that a history remembers, by how many of the rarer one it remembers.
const REMEMBERED: [u8; 6] = [40, 30, 14, 8, 6, 5];

/// All tables.
pub(super) struct Tables {
    /// Domain -2048..=2047 in 1/256, shifted by 2048; range 1..65536.
    pub(super) squash: [i32; 4096],
    /// Inverse of `squash`, of probabilities in 1/4096.
    pub(super) stretch: [i16; 4096],
    /// History after a bit.
    pub(super) next: [[u8; 2]; 256],
    /// First guess of a history's probability.
    pub(super) first: [u32; 256],
    /// 65536 / (n + 1.5).
    pub(super) reciprocal: [i32; 1024],
}

/// The tables, made at the first call.
pub(super) fn tables() -> &'static Tables {
    static TABLES: OnceLock<Box<Tables>> = OnceLock::new();
    TABLES.get_or_init(|| Box::new(make()))
}

fn make() -> Tables {
    let mut squash = [0; 4096];
    for (x, entry) in squash.iter_mut().enumerate() {
        let (step, rest) = (x / 128, (x % 128) as i32);
        *entry = (CURVE[step] * (128 - rest) + CURVE[step + 1] * rest) / 128;
    }
    let mut stretch = [2047; 4096];
    let mut x = 0;
    for (p, entry) in stretch.iter_mut().enumerate() {
        while x < 4095 && squash[x] < (p * 16 + 8) as i32 {
            x += 1;
        }
        *entry = (x as i16 - 2048).max(-2047);
    }
    let (next, first) = histories();
    let mut reciprocal = [0; 1024];
    for (n, entry) in reciprocal.iter_mut().enumerate() {
        *entry = 131_072 / (2 * n as i32 + 3);
    }
    Tables { squash, stretch, next, first, reciprocal }
}

/// How often each bit came in a context, and which came last.
#[derive(Clone, Copy, PartialEq, Eq)]
struct History {
    counts: [u8; 2],
    recent: u8,
}

impl History {
    fn after(self, bit: usize) -> Self {
        let mut counts = self.counts;
        let other = &mut counts[1 - bit];
        // What went against the newest bit is forgotten by half: texts change.
        if *other > 2 {
            *other = (*other / 2 + 1).min(5);
        }
        let rare = usize::from(*other);
        counts[bit] += 1;
        counts[bit] = counts[bit].min(REMEMBERED[rare]);
        let recent = if counts[0] == 0 || counts[1] == 0 {
            bit as u8
        } else if counts[0] + counts[1] <= 4 {
            (self.recent << 1 | bit as u8) & 3
        } else {
            bit as u8
        };
        Self { counts, recent }
    }

    /// The expected probability of a one in 1/65536, with half a count of doubt.
    fn guess(self) -> u32 {
        let [zeros, ones] = self.counts.map(|count| u32::from(count) * 10 + 4);
        let guess = (ones << 16) / (zeros + ones);
        if self.counts[0] == 0 || self.counts[1] == 0 {
            return guess;
        }
        (guess * 3 + u32::from(self.recent & 1) * 65_535) / 4
    }
}

/// Numbers the histories that can come about: fewer bits seen first, so that a smaller number is worth less.
fn histories() -> ([[u8; 2]; 256], [u32; 256]) {
    let mut all = vec![History { counts: [0, 0], recent: 0 }];
    let mut at = 0;
    while at < all.len() {
        for bit in 0..2 {
            let after = all[at].after(bit);
            if !all.contains(&after) {
                all.push(after);
            }
        }
        at += 1;
    }
    all.sort_by_key(|history| (history.counts[0] + history.counts[1], history.counts[0], history.recent));
    debug_assert!(all.len() <= 256, "{} histories", all.len());
    let mut next = [[0; 2]; 256];
    let mut first = [1 << 31; 256];
    for (number, history) in all.iter().enumerate() {
        for (bit, entry) in next[number].iter_mut().enumerate() {
            let after = history.after(bit);
            *entry = all.iter().position(|other| *other == after).unwrap_or(0) as u8;
        }
        first[number] = history.guess() << 16 | 16;
    }
    (next, first)
}
