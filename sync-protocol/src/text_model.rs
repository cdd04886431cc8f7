//! The text codec: a model of text and records that both ends of a line build up from the same bytes, and that says
//! how likely each next bit is. The format is docs/codec.md; what is negotiated and what is signed belongs elsewhere.

mod arithmetic;
mod fields;
mod mixer;
mod predictor;
mod tables;

use arithmetic::{Decoder, Encoder};
use predictor::Predictor;

/// The packed frame is not one that [`TextModel::pack`] makes in this state. Throw the model away: it has read what the
/// other side never wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Damaged;

/// A model that has read some bytes, and packs or unpacks what follows them. It takes 20 MiB, whatever it reads, and
/// remembers what it read: it is as secret as the store.
#[derive(Clone)]
pub struct TextModel {
    predictor: Predictor,
}

impl TextModel {
    /// A model that has read the primer: payloads as CBOR byte strings, oldest first; it may be empty.
    pub fn primed(primer: &[u8]) -> Self {
        let mut predictor = Predictor::new();
        predictor.begin();
        let mut model = Self { predictor };
        model.read(primer);
        model
    }

    /// Reads more of the primer. Only before the first frame.
    pub fn read(&mut self, primer: &[u8]) {
        for bit in primer.iter().copied().flat_map(bits) {
            self.predictor.update(bit);
        }
    }

    /// Packs a block into a frame of its own; the model has read the block then.
    pub fn pack(&mut self, block: &[u8]) -> Vec<u8> {
        let predictor = &mut self.predictor;
        predictor.begin();
        let mut encoder = Encoder::new();
        for bit in block.iter().copied().flat_map(bits) {
            encoder.put(bit, predictor.one);
            predictor.update(bit);
        }
        encoder.end()
    }

    /// Unpacks a frame of a block of `size` bytes, which the caller bounds; the model has read the block then.
    ///
    /// # Errors
    /// When it is not a frame that [`Self::pack`] made in the same state. Some damage gives wrong bytes instead: that
    /// is for a signature to find.
    pub fn unpack(&mut self, packed: &[u8], size: usize) -> Result<Vec<u8>, Damaged> {
        let predictor = &mut self.predictor;
        predictor.begin();
        let mut decoder = Decoder::new(packed);
        // Grows as bytes come: a large size that is a lie costs nothing.
        let mut block = Vec::new();
        for _ in 0..size {
            let byte = (0..8).fold(0, |byte, _| {
                let bit = decoder.take(predictor.one);
                predictor.update(bit);
                byte << 1 | bit as u8
            });
            block.push(byte);
            if decoder.overran() {
                return Err(Damaged);
            }
        }
        if decoder.ends_well() { Ok(block) } else { Err(Damaged) }
    }
}

impl std::fmt::Debug for TextModel {
    /// Without what it has read.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("TextModel").finish_non_exhaustive()
    }
}

/// The bits of a byte, the highest first.
fn bits(byte: u8) -> impl Iterator<Item = usize> {
    (0..8).rev().map(move |place| usize::from(byte >> place & 1))
}

/// Mixes two numbers into one that looks random.
fn hash(a: u32, b: u32) -> u32 {
    let x = a.wrapping_mul(0x9E37_79B1) ^ b.wrapping_mul(0x85EB_CA6B).rotate_left(13);
    let x = (x ^ x >> 15).wrapping_mul(0xC2B2_AE35);
    x ^ x >> 13
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Records as they cross the line: an array of byte strings with CBOR maps in them.
    fn block(from: u8) -> Vec<u8> {
        let record = |number: u8| {
            let text =
                format!("Nou pena dilo dan lari {number} depi trwa zour, the tap is dry since Monday.");
            let mut record = vec![0xa3, 0x00, 0x18, 100 + number, 0x01, 0x50];
            record.extend(
                (0..16u8).map(|place| number.wrapping_mul(37).wrapping_add(place.wrapping_mul(place * 11))),
            );
            record.extend([0x02, 0x78, text.len() as u8]);
            record.extend(text.bytes());
            record
        };
        let mut block = vec![0x84];
        for record in (from..from + 4).map(record) {
            block.extend([0x58, record.len() as u8]);
            block.extend(record);
        }
        block
    }

    #[test]
    fn frames_profit_from_the_frames_before_and_come_back() {
        let primer = block(0)[1..].to_vec();
        let mut sender = TextModel::primed(&primer);
        let mut receiver = TextModel::primed(&primer);
        let mut sizes = Vec::new();
        for from in [4, 8, 12, 4] {
            let packed = sender.pack(&block(from));
            assert_eq!(receiver.unpack(&packed, block(from).len()), Ok(block(from)));
            sizes.push(packed.len());
        }
        assert!(sizes[2] < sizes[0] && sizes[0] < TextModel::primed(&[]).pack(&block(4)).len(), "{sizes:?}");
        assert!(sizes[3] < 16, "what is known already costs {} bytes", sizes[3]);
    }

    #[test]
    fn the_format_never_changes() {
        let mut model = TextModel::primed(&block(0)[1..]);
        let packed =
            [model.pack(&block(4)), model.pack(&block(8)), model.pack(b""), model.pack(b"{\"a\": 1}")];
        let lengths = packed.each_ref().map(Vec::len);
        let digest = blake3::hash(&packed.concat()).to_hex();
        assert_eq!(
            (lengths, digest.as_str()),
            (LENGTHS, DIGEST),
            "an old packed frame would no longer be read"
        );
    }

    const LENGTHS: [usize; 4] = [85, 77, 0, 9];
    const DIGEST: &str = "cf61d29b155d985e05f04c2b033c12f15ca93949065a985fb1cc7356fcc77998";

    #[test]
    fn a_frame_that_was_cut_or_grew_is_refused() {
        let model = TextModel::primed(&[]);
        let packed = model.clone().pack(&block(0));
        for length in 0..packed.len() {
            assert_ne!(model.clone().unpack(&packed[..length], block(0).len()), Ok(block(0)));
        }
        let grown = [&packed[..], &[7]].concat();
        assert_eq!(model.clone().unpack(&grown, block(0).len()), Err(Damaged));
    }

    #[test]
    fn a_size_that_is_a_lie_ends_soon() {
        assert_eq!(TextModel::primed(&[]).unpack(&[1, 2, 3], 8 << 20), Err(Damaged));
    }

    #[test]
    fn nothing_that_was_read_is_printed() {
        assert_eq!(format!("{:?}", TextModel::primed(b"Secret")), "TextModel { .. }");
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

        #[test]
        fn any_blocks_come_back_and_a_clone_equals_a_model_primed_anew(
            primer in proptest::collection::vec(any::<u8>(), 0..400),
            blocks in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..300), 1..4),
        ) {
            let mut sender = TextModel::primed(&primer);
            let mut receiver = sender.clone();
            let mut anew = TextModel::primed(&primer);
            for block in blocks {
                let packed = sender.pack(&block);
                prop_assert_eq!(&anew.pack(&block), &packed);
                prop_assert!(packed.len() <= block.len() * 2 + 4);
                prop_assert_eq!(receiver.unpack(&packed, block.len()), Ok(block));
            }
        }

        #[test]
        fn no_bytes_make_it_panic(
            primer in proptest::collection::vec(any::<u8>(), 0..200),
            packed in proptest::collection::vec(any::<u8>(), 0..200),
            size in 0usize..2_000,
        ) {
            let mut model = TextModel::primed(&primer);
            let _ = model.unpack(&packed, size);
            let _ = model.pack(&packed);
        }
    }
}
