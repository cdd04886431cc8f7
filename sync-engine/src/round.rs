//! One round trip after the other until nothing waits: what is to be said now, what the answer brings, and the ways
//! back when one of the two ends was restored from a backup.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use office_store::{Applied, DocumentsDue, Store, StoreError};
use sync_protocol::mutant::{self, Mutant};
use sync_protocol::{
    ChainHead, Codec, DeviceKey, Exchange, FRAME_BYTES, Hash, Hashes, Hello, LadderStep, LineError, Outcome,
    Packer, Protocol, ProtocolError, Reply, RequestWriter, SnapshotWish,
};

use crate::answer::{AnswerTaker, check_acknowledgement};
use crate::documents::{Lane, goes_on};
use crate::error::{ExchangeError, diverged};
use crate::link::LinkMemory;
use crate::priming::primer;
use crate::renewal::Entropy;
use crate::snapshot::{self, Taking};
use crate::stick;

/// The setting that is `1` while a request of several frames has no reply.
const UNSURE: &str = "unsure_of_the_last_request";

/// What one round trip did.
#[derive(Debug, Default)]
pub struct Round {
    /// Operations that the centre has acknowledged in it.
    pub pushed: u32,
    /// What came in.
    pub applied: Applied,
    /// Bytes of the request's body.
    pub bytes_up: u64,
    /// Bytes of the answer's body.
    pub bytes_down: u64,
    /// What operations and entries took on the line, in bytes, and what they are unpacked.
    pub packed: (u64, u64),
    /// There is more to exchange at once.
    pub more: bool,
    /// Why a snapshot that had come whole was not taken; the feed is read entry by entry then.
    pub snapshot_refused: Option<String>,
    /// The centre's clock, milliseconds since 1970; none when no reply came.
    pub centre_time_ms: Option<i64>,
    /// The line broke; what had come by then is kept and counted here.
    pub broken: Option<LineError>,
}

/// What a whole exchange did.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// Operations pushed.
    pub pushed: u32,
    /// What came in.
    pub applied: Applied,
    /// Bytes of all requests' bodies.
    pub bytes_up: u64,
    /// Bytes of all answers' bodies.
    pub bytes_down: u64,
    /// What operations and entries took on the line, in bytes, and what they are unpacked.
    pub packed: (u64, u64),
    /// Round trips.
    pub round_trips: u32,
    /// The centre's clock at the end, milliseconds since 1970; none before the first answer.
    pub centre_time_ms: Option<i64>,
}

impl Report {
    /// Adds a round.
    pub fn add(&mut self, round: Round) {
        self.pushed += round.pushed;
        self.applied.add(round.applied);
        self.bytes_up += round.bytes_up;
        self.bytes_down += round.bytes_down;
        self.packed.0 += round.packed.0;
        self.packed.1 += round.packed.1;
        self.round_trips += 1;
        self.centre_time_ms = round.centre_time_ms.or(self.centre_time_ms);
    }
}

/// Exchanges for one store over one line.
pub struct Engine<'a, L> {
    pub(crate) store: &'a Store,
    enrolled: &'a DeviceKey,
    pub(crate) line: &'a L,
    link: &'a Mutex<LinkMemory>,
    pub(crate) entropy: Entropy<'a>,
}

/// A request that is ready to go.
struct Prepared {
    bytes: Vec<u8>,
    base: ChainHead,
    packed: (u64, u64),
    wanted_profile: Option<Hash>,
    /// Bytes without those of documents, of which the centre says itself how much it has.
    operation_bytes: usize,
    /// What was to be carried of documents; none: they had to wait.
    documents: Option<DocumentsDue>,
    /// Whether the operations were left out to find out first what the centre has.
    probing: bool,
    testifying: bool,
}

impl<'a, L: Exchange> Engine<'a, L> {
    /// An engine for a store whose device was enrolled with that key. `link`: what is known of the line; `entropy`
    /// gives secret random bytes.
    pub fn new(
        store: &'a Store,
        enrolled: &'a DeviceKey,
        line: &'a L,
        link: &'a Mutex<LinkMemory>,
        entropy: Entropy<'a>,
    ) -> Self {
        Self { store, enrolled, line, link, entropy }
    }

