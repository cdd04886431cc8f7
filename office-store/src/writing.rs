//! One deed on the store: everything done through a [`Writing`] becomes durable together.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use complaints::{
    AttachDocument, Body, Complaint, ComplaintId, DocumentId, Moment, Operation, Reference, Refusal, Verdict,
};
use sync_protocol::mutant::{self, Mutant};
use sync_protocol::{
    ChainHead, DocumentHeld, DocumentSlice, FeedEntry, FeedHead, LogOperation, OperationId, SignedHead,
};

use crate::complaint_rows::{self, Refold};
use crate::documents::{self, TakenSlice};
use crate::drafts::{self, StoredDraft};
use crate::error::StoreError;
use crate::feed::{self, FeedRow, PlannedEntry, PlannedOperation};
use crate::search::Unindexed;
use crate::snapshots::{self, PlannedPart};
use crate::{clerks, devices, identity, imports, log, profiles, quarantine, settings, tasks, witness};

/// A deed that is being written.
pub struct Writing<'c> {
    pub(crate) connection: &'c Connection,
    pub(crate) unindexed: Unindexed,
}

/// What applying a part of the feed changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Applied {
    /// Complaints that others changed.
    pub news: BTreeSet<ComplaintId>,
    /// Complaints of which operations made here were confirmed or refused.
    pub confirmed: BTreeSet<ComplaintId>,
    /// How many operations came in.
    pub operations: u32,
    /// How many operations made here were not accepted.
    pub refused: u32,
}

impl Applied {
    /// Adds what another part changed.
    pub fn add(&mut self, more: Self) {
        self.news.extend(more.news);
        self.confirmed.extend(more.confirmed);
        self.operations += more.operations;
        self.refused += more.refused;
    }
}

type Result<T> = std::result::Result<T, StoreError>;

/// The setting that says that the feed has been read to its end once.
const CAUGHT_UP: &str = "caught_up";

impl<'c> Writing<'c> {
    pub(crate) fn new(connection: &'c Connection) -> Self {
        Self { connection, unindexed: Unindexed::default() }
    }

    /// The deed is done: writes what was kept for its end.
    pub(crate) fn finish(mut self) -> Result<()> {
        self.unindexed.write(self.connection)
    }

    /// Issues the next reference of this computer.
    pub fn next_reference(&mut self) -> Result<Reference> {
        identity::next_reference(self.connection)
    }

    /// Draws sixteen secret bytes for the operation that is appended next, from its payload with zeros in their place.
    /// They need not travel to the centre.
    pub fn draw(&mut self, payload_with_zeros: &[u8]) -> Result<[u8; 16]> {
        let salts = identity::get(self.connection)?.salts;
        let sequence = log::own(self.connection)?.head.sequence.next();
        Ok(sync_protocol::draw(&salts, sequence, payload_with_zeros))
    }

    /// Appends an operation to the own log and folds it into what is shown.
    ///
    /// # Errors
    /// [`StoreError`]. Whether the operation is allowed was judged before; here it is only kept.
    pub fn append(&mut self, operation: &Operation) -> Result<LogOperation> {
        let identity = identity::get(self.connection)?;
        let head = log::own(self.connection)?.head;
        let entry = head.then(identity.device, &identity.salts, operation.to_bytes());
        log::insert(self.connection, &entry, operation.subject, None)?;
        log::set_head(self.connection, &entry.head())?;
        match operation.subject {
            Some(id) => self.refold(id, complaint_rows::confirmed(self.connection, id)?, 0, None)?,
            None => clerks::apply(self.connection, operation)?,
        }
        Ok(entry)
    }

    /// The complaint as shown, within this deed.
    pub fn complaint(&mut self, id: ComplaintId) -> Result<Option<Complaint>> {
        Ok(complaint_rows::get(self.connection, id)?.map(|record| record.complaint))
    }

    /// The marks of the operations on a complaint that wait, within this deed.
    pub fn waiting_of(&mut self, id: ComplaintId) -> Result<Vec<complaints::StepMark>> {
        crate::casework::waiting_of(self.connection, id)
    }

    /// Everyone who may sign in, within this deed.
    pub fn clerks(&mut self) -> Result<Vec<(complaints::ClerkId, complaints::Clerk)>> {
        clerks::all(self.connection)
    }

