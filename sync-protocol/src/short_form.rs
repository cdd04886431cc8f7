//! The short form of an operation, for paper and telephone: its place in its device's log and the first 60 bits of
//! its id, with check digits.
//!
//! `417-K7PM-3XQT-9AB2-51`: operation 417 of its device; twelve characters of Crockford's alphabet (no I, L, O, U);
//! two check digits over all before them, ISO 7064 MOD 97-10 as in references. Sixty bits are for comparing
//! with an operation that signature, chain and daily root hold already; the check digits tell a misread character
//! from an operation that is not there.

use std::fmt;
use std::str::FromStr;

use crate::ids::{OperationId, Sequence};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CHARACTERS: usize = 12;

/// The short form of an operation. Parsing checks the check digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShortForm {
    sequence: Sequence,
    characters: [u8; CHARACTERS],
}

impl ShortForm {
    /// The short form of that operation.
    pub fn of(sequence: Sequence, id: &OperationId) -> Self {
        let bits = id.0[..8].iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
        let mut characters = [0; CHARACTERS];
        for (at, character) in (1..).zip(&mut characters) {
            *character = ALPHABET[(bits >> (64 - 5 * at) & 31) as usize];
        }
        Self { sequence, characters }
    }

    /// Its place in its device's log.
    pub fn sequence(&self) -> Sequence {
        self.sequence
    }

    /// Whether it is the short form of that operation.
    pub fn matches(&self, sequence: Sequence, id: &OperationId) -> bool {
        *self == Self::of(sequence, id)
    }

    fn body(&self) -> String {
        format!("{}{}", self.sequence, text(&self.characters))
    }
}

fn text(characters: &[u8]) -> &str {
    std::str::from_utf8(characters).expect("the alphabet is ASCII")
}

impl fmt::Display for ShortForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.sequence)?;
        for group in self.characters.chunks(4) {
            write!(f, "-{}", text(group))?;
        }
        write!(f, "-{:02}", check_digits(&self.body()))
    }
}

/// Why a text is not a short form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ShortFormError {
    /// It has not the form of one.
    #[error("the register’s line of a receipt looks like 417-K7PM-3XQT-9AB2-51")]
    Shape,
    /// Its check digits do not fit: something was misread or swapped.
    #[error("one character of the register’s line is wrong; read it again")]
    Check,
}

impl FromStr for ShortForm {
    type Err = ShortFormError;

    /// Reads it as people type it: any case, spaces or hyphens between its parts, O for 0 and I or L for 1. Only the
    /// first hyphen or space, which ends the sequence, is needed.
    fn from_str(typed: &str) -> Result<Self, ShortFormError> {
        let is_separator = |c: char| c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–' | '.');
        let typed = typed.trim();
        let (sequence, rest) = typed.split_once(is_separator).ok_or(ShortFormError::Shape)?;
        let plain = !sequence.is_empty() && sequence.bytes().all(|byte| byte.is_ascii_digit());
        if !plain || sequence.starts_with('0') {
            return Err(ShortFormError::Shape);
        }
        let sequence = Sequence(sequence.parse().map_err(|_| ShortFormError::Shape)?);
        let read = |c: char| match c.to_ascii_uppercase() {
            'O' => Some(b'0'),
            'I' | 'L' => Some(b'1'),
            other => u8::try_from(other).ok().filter(|byte| ALPHABET.contains(byte)),
        };
        let rest: Option<Vec<u8>> = rest.chars().filter(|c| !is_separator(*c)).map(read).collect();
        let rest = rest.filter(|rest| rest.len() == CHARACTERS + 2).ok_or(ShortFormError::Shape)?;
        let (characters, check) = rest.split_at(CHARACTERS);
        let form = Self { sequence, characters: characters.try_into().map_err(|_| ShortFormError::Shape)? };
        let fits = format!("{:02}", check_digits(&form.body())).as_bytes() == check;
        if fits { Ok(form) } else { Err(ShortFormError::Check) }
    }
}

/// The two check digits of ISO 7064 MOD 97-10 over a text in which every character stands as two digits, 00 to 31:
/// of one width for digits and letters, so that each misread character and each swap of neighbours is found.
fn check_digits(body: &str) -> u32 {
    let place =
        |byte: u8| ALPHABET.iter().zip(0..).find_map(|(known, place)| (*known == byte).then_some(place));
    let sum = body.bytes().filter_map(place).fold(0_u32, |sum, place| (sum * 100 + place) % 97);
    98 - sum * 100 % 97
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Hash;
    use proptest::prelude::*;

    fn id() -> Hash {
        Hash(*blake3::hash(b"an operation").as_bytes())
    }

    #[test]
    fn it_is_read_as_people_say_and_type_it() {
        let form = ShortForm::of(Sequence(417), &id());
        let shown = form.to_string();
        assert_eq!((shown.len(), shown.split('-').count()), (3 + 3 * 5 + 3, 5));
        let swapped = shown.replace('0', "o").replace('1', "l");
        for typed in [shown.clone(), shown.to_lowercase(), shown.replace('-', " ")] {
            assert_eq!(typed.parse(), Ok(form), "{typed}");
        }
        let (_, rest) = swapped.split_once('-').unwrap();
        assert_eq!(format!("417 {rest}").parse(), Ok(form));
        assert_eq!(shown.replacen('-', " ", 1).replace('-', "").parse(), Ok(form));
        assert!(form.matches(Sequence(417), &id()));
        assert!(!form.matches(Sequence(418), &id()));
        assert!(!form.matches(Sequence(417), &Hash([0; 32])));
    }

    #[test]
    fn what_is_none_is_refused() {
        let shown = ShortForm::of(Sequence(417), &id()).to_string();
        let longer = format!("{shown}1");
        for typed in [
            "",
            "417",
            "417-",
            "0417-K7PM-3XQT-9AB2-51",
            "K7PM-3XQT-9AB2-51",
            "417-UUUU-UUUU-UUUU-51",
            &longer,
        ] {
            assert_eq!(typed.parse::<ShortForm>(), Err(ShortFormError::Shape), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn every_operation_has_one_that_reads_back(sequence in 1..u64::MAX, id: [u8; 32]) {
            let form = ShortForm::of(Sequence(sequence), &Hash(id));
            prop_assert_eq!(form.to_string().parse(), Ok(form));
        }

        #[test]
        fn a_character_that_was_misread_is_found(sequence in 1..1_000_000_u64, id: [u8; 32], at: prop::sample::Index, with in 0..32_usize) {
            let shown = ShortForm::of(Sequence(sequence), &Hash(id)).to_string();
            let places: Vec<usize> = shown.match_indices(|c| c != '-').map(|(at, _)| at).collect();
            let at = places[at.index(places.len())];
            let mut misread = shown.clone().into_bytes();
            misread[at] = ALPHABET[with];
            let misread = String::from_utf8(misread).unwrap();
            prop_assert!(misread == shown || misread.parse::<ShortForm>().is_err(), "{} for {}", misread, shown);
        }

        #[test]
        fn no_text_makes_it_panic(typed in ".{0,40}") {
            let _ = typed.parse::<ShortForm>();
        }
    }
}
