//! The way down: the next entries of the office's feed, frame by frame, each with the signed head after it. What the
//! device did itself comes back without its payload. A frame is read when the line has taken the one before it.

use std::collections::VecDeque;

use minicbor::bytes::ByteVec;
use sync_protocol::mutant::{self, Mutant};
use sync_protocol::{
    Answered, ChainHead, Codec, DownFrame, EntriesFrame, Epoch, FRAME_BYTES, FeedEntry, FeedHead, Hash,
    Hello, LadderStep, MAX_FRAME_ITEMS, OperationEntry, Outcome, Packer, Reply, SignedHead, pack,
};

use super::documents::{Held, Sending, tell};
use super::priming::primer;
use super::push::Pushed;
use super::snapshots::{self, SendingSnapshot};
use crate::centre::Centre;
use crate::error::CentreError;
use crate::heavy::heavy;
use crate::store::devices::DeviceRow;
use crate::store::feed::{FeedRow, FeedWhat};
use crate::store::offices::OfficeRow;
use crate::store::{Session, feed, offices, profiles, testimonies};

/// How many entries are read at once.
const STEP: usize = 500;

/// The most that an answer carries, in packed bytes. Whoever wants more asks again.
const MOST_BYTES: usize = 8 * 1024 * 1024;

/// The most that a frame carries, in unpacked bytes. One entry always fits.
const MOST_FRAME_BYTES: usize = 256 * 1024;

/// The most operations of a frame that the device has itself, so that their payloads do not come back. As testimony they
/// would travel with all others of their frame, and a frame that is longer than a connection lives would never arrive.
const MOST_AT_HOME: usize = 27;

/// An answer, frame by frame.
pub(crate) struct AnswerStream {
    outcome: Outcome,
    first: Option<Vec<u8>>,
    rest: Option<Box<Rest>>,
    /// What comes instead of the rest, of entries and documents.
    snapshot: Option<SendingSnapshot>,
    /// What comes last.
    documents: Option<Sending>,
}

/// What is still to come of an answer.
struct Rest {
    device: DeviceRow,
    office: OfficeRow,
    /// What the device has, once it has what was given.
    epoch: Epoch,
    number: u64,
    /// The feed's hash at what the device had when it asked.
    hash: Hash,
    end: u64,
    codecs: Vec<u8>,
    packer: Option<Packer>,
    /// How well the entries pack: unpacked bytes for a packed one.
    ratio: f64,
    given: usize,
    /// How much is given at most, in packed bytes.
    most: usize,
    read: VecDeque<(FeedRow, FeedEntry)>,
}

impl AnswerStream {
    /// An answer that says only what came of it.
    pub(super) fn only(reply: Reply) -> Self {
        let first = Some(reply.to_frame());
        Self { outcome: reply.outcome, first, rest: None, snapshot: None, documents: None }
    }

    /// What came of the request.
    pub(crate) fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// Whether the frame that was given last was the last one.
    pub(crate) fn is_at_end(&self) -> bool {
        self.first.is_none() && self.rest.is_none() && self.snapshot.is_none() && self.documents.is_none()
    }

    /// The next frame; none when the answer has ended.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub(crate) async fn next(&mut self, centre: &Centre) -> Result<Option<Vec<u8>>, CentreError> {
        if let Some(first) = self.first.take() {
            return Ok(Some(first));
        }
        if let Some(rest) = &mut self.rest {
            if let Some(frame) = rest.frame(centre).await? {
                return Ok(Some(frame));
            }
            // Documents wait until the feed was read to its end.
            if rest.number < rest.end {
                self.documents = None;
            }
            self.rest = None;
        }
        if let Some(snapshot) = &mut self.snapshot {
            let frame = snapshot.frame(centre).await?;
            if frame.is_none() {
                self.snapshot = None;
            }
            return Ok(frame);
        }
        let Some(documents) = &mut self.documents else { return Ok(None) };
        let frame = documents.frame(centre).await?;
        if frame.is_none() {
            self.documents = None;
        }
        Ok(frame)
    }
}

