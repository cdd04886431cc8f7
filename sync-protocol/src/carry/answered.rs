//! What an answer on a stick says of itself, signed by the centre: nobody vouches for the way that a stick took, and an
//! answer may be read long after others.

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use crate::chain::ChainHead;
use crate::documents::DocumentHeld;
use crate::feed::FeedHead;
use crate::ids::DeviceId;
use crate::keys::{DeviceKey, PublicKey};
use crate::sync::Outcome;
use crate::{ProtocolError, cose, decode_all, encode};

const CONTEXT: &str = "guichet carry 1";

/// Which request an answer belongs to, and what the centre had of the device's log then.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Answered {
    /// What came of it.
    #[n(0)]
    pub outcome: Outcome,
    /// Who asked.
    #[n(1)]
    pub device: DeviceId,
    /// The base of the request.
    #[n(2)]
    pub base: ChainHead,
    /// What the device had of the feed: the entries of the answer begin after it.
    #[n(3)]
    pub feed: FeedHead,
    /// What the centre has of the device's log.
    #[n(4)]
    pub acknowledged: ChainHead,
    /// How much the centre had of documents.
    #[n(5)]
    pub documents: Option<Vec<DocumentHeld>>,
}

impl Answered {
    /// The signed bytes.
    pub fn sign(&self, centre: &DeviceKey) -> ByteVec {
        cose::sign(CONTEXT, encode(self), centre).into()
    }

    /// Reads them, verified to be signed by that centre.
    ///
    /// # Errors
    /// [`ProtocolError`] when they are not.
    pub fn open(signed: &[u8], centre: &PublicKey) -> Result<Self, ProtocolError> {
        decode_all(&cose::open(CONTEXT, signed, centre)?)
    }
}
