//! The key of a store: 32 random bytes, handed to SQLCipher raw, wiped when dropped, never printed.

use std::fmt;

use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// The key of a store, or of a copy of it.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct StoreKey {
    key: [u8; 32],
    /// The first bytes of a file that is made with it; none: SQLCipher draws them.
    salt: Option<[u8; 16]>,
}

impl StoreKey {
    /// Takes 32 bytes from a random source or a key store.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self { key: bytes, salt: None }
    }

    /// Takes 32 bytes that were derived with a salt. A file that is made with it begins with that salt, so that
    /// whoever knows what the key was derived from needs the file alone.
    pub fn derived(bytes: [u8; 32], salt: [u8; 16]) -> Self {
        Self { key: bytes, salt: Some(salt) }
    }

    /// The bytes, for a key store.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.key
    }

    /// What it was derived with, if it was derived.
    pub fn salt(&self) -> Option<[u8; 16]> {
        self.salt
    }

    /// SQLCipher's raw form, which skips its own derivation: the key is random already.
    pub(crate) fn pragma(&self) -> Zeroizing<String> {
        let mut hex = Zeroizing::new(String::with_capacity(100));
        hex.push_str("x'");
        for byte in self.key.iter().chain(self.salt.iter().flatten()) {
            use fmt::Write;
            let _ = write!(hex, "{byte:02x}");
        }
        hex.push('\'');
        hex
    }
}

impl fmt::Debug for StoreKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StoreKey(…)")
    }
}
