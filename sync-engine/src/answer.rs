//! An answer while it comes in: whole frames are checked and laid out as they arrive, and applied in groups, so that
//! what came before a cut is kept.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use office_store::{Applied, Store, StoreError};
use sync_protocol::mutant::{self, Mutant};
use sync_protocol::{
    ChainHead, CodecError, DocumentSlice, DownFrame, EntriesFrame, FrameBuffer, Outcome, ProtocolError,
    Reply, SignedHead, Snapshot, Unpacker, WarmPrimers, unpack,
};

use crate::error::{ExchangeError, diverged};
use crate::plan::{Plan, Planner, PlanningDevice};
use crate::priming::primer;
use crate::snapshot;
use crate::stick;

/// How much is laid out before it is applied, in unpacked bytes.
const GROUP_BYTES: usize = 512 * 1024;

/// What an entry counts at least: one of an own operation brings few bytes and as much work as any.
const ENTRY_BYTES: usize = 256;

/// What an answer says of a snapshot.
enum Offer {
    /// Nothing, and nothing is to be done about it.
    Unsaid,
    /// Parts of this one follow; with its signed header.
    Named(Box<Snapshot>, Vec<u8>),
    /// A part of one is here, and there is no more of it.
    Gone,
    /// One whose header does not hold.
    Refused,
}

/// What an answer has brought so far.
pub(crate) struct AnswerTaker<'a> {
    store: &'a Store,
    base: ChainHead,
    buffer: FrameBuffer,
    unpacker: Unpacker,
    planner: Option<Planner>,
    /// How many entries of the feed lie before the next one that comes.
    position: Option<u64>,
    /// The answer comes from a stick, and may be read after newer ones.
    by_stick: bool,
    waiting: Vec<(Plan, SignedHead)>,
    waiting_bytes: usize,
    /// Parts of documents that wait to be kept.
    slices: Vec<DocumentSlice>,
    /// What the answer says of a snapshot, and parts of it that wait to be kept.
    offer: Offer,
    snapshot_slices: Vec<DocumentSlice>,
    acknowledgement_due: bool,
    pub(crate) reply: Option<Reply>,
    pub(crate) applied: Applied,
    pub(crate) sizes: (u64, u64),
    pub(crate) bytes: u64,
    failure: Option<ExchangeError>,
    primers: Arc<Mutex<WarmPrimers>>,
    /// How long unpacking, checking and storing took.
    pub(crate) spent: Duration,
}

impl<'a> AnswerTaker<'a> {
    pub(crate) fn new(
        store: &'a Store,
        base: ChainHead,
        primers: Arc<Mutex<WarmPrimers>>,
    ) -> Result<Self, StoreError> {
        Ok(Self {
            store,
            base,
            buffer: FrameBuffer::new(),
            unpacker: Unpacker::new(),
            planner: None,
            position: None,
            by_stick: false,
            waiting: Vec::new(),
            waiting_bytes: 0,
            slices: Vec::new(),
            offer: Offer::Unsaid,
            snapshot_slices: Vec::new(),
            acknowledgement_due: false,
            reply: None,
            applied: Applied::default(),
            sizes: (0, 0),
            bytes: 0,
            failure: None,
            primers,
            spent: Duration::ZERO,
        })
    }

    /// For an answer that comes from a stick: it says itself, signed, what it answers.
    pub(crate) fn by_stick(store: &'a Store) -> Result<Self, StoreError> {
        Ok(Self { by_stick: true, ..Self::new(store, store.own_log()?.acknowledged, Arc::default())? })
    }

    /// Takes what came. A failure is kept for the end: the line knows nothing of it.
    pub(crate) fn take(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
        if self.failure.is_some() {
            return;
        }
        let begun = Instant::now();
        self.buffer.push(bytes);
        if let Err(error) = self.frames() {
            self.failure = Some(error);
        }
        self.spent += begun.elapsed();
    }

    fn frames(&mut self) -> Result<(), ExchangeError> {
        while let Some(frame) = self.buffer.next_frame()? {
            match (DownFrame::from_bytes(&frame)?, &self.reply) {
                (DownFrame::Reply(reply), None) => self.reply(*reply)?,
                (DownFrame::Entries(entries), Some(reply)) if reply.outcome == Outcome::Done => {
                    self.entries(&entries)?;
                }
                (DownFrame::Document(slice), Some(reply)) if reply.outcome == Outcome::Done => {
                    self.slice(slice)?;
                }
                (DownFrame::Document(_) | DownFrame::Unknown(_), Some(_)) => {}
                _ => return Err(ProtocolError::Malformed("a frame out of its place".to_owned()).into()),
            }
        }
        Ok(())
    }

