//! Notices: what is said to people outside, by e-mail or SMS, and to systems of institutions. A notice is queued in
//! the transaction of what it tells of, so that neither exists without the other; `sending` sends it afterwards.
//!
//! ```text
//! an operation is recorded ── events ──▶ outbox ── sending ──▶ SMTP, SMS gateway, web address
//!        └──────── one transaction ────────┘          └──▶ Tell, in the complaint's story
//! ```

mod addresses;
mod events;
mod kinds;
mod stuck;
mod subscriptions;
mod words;

use std::fmt;
use std::str::FromStr;

use ::complaints::{ComplaintId, StepMark};
use locales::Language;

use crate::centre::{Centre, digest_of};
use crate::error::CentreError;
use crate::store::outbox::{self, OutboxRow};
use crate::store::{Session, retrying};

pub use addresses::AgentAddress;
pub(crate) use addresses::heads;
pub(crate) use events::{News, queue_all, tell, tell_holders};
pub use kinds::{CitizenNews, HolderNews, NoticeKind};
pub use stuck::StuckNotice;
pub use subscriptions::{Webhook, WebhookId, WebhookSecret};
use words::Written;
pub(crate) use words::{as_html, written};

/// How a notice travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoticeChannel {
    /// As an e-mail.
    Email,
    /// As a text message.
    Sms,
    /// As a signed request to a system of an institution.
    Webhook,
}

impl NoticeChannel {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Email, Self::Sms, Self::Webhook];

    /// The word for it in the store, in commands and in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Sms => "sms",
            Self::Webhook => "webhook",
        }
    }
}

impl fmt::Display for NoticeChannel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl FromStr for NoticeChannel {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let channel = Self::ALL.into_iter().find(|channel| channel.word() == text);
        channel.ok_or_else(|| format!("“{text}” is none of email, sms, webhook"))
    }
}

/// What a notice is derived from, hashed. Its Message-ID too: whoever gets it twice can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoticeId(pub(crate) [u8; 32]);

impl fmt::Display for NoticeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for NoticeId {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        digest_of(text).map(Self).ok_or_else(|| "this is no id of a notice".to_owned())
    }
}

/// Something to be said to somebody.
#[derive(Debug, Clone)]
pub struct Notice {
    /// How: [`NoticeChannel::Email`] or [`NoticeChannel::Sms`].
    pub channel: NoticeChannel,
    /// The address or the telephone number.
    pub to: String,
    /// In which language.
    pub language: Language,
    /// What.
    pub kind: NoticeKind,
    /// The complaint that it is about. One that is about none is forgotten after a month.
    pub about: Option<ComplaintId>,
}

impl Notice {
    /// What it is called: the same notice on the same step to the same person has the same id.
    fn id(&self, steps: &[StepMark]) -> NoticeId {
        let mut hasher = blake3::Hasher::new_derive_key("guichet 2026 notice");
        let mut part = |bytes: &[u8]| {
            hasher.update(&(bytes.len() as u64).to_be_bytes());
            hasher.update(bytes);
        };
        part(self.channel.word().as_bytes());
        part(self.to.as_bytes());
        part(self.kind.word().as_bytes());
        for (name, value) in self.kind.gaps() {
            part(name.as_bytes());
            part(value.canonical().as_bytes());
        }
        part(self.about.as_ref().map_or(&[][..], |id| id.as_bytes()));
        for step in steps {
            part(step.as_bytes());
        }
        NoticeId(*hasher.finalize().as_bytes())
    }
}

impl Centre {
    /// Queues a notice in the caller's transaction. The same notice is queued once, however often this is called;
    /// `false`: it was queued before.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub(crate) async fn queue_notice(
        &self,
        session: &mut Session,
        notice: &Notice,
    ) -> Result<bool, CentreError> {
        self.queue_telling(session, notice, &[]).await
    }

    /// The same, where the citizen learns of these steps by it: once it has left, the story says that the citizen was
    /// told of them.
    pub(crate) async fn queue_telling(
        &self,
        session: &mut Session,
        notice: &Notice,
        steps: &[StepMark],
    ) -> Result<bool, CentreError> {
        let Written { subject, body } = written(&self.profile, notice);
        let row = OutboxRow {
            id: notice.id(steps),
            channel: notice.channel,
            recipient: notice.to.trim().to_owned(),
            language: notice.language.tag().to_owned(),
            kind: notice.kind.word().to_owned(),
            subject,
            body,
            complaint: notice.about,
            steps: steps.to_vec(),
        };
        outbox::add(session, &row, self.clock.now_ms()).await
    }

    /// Queues a notice that belongs to no other change.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn queue_notice_alone(&self, notice: &Notice) -> Result<bool, CentreError> {
        retrying(|| async {
            let mut session = self.store.write().await?;
            let queued = self.queue_notice(&mut session, notice).await?;
            session.commit().await?;
            Ok(queued)
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(digits: &str, to: &str) -> Notice {
        Notice {
            channel: NoticeChannel::Email,
            to: to.to_owned(),
            language: Language::En,
            kind: NoticeKind::ConfirmationCode { code: digits.to_owned(), minutes: 15 },
            about: None,
        }
    }

    #[test]
    fn the_same_notice_has_the_same_id_and_no_other_one() {
        let (step, other) = (StepMark::from_bytes([1; 8]), StepMark::from_bytes([2; 8]));
        let first = code("123456", "a@example.mu");
        assert_eq!(first.id(&[]), code("123456", "a@example.mu").id(&[]));
        let ids = [
            first.id(&[]),
            code("123457", "a@example.mu").id(&[]),
            code("123456", "b@example.mu").id(&[]),
            first.id(&[step]),
            first.id(&[other]),
            Notice { channel: NoticeChannel::Sms, ..first.clone() }.id(&[]),
        ];
        let different: std::collections::BTreeSet<_> = ids.into_iter().collect();
        assert_eq!(different.len(), ids.len());
    }
}
