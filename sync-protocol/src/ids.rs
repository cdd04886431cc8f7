//! Ids, sequences and hashes, each a type of its own.

use std::fmt;

use minicbor::{Decode, Encode};

macro_rules! number {
    ($(#[$meta:meta])* $name:ident($inner:ty)) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
        #[cbor(transparent)]
        pub struct $name(#[n(0)] pub $inner);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

number! {
    /// A device, as the centre numbered it at enrolment; a number is never given twice. The centre's own log of
    /// an office is a device too.
    DeviceId(u32)
}

number! {
    /// The place of an operation in its device's log, from 1. Zero stands for the beginning.
    Sequence(u64)
}

number! {
    /// How often a feed has been begun anew, which happens when the centre is restored from a backup.
    Epoch(u32)
}

number! {
    /// An office, by number.
    Office(u8)
}

impl Sequence {
    /// The one after it.
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

/// A BLAKE3 hash.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct Hash(#[cbor(n(0), with = "minicbor::bytes")] pub [u8; 32]);

/// The id of an operation is the hash that chains it into its device's log.
pub type OperationId = Hash;

impl Hash {
    /// The first four bytes in two groups, for people: `8F3A C21E`.
    pub fn short(&self) -> String {
        let [a, b, c, d, ..] = self.0;
        format!("{a:02X}{b:02X} {c:02X}{d:02X}")
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hash({})", self.short())
    }
}
