//! The bodies of the operations on a complaint. Keys are for ever: a field is added under a new number, never
//! renumbered and never reused.

use std::fmt;
use std::str::FromStr;

use minicbor::{Decode, Encode};

use crate::identity::ComplaintSeed;
use crate::moment::Moment;
use crate::reference::Reference;

use super::casework::{Discretion, Point, Representative};

macro_rules! worded {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $number:literal, $word:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
        #[cbor(index_only)]
        pub enum $name {
            $($(#[$doc])* #[n($number)] $variant,)+
        }

        impl $name {
            /// Every value, in the order of its number on the wire.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word for it in files and JSON.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.word())
            }
        }

        impl FromStr for $name {
            type Err = String;

            fn from_str(text: &str) -> Result<Self, String> {
                Self::ALL.iter().copied().find(|value| value.word() == text).ok_or_else(|| {
                    let words: Vec<&str> = Self::ALL.iter().map(|value| value.word()).collect();
                    format!("“{text}” is none of {}", words.join(", "))
                })
            }
        }
    };
}

pub(super) use worded;

worded! {
    /// What a citizen brings.
    Kind {
        /// Something is wrong.
        Complaint = 0, "complaint";
        /// Something is asked for.
        Request = 1, "request";
        /// Something could be better; there is no deadline.
        Suggestion = 2, "suggestion";
        /// Something is to be known.
        Information = 3, "information";
    }
}

impl Kind {
    /// The word by which texts choose their wording: a request for information is spoken of as a request.
    pub fn wording(self) -> &'static str {
        match self {
            Self::Information => Self::Request.word(),
            other => other.word(),
        }
    }
}

worded! {
    /// The way on which it came in.
    Channel {
        /// At the counter of an office, typed on its own computer.
        Counter = 0, "counter";
        /// Filed by the citizen on the portal.
        Portal = 1, "portal";
        /// Sent by a program that speaks Open311.
        Open311 = 2, "open311";
        /// Taken over from an older register.
        Import = 3, "import";
        /// At the counter of an office, typed on the centre's pages because its own computers are out of order.
        WebDesk = 4, "web_desk";
        /// Split off another one by the unit at the centre.
        Split = 5, "split";
    }
}

worded! {
    /// Where a complaint stands.
    Status {
        /// Registered.
        Received = 0, "received";
        /// Filtered by the unit at the centre.
        Checked = 1, "checked";
        /// Passed on to the institution that holds it now.
        PassedOn = 2, "passed_on";
        /// The citizen owes a document; the clock stands.
        WaitingDocuments = 3, "waiting_documents";
        /// Being dealt with.
        InProgress = 4, "in_progress";
        /// The definitive answer was given.
        Answered = 5, "answered";
        /// The matter itself is settled.
        Resolved = 6, "resolved";
        /// Nothing more to do.
        Closed = 7, "closed";
        /// Taken up once more.
        Reopened = 8, "reopened";
        /// Withdrawn by the citizen.
        Withdrawn = 9, "withdrawn";
    }
}

worded! {
    /// A way to tell the citizen.
    ContactWay {
        /// A call.
        Phone = 0, "phone";
        /// A text message.
        Sms = 1, "sms";
        /// A letter.
        Letter = 2, "letter";
        /// An e-mail.
        Email = 3, "email";
        /// The next visit.
        Visit = 4, "visit";
    }
}

/// The person who complains. Everything may be unknown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Citizen {
    /// Surname.
    #[n(0)]
    pub surname: Option<String>,
    /// Other names.
    #[n(1)]
    pub other_names: Option<String>,
    /// Identity number, as typed.
    #[n(2)]
    pub nic: Option<String>,
    /// Telephone: E.164 where it fits, as typed where it does not.
    #[n(3)]
    pub phone: Option<String>,
    /// E-mail.
    #[n(4)]
    pub email: Option<String>,
    /// Street and number.
    #[n(5)]
    pub address: Option<String>,
    /// Town, village or quarter.
    #[n(6)]
    pub locality: Option<String>,
}

impl Citizen {
    /// Other names and surname, as a person is called; empty when both are unknown.
    pub fn full_name(&self) -> String {
        let names = [self.other_names.as_deref(), self.surname.as_deref()];
        names.into_iter().flatten().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// A complaint, as it was registered.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Register {
    /// What its id and access code derive from.
    #[n(0)]
    pub seed: ComplaintSeed,
    /// The reference on the receipt.
    #[n(1)]
    pub reference: Reference,
    /// What it is.
    #[n(2)]
    pub kind: Kind,
    /// Code of the category.
    #[n(3)]
    pub category: String,
    /// Code of the institution that it goes to.
    #[n(4)]
    pub institution: String,
    /// A few words.
    #[n(5)]
    pub subject: String,
    /// What happened, exactly as it came in.
    #[n(6)]
    pub text: String,
    /// Where it happened, if elsewhere than at the citizen's address.
    #[n(7)]
    pub place: Option<String>,
    /// The citizen's language, as a tag.
    #[n(8)]
    pub language: String,
    /// The person.
    #[n(9)]
    pub citizen: Citizen,
    /// How the citizen agreed to be told, sorted.
    #[n(10)]
    #[cbor(default, skip_if = "Vec::is_empty")]
    pub contact_by: Vec<ContactWay>,
    /// The version of the privacy notice that was read.
    #[n(11)]
    pub notice: String,
    /// The language in which it was read.
    #[n(12)]
    pub notice_language: Option<String>,
    /// The day by which an answer was promised, as days since 1970-01-01. It is written down once, so that a
    /// later change of the profile does not change a promise on paper.
    #[n(13)]
    pub due_on: Option<i32>,
    /// When it came in at the counter, if it was typed in later.
    #[n(14)]
    pub recorded_at: Option<Moment>,
    /// Somebody who complains for the citizen.
    #[n(15)]
    pub representative: Option<Representative>,
    /// Who may know who complains; none: everybody who deals with it.
    #[n(16)]
    pub discretion: Option<Discretion>,
    /// Where exactly it happened.
    #[n(17)]
    pub point: Option<Point>,
    /// The way on which it came in; none: the counter of an office.
    #[n(18)]
    pub channel: Option<Channel>,
}

/// Passing on to an institution.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Route {
    /// Code of the institution.
    #[n(0)]
    pub to: String,
    /// A remark, or none.
    #[n(1)]
    pub text: Option<String>,
}

/// A change of status.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ChangeStatus {
    /// The status that the author saw.
    #[n(0)]
    pub from: Status,
    /// The status that it shall have.
    #[n(1)]
    pub to: Status,
    /// A remark, or none.
    #[n(2)]
    pub text: Option<String>,
}

/// An answer to the citizen.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Answer {
    /// The answer.
    #[n(0)]
    pub text: String,
    /// The last word, not an interim reply.
    #[n(1)]
    pub definitive: bool,
}

/// A note.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Note {
    /// The note.
    #[n(0)]
    pub text: String,
    /// For the citizen too, not only for colleagues.
    #[n(1)]
    pub for_citizen: bool,
}

/// A withdrawal at the citizen's wish.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Withdraw {
    /// The reason given, or none.
    #[n(0)]
    pub text: Option<String>,
}