    /// One round trip, or the few that a way back takes.
    ///
    /// # Errors
    /// [`ExchangeError`]; the store is then as it was, or has taken a part of what came.
    pub async fn round(&self) -> Result<Round, ExchangeError> {
        let (mut taken, mut snapshot_refused) = (Applied::default(), None);
        match snapshot::take(self.store) {
            Ok(Taking::Nothing) => {}
            Ok(Taking::Taken(applied)) => taken = applied,
            Ok(Taking::Refused(why)) => snapshot_refused = Some(why),
            Err(ExchangeError::AnotherLog) => return self.begin_anew(Round::default()).await,
            Err(error) => return Err(error),
        }
        let prepared = self.request(None)?;
        // From here to the reply nothing is known of how much of a request of several frames the centre has taken.
        // Whoever asks next, after a cut or a crash, asks for that first.
        let unsure = prepared.operation_bytes > FRAME_BYTES;
        if unsure {
            self.store.write(|writing| writing.put_setting(UNSURE, "1"))?;
        }
        if mutant::is(Mutant::MarkedOnSend) && !prepared.probing {
            let sent = self.store.own_log()?.head;
            self.store.write(|writing| writing.acknowledge(&sent))?;
        }
        let (mut taker, mut round) = self.send(&prepared).await?;
        round.snapshot_refused = snapshot_refused;
        if let Some(broken) = round.broken.take_if(|_| mutant::is(Mutant::CutLosesAll)) {
            return Err(ExchangeError::Line(broken));
        }
        let Some(reply) = taker.reply.clone() else {
            let nothing = || ProtocolError::Malformed("an answer without a reply".to_owned());
            return Err(round.broken.map_or_else(|| nothing().into(), ExchangeError::Line));
        };
        if unsure || prepared.probing {
            self.store.write(|writing| writing.put_setting(UNSURE, "0"))?;
        }
        let finished = taker.finish();
        taken.add(std::mem::take(&mut taker.applied));
        round.applied = taken;
        match (reply.outcome, finished) {
            (_, Err(ExchangeError::AnotherLog)) | (Outcome::Forked, _) => {
                return self.begin_anew(round).await;
            }
            (_, Err(error)) => return Err(error),
            (Outcome::Done, Ok(())) => self.done(&prepared, &reply, &taker, &mut round)?,
            (Outcome::Behind, Ok(())) => self.fall_back(&reply)?,
            (Outcome::FeedDiverged, Ok(())) => return self.roll_back(&reply, round).await,
            (Outcome::InFull, Ok(())) => self.say_otherwise(|link| &mut link.in_full)?,
            (Outcome::Primer, Ok(())) => self.say_otherwise(|link| &mut link.without_text)?,
            (Outcome::NotAdmitted, Ok(())) => return self.introduce(round).await,
            (Outcome::ProtocolVersion, Ok(())) => return Err(ExchangeError::ProtocolVersion),
            (Outcome::Malformed, Ok(())) => return Err(ExchangeError::Rejected),
        }
        round.more |= reply.outcome != Outcome::Done;
        Ok(round)
    }

    /// The key that this device signs with.
    pub(crate) fn key(&self) -> Result<DeviceKey, StoreError> {
        Ok(self.store.renewed_key()?.unwrap_or_else(|| self.enrolled.clone()))
    }

