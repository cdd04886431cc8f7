//! How likely the next bit is a one, from everything that was read before: contexts, matches, fields, and what
//! mixes them. Bits become bytes elsewhere.

use super::fields::{Fields, Kind};
use super::hash;
use super::mixer::{Correction, INPUTS, Mixer, learn, stretched};
use super::tables::{Tables, tables};

/// Contexts that are looked up in the table of histories.
const CONTEXTS: usize = 10;
/// Bytes of the past that are kept: a match or a field that lies further back is not seen.
const PAST: usize = 1 << 21;
/// Buckets of 64 bytes.
const BUCKETS: usize = 1 << 18;
/// Where a string of this length came last.
const MATCHES: usize = 1 << 18;
const MATCH_BYTES: usize = 6;

/// The model. 20 MiB, whatever it reads.
#[derive(Clone)]
pub(super) struct Predictor {
    tables: &'static Tables,
    past: Vec<u8>,
    /// How many bytes were read, modulo 2^32.
    read: u32,
    fields: Fields,
    words: [u32; 3],
    /// Bits of the current byte under a leading one.
    partial: usize,
    contexts: [u32; CONTEXTS],
    histories: Vec<Bucket>,
    /// The slot that is in use for each context, and where it came from.
    slots: [[u8; 16]; CONTEXTS],
    origins: [(usize, usize); CONTEXTS],
    /// The node of the slots that stands for the next bit.
    node: usize,
    maps: Vec<[u32; 256]>,
    by_byte: Vec<u32>,
    by_field: Vec<u32>,
    /// Cells in use: by byte, by field, match, guess.
    cells: [usize; 4],
    matches: Vec<u32>,
    match_at: u32,
    match_length: u32,
    match_byte: usize,
    match_map: Vec<u32>,
    last_text: u32,
    guess: u32,
    guess_map: Vec<u32>,
    class: usize,
    inputs: [i16; INPUTS],
    mixers: [Mixer; 3],
    last_weights: Vec<[i32; 3]>,
    last_selected: usize,
    last_probability: i32,
    corrections: [Correction; 2],
    /// The probability of a one, in 1/65536.
    pub(super) one: u32,
}

#[derive(Clone, Copy)]
#[repr(align(64))]
struct Bucket([[u8; 16]; 4]);
impl Predictor {
    /// A model that has read nothing.
    pub(super) fn new() -> Self {
        let tables = tables();
        let mut weights = [0i32; INPUTS];
        for (at, weight) in weights.iter_mut().enumerate() {
            *weight = if at < 2 * CONTEXTS && at % 2 == 1 { 2 << 20 } else { 14 << 20 };
        }
        let half = 1u32 << 31;
        let mut model = Self {
            tables,
            past: vec![0; PAST],
            read: 0,
            fields: Fields::new(),
            words: [0; 3],
            partial: 1,
            contexts: [0; CONTEXTS],
            histories: vec![Bucket([[0; 16]; 4]); BUCKETS],
            slots: [[0; 16]; CONTEXTS],
            origins: [(0, 0); CONTEXTS],
            node: 1,
            maps: vec![tables.first; CONTEXTS],
            by_byte: vec![half; 1 << 16],
            by_field: vec![half; 1 << 15],
            cells: [0; 4],
            matches: vec![0; MATCHES],
            match_at: 0,
            match_length: 0,
            match_byte: 0,
            match_map: vec![half; 256],
            last_text: 0,
            guess: 256,
            guess_map: vec![half; 1 << 14],
            class: 0,
            inputs: [0; INPUTS],
            mixers: [Mixer::new(128, weights), Mixer::new(512, weights), Mixer::new(1024, weights)],
            last_weights: vec![[65_536 / 3; 3]; 128],
            last_selected: 0,
            last_probability: 0,
            corrections: [Correction::new(512, tables), Correction::new(1 << 12, tables)],
            one: 0,
        };
        model.begin();
        model
    }

    /// A frame begins.
    pub(super) fn begin(&mut self) {
        self.fields.begin();
        self.byte_begins();
        self.predict();
    }

    /// The byte that came `back` bytes ago; 1 is the last one.
    fn byte_back(&self, back: u32) -> u32 {
        u32::from(self.past[self.read.wrapping_sub(back) as usize % PAST])
    }

    fn past_byte(&self, at: u32) -> u32 {
        u32::from(self.past[at as usize % PAST])
    }

