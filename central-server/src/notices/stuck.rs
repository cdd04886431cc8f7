//! Notices that did not arrive, for administrators: what was given up, and what is still tried in vain.

use ::complaints::Moment;

use super::{NoticeChannel, NoticeId};
use crate::centre::Centre;
use crate::error::CentreError;
use crate::store::{complaints, outbox};

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
