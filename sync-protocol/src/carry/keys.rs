//! The keys that files on a stick are sealed with: X25519, derived from the seed of a signing key, so that there is no
//! second secret to keep.

use std::fmt;

use age::x25519::{Identity, Recipient};
use bech32::{Bech32, Hrp};
use minicbor::{Decode, Encode};
use zeroize::Zeroizing;

use super::CarryError;

const SECRET: Hrp = Hrp::parse_unchecked("age-secret-key-");
const PUBLIC: Hrp = Hrp::parse_unchecked("age");

/// Opens what was sealed to its public part.
#[derive(Clone)]
pub struct SealingKey(Zeroizing<[u8; 32]>);

impl SealingKey {
    pub(crate) fn of_seed(seed: &[u8; 32]) -> Self {
        Self(Zeroizing::new(blake3::derive_key("guichet 2026 sealing", seed)))
    }

    /// What others seal to.
    ///
    /// # Panics
    /// Never: any 32 bytes are a key.
    pub fn recipient(&self) -> SealingRecipient {
        let text = self.for_age().expect("any 32 bytes are a key").to_public().to_string();
        let (_, bytes) = bech32::decode(&text).expect("it was just written");
        SealingRecipient(bytes.try_into().expect("a recipient has 32 bytes"))
    }

    /// age takes keys as text only.
    pub(super) fn for_age(&self) -> Result<Identity, CarryError> {
        let text =
            bech32::encode_upper::<Bech32>(SECRET, self.0.as_slice()).map_err(|_| CarryError::NoKey)?;
        Zeroizing::new(text).parse().map_err(|_| CarryError::NoKey)
    }
}

impl fmt::Debug for SealingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SealingKey(…)")
    }
}

/// What a file is sealed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct SealingRecipient(#[cbor(n(0), with = "minicbor::bytes")] pub [u8; 32]);

impl SealingRecipient {
    pub(super) fn for_age(&self) -> Result<Recipient, CarryError> {
        let text = bech32::encode::<Bech32>(PUBLIC, &self.0).map_err(|_| CarryError::NoKey)?;
        text.parse().map_err(|_| CarryError::NoKey)
    }

    /// As text, for a setting: 64 hexadecimal digits.
    pub fn to_hex(&self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Reads [`Self::to_hex`].
    pub fn from_hex(text: &str) -> Option<Self> {
        if text.len() != 64 || !text.is_ascii() {
            return None;
        }
        let mut bytes = [0; 32];
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[at * 2..at * 2 + 2], 16).ok()?;
        }
        Some(Self(bytes))
    }
}