    fn byte_begins(&mut self) {
        let last4 = (1..=4).fold(0, |bytes, back| bytes | self.byte_back(back) << (8 * back - 8));
        let [c5, c6] = [5, 6].map(|back| self.byte_back(back));
        let last = last4 & 255;
        let kind = self.fields.kind();
        let (path, place) = (self.fields.path, self.fields.place());
        self.guess = self.fields.guess(|at| self.past_byte(at));
        let field = hash(path, kind as u32);
        let text = kind == Kind::Text;
        let [word, before, third] = self.words;
        let guess = self.guess | self.fields.misses << 10;
        self.contexts = [
            hash(last4 & 0xffff, path ^ kind as u32),
            last4 & 0xff_ffff,
            last4,
            hash(last4, c5),
            hash(last4, c5 | c6 << 8),
            hash(word, last),
            hash(hash(word, last), before),
            hash(word, hash(before, third)),
            hash(field, if text { place.min(40) } else { place.min(255) }),
            hash(field, hash(guess, if text { last } else { place | last << 16 })),
        ];
        for (number, context) in (1..).zip(&mut self.contexts) {
            *context = hash(*context, number);
        }
        let distinct = if text { 3 } else { (kind as u32) << 8 | place.min(255) };
        self.class = (hash(path, distinct) >> 7) as usize & 127;
        self.partial = 1;
        self.match_byte =
            if self.match_length > 0 { self.past_byte(self.match_at) as usize | 256 } else { 0 };
        self.store();
        self.locate();
    }

    /// Puts the slots in use back.
    fn store(&mut self) {
        for (slot, &(bucket, way)) in self.slots.iter().zip(&self.origins) {
            self.histories[bucket].0[way] = *slot;
        }
    }

    /// Finds the slots for the next four bits.
    fn locate(&mut self) {
        let mut keys = self.contexts;
        if self.partial > 1 {
            keys = keys.map(|context| hash(context, self.partial as u32));
        }
        // All buckets are read before one is looked into, so that the waits for memory overlap.
        let buckets = keys.map(|key| self.histories[key as usize % BUCKETS].0);
        for (at, (key, bucket)) in keys.into_iter().zip(&buckets).enumerate() {
            let check = (key >> 24) as u8;
            // The slot of the context, or else the one that has seen least makes room. No branches here either.
            let worth = |way: usize| if bucket[way][0] == check { -1 } else { i16::from(bucket[way][1]) };
            let way = (1..4).fold(0, |least, way| if worth(way) < worth(least) { way } else { least });
            let found = bucket[way][0] == check;
            self.slots[at] = if found { bucket[way] } else { [0; 16] };
            self.origins[at] = (key as usize % BUCKETS, way);
            self.slots[at][0] = check;
        }
        self.node = 1;
    }

    fn predict(&mut self) {
        let bits = self.partial.ilog2() as usize;
        let known = self.consult_histories();
        self.inputs[20] = self.consult_byte();
        self.inputs[21] = self.consult_field();
        let matched = self.consult_match(bits);
        self.consult_guess(bits);
        let last = self.byte_back(1) as usize;
        self.mix([matched << 3 | known, self.text() << 8 | last, self.class << 3 | bits], last);
    }

    /// 1 within a text.
    fn text(&self) -> usize {
        usize::from(self.fields.kind() == Kind::Text)
    }

    /// Returns how many of the contexts of two to six bytes are known.
    fn consult_histories(&mut self) -> usize {
        let mut known = 0;
        for at in 0..CONTEXTS {
            let history = self.slots[at][self.node];
            let cell = self.maps[at][usize::from(history)];
            // Nothing is known of a context that is new. No branch: it could not be foretold.
            let seen = i16::from(history != 0);
            known += usize::from((1..5).contains(&at) && history != 0);
            self.inputs[2 * at] = stretched(cell, self.tables) * seen;
            self.inputs[2 * at + 1] = (((cell >> 20) as i16 - 2048) >> 1) * seen;
        }
        known
    }

    fn consult_byte(&mut self) -> i16 {
        self.cells[0] = (self.byte_back(1) as usize) << 8 | self.partial;
        stretched(self.by_byte[self.cells[0]], self.tables)
    }

    fn consult_field(&mut self) -> i16 {
        self.cells[1] = self.class << 8 | self.partial;
        stretched(self.by_field[self.cells[1]], self.tables)
    }

    /// Returns the class of the match's length, 0 when there is none.
    fn consult_match(&mut self, bits: usize) -> usize {
        (self.cells[2], self.inputs[22]) = (0, 0);
        if self.match_byte >> (8 - bits) != self.partial {
            return 0;
        }
        let length = self.match_length as usize;
        let length = if length < 16 { length } else { 16 + ((length - 16) / 4).min(15) };
        self.cells[2] = self.text() << 6 | length << 1 | (self.match_byte >> (7 - bits) & 1);
        self.inputs[22] = stretched(self.match_map[self.cells[2]], self.tables);
        1 + length / 4
    }

    fn consult_guess(&mut self, bits: usize) {
        (self.cells[3], self.inputs[23]) = (0, 0);
        let guess = self.guess as usize | 256;
        if self.guess < 256 && guess >> (8 - bits) == self.partial {
            let misses = self.fields.misses as usize;
            self.cells[3] = self.class << 6 | misses << 4 | bits << 1 | (guess >> (7 - bits) & 1);
            self.inputs[23] = stretched(self.guess_map[self.cells[3]], self.tables);
        }
    }

