//! When one end was restored from a backup: cutting the feed back to where both agree, and beginning anew as another
//! device. Each is one deed, and nothing that anybody did is lost by it.

use std::collections::BTreeSet;

use complaints::{Body, Complaint, ComplaintId, Operation};
use rusqlite::Connection;
use sync_protocol::{
    ChainHead, DeviceEntry, DeviceId, FeedHead, Introduction, Link, LogOperation, SaltTree, SignedHead,
};

use crate::error::StoreError;
use crate::writing::{Writing, read_verdict};
use crate::{clerks, complaint_rows, devices, documents, feed, identity, log, settings, snapshots, tasks};

/// The setting that is set while the feed was cut back and has not been read to its end since.
const CUT_BACK: &str = "cut_back";

/// The setting of a store that was made of a backup and has not exchanged with the centre since.
pub(crate) const RESTORED: &str = "restored";

/// The setting that is set once the centre has shut this computer out.
const REVOKED: &str = "revoked";

type Result<T> = std::result::Result<T, StoreError>;

impl Writing<'_> {
    /// An exchange has ended well: after a restore, both ends have told each other what they have.
    ///
    /// # Errors
    /// When the store fails.
    pub fn note_agreement(&mut self) -> Result<()> {
        settings::delete(self.connection, RESTORED)
    }

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
        snapshots::cut(self.connection, to)?;
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

    /// After the feed was read to its end: what this computer did as another device, and the feed has not brought, the
    /// centre had when the computer began anew, and has lost since. It is issued again in the log of today.
    pub(crate) fn reissue_what_was_lost(&mut self) -> Result<()> {
        let lost = log::lost_of_former_devices(self.connection)?;
        if lost.is_empty() {
            return Ok(());
        }
        let identity = identity::get(self.connection)?;
        let head = log::own(self.connection)?.head;
        self.issue_again(lost, &identity.salts, identity.device, head)?;
        devices::forget_unnamed(self.connection)
    }

    /// Another operation takes the place of one that the centre has lost. What this computer did, as the device that it was
    /// before, is issued again; what another one did the centre has taken up under another id.
    pub(crate) fn give_way(&mut self, to: &LogOperation) -> Result<()> {
        let Some((displaced, by_us)) = log::displaced(self.connection, to)? else { return Ok(()) };
        if by_us {
            let identity = identity::get(self.connection)?;
            let head = log::own(self.connection)?.head;
            return self.issue_again(vec![displaced], &identity.salts, identity.device, head);
        }
        log::delete(self.connection, &displaced.id)?;
        let subject = Operation::from_bytes(&displaced.payload).ok().and_then(|operation| operation.subject);
        let Some(id) = subject else { return Ok(()) };
        let confirmed = complaint_rows::confirmed(self.connection, id)?;
        self.refold(id, confirmed, 0, None)
    }

    /// Puts operations behind the own log in place of those under other ids.
    fn issue_again(
        &mut self,
        lost: Vec<LogOperation>,
        salts: &SaltTree,
        device: DeviceId,
        mut head: ChainHead,
    ) -> Result<()> {
        let mut concerned = BTreeSet::new();
        for LogOperation { id, payload, .. } in lost {
            log::delete(self.connection, &id)?;
            let subject = Operation::from_bytes(&payload).ok().and_then(|operation| operation.subject);
            let again = head.then(device, salts, payload);
            head = again.head();
            log::insert(self.connection, &again, subject, None)?;
            concerned.extend(subject);
        }
        log::set_head(self.connection, &head)?;
        for id in concerned {
            let confirmed = complaint_rows::confirmed(self.connection, id)?;
            self.refold(id, confirmed, 0, None)?;
        }
        Ok(())
    }

    /// After the feed was cut back and read to its end again: what others did and it has not brought, the centre has
    /// taken up under other ids.
    pub(crate) fn forget_orphans(&mut self) -> Result<()> {
        if !is_cut_back(self.connection)? {
            return Ok(());
        }
        for id in log::delete_orphans(self.connection)? {
            let confirmed = complaint_rows::confirmed(self.connection, id)?;
            if confirmed.is_none() && !log::has_any_of(self.connection, id)? {
                // Another office had handed it over, and the centre has lost that: it is with the other one again.
                if let Some(row) = complaint_rows::delete(self.connection, id)? {
                    self.unindexed.forget(row, self.connection)?;
                }
                continue;
            }
            self.refold(id, confirmed, 0, None)?;
        }
        devices::forget_unnamed(self.connection)?;
        clerks::refold(self.connection)?;
        settings::put(self.connection, CUT_BACK, "0")
    }

    pub(crate) fn fold_anew(&self, id: ComplaintId) -> Result<Option<Complaint>> {
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
        let before = identity::get(self.connection)?;
        let unseen = log::own_unseen(self.connection)?;
        tasks::keep_device(self.connection)?;
        identity::renew(self.connection, device)?;
        settings::put(self.connection, REVOKED, "0")?;
        let lost = unseen.into_iter().skip(usize::try_from(known).unwrap_or(usize::MAX)).collect();
        self.issue_again(lost, &device.salts, device.device, ChainHead::beginning(&device.key))?;
        identity::skip_references(self.connection, self.last_reference(device.number)?)?;
        devices::forget_unused(self.connection, before.device, &before.key)?;
        documents::doubt_all(self.connection)
    }

    /// The counter of the last reference that was issued under a number, 0 for none. A centre that was restored may give
    /// a computer a number that it, or another one of the office, had before.
    fn last_reference(&self, number: u16) -> Result<u32> {
        let mut statement = self.connection.prepare("SELECT payload FROM operations")?;
        let mut rows = statement.query([])?;
        let mut last = 0;
        while let Some(row) = rows.next()? {
            let operation = Operation::from_bytes(row.get_ref(0)?.as_blob().unwrap_or_default());
            if let Ok(Operation { body: Body::Register(register), .. }) = operation
                && register.reference.device == number
            {
                last = last.max(register.reference.counter);
            }
        }
        Ok(last)
    }

    pub(crate) fn take_revocation(&mut self, device: DeviceId) -> Result<()> {
        if identity::get(self.connection)?.device == device {
            settings::put(self.connection, REVOKED, "1")?;
        }
        Ok(())
    }
}

