//! When one end was restored from a backup: cutting the feed back to where both agree, and beginning anew as another
//! device. Each is one deed, and nothing that anybody did is lost by it.

use std::collections::BTreeSet;

use complaints::{Complaint, ComplaintId, Operation};
use sync_protocol::{ChainHead, DeviceEntry, DeviceId, FeedHead, LogOperation, SaltTree, SignedHead};

use crate::error::StoreError;
use crate::writing::{Writing, read_verdict};
use crate::{clerks, complaint_rows, devices, documents, feed, identity, log, settings, tasks};

/// The setting that is set while the feed was cut back and has not been read to its end since.
const CUT_BACK: &str = "cut_back";

/// The setting that is set once the centre has shut this computer out.
const REVOKED: &str = "revoked";

/// The setting that counts how often this computer began anew.
const RENEWED: &str = "renewed";

type Result<T> = std::result::Result<T, StoreError>;

impl Writing<'_> {
    /// Cuts the feed back to an entry after which the centre has another feed than this one. The entries behind it
    /// are forgotten, the operations among them wait to be seen again.
    ///
    /// # Errors
    /// [`StoreError::Inconsistent`] when the centre has not signed the head there.
    pub fn cut_feed(&mut self, to: u64) -> Result<()> {
        let identity = identity::get(self.connection)?;
        let (head, signed) = match to {
            0 => (FeedHead::beginning(&identity.centre, identity.feed()), None),
            _ => self.signed_head_at(to, &identity)?,
        };
        let concerned = log::complaints_after(self.connection, to)?;
        feed::cut(self.connection, to)?;
        feed::reset_head(self.connection, &head, signed.as_ref())?;
        devices::rewind(self.connection)?;
        clerks::refold(self.connection)?;
        for id in concerned {
            let confirmed = self.fold_anew(id)?;
            complaint_rows::forget_confirmed(self.connection, id)?;
            self.refold(id, confirmed, 0, None)?;
        }
        documents::doubt_all(self.connection)?;
        settings::put(self.connection, CUT_BACK, "1")
    }

    fn signed_head_at(
        &self,
        to: u64,
        identity: &identity::Identity,
    ) -> Result<(FeedHead, Option<SignedHead>)> {
        let signed = feed::signed_up_to(self.connection, to)?.filter(|(number, _)| *number == to);
        let unsigned =
            || StoreError::Inconsistent(format!("the centre has not signed entry {to} of the feed"));
        let (_, signed) = signed.ok_or_else(unsigned)?;
        let head = signed.open(identity.feed(), &identity.centre).map_err(|_| unsigned())?;
        Ok((head, Some(signed)))
    }

    /// After the feed was cut back and read to its end again: what others did and it has not brought, the centre has
    /// taken up under other ids.
    pub(crate) fn forget_orphans(&mut self) -> Result<()> {
        if settings::get(self.connection, CUT_BACK)?.as_deref() != Some("1") {
            return Ok(());
        }
        for id in log::delete_orphans(self.connection)? {
            let confirmed = complaint_rows::confirmed(self.connection, id)?;
            self.refold(id, confirmed, 0, None)?;
        }
        clerks::refold(self.connection)?;
        settings::put(self.connection, CUT_BACK, "0")
    }

    fn fold_anew(&self, id: ComplaintId) -> Result<Option<Complaint>> {
        let mut confirmed = None;
        for (payload, verdict) in log::seen_of(self.connection, id)? {
            let Ok(operation) = Operation::from_bytes(&payload) else { continue };
            let verdict = read_verdict(&verdict);
            if confirmed.is_some() || complaints::Refusal::of(&verdict).is_none() {
                // What cannot be folded stands in the quarantine since it came.
                if let Ok(folded) = Complaint::apply(confirmed.clone(), &operation, verdict) {
                    confirmed = Some(folded);
                }
            }
        }
        Ok(confirmed)
    }

    /// Keeps the seed and the salts with which this computer is to begin anew, before the centre hears of them.
    pub fn put_next_secrets(&mut self, seed: &[u8; 32], salts: &SaltTree) -> Result<()> {
        identity::set_next_secrets(self.connection, seed, salts)
    }

    /// This computer is another device from now on. Of its operations that the feed has not brought, the centre has
    /// the first `known`; the others are issued again in the new log, in their order.
    pub fn begin_anew(&mut self, device: &DeviceEntry, known: u64) -> Result<()> {
        let unseen = log::own_unseen(self.connection)?;
        tasks::keep_device(self.connection)?;
        identity::renew(self.connection, device)?;
        let mut head = ChainHead::beginning(&device.key);
        let mut concerned = BTreeSet::new();
        let lost = unseen.into_iter().skip(usize::try_from(known).unwrap_or(usize::MAX));
        for LogOperation { id, payload, .. } in lost {
            log::delete(self.connection, &id)?;
            let subject = Operation::from_bytes(&payload).ok().and_then(|operation| operation.subject);
            let again = head.then(device.device, &device.salts, payload);
            head = again.head();
            log::insert(self.connection, &again, subject, None)?;
            concerned.extend(subject);
        }
        log::set_head(self.connection, &head)?;
        for id in concerned {
            let confirmed = complaint_rows::confirmed(self.connection, id)?;
            self.refold(id, confirmed, 0, None)?;
        }
        documents::doubt_all(self.connection)?;
        let times =
            settings::get(self.connection, RENEWED)?.and_then(|times| times.parse().ok()).unwrap_or(0_u32);
        settings::put(self.connection, RENEWED, &(times + 1).to_string())
    }

    pub(crate) fn take_revocation(&mut self, device: DeviceId) -> Result<()> {
        if identity::get(self.connection)?.device == device {
            settings::put(self.connection, REVOKED, "1")?;
        }
        Ok(())
    }
}

impl crate::Store {
    /// Whether the centre has said in the feed that this computer is shut out.
    pub fn is_revoked(&self) -> Result<bool> {
        Ok(self.setting(REVOKED)?.is_some())
    }

    /// How often this computer began anew as another device, because it had been restored or cloned.
    pub fn times_renewed(&self) -> Result<u32> {
        Ok(self.setting(RENEWED)?.and_then(|times| times.parse().ok()).unwrap_or(0))
    }
}