    fn mix(&mut self, selected: [usize; 3], last: usize) {
        for (mixer, selected) in self.mixers.iter_mut().zip(selected) {
            mixer.mix(&self.inputs, selected, self.tables);
        }
        self.last_selected = selected[0];
        let weights = self.last_weights[self.last_selected].map(i64::from);
        let sum: i64 =
            self.mixers.iter().zip(weights).map(|(mixer, weight)| i64::from(mixer.mixed) * weight).sum();
        let mixed = (sum >> 16).clamp(-2047, 2047) as i32;
        self.last_probability = self.tables.squash[(mixed + 2048) as usize];
        let word = hash(self.words[0], self.fields.path ^ last as u32) as usize;
        let contexts = [self.text() << 8 | self.partial, (word ^ (self.partial * 0x2f0b)) & 0xfff];
        let [first, second] = [0, 1].map(|at| self.corrections[at].corrected(mixed, contexts[at]));
        self.one = ((2 * self.last_probability + first + second) >> 2).clamp(16, 65_520) as u32;
    }

    /// Takes the bit that came.
    pub(super) fn update(&mut self, bit: usize) {
        self.learn(bit);
        self.partial = self.partial << 1 | bit;
        if self.partial >= 256 {
            self.push((self.partial & 255) as u8);
            self.byte_begins();
        } else if self.partial >= 16 && self.partial < 32 {
            self.store();
            self.locate();
        } else {
            self.node = self.node << 1 | bit;
        }
        self.predict();
    }

    fn learn(&mut self, bit: usize) {
        let tables = self.tables;
        for (map, slot) in self.maps.iter_mut().zip(&mut self.slots) {
            let history = &mut slot[self.node];
            learn(&mut map[usize::from(*history)], bit, 255, tables);
            *history = tables.next[usize::from(*history)][bit];
        }
        learn(&mut self.by_byte[self.cells[0]], bit, 255, tables);
        learn(&mut self.by_field[self.cells[1]], bit, 255, tables);
        if self.cells[2] != 0 {
            learn(&mut self.match_map[self.cells[2]], bit, 1023, tables);
        }
        if self.cells[3] != 0 {
            learn(&mut self.guess_map[self.cells[3]], bit, 255, tables);
        }
        let error = ((bit as i32) << 16) - self.last_probability;
        for (weight, mixer) in self.last_weights[self.last_selected].iter_mut().zip(&mut self.mixers) {
            *weight = weight.wrapping_add((mixer.mixed * (error >> 2)) >> 15);
            mixer.learn(&self.inputs, bit);
        }
        for correction in &mut self.corrections {
            correction.learn(bit);
        }
    }

    /// A byte is complete.
    fn push(&mut self, byte: u8) {
        let was_text = self.fields.kind() == Kind::Text;
        let at = self.read;
        if self.match_length > 0 {
            let hit = self.past_byte(self.match_at) == u32::from(byte);
            self.match_length = if hit { (self.match_length + 1).min(65_535) } else { 0 };
            self.match_at = self.match_at.wrapping_add(1);
        }
        self.past[at as usize % PAST] = byte;
        self.read = at.wrapping_add(1);
        self.fields.push(byte, at, self.guess);
        self.find_match();
        let begins = self.fields.text_begins;
        if begins {
            // A text often begins as the one before it: the subject repeats the first words.
            if self.last_text != 0 {
                (self.match_at, self.match_length) = (self.last_text, 1);
            }
            self.last_text = self.read;
            self.words = [0, self.fields.path, 0];
        } else if was_text {
            self.push_letter(byte);
        }
    }

    fn find_match(&mut self) {
        let key = (1..=MATCH_BYTES as u32).fold(0, |key, back| hash(key, self.byte_back(back)));
        // Position, and bits of the key that tell most wrong candidates without a look at the past.
        let check = key & !(PAST as u32 - 1);
        let found =
            std::mem::replace(&mut self.matches[key as usize % MATCHES], check | (self.read % PAST as u32));
        let candidate = found % PAST as u32;
        if self.match_length > 0 || candidate == 0 || found - candidate != check {
            return;
        }
        let same = |back: &u32| self.past_byte(candidate.wrapping_sub(*back)) == self.byte_back(*back);
        let length = (1..=32).take_while(same).count() as u32;
        if length >= MATCH_BYTES as u32 {
            (self.match_at, self.match_length) = (candidate, length);
        }
    }

    fn push_letter(&mut self, byte: u8) {
        if byte.is_ascii_alphabetic() || byte >= 128 {
            self.words[0] = hash(self.words[0], u32::from(byte.to_ascii_lowercase()) + 1);
        } else if self.words[0] != 0 {
            self.words = [0, self.words[0], self.words[1]];
        }
    }
}
