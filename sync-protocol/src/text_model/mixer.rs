//! Mixing of predictions in the logistic domain, by weights that learn from each bit; and the probabilities that
//! learn beside it.

use super::tables::Tables;

/// Predictions that are mixed.
pub(super) const INPUTS: usize = 24;

/// Moves a probability (22 bits, above a count of 10 bits) towards a bit, the less the more it has seen.
pub(super) fn learn(cell: &mut u32, bit: usize, limit: u32, tables: &Tables) {
    let count = *cell & 1023;
    let p = (*cell >> 10) as i32;
    let target = if bit == 1 { 0x3f_ffff } else { 0 };
    let step = (i64::from((target - p) >> 3) * i64::from(tables.reciprocal[count as usize])) >> 13;
    let p = (p + step as i32).max(0) as u32;
    *cell = p << 10 | if count < limit { count + 1 } else { count };
}

/// A probability of [`learn`] in the logistic domain.
pub(super) fn stretched(cell: u32, tables: &Tables) -> i16 {
    tables.stretch[(cell >> 20) as usize]
}

/// Sets of weights, of which one is in use for each bit.
#[derive(Clone)]
pub(super) struct Mixer {
    sets: Vec<Set>,
    selected: usize,
    /// The last prediction: logistic, and as a probability in 1/65536.
    pub(super) mixed: i32,
    probability: i32,
}

/// Weights (2^26 is one) and how often they learned.
#[derive(Clone)]
struct Set {
    weights: [i32; INPUTS],
    learned: i32,
}

impl Mixer {
    pub(super) fn new(sets: usize, weights: [i32; INPUTS]) -> Self {
        Self { sets: vec![Set { weights, learned: 0 }; sets], selected: 0, mixed: 0, probability: 32_768 }
    }

    pub(super) fn mix(&mut self, inputs: &[i16; INPUTS], selected: usize, tables: &Tables) {
        self.selected = selected;
        let weights = &self.sets[selected].weights;
        let mut sum = 0i32;
        for (input, weight) in inputs.iter().zip(weights) {
            sum = sum.wrapping_add(i32::from(*input) * i32::from((weight >> 16) as i16));
        }
        self.mixed = (sum >> 10).clamp(-2047, 2047);
        self.probability = tables.squash[(self.mixed + 2048) as usize];
    }

    pub(super) fn learn(&mut self, inputs: &[i16; INPUTS], bit: usize) {
        let set = &mut self.sets[self.selected];
        // Quick at first, when there is everything to learn, steady later.
        let rate = 5 + 700 / (set.learned + 32);
        set.learned = (set.learned + 1).min(65_535);
        let error = ((((bit as i32) << 16) - self.probability) * rate) >> 6;
        let error = error.clamp(-32_768, 32_767) as i16;
        for (weight, input) in set.weights.iter_mut().zip(inputs) {
            *weight = weight.wrapping_add((i32::from(*input) * i32::from(error)) >> 3);
        }
    }
}

/// A last correction: what really came when this was predicted in this context.
#[derive(Clone)]
pub(super) struct Correction {
    /// 33 probabilities in 1/65536 for each context.
    cells: Vec<u16>,
    nearer: usize,
}

impl Correction {
    pub(super) fn new(contexts: usize, tables: &Tables) -> Self {
        let row = (0..33usize).map(|step| tables.squash[(step * 128).min(4095)] as u16);
        Self { cells: row.cycle().take(contexts * 33).collect(), nearer: 0 }
    }

    pub(super) fn corrected(&mut self, mixed: i32, context: usize) -> i32 {
        let (step, rest) = ((mixed + 2048) as usize >> 7, (mixed + 2048) & 127);
        let at = context * 33 + step;
        self.nearer = at + usize::from(rest >= 64);
        (i32::from(self.cells[at]) * (128 - rest) + i32::from(self.cells[at + 1]) * rest) >> 7
    }

    pub(super) fn learn(&mut self, bit: usize) {
        let cell = &mut self.cells[self.nearer];
        let target = if bit == 1 { 65_535 } else { 0 };
        *cell = (i32::from(*cell) + ((target - i32::from(*cell)) >> 6)) as u16;
    }
}
