//! Blocks: what a frame carries, packed. A packer belongs to one direction of one exchange and learns as it goes, so
//! that a later frame profits from the earlier ones; yet each block can be unpacked as soon as its bytes are there.

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use zstd::stream::raw::{CParameter, DParameter, Decoder, Encoder, InBuffer, Operation, OutBuffer};

use crate::codec::{Codec, CodecError};
use crate::primer::Primer;
use crate::text_model::{Damaged, TextModel};

/// The most that a block may hold once it is unpacked, in bytes.
pub const MAX_FRAME_BLOCK_BYTES: usize = 1024 * 1024;

/// The most that a block of the text model may hold, in bytes: unpacking it costs a second of a processor at most, for
/// bytes whose signature can only be checked afterwards.
const MAX_TEXT_BLOCK_BYTES: usize = 320 * 1024;

/// The level of Zstandard for lines on which time is dearer than bytes.
const ZSTD_LEVEL: i32 = 3;

/// The level for what is packed once and sent to many.
const ZSTD_THOROUGH_LEVEL: i32 = 19;

/// The window that Zstandard may use, as a power of two: 8 MiB.
const ZSTD_WINDOW_LOG: u32 = 23;

/// A packed block: how, how large it is once unpacked, its bytes, and with the text model the first four bytes of
/// the primer's BLAKE3 in the first block of a direction.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Block {
    #[n(0)]
    pub(crate) codec: u8,
    #[n(1)]
    pub(crate) size: u32,
    #[n(2)]
    pub(crate) bytes: ByteVec,
    #[n(3)]
    pub(crate) primer: Option<ByteVec>,
}

impl Block {
    /// The codec's number.
    pub fn codec(&self) -> u8 {
        self.codec
    }

    /// How many packed bytes it has.
    pub fn packed_len(&self) -> usize {
        self.bytes.len()
    }

    /// How many bytes it says that it holds.
    pub fn unpacked_len(&self) -> usize {
        self.size as usize
    }
}

/// Packs the blocks of one direction of an exchange.
pub struct Packer(Packing);

enum Packing {
    Plain,
    Zstd(Encoder<'static>),
    Text { model: Box<TextModel>, check: Option<[u8; 4]> },
}

impl Packer {
    /// Packs with a codec; the text model has read nothing before.
    pub fn new(codec: Codec) -> Self {
        match codec {
            Codec::Plain => Self(Packing::Plain),
            Codec::Zstd => {
                Self(Packing::Zstd(Encoder::new(ZSTD_LEVEL).expect("the level is one that Zstandard has")))
            }
            Codec::Text => Self::primed(Primer::new()),
        }
    }

    /// Packs with Zstandard as well as it can, for what is packed once and sent to many.
    pub(crate) fn thorough() -> Self {
        let mut encoder = Encoder::new(ZSTD_THOROUGH_LEVEL).expect("the level is one that Zstandard has");
        encoder
            .set_parameter(CParameter::WindowLog(ZSTD_WINDOW_LOG))
            .expect("the window is one that Zstandard has");
        Self(Packing::Zstd(encoder))
    }

    /// Packs with the text model, primed with what both ends hold of the feed.
    pub fn primed(primer: Primer) -> Self {
        let check = Some(primer.check());
        Self(Packing::Text { model: primer.into_model(), check })
    }

    /// Packs the next block.
    pub fn pack(&mut self, block: &[u8]) -> Block {
        let size = u32::try_from(block.len()).expect("blocks are smaller than 4 GiB");
        match &mut self.0 {
            Packing::Plain => {
                Block { codec: Codec::Plain.number(), size, bytes: block.to_vec().into(), primer: None }
            }
            Packing::Zstd(encoder) => {
                let bytes = pack_zstd(encoder, block);
                Block { codec: Codec::Zstd.number(), size, bytes: bytes.into(), primer: None }
            }
            Packing::Text { model, check } => Block {
                codec: Codec::Text.number(),
                size,
                bytes: model.pack(block).into(),
                primer: check.take().map(|check| check.to_vec().into()),
            },
        }
    }
}

impl std::fmt::Debug for Packer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Packer(…)")
    }
}

/// Unpacks the blocks of one direction of an exchange, in the order in which they were packed.
#[derive(Default)]
pub struct Unpacker {
    zstd: Option<Decoder<'static>>,
    text: Option<Box<TextModel>>,
    primer: Option<Primer>,
}

impl Unpacker {
    /// An unpacker that was given no primer: a block of the text model is then refused.
    pub fn new() -> Self {
        Self::default()
    }

    /// An unpacker for blocks of the text model as well.
    pub fn with_primer(primer: Primer) -> Self {
        Self { primer: Some(primer), ..Self::default() }
    }

    /// Unpacks the next block.
    ///
    /// # Errors
    /// When it is damaged, larger than [`MAX_FRAME_BLOCK_BYTES`], or primed with something else.
    pub fn unpack(&mut self, block: &Block) -> Result<Vec<u8>, CodecError> {
        let size = block.unpacked_len();
        if size > MAX_FRAME_BLOCK_BYTES {
            return Err(CodecError::TooLarge);
        }
        match Codec::from_number(block.codec)? {
            Codec::Plain if block.bytes.len() == size => Ok(block.bytes.to_vec()),
            Codec::Plain => Err(CodecError::Damaged),
            Codec::Zstd => unpack_zstd(self.zstd_decoder()?, &block.bytes, size),
            Codec::Text if size > MAX_TEXT_BLOCK_BYTES => Err(CodecError::TooLarge),
            Codec::Text => {
                let model = self.text_model(block)?;
                model.unpack(&block.bytes, size).map_err(|Damaged| CodecError::Damaged)
            }
        }
    }

