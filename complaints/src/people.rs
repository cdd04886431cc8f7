//! The people of an office: who may sign in. Their accounts are operations like all others, so that each computer
//! of the office knows them.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use minicbor::{Decode, Encode};

use crate::identity::ClerkId;
use crate::operation::{Body, Operation};

/// What a clerk may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum Role {
    /// Heads the office: also adds clerks.
    #[n(0)]
    Head,
    /// Works at the counter.
    #[n(1)]
    Clerk,
    /// Learns.
    #[n(2)]
    Trainee,
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Head => "head",
            Self::Clerk => "clerk",
            Self::Trainee => "trainee",
        })
    }
}

impl FromStr for Role {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        [Self::Head, Self::Clerk, Self::Trainee]
            .into_iter()
            .find(|role| role.to_string() == text)
            .ok_or_else(|| format!("“{text}” is none of head, clerk, trainee"))
    }
}

/// Argon2id over a PIN: with it a PIN can be checked, and not read.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
pub struct PinVerifier {
    /// Random.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub salt: [u8; 16],
    /// Memory in KiB.
    #[n(1)]
    pub memory_kib: u32,
    /// Passes.
    #[n(2)]
    pub passes: u32,
    /// Result.
    #[cbor(n(3), with = "minicbor::bytes")]
    pub hash: [u8; 32],
}

impl fmt::Debug for PinVerifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PinVerifier(…)")
    }
}

/// The operation that lets somebody sign in.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ClerkAdded {
    /// Drawn at random.
    #[n(0)]
    pub clerk: ClerkId,
    /// As it shall stand in the history.
    #[n(1)]
    pub name: String,
    /// What the clerk may do.
    #[n(2)]
    pub role: Role,
    /// For checking the PIN.
    #[n(3)]
    pub verifier: PinVerifier,
}

/// A clerk.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Clerk {
    /// As it stands in the history.
    #[n(0)]
    pub name: String,
    /// What the clerk may do.
    #[n(1)]
    pub role: Role,
    /// For checking the PIN.
    #[n(2)]
    pub verifier: PinVerifier,
}

/// Everyone of an office: the fold of the operations about the office itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct People(BTreeMap<ClerkId, Clerk>);

impl People {
    /// Takes one more operation into account. One that is not about people changes nothing.
    pub fn apply(&mut self, operation: &Operation) {
        if let Body::ClerkAdded(added) = &operation.body {
            let clerk =
                Clerk { name: added.name.clone(), role: added.role, verifier: added.verifier.clone() };
            // The first word stands: an id is drawn at random, so a second one is a replay.
            self.0.entry(added.clerk).or_insert(clerk);
        }
    }

    /// All of them, in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = (&ClerkId, &Clerk)> {
        self.0.iter()
    }

    /// One of them.
    pub fn get(&self, id: ClerkId) -> Option<&Clerk> {
        self.0.get(&id)
    }

    /// Deterministic bytes, for comparing two ends.
    pub fn to_bytes(&self) -> Vec<u8> {
        minicbor::to_vec(&self.0).expect("a vector takes every byte")
    }
}
