//! An exchange by stick, the desk's side: a request with everything that waits goes into a file, and the centre's answer
//! comes back in another. Both stream, so that a small computer writes and reads large ones; both may be repeated,
//! reordered and lost without harm. A third office passes the files on and can read neither.

use std::io::{Read, Write};
use std::path::Path;

use office_store::{Applied, Store, StoreError};
use sync_protocol::{
    Answered, CarryFile, CarryKind, ChainHead, Codec, DeviceKey, FeedHead, Hashes, Hello, Outcome, Packer,
    Protocol, ProtocolError, Reply, RequestWriter, SealedReader, SealedWriter, SealingRecipient,
};

use crate::answer::AnswerTaker;
use crate::documents::Lane;
use crate::error::{ExchangeError, diverged};

/// The setting that holds what a request on a stick is sealed to.
pub(crate) const CENTRE_RECIPIENT: &str = "centre_recipient";

/// How much payload is read from the store at once, in bytes.
const STEP_BYTES: usize = 1024 * 1024;

/// What a file for the centre holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Carried {
    /// Operations.
    pub operations: u64,
    /// Documents, or the rest of them that the centre is not known to have.
    pub documents: u64,
    /// Bytes of the file.
    pub bytes: u64,
}

/// What a reply brought.
#[derive(Debug, Default)]
pub struct Brought {
    /// Operations that the centre has acknowledged by it for the first time.
    pub acknowledged: u64,
    /// What came in.
    pub applied: Applied,
    /// The centre was restored and lacks older operations: a new file for it holds them again.
    pub write_again: bool,
    /// The centre's clock when it answered, milliseconds since 1970.
    pub centre_time_ms: Option<i64>,
}

/// Exchanges by stick for one store.
pub struct Stick<'a> {
    store: &'a Store,
    key: DeviceKey,
}

impl<'a> Stick<'a> {
    /// For a store whose device was enrolled with that key.
    ///
    /// # Errors
    /// When the store fails.
    pub fn new(store: &'a Store, enrolled: &DeviceKey) -> Result<Self, StoreError> {
        let key = store.renewed_key()?.unwrap_or_else(|| enrolled.clone());
        Ok(Self { store, key })
    }

    /// Writes everything that the centre is not known to have into a file. Writing again is harmless.
    ///
    /// # Errors
    /// [`ExchangeError::NoRecipient`], [`ExchangeError::Carry`], or the store's; no half file is left behind.
    pub fn write(&self, place: &Path) -> Result<Carried, ExchangeError> {
        let to = self.recipient()?;
        let (file, operations, documents) = self.seal(&to, CarryFile::create(place)?)?;
        Ok(Carried { operations, documents, bytes: file.keep()? })
    }

    /// The same into any output; how many operations and documents are in it. The bytes are those that came out there.
    ///
    /// # Errors
    /// As [`Self::write`].
    pub fn write_to<W: Write>(&self, output: W) -> Result<(W, u64, u64), ExchangeError> {
        self.seal(&self.recipient()?, output)
    }

    fn recipient(&self) -> Result<SealingRecipient, ExchangeError> {
        centre_recipient(self.store)?.ok_or(ExchangeError::NoRecipient)
    }

    fn seal<W: Write>(&self, to: &SealingRecipient, output: W) -> Result<(W, u64, u64), ExchangeError> {
        let mut sealed = SealedWriter::begin(CarryKind::Request, to, output)?;
        let (operations, documents) = self.request(&mut sealed)?;
        Ok((sealed.finish()?, operations, documents))
    }

    fn request(&self, out: &mut impl Write) -> Result<(u64, u64), ExchangeError> {
        let lane = Lane::read(self.store)?;
        let base = self.store.own_log()?.acknowledged;
        let mut hello = Hello {
            protocol: Protocol::OURS,
            device: self.store.identity()?.device,
            base,
            feed: self.store.feed_head()?,
            // No text model: by the time the file is read its primer may be another one.
            codecs: vec![Codec::Zstd.number(), Codec::Plain.number()],
            wanted_profile: self.store.wanted_profile()?,
            wanted_documents: Vec::new(),
            testimony: None,
            seal_answer_to: Some(self.key.sealing().recipient()),
            wants_recipient: false,
            asked_documents: Vec::new(),
            document_bytes: None,
            entry_bytes: None,
            snapshot: None,
        };
        lane.ask(&mut hello, None);
        let salts = self.store.identity()?.salts;
        let mut writer = RequestWriter::new(&self.key, hello, Hashes::InFull, Packer::new(Codec::Zstd))
            .leaving_out(&salts);
        let mut last = base.sequence;
        loop {
            let operations = self.store.own_operations_after(last, STEP_BYTES)?;
            let Some(newest) = operations.last() else { break };
            last = newest.sequence;
            writer.operations(&operations);
            write(out, &writer.take())?;
        }
        let documents = lane.write_all(self.store, |slice| {
            writer.document(&slice);
            write(out, &writer.take())
        })?;
        write(out, &writer.finish())?;
        Ok((last.0 - base.sequence.0, documents))
    }

