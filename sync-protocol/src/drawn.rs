//! Sixteen bytes that look random and need not travel. A device that needs such bytes within a payload draws them from
//! the salt of the operation and from the rest of the payload; whoever has the salts puts them back.
//!
//! ```text
//! key    = BLAKE3-derive-key("guichet 2026 drawn bytes", salt(sequence))
//! drawn  = the first 16 bytes of BLAKE3-keyed(key, payload with 16 zeros in their place)
//! travels: the payload with one byte f7 for the 17 bytes 50 ‖ drawn, tagged 6
//! ```
//! Another payload at the same sequence draws other bytes: a restored computer never begins two matters with the same
//! ones. They go when the salt is forgotten.

use minicbor::bytes::{ByteSlice, ByteVec};
use minicbor::data::{Tag, Type};
use minicbor::{Decode, Decoder, Encode, Encoder};

use crate::ProtocolError;
use crate::ids::Sequence;
use crate::salt::SaltTree;

/// How many bytes are drawn.
const DRAWN: usize = 16;
/// The CBOR head of a byte string of [`DRAWN`] bytes.
const HEAD: u8 = 0x50;
/// What stands in its place: CBOR's “undefined”, which no payload of ours holds otherwise.
const HOLE: u8 = 0xf7;
/// The tag of a payload with a hole.
const WITH_HOLE: u64 = 6;
/// They stand near the beginning, or travel.
const SEARCHED_BYTES: usize = 256;

/// Draws the bytes of a payload that has zeros in their place.
pub fn draw(salts: &SaltTree, sequence: Sequence, payload_with_zeros: &[u8]) -> [u8; DRAWN] {
    draw_with(&key(salts, sequence), payload_with_zeros)
}

fn key(salts: &SaltTree, sequence: Sequence) -> [u8; 32] {
    blake3::derive_key("guichet 2026 drawn bytes", &salts.salt(sequence))
}

fn draw_with(key: &[u8; 32], payload_with_zeros: &[u8]) -> [u8; DRAWN] {
    let mut drawn = [0; DRAWN];
    drawn.copy_from_slice(&blake3::keyed_hash(key, payload_with_zeros).as_bytes()[..DRAWN]);
    drawn
}

/// A payload as it travels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Travelling {
    /// As it is.
    Whole(Vec<u8>),
    /// Without the bytes that were drawn.
    WithHole(Vec<u8>),
}

impl Travelling {
    /// Leaves out of a payload what can be put back.
    pub(crate) fn of(salts: &SaltTree, sequence: Sequence, payload: &[u8]) -> Self {
        let heads = (0..payload.len().min(SEARCHED_BYTES)).filter(|&at| payload[at] == HEAD);
        let heads = heads.filter(|&at| at + 1 + DRAWN <= payload.len());
        let heads: Vec<usize> = heads.take_while(|&at| !payload[..at].contains(&HOLE)).collect();
        if heads.is_empty() {
            return Self::Whole(payload.to_vec());
        }
        let key = key(salts, sequence);
        let mut zeroed = payload.to_vec();
        for at in heads {
            let place = at + 1..at + 1 + DRAWN;
            zeroed[place.clone()].fill(0);
            if draw_with(&key, &zeroed) == payload[place.clone()] {
                let mut rest = payload[..at].to_vec();
                rest.push(HOLE);
                rest.extend_from_slice(&payload[place.end..]);
                return Self::WithHole(rest);
            }
            zeroed[place.clone()].copy_from_slice(&payload[place]);
        }
        Self::Whole(payload.to_vec())
    }