    fn reply(&mut self, mut reply: Reply) -> Result<(), ExchangeError> {
        if let Some(head) = reply.acknowledged.filter(|_| mutant::is(Mutant::BareAcknowledgement)) {
            reply.acknowledged = self.store.own_head_at(head.sequence)?.or(Some(head));
        }
        if self.by_stick {
            self.position = Some(stick::read_answered(self.store, &mut reply)?);
        }
        let (outcome, acknowledged) = (reply.outcome, reply.acknowledged);
        if outcome == Outcome::Done && !self.by_stick {
            self.offer = self.offer(reply.snapshot.as_deref())?;
        }
        self.reply = Some(reply);
        if let Some(acknowledged) = &acknowledged {
            check_acknowledgement(self.store, acknowledged)?;
            self.acknowledgement_due = matches!(outcome, Outcome::Done | Outcome::FeedDiverged);
        }
        Ok(())
    }

    /// What the reply means for a snapshot. None is named: the centre has not, or no longer, the one of which a part is
    /// here.
    fn offer(&self, signed: Option<&Vec<u8>>) -> Result<Offer, ExchangeError> {
        let Some(signed) = signed else {
            return Ok(if self.store.coming_snapshot()?.is_some() { Offer::Gone } else { Offer::Unsaid });
        };
        let identity = self.store.identity()?;
        Ok(match snapshot::read_header(signed, &identity) {
            Some(snapshot) => Offer::Named(Box::new(snapshot), signed.clone()),
            None => Offer::Refused,
        })
    }

    fn entries(&mut self, frame: &EntriesFrame) -> Result<(), ExchangeError> {
        let mut entries = match frame.open(&mut self.unpacker) {
            // Primed when the first such block comes: an idle exchange needs no model.
            Err(ProtocolError::Codec(CodecError::Primer)) => {
                self.unpacker = Unpacker::with_primer(primer(self.store, &self.primers)?);
                frame.open(&mut self.unpacker)?
            }
            entries => entries?,
        };
        let identity = self.store.identity()?;
        let planner = match &mut self.planner {
            Some(planner) => planner,
            none => none.insert(planner(self.store)?),
        };
        // Of an answer from a stick some entries may have come another way meanwhile. Those that follow are chained to
        // them, so the signature on the head after them vouches for all.
        let before = *self.position.get_or_insert(planner.head().number);
        self.position = Some(before + entries.len() as u64);
        let known = usize::try_from(planner.head().number.saturating_sub(before)).unwrap_or(usize::MAX);
        entries.drain(..known.min(entries.len()));
        if entries.is_empty() {
            return Ok(());
        }
        let entries_here = entries.len();
        let store = self.store;
        let own =
            |sequence| -> Result<_, ExchangeError> { Ok(store.own_head_at(sequence)?.map(|head| head.hash)) };
        let mut plan = planner.frame(entries, own)?;
        if mutant::is(Mutant::HolesNeverFilled) && plan.entries.len() > 2 {
            plan.entries.remove(0);
            plan.heads.remove(0);
        }
        let signed = frame.head(identity.feed(), &planner.head());
        let leads_there = signed.open(identity.feed(), &identity.centre).is_ok();
        if !leads_there && !mutant::is(Mutant::StaleAnswerAccepted) {
            return Err(diverged("the entries do not lead to the head that the centre has signed"));
        }
        let (packed, unpacked) = frame.sizes();
        self.sizes.0 += packed as u64;
        self.sizes.1 += unpacked as u64;
        self.waiting_bytes += unpacked.max(entries_here * ENTRY_BYTES);
        self.waiting.push((plan, signed));
        if self.waiting_bytes >= GROUP_BYTES { self.apply() } else { Ok(()) }
    }

    /// What the slice is worth shows when the document is whole.
    fn slice(&mut self, slice: DocumentSlice) -> Result<(), ExchangeError> {
        self.waiting_bytes += slice.bytes.len();
        match &self.offer {
            Offer::Named(snapshot, _) if snapshot.content == slice.document => {
                self.snapshot_slices.push(slice);
            }
            _ => self.slices.push(slice),
        }
        if self.waiting_bytes >= GROUP_BYTES { self.apply() } else { Ok(()) }
    }

