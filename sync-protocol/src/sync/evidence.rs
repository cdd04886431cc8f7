//! What a device signs in an exchange, and what the centre keeps of it: a signature that covers a span of the
//! device's log, to be checked again at any time.

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use crate::chain::ChainHead;
use crate::ids::Hash;
use crate::keys::{DeviceKey, PublicKey};
use crate::{ProtocolError, cose, decode_all, encode};

const CONTEXT: &str = "guichet sync 1";

/// The payload of a signature: the bytes of the hello, the hashes that it only hints at, and the span of the log that
/// a batch covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    pub(super) hello: Vec<u8>,
    pub(super) base: Hash,
    pub(super) feed: Hash,
    pub(super) span: Option<(ChainHead, ChainHead)>,
}

/// A statement as it is signed.
#[derive(Encode, Decode)]
struct Signed(
    #[n(0)] ByteVec,
    #[n(1)] Hash,
    #[n(2)] Hash,
    #[n(3)] Option<ChainHead>,
    #[n(4)] Option<ChainHead>,
);

impl Statement {
    fn payload(&self) -> Vec<u8> {
        let (from, to) = self.span.unzip();
        encode(&Signed(self.hello.clone().into(), self.base, self.feed, from, to))
    }

    pub(super) fn sign(&self, key: &DeviceKey) -> Vec<u8> {
        cose::sign_detached(CONTEXT, &self.payload(), key)
    }

    pub(super) fn verify(&self, signature: &[u8], key: &PublicKey) -> Result<(), ProtocolError> {
        cose::open(CONTEXT, &cose::attach(self.payload(), signature.to_vec()), key).map(drop)
    }

    pub(super) fn attach(&self, signature: Vec<u8>) -> Vec<u8> {
        cose::attach(self.payload(), signature)
    }
}

/// A kept signature over a span of a device's log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evidence {
    /// Where the span begins: the head before its first operation.
    pub from: ChainHead,
    /// Where it ends.
    pub to: ChainHead,
}

impl Evidence {
    /// Reads kept evidence and checks its signature.
    ///
    /// # Errors
    /// [`ProtocolError`] when it is none, or not that device's.
    pub fn open(kept: &[u8], key: &PublicKey) -> Result<Self, ProtocolError> {
        let signed: Signed = decode_all(&cose::open(CONTEXT, kept, key)?)?;
        match (signed.3, signed.4) {
            (Some(from), Some(to)) => Ok(Self { from, to }),
            _ => Err(ProtocolError::Malformed("the signature covers no operations".to_owned())),
        }
    }
}
