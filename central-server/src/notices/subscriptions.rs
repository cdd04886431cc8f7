//! Systems of institutions that are told what happens to complaints: which ones there are, and what an event says. An
//! event names no citizen.

use std::fmt;
use std::str::FromStr;

use ::complaints::{Complaint, Moment};
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::{NoticeChannel, NoticeId};
use crate::centre::Centre;
use crate::error::CentreError;
use crate::keys::hex;
use crate::sending::Outward;
use crate::store::outbox::{self, OutboxRow};
use crate::store::{Session, retrying, webhooks};

/// The id of a subscription, drawn at random. Shown as 16 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WebhookId(pub(crate) [u8; 8]);

impl fmt::Display for WebhookId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl FromStr for WebhookId {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("“{text}” is no id of a subscription");
        let digits = u64::from_str_radix(text, 16).map_err(|_| wrong())?;
        if text.len() == 16 { Ok(Self(digits.to_be_bytes())) } else { Err(wrong()) }
    }
}

/// What both sides sign and check events with. Prints as `…`.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct WebhookSecret(pub(crate) [u8; 32]);

impl WebhookSecret {
    /// The key itself: the bytes behind the digits that the subscriber was given.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// For the subscriber, once: 64 hexadecimal digits.
    pub fn reveal(&self) -> String {
        hex(&self.0)
    }
}

impl fmt::Debug for WebhookSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WebhookSecret(…)")
    }
}

/// A system that is told what happens.
#[derive(Debug, Clone)]
pub struct Webhook {
    /// Its id.
    pub id: WebhookId,
    /// Told of what this institution holds; none: of everything.
    pub institution: Option<String>,
    /// Where events are posted to.
    pub url: String,
    /// What they are signed with.
    pub secret: WebhookSecret,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EventKind {
    Registered,
    PassedOn,
    Answered,
    Closed,
    Test,
}

impl EventKind {
    fn word(self) -> &'static str {
        match self {
            Self::Registered => "registered",
            Self::PassedOn => "passed_on",
            Self::Answered => "answered",
            Self::Closed => "closed",
            Self::Test => "test",
        }
    }
}

/// The body of an event. Written out field by field: other programs read it, so that no change of ours may change it.
#[derive(serde::Serialize)]
struct EventBody {
    event: &'static str,
    at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    complaint: Option<EventComplaint>,
}

#[derive(serde::Serialize)]
struct EventComplaint {
    id: String,
    reference: String,
    kind: &'static str,
    category: String,
    institution: String,
    office: String,
    status: &'static str,
    due_on: Option<String>,
}

impl EventComplaint {
    fn of(complaint: &Complaint) -> Self {
        Self {
            id: complaint.id.to_string(),
            reference: complaint.register.reference.to_string(),
            kind: complaint.register.kind.word(),
            category: complaint.register.category.clone(),
            institution: complaint.institution.clone(),
            office: complaint.office.to_string(),
            status: complaint.status.word(),
            due_on: complaint.due_on().map(|day| day.to_string()),
        }
    }
}

impl Centre {
    /// Tells a system of an institution from now on; it hands back the secret, this once.
    ///
    /// # Errors
    /// [`CentreError::Invalid`] when there is no such institution, or the address may not be used.
    pub async fn add_webhook(
        &self,
        institution: Option<String>,
        url: &str,
        outward: &Outward,
    ) -> Result<Webhook, CentreError> {
        if let Some(code) = institution.as_ref().filter(|code| !self.profile.institutions.contains_key(*code))
        {
            return Err(CentreError::Invalid(format!("there is no institution “{code}” in the profile")));
        }
        let url = outward.check(url).map_err(CentreError::Invalid)?.to_string();
        let (id, secret) = (WebhookId(self.random.draw()?), WebhookSecret(self.random.draw()?));
        let webhook = Webhook { id, institution, url, secret };
        retrying(|| async {
            let mut session = self.store.write().await?;
            webhooks::add(&mut session, &webhook, self.clock.now_ms()).await?;
            session.commit().await
        })
        .await?;
        Ok(webhook)
    }

    /// All systems that are told, the oldest first.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn webhooks(&self) -> Result<Vec<Webhook>, CentreError> {
        webhooks::all(&mut self.store.read().await?).await
    }

    /// Tells a system no longer.
    ///
    /// # Errors
    /// [`CentreError::NotFound`] when there is no such subscription.
    pub async fn remove_webhook(&self, id: WebhookId) -> Result<(), CentreError> {
        let removed = retrying(|| async {
            let mut session = self.store.write().await?;
            let removed = webhooks::remove(&mut session, id).await?;
            session.commit().await?;
            Ok(removed)
        });
        if removed.await? {
            Ok(())
        } else {
            Err(CentreError::NotFound(format!("there is no subscription {id}")))
        }
    }

    /// Queues an event that says nothing, to try a subscription out.
    ///
    /// # Errors
    /// [`CentreError::NotFound`] when there is no such subscription.
    pub async fn test_webhook(&self, id: WebhookId) -> Result<(), CentreError> {
        retrying(|| async {
            let mut session = self.store.write().await?;
            let none = || CentreError::NotFound(format!("there is no subscription {id}"));
            let webhook = webhooks::get(&mut session, id).await?.ok_or_else(none)?;
            let at = Moment::from_zoned(&self.now());
            queue_event(self, &mut session, &webhook, EventKind::Test, at, None).await?;
            session.commit().await
        })
        .await
    }
}

/// Queues an event for one subscription.
pub(super) async fn queue_event(
    centre: &Centre,
    session: &mut Session,
    webhook: &Webhook,
    kind: EventKind,
    at: Moment,
    complaint: Option<&Complaint>,
) -> Result<(), CentreError> {
    let body =
        EventBody { event: kind.word(), at: at.to_string(), complaint: complaint.map(EventComplaint::of) };
    let body = serde_json::to_string(&body)
        .map_err(|error| CentreError::Damaged(format!("an event cannot be written: {error}")))?;
    let mut hasher = blake3::Hasher::new_derive_key("guichet 2026 event");
    hasher.update(&webhook.id.0).update(kind.word().as_bytes()).update(b"\0");
    hasher.update(at.to_string().as_bytes()).update(b"\0");
    hasher.update(complaint.map_or(&[][..], |complaint| complaint.id.as_bytes()));
    let row = OutboxRow {
        id: NoticeId(*hasher.finalize().as_bytes()),
        channel: NoticeChannel::Webhook,
        recipient: webhook.id.to_string(),
        language: String::new(),
        kind: format!("event-{}", kind.word().replace('_', "-")),
        subject: kind.word().to_owned(),
        body,
        complaint: complaint.map(|complaint| complaint.id),
        steps: Vec::new(),
    };
    outbox::add(session, &row, centre.clock.now_ms()).await.map(drop)
}