/// Begins the answer to a request whose operations were taken.
pub(super) async fn begin(
    centre: &Centre,
    device: DeviceRow,
    hello: Hello,
    pushed: Pushed,
    (mut reply, held): (Reply, Held),
) -> Result<AnswerStream, CentreError> {
    reply.outcome = pushed.outcome;
    reply.acknowledged = Some(pushed.head).filter(|head| *head != hello.base);
    reply.recipient = hello.wants_recipient.then(|| centre.key.signing().sealing().recipient());
    reply.answered = answered(centre, &hello, &reply, pushed.head);
    if pushed.outcome != Outcome::Done {
        return Ok(AnswerStream::only(reply));
    }
    let mut session = centre.store.read().await?;
    let office = offices::get(&mut session, device.office).await?;
    let hash = hash_of_feed(centre, &mut session, &device, hello.feed.number).await?;
    let epoch = match office.feed.epoch {
        Epoch(0) => Epoch(0),
        _ => feed::epoch_at(&mut session, office.code, hello.feed.number).await?,
    };
    let is_another = hash != Some(hello.feed.hash) || epoch != hello.feed.epoch;
    if is_another && !mutant::is(Mutant::NoEpochCheck) {
        reply.outcome = Outcome::FeedDiverged;
        reply.answered = answered(centre, &hello, &reply, pushed.head);
        reply.ladder = Some(ladder(centre, &mut session, &office).await?);
        reply.testified = testimonies::get(&mut session, device.id).await?.map(|taken| taken.end);
        return Ok(AnswerStream::only(reply));
    }
    if let Some(wanted) = hello.wanted_profile {
        reply.profile = profile(centre, &mut session, wanted).await?.map(Into::into);
    }
    // Whoever is shut out reads up to the entry that says so.
    let end = device.revoked_number.map_or(office.feed.number, |number| number.min(office.feed.number));
    let documents = match device.revoked_number {
        Some(_) => None,
        None => {
            reply.documents = tell(centre, &mut session, device.office, &hello, held).await?;
            reply.answered = answered(centre, &hello, &reply, pushed.head);
            Sending::begin(&mut session, device.office, &hello).await?
        }
    };
    if end <= hello.feed.number {
        return Ok(AnswerStream { documents, ..AnswerStream::only(reply) });
    }
    reply.end = Some(end);
    let wanted = hello.entry_bytes.and_then(|most| usize::try_from(most).ok()).unwrap_or(usize::MAX);
    if device.revoked_number.is_none()
        && let Some((row, offset)) = snapshots::offer(centre, &mut session, &office, &hello).await?
    {
        reply.snapshot = Some(row.signed.clone().into());
        let sending = SendingSnapshot::new(office.code, row, offset, MOST_BYTES.min(wanted));
        return Ok(AnswerStream { snapshot: Some(sending), ..AnswerStream::only(reply) });
    }
    let rest = Rest {
        device,
        office,
        epoch,
        number: hello.feed.number,
        hash: hello.feed.hash,
        end,
        codecs: hello.codecs,
        packer: None,
        ratio: 2.5,
        given: 0,
        // Whoever reads a stick cannot simply ask again.
        most: if hello.seal_answer_to.is_some() { usize::MAX } else { MOST_BYTES.min(wanted) },
        read: VecDeque::new(),
    };
    Ok(AnswerStream {
        outcome: reply.outcome,
        first: Some(reply.to_frame()),
        rest: Some(Box::new(rest)),
        snapshot: None,
        documents,
    })
}

/// What the centre signs of an answer that goes by stick; nothing for one that goes over the line.
pub(super) fn answered(centre: &Centre, hello: &Hello, reply: &Reply, head: ChainHead) -> Option<ByteVec> {
    hello.seal_answer_to?;
    let answered = Answered {
        outcome: reply.outcome,
        device: hello.device,
        base: hello.base,
        feed: hello.feed,
        acknowledged: head,
        documents: reply.documents.clone(),
    };
    Some(answered.sign(centre.key.signing()))
}

/// The hash of an office's feed after an entry; none when the feed does not go that far.
pub(super) async fn hash_of_feed(
    centre: &Centre,
    session: &mut Session,
    device: &DeviceRow,
    number: u64,
) -> Result<Option<Hash>, CentreError> {
    let beginning = FeedHead::beginning(&centre.key.public(), sync_protocol::Office(device.office.number()));
    match number {
        0 => Ok(Some(beginning.hash)),
        number => feed::hash_at(session, device.office, number).await,
    }
}

/// Heads of the feed from the last one back, each twice as far from the end as the one before.
async fn ladder(
    centre: &Centre,
    session: &mut Session,
    office: &OfficeRow,
) -> Result<Vec<LadderStep>, CentreError> {
    let mut steps = Vec::new();
    let (mut number, mut back) = (office.feed.number, 1);
    while number > 0 {
        if let Some(hash) = feed::hash_at(session, office.code, number).await? {
            steps.push(LadderStep { number, hash });
        }
        number = office.feed.number.saturating_sub(back);
        back *= 2;
    }
    let beginning = FeedHead::beginning(&centre.key.public(), office.office());
    steps.push(LadderStep { number: 0, hash: beginning.hash });
    Ok(steps)
}

impl Rest {
    async fn frame(&mut self, centre: &Centre) -> Result<Option<Vec<u8>>, CentreError> {
        if self.given >= self.most || self.number >= self.end {
            return Ok(None);
        }
        if self.read.is_empty() {
            self.read_on(centre).await?;
        }
        let (entries, number, hash) = self.next_entries();
        if let Some(FeedEntry::Epoch(epoch)) =
            entries.iter().rev().find(|entry| matches!(entry, FeedEntry::Epoch(_)))
        {
            self.epoch = *epoch;
        }
        let head = FeedHead { epoch: self.epoch, number, hash };
        let signed = sign(centre, &self.office, &head);
        let mut packer = match self.packer.take() {
            Some(packer) => packer,
            None => self.make_packer(centre).await?,
        };
        let (packed, packer) =
            heavy(move || (EntriesFrame::pack(&mut packer, &entries, &signed), packer)).await?;
        let packed = packed.map_err(|error| CentreError::Damaged(error.to_string()))?;
        self.packer = Some(packer);
        let (size, unpacked) = packed.sizes();
        self.ratio = unpacked as f64 / size.max(1) as f64;
        self.number = number;
        let frame = DownFrame::Entries(packed).to_bytes();
        self.given += frame.len();
        Ok(Some(frame))
    }

