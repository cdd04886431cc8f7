//! Arithmetic coding of single bits with probabilities of 16 bits (carryless, two bounds of 32 bits).

/// Makes the bytes of a frame.
pub(super) struct Encoder {
    bounds: Bounds,
    packed: Vec<u8>,
}

impl Encoder {
    pub(super) fn new() -> Self {
        Self { bounds: Bounds::ALL, packed: Vec::new() }
    }

    /// Takes a bit; `one` is the probability of a one, 1..65536.
    pub(super) fn put(&mut self, bit: usize, one: u32) {
        let middle = self.bounds.middle(one);
        self.bounds.narrow(bit, middle);
        while let Some(byte) = self.bounds.settled() {
            self.packed.push(byte);
        }
    }

    /// The whole frame.
    pub(super) fn end(mut self) -> Vec<u8> {
        let (last, count) = self.bounds.shortest();
        self.packed.extend_from_slice(&last[..count]);
        self.packed
    }
}

/// Reads the bytes of a frame.
pub(super) struct Decoder<'a> {
    bounds: Bounds,
    packed: &'a [u8],
    /// Bytes that have left the window of 32 bits.
    passed: usize,
    window: u32,
}

impl<'a> Decoder<'a> {
    pub(super) fn new(packed: &'a [u8]) -> Self {
        let window = (0..4).fold(0, |window, at| window << 8 | u32::from(byte_or_zero(packed, at)));
        Self { bounds: Bounds::ALL, packed, passed: 0, window }
    }

    /// The next bit; `one` is the probability of a one, 1..65536.
    pub(super) fn take(&mut self, one: u32) -> usize {
        let middle = self.bounds.middle(one);
        let bit = usize::from(self.window <= middle);
        self.bounds.narrow(bit, middle);
        while self.bounds.settled().is_some() {
            let next = byte_or_zero(self.packed, self.passed + 4);
            self.window = self.window << 8 | u32::from(next);
            self.passed += 1;
        }
        bit
    }

    /// Whether more was read than an encoder would have written by now.
    pub(super) fn overran(&self) -> bool {
        self.passed > self.packed.len()
    }

    /// Whether the frame ends as an encoder would have ended it.
    pub(super) fn ends_well(self) -> bool {
        let (last, count) = self.bounds.shortest();
        self.packed.get(self.passed..) == Some(&last[..count])
    }
}

fn byte_or_zero(packed: &[u8], at: usize) -> u8 {
    packed.get(at).copied().unwrap_or(0)
}

/// Everything that is still possible: `low..=high`.
struct Bounds {
    low: u32,
    high: u32,
}

impl Bounds {
    const ALL: Self = Self { low: 0, high: u32::MAX };

    /// The last value that means a one.
    fn middle(&self, one: u32) -> u32 {
        let range = u64::from(self.high - self.low);
        self.low + ((range * u64::from(one)) >> 16) as u32
    }

    fn narrow(&mut self, bit: usize, middle: u32) {
        if bit == 1 {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
    }

    /// Shifts out the first byte when both bounds agree on it.
    fn settled(&mut self) -> Option<u8> {
        if (self.low ^ self.high) >> 24 != 0 {
            return None;
        }
        let byte = (self.high >> 24) as u8;
        self.low <<= 8;
        self.high = self.high << 8 | 255;
        Some(byte)
    }

    /// The fewest bytes that, followed by zeros, lie within the bounds.
    fn shortest(&self) -> ([u8; 4], usize) {
        for count in 0..4 {
            let unit = 1u64 << (32 - 8 * count);
            let value = u64::from(self.low).div_ceil(unit) * unit;
            if value <= u64::from(self.high) {
                return ((value as u32).to_be_bytes(), count);
            }
        }
        (self.low.to_be_bytes(), 4)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_of_all_probabilities_come_back() {
        let mut state = 1u32;
        let mut draw = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 31, (state >> 9 & 0xffff).max(1))
        };
        let drawn: Vec<(u32, u32)> = (0..20_000).map(|_| draw()).collect();
        let mut encoder = Encoder::new();
        for &(bit, one) in &drawn {
            encoder.put(bit as usize, one);
        }
        let packed = encoder.end();
        let mut decoder = Decoder::new(&packed);
        for &(bit, one) in &drawn {
            assert_eq!(decoder.take(one), bit as usize);
        }
        assert!(decoder.ends_well());
    }

    #[test]
    fn an_empty_frame_is_no_bytes() {
        assert!(Encoder::new().end().is_empty());
        assert!(Decoder::new(&[]).ends_well());
        assert!(!Decoder::new(&[0]).ends_well());
    }
}