    /// Reads a reply. An older one than was read before, or the same again, changes nothing.
    ///
    /// # Errors
    /// [`ExchangeError`]; what was whole of it is kept.
    pub fn read(&self, reply: impl Read) -> Result<Brought, ExchangeError> {
        let mut sealed = SealedReader::open(CarryKind::Reply, &self.key.sealing(), reply)?;
        let before = self.store.own_log()?.acknowledged;
        let mut taker = AnswerTaker::by_stick(self.store)?;
        let mut step = vec![0; 64 * 1024];
        let end = loop {
            match sealed.read(&mut step) {
                Ok(0) => break Ok(()),
                Ok(read) => taker.take(&step[..read]),
                Err(error) => break Err(error),
            }
        };
        taker.finish()?;
        end?;
        let incomplete = || ProtocolError::Malformed("an answer without a reply".to_owned());
        let reply = taker.reply.take().ok_or_else(incomplete)?;
        let write_again = self.outcome(&reply)?;
        let now = self.store.own_log()?.acknowledged;
        Ok(Brought {
            acknowledged: now.sequence.0.saturating_sub(before.sequence.0),
            applied: taker.applied,
            write_again,
            centre_time_ms: Some(reply.centre_time_ms),
        })
    }

    /// What is to be done after an outcome. Whether another file has to be written.
    fn outcome(&self, reply: &Reply) -> Result<bool, ExchangeError> {
        const LINE: &str =
            "one of them was restored from a backup; let this computer exchange over the line once";
        match reply.outcome {
            Outcome::Done => Ok(false),
            Outcome::Behind => self.fall_back(reply),
            Outcome::Forked | Outcome::FeedDiverged => Err(diverged(LINE)),
            Outcome::NotAdmitted => Err(ExchangeError::NotAdmitted),
            Outcome::ProtocolVersion => Err(ExchangeError::ProtocolVersion),
            Outcome::Malformed | Outcome::InFull | Outcome::Primer => Err(ExchangeError::Rejected),
        }
    }

    /// The centre has less of the log than it had acknowledged. An older reply that says so is passed over.
    fn fall_back(&self, reply: &Reply) -> Result<bool, ExchangeError> {
        let own = self.store.own_log()?;
        let answered = answered(self.store, reply)?;
        if answered.base != own.acknowledged || answered.acknowledged.sequence >= own.acknowledged.sequence {
            return Ok(false);
        }
        crate::answer::check_acknowledgement(self.store, &answered.acknowledged)?;
        self.store.write(|writing| writing.acknowledge(&answered.acknowledged))?;
        Ok(true)
    }
}

impl std::fmt::Debug for Stick<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Stick(…)")
    }
}

/// What a request on a stick is sealed to, once the centre has said so.
pub(crate) fn centre_recipient(store: &Store) -> Result<Option<SealingRecipient>, StoreError> {
    Ok(store.setting(CENTRE_RECIPIENT)?.and_then(|text| SealingRecipient::from_hex(&text)))
}

/// Keeps what a request on a stick is sealed to, as the centre says it at the admission.
///
/// # Errors
/// When the store fails.
pub fn keep_recipient(store: &Store, recipient: &SealingRecipient) -> Result<(), StoreError> {
    store.write(|writing| writing.put_setting(CENTRE_RECIPIENT, &recipient.to_hex()))
}

/// Puts into a reply what the centre has signed of it, and says after how many entries of the feed it begins.
pub(crate) fn read_answered(store: &Store, reply: &mut Reply) -> Result<u64, ExchangeError> {
    let answered = answered(store, reply)?;
    reply.outcome = answered.outcome;
    reply.documents.clone_from(&answered.documents);
    // Nobody vouches for what is not signed: what requests are sealed to is learnt from the centre over the line alone.
    reply.recipient = None;
    // An older reply must not take back what a newer one has said.
    let is_news = |head: &ChainHead, known: &ChainHead| head.sequence > known.sequence;
    let known = store.own_log()?.acknowledged;
    reply.acknowledged = Some(answered.acknowledged).filter(|head| {
        matches!(answered.outcome, Outcome::Done | Outcome::FeedDiverged) && is_news(head, &known)
    });
    let feed = answered.feed;
    let here = match feed.number {
        0 => Some(beginning(store)?.hash),
        number => store.feed_hash_at(number)?,
    };
    if answered.outcome == Outcome::Done && here != Some(feed.hash) {
        return Err(ExchangeError::OtherState);
    }
    Ok(feed.number)
}

fn answered(store: &Store, reply: &Reply) -> Result<Answered, ExchangeError> {
    let identity = store.identity()?;
    let unsigned = || ProtocolError::Malformed("a reply on a stick that is not signed".to_owned());
    let signed = reply.answered.as_ref().ok_or_else(unsigned)?;
    let answered = Answered::open(signed, &identity.centre)?;
    if answered.device == identity.device { Ok(answered) } else { Err(ExchangeError::OtherState) }
}

fn beginning(store: &Store) -> Result<FeedHead, StoreError> {
    let identity = store.identity()?;
    Ok(FeedHead::beginning(&identity.centre, identity.feed()))
}

fn write(out: &mut impl Write, bytes: &[u8]) -> Result<(), ExchangeError> {
    out.write_all(bytes).map_err(|error| ExchangeError::Carry(error.into()))
}