    pub(crate) fn link(&self) -> MutexGuard<'_, LinkMemory> {
        self.link.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Builds what is to be said now. `testimony`: the part of the feed from that entry on that the centre has lost.
    fn request(&self, testimony: Option<u64>) -> Result<Prepared, ExchangeError> {
        let identity = self.store.identity()?;
        let base = self.store.own_log()?.acknowledged;
        let link = self.link().clone();
        let probing = testimony.is_none() && self.store.setting(UNSURE)?.as_deref() == Some("1");
        let lane = Lane::read(self.store)?;
        let operations = match probing || testimony.is_some() {
            true => Vec::new(),
            false => self.store.own_operations_after(base.sequence, link.request_bytes())?,
        };
        // Documents only when nothing else is to be said.
        let lane = Some(lane).filter(|_| !probing && testimony.is_none() && operations.is_empty());
        let unpacked: u64 = operations.iter().map(|operation| operation.payload.len() as u64).sum();
        let (codec, codecs) = link.codecs(unpacked);
        let packer = match codec {
            // A centre that was restored has not the history that would prime the model.
            _ if testimony.is_some() => Packer::new(Codec::Zstd),
            Codec::Text if operations.is_empty() => Packer::new(Codec::Plain),
            Codec::Text => Packer::primed(primer(self.store, &link.primers)?),
            codec => Packer::new(codec),
        };
        let wanted_profile = self.store.wanted_profile()?;
        let snapshot = if testimony.is_some() { None } else { snapshot::wish(self.store, &link)? };
        let mut hello = Hello {
            protocol: Protocol::OURS,
            device: identity.device,
            base,
            feed: self.store.feed_head()?,
            codecs,
            wanted_profile,
            wanted_documents: Vec::new(),
            testimony: testimony.map(|after| self.head_at(after)).transpose()?,
            seal_answer_to: None,
            wants_recipient: stick::centre_recipient(self.store)?.is_none(),
            asked_documents: Vec::new(),
            document_bytes: None,
            entry_bytes: match snapshot {
                Some(SnapshotWish::Rest(_)) => link.snapshot_bytes(),
                _ => link.entry_bytes(),
            },
            snapshot,
        };
        if let Some(lane) = &lane {
            lane.ask(&mut hello, Some(link.document_bytes()));
        }
        let key = self.key()?;
        let hashes = if link.in_full || testimony.is_some() { Hashes::InFull } else { Hashes::Hinted };
        let mut writer = RequestWriter::new(&key, hello, hashes, packer).leaving_out(&identity.salts);
        writer.operations(&operations);
        let packed = if operations.is_empty() { 0 } else { writer.len() as u64 };
        if let Some(after) = testimony {
            self.testify(&mut writer, after, link.request_bytes())?;
        }
        let packed = (packed, unpacked);
        let operation_bytes = writer.len();
        if let Some(lane) = &lane {
            lane.write(self.store, &mut writer, link.document_bytes())?;
        }
        Ok(Prepared {
            bytes: writer.finish(),
            base,
            packed,
            wanted_profile,
            operation_bytes,
            documents: lane.map(|lane| lane.due),
            probing,
            testifying: testimony.is_some(),
        })
    }

    async fn send(&self, prepared: &Prepared) -> Result<(AnswerTaker<'a>, Round), ExchangeError> {
        let bytes_up = prepared.bytes.len() as u64;
        let primers = Arc::clone(&self.link().primers);
        let mut taker = AnswerTaker::new(self.store, prepared.base, primers)?;
        let begun = Instant::now();
        let line = self.line.sync(prepared.bytes.clone(), &mut |bytes| taker.take(bytes)).await;
        if line.is_ok() {
            // Unpacking and storing took this computer's time, not the line's.
            self.link().note(bytes_up + taker.bytes, begun.elapsed().saturating_sub(taker.spent));
        }
        let round = Round {
            bytes_up,
            bytes_down: taker.bytes,
            packed: (prepared.packed.0 + taker.sizes.0, prepared.packed.1 + taker.sizes.1),
            centre_time_ms: taker.reply.as_ref().map(|reply| reply.centre_time_ms),
            broken: line.err(),
            more: prepared.probing || prepared.testifying,
            ..Round::default()
        };
        Ok((taker, round))
    }

    fn done(
        &self,
        prepared: &Prepared,
        reply: &Reply,
        taker: &AnswerTaker<'_>,
        round: &mut Round,
    ) -> Result<(), ExchangeError> {
        let mut link = self.link();
        (link.in_full, link.introduced) = (false, false);
        drop(link);
        let acknowledged = reply.acknowledged.unwrap_or(prepared.base);
        let pushed = acknowledged.sequence.0.saturating_sub(prepared.base.sequence.0);
        round.pushed = u32::try_from(pushed).unwrap_or(u32::MAX);
        round.more |= !taker.is_complete()
            || self.store.own_log()?.head != acknowledged
            || goes_on(prepared.documents, self.store.documents_due()?)
            || self.store.wanted_profile()?.is_some_and(|wanted| prepared.wanted_profile != Some(wanted));
        Ok(())
    }

    /// The centre has less of this log than it had acknowledged: it was restored. What it lacks is sent again.
    fn fall_back(&self, reply: &Reply) -> Result<(), ExchangeError> {
        let known = reply.acknowledged.ok_or_else(|| diverged("the centre does not say what it has"))?;
        check_acknowledgement(self.store, &known)?;
        if mutant::is(Mutant::NoReplay) {
            return Ok(());
        }
        if known.sequence >= self.store.own_log()?.acknowledged.sequence {
            return Err(diverged("the centre says that it has less and names more"));
        }
        self.store.write(|writing| writing.acknowledge(&known))?;
        Ok(())
    }