    async fn make_packer(&self, centre: &Centre) -> Result<Packer, CentreError> {
        let codec = Codec::choose(&self.codecs);
        if codec != Codec::Text {
            return Ok(Packer::new(codec));
        }
        let mut session = centre.store.read().await?;
        let at = (self.number, self.hash);
        Ok(Packer::primed(primer(centre, &mut session, self.office.code, at).await?))
    }

    /// Takes the entries of the next frame: as many as are expected to pack into the size aimed at.
    fn next_entries(&mut self) -> (Vec<FeedEntry>, u64, Hash) {
        // A little less than the goal, because the estimate is one.
        let goal = (FRAME_BYTES as f64 * 0.8 * self.ratio) as usize;
        let most = goal.clamp(1024, MOST_FRAME_BYTES);
        let (mut entries, mut bytes, mut at_home) = (Vec::new(), 0, 0);
        let (mut number, mut hash) = (self.number, Hash([0; 32]));
        while let Some((row, entry)) = self.read.front() {
            bytes += size_of_entry(entry);
            at_home += usize::from(is_at_home(entry));
            let is_full = bytes > most || at_home > MOST_AT_HOME;
            if (is_full && !entries.is_empty()) || entries.len() == MAX_FRAME_ITEMS {
                break;
            }
            (number, hash) = (row.number, row.hash);
            entries.extend(self.read.pop_front().map(|(_, entry)| entry));
        }
        (entries, number, hash)
    }

    async fn read_on(&mut self, centre: &Centre) -> Result<(), CentreError> {
        let mut session = centre.store.read().await?;
        let left = usize::try_from(self.end - self.number).unwrap_or(usize::MAX);
        let rows = feed::after(&mut session, self.office.code, self.number, left.min(STEP)).await?;
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
            return Err(CentreError::Damaged(format!(
                "office {}, entry {}: it is missing",
                self.office.code,
                self.number + 1
            )));
        };
        let (first, last) = (first.number, last.number);
        let entries = entries(&mut session, &self.office, &self.device, first, last, rows.clone()).await?;
        self.read = rows.into_iter().zip(entries).collect();
        Ok(())
    }
}

fn is_at_home(entry: &FeedEntry) -> bool {
    matches!(entry, FeedEntry::Operation(entry) if entry.payload.is_none())
}

fn size_of_entry(entry: &FeedEntry) -> usize {
    match entry {
        FeedEntry::Operation(entry) => 16 + entry.payload.as_ref().map_or(0, Vec::len),
        _ => 80,
    }
}

async fn entries(
    session: &mut Session,
    office: &OfficeRow,
    device: &DeviceRow,
    first: u64,
    last: u64,
    rows: Vec<FeedRow>,
) -> Result<Vec<FeedEntry>, CentreError> {
    let mut payloads = feed::payloads(session, office.code, first, last, device.id).await?;
    let missing = |number| {
        CentreError::Damaged(format!("office {}, entry {number}: its operation is missing", office.code))
    };
    rows.into_iter()
        .map(|row| match row.what {
            FeedWhat::Operation { device: by, sequence, verdict, previous, .. } => {
                let payload = payloads.remove(&row.number);
                if payload.is_none() && by != device.id {
                    return Err(missing(row.number));
                }
                Ok(FeedEntry::Operation(OperationEntry {
                    device: by,
                    sequence,
                    verdict,
                    payload,
                    before: previous,
                }))
            }
            FeedWhat::Body { body, .. } => minicbor::decode(&body).map_err(|error| {
                CentreError::Damaged(format!("office {}, entry {}: {error}", office.code, row.number))
            }),
        })
        .collect()
}

fn sign(centre: &Centre, office: &OfficeRow, head: &FeedHead) -> SignedHead {
    if *head == office.feed {
        SignedHead::from_bytes(office.feed_signed.clone())
    } else {
        SignedHead::sign(office.office(), head, centre.key.signing())
    }
}

/// A profile that was in force once, packed; none when there never was one of that digest.
async fn profile(
    centre: &Centre,
    session: &mut Session,
    wanted: Hash,
) -> Result<Option<Vec<u8>>, CentreError> {
    if wanted == centre.profile_digest {
        return Ok(Some(centre.profile_packed.clone()));
    }
    match profiles::get(session, &wanted.0).await? {
        Some(bundle) => heavy(move || Some(pack(&bundle))).await,
        None => Ok(None),
    }
}
