//! Compression of blocks: negotiated, named by a number, and bounded on the way out.

/// The most that a block may hold once it is unpacked, in bytes. A block that says otherwise is refused before
/// the memory is taken.
pub const MAX_BLOCK_BYTES: usize = 8 * 1024 * 1024;

/// How a block is packed. Numbers are for ever; a text model primed with the shared history is to be number 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Codec {
    /// As it is.
    Plain,
    /// Zstandard (RFC 8878).
    Zstd,
}

impl Codec {
    /// Those that this version has, the preferred one first.
    pub const KNOWN: [Self; 2] = [Self::Zstd, Self::Plain];

    /// The number on the wire.
    pub fn number(self) -> u8 {
        match self {
            Self::Plain => 0,
            Self::Zstd => 1,
        }
    }

    /// The codec of that number.
    ///
    /// # Errors
    /// When this version has none.
    pub fn from_number(number: u8) -> Result<Self, CodecError> {
        Self::KNOWN.into_iter().find(|codec| codec.number() == number).ok_or(CodecError::Unknown(number))
    }

    /// The preferred one among those that the other side takes; plain when there is none.
    pub fn choose(accepted: &[u8]) -> Self {
        Self::KNOWN.into_iter().find(|codec| accepted.contains(&codec.number())).unwrap_or(Self::Plain)
    }
}

/// A block that cannot be unpacked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodecError {
    /// This version has no codec of that number.
    #[error("codec {0} is not known here")]
    Unknown(u8),
    /// Damaged.
    #[error("the compressed block is damaged")]
    Damaged,
    /// More than [`MAX_BLOCK_BYTES`].
    #[error("the block is larger than {MAX_BLOCK_BYTES} bytes")]
    TooLarge,
}

/// Packs a block.
pub fn pack(codec: Codec, block: &[u8]) -> Vec<u8> {
    match codec {
        Codec::Plain => block.to_vec(),
        Codec::Zstd => zstd::bulk::compress(block, 9).expect("compressing into memory does not fail"),
    }
}

/// Unpacks a block.
///
/// # Errors
/// When it is damaged or holds more than [`MAX_BLOCK_BYTES`].
pub fn unpack(codec: Codec, packed: &[u8]) -> Result<Vec<u8>, CodecError> {
    match codec {
        Codec::Plain if packed.len() > MAX_BLOCK_BYTES => Err(CodecError::TooLarge),
        Codec::Plain => Ok(packed.to_vec()),
        Codec::Zstd => unpack_zstd(packed),
    }
}

fn unpack_zstd(packed: &[u8]) -> Result<Vec<u8>, CodecError> {
    let stated = zstd::zstd_safe::get_frame_content_size(packed).map_err(|_| CodecError::Damaged)?;
    let stated = stated.ok_or(CodecError::Damaged)?;
    let size =
        usize::try_from(stated).ok().filter(|&size| size <= MAX_BLOCK_BYTES).ok_or(CodecError::TooLarge)?;
    zstd::bulk::decompress(packed, size).map_err(|_| CodecError::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_bomb_is_refused_before_it_takes_memory() {
        let bomb = zstd::bulk::compress(&vec![0; MAX_BLOCK_BYTES + 1], 3).unwrap();
        assert!(bomb.len() < 10_000);
        assert_eq!(unpack(Codec::Zstd, &bomb), Err(CodecError::TooLarge));
    }

    #[test]
    fn the_best_common_codec_is_taken() {
        assert_eq!(Codec::choose(&[0, 1]), Codec::Zstd);
        assert_eq!(Codec::choose(&[0, 77]), Codec::Plain);
        assert_eq!(Codec::choose(&[77]), Codec::Plain);
        assert_eq!(Codec::from_number(77), Err(CodecError::Unknown(77)));
    }

    proptest! {
        #[test]
        fn a_block_comes_back(block in proptest::collection::vec(any::<u8>(), 0..5_000)) {
            for codec in Codec::KNOWN {
                prop_assert_eq!(unpack(codec, &pack(codec, &block)), Ok(block.clone()));
            }
        }

        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = unpack(Codec::Zstd, &bytes);
        }
    }
}
