//! Notices that did not arrive, for administrators: what was given up, and what is still tried in vain.

use ::complaints::Moment;

use super::{NoticeChannel, NoticeId};
use crate::access::Right;
use crate::centre::Centre;
use crate::error::CentreError;
use crate::people::Agent;
use crate::store::{complaints, outbox, retrying};

/// How many are listed at most.
const LISTED: u32 = 500;

/// A notice that did not arrive. To whom it was going stands in the complaint.
#[derive(Debug, Clone)]
pub struct StuckNotice {
    /// What it is called.
    pub id: NoticeId,
    /// How it was to travel.
    pub channel: NoticeChannel,
    /// The word for what it says.
    pub kind: String,
    /// The reference of the complaint that it is about.
    pub reference: Option<String>,
    /// How often it was tried.
    pub tries: u32,
    /// When it was queued.
    pub queued_at: Moment,
    /// It is not tried any more.
    pub is_given_up: bool,
    /// What went wrong last.
    pub trouble: String,
}

impl Centre {
    /// Lets a notice leave with the next round; `false`: it has left, or was given up.
    ///
    /// # Errors
    /// [`CentreError::NotAllowed`] for whoever is no administrator, or the store's.
    pub async fn try_notice_now(&self, agent: &Agent, id: NoticeId) -> Result<bool, CentreError> {
        must_keep(agent)?;
        retrying(|| async {
            let mut session = self.store.write().await?;
            let waits = outbox::try_now(&mut session, id, self.clock.now_ms()).await?;
            session.commit().await?;
            Ok(waits)
        })
        .await
    }

    /// Gives a notice up, so that nobody waits for it: somebody tells the citizen in another way. `false`: as above.
    ///
    /// # Errors
    /// As [`Self::try_notice_now`].
    pub async fn give_notice_up(&self, agent: &Agent, id: NoticeId) -> Result<bool, CentreError> {
        must_keep(agent)?;
        let trouble = format!("given up by {}", agent.name);
        retrying(|| async {
            let mut session = self.store.write().await?;
            let waited = outbox::give_up(&mut session, id, &trouble).await?;
            session.commit().await?;
            Ok(waited)
        })
        .await
    }

    /// What did not arrive, the latest first.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn stuck_notices(&self) -> Result<Vec<StuckNotice>, CentreError> {
        let mut session = self.store.read().await?;
        let mut listed = Vec::new();
        for stuck in outbox::stuck(&mut session, LISTED).await? {
            let complaint = match stuck.complaint {
                Some(id) => complaints::get(&mut session, id).await?,
                None => None,
            };
            listed.push(StuckNotice {
                id: stuck.id,
                channel: stuck.channel,
                kind: stuck.kind,
                reference: complaint.map(|complaint| complaint.register.reference.to_string()),
                tries: stuck.tries,
                queued_at: Moment {
                    unix_ms: stuck.queued_at,
                    offset_min: Moment::from_zoned(&self.now()).offset_min,
                },
                is_given_up: stuck.is_given_up,
                trouble: stuck.trouble,
            });
        }
        Ok(listed)
    }
}

fn must_keep(agent: &Agent) -> Result<(), CentreError> {
    if agent.role.may(Right::KeepNotices) {
        return Ok(());
    }
    Err(CentreError::NotAllowed("only an administrator looks after notices".to_owned()))
}
