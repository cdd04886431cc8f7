//! A request while it comes in. Every frame is verified as soon as it is whole; what was verified is taken into the
//! store in one transaction, at the end of the request or when the line stalls or breaks.

use sync_protocol::mutant::{self, Mutant};
use sync_protocol::{
    ChainHead, Codec, CodecError, DocumentSlice, EntriesFrame, FrameBuffer, Hello, LogOperation, Outcome,
    Protocol, ProtocolError, Reply, SealedBatch, SealedHello, SealingRecipient, Sequence, Unpacker, UpFrame,
};

use super::documents::{self, Held};
use super::priming::primer;
use super::pull::{self, AnswerStream};
use super::push::{self, Pushed};
use super::testimony;
use crate::centre::Centre;
use crate::error::CentreError;
use crate::heavy::heavy;
use crate::store::batches::BatchRow;
use crate::store::devices::DeviceRow;
use crate::store::{Session, devices, offices, operations, retrying};

/// The most payload that is kept waiting before it is taken into the store, in bytes.
const MOST_WAITING_BYTES: usize = 4 * 1024 * 1024;

/// The same of documents, whose slices are to survive whatever happens next.
const MOST_WAITING_DOCUMENT_BYTES: usize = 256 * 1024;

/// A request while it comes in.
pub(crate) struct Intake {
    buffer: FrameBuffer,
    state: State,
    asked: Option<Asked>,
}

/// Who asks, once it is verified: what is told of a request whatever comes of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked {
    pub(crate) office: ::complaints::OfficeCode,
    /// The number of the computer in its office.
    pub(crate) computer: u16,
    /// What the answer is sealed to, when the exchange goes by stick.
    pub(crate) seal_answer_to: Option<SealingRecipient>,
    /// How far the centre had the log when the request began.
    before: Sequence,
    /// How many operations were verified.
    pub(crate) operations: u64,
    /// How many of them were taken that the centre did not have.
    pub(crate) taken: u64,
}

enum State {
    /// Nothing has come yet.
    Waiting,
    /// The hello was read and verified.
    Open(Box<Open>),
    /// The request is not taken; the answer says why.
    Refused(Box<Reply>),
}

/// An exchange that is under way.
pub(super) struct Open {
    pub(super) device: DeviceRow,
    pub(super) hello: Hello,
    sealed: SealedHello,
    unpacker: Unpacker,
    /// Where the operations begin that wait to be taken.
    pub(super) from: ChainHead,
    pub(super) operations: Vec<LogOperation>,
    pub(super) batches: Vec<BatchRow>,
    waiting_bytes: usize,
    testimony: Vec<EntriesFrame>,
    testimony_taken: bool,
    slices: Vec<DocumentSlice>,
    slice_bytes: usize,
    /// How much is here of the documents of which it has brought parts.
    held: Held,
    pushed: Option<Pushed>,
}

impl Intake {
    pub(crate) fn new() -> Self {
        Self { buffer: FrameBuffer::new(), state: State::Waiting, asked: None }
    }

    /// Who asks; none before that is verified.
    pub(crate) fn asked(&self) -> Option<Asked> {
        let mut asked = self.asked?;
        if let State::Open(open) = &self.state {
            open.account(&mut asked);
        }
        Some(asked)
    }

    /// Whether the request is not taken, so that nothing more of it need come.
    pub(crate) fn is_refused(&self) -> bool {
        matches!(self.state, State::Refused(_))
    }

