//! Where in a record the next byte stands. Follows CBOR (RFC 8949) byte by byte, into byte strings that hold CBOR
//! too, and guesses the next byte from what the same field held before. Never refuses: what is no CBOR gives a
//! meaningless place, the same at both ends.

use super::hash;

/// Containers within each other that are followed; what is deeper is read as if it were flat.
const DEPTH: usize = 12;
/// Fields whose last value is remembered.
const FIELDS: usize = 4096;

/// What the next byte is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Head = 0,
    Argument = 1,
    Bytes = 2,
    Text = 3,
}

/// A container, or (shape 0) a sequence of items without a head: the frame, or what a byte string holds.
#[derive(Clone, Copy, Default)]
struct Level {
    /// 4 array, 5 map, 0 sequence.
    shape: u8,
    /// Items that are still to come; bytes in a sequence.
    left: u64,
    index: u32,
    /// The path of this container.
    path: u32,
    /// The last key of a map.
    key: u32,
}

/// The last value of a field.
#[derive(Clone, Copy, Default)]
struct Last {
    value: u64,
    step: u64,
    /// The step came twice.
    steady: bool,
    /// Bytes of the record that were left behind the item.
    behind: u64,
    /// Where its string began, and 0 when there was none.
    string: u32,
}

/// The place of the next byte.
#[derive(Clone)]
pub(super) struct Fields {
    levels: [Level; DEPTH],
    depth: usize,
    /// The level that a byte string opened; 0 is none.
    embedded: usize,
    major: u8,
    argument: u64,
    argument_left: u8,
    argument_bytes: u8,
    string: u8,
    string_left: u64,
    string_at: u32,
    /// Which field it is.
    pub(super) path: u32,
    /// The next byte is the first of a text.
    pub(super) text_begins: bool,
    lasts: Vec<Last>,
    /// Expected bytes of a head, and how many bytes came since it began.
    expected: [u8; 9],
    expected_bytes: usize,
    head_at: usize,
    /// Where the string of the same field stood before; 0 is nowhere.
    model: u32,
    /// Guesses that failed since the item began, at most 3.
    pub(super) misses: u32,
}

impl Fields {
    pub(super) fn new() -> Self {
        let mut fields = Self {
            levels: [Level::default(); DEPTH],
            depth: 0,
            embedded: 0,
            major: 0,
            argument: 0,
            argument_left: 0,
            argument_bytes: 0,
            string: 0,
            string_left: 0,
            string_at: 0,
            path: 0,
            text_begins: false,
            lasts: vec![Last::default(); FIELDS],
            expected: [0; 9],
            expected_bytes: 0,
            head_at: 0,
            model: 0,
            misses: 0,
        };
        fields.begin();
        fields
    }

    /// A frame begins; what fields held before is kept.
    pub(super) fn begin(&mut self) {
        self.levels[0] = Level { shape: 0, left: u64::MAX, index: 0, path: 1, key: 0 };
        (self.depth, self.embedded) = (0, 0);
        self.close_string();
        self.argument_left = 0;
        self.next_item();
    }

    pub(super) fn kind(&self) -> Kind {
        match (self.string, self.argument_left) {
            (2, _) => Kind::Bytes,
            (3, _) => Kind::Text,
            (_, 0) => Kind::Head,
            _ => Kind::Argument,
        }
    }

    /// How far the item is: bytes of the string, or of the head and its type.
    pub(super) fn place(&self) -> u32 {
        if self.string != 0 {
            self.string_at
        } else {
            u32::from(self.argument_bytes - self.argument_left) | u32::from(self.major) << 4
        }
    }

    /// The byte that the field's history suggests, and 256 when it suggests none. `past` gives an earlier byte.
    pub(super) fn guess(&self, past: impl Fn(u32) -> u32) -> u32 {
        if self.string == 0 {
            return self.expected[..self.expected_bytes]
                .get(self.head_at)
                .map_or(256, |&byte| u32::from(byte));
        }
        if self.model == 0 { 256 } else { past(self.model) }
    }

    /// Takes the byte; `at` is its position, `guess` what had been guessed.
    pub(super) fn push(&mut self, byte: u8, at: u32, guess: u32) {
        self.text_begins = false;
        if guess != u32::from(byte) {
            self.misses = (self.misses + 1).min(3);
        }
        if self.model != 0 && self.string != 0 {
            self.model = self.model.wrapping_add(1);
        }
        self.head_at += 1;
        let within = self.embedded;
        if within > 0 {
            self.levels[within].left -= 1;
        }
        self.step(byte, at);
        if within > 0 && self.levels[within].left == 0 {
            (self.depth, self.embedded) = (within - 1, 0);
            self.close_string();
            self.argument_left = 0;
            self.item_done();
        }
    }

    fn step(&mut self, byte: u8, at: u32) {
        if self.string != 0 {
            let opens =
                self.string == 2 && self.string_at == 0 && self.embedded == 0 && self.depth < DEPTH - 1;
            if opens && self.string_left > 1 && (byte >> 5 == 4 || byte >> 5 == 5) {
                self.embed(byte, at);
                return;
            }
            self.string_left -= 1;
            self.string_at = self.string_at.saturating_add(1);
            if self.string_left == 0 {
                self.close_string();
                self.item_done();
            }
        } else if self.argument_left > 0 {
            self.argument = self.argument << 8 | u64::from(byte);
            self.argument_left -= 1;
            if self.argument_left == 0 {
                self.head_done(at);
            }
        } else {
            self.head(byte, at);
        }
    }

