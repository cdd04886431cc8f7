//! The domain, pure: what a complaint is, which operations exist, how they fold into a state, references,
//! identity numbers, deadlines, and the profile of a deployment.
//!
//! No I/O, no clock, no randomness, no async: whatever is needed from outside is handed in. Both ends run this
//! very code, which is why a desk and the centre arrive at the same state byte for byte.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod access_code;
mod calendar;
mod complaint;
mod deadline;
mod discretion;
mod due;
mod edition;
mod fields;
mod fold_digest;
mod identity;
mod likeness;
mod moment;
mod nic;
mod operation;
mod people;
mod point;
pub mod profile;
mod receipt;
mod reference;
mod report;
mod retraction;
mod rules;
mod telephone;
mod telling;
mod text;

pub use access_code::{AccessCode, AccessCodeError};
pub use calendar::Calendar;
pub use complaint::{Complaint, DocumentRecord, FoldError, StepRecord, date_from_days, days_since_1970};
pub use deadline::{DayUse, Deadline, DeadlineDay, Stop};
pub use due::Due;
pub use edition::{EDITION, as_edition, edition};
pub use fields::{CorrectedField, KeptValue};
pub use fold_digest::{FoldHasher, fold_digest};
pub use identity::{ClerkId, ComplaintId, ComplaintSeed, OfficeCode, OfficeCodeError};
pub use likeness::{Alike, Person, Sketch, alike, likeness};
pub use moment::{Moment, MomentError};
pub use nic::{IdentityRemark, check_nic};
pub use operation::{
    Answer, Assign, Assignee, AttachDocument, Author, Body, Capacity, ChangeStatus, Channel, ChooseValue,
    Citizen, ContactWay, CorrectField, Discretion, DocumentId, Escalate, Field, HandOver, Kind, Link, Merge,
    Note, Operation, OperationError, Point, Rate, Reach, Register, Relation, Representative, RequestDocument,
    Retract, Route, Status, StepMark, Tell, Triage, ValueMark, Withdraw,
};
pub use people::{Clerk, ClerkAdded, ClerkChanged, ClerkDisabled, People, PinVerifier, Role};
pub use point::{is_likely_point, read_point, shown_point};
pub use receipt::{ClaimedRegistration, ReceiptClaims, ReceiptClaimsError};
pub use reference::{Reference, ReferenceError, next_counter};
pub use report::{report, report_text};
pub use rules::{Refusal, Verdict};
pub use telephone::{Country, PhoneRemark, check_phone, shown_phone, stored_phone};
pub use telling::ToTell;
pub use text::{LONGEST_TEXT, first_words, fold_for_search, search_words};
