//! Codecs: negotiated, named by a number, and bounded on the way out.

/// The most that something packed alone may hold once it is unpacked, in bytes. What says otherwise is refused
/// before the memory is taken.
pub const MAX_BLOCK_BYTES: usize = 8 * 1024 * 1024;

/// How a block is packed. Numbers are for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Codec {
    /// As it is.
    Plain,
    /// Zstandard (RFC 8878): for lines on which time is dearer than bytes.
    Zstd,
    /// The text model, primed with the history that both ends hold: for lines on which bytes are dearer than time.
    Text,
}

impl Codec {
    /// Those that this version has, the one for fast lines first.
    pub const KNOWN: [Self; 3] = [Self::Zstd, Self::Text, Self::Plain];

    /// The number on the wire.
    pub fn number(self) -> u8 {
        match self {
            Self::Plain => 0,
            Self::Zstd => 1,
            Self::Text => 2,
        }
    }

    /// The codec of that number.
    ///
    /// # Errors
    /// When this version has none.
    pub fn from_number(number: u8) -> Result<Self, CodecError> {
        Self::KNOWN.into_iter().find(|codec| codec.number() == number).ok_or(CodecError::Unknown(number))
    }

    /// The first of those that the other side takes, in its order, that this version has; plain when there is none.
    pub fn choose(accepted: &[u8]) -> Self {
        accepted.iter().find_map(|&number| Self::from_number(number).ok()).unwrap_or(Self::Plain)
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
    /// More than a block may hold.
    #[error("the block is larger than a block may be")]
    TooLarge,
    /// The text model was primed with something else than what is here.
    #[error("the block was primed with another history")]
    Primer,
}

/// Packs something that stands alone, such as a profile, with Zstandard.
pub fn pack(whole: &[u8]) -> Vec<u8> {
    zstd::bulk::compress(whole, 9).expect("compressing into memory does not fail")
}

/// Unpacks something that stands alone.
///
/// # Errors
/// When it is damaged or holds more than [`MAX_BLOCK_BYTES`].
pub fn unpack(packed: &[u8]) -> Result<Vec<u8>, CodecError> {
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
        assert_eq!(unpack(&bomb), Err(CodecError::TooLarge));
    }

    #[test]
    fn the_other_side_says_which_codec_it_likes_best() {
        assert_eq!(Codec::choose(&[1, 0]), Codec::Zstd);
        assert_eq!(Codec::choose(&[2, 1]), Codec::Text);
        assert_eq!(Codec::choose(&[77, 0]), Codec::Plain);
        assert_eq!(Codec::choose(&[77]), Codec::Plain);
        assert_eq!(Codec::from_number(77), Err(CodecError::Unknown(77)));
    }

    proptest! {
        #[test]
        fn what_stands_alone_comes_back(whole in proptest::collection::vec(any::<u8>(), 0..5_000)) {
            prop_assert_eq!(unpack(&pack(&whole)), Ok(whole));
        }

        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = unpack(&bytes);
        }
    }
}