    /// The complaint that was registered from a line of that digest, within this deed.
    pub fn imported(&mut self, digest: &[u8; 32]) -> Result<Option<ComplaintId>> {
        imports::get(self.connection, digest)
    }

    /// Remembers that a line of a file was registered.
    pub fn remember_import(&mut self, digest: &[u8; 32], id: ComplaintId) -> Result<()> {
        imports::put(self.connection, digest, id)
    }

    /// Keeps a draft.
    pub fn put_draft(&mut self, draft: &StoredDraft) -> Result<()> {
        drafts::put(self.connection, draft)
    }

    /// Throws a draft away.
    pub fn delete_draft(&mut self, id: &str) -> Result<()> {
        drafts::delete(self.connection, id)
    }

    /// The news of a complaint have been looked at.
    pub fn mark_seen(&mut self, id: ComplaintId) -> Result<()> {
        complaint_rows::set_seen(self.connection, id)
    }

    /// What was not accepted of a complaint has been looked at.
    pub fn mark_refused_seen(&mut self, id: ComplaintId) -> Result<()> {
        complaint_rows::set_refused_seen(self.connection, id)
    }

    /// A complaint's receipt was printed or saved.
    pub fn mark_printed(&mut self, id: ComplaintId) -> Result<()> {
        complaint_rows::set_printed(self.connection, id)
    }

    /// Keeps the content of a document that was captured here.
    ///
    /// # Errors
    /// [`StoreError::Inconsistent`] when the content is not the one that is named.
    pub fn put_document(&mut self, attached: &AttachDocument, content: &[u8]) -> Result<()> {
        documents::put(self.connection, attached, content)
    }

    /// Takes a piece of a document that came from the centre.
    pub fn take_document_slice(&mut self, slice: &DocumentSlice) -> Result<TakenSlice> {
        let id = DocumentId::from_bytes(slice.document.0);
        documents::take(self.connection, &id, slice.offset, &slice.bytes)
    }

    /// Somebody here wants to have a document.
    pub fn ask_for_document(&mut self, id: &DocumentId) -> Result<()> {
        documents::ask_for(self.connection, id)
    }

    /// A part of a document is on its way to the centre.
    pub fn doubt_document(&mut self, id: &DocumentId) -> Result<()> {
        documents::doubt(self.connection, id)
    }

    /// The centre says how much of a document it has: from the beginning on, and fewer bytes than before when it was
    /// restored from a backup.
    pub fn note_document_held(&mut self, held: &DocumentHeld) -> Result<()> {
        documents::note_held(self.connection, held)
    }

    /// Somebody has dealt with an operation that was refused.
    pub fn settle_task(&mut self, operation: &OperationId, by: &str, at: Moment) -> Result<()> {
        tasks::settle(self.connection, operation, by, at)
    }

    /// An administrator knows of the daily roots that did not fit.
    pub fn mark_witness_seen(&mut self) -> Result<()> {
        witness::set_seen(self.connection)
    }

    /// Keeps a setting.
    pub fn put_setting(&mut self, name: &str, value: &str) -> Result<()> {
        settings::put(self.connection, name, value)
    }

    /// The centre has moved.
    pub fn set_server(&mut self, server: &str) -> Result<()> {
        identity::set_server(self.connection, server)
    }

    /// Keeps a profile that came from the centre and puts it in force.
    pub fn put_profile(&mut self, bundle: &[u8]) -> Result<()> {
        profiles::insert(self.connection, bundle).map(drop)
    }

    /// The centre has acknowledged the own log that far.
    pub fn acknowledge(&mut self, head: &ChainHead) -> Result<()> {
        if mutant::is(Mutant::DroppedOnAcknowledgement) {
            log::drop_unseen(self.connection, head.sequence)?;
        }
        log::set_acknowledged(self.connection, head)
    }

    /// The feed has been read to its end: what comes from now on is news.
    pub fn mark_caught_up(&mut self) -> Result<()> {
        if settings::get(self.connection, CAUGHT_UP)?.is_none() {
            settings::put(self.connection, CAUGHT_UP, "1")?;
        }
        snapshots::forget_refusal(self.connection)?;
        self.reissue_what_was_lost()?;
        self.forget_orphans()
    }