    /// The payload.
    ///
    /// # Errors
    /// [`ProtocolError::Malformed`] when the hole is missing.
    pub(crate) fn whole(self, salts: &SaltTree, sequence: Sequence) -> Result<Vec<u8>, ProtocolError> {
        let rest = match self {
            Self::Whole(payload) => return Ok(payload),
            Self::WithHole(rest) => rest,
        };
        let at = rest.iter().position(|&byte| byte == HOLE);
        let at = at.ok_or_else(|| ProtocolError::Malformed("nothing is left out here".to_owned()))?;
        let mut payload = Vec::with_capacity(rest.len() + DRAWN);
        payload.extend_from_slice(&rest[..at]);
        payload.push(HEAD);
        payload.extend_from_slice(&[0; DRAWN]);
        payload.extend_from_slice(&rest[at + 1..]);
        let drawn = draw(salts, sequence, &payload);
        payload[at + 1..at + 1 + DRAWN].copy_from_slice(&drawn);
        Ok(payload)
    }
}

impl<C> Encode<C> for Travelling {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut Encoder<W>,
        ctx: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        let bytes = match self {
            Self::Whole(bytes) => bytes,
            Self::WithHole(bytes) => {
                e.tag(Tag::new(WITH_HOLE))?;
                bytes
            }
        };
        e.encode_with(<&ByteSlice>::from(bytes.as_slice()), ctx)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Travelling {
    fn decode(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Self, minicbor::decode::Error> {
        if d.datatype()? != Type::Tag {
            return d.decode_with::<C, ByteVec>(ctx).map(|bytes| Self::Whole(bytes.into()));
        }
        if d.tag()? != Tag::new(WITH_HOLE) {
            return Err(minicbor::decode::Error::message("a payload with an unknown tag"));
        }
        d.decode_with::<C, ByteVec>(ctx).map(|bytes| Self::WithHole(bytes.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: Sequence = Sequence(9);

    fn salts() -> SaltTree {
        SaltTree::from_root([3; 32])
    }

    /// A payload that holds sixteen bytes drawn for it, behind others of the same head.
    fn payload(words: &[u8]) -> Vec<u8> {
        let mut payload = [&[HEAD][..], &[1; DRAWN], &[0xa1, HEAD], &[0; DRAWN], words].concat();
        let drawn = draw(&salts(), AT, &payload);
        payload[19..19 + DRAWN].copy_from_slice(&drawn);
        payload
    }

    #[test]
    fn drawn_bytes_do_not_travel_and_come_back() {
        let payload = payload(b"Pena dilo, P");
        let travelling = Travelling::of(&salts(), AT, &payload);
        let Travelling::WithHole(rest) = &travelling else { panic!("all of it travels") };
        assert_eq!(rest.len(), payload.len() - DRAWN);
        let read: Travelling = minicbor::decode(&crate::encode(&travelling)).unwrap();
        assert_eq!(read.whole(&salts(), AT), Ok(payload));
    }

    #[test]
    fn what_was_not_drawn_here_travels_whole() {
        let payload = payload(b"Pena dilo");
        let other = SaltTree::from_root([4; 32]);
        for (salts, sequence) in [(&other, AT), (&salts(), AT.next())] {
            let travelling = Travelling::of(salts, sequence, &payload);
            assert_eq!(travelling, Travelling::Whole(payload.clone()));
            assert_eq!(travelling.whole(salts, sequence), Ok(payload.clone()));
        }
        let with_a_hole = [&[HOLE][..], &payload].concat();
        assert!(matches!(Travelling::of(&salts(), AT, &with_a_hole), Travelling::Whole(_)));
        assert_eq!(Travelling::of(&salts(), AT, &[HEAD; 16]), Travelling::Whole(vec![HEAD; 16]));
    }

    #[test]
    fn another_payload_at_the_same_place_draws_other_bytes() {
        assert_ne!(draw(&salts(), AT, b"one matter"), draw(&salts(), AT, b"another"));
        assert_ne!(draw(&salts(), AT, b"one matter"), draw(&salts(), AT.next(), b"one matter"));
    }

    #[test]
    fn a_hole_that_is_missing_and_an_unknown_tag_are_refused() {
        assert!(Travelling::WithHole(b"nothing".to_vec()).whole(&salts(), AT).is_err());
        assert!(minicbor::decode::<Travelling>(&[0xc7, 0x41, 0x00]).is_err());
    }
}
