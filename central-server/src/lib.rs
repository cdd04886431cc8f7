//! The centre: it takes what the desks send, puts it into one order for each office, hands it back to every computer
//! of that office, and lets agents and citizens see and answer it. What a complaint is stands in `complaints`, what
//! travels in `sync-protocol`.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod access;
mod backup;
mod carry;
mod casework;
mod centre;
pub mod cli;
mod clock;
mod disk;
mod doctor;
mod documents;
mod error;
mod exchange;
mod feed_end;
mod figures;
mod filing;
mod fold;
mod founding;
mod handing_over;
mod heavy;
mod importing;
mod keys;
mod memory;
mod notices;
mod open311;
mod page_use;
mod people;
mod portal;
mod profile_versions;
pub mod profiles;
mod provisioning;
mod quarantine;
mod randomness;
mod receipts;
mod record;
mod refolding;
mod reminding;
mod sending;
mod shelf;
mod shelving;
mod snapshots;
mod store;
pub mod tenants;
mod verify;
pub mod web;
mod witness;

pub use access::{Right, Sight, is_restricted, is_urgent};
pub use backup::{BackedUp, back_up};
pub use carry::TakenIn;
pub use casework::{
    Count, DeedOutcome, Due, Group, Length, Look, NewTemplate, Overview, Page, Putting, QueueFilter,
    QueuePage, QueueRow, Split, Template, TemplateDeed, TemplateId, Twin,
};
pub use centre::{Centre, CentreOptions};
pub use clock::Clock;
pub use documents::DocumentState;
pub use error::CentreError;
pub use exchange::EnrolmentCode;
pub use filing::Filing;
pub use founding::OfficeSummary;
pub use memory::{LoggedOperation, MemoryOptions};
pub use notices::{
    AgentAddress, CitizenNews, HolderNews, Notice, NoticeChannel, NoticeId, NoticeKind, StuckNotice, Webhook,
    WebhookId, WebhookSecret,
};
pub use open311::ApiKey;
pub use people::{Agent, AgentChange, AgentId, Login, NewAgent, Role, SessionToken};
pub use portal::{
    AccountChange, CheckedFile, CitizenAccount, CitizenDeed, CitizenId, CodeOutcome, DraftCode, DraftOutcome,
    FileFault, FormId, IdentityOutcome, KeptFile, Limited, NewAccount, PortalForm, PortalSession, Possible,
    Purpose, SavedForm, SentFile, TakenAlong, Try, checked_file,
};
pub use profile_versions::{Drafted, Origin, ProfileDraft, ProfileVersion, PutInForce};
pub use provisioning::Provisioned;
pub use quarantine::Quarantined;
pub use randomness::Randomness;
pub use receipts::{CheckedReceipt, ReceiptOutcome};
pub use reminding::Reminded;
pub use sending::{Mailer, Outward, SmsGateway, Swept, Ways, signature};
pub use shelf::ShelfAccess;
pub use shelving::Shelved;
pub use snapshots::SNAPSHOT_AFTER_ENTRIES;
pub use verify::{Audit, Fault, OfficeAudit, Proof, ProvenRoot};
