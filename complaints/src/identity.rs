//! The ids of the domain, each a type of its own.

use std::fmt;
use std::str::FromStr;

use minicbor::{Decode, Encode};
use zeroize::Zeroize;

/// Sixteen secret bytes from which a complaint's id and its access code derive.
///
/// Only the registering operation carries it, so a redaction that removes that operation's payload removes the
/// one secret from which the access code could be made again.
#[derive(Clone, PartialEq, Eq, Encode, Decode, Zeroize)]
#[cbor(transparent)]
pub struct ComplaintSeed(#[cbor(n(0), with = "minicbor::bytes")] [u8; 16]);

impl ComplaintSeed {
    /// Takes sixteen bytes that nobody can guess: drawn from a secret, or from the operating system's random source.
    pub fn from_random(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The id of the complaint that this seed begins.
    pub fn complaint_id(&self) -> ComplaintId {
        let mut id = [0; 16];
        id.copy_from_slice(&blake3::derive_key("guichet 2026 complaint id", &self.0)[..16]);
        ComplaintId(id)
    }

    pub(crate) fn derive(&self, context: &str) -> [u8; 32] {
        blake3::derive_key(context, &self.0)
    }
}

impl fmt::Debug for ComplaintSeed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ComplaintSeed(…)")
    }
}

/// The id of a complaint, the same everywhere and for ever. Shown as 32 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct ComplaintId(#[cbor(n(0), with = "minicbor::bytes")] [u8; 16]);

/// The id of a clerk, drawn at random when the clerk is added. Shown as 16 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct ClerkId(#[cbor(n(0), with = "minicbor::bytes")] [u8; 8]);

macro_rules! hex_id {
    ($name:ident, $length:literal) => {
        impl $name {
            /// Wraps bytes that come from a store or a random source.
            pub fn from_bytes(bytes: [u8; $length]) -> Self {
                Self(bytes)
            }

            /// The bytes themselves.
            pub fn as_bytes(&self) -> &[u8; $length] {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::identity::IdError;

            fn from_str(text: &str) -> Result<Self, $crate::identity::IdError> {
                let mut bytes = [0; $length];
                if text.len() != $length * 2 || !text.is_ascii() {
                    return Err($crate::identity::IdError);
                }
                for (i, byte) in bytes.iter_mut().enumerate() {
                    *byte = u8::from_str_radix(&text[i * 2..i * 2 + 2], 16)
                        .map_err(|_| $crate::identity::IdError)?;
                }
                Ok(Self(bytes))
            }
        }
    };
}

pub(crate) use hex_id;

hex_id!(ComplaintId, 16);
hex_id!(ClerkId, 8);

/// A text that is not an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not an id")]
pub struct IdError;

/// The code of an office: two digits, `01` to `99`, as it stands at the beginning of each of its references.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct OfficeCode(#[n(0)] u8);

impl OfficeCode {
    /// An office by number.
    ///
    /// # Errors
    /// When the number is not between 1 and 99.
    pub fn new(number: u8) -> Result<Self, OfficeCodeError> {
        if (1..=99).contains(&number) { Ok(Self(number)) } else { Err(OfficeCodeError) }
    }

    /// The number, 1 to 99.
    pub fn number(self) -> u8 {
        self.0
    }
}

impl fmt::Display for OfficeCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}", self.0)
    }
}

impl fmt::Debug for OfficeCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OfficeCode({self})")
    }
}

impl FromStr for OfficeCode {
    type Err = OfficeCodeError;

    fn from_str(text: &str) -> Result<Self, OfficeCodeError> {
        let digits = text.trim();
        if digits.is_empty() || digits.len() > 2 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(OfficeCodeError);
        }
        Self::new(digits.parse().map_err(|_| OfficeCodeError)?)
    }
}

/// A text or number that is not an office code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an office code is two digits between 01 and 99")]
pub struct OfficeCodeError;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_what_it_shows() {
        let id = ComplaintSeed::from_random([7; 16]).complaint_id();
        assert_eq!(id.to_string().parse(), Ok(id));
        assert!("zz".repeat(16).parse::<ComplaintId>().is_err());
    }

    #[test]
    fn an_office_code_has_two_digits() {
        assert_eq!(OfficeCode::new(7).unwrap().to_string(), "07");
        assert_eq!("7".parse::<OfficeCode>(), OfficeCode::new(7));
        for wrong in ["", "0", "00", "100", "-1", "a", "1 2"] {
            assert!(wrong.parse::<OfficeCode>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_seed_never_prints_itself() {
        assert_eq!(format!("{:?}", ComplaintSeed::from_random([9; 16])), "ComplaintSeed(…)");
    }
}