/// Whether the feed was cut back and has not been read to its end since.
pub(crate) fn is_cut_back(connection: &Connection) -> Result<bool> {
    Ok(settings::get(connection, CUT_BACK)?.as_deref() == Some("1"))
}

/// How this device was admitted, up to the next head that the centre signed; none while the feed has not brought it.
fn introduction(connection: &Connection) -> Result<Option<Introduction>> {
    let identity = identity::get(connection)?;
    let Some(number) = feed::admission(connection, identity.device, &identity.key)? else { return Ok(None) };
    let begin = match feed::signed_up_to(connection, number - 1)? {
        Some((_, signed)) => signed
            .open(identity.feed(), &identity.centre)
            .map_err(|error| StoreError::Inconsistent(error.to_string()))?,
        None => FeedHead::beginning(&identity.centre, identity.feed()),
    };
    let Some((entries, _, signed)) = feed::signed_part(connection, begin.number)? else { return Ok(None) };
    let (mut head, mut before, mut links) = (begin, begin, Vec::new());
    for entry in entries {
        let operation = feed::operation_at(connection, head.number + 1)?;
        if head.number + 1 == number {
            before = head;
        }
        head = head.after_entry(identity.feed(), &entry, operation.as_ref());
        if head.number >= number {
            links.push(Link::of(entry, operation.as_ref()));
        }
    }
    Ok(Some(Introduction { office: identity.feed(), begin: before, links, signed }))
}

impl crate::Store {
    /// What this computer shows to a centre that has lost its admission; none while the feed has not brought it.
    pub fn introduction(&self) -> Result<Option<Introduction>> {
        introduction(&self.reader())
    }

    /// Whether it was made of a backup and has not exchanged with the centre since.
    pub fn is_restored(&self) -> Result<bool> {
        Ok(self.setting(RESTORED)?.is_some())
    }

    /// Whether the centre has said in the feed that this computer is shut out.
    pub fn is_revoked(&self) -> Result<bool> {
        Ok(self.setting(REVOKED)?.as_deref() == Some("1"))
    }
}