    /// Takes what came of the request.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub(crate) async fn push(&mut self, centre: &Centre, bytes: &[u8]) -> Result<(), CentreError> {
        if matches!(self.state, State::Refused(_)) {
            return Ok(());
        }
        self.buffer.push(bytes);
        loop {
            let frame = match self.buffer.next_frame() {
                Ok(Some(frame)) => UpFrame::from_bytes(&frame),
                Ok(None) => return Ok(()),
                Err(error) => Err(error),
            };
            let refused = match frame {
                Ok(frame) => self.frame(centre, frame).await?,
                Err(error) => Some(malformed(centre, &error)),
            };
            if let Some(reply) = refused {
                // What was verified before stands.
                self.commit(centre).await?;
                let reply = self.with_acknowledgement(centre, reply);
                self.asked = self.asked();
                self.state = State::Refused(Box::new(reply));
                return Ok(());
            }
        }
    }

    async fn frame(&mut self, centre: &Centre, frame: UpFrame) -> Result<Option<Reply>, CentreError> {
        match (&mut self.state, frame) {
            (State::Waiting, UpFrame::Hello(sealed)) => match open(centre, *sealed).await? {
                Ok(open) => {
                    self.asked = Some(open.asked());
                    self.state = State::Open(Box::new(open));
                    Ok(None)
                }
                Err(reply) => Ok(Some(reply)),
            },
            (State::Open(open), UpFrame::Batch(batch)) => {
                if let Err(error) = open.batch(batch).await? {
                    return Ok(Some(malformed(centre, &error)));
                }
                if open.waiting_bytes > MOST_WAITING_BYTES {
                    self.commit(centre).await?;
                }
                Ok(None)
            }
            (State::Open(open), UpFrame::Testimony(part)) => {
                open.testimony.push(part);
                Ok(None)
            }
            (State::Open(open), UpFrame::Document(slice)) => {
                open.slice_bytes += slice.bytes.len().max(1024);
                open.slices.push(slice);
                if open.slice_bytes > MOST_WAITING_DOCUMENT_BYTES {
                    self.commit(centre).await?;
                }
                Ok(None)
            }
            (State::Open(_), UpFrame::Unknown(_)) => Ok(None),
            _ => {
                let error = ProtocolError::Malformed("a frame out of its place".to_owned());
                Ok(Some(malformed(centre, &error)))
            }
        }
    }

    /// Makes durable what was verified so far.
    ///
    /// # Errors
    /// [`CentreError`] of the store; it is as before then.
    pub(crate) async fn commit(&mut self, centre: &Centre) -> Result<(), CentreError> {
        let State::Open(open) = &mut self.state else { return Ok(()) };
        open.commit(centre).await
    }

    /// The request has ended, whole or not.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub(crate) async fn answer(mut self, centre: &Centre) -> Result<AnswerStream, CentreError> {
        self.commit(centre).await?;
        match self.state {
            State::Waiting => {
                let error = ProtocolError::Malformed("a request without a hello".to_owned());
                Ok(AnswerStream::only(malformed(centre, &error)))
            }
            State::Refused(reply) => Ok(AnswerStream::only(*reply)),
            State::Open(open) => {
                let reply = Reply::only(Outcome::Done, centre.clock.now_ms());
                let pushed = open.pushed.unwrap_or(Pushed { outcome: Outcome::Done, head: open.device.head });
                let taken = open.testimony_taken.then_some(true);
                pull::begin(
                    centre,
                    open.device,
                    open.hello,
                    pushed,
                    (Reply { testimony_taken: taken, ..reply }, open.held),
                )
                .await
            }
        }
    }

    /// A refusal behind operations that were taken says so as well.
    fn with_acknowledgement(&self, centre: &Centre, mut reply: Reply) -> Reply {
        if let State::Open(open) = &self.state {
            let head = open.pushed.as_ref().map_or(open.device.head, |pushed| pushed.head);
            reply.acknowledged = open.pushed.as_ref().map(|_| head).filter(|head| *head != open.hello.base);
            reply.answered = pull::answered(centre, &open.hello, &reply, head);
        }
        reply
    }
}

impl Open {
    fn asked(&self) -> Asked {
        Asked {
            office: self.device.office,
            computer: self.device.number,
            seal_answer_to: self.hello.seal_answer_to,
            before: self.device.head.sequence,
            operations: 0,
            taken: 0,
        }
    }

    fn account(&self, asked: &mut Asked) {
        let verified = self.operations.last().map_or(self.from, LogOperation::head);
        asked.operations = verified.sequence.0 - self.hello.base.sequence.0;
        let now = self.pushed.map_or(asked.before, |pushed| pushed.head.sequence);
        asked.taken = now.0.saturating_sub(asked.before.0);
    }

    async fn batch(&mut self, batch: SealedBatch) -> Result<Result<(), ProtocolError>, CentreError> {
        let from = self.operations.last().map_or(self.from, LogOperation::head);
        let (key, salts) = (self.device.key, self.device.salts.clone());
        let (sealed, hello) = (self.sealed.clone(), self.hello.clone());
        let mut unpacker = std::mem::take(&mut self.unpacker);
        let (opened, unpacker) = heavy(move || {
            let opened = batch.open((&sealed, &hello), from, &key, &salts, &mut unpacker);
            (opened, unpacker)
        })
        .await?;
        self.unpacker = unpacker;
        Ok(opened.map(|(operations, signed)| self.keep(from.sequence.next(), operations, signed)))
    }

    fn keep(&mut self, first: Sequence, operations: Vec<LogOperation>, signed: Vec<u8>) {
        let Some(last) = operations.last().map(|operation| operation.sequence) else { return };
        self.waiting_bytes += operations.iter().map(|operation| operation.payload.len()).sum::<usize>();
        self.operations.extend(operations);
        self.batches.push(BatchRow { first, last, signed });
    }

    async fn commit(&mut self, centre: &Centre) -> Result<(), CentreError> {
        let waits = !self.operations.is_empty() || !self.testimony.is_empty() || !self.slices.is_empty();
        if self.pushed.is_some() && !waits {
            return Ok(());
        }
        let this = &*self;
        let (pushed, taken, held) = retrying(|| this.try_commit(centre)).await?;
        if let Some(last) = self.operations.last() {
            self.from = last.head();
        }
        self.operations.clear();
        self.batches.clear();
        self.testimony.clear();
        self.slices.clear();
        (self.waiting_bytes, self.slice_bytes) = (0, 0);
        self.held.extend(held);
        self.testimony_taken |= taken;
        self.pushed = Some(pushed);
        Ok(())
    }