    fn zstd_decoder(&mut self) -> Result<&mut Decoder<'static>, CodecError> {
        if self.zstd.is_none() {
            let mut decoder = Decoder::new().map_err(|_| CodecError::Damaged)?;
            decoder
                .set_parameter(DParameter::WindowLogMax(ZSTD_WINDOW_LOG))
                .map_err(|_| CodecError::Damaged)?;
            self.zstd = Some(decoder);
        }
        self.zstd.as_mut().ok_or(CodecError::Damaged)
    }

    fn text_model(&mut self, block: &Block) -> Result<&mut TextModel, CodecError> {
        if self.text.is_none() {
            let said = block.primer.as_ref().map(|check| check.as_slice());
            let fits = |primer: &mut Primer| said == Some(primer.check().as_slice());
            let primer = self.primer.take_if(fits).ok_or(CodecError::Primer)?;
            self.text = Some(primer.into_model());
        }
        self.text.as_deref_mut().ok_or(CodecError::Primer)
    }
}

impl std::fmt::Debug for Unpacker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Unpacker(…)")
    }
}

fn pack_zstd(encoder: &mut Encoder<'static>, block: &[u8]) -> Vec<u8> {
    // What Zstandard may need at most, and room for the frame's own header.
    let mut packed = vec![0; zstd::zstd_safe::compress_bound(block.len()) + 64];
    let mut written = 0;
    let mut input = InBuffer::around(block);
    while input.pos() < block.len() {
        let mut output = OutBuffer::around_pos(packed.as_mut_slice(), written);
        encoder.run(&mut input, &mut output).expect("compressing into memory does not fail");
        written = output.pos();
    }
    loop {
        let mut output = OutBuffer::around_pos(packed.as_mut_slice(), written);
        let left = encoder.flush(&mut output).expect("compressing into memory does not fail");
        written = output.pos();
        if left == 0 {
            break;
        }
        packed.resize(packed.len() + left, 0);
    }
    packed.truncate(written);
    packed
}

fn unpack_zstd(decoder: &mut Decoder<'static>, packed: &[u8], size: usize) -> Result<Vec<u8>, CodecError> {
    // One byte more than is due, so that a block that holds more is noticed.
    let mut block = vec![0; size + 1];
    let mut written = 0;
    let mut input = InBuffer::around(packed);
    loop {
        let before = (input.pos(), written);
        let mut output = OutBuffer::around_pos(block.as_mut_slice(), written);
        decoder.run(&mut input, &mut output).map_err(|_| CodecError::Damaged)?;
        written = output.pos();
        if written > size || (input.pos(), written) == before {
            break;
        }
    }
    if written != size || input.pos() != packed.len() {
        return Err(CodecError::Damaged);
    }
    block.truncate(size);
    Ok(block)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn primer(payload: &[u8]) -> Primer {
        let mut primer = Primer::new();
        primer.read(payload);
        primer
    }

    fn through(codec: Codec, blocks: &[Vec<u8>]) -> Vec<usize> {
        let mut packer = match codec {
            Codec::Text => Packer::primed(primer(b"what both ends hold")),
            codec => Packer::new(codec),
        };
        let mut unpacker = Unpacker::with_primer(primer(b"what both ends hold"));
        blocks
            .iter()
            .map(|block| {
                let packed = packer.pack(block);
                assert_eq!(unpacker.unpack(&packed).as_ref(), Ok(block));
                packed.packed_len()
            })
            .collect()
    }

    #[test]
    fn a_later_block_profits_from_the_earlier_ones() {
        let block: Vec<u8> =
            (0..2_000_u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()).collect();
        for codec in [Codec::Zstd, Codec::Text] {
            let sizes = through(codec, &[block.clone(), block.clone()]);
            assert!(sizes[1] * 4 < sizes[0], "{codec:?}: {sizes:?}");
        }
    }

    #[test]
    fn a_bomb_is_refused_before_it_takes_memory() {
        let mut bomb = Packer::new(Codec::Zstd).pack(&vec![0; MAX_FRAME_BLOCK_BYTES]);
        bomb.size = u32::try_from(MAX_FRAME_BLOCK_BYTES + 1).unwrap();
        assert_eq!(Unpacker::new().unpack(&bomb), Err(CodecError::TooLarge));
        bomb.size = 10;
        assert_eq!(Unpacker::new().unpack(&bomb), Err(CodecError::Damaged));
    }

    #[test]
    fn a_primer_that_differs_is_noticed_before_anything_is_unpacked() {
        let block = Packer::primed(primer(b"ours")).pack(b"something");
        assert_eq!(Unpacker::with_primer(primer(b"ourz")).unpack(&block), Err(CodecError::Primer));
        assert_eq!(Unpacker::new().unpack(&block), Err(CodecError::Primer));
        assert_eq!(Unpacker::with_primer(primer(b"ours")).unpack(&block), Ok(b"something".to_vec()));
    }

    proptest! {
        #[test]
        fn blocks_come_back(blocks in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..900), 1..4)) {
            for codec in Codec::KNOWN {
                through(codec, &blocks);
            }
        }

        #[test]
        fn no_bytes_make_it_panic(codec in 0_u8..4, size in 0_u32..70_000, bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let mut unpacker = Unpacker::with_primer(primer(b"primer"));
            let primer = Some(primer(b"primer").check().to_vec().into());
            let _ = unpacker.unpack(&Block { codec, size, bytes: bytes.into(), primer });
        }
    }
}
