//! The code that, together with the reference, lets a citizen follow a complaint.
//!
//! Eight characters of Crockford's alphabet (no I, L, O, U), shown as `K7PM-3XQT`: 40 bits, which is enough only
//! because whoever guesses is slowed down; the centre limits the tries.

use std::fmt;
use std::str::FromStr;

use crate::identity::ComplaintSeed;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// An access code. Printed whole only by [`fmt::Display`]; a debug print hides it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct AccessCode([u8; 8]);

impl AccessCode {
    /// The access code of the complaint that this seed begins.
    pub fn of(seed: &ComplaintSeed) -> Self {
        let bits = seed.derive("guichet 2026 access code");
        let mut code = [0; 8];
        for (place, byte) in code.iter_mut().zip(bits) {
            *place = ALPHABET[usize::from(byte % 32)];
        }
        Self(code)
    }

    /// Compares in a time that does not depend on where the two differ.
    pub fn matches(&self, other: &Self) -> bool {
        self.0.iter().zip(other.0).fold(0, |differences, (a, b)| differences | (a ^ b)) == 0
    }
}

impl fmt::Display for AccessCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, byte) in self.0.iter().enumerate() {
            if place == 4 {
                f.write_str("-")?;
            }
            write!(f, "{}", char::from(*byte))?;
        }
        Ok(())
    }
}

impl fmt::Debug for AccessCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccessCode(…)")
    }
}

impl FromStr for AccessCode {
    type Err = AccessCodeError;

    /// Reads a code as people type it: any case, hyphens and spaces anywhere, O for 0 and I or L for 1.
    fn from_str(text: &str) -> Result<Self, AccessCodeError> {
        let typed = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '.'));
        let mut code = [0; 8];
        let mut length = 0;
        for c in typed {
            let upper = match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let byte =
                u8::try_from(upper).ok().filter(|byte| ALPHABET.contains(byte)).ok_or(AccessCodeError)?;
            *code.get_mut(length).ok_or(AccessCodeError)? = byte;
            length += 1;
        }
        if length == 8 { Ok(Self(code)) } else { Err(AccessCodeError) }
    }
}

/// A text that is not an access code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an access code has eight letters and digits, for example K7PM-3XQT")]
pub struct AccessCodeError;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_read_as_people_type_it() {
        let code = AccessCode::of(&ComplaintSeed::from_random([3; 16]));
        let shown = code.to_string();
        assert_eq!(shown.len(), 9);
        for typed in [
            shown.clone(),
            shown.to_lowercase(),
            shown.replace('-', ""),
            shown.replace('0', "o").replace('1', "l"),
        ] {
            assert!(typed.parse::<AccessCode>().unwrap().matches(&code), "{typed}");
        }
    }

    #[test]
    fn another_seed_gives_another_code() {
        let code = |n: u8| AccessCode::of(&ComplaintSeed::from_random([n; 16])).to_string();
        assert_ne!(code(1), code(2));
    }

    #[test]
    fn what_is_not_a_code_is_refused() {
        for typed in ["", "K7PM", "K7PM-3XQTT", "K7PM-3XQU", "K7PM-3XQ*", "éééééééé"] {
            assert!(typed.parse::<AccessCode>().is_err(), "{typed}");
        }
    }
}