    /// Applies the next part of the feed: entries, acknowledgement and cursor together with whatever else this deed
    /// writes. The entries were planned: their chain is checked and `heads` has the head after each.
    pub fn apply(
        &mut self,
        entries: &[PlannedEntry],
        heads: &[FeedHead],
        signed: Option<&SignedHead>,
    ) -> Result<Applied> {
        self.apply_parts([(entries, heads, signed)])
    }

    /// Applies parts of the feed that follow each other. Each complaint is written once, however many of them it occurs
    /// in.
    pub fn apply_parts<'p>(&mut self, parts: impl IntoIterator<Item = PlannedPart<'p>>) -> Result<Applied> {
        let mut applied = Applied::default();
        // On a new computer the whole past comes in: none of it is news.
        let tells_news = settings::get(self.connection, CAUGHT_UP)?.is_some();
        let mut states: BTreeMap<ComplaintId, Changed> = BTreeMap::new();
        for (entries, heads, signed) in parts {
            for (entry, head) in entries.iter().zip(heads) {
                let row = match entry {
                    PlannedEntry::Operation(planned) => {
                        self.take(planned, head, &mut states, &mut applied)?
                    }
                    PlannedEntry::Other(entry) => self.take_other(entry, head)?,
                };
                feed::insert(self.connection, &row)?;
            }
            if let Some(head) = heads.last() {
                feed::set_head(self.connection, head, signed)?;
                if let Some(signed) = signed {
                    feed::sign(self.connection, head.number, signed)?;
                }
            }
        }
        let folded = if mutant::is(Mutant::PartialApply) { 1 } else { usize::MAX };
        for (id, changed) in states.into_iter().take(folded) {
            self.refold(id, changed.confirmed, changed.refused, changed.news.filter(|_| tells_news))?;
        }
        Ok(applied)
    }

    fn take(
        &mut self,
        planned: &PlannedOperation,
        head: &FeedHead,
        states: &mut BTreeMap<ComplaintId, Changed>,
        applied: &mut Applied,
    ) -> Result<FeedRow> {
        let number = head.number;
        let payload = self.payload(planned)?;
        // What cannot be read was refused by the centre as unreadable: it is kept and changes nothing.
        let operation = Operation::from_bytes(&payload).ok();
        let subject = operation.as_ref().and_then(|operation| operation.subject);
        if !log::set_seen(self.connection, &planned.operation.id, number, &planned.verdict)? {
            let entry = LogOperation { payload, ..planned.operation.clone() };
            self.give_way(&entry)?;
            log::insert(self.connection, &entry, subject, Some((number, &planned.verdict)))?;
        }
        devices::set_last(self.connection, planned.operation.device, &planned.operation.head())?;
        applied.operations += 1;
        if mutant::is(Mutant::UnknownKindStops)
            && matches!(operation, Some(Operation { body: Body::Unknown { .. }, .. }))
        {
            return Err(StoreError::Inconsistent("an operation of an unknown kind".to_owned()));
        }
        match (&operation, subject) {
            (Some(operation), Some(id)) => {
                let changed = match states.entry(id) {
                    std::collections::btree_map::Entry::Occupied(known) => known.into_mut(),
                    std::collections::btree_map::Entry::Vacant(unknown) => {
                        let confirmed = complaint_rows::confirmed(self.connection, id)?;
                        unknown.insert(Changed { confirmed, ..Changed::default() })
                    }
                };
                if let Err(reason) = changed.take(operation, planned, number) {
                    // It stands in the log and in the feed like any other, and in nobody's way.
                    quarantine::put(self.connection, &planned.operation.id, &reason)?;
                }
                if planned.own {
                    applied.confirmed.insert(id);
                } else if !matches!(operation.body, Body::Register(_)) {
                    applied.news.insert(id);
                }
                applied.refused += u32::from(planned.own && is_refused(&planned.verdict));
            }
            (Some(operation), None) if !is_refused(&planned.verdict) => {
                clerks::apply(self.connection, operation)?
            }
            // What was done here counted until the centre said otherwise.
            (Some(_), None) if planned.own => clerks::refold(self.connection)?,
            (Some(_) | None, _) => {}
        }
        Ok(FeedRow { number, operation: Some(planned.operation.id), body: None, hash: head.hash })
    }

    fn payload(&self, planned: &PlannedOperation) -> Result<Vec<u8>> {
        if !planned.own {
            return Ok(planned.operation.payload.clone());
        }
        let own = log::get(self.connection, &planned.operation.id)?;
        own.map(|own| own.payload).ok_or_else(|| {
            StoreError::Inconsistent(
                "the feed names an operation of this computer that is not here".to_owned(),
            )
        })
    }

    fn take_other(&mut self, entry: &FeedEntry, head: &FeedHead) -> Result<FeedRow> {
        match entry {
            FeedEntry::Device(device) => devices::insert(self.connection, device)?,
            FeedEntry::Profile(digest) => profiles::name(self.connection, digest)?,
            FeedEntry::Revocation(device) => self.take_revocation(*device)?,
            FeedEntry::Epoch(_) => {}
            FeedEntry::Operation(_) | FeedEntry::Unknown { .. } => {
                witness::take(self.connection, entry, head.number)?;
            }
        }
        let body = minicbor::to_vec(entry).expect("a vector takes every byte");
        Ok(FeedRow { number: head.number, operation: None, body: Some(body), hash: head.hash })
    }

    /// Writes a complaint's row anew: confirmed, and on top what waits.
    pub(crate) fn refold(
        &mut self,
        id: ComplaintId,
        confirmed: Option<Complaint>,
        newly_refused: u32,
        news: Option<u64>,
    ) -> Result<()> {
        let unseen = log::unseen_of(self.connection, id)?;
        let mut shown = confirmed.clone();
        for payload in &unseen {
            let operation = Operation::from_bytes(payload)
                .map_err(|error| StoreError::Inconsistent(error.to_string()))?;
            let verdict = Complaint::judge(shown.as_ref(), &operation);
            // What stands on a registration that was refused goes to the centre all the same, and is judged there.
            if shown.is_some() || verdict == Verdict::Accepted {
                shown = Some(fold(shown, &operation, verdict)?);
            }
        }
        let waiting = u32::try_from(unseen.len()).unwrap_or(u32::MAX);
        let Some(shown) = shown else {
            return complaint_rows::set_unregistered(self.connection, id, waiting, newly_refused, news);
        };
        for document in &shown.documents {
            documents::expect(self.connection, &document.attached)?;
        }
        let refold = Refold { confirmed: confirmed.as_ref(), shown: &shown, waiting, newly_refused, news };
        complaint_rows::put(self.connection, &refold, &mut self.unindexed)
    }
}