    async fn try_commit(&self, centre: &Centre) -> Result<(Pushed, bool, Held), CentreError> {
        // Whoever brings nothing takes nobody's turn to write.
        let brings = !self.operations.is_empty() || !self.testimony.is_empty() || !self.slices.is_empty();
        let mut session = match brings {
            true => centre.store.write().await?,
            false => centre.store.read().await?,
        };
        let pushed = push::push(centre, &mut session, self).await?;
        let taken = match self.hello.testimony {
            Some(begin) if !self.testimony.is_empty() => {
                testimony::take(centre, &mut session, &self.device, begin, &self.testimony).await?
            }
            _ => false,
        };
        let held = match pushed.outcome {
            Outcome::Done => {
                documents::take_in(centre, &mut session, self.device.office, &self.slices).await?
            }
            _ => Held::new(),
        };
        match session.commit().await {
            Err(_) if mutant::is(Mutant::AcknowledgedBeforeCommit) => {}
            committed => committed?,
        }
        Ok((pushed, taken, held))
    }
}

fn malformed(centre: &Centre, error: &ProtocolError) -> Reply {
    tracing::debug!(%error, "a request does not follow the protocol");
    let outcome = match error {
        ProtocolError::Codec(CodecError::Primer) => Outcome::Primer,
        _ => Outcome::Malformed,
    };
    Reply::only(outcome, centre.clock.now_ms())
}

/// Verifies a hello and the operations that came with it.
async fn open(centre: &Centre, sealed: SealedHello) -> Result<Result<Open, Reply>, CentreError> {
    let refuse = |outcome| Ok(Err(Reply::only(outcome, centre.clock.now_ms())));
    if Protocol::OURS.common(sealed.protocol()).is_none() {
        let mut reply = Reply::only(Outcome::ProtocolVersion, centre.clock.now_ms());
        reply.protocol = Some(Protocol::OURS);
        return Ok(Err(reply));
    }
    let mut session = centre.store.read().await?;
    // The centre's own logs are written here and nowhere else.
    let known = devices::get(&mut session, sealed.device()).await?.filter(|device| device.number != 0);
    let Some(device) = known else { return refuse(Outcome::NotAdmitted) };
    let base = sealed.base(hash_of_log(&mut session, &device, sealed.base_sequence()).await?);
    let (_, number) = sealed.feed_position();
    let known_hash = pull::hash_of_feed(centre, &mut session, &device, number).await?;
    let feed_head = sealed.feed(known_hash);
    let (Some(base), Some(feed_head)) = (base, feed_head) else { return refuse(Outcome::InFull) };
    let mut unpacker = match (sealed.codec(), known_hash) {
        (Some(codec), Some(hash)) if codec == Codec::Text.number() => {
            Unpacker::with_primer(primer(centre, &mut session, device.office, (number, hash)).await?)
        }
        _ => Unpacker::new(),
    };
    drop(session);
    let (key, salts) = (device.key, device.salts.clone());
    let (opened, sealed, unpacker) = heavy(move || {
        let opened = sealed.open(base, feed_head, &key, &salts, &mut unpacker);
        (opened, sealed, unpacker)
    })
    .await?;
    let (hello, operations, statement) = match opened {
        Ok(opened) => opened,
        // After a restore the id may have been given to another device.
        Err(ProtocolError::Signature) => return refuse(Outcome::NotAdmitted),
        Err(error) => return Ok(Err(malformed(centre, &error))),
    };
    let signed = sealed.evidence(statement);
    let mut open = Open {
        device,
        sealed,
        unpacker,
        from: hello.base,
        hello,
        operations: Vec::new(),
        batches: Vec::new(),
        waiting_bytes: 0,
        testimony: Vec::new(),
        testimony_taken: false,
        slices: Vec::new(),
        slice_bytes: 0,
        held: Held::new(),
        pushed: None,
    };
    open.keep(base.sequence.next(), operations, signed);
    Ok(Ok(open))
}

/// The id of a device's operation at a sequence, as it is stored.
async fn hash_of_log(
    session: &mut Session,
    device: &DeviceRow,
    sequence: Sequence,
) -> Result<Option<sync_protocol::Hash>, CentreError> {
    if sequence == device.head.sequence {
        return Ok(Some(device.head.hash));
    }
    if sequence == Sequence(0) {
        return Ok(Some(ChainHead::beginning(&device.key).hash));
    }
    Ok(operations::ids(session, device.id, sequence, 1).await?.remove(&sequence))
}

/// The office of a device, locked when something is to be written.
pub(super) async fn office_of(
    session: &mut Session,
    device: &DeviceRow,
    brings: bool,
) -> Result<offices::OfficeRow, CentreError> {
    match brings {
        true => offices::lock(session, device.office).await,
        false => offices::get(session, device.office).await,
    }
}
