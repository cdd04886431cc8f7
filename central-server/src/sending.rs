//! Sending what is queued: notices are claimed, sent by their way, and marked, one way after the other, for ever. Two
//! servers on one database do not send the same one. What was sent and not yet marked when a process died is sent once
//! more, under the same Message-ID.
//!
//! ```text
//! waiting ──claim──▶ sent off ──▶ sent ──▶ done          (a citizen was told: Tell stands in the story between these two)
//!    ▲                  │
//!    └──── put off ◀────┤ it may work later
//!                       └──▶ given up                    it will never work, or it has waited too long
//! ```

mod gateway;
mod mail;
mod outward;
mod telling;
mod webhooks;

use std::sync::Arc;
use std::time::Duration;

use crate::centre::Centre;
use crate::error::CentreError;
use crate::notices::NoticeChannel;
use crate::store::outbox::{self, Claimed};
use crate::store::retrying;

pub use gateway::SmsGateway;
pub use mail::Mailer;
pub use outward::Outward;
pub(crate) use outward::plain_client;
pub use webhooks::signature;

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 24 * 60 * MINUTE_MS;

/// How long a claim holds: longer than any way takes for as many as are claimed at once.
const CLAIM_MS: i64 = 10 * MINUTE_MS;
const CLAIMED_AT_ONCE: u32 = 10;

/// The first wait after a failure, and the longest one.
const FIRST_WAIT_MS: i64 = MINUTE_MS;
const LONGEST_WAIT_MS: i64 = 4 * 60 * MINUTE_MS;

/// How often a centre that serves looks for something to send.
const LOOK_AGAIN: Duration = Duration::from_secs(3);

/// Notices about no complaint (codes, links) are forgotten after so long.
const FORGOTTEN_AFTER_MS: i64 = 30 * DAY_MS;

/// The ways out of the house that are set up.
#[derive(Debug)]
pub struct Ways {
    /// By e-mail.
    pub mail: Option<Mailer>,
    /// By SMS.
    pub sms: Option<SmsGateway>,
    /// To systems of institutions.
    pub webhooks: Outward,
    /// After so many days in vain a notice is given up.
    pub give_up_after_days: u32,
}

/// What came of sending one notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Delivery {
    /// It has left.
    Sent,
    /// It may work later; why not now, without anybody's data.
    Later(String),
    /// It will never work.
    Never(String),
}

/// What one look at the outbox did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Swept {
    /// How many notices left.
    pub sent: u32,
    /// How many are to be tried again.
    pub put_off: u32,
    /// How many were given up.
    pub given_up: u32,
}

impl Centre {
    /// Sends what is due now, once each.
    ///
    /// # Errors
    /// [`CentreError`] of the store. What cannot be delivered is no error.
    pub async fn send_notices(&self, ways: &Ways) -> Result<Swept, CentreError> {
        let mut swept = Swept::default();
        for channel in NoticeChannel::ALL.into_iter().filter(|channel| ways.can(*channel)) {
            loop {
                let claimed = self.claim(channel).await?;
                if claimed.is_empty() {
                    break;
                }
                for claimed in &claimed {
                    let delivery = self.deliver(ways, claimed).await?;
                    self.mark(claimed, &delivery, &mut swept).await?;
                }
            }
        }
        self.write_down_who_was_told().await?;
        swept.given_up += self.tidy_up(ways).await?;
        Ok(swept)
    }