/// A complaint while entries are applied to it.
#[derive(Default)]
struct Changed {
    confirmed: Option<Complaint>,
    refused: u32,
    news: Option<u64>,
}

impl Changed {
    /// # Errors
    /// Why the operation cannot be folded; the complaint is then as before.
    fn take(
        &mut self,
        operation: &Operation,
        planned: &PlannedOperation,
        number: u64,
    ) -> std::result::Result<(), String> {
        let verdict = read_verdict(&planned.verdict);
        let refused = Refusal::of(&verdict).is_some();
        // A registration that was refused begins nothing, nor does what stands on it: the text stays in the log.
        let rolled_back = refused && mutant::is(Mutant::RefusedRolledBack);
        if (self.confirmed.is_some() || !refused) && !rolled_back {
            let folded = Complaint::apply(self.confirmed.clone(), operation, verdict);
            self.confirmed = Some(folded.map_err(|error| error.to_string())?);
        }
        self.refused += u32::from(planned.own && refused);
        // What was not accepted is news to the clerk who did it.
        if (planned.own && refused) || (!planned.own && !matches!(operation.body, Body::Register(_))) {
            self.news = Some(number);
        }
        Ok(())
    }
}

fn fold(complaint: Option<Complaint>, operation: &Operation, verdict: Verdict) -> Result<Complaint> {
    Complaint::apply(complaint, operation, verdict)
        .map_err(|error| StoreError::Inconsistent(error.to_string()))
}

/// A verdict of a newer centre that this version cannot read counts as refused: nothing is shown as done that may
/// not be.
pub(crate) fn read_verdict(bytes: &[u8]) -> Verdict {
    minicbor::decode(bytes).unwrap_or(Verdict::Refused(Refusal::Other(0)))
}

fn is_refused(verdict: &[u8]) -> bool {
    Refusal::of(&read_verdict(verdict)).is_some()
}