    /// Applies what was laid out, acknowledgement, entries and cursor in one transaction.
    fn apply(&mut self) -> Result<(), ExchangeError> {
        let Some(reply) = &self.reply else { return Ok(()) };
        let acknowledged = reply.acknowledged.filter(|_| self.acknowledgement_due);
        let profile = match &reply.profile {
            Some(packed) => Some(unpack(packed).map_err(ProtocolError::from)?),
            None => None,
        };
        // What was the end when a stick left the centre need not be it any more.
        let has_all = reply.outcome == Outcome::Done && self.is_complete() && !self.by_stick;
        let recipient = reply.recipient;
        let held = reply.documents.clone().unwrap_or_default();
        let slices = std::mem::take(&mut self.slices);
        let snapshot_slices = std::mem::take(&mut self.snapshot_slices);
        let offer = std::mem::replace(&mut self.offer, Offer::Unsaid);
        let (base, groups) = (self.base, std::mem::take(&mut self.waiting));
        self.waiting_bytes = 0;
        if mutant::is(Mutant::CursorBeforeApply) {
            let heads = groups.last().map_or(&[][..], |(plan, _)| &plan.heads);
            self.store.write(|writing| writing.apply(&[], heads, None).map(drop))?;
        }
        let applied = self.store.write(|writing| {
            let parts = groups.iter();
            let parts = parts.map(|(plan, signed)| (&plan.entries[..], &plan.heads[..], Some(signed)));
            let applied = writing.apply_parts(parts)?;
            if let Some(acknowledged) = acknowledged.filter(|acknowledged| *acknowledged != base) {
                writing.acknowledge(&acknowledged)?;
            }
            if has_all {
                writing.mark_caught_up()?;
            }
            if let Some(bundle) = &profile {
                writing.put_profile(bundle)?;
            }
            if let Some(recipient) = &recipient {
                writing.put_setting(stick::CENTRE_RECIPIENT, &recipient.to_hex())?;
            }
            for held in &held {
                writing.note_document_held(held)?;
            }
            for slice in &slices {
                writing.take_document_slice(slice)?;
            }
            match &offer {
                Offer::Unsaid => {}
                Offer::Named(snapshot, signed) => writing.begin_snapshot(signed, snapshot)?,
                Offer::Gone => writing.drop_snapshot()?,
                Offer::Refused => writing.refuse_snapshot()?,
            }
            for slice in &snapshot_slices {
                writing.take_snapshot_slice(slice)?;
            }
            Ok::<_, StoreError>(applied)
        })?;
        self.acknowledgement_due = false;
        // Later slices of this answer belong to it as well.
        if let Offer::Named(..) = &offer {
            self.offer = offer;
        }
        if let Some(reply) = &mut self.reply {
            (reply.profile, reply.recipient, reply.documents) = (None, None, None);
        }
        self.applied.add(applied);
        Ok(())
    }

    /// Whether the feed has come to the end that the reply named.
    pub(crate) fn is_complete(&self) -> bool {
        let end = self.reply.as_ref().and_then(|reply| reply.end);
        match (end, &self.planner) {
            (None, _) => true,
            (Some(end), Some(planner)) => planner.head().number >= end,
            (Some(_), None) => false,
        }
    }

    /// The answer has ended, whole or not: applies what is left, and says what was wrong with it.
    pub(crate) fn finish(&mut self) -> Result<(), ExchangeError> {
        self.apply()?;
        self.failure.take().map_or(Ok(()), Err)
    }
}

/// An acknowledgement is taken only for an operation that this very log has at that sequence.
pub(crate) fn check_acknowledgement(store: &Store, acknowledged: &ChainHead) -> Result<(), ExchangeError> {
    let own = store.own_log()?;
    let fits = *acknowledged == own.acknowledged
        || store.own_head_at(acknowledged.sequence)? == Some(*acknowledged)
        || *acknowledged == ChainHead::beginning(&store.identity()?.key);
    if fits { Ok(()) } else { Err(ExchangeError::AnotherLog) }
}

pub(crate) fn planner(store: &Store) -> Result<Planner, StoreError> {
    let identity = store.identity()?;
    let known = store.devices()?.into_iter();
    let devices: BTreeMap<_, _> =
        known.map(|known| (known.device, PlanningDevice { salts: known.salts, last: known.last })).collect();
    Ok(Planner::new(identity.feed(), identity.device, store.feed_head()?, devices))
}
