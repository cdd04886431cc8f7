//! Browsers on the portal: each has a cookie from the first time on that something has to be kept for it, and with it
//! what it fills in, which complaints it has opened and whose account is signed in. It ends after twelve hours, or three
//! hours without use.

use ::complaints::{Complaint, ComplaintId, Reference};

use super::CitizenId;
use crate::centre::Centre;
use crate::error::CentreError;
use crate::keys::{hex, random};
use crate::people::SessionToken;
use crate::store::{Session, citizens, complaints, identities, portal_drafts, portal_sessions, retrying};

const MINUTE_MS: i64 = 60_000;
const LONGEST_MS: i64 = 12 * 60 * MINUTE_MS;
const IDLE_MS: i64 = 3 * 60 * MINUTE_MS;

/// A browser on the portal.
#[derive(Debug, Clone)]
pub struct PortalSession {
    /// What its forms and signed pages prove themselves with.
    pub token: SessionToken,
    /// Whose account is signed in.
    pub citizen: Option<CitizenId>,
}

impl PortalSession {
    /// How the store knows it.
    pub(crate) fn hash(&self) -> [u8; 32] {
        hash(&self.token)
    }
}

pub(super) fn hash(token: &SessionToken) -> [u8; 32] {
    blake3::derive_key("guichet 2026 portal session", token.as_str().as_bytes())
}

pub(super) fn new_token() -> Result<SessionToken, CentreError> {
    Ok(SessionToken::from_cookie(&hex(&random::<32>()?)))
}

impl Centre {
    /// Begins a session for a browser that has none.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn begin_portal_session(&self) -> Result<PortalSession, CentreError> {
        let (token, now_ms) = (new_token()?, self.clock.now_ms());
        retrying(|| async {
            let mut session = self.store.write().await?;
            portal_sessions::remove_old(&mut session, now_ms - LONGEST_MS, now_ms - IDLE_MS).await?;
            portal_drafts::remove_over(&mut session, now_ms).await?;
            portal_sessions::add(&mut session, hash(&token), now_ms).await?;
            session.commit().await
        })
        .await?;
        Ok(PortalSession { token, citizen: None })
    }

    /// The session of a cookie; none when it is over or never was.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn portal_session(&self, token: &SessionToken) -> Result<Option<PortalSession>, CentreError> {
        let (hash, now_ms) = (hash(token), self.clock.now_ms());
        let found = portal_sessions::get(&mut self.store.read().await?, &hash).await?;
        let Some(row) = found else { return Ok(None) };
        if now_ms - row.begun_at >= LONGEST_MS || now_ms - row.seen_at >= IDLE_MS {
            return Ok(None);
        }
        if now_ms - row.seen_at >= MINUTE_MS {
            let mut session = self.store.write().await?;
            portal_sessions::seen(&mut session, &hash, now_ms).await?;
            session.commit().await?;
        }
        Ok(Some(PortalSession { token: token.clone(), citizen: row.citizen }))
    }

    /// Ends a session with everything that hangs on it: unfinished forms, opened complaints, who is signed in.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn end_portal_session(&self, token: &SessionToken) -> Result<(), CentreError> {
        let mut session = self.store.write().await?;
        portal_sessions::remove(&mut session, &hash(token)).await?;
        session.commit().await
    }

    /// Lets a browser see a complaint from now on, whose access code was right. Where an account is signed in, the
    /// complaint is among the account's from now on.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn open_for(&self, portal: &PortalSession, complaint: ComplaintId) -> Result<(), CentreError> {
        retrying(|| async {
            let mut session = self.store.write().await?;
            open_in(&mut session, portal, complaint, self.clock.now_ms()).await?;
            session.commit().await
        })
        .await
    }

    /// The complaints of a reference that this browser may see: opened here, or the account's.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn seen_by(
        &self,
        portal: &PortalSession,
        reference: &Reference,
    ) -> Result<Vec<Complaint>, CentreError> {
        let mut session = self.store.read().await?;
        let mut seen = Vec::new();
        for complaint in complaints::of_reference(&mut session, reference).await? {
            if may_see(&mut session, portal, complaint.id).await? {
                seen.push(complaint);
            }
        }
        Ok(seen)
    }
}

/// As [`Centre::open_for`].
pub(super) async fn open_in(
    session: &mut Session,
    portal: &PortalSession,
    complaint: ComplaintId,
    now_ms: i64,
) -> Result<(), CentreError> {
    portal_sessions::open(session, &portal.hash(), complaint).await?;
    match portal.citizen {
        Some(citizen) => citizens::own(session, citizen, complaint, now_ms).await,
        None => Ok(()),
    }
}

/// Whether a browser may see a complaint.
pub(super) async fn may_see(
    session: &mut Session,
    portal: &PortalSession,
    complaint: ComplaintId,
) -> Result<bool, CentreError> {
    if portal_sessions::has_opened(session, &portal.hash(), complaint).await? {
        return Ok(true);
    }
    match portal.citizen {
        Some(citizen) => Ok(owned(session, citizen).await?.contains(&complaint)),
        None => Ok(false),
    }
}

/// The complaints of an account: filed or opened while it was signed in, and those that carry its identity number once
/// that was confirmed.
pub(super) async fn owned(
    session: &mut Session,
    citizen: CitizenId,
) -> Result<Vec<ComplaintId>, CentreError> {
    let mut owned = citizens::owned(session, citizen).await?;
    if let Some(key) = citizens::identity_key(session, citizen).await? {
        owned.extend(identities::of_key(session, &key).await?);
    }
    owned.sort_unstable();
    owned.dedup();
    Ok(owned)
}
