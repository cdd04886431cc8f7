//! What a notice says, with what fills its gaps. The words stand in `locales`, under `notice-` and the kind's word.

use ::complaints::{Moment, Reference};
use jiff::civil::Date;

/// What a notice says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoticeKind {
    /// The code that proves that somebody reads this mailbox or telephone.
    ConfirmationCode {
        /// The code.
        code: String,
        /// For how many minutes it is valid.
        minutes: u32,
    },
    /// The way to a new password.
    PasswordReset {
        /// The address of the page.
        link: String,
        /// For how many minutes it is valid.
        minutes: u32,
    },
    /// The code that opens a form that was saved to go on later.
    SavedForm {
        /// The code.
        code: String,
        /// The last day on which it opens it.
        until: Date,
    },
    /// A complaint has arrived.
    Acknowledgement {
        /// Its reference.
        reference: Reference,
        /// The code to follow it with, where it may stand in the notice; an SMS never says it.
        access_code: Option<String>,
        /// The day by which an answer is due.
        due: Option<Date>,
    },
    /// Something happened that the citizen should know. The notice says that it did, and not what was written.
    ForCitizen {
        /// The complaint's reference.
        reference: Reference,
        /// What happened.
        news: CitizenNews,
    },
    /// Something waits for those who deal with a complaint. The citizen is not named.
    ForHolder {
        /// The complaint's reference.
        reference: Reference,
        /// What it is about: the name of its category.
        category: String,
        /// What happened.
        news: HolderNews,
    },
    /// Somebody tries out whether notices arrive.
    Test {
        /// When: one test is not the same as the next.
        asked_at: Moment,
    },
}

/// What happened to a citizen's complaint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CitizenNews {
    /// It was passed on.
    PassedOn {
        /// The name of the institution.
        institution: String,
    },
    /// A document is asked for.
    DocumentAsked,
    /// The document has not come yet.
    DocumentReminder,
    /// There is a first reply.
    InterimAnswer,
    /// There is an answer.
    Answered,
    /// There is a message.
    Message,
    /// The matter is settled.
    Resolved,
    /// It is closed.
    Closed,
    /// It is closed since a document never came.
    ClosedWithoutDocument,
    /// It was taken up again.
    Reopened,
    /// Another office deals with it.
    HandedOver {
        /// The name of the office.
        office: String,
    },
    /// It is dealt with together with another one, which is not named: it is somebody else's.
    Merged,
}

/// What happened to a complaint that somebody deals with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HolderNews {
    /// It was passed on to their institution.
    PassedOn,
    /// It was given to them.
    Assigned,
    /// The day comes near.
    DueSoon {
        /// Which day.
        due: Date,
        /// Which reminder of that day it is: so many working days before.
        days_before: u32,
    },
    /// The day is over.
    Overdue {
        /// Which day it was.
        due: Date,
    },
    /// Nobody has answered yet, not even for a start.
    InterimDemanded,
    /// It was brought before them.
    Escalated {
        /// The day by which it was due; none: somebody did it by hand.
        due: Option<Date>,
    },
}

/// What fills a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Gap {
    Text(String),
    Number(u32),
    Day(Date),
}

impl Gap {
    /// The same text in whatever language the notice is.
    pub(super) fn canonical(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => day.to_string(),
        }
    }
}

impl NoticeKind {
    /// The word for it in the store and in the keys of texts.
    pub fn word(&self) -> &'static str {
        match self {
            Self::ConfirmationCode { .. } => "confirmation-code",
            Self::PasswordReset { .. } => "password-reset",
            Self::SavedForm { .. } => "saved-form",
            Self::Acknowledgement { .. } => "acknowledgement",
            Self::Test { .. } => "test",
            Self::ForCitizen { news, .. } => match news {
                CitizenNews::PassedOn { .. } => "passed-on",
                CitizenNews::DocumentAsked => "document-asked",
                CitizenNews::DocumentReminder => "document-reminder",
                CitizenNews::InterimAnswer => "interim-answer",
                CitizenNews::Answered => "answered",
                CitizenNews::Message => "message",
                CitizenNews::Resolved => "resolved",
                CitizenNews::Closed => "closed",
                CitizenNews::ClosedWithoutDocument => "closed-without-document",
                CitizenNews::Reopened => "reopened",
                CitizenNews::HandedOver { .. } => "handed-over",
                CitizenNews::Merged => "merged",
            },
            Self::ForHolder { news, .. } => match news {
                HolderNews::PassedOn => "holder-passed-on",
                HolderNews::Assigned => "holder-assigned",
                HolderNews::DueSoon { .. } => "holder-due-soon",
                HolderNews::Overdue { .. } => "holder-overdue",
                HolderNews::InterimDemanded => "holder-interim-demanded",
                HolderNews::Escalated { .. } => "holder-escalated",
            },
        }
    }

    /// The reference that it names.
    pub(super) fn reference(&self) -> Option<&Reference> {
        match self {
            Self::Acknowledgement { reference, .. }
            | Self::ForCitizen { reference, .. }
            | Self::ForHolder { reference, .. } => Some(reference),
            Self::ConfirmationCode { .. }
            | Self::PasswordReset { .. }
            | Self::SavedForm { .. }
            | Self::Test { .. } => None,
        }
    }

    /// What fills the gaps of its words.
    pub(super) fn gaps(&self) -> Vec<(&'static str, Gap)> {
        let mut gaps: Vec<(&'static str, Gap)> = self
            .reference()
            .map(|reference| ("reference", Gap::Text(reference.to_string())))
            .into_iter()
            .collect();
        match self {
            Self::ConfirmationCode { code, minutes } => {
                gaps.extend([("code", Gap::Text(code.clone())), ("minutes", Gap::Number(*minutes))]);
            }
            Self::PasswordReset { link, minutes } => {
                gaps.extend([("link", Gap::Text(link.clone())), ("minutes", Gap::Number(*minutes))]);
            }
            Self::SavedForm { code, until } => {
                gaps.extend([("code", Gap::Text(code.clone())), ("day", Gap::Day(*until))]);
            }
            Self::Acknowledgement { access_code, due, .. } => {
                gaps.extend(access_code.clone().map(|code| ("code", Gap::Text(code))));
                gaps.extend(due.map(|due| ("day", Gap::Day(due))));
            }
            Self::ForCitizen { news: CitizenNews::PassedOn { institution }, .. } => {
                gaps.push(("institution", Gap::Text(institution.clone())));
            }
            Self::ForCitizen { news: CitizenNews::HandedOver { office }, .. } => {
                gaps.push(("office", Gap::Text(office.clone())));
            }
            Self::Test { asked_at } => gaps.push(("asked_at", Gap::Text(asked_at.to_string()))),
            Self::ForCitizen { .. } => {}
            Self::ForHolder { category, news, .. } => {
                gaps.push(("category", Gap::Text(category.clone())));
                gaps.extend(day_of(news).map(|day| ("day", Gap::Day(day))));
                if let HolderNews::DueSoon { days_before, .. } = news {
                    gaps.push(("before", Gap::Number(*days_before)));
                }
            }
        }
        gaps
    }
}

fn day_of(news: &HolderNews) -> Option<Date> {
    match news {
        HolderNews::DueSoon { due, .. } | HolderNews::Overdue { due } => Some(*due),
        HolderNews::Escalated { due } => *due,
        HolderNews::PassedOn | HolderNews::Assigned | HolderNews::InterimDemanded => None,
    }
}
