//! Requests and answers are sequences of frames (RFC 8742): one CBOR item each, complete in itself, so that what has
//! crossed before a cut counts.

use minicbor::Decoder;

use crate::ProtocolError;

/// How many packed bytes a frame aims at: what a cut may cost.
pub const FRAME_BYTES: usize = 8 * 1024;

/// The most that one frame may have, in bytes: a block that does not compress, and what stands around it.
pub const MAX_FRAME_BYTES: usize = 1024 * 1024 + 64 * 1024;

/// The most operations or entries that one frame may hold: each takes memory of its own, however small it is.
pub const MAX_FRAME_ITEMS: usize = 16 * 1024;

/// Whether a block, an array of operations or entries, says that it holds no more than a frame may.
pub(crate) fn few_enough(block: &[u8]) -> Result<(), ProtocolError> {
    match Decoder::new(block).array()? {
        Some(items) if items <= MAX_FRAME_ITEMS as u64 => Ok(()),
        _ => Err(ProtocolError::Malformed("a frame holds too many items".to_owned())),
    }
}

/// Bytes as they come, from which whole frames are taken.
#[derive(Debug, Default)]
pub struct FrameBuffer {
    bytes: Vec<u8>,
    begin: usize,
}

impl FrameBuffer {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes what came.
    pub fn push(&mut self, bytes: &[u8]) {
        if self.begin > 0 && self.begin * 2 >= self.bytes.len() {
            self.bytes.drain(..self.begin);
            self.begin = 0;
        }
        self.bytes.extend_from_slice(bytes);
    }

    /// The next frame that is whole; none while bytes are missing.
    ///
    /// # Errors
    /// [`ProtocolError::Malformed`] when what came is not CBOR, or a frame is larger than [`MAX_FRAME_BYTES`].
    pub fn next_frame(&mut self) -> Result<Option<Vec<u8>>, ProtocolError> {
        let waiting = &self.bytes[self.begin..];
        if waiting.is_empty() {
            return Ok(None);
        }
        let mut decoder = Decoder::new(waiting);
        match decoder.skip() {
            Ok(()) if decoder.position() <= MAX_FRAME_BYTES => {
                let frame = waiting[..decoder.position()].to_vec();
                self.begin += frame.len();
                Ok(Some(frame))
            }
            Err(error) if error.is_end_of_input() && waiting.len() <= MAX_FRAME_BYTES => Ok(None),
            Err(error) if !error.is_end_of_input() => Err(error.into()),
            _ => Err(ProtocolError::Malformed("a frame is too large".to_owned())),
        }
    }

    /// Whether the bytes end within a frame.
    pub fn is_within_a_frame(&self) -> bool {
        self.begin < self.bytes.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encode;
    use proptest::prelude::*;

    #[test]
    fn frames_come_out_whole_however_the_bytes_arrive() {
        let frames: Vec<Vec<u8>> = vec![encode(&(1_u8, "one")), encode(&[0_u8; 3]), encode(&(2_u8, "two"))];
        let bytes = frames.concat();
        for step in 1..=bytes.len() {
            let mut buffer = FrameBuffer::new();
            let mut found = Vec::new();
            for chunk in bytes.chunks(step) {
                buffer.push(chunk);
                while let Some(frame) = buffer.next_frame().unwrap() {
                    found.push(frame);
                }
            }
            assert_eq!(found, frames);
            assert!(!buffer.is_within_a_frame());
        }
    }

    #[test]
    fn a_frame_that_does_not_end_is_refused_before_it_takes_memory() {
        let mut buffer = FrameBuffer::new();
        buffer.push(&[0x5a, 0xff, 0xff, 0xff, 0xff]);
        assert_eq!(buffer.next_frame(), Ok(None));
        buffer.push(&vec![0; MAX_FRAME_BYTES]);
        assert!(buffer.next_frame().is_err());
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let mut buffer = FrameBuffer::new();
            buffer.push(&bytes);
            while let Ok(Some(_)) = buffer.next_frame() {}
        }
    }
}
