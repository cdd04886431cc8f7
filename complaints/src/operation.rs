//! Operations: what somebody did, signed and kept for ever. Their encoding is deterministic CBOR with integer
//! keys; `docs/operations.cddl` describes it. A kind that this version does not know is kept as it came.

mod bodies;
mod casework;
mod corrections;
mod documents;
mod wire;

pub use bodies::{
    Answer, ChangeStatus, Channel, Citizen, ContactWay, Kind, Note, Register, Route, Status, Withdraw,
};
pub use casework::{
    Assign, Assignee, Capacity, Discretion, Escalate, HandOver, Link, Merge, Point, Rate, Reach, Relation,
    Representative, Retract, StepMark, Tell, Triage,
};
pub use corrections::{ChooseValue, CorrectField, Field, ValueMark};
pub use documents::{AttachDocument, DocumentId, RequestDocument};

use minicbor::{Decode, Encode};

use crate::identity::{ClerkId, ComplaintId};
use crate::moment::Moment;
use crate::people::{ClerkAdded, ClerkChanged, ClerkDisabled};

/// Who did it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Author {
    /// The name as it stands in the history.
    #[n(0)]
    pub name: String,
    /// The clerk's id, when somebody of an office did it; eight zeros for an administrator without account.
    #[n(1)]
    pub clerk: Option<ClerkId>,
    /// The code of the institution for which the author acts; none for an office's own people.
    #[n(2)]
    pub institution: Option<String>,
    /// In which other capacity; none for people of an office, an institution or the unit at the centre.
    #[n(3)]
    pub capacity: Option<Capacity>,
}

/// One operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// The complaint that it is about; none when it is about the office itself. For a registration it derives
    /// from the seed and is not written.
    pub subject: Option<ComplaintId>,
    /// Who did it.
    pub author: Author,
    /// When, by that person's clock.
    pub at: Moment,
    /// What was done.
    pub body: Body,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// A complaint was registered. Boxed, being ten times the size of the others.
    Register(Box<Register>),
    /// It was passed on to an institution.
    Route(Route),
    /// Its status changed.
    ChangeStatus(ChangeStatus),
    /// The citizen got an answer.
    Answer(Answer),
    /// A note was written.
    Note(Note),
    /// The citizen withdrew it.
    Withdraw(Withdraw),
    /// One field of the registration was corrected.
    CorrectField(CorrectField),
    /// Somebody chose between values that were written at once.
    ChooseValue(ChooseValue),
    /// A document was added.
    AttachDocument(AttachDocument),
    /// The citizen was asked for a document.
    RequestDocument(RequestDocument),
    /// The citizen was told, or somebody tried to.
    Tell(Tell),
    /// The citizen said how content they are.
    Rate(Rate),
    /// Another office holds it from now on.
    HandOver(HandOver),
    /// It was brought before somebody above.
    Escalate(Escalate),
    /// It belongs together with another complaint.
    Link(Link),
    /// A deed was taken back.
    Retract(Retract),
    /// Somebody in particular deals with it.
    Assign(Assign),
    /// The unit at the centre says how it is to be treated.
    Triage(Triage),
    /// It is dealt with together with another one.
    Merge(Merge),
    /// Somebody may sign in at the office from now on.
    ClerkAdded(ClerkAdded),
    /// Somebody may do so no longer.
    ClerkDisabled(ClerkDisabled),
    /// Somebody has another task or another PIN from now on.
    ClerkChanged(ClerkChanged),
    /// A kind of a newer version: stored, relayed, and folded after the upgrade.
    Unknown {
        /// Its number.
        kind: u16,
        /// Its body, as it came.
        raw: Vec<u8>,
    },
}

impl Operation {
    /// The operation as the bytes that are hashed and signed.
    pub fn to_bytes(&self) -> Vec<u8> {
        wire::to_bytes(self)
    }

    /// Reads an operation. Fields and kinds of a newer version are no error.
    ///
    /// # Errors
    /// When the bytes are not one whole operation.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, OperationError> {
        wire::from_bytes(bytes)
    }
}

impl Body {
    /// The number of the kind on the wire.
    pub fn kind(&self) -> u16 {
        match self {
            Self::Register(_) => 1,
            Self::Route(_) => 2,
            Self::ChangeStatus(_) => 3,
            Self::Answer(_) => 4,
            Self::Note(_) => 5,
            Self::Withdraw(_) => 6,
            Self::CorrectField(_) => 7,
            Self::ChooseValue(_) => 8,
            Self::AttachDocument(_) => 9,
            Self::RequestDocument(_) => 10,
            Self::Tell(_) => 11,
            Self::Rate(_) => 12,
            Self::HandOver(_) => 13,
            Self::Escalate(_) => 14,
            Self::Link(_) => 15,
            Self::Retract(_) => 16,
            Self::Assign(_) => 17,
            Self::Triage(_) => 18,
            Self::Merge(_) => 19,
            Self::ClerkAdded(_) => 64,
            Self::ClerkDisabled(_) => 65,
            Self::ClerkChanged(_) => 66,
            Self::Unknown { kind, .. } => *kind,
        }
    }
}

/// Bytes that are not an operation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("these bytes are not an operation: {0}")]
pub struct OperationError(pub(crate) String);