    /// The centre wants the same said in another way; when it was said so already, it does not understand.
    fn say_otherwise(&self, way: impl Fn(&mut LinkMemory) -> &mut bool) -> Result<(), ExchangeError> {
        let mut link = self.link();
        let way = way(&mut link);
        if std::mem::replace(way, true) { Err(ExchangeError::Rejected) } else { Ok(()) }
    }
}

/// The way back when the centre was restored.
impl<L: Exchange> Engine<'_, L> {
    /// The centre's feed is another one from some entry on. It is told what it has lost, with its own signatures;
    /// then the feed here is cut back to where both agree, and what follows is read anew.
    async fn roll_back(&self, reply: &Reply, mut round: Round) -> Result<Round, ExchangeError> {
        let ladder = reply.ladder.as_deref().unwrap_or_default();
        let mut agreed = 0;
        for step in ladder {
            if step.number == 0 || self.store.feed_hash_at(step.number)? == Some(step.hash) {
                agreed = step.number;
                break;
            }
        }
        // Cut back only to a head that the centre has signed: it is what this store stands on then.
        let to = self.store.signed_head_up_to(agreed)?.map_or(0, |(number, _)| number);
        // What came before a cut counts, as far as the centre says that it did.
        let mut after = match reply.testified.filter(|head| head.number > to) {
            Some(head) if self.is_signed_here(&head)? => head.number,
            _ => to,
        };
        while let Some(last) = self.last_of_testimony(after)?.filter(|_| !mutant::is(Mutant::NoTestimony)) {
            let prepared = self.request(Some(after))?;
            let (mut taker, part) = self.send(&prepared).await?;
            round.bytes_up += part.bytes_up;
            round.bytes_down += part.bytes_down;
            taker.finish()?;
            let taken = taker.reply.as_ref().is_some_and(|reply| reply.testimony_taken == Some(true));
            if !taken {
                let refused = || diverged("the centre does not take back what it has lost");
                return Err(part.broken.map_or_else(refused, ExchangeError::Line));
            }
            after = last;
        }
        self.store.write(|writing| writing.cut_feed(to))?;
        round.more = true;
        Ok(round)
    }

    /// Whether the feed here has that head, with the centre's signature.
    fn is_signed_here(&self, head: &LadderStep) -> Result<bool, ExchangeError> {
        let signed =
            self.store.signed_head_up_to(head.number)?.is_some_and(|(found, _)| found == head.number);
        Ok(signed && self.store.feed_hash_at(head.number)? == Some(head.hash))
    }

    fn head_at(&self, number: u64) -> Result<sync_protocol::FeedHead, ExchangeError> {
        let identity = self.store.identity()?;
        if number == 0 {
            return Ok(sync_protocol::FeedHead::beginning(&identity.centre, identity.feed()));
        }
        let signed = self.store.signed_head_up_to(number)?.filter(|(found, _)| *found == number);
        let (_, signed) = signed.ok_or_else(|| diverged("the centre has not signed what it has lost"))?;
        Ok(signed.open(identity.feed(), &identity.centre)?)
    }

    fn testify(
        &self,
        writer: &mut RequestWriter<'_>,
        mut after: u64,
        most: usize,
    ) -> Result<(), ExchangeError> {
        let mut bytes = 0;
        while let Some((entries, last, signed)) = self.store.signed_part_after(after)? {
            bytes += payload_bytes(&entries);
            writer.testimony(&entries, &signed)?;
            after = last;
            if bytes >= most {
                break;
            }
        }
        Ok(())
    }

    /// The entry at which the testimony ends that one request carries; none when there is no more.
    fn last_of_testimony(&self, mut after: u64) -> Result<Option<u64>, ExchangeError> {
        let most = self.link().request_bytes();
        let (mut bytes, mut end) = (0, None);
        while let Some((entries, last, _)) = self.store.signed_part_after(after)? {
            bytes += payload_bytes(&entries);
            (after, end) = (last, Some(last));
            if bytes >= most {
                break;
            }
        }
        Ok(end)
    }
}

fn payload_bytes(entries: &[sync_protocol::FeedEntry]) -> usize {
    let bytes = |entry: &sync_protocol::FeedEntry| match entry {
        sync_protocol::FeedEntry::Operation(operation) => operation.payload.as_ref().map_or(0, Vec::len),
        _ => 0,
    };
    entries.iter().map(bytes).sum()
}
