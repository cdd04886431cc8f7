//! The seal of a receipt: a signed payload as the text of a QR code, so that a receipt can be checked without a line.
//!
//! ```text
//! GC1:…  =  "GC1:" + Base45( COSE_Sign1( payload, key of the computer that printed it ) )
//! ```
//! What the payload says is not known here. The header names the key by its mark, because ids of devices can be given
//! away again; whose key it is, whoever checks has to know. The authority is `docs/receipts.md`.

use std::fmt;

use crate::keys::{DeviceKey, KeyMark, PublicKey};
use crate::{ProtocolError, base45, cose};

const CONTEXT: &str = "guichet receipt 1";
const PREFIX: &str = "GC1:";
/// The longest text that is looked at, in bytes. A receipt's has less than 250.
const LONGEST: usize = 600;

/// The seal of a receipt as it was read: not verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptSeal(Vec<u8>);

impl ReceiptSeal {
    /// Seals a payload.
    pub fn sign(payload: Vec<u8>, key: &DeviceKey) -> Self {
        Self(cose::sign_named(CONTEXT, payload, key))
    }

    /// Reads it as a scanner types it: in any case, between white space.
    ///
    /// # Errors
    /// [`ReceiptSealError`].
    pub fn from_text(typed: &str) -> Result<Self, ReceiptSealError> {
        if typed.len() > LONGEST {
            return Err(ReceiptSealError::NotOne);
        }
        // A space belongs to Base45, but it never stands at the end: its place there would be worth more than two bytes.
        let text = typed.trim().to_ascii_uppercase();
        let text = text.strip_prefix(PREFIX).ok_or(ReceiptSealError::NotOne)?;
        let seal = base45::decode(text).map(Self).ok_or(ReceiptSealError::Damaged)?;
        if seal.signer().is_ok() && seal.claimed().is_ok() {
            Ok(seal)
        } else {
            Err(ReceiptSealError::Damaged)
        }
    }

    /// The bytes of the COSE message.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The mark of the key that it says to be signed with.
    ///
    /// # Errors
    /// [`ProtocolError::Malformed`].
    pub fn signer(&self) -> Result<KeyMark, ProtocolError> {
        cose::signer(&self.0)
    }

    /// The payload, not verified: for telling what a receipt claims whose signer is not known.
    ///
    /// # Errors
    /// [`ProtocolError::Malformed`].
    pub fn claimed(&self) -> Result<Vec<u8>, ProtocolError> {
        cose::peek(&self.0)
    }

    /// The payload, verified.
    ///
    /// # Errors
    /// [`ProtocolError`].
    pub fn open(&self, key: &PublicKey) -> Result<Vec<u8>, ProtocolError> {
        cose::open(CONTEXT, &self.0, key)
    }
}

impl fmt::Display for ReceiptSeal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}{}", base45::encode(&self.0))
    }
}

/// Why a text is not the seal of a receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptSealError {
    /// It does not begin like one, or is far too long.
    #[error("this is not the square code of a receipt: its text begins with GC1:")]
    NotOne,
    /// It begins like one, and some of it was misread or is missing.
    #[error(
        "the square code was not read whole; scan it again, and see that the scanner types what it reads"
    )]
    Damaged,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key() -> DeviceKey {
        DeviceKey::from_seed(&[1; 32])
    }

    #[test]
    fn it_is_read_as_a_scanner_types_it() {
        let seal = ReceiptSeal::sign(vec![0xa0], &key());
        let text = seal.to_string();
        for typed in [text.clone(), format!("  {text}\r\n"), text.to_ascii_lowercase()] {
            assert_eq!(ReceiptSeal::from_text(&typed), Ok(seal.clone()), "{typed}");
        }
        assert_eq!(seal.signer(), Ok(key().public().mark()));
        assert_eq!(seal.open(&key().public()), Ok(vec![0xa0]));
    }

    #[test]
    fn no_text_ends_in_a_space_that_a_field_could_drop() {
        for n in 0..=u16::MAX {
            assert!(!base45::encode(&n.to_be_bytes()).ends_with(' '));
        }
        assert!((0..=u8::MAX).all(|n| !base45::encode(&[n]).ends_with(' ')));
    }

    #[test]
    fn another_key_did_not_sign_it_and_its_mark_is_another_one() {
        let other = DeviceKey::from_seed(&[2; 32]).public();
        assert_ne!(other.mark(), key().public().mark());
        let seal = ReceiptSeal::sign(vec![0xa0], &key());
        assert_eq!(seal.open(&other), Err(ProtocolError::Signature));
    }

    #[test]
    fn what_is_none_is_refused() {
        let text = ReceiptSeal::sign(vec![0xa0], &key()).to_string();
        for typed in ["", "GC1", "HC1:NCF", "12-2-00417-51", &"GC1:A".repeat(200)] {
            assert_eq!(ReceiptSeal::from_text(typed), Err(ReceiptSealError::NotOne), "{typed}");
        }
        for typed in
            ["GC1:", "GC1:BB8", &text[..text.len() - 7], &text.replace(':', ";").replacen(';', ":", 1)[..9]]
        {
            assert_eq!(ReceiptSeal::from_text(typed), Err(ReceiptSealError::Damaged), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn a_character_that_was_misread_never_opens_as_something_else(
            payload in proptest::collection::vec(any::<u8>(), 1..90),
            at: prop::sample::Index,
            with in "[0-9A-Z $%*+./:-]",
        ) {
            let seal = ReceiptSeal::sign(payload.clone(), &key());
            let mut text = seal.to_string();
            let at = PREFIX.len() + at.index(text.len() - PREFIX.len());
            text.replace_range(at..=at, &with);
            if let Ok(read) = ReceiptSeal::from_text(&text)
                && let Ok(opened) = read.open(&key().public())
            {
                prop_assert_eq!(opened, payload);
            }
        }

        #[test]
        fn no_text_makes_it_panic(typed in "(GC1:)?.{0,300}") {
            let _ = ReceiptSeal::from_text(&typed);
        }
    }
}
