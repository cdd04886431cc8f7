//! What is done with a complaint after it was registered, beyond passing on and answering: telling the citizen,
//! handing over, escalating, linking, rating, and taking a deed back. Keys are for ever, as in `bodies`.

use std::fmt;
use std::str::FromStr;

use minicbor::{Decode, Encode};

use super::bodies::worded;
use super::{ContactWay, Operation};
use crate::identity::{ComplaintId, OfficeCode};
use crate::reference::Reference;

/// Eight bytes that name one step of a complaint's story, the same at both ends: the first bytes of a BLAKE3 of the
/// operation, in a context of its own. Shown as 16 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct StepMark(#[cbor(n(0), with = "minicbor::bytes")] [u8; 8]);

crate::identity::hex_id!(StepMark, 8);

impl StepMark {
    /// The mark of that operation.
    pub fn of(operation: &Operation) -> Self {
        Self::over(&operation.to_bytes())
    }

    /// The mark of the operation with those bytes.
    pub(crate) fn over(operation: &[u8]) -> Self {
        let mut mark = [0; 8];
        mark.copy_from_slice(&blake3::derive_key("guichet 2026 step of a story", operation)[..8]);
        Self(mark)
    }
}

worded! {
    /// What came of trying to tell the citizen.
    Reach {
        /// The citizen was told, or the letter or message was sent off.
        Reached = 0, "reached";
        /// Nobody answered.
        NotReached = 1, "not_reached";
    }
}

/// The citizen was told, or somebody tried to.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Tell {
    /// The steps that the citizen was told about, sorted. What came in meanwhile is not among them, and is still
    /// to be told.
    #[n(0)]
    pub steps: Vec<StepMark>,
    /// How.
    #[n(1)]
    pub way: ContactWay,
    /// What came of it.
    #[n(2)]
    pub reach: Reach,
    /// A remark, or none.
    #[n(3)]
    pub text: Option<String>,
}

/// What the citizen thinks of how the matter was dealt with.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Rate {
    /// From 1, not at all content, to 5, entirely content.
    #[n(0)]
    pub stars: u8,
    /// In the citizen's words, or none.
    #[n(1)]
    pub text: Option<String>,
}

/// Another office holds the complaint from now on.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct HandOver {
    /// Which one.
    #[n(0)]
    pub to: OfficeCode,
    /// A remark, or none.
    #[n(1)]
    pub text: Option<String>,
}

/// The matter is brought before somebody above those who deal with it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Escalate {
    /// Code of an institution; none: the unit at the centre.
    #[n(0)]
    pub to: Option<String>,
    /// Why.
    #[n(1)]
    pub text: String,
}

worded! {
    /// How two complaints belong together.
    Relation {
        /// They are about the same matter.
        Same = 0, "same";
        /// They have to do with each other.
        Related = 1, "related";
        /// This one continues the other, which is finished.
        Continues = 2, "continues";
        /// The other one was a part of this one, or this one of the other, until they were split.
        Part = 3, "part";
    }
}

/// This complaint belongs together with another one.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Link {
    /// The other one.
    #[n(0)]
    pub other: ComplaintId,
    /// Its reference, so that it can be named where it is not known.
    #[n(1)]
    pub reference: Reference,
    /// How.
    #[n(2)]
    pub relation: Relation,
}

/// Somebody of the unit or of the institution that holds it deals with it from now on.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Assign {
    /// Who; none: nobody in particular.
    #[n(0)]
    pub to: Option<Assignee>,
}

/// Somebody who works at the centre or at an institution.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Assignee {
    /// The id that the centre gave.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub agent: [u8; 8],
    /// As it stands in the history.
    #[n(1)]
    pub name: String,
}

/// How it is to be treated, as the unit at the centre sees it. Each says how it stands from now on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Triage {
    /// It goes before all others.
    #[n(0)]
    pub urgent: bool,
    /// It tells of health, violence or a child: only who deals with it sees it.
    #[n(1)]
    pub restricted: bool,
}

/// It is dealt with together with another one, which is the same matter. Both keep their stories.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Merge {
    /// The other one.
    #[n(0)]
    pub into: ComplaintId,
    /// Its reference.
    #[n(1)]
    pub reference: Reference,
}

/// A deed is taken back by whoever did it. It stays in the story and counts no longer.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Retract {
    /// Which one.
    #[n(0)]
    pub step: StepMark,
}

worded! {
    /// In which capacity somebody did something who is neither of an office nor of an institution.
    Capacity {
        /// The person who complains, on the portal.
        Citizen = 0, "citizen";
        /// Nobody: the centre did it by a rule.
        Automatic = 1, "automatic";
    }
}

worded! {
    /// Who may know who complains.
    Discretion {
        /// Everybody who deals with the matter.
        Open = 0, "open";
        /// Only the office and the unit at the centre: institutions are not told the name.
        Confidential = 1, "confidential";
        /// Nobody: no name was asked for.
        Anonymous = 2, "anonymous";
    }
}

/// Somebody who complains for the citizen.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Representative {
    /// As a person is called.
    #[n(0)]
    pub name: String,
    /// Telephone, as in [`super::Citizen::phone`].
    #[n(1)]
    pub phone: Option<String>,
    /// What they are to the citizen (daughter, neighbour, lawyer), as typed.
    #[n(2)]
    pub relation: Option<String>,
}

/// A point on the map (WGS 84).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct Point {
    /// Latitude in millionths of a degree, north positive.
    #[n(0)]
    pub latitude_e6: i32,
    /// Longitude in millionths of a degree, east positive.
    #[n(1)]
    pub longitude_e6: i32,
}