    /// A byte string begins like an array or a map: it holds a record.
    fn embed(&mut self, byte: u8, at: u32) {
        self.depth += 1;
        self.embedded = self.depth;
        self.levels[self.depth] = Level { shape: 0, left: self.string_left - 1, index: 0, path: 1, key: 0 };
        self.close_string();
        self.next_item();
        self.head(byte, at);
    }

    fn close_string(&mut self) {
        (self.string, self.string_left, self.string_at) = (0, 0, 0);
        (self.major, self.argument_bytes) = (0, 0);
    }

    fn head(&mut self, byte: u8, at: u32) {
        self.major = byte >> 5;
        self.argument = 0;
        match byte & 31 {
            low @ 0..24 => {
                self.argument = u64::from(low);
                self.head_done(at);
            }
            low @ 24..28 => {
                self.argument_bytes = 1 << (low - 24);
                self.argument_left = self.argument_bytes;
            }
            _ => {
                self.major = 7;
                self.head_done(at);
            }
        }
    }

    fn head_done(&mut self, at: u32) {
        match self.major {
            2 | 3 if self.argument > 0 => {
                self.string = self.major;
                self.string_left = self.argument;
                self.string_at = 0;
                self.text_begins = self.major == 3;
                self.misses = 0;
                self.model = std::mem::replace(&mut self.last().string, at.wrapping_add(1));
            }
            4 | 5 if self.argument > 0 && self.depth < DEPTH - 1 => {
                let left = if self.major == 5 { self.argument.saturating_mul(2) } else { self.argument };
                let path = hash(self.path, 0x3000 + u32::from(self.major));
                self.depth += 1;
                self.levels[self.depth] = Level { shape: self.major, left, index: 0, path, key: 0 };
                self.next_item();
            }
            // A tag: its item follows in the same place.
            6 => self.next_item(),
            _ => self.item_done(),
        }
    }

    fn item_done(&mut self) {
        self.remember();
        let (major, argument) = (self.major, self.argument);
        while self.levels[self.depth].shape != 0 {
            let level = &mut self.levels[self.depth];
            if level.shape == 5 && level.index & 1 == 0 {
                level.key = (argument.min(255) as u32) | u32::from(major) << 8;
            }
            // An even step, so that keys and values of a long map stay apart.
            level.index = if level.index < 1000 { level.index + 1 } else { level.index - 1 };
            level.left -= 1;
            if level.left > 0 {
                break;
            }
            self.depth -= 1;
        }
        self.next_item();
    }

    fn next_item(&mut self) {
        (self.major, self.argument_bytes, self.head_at, self.misses, self.model) = (0, 0, 0, 0, 0);
        let level = &self.levels[self.depth];
        self.path = match level.shape {
            5 if level.index & 1 == 0 => hash(level.path, 0x100),
            5 => hash(level.path, 0x2000 + level.key),
            4 => hash(level.path, 0x1000 + level.index.min(15)),
            _ => level.path,
        };
        self.expect();
    }

    fn last(&mut self) -> &mut Last {
        &mut self.lasts[(self.path >> 7) as usize % FIELDS]
    }

    /// Bytes of the record from the next byte on; 0 outside of one.
    fn remaining(&self) -> u64 {
        if self.embedded > 0 { self.levels[self.embedded].left } else { 0 }
    }

    fn remember(&mut self) {
        let behind = self.remaining();
        let value = u64::from(self.major) << 61 ^ self.argument;
        let last = self.last();
        last.behind = behind;
        let step = value.wrapping_sub(last.value);
        last.steady = step == last.step;
        (last.step, last.value) = (step, value);
    }

    /// The head that is expected next: a number that goes on as before, or a string that fills the record as before.
    fn expect(&mut self) {
        let remaining = self.remaining();
        let last = *self.last();
        let value = if last.steady { last.value.wrapping_add(last.step) } else { last.value };
        let (mut major, mut argument) = ((last.value >> 61) as u8, value & (u64::MAX >> 3));
        if last.string != 0 && remaining > last.behind {
            let item = remaining - last.behind;
            major = (last.value >> 61) as u8;
            argument = match item {
                0..=24 => item - 1,
                25..=257 => item - 2,
                _ => item - 3,
            };
        }
        self.expected[0] = major << 5;
        let bytes: usize = match argument {
            0..24 => 0,
            24..256 => 1,
            256..65_536 => 2,
            65_536..0x1_0000_0000 => 4,
            _ => 8,
        };
        self.expected_bytes = bytes + 1;
        self.expected[0] |= match bytes {
            0 => argument as u8,
            1 => 24,
            2 => 25,
            4 => 26,
            _ => 27,
        };
        self.expected[1..=bytes].copy_from_slice(&argument.to_be_bytes()[8 - bytes..]);
    }
}