    /// Sends for ever.
    pub(crate) async fn send_notices_always(self: Arc<Self>, ways: Arc<Ways>) {
        while !self.is_past() {
            match self.send_notices(&ways).await {
                Ok(swept) if swept == Swept::default() => {}
                Ok(Swept { sent, put_off, given_up }) => tracing::info!(sent, put_off, given_up, "notices"),
                Err(error) => tracing::error!(%error, "notices were not sent"),
            }
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    }

    async fn claim(&self, channel: NoticeChannel) -> Result<Vec<Claimed>, CentreError> {
        retrying(|| async {
            let now_ms = self.clock.now_ms();
            let mut session = self.store.write().await?;
            let until_ms = now_ms + CLAIM_MS;
            let claimed = outbox::claim(&mut session, channel, now_ms, until_ms, CLAIMED_AT_ONCE).await?;
            session.commit().await?;
            Ok(claimed)
        })
        .await
    }

    async fn deliver(&self, ways: &Ways, claimed: &Claimed) -> Result<Delivery, CentreError> {
        match claimed.row.channel {
            NoticeChannel::Email => match &ways.mail {
                Some(mailer) => Ok(mailer.send(&claimed.row, self.clock.now_ms()).await),
                None => Ok(Delivery::Later("no mail server is set up".to_owned())),
            },
            NoticeChannel::Sms => match &ways.sms {
                Some(gateway) => Ok(gateway.send(&claimed.row).await),
                None => Ok(Delivery::Later("no SMS gateway is set up".to_owned())),
            },
            NoticeChannel::Webhook => self.deliver_event(&ways.webhooks, &claimed.row).await,
        }
    }

    async fn mark(
        &self,
        claimed: &Claimed,
        delivery: &Delivery,
        swept: &mut Swept,
    ) -> Result<(), CentreError> {
        let (id, kind) = (claimed.row.id, &claimed.row.kind);
        match delivery {
            Delivery::Sent => swept.sent += 1,
            Delivery::Later(trouble) => {
                swept.put_off += 1;
                tracing::debug!(%id, kind, trouble, "a notice is tried again later");
            }
            Delivery::Never(trouble) => {
                swept.given_up += 1;
                tracing::warn!(%id, kind, trouble, "a notice was given up");
            }
        }
        let wait_ms = jittered(wait_ms(claimed.tries), u16::from_be_bytes(self.random.draw()?));
        retrying(|| async {
            let now_ms = self.clock.now_ms();
            let mut session = self.store.write().await?;
            match delivery {
                Delivery::Sent => outbox::sent(&mut session, claimed, now_ms).await?,
                Delivery::Later(trouble) => {
                    outbox::put_off(&mut session, claimed, now_ms + wait_ms, trouble).await?;
                }
                Delivery::Never(trouble) => drop(outbox::give_up(&mut session, id, trouble).await?),
            }
            session.commit().await
        })
        .await
    }

    /// Gives up what has waited too long, and forgets what is long over.
    async fn tidy_up(&self, ways: &Ways) -> Result<u32, CentreError> {
        let given_up = retrying(|| async {
            let now_ms = self.clock.now_ms();
            let since_ms = now_ms - i64::from(ways.give_up_after_days) * DAY_MS;
            let mut session = self.store.write().await?;
            let given_up = outbox::give_up_old(&mut session, since_ms, now_ms).await?;
            outbox::forget(&mut session, now_ms - FORGOTTEN_AFTER_MS).await?;
            session.commit().await?;
            Ok(given_up)
        });
        Ok(u32::try_from(given_up.await?).unwrap_or(u32::MAX))
    }
}

impl Ways {
    fn can(&self, channel: NoticeChannel) -> bool {
        match channel {
            NoticeChannel::Email => self.mail.is_some(),
            NoticeChannel::Sms => self.sms.is_some(),
            NoticeChannel::Webhook => true,
        }
    }
}

/// How long to wait after so many tries: twice as long each time.
fn wait_ms(tries: u32) -> i64 {
    let doubled = 1_i64.checked_shl(tries.saturating_sub(1).min(20)).unwrap_or(1);
    FIRST_WAIT_MS.saturating_mul(doubled).min(LONGEST_WAIT_MS)
}

/// A quarter more or less, so that what failed together does not come back together.
fn jittered(wait_ms: i64, drawn: u16) -> i64 {
    wait_ms * 3 / 4 + wait_ms * i64::from(drawn) / i64::from(u16::MAX) / 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_four_hours_and_differ_by_a_quarter() {
        let minutes: Vec<i64> = (1..=10).map(|tries| wait_ms(tries) / MINUTE_MS).collect();
        assert_eq!(minutes, [1, 2, 4, 8, 16, 32, 64, 128, 240, 240]);
        assert_eq!(wait_ms(u32::MAX), LONGEST_WAIT_MS);
        assert_eq!((jittered(1_000, 0), jittered(1_000, u16::MAX)), (750, 1_250));
    }
}
